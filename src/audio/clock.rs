//! Which frame of the stream is heard at which moment.
//!
//! A device asks for frames in blocks, at moments that jitter by a block and more. Each time it also
//! says how long it will be until the first frame of the block is heard; the two together tell, for
//! that frame, the moment it is heard, and there the jitter of the asking falls out. What noise is
//! left goes through a median, which a single wrong report cannot move, and the clock follows that
//! median more slowly than a person could hear, though faster than any two quartzes drift apart. When
//! the stream ran dry or moved to another device, the frames that follow are heard later by a step; as
//! soon as most of a few reports agree on one, the clock takes it.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

/// How many reports the median looks back on: some tenths of a second.
const REPORTS: usize = 33;

/// How many of them show a step.
const LATEST: usize = 5;

/// How fast the clock follows a drift, in seconds for each second. Quartzes differ by less than a
/// fifth of this.
const SLEW: f64 = 0.001;

/// An error that cannot be drift, in seconds: the clock takes it as a step.
const STEP: f64 = 0.004;

/// Maps moments to frames of one stream.
pub struct Clock {
    origin: Instant,
    per_second: f64,
    /// What the latest reports said of when frame 0 was heard, in seconds after `origin`.
    reports: VecDeque<f64>,
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
            reports: VecDeque::with_capacity(REPORTS + 1),
            zero: 0.0,
            frame: 0,
        }
    }

    /// Takes in that `frame` is heard at `moment`.
    pub fn observe(&mut self, frame: u64, moment: Instant) {
        let zero = self.seconds(moment) - frame as f64 / self.per_second;
        self.reports.push_back(zero);
        let is_settled = self.reports.len() > REPORTS;
        if is_settled {
            let _oldest = self.reports.pop_front();
        }

        let passed = frame.saturating_sub(self.frame) as f64 / self.per_second;
        self.frame = frame;
        let step = self.median(LATEST) - self.zero;
        let drift = self.median(REPORTS) - self.zero;
        self.zero += if !is_settled || step.abs() > STEP {
            step
        } else {
            drift.clamp(-SLEW * passed, SLEW * passed)
        };
    }

    /// Forgets what it has seen: the stream was interrupted or moved to another device.
    pub fn forget(&mut self) {
        self.reports.clear();
    }

    /// The frame that is heard at `moment`; negative before the stream began.
    pub fn frame_at(&self, moment: Instant) -> i64 {
        ((self.seconds(moment) - self.zero) * self.per_second).round() as i64
    }

    /// How many frames last as long as `length`.
    pub fn frames(&self, length: Duration) -> i64 {
        (length.as_secs_f64() * self.per_second).round() as i64
    }

    /// The middle of the latest reports, as many as `count`.
    fn median(&self, count: usize) -> f64 {
        let mut sorted = [0.0; REPORTS];
        let mut known = 0;
        for (slot, report) in sorted.iter_mut().zip(self.reports.iter().rev().take(count)) {
            *slot = *report;
            known += 1;
        }
        let sorted = &mut sorted[..known];
        sorted.sort_unstable_by(f64::total_cmp);
        sorted[known / 2]
    }

    /// Seconds from the origin to `moment`, negative if it lies before.
    fn seconds(&self, moment: Instant) -> f64 {
        match moment.checked_duration_since(self.origin) {
            Some(after) => after.as_secs_f64(),
            None => -self.origin.duration_since(moment).as_secs_f64(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RATE: u32 = 48_000;

    /// Feeds the clock a report for each block of 10 ms; `zero` gives the second at which frame 0 would have
    /// been heard as block number so-and-so has it. Returns how far the clock strays from `truth`, in seconds.
    fn stray(
        blocks: u64,
        zero: impl Fn(u64) -> f64,
        truth: impl Fn(u64) -> f64,
    ) -> Vec<(u64, f64)> {
        let origin = Instant::now();
        let mut clock = Clock::new(RATE, origin);
        (0..blocks)
            .map(|block| {
                let frame = block * 480;
                let moment = |zero: f64| {
                    origin + Duration::from_secs_f64(zero + frame as f64 / f64::from(RATE))
                };
                clock.observe(frame, moment(zero(block)));
                let error = clock.frame_at(moment(truth(block))) - frame as i64;
                (block, error as f64 / f64::from(RATE))
            })
            .collect()
    }

    #[test]
    fn noise_of_single_reports_does_not_move_it() {
        let noisy = |block: u64| 0.05 + [0.0, 0.0004, -0.0003, 0.0001, 0.0][block as usize % 5];
        let wild = |block: u64| noisy(block) + if block % 7 == 3 { 0.02 } else { 0.0 };
        for (block, error) in stray(1000, wild, |_| 0.05).into_iter().skip(5) {
            assert!(error.abs() < 0.0006, "block {block} is off by {error} s");
        }
    }

    #[test]
    fn it_follows_a_drift() {
        let drift = |block: u64| 0.05 - 0.0003 * 0.01 * block as f64;
        for (block, error) in stray(30_000, drift, drift) {
            assert!(error.abs() < 0.0003, "block {block} is off by {error} s");
        }
    }

    #[test]
    fn it_takes_a_step_within_a_few_blocks() {
        let step = |block: u64| if block < 500 { 0.05 } else { 0.09 };
        for (block, error) in stray(1000, step, step) {
            let settles = (500..504).contains(&block);
            assert!(settles || error.abs() < 0.001, "block {block}: {error} s");
        }
    }

    #[test]
    fn moments_before_the_stream_have_negative_frames() {
        let origin = Instant::now() + Duration::from_secs(5);
        let mut clock = Clock::new(RATE, origin);
        clock.observe(0, origin);
        assert_eq!(clock.frame_at(origin - Duration::from_secs(1)), -48_000);
        assert_eq!(clock.frames(Duration::from_millis(60)), 2_880);
    }
}
