//! Writes routine files into a folder, to see how the program takes to thousands of them:
//!
//!     cargo run --example made_routines -- 10000 ~/.local/share/kneewise/routines
#![allow(clippy::print_stderr)]

use std::path::PathBuf;
use std::process::ExitCode;
use std::{env, fs};

#[path = "made.rs"]
mod made;

fn main() -> ExitCode {
    let mut arguments = env::args().skip(1);
    let count = arguments.next().and_then(|count| count.parse().ok());
    let (Some(count), Some(folder)) = (count, arguments.next().map(PathBuf::from)) else {
        eprintln!("Please say how many routines, and which folder to write them into.");
        return ExitCode::FAILURE;
    };
    let written = fs::create_dir_all(&folder).and_then(|()| {
        made::texts(count).try_for_each(|(id, text)| fs::write(folder.join(id + ".ron"), text))
    });
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{}: {error}", folder.display());
            ExitCode::FAILURE
        }
    }
}
