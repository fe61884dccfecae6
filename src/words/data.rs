//! What Settings say about a person's data: where it is, and taking it out, in and away.

/// Heading.
pub const YOUR_DATA: &str = "Your data";
/// Where the journal is.
pub const KEPT: &str = "Kept on this computer only";
/// Opens a folder.
pub const OPEN_FOLDER: &str = "Open folder";
/// Writing everything out.
pub const EXPORT_TITLE: &str = "Export everything";
/// What that is.
pub const EXPORT_LINE: &str =
    "Sessions, pain scores and knee-map results as JSON and as tables, in a folder of its own.";
/// Does it.
pub const EXPORT: &str = "Export";
/// Taking in what was written out.
pub const IMPORT_TITLE: &str = "Import";
/// How.
pub const IMPORT_LINE: &str = "Drop the file kneewise-journal.json of an earlier export on this window, or write \
                               where it is. Nothing is taken in twice.";
/// In the field while nothing is in it.
pub const PATH_HINT: &str = "Path of the file or its folder";
/// Does it.
pub const IMPORT: &str = "Import";
/// Where no path was given.
pub const NO_PATH: &str = "Write where the file is, or drop it on this window.";
/// The log.
pub const LOG_TITLE: &str = "Log";
/// What it is.
pub const LOG_LINE: &str =
    "What the program did, to find faults with. Nothing you answered, marked or wrote is in it.";
/// Shows it.
pub const SHOW_LOG: &str = "Show log";
/// Erasing.
pub const ERASE_TITLE: &str = "Erase my history";
/// What goes and what stays.
pub const ERASE_LINE: &str = "Sessions, pain scores and knee-map results go. Routines stay.";
/// Does it, after asking.
pub const ERASE: &str = "Erase";
/// Asks.
pub const ERASE_ASK: &str = "Erase all sessions and pain scores?";
/// See above.
pub const ERASE_ASK_LINE: &str =
    "Results of the knee map go with them. This cannot be undone. Routines stay.";
/// After the first press.
pub const ERASE_NOW: &str = "Press again to erase";
/// Leaves everything as it is.
pub const KEEP: &str = "Keep";
/// After it was done.
pub const ERASED: &str = "Your history was erased.";

/// Where everything was written to.
pub fn exported(folder: &str) -> String {
    format!("Everything was written to {folder}")
}

/// What was taken in.
pub fn imported(sessions: usize, scores: usize) -> String {
    if sessions == 0 && scores == 0 {
        return "Everything in it was here already.".to_owned();
    }
    let counted = |count: usize, one: &str, many: &str| {
        let word = if count == 1 { one } else { many };
        format!("{count} {word}")
    };
    let sessions = counted(sessions, "session", "sessions");
    let scores = counted(scores, "pain score", "pain scores");
    format!("{sessions} and {scores} added")
}
