//! Records made up for tests.
#![allow(clippy::expect_used)]

use std::time::Duration;

use jiff::civil::{Date, DateTime};
use jiff::tz::Offset;
use uuid::Uuid;

use super::record::{Log, Occasion, Pain, Session, State};
use super::{Moment, Score};
use crate::side::Side;

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
pub fn pain(at: &str, occasion: Occasion, knee: Side, score: u8) -> Pain {
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
        results: Vec::new(),
    }
}

/// A log of these scores.
pub fn scores(pain: impl IntoIterator<Item = Pain>) -> Log {
    Log {
        sessions: Vec::new(),
        pain: pain.into_iter().collect(),
        results: Vec::new(),
    }
}

/// So many days of a person's life with their knees, up to a day: strength twice in most weeks, the reset and some
/// mobility between, a score after most sessions and the morning after, less pain as time goes on. The same every time.
pub fn life(days: i64, until: Date) -> Log {
    use jiff::ToSpan;

    let mut chance = Chance(0x5EED);
    let mut log = Log::default();
    for back in (0..days).rev() {
        let day = until.saturating_sub(back.days());
        let weekday = day.weekday().to_monday_zero_offset();
        let (kind, minutes) = match weekday {
            0 | 3 if !chance.one_in(6) => ("strength", 18 + chance.below(15)),
            1 | 5 if !chance.one_in(3) => ("recovery", 5),
            6 if chance.one_in(2) => ("mobility", 9),
            _ => continue,
        };
        let mut session = session(&format!("{day} 18:{:02}", chance.below(60)), kind, minutes);
        session.name = match kind {
            "strength" => "Hip and Glute Strength",
            "recovery" => "Post-Run Knee Reset",
            _ => "Hip Mobility",
        }
        .to_owned();
        session.steps = 12;
        session.done = if chance.one_in(9) { 7 } else { 12 };
        if session.done < session.steps {
            session.state = State::Stopped { at: session.began };
        }
        if chance.one_in(12) {
            session.note =
                "Left one a little stiff on the stairs, fine after a few minutes.".to_owned();
        }
        let level = 1 + 5 * back / days.max(1);
        if !chance.one_in(5) {
            let score = (level as u64 + chance.below(3)).min(10) as u8;
            let knee = if chance.one_in(4) {
                Side::Right
            } else {
                Side::Left
            };
            let mut after = pain(&format!("{day} 18:59"), Occasion::After, knee, score);
            after.session = Some(session.id);
            let morning = day.saturating_add(1.day());
            if morning <= until && !chance.one_in(4) {
                let score = score.saturating_sub(1 + chance.below(2) as u8);
                let mut next = pain(
                    &format!("{morning} 07:30"),
                    Occasion::NextMorning,
                    knee,
                    score,
                );
                next.session = Some(session.id);
                log.pain.push(next);
            }
            log.pain.push(after);
        }
        log.sessions.push(session);
    }
    log.pain.sort_by_key(|pain| pain.at);
    log
}

/// Numbers that look like chance and are the same every time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }

    fn one_in(&mut self, many: u64) -> bool {
        self.below(many) == 0
    }
}
