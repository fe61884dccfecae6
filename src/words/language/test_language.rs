//! A language for tests: sentences are 40 % longer, have accents and stand in brackets, as `[Šţàŕţ ~~]` for "Start".
//!
//! What does not stand in brackets on a page has never been a sentence of `words`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::cell::Cell;

/// How much longer a sentence becomes, in letters for each of its letters.
const LONGER: f32 = 0.4;
/// The most letters in a row that are added, so that a line can still break.
const LONGEST_WORD: usize = 6;

const PLAIN: &str = "ABCDEGHIJKLNORSTUWYZabcdeghijklnorstuwyz";
const ACCENTED: &str = "ÅƁÇĐÉĜĤÎĴĶĻÑÖŔŠŢÛŴÝŽàƀçðéĝĥîĵķļñöŕšţûŵýž";

thread_local! {
    static IS_SPOKEN: Cell<bool> = const { Cell::new(false) };
}

/// Lets this thread speak the language of the tests until it is dropped.
#[must_use]
pub struct Spoken(());

/// Speaks the language of the tests from now on.
pub fn speak() -> Spoken {
    IS_SPOKEN.set(true);
    Spoken(())
}

/// Whether this thread speaks the language of the tests.
pub fn is_spoken() -> bool {
    IS_SPOKEN.get()
}

impl Drop for Spoken {
    fn drop(&mut self) {
        IS_SPOKEN.set(false);
    }
}

/// A sentence in the language of the tests. None while English is spoken, and for what has no letters of its own.
pub(super) fn translated(sentence: &str) -> Option<String> {
    if !is_spoken() || !untranslated(sentence).contains(char::is_alphabetic) {
        return None;
    }
    let lines: Vec<_> = sentence.split('\n').map(translated_line).collect();
    Some(format!("[{}]", lines.join("\n")))
}

fn translated_line(line: &str) -> String {
    let mut depth = 0;
    let mut translated: String = line
        .chars()
        .map(|letter| {
            depth = depth_after(depth, letter);
            if depth == 0 { accented(letter) } else { letter }
        })
        .collect();
    let own = untranslated(line).trim().chars().count();
    let mut more = (own as f32 * LONGER).round() as usize;
    while more > 0 {
        let word = more.min(LONGEST_WORD);
        translated.push(' ');
        translated.push_str(&"~".repeat(word.saturating_sub(1).max(1)));
        more -= word;
    }
    translated
}

/// What of a text stands in no brackets.
pub fn untranslated(text: &str) -> String {
    let mut depth = 0;
    text.chars()
        .filter(|letter| {
            let before = depth;
            depth = depth_after(depth, *letter);
            before == 0 && depth == 0
        })
        .collect()
}

fn depth_after(depth: usize, letter: char) -> usize {
    match letter {
        '[' => depth + 1,
        ']' => depth.saturating_sub(1),
        _ => depth,
    }
}

fn accented(letter: char) -> char {
    let mut pairs = PLAIN.chars().zip(ACCENTED.chars());
    pairs
        .find(|(plain, _)| *plain == letter)
        .map_or(letter, |(_, accented)| accented)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{catalog, page};

    #[test]
    fn english_is_spoken_before_and_after() {
        assert_eq!(page::start_now(), "Start");
        let spoken = speak();
        assert_eq!(page::start_now(), "[Šţàŕţ ~]");
        drop(spoken);
        assert_eq!(page::start_now(), "Start");
    }

    #[test]
    fn a_sentence_within_a_sentence_is_translated_once() {
        let _spoken = speak();
        assert_eq!(
            catalog::mine("8 min"),
            format!("{}, 8 min", catalog::owner_mine())
        );
        assert_eq!(page::start(page::light()), "[Šţàŕţ, [Ļîĝĥţ ~] ~]");
    }

    #[test]
    fn each_line_becomes_longer() {
        let _spoken = speak();
        assert_eq!(page::hero_title(), "[Pöšţ-Ŕûñ ~~\nĶñéé Ŕéšéţ ~~~]");
    }

    #[test]
    fn what_has_no_letters_stays() {
        let _spoken = speak();
        assert_eq!(translated("0:30"), None);
        assert_eq!(translated(""), None);
        assert_eq!(translated("[Šţàŕţ ~~], 8"), None);
    }

    #[test]
    fn what_is_not_translated_is_seen() {
        assert_eq!(untranslated("[Šţàŕţ, [8 mîñ]] in 5"), " in 5");
        assert_eq!(untranslated("[Šţàŕ…"), "");
    }
}
