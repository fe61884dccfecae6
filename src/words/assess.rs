//! What `kneewise assess` says about lines that are no case.

use super::grammar::list;
use super::language::{phrase, sentences};
use crate::authoring::problem::{did_you_mean, written};

/// "Did you mean …?" or nothing.
fn advice(meant: Option<&str>) -> String {
    meant.map_or_else(String::new, |meant| format!(" {}", did_you_mean(meant)))
}

/// A line that is longer than any case.
pub fn line_too_long(most_megabytes: usize) -> String {
    phrase!(
        "This line has more than {most_megabytes} MB, so it was not read. A case has a few hundred characters: write each \
         on a line of its own."
    )
}

sentences! {
    /// Cases in an encoding that hardly anything writes; completes "could not be assessed: …".
    pub in_utf32 = "they are in UTF-32; please save them as UTF-8";
}

/// A line that is not JSON.
pub fn not_json(detail: &str) -> String {
    phrase!("This line is not JSON ({detail}).")
}

sentences! {
    /// A line with something else than a case.
    pub not_an_object = "This line should be one case in curly brackets.";
}

/// A field that a case does not have.
pub fn unknown_field(found: &str, meant: Option<&str>, known: &[&str]) -> String {
    let advice = match meant {
        Some(meant) => did_you_mean(meant),
        None => phrase!("The fields are {}.", list(known)),
    };
    phrase!(
        "There is no field \"{}\" in a case. {advice}",
        written(found)
    )
}

sentences! {
    /// A case without a name.
    pub id_missing = "The field \"id\" is missing. Write for example \"id\": \"case-1\".";
    /// A name that is none.
    pub id_expected = "The field \"id\" should be a text or a number.";
}

/// Neither left nor right.
pub fn side_expected(found: &str) -> String {
    phrase!(
        "The side should be \"left\" or \"right\", not {}.",
        written(found)
    )
}

sentences! {
    /// Something else than a list of regions.
    pub regions_expected =
        "The field \"regions\" should be a list of region ids, such as [\"peripatellar\"].";
}

/// A region that is neither in the evidence nor on the diagram.
pub fn unknown_region(found: &str, meant: Option<&str>) -> String {
    phrase!(
        "There is no region \"{}\".{}",
        written(found),
        advice(meant)
    )
}

/// Something else than an age.
pub fn age_expected(found: &str) -> String {
    phrase!(
        "The age should be a number of years from 0 to 120, a band such as \"35-44\", or null, not {}.",
        written(found)
    )
}

/// Something else than how it began.
pub fn onset_expected(found: &str) -> String {
    phrase!(
        "The onset should be \"gradual\", \"sudden\", \"injury\" or null, not {}.",
        written(found)
    )
}

/// Something else than how long it has hurt.
pub fn duration_expected(found: &str) -> String {
    phrase!(
        "The duration should be \"<2\", \"2-6\", \"6-12\", \">12\", a number of weeks, or null, not {}.",
        written(found)
    )
}

/// Something else than who has looked.
pub fn standing_expected(found: &str, examiners: &[&str]) -> String {
    phrase!(
        "The standing should be \"open\" or {{\"checked\": ...}} with one of {}, not {}.",
        list(examiners),
        written(found)
    )
}

sentences! {
    /// Something else than answers.
    pub answers_expected =
        "The field \"answers\" should be questions with their answers, such as {\"squat\": true}.";
}

/// A question that is not asked.
pub fn unknown_key(found: &str, meant: Option<&str>) -> String {
    phrase!(
        "There is no question \"{}\".{}",
        written(found),
        advice(meant)
    )
}

/// Something else than yes, no or not sure.
pub fn answer_expected(key: &str, found: &str) -> String {
    phrase!(
        "The answer to \"{key}\" should be true, false or null, not {}.",
        written(found)
    )
}
