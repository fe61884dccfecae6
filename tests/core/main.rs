//! What Kneewise knows and decides, without a window, a speaker or a disk.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod authoring_characters;
mod authoring_problems;
mod catalog;
mod condition_pages;
mod corpus;
mod days_and_weeks;
mod doors;
mod example;
mod exercises_stand;
mod figure_matches_design;
mod figure_moves;
mod figure_stands;
mod figure_survives;
mod figure_turns;
mod house_rules;
mod knee;
mod lengths_add_up;
mod routine_format;
mod routines_mutated;
mod session_carries_on;
mod session_plays;
mod session_properties;
mod timeline_tables;
mod typography;
