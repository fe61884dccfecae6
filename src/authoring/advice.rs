//! What to tell an author about each fault the RON reader can find, and at which word.

use ron::Error;
use ron::error::{Position as RonPosition, SpannedError};

use super::outline::{Bracket, Kind, Outline, Token};
use super::problem::{self, example};
use super::{Position, foreign, nearest};

/// The byte at which the fault is, and one or two plain sentences: what is wrong and what to write instead.
pub(super) fn advise(error: &SpannedError, outline: &Outline<'_>) -> (usize, String) {
    let byte_of = |position: RonPosition| {
        outline.byte(Position {
            line: position.line,
            column: position.col,
        })
    };
    let scene = Scene {
        outline,
        last: byte_of(error.span.start),
        reached: byte_of(error.span.end),
    };
    // What looks right and is not stops the reader in many ways, and none of them would help its author.
    let reached = scene.reached.max(scene.last);
    foreign::lookalike(outline, reached).unwrap_or_else(|| scene.advise(&error.code))
}

/// Where the reader was when it gave up.
struct Scene<'a> {
    outline: &'a Outline<'a>,
    /// Where the last thing it took in began.
    last: usize,
    /// How far it had come.
    reached: usize,
}

impl Scene<'_> {
    fn advise(&self, error: &Error) -> (usize, String) {
        if self.outline.tokens().is_empty() {
            return (0, problem::empty().to_owned());
        }
        match error {
            Error::NoSuchStructField {
                expected, found, ..
            } => (self.last, unknown_field(found, expected)),
            Error::NoSuchEnumVariant {
                expected, found, ..
            } => {
                let meant = nearest(found, expected.iter().copied());
                (self.last, problem::unknown_word(found, meant, expected))
            }
            Error::DuplicateStructField { field, .. } => {
                (self.last, problem::repeated_field(field))
            }
            Error::MissingStructField { field, .. } => {
                let sentence = problem::missing_field(field, example::of_field(field));
                (self.owner(), sentence)
            }
            Error::InvalidValueForType { expected, found } => self.wrong_value(expected, found),
            Error::ExpectedDifferentLength { found, .. } => {
                let example = self.example_around();
                (self.owner(), problem::wrong_length(*found, example))
            }
            // Said by types of ours, which know best.
            Error::Message(message) => (self.value().start, message.clone()),

            Error::Eof
            | Error::ExpectedComma
            | Error::ExpectedArrayEnd
            | Error::ExpectedStructLikeEnd
            | Error::ExpectedOptionEnd
            | Error::ExpectedMapEnd => self.no_end_here(),
            Error::ExpectedMapColon => (self.reached, problem::colon_missing().to_owned()),
            Error::ExpectedString => self.no_text_here(),
            Error::ExpectedStringEnd => (self.last_token().start, problem::text_not_closed()),
            Error::ExpectedArray => {
                let example = self.example();
                (self.reached, problem::list_expected(example))
            }
            Error::ExpectedMap
            | Error::ExpectedStructLike
            | Error::ExpectedNamedStructLike(_)
            | Error::ExpectedStructName(_) => self.no_bracket_here(),
            Error::ExpectedDifferentStructName { .. } => self.other_name_here(),
            Error::ExpectedBoolean => (self.reached, problem::yes_or_no_expected().to_owned()),
            Error::ExpectedIdentifier
            | Error::InvalidIdentifier(_)
            | Error::SuggestRawIdentifier(_)
            | Error::UnexpectedChar(_) => self.no_word_here(),
            Error::ExpectedInteger
            | Error::ExpectedFloat
            | Error::FloatUnderscore
            | Error::UnderscoreAtBeginning
            | Error::IntegerOutOfBounds
            | Error::InvalidIntegerDigit { .. } => {
                let number = self.value();
                let written = self.outline.written(number);
                (number.start, problem::number_expected(written))
            }
            Error::TrailingCharacters => (self.reached, problem::text_after_the_end().to_owned()),
            Error::ExceededRecursionLimit => {
                (self.reached, problem::nested_too_deeply().to_owned())
            }
            Error::UnclosedBlockComment | Error::UnclosedLineComment => (
                self.last_before("/*"),
                problem::comment_not_closed().to_owned(),
            ),
            Error::InvalidEscape(_) => (self.last_before("\\"), problem::wrong_escape().to_owned()),
            other => (self.last, problem::unreadable(&other.to_string())),
        }
    }

    /// The number of the token at which the reader stopped.
    fn here(&self) -> usize {
        self.outline.number_at(self.reached)
    }

    /// The token at which the reader stopped, if it was not the end of the text.
    fn token_here(&self) -> Option<Token> {
        self.outline.tokens().get(self.here()).copied()
    }

    fn token_before(&self) -> Option<Token> {
        let before = self.here().checked_sub(1)?;
        self.outline.tokens().get(before).copied()
    }

    /// The token with which the last thing that was taken in begins.
    fn last_token(&self) -> Token {
        let tokens = self.outline.tokens();
        tokens[self.outline.number_at(self.last).min(tokens.len() - 1)]
    }

    fn last_before(&self, sign: &str) -> usize {
        self.outline.text[..self.reached.max(self.last)]
            .rfind(sign)
            .unwrap_or(self.last)
    }

    /// What the value in question should look like, if its field is known.
    fn example(&self) -> Option<&'static str> {
        self.outline
            .field_of(self.here())
            .and_then(example::of_field)
    }

    /// What the value around this place should look like, if its field is known.
    fn example_around(&self) -> Option<&'static str> {
        let opening = self.outline.opening_around(self.here())?;
        self.outline
            .field_of(self.outline.name_before(opening))
            .and_then(example::of_field)
    }

    /// The value that was read and not liked. The reader is already past it or still before it.
    fn value(&self) -> Token {
        let tokens = self.outline.tokens();
        let number = self.outline.number_at(self.last.min(self.reached));
        let number = number.min(tokens.len() - 1);
        match (tokens[number].kind, number.checked_sub(1)) {
            (Kind::Close(_) | Kind::Comma, Some(before))
                if matches!(tokens[before].kind, Kind::Word | Kind::Text) =>
            {
                tokens[before]
            }
            _ => tokens[number],
        }
    }

    /// The beginning of what lacks something: the bracket around this place, or the name before it.
    fn owner(&self) -> usize {
        let opening = self.outline.opening_around(self.here());
        let number = opening.map_or(0, |opening| self.outline.name_before(opening));
        self.outline.tokens()[number].start
    }

    fn wrong_value(&self, expected: &str, found: &str) -> (usize, String) {
        let value = self.value();
        let sentence = match (found, value.kind) {
            (_, Kind::Open(_)) => problem::bracket_instead(expected),
            ("a sequence", _) => problem::several_values(expected),
            (_, Kind::Close(_) | Kind::Comma | Kind::Colon) => problem::nothing_instead(expected),
            ("a map", _) if !self.outline.written(value).contains("..") => {
                problem::field_instead(expected)
            }
            _ => problem::wrong_value(expected, self.outline.written(value)),
        };
        (value.start, sentence)
    }

    /// A value has been read, and neither a comma nor the right bracket follows.
    fn no_end_here(&self) -> (usize, String) {
        let Some(before) = self.token_before() else {
            return (self.reached, problem::comma_missing().to_owned());
        };
        if before.kind == Kind::Text && !self.outline.in_one_line(before.start, before.end) {
            return (before.start, problem::text_over_lines().to_owned());
        }

        let opening = self.outline.opening_around(self.here());
        let open = opening.and_then(|opening| {
            let token = self.outline.tokens()[opening];
            match token.kind {
                Kind::Open(bracket) => Some((token.start, bracket)),
                _ => None,
            }
        });
        let here = self.token_here();
        match (here.map(|here| here.kind), open) {
            (None, Some((start, bracket))) => {
                let line = self.outline.place(start).line;
                (
                    before.end,
                    problem::bracket_not_closed(bracket.opening(), bracket.closing(), line),
                )
            }
            (Some(Kind::Close(wrong)), Some((start, bracket))) => {
                let line = self.outline.place(start).line;
                let sentence = problem::wrong_bracket(
                    wrong.closing(),
                    bracket.opening(),
                    bracket.closing(),
                    line,
                );
                (self.reached, sentence)
            }
            (Some(_), Some(_)) if before.kind == Kind::Comma => {
                let sentence = problem::too_much_in_bracket(self.example_around());
                (self.reached, sentence)
            }
            _ => self.something_else_follows(before, open),
        }
    }

    fn something_else_follows(
        &self,
        before: Token,
        open: Option<(usize, Bracket)>,
    ) -> (usize, String) {
        let Some(here) = self.token_here() else {
            return (before.end, problem::comma_missing().to_owned());
        };
        let written = self.outline.written(here);
        let after = self.outline.tokens().get(self.here() + 1);
        let is_field = after.is_some_and(|after| after.kind == Kind::Colon);

        // The reader takes "25" of "25s" for a number and stops inside the word.
        if here.kind == Kind::Word && here.start < self.reached {
            return (here.start, problem::number_alone(written));
        }
        let is_number = |token| {
            let first = self.outline.written(token).chars().next();
            first.is_some_and(|first| first.is_ascii_digit())
        };
        if here.kind == Kind::Word && !is_field && is_number(before) {
            let written = &self.outline.text[before.start..here.end];
            return (before.start, problem::number_alone(written));
        }
        if before.kind == Kind::Text && before.end == here.start {
            return (before.end, problem::quotation_within().to_owned());
        }
        match open {
            Some((start, bracket))
                if self.outline.in_one_line(start, before.end)
                    && !self.outline.in_one_line(before.end, here.start) =>
            {
                (
                    before.end,
                    problem::comma_or_bracket_missing(bracket.closing()),
                )
            }
            _ => (before.end, problem::comma_missing().to_owned()),
        }
    }

    fn no_text_here(&self) -> (usize, String) {
        let written = self.token_here().map(|here| self.outline.written(here));
        let sentence = match written {
            Some(written) if written.starts_with(['“', '”', '„', '‘', '’', '\'', '«']) => {
                problem::straight_marks().to_owned()
            }
            _ => problem::text_expected(self.example()),
        };
        (self.reached, sentence)
    }

    fn no_bracket_here(&self) -> (usize, String) {
        match self.token_before() {
            None => (self.reached, problem::outer_bracket_missing().to_owned()),
            // A word such as Hold with nothing after it.
            Some(before) if before.kind == Kind::Word => {
                let word = self.outline.written(before);
                (
                    before.start,
                    problem::word_needs_bracket(word, example::of_word(word)),
                )
            }
            Some(_) => (self.reached, problem::bracket_expected(self.example())),
        }
    }

    fn other_name_here(&self) -> (usize, String) {
        if self.outline.number_at(self.last) == 0 {
            (self.last, problem::outer_bracket_missing().to_owned())
        } else {
            let here = self.outline.number_at(self.last);
            let example = self.outline.field_of(here).and_then(example::of_field);
            (self.last, problem::bracket_expected(example))
        }
    }

    /// Neither a field's name nor one of the format's words can be read here.
    fn no_word_here(&self) -> (usize, String) {
        let Some(here) = self.token_here() else {
            return self.no_end_here();
        };
        let written = self.outline.written(here);
        let after = self.outline.tokens().get(self.here() + 1);
        let is_before_colon = after.is_some_and(|after| after.kind == Kind::Colon);

        let sentence = if here.kind == Kind::Comma {
            problem::comma_too_many().to_owned()
        } else if is_before_colon && here.kind == Kind::Text {
            problem::field_in_quotes().to_owned()
        } else if is_before_colon {
            problem::field_with_signs(written)
        } else if let Some(field) = self.outline.field_of(self.here()) {
            problem::word_expected(example::of_entry(field))
        } else {
            let opening = self.outline.opening_around(self.here());
            let name = opening.map(|opening| self.outline.name_before(opening));
            let word = name.map(|name| self.outline.written(self.outline.tokens()[name]));
            problem::field_name_expected(word.and_then(example::of_word))
        };
        (here.start, sentence)
    }
}

/// Whoever writes "hold: 25" means a dose.
fn unknown_field(found: &str, expected: &[&str]) -> String {
    const DOSES: [&str; 3] = ["hold", "time", "reps"];
    let doses = DOSES.iter().filter(|_| expected.contains(&"dose"));
    let meant = nearest(found, expected.iter().chain(doses).copied());
    match meant {
        Some("hold") => problem::unknown_field(found, Some("dose: Hold(25)"), expected),
        Some("time") => problem::unknown_field(found, Some("dose: Time(40)"), expected),
        Some("reps") => problem::unknown_field(found, Some("dose: Reps(count: 10)"), expected),
        meant => problem::unknown_field(found, meant, expected),
    }
}
