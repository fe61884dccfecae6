//! The player: leads through a routine, step by step.

pub mod finished;
mod keyboard;
mod message;
mod overlay;
mod pace;
mod showing;
#[cfg(test)]
mod tests;
mod view;

use std::hash::Hash;
use std::time::{Duration, Instant};

use iced::Element;
use iced::widget::Id;

use super::rating::Rating;
use crate::app::playback::{self, Playback};
use crate::app::widget::Strip;
use crate::journal::edited_note;
use crate::session::cue::Cue;
use crate::session::{Command, Event, EventKind};
use crate::side::Side;
use crate::training::pain::Knees;
use crate::training::record::Hurt;
pub use message::{AtEase, Context, Effect, Message};
use showing::Showing;

/// How long the stage's edge is lit by a signal.
const FLASH: Duration = Duration::from_millis(180);
/// How long a cue stays before the next one.
const CUE_TURN: Duration = Duration::from_secs(8);
/// How often time is told while a session runs, and the ring moves.
const RING_FRAME: Duration = Duration::from_millis(100);

/// What pauses and goes on, where the keyboard rests after every action.
pub const PAUSE: Id = Id::new("pause or resume");
/// What leaves the player at the end.
pub const OUT: Id = Id::new("way out");

/// The state of the player.
#[derive(Debug)]
pub struct Player {
    strips: Vec<Strip>,
    showing: Showing,
    layer: Layer,
    cue: CueTurn,
    flash_until: Option<Instant>,
    is_full_screen: bool,
    /// Real time at which it was opened.
    opened: Instant,
    last_input: Instant,
    rating: Rating,
    /// What the person writes about the session.
    note: String,
}

/// What lies on top of the player.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Layer {
    /// Nothing.
    None,
    /// The choices after "It hurts".
    Hurts,
    /// The key sheet.
    Keys,
    /// The question whether to end.
    End {
        /// Whether the clock was stopped for it, so that it goes on when the question is waved away.
        was_running: bool,
        /// Whether it is asked because it hurts: then waving it away leads back to the choices.
        hurts: bool,
    },
}

/// Which cue of an exercise is shown.
#[derive(Debug, Clone, Copy)]
struct CueTurn {
    index: usize,
    /// Session time at which it came.
    since: Instant,
}

impl Player {
    /// Shows what is played from here on. At the end keys are about the `first` knee first.
    pub fn of(playback: &Playback, at_ease: AtEase, first: Side) -> Self {
        Self {
            strips: showing::strips(playback.current().timeline()),
            showing: Showing::new(at_ease),
            layer: Layer::None,
            cue: CueTurn {
                index: 0,
                since: playback.now().session,
            },
            flash_until: None,
            is_full_screen: false,
            opened: playback.now().real,
            last_input: playback.now().real,
            rating: Rating::of(Knees::Both, first),
            note: String::new(),
        }
    }

    /// Starts in a window that fills the screen already.
    #[must_use]
    pub fn in_full_screen(mut self, is_full_screen: bool) -> Self {
        self.is_full_screen = is_full_screen;
        self
    }

    /// Whether the player fills the screen.
    pub fn is_full_screen(&self) -> bool {
        self.is_full_screen
    }

    /// Lets something happen at this real instant. What is played stands at it already.
    pub fn update(&mut self, message: Message, playback: &Playback, real: Instant) -> Vec<Effect> {
        if !matches!(message, Message::Tick | Message::PictureLoaded(..)) {
            self.last_input = real;
        }
        // A press may come in the very moment of the end.
        if playback.ending().is_some() && !message.belongs_to_the_end() {
            return Vec::new();
        }
        match message {
            Message::Tick | Message::Pointer => Vec::new(),
            Message::PauseOrResume => {
                self.layer = Layer::None;
                self.command(if playback.is_running() {
                    Command::Pause
                } else {
                    Command::Resume
                })
            }
            Message::Next => self.command(Command::Next),
            Message::Previous => self.command(Command::Previous),
            Message::More => self.command(Command::More),
            Message::Less => self.command(Command::Less),
            Message::Restart => self.command(Command::Restart),
            Message::JumpTo(step) => self.command(Command::JumpTo(step)),
            Message::CountRepetition => self.command(Command::CountRepetition),
            Message::Done => self.command(Command::Done),
            Message::NextCue => {
                self.cue = CueTurn {
                    index: self.cue.index + 1,
                    since: playback.now().session,
                };
                vec![Effect::Focus(PAUSE)]
            }
            Message::Mute => vec![Effect::ToggleMute, Effect::Focus(PAUSE)],
            Message::FullScreen => {
                self.is_full_screen = !self.is_full_screen;
                vec![
                    Effect::SetFullScreen(self.is_full_screen),
                    Effect::Focus(PAUSE),
                ]
            }
            Message::Hurts => self.open(Layer::Hurts),
            Message::Keys => self.open(Layer::Keys),
            Message::End => self.open(Layer::End {
                was_running: playback.is_running(),
                hurts: false,
            }),
            Message::StopHere => self.open(Layer::End {
                was_running: false,
                hurts: true,
            }),
            Message::CloseLayer => self.close_layer(),
            Message::Easier => self.instead(Hurt::Easier, Command::Easier),
            Message::SkipExercise => self.instead(Hurt::Skip, Command::SkipExercise),
            Message::Stop => {
                let hurt = self.hurt(Hurt::Stop);
                self.layer = Layer::None;
                hurt.into_iter()
                    .chain(self.command(Command::Stop))
                    .collect()
            }
            Message::Undo => vec![
                Effect::Command(playback::Command::TakeBack),
                Effect::Focus(PAUSE),
            ],
            Message::PictureLoaded(file, picture) => {
                self.showing.picture_loaded(&file, picture);
                // There may be another one to load.
                self.look_ahead(playback).into_iter().collect()
            }
            Message::Rate(rated) => {
                self.rating.update(rated);
                vec![Effect::Rest(OUT)]
            }
            Message::Note(note) => {
                self.note = edited_note(&self.note, note);
                Vec::new()
            }
            Message::Again => self.rate_and(Effect::Again),
            Message::Save => self.rate_and(Effect::Leave),
            Message::Leave => vec![Effect::Leave],
            Message::LeaveToMap => self.rate_and(Effect::LeaveToMap),
            Message::LeaveToNext => self.rate_and(Effect::LeaveToNext),
            Message::ShowWhere => self
                .hurt(Hurt::ShowWhere)
                .into_iter()
                .chain([Effect::ShowWhere])
                .collect(),
        }
    }

    fn command(&mut self, command: Command) -> Vec<Effect> {
        vec![
            Effect::Command(playback::Command::Session(command)),
            Effect::Focus(PAUSE),
        ]
    }

    /// Does what was chosen after "It hurts", and goes on. Chosen at leisure, while paused, it waits for the person.
    fn instead(&mut self, chosen: Hurt, command: Command) -> Vec<Effect> {
        let hurt = self.hurt(chosen);
        let was_chosen_in_layer = self.layer == Layer::Hurts;
        self.layer = Layer::None;
        let mut effects: Vec<_> = hurt.into_iter().chain(self.command(command)).collect();
        if was_chosen_in_layer {
            effects.extend(self.command(Command::Resume));
        }
        effects
    }

    /// Has written down what was chosen after "It hurts".
    fn hurt(&self, chosen: Hurt) -> Option<Effect> {
        matches!(self.layer, Layer::Hurts | Layer::End { hurts: true, .. })
            .then_some(Effect::Command(playback::Command::Hurt(chosen)))
    }

    /// Follows what has happened in the session.
    pub fn follow(&mut self, events: &[Event], playback: &Playback) -> Option<Effect> {
        let now = playback.now();
        if self.flash_until.is_some_and(|until| until <= now.real) {
            self.flash_until = None;
        }
        for event in events {
            match event.kind {
                EventKind::Began { .. } => {
                    self.cue = CueTurn {
                        index: 0,
                        since: event.at,
                    };
                }
                EventKind::Changed => {
                    self.strips = showing::strips(playback.current().timeline());
                }
                EventKind::Resumed => self.cue.since = event.at,
                EventKind::Finished(_) => {
                    self.layer = Layer::None;
                }
                EventKind::Cue(cue) => {
                    if cue != Cue::RepBeat {
                        self.flash_until = Some(now.real + FLASH);
                    }
                }
                EventKind::Paused | EventKind::Left { .. } => {}
            }
        }
        self.let_cues_turn(playback);
        self.look_ahead(playback)
    }

    /// Prepares what is shown now and next.
    fn look_ahead(&mut self, playback: &Playback) -> Option<Effect> {
        let session = playback.current();
        let (path, file) = self
            .showing
            .prepare(session, playback.position(), playback.loaded())?;
        Some(Effect::Load(path, file))
    }

    /// Opens a layer over the player. All but the key sheet stop the clock.
    fn open(&mut self, layer: Layer) -> Vec<Effect> {
        self.layer = layer;
        match layer {
            Layer::None | Layer::Keys => Vec::new(),
            Layer::Hurts | Layer::End { .. } => {
                vec![Effect::Command(playback::Command::Session(Command::Pause))]
            }
        }
    }

    fn close_layer(&mut self) -> Vec<Effect> {
        let layer = std::mem::replace(&mut self.layer, Layer::None);
        if let Layer::End { hurts: true, .. } = layer {
            return self.open(Layer::Hurts);
        }
        match layer {
            Layer::End {
                was_running: true, ..
            } => self.command(Command::Resume),
            Layer::None | Layer::Hurts | Layer::Keys | Layer::End { .. } => {
                vec![Effect::Focus(PAUSE)]
            }
        }
    }

    /// Turns to the cue this moment belongs to.
    fn let_cues_turn(&mut self, playback: &Playback) {
        if !playback.is_running() {
            return;
        }
        while playback
            .now()
            .session
            .saturating_duration_since(self.cue.since)
            >= CUE_TURN
        {
            self.cue.index += 1;
            self.cue.since += CUE_TURN;
        }
    }

    /// Which of them lies on top of it, as a number.
    pub fn face(&self) -> u64 {
        super::key_of(self.layer)
    }

    /// Whether a session is on, and nothing lies above it.
    pub fn has_nothing_above(&self, playback: &Playback) -> bool {
        self.layer == Layer::None && playback.ending().is_none()
    }

    /// How the knees are after it, and the note, as far as they were given.
    pub fn rated(&self) -> playback::Command {
        playback::Command::Rate {
            told: self.rating.told(),
            note: self.note.trim().to_owned(),
        }
    }

    /// Has written down how the knees are, and then this.
    fn rate_and(&self, then: Effect) -> Vec<Effect> {
        vec![Effect::Command(self.rated()), then]
    }

    /// Whether there is something to save at the end.
    fn has_rating(&self) -> bool {
        self.rating.told().is_some() || !self.note.trim().is_empty()
    }

    /// What the main button does at the end.
    fn way_out(&self) -> Message {
        if self.has_rating() {
            Message::Save
        } else {
            Message::Leave
        }
    }

    /// Draws the player.
    pub fn view<'a>(
        &'a self,
        playback: &'a Playback,
        context: &Context<'a>,
    ) -> Element<'a, Message> {
        match playback.ending() {
            Some(ending) => finished::view(self, playback, ending, context),
            None => view::view(self, playback, context),
        }
    }
}
