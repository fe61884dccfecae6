//! What a routine is made of: exercises with a dose, ways between them, rests, and blocks that repeat.

mod draft;

use std::sync::Arc;
use std::time::Duration;

use super::Pause;
use crate::authoring::{Count, Seconds};
use crate::exercise::Exercise;

pub(super) use draft::{Draft, resolve_all};

/// One entry of a routine.
#[derive(Debug, Clone, PartialEq)]
pub enum Item {
    /// An exercise is done.
    Exercise(ExerciseItem),
    /// The way from one exercise to the next: "lie on your back".
    Move(Pause),
    /// A rest.
    Rest(Seconds),
    /// Several entries, done as often as `times` says.
    Block {
        /// What to call it in lists.
        name: Option<String>,
        /// How often.
        times: Count,
        /// What is repeated.
        items: Vec<Item>,
    },
}

/// An exercise with everything that says how much of it is done.
#[derive(Debug, Clone, PartialEq)]
pub struct ExerciseItem {
    /// The exercise.
    pub exercise: Arc<Exercise>,
    /// What to do when it is too much.
    pub easier: Option<Easier>,
    /// How much is done in one set, on one side.
    pub dose: Dose,
    /// Which sides, in what order.
    pub sides: Sides,
    /// How many sets.
    pub sets: Count,
    /// The rest between two sets.
    pub rest: Seconds,
}

/// What a routine offers when an exercise is too much.
#[derive(Debug, Clone, PartialEq)]
pub enum Easier {
    /// Another exercise.
    Exercise(Arc<Exercise>),
    /// A change to the same exercise, in words.
    Text(String),
}

/// How much is done in one set, on one side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dose {
    /// Hold still in the end position.
    Hold(Duration),
    /// Keep moving.
    Time(Duration),
    /// Repetitions, each of one length.
    Reps {
        /// How many.
        count: u32,
        /// How long one takes.
        each: Duration,
    },
    /// Repetitions with a tempo: towards the end position, staying there, and back.
    Tempo {
        /// How many.
        count: u32,
        /// The three parts of each.
        parts: [Duration; 3],
    },
    /// Repetitions at one's own pace; the person says when they are done.
    OwnPace {
        /// How many.
        count: u32,
    },
}

/// Which sides work, in what order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sides {
    /// Both together.
    Both,
    /// One side for its whole time, then the other.
    Each {
        /// The time to change.
        switch: Duration,
        /// What to say meanwhile, where the author says it.
        text: Option<String>,
    },
    /// In turns, one repetition each.
    Alternating,
}

impl Item {
    /// Whether anything is done in it.
    pub(super) fn has_exercise(&self) -> bool {
        self.first_exercise().is_some()
    }

    /// The first exercise in it.
    pub(super) fn first_exercise(&self) -> Option<&Arc<Exercise>> {
        match self {
            Self::Exercise(item) => Some(&item.exercise),
            Self::Move(_) | Self::Rest(_) => None,
            Self::Block { items, .. } => items.iter().find_map(Self::first_exercise),
        }
    }

    /// Visits every exercise in it once, in order.
    pub fn each_exercise<'a>(&'a self, visit: &mut impl FnMut(&'a ExerciseItem)) {
        match self {
            Self::Exercise(item) => visit(item),
            Self::Move(_) | Self::Rest(_) => {}
            Self::Block { items, .. } => {
                for item in items {
                    item.each_exercise(visit);
                }
            }
        }
    }

    /// An upper bound of the segments it is written out to.
    pub(super) fn segment_count(&self) -> usize {
        match self {
            Self::Exercise(item) => item.sets.get() as usize * 4,
            Self::Move(_) | Self::Rest(_) => 1,
            Self::Block { times, items, .. } => items
                .iter()
                .fold(0_usize, |sum, item| {
                    sum.saturating_add(item.segment_count())
                })
                .saturating_mul(times.get() as usize),
        }
    }
}

impl Dose {
    /// How long one set on one side takes. At one's own pace this is an estimate of three seconds for each repetition.
    pub fn length(&self) -> Duration {
        match *self {
            Self::Hold(length) | Self::Time(length) => length,
            Self::Reps { count, each } => each * count,
            Self::Tempo { count, parts } => parts.iter().sum::<Duration>() * count,
            Self::OwnPace { count } => OWN_PACE * count,
        }
    }
}

/// What one repetition at one's own pace is expected to take.
const OWN_PACE: Duration = Duration::from_secs(3);
