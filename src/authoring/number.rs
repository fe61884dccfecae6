//! Numbers as authors write them, refused where they stand when they are out of range.

use std::fmt;
use std::time::Duration;

use serde::de::{Deserialize, Deserializer, Error, Unexpected, Visitor};

use super::{FORMAT, problem};

/// A length of time written as a number of seconds, from 0 to two hours, kept to the millisecond.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Seconds(Duration);

impl Seconds {
    /// The longest time that may be written, in seconds.
    pub const LONGEST: u32 = 2 * 60 * 60;

    /// A whole number of seconds; more than [`Seconds::LONGEST`] counts as that.
    pub const fn whole(seconds: u32) -> Self {
        let seconds = if seconds > Self::LONGEST {
            Self::LONGEST
        } else {
            seconds
        };
        Self(Duration::from_secs(seconds as u64))
    }

    /// The same as a duration.
    pub const fn duration(self) -> Duration {
        self.0
    }
}

impl<'de> Deserialize<'de> for Seconds {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let seconds = deserializer.deserialize_any(Number {
            expected: problem::seconds_expected(),
            lowest: 0.0,
            highest: f64::from(Self::LONGEST),
        })?;
        // In range, so never negative and never too large.
        Ok(Self(Duration::from_millis(
            (seconds * 1000.0).round() as u64
        )))
    }
}

/// How many times something is done, from 1 to 200.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Count(u32);

impl Count {
    /// Once.
    pub const ONCE: Self = Self(1);
    /// The largest count that may be written.
    pub const MOST: u32 = 200;

    /// The number itself, at least 1.
    pub const fn get(self) -> u32 {
        self.0
    }
}

impl Default for Count {
    fn default() -> Self {
        Self::ONCE
    }
}

impl<'de> Deserialize<'de> for Count {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        whole_number(deserializer, problem::count_expected(), 1, Self::MOST).map(Self)
    }
}

/// The version of the format a file is written in. Newer ones than [`FORMAT`] are refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Format(u32);

impl Default for Format {
    fn default() -> Self {
        Self(FORMAT)
    }
}

impl<'de> Deserialize<'de> for Format {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match whole_number(deserializer, problem::format_expected(), 1, u32::MAX)? {
            newer if newer > FORMAT => Err(Error::custom(problem::newer_format(newer, FORMAT))),
            known => Ok(Self(known)),
        }
    }
}

/// Reads a whole number within these bounds. `expected` completes "This should be …".
pub(crate) fn whole_number<'de, D: Deserializer<'de>>(
    deserializer: D,
    expected: &'static str,
    lowest: u32,
    highest: u32,
) -> Result<u32, D::Error> {
    let number = deserializer.deserialize_any(Number {
        expected,
        lowest: f64::from(lowest),
        highest: f64::from(highest),
    })?;
    if number.fract() == 0.0 {
        Ok(number as u32)
    } else {
        Err(Error::invalid_value(Unexpected::Float(number), &expected))
    }
}

struct Number {
    expected: &'static str,
    lowest: f64,
    highest: f64,
}

impl Number {
    fn within<E: Error>(&self, number: f64) -> Result<f64, E> {
        // Not a number is not within anything.
        if number >= self.lowest && number <= self.highest {
            Ok(number)
        } else {
            Err(E::invalid_value(Unexpected::Float(number), &self.expected))
        }
    }
}

impl Visitor<'_> for Number {
    type Value = f64;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.expected)
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<f64, E> {
        self.within(number as f64)
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<f64, E> {
        self.within(number as f64)
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<f64, E> {
        self.within(number)
    }
}
