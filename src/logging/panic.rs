//! A panic in the log: on which thread, where, why and by which way.

use std::any::Any;
use std::backtrace::Backtrace;
use std::panic::{self, PanicHookInfo};
use std::path::{Path, PathBuf};
use std::thread;

use jiff::Timestamp;
use log::Level;

use super::file::{self, LogFile};
use super::line::{line, shortened, without_quotes};

/// The longest backtrace, in bytes.
const LONGEST: usize = 32_768;

/// Lets every panic be written to the log in this folder, before it is treated as it was so far.
pub(super) fn write_to(folder: PathBuf) {
    let before = panic::take_hook();
    panic::set_hook(Box::new(move |information| {
        let backtrace = Backtrace::force_capture().to_string();
        write(&folder, &Panic::of(information), &backtrace);
        before(information);
    }));
}

/// What is known of a panic.
#[derive(Debug)]
struct Panic<'a> {
    thread: String,
    place: String,
    message: &'a str,
}

impl<'a> Panic<'a> {
    fn of(information: &'a PanicHookInfo<'_>) -> Self {
        Self {
            thread: thread::current().name().unwrap_or("unnamed").to_owned(),
            place: information
                .location()
                .map_or_else(|| String::from("unknown"), ToString::to_string),
            message: message(information.payload()),
        }
    }
}

fn message(payload: &dyn Any) -> &str {
    let text = payload.downcast_ref::<&str>().copied();
    text.or_else(|| payload.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("no message")
}

/// Writes a panic now: the program may be gone in a moment. A fault of the disk costs the entry.
fn write(folder: &Path, panic: &Panic<'_>, backtrace: &str) {
    let mut file = LogFile::new(folder.to_path_buf(), file::LIMITS);
    drop(file.write(&text(Timestamp::now(), panic, backtrace)));
}

fn text(at: Timestamp, panic: &Panic<'_>, backtrace: &str) -> String {
    let Panic {
        thread,
        place,
        message,
    } = panic;
    let message = without_quotes(message);
    let first = format!("panic on thread {thread} at {place}: {message}");
    let mut text = line(at, Level::Error, "kneewise", &first);
    for line in shortened(backtrace, LONGEST).lines() {
        text.push_str("    ");
        text.push_str(line);
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_panic_is_written_with_its_place_and_backtrace_and_without_what_it_quotes() {
        let folder = tempfile::tempdir().unwrap();
        let panic = Panic {
            thread: String::from("journal"),
            place: String::from("src/journal/read.rs:12:5"),
            message: "it is inside 'é' of `é hurts at night`\nmore",
        };
        write(folder.path(), &panic, "0: kneewise::main\n1: std::rt\n");
        let written = std::fs::read_to_string(file::newest(folder.path())).unwrap();
        let mut lines = written.lines();
        let first = lines.next().unwrap();
        let expected = "ERROR kneewise: panic on thread journal at src/journal/read.rs:12:5: it is inside 'é' of `…`";
        assert!(first.ends_with(expected), "{first}");
        assert_eq!(lines.next(), Some("    0: kneewise::main"));
        assert_eq!(lines.next(), Some("    1: std::rt"));
        assert_eq!(lines.next(), None);
        assert!(!written.contains("night"));
    }

    #[test]
    fn a_backtrace_without_end_is_cut() {
        let panic = Panic {
            thread: String::new(),
            place: String::new(),
            message: "",
        };
        let text = text(Timestamp::UNIX_EPOCH, &panic, &"frame\n".repeat(100_000));
        assert!(text.len() < 3 * LONGEST, "{}", text.len());
    }
}
