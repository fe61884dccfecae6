//! The player in sequences of messages and keys with made-up instants.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod finished;
mod keys;
mod layers;
mod pictures;
mod sound;
mod steps;
mod time;

use super::*;
use crate::app::focus::Direction;
use crate::app::shortcut::{Press, Stroke};
use crate::app::test_support::{OWN_PACE, SHORT, Trial, times};
use crate::library::LoadedRoutine;
use crate::routine::timeline::Version;
use crate::session::{Ending, Repetition};

impl Trial {
    /// The running segment and the whole milliseconds spent in it.
    fn spot(&self) -> (usize, u128) {
        let position = self.playback.current().position(self.now());
        (position.segment, position.within.as_millis())
    }

    /// The step being done, from 0.
    fn step(&self) -> usize {
        self.playback.current().step_index()
    }

    fn is_running(&self) -> bool {
        self.playback.current().is_running()
    }

    /// The control the keyboard is on.
    fn focused(&self) -> Option<Message> {
        self.player
            .focus
            .current(&self.player.stops(&self.playback))
    }

    fn tab(&mut self) {
        let _ = self.press(Stroke::Tab(Direction::Forward));
    }

    /// Tabs until the keyboard is on this control.
    fn tab_to(&mut self, message: &Message) {
        for _ in 0..30 {
            self.tab();
            if self.player.focus.is_on(message) {
                return;
            }
        }
        panic!(
            "{message:?} cannot be reached among {:?}",
            self.player.stops(&self.playback)
        );
    }
}
