//! A moment as a person lived it: in UTC, with the offset their clock had then.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::Offset;
use serde::{Deserialize, Serialize};

/// A moment, to the millisecond, and the offset from UTC that was in force for the person.
///
/// The day something belongs to is the day the person had then, wherever they are now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Moment {
    /// Milliseconds since 1970 in UTC.
    pub utc_ms: i64,
    /// Seconds to add to UTC for the person's clock: 3600 in a central European winter.
    pub offset_s: i32,
}

impl Moment {
    /// The moment at an offset from UTC in seconds. What no clock can show is moved to the nearest that one can.
    pub fn new(utc_ms: i64, offset_s: i32) -> Self {
        Self {
            utc_ms: utc_ms.clamp(
                Timestamp::MIN.as_millisecond() + DAY_MS,
                Timestamp::MAX.as_millisecond() - DAY_MS,
            ),
            offset_s: offset_s.clamp(Offset::MIN.seconds(), Offset::MAX.seconds()),
        }
    }

    /// What the person's clock and calendar showed.
    pub fn local(self) -> DateTime {
        let bounded = Self::new(self.utc_ms, self.offset_s);
        let offset = Offset::from_seconds(bounded.offset_s).unwrap_or(Offset::UTC);
        let utc = Timestamp::from_millisecond(bounded.utc_ms).unwrap_or(Timestamp::UNIX_EPOCH);
        offset.to_datetime(utc)
    }

    /// The person's day.
    pub fn day(self) -> Date {
        self.local().date()
    }
}

/// A day in milliseconds.
const DAY_MS: i64 = 24 * 60 * 60 * 1000;
