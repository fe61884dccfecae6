//! What ships inside the binary: exercises, routines and the figures that belong to no exercise. Parsed once.

use std::sync::Arc;

use include_dir::{Dir, include_dir};

use crate::authoring::{Problem, Source};
use crate::exercise::Catalogue;
use crate::figure::Movement;
use crate::routine::Routine;
use crate::words::problem;

static EXERCISES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets/exercises");
static ROUTINES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/routines");
const STANDING: &str = include_str!("../assets/figure/standing.ron");
const SEATED_REST: &str = include_str!("../assets/figure/seated-rest.ron");

/// The routine the program is about, offered first everywhere.
pub const RESET: &str = "post-run-reset-5";
/// The same without the floor.
pub const STANDING_RESET: &str = "post-run-reset-5-standing";

/// Everything that ships inside the binary. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Content {
    /// The exercises.
    pub catalogue: Catalogue,
    /// The routines, the reset first.
    pub routines: Vec<Arc<Routine>>,
    /// The figure at ease.
    pub standing: Option<Arc<Movement>>,
    /// The figure resting.
    pub seated_rest: Option<Arc<Movement>>,
}

impl Content {
    /// Reads all of it. A bundled file with a fault is left out and named; tests see to it that there is none.
    pub fn read() -> (Self, Vec<Problem>) {
        let mut problems = Vec::new();
        let (catalogue, faults) = Catalogue::read(sources(&EXERCISES, &mut problems));
        problems.extend(faults);

        let mut routines = Vec::new();
        for source in sources(&ROUTINES, &mut problems) {
            match Routine::read(&source, &catalogue) {
                Ok(routine) => routines.push(Arc::new(routine)),
                Err(faults) => problems.extend(faults),
            }
        }
        routines.sort_by_key(|routine| (rank(&routine.id), routine.name.clone()));

        let mut figure = |name, text| {
            let movement = Source { name, text }.read();
            movement
                .map(Arc::new)
                .map_err(|problem| problems.push(problem))
                .ok()
        };
        let content = Self {
            standing: figure("standing.ron", STANDING),
            seated_rest: figure("seated-rest.ron", SEATED_REST),
            catalogue,
            routines,
        };
        (content, problems)
    }

    /// The bundled routine with this id.
    pub fn routine(&self, id: &str) -> Option<&Arc<Routine>> {
        self.routines.iter().find(|routine| &*routine.id == id)
    }
}

fn rank(id: &str) -> u8 {
    match id {
        RESET => 0,
        STANDING_RESET => 1,
        _ => 2,
    }
}

/// The texts of a folder, in order of name.
fn sources(folder: &'static Dir<'_>, problems: &mut Vec<Problem>) -> Vec<Source<'static>> {
    let mut sources: Vec<_> = folder
        .files()
        .filter_map(|file| {
            let name = file.path().to_str()?;
            match file.contents_utf8() {
                Some(text) => Some(Source { name, text }),
                None => {
                    problems.push(Problem::of_file(name, problem::not_text()));
                    None
                }
            }
        })
        .collect();
    sources.sort_by_key(|source| source.name);
    sources
}
