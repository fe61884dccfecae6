//! `kneewise play`, and no command at all: the window.

use std::ffi::OsStr;
use std::io;
use std::path::Path;
use std::process::ExitCode;

use super::{say, user_routines};
use crate::app::{self, Launch};
use crate::authoring::{Problem, nearest};
use crate::content::Content;
use crate::library::{self, LoadedRoutine};
use crate::words::command_line as words;

/// Opens the window with this routine ready to start, or says why that cannot be.
pub(super) fn run(routine: &OsStr, speed: f64) -> ExitCode {
    match find(routine) {
        Ok(loaded) => open(Some(loaded), speed),
        Err(lines) => {
            say(io::stderr(), &lines);
            ExitCode::FAILURE
        }
    }
}

/// Opens the window.
pub(super) fn open(open: Option<LoadedRoutine>, speed: f64) -> ExitCode {
    match app::run(Launch { open, speed }) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            say(io::stderr(), &[words::no_window(&error.to_string())]);
            ExitCode::FAILURE
        }
    }
}

/// The routine a person asks for by id or file, or the lines that say why it cannot be played.
pub(super) fn find(asked: &OsStr) -> Result<LoadedRoutine, Vec<String>> {
    let (content, _) = Content::read();
    // An id is plain ASCII; a file may be called anything.
    let id = &*asked.to_string_lossy();
    if let Some(routine) = content.routine(id) {
        return Ok(LoadedRoutine {
            routine: routine.clone(),
            folder: None,
        });
    }

    let lines = |problems: Vec<Problem>| problems.iter().map(ToString::to_string).collect();
    let path = Path::new(asked);
    let is_file_name = path.extension().is_some() || path.components().count() > 1;
    if is_file_name || path.exists() {
        return library::read_routine(path, &content.catalogue).map_err(lines);
    }

    let own = user_routines(&content);
    let mut routines = own.routines.iter();
    if let Some(routine_file) = routines.find(|routine_file| &*routine_file.summary.id == id) {
        return own.open(routine_file).map_err(lines);
    }
    let bundled = content.routines.iter().map(|routine| &*routine.id);
    let known: Vec<_> = bundled
        .chain(
            own.routines
                .iter()
                .map(|routine_file| &*routine_file.summary.id),
        )
        .collect();
    let meant = nearest(id, known.iter().copied());
    Err(vec![words::unknown_routine(id, meant, &known)])
}
