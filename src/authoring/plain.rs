//! Text that other people wrote, made into one line that does nothing but be read.

use std::borrow::Cow;
use std::iter::Peekable;
use std::str::Chars;

const ESCAPE: char = '\u{1b}';
const BELL: char = '\u{7}';
/// The end of a string that is meant for the terminal, in one character.
const STRING_END: char = '\u{9c}';
/// The end of such a string is looked for only so far, in characters: a text may consist of beginnings.
const LONGEST_STRING: usize = 500;

/// The same text on one line: without escape sequences and other control characters, and without characters that turn the
/// direction of what follows. Line breaks and tabs become blanks.
///
/// Names and file names are shown and printed through this, because a terminal or a line of text would obey them.
pub fn one_line(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_active) {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(character) = rest.next() {
        match character {
            ESCAPE => skip_sequence(&mut rest),
            '\u{9b}' => skip_parameters(&mut rest),
            '\u{90}' | '\u{98}' | '\u{9d}'..='\u{9f}' => skip_string(&mut rest),
            '\r' if rest.peek() == Some(&'\n') => {}
            '\t'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => plain.push(' '),
            _ if is_active(character) => {}
            _ => plain.push(character),
        }
    }
    Cow::Owned(plain)
}

/// Whether a character does something instead of being seen: control characters, line separators, directions, and tags
/// that nobody sees.
pub fn is_active(character: char) -> bool {
    character.is_control()
        || turns_direction(character)
        || matches!(character, '\u{2028}' | '\u{2029}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// Whether a character turns the direction of those after it. Marks such as U+200F have only their own direction, and
/// scripts that are read from right to left need them.
fn turns_direction(character: char) -> bool {
    matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Passes over an escape sequence, after its first character.
fn skip_sequence(rest: &mut Peekable<Chars<'_>>) {
    match rest.peek() {
        Some('[') => {
            let _ = rest.next();
            skip_parameters(rest);
        }
        Some(']' | 'P' | 'X' | '^' | '_') => {
            let _ = rest.next();
            skip_string(rest);
        }
        _ => {
            while rest
                .next_if(|character| (' '..='/').contains(character))
                .is_some()
            {}
            let _ = rest.next_if(|character| ('0'..='~').contains(character));
        }
    }
}

/// Passes over the numbers of a sequence and the letter that ends it.
fn skip_parameters(rest: &mut Peekable<Chars<'_>>) {
    while rest
        .next_if(|character| (' '..='?').contains(character))
        .is_some()
    {}
    let _ = rest.next_if(|character| ('@'..='~').contains(character));
}

/// Passes over a string that is meant for the terminal. One without an end is left to be read.
fn skip_string(rest: &mut Peekable<Chars<'_>>) {
    let mut ahead = rest.clone();
    for _ in 0..LONGEST_STRING {
        let Some(character) = ahead.next() else {
            return;
        };
        let is_end = match character {
            BELL | STRING_END => true,
            ESCAPE => ahead.next_if_eq(&'\\').is_some(),
            _ => false,
        };
        if is_end {
            *rest = ahead;
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_terminal_would_obey_is_gone() {
        for (text, plain) in [
            ("Hip opener", "Hip opener"),
            ("Grätsche 膝 👩‍⚕️", "Grätsche 膝 👩‍⚕️"),
            ("\u{1b}[31mred\u{1b}[0m", "red"),
            ("\u{1b}[38;2;1;2;3mred\u{1b}[2J", "red"),
            ("\u{9b}31mred", "red"),
            ("\u{1b}]0;owned\u{7}name", "name"),
            ("\u{1b}]8;;http://x\u{1b}\\link\u{1b}]8;;\u{1b}\\", "link"),
            ("\u{9d}0;owned\u{9c}name", "name"),
            ("\u{1b}P1$r0m\u{1b}\\name", "name"),
            ("\u{1b}]0;no end", "0;no end"),
            ("\u{1b}(0lines\u{1b}c", "lines"),
            ("\u{1b}", ""),
            ("\u{1b}[", ""),
            ("a\u{8}\u{7f}\u{0}b", "ab"),
            (
                "Two\nlines\r\nor\tthree\u{2028}four",
                "Two lines or three four",
            ),
            ("name\u{202e}gnp.exe\u{202c}", "namegnp.exe"),
            ("\u{2067}x\u{2069}", "x"),
            ("שלום\u{200f}!", "שלום\u{200f}!"),
            ("a\u{e0041}b", "ab"),
        ] {
            assert_eq!(one_line(text), plain, "{text:?}");
        }
    }

    #[test]
    fn nothing_active_is_ever_left_and_twice_is_once() {
        let pieces = [
            "a", "\u{1b}", "[", "]", "0;", "m", "\u{7}", "\\", "\n", "\r", "\u{9b}", "\u{9d}",
            "\u{9c}", "\u{202e}", "é",
        ];
        let mut number = 1_u64;
        for _ in 0..5_000 {
            let mut text = String::new();
            for _ in 0..12 {
                number = number
                    .wrapping_mul(6_364_136_223_846_793_005)
                    .wrapping_add(1);
                text.push_str(pieces[(number >> 33) as usize % pieces.len()]);
            }
            let plain = one_line(&text);
            assert!(!plain.chars().any(is_active), "{text:?}: {plain:?}");
            assert_eq!(one_line(&plain), plain);
        }
    }
}
