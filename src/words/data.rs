//! What Settings say about a person's data: where it is, and taking it out, in and away.

/// Heading.
pub fn your_data() -> &'static str {
    "Your data"
}

/// Where the journal is.
pub fn kept() -> &'static str {
    "Kept on this computer only"
}

/// Opens a folder.
pub fn open_folder() -> &'static str {
    "Open folder"
}

/// Writing everything out.
pub fn export_title() -> &'static str {
    "Export everything"
}

/// What that is.
pub fn export_line() -> &'static str {
    "Sessions, pain scores and knee-map results as JSON and as tables, in a folder of its own."
}

/// Does it.
pub fn export() -> &'static str {
    "Export"
}

/// Taking in what was written out.
pub fn import_title() -> &'static str {
    "Import"
}

/// How.
pub fn import_line() -> &'static str {
    "Drop the file kneewise-journal.json of an earlier export on this window, or write \
                               where it is. Nothing is taken in twice."
}

/// In the field while nothing is in it.
pub fn path_hint() -> &'static str {
    "Path of the file or its folder"
}

/// Does it.
pub fn import() -> &'static str {
    "Import"
}

/// Where no path was given.
pub fn no_path() -> &'static str {
    "Write where the file is, or drop it on this window."
}

/// The log.
pub fn log_title() -> &'static str {
    "Log"
}

/// What it is.
pub fn log_line() -> &'static str {
    "What the program did, to find faults with. Nothing you answered, marked or wrote is in it."
}

/// Shows it.
pub fn show_log() -> &'static str {
    "Show log"
}

/// Erasing.
pub fn erase_title() -> &'static str {
    "Erase my history"
}

/// What goes and what stays.
pub fn erase_line() -> &'static str {
    "Sessions, pain scores and knee-map results go. Routines stay."
}

/// Does it, after asking.
pub fn erase() -> &'static str {
    "Erase"
}

/// Asks.
pub fn erase_ask() -> &'static str {
    "Erase all sessions and pain scores?"
}

/// See above.
pub fn erase_ask_line() -> &'static str {
    "Results of the knee map go with them. This cannot be undone. Routines stay."
}

/// After the first press.
pub fn erase_now() -> &'static str {
    "Press again to erase"
}

/// Leaves everything as it is.
pub fn keep() -> &'static str {
    "Keep"
}

/// After it was done.
pub fn erased() -> &'static str {
    "Your history was erased."
}

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
