//! The command line: the app, one routine at once, or a check of routine files.
#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use kneewise::app::{self, Launch};
use kneewise::authoring::nearest;
use kneewise::content::Content;
use kneewise::library::{self, Shelved};
use kneewise::words::command_line as words;

/// Guided routines for runners' knees: a moving figure, a countdown and sound.
///
/// Without a command, the app opens.
#[derive(Parser)]
#[command(version)]
struct CommandLine {
    #[command(subcommand)]
    command: Option<Command>,

    /// Let time pass this many times as fast, from 0.1 to 100, to try out a routine
    #[arg(long, global = true, value_name = "FACTOR", default_value_t = 1.0, value_parser = speed)]
    speed: f64,
}

#[derive(Subcommand)]
enum Command {
    /// Open the app with a routine ready to start
    Play {
        /// The id of a routine, such as post-run-reset-5, or a file of your own, such as my-hip-opener.ron
        #[arg(value_name = "ROUTINE")]
        routine: String,
    },
    /// Look through routine and exercise files and name what is wrong in them
    ///
    /// Every problem is a line with file, line, column and what to write. Ends with code 1 if there is any.
    Check {
        /// Files, or folders with .ron files
        #[arg(value_name = "PATH", required = true)]
        paths: Vec<PathBuf>,
    },
}

fn main() -> ExitCode {
    let CommandLine { command, speed } = CommandLine::parse();
    match command {
        None => open(None, speed),
        Some(Command::Play { routine }) => match find(&routine) {
            Ok(shelved) => open(Some(shelved), speed),
            Err(lines) => {
                say(io::stderr(), &lines);
                ExitCode::FAILURE
            }
        },
        Some(Command::Check { paths }) => check(&paths),
    }
}

fn open(open: Option<Shelved>, speed: f64) -> ExitCode {
    match app::run(Launch { open, speed }) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            say(io::stderr(), &[words::no_window(&error.to_string())]);
            ExitCode::FAILURE
        }
    }
}

fn check(paths: &[PathBuf]) -> ExitCode {
    let (content, _) = Content::read();
    let report = library::check(paths, &content.catalogue);
    let mut lines: Vec<_> = report.problems.iter().map(ToString::to_string).collect();
    lines.push(words::checked(report.files, report.problems.len()));
    say(io::stdout(), &lines);

    if report.problems.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// The routine a person asks for by id or file, or the lines that say why it cannot be played.
fn find(asked: &str) -> Result<Shelved, Vec<String>> {
    let (content, _) = Content::read();
    if let Some(routine) = content.routine(asked) {
        return Ok(Shelved {
            routine: routine.clone(),
            folder: None,
        });
    }

    let path = Path::new(asked);
    let is_file_name = path.extension().is_some() || path.components().count() > 1;
    if is_file_name || path.exists() {
        return library::read_routine(path, &content.catalogue)
            .map_err(|problems| problems.iter().map(ToString::to_string).collect());
    }

    let known: Vec<_> = content
        .routines
        .iter()
        .map(|routine| &*routine.id)
        .collect();
    let meant = nearest(asked, known.iter().copied());
    Err(vec![words::unknown_routine(asked, meant, &known)])
}

/// Writes lines. When nobody listens any more, as with `| head`, there is nobody left to tell.
fn say(mut to: impl Write, lines: &[String]) {
    for line in lines {
        if writeln!(to, "{line}").is_err() {
            return;
        }
    }
}

fn speed(text: &str) -> Result<f64, String> {
    const LOWEST: f64 = 0.1;
    const HIGHEST: f64 = 100.0;
    text.parse()
        .ok()
        .filter(|speed| (LOWEST..=HIGHEST).contains(speed))
        .ok_or_else(|| words::speed_expected(LOWEST, HIGHEST))
}
