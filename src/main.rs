//! The command line: the app, one routine at once, a check of routine files, or knees assessed in bulk.
#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

use std::fs::File;
use std::io::{self, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use kneewise::app::{self, Launch};
use kneewise::assess::{self, Reviewed};
use kneewise::authoring::nearest;
use kneewise::content::{self, Content};
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
    /// Assess knees in bulk: cases as JSON lines in, assessments as JSON lines out
    ///
    /// One case on each line:
    ///
    ///     {"id": "x", "side": "left", "regions": ["lateral_epicondyle"], "age": 34, "answers": {"downhill": true, "warm": false, "fever": null}}
    ///
    /// "regions" are ids of the evidence or of the diagram, none for the whole knee. "age" is in years, a band such as
    /// "35-44", or null. An answer is true, false, or null for not sure.
    ///
    /// The answer to each case, on one line: "ranking" from best to least, each "condition" with its "fit" (well, partly or
    /// little) and the answers "for" and "against" it; "red_flags" with their "level" (emergency, same_day or
    /// within_two_weeks); "advice"; "routines_allowed"; and the "next_question", or null.
    ///
    /// A line that is no case is answered with its "id" and an "error", and the others go on. Ends with code 1 if there is any.
    /// This is a guide, not a diagnosis.
    #[command(verbatim_doc_comment)]
    Assess {
        /// A file with one case on each line, or - for what is typed or piped in
        #[arg(value_name = "FILE")]
        file: PathBuf,
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
        Some(Command::Assess { file }) => assess_cases(&file),
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

fn assess_cases(file: &Path) -> ExitCode {
    let (knowledge, _) = content::knowledge();
    let output = BufWriter::new(io::stdout().lock());
    let reviewed = if file == Path::new("-") {
        assess::review(&knowledge, io::stdin().lock(), output)
    } else {
        File::open(file).and_then(|cases| assess::review(&knowledge, BufReader::new(cases), output))
    };
    match reviewed {
        Ok(Reviewed::All) => ExitCode::SUCCESS,
        Ok(Reviewed::WithFaults) => ExitCode::FAILURE,
        // Nobody listens any more, as with `| head`.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::FAILURE,
        Err(error) => {
            let line = words::cases_not_readable(&file.display().to_string(), &error.to_string());
            say(io::stderr(), &[line]);
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
