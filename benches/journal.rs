//! How fast the journal is with ten years in it: 4,000 sessions, 40,000 segments and 8,000 scores.
//!
//! Beside each figure with ten years stands the same with the last eight weeks of them alone.
#![allow(clippy::unwrap_used, clippy::print_stderr, missing_docs)]

use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use iced::futures::executor::block_on_stream;
use jiff::ToSpan;
use jiff::civil::{Date, date};
use kneewise::journal::store::Store;
use kneewise::journal::{Event, Journal, Looking};
use kneewise::side::Side;
use kneewise::training::record::{
    Entry, Leaving, Occasion, Pain, Segment, SegmentKind, Session, State,
};
use kneewise::training::{Moment, Score};
use tempfile::TempDir;
use uuid::Uuid;

const TODAY: Date = date(2026, 11, 25);
const DAYS: i64 = 3_652;
const SESSIONS: i64 = 4_000;
const SEGMENTS_EACH: usize = 10;
/// As far back as Today looks.
const RECENT: i64 = 56;

/// The sessions of the last days, each with its segments, a score after it and one on the morning after.
fn history(last_days: i64) -> Vec<Entry> {
    let mut entries = Vec::new();
    for number in 0..SESSIONS {
        let days_ago = DAYS - number * DAYS / SESSIONS;
        if days_ago > last_days {
            continue;
        }
        let evening = TODAY.saturating_sub(days_ago.days()).at(18, 30, 0, 0);
        let began = jiff::tz::Offset::constant(1).to_timestamp(evening).unwrap();
        let began = Moment::new(began.as_millisecond(), 3_600);
        let session = Session {
            id: Uuid::now_v7(),
            routine: "post-run-reset-5".to_owned(),
            name: "Post-Run Knee Reset".to_owned(),
            kind: "recovery".to_owned(),
            began,
            state: State::Completed { at: began },
            planned_ms: 320_000,
            worked_ms: 240_000,
            steps: 10,
            done: 10,
            note: if number % 10 == 0 {
                "The left one was stiff on the stairs afterwards.".to_owned()
            } else {
                String::new()
            },
        };
        let id = session.id;
        entries.push(Entry::Session(session));
        entries.extend((0..SEGMENTS_EACH).map(|number| Entry::Segment(segment(id, number, began))));
        let twelve_hours = 12 * 60 * 60 * 1_000;
        for (occasion, later) in [(Occasion::After, 0), (Occasion::NextMorning, twelve_hours)] {
            entries.push(Entry::Pain(Pain {
                id: Uuid::now_v7(),
                session: Some(id),
                at: Moment::new(began.utc_ms + later, 3_600),
                knee: Side::Left,
                occasion,
                score: Score::new((number * 31 % 7) as u8).unwrap(),
                note: String::new(),
            }));
        }
    }
    entries
}

fn segment(session: Uuid, number: usize, at: Moment) -> Segment {
    Segment {
        id: Uuid::now_v7(),
        session,
        segment: number,
        step: number,
        kind: SegmentKind::Work {
            exercise: "half-kneeling-hip-flexor-stretch".to_owned(),
            side: Some(Side::Left),
            set: 1,
            easier: false,
        },
        at,
        lasted_ms: 30_000,
        how: Leaving::Completed,
    }
}

/// A journal with the sessions of the last days, written day by day as a person would.
fn journal(last_days: i64) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let (mut store, _) = Store::open(folder.path()).unwrap();
    for week in history(last_days).chunks(1_000) {
        store.write(week).unwrap();
    }
    drop(store);
    // The day's copy is made, so that no later start makes it.
    drop(Store::open(folder.path()).unwrap());
    folder
}

/// How long it takes from starting the journal, as the window does, to what Today is made from.
///
/// The processor has other things in its caches before, as it has when a program starts.
fn first_look(folder: &Path, since: Date) -> Duration {
    const MORE_THAN_CACHES: usize = 64 << 20;
    let _swept = black_box(vec![1_u8; MORE_THAN_CACHES]);
    let began = Instant::now();
    let (journal, events) = Journal::start(Some(folder.to_path_buf()));
    journal.look(Looking::Today { since });
    let mut events = block_on_stream(events);
    let recent = events.find_map(|event| match event {
        Event::Today(recent) => Some(recent),
        _ => None,
    });
    let _shown = black_box(recent.unwrap());
    let took = began.elapsed();
    // What it looks through afterwards is not to be in the way of the next one.
    drop(journal);
    let _rest = events.count();
    took
}

fn journals(criterion: &mut Criterion) {
    let since = TODAY.saturating_sub(RECENT.days());
    let short = journal(RECENT);
    let long = journal(DAYS);
    let size = fs::metadata(long.path().join("journal.sqlite"))
        .unwrap()
        .len();
    eprintln!("ten years are {:.1} MB", size as f64 / 1e6);

    for (name, folder) in [("eight weeks", &short), ("ten years", &long)] {
        let _ = criterion.bench_function(&format!("from the start to Today, {name}"), |bencher| {
            bencher.iter_custom(|times| (0..times).map(|_| first_look(folder.path(), since)).sum());
        });
        let (mut store, notices) = Store::open(folder.path()).unwrap();
        assert_eq!(notices, []);
        let _ = criterion.bench_function(&format!("Today's look, {name}"), |bencher| {
            bencher.iter(|| black_box(store.recent(since).unwrap()));
        });
        let _ = criterion.bench_function(&format!("all history, {name}"), |bencher| {
            bencher.iter(|| black_box(store.log(None).unwrap()));
        });
        let last = store.log(None).unwrap().sessions.pop().unwrap();
        let _ = criterion.bench_function(&format!("one session, {name}"), |bencher| {
            bencher.iter(|| black_box(store.session(last.id).unwrap()));
        });
        // With the disk's word that it is there.
        let _ = criterion.bench_function(&format!("writing a segment, {name}"), |bencher| {
            let over = || {
                let part = segment(last.id, 3, last.began);
                vec![Entry::Segment(part), Entry::Session(last.clone())]
            };
            bencher.iter_batched(
                over,
                |over| store.write(&over).unwrap(),
                BatchSize::SmallInput,
            );
        });
        drop(store);
        let _ = criterion.bench_function(&format!("opening and checking, {name}"), |bencher| {
            bencher.iter(|| black_box(Store::open(folder.path()).unwrap()));
        });
    }
}

criterion_group!(benches, journals);
criterion_main!(benches);
