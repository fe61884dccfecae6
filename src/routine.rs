//! Routines: which exercises, for how long, on which side, in what order.

pub mod item;
pub mod timeline;

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Deserializer};

use crate::authoring::{
    Faults, Format, Path, Problem, Seconds, Source, check_name, check_text, check_texts,
    plain_name, problem,
};
use crate::exercise::{self, Catalogue, Exercise, Id, Kit};

pub use item::{Dose, ExerciseItem, Item, Sides};

/// A routine as its author wrote it, checked against a catalogue of exercises.
#[derive(Debug, Clone, PartialEq)]
pub struct Routine {
    /// The name the command line and the journal call it by.
    pub id: Id,
    /// The name people call it by.
    pub name: String,
    /// What sort of routine it is.
    pub kind: Kind,
    /// How hard it is.
    pub effort: Effort,
    /// What it is for, one or two sentences.
    pub purpose: String,
    /// What may honestly be expected of it.
    pub honest: Option<String>,
    /// How often to do it.
    pub how_often: Option<String>,
    /// Conditions it serves, by their ids in the knee room.
    pub serves: Vec<String>,
    /// Clauses that complete "Leave it for today if …".
    pub leave_if: Vec<String>,
    /// Where the facts come from.
    pub sources: Vec<String>,
    /// The exercise whose figure stands for the routine on cards.
    pub cover: Option<Arc<Exercise>>,
    /// What one needs, where that is not what its exercises name: a band may be left out.
    pub own_kit: Option<Vec<Kit>>,
    /// The time to get ready, before the first exercise.
    pub get_ready: Pause,
    /// What is done, in order.
    pub items: Vec<Item>,
    /// The time to come to rest, after the last exercise.
    pub finish: Pause,
}

/// A stretch of time in which no exercise is done, and what to say meanwhile.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pause {
    /// How long.
    pub seconds: Seconds,
    /// What to say or show. None where the author leaves even the pause to the program.
    #[serde(default = "no_text", deserialize_with = "own_text")]
    pub text: Option<String>,
}

/// A pause that is written down without a text has an empty one.
fn no_text() -> Option<String> {
    Some(String::new())
}

/// A text is written without `Some` and never left out by writing `None`.
fn own_text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    String::deserialize(deserializer).map(Some)
}

/// What sort of routine it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
pub enum Kind {
    /// Easing off after a run.
    Recovery,
    /// Building strength.
    Strength,
    /// Moving further.
    Mobility,
    /// Getting ready to run.
    WarmUp,
    /// Calming a sore spot.
    PainRelief,
}

impl Kind {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 5] = [
        Self::Mobility,
        Self::Strength,
        Self::WarmUp,
        Self::Recovery,
        Self::PainRelief,
    ];

    /// The name it goes by outside the program.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Recovery => "recovery",
            Self::Strength => "strength",
            Self::Mobility => "mobility",
            Self::WarmUp => "warm_up",
            Self::PainRelief => "pain_relief",
        }
    }

    /// The kind that goes by this name outside the program.
    pub fn with_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }
}

/// How hard a routine is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Deserialize)]
pub enum Effort {
    /// Most people can do it on a tired day.
    #[default]
    Easy,
    /// Some effort.
    Moderate,
    /// Real effort.
    Hard,
}

/// A routine file, before anything in it is looked up.
#[derive(Deserialize)]
#[serde(rename = "Routine", deny_unknown_fields)]
struct Draft {
    // Refused while it is read if it is too new, so nobody asks for it later.
    #[serde(default, rename = "format")]
    _format: Format,
    id: Id,
    #[serde(deserialize_with = "plain_name")]
    name: String,
    kind: Kind,
    #[serde(default)]
    effort: Effort,
    #[serde(default)]
    purpose: String,
    #[serde(default)]
    honest: Option<String>,
    #[serde(default)]
    how_often: Option<String>,
    #[serde(default)]
    serves: Vec<String>,
    #[serde(default)]
    leave_if: Vec<String>,
    #[serde(default)]
    sources: Vec<String>,
    #[serde(default)]
    cover: Option<Id>,
    #[serde(default)]
    kit: Option<Vec<Kit>>,
    #[serde(default = "default_get_ready")]
    get_ready: Pause,
    items: Vec<item::Draft>,
    #[serde(default = "default_finish")]
    finish: Pause,
    #[serde(default)]
    exercises: Vec<Exercise>,
}

impl Draft {
    /// Names the texts that are too long. Those of its items are looked at where they are looked up.
    fn check_lengths(&self, faults: &mut Faults<'_>) {
        let at = |field| Path::Whole.field(field);
        check_name(&self.name, &at("name"), faults);
        check_text(&self.purpose, &at("purpose"), faults);
        for (field, text) in [("honest", &self.honest), ("how_often", &self.how_often)] {
            check_text(text.as_deref().unwrap_or_default(), &at(field), faults);
        }
        check_texts(&self.leave_if, &at("leave_if"), faults);
        check_texts(&self.sources, &at("sources"), faults);
        for (field, pause) in [("get_ready", &self.get_ready), ("finish", &self.finish)] {
            check_text(
                pause.text.as_deref().unwrap_or_default(),
                &at(field).field("text"),
                faults,
            );
        }
    }
}

fn default_get_ready() -> Pause {
    Pause {
        seconds: Seconds::whole(5),
        text: None,
    }
}

fn default_finish() -> Pause {
    Pause {
        seconds: Seconds::whole(10),
        text: None,
    }
}

/// The catalogue with a routine's own exercises, which come before others of the same id.
fn catalogue_with(own: Vec<Exercise>, catalogue: &Catalogue, faults: &mut Faults<'_>) -> Catalogue {
    let mut known = catalogue.clone();
    let mut ids = BTreeMap::new();
    let exercises = Path::Whole.field("exercises");
    for (index, exercise) in own.into_iter().enumerate() {
        let at = exercises.entry(index);
        exercise.check(&at, faults);
        if ids.insert(exercise.id.clone(), index).is_some() {
            faults.add(&at.field("id"), problem::repeated_id(&exercise.id));
        }
        known.put(exercise);
    }
    for (id, index) in ids {
        known.check_versions(&id, &exercises.entry(index), faults);
    }
    known
}

impl Routine {
    /// Reads one routine file. Exercises it describes itself come before those of the catalogue.
    ///
    /// # Errors
    ///
    /// Everything its author has to put right: the first fault of form, or else every fault of content.
    pub fn read(source: &Source<'_>, catalogue: &Catalogue) -> Result<Self, Vec<Problem>> {
        let draft: Draft = source.read().map_err(|problem| vec![problem])?;
        let mut faults = Faults::of(*source);
        exercise::check_id(&draft.id, &Path::Whole, &mut faults);
        draft.check_lengths(&mut faults);

        let known = catalogue_with(draft.exercises, catalogue, &mut faults);
        let at = Path::Whole.field("items");
        let items = item::resolve_all(draft.items, &at, &known, &mut faults);
        if !items.iter().any(Item::has_exercise) && faults.is_empty() {
            faults.add(&at, problem::no_exercises());
        }

        let cover = draft.cover.and_then(|id| {
            let found = known.get(&id).cloned();
            if found.is_none() {
                faults.add(&Path::Whole.field("cover"), exercise::unknown(&id, &known));
            }
            found
        });

        let routine = Self {
            id: draft.id,
            name: draft.name,
            kind: draft.kind,
            effort: draft.effort,
            purpose: draft.purpose,
            honest: draft.honest,
            how_often: draft.how_often,
            serves: draft.serves,
            leave_if: draft.leave_if,
            sources: draft.sources,
            cover: cover.or_else(|| items.iter().find_map(Item::first_exercise).cloned()),
            own_kit: draft.kit,
            get_ready: draft.get_ready,
            items,
            finish: draft.finish,
        };

        if routine.segment_count() > timeline::MOST_SEGMENTS {
            faults.add(&at, problem::too_many_segments(timeline::MOST_SEGMENTS));
        }
        faults.unless_any(routine)
    }

    /// Reads the exercises that a routine file describes itself, whether or not they make sense.
    ///
    /// # Errors
    ///
    /// The first fault of form anywhere in the file.
    pub(crate) fn read_own_exercises(source: &Source<'_>) -> Result<Vec<Exercise>, Problem> {
        source.read::<Draft>().map(|draft| draft.exercises)
    }

    /// Everything one needs for it, each thing once, in order: what it names itself or else what its exercises name.
    pub fn kit(&self) -> Vec<Kit> {
        let mut kit = self.own_kit.clone().unwrap_or_else(|| {
            let mut kit: Vec<Kit> = Vec::new();
            for item in &self.items {
                item.each_exercise(&mut |item| kit.extend(&item.exercise.kit));
            }
            kit
        });
        kit.sort_unstable();
        kit.dedup();
        kit
    }

    /// An upper bound of the timeline's segments, found without writing it out.
    fn segment_count(&self) -> usize {
        self.items.iter().fold(2_usize, |sum, item| {
            sum.saturating_add(item.segment_count())
        })
    }
}
