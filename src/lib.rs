//! Kneewise: guided routines for runners' knees.
//!
//! This is the map of the house. It has two halves: a **core** that knows exercises, routines, sessions and bodies and
//! has no window, no speaker, no disk, no clock, no thread and no language; and a **shell** that has all of these, asks
//! the core what should happen, and makes it happen.
//!
//! # The core
//!
//! | room | what it knows |
//! | --- | --- |
//! | [`side`] | left or right |
//! | [`exercise`] | what a body does: position, cues, easier and harder versions, the catalogue of all of them |
//! | [`routine`] | which exercises, how much of each, on which side, in what order |
//! | [`routine::timeline`] | a routine written out into timed segments: the only place that knows how long anything takes |
//! | [`session`] | playing a routine: commands and the time in, events out |
//! | [`session::cue`] | which signal falls at which moment of a segment |
//! | [`figure`] | the mannequin: key poses in, filled outlines out; it stands alone |
//! | [`knee`] | from a point on the knee to what it may be, why, and when to see someone; it stands alone |
//! | [`training`] | what was done and how the knees took it, by days and weeks; the pain traffic light |
//! | [`catalog`] | what there is to choose from: found by what one types, narrowed, and put in order |
//! | [`authoring`] | reading what people write by hand, and telling them what to put right |
//!
//! # The shell
//!
//! | room | what it does |
//! | --- | --- |
//! | [`content`] | what ships inside the binary, parsed once |
//! | [`library`] | routines and pictures on the disk |
//! | [`journal`] | sessions, pain and results of the knee map, in a database that survives what happens to computers |
//! | [`settings`] | preferences, saved so that they are never half there |
//! | [`desktop`] | the folders a person's files belong in |
//! | [`logging`] | what the program did, for whoever looks for a fault; nothing a person said |
//! | [`audio`] | the speaker: an engine that owns the device and keeps cue time by the sample |
//! | [`words`] | what the window and the command line say, in one place where a translation can find it |
//! | [`terminal`] | lines that a terminal shows and does not act on |
//! | [`app`] | the window |
//! | [`cli`] | the command line: a routine opened at once, files checked, knees assessed in bulk, contact sheets |
//!
//! # How things flow
//!
//! Exercise and routine files become a [`Routine`](routine::Routine), that becomes a
//! [`Timeline`](routine::timeline::Timeline), that is played by a [`Session`](session::Session). Its events redraw the
//! player and give the speaker the signals that are left. One way, no back and forth.
//!
//! A point on the [`Diagram`](knee::Diagram) becomes a mark on an [`AnswerSheet`](knee::AnswerSheet); the
//! [`red flags`](knee::red_flag) come first, then the questions, and [`assess`](knee::assess) says what it may be and
//! which routines serve it.
//!
//! # What holds everywhere
//!
//! 1. The core imports no window, no speaker, no disk, no thread, no clock and no words. Time comes in as an argument, and
//!    what comes out is facts. Only what is wrong in a file is said where it is found, in [`authoring`].
//! 2. Arrows point from the window to the effects to the core, never back. Rooms of the core know only those below
//!    them: session, routine, exercise; the catalogue of routines also knows the knee; the figure and the knee know none.
//! 3. How long anything takes is computed in one place, the timeline. Everybody else asks it.
//! 4. Time is elapsed, never counted: a late frame stretches nothing and skips nothing.
//! 5. What cannot be is not written down: enums with data instead of flags.
//! 6. Reading never panics and never stops at the first file with a fault: what could be read, and the problems.
//! 7. The thread that draws does no input or output.
//! 8. A screen is a state with its messages and an action that says what it wants from its parent.
//! 9. Frames are asked for only while something moves, and at the rate it needs.
//! 10. Nothing the user made is lost.
//!
//! `tests/core/house_rules.rs` holds the first two and some of the habits by reading the sources.

pub mod app;
pub mod audio;
pub mod authoring;
pub mod catalog;
pub mod cli;
pub mod content;
pub mod desktop;
pub mod exercise;
pub mod figure;
pub mod journal;
pub mod knee;
pub mod library;
pub mod logging;
pub mod routine;
pub mod session;
pub mod settings;
pub mod side;
pub mod terminal;
pub mod training;
pub mod words;
