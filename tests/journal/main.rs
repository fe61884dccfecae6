//! The journal on a disk: what it keeps, moves, and survives.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod faults;
mod keeps;
mod moves;
#[cfg(unix)]
mod private;
mod strangers;
#[cfg(unix)]
mod survives_kills;
mod test_data;
