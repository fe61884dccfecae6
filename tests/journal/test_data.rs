//! Records to write: plain ones by number, and any there can be.
#![allow(dead_code, missing_docs)] // Each test uses some.

use kneewise::side::Side;
use kneewise::training::record::{
    Assessment, Entry, Examiner, Happening, Hurt, Leaving, Log, Occasion, Pain, Plan, ResumePoint,
    Segment, SegmentKind, Session, Standing, State, StepOutcome, Table, What,
};
use kneewise::training::{Moment, Score};
use proptest::prelude::*;
use uuid::Uuid;

/// 12:00 on 1 March 2026, in the winter of central Europe.
pub const NOON: Moment = Moment {
    utc_ms: 1_772_362_800_000,
    offset_s: 3600,
};
const DAY_MS: i64 = 24 * 60 * 60 * 1000;

pub fn on_day(day: i64) -> Moment {
    Moment::new(NOON.utc_ms + day * DAY_MS, NOON.offset_s)
}

/// The session of this number, one on each day, played to its end.
pub fn session(number: u32) -> Session {
    Session {
        id: id(1, number),
        routine: "post-run-reset-5".to_owned(),
        name: "Post-run reset".to_owned(),
        kind: "recovery".to_owned(),
        began: on_day(number.into()),
        state: State::Completed {
            at: on_day(number.into()),
        },
        planned_ms: 320_000,
        worked_ms: 240_000,
        steps: 8,
        done: 8,
        note: format!("note {number}"),
    }
}

pub fn open_session(number: u32) -> Session {
    Session {
        state: State::Open {
            place: place(),
            at: on_day(number.into()),
        },
        ..session(number)
    }
}

pub fn place() -> ResumePoint {
    ResumePoint {
        segment: 7,
        within_ms: 12_345,
        counted: 4,
        step: 3,
        left_ms: 540_000,
        plan: Plan {
            left_first: true,
            get_ready_s: Some(10),
            begun_at: 0,
            easier: vec![2],
            eased: vec![(5, 1)],
            lengths_ms: vec![10_000, 30_000, 5_000, 30_000],
        },
        outcomes: vec![StepOutcome::Done, StepOutcome::Skipped, StepOutcome::Open],
        not_before: None,
    }
}

/// A segment of the session of this number.
pub fn segment(session: u32, number: u32) -> Segment {
    Segment {
        id: id(2, session * 1000 + number),
        session: id(1, session),
        segment: number as usize,
        step: number as usize / 2,
        kind: SegmentKind::Work {
            exercise: "glute-bridge".to_owned(),
            side: Some(Side::Left),
            set: 1,
            easier: false,
        },
        at: on_day(session.into()),
        lasted_ms: 30_000,
        how: Leaving::Completed,
    }
}

pub fn happening(session: u32, number: u32) -> Happening {
    Happening {
        id: id(3, session * 1000 + number),
        session: id(1, session),
        segment: 3,
        at: on_day(session.into()),
        what: What::Hurt(Hurt::Easier),
    }
}

pub fn pain(number: u32) -> Pain {
    Pain {
        id: id(4, number),
        session: None,
        at: on_day(number.into()),
        knee: Side::Right,
        occasion: Occasion::After,
        score: Score::new((number % 11) as u8).unwrap(),
        note: format!("pain {number}"),
    }
}

pub fn assessment(number: u32, knee: Side) -> Assessment {
    Assessment {
        id: id(5, number),
        at: on_day(number.into()),
        knee,
        marks: vec!["lateral_epicondyle".to_owned()],
        age: Some("35-44".to_owned()),
        onset: Some("gradual".to_owned()),
        duration: Some("2-6".to_owned()),
        answers: [
            ("downhill".to_owned(), Some(true)),
            ("fever".to_owned(), None),
        ]
        .into(),
        unticked: vec!["night".to_owned()],
        conditions: vec!["itbs".to_owned(), "pfp".to_owned()],
        red_flags: Vec::new(),
        standing: Standing::Current,
    }
}

pub fn id(kind: u32, number: u32) -> Uuid {
    Uuid::from_u128((u128::from(kind) << 64) | u128::from(number))
}

/// A whole session with what belongs to it.
pub fn whole(number: u32, segments: u32) -> Vec<Entry> {
    let parts = (0..segments).map(|part| Entry::Segment(segment(number, part)));
    let mut entries = vec![Entry::Session(session(number))];
    entries.extend(parts);
    entries.push(Entry::Happening(happening(number, 0)));
    entries.push(Entry::Pain(Pain {
        session: Some(id(1, number)),
        ..pain(number)
    }));
    entries
}

/// The numbers of the sessions of a log.
pub fn numbers(log: &Log) -> Vec<u32> {
    log.sessions
        .iter()
        .map(|session| session.id.as_u128() as u32)
        .collect()
}

// Any record there can be, with ids from a small choice so that records meet.

fn any_id(kind: u32) -> impl Strategy<Value = Uuid> {
    (0_u32..6).prop_map(move |number| id(kind, number))
}

fn any_moment() -> impl Strategy<Value = Moment> {
    (
        // What is to come cannot have been written down.
        -5_000_000_000_000_i64..1_700_000_000_000,
        -50_000_i32..50_000,
    )
        .prop_map(|(utc_ms, offset_s)| Moment { utc_ms, offset_s })
}

fn any_knee() -> impl Strategy<Value = Side> {
    prop::sample::select(vec![Side::Left, Side::Right])
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof!["[a-z]{0,8}", any::<String>()]
}

fn any_place() -> impl Strategy<Value = ResumePoint> {
    let outcome = prop::sample::select(vec![
        StepOutcome::Open,
        StepOutcome::Done,
        StepOutcome::Skipped,
    ]);
    (
        (
            any::<u16>(),
            any::<u32>(),
            any::<u16>(),
            any::<u16>(),
            any::<u32>(),
        ),
        (any::<bool>(), any::<Option<u16>>(), 0_usize..50),
        prop::collection::vec(any::<u16>().prop_map(usize::from), 0..4),
        prop::collection::vec((0_usize..99, 0_usize..99), 0..4),
        prop::collection::vec(any::<u32>().prop_map(u64::from), 0..6),
        prop::collection::vec(outcome, 0..5),
        prop::option::of((1900_i16..2024).prop_map(|year| jiff::civil::date(year, 2, 28))),
    )
        .prop_map(
            |(
                (segment, within_ms, counted, step, left_ms),
                (left_first, get_ready_s, begun_at),
                easier,
                eased,
                lengths_ms,
                outcomes,
                not_before,
            )| ResumePoint {
                segment: segment.into(),
                within_ms: within_ms.into(),
                counted: counted.into(),
                step: step.into(),
                left_ms: left_ms.into(),
                plan: Plan {
                    left_first,
                    get_ready_s: get_ready_s.map(u32::from),
                    begun_at,
                    easier,
                    eased,
                    lengths_ms,
                },
                outcomes,
                not_before,
            },
        )
}

pub fn any_session() -> impl Strategy<Value = Session> {
    let state = prop_oneof![
        (any_place(), any_moment()).prop_map(|(place, at)| State::Open { place, at }),
        any_moment().prop_map(|at| State::Completed { at }),
        any_moment().prop_map(|at| State::Stopped { at }),
    ];
    (
        any_id(1),
        (any_text(), any_text(), any_text()),
        any_moment(),
        state,
        (any::<u32>(), any::<u32>(), any::<u16>(), any::<u16>()),
        any_text(),
    )
        .prop_map(
            |(id, (routine, name, kind), began, state, (planned_ms, worked, steps, done), note)| {
                Session {
                    id,
                    routine,
                    name,
                    kind,
                    began,
                    state,
                    planned_ms: planned_ms.into(),
                    worked_ms: worked.into(),
                    steps: steps.into(),
                    done: done.into(),
                    note,
                }
            },
        )
}

pub fn any_segment() -> impl Strategy<Value = Segment> {
    let kind = prop_oneof![
        Just(SegmentKind::GetReady),
        Just(SegmentKind::Switch),
        Just(SegmentKind::Move),
        Just(SegmentKind::Rest),
        Just(SegmentKind::Finish),
        (
            any_text(),
            prop::option::of(any_knee()),
            any::<u16>(),
            any::<bool>()
        )
            .prop_map(|(exercise, side, set, easier)| SegmentKind::Work {
                exercise,
                side,
                set: set.into(),
                easier
            }),
    ];
    let how = prop::sample::select(vec![Leaving::Completed, Leaving::Left]);
    (
        (any_id(2), any_id(1)),
        (any::<u16>(), any::<u16>()),
        kind,
        any_moment(),
        any::<u32>(),
        how,
    )
        .prop_map(
            |((id, session), (segment, step), kind, at, lasted, how)| Segment {
                id,
                session,
                segment: segment.into(),
                step: step.into(),
                kind,
                at,
                lasted_ms: lasted.into(),
                how,
            },
        )
}

pub fn any_happening() -> impl Strategy<Value = Happening> {
    let what = prop_oneof![
        prop::sample::select(vec![
            What::Paused,
            What::Slept,
            What::Resumed,
            What::Eased,
            What::Skipped,
            What::Hurt(Hurt::Easier),
            What::Hurt(Hurt::Skip),
            What::Hurt(Hurt::ShowWhere),
            What::Hurt(Hurt::Stop),
        ]),
        (-DAY_MS..=DAY_MS).prop_map(|by_ms| What::Extended { by_ms }),
    ];
    (any_id(3), any_id(1), any::<u16>(), any_moment(), what).prop_map(
        |(id, session, segment, at, what)| Happening {
            id,
            session,
            segment: segment.into(),
            at,
            what,
        },
    )
}

pub fn any_pain() -> impl Strategy<Value = Pain> {
    let occasion = prop::sample::select(vec![
        Occasion::Before,
        Occasion::After,
        Occasion::NextMorning,
    ]);
    (
        any_id(4),
        prop::option::of(any_id(1)),
        any_moment(),
        any_knee(),
        occasion,
        0_u8..=10,
        any_text(),
    )
        .prop_map(|(id, session, at, knee, occasion, score, note)| Pain {
            id,
            session,
            at,
            knee,
            occasion,
            score: Score::new(score).unwrap(),
            note,
        })
}

pub fn any_assessment() -> impl Strategy<Value = Assessment> {
    let standing = prop_oneof![
        Just(Standing::Current),
        Just(Standing::Replaced),
        any_moment().prop_map(|at| Standing::Better { at }),
        any_moment().prop_map(|at| Standing::Checked {
            at,
            by: Examiner::Physiotherapist,
        }),
    ];
    let texts = || prop::collection::vec(any_text(), 0..4);
    (
        (any_id(5), any_moment(), any_knee()),
        texts(),
        (
            prop::option::of(any_text()),
            prop::option::of(any_text()),
            prop::option::of(any_text()),
        ),
        prop::collection::btree_map(any_text(), any::<Option<bool>>(), 0..4),
        (texts(), texts(), texts()),
        standing,
    )
        .prop_map(
            |(
                (id, at, knee),
                marks,
                (age, onset, duration),
                answers,
                (unticked, conditions, red_flags),
                standing,
            )| {
                Assessment {
                    id,
                    at,
                    knee,
                    marks,
                    age,
                    onset,
                    duration,
                    answers,
                    unticked,
                    conditions,
                    red_flags,
                    standing,
                }
            },
        )
}

fn any_row() -> impl Strategy<Value = (Table, Uuid)> {
    let table = prop::sample::select(vec![
        Table::Session,
        Table::Segment,
        Table::Happening,
        Table::Pain,
        Table::Assessment,
    ]);
    (table, 0_u32..6).prop_map(|(table, number)| {
        let kind = match table {
            Table::Session => 1,
            Table::Segment => 2,
            Table::Happening => 3,
            Table::Pain => 4,
            Table::Assessment => 5,
        };
        (table, id(kind, number))
    })
}

pub fn any_entry() -> impl Strategy<Value = Entry> {
    prop_oneof![
        3 => any_session().prop_map(Entry::Session),
        3 => any_segment().prop_map(Entry::Segment),
        1 => any_happening().prop_map(Entry::Happening),
        2 => any_pain().prop_map(Entry::Pain),
        1 => any_assessment().prop_map(Entry::Assessment),
        1 => any_row().prop_map(|(table, id)| Entry::Gone { id, table }),
        1 => any_row().prop_map(|(table, id)| Entry::Back { id, table }),
    ]
}
