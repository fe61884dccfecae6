//! The journal as tables that other programs open. What was deleted is not in them.

use std::io::Write;

use jiff::Timestamp;
use jiff::tz::Offset;
use rusqlite::Connection;
use serde::Serialize;

use super::Fault;
use crate::journal::record::{self, Kept, Record};
use crate::training::Moment;
use crate::training::record::{Assessment, Pain, Segment, SegmentKind, Session, Spelled, State};
use crate::words::journal::column;

/// A table of one kind of record.
pub(in crate::journal) struct Sheet<T> {
    /// The name of its file.
    pub(super) file: &'static str,
    heads: &'static [&'static str],
    cells: fn(&Kept<T>) -> Vec<Cell>,
}

pub(in crate::journal) const SESSIONS: Sheet<Session> = Sheet {
    file: "sessions.csv",
    heads: &column::SESSIONS,
    cells: session,
};
pub(in crate::journal) const SEGMENTS: Sheet<Segment> = Sheet {
    file: "segments.csv",
    heads: &column::SEGMENTS,
    cells: segment,
};
pub(in crate::journal) const PAIN: Sheet<Pain> = Sheet {
    file: "pain.csv",
    heads: &column::PAIN,
    cells: pain,
};
pub(in crate::journal) const ASSESSMENTS: Sheet<Assessment> = Sheet {
    file: "assessments.csv",
    heads: &column::ASSESSMENTS,
    cells: assessment,
};

/// What stands in a cell. A number is one to every program.
enum Cell {
    Text(String),
    Number(String),
}

fn text(text: &(impl ToString + ?Sized)) -> Cell {
    Cell::Text(text.to_string())
}

fn number(number: &impl ToString) -> Cell {
    Cell::Number(number.to_string())
}

impl Cell {
    /// With an apostrophe before what a spreadsheet would take for a formula and reckon out.
    fn harmless(self) -> String {
        const FORMULA: [char; 7] = ['=', '+', '-', '@', '\t', '\r', '\n'];
        match self {
            Self::Text(text) if text.starts_with(FORMULA) => format!("'{text}"),
            Self::Text(text) | Self::Number(text) => text,
        }
    }
}

/// Writes a table, its heads first.
pub(super) fn write<T: Record>(
    connection: &Connection,
    to: impl Write,
    sheet: &Sheet<T>,
) -> Result<(), Fault> {
    let mut table = csv::Writer::from_writer(to);
    table.write_record(sheet.heads)?;
    record::each(connection, |kept: Kept<T>| {
        if kept.gone_ms.is_none() {
            let cells = (sheet.cells)(&kept).into_iter().map(Cell::harmless);
            table.write_record(cells)?;
        }
        Ok::<_, Fault>(())
    })?;
    table.flush()?;
    Ok(())
}

fn session(kept: &Kept<Session>) -> Vec<Cell> {
    let session = &kept.record;
    let (state, at) = match &session.state {
        State::Open { at, .. } => ("open", at),
        State::Completed { at } => ("completed", at),
        State::Stopped { at } => ("stopped", at),
    };
    vec![
        text(&session.id),
        text(&session.began.day()),
        written(session.began),
        text(&session.routine),
        text(&session.name),
        text(&session.kind),
        text(state),
        written(*at),
        seconds(session.planned_ms),
        seconds(session.worked_ms),
        number(&session.steps),
        number(&session.done),
        text(&session.note),
        changed(kept),
    ]
}

fn segment(kept: &Kept<Segment>) -> Vec<Cell> {
    let segment = &kept.record;
    let [kind, exercise, side, set, easier] = match &segment.kind {
        SegmentKind::Work {
            exercise,
            side,
            set,
            easier,
        } => [
            text("work"),
            text(exercise),
            side.map_or_else(|| text(""), |side| word(&Spelled(side))),
            number(set),
            text(easier),
        ],
        other => [word(other), text(""), text(""), text(""), text("")],
    };
    vec![
        text(&segment.id),
        text(&segment.session),
        number(&segment.segment),
        number(&segment.step),
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

fn pain(kept: &Kept<Pain>) -> Vec<Cell> {
    let pain = &kept.record;
    vec![
        text(&pain.id),
        text(&pain.at.day()),
        written(pain.at),
        word(&Spelled(pain.knee)),
        word(&pain.occasion),
        number(&pain.score.get()),
        pain.session
            .map_or_else(|| text(""), |session| text(&session)),
        text(&pain.note),
        changed(kept),
    ]
}

fn assessment(kept: &Kept<Assessment>) -> Vec<Cell> {
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
    vec![
        text(&result.id),
        text(&result.at.day()),
        written(result.at),
        word(&Spelled(result.knee)),
        word(&result.standing),
        text(&result.marks.join("; ")),
        text(result.age.as_deref().unwrap_or_default()),
        text(result.onset.as_deref().unwrap_or_default()),
        text(result.duration.as_deref().unwrap_or_default()),
        text(&answers.join("; ")),
        text(&result.conditions.join("; ")),
        text(&result.red_flags.join("; ")),
    ]
}

/// A word of the format, such as `next_morning`; of one with more in it, its name.
fn word(value: &impl Serialize) -> Cell {
    Cell::Text(match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        Ok(serde_json::Value::Object(object)) => object.keys().next().cloned().unwrap_or_default(),
        _ => String::new(),
    })
}

/// A moment as most programs read it: 2026-03-01T18:30:00+01:00.
fn written(moment: Moment) -> Cell {
    let moment = Moment::new(moment.utc_ms, moment.offset_s);
    let offset = Offset::from_seconds(moment.offset_s).unwrap_or(Offset::UTC);
    let timestamp = Timestamp::from_millisecond(moment.utc_ms);
    timestamp.map_or_else(
        |_| text(""),
        |timestamp| text(&timestamp.display_with_offset(offset)),
    )
}

fn changed<T>(kept: &Kept<T>) -> Cell {
    written(Moment::new(kept.changed_ms, 0))
}

/// Milliseconds as seconds, exactly: 30, 12.5, 0.125.
fn seconds(milliseconds: u64) -> Cell {
    let (whole, rest) = (milliseconds / 1000, milliseconds % 1000);
    if rest == 0 {
        number(&whole)
    } else {
        let fraction = format!("{rest:03}");
        number(&format!("{whole}.{}", fraction.trim_end_matches('0')))
    }
}
