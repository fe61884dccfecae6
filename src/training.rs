//! Training: what was done and how the knees took it, by the person's own days and weeks.
//!
//! Pure: days come from [`Moment`]s, and those from whoever has a clock.

pub mod moment;
pub mod morning;
pub mod pain;
pub mod record;
pub mod unfinished;

pub use moment::Moment;
pub use pain::{Score, Zone};
