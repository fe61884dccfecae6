//! Text files on the disk: found in folders, and read only where they are regular, of sensible size and text.

use std::cmp::Ordering;
use std::fs::{self, DirEntry, File, FileType};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::file_name::FileName;
use crate::authoring::{LONGEST_TEXT, Problem, Source, decode, problem};
use crate::words::user_routines as words;

/// How deep folders are searched.
pub(super) const DEEPEST_FOLDER: usize = 8;
/// How many links may lead to one another.
const LONGEST_WAY: usize = 40;

/// The folder a file is in.
pub(super) fn folder_of(file: &Path) -> &Path {
    file.parent().unwrap_or(Path::new(""))
}

/// What was read under some paths.
pub(super) struct Texts {
    /// How many files were looked at.
    pub files: usize,
    /// Those that could be read, in order of path.
    pub texts: Vec<Text>,
    /// Why others could not.
    pub problems: Vec<Problem>,
}

/// A file that was read.
pub(super) struct Text {
    path: PathBuf,
    name: String,
    text: String,
    changed: Option<SystemTime>,
}

impl Text {
    /// What is in it, under the name its author knows it by.
    pub fn source(&self) -> Source<'_> {
        Source {
            name: &self.name,
            text: &self.text,
        }
    }

    /// The folder it is in.
    pub fn folder(&self) -> &Path {
        folder_of(&self.path)
    }

    /// Whether it was there before another: see [`older`].
    pub fn older(&self, other: &Self) -> Ordering {
        older((self.changed, &self.path), (other.changed, &other.path))
    }
}

/// Which of two files was there first, by when they changed and by name: who has the id that both want. File managers give
/// a copy the time of the original, and a longer name.
pub(super) fn older(
    (one_changed, one): (Option<SystemTime>, &Path),
    (other_changed, other): (Option<SystemTime>, &Path),
) -> Ordering {
    let unknown_last = |changed: Option<SystemTime>| (changed.is_none(), changed);
    let by_name = |path: &Path| path.file_name().map_or(0, std::ffi::OsStr::len);
    unknown_last(one_changed)
        .cmp(&unknown_last(other_changed))
        .then_with(|| by_name(one).cmp(&by_name(other)))
        .then_with(|| one.cmp(other))
}

/// Reads files, and those in folders.
pub(super) fn texts_under(paths: &[PathBuf]) -> Texts {
    let mut search = Search::default();
    for path in paths {
        search.collect(path);
    }
    let Search {
        files,
        mut problems,
    } = search;
    let count = files.len();
    let mut texts = Vec::new();
    for path in files {
        match read_text(&path) {
            Ok(text) => texts.push(Text {
                name: path.display().to_string(),
                changed: fs::metadata(&path).and_then(|found| found.modified()).ok(),
                text,
                path,
            }),
            Err(problem) => problems.push(problem),
        }
    }
    Texts {
        files: count,
        texts,
        problems,
    }
}

/// Those that describe exercises, the oldest first, and the others.
pub(super) fn exercises_first(texts: &[Text]) -> (Vec<&Text>, Vec<&Text>) {
    let describes = |text: &&Text| describes_exercise(&text.source());
    let (mut exercises, others): (Vec<_>, Vec<_>) = texts.iter().partition(describes);
    exercises.sort_by(|one, other| one.older(other));
    (exercises, others)
}

/// A routine has items; an exercise says how a body moves.
pub(super) fn describes_exercise(source: &Source<'_>) -> bool {
    const OF_ROUTINES: [&str; 4] = ["items", "exercises", "get_ready", "finish"];
    const OF_EXERCISES: [&str; 9] = [
        "targets", "sides", "setup", "cues", "easier", "harder", "phases", "figure", "picture",
    ];
    // Both may have these; without a kind, which every routine has, they are an exercise's.
    const OF_BOTH: [&str; 3] = ["kit", "leave_if", "sources"];
    let outline = source.outline();
    let fields: Vec<_> = outline
        .root()
        .map(|root| outline.fields(root).map(|(name, _)| name).collect())
        .unwrap_or_default();
    let has_any = |of: &[&str]| fields.iter().any(|field| of.contains(field));
    !has_any(&OF_ROUTINES) && (has_any(&OF_EXERCISES) || has_any(&OF_BOTH) && !has_any(&["kind"]))
}

/// Files that are found, and what is said of the others.
#[derive(Default)]
struct Search {
    files: Vec<PathBuf>,
    problems: Vec<Problem>,
}

impl Search {
    fn refuse(&mut self, path: &Path, sentence: impl Into<String>) {
        self.problems
            .push(Problem::of_file(&path.display().to_string(), sentence));
    }

    /// Finds the files at a path: itself, or the `.ron` files of a folder and of those in it.
    fn collect(&mut self, path: &Path) {
        match fs::metadata(path) {
            Ok(metadata) if metadata.is_file() => self.files.push(path.to_path_buf()),
            Ok(metadata) if metadata.is_dir() => self.folder(path, 0),
            _ => match look(path, None) {
                Err(sentence) => self.refuse(path, sentence),
                Ok(_) => self.refuse(path, problem::not_a_file()),
            },
        }
    }

    fn folder(&mut self, folder: &Path, depth: usize) {
        let entries = match fs::read_dir(folder) {
            Ok(entries) => entries,
            Err(error) => {
                self.refuse(folder, unreadable(&error));
                return;
            }
        };
        let mut entries: Vec<DirEntry> = entries.filter_map(Result::ok).collect();
        entries.sort_by_key(DirEntry::file_name);
        for entry in entries {
            let path = entry.path();
            let name = FileName::of(&entry.file_name());
            if name == FileName::LeftOver {
                continue;
            }
            match (name, look(&path, entry.file_type().ok())) {
                (FileName::Routine, Ok(Found::File)) => self.files.push(path),
                (FileName::Routine, Ok(Found::Folder | Found::LinkedFolder)) => {
                    self.refuse(&path, problem::folder_instead());
                }
                (FileName::Routine, Err(sentence)) => self.refuse(&path, sentence),
                (FileName::Renamed { ending, meant }, Ok(Found::File)) => {
                    self.refuse(&path, words::other_ending(&ending, &meant));
                }
                (_, Ok(Found::Folder)) if depth < DEEPEST_FOLDER => self.folder(&path, depth + 1),
                (_, Ok(Found::Folder)) => self.refuse(&path, words::too_deep(DEEPEST_FOLDER)),
                // It may lead back to where one came from.
                (_, Ok(Found::LinkedFolder)) if has_routines(&path) => {
                    self.refuse(&path, words::linked_folder());
                }
                _ => {}
            }
        }
    }
}

/// What a name leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Found {
    File,
    Folder,
    LinkedFolder,
}

/// Looks what is at a path. `kind` is that of the name itself, where it is known already. A file may be a link to anywhere:
/// that is how people keep theirs in one place.
///
/// # Errors
///
/// The sentence that says why nothing can be read there.
pub(super) fn look(path: &Path, kind: Option<FileType>) -> Result<Found, String> {
    let kind = match kind {
        Some(kind) => kind,
        None => fs::symlink_metadata(path)
            .map_err(|error| unreadable(&error))?
            .file_type(),
    };
    if kind.is_file() {
        return Ok(Found::File);
    }
    if kind.is_dir() {
        return Ok(Found::Folder);
    }
    if !kind.is_symlink() {
        return Err(problem::not_a_file().to_owned());
    }
    match fs::metadata(path) {
        Ok(target) if target.is_file() => Ok(Found::File),
        Ok(target) if target.is_dir() => Ok(Found::LinkedFolder),
        Ok(_) => Err(words::link_to_no_file().to_owned()),
        Err(_) if leads_in_a_circle(path) => Err(words::link_in_a_circle().to_owned()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            Err(words::link_to_nothing().to_owned())
        }
        Err(error) => Err(unreadable(&error)),
    }
}

/// Whether a link leads to a link, and so on without an end.
fn leads_in_a_circle(link: &Path) -> bool {
    let mut path = link.to_path_buf();
    for _ in 0..LONGEST_WAY {
        match fs::read_link(&path) {
            // What is absolute takes the place of the whole path.
            Ok(target) => path = folder_of(&path).join(target),
            Err(_) => return false,
        }
    }
    true
}

/// Whether there are routine files in a folder. Those in it are not looked into.
fn has_routines(folder: &Path) -> bool {
    let entries = fs::read_dir(folder).into_iter().flatten();
    entries
        .filter_map(Result::ok)
        .any(|entry| FileName::of(&entry.file_name()) == FileName::Routine)
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

    match look(path, None) {
        Ok(Found::File) => {}
        Ok(Found::Folder | Found::LinkedFolder) => {
            return Err(Problem::of_file(&name, problem::folder_instead()));
        }
        Err(sentence) => return Err(Problem::of_file(&name, sentence)),
    }
    let metadata = fs::metadata(path).map_err(refused)?;
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
    decode(&name, bytes)
}

/// What to say about a file that the system would not give.
pub(super) fn unreadable(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => problem::no_such_file().to_owned(),
        _ => problem::not_readable(&error.to_string()),
    }
}
