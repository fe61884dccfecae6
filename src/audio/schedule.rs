//! Which cues are still to come, and at which frame of a block each of them begins.
//!
//! Cues are kept by the moment they are due and become frames only when their block is made. So it
//! makes no difference how often the same cue is sent again: nothing is stored that could be moved.

use std::collections::VecDeque;
use std::ops::Range;
use std::time::{Duration, Instant};

use super::clock::Clock;
use crate::session::cue::Cue;

/// A cue and the moment it falls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    /// When it is to be heard. Every cue comes later than this by [`LEAD`].
    pub at: Instant,
    /// Which signal it is.
    pub cue: Cue,
}

/// How much later than its moment every cue is heard.
///
/// A cue that is sent the moment it falls due needs time to reach the speaker. Giving all cues the same
/// delay keeps their distances exact, and one of this size passes unnoticed next to a picture.
pub const LEAD: Duration = Duration::from_millis(60);

/// A cue that comes too late to be on time is still begun if it is late by no more than this; a later
/// one would say something that is no longer true.
pub const GRACE: Duration = Duration::from_millis(150);

/// Two cues of one kind that are closer than this are one cue sent twice. No real pair is as close.
const TWIN: Duration = Duration::from_millis(30);

/// How long a cue that has begun is remembered. Past [`GRACE`] a copy of it is too late anyway; the
/// rest allows for a clock that jumps.
const MEMORY: Duration = Duration::from_secs(5);

/// The cues still to come, and those that lately began.
#[derive(Default)]
pub struct Schedule {
    waiting: VecDeque<Due>,
    begun: Vec<Due>,
}

impl Schedule {
    /// Replaces everything that has not begun.
    pub fn replace(&mut self, mut cues: Vec<Due>) {
        cues.sort_by_key(|due| due.at);
        self.waiting = cues.into();
    }

    /// Whether no cue is to come.
    pub fn is_empty(&self) -> bool {
        self.waiting.is_empty()
    }

    /// Takes the next cue that begins in this block of frames, with its distance from the start of the
    /// block, or nothing when the block has no more.
    ///
    /// A cue that has begun before is skipped, and so is one that is later than [`GRACE`].
    pub fn take(&mut self, clock: &Clock, block: &Range<i64>) -> Option<(usize, Due)> {
        let lead = clock.frames(LEAD);
        let grace = clock.frames(GRACE);
        while let Some(due) = self.waiting.front().copied() {
            let frame = clock.frame_at(due.at) + lead;
            if frame >= block.end {
                return None;
            }
            let _taken = self.waiting.pop_front();
            if frame + grace < block.start || self.has_begun(due) {
                continue;
            }
            self.remember(due);
            // The clamp leaves a cue that came in too late at the first frame that can still be made.
            return usize::try_from(frame.max(block.start) - block.start)
                .ok()
                .map(|offset| (offset, due));
        }
        None
    }

    fn has_begun(&self, due: Due) -> bool {
        self.begun
            .iter()
            .any(|begun| begun.cue == due.cue && apart(begun.at, due.at) < TWIN)
    }

    fn remember(&mut self, due: Due) {
        self.begun.retain(|begun| apart(begun.at, due.at) < MEMORY);
        self.begun.push(due);
    }
}

fn apart(one: Instant, other: Instant) -> Duration {
    if one > other {
        one - other
    } else {
        other - one
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use proptest::prelude::*;

    use super::*;
    use crate::audio::tone::CUES;
    use crate::session::cue::Count;

    const RATE: u32 = 48_000;
    const BLOCK: i64 = 480;

    /// A clock by which frame 0 is heard at `origin`, and time and frames run alike.
    fn clock(origin: Instant) -> Clock {
        let mut clock = Clock::new(RATE, origin);
        clock.observe(0, origin);
        clock
    }

    fn milliseconds(frames: i64) -> i64 {
        frames * 1000 / i64::from(RATE)
    }

    /// Takes all cues that begin in the blocks from one moment to another, in milliseconds; gives each cue
    /// with the millisecond at which it begins.
    fn run(schedule: &mut Schedule, clock: &Clock, from: i64, to: i64) -> Vec<(i64, Due)> {
        let mut begun = Vec::new();
        for number in from / 10..to / 10 {
            let block = number * BLOCK..(number + 1) * BLOCK;
            while let Some((offset, due)) = schedule.take(clock, &block) {
                assert!((offset as i64) < BLOCK, "{offset} lies beyond the block");
                begun.push((milliseconds(block.start + offset as i64), due));
            }
        }
        begun
    }

    #[test]
    fn cues_begin_a_constant_time_after_their_moment() {
        let origin = Instant::now();
        let clock = clock(origin);
        let lead = LEAD.as_millis() as i64;
        let grace = GRACE.as_millis() as i64;
        // The moment a cue falls and when it is sent, then when it begins, in milliseconds.
        let table = [
            ("long before", 1000, 0, Some(1000 + lead)),
            ("between two blocks", 1003, 0, Some(1003 + lead)),
            ("in its very moment", 1000, 1000, Some(1000 + lead)),
            ("late, but within the lead", 1000, 1030, Some(1000 + lead)),
            ("late beyond the lead", 1000, 1100, Some(1100)),
            (
                "just not too late",
                1000,
                1000 + lead + grace,
                Some(1000 + lead + grace),
            ),
            ("too late", 1000, 1010 + lead + grace, None),
        ];
        for (name, at, sent, begins) in table {
            let mut schedule = Schedule::default();
            let due = Due {
                at: origin + Duration::from_millis(at),
                cue: Cue::Start,
            };
            let before = run(&mut schedule, &clock, 0, sent);
            assert!(before.is_empty(), "{name}");
            schedule.replace(vec![due]);
            let begun = run(&mut schedule, &clock, sent, sent + 3000);
            let expected: Vec<_> = begins.into_iter().map(|begins| (begins, due)).collect();
            assert_eq!(begun, expected, "{name}");
        }
    }

    #[test]
    fn a_cue_sent_again_begins_once_and_in_its_place() {
        let origin = Instant::now();
        let clock = clock(origin);
        let cues: Vec<Due> = [Count::Three, Count::Two, Count::One]
            .into_iter()
            .zip([1000, 2000, 3000])
            .map(|(count, at)| Due {
                at: origin + Duration::from_millis(at),
                cue: Cue::Count(count),
            })
            .collect();
        let mut schedule = Schedule::default();
        let mut begun = Vec::new();
        for now in (0..4000).step_by(10) {
            schedule.replace(cues.clone());
            begun.extend(run(&mut schedule, &clock, now, now + 10));
        }
        let expected: Vec<_> = cues
            .into_iter()
            .zip([1060, 2060, 3060])
            .map(|(due, begins)| (begins, due))
            .collect();
        assert_eq!(begun, expected);
    }

    /// What a listener does to a schedule.
    #[derive(Debug, Clone)]
    enum Step {
        /// Sends the cues with these numbers out of all there are.
        Play(Vec<usize>),
        Silence,
        /// Lets so many blocks pass.
        Pass(u8),
    }

    fn step() -> impl Strategy<Value = Step> {
        prop_oneof![
            proptest::collection::vec(0..60_usize, 0..30).prop_map(Step::Play),
            Just(Step::Silence),
            (1..60_u8).prop_map(Step::Pass),
        ]
    }

    proptest! {
        #[test]
        fn no_order_of_wishes_begins_a_cue_twice_or_out_of_time(
            gaps in proptest::collection::vec(0..200_u64, 60),
            steps in proptest::collection::vec(step(), 1..60),
        ) {
            let origin = Instant::now();
            let clock = clock(origin);
            let mut at = origin;
            let cues: Vec<Due> = gaps
                .iter()
                .zip(CUES.iter().cycle())
                .map(|(gap, cue)| {
                    at += Duration::from_millis(*gap);
                    Due { at, cue: *cue }
                })
                .collect();
            // Two of one kind that nearly coincide are one cue by definition, so there are none here.
            let twins = cues.iter().enumerate().any(|(index, one)| {
                cues[..index].iter().any(|other| {
                    one.cue == other.cue && apart(one.at, other.at) < TWIN
                })
            });
            prop_assume!(!twins);

            let mut schedule = Schedule::default();
            let mut now = 0;
            let mut wanted: Vec<Due> = Vec::new();
            let mut begun: Vec<Due> = Vec::new();
            for step in steps {
                match step {
                    Step::Play(numbers) => {
                        wanted = numbers.iter().map(|number| cues[*number]).collect();
                        schedule.replace(wanted.clone());
                    }
                    Step::Silence => {
                        wanted.clear();
                        schedule.replace(Vec::new());
                    }
                    Step::Pass(blocks) => {
                        let to = now + i64::from(blocks) * 10;
                        for (begins, due) in run(&mut schedule, &clock, now, to) {
                            prop_assert!(wanted.contains(&due), "nobody asked for {due:?}");
                            prop_assert!(!begun.contains(&due), "{due:?} begins again");
                            let on_time = (due.at + LEAD - origin).as_millis() as i64;
                            prop_assert!((0..=160).contains(&(begins - on_time)));
                            begun.push(due);
                        }
                        // Whatever was wanted and has fallen by now has begun, unless it came too late.
                        for due in &wanted {
                            let on_time = (due.at + LEAD - origin).as_millis() as i64;
                            if (now..to - 1).contains(&on_time) {
                                prop_assert!(begun.contains(due), "{due:?} is missing");
                            }
                        }
                        now = to;
                    }
                }
            }
        }
    }
}
