//! Kneewise: guided routines for runners' knees.
pub mod audio;
pub mod session;
