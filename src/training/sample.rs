//! Records made up for tests.

use std::time::Duration;

use jiff::civil::{Date, DateTime};
use jiff::tz::Offset;
use uuid::Uuid;

use super::record::{Knee, Log, Occasion, Pain, Session, State};
use super::{Moment, Score};

/// A day.
pub fn date(day: &str) -> Date {
    day.parse().expect("a day")
}

/// What a clock at UTC showed.
pub fn moment(local: &str) -> Moment {
    let local: DateTime = local.parse().expect("a day and a time");
    let at = Offset::UTC.to_timestamp(local).expect("a moment");
    Moment::new(at.as_millisecond(), 0)
}

/// A session that was played to its end, with so many minutes of work.
pub fn session(began: &str, kind: &str, minutes: u64) -> Session {
    let began = moment(began);
    let worked_ms = Duration::from_secs(minutes * 60).as_millis() as u64;
    Session {
        id: Uuid::now_v7(),
        routine: format!("a-{kind}"),
        name: format!("A {kind} routine"),
        kind: kind.to_owned(),
        began,
        state: State::Completed { at: began },
        planned_ms: worked_ms,
        worked_ms,
        steps: 4,
        done: 4,
        note: String::new(),
    }
}

/// A score.
pub fn pain(at: &str, occasion: Occasion, knee: Knee, score: u8) -> Pain {
    Pain {
        id: Uuid::now_v7(),
        session: None,
        at: moment(at),
        knee,
        occasion,
        score: Score::new(score).expect("a score"),
        note: String::new(),
    }
}

/// A log of these sessions.
pub fn log(sessions: impl IntoIterator<Item = Session>) -> Log {
    Log {
        sessions: sessions.into_iter().collect(),
        pain: Vec::new(),
    }
}

/// A log of these scores.
pub fn scores(pain: impl IntoIterator<Item = Pain>) -> Log {
    Log {
        sessions: Vec::new(),
        pain: pain.into_iter().collect(),
    }
}
