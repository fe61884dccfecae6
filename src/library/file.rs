//! Text files on the disk: found in folders, and read only where they are regular, of sensible size and UTF-8.

use std::fs::{self, DirEntry, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::authoring::{LONGEST_TEXT, Problem, Source};
use crate::words::{own_shelf as words, problem};

/// How deep folders are searched.
const DEEPEST_FOLDER: usize = 8;

/// The folder a file is in.
pub(super) fn folder_of(file: &Path) -> &Path {
    file.parent().unwrap_or(Path::new(""))
}

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
        collect(path, &mut files, &mut problems);
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

/// Finds the files at a path: itself, or the `.ron` files of a folder and of those in it. Links are followed only to
/// files of the folder that is searched, so that nothing is found twice or from elsewhere.
fn collect(path: &Path, files: &mut Vec<PathBuf>, problems: &mut Vec<Problem>) {
    let mut refuse = |path: &Path, sentence: String| {
        problems.push(Problem::of_file(&path.display().to_string(), sentence));
    };
    match fs::metadata(path) {
        Err(error) => refuse(path, unreadable(&error)),
        Ok(metadata) if metadata.is_file() => files.push(path.to_path_buf()),
        Ok(metadata) if metadata.is_dir() => search(path, path, 0, files, &mut refuse),
        Ok(_) => refuse(path, problem::not_a_file().to_owned()),
    }
}

fn search(
    folder: &Path,
    whole: &Path,
    depth: usize,
    files: &mut Vec<PathBuf>,
    refuse: &mut impl FnMut(&Path, String),
) {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) => {
            refuse(folder, unreadable(&error));
            return;
        }
    };
    let mut entries: Vec<DirEntry> = entries.filter_map(Result::ok).collect();
    entries.sort_by_key(DirEntry::file_name);
    for entry in entries {
        let path = entry.path();
        let is_ron = is_routine_file(&path);
        let Ok(kind) = entry.file_type() else {
            continue;
        };
        if kind.is_dir() && is_ron {
            refuse(&path, problem::folder_instead().to_owned());
        } else if kind.is_dir() {
            if depth < DEEPEST_FOLDER {
                search(&path, whole, depth + 1, files, refuse);
            } else {
                refuse(&path, words::too_deep(DEEPEST_FOLDER));
            }
        } else if is_ron && kind.is_symlink() && leads_outside(&path, whole) {
            refuse(&path, words::link_outside().to_owned());
        } else if is_ron {
            files.push(path);
        }
    }
}

/// Whether a name ends as those of routines and exercises do.
pub(super) fn is_routine_file(path: &Path) -> bool {
    path.extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("ron"))
}

/// Whether a link leads to something that is not below this folder, or to nothing.
pub(super) fn leads_outside(link: &Path, folder: &Path) -> bool {
    // The folder of a bare file name is the one we are in.
    let folder = if folder.as_os_str().is_empty() {
        Path::new(".")
    } else {
        folder
    };
    match (fs::canonicalize(link), fs::canonicalize(folder)) {
        (Ok(target), Ok(folder)) => !target.starts_with(folder),
        _ => true,
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
    if metadata.len() > LONGEST_TEXT as u64 {
        return Err(Problem::of_file(&name, problem::too_long()));
    }
    let mut bytes = Vec::with_capacity(metadata.len() as usize + 1);
    let file = File::open(path).map_err(refused)?;
    // It may grow while it is read.
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
pub(super) fn unreadable(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => problem::no_such_file().to_owned(),
        _ => problem::not_readable(&error.to_string()),
    }
}
