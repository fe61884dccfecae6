//! `kneewise figures`: a contact sheet for each exercise.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::{contact_sheet, say};
use crate::content::Content;
use crate::library;
use crate::words::command_line as words;

pub(super) fn run(out: &Path, paths: &[PathBuf]) -> ExitCode {
    let (catalogue, problems) = if paths.is_empty() {
        let (content, problems) = Content::read();
        (content.catalogue, problems)
    } else {
        library::exercises(paths)
    };
    let mut lines: Vec<_> = problems.iter().map(ToString::to_string).collect();
    let mut written = 0;
    let mut outcome = if problems.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    };

    if let Err(error) = fs::create_dir_all(out) {
        lines.push(words::not_writable(
            &out.display().to_string(),
            &error.to_string(),
        ));
        say(io::stderr(), &lines);
        return ExitCode::FAILURE;
    }
    for exercise in catalogue.iter() {
        let Some(movement) = &exercise.figure else {
            lines.push(words::no_figure(&exercise.id));
            continue;
        };
        let path = out.join(format!("{}.png", exercise.id));
        let sheet = contact_sheet::png(movement).map_err(|error| error.to_string());
        let saved = sheet.and_then(|png| fs::write(&path, png).map_err(|error| error.to_string()));
        match saved {
            Ok(()) => written += 1,
            Err(error) => {
                lines.push(words::not_writable(&path.display().to_string(), &error));
                outcome = ExitCode::FAILURE;
            }
        }
    }
    if catalogue.iter().next().is_none() {
        lines.push(words::no_exercises().to_owned());
        outcome = ExitCode::FAILURE;
    }
    say(io::stderr(), &lines);
    let last = words::figures_written(written, &out.display().to_string());
    say(io::stdout(), &[last]);
    outcome
}
