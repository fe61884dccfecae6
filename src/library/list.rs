//! What is on the user_routines, as a table for people and as JSON for programs.

use std::collections::HashSet;
use std::path::PathBuf;
use std::time::Duration;

use serde::Serialize;
use serde_json::Number;

use super::file::{Texts, exercises_first, texts_under};
use super::validate::{Ids, id_taken, validate};
use crate::authoring::Problem;
use crate::catalog::Summary;
use crate::exercise::Catalogue;
use crate::words::{exercise, page};

/// One routine of the user_routines, in the words of `kneewise list --json`.
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
            equipment: routine.kit.iter().map(exercise::kit).collect(),
            serves: routine
                .serves
                .iter()
                .map(|condition| condition.id().to_owned())
                .collect(),
            mine,
            kind_word: page::kind(routine.kind),
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
    let (exercises, files) = exercises_first(&texts);
    let (mut catalogue, faults) = Catalogue::read(exercises.iter().map(|text| text.source()));
    problems.extend(faults);
    catalogue.borrow_missing(bundled);

    let mut validated = Vec::new();
    for text in files {
        match validate(&text.source(), &catalogue, text.folder()) {
            Ok((routine, faults)) if faults.is_empty() => {
                validated.push((text, Summary::of(&routine)));
            }
            Ok((_, faults)) | Err(faults) => problems.extend(faults),
        }
    }
    let mut by_age: Vec<usize> = (0..validated.len()).collect();
    by_age.sort_by(|one, other| validated[*one].0.older(validated[*other].0));
    let mut ids = Ids::default();
    let mut refused = HashSet::new();
    for index in by_age {
        let (text, routine) = &validated[index];
        let source = text.source();
        if let Err(sentence) = ids.give(&routine.id, source.name, |_| false) {
            problems.extend(id_taken(source, sentence));
            let _ = refused.insert(index);
        }
    }
    let routines = validated.into_iter().enumerate();
    let routines = routines.filter(|(index, _)| !refused.contains(index));
    let routines = routines.map(|(_, (_, routine))| routine).collect();
    (routines, problems)
}
