//! A second look at a text: its words and brackets with their places, however broken the rest of it is.
//!
//! The RON reader says what is wrong and roughly where; values once read no longer know where they stood. The outline
//! answers both: which word is meant, and where the value stands that a path leads to.

mod scan;

use super::{Path, Position};
pub(crate) use scan::{Bracket, Kind, Token};

/// The words, texts and brackets of a text, comments left out.
#[derive(Debug)]
pub(crate) struct Outline<'a> {
    /// The whole text.
    pub text: &'a str,
    tokens: Vec<Token>,
    line_starts: Vec<usize>,
}

impl<'a> Outline<'a> {
    /// Goes through a text once.
    pub fn of(text: &'a str) -> Self {
        let tokens = scan::tokens(text);
        let line_starts = std::iter::once(0)
            .chain(text.match_indices('\n').map(|(newline, _)| newline + 1))
            .collect();
        Self {
            text,
            tokens,
            line_starts,
        }
    }

    /// Everything in the text, in order.
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// How a token is written.
    pub fn written(&self, token: Token) -> &'a str {
        &self.text[token.start..token.end]
    }

    /// What stands between two tokens, comments left out: each character with its byte.
    pub fn blanks(&self, start: usize, end: usize) -> impl Iterator<Item = (usize, char)> {
        scan::blanks(&self.text[start..end]).map(move |(byte, blank)| (start + byte, blank))
    }

    /// The place of a byte.
    pub fn place(&self, byte: usize) -> Position {
        let line = self.line_of(byte);
        let before = &self.text[self.line_starts[line]..byte];
        Position {
            line: line + 1,
            column: before.chars().count() + 1,
        }
    }

    /// The byte of a place; the nearest one if there is no such place.
    pub fn byte(&self, place: Position) -> usize {
        let line = place.line.clamp(1, self.line_starts.len()) - 1;
        let rest = &self.text[self.line_starts[line]..];
        let within = rest
            .char_indices()
            .nth(place.column.saturating_sub(1))
            .map_or(rest.len(), |(byte, _)| byte);
        self.line_starts[line] + within
    }

    /// Whether two bytes are in one line.
    pub fn in_one_line(&self, one: usize, other: usize) -> bool {
        self.line_of(one) == self.line_of(other)
    }

    fn line_of(&self, byte: usize) -> usize {
        self.line_starts
            .partition_point(|&start| start <= byte)
            .saturating_sub(1)
    }

    /// The number of the token that covers this byte or else comes next; that of one past the last at the end.
    pub fn number_at(&self, byte: usize) -> usize {
        self.tokens.partition_point(|token| token.end <= byte)
    }

    /// The opening bracket in which this token stands, if it is in one. A closing bracket stands in its own.
    pub fn opening_around(&self, number: usize) -> Option<usize> {
        let mut number = number;
        while let Some(before) = number.checked_sub(1) {
            let token = self.tokens[before];
            match (token.kind, token.partner) {
                (Kind::Open(_), _) => return Some(before),
                (Kind::Close(_), Some(opening)) => number = opening,
                _ => number = before,
            }
        }
        None
    }

    /// The field whose value begins with this token, or in whose list it is an entry.
    pub fn field_of(&self, number: usize) -> Option<&'a str> {
        let direct = self.field_before(number);
        direct.or_else(|| {
            let opening = self.opening_around(number)?;
            (self.tokens[opening].kind == Kind::Open(Bracket::Square))
                .then(|| self.field_before(opening))?
        })
    }

    fn field_before(&self, number: usize) -> Option<&'a str> {
        let (name, colon) = (number.checked_sub(2)?, number - 1);
        (self.tokens[colon].kind == Kind::Colon && self.tokens[name].kind == Kind::Word)
            .then(|| self.written(self.tokens[name]))
    }

    /// The name in front of an opening bracket, or the bracket itself.
    pub fn name_before(&self, opening: usize) -> usize {
        match opening.checked_sub(1) {
            Some(before) if self.tokens[before].kind == Kind::Word => before,
            _ => opening,
        }
    }

    /// The number of the token with which the value begins that a path leads to, or the nearest value on the way.
    pub fn find(&self, path: &Path<'_>) -> Option<usize> {
        match path {
            Path::Whole => self.root(),
            Path::Field(parent, name) => {
                let parent = self.find(parent)?;
                self.fields(parent)
                    .find(|(field, _)| field == name)
                    .map_or(Some(parent), |(_, value)| Some(value))
            }
            Path::Entry(parent, index) => {
                let parent = self.find(parent)?;
                self.elements(parent).nth(*index).or(Some(parent))
            }
        }
    }

    /// The names of the fields of the value that begins with this token, each with the token its value begins with.
    pub fn fields(&self, value: usize) -> impl Iterator<Item = (&'a str, usize)> {
        self.elements(value)
            .filter_map(|value| Some((self.field_before(value)?, value)))
    }

    /// The bytes of the value that begins with this token.
    pub fn extent(&self, value: usize) -> std::ops::Range<usize> {
        let last = self.group(value).map_or(value, |(_, end)| end);
        let last = last.min(self.tokens.len() - 1);
        self.tokens[value].start..self.tokens[last].end
    }

    /// The value everything is in, past attributes such as `#![enable(…)]`.
    pub fn root(&self) -> Option<usize> {
        let mut number = 0;
        while let Some(token) = self.tokens.get(number) {
            let is_attribute = self.written(*token).starts_with('#');
            match (is_attribute, self.tokens.get(number + 1)?.partner) {
                (true, Some(end)) => number = end + 1,
                _ => return Some(number),
            }
        }
        None
    }

    /// The first tokens of the values in brackets, past the names of fields.
    pub fn elements(&self, value: usize) -> impl Iterator<Item = usize> {
        let (opening, end) = self.group(value).unwrap_or((value, value));
        let mut next = opening + 1;
        std::iter::from_fn(move || {
            let begin = next;
            if begin >= end {
                return None;
            }
            // To the comma after this one, past brackets.
            while next < end && self.tokens[next].kind != Kind::Comma {
                next = match (self.tokens[next].kind, self.tokens[next].partner) {
                    (Kind::Open(_), Some(closing)) => closing + 1,
                    _ => next + 1,
                };
            }
            next += 1;
            let has_name = self.tokens[begin].kind == Kind::Word
                && self.tokens.get(begin + 1).map(|token| token.kind) == Some(Kind::Colon);
            Some(if has_name { begin + 2 } else { begin })
        })
        .filter(move |&value| value < end)
    }

    /// The brackets of the value that begins with this token: of `Hold(25)` as well as of `(25)`.
    fn group(&self, value: usize) -> Option<(usize, usize)> {
        let is_open = |number: &usize| matches!(self.tokens.get(*number), Some(token) if matches!(token.kind, Kind::Open(_)));
        let opening = if self.tokens.get(value)?.kind == Kind::Word {
            Some(value + 1).filter(is_open)?
        } else {
            Some(value).filter(is_open)?
        };
        let end = self.tokens[opening].partner.unwrap_or(self.tokens.len());
        Some((opening, end))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const TEXT: &str = "#![enable(implicit_some)]\n// id: \"no\"\n(\n  id: \"a\", /* items: [1] */\n  items: [\n    Rest(5), Block(items: [Rest(é), Hold(tempo: (1, 2))]),\n  ],\n)";

    fn found(path: &Path<'_>) -> (&'static str, usize, usize) {
        let outline = Outline::of(TEXT);
        let token = outline.tokens()[outline.find(path).unwrap()];
        let place = outline.place(token.start);
        (outline.written(token), place.line, place.column)
    }

    #[test]
    fn paths_lead_to_values() {
        let items = Path::Whole.field("items");
        let block = items.entry(1);
        let inner = block.field("items");
        let tempo = inner.entry(1);
        let tempo = tempo.field("tempo");
        assert_eq!(found(&Path::Whole), ("(", 3, 1));
        assert_eq!(found(&Path::Whole.field("id")), ("\"a\"", 4, 7));
        assert_eq!(found(&items), ("[", 5, 10));
        assert_eq!(found(&block), ("Block", 6, 14));
        assert_eq!(found(&inner.entry(0)), ("Rest", 6, 28));
        assert_eq!(found(&tempo.entry(1)), ("2", 6, 53));
        // What is not there is looked for as far as possible.
        assert_eq!(found(&block.field("name")), ("Block", 6, 14));
        assert_eq!(found(&items.entry(7)), ("[", 5, 10));
    }

    #[test]
    fn places_and_bytes_are_the_same_thing() {
        let outline = Outline::of(TEXT);
        for (byte, _) in TEXT.char_indices() {
            assert_eq!(outline.byte(outline.place(byte)), byte);
        }
    }

    #[test]
    fn broken_texts_have_outlines_too() {
        for text in [
            "", "(", ")", "([)]", "\"", "r#\"", "/*", "/* /* */", "a:", "#![", ":,(", "'\"'",
        ] {
            let outline = Outline::of(text);
            for number in 0..outline.tokens().len() {
                let _ = (outline.field_of(number), outline.opening_around(number));
                assert!(outline.extent(number).end <= text.len());
                let _ = outline.fields(number).count();
            }
            let _ = outline.find(&Path::Whole.field("a").entry(1));
        }
    }
}
