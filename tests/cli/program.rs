//! The program as it is typed in a terminal: without a display, and in a home of its own.

use std::ffi::OsStr;
use std::path::Path;
use std::process::Command;

/// Runs it in a folder. The exit code, what is printed, and what is complained about.
pub fn run<A: AsRef<OsStr>>(folder: &Path, arguments: &[A]) -> (i32, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_kneewise"))
        .args(arguments)
        .current_dir(folder)
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        // Whoever runs the tests may have routines of their own.
        .env("XDG_DATA_HOME", folder.join("data"))
        .env("HOME", folder.join("home"))
        .env("APPDATA", folder.join("home"))
        .output()
        .unwrap();
    (
        output.status.code().unwrap(),
        String::from_utf8(output.stdout).unwrap(),
        String::from_utf8(output.stderr).unwrap(),
    )
}
