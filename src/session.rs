//! Playing a routine.
pub mod cue;
