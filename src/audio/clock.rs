//! Which frame of the stream is heard at which moment.
//!
//! A device asks for frames in blocks, at moments that jitter by a block and more. Each time it also
//! says how long it will be until the first frame of the block is heard; the two together tell, for
//! that frame, the moment it is heard, and there the jitter of the asking falls out. What noise is
//! left goes through a median, which a single late or wrong report cannot move, and the clock then
//! follows that median more slowly than a person could hear, though faster than any two quartzes
//! drift apart. A jump that stays, such as another device or a gap in the stream, is followed at once.

use std::time::{Duration, Instant};

/// How many reports the median looks back on: about a third of a second with blocks of 10 ms.
const REPORTS: usize = 33;

/// How fast the clock follows a drift, in seconds for each second. Quartzes differ by less than a
/// fifth of this.
const SLEW: f64 = 0.001;

/// An error that cannot be drift, in seconds: the clock jumps instead of following slowly.
const JUMP: f64 = 0.015;

/// Maps moments to frames of one stream.
pub struct Clock {
    origin: Instant,
    per_second: f64,
    /// The latest reports of when frame 0 was or would have been heard, in seconds after `origin`;
    /// a ring once it is full.
    reports: Vec<f64>,
    oldest: usize,
    /// When frame 0 was heard, as the clock sees it now, in seconds after `origin`.
    zero: f64,
    /// The frame of the latest report.
    frame: u64,
}

impl Clock {
    /// A clock that knows nothing yet, for a device that plays `rate` frames a second.
    ///
    /// `origin` is any moment near the start of the stream.
    pub fn new(rate: u32, origin: Instant) -> Self {
        Self {
            origin,
            per_second: f64::from(rate),
            reports: Vec::with_capacity(REPORTS),
            oldest: 0,
            zero: 0.0,
            frame: 0,
        }
    }

    /// Takes in that `frame` is heard at `moment`.
    pub fn observe(&mut self, frame: u64, moment: Instant) {
        let zero = self.seconds(moment) - frame as f64 / self.per_second;
        let settled = self.reports.len() == REPORTS;
        if settled {
            self.reports[self.oldest] = zero;
            self.oldest = (self.oldest + 1) % REPORTS;
        } else {
            self.reports.push(zero);
        }

        let error = self.median() - self.zero;
        let passed = frame.saturating_sub(self.frame) as f64 / self.per_second;
        self.frame = frame;
        self.zero += if settled && error.abs() < JUMP {
            error.clamp(-SLEW * passed, SLEW * passed)
        } else {
            error
        };
    }

    /// Forgets what it has seen: the stream was interrupted or moved to another device.
    pub fn forget(&mut self) {
        self.reports.clear();
        self.oldest = 0;
    }

    /// The frame that is heard at `moment`; negative before the stream began.
    pub fn frame_at(&self, moment: Instant) -> i64 {
        ((self.seconds(moment) - self.zero) * self.per_second).round() as i64
    }

    /// How many frames last as long as `length`.
    pub fn frames(&self, length: Duration) -> i64 {
        (length.as_secs_f64() * self.per_second).round() as i64
    }

    fn median(&self) -> f64 {
        let mut sorted = [0.0; REPORTS];
        let sorted = &mut sorted[..self.reports.len()];
        sorted.copy_from_slice(&self.reports);
        sorted.sort_unstable_by(f64::total_cmp);
        sorted[sorted.len() / 2]
    }

    /// Seconds from the origin to `moment`, negative if it lies before.
    fn seconds(&self, moment: Instant) -> f64 {
        match moment.checked_duration_since(self.origin) {
            Some(after) => after.as_secs_f64(),
            None => -self.origin.duration_since(moment).as_secs_f64(),
        }
    }
}
