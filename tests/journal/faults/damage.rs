//! Files that are cut off, changed or overwritten.

use std::fs;
use std::path::{Path, PathBuf};

use kneewise::journal::store::{Notice, Store};
use kneewise::training::record::{Entry, Pain, Session};
use rusqlite::Connection;
use tempfile::TempDir;

use crate::test_data::{self, id};

const SESSIONS: u32 = 300;
const SCORES: u32 = 600;
const PAGE: usize = 4096;

/// A row's note, which is found in the bytes of its page.
fn mark(kind: &str, number: u32) -> String {
    format!("<{kind}-{number:05}-{}>", "x".repeat(40))
}

fn session(number: u32) -> Session {
    Session {
        note: mark("session", number),
        ..test_data::session(number)
    }
}

fn pain(number: u32) -> Pain {
    Pain {
        note: mark("pain", number),
        ..test_data::pain(number)
    }
}

/// A folder with a journal of many pages, without copies.
fn long_journal() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let (mut store, _) = Store::open(folder.path()).unwrap();
    let sessions = (0..SESSIONS).map(|number| Entry::Session(session(number)));
    let scores = (0..SCORES).map(|number| Entry::Pain(pain(number)));
    let segments = (0..SESSIONS).flat_map(|session| {
        (0..8).map(move |number| Entry::Segment(test_data::segment(session, number)))
    });
    let entries: Vec<_> = sessions.chain(scores).chain(segments).collect();
    store.write(&entries).unwrap();
    drop(store);
    // Packed, so that no page holds what is not there any more.
    let connection = Connection::open(file(&folder)).unwrap();
    connection
        .execute_batch("VACUUM; PRAGMA wal_checkpoint(TRUNCATE)")
        .unwrap();
    drop(connection);
    let _copies = fs::remove_dir_all(folder.path().join("backups"));
    folder
}

fn file(folder: &TempDir) -> PathBuf {
    folder.path().join("journal.sqlite")
}

/// The same journal in a folder of its own, its bytes changed.
fn damaged(bytes: &[u8], copy_of_the_day: Option<&Path>) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(file(&folder), bytes).unwrap();
    if let Some(copy) = copy_of_the_day {
        let copies = folder.path().join("backups");
        fs::create_dir(&copies).unwrap();
        let _length = fs::copy(copy, copies.join("journal-2026-03-01.sqlite")).unwrap();
    }
    folder
}

/// The rows that are as they were, by their notes.
fn sound_rows(store: &Store) -> Vec<String> {
    let log = store.log(None).unwrap();
    let sessions = log.sessions.into_iter().filter_map(|found| {
        let number = found.id.as_u128() as u32;
        (found == session(number)).then_some(found.note)
    });
    let scores = log.pain.into_iter().filter_map(|found| {
        let number = found.id.as_u128() as u32;
        (found == pain(number)).then_some(found.note)
    });
    sessions.chain(scores).collect()
}

fn all_rows() -> Vec<String> {
    let sessions = (0..SESSIONS).map(|number| mark("session", number));
    let scores = (0..SCORES).map(|number| mark("pain", number));
    sessions.chain(scores).collect()
}

fn missing(store: &Store) -> Vec<String> {
    let there: std::collections::HashSet<_> = sound_rows(store).into_iter().collect();
    all_rows()
        .into_iter()
        .filter(|row| !there.contains(row))
        .collect()
}

/// It can be used: what is written now is there the next time, and then there is nothing left to say.
fn is_usable(mut store: Store, folder: &TempDir, case: &str) {
    store.write(&test_data::whole(9_999, 2)).unwrap();
    drop(store);
    let (store, notices) = Store::open(folder.path()).unwrap();
    assert_eq!(notices, [], "{case}");
    let whole = store.session(id(1, 9_999)).unwrap();
    assert_eq!(whole.map(|whole| whole.segments.len()), Some(2), "{case}");
}

/// The damaged file that the notice names is there, byte by byte as it was.
fn is_kept(notices: &[Notice], bytes: &[u8], case: &str) {
    let [Notice::Damaged { kept }] = notices else {
        panic!("{case}: {notices:?}")
    };
    assert_eq!(fs::read(kept).unwrap(), bytes, "{case}");
    let sentence = notices[0].sentence();
    assert!(sentence.contains("damaged"), "{sentence}");
    assert!(sentence.contains(&kept.display().to_string()));
}

/// Numbers that look random and are the same each time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (self.0 >> 33) as usize % most
    }
}

/// The rows that SQL still reads of a damaged file, each by its number.
fn readable(bytes: &[u8]) -> std::collections::HashSet<String> {
    const SESSION: &str = "SELECT note, id, routine, name, kind, began_ms, began_offset_s, day, state, at_ms, \
                           at_offset_s, place, planned_ms, worked_ms, steps, done, changed_ms, gone_ms FROM session";
    const PAIN: &str = "SELECT note, id, session, at_ms, at_offset_s, day, knee, occasion, score, changed_ms, gone_ms \
                        FROM pain";
    let folder = damaged(bytes, None);
    let connection = Connection::open(file(&folder)).unwrap();
    let mut found = std::collections::HashSet::new();
    for (table, rows) in [(SESSION, SESSIONS), (PAIN, SCORES)] {
        let Ok(mut row) = connection.prepare(&format!("{table} WHERE rowid = ?")) else {
            continue;
        };
        for number in 1..=rows {
            found.extend(row.query_row([number], |row| row.get::<_, String>(0)).ok());
        }
    }
    found
}

/// The rows whose notes stand in these bytes.
fn rows_in(bytes: &[u8]) -> std::collections::HashSet<String> {
    let text = String::from_utf8_lossy(bytes);
    let mut found = std::collections::HashSet::new();
    for part in text.split('<').skip(1) {
        if let Some((note, _)) = part.split_once('>')
            && (note.starts_with("session-") || note.starts_with("pain-"))
        {
            let _new = found.insert(format!("<{note}>"));
        }
    }
    found
}

#[test]
fn cut_off_anywhere_it_keeps_what_is_left() {
    let folder = long_journal();
    let whole = fs::read(file(&folder)).unwrap();
    let mut dice = Dice(7);
    for round in 0..14 {
        let length = match round {
            0 => 1,
            1 => 100,
            2 => PAGE,
            3 => whole.len() - 1,
            _ => dice.below(whole.len()),
        };
        let case = format!("cut off after {length} of {} bytes", whole.len());
        let bytes = &whole[..length];
        let folder = damaged(bytes, None);
        let (store, notices) = Store::open(folder.path()).unwrap();
        is_kept(&notices, bytes, &case);
        let there: std::collections::HashSet<_> = sound_rows(&store).into_iter().collect();
        // The page at which it breaks off is no whole one.
        let broken = rows_in(&bytes[length / PAGE * PAGE..]);
        let readable: std::collections::HashSet<_> = &readable(bytes) - &broken;
        let lost: Vec<_> = readable.difference(&there).collect();
        assert!(lost.is_empty(), "{case}: {} lost: {lost:?}", lost.len());
        is_usable(store, &folder, &case);
    }
}

#[test]
fn cut_off_anywhere_it_is_made_whole_from_the_copy_of_the_day() {
    let original = long_journal();
    let whole = fs::read(file(&original)).unwrap();
    let mut dice = Dice(8);
    for _ in 0..6 {
        let length = dice.below(whole.len());
        let case = format!("cut off after {length} of {} bytes", whole.len());
        let folder = damaged(&whole[..length], Some(&file(&original)));
        let (store, notices) = Store::open(folder.path()).unwrap();
        is_kept(&notices, &whole[..length], &case);
        assert_eq!(missing(&store), Vec::<String>::new(), "{case}");
        is_usable(store, &folder, &case);
    }
}

#[test]
fn changed_bytes_cost_nothing_that_can_be_read_elsewhere() {
    let original = long_journal();
    let whole = fs::read(file(&original)).unwrap();
    let mut dice = Dice(9);
    for round in 0..16 {
        let mut bytes = whole.clone();
        let changes = 1 + dice.below(6);
        let mut touched = std::collections::HashSet::new();
        let mut at = Vec::new();
        for _ in 0..changes {
            // Every fourth time in the page that says what all the others are.
            let place = match round % 4 {
                0 => dice.below(PAGE),
                _ => dice.below(bytes.len()),
            };
            bytes[place] ^= 1 << dice.below(8);
            at.push(place);
            let page = place / PAGE * PAGE;
            touched.extend(rows_in(&whole[page..page + PAGE]));
        }
        let case = format!("round {round}: bits changed at {at:?}");

        let folder = damaged(&bytes, None);
        let (store, notices) = Store::open(folder.path()).unwrap();
        let readable = readable(&bytes);
        let lost: Vec<_> = missing(&store)
            .into_iter()
            .filter(|row| readable.contains(row) && !touched.contains(row))
            .collect();
        assert!(
            lost.is_empty(),
            "{case}: {notices:?}: {} lost: {lost:?}",
            lost.len()
        );
        is_usable(store, &folder, &case);

        let folder = damaged(&bytes, Some(&file(&original)));
        let (store, _) = Store::open(folder.path()).unwrap();
        let lost = missing(&store);
        assert!(lost.len() <= changes, "{case}: {lost:?}");
        is_usable(store, &folder, &case);
    }
}

#[test]
fn overwritten_pages_cost_nothing_that_can_be_read_elsewhere() {
    let original = long_journal();
    let whole = fs::read(file(&original)).unwrap();
    let pages = whole.len() / PAGE;
    let mut dice = Dice(10);
    // The first pages lead to all others.
    let mut rounds: Vec<Vec<usize>> = (0..16).map(|page| vec![page]).collect();
    rounds.push((0..16).collect());
    for _ in 0..6 {
        rounds.push((0..4).map(|_| dice.below(pages)).collect());
    }
    for overwritten in rounds {
        let case = format!("pages {overwritten:?} of {pages}");
        let mut bytes = whole.clone();
        let mut touched = std::collections::HashSet::new();
        for &page in &overwritten {
            let page = &mut bytes[page * PAGE..(page + 1) * PAGE];
            touched.extend(rows_in(page));
            page.iter_mut()
                .for_each(|byte| *byte = dice.below(256) as u8);
        }
        let folder = damaged(&bytes, None);
        let (store, notices) = Store::open(folder.path()).unwrap();
        is_kept(&notices, &bytes, &case);
        let readable = readable(&bytes);
        let lost: Vec<_> = missing(&store)
            .into_iter()
            .filter(|row| readable.contains(row) && !touched.contains(row))
            .collect();
        assert!(lost.is_empty(), "{case}: {} lost: {lost:?}", lost.len());
        is_usable(store, &folder, &case);

        let folder = damaged(&bytes, Some(&file(&original)));
        let (store, notices) = Store::open(folder.path()).unwrap();
        is_kept(&notices, &bytes, &case);
        assert_eq!(missing(&store), Vec::<String>::new(), "{case}");
        is_usable(store, &folder, &case);
    }
}

#[test]
fn parts_of_a_session_that_cannot_be_read_come_with_it_from_the_copy() {
    let original = long_journal();
    let mut bytes = fs::read(file(&original)).unwrap();
    let of_sessions: Vec<_> = (0..bytes.len() / PAGE)
        .filter(|page| {
            let rows = rows_in(&bytes[page * PAGE..(page + 1) * PAGE]);
            rows.iter().any(|row| row.contains("session"))
        })
        .collect();
    for page in of_sessions {
        bytes[page * PAGE..(page + 1) * PAGE].fill(0xEE);
    }
    // Without a copy they stay in the damaged file; pain was felt all the same.
    let folder = damaged(&bytes, None);
    let (store, notices) = Store::open(folder.path()).unwrap();
    is_kept(&notices, &bytes, "no page of sessions");
    let log = store.log(None).unwrap();
    assert_eq!(log.sessions, []);
    assert_eq!(log.pain.len(), SCORES as usize);
    is_usable(store, &folder, "no page of sessions");

    let folder = damaged(&bytes, Some(&file(&original)));
    let (store, notices) = Store::open(folder.path()).unwrap();
    is_kept(&notices, &bytes, "no page of sessions, and a copy");
    let whole = store.session(id(1, 5)).unwrap().unwrap();
    assert_eq!(whole.session, session(5));
    let segments: Vec<_> = (0..8).map(|number| test_data::segment(5, number)).collect();
    assert_eq!(whole.segments, segments);
    assert_eq!(missing(&store), Vec::<String>::new());
}

#[cfg(unix)]
#[test]
fn damage_that_shows_while_it_is_used_is_mended() {
    let original = long_journal();
    let folder = damaged(&fs::read(file(&original)).unwrap(), None);
    let (mut store, notices) = Store::open(folder.path()).unwrap();
    assert_eq!(notices, []);
    let length = fs::metadata(file(&folder)).unwrap().len() as usize;
    // Everything but the first page, under the feet of the running program.
    let overwritten = vec![0xEE; length - PAGE];
    use std::os::unix::fs::FileExt;
    let open = fs::File::options().write(true).open(file(&folder)).unwrap();
    open.write_all_at(&overwritten, PAGE as u64).unwrap();
    // Closing it here would take away this process's locks.
    std::mem::forget(open);
    store.write(&[Entry::Session(session(1))]).unwrap();
    let notices = store.take_notices();
    assert!(
        matches!(notices[..], [Notice::Damaged { .. }]),
        "{notices:?}"
    );
    assert_eq!(missing(&store), Vec::<String>::new(), "from the day's copy");
}
