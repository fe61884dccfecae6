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
    pub fn apply(&mut self, order: Order) {
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
        while let Some((offset, due)) = schedule.take(&self.clock, &frames) {
            self.mixer.begin(self.palette.clip(due.cue), offset);
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use super::*;
    use crate::audio::schedule::{Due, LEAD};
    use crate::session::cue::{Count, Cue};

    const RATE: u32 = 48_000;
    const BLOCK: usize = 480;

    /// A device that is not there: it asks for blocks as a real one does, with a clock made up for it.
    struct Device {
        playback: Playback,
        schedule: SharedSchedule,
        origin: Instant,
        /// Frames a second as they are really played; the device claims [`RATE`].
        speed: f64,
        /// When frame 0 is heard, in seconds after the origin.
        zero: f64,
        /// Every frame that was asked for.
        heard: Vec<f32>,
        noise: u32,
    }

    impl Device {
        fn new() -> Self {
            let origin = Instant::now();
            let palette = Arc::new(Palette::new(RATE));
            let schedule = SharedSchedule::default();
            Self {
                playback: Playback::new(palette, Arc::clone(&schedule), 1.0, origin),
                schedule,
                origin,
                speed: f64::from(RATE),
                zero: 0.040,
                heard: Vec::new(),
                noise: 1,
            }
        }

        /// A number between 0 and 1 that looks random and is the same in every run.
        fn chance(&mut self) -> f64 {
            self.noise = self
                .noise
                .wrapping_mul(1_664_525)
                .wrapping_add(1_013_904_223);
            f64::from(self.noise >> 8) / f64::from(1 << 24)
        }

        /// Asks for blocks for so many seconds. Each is asked for up to 12 ms late, which shortens its delay.
        fn pass(&mut self, seconds: f64) {
            let end = self.heard.len() + (seconds * self.speed) as usize;
            while self.heard.len() < end {
                let heard = self.zero + self.heard.len() as f64 / self.speed;
                let ahead = 0.020 - 0.012 * self.chance();
                let now = self.origin + Duration::from_secs_f64(heard - ahead);
                let mut block = [0.0; BLOCK];
                self.playback
                    .render(now, Duration::from_secs_f64(ahead), &mut block);
                self.heard.extend(block);
            }
        }

        /// The second at which everything asked for so far has been heard.
        fn second(&self) -> f64 {
            self.zero + self.heard.len() as f64 / self.speed
        }

        fn play(&self, cues: &[(f64, Cue)]) {
            let cues = cues
                .iter()
                .map(|&(second, cue)| Due {
                    at: self.origin + Duration::from_secs_f64(second),
                    cue,
                })
                .collect();
            self.schedule.lock().unwrap().replace(cues);
        }

        /// When sounds begin, in seconds after the origin.
        fn onsets(&self) -> Vec<f64> {
            let mut found = Vec::new();
            let mut silence = usize::MAX;
            for (frame, sample) in self.heard.iter().enumerate() {
                if *sample == 0.0 {
                    silence = silence.saturating_add(1);
                } else {
                    if silence > 100 {
                        found.push(self.zero + frame as f64 / self.speed);
                    }
                    silence = 0;
                }
            }
            found
        }

        /// Asserts that cues begin at these seconds, give or take `within`.
        fn assert_onsets(&self, seconds: &[f64], within: f64) {
            let onsets = self.onsets();
            assert_eq!(onsets.len(), seconds.len(), "{onsets:?}");
            for (onset, second) in onsets.iter().zip(seconds) {
                let error = onset - second - LEAD.as_secs_f64();
                assert!(error.abs() < within, "{second} s is off by {error} s");
            }
        }
    }

    /// The largest step from one sample to the next.
    fn steepest(samples: &[f32]) -> f32 {
        samples
            .windows(2)
            .map(|pair| (pair[1] - pair[0]).abs())
            .fold(0.0, f32::max)
    }

    #[test]
    fn cues_begin_on_time_though_the_device_asks_at_odd_moments() {
        let mut device = Device::new();
        device.play(&[
            (1.0, Cue::Count(Count::Three)),
            (2.0037, Cue::Count(Count::Two)),
            (2.5, Cue::RepBeat),
        ]);
        device.pass(4.0);
        device.assert_onsets(&[1.0, 2.0037, 2.5], 0.001);
    }

    #[test]
    fn a_device_whose_clock_runs_fast_stays_on_time() {
        let mut device = Device::new();
        device.speed = f64::from(RATE) * 1.0003;
        let seconds: Vec<f64> = (1..300).map(f64::from).collect();
        let cues: Vec<_> = seconds
            .iter()
            .map(|second| (*second, Cue::RepBeat))
            .collect();
        device.play(&cues);
        device.pass(301.0);
        device.assert_onsets(&seconds, 0.001);
    }

    #[test]
    fn after_a_gap_in_the_stream_cues_are_on_time_again() {
        let mut device = Device::new();
        device.play(&[
            (1.0, Cue::RepBeat),
            (2.2, Cue::RepBeat),
            (3.0, Cue::RepBeat),
        ]);
        device.pass(1.9);
        let before = device.onsets();
        // From here on every frame is heard later, as after the device has run dry.
        device.zero += 0.035;
        device.pass(3.0);
        let after = device.onsets();
        assert_eq!(after.len(), 3);
        assert!((before[0] - 1.060).abs() < 0.001, "{before:?}");
        assert!((after[1] - 2.260).abs() < 0.001, "{after:?}");
        assert!((after[2] - 3.060).abs() < 0.001, "{after:?}");
    }

    #[test]
    fn a_cut_leaves_nothing_sounding_and_does_not_click() {
        let clip = Palette::new(RATE).clip(Cue::Finished);
        // Every few frames another place in the waveform.
        for early in (0..40).map(|step| f64::from(step) * 0.00037) {
            let mut device = Device::new();
            device.play(&[(0.5, Cue::Finished), (0.9, Cue::Start)]);
            device.pass(0.7 - early);
            let cut = device.heard.len();
            device.schedule.lock().unwrap().replace(Vec::new());
            device.playback.apply(Order::Cut);
            device.pass(1.0);
            let gone = cut + RATE as usize * 8 / 1000;
            assert!(
                device.heard[cut - 50..cut]
                    .iter()
                    .any(|sample| *sample != 0.0)
            );
            assert!(device.heard[gone..].iter().all(|sample| *sample == 0.0));
            assert!(steepest(&device.heard) <= steepest(&clip) * 1.01);
        }
    }

    #[test]
    fn a_muted_cue_keeps_its_time() {
        let mut device = Device::new();
        device.playback.apply(Order::Gain(0.0));
        device.play(&[(0.5, Cue::Rest)]);
        device.pass(0.8);
        assert!(device.onsets().is_empty());
        device.playback.apply(Order::Gain(1.0));
        let unmuted = device.heard.len();
        device.pass(1.0);

        let clip = Palette::new(RATE).clip(Cue::Rest);
        let begun = ((0.5 + LEAD.as_secs_f64() - device.zero) * device.speed).round() as usize;
        let later = unmuted + 480;
        // The clock may be off by a few frames, so the place is looked for around the one expected.
        let found = (begun - 48..begun + 48).any(|begun| {
            (later..later + 2000).all(|frame| device.heard[frame] == clip[frame - begun])
        });
        assert!(found, "the clip goes on where it would have been");
        assert!(steepest(&device.heard) <= steepest(&clip) * 1.01);
    }

    #[test]
    fn muting_takes_less_than_ten_milliseconds() {
        let mut device = Device::new();
        device.play(&[(0.5, Cue::Finished)]);
        device.pass(0.8);
        let muted = device.heard.len();
        device.playback.apply(Order::Gain(0.0));
        device.pass(0.2);
        assert!(
            device.heard[muted + 480..]
                .iter()
                .all(|sample| *sample == 0.0)
        );
        assert!(steepest(&device.heard) < 0.1);
    }

    #[test]
    fn a_stream_that_retires_rings_out_and_its_successor_begins_the_rest() {
        let mut old = Device::new();
        old.play(&[(0.5, Cue::Start), (1.0, Cue::RepBeat)]);
        old.pass(0.7);
        old.playback.apply(Order::Retire);
        old.pass(2.0);
        let clip = Palette::new(RATE).clip(Cue::Start);
        assert_eq!(old.onsets().len(), 1);
        let sounding = old.heard.iter().filter(|sample| **sample != 0.0).count();
        assert!(sounding > clip.len() * 9 / 10, "the cue rings out");

        let mut new = Device::new();
        new.origin = old.origin;
        new.playback = Playback::new(
            Arc::new(Palette::new(RATE)),
            Arc::clone(&old.schedule),
            1.0,
            old.origin,
        );
        new.zero = 0.7;
        new.pass(1.0);
        new.assert_onsets(&[1.0], 0.001);
        assert!(new.second() > 1.5);
    }
}
