//! Where a session was left, and carrying on from there.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use super::{Outcome, Playhead, Session, State};
use crate::routine::timeline::{SegmentKind, Timeline};

/// Where a session stands while its clock does not run: all that has to be known to carry on, besides the routine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snapshot {
    /// The segment, from 0.
    pub segment: usize,
    /// Time spent in it.
    pub within: Duration,
    /// Repetitions counted by the person, at their own pace.
    pub counted: u32,
    /// What became of each step.
    pub outcomes: Vec<Outcome>,
    /// Time spent working so far.
    pub worked: Duration,
    /// How long the routine was at the start.
    pub planned: Duration,
}

impl Session {
    /// How many of the numbered steps were done.
    pub fn steps_done(&self) -> usize {
        let steps = self.timeline.steps().iter();
        steps
            .zip(&self.outcomes)
            .filter(|(step, outcome)| {
                let is_finish = matches!(self.timeline.aim(step).kind, SegmentKind::Finish { .. });
                !is_finish && **outcome == Outcome::Done
            })
            .count()
    }

    /// How many exercises were done, at least a set of each.
    pub fn exercises_done(&self) -> usize {
        let done = self.sets().filter(|(_, outcome)| *outcome == Outcome::Done);
        let done: BTreeSet<_> = done.map(|(entry, _)| entry).collect();
        done.len()
    }

    /// Whether every set of every exercise was done.
    pub fn is_whole(&self) -> bool {
        self.sets().all(|(_, outcome)| outcome == Outcome::Done)
    }

    /// The entry of each set, and what became of it.
    fn sets(&self) -> impl Iterator<Item = (usize, Outcome)> {
        let steps = self.timeline.steps().iter().zip(&self.outcomes);
        steps.filter_map(|(step, outcome)| Some((self.timeline.aim(step).work()?.entry, *outcome)))
    }

    /// Where it stands at `now`, without letting anything happen.
    pub fn snapshot(&self, now: Instant) -> Snapshot {
        let Playhead {
            segment, within, ..
        } = self.playhead;
        let passed = match self.state {
            State::Running { since } => now.saturating_duration_since(since),
            State::Paused | State::Finished(_) => Duration::ZERO,
        };
        let length = self.timeline.segments()[segment].length;
        let reached = if self.timeline.segments()[segment].ends_by_itself() {
            (within + passed).min(length.max(within))
        } else {
            within + passed
        };
        let is_work = self.timeline.segments()[segment].work().is_some();
        let worked = if is_work {
            self.worked + (reached - within)
        } else {
            self.worked
        };
        Snapshot {
            segment,
            within: reached,
            counted: self.playhead.counted,
            outcomes: self.outcomes.clone(),
            worked,
            planned: self.planned,
        }
    }

    /// A session that stands where one was left, paused. None where the routine has no such place.
    pub fn carry_on(timeline: Timeline, snapshot: Snapshot) -> Option<Self> {
        let segment = timeline.segments().get(snapshot.segment)?;
        if snapshot.outcomes.len() != timeline.steps().len()
            || (segment.ends_by_itself() && snapshot.within > segment.length)
        {
            return None;
        }
        let mut playhead = Playhead::at(&timeline, snapshot.segment);
        playhead.within = snapshot.within;
        playhead.counted = snapshot.counted;
        // At the very beginning the signal that opens the segment is still to come.
        if !playhead.within.is_zero() {
            playhead.reset_cues(&timeline);
        }
        Some(Self {
            planned: snapshot.planned,
            outcomes: snapshot.outcomes,
            worked: snapshot.worked,
            playhead,
            state: State::Paused,
            timeline,
        })
    }
}
