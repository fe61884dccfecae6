//! What is said about the journal: how it was opened, why something could not be written, and files of it.

use super::language::{phrase, sentences};

sentences! {
    /// The title of what there is to say about it.
    pub journal = "Your journal";
    /// The title while something is not on the disk.
    pub not_saved_yet = "This is not saved yet";
    /// What is being done about it.
    pub keeps_trying = "We keep trying; please do not close the window. Closing it twice leaves without saving.";
    /// What that means where no trying helps.
    pub never_saved =
        "What you do now is shown while this window is open, but it is not kept. Closing it twice leaves without saving.";
}

/// The journal was damaged, and a good deal of it most likely saved.
pub fn damaged(kept: &str) -> String {
    phrase!(
        "The journal file was damaged. Everything that could be read from it and from the newest good daily copy was \
         carried over, and the damaged file is kept as {kept}."
    )
}

/// The journal's file was gone, and a copy was there.
pub fn restored(day: &str) -> String {
    phrase!(
        "The journal file was not in its folder. It was restored from the copy of {day}; what was written after that \
         day is not in it."
    )
}

sentences! {
    /// A program that is newer wrote the journal.
    pub newer =
        "A newer version of Kneewise wrote this journal. You can read it here; to write in it, please update Kneewise.";
}

/// The journal can be read and not written.
pub fn read_only(reason: &str) -> String {
    phrase!(
        "Your journal can be read, but not written to at the moment. {reason} What you do is kept while Kneewise is open, \
         and written as soon as it can be."
    )
}

/// There is no journal at all.
pub fn absent(reason: &str) -> String {
    phrase!("Nothing can be saved at the moment. {reason}")
}

/// What is in the journal cannot be looked at.
pub fn unread(reason: &str) -> String {
    phrase!("What is in your journal cannot be shown at the moment. {reason}")
}

sentences! {
    /// There is no folder for a journal.
    pub no_folder =
        "This computer does not say where your files belong, so there is no place for the journal.";
}

/// No file can be made or changed there.
pub fn not_writable(file: &str) -> String {
    phrase!(
        "Kneewise is not allowed to write {file}. Please check that the folder is there and that you can change files in it."
    )
}

/// The disk is full.
pub fn disk_full(file: &str) -> String {
    phrase!(
        "The disk with {file} is full. Please make some room; nothing you do in the meantime is lost."
    )
}

sentences! {
    /// Another program has the journal for itself.
    pub busy = "Another program is using the journal. We try again every few seconds.";
    /// The database cannot make sense of its file.
    pub damaged_now =
        "The journal file is damaged. What can be read of it will be carried over as soon as there is somewhere to put it.";
}

/// The disk reports a fault.
pub fn disk_fault(file: &str, detail: &str) -> String {
    phrase!("The disk with {file} reports a fault ({detail}). We try again every few seconds.")
}

/// Something else went wrong.
pub fn other(detail: &str) -> String {
    phrase!("The journal could not do this ({detail}).")
}

/// A file that is not what another journal exported.
pub fn not_an_export(file: &str) -> String {
    phrase!(
        "{file} is not a journal that Kneewise exported. Please choose the file kneewise-journal.json from an exported \
         folder. Nothing was changed."
    )
}

/// A file of an export that breaks off or has a fault.
pub fn faulty_export(file: &str, line: usize) -> String {
    phrase!(
        "{file} was exported by Kneewise but has a fault on line {line}; perhaps it was not copied completely. Nothing was \
         changed."
    )
}

/// An export of a program that is newer.
pub fn newer_export(file: &str) -> String {
    phrase!(
        "{file} was exported by a newer version of Kneewise. Please update Kneewise to import it. Nothing was changed."
    )
}

/// A file far larger than any journal.
pub fn too_large(file: &str, most_megabytes: u64) -> String {
    phrase!(
        "{file} is over {most_megabytes} MB, which is larger than any journal. Nothing was changed."
    )
}

/// A file with a name longer than any.
pub fn name_too_long(file: &str, line: usize, most: usize) -> String {
    phrase!(
        "{file} has a name of more than {most} characters on line {line}. Please shorten it there. Nothing was changed."
    )
}

/// A file with a note longer than any.
pub fn note_too_long(file: &str, line: usize, most: usize) -> String {
    phrase!(
        "{file} has a note of more than {most} characters on line {line}. Please shorten it there. Nothing was changed."
    )
}

/// A file with more records than any journal has.
pub fn too_many_records(file: &str, most: usize) -> String {
    phrase!(
        "{file} has more than {most} records of one kind, which is more than any journal holds. Nothing was changed."
    )
}

sentences! {
    /// Under a note in which no more can be written.
    pub note_is_full = "A note can hold 10,000 characters at most.";
}

/// A file that the system would not give.
pub fn not_readable(file: &str, detail: &str) -> String {
    phrase!("{file} could not be read ({detail}).")
}

/// Heads of the columns of the exported tables.
pub mod column {
    /// Of sessions.
    pub const SESSIONS: [&str; 14] = [
        "id",
        "day",
        "began",
        "routine",
        "name",
        "kind",
        "state",
        "ended",
        "planned_seconds",
        "worked_seconds",
        "steps",
        "steps_done",
        "note",
        "changed",
    ];
    /// Of segments.
    pub const SEGMENTS: [&str; 13] = [
        "id", "session", "segment", "step", "kind", "exercise", "side", "set", "easier", "ended",
        "seconds", "left", "changed",
    ];
    /// Of pain.
    pub const PAIN: [&str; 9] = [
        "id", "day", "at", "knee", "occasion", "score", "session", "note", "changed",
    ];
    /// Of results of the knee map.
    pub const ASSESSMENTS: [&str; 12] = [
        "id",
        "day",
        "at",
        "knee",
        "standing",
        "marks",
        "age",
        "onset",
        "duration",
        "answers",
        "conditions",
        "red_flags",
    ];
}
