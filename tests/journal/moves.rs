//! The journal goes to other devices and programs, comes together with theirs, and can be erased for good.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use crate::test_data::{self, id, numbers};
use kneewise::journal::store::{Added, Error, Store};
use kneewise::knee::{Level, OpenFinding};
use kneewise::side::Side;
use kneewise::training::finding::findings;
use kneewise::training::record::{Assessment, Entry, Examiner, Pain, Session, Standing, Table};
use proptest::prelude::*;
use tempfile::TempDir;

const DOCUMENT: &str = "kneewise-journal.json";

/// A journal in a folder of its own, with these written.
fn journal_with(entries: &[Entry]) -> (TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let (mut store, notices) = Store::open(folder.path()).unwrap();
    assert_eq!(notices, []);
    store.write(entries).unwrap();
    (folder, store)
}

/// The exported document, in a folder that goes with the value.
fn export(store: &Store) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let exported = store.export(folder.path()).unwrap();
    let document = exported.join(DOCUMENT);
    (folder, document)
}

/// Every row as it is exported, deleted ones included, without the line that says when.
fn rows(store: &Store) -> String {
    let (_folder, document) = export(store);
    let text = fs::read_to_string(document).unwrap();
    let (head, rows) = text.split_once('\n').unwrap();
    assert!(head.contains("\"exported\""), "{head}");
    rows.to_owned()
}

fn everything() -> Vec<Entry> {
    let mut entries = test_data::whole(1, 3);
    entries.push(Entry::Session(test_data::open_session(2)));
    entries.push(Entry::Pain(test_data::pain(2)));
    entries.push(Entry::Assessment(test_data::assessment(1, Side::Left)));
    entries.push(Entry::Session(test_data::session(3)));
    entries.push(Entry::Gone {
        id: id(1, 3),
        table: Table::Session,
    });
    entries
}

#[test]
fn an_export_has_every_row_and_is_taken_in_once() {
    let (_here, store) = journal_with(&everything());
    let (_folder, document) = export(&store);
    let text = fs::read_to_string(&document).unwrap();
    let value: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(value["kind"], "kneewise journal");
    assert_eq!(value["format"], 2);
    for (list, length) in [
        ("sessions", 3),
        ("segments", 3),
        ("happenings", 1),
        ("pain", 2),
        ("assessments", 1),
    ] {
        assert_eq!(value[list].as_array().unwrap().len(), length, "{list}");
    }
    assert!(value["sessions"][2]["gone_ms"].is_i64());
    assert!(value["sessions"][0].get("gone_ms").is_none());

    let (_there, mut other) = journal_with(&[]);
    let added = other.import(&document).unwrap();
    assert_eq!(
        added,
        Added {
            sessions: 2,
            scores: 2
        }
    );
    assert_eq!(rows(&other), rows(&store));
    assert_eq!(other.import(&document).unwrap(), Added::default());
    assert_eq!(rows(&other), rows(&store));
}

#[test]
fn tables_open_in_other_programs() {
    let noted = Session {
        note: "better, \"much\"\nbetter".to_owned(),
        ..test_data::session(1)
    };
    let mut entries = everything();
    entries.push(Entry::Session(noted));
    let (_here, store) = journal_with(&entries);
    let folder = tempfile::tempdir().unwrap();
    let exported = store.export(folder.path()).unwrap();
    let read = |name: &str| -> Vec<Vec<String>> {
        let mut table = csv::Reader::from_path(exported.join(name)).unwrap();
        let records = table.records().map(|record| {
            let record = record.unwrap();
            record.iter().map(str::to_owned).collect()
        });
        records.collect()
    };
    let sessions = read("sessions.csv");
    assert_eq!(sessions.len(), 2);
    assert_eq!(
        sessions[0][1..13],
        [
            "2026-03-02",
            "2026-03-02T12:00:00+01:00",
            "post-run-reset-5",
            "Post-run reset",
            "recovery",
            "completed",
            "2026-03-02T12:00:00+01:00",
            "320",
            "240",
            "8",
            "8",
            "better, \"much\"\nbetter"
        ]
    );
    assert_eq!(sessions[1][6], "open");
    let segments = read("segments.csv");
    assert_eq!(segments.len(), 3);
    assert_eq!(
        segments[1][2..9],
        ["1", "0", "work", "glute-bridge", "left", "1", "false"]
    );
    let pain = read("pain.csv");
    assert_eq!(pain.len(), 2);
    assert_eq!(pain[0][3..6], ["right", "after", "1"]);
    let results = read("assessments.csv");
    assert_eq!(results[0][4], "current");
    assert_eq!(results[0][9], "downhill: yes; fever: not sure");
}

#[test]
fn no_export_takes_the_place_of_another() {
    let (_here, store) = journal_with(&everything());
    let folder = tempfile::tempdir().unwrap();
    let names: Vec<_> = (0..3)
        .map(|_| store.export(folder.path()).unwrap())
        .collect();
    assert!(names[0] != names[1] && names[1] != names[2]);
    let left = fs::read_dir(folder.path()).unwrap().count();
    assert_eq!(left, 3, "only whole exports stay");
    for name in names {
        assert_eq!(fs::read_dir(name).unwrap().count(), 5);
    }
    let file = folder.path().join("file");
    fs::write(&file, "").unwrap();
    assert!(matches!(store.export(&file), Err(Error::File { .. })));
}

#[test]
fn of_two_versions_the_newer_one_holds() {
    let (_here, mut one) = journal_with(&[Entry::Pain(test_data::pain(1))]);
    let (_there, mut other) = journal_with(&[]);
    let (_folder, document) = export(&one);
    let _added = other.import(&document).unwrap();

    let edited = Pain {
        note: "edited there".to_owned(),
        ..test_data::pain(1)
    };
    other.write(&[Entry::Pain(edited.clone())]).unwrap();
    let (_folder, newer) = export(&other);
    assert_eq!(one.import(&newer).unwrap(), Added::default());
    assert_eq!(one.log(None).unwrap().pain, std::slice::from_ref(&edited));
    // The older one does not come back.
    let _added = one.import(&document).unwrap();
    assert_eq!(one.log(None).unwrap().pain, [edited]);

    // What was deleted on one device is gone on the other.
    let gone = Entry::Gone {
        id: id(4, 1),
        table: Table::Pain,
    };
    one.write(&[gone]).unwrap();
    let (_folder, newest) = export(&one);
    let _added = other.import(&newest).unwrap();
    assert!(other.log(None).unwrap().pain.is_empty());
    let _added = other.import(&document).unwrap();
    assert!(other.log(None).unwrap().pain.is_empty());
}

#[test]
fn other_files_are_refused_and_change_nothing() {
    let (_here, mut store) = journal_with(&everything());
    let before = rows(&store);
    let (_folder, document) = export(&store);
    let text = fs::read_to_string(&document).unwrap();
    let (_there, fresh) = journal_with(&[Entry::Session(test_data::session(9))]);
    let (_folder, other) = export(&fresh);
    let other = fs::read_to_string(other).unwrap();

    let folder = tempfile::tempdir().unwrap();
    let mut refused = |text: &[u8]| {
        let path = folder.path().join("chosen.json");
        fs::write(&path, text).unwrap();
        let error = store.import(&path).unwrap_err();
        assert_eq!(rows(&store), before, "{error}");
        error
    };
    for foreign in [
        "",
        "{}",
        "[1, 2, 3]",
        "null",
        "not json at all",
        "{\"sessions\": []}",
        "{\"kind\": \"another journal\", \"format\": 1, \"sessions\": []}",
        "{\"kind\": \"kneewise journal\"}",
    ] {
        let error = refused(foreign.as_bytes());
        assert!(
            matches!(error, Error::NotAnExport { .. }),
            "{foreign}: {error:?}"
        );
        assert!(error.sentence().contains("kneewise-journal.json"));
    }
    let binary: Vec<u8> = (0..=255).cycle().take(5000).collect();
    assert!(matches!(refused(&binary), Error::NotAnExport { .. }));

    // One that breaks off, anywhere, and one with a row that cannot be.
    for length in (text.len() / 2..text.len() - 3).step_by(97) {
        let error = refused(&text.as_bytes()[..length]);
        assert!(
            matches!(error, Error::FaultyExport { .. }),
            "{length}: {error:?}"
        );
        assert!(error.sentence().contains("Nothing was changed"));
    }
    let faulty = other.replace("\"steps\":8", "\"steps\":-8");
    assert_ne!(faulty, other);
    assert!(matches!(
        refused(faulty.as_bytes()),
        Error::FaultyExport { .. }
    ));
    let newer = other.replace("\"format\":2", "\"format\":3");
    assert!(matches!(
        refused(newer.as_bytes()),
        Error::NewerExport { format: 3, .. }
    ));

    let huge = folder.path().join("huge.json");
    File::create(&huge)
        .unwrap()
        .set_len((256 << 20) + 1)
        .unwrap();
    assert!(matches!(store.import(&huge), Err(Error::TooLarge { .. })));
    assert!(matches!(
        store.import(folder.path()),
        Err(Error::NotAnExport { .. } | Error::File { .. })
    ));
    let missing = folder.path().join("missing.json");
    let error = store.import(&missing).unwrap_err();
    assert!(
        error.sentence().contains("missing.json"),
        "{}",
        error.sentence()
    );
    assert_eq!(rows(&store), before);
}

/// Every byte below a folder.
fn bytes_in(folder: &Path) -> Vec<u8> {
    let mut bytes = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            bytes.extend(bytes_in(&path));
        } else {
            bytes.extend(fs::read(path).unwrap());
        }
    }
    bytes
}

fn holds(folder: &Path, text: &str) -> bool {
    let bytes = bytes_in(folder);
    bytes.windows(text.len()).any(|run| run == text.as_bytes())
}

/// A result with a red flag: the knee waits to be seen.
fn red_flag(number: u32, knee: Side) -> Assessment {
    Assessment {
        conditions: Vec::new(),
        red_flags: vec!["RF03/same_day".to_owned()],
        ..test_data::assessment(number, knee)
    }
}

/// Whether any routine may be played, by what the journal says.
fn allows_routines(store: &Store) -> bool {
    findings(&store.assessments().unwrap())
        .allow_routines()
        .is_ok()
}

#[test]
fn erasing_leaves_no_knee_that_waits() {
    let (_here, mut store) = journal_with(&[Entry::Assessment(red_flag(1, Side::Left))]);
    assert!(!allows_routines(&store));
    store.erase().unwrap();
    assert!(allows_routines(&store));
}

#[test]
fn a_red_flag_comes_along_with_an_export() {
    let (_here, there) = journal_with(&[Entry::Assessment(red_flag(1, Side::Right))]);
    let (_folder, document) = export(&there);
    let (_here, mut store) = journal_with(&[]);
    assert!(allows_routines(&store));
    let _added = store.import(&document).unwrap();
    assert!(!allows_routines(&store));
    let open = findings(&store.assessments().unwrap()).open().to_vec();
    let waits = OpenFinding {
        level: Level::SameDay,
        leg: Side::Right,
    };
    assert_eq!(open, [waits]);
}

#[test]
fn another_window_sees_a_red_flag_and_who_has_looked() {
    let (folder, mut one) = journal_with(&[]);
    let (other, _) = Store::open(folder.path()).unwrap();
    assert!(allows_routines(&other));
    let flag = red_flag(1, Side::Left);
    one.write(&[Entry::Assessment(flag.clone())]).unwrap();
    assert!(!allows_routines(&other));

    let checked = Assessment {
        standing: Standing::Checked {
            at: test_data::on_day(9),
            by: Examiner::Physiotherapist,
        },
        ..flag.clone()
    };
    one.write(&[Entry::Assessment(checked.clone())]).unwrap();
    assert!(allows_routines(&other));
    assert_eq!(other.assessments().unwrap(), [checked]);
    // Said by mistake, and taken back.
    one.write(&[Entry::Assessment(flag.clone())]).unwrap();
    assert!(!allows_routines(&other));
    assert_eq!(other.assessments().unwrap(), [flag]);
}

#[test]
fn flags_are_read_as_every_version_wrote_them() {
    let of = |flags: &[&str]| Assessment {
        red_flags: flags.iter().map(|flag| (*flag).to_owned()).collect(),
        ..red_flag(1, Side::Left)
    };
    for (flags, level) in [
        // Version 0.1 wrote no levels: the most urgent one counts.
        (&["RF12"][..], Some(Level::Emergency)),
        (&["RF12/within_two_weeks"], Some(Level::WithinTwoWeeks)),
        (
            &["RF15/within_two_weeks", "RF03/same_day"],
            Some(Level::SameDay),
        ),
        // What only a newer version knows.
        (&["RF99/emergency"], Some(Level::Emergency)),
        (&["RF99"], Some(Level::WithinTwoWeeks)),
        (&["RF99/next_year"], Some(Level::WithinTwoWeeks)),
        (&["carried_over"], Some(Level::WithinTwoWeeks)),
        (&["A1/advice"], None),
        (&[], None),
    ] {
        assert_eq!(of(flags).level(), level, "{flags:?}");
        assert_eq!(of(flags).open().map(|open| open.level), level, "{flags:?}");
    }
}

#[test]
fn an_export_of_version_0_1_is_taken_in() {
    let (_here, store) = journal_with(&[Entry::Assessment(red_flag(1, Side::Left))]);
    let (_folder, document) = export(&store);
    let text = fs::read_to_string(&document).unwrap();
    let old = text
        .replace("\"format\":2", "\"format\":1")
        .replace("\"duration\":\"2-6\",", "")
        .replace("\"unticked\":[\"night\"],", "")
        .replace("RF03/same_day", "RF03");
    assert!(old.len() < text.len() && !old.contains("unticked"), "{old}");
    fs::write(&document, old).unwrap();
    let (_here, mut store) = journal_with(&[]);
    let _added = store.import(&document).unwrap();
    let taken = &store.assessments().unwrap()[0];
    assert_eq!((taken.duration.as_ref(), taken.unticked.len()), (None, 0));
    assert!(!allows_routines(&store));
}

#[test]
fn erasing_leaves_nothing_to_be_found() {
    let secret = "the-knee-of-an-aunt";
    let noted = |number| {
        Entry::Pain(Pain {
            note: format!("{secret} {number}"),
            ..test_data::pain(number)
        })
    };
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("journal.sqlite");
    let (mut store, _) = Store::open(folder.path()).unwrap();
    store
        .write(&(0..500).map(noted).collect::<Vec<_>>())
        .unwrap();
    drop(store);
    // A copy of the day, and a damaged file that was set aside.
    drop(Store::open(folder.path()).unwrap());
    let mut damaged = fs::read(&file).unwrap();
    let length = damaged.len();
    damaged[length / 2..length / 2 + 5000].fill(0xAB);
    fs::write(&file, damaged).unwrap();
    let routines = folder.path().join("routines");
    fs::create_dir(&routines).unwrap();
    fs::write(routines.join("mine.ron"), "()").unwrap();
    fs::write(folder.path().join("settings.ron"), "()").unwrap();
    let (mut store, notices) = Store::open(folder.path()).unwrap();
    assert_eq!(notices.len(), 1);
    store.write(&test_data::whole(1, 5)).unwrap();
    assert!(holds(folder.path(), secret));
    assert!(holds(&folder.path().join("backups"), secret));

    store.erase().unwrap();
    assert!(!holds(folder.path(), secret));
    assert!(store.is_empty().unwrap());
    assert_eq!(store.log(None).unwrap().sessions, []);
    let mut left: Vec<_> = fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| !name.starts_with("journal.sqlite"))
        .collect();
    left.sort();
    assert_eq!(left, ["routines", "settings.ron"]);
    assert!(routines.join("mine.ron").is_file());

    // It is a journal as before.
    store.write(&test_data::whole(7, 2)).unwrap();
    drop(store);
    let (store, notices) = Store::open(folder.path()).unwrap();
    assert_eq!(notices, []);
    assert_eq!(numbers(&store.log(None).unwrap()), [7]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn two_journals_come_together_the_same_way_round_or_the_other(
        here in prop::collection::vec(test_data::any_entry(), 0..20),
        there in prop::collection::vec(test_data::any_entry(), 0..20),
    ) {
        let (_one, mut one) = journal_with(&here);
        let (_other, mut other) = journal_with(&there);
        let (_folder, from_one) = export(&one);
        let (_folder, from_other) = export(&other);

        let _added = one.import(&from_other).unwrap();
        let _added = other.import(&from_one).unwrap();
        let together = rows(&one);
        prop_assert_eq!(&together, &rows(&other));

        for document in [&from_one, &from_other, &from_one] {
            prop_assert_eq!(one.import(document).unwrap(), Added::default());
        }
        prop_assert_eq!(&together, &rows(&one));
        let (_fresh, mut fresh) = journal_with(&[]);
        let _added = fresh.import(&from_other).unwrap();
        let _added = fresh.import(&from_one).unwrap();
        prop_assert_eq!(&together, &rows(&fresh));
    }
}
