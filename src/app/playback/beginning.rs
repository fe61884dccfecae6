//! Beginning anywhere in a routine, and with easier versions.

use crate::routine::Routine;
use crate::routine::timeline::{Start, Timeline};
use crate::training::unfinished::Begun;

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

    /// The same for the journal.
    pub fn begun(&self, start: Start) -> Begun {
        Begun {
            start,
            step: self.step,
            easier: self.easier.clone(),
        }
    }
}
