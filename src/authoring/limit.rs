//! How long names and texts may be, and names without anything that a line would obey.

use serde::de::{Deserialize, Deserializer};

use super::{Faults, Path};
use crate::authoring::plain::one_line;
use crate::authoring::problem;

/// The longest name, in characters.
pub const LONGEST_NAME: usize = 200;
/// The longest text of a file, in characters.
pub const LONGEST_PROSE: usize = 10_000;

/// Names a name that is too long.
pub(crate) fn check_name(name: &str, at: &Path<'_>, faults: &mut Faults<'_>) {
    if let Some(length) = longer_than(LONGEST_NAME, name) {
        faults.add(at, problem::name_too_long(length, LONGEST_NAME));
    }
}

/// Names a text that is too long.
pub(crate) fn check_text(text: &str, at: &Path<'_>, faults: &mut Faults<'_>) {
    if let Some(length) = longer_than(LONGEST_PROSE, text) {
        faults.add(at, problem::text_too_long(length, LONGEST_PROSE));
    }
}

/// Names the texts of a list that are too long.
pub(crate) fn check_texts(texts: &[String], at: &Path<'_>, faults: &mut Faults<'_>) {
    for (index, text) in texts.iter().enumerate() {
        check_text(text, &at.entry(index), faults);
    }
}

/// The length of a text in characters, if it is more than this.
fn longer_than(most: usize, text: &str) -> Option<usize> {
    // It has at most as many characters as bytes.
    (text.len() > most)
        .then(|| text.chars().count())
        .filter(|length| *length > most)
}

/// Reads a name as one line that only says what it says.
pub(crate) fn plain_name<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let name = String::deserialize(deserializer)?;
    Ok(one_line(&name).trim().to_owned())
}
