//! The log's files: one that grows, and older ones beside it that the next replaces.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::desktop::private;

/// How large the log may get.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The most bytes of one file.
    pub bytes: u64,
    /// How many files there are at most, the one that grows among them; at least 1.
    pub files: u32,
}

/// Three files of a megabyte.
pub const LIMITS: Limits = Limits {
    bytes: 1_000_000,
    files: 3,
};

/// The file in this folder that grows. Older ones are `kneewise.1.log`, the newest of them, `kneewise.2.log` and so on.
pub fn newest(folder: &Path) -> PathBuf {
    numbered(folder, 0)
}

fn numbered(folder: &Path, number: u32) -> PathBuf {
    match number {
        0 => folder.join("kneewise.log"),
        older => folder.join(format!("kneewise.{older}.log")),
    }
}

/// The log's files in a folder. Nothing is made before something is written.
#[derive(Debug)]
pub struct LogFile {
    folder: PathBuf,
    limits: Limits,
    open: Option<Open>,
}

#[derive(Debug)]
struct Open {
    file: File,
    bytes: u64,
}

impl LogFile {
    /// The log in this folder.
    pub fn new(folder: PathBuf, limits: Limits) -> Self {
        Self {
            folder,
            limits,
            open: None,
        }
    }

    /// Writes text to the end, into a new file if the one that grows would get larger than it may. Another process may
    /// write to the same folder.
    ///
    /// # Errors
    ///
    /// When the folder or the file cannot be made or written.
    pub fn write(&mut self, text: &str) -> io::Result<()> {
        let length = text.len() as u64;
        let mut open = match self.open.take() {
            Some(open) => open,
            None => self.opened()?,
        };
        if open.bytes > 0 && open.bytes.saturating_add(length) > self.limits.bytes {
            drop(open);
            self.make_room()?;
            open = self.opened()?;
        }
        open.file.write_all(text.as_bytes())?;
        open.bytes = open.bytes.saturating_add(length);
        self.open = Some(open);
        Ok(())
    }

    fn opened(&self) -> io::Result<Open> {
        private::create_folder(&self.folder)?;
        let path = newest(&self.folder);
        match private::create_file(&path) {
            Ok(_) => {}
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => private::close(&path),
            Err(error) => return Err(error),
        }
        // What another process writes meanwhile is not written over.
        let file = OpenOptions::new().append(true).open(&path)?;
        let bytes = file.metadata()?.len();
        Ok(Open { file, bytes })
    }

    /// Moves every file one number up. The oldest goes.
    fn make_room(&self) -> io::Result<()> {
        let newest = newest(&self.folder);
        for number in (1..self.limits.files.max(1)).rev() {
            let (from, to) = (
                numbered(&self.folder, number - 1),
                numbered(&self.folder, number),
            );
            match fs::rename(from, to) {
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                // What cannot be kept makes room all the same.
                Err(_) if number == 1 => fs::remove_file(&newest)?,
                _ => {}
            }
        }
        if self.limits.files <= 1 {
            fs::remove_file(newest)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const SMALL: Limits = Limits {
        bytes: 30,
        files: 3,
    };

    fn contents(folder: &Path) -> Vec<(String, String)> {
        let mut files: Vec<_> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| {
                let entry = entry.unwrap();
                let name = entry.file_name().into_string().unwrap();
                (name, fs::read_to_string(entry.path()).unwrap())
            })
            .collect();
        files.sort();
        files
    }

    #[test]
    fn three_files_are_kept_and_none_is_larger_than_it_may() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path().join("data").join("log");
        let mut log = LogFile::new(folder.clone(), SMALL);
        for number in 0..20 {
            log.write(&format!("line {number:02}..\n")).unwrap();
        }
        let lines = |numbers: [u32; 3]| {
            numbers
                .map(|number| format!("line {number:02}..\n"))
                .concat()
        };
        // Three lines of ten bytes fill a file.
        let expected = [
            ("kneewise.1.log", lines([15, 16, 17])),
            ("kneewise.2.log", lines([12, 13, 14])),
            ("kneewise.log", "line 18..\nline 19..\n".to_owned()),
        ];
        let expected = expected.map(|(name, text)| (name.to_owned(), text));
        assert_eq!(contents(&folder), expected);
    }

    #[test]
    fn the_next_start_goes_on_where_the_last_one_ended() {
        let folder = tempfile::tempdir().unwrap();
        for run in 0..4 {
            let mut log = LogFile::new(folder.path().to_path_buf(), SMALL);
            log.write(&format!("run {run}....\n")).unwrap();
        }
        let texts: Vec<_> = contents(folder.path());
        assert_eq!(texts.len(), 2, "{texts:?}");
        assert_eq!(texts[0].1, "run 0....\nrun 1....\nrun 2....\n");
        assert_eq!(texts[1].1, "run 3....\n");
    }

    #[test]
    fn a_text_larger_than_a_file_has_one_to_itself() {
        let folder = tempfile::tempdir().unwrap();
        let mut log = LogFile::new(folder.path().to_path_buf(), SMALL);
        let long = "x".repeat(100);
        log.write(&long).unwrap();
        log.write("y").unwrap();
        let texts = contents(folder.path());
        assert_eq!(texts[0], ("kneewise.1.log".to_owned(), long));
        assert_eq!(texts[1].1, "y");
    }

    #[test]
    fn one_file_begins_anew() {
        let folder = tempfile::tempdir().unwrap();
        let limits = Limits { files: 1, ..SMALL };
        let mut log = LogFile::new(folder.path().to_path_buf(), limits);
        for number in 0..5 {
            log.write(&format!("{number}23456789012345\n")).unwrap();
        }
        let texts = contents(folder.path());
        assert_eq!(texts.len(), 1);
        assert_eq!(texts[0].1, "423456789012345\n");
    }

    #[test]
    fn an_older_file_that_is_in_the_way_costs_lines_and_not_the_log() {
        let folder = tempfile::tempdir().unwrap();
        // Nothing can be moved onto a folder with something in it.
        let stuck = folder.path().join("kneewise.1.log");
        fs::create_dir_all(stuck.join("inside")).unwrap();
        let mut log = LogFile::new(folder.path().to_path_buf(), SMALL);
        for number in 0..9 {
            log.write(&format!("line {number:02}..\n")).unwrap();
        }
        let newest = fs::read_to_string(newest(folder.path())).unwrap();
        assert_eq!(newest, "line 06..\nline 07..\nline 08..\n");
    }

    #[test]
    fn without_a_folder_writing_fails_and_does_not_panic() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("file");
        fs::write(&file, "").unwrap();
        let mut log = LogFile::new(file.join("log"), SMALL);
        assert!(log.write("line\n").is_err());
        fs::remove_file(&file).unwrap();
        log.write("line\n").unwrap();
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_may_read_it() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path().join("log");
        fs::create_dir(&folder).unwrap();
        let path = newest(&folder);
        fs::write(&path, "").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
        let mut log = LogFile::new(folder.clone(), SMALL);
        for number in 0..9 {
            log.write(&format!("line {number:02}..\n")).unwrap();
        }
        for (name, _) in contents(&folder) {
            let mode = fs::metadata(folder.join(&name))
                .unwrap()
                .permissions()
                .mode();
            assert_eq!(mode & 0o777, 0o600, "{name}");
        }
        let made = folder.join("deeper");
        LogFile::new(made.clone(), SMALL).write("line\n").unwrap();
        let mode = fs::metadata(made).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o700);
    }
}
