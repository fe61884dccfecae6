//! Reading what people write by hand: RON text in, a value or a problem the author understands out.
//!
//! Nothing here touches the disk: a text and the name to call it by come in as arguments.

mod advice;
mod decode;
mod foreign;
mod limit;
mod number;
mod outline;
pub mod plain;
pub(crate) mod problem;

use std::cell::OnceCell;
use std::fmt;
use std::sync::Arc;

use ron::extensions::Extensions;
use ron::ser::PrettyConfig;
use serde::Serialize;
use serde::de::DeserializeOwned;

pub(crate) use decode::Order;
pub use decode::decode;
pub(crate) use limit::{check_name, check_text, check_texts, plain_name};
pub(crate) use number::whole_number;
pub use number::{Count, Format, Seconds};
pub(crate) use outline::Outline;

/// The newest version of the exercise and routine formats, as written in `format: 1`.
pub const FORMAT: u32 = 1;

/// The longest text that is read, in bytes. A routine is a few kilobytes; anything this large is something else.
pub const LONGEST_TEXT: usize = 1 << 20;

/// How deeply brackets may be nested before a text is refused.
const DEEPEST_NESTING: usize = 64;

/// The most problems of one file that are named. Nobody mends more at a time.
const MOST_PROBLEMS: usize = 100;

/// Something in a file that its author has to put right, with the place and what to write instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The file, as the author knows it.
    pub file: Arc<str>,
    /// Where in the file, if the problem has a place.
    pub place: Option<Position>,
    /// One or two sentences: what is wrong and what to write instead.
    pub sentence: String,
}

/// A place in a text, counted from 1 as text editors do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
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
            Some(Position { line, column }) => {
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

impl<'a> Source<'a> {
    /// Reads one value.
    ///
    /// # Errors
    ///
    /// The first fault in the text, with its place and advice.
    pub fn read<T: DeserializeOwned>(&self) -> Result<T, Problem> {
        if self.text.len() > LONGEST_TEXT {
            return Err(Problem::of_file(self.name, problem::too_long()));
        }
        dialect().from_str(self.plain_text()).map_err(|error| {
            let outline = self.outline();
            if let Some(sentence) = foreign::other_notation(self.plain_text()) {
                let first = outline.tokens().first().map_or(0, |token| token.start);
                return self.problem(outline.place(first), sentence);
            }
            let (byte, sentence) = advice::advise(&error, &outline);
            self.problem(outline.place(byte), sentence)
        })
    }

    /// Reads one field on its own, so that a fault in it does not touch the others. None if it is not there.
    ///
    /// # Errors
    ///
    /// What is wrong with this field.
    pub(crate) fn read_field<T: DeserializeOwned>(
        &self,
        outline: &Outline<'_>,
        name: &str,
    ) -> Result<Option<T>, Problem> {
        let fields = outline.root().map(|root| outline.fields(root));
        let Some((_, value)) = fields
            .into_iter()
            .flatten()
            .find(|(field, _)| *field == name)
        else {
            return Ok(None);
        };
        let extent = outline.extent(value);
        let written = &self.plain_text()[extent.clone()];
        dialect().from_str(written).map(Some).map_err(|error| {
            let (_, sentence) = advice::advise(&error, &Outline::of(written));
            self.problem(outline.place(extent.start), sentence)
        })
    }

    /// Its words and brackets with their places.
    pub(crate) fn outline(&self) -> Outline<'a> {
        Outline::of(self.plain_text())
    }

    /// The text without the mark that some editors put in front of it, as authors see it.
    fn plain_text(&self) -> &'a str {
        self.text.strip_prefix('\u{feff}').unwrap_or(self.text)
    }

    fn problem(&self, place: Position, sentence: String) -> Problem {
        Problem {
            file: self.name.into(),
            place: Some(place),
            sentence,
        }
    }
}

/// Writes a value so that [`Source::read`] can read it again, one field to a line.
///
/// # Errors
///
/// When the value has no form in RON.
pub(crate) fn write(value: &impl Serialize) -> Result<String, ron::Error> {
    let mut text = dialect().to_string_pretty(value, PrettyConfig::new())?;
    text.push('\n');
    Ok(text)
}

/// The RON that authors write: without `Some`, and with one pair of brackets where Rust would have two.
fn dialect() -> ron::Options {
    ron::Options::default()
        .with_default_extension(Extensions::IMPLICIT_SOME | Extensions::UNWRAP_VARIANT_NEWTYPES)
        .with_recursion_limit(DEEPEST_NESTING)
}

/// The way to a value: `items`, its second entry, that entry's `dose`.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Path<'a> {
    /// Everything.
    Whole,
    /// The field with this name.
    Field(&'a Path<'a>, &'a str),
    /// The entry with this number, from 0.
    Entry(&'a Path<'a>, usize),
}

impl<'a> Path<'a> {
    /// On to a field.
    pub fn field(&'a self, name: &'a str) -> Self {
        Self::Field(self, name)
    }

    /// On to an entry, counted from 0.
    pub fn entry(&'a self, index: usize) -> Self {
        Self::Entry(self, index)
    }
}

/// What is found wrong in a text whose form is right, each thing with its place.
#[derive(Debug)]
pub(crate) struct Faults<'a> {
    source: Source<'a>,
    outline: OnceCell<Outline<'a>>,
    problems: Vec<Problem>,
}

impl<'a> Faults<'a> {
    /// None so far.
    pub fn of(source: Source<'a>) -> Self {
        Self {
            source,
            outline: OnceCell::new(),
            problems: Vec::new(),
        }
    }

    /// How many things have been found wrong so far.
    pub fn count(&self) -> usize {
        self.problems.len()
    }

    /// Whether so much is wrong that nothing more will be named. What takes long to find or to word need not be looked
    /// for then.
    pub fn is_full(&self) -> bool {
        self.problems.len() == MOST_PROBLEMS
    }

    /// Something is wrong with the value this path leads to.
    pub fn add(&mut self, path: &Path<'_>, sentence: impl Into<String>) {
        if self.is_full() {
            return;
        }
        let outline = self.outline.get_or_init(|| self.source.outline());
        let place = outline
            .find(path)
            .map(|value| outline.place(outline.tokens()[value].start));
        self.problems.push(Problem {
            file: self.source.name.into(),
            place,
            sentence: sentence.into(),
        });
    }

    /// Whether nothing has been found wrong so far.
    pub fn is_empty(&self) -> bool {
        self.problems.is_empty()
    }

    /// The value if nothing is wrong with it.
    ///
    /// # Errors
    ///
    /// Everything that is, in the order of the text.
    pub fn unless_any<T>(self, value: T) -> Result<T, Vec<Problem>> {
        if self.is_empty() {
            Ok(value)
        } else {
            Err(self.into_problems())
        }
    }

    /// Everything found wrong, in the order of the text.
    pub fn into_problems(mut self) -> Vec<Problem> {
        self.problems.sort_by_key(|problem| problem.place);
        self.problems
    }
}

/// A file's name as a sentence about another file says it: without the folder, if both are in the same one.
pub(crate) fn seen_from<'a>(file: &str, other: &'a str) -> &'a str {
    let end_of_folder = |name: &str| {
        name.rfind(['/', std::path::MAIN_SEPARATOR])
            .map_or(0, |end| end + 1)
    };
    let (one, two) = (end_of_folder(file), end_of_folder(other));
    if file[..one] == other[..two] {
        &other[two..]
    } else {
        other
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
