//! Every sentence the program says, in one place where a translation can find it.
//!
//! Names of exercises and routines, their cues and explanations live in their own RON files.

mod language;

pub mod about;
pub mod adding;
pub mod assess;
pub mod catalog;
pub mod command_line;
pub mod conditions;
pub mod conditions_shared;
pub mod data;
pub mod emergency;
pub mod exercise;
pub mod finding;
pub mod grammar;
pub mod journal;
pub mod keys;
pub mod knee_map;
pub mod page;
pub mod pain;
pub mod player;
pub mod progress;
pub mod settings;
pub mod time;
pub mod today;
pub mod user_routines;

#[cfg(test)]
pub(crate) use language::test_language;
