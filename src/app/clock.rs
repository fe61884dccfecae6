//! The clock sessions are played by: real time, or faster for trying things out.

use std::time::Instant;

/// Turns real instants into those a session sees, and back.
#[derive(Debug, Clone, Copy)]
pub struct Clock {
    start: Instant,
    speed: f64,
}

impl Clock {
    /// A clock that shows the real time at `start` and runs `speed` times as fast from then on.
    pub fn new(start: Instant, speed: f64) -> Self {
        Self {
            start,
            speed: speed.clamp(0.1, 100.0),
        }
    }

    /// What a session sees at a real instant.
    pub fn session(&self, real: Instant) -> Instant {
        self.start
            + real
                .saturating_duration_since(self.start)
                .mul_f64(self.speed)
    }

    /// The real instant at which a session sees this one.
    pub fn real(&self, session: Instant) -> Instant {
        self.start
            + session
                .saturating_duration_since(self.start)
                .div_f64(self.speed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn real_and_session_time_lead_into_one_another() {
        let start = Instant::now();
        let clock = Clock::new(start, 20.0);
        let real = start + Duration::from_millis(1_500);
        let session = clock.session(real);
        assert_eq!(session - start, Duration::from_secs(30));
        assert_eq!(clock.real(session), real);
    }
}
