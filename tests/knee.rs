//! The knee map's reasoning: the evidence it stands on, what must not be missed, and what it promises whatever is said.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod knee {
    pub mod diagram;
    pub mod fits;
    pub mod flags;
    pub mod notation;
    pub mod numbers;
    pub mod properties;
    pub mod questions;
    pub mod reading;
    pub mod replay;
}
