//! What stands in the catalog: worked out once behind the drawing, then shared by every page that shows it.

use std::collections::HashMap;
use std::sync::Arc;

use crate::catalog::{Catalog, Owner, Summary};
use crate::exercise::Exercise;
use crate::figure::Movement;
use crate::knee::{Findings, Knowledge};
use crate::library::RoutineRef;
use crate::routine::Kind;
use crate::words::catalog::LEXICON;

/// What stands in the catalog.
#[derive(Debug)]
pub struct RoutineIndex {
    catalog: Catalog,
    /// The routine at each place, for when it is chosen.
    chosen: Vec<RoutineRef>,
    /// For each routine, which cover it has: many share one.
    covers: Vec<Option<usize>>,
    exercises: Vec<Arc<Exercise>>,
    counts: Vec<(Option<Kind>, usize)>,
    rest: Option<Arc<Movement>>,
}

impl RoutineIndex {
    /// Puts routines into the catalog, which takes a while for thousands of them: not for the thread that draws. Those
    /// with a folder are the person's own. `rest` is the figure that is shown where nothing is found.
    pub fn new(
        chosen: Vec<RoutineRef>,
        knowledge: &Knowledge,
        findings: &Findings,
        rest: Option<Arc<Movement>>,
    ) -> Self {
        let owned = chosen.iter().map(|one| match one {
            RoutineRef::Loaded(loaded) => {
                let owner = match loaded.folder {
                    Some(_) => Owner::Mine,
                    None => Owner::Bundled,
                };
                (Arc::new(Summary::of(&loaded.routine)), owner)
            }
            RoutineRef::File(routine_file) => (Arc::clone(&routine_file.summary), Owner::Mine),
        });
        let catalog = Catalog::new(owned, knowledge, findings, &LEXICON);

        let mut exercises = Vec::new();
        let mut known = HashMap::new();
        let covers = catalog.entries().iter().map(|entry| {
            let cover = entry.routine.cover.as_ref()?;
            Some(*known.entry(Arc::as_ptr(cover)).or_insert_with(|| {
                exercises.push(Arc::clone(cover));
                exercises.len() - 1
            }))
        });
        let covers = covers.collect();
        let kinds = std::iter::once(None).chain(Kind::ALL.map(Some));
        let counts = kinds.map(|kind| (kind, catalog.count(kind))).collect();
        Self {
            catalog,
            chosen,
            covers,
            exercises,
            counts,
            rest,
        }
    }

    /// The catalog itself.
    pub fn catalog(&self) -> &Catalog {
        &self.catalog
    }

    /// The routine at a place.
    pub fn chosen(&self, place: usize) -> Option<&RoutineRef> {
        self.chosen.get(place)
    }

    /// How many covers there are.
    pub fn covers(&self) -> usize {
        self.exercises.len()
    }

    /// The cover of the routine at a place.
    pub fn cover(&self, place: usize) -> Option<usize> {
        self.covers.get(place).copied().flatten()
    }

    /// The figure of a cover.
    pub fn movement(&self, cover: usize) -> Option<&Movement> {
        self.exercises.get(cover)?.figure.as_ref()
    }

    /// The figure that is shown where nothing is found.
    pub fn rest(&self) -> Option<&Movement> {
        self.rest.as_deref()
    }

    /// The kinds there are, with how many there are of each; none is all of them, and comes first.
    pub fn counts(&self) -> impl Iterator<Item = (Option<Kind>, usize)> {
        self.counts
            .iter()
            .copied()
            .filter(|(kind, count)| kind.is_none() || *count > 0)
    }
}
