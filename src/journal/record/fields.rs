//! The columns of each kind of record, and what can stand in them. Words in them are those that serde has for them.

use jiff::civil::{Date, date};
use rusqlite::Row;
use rusqlite::types::{Type, Value};
use serde::Serialize;
use serde::de::value::Error as NotOne;
use serde::de::{DeserializeOwned, IntoDeserializer};
use uuid::Uuid;

use super::{Belonging, Record};
use crate::journal::export::{self, Sheet};
use crate::journal::limits::{self, Excess, Limits};
use crate::training::record::{
    Assessment, Happening, Pain, Segment, SegmentKind, Session, Spelled, Standing, State, What,
};
use crate::training::{Moment, Score};

const WORK: &str = "work";
const EXTENDED: &str = "extended";
const HURT: &str = "hurt";
/// What a session's state is called: open, completed, stopped.
const SESSION_STATES: [&str; 3] = ["open", "completed", "stopped"];
const CURRENT: &str = "current";
const CHECKED: &str = "checked";
const BETTER: &str = "better";
const REPLACED: &str = "replaced";
/// More than any journal has of what there are many of in a session.
const MOST_PARTS: usize = 1_000_000;

/// The word of a value that is no more than a word.
fn word(value: &impl Serialize) -> Option<String> {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => Some(word),
        _ => None,
    }
}

fn word_value(value: &impl Serialize) -> Value {
    word(value).into()
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

fn text<'row>(row: &'row Row<'_>, column: usize) -> rusqlite::Result<&'row str> {
    row.get_ref(column)?.as_str().map_err(|_| odd(column))
}

/// What a word means.
fn meaning<T: DeserializeOwned>(row: &Row<'_>, column: usize) -> rusqlite::Result<T> {
    let word = text(row, column)?.into_deserializer();
    T::deserialize(word).map_err(|_: NotOne| odd(column))
}

fn count<T: TryFrom<i64>>(row: &Row<'_>, column: usize) -> rusqlite::Result<T> {
    let number: i64 = row.get(column)?;
    T::try_from(number).map_err(|_| odd(column))
}

fn parsed<T: DeserializeOwned>(row: &Row<'_>, column: usize) -> rusqlite::Result<T> {
    serde_json::from_str(text(row, column)?).map_err(|_| odd(column))
}

fn is_null(row: &Row<'_>, column: usize) -> rusqlite::Result<bool> {
    Ok(row.get_ref(column)?.data_type() == Type::Null)
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
    day_number(moment.day()).into()
}

impl Record for Session {
    const NAME: &'static str = "session";
    const LIST: &'static str = "sessions";
    const COLUMNS: &'static str = "id, routine, name, kind, began_ms, began_offset_s, day, state, at_ms, at_offset_s, \
                                   place, planned_ms, worked_ms, steps, done, note";
    const SHEET: Option<Sheet<Self>> = Some(export::SESSIONS);

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
            self.routine.clone().into(),
            self.name.clone().into(),
            self.kind.clone().into(),
            self.began.utc_ms.into(),
            self.began.offset_s.into(),
            day(self.began),
            state.to_owned().into(),
            at.utc_ms.into(),
            at.offset_s.into(),
            place,
            whole(self.planned_ms),
            whole(self.worked_ms),
            self.steps.into(),
            self.done.into(),
            self.note.clone().into(),
        ])
    }

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        let [open, completed, stopped] = SESSION_STATES;
        let at = moment(row, 8)?;
        let state = text(row, 7)?;
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

    fn clamp(&mut self, limits: &Limits) {
        limits.moment(&mut self.began);
        match &mut self.state {
            State::Completed { at } | State::Stopped { at } => limits.moment(at),
            State::Open { place, at } => {
                limits.moment(at);
                for time in [&mut place.within_ms, &mut place.left_ms]
                    .into_iter()
                    .chain(&mut place.plan.lengths_ms)
                {
                    limits::milliseconds(time);
                }
                for index in [
                    &mut place.segment,
                    &mut place.step,
                    &mut place.plan.begun_at,
                ] {
                    limits::count(index);
                }
                limits::count(&mut place.counted);
                if let Some(seconds) = &mut place.plan.get_ready_s {
                    limits::count(seconds);
                }
                if let Some(day) = &mut place.not_before {
                    limits.day(day);
                }
            }
        }
        limits::shorten(&mut self.name);
        limits::milliseconds(&mut self.planned_ms);
        limits::milliseconds(&mut self.worked_ms);
        limits::count(&mut self.steps);
        limits::count(&mut self.done);
    }

    fn check(&self) -> Result<(), Excess> {
        limits::names([&self.routine, &self.name, &self.kind])?;
        limits::note(&self.note)
    }
}

impl Record for Segment {
    const NAME: &'static str = "segment";
    const LIST: &'static str = "segments";
    const COLUMNS: &'static str = "id, session, segment, step, kind, exercise, side, set_number, easier, at_ms, \
                                   at_offset_s, lasted_ms, how";
    const SESSION: Belonging = Belonging::Part;
    const MOST: usize = MOST_PARTS;
    const SHEET: Option<Sheet<Self>> = Some(export::SEGMENTS);

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
                WORK.to_owned().into(),
                exercise.clone().into(),
                word_value(&side.map(Spelled)),
                (*set).into(),
                i64::from(*easier).into(),
            ],
            simple => [
                word_value(simple),
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
            self.at.utc_ms.into(),
            self.at.offset_s.into(),
            whole(self.lasted_ms),
            word_value(&self.how),
        ])
    }

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        let kind = if text(row, 4)? == WORK {
            SegmentKind::Work {
                exercise: row.get(5)?,
                side: match is_null(row, 6)? {
                    true => None,
                    false => Some(meaning::<Spelled>(row, 6)?.0),
                },
                set: count(row, 7)?,
                easier: row.get(8)?,
            }
        } else {
            meaning(row, 4)?
        };
        Ok(Self {
            id: row.get(0)?,
            session: row.get(1)?,
            segment: count(row, 2)?,
            step: count(row, 3)?,
            kind,
            at: moment(row, 9)?,
            lasted_ms: count(row, 11)?,
            how: meaning(row, 12)?,
        })
    }

    fn clamp(&mut self, limits: &Limits) {
        limits.moment(&mut self.at);
        limits::milliseconds(&mut self.lasted_ms);
        limits::count(&mut self.segment);
        limits::count(&mut self.step);
        if let SegmentKind::Work { set, .. } = &mut self.kind {
            limits::count(set);
        }
    }

    fn check(&self) -> Result<(), Excess> {
        match &self.kind {
            SegmentKind::Work { exercise, .. } => limits::names([exercise]),
            _ => Ok(()),
        }
    }
}

impl Record for Happening {
    const NAME: &'static str = "happening";
    const LIST: &'static str = "happenings";
    const COLUMNS: &'static str = "id, session, segment, at_ms, at_offset_s, what, by_ms, choice";
    const SESSION: Belonging = Belonging::Part;
    const MOST: usize = MOST_PARTS;

    fn id(&self) -> Uuid {
        self.id
    }

    fn values(&self) -> rusqlite::Result<Vec<Value>> {
        let (what, by_ms, choice) = match &self.what {
            What::Extended { by_ms } => (EXTENDED.to_owned().into(), (*by_ms).into(), Value::Null),
            What::Hurt(choice) => (HURT.to_owned().into(), Value::Null, word_value(choice)),
            simple => (word_value(simple), Value::Null, Value::Null),
        };
        Ok(vec![
            self.id.into(),
            self.session.into(),
            whole(self.segment),
            self.at.utc_ms.into(),
            self.at.offset_s.into(),
            what,
            by_ms,
            choice,
        ])
    }

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        let what = match text(row, 5)? {
            EXTENDED => What::Extended { by_ms: row.get(6)? },
            HURT => What::Hurt(meaning(row, 7)?),
            _ => meaning(row, 5)?,
        };
        Ok(Self {
            id: row.get(0)?,
            session: row.get(1)?,
            segment: count(row, 2)?,
            at: moment(row, 3)?,
            what,
        })
    }

    fn clamp(&mut self, limits: &Limits) {
        limits.moment(&mut self.at);
        limits::count(&mut self.segment);
        if let What::Extended { by_ms } = &mut self.what {
            *by_ms = (*by_ms).clamp(-limits::DAY_MS, limits::DAY_MS);
        }
    }

    fn check(&self) -> Result<(), Excess> {
        Ok(())
    }
}

impl Record for Pain {
    const NAME: &'static str = "pain";
    const LIST: &'static str = "pain";
    const COLUMNS: &'static str =
        "id, session, at_ms, at_offset_s, day, knee, occasion, score, note";
    const SESSION: Belonging = Belonging::Loose;
    const SHEET: Option<Sheet<Self>> = Some(export::PAIN);

    fn id(&self) -> Uuid {
        self.id
    }

    fn values(&self) -> rusqlite::Result<Vec<Value>> {
        Ok(vec![
            self.id.into(),
            self.session.into(),
            self.at.utc_ms.into(),
            self.at.offset_s.into(),
            day(self.at),
            word_value(&Spelled(self.knee)),
            word_value(&self.occasion),
            self.score.get().into(),
            self.note.clone().into(),
        ])
    }

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: row.get(0)?,
            session: row.get(1)?,
            at: moment(row, 2)?,
            knee: meaning::<Spelled>(row, 5)?.0,
            occasion: meaning(row, 6)?,
            score: Score::new(count(row, 7)?).ok_or_else(|| odd(7))?,
            note: row.get(8)?,
        })
    }

    fn clamp(&mut self, limits: &Limits) {
        limits.moment(&mut self.at);
    }

    fn check(&self) -> Result<(), Excess> {
        limits::note(&self.note)
    }

    fn alone(&self) -> Option<Self> {
        Some(Self {
            session: None,
            ..self.clone()
        })
    }
}

impl Record for Assessment {
    const NAME: &'static str = "assessment";
    const LIST: &'static str = "assessments";
    // `better` says since when it is checked or better.
    const COLUMNS: &'static str = "id, at_ms, at_offset_s, knee, marks, age, onset, answers, conditions, red_flags, \
                                   standing, better_ms, better_offset_s, duration, checked_by, unticked";
    const SHEET: Option<Sheet<Self>> = Some(export::ASSESSMENTS);

    fn id(&self) -> Uuid {
        self.id
    }

    fn values(&self) -> rusqlite::Result<Vec<Value>> {
        let (standing, since, by) = match self.standing {
            Standing::Current => (CURRENT, None, Value::Null),
            Standing::Checked { at, by } => (CHECKED, Some(at), word_value(&by)),
            Standing::Better { at } => (BETTER, Some(at), Value::Null),
            Standing::Replaced => (REPLACED, None, Value::Null),
        };
        Ok(vec![
            self.id.into(),
            self.at.utc_ms.into(),
            self.at.offset_s.into(),
            word_value(&Spelled(self.knee)),
            json(&self.marks)?,
            self.age.clone().into(),
            self.onset.clone().into(),
            json(&self.answers)?,
            json(&self.conditions)?,
            json(&self.red_flags)?,
            standing.to_owned().into(),
            since.map(|at| at.utc_ms).into(),
            since.map(|at| at.offset_s).into(),
            self.duration.clone().into(),
            by,
            json(&self.unticked)?,
        ])
    }

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        let standing = match text(row, 10)? {
            CURRENT => Standing::Current,
            CHECKED => Standing::Checked {
                at: moment(row, 11)?,
                by: meaning(row, 14)?,
            },
            BETTER => Standing::Better {
                at: moment(row, 11)?,
            },
            REPLACED => Standing::Replaced,
            _ => return Err(odd(10)),
        };
        Ok(Self {
            id: row.get(0)?,
            at: moment(row, 1)?,
            knee: meaning::<Spelled>(row, 3)?.0,
            marks: parsed(row, 4)?,
            age: row.get(5)?,
            onset: row.get(6)?,
            duration: row.get(13)?,
            answers: parsed(row, 7)?,
            unticked: match is_null(row, 15)? {
                true => Vec::new(),
                false => parsed(row, 15)?,
            },
            conditions: parsed(row, 8)?,
            red_flags: parsed(row, 9)?,
            standing,
        })
    }

    fn clamp(&mut self, limits: &Limits) {
        limits.moment(&mut self.at);
        if let Standing::Checked { at, .. } | Standing::Better { at } = &mut self.standing {
            limits.moment(at);
        }
    }

    fn check(&self) -> Result<(), Excess> {
        let said = [&self.age, &self.onset, &self.duration];
        limits::names(said.into_iter().flatten().chain(self.answers.keys()))?;
        let lists = [
            &self.marks,
            &self.unticked,
            &self.conditions,
            &self.red_flags,
        ];
        limits::names(lists.into_iter().flatten())
    }
}
