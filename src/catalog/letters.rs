//! Letters as they are compared: small, without accents, in words.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The most words of a query that are looked for. What follows changes nothing.
const MOST_WORDS: usize = 12;
/// The most letters of a word that are compared.
const LONGEST_WORD: usize = 40;

/// A text in small letters without accents: "Überkopf" as "uberkopf".
pub(super) fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    if text.is_ascii() {
        plain.push_str(text);
        plain.make_ascii_lowercase();
        return plain;
    }
    let letters = text
        .chars()
        .flat_map(char::to_lowercase)
        .nfkd()
        .filter(|letter| !is_combining_mark(*letter));
    for letter in letters {
        match letter {
            // These have no accent that could be taken off, and yet nobody without that keyboard types them.
            'ß' => plain.push_str("ss"),
            'æ' => plain.push_str("ae"),
            'œ' => plain.push_str("oe"),
            'ø' => plain.push('o'),
            'ł' => plain.push('l'),
            'đ' | 'ð' => plain.push('d'),
            'þ' => plain.push_str("th"),
            'ı' => plain.push('i'),
            other => plain.push(other),
        }
    }
    plain
}

/// Visits the words of a text. What hyphens join is visited in parts and as one.
pub(super) fn each_word(text: &str, visit: &mut impl FnMut(&str)) {
    let plain = plain(text).replace(['\'', '\u{2019}'], "");
    let is_between = |letter: char| !(letter.is_alphanumeric() || is_hyphen(letter));
    for joined in plain.split(is_between) {
        let parts = || joined.split(is_hyphen).filter(|part| !part.is_empty());
        parts().for_each(|part| visit(shortened(part)));
        if parts().nth(1).is_some() {
            visit(shortened(&parts().collect::<String>()));
        }
    }
}

/// The words of a query, each once. Little words count only where there are no others.
pub(super) fn query(text: &str, little_words: &[&str]) -> Vec<String> {
    let plain = plain(text).replace(['\'', '\u{2019}'], "");
    let mut words: Vec<String> = Vec::new();
    let found = plain.split(|letter: char| !letter.is_alphanumeric());
    for word in found.filter(|word| !word.is_empty()) {
        let word = shortened(word);
        if words.len() < MOST_WORDS && !words.iter().any(|known| known == word) {
            words.push(word.to_owned());
        }
    }
    let is_little = |word: &String| little_words.contains(&word.as_str());
    // The last word may still be growing into a longer one.
    let last = words.len().saturating_sub(1);
    if !words.iter().all(is_little) {
        let mut place = 0;
        words.retain(|word| {
            place += 1;
            place > last || !is_little(word)
        });
    }
    words
}

fn is_hyphen(letter: char) -> bool {
    matches!(letter, '-' | '\u{2010}' | '\u{2011}')
}

fn shortened(word: &str) -> &str {
    match word.char_indices().nth(LONGEST_WORD) {
        Some((end, _)) => &word[..end],
        None => word,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn search(text: &str) -> Vec<String> {
        query(text, &["for", "the", "to"])
    }

    #[test]
    fn accents_and_case_are_taken_off() {
        for (text, expected) in [
            ("Überkopf", "uberkopf"),
            ("CRÈME brûlée", "creme brulee"),
            ("e\u{301}lan", "elan"),
            ("Straße", "strasse"),
            ("Øre", "ore"),
            ("İstanbul", "istanbul"),
            ("ﬁt", "fit"),
        ] {
            assert_eq!(plain(text), expected, "{text}");
        }
    }

    #[test]
    fn hyphens_join_and_part() {
        let mut words = Vec::new();
        each_word("Runner’s Step-Down, 2 × 10 --", &mut |word| {
            words.push(word.to_owned());
        });
        assert_eq!(words, ["runners", "step", "down", "stepdown", "2", "10"]);
    }

    #[test]
    fn little_words_count_only_alone_or_last() {
        assert_eq!(search("stretch for the calf"), ["stretch", "calf"]);
        assert_eq!(search("the"), ["the"]);
        assert_eq!(search("  wall WALL "), ["wall"]);
        assert_eq!(search("knee to"), ["knee", "to"]);
        assert!(search(" -- ").is_empty());
    }
}
