//! Where a session was left, and carrying on from there.

use std::time::{Duration, Instant};

use super::{Outcome, Session, Spot, State};
use crate::routine::timeline::{SegmentKind, Timeline};

/// Where a session stands while its clock does not run: all that has to be known to carry on, besides the routine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Halt {
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

    /// Where it stands at `now`, without letting anything happen.
    pub fn halt(&self, now: Instant) -> Halt {
        let Spot {
            segment, within, ..
        } = self.spot;
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
        Halt {
            segment,
            within: reached,
            counted: self.spot.counted,
            outcomes: self.outcomes.clone(),
            worked,
        }
    }

    /// A session that stands where one was left, paused. None where the routine has no such place.
    pub fn carry_on(timeline: Timeline, halt: Halt) -> Option<Self> {
        let segment = timeline.segments().get(halt.segment)?;
        if halt.outcomes.len() != timeline.steps().len()
            || (segment.ends_by_itself() && halt.within > segment.length)
        {
            return None;
        }
        let mut spot = Spot::at(&timeline, halt.segment);
        spot.within = halt.within;
        spot.counted = halt.counted;
        // At the very beginning the signal that opens the segment is still to come.
        if !spot.within.is_zero() {
            spot.reset_cues(&timeline);
        }
        Some(Self {
            planned: timeline.total(),
            outcomes: halt.outcomes,
            worked: halt.worked,
            spot,
            state: State::Paused,
            timeline,
        })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::authoring::Source;
    use crate::exercise::{Catalogue, Side};
    use crate::routine::Routine;
    use crate::session::cue::Cue;
    use crate::session::{Command, EventKind};

    const ROUTINE: &str = r#"(id: "r", name: "R", kind: Mobility, get_ready: (seconds: 5), items: [
        Exercise(id: "a", dose: Hold(20), sides: Each(switch: 4)),
        Exercise(id: "b", dose: Reps(count: 4), sides: Both),
    ], exercises: [(id: "a", name: "A"), (id: "b", name: "B")])"#;

    fn timeline() -> Timeline {
        let source = Source {
            name: "r.ron",
            text: ROUTINE,
        };
        let routine = Routine::read(&source, &Catalogue::default()).unwrap();
        Timeline::of(&routine, Side::Left.into())
    }

    fn seconds(seconds: u64) -> Duration {
        Duration::from_secs(seconds)
    }

    #[test]
    fn it_goes_on_to_the_second_where_it_was_left() {
        let start = Instant::now();
        let (mut session, _) = Session::start(timeline(), start);
        let left = start + seconds(17);
        let _ = session.advance(left);
        let halt = session.halt(left);
        let later = left + seconds(86_400);
        let mut again = Session::carry_on(timeline(), halt.clone()).unwrap();

        assert!(!again.is_running());
        assert_eq!(again.position(later), session.position(left));
        assert_eq!(again.halt(later), halt);

        let _ = again.command(Command::Resume, later);
        let events = |session: &mut Session, from: Instant| -> Vec<_> {
            session
                .advance(from + seconds(60))
                .into_iter()
                .map(|event| (event.at - from, event.kind))
                .collect()
        };
        assert_eq!(events(&mut again, later), events(&mut session, left));
        assert_eq!(again.worked(), session.worked());
    }

    #[test]
    fn at_the_beginning_of_a_segment_its_signal_is_still_to_come() {
        let halt = Halt {
            segment: 1,
            within: Duration::ZERO,
            counted: 0,
            outcomes: vec![Outcome::Open; timeline().steps().len()],
            worked: Duration::ZERO,
        };
        let start = Instant::now();
        let mut session = Session::carry_on(timeline(), halt).unwrap();
        let events = session.command(Command::Resume, start);
        let more = session.advance(start);

        let kinds: Vec<_> = events.iter().chain(&more).map(|event| event.kind).collect();
        assert!(kinds.contains(&EventKind::Cue(Cue::Start)), "{kinds:?}");
    }

    #[test]
    fn a_place_the_routine_does_not_have_is_refused() {
        let steps = timeline().steps().len();
        let halt = Halt {
            segment: 1,
            within: seconds(20),
            counted: 0,
            outcomes: vec![Outcome::Open; steps],
            worked: Duration::ZERO,
        };
        assert!(Session::carry_on(timeline(), halt.clone()).is_some());
        for wrong in [
            Halt {
                segment: 99,
                ..halt.clone()
            },
            Halt {
                within: seconds(21),
                ..halt.clone()
            },
            Halt {
                outcomes: Vec::new(),
                ..halt.clone()
            },
        ] {
            assert!(Session::carry_on(timeline(), wrong).is_none());
        }
    }
}
