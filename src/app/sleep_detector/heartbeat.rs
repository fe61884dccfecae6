//! A thread that beats once a second: beats it missed are time in which nothing ran.

use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// How often it beats.
const BEAT: Duration = Duration::from_secs(1);
/// A beat that is late by less is a busy machine.
const LATE: Duration = Duration::from_secs(4);

/// Beats until it is dropped.
#[derive(Debug, Clone)]
pub struct Heartbeat {
    beats: Arc<Mutex<Beats>>,
    /// Dropped with the last handle, which ends the thread.
    _stop: Option<Sender<()>>,
}

#[derive(Debug, Default)]
struct Beats {
    last: Option<Instant>,
    missed: Duration,
}

impl Heartbeat {
    /// Starts the thread. Where there can be none, no beat is ever missed.
    pub fn start() -> Self {
        let (stop, stopped) = channel();
        let beating = Self {
            beats: Arc::default(),
            _stop: None,
        };
        let heartbeat = Self {
            beats: Arc::clone(&beating.beats),
            _stop: Some(stop),
        };
        let _thread = thread::Builder::new()
            .name(String::from("heartbeat"))
            .spawn(move || {
                beating.beat(Instant::now());
                while stopped.recv_timeout(BEAT) == Err(RecvTimeoutError::Timeout) {
                    beating.beat(Instant::now());
                }
            });
        heartbeat
    }

    /// One without a thread.
    #[cfg(test)]
    pub fn of_beats() -> Self {
        Self {
            beats: Arc::default(),
            _stop: None,
        }
    }

    /// Beats at this instant.
    pub fn beat(&self, now: Instant) {
        let mut beats = self.beats.lock().unwrap_or_else(PoisonError::into_inner);
        let missing = beats.missing(now);
        beats.missed += missing;
        beats.last = Some(now);
    }

    /// How long it has missed its beats in all by this instant, also where whoever asks woke up before it did.
    pub fn time_missed(&self, now: Instant) -> Duration {
        let beats = self.beats.lock().unwrap_or_else(PoisonError::into_inner);
        beats.missed + beats.missing(now)
    }
}

impl Beats {
    /// The time since the last beat in which others should have come.
    fn missing(&self, now: Instant) -> Duration {
        let since = self.last.map(|last| now.saturating_duration_since(last));
        let since = since.filter(|since| *since >= BEAT + LATE);
        since.map_or(Duration::ZERO, |since| since - BEAT)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn beats_that_are_a_little_late_are_not_missed() {
        let heartbeat = Heartbeat::of_beats();
        let start = Instant::now();
        for seconds in [0, 1, 3, 7, 11] {
            heartbeat.beat(start + Duration::from_secs(seconds));
        }
        let woken = start + Duration::from_secs(31);
        assert_eq!(
            heartbeat.time_missed(start + Duration::from_secs(12)),
            Duration::ZERO
        );
        assert_eq!(heartbeat.time_missed(woken), Duration::from_secs(19));
        heartbeat.beat(woken);
        assert_eq!(heartbeat.time_missed(woken), Duration::from_secs(19));
    }

    #[test]
    fn the_thread_ends_with_its_last_handle() {
        let heartbeat = Heartbeat::start();
        let beats = Arc::downgrade(&heartbeat.beats);
        drop(heartbeat);
        for _ in 0..500 {
            if beats.strong_count() == 0 {
                return;
            }
            thread::sleep(Duration::from_millis(10));
        }
        assert_eq!(beats.strong_count(), 0, "it beats on");
    }
}
