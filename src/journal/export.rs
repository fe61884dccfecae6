//! Writes the whole journal out: one JSON document with every row, and tables for other programs.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use serde::Serialize;

use super::clock;
use super::error::Error;
use super::record::{self, Kept, Record, each_kind};
use super::store::Store;
use crate::desktop::{self, private};
use crate::training::Moment;

mod table;

pub(super) use table::{ASSESSMENTS, PAIN, SEGMENTS, SESSIONS, Sheet};

/// The document with every row.
pub(super) const DOCUMENT: &str = "kneewise-journal.json";
/// What the document says it is.
pub(super) const KIND: &str = "kneewise journal";
/// The version of its format.
pub(super) const FORMAT: u32 = 2;

impl Store {
    /// Writes everything into a new folder within this one, which has the day in its name. Gives the new folder: it is
    /// whole, or not there.
    ///
    /// # Errors
    ///
    /// When the journal cannot be read or the folder not be written.
    pub fn export(&self, folder: &Path) -> Result<PathBuf, Error> {
        fs::create_dir_all(folder).map_err(|error| Error::file(folder, error))?;
        let unfinished = private::temporary_folder(".kneewise-", folder)
            .map_err(|error| Error::file(folder, error))?;
        let now = clock::now();
        // One reading of everything, whatever another process writes meanwhile.
        let reading = self
            .connection
            .unchecked_transaction()
            .map_err(|error| Error::database(&self.file(), error))?;
        self.write_file(&unfinished.path().join(DOCUMENT), |file| {
            document(&reading, now, file)
        })?;
        each_kind!(T => if let Some(sheet) = T::SHEET {
            let path = unfinished.path().join(sheet.file);
            self.write_file(&path, |file| table::write(&reading, file, &sheet))?;
        });
        drop(reading);
        desktop::settle(unfinished.path()).map_err(|error| Error::file(folder, error))?;
        let finished = give_name(unfinished.path(), folder, now)?;
        let _path_is_gone = unfinished.keep();
        desktop::settle(folder).map_err(|error| Error::file(folder, error))?;
        Ok(finished)
    }

    fn write_file(
        &self,
        path: &Path,
        write: impl FnOnce(&mut BufWriter<File>) -> Result<(), Fault>,
    ) -> Result<(), Error> {
        let of_file = |error| Error::file(path, error);
        let mut file = BufWriter::new(private::create_file(path).map_err(of_file)?);
        write(&mut file).map_err(|fault| match fault {
            Fault::Read(error) => Error::database(&self.file(), error),
            Fault::Write(error) => of_file(error),
        })?;
        let file = file
            .into_inner()
            .map_err(|error| of_file(error.into_error()))?;
        file.sync_all().map_err(of_file)
    }
}

/// What can go wrong while rows are written out.
enum Fault {
    Read(rusqlite::Error),
    Write(io::Error),
}

impl From<rusqlite::Error> for Fault {
    fn from(error: rusqlite::Error) -> Self {
        Self::Read(error)
    }
}

impl From<io::Error> for Fault {
    fn from(error: io::Error) -> Self {
        Self::Write(error)
    }
}

impl From<serde_json::Error> for Fault {
    fn from(error: serde_json::Error) -> Self {
        Self::Write(error.into())
    }
}

impl From<csv::Error> for Fault {
    fn from(error: csv::Error) -> Self {
        Self::Write(error.into())
    }
}

/// Gives a finished folder the first name that is free.
fn give_name(unfinished: &Path, folder: &Path, now: Moment) -> Result<PathBuf, Error> {
    const MOST: u32 = 10_000;
    let day = now.day();
    for number in 1..MOST {
        let name = match number {
            1 => folder.join(format!("kneewise-{day}")),
            _ => folder.join(format!("kneewise-{day}-{number}")),
        };
        if name.exists() {
            continue;
        }
        return match fs::rename(unfinished, &name) {
            Ok(()) => Ok(name),
            Err(error) => Err(Error::file(&name, error)),
        };
    }
    Err(Error::file(folder, io::ErrorKind::AlreadyExists.into()))
}

/// Writes the document, a row on each line, so that no more than one is in memory.
fn document(connection: &Connection, now: Moment, to: &mut impl Write) -> Result<(), Fault> {
    #[derive(Serialize)]
    struct Head<'a> {
        kind: &'a str,
        format: u32,
        program: &'a str,
        exported: Moment,
    }
    let head = serde_json::to_string(&Head {
        kind: KIND,
        format: FORMAT,
        program: env!("CARGO_PKG_VERSION"),
        exported: now,
    })?;
    write!(to, "{}", head.strip_suffix('}').unwrap_or(&head))?;
    each_kind!(T => rows::<T>(connection, to)?);
    writeln!(to, "\n}}")?;
    Ok(())
}

fn rows<T: Record>(connection: &Connection, to: &mut impl Write) -> Result<(), Fault> {
    write!(to, ",\n\"{}\":[", T::LIST)?;
    let mut before = "\n";
    record::each(connection, |kept: Kept<T>| {
        write!(to, "{before}")?;
        before = ",\n";
        serde_json::to_writer(&mut *to, &kept)?;
        Ok::<_, Fault>(())
    })?;
    write!(to, "\n]")?;
    Ok(())
}
