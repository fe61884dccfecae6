//! What of all that happens goes into the log: that it happened and of which kind, never what a person said or wrote.

use log::Level;

use super::state::{library, preferences};
use super::{Message, data};
use crate::audio;
use crate::journal::store::{Error, Notice};
use crate::journal::{Event, Saving};
use crate::logging::line::without_quotes;
use crate::settings;

/// Writes what has happened to the log, if it is worth a line there.
pub(super) fn log_message(message: &Message) {
    if let Some((level, text)) = line_of(message) {
        log::log!(level, "{text}");
    }
}

/// What the log says of what has happened, and how serious it is.
fn line_of(message: &Message) -> Option<(Level, String)> {
    let info = |text: &str| Some((Level::Info, text.to_owned()));
    let warn = |text: String| Some((Level::Warn, text));
    match message {
        Message::Preferences(preferences::Message::Written(Err(error))) => {
            warn(format!("settings: not written: {}", settings_kind(error)))
        }
        Message::Loaded(read) if !read.1.is_empty() => {
            warn(format!("content: faults: {}", read.1.len()))
        }
        Message::Library(library::Message::Read(reading)) => {
            let (routines, faults) = reading.counts();
            Some((
                if faults == 0 {
                    Level::Info
                } else {
                    Level::Warn
                },
                format!("library: routines: {routines}, faults: {faults}"),
            ))
        }
        Message::Desktop(data::Message::Shown(Err(_)) | data::Message::FileNotOpened(_)) => {
            warn(String::from("desktop: nothing opens a folder or file"))
        }
        // The name of a device may be the name of a person.
        Message::Audio(audio::Event::Sounding { .. }) => info("sound: the device is open"),
        Message::Audio(audio::Event::Silent { reason }) => {
            warn(format!("sound: none: {}", sound_kind(reason)))
        }
        Message::Journal(event) => of_journal(event),
        _ => None,
    }
}

fn of_journal(event: &Event) -> Option<(Level, String)> {
    let done = |what: &str, failed: Option<&Error>| match failed {
        None => (Level::Info, format!("journal: {what}: done")),
        Some(error) => (
            Level::Warn,
            format!("journal: {what}: {}", journal_kind(error)),
        ),
    };
    Some(match event {
        Event::Opened(notices) if notices.is_empty() => {
            (Level::Info, String::from("journal: open"))
        }
        Event::Opened(notices) => {
            let kinds: Vec<_> = notices.iter().map(notice_kind).collect();
            (
                Level::Warn,
                format!("journal: opened: {}", kinds.join(", ")),
            )
        }
        Event::Saving(Saving::Waiting(error)) => (
            Level::Warn,
            format!("journal: not saved: {}", journal_kind(error)),
        ),
        Event::Saving(Saving::Saved) => (Level::Info, String::from("journal: saved")),
        Event::Exported(result) => done("export", result.as_ref().err()),
        Event::Imported(result) => done("import", result.as_ref().err()),
        Event::Erased(result) => done("erase", result.as_ref().err()),
        _ => return None,
    })
}

fn notice_kind(notice: &Notice) -> &'static str {
    match notice {
        Notice::Damaged { .. } => "damaged and carried over",
        Notice::Restored { .. } => "gone and put back from a copy",
        Notice::Newer => "of a newer version",
        Notice::ReadOnly(_) => "read only",
        Notice::Absent(_) => "absent",
        Notice::Unread(_) => "not readable",
    }
}

/// The kind of an error of the journal. The error itself names files, and may quote what is in them.
fn journal_kind(error: &Error) -> String {
    match error {
        Error::Database { source, .. } => match source.sqlite_error() {
            Some(error) => format!("SQLite {:?} ({})", error.code, error.extended_code),
            None => String::from("SQLite"),
        },
        Error::Schema { .. } => String::from("schema"),
        Error::Damaged { .. } => String::from("damaged"),
        Error::Newer => String::from("of a newer version"),
        Error::ReadOnly { .. } => String::from("read only"),
        Error::NoFolder => String::from("no folder"),
        Error::File { source, .. } => format!("file, {:?}", source.kind()),
        Error::NotAnExport { .. } => String::from("no export"),
        Error::FaultyExport { .. } => String::from("faulty export"),
        Error::NewerExport { .. } => String::from("export of a newer version"),
        Error::TooLarge { .. } => String::from("too large"),
        Error::Excess { excess, .. } => format!("too much, {excess:?}"),
    }
}

fn settings_kind(error: &settings::Error) -> String {
    match error {
        settings::Error::Folder { source, .. } => format!("folder, {:?}", source.kind()),
        settings::Error::Backup { source, .. } => format!("copy, {:?}", source.kind()),
        settings::Error::Write { source, .. } => format!("file, {:?}", source.kind()),
        settings::Error::Text(_) => String::from("no text form"),
    }
}

fn sound_kind(reason: &audio::Reason) -> String {
    match reason {
        audio::Reason::NoDevice => String::from("no device"),
        audio::Reason::Busy => String::from("busy"),
        audio::Reason::Denied => String::from("denied"),
        audio::Reason::Stalled => String::from("stalled"),
        audio::Reason::Unsupported => String::from("unsupported"),
        audio::Reason::Other(words) => format!("other, {}", without_quotes(words)),
    }
}

#[cfg(test)]
mod tests {
    use std::io;
    use std::path::PathBuf;
    use std::sync::Arc;

    use super::*;
    use crate::app::screen::{finding, player, settings as settings_screen};
    use crate::authoring::Problem;
    use crate::content::Content;

    /// What must not come into the log: part of every path, name, note and sentence below.
    const PRIVATE: &str = "Ada";

    fn private() -> String {
        format!("{PRIVATE} hurts at night")
    }

    fn file() -> PathBuf {
        PathBuf::from(format!("/home/{PRIVATE}/knees.sqlite"))
    }

    fn full() -> Arc<io::Error> {
        Arc::new(io::Error::new(io::ErrorKind::StorageFull, private()))
    }

    /// What can happen with something private in it, and what the log says of it.
    fn table() -> Vec<(Message, Option<&'static str>)> {
        let problems = || vec![Problem::of_file(PRIVATE, private())];
        let journal = Message::Journal;
        vec![
            (
                Message::Preferences(preferences::Message::Written(Err(settings::Error::Write {
                    path: file(),
                    source: full(),
                }))),
                Some("settings: not written: file, StorageFull"),
            ),
            (
                Message::Loaded(Box::new((Content::read().0, problems()))),
                Some("content: faults: 1"),
            ),
            (
                Message::Desktop(data::Message::Shown(Err(private()))),
                Some("desktop: nothing opens a folder or file"),
            ),
            (
                Message::Audio(audio::Event::Sounding { device: private() }),
                Some("sound: the device is open"),
            ),
            (
                Message::Audio(audio::Event::Silent {
                    reason: audio::Reason::Other(format!("no \"{}\" here", private())),
                }),
                Some("sound: none: other, no \"…\" here"),
            ),
            (
                journal(Event::Opened(vec![
                    Notice::Damaged { kept: file() },
                    Notice::ReadOnly(private()),
                    Notice::Unread(private()),
                ])),
                Some("journal: opened: damaged and carried over, read only, not readable"),
            ),
            (
                journal(Event::Saving(Saving::Waiting(Error::Damaged {
                    file: file(),
                    detail: private(),
                }))),
                Some("journal: not saved: damaged"),
            ),
            (
                journal(Event::Saving(Saving::Waiting(Error::File {
                    file: file(),
                    source: full(),
                }))),
                Some("journal: not saved: file, StorageFull"),
            ),
            (
                journal(Event::Exported(Ok(file()))),
                Some("journal: export: done"),
            ),
            (
                journal(Event::Imported(Err(Error::NotAnExport { file: file() }))),
                Some("journal: import: no export"),
            ),
            (Message::Player(player::Message::Note(private())), None),
            (
                Message::Settings(settings_screen::Message::Data(
                    settings_screen::Doing::Path(private()),
                )),
                None,
            ),
            (Message::Dropped(file()), None),
            (Message::Desktop(data::Message::ImportFrom(file())), None),
            (Message::Finding(finding::Message::Change), None),
        ]
    }

    #[test]
    fn the_log_says_the_kind_of_what_happened_and_nothing_a_person_said() {
        for (message, expected) in table() {
            let line = line_of(&message).map(|(_, text)| text);
            assert_eq!(line.as_deref(), expected);
            assert!(!line.unwrap_or_default().contains(PRIVATE));
        }
    }
}
