//! Finds damage, sets the damaged file aside, and puts what can be read of it in its place.
//!
//! At no instant is there neither the old file nor a whole new one: the new one is made under a name of its own, and only
//! then are the names changed. Where that is interrupted, [`finish`] goes on.

use std::fs::{self, File};
use std::io::{self, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use tempfile::TempDir;

use super::error::Error;
use super::opening::FILE;
use super::record::Record;
use super::{backup, clock, opening, orphan, salvage, schema};
use crate::desktop;
use crate::training::record::{Assessment, Happening, Pain, Segment, Session};

/// A mended journal whose name is not changed yet.
const MENDED: &str = "journal-mended.sqlite";
/// What the names of files begin with that were set aside.
const SET_ASIDE: &str = "journal-damaged-";

/// What the names of files begin with that are being made.
pub(super) const UNFINISHED: &str = ".journal-";

/// Looks through the whole file.
pub(super) fn check(connection: &Connection, file: &Path) -> Result<(), Error> {
    let verdict: String = connection
        .query_row("PRAGMA quick_check(1)", (), |row| row.get(0))
        .map_err(|error| Error::database(file, error))?;
    let unsound = |detail: String| Error::Damaged {
        file: file.to_path_buf(),
        detail,
    };
    if verdict != "ok" {
        return Err(unsound(verdict));
    }
    // A page that breaks off is taken for a whole one. While something waits beside the file, that may put it right.
    let page_size = schema::number(connection, "page_size").unwrap_or(1).max(1);
    let length = |file: &Path| fs::metadata(file).map_or(0, |metadata| metadata.len());
    if length(file) % page_size.unsigned_abs() != 0 && length(&beside(file, "-wal")) == 0 {
        return Err(unsound("its last page breaks off".to_owned()));
    }
    Ok(())
}

/// Sees that every table has the columns it should have.
pub(super) fn tables(connection: &Connection, file: &Path) -> Result<(), Error> {
    fn has<T: Record>(connection: &Connection) -> rusqlite::Result<()> {
        super::record::read::<T>(connection, "WHERE id = x''", ()).map(drop)
    }
    has::<Session>(connection)
        .and_then(|()| has::<Segment>(connection))
        .and_then(|()| has::<Happening>(connection))
        .and_then(|()| has::<Pain>(connection))
        .and_then(|()| has::<Assessment>(connection))
        .map_err(|error| match Error::database(file, error) {
            // A table or a column that is not there.
            error if error.code() == Some(rusqlite::ErrorCode::Unknown) => Error::Damaged {
                file: file.to_path_buf(),
                detail: error.to_string(),
            },
            error => error,
        })
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
    let before = super::place::identity(&file);
    let mended = tempfile::Builder::new()
        .prefix(UNFINISHED)
        .tempfile_in(folder)
        .map_err(|error| Error::file(folder, error))?
        .into_temp_path();
    let fault = |error| Error::database(&file, error);

    let mut connection = Connection::open(&mended).map_err(fault)?;
    backup::copy(&opening::empty()?, &mut connection).map_err(fault)?;
    schema::set_up(&mut connection).map_err(fault)?;
    carry_over(&file, &mut connection)?;
    drop(connection);
    File::options()
        .write(true)
        .open(&mended)
        .and_then(|file| file.sync_all())
        .map_err(|error| Error::file(&file, error))?;

    if super::place::identity(&file) != before {
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
pub(super) fn is_of_old(name: &str) -> bool {
    name.starts_with(SET_ASIDE) || name.starts_with(UNFINISHED) || name == MENDED
}

/// What can be read of a damaged journal and of the newest good copy, in memory.
pub(super) fn read_what_is_left(file: &Path) -> Result<Connection, Error> {
    let mut memory = opening::empty()?;
    carry_over(file, &mut memory)?;
    Ok(memory)
}

/// Takes over the newest good copy, then everything that can be read of a damaged journal and is newer.
fn carry_over(file: &Path, into: &mut Connection) -> Result<(), Error> {
    let fault = |error| Error::database(file, error);
    let transaction = into.transaction().map_err(fault)?;
    transaction
        .pragma_update(None, "defer_foreign_keys", true)
        .map_err(fault)?;
    if let Some((copy, _)) = file.parent().and_then(backup::newest_good) {
        salvage::everything(&copy, &transaction).map_err(fault)?;
    }
    // As it is; with the first page of a sound journal, which says where the tables are; and leaf by leaf.
    let sound = Sound::new()?;
    if let Ok((_folder, copy)) = copy_aside(file, None)
        && let Ok(from) = open_damaged(&copy)
    {
        salvage::everything(&from, &transaction).map_err(fault)?;
    }
    if let Ok((_folder, copy)) = copy_aside(file, Some(sound.first_page())) {
        if let Ok(from) = open_damaged(&copy) {
            salvage::everything(&from, &transaction).map_err(fault)?;
        }
        salvage::leaves(&copy, &sound, &transaction)?;
    }
    orphan::adopt(&transaction).map_err(fault)?;
    transaction.commit().map_err(fault)
}

/// Opens a copy without minding what is wrong with it.
pub(super) fn open_damaged(copy: &Path) -> rusqlite::Result<Connection> {
    let mut connection = Connection::open(copy)?;
    connection.pragma_update(None, "writable_schema", true)?;
    // What is older than the newest schema is brought up to date if it can be.
    let _older = schema::migrations().to_latest(&mut connection);
    Ok(connection)
}

/// Copies a database and its -wal file to a folder of their own, perhaps with another first page.
pub(super) fn copy_aside(
    file: &Path,
    first_page: Option<&[u8]>,
) -> Result<(TempDir, PathBuf), Error> {
    let fault = |error| Error::file(file, error);
    let folder = tempfile::tempdir()
        .or_else(|error| file.parent().map_or(Err(error), tempfile::tempdir_in))
        .map_err(fault)?;
    let copy = folder.path().join(FILE);
    if file.is_file() {
        let _length = fs::copy(file, &copy).map_err(fault)?;
    }
    let waiting = beside(file, "-wal");
    if waiting.is_file() {
        let _length = fs::copy(&waiting, beside(&copy, "-wal")).map_err(fault)?;
    }
    if let Some(page) = first_page {
        let mut copy = File::options()
            .write(true)
            .create(true)
            .truncate(false)
            .open(&copy)
            .map_err(fault)?;
        let _start = copy.seek(SeekFrom::Start(0)).map_err(fault)?;
        copy.write_all(page).map_err(fault)?;
        // Pages are whole, so that the last one counts.
        let length = copy.metadata().map_err(fault)?.len();
        let page = page.len() as u64;
        copy.set_len(length.next_multiple_of(page)).map_err(fault)?;
    }
    Ok((folder, copy))
}

/// The pages of a journal with nothing in it.
pub(super) struct Sound {
    pages: Vec<u8>,
    page_size: usize,
    /// The pages at which the tables begin, the first being 1.
    pub(super) roots: Vec<u32>,
}

impl Sound {
    fn new() -> Result<Self, Error> {
        const LENGTH_IN_PAGES: std::ops::Range<usize> = 28..32;
        let fault = |error| Error::file(Path::new(FILE), error);
        let folder = tempfile::tempdir().map_err(fault)?;
        let file = folder.path().join(FILE);
        let (page_size, roots) =
            Self::write(&file).map_err(|error| Error::database(&file, error))?;
        let mut pages = fs::read(&file).map_err(fault)?;
        // The length of the file itself counts.
        if let Some(length) = pages.get_mut(LENGTH_IN_PAGES) {
            length.fill(0);
        }
        Ok(Self {
            pages,
            page_size: usize::try_from(page_size).unwrap_or(usize::MAX),
            roots,
        })
    }

    fn write(file: &Path) -> rusqlite::Result<(i64, Vec<u32>)> {
        let mut connection = Connection::open(file)?;
        let empty = schema::in_memory().map_err(|_| rusqlite::Error::InvalidQuery)?;
        backup::copy(&empty, &mut connection)?;
        connection.pragma_update(None, "journal_mode", "WAL")?;
        let page_size = schema::number(&connection, "page_size")?;
        let roots = connection
            .prepare("SELECT rootpage FROM sqlite_schema WHERE type = 'table'")?
            .query_map((), |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        Ok((page_size, roots))
    }

    /// The first page, which says which tables there are and where they begin.
    pub(super) fn first_page(&self) -> &[u8] {
        self.pages.get(..self.page_size).unwrap_or(&self.pages)
    }
}
