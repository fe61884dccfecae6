//! Beginning anywhere in a routine, and with easier versions.

use super::{Action, Now, Player};
use crate::routine::Routine;
use crate::routine::timeline::{Start, Timeline};
use crate::session::Command;

/// How a routine is begun.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Beginning {
    /// The step to begin with, from 0.
    pub step: usize,
    /// The entries that are done in their easier version.
    pub easier: Vec<usize>,
}

impl Beginning {
    /// The routine as it is played when it is begun like this.
    pub fn timeline(&self, routine: &Routine, start: Start) -> Timeline {
        Timeline::begun(routine, start, self.step, &self.easier)
    }
}

impl Player {
    /// Goes to where it is begun, and keeps how.
    pub fn begin(&mut self, beginning: Beginning, now: Now) -> Action {
        self.now = now;
        self.easier = beginning.easier;
        self.command(Command::JumpTo(beginning.step))
    }

    /// How it is begun when it is played once more: from the start, with the same versions.
    pub fn again(&self) -> Beginning {
        Beginning {
            step: 0,
            easier: self.easier.clone(),
        }
    }
}
