//! Files that somebody made so that whoever opens them never gets done.

use std::fs;
use std::path::{Path, PathBuf};

use kneewise::journal::store::{Notice, Store};
use kneewise::training::record::Entry;
use rusqlite::Connection;
use tempfile::TempDir;

use super::told::Told;
use crate::test_data::{self, numbers};

/// Rows without an end, as many columns as sessions have.
const ENDLESS: &str = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT";

fn file(folder: &TempDir) -> PathBuf {
    folder.path().join("journal.sqlite")
}

/// A journal of three sessions with their parts, changed by hand.
fn changed(statements: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let (mut store, _) = Store::open(folder.path()).unwrap();
    let entries: Vec<Entry> = (0..3)
        .flat_map(|number| test_data::whole(number, 2))
        .collect();
    store.write(&entries).unwrap();
    drop(store);
    let connection = Connection::open(file(&folder)).unwrap();
    connection.execute_batch(statements).unwrap();
    drop(connection);
    folder
}

/// Opens it as the window does, looks at it, and writes: each gives an answer. Gives the sessions that are there.
fn gives_answers(folder: &Path, case: &str) -> Vec<u32> {
    let mut told = Told::start(folder);
    let _today = told.today();
    told.write(test_data::whole(9, 2));
    told.flush();
    assert_eq!(told.times_waiting(), 0, "{case}");
    let there = numbers(&told.history());
    told.quit();
    let (_, notices) = Store::open(folder).unwrap();
    assert_eq!(notices, [], "{case}");
    there
}

/// The names of files that were set aside.
fn set_aside(folder: &Path) -> Vec<String> {
    fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.starts_with("journal-damaged-"))
        .collect()
}

#[test]
fn what_a_journal_has_not_is_never_run() {
    let columns =
        "x, 'a', 'b', 'c', 0, 0, 0, 'completed', 0, 0, NULL, 0, 0, 0, 0, '', 0, NULL FROM n";
    let view_of_sessions = format!(
        "ALTER TABLE session RENAME TO hidden; \
         CREATE VIEW session (id, routine, name, kind, began_ms, began_offset_s, day, state, at_ms, at_offset_s, place, \
         planned_ms, worked_ms, steps, done, note, changed_ms, gone_ms) AS {ENDLESS} {columns}"
    );
    let trigger = format!(
        "CREATE TRIGGER t AFTER INSERT ON session BEGIN SELECT count(*) FROM ({ENDLESS} x FROM n); END"
    );
    for (case, statements, expected) in [
        // The real rows have another name, and cannot be found.
        (
            "a view in the place of a table",
            view_of_sessions.as_str(),
            &[9][..],
        ),
        ("a trigger", trigger.as_str(), &[0, 1, 2, 9]),
        (
            "a view beside the tables",
            "CREATE VIEW more AS SELECT 1",
            &[0, 1, 2, 9],
        ),
        (
            "a table beside the tables",
            "CREATE TABLE more (x); INSERT INTO more VALUES (1)",
            &[0, 1, 2, 9],
        ),
        (
            "a table that other code answers for",
            "PRAGMA writable_schema = ON; INSERT INTO sqlite_schema VALUES ('table', 'more', 'more', 0, \
             'CREATE VIRTUAL TABLE more USING fts5(x)')",
            &[0, 1, 2, 9],
        ),
        (
            "a column that is reckoned out",
            "ALTER TABLE pain ADD COLUMN more AS (hex(zeroblob(1000000)))",
            &[0, 1, 2, 9],
        ),
    ] {
        let folder = changed(statements);
        let there = gives_answers(folder.path(), case);
        assert_eq!(there, expected, "{case}");
        assert_eq!(set_aside(folder.path()).len(), 1, "{case}");
    }
}

#[test]
fn an_index_that_is_counted_and_quotes_are_no_harm() {
    let folder =
        changed("ANALYZE; ALTER TABLE pain RENAME TO other; ALTER TABLE other RENAME TO pain");
    assert_eq!(gives_answers(folder.path(), "quotes"), [0, 1, 2, 9]);
    assert_eq!(set_aside(folder.path()), Vec::<String>::new());
}

#[test]
fn a_newer_journal_with_a_view_is_read_without_it_and_stays() {
    let folder = changed(&format!(
        "CREATE VIEW more AS {ENDLESS} x FROM n; PRAGMA user_version = 7"
    ));
    let before = fs::read(file(&folder)).unwrap();
    let (store, notices) = Store::open(folder.path()).unwrap();
    assert_eq!(notices, [Notice::Newer]);
    assert_eq!(numbers(&store.log(None).unwrap()), [0, 1, 2]);
    drop(store);
    assert_eq!(fs::read(file(&folder)).unwrap(), before);
}

/// The page of an inner node of a table, all of whose children are one page.
fn inner_page(child: u32) -> Vec<u8> {
    const PAGE: usize = 4096;
    const CELLS: usize = 100;
    const CELL: usize = 5;
    let mut page = vec![0; PAGE];
    let content = PAGE - CELLS * CELL;
    page[0] = 5;
    page[3..5].copy_from_slice(&(CELLS as u16).to_be_bytes());
    page[5..7].copy_from_slice(&(content as u16).to_be_bytes());
    page[8..12].copy_from_slice(&child.to_be_bytes());
    for cell in 0..CELLS {
        let at = content + cell * CELL;
        page[12 + 2 * cell..14 + 2 * cell].copy_from_slice(&(at as u16).to_be_bytes());
        page[at..at + 4].copy_from_slice(&child.to_be_bytes());
        page[at + 4] = 1 + cell as u8;
    }
    page
}

#[test]
fn rows_without_an_end_are_left_after_a_while() {
    const PAGE: usize = 4096;
    const DEPTH: u32 = 12;
    let folder = changed("VACUUM; PRAGMA journal_mode = DELETE");
    let connection = Connection::open(file(&folder)).unwrap();
    let root: u32 = connection
        .query_row(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'session'",
            (),
            |row| row.get(0),
        )
        .unwrap();
    drop(connection);
    let mut bytes = fs::read(file(&folder)).unwrap();
    let leaf = bytes[(root as usize - 1) * PAGE..root as usize * PAGE].to_vec();
    // The root leads to one page a hundred times, that to another a hundred times, and so on to the rows.
    let first = (bytes.len() / PAGE) as u32 + 1;
    bytes[(root as usize - 1) * PAGE..root as usize * PAGE].copy_from_slice(&inner_page(first));
    for page in first..first + DEPTH {
        bytes.extend(inner_page(page + 1));
    }
    bytes.extend(leaf);
    let pages = (bytes.len() / PAGE) as u32;
    bytes[28..32].copy_from_slice(&pages.to_be_bytes());
    fs::write(file(&folder), bytes).unwrap();
    let _copies = fs::remove_dir_all(folder.path().join("backups"));
    assert_eq!(
        gives_answers(folder.path(), "an endless tree"),
        [0, 1, 2, 9]
    );
    assert_eq!(set_aside(folder.path()).len(), 1);
}
