//! The summary as a file: saved beside what is there already, or opened to be printed.

use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use iced::Task;
use jiff::civil::Date;

use crate::app::executor::spawn_blocking;
use crate::app::screen::finding::{self, Summing, Told};
use crate::app::{Message, Ready};
use crate::words::finding as words;

/// The name of the file of a summary of this day.
pub(in crate::app) fn file_name(day: Date) -> String {
    format!("kneewise-summary-{day}.txt")
}

/// How many files of one day there may be.
const MOST: u32 = 1000;

impl Ready {
    /// Saves a summary in the folder of documents, where nothing can ask where to. Nothing that is there is written over.
    pub(super) fn save_summary_in_documents(&self, text: String) -> Task<Message> {
        let (documents, data) = (self.desktop.documents, self.data_folder());
        let today = self.history.today();
        tell(spawn_blocking(move || {
            // Where documents are stands in a file.
            let folder = documents().or(data);
            let folder = folder.ok_or_else(|| io::Error::from(io::ErrorKind::NotFound));
            saved(folder.and_then(|folder| save(&folder, today, &text)))
        }))
    }

    /// Opens a summary in the program that opens texts, where it can be printed.
    pub(super) fn print_summary(&self, text: String) -> Task<Message> {
        let open = self.desktop.open;
        let today = self.history.today();
        let opened = spawn_blocking(move || {
            let file = save(&std::env::temp_dir(), today, &text);
            file.and_then(|file| open(&file)).err()
        });
        tell(opened.then(|error| match error {
            Some(error) => Task::done(Told::Failed(words::not_opened(&error.to_string()))),
            None => Task::none(),
        }))
    }
}

/// Says on the page what became of the summary.
pub(in crate::app) fn tell(told: Task<Told>) -> Task<Message> {
    told.map(|told| Message::Finding(finding::Message::Summing(Summing::Told(told))))
}

/// Saves a summary as the file that was chosen for it; whoever chose one that is there was asked by the desktop.
pub(in crate::app) fn write(file: PathBuf, text: String) -> Task<Message> {
    tell(spawn_blocking(move || {
        let written = private(OpenOptions::new().create(true).truncate(true))
            .open(&file)
            .and_then(|mut opened| opened.write_all(text.as_bytes()));
        saved(written.map(|()| file))
    }))
}

fn saved(saved: io::Result<PathBuf>) -> Told {
    match saved {
        Ok(file) => Told::Saved(file),
        Err(error) => Told::Failed(words::not_saved(&error.to_string())),
    }
}

/// To write, so that nobody else reads it.
fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    #[cfg(unix)]
    let options = std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
    options.write(true)
}

/// Writes a text into a new file of this day.
fn save(folder: &Path, day: Date, text: &str) -> io::Result<PathBuf> {
    std::fs::create_dir_all(folder)?;
    for number in 1..=MOST {
        let name = match number {
            1 => file_name(day),
            _ => format!("kneewise-summary-{day}-{number}.txt"),
        };
        let path = folder.join(name);
        match private(OpenOptions::new().create_new(true)).open(&path) {
            Ok(mut file) => {
                file.write_all(text.as_bytes())?;
                return Ok(path);
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(io::Error::from(io::ErrorKind::AlreadyExists))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn a_second_summary_of_a_day_leaves_the_first_as_it_is() {
        let home = tempfile::tempdir().unwrap();
        let day = Date::constant(2026, 11, 30);
        let first = save(home.path(), day, "one").unwrap();
        let second = save(home.path(), day, "two").unwrap();
        assert_eq!(
            first.file_name().unwrap(),
            "kneewise-summary-2026-11-30.txt"
        );
        assert_eq!(
            second.file_name().unwrap(),
            "kneewise-summary-2026-11-30-2.txt"
        );
        assert_eq!(std::fs::read_to_string(first).unwrap(), "one");
        assert_eq!(std::fs::read_to_string(second).unwrap(), "two");
    }
}
