//! Reading what people write by hand: RON text in, a value or a problem the author understands out.
//!
//! Nothing here touches the disk: a text and the name to call it by come in as arguments.

mod advice;
mod number;

use std::fmt;
use std::sync::Arc;

use ron::extensions::Extensions;
use serde::de::DeserializeOwned;

pub use number::{Count, Seconds};

/// The newest version of the exercise and routine formats, as written in `format: 1`.
pub const FORMAT: u32 = 1;

/// The longest text that is read, in bytes. A routine is a few kilobytes; anything this large is something else.
pub const LONGEST_TEXT: usize = 1 << 20;

/// How deeply brackets may be nested before a text is refused.
const DEEPEST_NESTING: usize = 64;

/// Something in a file that its author has to put right, with the place and what to write instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The file, as the author knows it.
    pub file: Arc<str>,
    /// Where in the file, if the problem has a place.
    pub place: Option<Place>,
    /// One or two sentences: what is wrong and what to write instead.
    pub sentence: String,
}

/// A place in a text, counted from 1 as text editors do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The line.
    pub line: usize,
    /// The character within the line.
    pub column: usize,
}

impl Problem {
    /// A problem of the file as a whole.
    pub fn of_file(file: &str, sentence: impl Into<String>) -> Self {
        Self {
            file: file.into(),
            place: None,
            sentence: sentence.into(),
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.place {
            Some(Place { line, column }) => {
                write!(f, "{}:{line}:{column}: {}", self.file, self.sentence)
            }
            None => write!(f, "{}: {}", self.file, self.sentence),
        }
    }
}

/// A text under the name its author knows it by.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// What to call it in problems, usually the file's name.
    pub name: &'a str,
    /// The whole text.
    pub text: &'a str,
}

impl Source<'_> {
    /// Reads one value.
    ///
    /// # Errors
    ///
    /// The first fault in the text, with its place and advice.
    pub fn read<T: DeserializeOwned>(&self) -> Result<T, Problem> {
        if self.text.len() > LONGEST_TEXT {
            return Err(Problem::of_file(
                self.name,
                crate::words::problem::too_long(),
            ));
        }

        ron::Options::default()
            .with_default_extension(Extensions::IMPLICIT_SOME | Extensions::UNWRAP_VARIANT_NEWTYPES)
            .with_recursion_limit(DEEPEST_NESTING)
            .from_str(self.text)
            .map_err(|error| Problem {
                file: self.name.into(),
                place: Some(Place {
                    line: error.span.start.line,
                    column: error.span.start.col,
                }),
                sentence: advice::sentence(&error.code),
            })
    }

    /// A problem at the first place where `needle` stands after `from` bytes, or of the whole file if it does not.
    pub fn problem_at(&self, needle: &str, sentence: impl Into<String>) -> Problem {
        Problem {
            file: self.name.into(),
            place: self.place_of(needle),
            sentence: sentence.into(),
        }
    }

    fn place_of(&self, needle: &str) -> Option<Place> {
        let before = &self.text[..self.text.find(needle)?];
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        Some(Place {
            line: before.matches('\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
        })
    }
}

/// The candidate that a person most likely meant by `found`, if one is near enough.
pub fn nearest<'a>(found: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    candidates
        .into_iter()
        .map(|candidate| {
            let likeness = strsim::jaro_winkler(&found.to_lowercase(), &candidate.to_lowercase());
            (likeness, candidate)
        })
        .filter(|(likeness, _)| *likeness > 0.75)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, candidate)| candidate)
}
