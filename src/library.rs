//! Routines and exercises on the disk: reading one file, and checking whole folders of them.

pub mod picture;

use std::collections::HashSet;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::authoring::{self, Faults, LONGEST_TEXT, Problem, Source};
use crate::exercise::{self, Catalogue};
use crate::routine::Routine;
use crate::words::problem;

/// How deep folders are searched.
const DEEPEST_FOLDER: usize = 8;

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
/// Exercises found on the way are known to the routines beside them.
pub fn check(paths: &[PathBuf], bundled: &Catalogue) -> Report {
    let mut report = Report::default();
    let mut files = Vec::new();
    for path in paths {
        collect(path, 0, &mut files, &mut report.problems);
    }

    let mut texts = Vec::new();
    for path in files {
        report.files += 1;
        match read_text(&path) {
            Ok(text) => texts.push((path.display().to_string(), text)),
            Err(problem) => report.problems.push(problem),
        }
    }

    let sources = texts.iter().map(|(name, text)| Source { name, text });
    let (exercises, routines): (Vec<_>, Vec<_>) = sources.clone().partition(describes_exercise);

    let (mut catalogue, problems) = Catalogue::read(exercises);
    report.problems.extend(problems);
    catalogue.borrow_missing(bundled);
    let mut ids = HashSet::new();
    for source in routines {
        match Routine::read(&source, &catalogue) {
            Ok(routine) => {
                if let Some(id) = ids.replace(routine.id) {
                    let mut faults = Faults::of(source);
                    faults.add(
                        &authoring::Path::Whole.field("id"),
                        problem::repeated_id(&id),
                    );
                    report.problems.extend(faults.into_problems());
                }
            }
            Err(problems) => report.problems.extend(problems),
        }
    }
    for source in sources {
        report.problems.extend(missing_pictures(&source));
    }
    report.problems.sort_by(|one, other| {
        let order = |problem: &Problem| (problem.file.clone(), problem.place);
        order(one).cmp(&order(other))
    });
    report
}

/// The pictures a file names that are not beside it.
fn missing_pictures(source: &Source<'_>) -> Vec<Problem> {
    let folder = Path::new(source.name).parent().unwrap_or(Path::new(""));
    let mut problems = Vec::new();
    for (file, place) in source.texts_of("exercises", "picture") {
        // What is not a plain name has been named already.
        if !exercise::is_outside(file) && !folder.join(file).is_file() {
            problems.push(Problem {
                file: source.name.into(),
                place: Some(place),
                sentence: problem::missing_picture(file),
            });
        }
    }
    problems
}

/// A routine has items; an exercise says how a body moves.
fn describes_exercise(source: &Source<'_>) -> bool {
    const OF_EXERCISES: [&str; 12] = [
        "targets", "kit", "sides", "setup", "cues", "easier", "harder", "phases", "figure",
        "picture", "leave_if", "sources",
    ];
    let outline = source.outline();
    let fields: Vec<_> = outline
        .root()
        .map(|root| outline.fields(root).map(|(name, _)| name).collect())
        .unwrap_or_default();
    let of_routines = ["items", "kind", "exercises", "get_ready", "finish"];
    !fields.iter().any(|field| of_routines.contains(field))
        && fields.iter().any(|field| OF_EXERCISES.contains(field))
}

fn collect(path: &Path, depth: usize, files: &mut Vec<PathBuf>, problems: &mut Vec<Problem>) {
    let name = path.display().to_string();
    let metadata = match fs::metadata(path) {
        Ok(metadata) => metadata,
        Err(error) => {
            problems.push(Problem::of_file(&name, unreadable(&error)));
            return;
        }
    };
    if metadata.is_file() {
        files.push(path.to_path_buf());
    } else if !metadata.is_dir() || depth > DEEPEST_FOLDER {
        problems.push(Problem::of_file(&name, problem::not_a_file()));
    } else {
        match fs::read_dir(path) {
            Ok(entries) => {
                let mut inside: Vec<_> = entries
                    .filter_map(|entry| Some(entry.ok()?.path()))
                    .filter(|path| {
                        path.is_dir() || path.extension().is_some_and(|end| end == "ron")
                    })
                    .collect();
                inside.sort();
                for path in inside {
                    collect(&path, depth + 1, files, problems);
                }
            }
            Err(error) => {
                problems.push(Problem::of_file(&name, unreadable(&error)));
            }
        }
    }
}

/// The text of a regular file of sensible size.
fn read_text(path: &Path) -> Result<String, Problem> {
    let name = path.display().to_string();
    let refused = |error: io::Error| Problem::of_file(&name, unreadable(&error));

    let metadata = fs::metadata(path).map_err(refused)?;
    if metadata.is_dir() {
        return Err(Problem::of_file(&name, problem::folder_instead()));
    }
    if !metadata.is_file() {
        return Err(Problem::of_file(&name, problem::not_a_file()));
    }
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(refused)?;
    let read = file
        .take(LONGEST_TEXT as u64 + 1)
        .read_to_end(&mut bytes)
        .map_err(refused)?;
    if read > LONGEST_TEXT {
        return Err(Problem::of_file(&name, problem::too_long()));
    }
    String::from_utf8(bytes).map_err(|_| Problem::of_file(&name, problem::not_text()))
}

/// What to say about a file that the system would not give.
fn unreadable(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => problem::no_such_file().to_owned(),
        _ => problem::not_readable(&error.to_string()),
    }
}
