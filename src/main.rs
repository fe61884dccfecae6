//! Kneewise.
use std::process::ExitCode;
fn main() -> ExitCode {
    let speed = std::env::args().nth(1).and_then(|s| s.parse().ok()).unwrap_or(1.0);
    match kneewise::app::run(kneewise::app::Launch { open: None, speed }) { Ok(()) => ExitCode::SUCCESS, Err(_) => ExitCode::FAILURE }
}
