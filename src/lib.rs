//! Kneewise: guided routines for runners' knees.
pub mod app;
pub mod authoring;
pub mod content;
pub mod desktop;
pub mod exercise;
pub mod figure;
pub mod library;
pub mod routine;
pub mod session;
pub mod settings;
pub mod words;
