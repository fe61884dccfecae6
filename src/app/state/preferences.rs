//! Preferences: what a person wished for. They hold at once, and are written behind the drawing.

use std::path::Path;

use iced::Task;

use crate::app::executor::spawn_blocking;
use crate::authoring;
use crate::desktop::Folders;
use crate::settings::{self, Settings};

/// What a person wished for, and the file it is kept in.
#[derive(Debug, Clone, Default)]
pub struct Preferences {
    /// What holds.
    pub settings: Settings,
    /// What there is to say about the file.
    pub problem: Option<Problem>,
    /// None when the person has no home.
    pub folders: Option<Folders>,
    writing: Writing,
}

/// What is wrong with the file, or with a folder that was to be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// It could not be read.
    NotRead(String),
    /// It could not be written.
    NotSaved(String),
    /// The folder with routines of one's own could not be opened.
    FolderNotOpened(String),
}

/// Settings are written one after another, so that the last change is what stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Writing {
    /// What is on the disk is what is wished for.
    #[default]
    Idle,
    /// It is being written.
    Busy,
    /// It is being written and has changed since.
    Outdated,
}

/// What happens to preferences.
#[derive(Debug, Clone)]
pub enum Message {
    /// They were written, or not and why.
    Written(Result<(), settings::Error>),
}

impl Preferences {
    /// Reads the file in a person's folders, which takes some hundred microseconds.
    pub fn read(folders: Option<Folders>) -> Self {
        let (settings, problems) = folders.as_ref().map_or_else(Default::default, |folders| {
            settings::read(&folders.settings())
        });
        Self::new(folders, settings, &problems)
    }

    /// Preferences as they were read, and what was wrong with their file.
    fn new(folders: Option<Folders>, settings: Settings, problems: &[authoring::Problem]) -> Self {
        Self {
            settings,
            problem: problems
                .first()
                .map(|problem| Problem::NotRead(problem.to_string())),
            folders,
            writing: Writing::Idle,
        }
    }

    /// The folders of the person's files; none without a home.
    pub fn folders(&self) -> Option<&Folders> {
        self.folders.as_ref()
    }

    /// Where the settings are.
    pub fn folder(&self) -> Option<&Path> {
        Some(self.folders.as_ref()?.config.as_path())
    }

    /// Where the journal is.
    pub fn data_folder(&self) -> Option<&Path> {
        Some(self.folders.as_ref()?.data.as_path())
    }

    /// From now on this is wished for; none where it was before.
    pub fn change(&mut self, changed: Settings) -> Option<Task<Message>> {
        if changed == self.settings {
            return None;
        }
        self.settings = changed;
        Some(self.write())
    }

    /// Takes in how writing went. What could not be read stays said; what could not be saved, until it is. What has changed
    /// meanwhile is written next.
    pub fn update(&mut self, message: Message) -> Task<Message> {
        let Message::Written(result) = message;
        match result {
            Err(error) => self.problem = Some(Problem::NotSaved(error.to_string())),
            Ok(()) => {
                let _saved = self
                    .problem
                    .take_if(|problem| matches!(problem, Problem::NotSaved(_)));
            }
        }
        match std::mem::take(&mut self.writing) {
            Writing::Outdated => self.write(),
            Writing::Idle | Writing::Busy => Task::none(),
        }
    }

    fn write(&mut self) -> Task<Message> {
        if self.writing != Writing::Idle {
            self.writing = Writing::Outdated;
            return Task::none();
        }
        let Some(folders) = self.folders.clone() else {
            return Task::none();
        };
        self.writing = Writing::Busy;
        let settings = self.settings.clone();
        spawn_blocking(move || settings::write(&folders.settings(), &settings))
            .map(Message::Written)
    }
}

#[cfg(test)]
mod tests {
    use std::io;
    use std::sync::Arc;

    use super::*;

    fn muted(muted: bool) -> Settings {
        Settings {
            muted,
            ..Settings::default()
        }
    }

    #[test]
    fn what_is_wished_for_already_is_not_written() {
        let mut preferences = Preferences::new(None, muted(true), &[]);
        assert!(preferences.change(muted(true)).is_none());
        assert!(preferences.change(muted(false)).is_some());
        assert_eq!(preferences.settings, muted(false));
    }

    #[test]
    fn what_changes_while_it_is_written_is_written_next() {
        let home = std::env::temp_dir();
        let folders = Folders {
            config: home.clone(),
            data: home,
        };
        let mut preferences = Preferences::new(Some(folders), muted(false), &[]);
        assert!(preferences.change(muted(true)).is_some());
        let _second = preferences.change(muted(false));
        assert_eq!(preferences.writing, Writing::Outdated);
        let _written = preferences.update(Message::Written(Ok(())));
        assert_eq!(preferences.writing, Writing::Busy, "the last change");
        let _written = preferences.update(Message::Written(Ok(())));
        assert_eq!(preferences.writing, Writing::Idle);
    }

    #[test]
    fn what_could_not_be_saved_is_said_until_it_is() {
        let mut preferences = Preferences::new(None, muted(false), &[]);
        let full = settings::Error::Write {
            path: "settings.ron".into(),
            source: Arc::new(io::ErrorKind::StorageFull.into()),
        };
        let _failed = preferences.update(Message::Written(Err(full)));
        assert!(matches!(preferences.problem, Some(Problem::NotSaved(_))));
        let _written = preferences.update(Message::Written(Ok(())));
        assert_eq!(preferences.problem, None);

        preferences.problem = Some(Problem::NotRead("line 1".to_owned()));
        let _written = preferences.update(Message::Written(Ok(())));
        assert!(preferences.problem.is_some(), "a fault of the file stays");
    }
}
