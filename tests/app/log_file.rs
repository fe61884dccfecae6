//! The log as it is kept while the program runs: records, panics, and the end.

use std::fs;
use std::thread;

use kneewise::logging;

/// The only test that starts it: there is one log in a process.
#[test]
fn what_happens_until_the_end_is_in_the_file_and_so_is_a_panic() {
    let folder = tempfile::tempdir().unwrap();
    let log = folder.path().join("data").join("log");
    let running = logging::start(log.clone()).unwrap();
    log::info!(target: "kneewise::app", "the first line");
    log::debug!(target: "kneewise::app", "too much");
    log::error!(target: "usvg", "what a file says");

    let line = line!() + 3;
    let panicked = thread::Builder::new()
        .name(String::from("worker"))
        .spawn(|| panic!("the note \"hurts at night\" is odd"))
        .unwrap()
        .join();
    assert!(panicked.is_err());

    for number in 0..500 {
        log::warn!(target: "kneewise::journal", "line {number}");
    }
    drop(running);

    let text = fs::read_to_string(logging::file::newest(&log)).unwrap();
    // Another test that fails meanwhile is in it too.
    assert!(
        text.contains(" INFO  kneewise::app: the first line\n"),
        "{text}"
    );
    assert!(
        !text.contains("too much") && !text.contains("what a file says"),
        "{text}"
    );
    let place = format!("panic on thread worker at {}:{line}:", file!());
    assert!(text.contains(&place), "no {place} in {text}");
    assert!(text.contains(": the note \"…\" is odd\n"), "{text}");
    assert!(text.contains("\n      "), "no backtrace in {text}");
    assert!(!text.contains("night"), "{text}");
    assert_eq!(text.matches("kneewise::journal: line ").count(), 500);

    assert!(logging::start(log).is_err(), "a second one is not started");
}
