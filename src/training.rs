//! Training: what was done and how the knees took it, by the person's own days and weeks.
//!
//! Pure: days come from [`Moment`]s, and those from whoever has a clock.

pub mod calendar;
pub mod finding;
pub mod moment;
pub mod morning;
pub mod overview;
pub mod pain;
pub mod range;
pub mod record;
pub mod rest;
#[cfg(test)]
pub(crate) mod test_data;
pub mod trend;
pub mod unfinished;
pub mod week;

pub use moment::Moment;
pub use pain::{Score, Zone};
