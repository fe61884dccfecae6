//! Carries rows over from a database that may be damaged, by SQL: upwards to the first row that cannot be reached,
//! downwards from the end to the last, and then between them again and again in halves.

use std::collections::VecDeque;
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use rusqlite::limits::Limit;
use rusqlite::{Connection, OptionalExtension};
use tempfile::TempDir;

use super::backup;
use super::damage::{UNFINISHED, beside};
use super::open::{FILE, empty};
use crate::desktop::private;
use crate::journal::error::Error;
use crate::journal::record::{self, Kept, Meeting, Record, each_kind};
use crate::journal::schema;

/// Takes over the newest good copy, then everything that can be read of a damaged journal and is newer.
pub(super) fn carry_over(file: &Path, into: &mut Connection) -> Result<(), Error> {
    let fault = |error| Error::database(file, error);
    let transaction = into.transaction().map_err(fault)?;
    transaction
        .pragma_update(None, "defer_foreign_keys", true)
        .map_err(fault)?;
    if let Some((copy, _)) = file.parent().and_then(backup::newest_good) {
        everything(&copy, &transaction).map_err(fault)?;
    }
    if let Ok((_folder, copy)) = copy_aside(file)
        && let Ok(from) = open_damaged(&copy)
    {
        everything(&from, &transaction).map_err(fault)?;
    }
    transaction.commit().map_err(fault)
}

/// What can be read of a damaged journal and of the newest good copy, in memory.
pub(super) fn in_memory(file: &Path) -> Result<Connection, Error> {
    let mut memory = empty()?;
    carry_over(file, &mut memory)?;
    Ok(memory)
}

/// Copies a database and its -wal file to a folder of their own: beside them, or where there is room.
pub(super) fn copy_aside(file: &Path) -> Result<(TempDir, PathBuf), Error> {
    let fault = |error| Error::file(file, error);
    let beside_it = file.parent().unwrap_or(Path::new(""));
    let made = copy_into(beside_it, file).or_else(|_| copy_into(&std::env::temp_dir(), file));
    let folder = made.map_err(fault)?;
    let copy = folder.path().join(FILE);
    Ok((folder, copy))
}

fn copy_into(folder: &Path, file: &Path) -> io::Result<TempDir> {
    let folder = private::temporary_folder(UNFINISHED, folder)?;
    for ending in ["", "-wal"] {
        let from = beside(file, ending);
        if from.is_file() {
            let mut copy = private::create_file(&folder.path().join(format!("{FILE}{ending}")))?;
            let _length = io::copy(&mut File::open(from)?, &mut copy)?;
        }
    }
    Ok(folder)
}

/// Opens a copy so that whatever is in it does no harm.
fn open_damaged(copy: &Path) -> rusqlite::Result<Connection> {
    /// More bytes than any value has.
    const LONGEST_VALUE: i32 = 1 << 24;
    let mut connection = Connection::open(copy)?;
    schema::set_up(&mut connection)?;
    schema::end_after(&connection, schema::LIMIT)?;
    let _before = connection.set_limit(Limit::SQLITE_LIMIT_LENGTH, LONGEST_VALUE)?;
    // What is older than the newest schema is brought up to date if it can be.
    let _older = schema::migrations().to_latest(&mut connection);
    Ok(connection)
}

/// Brings everything that can be read of a database into another, where what is as new as that stays. The error is about
/// the other one.
pub(super) fn everything(from: &Connection, into: &Connection) -> rusqlite::Result<()> {
    each_kind!(T => rows::<T>(from, into)?);
    record::settle_parts(into)
}

/// How often it is tried to reach rows of one table.
const MOST_TRIES: usize = 500;
fn rows<T: Record>(from: &Connection, into: &Connection) -> rusqlite::Result<()> {
    let mut gaps = VecDeque::from([(1, last_row::<T>(from))]);
    for _ in 0..MOST_TRIES {
        let Some((mut first, mut last)) = gaps.pop_front() else {
            return Ok(());
        };
        let mut not_written = None;
        let mut bring = |kept: Option<Kept<T>>| match kept
            .map(|kept| record::merge(into, &kept, Meeting::SameStays))
        {
            Some(Err(error)) => {
                not_written = Some(error);
                Err(rusqlite::Error::InvalidQuery)
            }
            _ => Ok(()),
        };
        let upwards = record::stretch(from, (first, last), true, |number, kept| {
            first = number + 1;
            bring(kept)
        });
        let whole = upwards.or_else(|_| {
            record::stretch(from, (first, last), false, |number, kept| {
                last = number - 1;
                bring(kept)
            })
        });
        if let Some(error) = not_written {
            return Err(error);
        }
        if whole.is_err() && first < last {
            let middle = first + (last - first) / 2;
            gaps.extend([(first, middle), (middle + 1, last)]);
        }
    }
    Ok(())
}

/// The number of the last row, or one above it.
fn last_row<T: Record>(from: &Connection) -> i64 {
    /// More rows than anybody writes.
    const MOST_ROWS: i64 = 1 << 22;
    let last = from
        .query_row(
            &format!("SELECT rowid FROM {} ORDER BY rowid DESC LIMIT 1", T::NAME),
            (),
            |row| row.get(0),
        )
        .optional();
    match last {
        Ok(last) => last.unwrap_or(0),
        Err(_) => MOST_ROWS,
    }
}
