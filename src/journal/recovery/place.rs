//! Keeps the journal in its place while it is open: files can be taken away or replaced by other programs, and what is
//! written then would be nowhere.

use std::fs;
use std::path::Path;

use rusqlite::ErrorCode;

use super::damage::beside;
use super::open::{self, FILE, Found};
use super::{backup, carry_over};
use crate::desktop::{self, private};
use crate::journal::error::Error;
use crate::journal::store::Store;

/// What tells a file from another one of the same name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::journal) struct Identity {
    #[cfg(unix)]
    device: u64,
    #[cfg(unix)]
    inode: u64,
}

/// The file of this name, if there is one.
pub(in crate::journal) fn identity(file: &Path) -> Option<Identity> {
    let metadata = fs::metadata(file).ok()?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        Some(Identity {
            device: metadata.dev(),
            inode: metadata.ino(),
        })
    }
    #[cfg(not(unix))]
    {
        // A file that is open cannot be replaced there.
        drop(metadata);
        Some(Identity {})
    }
}

impl Store {
    /// Sees that the open file is the one in the journal's folder. If it is not there any more it is made again from
    /// what is open; if there is another one, everything comes together in that.
    ///
    /// # Errors
    ///
    /// When there is no room for it: it is tried again then.
    pub(in crate::journal) fn stay(&mut self) -> Result<(), Error> {
        let Some(opened) = self.identity else {
            return Ok(());
        };
        match identity(&self.file()) {
            Some(there) if there == opened => self.keep_what_waits(),
            Some(_) => self.join(),
            None => self.come_back(),
        }
    }

    /// Without its -wal file, what was written lately would be lost with the program.
    fn keep_what_waits(&mut self) -> Result<(), Error> {
        let fault = |error| Error::database(&self.folder.join(FILE), error);
        let mode: String = self
            .connection
            .pragma_query_value(None, "journal_mode", |row| row.get(0))
            .map_err(fault)?;
        if mode != "wal" || beside(&self.file(), "-wal").exists() {
            return Ok(());
        }
        self.connection
            .query_row("PRAGMA wal_checkpoint(TRUNCATE)", (), |_| Ok(()))
            .map_err(fault)?;
        self.reopen(Found::Nothing)
    }

    /// Makes the file again from what is open.
    fn come_back(&mut self) -> Result<(), Error> {
        let file = self.file();
        private::create_folder(&self.folder).map_err(|error| Error::file(&self.folder, error))?;
        match backup::copy_into(&self.connection, &self.folder) {
            Ok(copy) => {
                copy.persist_noclobber(&file)
                    .map_err(|error| Error::file(&file, error.error))?;
                desktop::settle(&self.folder).map_err(|error| Error::file(&self.folder, error))?;
            }
            // The disk it was on is gone too.
            Err(error) if cannot_be_read(&error) => {}
            Err(error) => return Err(error),
        }
        self.reopen(Found::Nothing)
    }

    /// Brings everything into the file that is there now.
    fn join(&mut self) -> Result<(), Error> {
        let file = self.file();
        let fault = |error| Error::database(&file, error);
        let opened = open::open(&self.folder, Found::Nothing)?;
        if let Some(hindrance) = opened.hindrance {
            return Err(hindrance);
        }
        let mut other = opened.connection;
        let transaction = other.transaction().map_err(fault)?;
        transaction
            .pragma_update(None, "defer_foreign_keys", true)
            .map_err(fault)?;
        carry_over::everything(&self.connection, &transaction).map_err(fault)?;
        transaction.commit().map_err(fault)?;
        drop(other);
        self.reopen(Found::Nothing)?;
        self.note(opened.notices);
        Ok(())
    }
}

/// Whether it is what is open that is to blame.
fn cannot_be_read(error: &Error) -> bool {
    matches!(
        error.code(),
        Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase)
    ) || matches!(
        error,
        Error::Database { source, .. }
            if source.sqlite_error().is_some_and(|error| {
                [rusqlite::ffi::SQLITE_IOERR_READ, rusqlite::ffi::SQLITE_IOERR_SHORT_READ]
                    .contains(&error.extended_code)
            })
    )
}
