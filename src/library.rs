//! Routines and exercises on the disk: reading one file, a person's own folder, and checking whatever they write.

pub mod picture;

mod beside;
mod check;
mod file;
mod glance;
mod list;
mod serves;
mod shelf;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::authoring::{Problem, Source};
use crate::exercise::Catalogue;
use crate::routine::Routine;
use file::{Texts, describes_exercise, read_text, sources, texts_under};

pub use check::{Report, check};
pub use glance::Glance;
pub use list::{Entry, routines};
pub use shelf::Shelf;

/// A routine with the folder its pictures are in.
#[derive(Debug, Clone)]
pub struct Shelved {
    /// The routine.
    pub routine: Arc<Routine>,
    /// Where the file is; none for bundled routines.
    pub folder: Option<PathBuf>,
}

/// Reads one routine file.
///
/// # Errors
///
/// Everything its author has to put right.
pub fn read_routine(path: &Path, catalogue: &Catalogue) -> Result<Shelved, Vec<Problem>> {
    let name = path.display().to_string();
    let text = read_text(path).map_err(|problem| vec![problem])?;
    let source = Source {
        name: &name,
        text: &text,
    };
    let routine = Routine::read(&source, catalogue)?;
    Ok(Shelved {
        routine: Arc::new(routine),
        folder: path.parent().map(Path::to_path_buf),
    })
}

/// Reads the exercise files among some paths, and what is wrong with them. Routines are passed over.
pub fn exercises(paths: &[PathBuf]) -> (Catalogue, Vec<Problem>) {
    let Texts {
        texts,
        mut problems,
        ..
    } = texts_under(paths);
    let (catalogue, faults) = Catalogue::read(sources(&texts).filter(describes_exercise));
    problems.extend(faults);
    (catalogue, problems)
}
