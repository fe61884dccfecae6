//! The command line: the app, one routine at once, a check of routine files, or knees assessed in bulk.

pub mod assess;
mod check;
mod contact_sheet;
mod figures;
mod list;
mod log;
mod play;
mod rehearse;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::content::Content;
use crate::desktop;
use crate::library::RoutineFolder;
use crate::terminal::say;
use crate::words::command_line as words;

/// Guided routines for runners’ knees: a moving figure, a countdown and sound.
///
/// Without a command, the app opens.
#[derive(Parser)]
#[command(version)]
struct CommandLine {
    #[command(subcommand)]
    command: Option<Command>,

    /// Print where the app keeps its log, and exit. No answer, note or score is in it
    #[arg(long, exclusive = true)]
    log: bool,

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
        routine: OsString,
    },
    /// Assess knees in bulk: cases as JSON lines in, assessments as JSON lines out
    ///
    /// One case on each line:
    ///
    ///   {"id": "x", "side": "left", "regions": ["lateral_epicondyle"], "age": 34, "answers": {"downhill": true, "warm": false, "fever": null}}
    ///
    /// "regions" are ids of the evidence or of the diagram, none for the whole knee. "age" is in years, a band such as
    /// "35-44", or null. An answer is true, false, or null for not sure.
    ///
    /// The answer to each case, on one line: "ranking" from best to least, each "condition" with its "fit" (well, partly or
    /// little) and the answers "for" and "against" it; "red_flags" with their "level" (emergency, same_day or
    /// within_two_weeks); "advice"; "routines_allowed"; and the "next_question", or null.
    ///
    /// A line that is not a case is answered with its "id" and an "error", and the others go on. Ends with code 1 if there is any.
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
    /// Print the routines there are, with their lengths
    ///
    /// These are the bundled ones and those in your own routines folder.
    ///
    /// With --json, an array of objects with "id", "name", "kind" (recovery, strength, mobility, warm_up or pain_relief),
    /// "seconds" (from getting ready to the finish), "steps" (sets on one side, and rests), "equipment", "serves" (ids of
    /// conditions) and "mine" (true for files of your own).
    List {
        /// Print JSON instead of a table
        #[arg(long)]
        json: bool,
        /// Files, or folders with .ron files, instead of them
        #[arg(value_name = "PATH")]
        paths: Vec<PathBuf>,
    },
    /// Play a routine without a window, to try out what the journal survives
    #[command(hide = true)]
    Rehearse {
        /// The id of a routine, or a file of your own
        #[arg(value_name = "ROUTINE")]
        routine: OsString,
        /// The folder with the journal
        #[arg(long, value_name = "DIR")]
        data: PathBuf,
    },
    /// Draw every key frame of exercises, to look at them side by side
    ///
    /// Writes one picture for each exercise, DIR/<id>.png: its key frames and the posture halfway to the next, row by
    /// row, the first after the last. In the corner of each stands the frame, counted from 0 as in the file, and the
    /// seconds at which it is reached.
    Figures {
        /// The folder for the pictures; it is made if it is not there
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
        /// Exercise files, or folders with .ron files; the bundled exercises if left out
        #[arg(value_name = "PATH")]
        paths: Vec<PathBuf>,
    },
}

/// Does what the arguments of the program ask for.
pub fn run() -> ExitCode {
    let CommandLine {
        command,
        log,
        speed,
    } = CommandLine::parse();
    if log {
        return log::run();
    }
    match command {
        None => play::open(None, speed),
        Some(Command::Play { routine }) => play::run(&routine, speed),
        Some(Command::Rehearse { routine, data }) => rehearse::run(&routine, data, speed),
        Some(Command::Assess { file }) => assess::run(&file),
        Some(Command::Check { paths }) => check::run(&paths),
        Some(Command::List { json, paths }) => list::run(json, &paths),
        Some(Command::Figures { out, paths }) => figures::run(&out, &paths),
    }
}

/// The routines of the person who runs the program.
fn user_routines(content: &Content) -> RoutineFolder {
    desktop::folders().map_or_else(RoutineFolder::default, |folders| {
        let is_bundled = |id: &str| content.routine(id).is_some();
        RoutineFolder::read(&folders.routines(), &content.catalogue, is_bundled)
    })
}

fn speed(text: &str) -> Result<f64, String> {
    const LOWEST: f64 = 0.1;
    const HIGHEST: f64 = 100.0;
    text.parse()
        .ok()
        .filter(|speed| (LOWEST..=HIGHEST).contains(speed))
        .ok_or_else(|| words::speed_expected(LOWEST, HIGHEST))
}
