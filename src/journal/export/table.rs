//! The journal as tables that other programs open. What was deleted is not in them.

use std::fs::File;
use std::io::{BufWriter, Write};

use jiff::Timestamp;
use jiff::tz::Offset;
use rusqlite::Connection;
use serde::Serialize;

use super::Fault;
use crate::journal::record::{self, Kept, Record};
use crate::training::Moment;
use crate::training::record::{Assessment, Pain, Segment, SegmentKind, Session, State};
use crate::words::journal::column;

type Writing = fn(&Connection, &mut BufWriter<File>) -> Result<(), Fault>;

/// The files and how each is written.
pub(super) const TABLES: [(&str, Writing); 4] = [
    ("sessions.csv", |from, to| {
        table(from, to, &column::SESSIONS, session)
    }),
    ("segments.csv", |from, to| {
        table(from, to, &column::SEGMENTS, segment)
    }),
    ("pain.csv", |from, to| table(from, to, &column::PAIN, pain)),
    ("assessments.csv", |from, to| {
        table(from, to, &column::ASSESSMENTS, assessment)
    }),
];

fn table<T: Record, const N: usize>(
    connection: &Connection,
    to: impl Write,
    columns: &[&str; N],
    cells: fn(&Kept<T>) -> [String; N],
) -> Result<(), Fault> {
    let mut table = csv::Writer::from_writer(to);
    table.write_record(columns)?;
    record::each(connection, |kept: Kept<T>| {
        if kept.gone_ms.is_none() {
            table.write_record(cells(&kept))?;
        }
        Ok::<_, Fault>(())
    })?;
    table.flush()?;
    Ok(())
}

fn session(kept: &Kept<Session>) -> [String; 14] {
    let session = &kept.record;
    let (state, at) = match &session.state {
        State::Open { at, .. } => ("open", at),
        State::Completed { at } => ("completed", at),
        State::Stopped { at } => ("stopped", at),
    };
    [
        session.id.to_string(),
        session.began.day().to_string(),
        written(session.began),
        session.routine.clone(),
        session.name.clone(),
        session.kind.clone(),
        state.to_owned(),
        written(*at),
        seconds(session.planned_ms),
        seconds(session.worked_ms),
        session.steps.to_string(),
        session.done.to_string(),
        session.note.clone(),
        changed(kept),
    ]
}

fn segment(kept: &Kept<Segment>) -> [String; 13] {
    let segment = &kept.record;
    let [kind, exercise, side, set, easier] = match &segment.kind {
        SegmentKind::Work {
            exercise,
            side,
            set,
            easier,
        } => [
            "work".to_owned(),
            exercise.clone(),
            side.as_ref().map_or_else(String::new, word),
            set.to_string(),
            easier.to_string(),
        ],
        other => [
            word(other),
            String::new(),
            String::new(),
            String::new(),
            String::new(),
        ],
    };
    [
        segment.id.to_string(),
        segment.session.to_string(),
        segment.segment.to_string(),
        segment.step.to_string(),
        kind,
        exercise,
        side,
        set,
        easier,
        written(segment.at),
        seconds(segment.lasted_ms),
        word(&segment.how),
        changed(kept),
    ]
}

fn pain(kept: &Kept<Pain>) -> [String; 9] {
    let pain = &kept.record;
    [
        pain.id.to_string(),
        pain.at.day().to_string(),
        written(pain.at),
        word(&pain.knee),
        word(&pain.occasion),
        pain.score.get().to_string(),
        pain.session
            .map_or_else(String::new, |session| session.to_string()),
        pain.note.clone(),
        changed(kept),
    ]
}

fn assessment(kept: &Kept<Assessment>) -> [String; 11] {
    let result = &kept.record;
    let answers: Vec<_> = result
        .answers
        .iter()
        .map(|(question, answer)| {
            let answer = match answer {
                Some(true) => "yes",
                Some(false) => "no",
                None => "not sure",
            };
            format!("{question}: {answer}")
        })
        .collect();
    [
        result.id.to_string(),
        result.at.day().to_string(),
        written(result.at),
        word(&result.knee),
        word(&result.standing),
        result.marks.join("; "),
        result.age.clone().unwrap_or_default(),
        result.onset.clone().unwrap_or_default(),
        answers.join("; "),
        result.conditions.join("; "),
        result.red_flags.join("; "),
    ]
}

/// A word of the format, such as `next_morning`; of one with more in it, its name.
fn word(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        Ok(serde_json::Value::Object(object)) => object.keys().next().cloned().unwrap_or_default(),
        _ => String::new(),
    }
}

/// A moment as most programs read it: 2026-03-01T18:30:00+01:00.
fn written(moment: Moment) -> String {
    let moment = Moment::new(moment.utc_ms, moment.offset_s);
    let offset = Offset::from_seconds(moment.offset_s).unwrap_or(Offset::UTC);
    Timestamp::from_millisecond(moment.utc_ms)
        .map(|timestamp| timestamp.display_with_offset(offset).to_string())
        .unwrap_or_default()
}

fn changed<T>(kept: &Kept<T>) -> String {
    written(Moment::new(kept.changed_ms, 0))
}

/// Milliseconds as seconds, exactly: 30, 12.5, 0.125.
fn seconds(milliseconds: u64) -> String {
    let (whole, rest) = (milliseconds / 1000, milliseconds % 1000);
    if rest == 0 {
        whole.to_string()
    } else {
        let fraction = format!("{rest:03}");
        format!("{whole}.{}", fraction.trim_end_matches('0'))
    }
}
