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

use iced::Size;

use super::theme::Presentation;
use super::widget::WindowSize;
use crate::knee::Withheld;

/// What every view has to know about the window it is drawn in.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Viewport {
    /// The wishes of the person in front of it.
    pub look: Presentation,
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
