//! Lines for a terminal: nothing that somebody wrote into a file moves the cursor, colours the screen or breaks a line.

use std::env;
use std::io::{IsTerminal, Write};

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::authoring::plain::{is_active, one_line};

/// The width that is taken where nobody tells it, in columns.
const USUAL_WIDTH: usize = 80;
/// The narrowest width that is believed, in columns.
const NARROWEST: usize = 20;

/// Writes lines, each on one line. When nobody listens any more, as with `| head`, there is nobody left to tell.
pub fn say<L: AsRef<str>>(mut to: impl Write, lines: &[L]) {
    for line in lines {
        if writeln!(to, "{}", one_line(line.as_ref())).is_err() {
            return;
        }
    }
}

/// JSON with the same meaning, in which every character that a terminal would obey is written as an escape. Line breaks
/// between its parts stay.
pub fn inert_json(json: &str) -> String {
    let mut inert = String::with_capacity(json.len());
    for character in json.chars() {
        if is_active(character) && character != '\n' {
            for unit in character.encode_utf16(&mut [0; 2]) {
                inert.push_str(&format!("\\u{unit:04x}"));
            }
        } else {
            inert.push(character);
        }
    }
    inert
}

/// How many columns there are, where `to` is a terminal. `COLUMNS` says it before the terminal does.
pub fn width(to: &impl IsTerminal) -> Option<usize> {
    if !to.is_terminal() {
        return None;
    }
    let told = env::var("COLUMNS")
        .ok()
        .and_then(|columns| columns.trim().parse().ok());
    let width = told.or_else(measured).unwrap_or(USUAL_WIDTH);
    Some(width.max(NARROWEST))
}

#[cfg(any(target_os = "linux", target_os = "macos"))]
fn measured() -> Option<usize> {
    let size = rustix::termios::tcgetwinsize(std::io::stdout()).ok()?;
    (size.ws_col > 0).then_some(size.ws_col.into())
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn measured() -> Option<usize> {
    None
}

/// How many columns of a terminal a text takes.
pub fn columns(text: &str) -> usize {
    text.width()
}

/// A line that takes at most so many columns; what is left out is shown by "…".
pub fn cut(line: &str, width: usize) -> String {
    if columns(line) <= width {
        return line.to_owned();
    }
    let mut left = width.saturating_sub(1);
    let mut short = String::new();
    for character in line.chars() {
        let Some(rest) = left.checked_sub(character.width().unwrap_or(0)) else {
            break;
        };
        left = rest;
        short.push(character);
    }
    short.truncate(short.trim_end().len());
    short.push('…');
    short
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn lines_stay_lines() {
        let mut told = Vec::new();
        say(&mut told, &["one\ntwo", "\u{1b}[2Jthree"]);
        assert_eq!(String::from_utf8(told).unwrap(), "one two\nthree\n");
    }

    #[test]
    fn json_means_the_same_and_does_nothing() {
        let value = serde_json::json!({"name": "a\u{9b}31m\u{202e}\u{7f}\u{e0041}b\n", "é": [1]});
        let inert = inert_json(&serde_json::to_string_pretty(&value).unwrap());
        assert!(!inert.replace('\n', "").chars().any(is_active), "{inert}");
        assert_eq!(
            serde_json::from_str::<serde_json::Value>(&inert).unwrap(),
            value
        );
    }

    #[test]
    fn lines_are_cut_to_a_width() {
        for (line, width, short) in [
            ("Hip opener", 10, "Hip opener"),
            ("Hip opener", 9, "Hip open…"),
            ("Hip opener", 5, "Hip…"),
            ("膝膝膝", 6, "膝膝膝"),
            ("膝膝膝", 5, "膝膝…"),
            ("膝膝膝", 4, "膝…"),
            ("e\u{301}e\u{301}", 2, "e\u{301}e\u{301}"),
            ("", 0, ""),
        ] {
            assert_eq!(cut(line, width), short, "{line} in {width}");
            assert!(columns(short) <= width);
        }
    }

    #[test]
    fn what_is_no_terminal_has_no_width() {
        let file = tempfile::tempfile().unwrap();
        assert_eq!(width(&file), None);
    }
}
