//! Opens the journal's file, whatever is there: made if it is missing, mended if it is damaged, read if it cannot be
//! written, and in memory if there is nothing else.

use std::fs;
use std::io;
use std::path::Path;
use std::thread;
use std::time::Duration;

use rusqlite::{Connection, MAIN_DB, OpenFlags, Transaction, TransactionBehavior};
use tempfile::TempDir;

use super::damage::{self, unsound};
use super::{backup, carry_over};
use crate::desktop::private;
use crate::journal::error::{Error, Notice};
use crate::journal::schema;

/// The name of the journal's file in its folder.
pub(in crate::journal) const FILE: &str = "journal.sqlite";

/// No database is shorter than its first page, and no page shorter than this, in bytes.
const SMALLEST_PAGE: u64 = 512;

/// What is known about the file before it is opened.
#[derive(Debug)]
pub(in crate::journal) enum Found {
    /// Nothing.
    Nothing,
    /// It is damaged, as this says.
    Damage(Error),
}

/// A journal that was opened.
#[derive(Debug)]
pub(in crate::journal) struct Opened {
    pub(in crate::journal) connection: Connection,
    /// Why nothing can be written, if so.
    pub(in crate::journal) hindrance: Option<Error>,
    pub(in crate::journal) notices: Vec<Notice>,
    /// The folder of the copy that is read instead, if it is one.
    pub(in crate::journal) copy: Option<TempDir>,
}

/// Opens the journal in a folder as well as it can be.
pub(in crate::journal) fn open(folder: &Path, found: Found) -> Result<Opened, Error> {
    match open_to_write(folder, found) {
        Ok((connection, notices)) => Ok(Opened {
            connection,
            hindrance: None,
            notices,
            copy: None,
        }),
        Err(hindrance) => open_to_read(&folder.join(FILE), hindrance),
    }
}

fn open_to_write(folder: &Path, found: Found) -> Result<(Connection, Vec<Notice>), Error> {
    private::create_folder(folder).map_err(|error| Error::file(folder, error))?;
    damage::close_all(folder);
    damage::finish(folder)?;
    let file = folder.join(FILE);
    let mut notices = Vec::new();
    if !is_there(&file) {
        let restored = backup::restore(folder)?;
        notices.extend(restored.map(|day| Notice::Restored { day }));
    }
    let connected = match found {
        Found::Nothing => connect_patiently(&file),
        Found::Damage(error) => Err(error),
    };
    let connection = match connected {
        Err(error) if error.is_damage() => {
            let kept = damage::mend(folder)?;
            notices.extend(kept.map(|kept| Notice::Damaged { kept }));
            connect_patiently(&file)?
        }
        connected => connected?,
    };
    Ok((connection, notices))
}

/// Whether there is anything of this name, even if it leads nowhere.
fn is_there(file: &Path) -> bool {
    fs::symlink_metadata(file).is_ok()
}

/// Connects, and tries again while another process is just doing the same.
fn connect_patiently(file: &Path) -> Result<Connection, Error> {
    const TRIES: usize = 10;
    const PAUSE: Duration = Duration::from_millis(50);
    for _ in 1..TRIES {
        match connect(file) {
            // Two that make the same tables at the same time: the later one finds them made.
            Err(error) if error.is_busy() || matches!(error, Error::Schema { .. }) => {
                thread::sleep(PAUSE);
            }
            connected => return connected,
        }
    }
    connect(file)
}

/// Opens a file to read and write, and makes the tables if there are none.
pub(super) fn connect(file: &Path) -> Result<Connection, Error> {
    let fault = |error| Error::database(file, error);
    if file.is_dir() {
        return Err(unsound(file, "it is a folder"));
    }
    if backup::is_hollow(file) {
        return Err(unsound(file, "it is empty"));
    }
    if fs::metadata(file).is_ok_and(|found| (1..SMALLEST_PAGE).contains(&found.len())) {
        return Err(unsound(file, "it breaks off"));
    }
    if !is_there(file) {
        // SQLite makes the files that go with it as private as it is.
        match private::create_file(file) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => {
                return Err(Error::file(file, error));
            }
            _ => {}
        }
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut connection = Connection::open_with_flags(file, flags).map_err(fault)?;
    schema::set_up(&mut connection).map_err(fault)?;
    schema::end_after(&connection, schema::LIMIT).map_err(fault)?;
    let version = identify(&connection, file)?;
    if version > schema::VERSION {
        return Err(Error::Newer);
    }
    if connection.is_readonly(MAIN_DB).map_err(fault)? {
        return Err(Error::ReadOnly {
            file: file.to_path_buf(),
        });
    }
    // Some network disks cannot do this, and keep a journal of another kind.
    let _mode: String = connection
        .pragma_update_and_check(None, "journal_mode", "WAL", |row| row.get(0))
        .map_err(fault)?;
    schema::migrations()
        .to_latest(&mut connection)
        .map_err(|error| Error::Schema {
            file: file.to_path_buf(),
            source: std::sync::Arc::new(error),
        })?;
    damage::tables(&connection, file)?;
    connection
        .execute_batch("BEGIN IMMEDIATE; ROLLBACK")
        .map_err(fault)?;
    schema::never_end(&connection).map_err(fault)?;
    Ok(connection)
}

/// The version of the schema in a file; an error if it is the database of another program, or not made of what a journal of
/// that version is.
fn identify(connection: &Connection, file: &Path) -> Result<i64, Error> {
    let fault = |error| Error::database(file, error);
    // One reading, whatever another process makes meanwhile.
    let reading = Transaction::new_unchecked(connection, TransactionBehavior::Deferred);
    let reading = reading.map_err(fault)?;
    let version = schema::number(&reading, "user_version").map_err(fault)?;
    let application = schema::number(&reading, "application_id").map_err(fault)?;
    if version > 0 && application != schema::APPLICATION {
        return Err(unsound(file, "it belongs to another program"));
    }
    if version <= schema::VERSION {
        damage::objects(&reading, file, version)?;
    }
    Ok(version)
}

/// Opens a file that cannot be written: as it is, as a copy, what can be read of it in memory, or nothing.
fn open_to_read(file: &Path, hindrance: Error) -> Result<Opened, Error> {
    let is_something = fs::metadata(file).is_ok_and(|found| found.is_file() && found.len() > 0);
    let readable = if is_something {
        read_in_place(file)
            .map(|connection| (connection, None))
            .or_else(|_| read_copy(file))
            .or_else(|_| carry_over::in_memory(file).map(|connection| (connection, None)))
            .ok()
    } else {
        None
    };
    let Some((connection, copy)) = readable else {
        return in_memory(hindrance);
    };
    let notice = match &hindrance {
        Error::Newer => Notice::Newer,
        other => Notice::ReadOnly(other.sentence()),
    };
    Ok(Opened {
        connection,
        hindrance: Some(hindrance),
        notices: vec![notice],
        copy,
    })
}

/// A journal in memory, for as long as the program runs.
pub(in crate::journal) fn in_memory(hindrance: Error) -> Result<Opened, Error> {
    Ok(Opened {
        connection: empty()?,
        notices: vec![Notice::Absent(hindrance.sentence())],
        hindrance: Some(hindrance),
        copy: None,
    })
}

/// A journal in memory with nothing in it.
pub(super) fn empty() -> Result<Connection, Error> {
    schema::in_memory().map_err(|error| Error::Schema {
        file: Path::new(FILE).to_path_buf(),
        source: std::sync::Arc::new(error),
    })
}

/// Opens a sound journal to read it.
pub(super) fn read_in_place(file: &Path) -> Result<Connection, Error> {
    let fault = |error| Error::database(file, error);
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut connection = Connection::open_with_flags(file, flags).map_err(fault)?;
    schema::set_up(&mut connection).map_err(fault)?;
    schema::end_after(&connection, schema::LIMIT).map_err(fault)?;
    let version = identify(&connection, file)?;
    if version > schema::VERSION {
        damage::no_code(&connection, file)?;
    }
    schema::never_end(&connection).map_err(fault)?;
    damage::check(&connection, file)?;
    if version < schema::VERSION {
        let mut memory = Connection::open_in_memory().map_err(fault)?;
        backup::copy(&connection, &mut memory).map_err(fault)?;
        schema::migrations()
            .to_latest(&mut memory)
            .map_err(|error| Error::Schema {
                file: file.to_path_buf(),
                source: std::sync::Arc::new(error),
            })?;
        connection = memory;
    }
    damage::tables(&connection, file)?;
    Ok(connection)
}

/// Opens a copy of a journal: beside one that is in use SQLite needs files that cannot be made in a folder that is
/// protected or full.
fn read_copy(file: &Path) -> Result<(Connection, Option<TempDir>), Error> {
    let (folder, copy) = carry_over::copy_aside(file)?;
    Ok((read_in_place(&copy)?, Some(folder)))
}
