//! The player: leads through a routine, step by step.

mod beginning;
pub mod finished;
mod keyboard;
mod message;
mod overlay;
mod pace;
mod recording;
mod showing;
#[cfg(test)]
mod tests;
mod view;

use std::time::{Duration, Instant};

use iced::Element;

use super::rating::Rating;
use crate::app::focus::Focus;
use crate::app::theme::Tone;
use crate::app::widget::Strip;
use crate::journal::recorder::Recorder;
use crate::library::Shelved;
use crate::routine::timeline::{Timeline, Version};
use crate::session::cue::Cue;
use crate::session::{Command, Ending, Event, EventKind, Position, Repetition, Session};
use crate::training::pain::{Knees, Told};
use crate::training::record::Hurt;
use crate::training::unfinished::Begun;
pub use beginning::Beginning;
pub use message::{Action, AtEase, Message, Now, Outside, Sound};
use showing::Showing;

/// How long the stage's edge is lit by a signal.
const FLASH: Duration = Duration::from_millis(180);
/// How long a cue stays before the next one.
const CUE_TURN: Duration = Duration::from_secs(8);
/// How long a jump can be taken back.
const UNDO_OFFER: Duration = Duration::from_secs(5);
/// How often time is told while a session runs, and the ring moves.
const RING_FRAME: Duration = Duration::from_millis(100);

/// The state of the player.
#[derive(Debug)]
pub struct Player {
    shelved: Shelved,
    /// The entries that were begun in their easier version.
    easier: Vec<usize>,
    session: Session,
    strips: Vec<Strip>,
    showing: Showing,
    layer: Layer,
    focus: Focus<Message>,
    cue: CueTurn,
    undo: Option<Undo>,
    flash_until: Option<Instant>,
    is_full_screen: bool,
    last_input: Instant,
    recorder: Recorder,
    /// Whether the computer slept, and the clock was stopped for it.
    slept: bool,
    /// What was said about the knees before it began.
    before: Option<Told>,
    rating: Rating,
    /// What the person writes about the session.
    note: String,
    now: Now,
}

/// What lies on top of the player.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
    },
}

/// Which cue of an exercise is shown.
#[derive(Debug, Clone, Copy)]
struct CueTurn {
    index: usize,
    /// Session time at which it came.
    since: Instant,
}

/// Where one was before a jump.
#[derive(Debug, Clone, Copy)]
struct Undo {
    segment: usize,
    within: Duration,
    /// Repetitions counted at one's own pace.
    counted: u32,
    /// The step jumped to, from 0.
    to: usize,
    /// Real time at which the offer ends.
    until: Instant,
}

impl Player {
    /// Starts a routine, whose time begins at `begin`: now, or as much later as sound needs to be ready.
    pub fn new(
        shelved: Shelved,
        timeline: Timeline,
        begun: Begun,
        at_ease: AtEase,
        now: Now,
        begin: Instant,
    ) -> (Self, Action) {
        let (session, events) = Session::start(timeline, begin);
        let recorder = Recorder::begin(&shelved.routine, &session, begun, now.recorded());
        let mut player = Self::with(shelved, session, recorder, at_ease, now);
        let action = player.follow(&events, Sound::Continue);
        (player, action)
    }

    /// A session that was left, where it was left and paused.
    pub fn carry_on(
        shelved: Shelved,
        session: Session,
        recorder: Recorder,
        at_ease: AtEase,
        now: Now,
    ) -> Self {
        let mut player = Self::with(shelved, session, recorder, at_ease, now);
        let _ = player.look_ahead();
        player
    }

    fn with(
        shelved: Shelved,
        session: Session,
        recorder: Recorder,
        at_ease: AtEase,
        now: Now,
    ) -> Self {
        Self {
            strips: showing::strips(session.timeline()),
            showing: Showing::new(at_ease),
            session,
            shelved,
            easier: recorder.easier().to_vec(),
            layer: Layer::None,
            focus: Focus::on(Message::PauseOrResume),
            cue: CueTurn {
                index: 0,
                since: now.session,
            },
            undo: None,
            flash_until: None,
            is_full_screen: false,
            last_input: now.real,
            recorder,
            slept: false,
            before: None,
            rating: Rating::of(Knees::Both),
            note: String::new(),
            now,
        }
    }

    /// Starts in a window that fills the screen already.
    #[must_use]
    pub fn in_full_screen(mut self, is_full_screen: bool) -> Self {
        self.is_full_screen = is_full_screen;
        self
    }

    /// The window's title.
    pub fn title(&self) -> &str {
        &self.shelved.routine.name
    }

    /// The routine being played.
    pub fn routine(&self) -> &Shelved {
        &self.shelved
    }

    /// The step being done, from 0.
    #[cfg(test)]
    pub fn step_index(&self) -> usize {
        self.session.step_index()
    }

    /// Whether the player fills the screen.
    pub fn is_full_screen(&self) -> bool {
        self.is_full_screen
    }

    /// Lets something happen.
    pub fn update(&mut self, message: Message, now: Now) -> Action {
        self.now = now;
        if !matches!(
            message,
            Message::Tick | Message::LookAhead | Message::PictureLoaded(..)
        ) {
            self.last_input = now.real;
        }
        match message {
            Message::Tick => self.tick(),
            Message::LookAhead => self.look_ahead(),
            Message::Pointer => {
                self.focus.hide();
                Action::None
            }
            Message::PauseOrResume => {
                self.layer = Layer::None;
                let command = if self.session.is_running() {
                    Command::Pause
                } else {
                    Command::Resume
                };
                self.command(command)
            }
            Message::Next => self.command(Command::Next),
            Message::Previous => self.command(Command::Previous),
            Message::More => self.command(Command::More),
            Message::Restart => self.command(Command::Restart),
            Message::JumpTo(step) => self.jump_to(step),
            Message::CountRepetition => self.command(Command::CountRepetition),
            Message::Done => self.command(Command::Done),
            Message::Mute => {
                self.rest();
                Action::ToggleMute
            }
            Message::FullScreen => {
                self.rest();
                self.is_full_screen = !self.is_full_screen;
                Action::SetFullScreen(self.is_full_screen)
            }
            Message::Hurts => self.open(Layer::Hurts),
            Message::Keys => self.open(Layer::Keys),
            Message::End => self.open(Layer::End {
                was_running: self.session.is_running(),
            }),
            Message::CloseLayer => self.close_layer(),
            Message::Easier => {
                self.record_hurt(Hurt::Easier);
                self.instead(Command::Easier)
            }
            Message::SkipExercise => {
                self.record_hurt(Hurt::Skip);
                self.instead(Command::SkipExercise)
            }
            Message::Stop => {
                self.record_hurt(Hurt::Stop);
                self.layer = Layer::None;
                self.command(Command::Stop)
            }
            Message::Undo => self.take_back(),
            Message::PictureLoaded(file, picture) => {
                self.showing.picture_loaded(file, picture);
                // There may be another one to load.
                self.look_ahead()
            }
            Message::Slept => self.sleep(),
            Message::Rate(rated) => {
                self.rating.update(rated);
                self.focus.rest_on(self.way_out());
                Action::None
            }
            Message::WriteNote => Action::WriteNote,
            Message::Note(note) => {
                self.note = note;
                Action::None
            }
            Message::Again => {
                self.save_rating();
                Action::Again
            }
            Message::Save => {
                self.save_rating();
                Action::Leave
            }
            Message::Leave => Action::Leave,
            Message::LeaveToMap => {
                self.save_rating();
                Action::LeaveToMap
            }
            Message::ShowWhere => {
                self.record_hurt(Hurt::ShowWhere);
                Action::ShowWhere
            }
        }
    }

    fn tick(&mut self) -> Action {
        let events = self.session.advance(self.now.session);
        if self.undo.is_some_and(|undo| undo.until <= self.now.real) {
            self.undo = None;
        }
        if self.flash_until.is_some_and(|until| until <= self.now.real) {
            self.flash_until = None;
        }
        let action = self.follow(&events, Sound::Continue);
        self.let_cues_turn();
        action
    }

    fn command(&mut self, command: Command) -> Action {
        let total = self.session.timeline().total();
        let events = self.session.command(command, self.now.session);
        self.record_command(command, &events, total);
        self.slept = false;
        self.undo = self
            .undo
            .filter(|_| matches!(command, Command::Pause | Command::Resume));
        self.rest();
        match command {
            // These change what is to come without breaking off what is.
            Command::Resume | Command::More | Command::Less => {
                self.follow(&events, Sound::Continue)
            }
            _ => self.follow(&events, Sound::Cut),
        }
    }

    /// Does what was chosen after "It hurts", and goes on. Chosen at leisure, while paused, it waits for the person.
    fn instead(&mut self, command: Command) -> Action {
        let was_chosen_in_layer = self.layer == Layer::Hurts;
        self.layer = Layer::None;
        let done = self.command(command);
        if !was_chosen_in_layer {
            return done;
        }
        match self.command(Command::Resume) {
            Action::None => done,
            resumed => resumed,
        }
    }

    fn jump_to(&mut self, step: usize) -> Action {
        if step >= self.session.timeline().steps().len() {
            return Action::None;
        }
        let before = self.position();
        let action = self.command(Command::JumpTo(step));
        if self.session.ending().is_none() {
            self.undo = Some(Undo {
                segment: before.segment,
                within: before.within,
                counted: match before.repetition {
                    Some(Repetition::OwnPace { done, .. }) => done,
                    Some(Repetition::Timed { .. }) | None => 0,
                },
                to: step,
                until: self.now.real + UNDO_OFFER,
            });
        }
        action
    }

    /// Goes back to where one was before a jump.
    fn take_back(&mut self) -> Action {
        let Some(Undo {
            segment,
            within,
            counted,
            ..
        }) = self.undo.take()
        else {
            return Action::None;
        };
        let action = self.command(Command::Return { segment, within });
        for _ in 0..counted {
            let _ = self
                .session
                .command(Command::CountRepetition, self.now.session);
        }
        action
    }

    /// Makes the screen follow what happened in the session.
    fn follow(&mut self, events: &[Event], sound: fn(Vec<(Instant, Cue)>) -> Sound) -> Action {
        let mut is_structural = false;
        self.recorder
            .follow(&self.session, events, self.now.recorded());
        // What fell due before the segment that began last is over.
        let last = events
            .iter()
            .rposition(|event| matches!(event.kind, EventKind::Began { .. }))
            .unwrap_or(0);
        let mut signals = Vec::new();
        for (index, event) in events.iter().enumerate() {
            match event.kind {
                EventKind::Began { .. } => {
                    is_structural = true;
                    self.cue = CueTurn {
                        index: 0,
                        since: event.at,
                    };
                }
                EventKind::Changed => {
                    is_structural = true;
                    self.strips = showing::strips(self.session.timeline());
                }
                EventKind::Paused => is_structural = true,
                EventKind::Resumed => {
                    is_structural = true;
                    self.cue.since = event.at;
                }
                EventKind::Finished(_) => {
                    is_structural = true;
                    self.layer = Layer::None;
                    self.focus = Focus::on(Message::Leave);
                }
                EventKind::Cue(cue) => {
                    if index >= last {
                        signals.push((event.at, cue));
                    }
                    if cue != Cue::RepBeat {
                        self.flash_until = Some(self.now.real + FLASH);
                    }
                }
                EventKind::Left { .. } => {}
            }
        }
        if !is_structural {
            return self.look_ahead();
        }
        // The new order replaces the old one, so it has to repeat what has only just fallen due. A signal that sounds
        // already is not begun again.
        let is_over = self.session.ending() == Some(Ending::Completed);
        if !self.session.is_running() && !is_over {
            signals.clear();
        }
        signals.extend(self.session.upcoming());
        Action::Sound(sound(signals))
    }

    /// Prepares what is shown now and next.
    fn look_ahead(&mut self) -> Action {
        let position = self.position();
        match self.showing.prepare(&self.session, position, &self.shelved) {
            Some((path, file)) => Action::Load(path, file),
            None => Action::None,
        }
    }

    /// Opens a layer over the player. All but the key sheet stop the clock.
    fn open(&mut self, layer: Layer) -> Action {
        let action = match layer {
            Layer::None | Layer::Keys => Action::None,
            Layer::Hurts | Layer::End { .. } => self.command(Command::Pause),
        };
        // It may have come to its end this very moment.
        if self.session.ending().is_some() {
            return action;
        }
        self.layer = layer;
        let safe = match layer {
            Layer::None | Layer::End { .. } => Some(Message::PauseOrResume),
            Layer::Hurts => self.hurts_choices().first().cloned(),
            Layer::Keys => Some(Message::CloseLayer),
        };
        if let Some(safe) = safe {
            self.focus.rest_on(safe);
        }
        action
    }

    fn close_layer(&mut self) -> Action {
        let layer = std::mem::replace(&mut self.layer, Layer::None);
        self.rest();
        match layer {
            Layer::End { was_running: true } => self.command(Command::Resume),
            Layer::None | Layer::Hurts | Layer::Keys | Layer::End { was_running: false } => {
                Action::None
            }
        }
    }

    /// The keyboard rests on Pause after every action, unless a layer or the end has it.
    fn rest(&mut self) {
        if self.layer == Layer::None && self.session.ending().is_none() {
            self.focus.rest_on(Message::PauseOrResume);
        }
    }

    /// Turns to the cue this moment belongs to.
    fn let_cues_turn(&mut self) {
        if !self.session.is_running() {
            return;
        }
        while self.now.session.saturating_duration_since(self.cue.since) >= CUE_TURN {
            self.cue.index += 1;
            self.cue.since += CUE_TURN;
        }
    }

    fn turn_cue(&mut self) {
        self.cue = CueTurn {
            index: self.cue.index + 1,
            since: self.now.session,
        };
    }

    /// Where the session stands.
    fn position(&self) -> Position {
        self.session.position(self.now.session)
    }

    fn has_easier(&self) -> bool {
        self.session
            .work()
            .is_some_and(|work| work.easier.is_some() && work.version == Version::AsWritten)
    }

    fn is_own_pace(&self) -> bool {
        matches!(self.position().repetition, Some(Repetition::OwnPace { .. }))
    }

    /// The tone the whole window is painted in under the stage, while there is one.
    pub fn backdrop(&self) -> Option<Tone> {
        let is_on = self.session.ending().is_none();
        is_on.then(|| view::tone(&self.session))
    }

    /// Draws the player.
    pub fn view<'a>(&'a self, outside: &Outside) -> Element<'a, Message> {
        match self.session.ending() {
            Some(ending) => finished::view(self, ending, outside),
            None => view::view(self, outside),
        }
    }
}
