//! The folder with routines of one's own: read with bounds on time and memory, whatever has been put there.

use std::collections::HashMap;
use std::ffi::OsStr;
use std::fs::{self, DirEntry};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use super::file::{
    DEEPEST_FOLDER, Found as Kind, describes_exercise, look, older, read_text, unreadable,
};
use super::file_name::FileName;
use super::pictures::{names_pictures, unusable_pictures};
use super::problems::{MOST_OF_ONE_FILE, Problems};
use super::validate::{Ids, id_taken, validate};
use super::{LoadedRoutine, RoutineFile};
use crate::authoring::{Problem, Source};
use crate::catalog::Summary;
use crate::exercise::Catalogue;
use crate::words::user_routines as words;

/// More routine files than this are not read.
const MOST_FILES: usize = 20_000;
/// More names than this are not even looked at.
const MOST_NAMES: usize = 100_000;
/// More names than this in the folders of the folder are not counted.
const MOST_NAMES_BELOW: usize = 10_000;
/// More text than this is not read, in bytes.
const MOST_TEXT: u64 = 96 << 20;

/// What is in the folder with routines of one's own.
///
/// Of a routine no more is kept than choosing it takes: there may be thousands. [`RoutineFolder::open`] reads the whole of one.
#[derive(Debug, Clone, Default)]
pub struct RoutineFolder {
    /// The routines that could be read, in order of file name.
    pub routines: Vec<RoutineFile>,
    /// What is wrong with the other files, in order of file name.
    pub problems: Vec<Problem>,
    /// The exercises its routines may use: bundled ones and those in the folder.
    catalogue: Catalogue,
    /// What was read of each file, so that it is not read again while it stays as it is.
    known: HashMap<Box<OsStr>, Known>,
}

/// What was read of a file.
#[derive(Debug, Clone)]
struct Known {
    stamp: Stamp,
    found: Found,
}

/// What tells from outside whether a file has changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stamp {
    length: u64,
    changed: Option<SystemTime>,
}

#[derive(Debug, Clone)]
enum Found {
    /// An exercise, good or not.
    Exercise,
    /// A routine that can be played, if nothing else has its id.
    Routine(RoutineFile),
    /// A routine that cannot, and why.
    Faulty(Arc<[Problem]>),
}

impl Stamp {
    /// None of what is no regular file.
    fn of(path: &Path) -> Option<Self> {
        let metadata = fs::metadata(path).ok()?;
        metadata.is_file().then(|| Self {
            length: metadata.len(),
            changed: metadata.modified().ok(),
        })
    }
}

impl RoutineFolder {
    /// Reads every routine file in a folder. Exercise files beside them are known to all of them. A folder that is not
    /// there is an empty one. `is_taken` tells the ids that are in use elsewhere.
    ///
    /// Takes some seconds at worst: not for the thread that draws.
    pub fn read(folder: &Path, bundled: &Catalogue, is_taken: impl Fn(&str) -> bool) -> Self {
        Self::default().read_again(folder, bundled, is_taken)
    }

    /// Reads the folder as it is now. Files that are as they were when this was read are not read again.
    #[must_use]
    pub fn read_again(
        &self,
        folder: &Path,
        bundled: &Catalogue,
        is_taken: impl Fn(&str) -> bool,
    ) -> Self {
        let mut reading = Reading {
            before: self,
            folder,
            problems: Problems::default(),
            left: MOST_TEXT,
            names_below: MOST_NAMES_BELOW,
            now: HashMap::new(),
        };
        let files = reading.files();
        let (catalogue, files) = reading.exercises_among(files, bundled);
        let routines = reading.routines_among(&files, &catalogue, is_taken);
        Self {
            routines,
            problems: reading.problems.told(folder),
            catalogue,
            known: reading.now,
        }
    }

    /// Reads the whole of one of its routines, as it is now.
    ///
    /// # Errors
    ///
    /// Everything its author has to put right, if it was changed meanwhile.
    pub fn open(&self, routine_file: &RoutineFile) -> Result<LoadedRoutine, Vec<Problem>> {
        super::read_with_faults(&routine_file.file, &self.catalogue).map(|(loaded, _)| loaded)
    }
}

/// A folder while it is read.
struct Reading<'a> {
    before: &'a RoutineFolder,
    folder: &'a Path,
    problems: Problems,
    /// How much text may still be read, in bytes.
    left: u64,
    /// How many names in folders of the folder may still be looked at.
    names_below: usize,
    now: HashMap<Box<OsStr>, Known>,
}

/// A file that describes no exercise.
struct Other {
    path: PathBuf,
    /// None where it has to be read again the next time, whatever it looks like from outside.
    stamp: Option<Stamp>,
    /// When it was changed, if the system tells.
    changed: Option<SystemTime>,
    /// What was found in it before.
    known: Option<Found>,
}

impl Reading<'_> {
    fn refuse(&mut self, path: &Path, sentence: impl Into<String>) {
        let name = path.display().to_string();
        self.problems.add(Problem::of_file(&name, sentence));
    }

    /// The routine files of the folder, in order of name.
    fn files(&mut self) -> Vec<PathBuf> {
        let folder = self.folder;
        let entries = match fs::read_dir(folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Vec::new(),
            Err(error) => {
                self.refuse(folder, unreadable(&error));
                return Vec::new();
            }
        };
        let mut entries: Vec<(FileName, DirEntry)> = entries
            .take(MOST_NAMES)
            .filter_map(Result::ok)
            .map(|entry| (FileName::of(&entry.file_name()), entry))
            .filter(|(name, _)| *name != FileName::LeftOver)
            .collect();
        entries.sort_by_cached_key(|(_, entry)| entry.file_name());

        let mut files = Vec::new();
        let mut is_full = false;
        for (name, entry) in entries {
            let path = entry.path();
            match (name, look(&path, entry.file_type().ok())) {
                (FileName::Routine, Ok(_)) if files.len() == MOST_FILES => is_full = true,
                // Of a folder this is said when it is read.
                (FileName::Routine, Ok(_)) => files.push(path),
                (FileName::Routine, Err(sentence)) => self.refuse(&path, sentence),
                (FileName::Renamed { ending, meant }, Ok(Kind::File)) => {
                    self.refuse(&path, words::other_ending(&ending, &meant));
                }
                (_, Ok(Kind::Folder | Kind::LinkedFolder)) => {
                    let below = self.routines_below(&path, 0);
                    if below > 0 {
                        self.refuse(&path, words::in_folder_below(below));
                    }
                }
                _ => {}
            }
        }
        if is_full {
            self.refuse(folder, words::too_many_files(MOST_FILES));
        }
        files
    }

    /// How many routine files are in a folder of the folder, and in those below it.
    fn routines_below(&mut self, folder: &Path, depth: usize) -> usize {
        let mut count = 0;
        for entry in fs::read_dir(folder)
            .into_iter()
            .flatten()
            .filter_map(Result::ok)
        {
            let Some(left) = self.names_below.checked_sub(1) else {
                break;
            };
            self.names_below = left;
            let name = FileName::of(&entry.file_name());
            let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
            count += match name {
                FileName::LeftOver => 0,
                _ if is_folder && depth < DEEPEST_FOLDER => {
                    self.routines_below(&entry.path(), depth + 1)
                }
                FileName::Routine => 1,
                FileName::Renamed { .. } | FileName::Other => 0,
            };
        }
        count
    }

    /// Whether there is room for so much more text; what has none is named.
    fn has_room(&mut self, path: &Path, length: u64) -> bool {
        let has_room = length <= self.left;
        if has_room {
            self.left -= length;
        } else {
            self.refuse(path, words::too_much_text(MOST_TEXT as usize >> 20));
        }
        has_room
    }

    /// The text of a file, unless there has been too much of it already.
    fn text(&mut self, path: &Path) -> Option<String> {
        match read_text(path) {
            Ok(text) => self.has_room(path, text.len() as u64).then_some(text),
            Err(problem) => {
                self.problems.add(problem);
                None
            }
        }
    }

    /// What was found in a file before, if it has not changed.
    fn known(&self, path: &Path, stamp: Option<Stamp>) -> Option<Found> {
        let known = self.before.known.get(path.file_name()?)?;
        (Some(known.stamp) == stamp).then(|| known.found.clone())
    }

    fn remember(&mut self, path: &Path, stamp: Option<Stamp>, found: Found) {
        if let (Some(name), Some(stamp)) = (path.file_name(), stamp) {
            let _ = self.now.insert(name.into(), Known { stamp, found });
        }
    }

    /// The exercises among some files together with the bundled ones, and the files that are left. Texts of routines
    /// are let go of: there may be many, and they are read again one by one.
    fn exercises_among(
        &mut self,
        files: Vec<PathBuf>,
        bundled: &Catalogue,
    ) -> (Catalogue, Vec<Other>) {
        let mut texts = Vec::new();
        let mut others = Vec::new();
        for path in files {
            let stamp = Stamp::of(&path);
            let changed = stamp.and_then(|stamp| stamp.changed);
            match self.known(&path, stamp) {
                Some(Found::Exercise) | None => {}
                known @ Some(_) => {
                    let length = stamp.map_or(0, |stamp| stamp.length);
                    if self.has_room(&path, length) {
                        others.push(Other {
                            path,
                            stamp,
                            changed,
                            known,
                        });
                    }
                    continue;
                }
            }
            let Some(text) = self.text(&path) else {
                continue;
            };
            let name = path.display().to_string();
            let source = Source {
                name: &name,
                text: &text,
            };
            if !describes_exercise(&source) {
                // Its pictures may change without it.
                let stamp = stamp.filter(|_| !names_pictures(&source));
                others.push(Other {
                    path,
                    stamp,
                    changed,
                    known: None,
                });
                continue;
            }
            self.remember(&path, stamp, Found::Exercise);
            let problems = unusable_pictures(&source, self.folder);
            if problems.is_empty() {
                texts.push((changed, path, name, text));
            }
            self.problems.extend(problems);
        }
        // Of two with the same id, the older one counts.
        texts.sort_by(|(one, path, ..), (other, other_path, ..)| {
            older((*one, path), (*other, other_path))
        });
        let sources = texts.iter().map(|(.., name, text)| Source { name, text });
        let (mut catalogue, problems) = Catalogue::read(sources);
        self.problems.extend(problems);
        catalogue.borrow_missing(bundled);
        if catalogue != self.before.catalogue {
            // A routine that was read with others may have been read with none of these.
            others.iter_mut().for_each(|other| other.known = None);
        }
        (catalogue, others)
    }

    fn routines_among(
        &mut self,
        files: &[Other],
        catalogue: &Catalogue,
        is_taken: impl Fn(&str) -> bool,
    ) -> Vec<RoutineFile> {
        let mut routines = Vec::new();
        for file in files {
            let Other {
                path, stamp, known, ..
            } = file;
            let found = match known {
                Some(found) => Some(found.clone()),
                None => self.routine(path, catalogue),
            };
            // It was there a moment ago; if it is gone now, nobody wants to hear of it.
            let Some(found) = found else { continue };
            if is_small(&found) {
                self.remember(path, *stamp, found.clone());
            }
            match found {
                Found::Exercise => {}
                Found::Faulty(problems) => self.problems.extend(problems.to_vec()),
                Found::Routine(routine_file) => routines.push((file.changed, routine_file)),
            }
        }
        self.each_id_once(routines, is_taken)
    }

    /// The routines without those whose id something else has: a bundled routine, or an older file.
    fn each_id_once(
        &mut self,
        mut routines: Vec<(Option<SystemTime>, RoutineFile)>,
        is_taken: impl Fn(&str) -> bool,
    ) -> Vec<RoutineFile> {
        routines.sort_by(|(one, routine_file), (other, other_filed)| {
            older((*one, &routine_file.file), (*other, &other_filed.file))
        });
        let mut ids = Ids::default();
        let mut kept = Vec::with_capacity(routines.len());
        for (_, routine_file) in routines {
            let name = routine_file.file.display().to_string();
            match ids.give(&routine_file.summary.id, &name, &is_taken) {
                Ok(()) => kept.push(routine_file),
                Err(sentence) => self.refuse_id(&routine_file.file, sentence),
            }
        }
        kept.sort_by(|one, other| one.file.file_name().cmp(&other.file.file_name()));
        kept
    }

    /// Reads the routine in a file and sums it up.
    fn routine(&self, path: &Path, catalogue: &Catalogue) -> Option<Found> {
        let text = read_text(path).ok()?;
        let name = path.display().to_string();
        let source = Source {
            name: &name,
            text: &text,
        };
        Some(match validate(&source, catalogue, self.folder) {
            Ok((routine, problems)) if problems.is_empty() => Found::Routine(RoutineFile {
                summary: Arc::new(Summary::of(&routine)),
                file: path.into(),
            }),
            Ok((_, problems)) | Err(problems) => Found::Faulty(problems.into()),
        })
    }

    /// Names an id that something else has. Where it stands is looked up only now: there are few of them.
    fn refuse_id(&mut self, path: &Path, sentence: String) {
        let name = path.display().to_string();
        let text = read_text(path).unwrap_or_default();
        let source = Source {
            name: &name,
            text: &text,
        };
        self.problems.extend(id_taken(source, sentence));
    }
}

/// Whether what was found is little enough to be kept: thousands of files may have hundreds of faults each.
fn is_small(found: &Found) -> bool {
    match found {
        Found::Faulty(problems) => problems.len() <= MOST_OF_ONE_FILE,
        Found::Exercise | Found::Routine(_) => true,
    }
}
