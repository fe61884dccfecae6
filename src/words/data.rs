//! What Settings say about a person's data: where it is, and taking it out, in and away.

use super::grammar::{Plural, plural};
use super::language::{phrase, sentences, text};
use super::progress::sessions_done;

sentences! {
    /// Heading.
    pub your_data = "Your data";
    /// Above the places.
    pub where_it_is = "Where it is";
    /// Above taking out and in.
    pub copies = "Copy and bring back";
    /// Where the journal is.
    pub kept = "Kept on this computer only";
    /// How they get there.
    pub own_routines_line = "Put .ron files and their pictures in this folder, or drop them on the window.";
    /// Opens a folder.
    pub open_folder = "Open folder";
    /// Writing everything out.
    pub export_title = "Export everything";
    /// What that is.
    pub export_line = "You choose where to save it: one folder, with a file to import and tables to read.";
    /// Does it.
    pub export = "Export";
    /// Taking in what was written out.
    pub import_title = "Import";
    /// How.
    pub import_line = "Choose a file, or drop it on the window: kneewise-journal.json from an export, or a \
        routine (.ron). Nothing is counted twice.";
    /// Where the dialog of the desktop was closed, or none opened.
    pub not_chosen = "Nothing was chosen. If no window opened to choose in, there is another way.";
    /// That way, for what is saved.
    pub save_in_documents = "Save in Documents";
    /// Opens the dialog of the desktop.
    pub choose_file = "Choose file";
    /// In the field while nothing is in it.
    pub path_hint = "Path to the file or its folder";
    /// Does it.
    pub import = "Import";
    /// Where no path was given.
    pub no_path = "Type where the file is, or drop it onto this window.";
    /// The log.
    pub log_title = "Log";
    /// What it is.
    pub log_line =
        "What the program did, to help find faults. Nothing you answered, marked or wrote is in it.";
    /// The file with the settings.
    pub settings_file = "Settings file";
    /// Shows it.
    pub show_log = "Show log";
    /// Erasing.
    pub erase_title = "Erase my history";
    /// What goes and what stays.
    pub erase_line = "Routines stay. Sessions, pain scores and results go.";
    /// Does it, after asking.
    pub erase = "Erase";
    /// Asks.
    pub erase_ask = "Erase all sessions and pain scores?";
    /// See above.
    pub erase_ask_line = "Results of the knee map go with them. This cannot be undone. Routines stay.";
    /// After the first press.
    pub erase_now = "Press again to erase";
    /// Leaves everything as it is.
    pub keep = "Keep";
    /// After it was done.
    pub erased = "Your history was erased.";
}

/// Where a folder is, below the person's home.
pub fn below_home(path: &str) -> String {
    phrase!("In your home folder, under {path}")
}

/// Where everything was written to.
pub fn exported(folder: &str) -> String {
    phrase!("Everything was written to {folder}")
}

/// What was taken in.
pub fn imported(sessions: usize, scores: usize) -> String {
    if sessions == 0 && scores == 0 {
        return text("Everything in it was here already.").to_owned();
    }
    let sessions = sessions_done(sessions);
    match plural(scores) {
        Plural::One => phrase!("{sessions} and {scores} pain score added"),
        Plural::Other => phrase!("{sessions} and {scores} pain scores added"),
    }
}
