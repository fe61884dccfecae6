//! Conditions, found by what one types: by their names, by where and how they feel, and by what makes them worse.

use std::cmp::Reverse;
use std::ops::Range;

use super::letters;
use crate::knee::{Condition, ConditionId, Knowledge};

/// Which of a condition's texts was found, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Told {
    /// What people call it.
    Name,
    /// What clinicians call it.
    MedicalName,
    /// Where it hurts.
    Place,
    /// What makes it worse.
    WorseWith,
    /// What it feels like.
    Feels,
}

/// A condition that was found, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The condition.
    pub id: ConditionId,
    /// Which of its texts was found.
    pub told: Told,
    /// The text: a name, a phrase or a sentence.
    pub text: String,
    /// The words in it that were meant, in bytes.
    pub meant: Vec<Range<usize>>,
}

/// The conditions in whose texts all typed words begin a word, the best match first. None where nothing was typed.
/// Little words count only where there are no others.
pub fn find_conditions(
    knowledge: &Knowledge,
    typed: &str,
    little_words: &[&str],
) -> Option<Vec<Found>> {
    let typed = letters::query(typed, little_words);
    if typed.is_empty() {
        return None;
    }
    let found = knowledge
        .conditions()
        .filter_map(|condition| Some((condition, find(condition, &typed)?)));
    let mut found: Vec<_> = found.collect();
    found.sort_by_cached_key(|(condition, found)| {
        let is_common = Reverse(condition.is_common);
        let name = letters::plain(&condition.name);
        (found.told, is_common, condition.area, condition.rank, name)
    });
    Some(found.into_iter().map(|(_, found)| found).collect())
}

/// Finds all words in a condition, and the text that says most of them.
fn find(condition: &Condition, typed: &[String]) -> Option<Found> {
    let mut missing: Vec<bool> = vec![true; typed.len()];
    let mut best: Option<(usize, Found)> = None;
    for (told, text) in texts(condition) {
        let mut meant = Vec::new();
        let mut said = vec![false; typed.len()];
        for range in words(text) {
            let mut is_meant = false;
            letters::each_word(&text[range.clone()], &mut |word| {
                for (place, typed) in typed.iter().enumerate() {
                    if word.starts_with(typed.as_str()) {
                        missing[place] = false;
                        said[place] = true;
                        is_meant = true;
                    }
                }
            });
            if is_meant {
                meant.push(range);
            }
        }
        let count = said.iter().filter(|said| **said).count();
        if count > best.as_ref().map_or(0, |(most, _)| *most) {
            let found = Found {
                id: condition.id,
                told,
                text: text.to_owned(),
                meant,
            };
            best = Some((count, found));
        }
    }
    let (_, found) = best?;
    (!missing.contains(&true)).then_some(found)
}

/// Everything that is searched, the best first.
fn texts(condition: &Condition) -> impl Iterator<Item = (Told, &str)> {
    let names = [
        (Told::Name, condition.name.as_str()),
        (Told::MedicalName, condition.medical_name.as_str()),
        (Told::Place, condition.place.as_str()),
    ];
    let worse = condition.worse_with.iter();
    let worse = worse.map(|phrase| (Told::WorseWith, phrase.as_str()));
    let feels = sentences(&condition.feels).map(|sentence| (Told::Feels, sentence));
    names.into_iter().chain(worse).chain(feels)
}

fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(". ").map(str::trim)
}

/// Where the words of a text lie, hyphens and apostrophes in them.
fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let is_inside =
        |letter: char| letter.is_alphanumeric() || "-'\u{2019}\u{2010}".contains(letter);
    let mut rest = 0;
    std::iter::from_fn(move || {
        let start = rest + text[rest..].find(is_inside)?;
        let length = text[start..].find(|letter| !is_inside(letter));
        let end = length.map_or(text.len(), |length| start + length);
        rest = end;
        Some(start..end)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_between_signs_of_any_kind() {
        assert_eq!(words("Über-all: die’s 😀 ok").count(), 3);
    }
}
