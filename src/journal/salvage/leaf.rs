//! Reads the leaves of a damaged database one by one, where the pages that lead to them are gone.
//!
//! A table is a tree of pages, and its rows are in the leaves. A table of one leaf is a tree too: so each leaf in turn is
//! put where the tables of a sound journal begin, and SQLite reads it.

use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::Path;

use rusqlite::Connection;

use crate::journal::damage::{Sound, beside, open_damaged};
use crate::journal::error::Error;

/// What the leaf of a table begins with.
const LEAF: u8 = 13;

/// Brings what stands in the leaves of a damaged database into another one. The file is a copy, which is spoilt by this.
pub(in crate::journal) fn leaves(
    copy: &Path,
    sound: &Sound,
    into: &Connection,
) -> Result<(), Error> {
    let first_page = sound.first_page();
    let fault = |error| Error::file(copy, error);
    for ending in ["-wal", "-shm"] {
        let _already_gone = fs::remove_file(beside(copy, ending));
    }
    let mut original = tempfile::tempfile().map_err(fault)?;
    let mut file = File::options()
        .read(true)
        .write(true)
        .open(copy)
        .map_err(fault)?;
    let _length = io::copy(&mut file, &mut original).map_err(fault)?;
    write_page(&mut file, 1, first_page).map_err(fault)?;

    let length = original.metadata().map_err(fault)?.len();
    let mut page = vec![0; first_page.len()];
    for number in 2..=length / first_page.len() as u64 {
        read_page(&mut original, number, &mut page).map_err(fault)?;
        if page[0] != LEAF {
            continue;
        }
        for &root in &sound.roots {
            write_page(&mut file, root.into(), &page).map_err(fault)?;
        }
        let Ok(from) = open_damaged(copy) else {
            continue;
        };
        super::everything(&from, into).map_err(|error| Error::database(copy, error))?;
    }
    Ok(())
}

fn read_page(file: &mut File, number: u64, page: &mut [u8]) -> io::Result<()> {
    let _at = file.seek(SeekFrom::Start((number - 1) * page.len() as u64))?;
    file.read_exact(page)
}

fn write_page(file: &mut File, number: u64, page: &[u8]) -> io::Result<()> {
    let _at = file.seek(SeekFrom::Start((number - 1) * page.len() as u64))?;
    file.write_all(page)
}
