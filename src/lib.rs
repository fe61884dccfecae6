//! Kneewise: guided routines for runners' knees.
pub mod session;
