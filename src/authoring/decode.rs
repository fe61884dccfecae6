//! From the bytes of a file to its text, whatever encoding an editor has chosen.

use super::{Outline, Problem};
use crate::authoring::problem::{self, foreign as words};

/// The text in some bytes: UTF-8, or UTF-16 with or without the mark that tells its order.
///
/// # Errors
///
/// What the file is instead. Where one byte is to blame, its place is named.
pub fn decode(name: &str, bytes: Vec<u8>) -> Result<String, Problem> {
    let refuse = |sentence: &str| Err(Problem::of_file(name, sentence));
    if let Some(what) = other_program(&bytes) {
        return refuse(&words::other_program(what));
    }
    if bytes.starts_with(b"{\\rtf") {
        return refuse(words::formatted_text());
    }
    if !bytes.is_empty() && bytes.iter().all(|byte| *byte == 0) {
        return refuse(words::only_zeros());
    }
    match Order::of(&bytes) {
        Order::Utf32 => refuse(words::utf32()),
        Order::Utf16(_) if bytes.len() % 2 == 1 => refuse(words::damaged_utf16()),
        Order::Utf16(unit) => {
            let (pairs, _) = bytes.as_chunks::<2>();
            let units = pairs.iter().map(|pair| unit(*pair));
            let text: Result<String, _> = char::decode_utf16(units).collect();
            match text {
                Ok(text) if !text.contains('\0') => Ok(text),
                _ => refuse(words::damaged_utf16()),
            }
        }
        Order::Utf8 => utf8(name, bytes),
    }
}

fn utf8(name: &str, bytes: Vec<u8>) -> Result<String, Problem> {
    let (bytes, error) = match String::from_utf8(bytes) {
        Ok(text) => return Ok(text),
        Err(error) => {
            let fault = error.utf8_error();
            (error.into_bytes(), fault)
        }
    };
    let (good, rest) = bytes.split_at(error.valid_up_to());
    let text = String::from_utf8_lossy(good);
    let at = |sentence: String| {
        let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
        Problem {
            file: name.into(),
            place: Some(Outline::of(text).place(text.len())),
            sentence,
        }
    };
    Err(match (error.error_len(), rest.first()) {
        _ if looks_binary(&bytes) => Problem::of_file(name, problem::not_text()),
        (None, _) => at(words::cut_off().to_owned()),
        // From 0xA0 on, both older encodings have the same characters, and so has Unicode.
        (_, Some(byte @ 0xa0..)) => at(words::older_encoding(char::from(*byte))),
        (_, Some(byte @ 0x80..0xa0)) if WINDOWS[usize::from(*byte - 0x80)] != ' ' => {
            at(words::older_encoding(WINDOWS[usize::from(*byte - 0x80)]))
        }
        _ => Problem::of_file(name, problem::not_text()),
    })
}

/// What Windows-1252 has from 0x80 to 0x9F; a blank where it has nothing.
const WINDOWS: [char; 32] = [
    '€', ' ', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', ' ', 'Ž', ' ', ' ', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', ' ', 'ž', 'Ÿ',
];

/// Whether there are bytes that no text has.
fn looks_binary(bytes: &[u8]) -> bool {
    let is_odd = |byte: &u8| matches!(byte, 0..=8 | 14..=26 | 28..=31);
    bytes.iter().any(is_odd)
}

/// In which order the bytes of a character stand.
#[derive(Clone, Copy)]
pub(crate) enum Order {
    /// As in UTF-8, or anything else that has no order.
    Utf8,
    /// Two bytes, made into a number by this.
    Utf16(fn([u8; 2]) -> u16),
    /// Four bytes.
    Utf32,
}

impl Order {
    /// How many bytes of the beginning tell it.
    pub const TOLD_BY: usize = 4;

    /// The order that the beginning of a text tells: by its mark, or by a first character that is one byte and a zero.
    pub fn of(beginning: &[u8]) -> Self {
        match beginning {
            [0xff, 0xfe, 0, 0, ..] | [0, 0, 0xfe, 0xff, ..] => Self::Utf32,
            [0xff, 0xfe, ..] | [1..=0x7f, 0, 1..=0xff, ..] | [1..=0x7f, 0] => {
                Self::Utf16(u16::from_le_bytes)
            }
            [0xfe, 0xff, ..] | [0, 1..=0x7f, 0, ..] | [0, 1..=0x7f] => {
                Self::Utf16(u16::from_be_bytes)
            }
            _ => Self::Utf8,
        }
    }
}

/// What kind of file begins so, if it is one that other programs write.
fn other_program(bytes: &[u8]) -> Option<&'static str> {
    const KINDS: [(&[u8], &str); 20] = [
        (b"PK\x03\x04", "a ZIP archive or an office document"),
        (b"PK\x05\x06", "a ZIP archive with nothing in it"),
        (b"\x1f\x8b", "a packed file (gzip)"),
        (b"BZh", "a packed file (bzip2)"),
        (b"\xfd7zXZ", "a packed file (xz)"),
        (b"\x28\xb5\x2f\xfd", "a packed file (zstd)"),
        (b"7z\xbc\xaf", "a packed file (7-Zip)"),
        (b"Rar!\x1a", "a packed file (RAR)"),
        (b"%PDF", "a PDF document"),
        (b"\x89PNG", "a picture (PNG)"),
        (b"\xff\xd8\xff", "a picture (JPEG)"),
        (b"GIF87a", "a picture (GIF)"),
        (b"GIF89a", "a picture (GIF)"),
        (b"RIFF", "a picture or sound (RIFF)"),
        (b"ID3", "a sound (MP3)"),
        (b"OggS", "a sound (Ogg)"),
        (b"fLaC", "a sound (FLAC)"),
        (b"SQLite format 3\0", "a database (SQLite)"),
        (b"\xd0\xcf\x11\xe0", "an office document"),
        (b"\x7fELF", "a program"),
    ];
    let begins = |beginning: &[u8]| bytes.starts_with(beginning);
    if bytes.get(4..8) == Some(b"ftyp") {
        return Some("a picture or film (HEIC or MP4)");
    }
    KINDS
        .into_iter()
        .find(|(beginning, _)| begins(beginning))
        .map(|(_, what)| what)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    fn told(bytes: &[u8]) -> String {
        decode("x.ron", bytes.to_vec()).unwrap_err().to_string()
    }

    #[test]
    fn whatever_an_editor_writes_is_the_same_text() {
        let text = "(\r\n  name: \"Grätsche 膝 👩\",\n)";
        let units =
            |unit: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(unit).collect::<Vec<_>>();
        let with = |mark: &[u8], bytes: Vec<u8>| [mark, &bytes].concat();
        for bytes in [
            text.as_bytes().to_vec(),
            units(u16::to_le_bytes),
            units(u16::to_be_bytes),
            with(b"\xef\xbb\xbf", text.into()),
            with(b"\xff\xfe", units(u16::to_le_bytes)),
            with(b"\xfe\xff", units(u16::to_be_bytes)),
        ] {
            let read = decode("x.ron", bytes).unwrap();
            assert_eq!(read.trim_start_matches('\u{feff}'), text);
        }
        for short in ["", "(", "é", "()"] {
            assert_eq!(decode("x.ron", short.into()).unwrap(), short);
        }
    }

    #[test]
    fn the_first_byte_to_blame_is_named_with_the_character_it_stands_for() {
        for (bytes, said) in [
            (
                &b"(\n  name: \"Gr\xe4tsche\")"[..],
                "x.ron:2:12: The \"ä\" here is written in an older encoding",
            ),
            (
                b"(name: \x93Hip\x94)",
                "x.ron:1:8: The \"“\" here is written in an older encoding",
            ),
            (b"\xef\xbb\xbf(\xa0)", "x.ron:1:2: The \"\u{a0}\" here"),
            (
                b"(\n\xe8\x86",
                "x.ron:2:1: The file ends in the middle of a character",
            ),
            (b"(\x81)", "x.ron: This is not a plain text file."),
            (b"(\xe4\0)", "x.ron: This is not a plain text file."),
            (b"\0\0\0\0", "x.ron: This file holds nothing but zeros"),
            (
                b"\xff\xfe(\0)",
                "x.ron: This file is written in UTF-16 and is damaged.",
            ),
            (
                b"\xff\xfe\0\xd8(\0",
                "x.ron: This file is written in UTF-16 and is damaged.",
            ),
            (
                b"\xff\xfe\0\0(\0\0\0",
                "x.ron: This file is written in UTF-32.",
            ),
            (
                b"{\\rtf1\\ansi (id: x)}",
                "x.ron: This is formatted text (RTF)",
            ),
            (
                b"PK\x03\x04rest",
                "x.ron: This is a ZIP archive or an office document, not a routine",
            ),
            (b"%PDF-1.7", "x.ron: This is a PDF document"),
            (b"\x89PNG\r\n\x1a\n", "x.ron: This is a picture (PNG)"),
            (b"\0\0\0\x18ftypheic", "x.ron: This is a picture or film"),
        ] {
            let told = told(bytes);
            assert!(told.starts_with(said), "{said}: {told}");
        }
    }
}
