//! What goes into the player and what comes out of it.

use std::path::PathBuf;
use std::sync::Arc;

use iced::widget::Id;

use super::finished::Next;
use crate::app::playback::Command;
use crate::app::screen::{Viewport, rating};
use crate::figure::Movement;
use crate::library::picture::{self, Picture};

/// What a person does in the player, and what time does to it.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)] // The names say it.
pub enum Message {
    Tick,
    PauseOrResume,
    Next,
    Previous,
    More,
    Less,
    NextCue,
    Restart,
    JumpTo(usize),
    CountRepetition,
    Done,
    Mute,
    FullScreen,
    Hurts,
    Easier,
    SkipExercise,
    ShowWhere,
    /// Stop because it hurts, once it was asked again.
    StopHere,
    Stop,
    Keys,
    End,
    CloseLayer,
    Undo,
    PictureLoaded(String, Result<Arc<Picture>, picture::Error>),
    Rate(rating::Message),
    Note(String),
    Again,
    Save,
    Leave,
    /// To the knee map, after the end.
    LeaveToMap,
    /// To the routine that comes next.
    LeaveToNext,
    /// The pointer was moved or pressed.
    Pointer,
}

impl Message {
    /// Whether it means something once the session is over.
    pub(super) fn belongs_to_the_end(&self) -> bool {
        matches!(
            self,
            Self::Tick
                | Self::Pointer
                | Self::PictureLoaded(..)
                | Self::Mute
                | Self::FullScreen
                | Self::Rate(_)
                | Self::Note(_)
                | Self::Again
                | Self::Save
                | Self::Leave
                | Self::LeaveToMap
                | Self::LeaveToNext
        )
    }
}

/// What the player wants from the window.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Let playback do this.
    Command(Command),
    /// Sound off, or on again.
    ToggleMute,
    /// Fill the screen, or stop doing so.
    SetFullScreen(bool),
    /// Load a picture and send it back.
    Load(PathBuf, String),
    /// Play the routine once more.
    Again,
    /// Close the player.
    Leave,
    /// Close the player and open the knee map.
    LeaveToMap,
    /// Close the player and open the routine that comes next.
    LeaveToNext,
    /// Put the keyboard here.
    Focus(Id),
    /// The same, unless a ring shows where it is.
    Rest(Id),
    /// Show where it hurts. The session waits.
    ShowWhere,
}

/// The figures that belong to no exercise.
#[derive(Debug, Clone, Default)]
pub struct AtEase {
    /// Standing, at the end and where a picture is missing.
    pub standing: Option<Arc<Movement>>,
    /// Sitting, while resting.
    pub seated: Option<Arc<Movement>>,
}

/// What the player shows that it does not own.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The window.
    pub viewport: Viewport,
    /// How much larger a cue and a name are than designed: up to 1.3, for the rest follows the window.
    pub text: f32,
    /// Whether sound was switched off.
    pub is_muted: bool,
    /// Whether there is no device to sound through.
    pub is_silent: bool,
    /// How many sessions there were this week, this one too, once that was looked up.
    pub sessions_this_week: Option<u32>,
    /// What comes after it.
    pub next: Option<&'a Next>,
}
