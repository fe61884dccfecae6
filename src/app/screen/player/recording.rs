//! What the player writes down, and how the knees are at the end.

use std::time::Duration;

use super::{Action, Layer, Message, Now, Player};
use crate::app::screen::rating::Rating;
use crate::journal::recorder;
use crate::session::{Command, Event, EventKind};
use crate::training::pain::{Knees, Told};
use crate::training::record::{Entry, Hurt, Occasion, Session, What};

impl Now {
    /// The same for the journal.
    pub fn recorded(self) -> recorder::Now {
        recorder::Now {
            session: self.session,
            moment: self.moment,
        }
    }
}

impl Player {
    /// What there is to write since it was last asked.
    pub fn take_entries(&mut self) -> Vec<Entry> {
        self.recorder.take()
    }

    /// Whether time passes.
    pub fn is_running(&self) -> bool {
        self.session.is_running()
    }

    /// Where the session stands.
    #[cfg(test)]
    pub fn position_at(&self, now: Now) -> crate::session::Position {
        self.session.position(now.session)
    }

    /// The session as it was written down last.
    pub fn written(&self) -> &Session {
        self.recorder.session()
    }

    /// Which knees the person speaks of, until they say otherwise.
    #[must_use]
    pub fn about(mut self, knees: Knees) -> Self {
        self.rating = Rating::of(knees);
        self
    }

    /// How the knees were before it began.
    pub fn told_before(&mut self, told: Told) {
        self.before = Some(told);
        self.rating = Rating::of(told.knees);
        self.recorder
            .rate(told, Occasion::Before, self.now.recorded());
    }

    /// Writes down where the session stands: the window is about to be closed.
    pub fn stand(&mut self, now: Now) {
        self.now = now;
        if self.session.ending().is_none() {
            self.recorder.stand(&self.session, now.recorded());
        } else {
            self.save_rating();
        }
    }

    /// Writes down how the knees are now, if that was said.
    pub(super) fn save_rating(&mut self) {
        let now = self.now.recorded();
        if let Some(told) = self.rating.told() {
            self.recorder.rate(told, Occasion::After, now);
        }
        let note = self.note.trim();
        if !note.is_empty() {
            self.recorder.annotate(note);
        }
    }

    /// Whether there is something to save at the end.
    pub(super) fn has_rating(&self) -> bool {
        self.rating.told().is_some() || !self.note.trim().is_empty()
    }

    /// What the main button does at the end.
    pub(super) fn way_out(&self) -> Message {
        if self.has_rating() {
            Message::Save
        } else {
            Message::Leave
        }
    }

    /// What was chosen after "It hurts".
    pub(super) fn record_hurt(&mut self, chosen: Hurt) {
        if self.layer == Layer::Hurts {
            let now = self.now.recorded();
            self.recorder
                .happened(&self.session, What::Hurt(chosen), now);
        }
    }

    /// What the events of a command do not tell.
    pub(super) fn record_command(
        &mut self,
        command: Command,
        events: &[Event],
        total_before: Duration,
    ) {
        let is_changed = events.iter().any(|event| event.kind == EventKind::Changed);
        let what = match command {
            Command::More | Command::Less if is_changed => {
                let milliseconds =
                    |time: Duration| i64::try_from(time.as_millis()).unwrap_or(i64::MAX);
                What::Extended {
                    by_ms: milliseconds(self.session.timeline().total())
                        - milliseconds(total_before),
                }
            }
            Command::Easier if is_changed => What::Eased,
            Command::SkipExercise => What::Skipped,
            _ => return,
        };
        self.recorder
            .happened(&self.session, what, self.now.recorded());
    }

    /// The computer slept: the clock is stopped at the last moment that was lived through.
    pub(super) fn sleep(&mut self) -> Action {
        if !self.session.is_running() {
            return Action::None;
        }
        let action = self.command(Command::Pause);
        self.slept = self.session.ending().is_none();
        if self.slept {
            self.recorder
                .happened(&self.session, What::Slept, self.now.recorded());
        }
        action
    }
}
