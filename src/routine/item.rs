//! What a routine is made of: exercises with a dose, ways between them, rests, and blocks that repeat.

use std::sync::Arc;
use std::time::Duration;

use serde::Deserialize;

use super::Pause;
use crate::authoring::{Count, Problem, Seconds, Source};
use crate::exercise::{self, Catalogue, Exercise, Id, Sidedness, Version};
use crate::words::{player, problem};

/// One entry of a routine.
#[derive(Debug, Clone)]
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
#[derive(Debug, Clone)]
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
#[derive(Debug, Clone)]
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
        /// What to say meanwhile.
        text: String,
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

/// An entry as it stands in a file.
#[derive(Deserialize)]
#[serde(rename = "item")]
pub(super) enum Draft {
    Exercise(ExerciseDraft),
    Move(Pause),
    Rest(Seconds),
    Block(BlockDraft),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ExerciseDraft {
    id: Id,
    dose: DoseDraft,
    #[serde(default)]
    sides: Option<SidesDraft>,
    #[serde(default)]
    sets: Count,
    #[serde(default)]
    rest: Seconds,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct BlockDraft {
    #[serde(default)]
    name: Option<String>,
    #[serde(default)]
    times: Count,
    items: Vec<Draft>,
}

#[derive(Deserialize)]
#[serde(rename = "dose")]
enum DoseDraft {
    Hold(Seconds),
    Time(Seconds),
    Reps(RepsDraft),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RepsDraft {
    count: Count,
    #[serde(default)]
    seconds: Option<Seconds>,
    #[serde(default)]
    tempo: Option<(Seconds, Seconds, Seconds)>,
}

#[derive(Deserialize)]
#[serde(rename = "sides")]
enum SidesDraft {
    Both,
    Each(EachDraft),
    Alternating,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EachDraft {
    #[serde(default = "default_switch")]
    switch: Seconds,
    #[serde(default)]
    text: Option<String>,
}

impl Default for EachDraft {
    fn default() -> Self {
        Self {
            switch: default_switch(),
            text: None,
        }
    }
}

fn default_switch() -> Seconds {
    Seconds::whole(5)
}

/// Looks up what every entry names; what does not make sense is left out and named.
pub(super) fn resolve_all(
    drafts: Vec<Draft>,
    catalogue: &Catalogue,
    source: &Source<'_>,
    problems: &mut Vec<Problem>,
) -> Vec<Item> {
    drafts
        .into_iter()
        .filter_map(|draft| match draft {
            Draft::Exercise(draft) => match resolve_exercise(draft, catalogue, source) {
                Ok(item) => Some(Item::Exercise(item)),
                Err(problem) => {
                    problems.push(problem);
                    None
                }
            },
            Draft::Move(pause) => Some(Item::Move(pause)),
            Draft::Rest(seconds) => Some(Item::Rest(seconds)),
            Draft::Block(BlockDraft { name, times, items }) => Some(Item::Block {
                name,
                times,
                items: resolve_all(items, catalogue, source, problems),
            }),
        })
        .collect()
}

fn resolve_exercise(
    draft: ExerciseDraft,
    catalogue: &Catalogue,
    source: &Source<'_>,
) -> Result<ExerciseItem, Problem> {
    let exercise = catalogue
        .get(&draft.id)
        .cloned()
        .ok_or_else(|| exercise::unknown(&draft.id, catalogue, source))?;

    let quoted = format!("\"{}\"", draft.id);
    let dose = resolve_dose(draft.dose).map_err(|sentence| source.problem_at(&quoted, sentence))?;

    let easier = exercise.easier.as_ref().map(|version| match version {
        Version::Text(text) => Easier::Text(text.clone()),
        // An exercise that is not on the shelf is still good advice by its name.
        Version::Exercise(id) => match catalogue.get(id) {
            Some(exercise) => Easier::Exercise(Arc::clone(exercise)),
            None => Easier::Text(id.replace('-', " ")),
        },
    });

    let sides = match draft.sides {
        Some(sides) => sides,
        None => match exercise.sides {
            Sidedness::Both => SidesDraft::Both,
            Sidedness::Each => SidesDraft::Each(EachDraft::default()),
            Sidedness::Alternating => SidesDraft::Alternating,
        },
    };

    Ok(ExerciseItem {
        exercise,
        easier,
        dose,
        sides: match sides {
            SidesDraft::Both => Sides::Both,
            SidesDraft::Each(EachDraft { switch, text }) => Sides::Each {
                switch: switch.duration(),
                text: text.unwrap_or_else(|| player::CHANGE_SIDES.to_owned()),
            },
            SidesDraft::Alternating => Sides::Alternating,
        },
        sets: draft.sets,
        rest: draft.rest,
    })
}

fn resolve_dose(draft: DoseDraft) -> Result<Dose, &'static str> {
    let dose = match draft {
        DoseDraft::Hold(seconds) => Dose::Hold(seconds.duration()),
        DoseDraft::Time(seconds) => Dose::Time(seconds.duration()),
        DoseDraft::Reps(RepsDraft {
            count,
            seconds,
            tempo,
        }) => match (seconds, tempo) {
            (Some(_), Some(_)) => return Err(problem::tempo_and_seconds()),
            (Some(each), None) => Dose::Reps {
                count: count.get(),
                each: each.duration(),
            },
            (None, Some((towards, hold, back))) => Dose::Tempo {
                count: count.get(),
                parts: [towards.duration(), hold.duration(), back.duration()],
            },
            (None, None) => Dose::OwnPace { count: count.get() },
        },
    };
    if dose.length().is_zero() {
        return Err(problem::no_time());
    }
    Ok(dose)
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
