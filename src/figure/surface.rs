//! The surface: bones dressed in tubes of oval rings, and what is marked on them.

pub mod body;
pub mod muscle;
pub mod profile;
pub mod section;
