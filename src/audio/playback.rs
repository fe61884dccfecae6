//! What the device plays: the schedule, the clock and the mixer as one source of samples.
//!
//! It is driven by the device's own thread, one block after the other, and reads no clock itself.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use super::clock::Clock;
use super::mixer::Mixer;
use super::schedule::Schedule;
use super::tone::Palette;

/// The schedule, which outlives any one stream: what has begun on a lost device is not begun again on
/// the next.
pub type SharedSchedule = Arc<Mutex<Schedule>>;

/// What the engine asks of a stream that is running.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Order {
    /// Fade out what sounds.
    Cut,
    /// Glide to this gain, 0 to 1.
    Gain(f32),
    /// The stream was interrupted: find out anew when its frames are heard.
    Resume,
    /// Another stream takes over: begin nothing more, but let what sounds ring out.
    Retire,
}

/// A source of mono samples that begins each cue at its frame.
pub struct Playback {
    palette: Arc<Palette>,
    clock: Clock,
    schedule: SharedSchedule,
    mixer: Mixer,
    /// The first frame of the next block.
    frame: u64,
    is_retired: bool,
}

impl Playback {
    /// A silent source for a device that plays at the rate of `palette`; `now` is about the moment the
    /// stream starts.
    pub fn new(palette: Arc<Palette>, schedule: SharedSchedule, gain: f32, now: Instant) -> Self {
        let rate = palette.rate();
        Self {
            palette,
            clock: Clock::new(rate, now),
            schedule,
            mixer: Mixer::new(rate, gain),
            frame: 0,
            is_retired: false,
        }
    }

    /// Does as ordered from the next block on.
    pub fn obey(&mut self, order: Order) {
        match order {
            Order::Cut => self.mixer.cut(),
            Order::Gain(gain) => self.mixer.set_gain(gain),
            Order::Resume => self.clock.forget(),
            Order::Retire => self.is_retired = true,
        }
    }

    /// Makes the next block, whose first frame is heard `delay` after `now`.
    pub fn render(&mut self, now: Instant, delay: Duration, block: &mut [f32]) {
        self.clock.observe(self.frame, now + delay);
        if !self.is_retired {
            self.begin_due(block.len());
        }
        self.mixer.render(block);
        self.frame += block.len() as u64;
    }

    /// Begins the cues that fall in the next block of so many frames.
    fn begin_due(&mut self, length: usize) {
        let first = self.frame as i64;
        let frames = first..first + length as i64;
        let mut schedule = self.schedule.lock().unwrap_or_else(PoisonError::into_inner);
        while let Some((offset, cue)) = schedule.take(&self.clock, &frames) {
            self.mixer.begin(self.palette.clip(cue), offset);
        }
    }
}
