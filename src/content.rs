//! What ships inside the binary: exercises, routines and the figures that belong to no exercise. Parsed once.

use std::sync::Arc;

use include_dir::{Dir, include_dir};

use crate::authoring::problem;
use crate::authoring::{Problem, Source};
use crate::exercise::Catalogue;
use crate::figure::Movement;
use crate::knee::{Knowledge, Sources, View};
use crate::routine::Routine;

static EXERCISES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets/exercises");
static ROUTINES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/routines");
static CONDITIONS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets/knee/conditions");
const STANDING: &str = include_str!("../assets/figure/standing.ron");
/// A file about knees, by its name in that folder.
macro_rules! knee_file {
    ($name:literal) => {
        Source {
            name: concat!("knee/", $name),
            text: include_str!(concat!("../assets/knee/", $name)),
        }
    };
}
const SEATED_REST: &str = include_str!("../assets/figure/seated-rest.ron");

/// The routine the program is about, offered first everywhere.
pub const RESET: &str = "post-run-reset-5";
/// The same without the floor.
pub const STANDING_RESET: &str = "post-run-reset-5-standing";

/// What one does on a day without a run.
pub const REST_DAY: &str = "rest-day-reset";
/// Where strength begins: at the hips.
pub const STRENGTH: &str = "glute-strength";
/// What comes before a run.
pub const WARM_UP: &str = "pre-run-dynamic";

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

/// Reads everything about knees, apart from the rest because only the knee map needs it. It takes some milliseconds:
/// not for the thread that draws, and not for start-up. What has a fault is named; tests see to it that there is none.
pub fn knowledge() -> (Knowledge, Vec<Problem>) {
    let mut problems = Vec::new();
    let sources = Sources {
        conditions: sources(&CONDITIONS, &mut problems),
        questions: knee_file!("questions.ron"),
        checks: knee_file!("checks.ron"),
        red_flags: knee_file!("red-flags.ron"),
        regions: knee_file!("regions.ron"),
        likelihoods: knee_file!("likelihoods.ron"),
        places: knee_file!("places.ron"),
        outlines: knee_file!("outlines.ron"),
    };
    let (knowledge, faults) = Knowledge::read(&sources);
    problems.extend(faults);
    (knowledge, problems)
}

/// The picture of the right knee from a side, as a PNG of 1200 by 1600 pixels.
pub fn knee_picture(view: View) -> &'static [u8] {
    match view {
        View::Front => include_bytes!("../assets/knee/front@2x.png"),
        View::Lateral => include_bytes!("../assets/knee/lateral@2x.png"),
        View::Medial => include_bytes!("../assets/knee/medial@2x.png"),
        View::Back => include_bytes!("../assets/knee/back@2x.png"),
    }
}

/// The same right knee as its skin shows it.
pub fn skin_picture(view: View) -> &'static [u8] {
    match view {
        View::Front => include_bytes!("../assets/knee/skin-front@2x.png"),
        View::Lateral => include_bytes!("../assets/knee/skin-lateral@2x.png"),
        View::Medial => include_bytes!("../assets/knee/skin-medial@2x.png"),
        View::Back => include_bytes!("../assets/knee/skin-back@2x.png"),
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
