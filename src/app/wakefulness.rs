//! Whether the computer slept.

use std::time::{Duration, Instant};

use crate::desktop;

/// Less than this is no sleep: clocks are read one after the other.
const SHORTEST_SLEEP: Duration = Duration::from_secs(2);
/// Where no clock tells, so much time between two ticks counts as sleep.
const LONGEST_TICK: Duration = Duration::from_secs(30);

/// Compares a clock that stands still while the computer sleeps with one that does not.
#[derive(Debug)]
pub(super) struct Wakefulness {
    /// The clock that never stands still, if the system has one.
    pub(super) clock: fn() -> Option<Duration>,
    last: Option<(Instant, Option<Duration>)>,
}

impl Default for Wakefulness {
    fn default() -> Self {
        Self {
            clock: desktop::sleepless_clock,
            last: None,
        }
    }
}

impl Wakefulness {
    /// The last instant that was lived through, if the computer slept since this was last asked.
    pub(super) fn slept(&mut self, real: Instant) -> Option<Instant> {
        let sleepless = (self.clock)();
        let (last, last_sleepless) = self.last.replace((real, sleepless))?;
        let passed = real.saturating_duration_since(last);
        match (last_sleepless, sleepless) {
            // What was slept through did not pass for instants.
            (Some(before), Some(now)) => (now.saturating_sub(before).saturating_sub(passed)
                >= SHORTEST_SLEEP)
                .then_some(real),
            // It did pass, and nobody was there.
            _ => (passed >= LONGEST_TICK).then_some(last),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_that_runs_ahead_means_sleep() {
        let start = Instant::now();
        let mut wakefulness = Wakefulness {
            clock: || Some(Duration::from_secs(100)),
            last: None,
        };
        assert_eq!(wakefulness.slept(start), None);
        assert_eq!(wakefulness.slept(start), None);
        wakefulness.clock = || Some(Duration::from_secs(700));
        assert_eq!(wakefulness.slept(start), Some(start));
        assert_eq!(wakefulness.slept(start), None);
        // A window that was blocked, awake, is no sleep.
        wakefulness.clock = || Some(Duration::from_secs(740));
        let later = start + Duration::from_secs(40);
        assert_eq!(wakefulness.slept(later), None);
    }

    #[test]
    fn without_such_a_clock_a_long_silence_means_sleep() {
        let start = Instant::now();
        let mut wakefulness = Wakefulness {
            clock: || None,
            last: None,
        };
        assert_eq!(wakefulness.slept(start), None);
        let blocked = start + Duration::from_secs(2);
        assert_eq!(wakefulness.slept(blocked), None);
        let woken = blocked + Duration::from_secs(600);
        assert_eq!(wakefulness.slept(woken), Some(blocked));
    }
}
