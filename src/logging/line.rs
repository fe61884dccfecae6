//! What becomes a line of the log, and how it looks.

use jiff::Timestamp;
use log::Level;

/// The longest text of one record, in bytes.
const LONGEST: usize = 4_096;

/// Libraries whose warnings say why a window does not open or stays black. No other library is listened to: some quote
/// the files they read.
const LIBRARIES: [&str; 6] = [
    "iced_winit",
    "iced_wgpu",
    "iced_tiny_skia",
    "softbuffer",
    "wgpu_core",
    "winit",
];

/// Whether a record of this origin belongs into the log.
pub fn is_wanted(target: &str, level: Level) -> bool {
    match target.split("::").next() {
        Some("kneewise") => level <= Level::Info,
        Some(library) => level <= Level::Warn && LIBRARIES.contains(&library),
        None => false,
    }
}

/// A record as one line that ends with a line break: time in UTC, level, origin, text.
///
/// Control characters of the text are escaped, so that one record stays one line; what is too long is cut.
pub fn line(at: Timestamp, level: Level, target: &str, text: &str) -> String {
    let text = escaped(shortened(text, LONGEST));
    format!("{at:.3} {level:<5} {target}: {text}\n")
}

/// The beginning of a text, at most so many bytes of it.
pub(super) fn shortened(text: &str, most: usize) -> &str {
    let mut end = most.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

fn escaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter.is_control() {
            plain.extend(letter.escape_default());
        } else {
            plain.push(letter);
        }
    }
    plain
}

/// A message of the system or of a panic, without what it may quote of a person's files: quoted parts are left out unless
/// they name code, as is whatever follows "value:" or the first line break.
pub fn without_quotes(message: &str) -> String {
    let first = message.lines().next().unwrap_or_default();
    let (first, value_is_cut) = match first.find("value: ") {
        Some(at) => (&first[..at + "value:".len()], true),
        None => (first, false),
    };
    let mut plain = String::with_capacity(first.len());
    let mut rest = first;
    while let Some(start) = rest.find(['`', '"', '\u{201c}', '\u{ab}']) {
        let (before, quoted) = rest.split_at(start);
        plain.push_str(before);
        let open = quoted.chars().next().unwrap_or('`');
        let close = match open {
            '\u{201c}' => '\u{201d}',
            '\u{ab}' => '\u{bb}',
            same => same,
        };
        let inside = &quoted[open.len_utf8()..];
        plain.push(open);
        // Where the quote is not closed, everything after it may be quoted.
        let Some(end) = inside.find(close) else {
            plain.push('\u{2026}');
            return plain;
        };
        if is_code(&inside[..end]) {
            plain.push_str(&inside[..end]);
        } else {
            plain.push('\u{2026}');
        }
        plain.push(close);
        rest = &inside[end + close.len_utf8()..];
    }
    plain.push_str(rest);
    if value_is_cut {
        plain.push_str(" \u{2026}");
    }
    plain
}

/// Whether what is quoted is a name from the program and not from a file.
fn is_code(quoted: &str) -> bool {
    const NAMES: [&str; 6] = [
        "None",
        "Some",
        "Ok",
        "Err",
        "left == right",
        "left != right",
    ];
    let is_path = || {
        let mut parts = quoted.trim_end_matches("()").split("::");
        let is_name = |part: &str| {
            !part.is_empty()
                && part
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
        };
        quoted.contains("::") && parts.all(is_name)
    };
    NAMES.contains(&quoted) || is_path()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const AT: Timestamp = Timestamp::UNIX_EPOCH;

    #[test]
    fn a_record_is_one_line_with_its_time_level_and_origin() {
        assert_eq!(
            line(AT, Level::Warn, "kneewise::app", "no sound"),
            "1970-01-01T00:00:00.000Z WARN  kneewise::app: no sound\n"
        );
        let broken = line(AT, Level::Info, "kneewise", "one\ntwo\u{1b}[31m\u{85}");
        assert_eq!(broken.lines().count(), 1);
        assert!(
            !broken.trim_end().chars().any(char::is_control),
            "{broken:?}"
        );
    }

    #[test]
    fn a_long_record_is_cut_between_letters() {
        let long = "\u{e9}".repeat(LONGEST);
        let line = line(AT, Level::Info, "kneewise", &long);
        assert!(line.len() <= LONGEST + 64, "{}", line.len());
        assert!(line.ends_with("\u{e9}\n"));
    }

    #[test]
    fn only_the_program_and_what_opens_its_window_are_listened_to() {
        for (target, level, wanted) in [
            ("kneewise", Level::Info, true),
            ("kneewise::app::launch", Level::Error, true),
            ("kneewise", Level::Debug, false),
            ("kneewise_other", Level::Error, false),
            ("iced_winit", Level::Warn, true),
            ("winit::platform_impl", Level::Error, true),
            ("winit", Level::Info, false),
            // These quote what they read.
            ("usvg::parser", Level::Warn, false),
            ("zbus::connection", Level::Error, false),
            ("", Level::Error, false),
        ] {
            assert_eq!(is_wanted(target, level), wanted, "{target} {level}");
        }
    }

    #[test]
    fn what_a_message_quotes_is_left_out() {
        for (message, kept) in [
            (
                "byte index 1 is not a char boundary; it is inside 'é' of `é hurts at night`",
                "byte index 1 is not a char boundary; it is inside 'é' of `…`",
            ),
            (
                "called `Option::unwrap()` on a `None` value",
                "called `Option::unwrap()` on a `None` value",
            ),
            (
                "called `Result::unwrap()` on an `Err` value: Parse(\"my knee\")",
                "called `Result::unwrap()` on an `Err` value: …",
            ),
            (
                "assertion `left == right` failed\n  left: \"my note\"\n right: \"\"",
                "assertion `left == right` failed",
            ),
            (
                "index out of bounds: the len is 3 but the index is 7",
                "index out of bounds: the len is 3 but the index is 7",
            ),
            ("no such device: \"Ada's buds\"", "no such device: \"…\""),
            ("an open \"quote that never ends", "an open \"…"),
            ("“mine” and «yours»", "“…” and «…»"),
            ("`a note with :: in it`", "`…`"),
            ("", ""),
        ] {
            assert_eq!(without_quotes(message), kept, "{message}");
        }
    }
}
