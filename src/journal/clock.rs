//! What moment it is: the one place that asks the computer's calendar.

use jiff::ZonedDateTime;

use crate::training::Moment;

/// The moment it is now, with the offset of the time zone the computer is set to.
pub fn now() -> Moment {
    let now = ZonedDateTime::now();
    Moment::new(now.timestamp().as_millisecond(), now.offset().seconds())
}
