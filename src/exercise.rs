//! Exercises: what a body does, without saying for how long.

mod catalogue;

use std::sync::Arc;

use serde::Deserialize;

use crate::authoring::{FORMAT, Problem, Source, nearest};
use crate::figure::Movement;
use crate::words::problem;

pub use crate::figure::Side;
pub use catalogue::Catalogue;

/// The name an exercise or routine goes by in files: lower-case letters, digits and hyphens.
pub type Id = Arc<str>;

/// What a body does: position, cues, versions, and the figure that shows it.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exercise {
    /// Version of the format the file is written in.
    #[serde(default = "newest_format")]
    format: u32,
    /// The name other files call it by.
    pub id: Id,
    /// The name people call it by.
    pub name: String,
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
    TibialisAnterior,
    Core,
    Foot,
    Knee,
}

/// A thing one needs for an exercise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
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
    /// What its author has to put right, with the place.
    pub fn read(source: &Source<'_>) -> Result<Self, Problem> {
        let exercise: Self = source.read()?;
        exercise.checked(source)
    }

    /// The same exercise if everything in it makes sense.
    pub(crate) fn checked(self, source: &Source<'_>) -> Result<Self, Problem> {
        check_head(self.format, &self.id, source)?;
        if let Some(picture) = &self.picture {
            if self.figure.is_some() {
                return Err(source.problem_at("picture", problem::figure_and_picture()));
            }
            check_picture(picture, source)?;
        }
        Ok(self)
    }

    /// Words for the three parts of a tempo: towards the end position, staying there, and back.
    pub fn phase_words(&self) -> [&str; 3] {
        match &self.phases {
            Some((towards, hold, back)) => [towards, hold, back],
            None => crate::words::player::PHASES,
        }
    }
}

/// Checks what exercise and routine files begin with.
pub(crate) fn check_head(format: u32, id: &str, source: &Source<'_>) -> Result<(), Problem> {
    if format > FORMAT {
        return Err(source.problem_at("format", problem::newer_format(format, FORMAT)));
    }
    let plain = |character: char| {
        character.is_ascii_lowercase() || character.is_ascii_digit() || character == '-'
    };
    if id.is_empty() || id.len() > 80 || !id.chars().all(plain) {
        return Err(source.problem_at(&format!("\"{id}\""), problem::wrong_id(id)));
    }
    Ok(())
}

/// A picture has to be a plain file name of a kind that can be shown.
fn check_picture(picture: &str, source: &Source<'_>) -> Result<(), Problem> {
    let outside =
        picture.is_empty() || picture.starts_with('.') || picture.contains(['/', '\\', ':', '\0']);
    if outside {
        return Err(source.problem_at(picture, problem::picture_outside(picture)));
    }
    let kind = picture
        .rsplit_once('.')
        .map(|(_, ending)| ending.to_ascii_lowercase());
    match kind.as_deref() {
        Some("png" | "jpg" | "jpeg" | "webp" | "gif" | "svg") => Ok(()),
        _ => Err(source.problem_at(picture, problem::picture_kind(picture))),
    }
}

/// The problem of an exercise id that nobody has described.
pub(crate) fn unknown(id: &str, known: &Catalogue, source: &Source<'_>) -> Problem {
    let meant = nearest(id, known.ids());
    source.problem_at(&format!("\"{id}\""), problem::unknown_exercise(id, meant))
}

pub(crate) const fn newest_format() -> u32 {
    FORMAT
}
