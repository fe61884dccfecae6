//! What goes into the player and what comes out of it.

use std::sync::Arc;
use std::time::Instant;

use crate::app::clock::Clock;
use crate::app::screen::{Surroundings, rating};
use crate::figure::Movement;
use crate::library::picture::{self, Picture};
use crate::session::cue::Cue;
use crate::training::Moment;

/// One instant, thrice: as the clock in the machine has it, as the session has it, and as the calendar has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Now {
    /// What buttons, flashes and fading go by.
    pub real: Instant,
    /// What the session goes by.
    pub session: Instant,
    /// What the journal goes by.
    pub moment: Moment,
}

/// What a person does in the player, and what time does to it.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)] // The names say it.
pub enum Message {
    Tick,
    PauseOrResume,
    Next,
    Previous,
    More,
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
    Stop,
    Keys,
    End,
    CloseLayer,
    Undo,
    PictureLoaded(String, Result<Arc<Picture>, picture::Error>),
    /// The computer slept.
    Slept,
    Rate(rating::Message),
    WriteNote,
    Note(String),
    Again,
    Save,
    Leave,
    /// To the knee map, after the end.
    LeaveToMap,
    /// The pointer was moved or pressed.
    Pointer,
    /// See whether a picture has to be loaded.
    LookAhead,
}

/// What the player wants from its parent.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// Nothing.
    None,
    /// The signals that are still to come have changed.
    Sound(Sound),
    /// Sound off, or on again.
    ToggleMute,
    /// Fill the screen, or stop doing so.
    SetFullScreen(bool),
    /// Load a picture and send it back.
    Load(std::path::PathBuf, String),
    /// Play the routine once more.
    Again,
    /// Close the player.
    Leave,
    /// Close the player and open the knee map.
    LeaveToMap,
    /// Put the cursor into the note.
    WriteNote,
    /// Show where it hurts. The session waits.
    ShowWhere,
}

/// What the speaker has to do.
#[derive(Debug, Clone, PartialEq)]
pub enum Sound {
    /// Let what sounds ring out, and give these from now on.
    Continue(Vec<(Instant, Cue)>),
    /// Cut what sounds, and give these from now on.
    Cut(Vec<(Instant, Cue)>),
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
pub struct Outside {
    /// The window.
    pub surroundings: Surroundings,
    /// The clock the session is played by.
    pub clock: Clock,
    /// Whether sound was switched off.
    pub is_muted: bool,
    /// Whether there is no device to sound through.
    pub is_silent: bool,
    /// How many sessions there were this week, this one too, once that was looked up.
    pub sessions_this_week: Option<u32>,
}
