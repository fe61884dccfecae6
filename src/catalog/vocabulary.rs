//! Every word of the catalog, where it is said, and which words a typed one means.
//!
//! The words of ten thousand routines are few, so a typed word is compared with words and not with routines. It means
//! the words that begin with it or have it inside; only where there are none, those that differ by a slip or two.

use std::collections::HashMap;
use std::ops::Range;

use super::letters;

/// Where a word is said. What comes first counts more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Field {
    /// In the routine's name.
    Name,
    /// In the name of a step.
    Step,
    /// In what it works on, needs, serves or is for.
    Elsewhere,
}

/// How well a word fits what was typed. What comes first counts more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Likeness {
    Same,
    Begins,
    Inside,
    Slip,
}

/// How many likenesses there are: a better field outweighs any likeness.
const LIKENESSES: u32 = 4;
/// Texts up to this length are remembered while words are collected, in bytes.
const LONGEST_PHRASE: usize = 64;
/// The shortest word that is looked for inside others, in letters.
const SHORTEST_INSIDE: usize = 3;

/// Every word of the catalog.
#[derive(Debug, Clone, Default)]
pub(super) struct Vocabulary {
    /// In order of the alphabet.
    words: Vec<Word>,
    /// Where the words are said, one word's after another's.
    said: Vec<Said>,
}

#[derive(Debug, Clone)]
struct Word {
    text: Box<str>,
    /// How many letters it has.
    length: usize,
    letters: Letters,
    said: Range<usize>,
}

/// That a routine says a word, and where it counts most. There are over a hundred for each routine, so the two share a
/// number: which routine it is stands above the lowest two bits.
#[derive(Debug, Clone, Copy)]
struct Said(u32);

impl Said {
    fn new(routine: u32, field: Field) -> Self {
        Self(routine << 2 | field as u32)
    }

    fn routine(self) -> u32 {
        self.0 >> 2
    }

    /// Where it counts most, less is better.
    fn field(self) -> u32 {
        self.0 & 3
    }

    /// The better of two places in one routine.
    fn or(self, other: Self) -> Self {
        Self(self.0.min(other.0))
    }
}

/// Which letters a word has, a bit for each: words that share few cannot be alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Letters(u64);

impl Letters {
    fn of(word: &str) -> Self {
        Self(word.chars().fold(0, |letters, letter| {
            let bit = match letter {
                'a'..='z' => letter as u32 - 'a' as u32,
                '0'..='9' => 26 + letter as u32 - '0' as u32,
                other => 36 + other as u32 % 28,
            };
            letters | 1 << bit
        }))
    }

    /// How many of these another word lacks.
    fn missing_in(self, other: Self) -> u32 {
        (self.0 & !other.0).count_ones()
    }
}

/// What was said so far.
#[derive(Default)]
struct Heard {
    /// Each word with its place in `said`.
    numbers: HashMap<Box<str>, usize>,
    said: Vec<Vec<Said>>,
    /// The words of short texts, by their numbers. Names of steps, muscles and things are said over and over.
    phrases: HashMap<Box<str>, Box<[usize]>>,
}

impl Heard {
    fn note(&mut self, said: Said, text: &str) {
        if let Some(words) = self.phrases.get(text) {
            for word in words {
                note(&mut self.said, *word, said);
            }
            return;
        }
        let mut words = Vec::new();
        letters::each_word(text, &mut |word| {
            let number = self.numbers.get(word).copied().unwrap_or_else(|| {
                let _ = self.numbers.insert(word.into(), self.said.len());
                self.said.push(Vec::new());
                self.said.len() - 1
            });
            words.push(number);
            note(&mut self.said, number, said);
        });
        if text.len() <= LONGEST_PHRASE && said.field() != Field::Name as u32 {
            let _ = self.phrases.insert(text.into(), words.into());
        }
    }

    /// Every word with those who say it.
    fn words(mut self) -> Vec<(Box<str>, Vec<Said>)> {
        let said = &mut self.said;
        let mut by = |number| said.get_mut(number).map(std::mem::take).unwrap_or_default();
        let words = self.numbers.into_iter();
        words.map(|(word, number)| (word, by(number))).collect()
    }
}

/// Somebody says a word, perhaps not for the first time.
fn note(all: &mut [Vec<Said>], word: usize, said: Said) {
    let Some(all) = all.get_mut(word) else {
        return;
    };
    match all.last_mut() {
        Some(last) if last.routine() == said.routine() => *last = last.or(said),
        _ => all.push(said),
    }
}

impl Vocabulary {
    /// Listens to what each routine says, in the order of the catalog.
    pub fn of<S>(routines: impl IntoIterator<Item = S>) -> Self
    where
        S: FnOnce(&mut dyn FnMut(Field, &str)),
    {
        let mut heard = Heard::default();
        for (routine, say) in (0_u32..).zip(routines) {
            say(&mut |field, text| heard.note(Said::new(routine, field), text));
        }
        let mut words = heard.words();
        words.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));

        let mut vocabulary = Self {
            words: Vec::with_capacity(words.len()),
            said: Vec::with_capacity(words.iter().map(|(_, all)| all.len()).sum()),
        };
        for (text, all) in words {
            let start = vocabulary.said.len();
            vocabulary.said.extend(all);
            vocabulary.words.push(Word {
                length: text.chars().count(),
                letters: Letters::of(&text),
                said: start..vocabulary.said.len(),
                text,
            });
        }
        vocabulary
    }

    /// For each routine, how far it is from what was typed: less is nearer, none is not found. Every word has to be
    /// found.
    pub fn find(&self, typed: &[String], routines: usize) -> Vec<Option<u32>> {
        const NOT_FOUND: u32 = u32::MAX;

        let mut total = vec![Some(0_u32); routines];
        let mut nearest = vec![NOT_FOUND; routines];
        for typed in typed {
            nearest.fill(NOT_FOUND);
            for (word, likeness) in self.meant(typed) {
                for said in self.said.get(word.said.clone()).unwrap_or_default() {
                    let score = said.field() * LIKENESSES + likeness as u32;
                    if let Some(nearest) = nearest.get_mut(said.routine() as usize) {
                        *nearest = score.min(*nearest);
                    }
                }
            }
            for (total, nearest) in total.iter_mut().zip(&nearest) {
                *total = total
                    .filter(|_| *nearest != NOT_FOUND)
                    .map(|total| total + nearest);
            }
        }
        total
    }

    /// The words that someone may have meant who typed this one.
    fn meant(&self, typed: &str) -> Vec<(&Word, Likeness)> {
        let length = typed.chars().count();
        let letters = Letters::of(typed);
        let has_inside =
            |word: &&Word| letters.missing_in(word.letters) == 0 && word.text.contains(typed);
        let mut meant: Vec<_> = if length < SHORTEST_INSIDE {
            let start = self.words.partition_point(|word| *word.text < *typed);
            let from = self.words.get(start..).unwrap_or_default();
            let begins = from.iter().take_while(|word| word.text.starts_with(typed));
            begins.map(|word| (word, likeness(word, typed))).collect()
        } else {
            let inside = self.words.iter().filter(has_inside);
            inside.map(|word| (word, likeness(word, typed))).collect()
        };
        // The nearest only: whoever makes one slip seldom makes two.
        let mut slips = 0;
        while meant.is_empty() && slips < most_slips(length) {
            slips += 1;
            let may_be = |word: &&Word| {
                letters.missing_in(word.letters) <= slips as u32
                    && word.length + slips >= length
                    && differs_by(word, typed, length, slips)
            };
            let alike = self.words.iter().filter(may_be);
            meant = alike.map(|word| (word, Likeness::Slip)).collect();
        }
        meant
    }
}

fn likeness(word: &Word, typed: &str) -> Likeness {
    if *word.text == *typed {
        Likeness::Same
    } else if word.text.starts_with(typed) {
        Likeness::Begins
    } else {
        Likeness::Inside
    }
}

/// How many letters of a typed word may be wrong, left out, too many or swapped. Short words are too much alike.
fn most_slips(length: usize) -> usize {
    match length {
        0..4 => 0,
        4..8 => 1,
        _ => 2,
    }
}

/// Whether a word, or what it begins with, is this many slips from what was typed: the rest may not be typed yet.
fn differs_by(word: &Word, typed: &str, length: usize, slips: usize) -> bool {
    let shortest = length.saturating_sub(slips).max(1);
    (shortest..=(length + slips).min(word.length)).any(|length| {
        let end = word.text.char_indices().nth(length).map(|(end, _)| end);
        let beginning = &word.text[..end.unwrap_or(word.text.len())];
        strsim::osa_distance(typed, beginning) <= slips
    })
}
