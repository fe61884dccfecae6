//! Playback: the session that is on, its record, its clock, and whether the computer slept meanwhile.
//!
//! It takes commands and ticks, and answers with effects. It knows no screen: what shows the session follows what
//! [`Effect::Happened`] tells.

use std::time::{Duration, Instant};

use super::clock::Clock;
use super::sleep_detector::SleepDetector;
use crate::journal::recorder::{self, Recorder};
use crate::library::LoadedRoutine;
use crate::routine::timeline::{Start, Version};
use crate::session::cue::Cue;
use crate::session::{self, Ending, Event, EventKind, Position, Repetition, Session};
use crate::training::Moment;
use crate::training::pain::Told;
use crate::training::record::{self, Entry, Hurt, Occasion, What};

mod beginning;

pub use beginning::Beginning;

/// How long a jump can be taken back.
const UNDO_OFFER: Duration = Duration::from_secs(5);

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

impl Now {
    fn recorded(self) -> recorder::Now {
        recorder::Now {
            session: self.session,
            moment: self.moment,
        }
    }
}

/// What playback is given.
#[derive(Debug, Clone, PartialEq)]
pub enum Input {
    /// Time has passed.
    Tick,
    /// A person wants something.
    Command(Command),
}

/// What a person can want of playback.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// Something the session itself does.
    Session(session::Command),
    /// Back to where one was before a jump.
    TakeBack,
    /// What was chosen after "It hurts" is written down.
    Hurt(Hurt),
    /// How the knees are after it, and what the person writes about it, are written down.
    Rate {
        /// The knees, if they were spoken of.
        told: Option<Told>,
        /// The note; empty for none.
        note: String,
    },
    /// Where the session stands is written down: the window is about to be closed.
    Stand,
}

/// What playback wants from the window.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// What sounds rings out; these signals replace those still to come.
    Schedule(Vec<(Instant, Cue)>),
    /// What sounds is cut; these signals replace those still to come.
    Cut(Vec<(Instant, Cue)>),
    /// This belongs in the journal.
    Write(Vec<Entry>),
    /// This has happened; it comes last, and after a tick in which nothing has happened too.
    Happened(Vec<Event>),
}

/// Where one was before a jump.
#[derive(Debug, Clone, Copy)]
pub struct Undo {
    segment: usize,
    within: Duration,
    /// Repetitions counted at one's own pace.
    counted: u32,
    /// The step jumped to, from 0.
    pub to: usize,
    /// Real time at which the offer ends.
    until: Instant,
}

/// The session that is on.
#[derive(Debug)]
pub struct Playback {
    loaded: LoadedRoutine,
    session: Session,
    recorder: Recorder,
    clock: Clock,
    sleep: SleepDetector,
    /// When it was last given something.
    now: Now,
    /// Whether the computer slept, and the session was paused for it.
    slept: bool,
    undo: Option<Undo>,
    /// What was said about the knees before it began.
    before: Option<Told>,
}

impl Playback {
    /// Starts a routine, whose time begins so much after `real`: as much as sound needs to be ready.
    pub fn start(
        loaded: LoadedRoutine,
        beginning: &Beginning,
        start: Start,
        before: Option<Told>,
        clock: Clock,
        (real, moment): (Instant, Moment),
        lead: Duration,
    ) -> (Self, Vec<Effect>) {
        let now = Now {
            real,
            session: clock.session(real),
            moment,
        };
        let begin = clock.session(real + lead);
        let timeline = beginning.timeline(&loaded.routine, start);
        let (session, events) = Session::start(timeline, begin);
        let begun = beginning.begun(start);
        let recorder = Recorder::begin(&loaded.routine, &session, begun, now.recorded());
        let mut playback = Self {
            before,
            ..Self::with(loaded, session, recorder, clock, now)
        };
        if let Some(told) = before {
            playback
                .recorder
                .rate(told, Occasion::Before, now.recorded());
        }
        let mut effects = playback.follow(events, Effect::Schedule);
        if beginning.step > 0 {
            playback.now.session = begin;
            effects.extend(playback.session(session::Command::JumpTo(beginning.step)));
        }
        (playback, effects)
    }

    /// A session that was left, where it was left and paused.
    pub fn carry_on(
        loaded: LoadedRoutine,
        session: Session,
        recorder: Recorder,
        clock: Clock,
        (real, moment): (Instant, Moment),
    ) -> Self {
        let now = Now {
            real,
            session: clock.session(real),
            moment,
        };
        Self::with(loaded, session, recorder, clock, now)
    }

    fn with(
        loaded: LoadedRoutine,
        session: Session,
        recorder: Recorder,
        clock: Clock,
        now: Now,
    ) -> Self {
        Self {
            loaded,
            session,
            recorder,
            clock,
            sleep: SleepDetector::awake_at(now.real),
            now,
            slept: false,
            undo: None,
            before: None,
        }
    }

    /// Takes something in at a real instant, which the calendar calls `moment`.
    ///
    /// Where the computer slept meanwhile, the session is paused at the last instant that was lived through, and nothing
    /// else is done: what woke it was not meant for the session.
    pub fn update(&mut self, input: Input, real: Instant, moment: Moment) -> Vec<Effect> {
        let slept = self.sleep.slept(real);
        self.now = Now {
            real,
            session: self.clock.session(real),
            moment,
        };
        if let Some(awake) = slept
            && self.session.is_running()
        {
            self.now.session = self.clock.session(awake);
            return self.pause_after_sleep();
        }
        match input {
            Input::Tick => {
                let events = self.session.advance(self.now.session);
                if self.undo.is_some_and(|undo| undo.until <= real) {
                    self.undo = None;
                }
                self.follow(events, Effect::Schedule)
            }
            Input::Command(Command::Session(session::Command::JumpTo(step))) => self.jump_to(step),
            Input::Command(Command::Session(command)) => self.session(command),
            Input::Command(Command::TakeBack) => self.take_back(),
            Input::Command(Command::Hurt(chosen)) => {
                let what = What::Hurt(chosen);
                self.recorder
                    .happened(&self.session, what, self.now.recorded());
                self.follow(Vec::new(), Effect::Schedule)
            }
            Input::Command(Command::Rate { told, note }) => {
                if let Some(told) = told {
                    self.recorder
                        .rate(told, Occasion::After, self.now.recorded());
                }
                if !note.is_empty() {
                    self.recorder.annotate(&note);
                }
                self.follow(Vec::new(), Effect::Schedule)
            }
            Input::Command(Command::Stand) => {
                if self.session.ending().is_none() {
                    self.recorder.stand(&self.session, self.now.recorded());
                }
                self.follow(Vec::new(), Effect::Schedule)
            }
        }
    }

    fn session(&mut self, command: session::Command) -> Vec<Effect> {
        let total = self.session.timeline().total();
        let events = self.session.command(command, self.now.session);
        self.record(command, &events, total);
        self.slept = false;
        self.undo = self
            .undo
            .filter(|_| matches!(command, session::Command::Pause | session::Command::Resume));
        match command {
            // These change what is to come without breaking off what is.
            session::Command::Resume | session::Command::More | session::Command::Less => {
                self.follow(events, Effect::Schedule)
            }
            _ => self.follow(events, Effect::Cut),
        }
    }

    fn jump_to(&mut self, step: usize) -> Vec<Effect> {
        if step >= self.session.timeline().steps().len() {
            return Vec::new();
        }
        let before = self.position();
        let effects = self.session(session::Command::JumpTo(step));
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
        effects
    }

    fn take_back(&mut self) -> Vec<Effect> {
        let Some(Undo {
            segment,
            within,
            counted,
            ..
        }) = self.undo.take()
        else {
            return Vec::new();
        };
        let effects = self.session(session::Command::Return { segment, within });
        for _ in 0..counted {
            let _ = self
                .session
                .command(session::Command::CountRepetition, self.now.session);
        }
        effects
    }

    fn pause_after_sleep(&mut self) -> Vec<Effect> {
        let mut effects = self.session(session::Command::Pause);
        self.slept = self.session.ending().is_none();
        if self.slept {
            self.recorder
                .happened(&self.session, What::Slept, self.now.recorded());
            effects.extend(self.written_down());
        }
        effects
    }

    /// What is wanted after these events.
    fn follow(
        &mut self,
        events: Vec<Event>,
        order: fn(Vec<(Instant, Cue)>) -> Effect,
    ) -> Vec<Effect> {
        self.recorder
            .follow(&self.session, &events, self.now.recorded());
        let mut effects: Vec<Effect> = self.signals(&events).map(order).into_iter().collect();
        effects.extend(self.written_down());
        effects.push(Effect::Happened(events));
        effects
    }

    /// The signals from now on, where they have changed.
    fn signals(&self, events: &[Event]) -> Option<Vec<(Instant, Cue)>> {
        let is_structural =
            |event: &Event| !matches!(event.kind, EventKind::Cue(_) | EventKind::Left { .. });
        if !events.iter().any(is_structural) {
            return None;
        }
        // The new order replaces the old one, so it has to repeat what has only just fallen due. A signal that sounds
        // already is not begun again. What fell due before the segment that began last is over.
        let began = |event: &Event| matches!(event.kind, EventKind::Began { .. });
        let last = events.iter().rposition(began).unwrap_or(0);
        let due = events[last..].iter().filter_map(|event| match event.kind {
            EventKind::Cue(cue) => Some((event.at, cue)),
            _ => None,
        });
        let is_over = self.session.ending() == Some(Ending::Completed);
        let mut signals = if self.session.is_running() || is_over {
            due.collect()
        } else {
            Vec::new()
        };
        signals.extend(self.session.upcoming());
        Some(signals)
    }

    fn written_down(&mut self) -> Option<Effect> {
        let entries = self.recorder.take();
        (!entries.is_empty()).then_some(Effect::Write(entries))
    }

    /// Writes down what the events of a command do not tell.
    fn record(&mut self, command: session::Command, events: &[Event], total_before: Duration) {
        let is_changed = events.iter().any(|event| event.kind == EventKind::Changed);
        let what = match command {
            session::Command::More | session::Command::Less if is_changed => {
                let milliseconds =
                    |time: Duration| i64::try_from(time.as_millis()).unwrap_or(i64::MAX);
                What::Extended {
                    by_ms: milliseconds(self.session.timeline().total())
                        - milliseconds(total_before),
                }
            }
            session::Command::Easier if is_changed => What::Eased,
            session::Command::SkipExercise => What::Skipped,
            _ => return,
        };
        self.recorder
            .happened(&self.session, what, self.now.recorded());
    }

    /// The routine that is played.
    pub fn loaded(&self) -> &LoadedRoutine {
        &self.loaded
    }

    /// The session itself.
    pub fn current(&self) -> &Session {
        &self.session
    }

    /// The session as it was written down last.
    pub fn written(&self) -> &record::Session {
        self.recorder.session()
    }

    /// When it was last given something: what is shown goes by that.
    pub fn now(&self) -> Now {
        self.now
    }

    /// The clock it goes by.
    pub fn clock(&self) -> Clock {
        self.clock
    }

    /// Where the session stands.
    pub fn position(&self) -> Position {
        self.session.position(self.now.session)
    }

    /// Whether time passes.
    pub fn is_running(&self) -> bool {
        self.session.is_running()
    }

    /// How it ended, once it has.
    pub fn ending(&self) -> Option<Ending> {
        self.session.ending()
    }

    /// Whether it waits because the computer slept.
    pub fn slept(&self) -> bool {
        self.slept
    }

    /// The jump that can still be taken back.
    pub fn undo(&self) -> Option<Undo> {
        self.undo
    }

    /// What was said about the knees before it began.
    pub fn told_before(&self) -> Option<Told> {
        self.before
    }

    /// Whether what is being done has an easier version.
    pub fn has_easier(&self) -> bool {
        self.session
            .work()
            .is_some_and(|work| work.easier.is_some() && work.version == Version::AsWritten)
    }

    /// Whether repetitions are counted by the person.
    pub fn is_own_pace(&self) -> bool {
        matches!(self.position().repetition, Some(Repetition::OwnPace { .. }))
    }

    /// How it is begun when it is played once more: from the start, with the same versions.
    pub fn again(&self) -> Beginning {
        Beginning {
            step: 0,
            easier: self.recorder.easier().to_vec(),
        }
    }

    /// Where the session stands at a real instant.
    #[cfg(test)]
    pub fn position_at(&self, real: Instant) -> Position {
        self.session.position(self.clock.session(real))
    }

    /// Lets the computer sleep from this instant until it is given something again.
    #[cfg(test)]
    pub fn fall_asleep(&mut self, real: Instant) {
        self.sleep = SleepDetector::asleep_since(real);
    }
}
