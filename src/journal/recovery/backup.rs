//! A copy of the journal for each of the last days it was used, made while it is open.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};
use tempfile::TempPath;

use super::damage::{UNFINISHED, beside, set_aside};
use super::open::{self, FILE};
use crate::desktop::{self, private};
use crate::journal::error::Error;

/// The folder of the copies, in the journal's folder.
pub(in crate::journal) const FOLDER: &str = "backups";
/// How many copies are kept.
const KEPT: usize = 7;

const BEGINNING: &str = "journal-";
const ENDING: &str = ".sqlite";

/// Copies a whole database over another one.
pub(in crate::journal) fn copy(from: &Connection, into: &mut Connection) -> rusqlite::Result<()> {
    // All pages at once, so that no other process can come in between.
    const ALL_PAGES: i32 = -1;
    let backup = Backup::new(from, into)?;
    match backup.step(ALL_PAGES)? {
        StepResult::Done => Ok(()),
        _ => Err(rusqlite::Error::SqliteFailure(
            rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_BUSY),
            None,
        )),
    }
}

/// Copies a database into a new file in a folder, whole and by itself, which has no name to stay yet.
pub(super) fn copy_into(from: &Connection, folder: &Path) -> Result<TempPath, Error> {
    let file = tempfile::Builder::new()
        .prefix(UNFINISHED)
        .tempfile_in(folder)
        .map_err(|error| Error::file(folder, error))?
        .into_temp_path();
    let fault = |error| Error::database(&file, error);
    let mut connection = Connection::open(&file).map_err(fault)?;
    copy(from, &mut connection).map_err(fault)?;
    // Without this it could only be read with a -wal file beside it.
    let _mode: String = connection
        .pragma_update_and_check(None, "journal_mode", "DELETE", |row| row.get(0))
        .map_err(fault)?;
    connection.close().map_err(|(_, error)| fault(error))?;
    File::options()
        .write(true)
        .open(&file)
        .and_then(|file| file.sync_all())
        .map_err(|error| Error::file(folder, error))?;
    Ok(file)
}

/// Makes the copy of a day, if it is not there yet, and takes away the oldest.
pub(in crate::journal) fn make(from: &Connection, journal: &Path, day: Date) -> Result<(), Error> {
    let folder = journal.join(FOLDER);
    let name = folder.join(format!("{BEGINNING}{day}{ENDING}"));
    if name.exists() {
        return Ok(());
    }
    private::create_folder(&folder).map_err(|error| Error::file(&folder, error))?;
    copy_into(from, &folder)?
        .persist(&name)
        .map_err(|error| Error::file(&name, error.error))?;
    desktop::settle(&folder).map_err(|error| Error::file(&folder, error))?;
    for (_, old) in all(journal).into_iter().skip(KEPT) {
        if old != name {
            fs::remove_file(&old).map_err(|error| Error::file(&old, error))?;
        }
    }
    Ok(())
}

/// The copies and their days, newest first.
fn all(journal: &Path) -> Vec<(Date, PathBuf)> {
    let entries = fs::read_dir(journal.join(FOLDER)).into_iter().flatten();
    let mut copies: Vec<_> = entries
        .flatten()
        .filter_map(|entry| {
            let name = entry.file_name();
            let day = name
                .to_str()?
                .strip_prefix(BEGINNING)?
                .strip_suffix(ENDING)?;
            Some((day.parse().ok()?, entry.path()))
        })
        .collect();
    copies.sort();
    copies.reverse();
    copies
}

/// The newest copy that is sound, opened to read it, and its day.
pub(super) fn newest_good(journal: &Path) -> Option<(Connection, Date)> {
    all(journal).into_iter().find_map(|(day, copy)| {
        let connection = open::read_in_place(&copy).ok()?;
        Some((connection, day))
    })
}

/// Puts the newest good copy in the place of a journal that is not there. Gives its day, if there is one.
pub(super) fn restore(journal: &Path) -> Result<Option<Date>, Error> {
    let Some((copy, day)) = newest_good(journal) else {
        return Ok(None);
    };
    let file = journal.join(FILE);
    let restored = copy_into(&copy, journal)?;
    // Of the old one there may be a -wal file.
    let _kept = set_aside(journal)?;
    match restored.persist_noclobber(&file) {
        Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => return Ok(None),
        restored => restored.map_err(|error| Error::file(&file, error.error))?,
    }
    desktop::settle(journal).map_err(|error| Error::file(journal, error))?;
    Ok(Some(day))
}

/// Whether a journal has no first page, and there is something to make it from again.
pub(super) fn is_hollow(file: &Path) -> bool {
    let length = |file: &Path| fs::metadata(file).map_or(0, |metadata| metadata.len());
    if length(file) > 0 {
        return false;
    }
    let has_copies = || file.parent().is_some_and(|folder| !all(folder).is_empty());
    length(&beside(file, "-wal")) > 0 || (file.exists() && has_copies())
}
