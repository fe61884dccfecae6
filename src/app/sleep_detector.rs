//! Whether the computer slept.

mod heartbeat;

use std::time::{Duration, Instant};

use crate::desktop;
use heartbeat::Heartbeat;

/// Less than this is no sleep: a session may go on.
const SHORTEST_SLEEP: Duration = Duration::from_secs(2);

/// Compares how long the computer has slept with how long it had before.
#[derive(Debug)]
pub struct SleepDetector {
    clock: Clock,
    last: (Instant, Duration),
}

/// What tells how long the computer has slept in all.
#[derive(Debug)]
enum Clock {
    /// The system, whose instants stand still meanwhile.
    System(fn() -> Option<Duration>),
    /// A thread that missed its beats, where instants run on.
    Heartbeat(Heartbeat),
}

impl Clock {
    fn time_slept(&self, now: Instant) -> Duration {
        match self {
            Self::System(time_slept) => time_slept().unwrap_or_default(),
            Self::Heartbeat(heartbeat) => heartbeat.time_missed(now),
        }
    }
}

impl SleepDetector {
    /// Compares from this instant on.
    pub(super) fn awake_at(real: Instant) -> Self {
        let clock = match desktop::time_slept() {
            Some(_) => Clock::System(desktop::time_slept),
            None => Clock::Heartbeat(Heartbeat::start()),
        };
        Self::comparing(clock, real)
    }

    /// A computer that has slept for hours since this instant.
    #[cfg(test)]
    pub(super) fn asleep_since(real: Instant) -> Self {
        Self {
            clock: Clock::System(|| Some(Duration::from_secs(9_000))),
            last: (real, Duration::ZERO),
        }
    }

    fn comparing(clock: Clock, real: Instant) -> Self {
        let slept = clock.time_slept(real);
        Self {
            clock,
            last: (real, slept),
        }
    }

    /// The last instant that was lived through, if the computer slept since this was last asked.
    pub(super) fn slept(&mut self, real: Instant) -> Option<Instant> {
        let slept = self.clock.time_slept(real);
        let (last, slept_before) = std::mem::replace(&mut self.last, (real, slept));
        let has_slept = slept.saturating_sub(slept_before) >= SHORTEST_SLEEP;
        has_slept.then_some(match self.clock {
            // What was slept through did not pass for instants.
            Clock::System(_) => real,
            // It did pass, and nobody was there.
            Clock::Heartbeat(_) => last,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn system(time_slept: fn() -> Option<Duration>) -> Clock {
        Clock::System(time_slept)
    }

    #[test]
    fn more_sleep_than_before_means_sleep() {
        let start = Instant::now();
        let clock = system(|| Some(Duration::from_secs(100)));
        let mut detector = SleepDetector::comparing(clock, start);
        assert_eq!(detector.slept(start), None);
        detector.clock = system(|| Some(Duration::from_secs(700)));
        assert_eq!(detector.slept(start), Some(start));
        assert_eq!(detector.slept(start), None);
        // A window that was blocked, awake, is no sleep, however late it hears of anything.
        let later = start + Duration::from_secs(40);
        assert_eq!(detector.slept(later), None);
        assert_eq!(detector.slept(start + Duration::from_secs(1)), None);
    }

    #[test]
    fn an_awake_computer_has_not_slept_while_it_worked() {
        let mut detector = SleepDetector::awake_at(Instant::now());
        std::thread::sleep(Duration::from_millis(50));
        // A message that waited for a window that was busy.
        let late = Instant::now()
            .checked_sub(Duration::from_secs(5))
            .unwrap_or_else(Instant::now);
        assert_eq!(detector.slept(late), None);
    }

    #[test]
    fn where_instants_run_on_a_short_sleep_is_seen_and_a_busy_window_is_none() {
        let start = Instant::now();
        let heartbeat = Heartbeat::of_beats();
        let clock = Clock::Heartbeat(heartbeat.clone());
        let mut detector = SleepDetector::comparing(clock, start);
        let mut now = start;
        for _ in 0..40 {
            now += Duration::from_secs(1);
            heartbeat.beat(now);
        }
        assert_eq!(detector.slept(now), None, "the window was busy for 40 s");
        let woken = now + Duration::from_secs(12);
        assert_eq!(detector.slept(woken), Some(now), "before the next beat");
        heartbeat.beat(woken);
        assert_eq!(detector.slept(woken), None);
    }
}
