//! The exercises one can choose from, by id.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Exercise, Id, Version};
use crate::authoring::{Faults, Path, Problem, Source, problem, seen_from};

/// How many easier versions of easier versions are looked at; nobody writes more.
const LONGEST_CHAIN: usize = 32;

/// Exercises by id. Cheap to clone: the exercises themselves are shared.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Catalogue {
    exercises: BTreeMap<Id, Arc<Exercise>>,
}

impl Catalogue {
    /// Reads every source; what cannot be read is left out and named. Of two with the same id, the first counts.
    pub fn read<'a>(sources: impl IntoIterator<Item = Source<'a>>) -> (Self, Vec<Problem>) {
        let mut catalogue = Self::default();
        let mut read = Vec::new();
        let mut problems = Vec::new();
        let mut files: BTreeMap<Id, &str> = BTreeMap::new();

        for source in sources {
            match Exercise::read(&source) {
                Ok(exercise) => {
                    let mut faults = Faults::of(source);
                    let id = exercise.id.clone();
                    if let Some(other) = files.get(&id) {
                        let sentence = problem::repeated_in(&id, seen_from(source.name, other));
                        faults.add(&Path::Whole.field("id"), sentence);
                    } else {
                        let _ = files.insert(id.clone(), source.name);
                        catalogue.put(exercise);
                    }
                    read.push((id, faults));
                }
                Err(faults) => problems.extend(faults),
            }
        }
        // Only now is it known what the versions of each lead to. All of a circle are named before any is left out.
        let mut circles = Vec::new();
        for (id, mut faults) in read {
            let before = faults.count();
            catalogue.check_versions(&id, &Path::Whole, &mut faults);
            if faults.count() > before {
                circles.push(id);
            }
            problems.extend(faults.into_problems());
        }
        for id in circles {
            let _ = catalogue.exercises.remove(&id);
        }
        (catalogue, problems)
    }

    /// Adds an exercise, in place of another of the same id if there is one.
    pub fn put(&mut self, exercise: Exercise) {
        let _ = self
            .exercises
            .insert(exercise.id.clone(), Arc::new(exercise));
    }

    /// Names the easier and harder versions of an exercise that lead back to it.
    pub(crate) fn check_versions(&self, id: &str, at: &Path<'_>, faults: &mut Faults<'_>) {
        if self.is_circle(id, |exercise| exercise.easier.as_ref()) {
            faults.add(&at.field("easier"), problem::circle_of_versions(id));
        }
        if self.is_circle(id, |exercise| exercise.harder.as_ref()) {
            faults.add(&at.field("harder"), problem::circle_of_versions(id));
        }
    }

    fn is_circle<'a>(
        &'a self,
        id: &str,
        version: impl Fn(&'a Exercise) -> Option<&'a Version>,
    ) -> bool {
        let mut exercise = self.get(id);
        for _ in 0..LONGEST_CHAIN {
            let Some(Version::Exercise(next)) = exercise.and_then(|exercise| version(exercise))
            else {
                return false;
            };
            if &**next == id {
                return true;
            }
            exercise = self.get(next);
        }
        false
    }

    /// Adds every exercise of `other` whose id is still free.
    pub fn borrow_missing(&mut self, other: &Self) {
        for (id, exercise) in &other.exercises {
            if !self.exercises.contains_key(id) {
                let _ = self.exercises.insert(id.clone(), Arc::clone(exercise));
            }
        }
    }

    /// The exercise with this id.
    pub fn get(&self, id: &str) -> Option<&Arc<Exercise>> {
        self.exercises.get(id)
    }

    /// Every id, in order.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.exercises.keys().map(|id| &**id)
    }

    /// Every exercise, in order of id.
    pub fn iter(&self) -> impl Iterator<Item = &Arc<Exercise>> {
        self.exercises.values()
    }
}
