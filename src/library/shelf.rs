//! The folder with routines of one's own: read with bounds on time and memory, whatever has been put there.

use std::collections::HashSet;
use std::fs::{self, DirEntry};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::Shelved;
use super::beside::odd_pictures;
use super::file::{describes_exercise, leads_outside, read_text, unreadable};
use super::serves::odd_conditions;
use crate::authoring::{Faults, Path as Way, Problem, Source};
use crate::exercise::{Catalogue, Id};
use crate::routine::Routine;
use crate::words::{own_shelf as words, problem};

/// More routine files than this are not read.
const MOST_FILES: usize = 20_000;
/// More names than this are not even looked at.
const MOST_NAMES: usize = 100_000;
/// More text than this is not read, in bytes.
const MOST_TEXT: usize = 96 << 20;
/// More problems than this are only counted.
const MOST_PROBLEMS: usize = 500;

/// What is in the folder with routines of one's own.
#[derive(Debug, Clone, Default)]
pub struct Shelf {
    /// The routines that could be read, in order of file name.
    pub routines: Vec<Shelved>,
    /// What is wrong with the other files, in order of file name.
    pub problems: Vec<Problem>,
}

impl Shelf {
    /// Reads every routine file in a folder. Exercise files beside them are known to all of them. A folder that is not
    /// there is an empty one. `is_taken` tells the ids that are in use elsewhere.
    ///
    /// Takes some seconds at worst: not for the thread that draws.
    pub fn read(folder: &Path, bundled: &Catalogue, is_taken: impl Fn(&str) -> bool) -> Self {
        let mut reading = Reading {
            problems: Problems::default(),
            left: MOST_TEXT,
        };
        let files = reading.files_in(folder);
        let (catalogue, files) = reading.exercises_among(files, folder, bundled);
        let routines = reading.routines_among(&files, folder, &catalogue, is_taken);
        Self {
            routines,
            problems: reading.problems.told(folder),
        }
    }
}

/// Problems, as many as anybody reads.
#[derive(Default)]
struct Problems {
    told: Vec<Problem>,
    left_out: usize,
}

impl Problems {
    fn add(&mut self, problem: Problem) {
        if self.told.len() < MOST_PROBLEMS {
            self.told.push(problem);
        } else {
            self.left_out += 1;
        }
    }

    fn extend(&mut self, problems: Vec<Problem>) {
        for problem in problems {
            self.add(problem);
        }
    }

    fn told(mut self, folder: &Path) -> Vec<Problem> {
        self.told
            .sort_by(|one, other| (&one.file, one.place).cmp(&(&other.file, other.place)));
        if self.left_out > 0 {
            let sentence = words::more_problems(self.left_out);
            let folder = folder.display().to_string();
            self.told.push(Problem::of_file(&folder, sentence));
        }
        self.told
    }
}

/// A folder while it is read.
struct Reading {
    problems: Problems,
    /// How much text may still be read, in bytes.
    left: usize,
}

impl Reading {
    fn refuse(&mut self, path: &Path, sentence: impl Into<String>) {
        let name = path.display().to_string();
        self.problems.add(Problem::of_file(&name, sentence));
    }

    /// The routine files of a folder, in order of name.
    fn files_in(&mut self, folder: &Path) -> Vec<PathBuf> {
        let entries = match fs::read_dir(folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Vec::new(),
            Err(error) => {
                self.refuse(folder, unreadable(&error));
                return Vec::new();
            }
        };
        let mut entries: Vec<DirEntry> = entries
            .take(MOST_NAMES)
            .filter_map(Result::ok)
            .filter(|entry| is_ours(&entry.path()))
            .collect();
        entries.sort_by_key(DirEntry::file_name);
        if entries.len() > MOST_FILES {
            entries.truncate(MOST_FILES);
            self.refuse(folder, words::too_many_files(MOST_FILES));
        }

        let mut files = Vec::new();
        for entry in entries {
            let path = entry.path();
            let is_link = entry.file_type().is_ok_and(|kind| kind.is_symlink());
            if is_link && leads_outside(&path, folder) {
                self.refuse(&path, words::link_outside());
            } else {
                files.push(path);
            }
        }
        files
    }

    /// The text of a file, unless there has been too much of it already.
    fn text(&mut self, path: &Path) -> Option<String> {
        match read_text(path) {
            Ok(text) if text.len() <= self.left => {
                self.left -= text.len();
                Some(text)
            }
            Ok(_) => {
                self.refuse(path, words::too_much_text(MOST_TEXT >> 20));
                None
            }
            Err(problem) => {
                self.problems.add(problem);
                None
            }
        }
    }

    /// The exercises among some files together with the bundled ones, and the files that are left. Texts of routines
    /// are let go of: there may be many, and they are read again one by one.
    fn exercises_among(
        &mut self,
        files: Vec<PathBuf>,
        folder: &Path,
        bundled: &Catalogue,
    ) -> (Catalogue, Vec<PathBuf>) {
        let mut texts = Vec::new();
        let mut others = Vec::new();
        for path in files {
            let Some(text) = self.text(&path) else {
                continue;
            };
            let name = path.display().to_string();
            let source = Source {
                name: &name,
                text: &text,
            };
            if !describes_exercise(&source) {
                others.push(path);
                continue;
            }
            let problems = odd_pictures(&source, folder);
            if problems.is_empty() {
                texts.push((name, text));
            }
            self.problems.extend(problems);
        }
        let sources = texts.iter().map(|(name, text)| Source { name, text });
        let (mut catalogue, problems) = Catalogue::read(sources);
        self.problems.extend(problems);
        catalogue.borrow_missing(bundled);
        (catalogue, others)
    }

    fn routines_among(
        &mut self,
        files: &[PathBuf],
        folder: &Path,
        catalogue: &Catalogue,
        is_taken: impl Fn(&str) -> bool,
    ) -> Vec<Shelved> {
        let mut routines = Vec::new();
        let mut ids: HashSet<Id> = HashSet::new();
        for path in files {
            // It was there a moment ago; if it is gone now, nobody wants to hear of it.
            let Ok(text) = read_text(path) else { continue };
            let name = path.display().to_string();
            let source = Source {
                name: &name,
                text: &text,
            };
            let routine = match Routine::read(&source, catalogue) {
                Ok(routine) => routine,
                Err(problems) => {
                    self.problems.extend(problems);
                    continue;
                }
            };
            let mut faults = Faults::of(source);
            let id = Way::Whole.field("id");
            if is_taken(&routine.id) {
                faults.add(&id, words::bundled_id(&routine.id));
            } else if ids.contains(&routine.id) {
                faults.add(&id, problem::repeated_id(&routine.id));
            }
            odd_conditions(&routine, &mut faults);
            let mut problems = faults.into_problems();
            problems.extend(odd_pictures(&source, folder));
            if problems.is_empty() {
                let _ = ids.insert(Arc::clone(&routine.id));
                routines.push(Shelved {
                    routine: Arc::new(routine),
                    folder: Some(folder.to_path_buf()),
                });
            }
            self.problems.extend(problems);
        }
        routines
    }
}

/// Whether a name is that of a routine file. Names with a point in front are what editors and systems leave behind.
fn is_ours(path: &Path) -> bool {
    let hidden = path
        .file_name()
        .is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
    !hidden
        && path
            .extension()
            .is_some_and(|ending| ending.eq_ignore_ascii_case("ron"))
}
