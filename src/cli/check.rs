//! `kneewise check`: what is wrong in routine and exercise files.

use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

use super::say;
use crate::content::Content;
use crate::library;
use crate::words::command_line as words;

pub(super) fn run(paths: &[PathBuf]) -> ExitCode {
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
