//! What is on the shelf, as a table for people and as JSON for programs.

use std::path::{Path, PathBuf};
use std::time::Duration;

use serde::Serialize;
use serde_json::Number;

use super::file::{Texts, describes_exercise, folder_of, sources, texts_under};
use super::judge::{Ids, judge, odd_id};
use crate::authoring::Problem;
use crate::exercise::{Catalogue, Kit};
use crate::shelf::Summary;

/// One routine of the shelf, in the words of `kneewise list --json`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Entry {
    /// The name other files call it by.
    pub id: String,
    /// The name people call it by.
    pub name: String,
    /// What sort of routine it is: recovery, strength, mobility, `warm_up` or `pain_relief`.
    pub kind: &'static str,
    /// How long it takes from getting ready to the finish, in seconds.
    pub seconds: Number,
    /// How many steps the player numbers: sets on one side, and rests.
    pub steps: usize,
    /// What one needs for it.
    pub equipment: Vec<&'static str>,
    /// Ids of the conditions it serves.
    pub serves: Vec<String>,
    /// Whether it is the user's own rather than bundled.
    pub mine: bool,
    /// For people: what the kind is called.
    #[serde(skip)]
    pub kind_word: &'static str,
    /// For people: the same length.
    #[serde(skip)]
    pub length: Duration,
}

impl Entry {
    /// A routine as it is listed.
    pub fn of(routine: &Summary, mine: bool) -> Self {
        Self {
            id: routine.id.to_string(),
            name: routine.name.to_string(),
            kind: routine.kind.id(),
            seconds: seconds(routine.length),
            steps: routine.steps,
            equipment: routine.kit.iter().map(Kit::word).collect(),
            serves: routine
                .serves
                .iter()
                .map(|condition| condition.id().to_owned())
                .collect(),
            mine,
            kind_word: routine.kind.word(),
            length: routine.length,
        }
    }
}

/// Whole seconds without a point; a part of a second is not lost.
fn seconds(length: Duration) -> Number {
    if length.subsec_nanos() == 0 {
        length.as_secs().into()
    } else {
        Number::from_f64(length.as_secs_f64()).unwrap_or_else(|| length.as_secs().into())
    }
}

/// The routines under some paths. Exercises found on the way are known to them, and so are the bundled ones.
pub fn routines(paths: &[PathBuf], bundled: &Catalogue) -> (Vec<Summary>, Vec<Problem>) {
    let Texts {
        texts,
        mut problems,
        ..
    } = texts_under(paths);
    let (exercises, files): (Vec<_>, Vec<_>) = sources(&texts).partition(describes_exercise);
    let (mut catalogue, faults) = Catalogue::read(exercises);
    problems.extend(faults);
    catalogue.borrow_missing(bundled);

    let mut routines = Vec::new();
    let mut ids = Ids::default();
    for source in files {
        let folder = folder_of(Path::new(source.name));
        match judge(&source, &catalogue, folder) {
            Ok((routine, faults)) if faults.is_empty() => match ids.give(&routine.id, |_| false) {
                Ok(()) => routines.push(Summary::of(&routine)),
                Err(sentence) => problems.extend(odd_id(source, sentence)),
            },
            Ok((_, faults)) | Err(faults) => problems.extend(faults),
        }
    }
    (routines, problems)
}
