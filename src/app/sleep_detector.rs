//! Whether the computer slept.

use std::time::{Duration, Instant};

use crate::desktop;

/// Less than this is no sleep: a session may go on.
const SHORTEST_SLEEP: Duration = Duration::from_secs(2);
/// Where no clock tells, so much time between two ticks counts as sleep.
const LONGEST_TICK: Duration = Duration::from_secs(30);

/// Compares how long the computer has slept with how long it had before.
#[derive(Debug)]
pub struct SleepDetector {
    /// How long the computer has slept in all, if the system can tell.
    time_slept: fn() -> Option<Duration>,
    last: (Instant, Option<Duration>),
}

impl SleepDetector {
    /// Compares from this instant on.
    pub(super) fn awake_at(real: Instant) -> Self {
        Self::comparing(desktop::time_slept, real)
    }

    /// A computer that has slept for hours since this instant.
    #[cfg(test)]
    pub(super) fn asleep_since(real: Instant) -> Self {
        Self {
            time_slept: || Some(Duration::from_secs(9_000)),
            last: (real, Some(Duration::ZERO)),
        }
    }

    fn comparing(time_slept: fn() -> Option<Duration>, real: Instant) -> Self {
        Self {
            time_slept,
            last: (real, time_slept()),
        }
    }

    /// The last instant that was lived through, if the computer slept since this was last asked.
    pub(super) fn slept(&mut self, real: Instant) -> Option<Instant> {
        let slept = (self.time_slept)();
        let (last, slept_before) = std::mem::replace(&mut self.last, (real, slept));
        match (slept_before, slept) {
            // What was slept through did not pass for instants.
            (Some(before), Some(now)) => {
                (now.saturating_sub(before) >= SHORTEST_SLEEP).then_some(real)
            }
            // It did pass, and nobody was there.
            _ => (real.saturating_duration_since(last) >= LONGEST_TICK).then_some(last),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_sleep_than_before_means_sleep() {
        let start = Instant::now();
        let mut detector = SleepDetector::comparing(|| Some(Duration::from_secs(100)), start);
        assert_eq!(detector.slept(start), None);
        detector.time_slept = || Some(Duration::from_secs(700));
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
    fn without_knowing_that_a_long_silence_means_sleep() {
        let start = Instant::now();
        let mut detector = SleepDetector::comparing(|| None, start);
        let blocked = start + Duration::from_secs(2);
        assert_eq!(detector.slept(blocked), None);
        let woken = blocked + Duration::from_secs(600);
        assert_eq!(detector.slept(woken), Some(blocked));
    }
}
