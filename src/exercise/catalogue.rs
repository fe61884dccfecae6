//! The exercises one can choose from, by id.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Exercise, Id, Version};
use crate::authoring::{Problem, Source};
use crate::words::problem;

/// Exercises by id. Cheap to clone: the exercises themselves are shared.
#[derive(Debug, Clone, Default)]
pub struct Catalogue {
    exercises: BTreeMap<Id, Arc<Exercise>>,
}

impl Catalogue {
    /// Reads every source; what cannot be read is left out and named.
    pub fn read<'a>(sources: impl IntoIterator<Item = Source<'a>>) -> (Self, Vec<Problem>) {
        let mut catalogue = Self::default();
        let mut problems = Vec::new();

        for source in sources {
            let added =
                Exercise::read(&source).and_then(|exercise| catalogue.add(exercise, &source));
            problems.extend(added.err());
        }
        (catalogue, problems)
    }

    /// Adds one exercise.
    ///
    /// # Errors
    ///
    /// When its id is taken, or its easier and harder versions lead back to itself.
    pub fn add(&mut self, exercise: Exercise, source: &Source<'_>) -> Result<(), Problem> {
        let id = exercise.id.clone();
        if self.exercises.contains_key(&id) {
            return Err(source.problem_at(&format!("\"{id}\""), problem::repeated_id(&id)));
        }
        let is_circle = self.leads_to(exercise.easier.as_ref(), &id, |next| next.easier.as_ref())
            || self.leads_to(exercise.harder.as_ref(), &id, |next| next.harder.as_ref());
        if is_circle {
            return Err(source.problem_at(&format!("\"{id}\""), problem::circle_of_versions(&id)));
        }
        let _ = self.exercises.insert(id, Arc::new(exercise));
        Ok(())
    }

    fn leads_to<'a>(
        &'a self,
        mut version: Option<&'a Version>,
        id: &str,
        follow: impl Fn(&'a Exercise) -> Option<&'a Version>,
    ) -> bool {
        // Everything already here is free of circles, so this walk ends.
        while let Some(Version::Exercise(next)) = version {
            if &**next == id {
                return true;
            }
            version = self.exercises.get(next).and_then(|next| follow(next));
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
