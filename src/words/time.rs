//! How times are written.

use super::language::phrase;
use std::time::Duration;

pub use crate::routine::timeline::whole_minutes;

/// A time in lists and counters: 0:30, 12:05.
pub fn clock(time: Duration) -> String {
    let seconds = time.as_secs();
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// A time that is left, rounded up so that it reaches zero at the end and not before.
pub fn clock_left(time: Duration) -> String {
    clock(Duration::from_secs(seconds_left(time)))
}

/// Whole seconds that are left, rounded up.
pub fn seconds_left(time: Duration) -> u64 {
    time.as_nanos().div_ceil(1_000_000_000) as u64
}

/// A time within a sentence: "25 s", "1 min", "1 min 30 s".
pub fn spoken(time: Duration) -> String {
    let seconds = time.as_secs_f64().round() as u64;
    match (seconds / 60, seconds % 60) {
        (0, seconds) => phrase!("{seconds} s"),
        (minutes, 0) => phrase!("{minutes} min"),
        (minutes, seconds) => phrase!("{minutes} min {seconds} s"),
    }
}

/// A length in whole minutes, at least one: "5 min".
pub fn minutes(time: Duration) -> String {
    phrase!("{} min", whole_minutes(time))
}

/// A length in hours and minutes: "3 h 42 min", "20 min".
pub fn hours(time: Duration) -> String {
    let minutes = (time.as_secs_f64() / 60.0).round() as u64;
    match (minutes / 60, minutes % 60) {
        (0, minutes) => phrase!("{minutes} min"),
        (hours, 0) => phrase!("{hours} h"),
        (hours, minutes) => phrase!("{hours} h {minutes} min"),
    }
}

/// The time of day: "8:05".
pub fn of_day(hour: i8, minute: i8) -> String {
    format!("{hour}:{minute:02}")
}

/// The seconds of a part of a tempo: "2 s", "0.5 s".
pub fn part(time: Duration) -> String {
    phrase!("{} s", time.as_secs_f64())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_read_as_people_write_them() {
        let seconds = Duration::from_secs;
        assert_eq!(clock(seconds(69)), "1:09");
        assert_eq!(clock_left(Duration::from_millis(230_001)), "3:51");
        assert_eq!(seconds_left(Duration::from_millis(20_001)), 21);
        assert_eq!(seconds_left(seconds(20)), 20);
        assert_eq!(spoken(seconds(25)), "25 s");
        assert_eq!(spoken(seconds(60)), "1 min");
        assert_eq!(spoken(seconds(90)), "1 min 30 s");
        assert_eq!(minutes(seconds(300)), "5 min");
        assert_eq!(part(Duration::from_millis(500)), "0.5 s");
    }
}
