//! The columns of each kind of record, and the words that stand in them.

use jiff::civil::{Date, date};
use rusqlite::Row;
use rusqlite::types::{Type, Value};
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

use super::Record;
use crate::training::record::{
    Assessment, Happening, Hurt, Knee, Leaving, Occasion, Pain, Segment, SegmentKind, Session,
    Standing, State, Table, What,
};
use crate::training::{Moment, Score};

/// Words for what a record can say, as they stand in the tables.
type Words<T, const N: usize> = [(&'static str, T); N];

const KNEES: Words<Knee, 2> = [("left", Knee::Left), ("right", Knee::Right)];
const LEAVINGS: Words<Leaving, 2> = [("completed", Leaving::Completed), ("left", Leaving::Left)];
const OCCASIONS: Words<Occasion, 3> = [
    ("before", Occasion::Before),
    ("after", Occasion::After),
    ("next_morning", Occasion::NextMorning),
];
const CHOICES: Words<Hurt, 4> = [
    ("easier", Hurt::Easier),
    ("skip", Hurt::Skip),
    ("show_where", Hurt::ShowWhere),
    ("stop", Hurt::Stop),
];
const SIMPLE_HAPPENINGS: Words<What, 5> = [
    ("paused", What::Paused),
    ("slept", What::Slept),
    ("resumed", What::Resumed),
    ("eased", What::Eased),
    ("skipped", What::Skipped),
];
const SIMPLE_SEGMENTS: Words<SegmentKind, 5> = [
    ("get_ready", SegmentKind::GetReady),
    ("switch", SegmentKind::Switch),
    ("move", SegmentKind::Move),
    ("rest", SegmentKind::Rest),
    ("finish", SegmentKind::Finish),
];
const WORK: &str = "work";
const EXTENDED: &str = "extended";
const HURT: &str = "hurt";
/// What a session's state is called: open, completed, stopped.
const SESSION_STATES: [&str; 3] = ["open", "completed", "stopped"];
const CURRENT: &str = "current";
const BETTER: &str = "better";
const REPLACED: &str = "replaced";

fn word<T: PartialEq>(words: &[(&'static str, T)], meant: &T) -> Option<&'static str> {
    words
        .iter()
        .find(|(_, meaning)| meaning == meant)
        .map(|(word, _)| *word)
}

fn text(word: Option<&str>) -> Value {
    word.map_or(Value::Null, |word| Value::Text(word.to_owned()))
}

/// A whole number; one that no database can hold becomes the largest that it can.
fn whole(number: impl TryInto<i64>) -> Value {
    Value::Integer(number.try_into().unwrap_or(i64::MAX))
}

fn json(value: &impl Serialize) -> rusqlite::Result<Value> {
    serde_json::to_string(value)
        .map(Value::Text)
        .map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))
}

/// What cannot stand in this column.
fn odd(column: usize) -> rusqlite::Error {
    rusqlite::Error::InvalidColumnType(column, String::new(), Type::Text)
}

fn meaning<T: Clone>(
    row: &Row<'_>,
    column: usize,
    words: &[(&'static str, T)],
) -> rusqlite::Result<T> {
    let found = row.get_ref(column)?.as_str().map_err(|_| odd(column))?;
    words
        .iter()
        .find(|(word, _)| *word == found)
        .map(|(_, meaning)| meaning.clone())
        .ok_or_else(|| odd(column))
}

fn count<T: TryFrom<i64>>(row: &Row<'_>, column: usize) -> rusqlite::Result<T> {
    let number: i64 = row.get(column)?;
    T::try_from(number).map_err(|_| odd(column))
}

fn parsed<T: DeserializeOwned>(row: &Row<'_>, column: usize) -> rusqlite::Result<T> {
    let text = row.get_ref(column)?.as_str().map_err(|_| odd(column))?;
    serde_json::from_str(text).map_err(|_| odd(column))
}

/// A moment is two columns, one after the other.
fn moment(row: &Row<'_>, column: usize) -> rusqlite::Result<Moment> {
    Ok(Moment {
        utc_ms: row.get(column)?,
        offset_s: row.get(column + 1)?,
    })
}

/// A day counted from 1970.
pub(in crate::journal) fn day_number(day: Date) -> i64 {
    const EPOCH: Date = date(1970, 1, 1);
    i64::from((day - EPOCH).get_days())
}

fn day(moment: Moment) -> Value {
    Value::Integer(day_number(moment.day()))
}

impl Record for Session {
    const TABLE: Table = Table::Session;
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "routine",
        "name",
        "kind",
        "began_ms",
        "began_offset_s",
        "day",
        "state",
        "at_ms",
        "at_offset_s",
        "place",
        "planned_ms",
        "worked_ms",
        "steps",
        "done",
        "note",
    ];

    fn id(&self) -> Uuid {
        self.id
    }

    fn values(&self) -> rusqlite::Result<Vec<Value>> {
        let [open, completed, stopped] = SESSION_STATES;
        let (state, at, place) = match &self.state {
            State::Open { place, at } => (open, at, json(place)?),
            State::Completed { at } => (completed, at, Value::Null),
            State::Stopped { at } => (stopped, at, Value::Null),
        };
        Ok(vec![
            self.id.into(),
            Value::Text(self.routine.clone()),
            Value::Text(self.name.clone()),
            Value::Text(self.kind.clone()),
            whole(self.began.utc_ms),
            whole(self.began.offset_s),
            day(self.began),
            text(Some(state)),
            whole(at.utc_ms),
            whole(at.offset_s),
            place,
            whole(self.planned_ms),
            whole(self.worked_ms),
            whole(self.steps),
            whole(self.done),
            Value::Text(self.note.clone()),
        ])
    }

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        let [open, completed, stopped] = SESSION_STATES;
        let at = moment(row, 8)?;
        let state = row.get_ref(7)?.as_str().map_err(|_| odd(7))?;
        let state = if state == completed {
            State::Completed { at }
        } else if state == stopped {
            State::Stopped { at }
        } else if state == open {
            // A place that makes no sense cannot be gone back to; what was done before it still counts.
            parsed(row, 10).map_or(State::Stopped { at }, |place| State::Open { place, at })
        } else {
            return Err(odd(7));
        };
        Ok(Self {
            id: row.get(0)?,
            routine: row.get(1)?,
            name: row.get(2)?,
            kind: row.get(3)?,
            began: moment(row, 4)?,
            state,
            planned_ms: count(row, 11)?,
            worked_ms: count(row, 12)?,
            steps: count(row, 13)?,
            done: count(row, 14)?,
            note: row.get(15)?,
        })
    }
}

impl Record for Segment {
    const TABLE: Table = Table::Segment;
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "session",
        "segment",
        "step",
        "kind",
        "exercise",
        "side",
        "set_number",
        "easier",
        "at_ms",
        "at_offset_s",
        "lasted_ms",
        "how",
    ];

    fn id(&self) -> Uuid {
        self.id
    }

    fn values(&self) -> rusqlite::Result<Vec<Value>> {
        let [kind, exercise, side, set, easier] = match &self.kind {
            SegmentKind::Work {
                exercise,
                side,
                set,
                easier,
            } => [
                text(Some(WORK)),
                Value::Text(exercise.clone()),
                text(side.and_then(|side| word(&KNEES, &side))),
                whole(*set),
                whole(i64::from(*easier)),
            ],
            simple => [
                text(word(&SIMPLE_SEGMENTS, simple)),
                Value::Null,
                Value::Null,
                Value::Null,
                Value::Null,
            ],
        };
        Ok(vec![
            self.id.into(),
            self.session.into(),
            whole(self.segment),
            whole(self.step),
            kind,
            exercise,
            side,
            set,
            easier,
            whole(self.at.utc_ms),
            whole(self.at.offset_s),
            whole(self.lasted_ms),
            text(word(&LEAVINGS, &self.how)),
        ])
    }

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        let is_work = row.get_ref(4)?.as_str().map_err(|_| odd(4))? == WORK;
        let kind = if is_work {
            let side = match row.get_ref(6)?.data_type() {
                Type::Null => None,
                _ => Some(meaning(row, 6, &KNEES)?),
            };
            SegmentKind::Work {
                exercise: row.get(5)?,
                side,
                set: count(row, 7)?,
                easier: row.get(8)?,
            }
        } else {
            meaning(row, 4, &SIMPLE_SEGMENTS)?
        };
        Ok(Self {
            id: row.get(0)?,
            session: row.get(1)?,
            segment: count(row, 2)?,
            step: count(row, 3)?,
            kind,
            at: moment(row, 9)?,
            lasted_ms: count(row, 11)?,
            how: meaning(row, 12, &LEAVINGS)?,
        })
    }
}

impl Record for Happening {
    const TABLE: Table = Table::Happening;
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "session",
        "segment",
        "at_ms",
        "at_offset_s",
        "what",
        "by_ms",
        "choice",
    ];

    fn id(&self) -> Uuid {
        self.id
    }

    fn values(&self) -> rusqlite::Result<Vec<Value>> {
        let (what, by_ms, choice) = match &self.what {
            What::Extended { by_ms } => (Some(EXTENDED), Value::Integer(*by_ms), None),
            What::Hurt(choice) => (Some(HURT), Value::Null, word(&CHOICES, choice)),
            simple => (word(&SIMPLE_HAPPENINGS, simple), Value::Null, None),
        };
        Ok(vec![
            self.id.into(),
            self.session.into(),
            whole(self.segment),
            whole(self.at.utc_ms),
            whole(self.at.offset_s),
            text(what),
            by_ms,
            text(choice),
        ])
    }

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        let what = match row.get_ref(5)?.as_str().map_err(|_| odd(5))? {
            EXTENDED => What::Extended { by_ms: row.get(6)? },
            HURT => What::Hurt(meaning(row, 7, &CHOICES)?),
            _ => meaning(row, 5, &SIMPLE_HAPPENINGS)?,
        };
        Ok(Self {
            id: row.get(0)?,
            session: row.get(1)?,
            segment: count(row, 2)?,
            at: moment(row, 3)?,
            what,
        })
    }
}

impl Record for Pain {
    const TABLE: Table = Table::Pain;
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "session",
        "at_ms",
        "at_offset_s",
        "day",
        "knee",
        "occasion",
        "score",
        "note",
    ];

    fn id(&self) -> Uuid {
        self.id
    }

    fn values(&self) -> rusqlite::Result<Vec<Value>> {
        Ok(vec![
            self.id.into(),
            self.session.map_or(Value::Null, Value::from),
            whole(self.at.utc_ms),
            whole(self.at.offset_s),
            day(self.at),
            text(word(&KNEES, &self.knee)),
            text(word(&OCCASIONS, &self.occasion)),
            whole(self.score.get()),
            Value::Text(self.note.clone()),
        ])
    }

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: row.get(0)?,
            session: row.get(1)?,
            at: moment(row, 2)?,
            knee: meaning(row, 5, &KNEES)?,
            occasion: meaning(row, 6, &OCCASIONS)?,
            score: Score::new(count(row, 7)?).ok_or_else(|| odd(7))?,
            note: row.get(8)?,
        })
    }
}

impl Record for Assessment {
    const TABLE: Table = Table::Assessment;
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "at_ms",
        "at_offset_s",
        "knee",
        "marks",
        "age",
        "onset",
        "answers",
        "conditions",
        "red_flags",
        "standing",
        "better_ms",
        "better_offset_s",
    ];

    fn id(&self) -> Uuid {
        self.id
    }

    fn values(&self) -> rusqlite::Result<Vec<Value>> {
        let (standing, better) = match self.standing {
            Standing::Current => (CURRENT, None),
            Standing::Better { at } => (BETTER, Some(at)),
            Standing::Replaced => (REPLACED, None),
        };
        Ok(vec![
            self.id.into(),
            whole(self.at.utc_ms),
            whole(self.at.offset_s),
            text(word(&KNEES, &self.knee)),
            json(&self.marks)?,
            text(self.age.as_deref()),
            text(self.onset.as_deref()),
            json(&self.answers)?,
            json(&self.conditions)?,
            json(&self.red_flags)?,
            text(Some(standing)),
            better.map_or(Value::Null, |at| whole(at.utc_ms)),
            better.map_or(Value::Null, |at| whole(at.offset_s)),
        ])
    }

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        let standing = match row.get_ref(10)?.as_str().map_err(|_| odd(10))? {
            CURRENT => Standing::Current,
            BETTER => Standing::Better {
                at: moment(row, 11)?,
            },
            REPLACED => Standing::Replaced,
            _ => return Err(odd(10)),
        };
        Ok(Self {
            id: row.get(0)?,
            at: moment(row, 1)?,
            knee: meaning(row, 3, &KNEES)?,
            marks: parsed(row, 4)?,
            age: row.get(5)?,
            onset: row.get(6)?,
            answers: parsed(row, 7)?,
            conditions: parsed(row, 8)?,
            red_flags: parsed(row, 9)?,
            standing,
        })
    }
}
