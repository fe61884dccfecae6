//! Text files on the disk: found in folders, and read only where they are regular, of sensible size and UTF-8.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::authoring::{LONGEST_TEXT, Problem, Source};
use crate::words::problem;

/// How deep folders are searched.
const DEEPEST_FOLDER: usize = 8;

/// What was read under some paths.
pub(super) struct Texts {
    /// How many files were looked at.
    pub files: usize,
    /// The name and text of each that could be read.
    pub texts: Vec<(String, String)>,
    /// Why others could not.
    pub problems: Vec<Problem>,
}

/// Reads files, and those in folders.
pub(super) fn texts_under(paths: &[PathBuf]) -> Texts {
    let mut problems = Vec::new();
    let mut files = Vec::new();
    for path in paths {
        collect(path, 0, &mut files, &mut problems);
    }
    let mut texts = Vec::new();
    for path in &files {
        match read_text(path) {
            Ok(text) => texts.push((path.display().to_string(), text)),
            Err(problem) => problems.push(problem),
        }
    }
    Texts {
        files: files.len(),
        texts,
        problems,
    }
}

pub(super) fn sources(texts: &[(String, String)]) -> impl Iterator<Item = Source<'_>> + Clone {
    texts.iter().map(|(name, text)| Source { name, text })
}

/// A routine has items; an exercise says how a body moves.
pub(super) fn describes_exercise(source: &Source<'_>) -> bool {
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
pub(super) fn read_text(path: &Path) -> Result<String, Problem> {
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
