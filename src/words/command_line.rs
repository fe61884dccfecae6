//! What the command line says.

use crate::authoring::problem::did_you_mean;

/// The last line of a check: how many files were looked at, and how many problems there are.
pub fn checked(files: usize, problems: usize) -> String {
    let files = counted(files, "file", "files");
    match problems {
        0 => format!("{files}, no problems."),
        _ => format!("{files}, {}.", counted(problems, "problem", "problems")),
    }
}

fn counted(number: usize, one: &str, more: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { more })
}

/// A routine id that no bundled routine has.
pub fn unknown_routine(found: &str, meant: Option<&str>, known: &[&str]) -> String {
    let advice = match meant {
        Some(meant) => did_you_mean(meant),
        None => format!(
            "The routines are {}. For a file of your own, write its name with \".ron\" at the end.",
            known.join(", ")
        ),
    };
    format!("There is no routine \"{found}\". {advice}")
}

/// A file of cases that cannot be read, or answers that cannot be written.
pub fn cases_not_readable(file: &str, detail: &str) -> String {
    format!("{file}: The cases could not be assessed: {detail}.")
}

/// There is nowhere to keep a log.
pub fn no_log() -> &'static str {
    "There is no home folder, so there is no log."
}

/// The columns of the list of routines: id, name, kind, length, steps, what one needs.
pub fn columns() -> [&'static str; 6] {
    ["ID", "NAME", "KIND", "LENGTH", "STEPS", "KIT"]
}

/// Where one needs nothing.
pub fn no_kit() -> &'static str {
    "-"
}

/// A shelf with nothing on it.
pub fn no_routines() -> &'static str {
    "There is no routine here."
}

/// The last line after contact sheets have been written.
pub fn figures_written(sheets: usize, folder: &str) -> String {
    format!(
        "{} in {folder}.",
        counted(sheets, "contact sheet", "contact sheets")
    )
}

/// An exercise that has no figure to write.
pub fn no_figure(id: &str) -> String {
    format!("The exercise \"{id}\" has no figure.")
}

/// Files without any exercise in them.
pub fn no_exercises() -> &'static str {
    "There is no exercise in these files."
}

/// A picture or folder that cannot be written.
pub fn not_writable(path: &str, detail: &str) -> String {
    format!("{path}: This could not be written: {detail}.")
}

/// A speed that is not a number, or too low, or too high.
pub fn speed_expected(lowest: f64, highest: f64) -> String {
    format!("the speed should be a number from {lowest} to {highest}")
}

/// The window could not be opened.
pub fn no_window(detail: &str) -> String {
    format!("The window could not be opened: {detail}")
}
