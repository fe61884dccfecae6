//! Every sentence the program says, in one place where a translation can find it.
//!
//! Names of exercises and routines, their cues and explanations live in their own RON files.

pub mod assess;
pub mod command_line;
pub mod example;
pub mod exercise;
pub mod figure;
pub mod journal;
pub mod keys;
pub mod knee;
pub mod knee_map;
pub mod own_shelf;
pub mod page;
pub mod pain;
pub mod player;
pub mod problem;
pub mod progress;
pub mod shelf;
pub mod time;
pub mod today;
