//! Lines of an input of any length, in UTF-8 or UTF-16, of which no more is held in memory than a case may have.

use std::io::{self, BufRead, BufReader, Chain, Cursor, Read};

use crate::authoring::Order;
use crate::words::assess as words;

/// The longest line that is read, in bytes of UTF-8.
pub(super) const LONGEST_LINE: usize = 1 << 20;

/// How much UTF-16 is read at a time, in bytes.
const PIECE: usize = 8 << 10;

/// One line, without its end.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// What is in it.
    Text(Vec<u8>),
    /// It is longer than [`LONGEST_LINE`]. Nothing of it was kept.
    TooLong,
}

/// Goes through the lines of an input in whichever encoding it begins.
///
/// # Errors
///
/// When the input cannot be read, or is in UTF-32.
pub(super) fn lines(mut input: impl BufRead) -> io::Result<impl Iterator<Item = io::Result<Line>>> {
    let mut beginning = Vec::new();
    let _ = input
        .by_ref()
        .take(Order::TOLD_BY as u64)
        .read_to_end(&mut beginning)?;
    let order = Order::of(&beginning);
    let whole = Cursor::new(beginning).chain(input);
    let mut text = match order {
        Order::Utf8 => Text::Utf8(whole),
        Order::Utf16(unit) => Text::Utf16(BufReader::new(Utf16::new(whole, unit))),
        Order::Utf32 => {
            return Err(io::Error::new(
                io::ErrorKind::InvalidData,
                words::in_utf32(),
            ));
        }
    };
    Ok(std::iter::from_fn(move || {
        match &mut text {
            Text::Utf8(text) => next_line(text),
            Text::Utf16(text) => next_line(text),
        }
        .transpose()
    }))
}

enum Text<R: BufRead> {
    Utf8(Chain<Cursor<Vec<u8>>, R>),
    Utf16(BufReader<Utf16<Chain<Cursor<Vec<u8>>, R>>>),
}

/// The next line; none at the end.
fn next_line(text: &mut impl BufRead) -> io::Result<Option<Line>> {
    let mut line = Vec::new();
    let mut is_too_long = false;
    let mut has_begun = false;
    loop {
        let there = match text.fill_buf() {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            there => there?,
        };
        if there.is_empty() && !has_begun {
            return Ok(None);
        }
        has_begun = true;
        let end = there.iter().position(|byte| *byte == b'\n');
        let piece = &there[..end.unwrap_or(there.len())];
        is_too_long |= line.len() + piece.len() > LONGEST_LINE;
        if is_too_long {
            line = Vec::new();
        } else {
            line.extend_from_slice(piece);
        }
        let is_last = end.is_some() || there.is_empty();
        let taken = end.map_or(there.len(), |end| end + 1);
        text.consume(taken);
        if is_last {
            return Ok(Some(if is_too_long {
                Line::TooLong
            } else {
                Line::Text(line)
            }));
        }
    }
}

/// UTF-16 as UTF-8. What cannot be is replaced by U+FFFD.
struct Utf16<R> {
    input: R,
    unit: fn([u8; 2]) -> u16,
    /// The first half of a unit, or of a pair of units.
    halves: Vec<u8>,
    ready: Cursor<Vec<u8>>,
}

impl<R: Read> Utf16<R> {
    fn new(input: R, unit: fn([u8; 2]) -> u16) -> Self {
        Self {
            input,
            unit,
            halves: Vec::new(),
            ready: Cursor::default(),
        }
    }

    /// Makes the next piece ready; nothing is ready at the end.
    fn refill(&mut self) -> io::Result<()> {
        let mut piece = [0; PIECE];
        let mut text = String::new();
        while text.is_empty() {
            let read = match self.input.read(&mut piece) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                read => read?,
            };
            let is_end = read == 0;
            let mut bytes = std::mem::take(&mut self.halves);
            bytes.extend_from_slice(&piece[..read]);
            let (pairs, odd) = bytes.as_chunks::<2>();
            let mut units: Vec<u16> = pairs.iter().map(|pair| (self.unit)(*pair)).collect();
            // The other half of a pair may be in the next piece.
            let is_half = |unit: &u16| (0xd800..0xdc00).contains(unit);
            if !is_end && units.pop_if(|unit| is_half(unit)).is_some() {
                self.halves.extend_from_slice(&pairs[pairs.len() - 1]);
            }
            if !is_end {
                self.halves.extend_from_slice(odd);
            }
            let characters = char::decode_utf16(units);
            text.extend(
                characters.map(|character| character.unwrap_or(char::REPLACEMENT_CHARACTER)),
            );
            if is_end {
                break;
            }
        }
        self.ready = Cursor::new(text.into_bytes());
        Ok(())
    }
}

impl<R: Read> Read for Utf16<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.ready.position() == self.ready.get_ref().len() as u64 {
            self.refill()?;
        }
        self.ready.read(into)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    /// An input that gives so many bytes at a time, as a slow pipe does.
    struct Drops<'a>(&'a [u8], usize);

    impl Read for Drops<'_> {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            let length = self.1.min(into.len()).min(self.0.len());
            into[..length].copy_from_slice(&self.0[..length]);
            self.0 = &self.0[length..];
            Ok(length)
        }
    }

    fn read(bytes: &[u8], at_a_time: usize) -> Vec<Option<String>> {
        let input = BufReader::new(Drops(bytes, at_a_time));
        let text = |line: io::Result<Line>| match line.unwrap() {
            Line::Text(bytes) => Some(String::from_utf8(bytes).unwrap()),
            Line::TooLong => None,
        };
        lines(input).unwrap().map(text).collect()
    }

    fn utf16(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(unit).collect()
    }

    #[test]
    fn every_encoding_gives_the_same_lines_however_they_come() {
        let text = "{\"id\": \"Grätsche 膝 👩\"}\r\n\n{}\n👩👩";
        let lines: Vec<_> = text.split('\n').map(|line| Some(line.to_owned())).collect();
        let mark = "\u{feff}";
        for bytes in [
            text.as_bytes().to_vec(),
            utf16(text, u16::to_le_bytes),
            utf16(text, u16::to_be_bytes),
            format!("{mark}{text}").into_bytes(),
            utf16(&format!("{mark}{text}"), u16::to_le_bytes),
            utf16(&format!("{mark}{text}"), u16::to_be_bytes),
        ] {
            for at_a_time in [1, 2, 3, 5, 8192] {
                let mut read = read(&bytes, at_a_time);
                let first = read[0].take().unwrap();
                read[0] = Some(first.trim_start_matches(mark).to_owned());
                assert_eq!(read, lines, "{at_a_time}");
            }
        }
    }

    #[test]
    fn a_line_that_is_too_long_is_passed_over() {
        let just = "x".repeat(LONGEST_LINE);
        let text = format!("a\n{just}\n{just}x\nb\n{just}xx");
        for bytes in [text.clone().into_bytes(), utf16(&text, u16::to_le_bytes)] {
            let read = read(&bytes, 5_000);
            let lengths: Vec<_> = read
                .iter()
                .map(|line| line.as_ref().map(String::len))
                .collect();
            assert_eq!(lengths, [Some(1), Some(LONGEST_LINE), None, Some(1), None]);
        }
    }

    #[test]
    fn ends_are_as_ends_of_lines_are() {
        for (text, count) in [
            ("", 0),
            ("\n", 1),
            ("a", 1),
            ("a\n", 1),
            ("a\n\n", 2),
            ("a\nb", 2),
        ] {
            assert_eq!(read(text.as_bytes(), 100).len(), count, "{text:?}");
        }
        // Half of a character at the end.
        assert_eq!(
            read(&[b'a', 0, 0x3d, 0xd8], 100),
            [Some("a\u{fffd}".to_owned())]
        );
        assert_eq!(read(&[b'a', 0, 0x3d], 100).len(), 1);
    }

    #[test]
    fn utf_32_is_refused() {
        assert!(lines(&b"\xff\xfe\0\0a\0\0\0"[..]).is_err());
    }
}
