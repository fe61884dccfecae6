//! What the command line says.

use super::grammar::{Plural, list, plural};
use super::language::{phrase, sentences, text};
use crate::authoring::problem::did_you_mean;

/// The last line of a check: how many files were looked at, and how many problems there are.
pub fn checked(files: usize, problems: usize) -> String {
    let files = match plural(files) {
        Plural::One => phrase!("{files} file"),
        Plural::Other => phrase!("{files} files"),
    };
    match (problems, plural(problems)) {
        (0, _) => phrase!("{files}, no problems."),
        (_, Plural::One) => phrase!("{files}, {problems} problem."),
        (_, Plural::Other) => phrase!("{files}, {problems} problems."),
    }
}

/// A routine id that no bundled routine has.
pub fn unknown_routine(found: &str, meant: Option<&str>, known: &[&str]) -> String {
    let advice = match meant {
        Some(meant) => did_you_mean(meant),
        None => phrase!(
            "The routines are {}. For a file of your own, write its name with \".ron\" at the end.",
            list(known)
        ),
    };
    phrase!("There is no routine \"{found}\". {advice}")
}

/// A file of cases that cannot be read, or answers that cannot be written.
pub fn cases_not_readable(file: &str, detail: &str) -> String {
    phrase!("{file}: The cases could not be assessed: {detail}.")
}

sentences! {
    /// There is nowhere to keep a log.
    pub no_log = "There is no home folder, so there is no log.";
}

/// The columns of the list of routines: id, name, kind, length, steps, what one needs.
pub fn columns() -> [&'static str; 6] {
    ["ID", "NAME", "KIND", "LENGTH", "STEPS", "KIT"].map(text)
}

sentences! {
    /// Where one needs nothing.
    pub no_kit = "-";
    /// A catalog with nothing on it.
    pub no_routines = "There is no routine here.";
}

/// The last line after contact sheets have been written.
pub fn figures_written(sheets: usize, folder: &str) -> String {
    match plural(sheets) {
        Plural::One => phrase!("{sheets} contact sheet in {folder}."),
        Plural::Other => phrase!("{sheets} contact sheets in {folder}."),
    }
}

/// An exercise that has no figure to write.
pub fn no_figure(id: &str) -> String {
    phrase!("The exercise \"{id}\" has no figure.")
}

sentences! {
    /// Files without any exercise in them.
    pub no_exercises = "There is no exercise in these files.";
}

/// A picture or folder that cannot be written.
pub fn not_writable(path: &str, detail: &str) -> String {
    phrase!("{path}: This could not be written: {detail}.")
}

/// A speed that is not a number, or too low, or too high.
pub fn speed_expected(lowest: f64, highest: f64) -> String {
    phrase!("the speed should be a number from {lowest} to {highest}")
}

/// The window could not be opened.
pub fn no_window(detail: &str) -> String {
    phrase!("The window could not be opened: {detail}")
}
