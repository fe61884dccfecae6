//! Checking what people write by hand: everything a file's author has to put right, figures and pictures included.

use std::path::PathBuf;

use super::file::{Texts, describes_exercise, exercises_first, texts_under};
use super::pictures::{poor_pictures, unusable_pictures};
use super::validate::{Ids, id_taken, validate};
use crate::authoring::{Faults, Path as Way, Problem, Source};
use crate::content::Content;
use crate::exercise::{Catalogue, Exercise};
use crate::figure::Movement;

/// How many key frames of one file are measured: each takes some tenths of a millisecond.
const MOST_MEASURED: usize = 500;

/// What checking some paths found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// How many files were looked at.
    pub files: usize,
    /// What is wrong with them.
    pub problems: Vec<Problem>,
}

/// Checks routine and exercise files, and those in folders.
///
/// Exercises found on the way are known to the routines beside them. A routine may have the id of a bundled one only if it
/// is that one.
pub fn check(paths: &[PathBuf], content: &Content) -> Report {
    let Texts {
        files,
        texts,
        problems,
    } = texts_under(paths);
    let mut report = Report { files, problems };
    let (exercises, mut routines) = exercises_first(&texts);

    let (mut catalogue, problems) = Catalogue::read(exercises.iter().map(|text| text.source()));
    report.problems.extend(problems);
    catalogue.borrow_missing(&content.catalogue);
    let mut ids = Ids::default();
    routines.sort_by(|one, other| one.older(other));
    for text in routines {
        let source = text.source();
        match validate(&source, &catalogue, text.folder()) {
            Ok((routine, problems)) => {
                report.problems.extend(problems);
                let is_bundled = |id: &str| {
                    let bundled = content.routine(id);
                    bundled.is_some_and(|bundled| **bundled != routine)
                };
                if let Err(sentence) = ids.give(&routine.id, source.name, is_bundled) {
                    report.problems.extend(id_taken(source, sentence));
                }
            }
            Err(problems) => report.problems.extend(problems),
        }
    }
    for text in exercises {
        report
            .problems
            .extend(unusable_pictures(&text.source(), text.folder()));
    }
    for text in &texts {
        report
            .problems
            .extend(poor_pictures(&text.source(), text.folder()));
        report
            .problems
            .extend(impossible_figures(&text.source(), &catalogue));
    }
    report.problems.sort_by(|one, other| {
        let order = |problem: &Problem| (problem.file.clone(), problem.place);
        order(one).cmp(&order(other))
    });
    report
}

/// What is wrong with the exercises of a file that can be used all the same: postures that no body could take up, and
/// versions that nobody has described.
fn impossible_figures(source: &Source<'_>, catalogue: &Catalogue) -> Vec<Problem> {
    let mut faults = Faults::of(*source);
    if describes_exercise(source) {
        if let Ok(exercise) = Exercise::read(source) {
            exercise.lint(catalogue, &Way::Whole, &mut faults);
        }
    } else if let Ok(Some(own)) = source.read_field::<Vec<Exercise>>(&source.outline(), "exercises")
    {
        let list = Way::Whole.field("exercises");
        let mut known = catalogue.clone();
        for exercise in &own {
            known.put(exercise.clone());
        }
        let mut measured = 0;
        for (index, exercise) in own.iter().enumerate() {
            measured += exercise.figure.as_ref().map_or(0, Movement::frame_count);
            if measured > MOST_MEASURED {
                break;
            }
            exercise.lint(&known, &list.entry(index), &mut faults);
        }
    }
    faults.into_problems()
}
