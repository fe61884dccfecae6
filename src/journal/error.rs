//! Why the journal could not do something, and what it has to say about how it was opened.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rusqlite::ErrorCode;

use super::limits::Excess;
use crate::words::journal as words;

/// Why something could not be done.
#[derive(Debug, Clone, thiserror::Error)]
pub enum Error {
    /// The database says no.
    #[error("{}: {source}", file.display())]
    Database {
        /// The database's file.
        file: PathBuf,
        /// What it says.
        source: Arc<rusqlite::Error>,
    },
    /// The tables could not be made or brought up to date.
    #[error("{}: {source}", file.display())]
    Schema {
        /// The database's file.
        file: PathBuf,
        /// What went wrong.
        source: Arc<rusqlite_migration::Error>,
    },
    /// The file is a database, and not a journal or not a whole one.
    #[error("{} is not a sound journal: {detail}", file.display())]
    Damaged {
        /// The database's file.
        file: PathBuf,
        /// What the check found.
        detail: String,
    },
    /// A newer Kneewise wrote it.
    #[error("the journal was written by a newer version")]
    Newer,
    /// It can be read and not written.
    #[error("{} can be read and not written", file.display())]
    ReadOnly {
        /// The database's file.
        file: PathBuf,
    },
    /// There is no folder to keep it in.
    #[error("there is no folder for the journal")]
    NoFolder,
    /// A file or a folder would not be made, moved or read.
    #[error("{}: {source}", file.display())]
    File {
        /// Which.
        file: PathBuf,
        /// What the system says.
        source: Arc<io::Error>,
    },
    /// What was to be taken in is not an exported journal.
    #[error("{} is not an exported journal", file.display())]
    NotAnExport {
        /// The file.
        file: PathBuf,
    },
    /// What was to be taken in breaks off or has a fault.
    #[error("{}: {source}", file.display())]
    FaultyExport {
        /// The file.
        file: PathBuf,
        /// What is wrong with it.
        source: Arc<serde_json::Error>,
    },
    /// What was to be taken in was exported by a newer Kneewise.
    #[error("{} has format {format}", file.display())]
    NewerExport {
        /// The file.
        file: PathBuf,
        /// The version of its format.
        format: u32,
    },
    /// What was to be taken in is too large.
    #[error("{} has more than {most_megabytes} MB", file.display())]
    TooLarge {
        /// The file.
        file: PathBuf,
        /// What a journal may have.
        most_megabytes: u64,
    },
    /// What was to be taken in has more than a journal can have.
    #[error("{}, line {line}: {excess:?}", file.display())]
    Excess {
        /// The file.
        file: PathBuf,
        /// The line, from 1.
        line: usize,
        /// What it has too much of.
        excess: Excess,
    },
}

impl Error {
    /// What the database says about the file.
    pub(super) fn database(file: &Path, source: rusqlite::Error) -> Self {
        Self::Database {
            file: file.to_path_buf(),
            source: Arc::new(source),
        }
    }

    /// What the system says about a file.
    pub(super) fn file(file: &Path, source: io::Error) -> Self {
        Self::File {
            file: file.to_path_buf(),
            source: Arc::new(source),
        }
    }

    /// What to tell a person.
    pub fn sentence(&self) -> String {
        match self {
            Self::Database { file, source } => database_sentence(file, source),
            Self::Schema { file, source } => match &**source {
                rusqlite_migration::Error::RusqliteError { err, .. } => {
                    database_sentence(file, err)
                }
                other => words::other(&other.to_string()),
            },
            Self::Damaged { .. } => words::damaged_now().to_owned(),
            Self::Newer => words::newer().to_owned(),
            Self::ReadOnly { file } => words::not_writable(&shown(file)),
            Self::NoFolder => words::no_folder().to_owned(),
            Self::File { file, source } => match source.kind() {
                io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
                    words::disk_full(&shown(file))
                }
                io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
                    words::not_writable(&shown(file))
                }
                _ => words::not_readable(&shown(file), &source.to_string()),
            },
            Self::NotAnExport { file } => words::not_an_export(&shown(file)),
            Self::FaultyExport { file, source } => {
                words::faulty_export(&shown(file), source.line())
            }
            Self::NewerExport { file, .. } => words::newer_export(&shown(file)),
            Self::TooLarge {
                file,
                most_megabytes,
            } => words::too_large(&shown(file), *most_megabytes),
            Self::Excess { file, line, excess } => {
                let file = shown(file);
                match *excess {
                    Excess::Name(most) => words::name_too_long(&file, *line, most),
                    Excess::Note(most) => words::note_too_long(&file, *line, most),
                    Excess::Records(most) => words::too_many_records(&file, most),
                }
            }
        }
    }

    /// What the database calls it.
    pub(super) fn code(&self) -> Option<ErrorCode> {
        match self {
            Self::Database { source, .. } => code_of(source),
            Self::Schema { source, .. } => match &**source {
                rusqlite_migration::Error::RusqliteError { err, .. } => code_of(err),
                _ => None,
            },
            _ => None,
        }
    }

    /// Whether the file itself is to blame, so that it should be mended.
    pub(super) fn is_damage(&self) -> bool {
        matches!(self, Self::Damaged { .. })
            || matches!(
                self.code(),
                Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase)
            )
    }

    /// Whether another process is in the way for the moment.
    pub(super) fn is_busy(&self) -> bool {
        matches!(
            self.code(),
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked)
        )
    }
}

fn code_of(error: &rusqlite::Error) -> Option<ErrorCode> {
    match error {
        rusqlite::Error::SqlInputError { error, .. } => Some(error.code),
        other => other.sqlite_error_code(),
    }
}

fn database_sentence(file: &Path, error: &rusqlite::Error) -> String {
    /// There is no room for the index of the -wal file.
    const NO_ROOM_FOR_INDEX: i32 = rusqlite::ffi::SQLITE_IOERR_SHMSIZE;
    let file = shown(file);
    let extended = error.sqlite_error().map(|error| error.extended_code);
    if extended == Some(NO_ROOM_FOR_INDEX) {
        return words::disk_full(&file);
    }
    match code_of(error) {
        Some(ErrorCode::DiskFull) => words::disk_full(&file),
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => words::busy().to_owned(),
        Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => {
            words::damaged_now().to_owned()
        }
        Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied | ErrorCode::CannotOpen) => {
            words::not_writable(&file)
        }
        Some(ErrorCode::SystemIoFailure) => words::disk_fault(&file, &error.to_string()),
        _ => words::other(&error.to_string()),
    }
}

fn shown(file: &Path) -> String {
    file.display().to_string()
}

/// What a person should know about how the journal was opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// It was damaged: what could be read was carried over, and the damaged file is kept under this name.
    Damaged {
        /// The damaged file.
        kept: PathBuf,
    },
    /// Its file was not there, and was put back from a copy.
    Restored {
        /// The day of the copy.
        day: jiff::civil::Date,
    },
    /// A newer Kneewise wrote it: it is read and not written.
    Newer,
    /// It can be read and not written for now. Says why.
    ReadOnly(String),
    /// There is no journal: nothing is kept. Says why.
    Absent(String),
    /// What is in it cannot be looked at for now. Says why.
    Unread(String),
}

impl Notice {
    /// What to tell a person.
    pub fn sentence(&self) -> String {
        match self {
            Self::Damaged { kept } => words::damaged(&shown(kept)),
            Self::Restored { day } => words::restored(&day.to_string()),
            Self::Newer => words::newer().to_owned(),
            Self::ReadOnly(reason) => words::read_only(reason),
            Self::Absent(reason) => words::absent(reason),
            Self::Unread(reason) => words::unread(reason),
        }
    }
}
