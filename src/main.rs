//! The command line: the app, one routine at once, a check of routine files, or knees assessed in bulk.
#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

use std::fs::{self, File};
use std::io::{self, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use kneewise::app::{self, Launch, contact_sheet};
use kneewise::assess::{self, Reviewed};
use kneewise::authoring::{Problem, nearest};
use kneewise::content::{self, Content};
use kneewise::desktop;
use kneewise::library::{self, Entry, Shelf, Shelved};
use kneewise::rehearse::rehearse;
use kneewise::shelf::Summary;
use kneewise::words::command_line as words;
use kneewise::words::time::clock;

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
    /// Print the routines on the shelf, with their lengths
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
        /// Files, or folders with .ron files, instead of the shelf
        #[arg(value_name = "PATH")]
        paths: Vec<PathBuf>,
    },
    /// Play a routine without a window, to try out what the journal survives
    #[command(hide = true)]
    Rehearse {
        /// The id of a routine, or a file of your own
        #[arg(value_name = "ROUTINE")]
        routine: String,
        /// The folder with the journal
        #[arg(long, value_name = "DIR")]
        data: PathBuf,
    },
    /// Draw every key frame of exercises, to look at them side by side
    ///
    /// Writes one picture for each exercise, DIR/<id>.png: its key frames and the posture half-way to the next, row by
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
        Some(Command::Rehearse { routine, data }) => match find(&routine) {
            Ok(shelved) => {
                let played = rehearse(&shelved.routine, data, speed, &mut io::stdout().lock());
                played.map_or_else(
                    |failure| {
                        say(io::stderr(), &[failure.to_string()]);
                        ExitCode::FAILURE
                    },
                    |()| ExitCode::SUCCESS,
                )
            }
            Err(lines) => {
                say(io::stderr(), &lines);
                ExitCode::FAILURE
            }
        },
        Some(Command::Assess { file }) => assess_cases(&file),
        Some(Command::Check { paths }) => check(&paths),
        Some(Command::List { json, paths }) => list(json, &paths),
        Some(Command::Figures { out, paths }) => figures(&out, &paths),
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
    let report = library::check(paths, &content);
    let mut lines: Vec<_> = report.problems.iter().map(ToString::to_string).collect();
    lines.push(words::checked(report.files, report.problems.len()));
    say(io::stdout(), &lines);

    if report.problems.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

fn list(json: bool, paths: &[PathBuf]) -> ExitCode {
    let (content, mut problems) = Content::read();
    let entries: Vec<_> = if paths.is_empty() {
        let own = own_shelf(&content);
        problems.extend(own.problems);
        let bundled = content.routines.iter();
        let bundled = bundled.map(|routine| Entry::of(&Summary::of(routine), false));
        let own = own.routines.iter();
        bundled
            .chain(own.map(|filed| Entry::of(&filed.summary, true)))
            .collect()
    } else {
        let (routines, found) = library::routines(paths, &content.catalogue);
        problems.extend(found);
        routines
            .iter()
            .map(|routine| Entry::of(routine, true))
            .collect()
    };

    let problems: Vec<_> = problems.iter().map(ToString::to_string).collect();
    say(io::stderr(), &problems);
    if json {
        match serde_json::to_string_pretty(&entries) {
            Ok(array) => say(io::stdout(), &[array]),
            Err(error) => {
                say(io::stderr(), &[error.to_string()]);
                return ExitCode::FAILURE;
            }
        }
    } else {
        say(io::stdout(), &table(&entries));
    }
    if problems.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// The routines of the person who runs the program.
fn own_shelf(content: &Content) -> Shelf {
    desktop::folders().map_or_else(Shelf::default, |folders| {
        let is_bundled = |id: &str| content.routine(id).is_some();
        Shelf::read(&folders.routines(), &content.catalogue, is_bundled)
    })
}

/// The list as lines for people, in columns.
fn table(entries: &[Entry]) -> Vec<String> {
    if entries.is_empty() {
        return vec![words::no_routines().to_owned()];
    }
    let rows = entries.iter().map(|entry| {
        let kit = if entry.equipment.is_empty() {
            words::NO_KIT.to_owned()
        } else {
            entry.equipment.join(", ")
        };
        [
            entry.id.clone(),
            entry.name.clone(),
            entry.kind_word.to_owned(),
            clock(entry.length),
            entry.steps.to_string(),
            kit,
        ]
    });
    let head = words::COLUMNS.map(ToOwned::to_owned);
    let rows: Vec<_> = std::iter::once(head).chain(rows).collect();
    let mut widths = [0; words::COLUMNS.len()];
    for row in &rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = cell.chars().count().max(*width);
        }
    }
    let line = |row: &[String; words::COLUMNS.len()]| {
        let cells = row.iter().zip(widths);
        let cells: Vec<_> = cells
            .map(|(cell, width)| format!("{cell:width$}"))
            .collect();
        cells.join("  ").trim_end().to_owned()
    };
    rows.iter().map(line).collect()
}

fn figures(out: &Path, paths: &[PathBuf]) -> ExitCode {
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

/// The routine a person asks for by id or file, or the lines that say why it cannot be played.
fn find(asked: &str) -> Result<Shelved, Vec<String>> {
    let (content, _) = Content::read();
    if let Some(routine) = content.routine(asked) {
        return Ok(Shelved {
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

    let own = own_shelf(&content);
    let mut routines = own.routines.iter();
    if let Some(filed) = routines.find(|filed| &*filed.summary.id == asked) {
        return own.open(filed).map_err(lines);
    }
    let bundled = content.routines.iter().map(|routine| &*routine.id);
    let known: Vec<_> = bundled
        .chain(own.routines.iter().map(|filed| &*filed.summary.id))
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
