//! Judging a routine file: whether it can be played, and everything its author has to put right.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

use super::pictures::unusable_pictures;
use super::unknown_conditions::unknown_conditions;
use crate::authoring::{Faults, Path as Way, Problem, Source, problem, seen_from};
use crate::exercise::{Catalogue, Id};
use crate::routine::Routine;
use crate::words::user_routines as words;

/// Reads a routine whose pictures are in this folder. Beside it comes what has to be put right although the routine can
/// be read; nobody is offered one with such faults.
///
/// # Errors
///
/// Everything its author has to put right, where it cannot be read.
pub(super) fn validate(
    source: &Source<'_>,
    catalogue: &Catalogue,
    folder: &Path,
) -> Result<(Routine, Vec<Problem>), Vec<Problem>> {
    let pictures = unusable_pictures(source, folder);
    match Routine::read(source, catalogue) {
        Ok(routine) => {
            let mut faults = Faults::of(*source);
            unknown_conditions(&routine, &mut faults);
            let mut problems = faults.into_problems();
            problems.extend(pictures);
            Ok((routine, problems))
        }
        Err(mut problems) => {
            problems.extend(pictures);
            Err(problems)
        }
    }
}

/// The ids of routines, each with the file that has it.
#[derive(Debug, Default)]
pub(super) struct Ids(HashMap<Id, Box<str>>);

impl Ids {
    /// Gives an id to the routine in a file; the oldest file should ask first. `is_bundled` tells the ids that other routines
    /// brought along.
    ///
    /// # Errors
    ///
    /// The sentence that says why it cannot be had.
    pub fn give(
        &mut self,
        id: &Id,
        file: &str,
        is_bundled: impl Fn(&str) -> bool,
    ) -> Result<(), String> {
        if is_bundled(id) {
            return Err(words::bundled_id(id));
        }
        if let Some(other) = self.0.get(id) {
            return Err(problem::repeated_in(id, seen_from(file, other)));
        }
        let _ = self.0.insert(Arc::clone(id), file.into());
        Ok(())
    }
}

/// What is wrong with the id of a file, with its place.
pub(super) fn id_taken(source: Source<'_>, sentence: String) -> Vec<Problem> {
    let mut faults = Faults::of(source);
    faults.add(&Way::Whole.field("id"), sentence);
    faults.into_problems()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    fn validated(routine: &str) -> Result<Vec<String>, Vec<String>> {
        let folder = tempfile::tempdir().unwrap();
        let source = Source {
            name: "mine.ron",
            text: routine,
        };
        let sentences = |problems: Vec<Problem>| {
            let told = problems.into_iter().map(|problem| problem.to_string());
            told.collect::<Vec<_>>()
        };
        validate(&source, &Catalogue::default(), folder.path())
            .map(|(_, problems)| sentences(problems))
            .map_err(sentences)
    }

    #[test]
    fn what_can_be_read_is_told_what_is_left_to_put_right() {
        let good = r#"(id: "mine", name: "Mine", kind: Mobility, serves: ["pfp"], items: [
            Exercise(id: "lean", dose: Hold(20)),
        ], exercises: [(id: "lean", name: "Lean")])"#;
        assert_eq!(validated(good), Ok(Vec::new()));

        let odd = good
            .replace("pfp", "pfpp")
            .replace(r#""Lean""#, r#""Lean", picture: "gone.png""#);
        let problems = validated(&odd).unwrap();
        assert_eq!(problems.len(), 2, "{problems:?}");
        assert!(problems[0].contains("pfpp") && problems[0].contains("mine.ron:1:"));
        assert!(problems[1].contains("gone.png") && problems[1].contains("mine.ron:3:"));
    }

    #[test]
    fn what_cannot_be_read_is_told_everything_at_once() {
        let routine = r#"(id: "mine", name: "Mine", kind: Mobility, items: [
            Exercise(id: "run", dose: Hold(20)),
        ], exercises: [(id: "lean", name: "Lean", picture: "gone.png")])"#;
        let problems = validated(routine).unwrap_err();
        assert!(
            problems.iter().any(|problem| problem.contains("run")),
            "{problems:?}"
        );
        assert!(
            problems.iter().any(|problem| problem.contains("gone.png")),
            "{problems:?}"
        );
    }

    #[test]
    fn an_id_is_given_once_and_not_taken_from_a_bundled_routine() {
        let mut ids = Ids::default();
        let (mine, reset) = (Id::from("mine"), Id::from("reset"));
        let is_bundled = |id: &str| id == "reset";
        assert_eq!(ids.give(&mine, "/home/a.ron", is_bundled), Ok(()));
        assert_eq!(
            ids.give(&mine, "/home/b.ron", is_bundled),
            Err(problem::repeated_in("mine", "a.ron"))
        );
        assert_eq!(
            ids.give(&mine, "/elsewhere/b.ron", is_bundled),
            Err(problem::repeated_in("mine", "/home/a.ron"))
        );
        assert_eq!(
            ids.give(&reset, "/home/c.ron", is_bundled),
            Err(words::bundled_id("reset"))
        );
    }
}
