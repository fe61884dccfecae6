//! Erases the journal for good: the rows, what they left in the file, its copies, and damaged files that were set aside.

use std::fs;
use std::io;
use std::path::Path;
use std::thread;
use std::time::Duration;

use super::error::Error;
use super::record::{Record, each_kind};
use super::recovery;
use super::store::Store;

impl Store {
    /// Erases everything that was ever written.
    ///
    /// # Errors
    ///
    /// When something of it could not be erased.
    pub fn erase(&mut self) -> Result<(), Error> {
        if let Some(hindrance) = self.hindrance() {
            return Err(hindrance.clone());
        }
        self.stay()?;
        let file = self.file();
        let fault = |error| Error::database(&file, error);
        let mut deletions = String::new();
        // What belongs to sessions goes before them.
        each_kind!(T => deletions.insert_str(0, &format!("DELETE FROM {}; ", T::NAME)));
        self.connection
            .execute_batch(&format!(
                "PRAGMA secure_delete = ON; BEGIN IMMEDIATE; {deletions} COMMIT; VACUUM"
            ))
            .map_err(fault)?;
        self.empty_what_waits()?;
        self.copied = None;
        remove(&self.folder.join(recovery::COPIES))?;
        for entry in fs::read_dir(&self.folder)
            .map_err(|error| Error::file(&self.folder, error))?
            .flatten()
        {
            if entry.file_name().to_str().is_some_and(recovery::is_of_old) {
                remove(&entry.path())?;
            }
        }
        Ok(())
    }

    /// Moves what is in the -wal file to where it belongs, and cuts that file off.
    fn empty_what_waits(&self) -> Result<(), Error> {
        const TRIES: usize = 5;
        const PAUSE: Duration = Duration::from_millis(200);
        for _ in 0..TRIES {
            let is_busy: bool = self
                .connection
                .query_row("PRAGMA wal_checkpoint(TRUNCATE)", (), |row| row.get(0))
                .map_err(|error| Error::database(&self.file(), error))?;
            if !is_busy {
                return Ok(());
            }
            // Another process is reading.
            thread::sleep(PAUSE);
        }
        let busy = rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_BUSY);
        Err(Error::database(
            &self.file(),
            rusqlite::Error::SqliteFailure(busy, None),
        ))
    }
}

/// Removes a file or a folder. One that is not there is removed already.
fn remove(path: &Path) -> Result<(), Error> {
    let removed = match fs::symlink_metadata(path) {
        Ok(metadata) if metadata.is_dir() => fs::remove_dir_all(path),
        Ok(_) => fs::remove_file(path),
        Err(error) => Err(error),
    };
    match removed {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(Error::file(path, error)),
        _ => Ok(()),
    }
}
