//! The screens. Each is a state with its messages, and an action that says what it wants from its parent.

mod advice_icon;
pub mod condition;
pub mod conditions;
mod dose;
pub mod exercise;
pub mod finding;
pub mod knee_map;
mod name;
pub mod pain_check;
pub mod player;
pub mod progress;
pub mod rating;
mod reading;
pub mod routine;
mod routine_row;
pub mod routines;
pub mod settings;
pub mod today;

use std::borrow::Cow;
use std::hash::{DefaultHasher, Hash, Hasher};

use iced::Size;

use super::navigation::Tab;
use super::widget::WindowSize;
use crate::knee::Withheld;
use crate::settings::Motion;

/// What every view has to know about the window it is drawn in.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Viewport {
    /// Whether figures move.
    pub motion: Motion,
    /// The window, in logical pixels.
    pub window: Size,
    /// The knee that waits to be seen, so that no routine may be played.
    pub withheld: Option<Withheld>,
}

impl Viewport {
    /// Which of the three layouts fits.
    pub fn size(&self) -> WindowSize {
        WindowSize::of_width(self.window.width)
    }
}

/// What the window asks of every page, whichever is open.
pub trait Page {
    /// What it is called.
    fn name(&self) -> Cow<'_, str>;

    /// Its place in the sidebar.
    fn tab(&self) -> Tab;

    /// Which page a person would say is in front of them, dialogs and what moves the page up or down included. Another value
    /// is another page, which ignores presses at first.
    fn face(&self) -> u64 {
        0
    }

    /// Which page the keyboard is on. With another value it begins anew; a dialog gives it back to where it was.
    fn visit(&self) -> u64 {
        0
    }

    /// Whether a dialog lies above it.
    fn has_dialog(&self) -> bool {
        false
    }
}

/// One number for what makes a page another one.
pub fn key_of(state: impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    state.hash(&mut hasher);
    hasher.finish()
}
