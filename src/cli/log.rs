//! `kneewise --log`: where the log is.

use std::io;
use std::process::ExitCode;

use super::say;
use crate::words::command_line as words;
use crate::{desktop, logging};

pub(super) fn run() -> ExitCode {
    let Some(folders) = desktop::folders() else {
        say(io::stderr(), &[words::no_log().to_owned()]);
        return ExitCode::FAILURE;
    };
    let path = logging::file::newest(&folders.log());
    say(io::stdout(), &[path.display().to_string()]);
    ExitCode::SUCCESS
}
