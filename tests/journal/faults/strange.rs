//! Something else where the journal should be, or nothing.

use std::fs;
use std::path::{Path, PathBuf};

use kneewise::journal::store::{Error, Notice, Store};
use kneewise::journal::{Event, Journal, Looking};
use kneewise::training::record::Entry;
use rusqlite::Connection;
use tempfile::TempDir;

use super::told::Told;
use crate::test_data::{self, id, numbers};

fn file(folder: &TempDir) -> PathBuf {
    folder.path().join("journal.sqlite")
}

fn sessions(numbers: std::ops::Range<u32>) -> Vec<Entry> {
    numbers
        .map(|number| Entry::Session(test_data::session(number)))
        .collect()
}

/// A copy of the day with three sessions.
fn copy_of_the_day(folder: &Path, day: &str, numbers: std::ops::Range<u32>) {
    let elsewhere = tempfile::tempdir().unwrap();
    let (mut store, _) = Store::open(elsewhere.path()).unwrap();
    store.write(&sessions(numbers)).unwrap();
    drop(store);
    let connection = Connection::open(file(&elsewhere)).unwrap();
    let mode: String = connection
        .pragma_update_and_check(None, "journal_mode", "DELETE", |row| row.get(0))
        .unwrap();
    assert_eq!(mode, "delete");
    drop(connection);
    let copies = folder.join("backups");
    fs::create_dir_all(&copies).unwrap();
    let copy = copies.join(format!("journal-{day}.sqlite"));
    let _length = fs::copy(file(&elsewhere), copy).unwrap();
}

/// What was in the way is kept, the rows of the copy are there, and it can be used.
fn is_made_anew(folder: &TempDir, case: &str) -> PathBuf {
    let (mut store, notices) = Store::open(folder.path()).unwrap();
    let [Notice::Damaged { kept }] = &notices[..] else {
        panic!("{case}: {notices:?}")
    };
    assert_eq!(numbers(&store.log(None).unwrap()), [0, 1, 2], "{case}");
    store.write(&sessions(8..9)).unwrap();
    drop(store);
    let (store, notices) = Store::open(folder.path()).unwrap();
    assert_eq!(notices, [], "{case}");
    assert_eq!(numbers(&store.log(None).unwrap()), [0, 1, 2, 8], "{case}");
    assert!(kept.exists(), "{case}");
    kept.clone()
}

#[test]
fn what_is_no_database_is_kept_and_made_anew() {
    for (case, text) in [
        (
            "a text",
            "This is not a database, and long enough to be one. ".repeat(200),
        ),
        ("a short text", "no".to_owned()),
        ("an empty file", String::new()),
    ] {
        let folder = tempfile::tempdir().unwrap();
        copy_of_the_day(folder.path(), "2026-03-01", 0..3);
        fs::write(file(&folder), &text).unwrap();
        let kept = is_made_anew(&folder, case);
        assert_eq!(fs::read_to_string(kept).unwrap(), text);
    }
}

#[test]
fn a_folder_in_its_place_is_kept_and_made_anew() {
    let folder = tempfile::tempdir().unwrap();
    copy_of_the_day(folder.path(), "2026-03-01", 0..3);
    fs::create_dir(file(&folder)).unwrap();
    fs::write(file(&folder).join("inside"), "mine").unwrap();
    let kept = is_made_anew(&folder, "a folder");
    assert_eq!(fs::read_to_string(kept.join("inside")).unwrap(), "mine");
}

#[test]
fn a_database_of_another_program_is_kept_and_made_anew() {
    let folder = tempfile::tempdir().unwrap();
    copy_of_the_day(folder.path(), "2026-03-01", 0..3);
    let other = Connection::open(file(&folder)).unwrap();
    other
        .execute_batch(
            "CREATE TABLE session (id, title); INSERT INTO session VALUES (1, 'lecture')",
        )
        .unwrap();
    drop(other);
    let kept = is_made_anew(&folder, "another program's");
    let other = Connection::open(kept).unwrap();
    let title: String = other
        .query_row("SELECT title FROM session", (), |row| row.get(0))
        .unwrap();
    assert_eq!(title, "lecture");
}

#[test]
fn an_empty_file_without_copies_is_a_new_journal() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(file(&folder), "").unwrap();
    let (mut store, notices) = Store::open(folder.path()).unwrap();
    assert_eq!(notices, []);
    assert!(store.is_empty().unwrap());
    store.write(&sessions(0..1)).unwrap();
}

#[test]
fn a_newer_journal_is_read_and_not_written() {
    let folder = tempfile::tempdir().unwrap();
    let (mut store, _) = Store::open(folder.path()).unwrap();
    store.write(&sessions(0..3)).unwrap();
    drop(store);
    let newer = Connection::open(file(&folder)).unwrap();
    newer
        .execute_batch("CREATE TABLE run (id); ALTER TABLE session ADD COLUMN mood TEXT; PRAGMA user_version = 7")
        .unwrap();
    drop(newer);
    let before = fs::read(file(&folder)).unwrap();

    let (mut store, notices) = Store::open(folder.path()).unwrap();
    assert_eq!(notices, [Notice::Newer]);
    assert!(notices[0].sentence().contains("newer version of Kneewise"));
    assert_eq!(numbers(&store.log(None).unwrap()), [0, 1, 2]);
    assert!(matches!(store.write(&sessions(5..6)), Err(Error::Newer)));
    assert!(matches!(store.erase(), Err(Error::Newer)));
    drop(store);
    assert_eq!(fs::read(file(&folder)).unwrap(), before);

    // Through the window: what is done is shown while the program runs, and once said to wait.
    let mut told = Told::start(folder.path());
    assert_eq!(told.opened(), [Notice::Newer]);
    told.write(sessions(5..6));
    told.write(sessions(6..7));
    assert!(matches!(told.waiting(), Error::Newer));
    told.flush();
    assert_eq!(numbers(&told.history()), [0, 1, 2, 5, 6]);
    assert_eq!(told.times_waiting(), 1);
    told.quit();
    assert_eq!(fs::read(file(&folder)).unwrap(), before);
}

#[test]
fn a_journal_that_is_gone_is_put_back_from_the_newest_good_copy() {
    let folder = tempfile::tempdir().unwrap();
    copy_of_the_day(folder.path(), "2026-02-27", 0..1);
    copy_of_the_day(folder.path(), "2026-02-28", 0..3);
    fs::write(
        folder
            .path()
            .join("backups")
            .join("journal-2026-03-01.sqlite"),
        "damaged too",
    )
    .unwrap();
    let (mut store, notices) = Store::open(folder.path()).unwrap();
    let day = "2026-02-28".parse().unwrap();
    assert_eq!(notices, [Notice::Restored { day }]);
    assert!(notices[0].sentence().contains("2026-02-28"));
    assert_eq!(numbers(&store.log(None).unwrap()), [0, 1, 2]);
    store.write(&sessions(9..10)).unwrap();
    drop(store);
    let (store, notices) = Store::open(folder.path()).unwrap();
    assert_eq!(notices, []);
    assert_eq!(numbers(&store.log(None).unwrap()), [0, 1, 2, 9]);
}

#[test]
fn each_day_has_a_copy_and_the_last_seven_are_kept() {
    let folder = tempfile::tempdir().unwrap();
    for day in 10..20 {
        copy_of_the_day(folder.path(), &format!("2026-01-{day}"), 0..1);
    }
    let names = || {
        let mut names: Vec<_> = fs::read_dir(folder.path().join("backups"))
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    };
    let (mut store, _) = Store::open(folder.path()).unwrap();
    store.write(&sessions(0..4)).unwrap();
    drop(store);
    let today = format!("journal-{}.sqlite", kneewise::journal::clock::now().day());
    let made = names();
    assert_eq!(made.len(), 7, "{made:?}");
    assert_eq!(made[6], today);
    assert_eq!(made[0], "journal-2026-01-14.sqlite");

    // A second start on the same day leaves it alone.
    let copy = folder.path().join("backups").join(&today);
    let before = fs::read(&copy).unwrap();
    let (mut store, _) = Store::open(folder.path()).unwrap();
    store.write(&sessions(4..6)).unwrap();
    drop(store);
    assert_eq!(names(), made);
    assert_eq!(fs::read(&copy).unwrap(), before);
    // It is one file by itself, and sound.
    let alone = tempfile::tempdir().unwrap();
    let _length = fs::copy(&copy, file(&alone)).unwrap();
    let (_, notices) = Store::open(alone.path()).unwrap();
    assert_eq!(notices, []);
}

#[test]
fn nothing_is_copied_of_an_empty_journal() {
    let folder = tempfile::tempdir().unwrap();
    drop(Store::open(folder.path()).unwrap());
    drop(Store::open(folder.path()).unwrap());
    assert!(!folder.path().join("backups").exists());
}

#[test]
fn mending_that_was_interrupted_is_finished() {
    for is_damaged_there in [false, true] {
        let folder = tempfile::tempdir().unwrap();
        let (mut store, _) = Store::open(folder.path()).unwrap();
        store.write(&sessions(0..3)).unwrap();
        drop(store);
        fs::rename(file(&folder), folder.path().join("journal-mended.sqlite")).unwrap();
        if is_damaged_there {
            fs::write(file(&folder), "damaged").unwrap();
        }
        // The damaged one's, which must not come together with the mended one.
        fs::write(folder.path().join("journal.sqlite-wal"), "damaged too").unwrap();
        let (store, notices) = Store::open(folder.path()).unwrap();
        assert_eq!(notices, []);
        assert_eq!(numbers(&store.log(None).unwrap()), [0, 1, 2]);
        let kept: Vec<_> = fs::read_dir(folder.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .filter(|name| name.starts_with("journal-damaged-"))
            .collect();
        assert_eq!(kept.len(), 1 + usize::from(is_damaged_there), "{kept:?}");
        assert!(!folder.path().join("journal-mended.sqlite").exists());
    }
}

#[test]
fn without_a_folder_it_is_kept_in_memory_and_says_so() {
    let (journal, events) = Journal::start(None);
    let mut told = Told::of(journal, events);
    let notices = told.opened();
    let [Notice::Absent(reason)] = &notices[..] else {
        panic!("{notices:?}")
    };
    assert!(reason.contains("no place for the journal"), "{reason}");
    told.write(test_data::whole(1, 2));
    assert!(matches!(told.waiting(), Error::NoFolder));
    assert_eq!(numbers(&told.history()), [1]);
    told.quit();
}

#[test]
fn a_file_in_the_place_of_its_folder_is_left_alone_until_it_is_gone() {
    let around = tempfile::tempdir().unwrap();
    let folder = around.path().join("kneewise");
    fs::write(&folder, "a file").unwrap();
    let mut told = Told::start(&folder);
    let notices = told.opened();
    assert!(matches!(notices[..], [Notice::Absent(_)]), "{notices:?}");
    let sentence = notices[0].sentence();
    assert!(sentence.contains("kneewise"), "{sentence}");
    told.write(test_data::whole(1, 2));
    let _error = told.waiting();
    assert_eq!(numbers(&told.history()), [1]);
    assert!(!told.today().is_empty);

    fs::remove_file(&folder).unwrap();
    told.saved();
    told.quit();
    let (store, notices) = Store::open(&folder).unwrap();
    assert_eq!(notices, []);
    assert_eq!(store.session(id(1, 1)).unwrap().unwrap().segments.len(), 2);
}

#[test]
fn a_folder_that_is_not_there_is_made() {
    let around = tempfile::tempdir().unwrap();
    let folder = around.path().join("some").join("where");
    let mut told = Told::start(&folder);
    assert_eq!(told.opened(), []);
    assert!(told.today().is_empty);
    told.write(test_data::whole(1, 2));
    told.flush();
    assert_eq!(told.times_waiting(), 0);
    told.quit();
    assert!(folder.join("journal.sqlite").is_file());
}

#[test]
fn what_cannot_be_looked_at_is_said_once_and_taken_back() {
    let folder = tempfile::tempdir().unwrap();
    let mut told = Told::start(folder.path());
    assert_eq!(told.opened(), []);
    told.write(test_data::whole(1, 2));
    told.flush();

    // Another program has taken a table away.
    let other = Connection::open(file(&folder)).unwrap();
    other
        .execute_batch("ALTER TABLE pain RENAME TO elsewhere")
        .unwrap();
    for _ in 0..3 {
        told.journal.look(Looking::History { since: None });
    }
    let notices = told.opened();
    let [Notice::Unread(reason)] = &notices[..] else {
        panic!("{notices:?}")
    };
    assert!(reason.contains("pain"), "{reason}");

    other
        .execute_batch("ALTER TABLE elsewhere RENAME TO pain")
        .unwrap();
    assert_eq!(numbers(&told.history()), [1]);
    let said: Vec<_> = told
        .said
        .iter()
        .filter_map(|event| match event {
            Event::Opened(notices) => Some(notices.len()),
            _ => None,
        })
        .collect();
    assert_eq!(said, [0, 1, 0], "once, and then taken back");
    told.quit();
}
