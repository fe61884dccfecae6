//! The database of one person: what is written to it, and what keeps it where it is.
//!
//! There always is one. Where no file can be opened it is in memory, and knows why nothing can be written.

use std::path::{Path, PathBuf};

use jiff::civil::Date;
use rusqlite::{Connection, ErrorCode};
use tempfile::TempDir;

use super::recovery::{self, Found, Identity, Opened};
use super::{clock, record, schema};
use crate::training::record::Entry;

pub use super::error::{Error, Notice};
pub use super::import::Added;
pub use super::limits::Excess;
pub use super::read::Whole;

/// The database of one person.
#[derive(Debug)]
pub struct Store {
    pub(super) connection: Connection,
    pub(super) folder: PathBuf,
    /// Why nothing can be written, if so.
    hindrance: Option<Error>,
    /// What is to be said about how it was opened.
    notices: Vec<Notice>,
    /// The file that was opened, to see when another one is in its place.
    pub(super) identity: Option<Identity>,
    /// What SQLite counts up when another process writes.
    others: i64,
    is_checked: bool,
    /// The day whose copy is made.
    pub(super) copied: Option<Date>,
    /// The folder of the copy that is read where the journal itself cannot be.
    _copy: Option<TempDir>,
}

impl Store {
    /// Opens the journal in this folder, or makes it. What is damaged is mended, and what cannot be written is read.
    ///
    /// # Errors
    ///
    /// When there is not even room in memory for an empty one.
    pub fn open(folder: &Path) -> Result<(Self, Vec<Notice>), Error> {
        let mut store = Self::open_unchecked(folder)?;
        // What could not be checked now is checked before anything is written.
        let _later = store.check();
        let notices = store.take_notices();
        Ok((store, notices))
    }

    /// Opens it without reading all of it: damage deep in the file shows later, at the latest before something is
    /// written.
    pub(super) fn open_unchecked(folder: &Path) -> Result<Self, Error> {
        recovery::sweep(folder);
        let opened = recovery::open(folder, Found::Nothing)?;
        Ok(Self::of(opened, folder))
    }

    /// One in memory, for those who have no folder.
    pub(super) fn without_folder() -> Result<Self, Error> {
        let opened = recovery::in_memory(Error::NoFolder)?;
        Ok(Self::of(opened, Path::new("")))
    }

    fn of(opened: Opened, folder: &Path) -> Self {
        let mut store = Self {
            identity: recovery::identity(&folder.join(recovery::FILE)),
            connection: opened.connection,
            folder: folder.to_path_buf(),
            hindrance: opened.hindrance,
            notices: opened.notices,
            others: 0,
            is_checked: false,
            copied: None,
            _copy: opened.copy,
        };
        let _first = store.others_wrote();
        store
    }

    /// The file it is kept in.
    pub(super) fn file(&self) -> PathBuf {
        self.folder.join(recovery::FILE)
    }

    /// Why nothing can be written, if so.
    pub fn hindrance(&self) -> Option<&Error> {
        self.hindrance.as_ref()
    }

    /// What has to be said since it was asked last.
    pub fn take_notices(&mut self) -> Vec<Notice> {
        std::mem::take(&mut self.notices)
    }

    /// Has this said too.
    pub(super) fn note(&mut self, notices: Vec<Notice>) {
        self.notices.extend(notices);
    }

    /// Whether another process wrote since this was asked last.
    pub fn others_wrote(&mut self) -> bool {
        let before = self.others;
        self.others = schema::number(&self.connection, "data_version").unwrap_or(before);
        self.others != before
    }

    /// Reads the whole file once, mends it if it is damaged, and makes the day's copy of it.
    ///
    /// # Errors
    ///
    /// When it could not be looked at: it is tried again then.
    pub fn check(&mut self) -> Result<(), Error> {
        if self.is_checked {
            return Ok(());
        }
        match recovery::check(&self.connection, &self.file()) {
            Err(error) if error.is_damage() => self.reopen(Found::Damage(error))?,
            checked => checked?,
        }
        self.is_checked = true;
        // A copy that fails is no reason not to go on: it is made another time.
        let _another_time = self.back_up();
        Ok(())
    }

    /// Makes the day's copy, if there is none yet.
    pub(super) fn back_up(&mut self) -> Result<(), Error> {
        let today = clock::now().day();
        let is_done = self.copied == Some(today);
        if is_done || self.hindrance.is_some() || !self.is_checked || self.is_empty()? {
            return Ok(());
        }
        recovery::back_up(&self.connection, &self.folder, today)?;
        self.copied = Some(today);
        Ok(())
    }

    /// Tries to open the file again where it could not be written.
    pub(super) fn try_again(&mut self) -> Result<(), Error> {
        if self.hindrance.is_some() && !self.folder.as_os_str().is_empty() {
            self.reopen(Found::Nothing)?;
            self.check()?;
        }
        Ok(())
    }

    /// Mends the file where it is to blame for an error; gives the error back where it is not.
    pub(super) fn mend(&mut self, error: Error) -> Result<(), Error> {
        if error.is_damage() {
            self.reopen(Found::Damage(error))
        } else if error.code() == Some(ErrorCode::OperationInterrupted) {
            self.check()
        } else {
            Err(error)
        }
    }

    /// Reads something. As long as the file was not looked through that may take only so long: there may be no end to it.
    pub(super) fn with_limit<T>(
        &self,
        read: impl FnOnce(&Self) -> Result<T, Error>,
    ) -> Result<T, Error> {
        if self.is_checked {
            return read(self);
        }
        let fault = |error| Error::database(&self.file(), error);
        schema::end_after(&self.connection, schema::LIMIT).map_err(fault)?;
        let answer = read(self);
        schema::never_end(&self.connection).map_err(fault)?;
        answer
    }

    /// Closes the connection and opens the file anew. What was said about it before is said again only if it is other.
    pub(super) fn reopen(&mut self, found: Found) -> Result<(), Error> {
        let known = self.hindrance.is_some();
        let memory =
            Connection::open_in_memory().map_err(|error| Error::database(&self.file(), error))?;
        drop(std::mem::replace(&mut self.connection, memory));
        let opened = recovery::open(&self.folder, found)?;
        let mut notices = self.take_notices();
        notices.extend(
            opened
                .notices
                .iter()
                .filter(|notice| {
                    let is_hindrance = matches!(
                        notice,
                        Notice::Absent(_) | Notice::ReadOnly(_) | Notice::Newer
                    );
                    !(known && is_hindrance)
                })
                .cloned(),
        );
        *self = Self::of(opened, &self.folder);
        self.notices = notices;
        Ok(())
    }

    /// Writes these down, all or none. A part of a session that is not there is left out.
    ///
    /// # Errors
    ///
    /// When they could not be written; nothing of them is then.
    pub fn write(&mut self, entries: &[Entry]) -> Result<(), Error> {
        if let Some(hindrance) = &self.hindrance {
            return Err(hindrance.clone());
        }
        self.check()?;
        self.stay()?;
        if let Some(hindrance) = &self.hindrance {
            return Err(hindrance.clone());
        }
        match self.write_at(entries, clock::now().utc_ms) {
            Err(error) if error.is_damage() => {
                self.reopen(Found::Damage(error))?;
                match &self.hindrance {
                    Some(hindrance) => Err(hindrance.clone()),
                    None => self.write_at(entries, clock::now().utc_ms),
                }
            }
            written => written,
        }
    }

    /// Writes these down as of a moment in UTC, wherever this store is.
    pub(super) fn write_at(&mut self, entries: &[Entry], now_ms: i64) -> Result<(), Error> {
        let file = self.file();
        let transaction = self
            .connection
            .transaction()
            .map_err(|error| Error::database(&file, error))?;
        // A session comes before its parts, in whatever order they were told.
        let (sessions, others): (Vec<_>, Vec<_>) = entries
            .iter()
            .partition(|entry| matches!(entry, Entry::Session(_)));
        for entry in sessions.into_iter().chain(others) {
            record::write_entry(&transaction, entry, now_ms)
                .map_err(|error| Error::database(&file, error))?;
        }
        transaction
            .commit()
            .map_err(|error| Error::database(&file, error))
    }

    /// The same rows in memory, where what waits to be written can be seen already.
    pub(super) fn shadow(&self) -> Result<Self, Error> {
        let fault = |error| Error::database(&self.file(), error);
        let mut connection = Connection::open_in_memory().map_err(fault)?;
        recovery::copy(&self.connection, &mut connection).map_err(fault)?;
        schema::set_up(&mut connection).map_err(fault)?;
        let opened = Opened {
            connection,
            hindrance: None,
            notices: Vec::new(),
            copy: None,
        };
        Ok(Self::of(opened, &self.folder))
    }
}
