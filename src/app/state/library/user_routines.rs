//! Routines of one's own: what could be read in their folder, and the whole of those that are in use.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::watch::Watch;
use crate::content::Content;
use crate::exercise::Id;
use crate::library::{self, Fingerprint, LoadedRoutine, RoutineFile};

/// The routines of one's own.
#[derive(Debug)]
pub struct UserRoutines {
    /// Where they are; none when the person has no home.
    pub folder: Option<PathBuf>,
    /// What could be read there. What is wrong with the other files is also among the problems of the library.
    pub(super) read: Arc<library::RoutineFolder>,
    /// The whole of those that are in use: with a page of their own, or left in the middle of a session.
    pub(super) whole: Vec<LoadedRoutine>,
    state: State,
    /// How often the folder was read.
    readings: u32,
}

#[derive(Debug, Clone, Copy)]
enum State {
    Unread,
    /// A change meanwhile is seen afterwards.
    Reading,
    /// It was read when it looked like this.
    Read(Fingerprint),
}

/// A folder as it was read.
#[derive(Debug)]
pub struct Reading {
    /// How it looked just before.
    fingerprint: Fingerprint,
    pub(super) read: Arc<library::RoutineFolder>,
    /// The ids of routines that are in use.
    pub used: Vec<Id>,
    /// The whole of those among them that are there.
    pub whole: Vec<LoadedRoutine>,
}

impl Reading {
    /// How many routines there are, and how many faults in their files.
    pub fn counts(&self) -> (usize, usize) {
        (self.read.routines.len(), self.read.problems.len())
    }

    /// Reads a folder again; what has not changed in it is not read a second time.
    pub fn of(
        folder: &Path,
        content: &Content,
        before: &library::RoutineFolder,
        used: Vec<Id>,
    ) -> Self {
        let is_bundled = |id: &str| content.routine(id).is_some();
        let fingerprint = Fingerprint::at(folder);
        let read = before.read_again(folder, &content.catalogue, is_bundled);
        let whole = read
            .routines
            .iter()
            .filter(|routine_file| used.contains(&routine_file.summary.id))
            .filter_map(|routine_file| read.open(routine_file).ok())
            .collect();
        Self {
            fingerprint,
            read: Arc::new(read),
            used,
            whole,
        }
    }
}

impl UserRoutines {
    /// Nothing of a folder was read yet.
    pub fn new(folder: Option<PathBuf>) -> Self {
        Self {
            folder,
            read: Arc::default(),
            whole: Vec::new(),
            state: State::Unread,
            readings: 0,
        }
    }

    /// Those that could be read, in order of file name.
    pub fn routines(&self) -> &[RoutineFile] {
        &self.read.routines
    }

    /// The one with this id.
    pub fn routine(&self, id: &str) -> Option<&RoutineFile> {
        let mut routines = self.routines().iter();
        routines.find(|routine_file| &*routine_file.summary.id == id)
    }

    /// The folder that is to be read, where that is not being done already.
    pub(super) fn begin_reading(&mut self) -> Option<PathBuf> {
        let folder = self.folder.clone()?;
        if matches!(self.state, State::Reading) {
            return None;
        }
        self.state = State::Reading;
        Some(folder)
    }

    /// Puts what was read in the place of what was there.
    pub(super) fn take(&mut self, reading: &Reading) {
        self.state = State::Read(reading.fingerprint);
        self.readings = self.readings.wrapping_add(1);
        self.read = Arc::clone(&reading.read);
        self.whole.clone_from(&reading.whole);
    }

    /// What watches the folder, while it is not being read.
    pub(super) fn watch(&self) -> Option<Watch> {
        let known = match self.state {
            State::Unread => None,
            State::Reading => return None,
            State::Read(fingerprint) => Some(fingerprint),
        };
        Some(Watch {
            folder: self.folder.clone()?,
            known,
            readings: self.readings,
        })
    }
}
