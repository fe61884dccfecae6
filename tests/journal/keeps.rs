//! What is written in the journal is there the next time, as it was.

use std::collections::BTreeMap;
use std::path::Path;

use crate::test_data::{self, id, numbers, on_day};
use jiff::civil::date;
use kneewise::journal::store::Store;
use kneewise::side::Side;
use kneewise::training::record::{
    Assessment, Entry, Happening, Hurt, Pain, Segment, SegmentKind, Session, Standing, State,
    Table, What,
};
use proptest::prelude::*;

/// A journal with nothing unusual to say.
fn open(folder: &Path) -> Store {
    let (store, notices) = Store::open(folder).unwrap();
    assert_eq!(notices, []);
    store
}

#[test]
fn a_session_comes_back_with_all_its_parts() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("not").join("there");
    open(&place).write(&test_data::whole(3, 12)).unwrap();

    let store = open(&place);
    let whole = store.session(id(1, 3)).unwrap().unwrap();
    assert_eq!(whole.session, test_data::session(3));
    let segments: Vec<_> = (0..12)
        .map(|number| test_data::segment(3, number))
        .collect();
    assert_eq!(whole.segments, segments);
    assert_eq!(whole.happenings, [test_data::happening(3, 0)]);
    assert_eq!(whole.pain.len(), 1);
    assert_eq!(store.session(id(1, 4)).unwrap(), None);
}

#[test]
fn every_kind_of_segment_and_happening_comes_back() {
    let folder = tempfile::tempdir().unwrap();
    let work = |side, easier| SegmentKind::Work {
        exercise: "wall-sit".to_owned(),
        side,
        set: 2,
        easier,
    };
    let kinds = [
        SegmentKind::GetReady,
        work(None, false),
        work(Some(Side::Left), true),
        work(Some(Side::Right), false),
        SegmentKind::Switch,
        SegmentKind::Move,
        SegmentKind::Rest,
        SegmentKind::Finish,
    ];
    let whats = [
        What::Paused,
        What::Slept,
        What::Resumed,
        What::Extended { by_ms: 15_000 },
        What::Extended { by_ms: -15_000 },
        What::Eased,
        What::Skipped,
        What::Hurt(Hurt::Easier),
        What::Hurt(Hurt::Skip),
        What::Hurt(Hurt::ShowWhere),
        What::Hurt(Hurt::Stop),
    ];
    let segments: Vec<_> = kinds
        .iter()
        .zip(0..)
        .map(|(kind, number)| Segment {
            kind: kind.clone(),
            ..test_data::segment(1, number)
        })
        .collect();
    let happenings: Vec<_> = whats
        .iter()
        .zip(0..)
        .map(|(&what, number)| Happening {
            what,
            ..test_data::happening(1, number)
        })
        .collect();
    let mut entries = vec![Entry::Session(test_data::open_session(1))];
    entries.extend(segments.iter().cloned().map(Entry::Segment));
    entries.extend(happenings.iter().cloned().map(Entry::Happening));
    open(folder.path()).write(&entries).unwrap();

    let whole = open(folder.path()).session(id(1, 1)).unwrap().unwrap();
    assert_eq!(whole.session, test_data::open_session(1));
    assert_eq!(whole.segments, segments);
    assert_eq!(whole.happenings, happenings);
}

#[test]
fn days_are_found_as_the_person_had_them() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = open(folder.path());
    let entries: Vec<_> = (0..10)
        .flat_map(|number| {
            [
                Entry::Session(test_data::session(number)),
                Entry::Pain(test_data::pain(number)),
            ]
        })
        .collect();
    store.write(&entries).unwrap();

    let log = store.log(Some(on_day(7).day())).unwrap();
    assert_eq!(numbers(&log), [7, 8, 9]);
    assert_eq!(log.pain, [7, 8, 9].map(test_data::pain));
    assert_eq!(store.log(None).unwrap().sessions.len(), 10);

    // A quarter past midnight on the 2nd in Berlin is the evening of the 1st in Lisbon.
    let late = on_day(0);
    let quarter_past = late.utc_ms + (12 * 60 + 15) * 60_000;
    for (number, offset_s, day) in [(50, 3600, 2), (51, 0, 1)] {
        let session = Session {
            began: kneewise::training::Moment::new(quarter_past, offset_s),
            ..test_data::session(number)
        };
        store.write(&[Entry::Session(session)]).unwrap();
        let since = |day| numbers(&store.log(Some(date(2026, 3, day))).unwrap());
        assert!(since(day).contains(&number));
        assert!(!since(day + 1).contains(&number));
    }
}

#[test]
fn the_newest_open_session_is_the_one_to_carry_on() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = open(folder.path());
    assert_eq!(store.open_session().unwrap(), None);
    let entries = [
        test_data::open_session(1),
        test_data::open_session(4),
        test_data::session(9),
    ];
    store.write(&entries.map(Entry::Session)).unwrap();
    assert_eq!(
        store.open_session().unwrap(),
        Some(test_data::open_session(4))
    );

    let gone = Entry::Gone {
        id: id(1, 4),
        table: Table::Session,
    };
    store.write(&[gone]).unwrap();
    assert_eq!(
        store.open_session().unwrap(),
        Some(test_data::open_session(1))
    );
    let ended = Session {
        state: State::Stopped { at: on_day(5) },
        ..test_data::session(1)
    };
    store.write(&[Entry::Session(ended)]).unwrap();
    assert_eq!(store.open_session().unwrap(), None);
}

#[test]
fn what_was_deleted_can_come_back() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = open(folder.path());
    store.write(&test_data::whole(1, 2)).unwrap();
    let (id, table) = (id(1, 1), Table::Session);
    store.write(&[Entry::Gone { id, table }]).unwrap();
    assert!(store.log(None).unwrap().sessions.is_empty());
    assert_eq!(store.session(id).unwrap(), None);

    // Writing it again does not bring it back; saying so does.
    store
        .write(&[Entry::Session(test_data::session(1))])
        .unwrap();
    assert!(store.log(None).unwrap().sessions.is_empty());
    store.write(&[Entry::Back { id, table }]).unwrap();
    let whole = store.session(id).unwrap().unwrap();
    assert_eq!(
        (whole.session, whole.segments.len()),
        (test_data::session(1), 2)
    );
    assert!(!store.is_empty().unwrap());
}

#[test]
fn each_knee_has_at_most_one_current_result() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = open(folder.path());
    let results = [
        test_data::assessment(1, Side::Left),
        test_data::assessment(2, Side::Left),
        test_data::assessment(3, Side::Right),
    ];
    store
        .write(&results.clone().map(Entry::Assessment))
        .unwrap();
    let ids = |store: &Store| -> Vec<_> {
        let current = store.assessments().unwrap();
        current.iter().map(|result| result.id).collect()
    };
    assert_eq!(store.assessments().unwrap(), results[1..]);

    // Declared better: the one before it does not come up again.
    let better = Assessment {
        standing: Standing::Better { at: on_day(9) },
        ..results[1].clone()
    };
    store.write(&[Entry::Assessment(better)]).unwrap();
    assert_eq!(ids(&store), [id(5, 3)]);
    let gone = |number| Entry::Gone {
        id: id(5, number),
        table: Table::Assessment,
    };
    store.write(&[gone(3)]).unwrap();
    assert!(ids(&store).is_empty());
    store.write(&[gone(2)]).unwrap();
    assert_eq!(ids(&store), [id(5, 1)]);
    assert_eq!(store.all_assessments().unwrap().len(), 1);
}

#[test]
fn parts_of_a_session_that_is_not_there_do_not_cost_the_rest() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = open(folder.path());
    let pain = Pain {
        session: Some(id(1, 77)),
        ..test_data::pain(1)
    };
    let entries = [
        Entry::Segment(test_data::segment(77, 0)),
        Entry::Pain(pain),
        Entry::Happening(test_data::happening(77, 0)),
        // Its session comes after it.
        Entry::Segment(test_data::segment(2, 0)),
        Entry::Session(test_data::session(2)),
    ];
    store.write(&entries).unwrap();
    let log = store.log(None).unwrap();
    assert_eq!(numbers(&log), [2]);
    assert_eq!(log.pain, [test_data::pain(1)]);
    let whole = store.session(id(1, 2)).unwrap().unwrap();
    assert_eq!(whole.segments, [test_data::segment(2, 0)]);
}

#[test]
fn a_journal_of_the_first_version_is_read_and_written_on() {
    let folder = tempfile::tempdir().unwrap();
    let first = rusqlite::Connection::open(folder.path().join("journal.sqlite")).unwrap();
    first.execute_batch(include_str!("version-1.sql")).unwrap();
    drop(first);
    let mut store = open(folder.path());
    let log = store.log(None).unwrap();
    assert_eq!(
        log.sessions,
        [test_data::session(1), test_data::open_session(2)]
    );
    assert_eq!(
        store.open_session().unwrap(),
        Some(test_data::open_session(2))
    );
    let whole = store.session(id(1, 1)).unwrap().unwrap();
    assert_eq!(
        whole.segments,
        [0, 1].map(|number| test_data::segment(1, number))
    );
    assert_eq!(whole.happenings, [test_data::happening(1, 0)]);
    assert_eq!(whole.pain.len(), 1);
    // How long it had hurt, and what was passed over, was not asked then.
    let of_then = Assessment {
        duration: None,
        unticked: Vec::new(),
        ..test_data::assessment(1, Side::Left)
    };
    assert_eq!(store.assessments().unwrap(), [of_then]);
    store.write(&test_data::whole(5, 1)).unwrap();
    assert_eq!(numbers(&store.log(None).unwrap()), [1, 2, 5]);
}

/// What a journal should hold after entries were written.
#[derive(Default)]
struct Expected {
    sessions: BTreeMap<uuid::Uuid, (Session, bool)>,
    segments: BTreeMap<uuid::Uuid, (Segment, bool)>,
    pain: BTreeMap<uuid::Uuid, (Pain, bool)>,
}

impl Expected {
    fn write(&mut self, batch: &[Entry]) {
        for entry in batch {
            if let Entry::Session(session) = entry {
                let gone = self
                    .sessions
                    .get(&session.id)
                    .is_some_and(|(_, gone)| *gone);
                let _old = self.sessions.insert(session.id, (session.clone(), gone));
            }
        }
        for entry in batch {
            match entry {
                Entry::Segment(segment) if self.sessions.contains_key(&segment.session) => {
                    let gone = self
                        .segments
                        .get(&segment.id)
                        .is_some_and(|(_, gone)| *gone);
                    let _old = self.segments.insert(segment.id, (segment.clone(), gone));
                }
                Entry::Pain(pain) => {
                    let gone = self.pain.get(&pain.id).is_some_and(|(_, gone)| *gone);
                    let session = pain.session.filter(|id| self.sessions.contains_key(id));
                    let pain = Pain {
                        session,
                        ..pain.clone()
                    };
                    let _old = self.pain.insert(pain.id, (pain, gone));
                }
                Entry::Gone { id, .. } => self.mark(*id, true),
                Entry::Back { id, .. } => self.mark(*id, false),
                _ => {}
            }
        }
    }

    fn mark(&mut self, id: uuid::Uuid, is_gone: bool) {
        if let Some((_, gone)) = self.sessions.get_mut(&id) {
            *gone = is_gone;
        }
        if let Some((_, gone)) = self.segments.get_mut(&id) {
            *gone = is_gone;
        }
        if let Some((_, gone)) = self.pain.get_mut(&id) {
            *gone = is_gone;
        }
    }
}

fn there<T: Clone>(records: &BTreeMap<uuid::Uuid, (T, bool)>) -> Vec<T> {
    let there = records.values().filter(|(_, gone)| !gone);
    there.map(|(record, _)| record.clone()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_written_is_there_the_next_time(
        batches in prop::collection::vec(prop::collection::vec(test_data::any_entry(), 1..6), 1..8),
    ) {
        let folder = tempfile::tempdir().unwrap();
        let mut expected = Expected::default();
        let mut store = open(folder.path());
        for batch in &batches {
            store.write(batch).unwrap();
            expected.write(batch);
        }
        drop(store);

        let store = open(folder.path());
        let mut log = store.log(None).unwrap();
        log.sessions.sort_by_key(|session| session.id);
        log.pain.sort_by_key(|pain| pain.id);
        prop_assert_eq!(&log.sessions, &there(&expected.sessions));
        prop_assert_eq!(&log.pain, &there(&expected.pain));
        for session in &log.sessions {
            let mut whole = store.session(session.id).unwrap().unwrap();
            whole.segments.sort_by_key(|segment| segment.id);
            let mut segments = there(&expected.segments);
            segments.retain(|segment| segment.session == session.id);
            prop_assert_eq!(&whole.segments, &segments);
        }
    }
}
