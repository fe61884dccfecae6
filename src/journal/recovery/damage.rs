//! Finds damage, sets the damaged file aside, and puts what can be read of it in its place.
//!
//! At no instant is there neither the old file nor a whole new one: the new one is made under a name of its own, and only
//! then are the names changed. Where that is interrupted, [`finish`] goes on.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rusqlite::{Connection, ErrorCode};

use super::open::{self, FILE};
use super::{backup, carry_over, place};
use crate::desktop::{self, private};
use crate::journal::error::Error;
use crate::journal::record::{self, each_kind};
use crate::journal::{clock, schema};

/// A mended journal whose name is not changed yet.
const MENDED: &str = "journal-mended.sqlite";
/// What the names of files begin with that were set aside.
const SET_ASIDE: &str = "journal-damaged-";

/// What the names of files begin with that are being made.
pub(super) const UNFINISHED: &str = ".journal-";

/// Looks through the whole file.
pub(in crate::journal) fn check(connection: &Connection, file: &Path) -> Result<(), Error> {
    let verdict: String = connection
        .query_row("PRAGMA quick_check(1)", (), |row| row.get(0))
        .map_err(|error| Error::database(file, error))?;
    if verdict != "ok" {
        return Err(unsound(file, verdict));
    }
    // A page that breaks off is taken for a whole one. While something waits beside the file, that may put it right.
    let page_size = schema::number(connection, "page_size").unwrap_or(1).max(1);
    let length = |file: &Path| fs::metadata(file).map_or(0, |metadata| metadata.len());
    if length(file) % page_size.unsigned_abs() != 0 && length(&beside(file, "-wal")) == 0 {
        return Err(unsound(file, "its last page breaks off"));
    }
    Ok(())
}

/// Sees that every table has the columns it should have.
pub(super) fn tables(connection: &Connection, file: &Path) -> Result<(), Error> {
    let has_all = || -> rusqlite::Result<()> {
        each_kind!(T => drop(record::read::<T>(connection, "WHERE id = x''", ())?));
        Ok(())
    };
    has_all().map_err(|error| match Error::database(file, error) {
        // A table or a column that is not there.
        error if error.code() == Some(ErrorCode::Unknown) => unsound(file, error.to_string()),
        error => error,
    })
}

/// Sees that a file is made of what a version of the schema is made of, and nothing else: what a view or a trigger says might
/// never come to an end.
pub(super) fn objects(connection: &Connection, file: &Path, version: i64) -> Result<(), Error> {
    let fault = |error| Error::database(file, error);
    let there = schema::objects(connection).map_err(fault)?;
    let version = usize::try_from(version).map_err(|_| unsound(file, "it has no version"))?;
    let expected = schema::in_memory_at(version).map_err(|error| Error::Schema {
        file: file.to_path_buf(),
        source: Arc::new(error),
    })?;
    if there == schema::objects(&expected).map_err(fault)? {
        Ok(())
    } else {
        Err(unsound(file, "it is not made as a journal is"))
    }
}

/// Sees that there are only tables and indexes in a file, whichever these are.
pub(super) fn no_code(connection: &Connection, file: &Path) -> Result<(), Error> {
    let there = schema::objects(connection).map_err(|error| Error::database(file, error))?;
    let is_harmless = |sql: &str| {
        ["CREATETABLE", "CREATEINDEX"]
            .iter()
            .any(|kind| sql.starts_with(kind))
    };
    if there.iter().all(|(_, sql)| is_harmless(sql)) {
        Ok(())
    } else {
        Err(unsound(file, "there is something else in it than tables"))
    }
}

/// A file that is not, or not only, what it should be.
pub(super) fn unsound(file: &Path, detail: impl Into<String>) -> Error {
    Error::Damaged {
        file: file.to_path_buf(),
        detail: detail.into(),
    }
}

/// Closes to other accounts what there is of a journal.
pub(super) fn close_all(folder: &Path) {
    for folder in [folder, &folder.join(backup::FOLDER)] {
        private::close(folder);
        let is_of_journal = |name: &str| name.starts_with("journal");
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let is_file = entry.file_type().is_ok_and(|kind| kind.is_file());
            if is_file && entry.file_name().to_str().is_some_and(is_of_journal) {
                private::close(&entry.path());
            }
        }
    }
}

/// Removes copies that were being made when the program ended.
pub(in crate::journal) fn sweep(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name();
        if name
            .to_str()
            .is_some_and(|name| name.starts_with(UNFINISHED))
        {
            let path = entry.path();
            let _left = fs::remove_file(&path).or_else(|_| fs::remove_dir_all(&path));
        }
    }
}

/// The file that goes with a database under a name of its own.
pub(super) fn beside(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

/// Makes a sound journal of what can be read of the damaged one and of the newest good copy. Gives the name under which
/// the damaged one is kept now.
pub(super) fn mend(folder: &Path) -> Result<Option<PathBuf>, Error> {
    let file = folder.join(FILE);
    let before = place::identity(&file);
    let mended = tempfile::Builder::new()
        .prefix(UNFINISHED)
        .tempfile_in(folder)
        .map_err(|error| Error::file(folder, error))?
        .into_temp_path();
    let fault = |error| Error::database(&file, error);

    let mut connection = Connection::open(&mended).map_err(fault)?;
    backup::copy(&open::empty()?, &mut connection).map_err(fault)?;
    schema::set_up(&mut connection).map_err(fault)?;
    carry_over::carry_over(&file, &mut connection)?;
    drop(connection);
    File::options()
        .write(true)
        .open(&mended)
        .and_then(|file| file.sync_all())
        .map_err(|error| Error::file(&file, error))?;

    if place::identity(&file) != before {
        // Another process has just done the same.
        return Ok(None);
    }
    let ready = folder.join(MENDED);
    mended
        .persist(&ready)
        .map_err(|error| Error::file(&ready, error.error))?;
    change_names(folder)
}

/// Goes on with what was interrupted.
pub(super) fn finish(folder: &Path) -> Result<(), Error> {
    if folder.join(MENDED).is_file() {
        let _kept = change_names(folder)?;
    }
    Ok(())
}

fn change_names(folder: &Path) -> Result<Option<PathBuf>, Error> {
    let file = folder.join(FILE);
    let kept = set_aside(folder)?;
    match fs::rename(folder.join(MENDED), &file) {
        // Another process was quicker.
        Err(error) if error.kind() == io::ErrorKind::NotFound && file.exists() => {}
        renamed => renamed.map_err(|error| Error::file(&file, error))?,
    }
    desktop::settle(folder).map_err(|error| Error::file(folder, error))?;
    Ok(kept)
}

/// Gives what there is of a database another name, with the day, which is not taken yet.
pub(super) fn set_aside(folder: &Path) -> Result<Option<PathBuf>, Error> {
    const MOST: u32 = 10_000;
    let file = folder.join(FILE);
    let day = clock::now().day();
    let free = (1..MOST)
        .map(|number| match number {
            1 => folder.join(format!("{SET_ASIDE}{day}.sqlite")),
            _ => folder.join(format!("{SET_ASIDE}{day}-{number}.sqlite")),
        })
        .find(|name| !name.exists() && !beside(name, "-wal").exists());
    let kept = free.ok_or_else(|| Error::file(folder, io::ErrorKind::AlreadyExists.into()))?;

    // The -wal file goes first: beside a file that it does not belong to it would do harm.
    let mut moved = None;
    for ending in ["-wal", ""] {
        let (from, to) = (beside(&file, ending), beside(&kept, ending));
        match fs::rename(&from, &to) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            renamed => {
                renamed.map_err(|error| Error::file(&from, error))?;
                moved = Some(to);
            }
        }
    }
    let index = beside(&file, "-shm");
    match fs::remove_file(&index) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            return Err(Error::file(&index, error));
        }
        _ => {}
    }
    Ok(moved)
}

/// Whether a file of this name was set aside, or left behind half-made.
pub(in crate::journal) fn is_of_old(name: &str) -> bool {
    name.starts_with(SET_ASIDE) || name.starts_with(UNFINISHED) || name == MENDED
}
