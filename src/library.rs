//! Routines and exercises on the disk: reading one file, a person's own folder, and checking whatever they write.

pub mod add;
pub mod picture;

mod check;
mod file;
mod file_name;
mod fingerprint;
mod folder_watcher;
mod list;
mod pictures;
mod problems;
mod unknown_conditions;
mod user_routines;
mod validate;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::authoring::{Faults, Path as Way, Problem, Source};
use crate::catalog::Summary;
use crate::exercise::{Catalogue, Exercise};
use crate::routine::Routine;
use file::{Texts, exercises_first, folder_of, read_text, texts_under};
use validate::validate;

pub use check::{Report, check};
pub use fingerprint::Fingerprint;
pub use folder_watcher::FolderWatcher;
pub use list::{Entry, routines};
pub use user_routines::RoutineFolder;

/// A routine with the folder its pictures are in.
#[derive(Debug, Clone)]
pub struct LoadedRoutine {
    /// The routine.
    pub routine: Arc<Routine>,
    /// Where the file is; none for bundled routines.
    pub folder: Option<PathBuf>,
}

/// A routine of one's own, summed up, and the file with the whole of it.
#[derive(Debug, Clone)]
pub struct RoutineFile {
    /// The routine in few words.
    pub summary: Arc<Summary>,
    /// Where the whole of it is.
    pub file: Arc<Path>,
}

/// A routine that someone chose.
#[derive(Debug, Clone)]
pub enum RoutineRef {
    /// It is at hand.
    Loaded(LoadedRoutine),
    /// It has to be read first.
    File(RoutineFile),
}

/// Reads one routine file. Nothing about it may be left to put right, its pictures included.
///
/// # Errors
///
/// Everything its author has to put right.
pub fn read_routine(path: &Path, catalogue: &Catalogue) -> Result<LoadedRoutine, Vec<Problem>> {
    let (loaded, problems) = read_with_faults(path, catalogue)?;
    if problems.is_empty() {
        Ok(loaded)
    } else {
        Err(problems)
    }
}

/// Reads one routine file, and what has to be put right although it can be done as it is.
fn read_with_faults(
    path: &Path,
    catalogue: &Catalogue,
) -> Result<(LoadedRoutine, Vec<Problem>), Vec<Problem>> {
    let name = path.display().to_string();
    let text = read_text(path).map_err(|problem| vec![problem])?;
    let source = Source {
        name: &name,
        text: &text,
    };
    let folder = folder_of(path);
    let (routine, problems) = validate(&source, catalogue, folder)?;
    let loaded = LoadedRoutine {
        routine: Arc::new(routine),
        folder: Some(folder.to_path_buf()),
    };
    Ok((loaded, problems))
}

/// Reads the exercises in some paths, those that routines describe among them, and what is wrong with them. Where two have
/// the same id, that of an exercise file counts.
pub fn exercises(paths: &[PathBuf]) -> (Catalogue, Vec<Problem>) {
    let Texts {
        texts,
        mut problems,
        ..
    } = texts_under(paths);
    let (files, routines) = exercises_first(&texts);
    let (mut catalogue, faults) = Catalogue::read(files.iter().map(|text| text.source()));
    problems.extend(faults);
    for text in routines {
        let source = text.source();
        match source.read_field::<Vec<Exercise>>(&source.outline(), "exercises") {
            Ok(own) => {
                let mut faults = Faults::of(source);
                let list = Way::Whole.field("exercises");
                for (index, exercise) in own.into_iter().flatten().enumerate() {
                    let before = faults.count();
                    exercise.check(&list.entry(index), &mut faults);
                    if faults.count() == before && catalogue.get(&exercise.id).is_none() {
                        catalogue.put(exercise);
                    }
                }
                problems.extend(faults.into_problems());
            }
            Err(problem) => problems.push(problem),
        }
    }
    (catalogue, problems)
}
