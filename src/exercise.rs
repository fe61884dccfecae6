//! Exercises: what a body does, without saying for how long.

mod catalogue;
mod lint;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::authoring::{
    Faults, Format, Path, Problem, Source, check_name, check_text, check_texts, nearest,
    plain_name, problem,
};
use crate::figure::Movement;

pub use catalogue::Catalogue;

/// The name an exercise or routine goes by in files: lower-case letters, digits and hyphens.
pub type Id = Arc<str>;

/// What a body does: position, cues, versions, and the figure that shows it.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exercise {
    /// Version of the format the file is written in.
    #[serde(default)]
    format: Format,
    /// The name other files call it by.
    pub id: Id,
    /// The name people call it by.
    #[serde(deserialize_with = "plain_name")]
    pub name: String,
    /// What sort of exercise it is.
    #[serde(default)]
    pub kind: Option<Kind>,
    /// The muscles and joints it works on.
    #[serde(default)]
    pub targets: Vec<Target>,
    /// What one needs besides a floor.
    #[serde(default)]
    pub kit: Vec<Kit>,
    /// How it uses the two sides of the body.
    #[serde(default)]
    pub sides: Sidedness,
    /// How to take up the start position, one sentence.
    #[serde(default)]
    pub setup: String,
    /// What to think of while doing it, two to four short sentences.
    #[serde(default)]
    pub cues: Vec<String>,
    /// What to do when it is too much.
    #[serde(default)]
    pub easier: Option<Version>,
    /// What to do when it is too little.
    #[serde(default)]
    pub harder: Option<Version>,
    /// Clauses that complete "Leave it for today if …".
    #[serde(default)]
    pub leave_if: Vec<String>,
    /// Words for the three parts of a tempo: towards the end position, staying there, and back.
    #[serde(default)]
    phases: Option<(String, String, String)>,
    /// What one repetition is.
    #[serde(default)]
    counted: Counted,
    /// Where the facts come from.
    #[serde(default)]
    pub sources: Vec<String>,
    /// The figure that shows it.
    #[serde(default)]
    pub figure: Option<Movement>,
    /// The file name of a picture that shows it instead of a figure, beside this file.
    #[serde(default)]
    pub picture: Option<String>,
}

/// What sort of exercise it is, by what it may feel like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[allow(missing_docs)] // The names say it.
pub enum Kind {
    Stretch,
    Strength,
    Mobility,
    Balance,
}

/// A muscle group or joint that an exercise works on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[allow(missing_docs)] // The names are the anatomical terms themselves.
pub enum Target {
    Quadriceps,
    HipFlexors,
    Hamstrings,
    GluteusMaximus,
    GluteusMedius,
    Adductors,
    Calf,
    Soleus,
    TibialisAnterior,
    Core,
    Back,
    /// Turning of the upper back.
    Spine,
    Foot,
    Ankle,
    Knee,
    Balance,
    Breathing,
}

/// A thing one needs for an exercise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[allow(missing_docs)] // The names say it.
pub enum Kit {
    Mat,
    Wall,
    Chair,
    Step,
    LoopBand,
    Strap,
    Roller,
    Towel,
    Ball,
    Wedge,
}

impl Kit {
    /// All of them, in order.
    pub const ALL: [Self; 10] = [
        Self::Mat,
        Self::Wall,
        Self::Chair,
        Self::Step,
        Self::LoopBand,
        Self::Strap,
        Self::Roller,
        Self::Towel,
        Self::Ball,
        Self::Wedge,
    ];

    /// Whether nobody has to own it: there is a wall or a tree, and something to sit on, nearly everywhere.
    pub const fn is_everywhere(self) -> bool {
        matches!(self, Self::Wall | Self::Chair)
    }
}

/// How an exercise uses the two sides of the body when a routine does not say otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Deserialize)]
pub enum Sidedness {
    /// Both sides work together.
    #[default]
    Both,
    /// First one side for its whole time, then the other.
    Each,
    /// The sides take turns, one repetition each.
    Alternating,
}

/// What one repetition of an exercise is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Deserialize)]
pub enum Counted {
    /// A repetition.
    #[default]
    Repetitions,
    /// A breath, in and out.
    Breaths,
}

/// An easier or harder version of an exercise.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub enum Version {
    /// Another exercise of the catalogue.
    Exercise(Id),
    /// A change to this one, in words.
    Text(String),
}

impl Exercise {
    /// Reads one exercise file.
    ///
    /// # Errors
    ///
    /// Everything its author has to put right: the first fault of form, or else every fault of content.
    pub fn read(source: &Source<'_>) -> Result<Self, Vec<Problem>> {
        let exercise: Self = source.read().map_err(|problem| vec![problem])?;
        let mut faults = Faults::of(*source);
        exercise.check(&Path::Whole, &mut faults);
        faults.unless_any(exercise)
    }

    /// Names what does not make sense in it.
    pub(crate) fn check(&self, at: &Path<'_>, faults: &mut Faults<'_>) {
        check_id(&self.id, at, faults);
        self.check_lengths(at, faults);
        if let Some(picture) = &self.picture {
            let at = at.field("picture");
            if self.figure.is_some() {
                faults.add(&at, problem::figure_and_picture());
            }
            if is_outside(picture) {
                faults.add(&at, problem::picture_outside(picture));
            } else if !has_known_kind(picture) && !is_drawing(picture) {
                faults.add(&at, problem::picture_kind(picture));
            }
        }
    }

    /// Names the texts in it that are too long.
    fn check_lengths(&self, at: &Path<'_>, faults: &mut Faults<'_>) {
        check_name(&self.name, &at.field("name"), faults);
        check_text(&self.setup, &at.field("setup"), faults);
        for (field, texts) in [
            ("cues", &self.cues),
            ("leave_if", &self.leave_if),
            ("sources", &self.sources),
        ] {
            check_texts(texts, &at.field(field), faults);
        }
        for (field, version) in [("easier", &self.easier), ("harder", &self.harder)] {
            if let Some(Version::Text(text)) = version {
                check_text(text, &at.field(field), faults);
            }
        }
        if let Some((towards, hold, back)) = &self.phases {
            for (index, word) in [towards, hold, back].into_iter().enumerate() {
                check_name(word, &at.field("phases").entry(index), faults);
            }
        }
    }

    /// What one repetition of it is.
    pub const fn counted(&self) -> Counted {
        self.counted
    }

    /// Its own words for the three parts of a tempo: towards the end position, staying there, and back.
    pub fn phases(&self) -> Option<[&str; 3]> {
        let (towards, hold, back) = self.phases.as_ref()?;
        Some([towards, hold, back])
    }
}

/// Names an id of characters that make poor file names.
pub(crate) fn check_id(id: &str, at: &Path<'_>, faults: &mut Faults<'_>) {
    let is_plain = |character: char| {
        character.is_ascii_lowercase() || character.is_ascii_digit() || character == '-'
    };
    if id.is_empty() || id.len() > LONGEST_ID || !id.chars().all(is_plain) {
        faults.add(&at.field("id"), problem::wrong_id(id));
    }
}

/// The longest id, in characters.
const LONGEST_ID: usize = 80;

/// Whether a picture is anything else than a plain file name.
pub(crate) fn is_outside(picture: &str) -> bool {
    picture.is_empty()
        || picture.starts_with('.')
        || picture.contains(['/', '\\', ':'])
        || picture.chars().any(char::is_control)
}

/// Whether a picture is of a kind that can be shown.
fn has_known_kind(picture: &str) -> bool {
    const KINDS: [&str; 5] = ["png", "jpg", "jpeg", "webp", "gif"];
    let kind = ending(picture);
    KINDS.iter().any(|known| kind.eq_ignore_ascii_case(known))
}

/// Whether a picture is an SVG by its name. Those are not shown, but nothing else is wrong with an exercise that has one.
pub(crate) fn is_drawing(picture: &str) -> bool {
    ending(picture).eq_ignore_ascii_case("svg")
}

fn ending(file: &str) -> &str {
    file.rsplit_once('.').map_or("", |(_, ending)| ending)
}

/// What to say about an exercise id that nobody has described.
pub(crate) fn unknown(id: &str, known: &Catalogue) -> String {
    // Among more than a person can know, a slip is not worth the search.
    const MOST_COMPARED: usize = 2_000;
    problem::unknown_exercise(id, nearest(id, known.ids().take(MOST_COMPARED)))
}
