//! Exports that somebody made or changed by hand.

use std::fs;
use std::path::{Path, PathBuf};

use kneewise::journal::clock;
use kneewise::journal::store::{Error, Excess, Store};
use kneewise::side::Side;
use kneewise::training::record::{Entry, Session, State};
use rusqlite::Connection;
use serde_json::{Value, json};
use tempfile::TempDir;
use uuid::Uuid;

use crate::test_data;

const CHANGED_MS_MAX: &str = include_str!("strangers/import-changed-ms-max.json");
const FORMULAS: &str = include_str!("strangers/import-formulas.json");
/// The session that is in both.
const SESSION: Uuid = Uuid::from_u128(0x01a2_2d49_6ab3_762d_beaf_926f_2836_afca);
const DAY_MS: i64 = 24 * 60 * 60 * 1000;

fn journal() -> (TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let (store, _) = Store::open(folder.path()).unwrap();
    (folder, store)
}

fn document(text: &str) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("kneewise-journal.json");
    fs::write(&path, text).unwrap();
    (folder, path)
}

fn import(store: &mut Store, text: &str) -> Result<(), Error> {
    let (_folder, path) = document(text);
    store.import(&path).map(drop)
}

/// What the journal exports.
fn exported(store: &Store) -> Value {
    let folder = tempfile::tempdir().unwrap();
    let path = store.export(folder.path()).unwrap();
    let text = fs::read_to_string(path.join("kneewise-journal.json")).unwrap();
    serde_json::from_str(&text).unwrap()
}

/// A document with what it is before everything else, as Kneewise writes it.
fn written(mut document: Value) -> String {
    let fields = document.as_object_mut().unwrap();
    let (kind, format) = (fields.remove("kind"), fields.remove("format"));
    let (kind, format) = (kind.unwrap(), format.unwrap());
    let rest = document.to_string();
    format!("{{\"kind\": {kind}, \"format\": {format}, {}", &rest[1..])
}

fn noted(store: &Store, note: &str) -> Entry {
    let session = store.session(SESSION).unwrap().unwrap().session;
    Entry::Session(Session {
        note: note.to_owned(),
        ..session
    })
}

fn note_of(store: &Store) -> String {
    store.session(SESSION).unwrap().unwrap().session.note
}

#[test]
fn a_session_from_the_end_of_time_is_exported_after_an_edit() {
    let (_folder, mut store) = journal();
    import(&mut store, CHANGED_MS_MAX).unwrap();
    store.write(&[noted(&store, "mine")]).unwrap();
    let exported = exported(&store);
    assert_eq!(exported["sessions"][0]["record"]["note"], "mine");
    let changed = exported["sessions"][0]["changed_ms"].as_i64().unwrap();
    assert!(changed <= clock::now().utc_ms + DAY_MS, "{changed}");
    // Taken in again, it is not newer than the edit.
    import(&mut store, CHANGED_MS_MAX).unwrap();
    assert_eq!(note_of(&store), "mine");
    let (_other_folder, mut other) = journal();
    import(&mut other, &written(exported)).unwrap();
    assert_eq!(note_of(&other), "mine");
}

#[test]
fn what_an_older_version_counted_too_far_is_read_and_written() {
    for stamp in ["9223372036854775807", "9223372036854775808.0", "-5"] {
        let (folder, mut store) = journal();
        import(&mut store, FORMULAS).unwrap();
        drop(store);
        let connection = Connection::open(folder.path().join("journal.sqlite")).unwrap();
        for table in ["session", "pain", "segment", "happening", "assessment"] {
            let statement = format!("UPDATE {table} SET changed_ms = {stamp}");
            let _rows = connection.execute(&statement, ()).unwrap();
        }
        drop(connection);
        let (mut store, notices) = Store::open(folder.path()).unwrap();
        assert_eq!(notices, []);
        let before = exported(&store);
        for (list, length) in [
            ("sessions", 2),
            ("pain", 2),
            ("segments", 2),
            ("happenings", 1),
            ("assessments", 1),
        ] {
            assert_eq!(
                before[list].as_array().unwrap().len(),
                length,
                "{stamp}: {list}"
            );
        }
        store.write(&[noted(&store, "mine")]).unwrap();
        import(&mut store, &written(before)).unwrap();
        assert_eq!(note_of(&store), "mine", "{stamp}");
        let gone = kneewise::training::record::Table::Session;
        store
            .write(&[Entry::Gone {
                id: SESSION,
                table: gone,
            }])
            .unwrap();
        assert!(
            exported(&store)["sessions"][1]["gone_ms"].is_i64(),
            "{stamp}"
        );
    }
}

/// Puts a number in the place of every other one below a value.
fn set_numbers(value: &mut Value, number: &Value) {
    match value {
        Value::Number(_) => *value = number.clone(),
        Value::Array(values) => values
            .iter_mut()
            .for_each(|value| set_numbers(value, number)),
        Value::Object(fields) => {
            for (name, value) in fields {
                // A score from 0 to 10 is refused otherwise, and an offset has half as many bits.
                if name != "score" && name != "offset_s" {
                    set_numbers(value, number);
                }
            }
        }
        _ => {}
    }
}

/// The largest number below a value, and the latest moment.
fn largest(value: &Value) -> i64 {
    match value {
        Value::Number(number) => number.as_i64().unwrap(),
        Value::Array(values) => values.iter().map(largest).max().unwrap_or(0),
        Value::Object(fields) => fields.values().map(largest).max().unwrap_or(0),
        _ => 0,
    }
}

#[test]
fn every_number_is_moved_to_what_can_be() {
    let whole: Value = serde_json::from_str(FORMULAS).unwrap();
    for list in ["sessions", "segments", "happenings", "pain", "assessments"] {
        for number in [
            json!(u32::MAX),
            json!(i64::from(u32::MAX)),
            json!(i64::MAX),
            json!(u64::MAX),
        ] {
            let mut changed = whole.clone();
            set_numbers(&mut changed[list], &number);
            let (_folder, mut store) = journal();
            // What does not fit into the number it is for is a fault of the file, and changes nothing.
            let taken = import(&mut store, &written(changed));
            if let Err(error) = &taken {
                assert!(
                    matches!(error, Error::FaultyExport { .. }),
                    "{list}: {error:?}"
                );
                continue;
            }
            let exported = exported(&store);
            let latest = clock::now().utc_ms + DAY_MS;
            assert!(
                largest(&exported[list]) <= latest,
                "{list}, {number}: {}",
                exported[list]
            );
            let log = store.log(None).unwrap();
            let _sum: u64 = log.sessions.iter().map(|session| session.worked_ms).sum();
            import(&mut store, &written(exported)).unwrap();
        }
    }
}

#[test]
fn a_moment_far_ahead_is_at_most_a_day_ahead() {
    for far in [
        i64::MAX,
        253_402_300_799_999,
        clock::now().utc_ms + 30 * DAY_MS,
    ] {
        let text = CHANGED_MS_MAX
            .replace("1796056115886", &far.to_string())
            .replace("1796056118888", &far.to_string());
        let (_folder, mut store) = journal();
        import(&mut store, &text).unwrap();
        let session = store.session(SESSION).unwrap().unwrap().session;
        let latest = clock::now().utc_ms + DAY_MS;
        assert!(session.began.utc_ms <= latest, "{session:?}");
        assert!(matches!(session.state, State::Completed { at } if at.utc_ms <= latest));
        assert_eq!(store.log(None).unwrap().sessions.len(), 1);
    }
    let far_back = CHANGED_MS_MAX.replace("1796056115886", &i64::MIN.to_string());
    let (_folder, mut store) = journal();
    import(&mut store, &far_back).unwrap();
    assert_eq!(exported(&store)["sessions"].as_array().unwrap().len(), 1);
}

#[test]
fn no_cell_is_a_formula() {
    let (_folder, mut store) = journal();
    import(&mut store, FORMULAS).unwrap();
    for (number, start) in ["=1", "+1", "-1", "@a", "\t=1", "\r=1"]
        .into_iter()
        .enumerate()
    {
        let session = Session {
            note: start.to_owned(),
            name: start.to_owned(),
            ..test_data::session(number as u32)
        };
        store.write(&[Entry::Session(session)]).unwrap();
    }
    let mut marked = test_data::assessment(1, Side::Left);
    marked.marks = vec!["=1+1".to_owned()];
    store.write(&[Entry::Assessment(marked)]).unwrap();

    let folder = tempfile::tempdir().unwrap();
    let exported = store.export(folder.path()).unwrap();
    let mut tables = 0;
    for entry in fs::read_dir(&exported).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|ending| ending == "csv") {
            tables += 1;
            for cell in cells(&path) {
                let is_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
                assert!(!is_formula, "{}: {cell:?}", path.display());
            }
        }
    }
    assert_eq!(tables, 4);
    let sessions = cells(&exported.join("sessions.csv"));
    assert!(sessions.iter().any(|cell| cell.starts_with("'=HYPERLINK(")));
    assert!(sessions.contains(&"'-1".to_owned()));
    // The document is for Kneewise, and has it as it is.
    let document = fs::read_to_string(exported.join("kneewise-journal.json")).unwrap();
    assert!(document.contains("\"=HYPERLINK(") && !document.contains("'=HYPERLINK("));
}

fn cells(table: &Path) -> Vec<String> {
    let mut reader = csv::Reader::from_path(table).unwrap();
    let rows = reader.records().map(Result::unwrap);
    rows.flat_map(|row| row.iter().map(str::to_owned).collect::<Vec<_>>())
        .collect()
}

#[test]
fn texts_and_lists_that_are_too_long_are_refused_with_a_sentence() {
    let (_folder, mut store) = journal();
    store.write(&test_data::whole(1, 2)).unwrap();
    let before = exported(&store);
    let mut refused = |text: &str, expected: Excess, says: &str| {
        let error = import(&mut store, text).unwrap_err();
        let Error::Excess { line, excess, .. } = &error else {
            panic!("{expected:?}: {error:?}")
        };
        assert_eq!((*line, *excess), (1, expected));
        let sentence = error.sentence();
        assert!(
            sentence.contains(says) && sentence.contains("Nothing was changed"),
            "{sentence}"
        );
        assert_eq!(exported(&store)["sessions"], before["sessions"]);
    };
    let name = |length| CHANGED_MS_MAX.replace("Post-Run Knee Reset", &"é".repeat(length));
    let note = |length: usize| {
        let note = format!("\"note\": \"{}\"", "é".repeat(length));
        CHANGED_MS_MAX.replace("\"note\": \"\"", &note)
    };
    refused(&name(201), Excess::Name(200), "200 characters");
    refused(&note(10_001), Excess::Note(10_000), "10000 characters");
    let record = json!({"changed_ms": 5, "record": test_data::pain(1)}).to_string();
    let many = |count| {
        let records = vec![record.as_str(); count].join(",");
        format!("{{\"kind\": \"kneewise journal\", \"format\": 1, \"pain\": [{records}]}}")
    };
    refused(&many(100_001), Excess::Records(100_000), "100000 records");

    import(&mut store, &name(200)).unwrap();
    import(&mut store, &note(10_000)).unwrap();
    import(&mut store, &many(3)).unwrap();
}

#[test]
fn parts_without_their_session_are_left_out_and_pain_stays() {
    let mut whole: Value = serde_json::from_str(FORMULAS).unwrap();
    whole["sessions"] = json!([]);
    let (_folder, mut store) = journal();
    import(&mut store, &written(whole)).unwrap();
    let log = store.log(None).unwrap();
    assert_eq!((log.sessions.len(), log.pain.len()), (0, 2));
    assert_eq!(log.pain[0].session, None);
    assert_eq!(exported(&store)["segments"], json!([]));
}

#[cfg(unix)]
#[test]
fn what_is_no_file_is_not_waited_for() {
    let folder = tempfile::tempdir().unwrap();
    let pipe = folder.path().join("kneewise-journal.json");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    assert!(made.unwrap().success());
    let (_journal, mut store) = journal();
    let error = store.import(&pipe).unwrap_err();
    assert!(matches!(error, Error::NotAnExport { .. }), "{error:?}");
}
