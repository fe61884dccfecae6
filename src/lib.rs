//! Kneewise: guided routines for runners' knees.
pub mod session;

pub mod app;
