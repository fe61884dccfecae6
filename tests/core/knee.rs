//! The knee map's reasoning: the evidence it stands on, what must not be missed, and what it promises whatever is said.

mod checks;
mod diagram;
mod fits;
mod flags;
mod notation;
mod numbers;
mod properties;
mod questions;
mod reading;
mod replay;
mod runners;
mod wrong_before;
