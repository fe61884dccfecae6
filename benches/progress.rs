//! How fast Progress makes what it shows of ten years: 4,000 sessions and 8,000 scores.
#![allow(clippy::unwrap_used, missing_docs)]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use kneewise::side::Side;
use kneewise::training::calendar::Calendar;
use kneewise::training::overview::{Overview, heat};
use kneewise::training::pain::Knees;
use kneewise::training::range::Range;
use kneewise::training::record::{Log, Occasion, Pain, Session, State};
use kneewise::training::{Moment, Score, trend, week};
use kneewise::words::progress as words;
use uuid::Uuid;

const TODAY: Date = date(2026, 11, 25);
const DAYS: i64 = 3_652;

/// A session on most days, each with a score after it and one on the morning after.
fn ten_years() -> Log {
    let mut log = Log::default();
    let kinds = ["strength", "recovery", "mobility", "recovery", "strength"];
    for number in 0..4_000_i64 {
        let day = TODAY.saturating_sub((DAYS - number * DAYS / 4_000).days());
        let evening = jiff::tz::Offset::constant(1)
            .to_timestamp(day.at(18, 30, 0, 0))
            .unwrap();
        let began = Moment::new(evening.as_millisecond(), 3_600);
        let id = Uuid::now_v7();
        let kind = kinds[number as usize % kinds.len()];
        log.sessions.push(Session {
            id,
            routine: format!("a-{kind}"),
            name: format!("A {kind} routine"),
            kind: kind.to_owned(),
            began,
            state: State::Completed { at: began },
            planned_ms: 900_000,
            worked_ms: 300_000 + (number as u64 * 7_919) % 1_500_000,
            steps: 12,
            done: 12,
            note: String::new(),
        });
        let score = Score::new((number * 31 % 7) as u8).unwrap();
        let twelve_hours = 12 * 60 * 60 * 1_000;
        for (occasion, later) in [(Occasion::After, 0), (Occasion::NextMorning, twelve_hours)] {
            log.pain.push(Pain {
                id: Uuid::now_v7(),
                session: Some(id),
                at: Moment::new(began.utc_ms + later, 3_600),
                knee: if number % 4 == 0 {
                    Side::Right
                } else {
                    Side::Left
                },
                occasion,
                score,
                note: String::new(),
            });
        }
    }
    log
}

fn progress(criterion: &mut Criterion) {
    let log = ten_years();
    let calendar = Calendar::of(&log);
    let mut bench = |name: &str, work: &mut dyn FnMut()| {
        let _ = criterion.bench_function(name, |bencher| bencher.iter(&mut *work));
    };
    bench("ten years: everything Progress shows", &mut || {
        let calendar = Calendar::of(black_box(&log));
        let overview = Overview::of(&log, &calendar, Range::All, Knees::Both, TODAY);
        let sentences = [
            words::pain_sentence(&overview),
            words::strength_sentence(&overview),
            words::moved_sentence(&overview),
        ];
        let _ = black_box((overview, sentences, heat(&calendar, TODAY)));
    });
    bench("ten years: days", &mut || {
        let _ = black_box(Calendar::of(black_box(&log)));
    });
    for (name, range) in [
        ("ten years: another range, 3 months", Range::ThreeMonths),
        ("ten years: another range, all", Range::All),
    ] {
        bench(name, &mut || {
            let overview = Overview::of(&log, &calendar, range, Knees::Both, black_box(TODAY));
            let _ = black_box(overview);
        });
    }
    bench(
        "ten years: this week and recent pain, for Today",
        &mut || {
            let week = week::of(black_box(&log), TODAY);
            let _ = black_box((week, trend::recent(&log, TODAY)));
        },
    );
}

criterion_group!(benches, progress);
criterion_main!(benches);
