//! The commands, run as programs of their own.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod assess;
mod check;
mod figures;
mod list;
mod log;
mod program;
mod strangers;
