//! Where a session stands at one instant: what the window shows.

use std::time::Duration;

use crate::routine::timeline::{Pace, Timeline};

/// Where a session stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// The segment, from 0.
    pub segment: usize,
    /// Time spent in it, never more than its length.
    pub within: Duration,
    /// Time left in it.
    pub left: Duration,
    /// Time from the start of the routine.
    pub elapsed: Duration,
    /// Time to the end of the routine.
    pub remaining: Duration,
    /// The repetition being done, if there are any.
    pub repetition: Option<Repetition>,
}

/// A repetition being done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Repetition {
    /// One of a given length.
    Timed {
        /// Which one, from 0.
        number: u32,
        /// Of how many.
        count: u32,
        /// Time spent in it.
        within: Duration,
        /// How long it takes.
        each: Duration,
        /// Its three parts, when it has a tempo.
        parts: Option<[Duration; 3]>,
    },
    /// One at the person's own pace.
    OwnPace {
        /// How many are done.
        done: u32,
        /// Of how many.
        count: u32,
        /// Time since the set began, without end.
        within: Duration,
    },
}

impl Position {
    pub(super) fn new(timeline: &Timeline, index: usize, reached: Duration, counted: u32) -> Self {
        let segment = &timeline.segments()[index];
        let within = reached.min(segment.length);
        let elapsed = segment.start + within;

        let repetition = segment.work().and_then(|work| match work.pace {
            Pace::Hold | Pace::Time => None,
            Pace::Reps { count, each, parts } => {
                Some(Repetition::timed(within, count, each, parts))
            }
            Pace::OwnPace { count } => Some(Repetition::OwnPace {
                done: counted,
                count,
                within: reached,
            }),
        });

        Self {
            segment: index,
            within,
            left: segment.length - within,
            elapsed,
            remaining: timeline.total() - elapsed,
            repetition,
        }
    }
}

impl Repetition {
    fn timed(within: Duration, count: u32, each: Duration, parts: Option<[Duration; 3]>) -> Self {
        let number = (within.as_nanos() / each.as_nanos().max(1)) as u32;
        // At the very end the last repetition is whole rather than one more begun.
        let number = number.min(count.saturating_sub(1));
        Self::Timed {
            number,
            count,
            within: (within - each * number).min(each),
            each,
            parts,
        }
    }

    /// The part of a tempo being done, from 0 to 2. None without a tempo.
    pub fn part(&self) -> Option<usize> {
        let Self::Timed {
            within,
            parts: Some([towards, hold, _]),
            ..
        } = self
        else {
            return None;
        };
        Some(if within < towards {
            0
        } else if *within < *towards + *hold {
            1
        } else {
            2
        })
    }
}
