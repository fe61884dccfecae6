//! Sessions that were left: where they stand, whether they are still offered, and how they are carried on.

use std::time::{Duration, Instant};

use jiff::civil::Date;

use super::record::{self, Plan, ResumePoint, State, StepOutcome};
use crate::authoring::Seconds;
use crate::routine::Routine;
use crate::routine::timeline::{Start, Timeline};
use crate::session::{Outcome, Session, Snapshot};
use crate::side::Side;

/// For how many days after it was left a session is offered.
pub const DAYS_OFFERED: i32 = 7;

/// How a session was begun.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Begun {
    /// With which side, and with how much time to get ready.
    pub start: Start,
    /// At which step, from 0.
    pub step: usize,
    /// With which entries in their easier version.
    pub easier: Vec<usize>,
}

/// Where a session stands at `now`.
pub fn place(session: &Session, begun: &Begun, now: Instant) -> ResumePoint {
    let snapshot = session.snapshot(now);
    let timeline = session.timeline();
    let segment = &timeline.segments()[snapshot.segment];
    let elapsed = segment.start + snapshot.within.min(segment.length);
    ResumePoint {
        segment: snapshot.segment,
        within_ms: milliseconds(snapshot.within),
        counted: snapshot.counted,
        step: segment.step,
        left_ms: milliseconds(timeline.total().saturating_sub(elapsed)),
        plan: Plan {
            left_first: begun.start.first == Side::Left,
            get_ready_s: begun
                .start
                .get_ready
                .map(|seconds| u32::try_from(seconds.duration().as_secs()).unwrap_or(u32::MAX)),
            begun_at: begun.step,
            easier: begun.easier.clone(),
            eased: timeline.eased(),
            lengths_ms: timeline.lengths().into_iter().map(milliseconds).collect(),
        },
        outcomes: snapshot.outcomes.into_iter().map(outcome).collect(),
        not_before: None,
    }
}

/// How the session was begun that stands at this place.
pub fn begun(plan: &Plan) -> Begun {
    Begun {
        start: Start {
            first: if plan.left_first {
                Side::Left
            } else {
                Side::Right
            },
            get_ready: plan.get_ready_s.map(Seconds::whole),
        },
        step: plan.begun_at,
        easier: plan.easier.clone(),
    }
}

/// The session as it was left, paused. None where the routine is no longer what it was then, or the session is over.
pub fn carry_on(routine: &Routine, left: &record::Session) -> Option<Session> {
    let State::Open { place, .. } = &left.state else {
        return None;
    };
    let Begun {
        start,
        step,
        easier,
    } = begun(&place.plan);
    let timeline = Timeline::begun(routine, start, step, &easier);
    if milliseconds(timeline.total()) != left.planned_ms {
        return None;
    }
    let lengths: Vec<Duration> = place
        .plan
        .lengths_ms
        .iter()
        .map(|&length| Duration::from_millis(length))
        .collect();
    let timeline = timeline.changed_like(&place.plan.eased, &lengths)?;
    let snapshot = Snapshot {
        segment: place.segment,
        within: Duration::from_millis(place.within_ms),
        counted: place.counted,
        outcomes: place.outcomes.iter().map(|&of| of.into()).collect(),
        worked: left.worked(),
        planned: Duration::from_millis(left.planned_ms),
    };
    Session::carry_on(timeline, snapshot)
}

/// Whether a session that was left is offered on this day: when it got beyond getting ready, up to seven days after it was left, and not before the day
/// it was put off to.
pub fn is_offered(left: &record::Session, today: Date) -> bool {
    let State::Open { place, at } = &left.state else {
        return false;
    };
    let days = at
        .day()
        .until(today)
        .map_or(i32::MAX, |span| span.get_days());
    place.segment > 0
        && (0..=DAYS_OFFERED).contains(&days)
        && place.not_before.is_none_or(|day| day <= today)
}

fn milliseconds(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}

fn outcome(outcome: Outcome) -> StepOutcome {
    match outcome {
        Outcome::Open => StepOutcome::Open,
        Outcome::Done => StepOutcome::Done,
        Outcome::Skipped => StepOutcome::Skipped,
    }
}

impl From<StepOutcome> for Outcome {
    fn from(outcome: StepOutcome) -> Self {
        match outcome {
            StepOutcome::Open => Self::Open,
            StepOutcome::Done => Self::Done,
            StepOutcome::Skipped => Self::Skipped,
        }
    }
}
