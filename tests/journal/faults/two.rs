//! Two processes with the same journal.

use std::path::Path;
use std::process::{Child, Command};

use kneewise::journal::Event;
use kneewise::journal::store::Store;
use kneewise::training::record::Entry;

use super::told::Told;
use crate::test_data::{self, numbers};

/// Says to a process of this test which journal to write to.
const FOLDER: &str = "KNEEWISE_TEST_JOURNAL";
/// And with which number to begin.
const FIRST: &str = "KNEEWISE_TEST_FIRST";
const EACH: u32 = 40;

/// Starts another process that writes sessions of its own.
fn another(folder: &Path, first: u32) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args([
            "--exact",
            "faults::two::two_processes_write_at_once",
            "--nocapture",
        ])
        .env(FOLDER, folder)
        .env(FIRST, first.to_string())
        .spawn()
        .unwrap()
}

fn write_many(folder: &Path, first: u32) -> Told {
    let mut told = Told::start(folder);
    assert_eq!(told.opened(), []);
    for number in first..first + EACH {
        told.write(vec![
            Entry::Session(test_data::session(number)),
            Entry::Segment(test_data::segment(number, 0)),
        ]);
    }
    told.flush();
    told
}

#[test]
fn two_processes_write_at_once() {
    if let (Some(folder), Some(first)) = (std::env::var_os(FOLDER), std::env::var_os(FIRST)) {
        // This is the other process.
        let first = first.to_str().unwrap().parse().unwrap();
        write_many(Path::new(&folder), first).quit();
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    // Both make the file and its tables, at the same time.
    let mut others = [another(folder.path(), 1000), another(folder.path(), 2000)];
    let mut told = write_many(folder.path(), 0);
    for other in &mut others {
        assert!(other.wait().unwrap().success());
    }
    assert_eq!(told.history().sessions.len(), 3 * EACH as usize);

    // Nothing is going on now, so that it can only be another process.
    let said = told.said.len();
    assert!(another(folder.path(), 3000).wait().unwrap().success());
    assert_eq!(told.history().sessions.len(), 4 * EACH as usize);
    let heard = told.said[said..].iter();
    assert!(
        heard
            .filter(|event| matches!(event, Event::Changed))
            .count()
            > 0,
        "it is told that another process wrote"
    );
    told.quit();

    let (store, notices) = Store::open(folder.path()).unwrap();
    assert_eq!(notices, []);
    let mut expected: Vec<_> = [0, 1000, 2000, 3000]
        .into_iter()
        .flat_map(|first| first..first + EACH)
        .collect();
    expected.sort_unstable();
    assert_eq!(numbers(&store.log(None).unwrap()), expected);
}

#[test]
fn what_another_window_erased_is_gone_at_the_next_look() {
    let folder = tempfile::tempdir().unwrap();
    let mut told = Told::start(folder.path());
    told.write(vec![
        Entry::Session(test_data::open_session(1)),
        Entry::Pain(test_data::pain(1)),
    ]);
    told.flush();
    let before = told.today();
    assert!(before.open.is_some() && !before.is_empty);

    let mut other = Told::start(folder.path());
    other.journal.erase();
    other.wait(|event| matches!(event, Event::Erased(Ok(()))).then_some(()));

    let said = told.said.len();
    let after = told.today();
    assert!(after.open.is_none() && after.is_empty);
    assert_eq!(after.log.pain, []);
    assert_eq!(told.history().sessions, []);
    let changes = told.said[said..].iter();
    assert!(
        changes
            .filter(|event| matches!(event, Event::Changed))
            .count()
            > 0
    );
    other.quit();
    told.quit();
}

#[test]
fn one_that_is_busy_is_waited_for() {
    let folder = tempfile::tempdir().unwrap();
    let mut told = Told::start(folder.path());
    assert_eq!(told.opened(), []);
    let busy = rusqlite::Connection::open(folder.path().join("journal.sqlite")).unwrap();
    busy.execute_batch("BEGIN IMMEDIATE").unwrap();
    told.write(test_data::whole(1, 2));
    let error = told.waiting();
    assert!(
        error.sentence().contains("Another program"),
        "{}",
        error.sentence()
    );
    assert_eq!(numbers(&told.history()), [1], "it is shown all the same");
    busy.execute_batch("ROLLBACK").unwrap();
    told.saved();
    told.quit();
}
