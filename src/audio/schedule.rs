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

    /// Takes the next cue that begins in this block of frames, with its distance from the start of the
    /// block, or nothing when the block has no more.
    ///
    /// A cue that has begun before is skipped, and so is one that is later than [`GRACE`].
    pub fn take(&mut self, clock: &Clock, block: &Range<i64>) -> Option<(usize, Cue)> {
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
                .map(|offset| (offset, due.cue));
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
