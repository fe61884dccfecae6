//! Files that are taken away or replaced while the journal is open.

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use kneewise::journal::store::{Notice, Store};
use kneewise::training::record::Entry;
use tempfile::TempDir;

use super::told::Told;
use crate::test_data::{self, id, numbers};

fn sessions(numbers: std::ops::Range<u32>) -> Vec<Entry> {
    numbers
        .map(|number| Entry::Session(test_data::session(number)))
        .collect()
}

/// A journal in a folder within a folder, with some sessions.
fn running() -> (TempDir, PathBuf, Told) {
    let around = tempfile::tempdir().unwrap();
    let folder = around.path().join("kneewise");
    let mut told = Told::start(&folder);
    assert_eq!(told.opened(), []);
    told.write(sessions(0..50));
    told.write(test_data::whole(50, 8));
    told.flush();
    // Once the day's copy is made it touches no file of its own accord.
    let is_made = |entry: std::io::Result<fs::DirEntry>| {
        entry.is_ok_and(|entry| entry.file_name().to_string_lossy().starts_with("journal-"))
    };
    while !fs::read_dir(folder.join("backups")).is_ok_and(|mut copies| copies.any(is_made)) {
        thread::sleep(Duration::from_millis(5));
    }
    let _log = told.history();
    (around, folder, told)
}

fn is_complete(folder: &Path, last: u32) {
    let (store, notices) = Store::open(folder).unwrap();
    assert_eq!(notices, []);
    let expected: Vec<_> = (0..=last).collect();
    assert_eq!(numbers(&store.log(None).unwrap()), expected);
    let whole = store.session(id(1, 50)).unwrap().unwrap();
    assert_eq!(whole.segments.len(), 8);
}

#[cfg(unix)]
#[test]
fn a_folder_that_is_removed_comes_back_with_everything() {
    let (_around, folder, mut told) = running();
    fs::remove_dir_all(&folder).unwrap();
    told.write(sessions(51..52));
    told.flush();
    assert_eq!(told.times_waiting(), 0);
    assert_eq!(told.history().sessions.len(), 52);
    told.write(sessions(52..53));
    told.flush();
    told.quit();
    is_complete(&folder, 52);
}

#[cfg(unix)]
#[test]
fn a_file_that_is_removed_comes_back_with_everything() {
    for ending in ["", "-wal", "-shm"] {
        let (_around, folder, mut told) = running();
        fs::remove_file(folder.join(format!("journal.sqlite{ending}"))).unwrap();
        told.write(sessions(51..52));
        told.flush();
        assert_eq!(told.times_waiting(), 0, "{ending}");
        // The program is killed: nobody closes the file.
        std::mem::forget(told);
        is_complete(&folder, 51);
    }
}

#[cfg(unix)]
#[test]
fn what_is_in_a_file_that_replaced_it_comes_together_with_the_rest() {
    let (_around, folder, mut told) = running();
    let elsewhere = tempfile::tempdir().unwrap();
    let (mut other, _) = Store::open(elsewhere.path()).unwrap();
    other.write(&sessions(52..54)).unwrap();
    drop(other);
    for ending in ["", "-wal", "-shm"] {
        fs::remove_file(folder.join(format!("journal.sqlite{ending}"))).unwrap();
    }
    let file = folder.join("journal.sqlite");
    let _length = fs::copy(elsewhere.path().join("journal.sqlite"), &file).unwrap();
    told.write(sessions(51..52));
    told.flush();
    assert_eq!(told.times_waiting(), 0);
    told.quit();
    is_complete(&folder, 53);
}

#[cfg(unix)]
#[test]
fn a_replacement_that_is_no_database_is_set_aside() {
    let (_around, folder, mut told) = running();
    fs::remove_dir_all(&folder).unwrap();
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("journal.sqlite"), "something else").unwrap();
    told.write(sessions(51..52));
    let notices = told.opened();
    assert!(
        matches!(notices[..], [Notice::Damaged { .. }]),
        "{notices:?}"
    );
    told.flush();
    told.quit();
    is_complete(&folder, 51);
}

#[cfg(unix)]
#[test]
fn while_there_is_no_room_for_its_folder_what_is_written_waits() {
    let (around, folder, mut told) = running();
    fs::remove_dir_all(&folder).unwrap();
    // A file where the folder should be.
    fs::write(&folder, "").unwrap();
    told.write(sessions(51..52));
    let error = told.waiting();
    assert!(
        error.sentence().contains("kneewise"),
        "{}",
        error.sentence()
    );
    told.write(sessions(52..53));
    assert_eq!(told.history().sessions.len(), 53);
    fs::remove_file(around.path().join("kneewise")).unwrap();
    told.saved();
    assert_eq!(told.times_waiting(), 1);
    told.quit();
    is_complete(&folder, 52);
}

#[test]
fn without_its_wal_file_it_has_what_was_moved_into_it_and_the_copy_of_the_day() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("journal.sqlite");
    let (mut store, _) = Store::open(folder.path()).unwrap();
    store.write(&sessions(0..50)).unwrap();
    drop(store);
    // Opened again, so that there is a copy of the day; then killed, so that the -wal file stays.
    let (mut store, _) = Store::open(folder.path()).unwrap();
    store.write(&sessions(50..60)).unwrap();
    let killed = tempfile::tempdir().unwrap();
    let _length = fs::copy(&file, killed.path().join("journal.sqlite")).unwrap();
    let waiting = fs::metadata(folder.path().join("journal.sqlite-wal")).unwrap();
    assert!(waiting.len() > 0, "what was written last waits there");

    let (mut store, notices) = Store::open(killed.path()).unwrap();
    assert_eq!(notices, []);
    let there = numbers(&store.log(None).unwrap());
    assert!(there.len() >= 50, "{there:?}");
    assert_eq!(there[..50], (0..50).collect::<Vec<_>>());
    store.write(&sessions(70..71)).unwrap();
}
