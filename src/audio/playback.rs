//! What the device plays: the schedule, the clock and the mixer as one source of samples.
//!
//! It is driven by the device's own thread, one block after the other, and reads no clock itself.

use std::sync::Arc;
use std::time::{Duration, Instant};

use super::clock::Clock;
use super::mixer::Mixer;
use super::schedule::{Due, Schedule};
use super::tone::Palette;

/// What the engine asks of a stream that is running.
pub enum Order {
    /// Replace every cue that has not begun.
    Play(Vec<Due>),
    /// Cut what sounds and drop what was to come.
    Silence,
    /// Glide to this gain, 0 to 1.
    Gain(f32),
    /// The stream was interrupted: find out anew when its frames are heard.
    Resume,
}

/// A source of mono samples that begins each cue at its frame.
pub struct Playback {
    palette: Arc<Palette>,
    clock: Clock,
    schedule: Schedule,
    mixer: Mixer,
    /// The first frame of the next block.
    frame: u64,
}

impl Playback {
    /// A silent source for a device that plays at the rate of `palette`; `now` is about the moment the
    /// stream starts.
    pub fn new(palette: Arc<Palette>, gain: f32, now: Instant) -> Self {
        let rate = palette.rate();
        Self {
            palette,
            clock: Clock::new(rate, now),
            schedule: Schedule::default(),
            mixer: Mixer::new(rate, gain),
            frame: 0,
        }
    }

    /// Does as ordered from the next block on.
    pub fn obey(&mut self, order: Order) {
        match order {
            Order::Play(cues) => self.schedule.replace(cues),
            Order::Silence => {
                self.schedule.clear();
                self.mixer.cut();
            }
            Order::Gain(gain) => self.mixer.set_gain(gain),
            Order::Resume => self.clock.forget(),
        }
    }

    /// Makes the next block, whose first frame is heard `delay` after `now`.
    pub fn render(&mut self, now: Instant, delay: Duration, block: &mut [f32]) {
        self.clock.observe(self.frame, now + delay);
        let first = self.frame as i64;
        let frames = first..first + block.len() as i64;
        while let Some((offset, cue)) = self.schedule.take(&self.clock, &frames) {
            self.mixer.begin(self.palette.clip(cue), offset);
        }
        self.mixer.render(block);
        self.frame += block.len() as u64;
    }
}
