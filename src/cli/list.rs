//! `kneewise list`: the routines on the user_routines, as a table or as JSON.

use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

use super::{say, user_routines};
use crate::authoring::plain::one_line;
use crate::catalog::Summary;
use crate::content::Content;
use crate::library::{self, Entry};
use crate::terminal;
use crate::words::command_line as words;
use crate::words::time::clock;

pub(super) fn run(json: bool, paths: &[PathBuf]) -> ExitCode {
    let (content, mut problems) = Content::read();
    let entries: Vec<_> = if paths.is_empty() {
        let own = user_routines(&content);
        problems.extend(own.problems);
        let bundled = content.routines.iter();
        let bundled = bundled.map(|routine| Entry::of(&Summary::of(routine), false));
        let own = own.routines.iter();
        bundled
            .chain(own.map(|routine_file| Entry::of(&routine_file.summary, true)))
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
            // It has many lines, and nothing else in it that a terminal would obey.
            Ok(array) => {
                let lines: Vec<_> = terminal::inert_json(&array)
                    .lines()
                    .map(str::to_owned)
                    .collect();
                say(io::stdout(), &lines);
            }
            Err(error) => {
                say(io::stderr(), &[error.to_string()]);
                return ExitCode::FAILURE;
            }
        }
    } else {
        let lines = table(&entries, terminal::width(&io::stdout()));
        say(io::stdout(), &lines);
    }
    if problems.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// The list as lines for people, in columns, each of at most so many columns.
fn table(entries: &[Entry], most: Option<usize>) -> Vec<String> {
    if entries.is_empty() {
        return vec![words::no_routines().to_owned()];
    }
    let rows = entries.iter().map(|entry| {
        let kit = if entry.equipment.is_empty() {
            words::no_kit().to_owned()
        } else {
            entry.equipment.join(", ")
        };
        [
            one_line(&entry.id).into_owned(),
            one_line(&entry.name).into_owned(),
            entry.kind_word.to_owned(),
            clock(entry.length),
            entry.steps.to_string(),
            kit,
        ]
    });
    const COLUMNS: usize = 6;
    let head = words::columns().map(ToOwned::to_owned);
    let rows: Vec<_> = std::iter::once(head).chain(rows).collect();
    let mut widths = [0; COLUMNS];
    for row in &rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = terminal::columns(cell).max(*width);
        }
    }
    let line = |row: &[String; COLUMNS]| {
        let cells = row.iter().zip(widths);
        let cells: Vec<_> = cells
            .map(|(cell, width)| {
                let blanks = " ".repeat(width.saturating_sub(terminal::columns(cell)));
                format!("{cell}{blanks}")
            })
            .collect();
        let line = cells.join("  ");
        let line = line.trim_end();
        most.map_or_else(|| line.to_owned(), |most| terminal::cut(line, most))
    };
    rows.iter().map(line).collect()
}
