//! What the desktop provides: the folders in which a person's files belong, a way to look into them, and how long
//! the computer slept.

pub(crate) mod private;
pub mod region;

use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use directories::{ProjectDirs, UserDirs};

/// Where Kneewise keeps what belongs to the person at the machine.
///
/// On Linux these are below `$XDG_CONFIG_HOME` and `$XDG_DATA_HOME`, or below `~/.config` and `~/.local/share` where
/// those are not set; on macOS and Windows they are in the places those systems have for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folders {
    /// For preferences.
    pub config: PathBuf,
    /// For routines of one's own, their pictures, and the journal.
    pub data: PathBuf,
}

impl Folders {
    /// The file with the preferences.
    pub fn settings(&self) -> PathBuf {
        self.config.join("settings.ron")
    }

    /// The folder with the log.
    pub fn log(&self) -> PathBuf {
        self.data.join("log")
    }

    /// The folder with routines of one's own and their pictures.
    pub fn routines(&self) -> PathBuf {
        self.data.join("routines")
    }
}

/// The folders of the person who runs the program. None if they have no home. They need not exist yet.
pub fn folders() -> Option<Folders> {
    let project = ProjectDirs::from("", "", "Kneewise")?;
    Some(Folders {
        config: project.config_dir().to_path_buf(),
        data: project.data_dir().to_path_buf(),
    })
}

/// The home of the person who runs the program.
pub fn home() -> Option<&'static Path> {
    static HOME: OnceLock<Option<PathBuf>> = OnceLock::new();
    HOME.get_or_init(std::env::home_dir).as_deref()
}

/// The folder of documents of the person who runs the program, where they have one. It is looked up in a file: not for
/// the thread that draws.
pub fn documents() -> Option<PathBuf> {
    let user = UserDirs::new()?;
    user.document_dir().map(Path::to_path_buf)
}

/// The file of an exported journal that a person means: the file itself, or the folder it is in. `~` is their home.
/// Asks the disk: not for the thread that draws.
pub fn exported_at(path: &Path) -> PathBuf {
    let home = || UserDirs::new().map(|user| user.home_dir().to_path_buf());
    let path = match path.strip_prefix("~") {
        Ok(below) => home().map_or_else(|| path.to_path_buf(), |home| home.join(below)),
        Err(_) => path.to_path_buf(),
    };
    if path.is_dir() {
        path.join("kneewise-journal.json")
    } else {
        path
    }
}

/// Shows a folder in the file manager. It is made if it is not there.
///
/// Waits for the file manager to answer, on some desktops until it is closed: not for the thread that draws.
///
/// # Errors
///
/// When the folder cannot be made, or nothing opens it.
pub fn show(folder: &Path) -> std::io::Result<()> {
    std::fs::create_dir_all(folder)?;
    open::that(folder)
}

/// How long the computer has slept in all, counted from a moment that stays the same as long as the program runs: by how
/// much a clock that never stands still has outrun an [`Instant`]. None where the system has no such clock, as on Windows,
/// whose instants go on too.
pub fn time_slept() -> Option<Duration> {
    static BEGAN: OnceLock<Instant> = OnceLock::new();
    let began = *BEGAN.get_or_init(Instant::now);
    // Both are read at once: what happens in between would look like sleep.
    let sleepless = sleepless_clock()?;
    Some(sleepless.saturating_sub(began.elapsed()))
}

/// Time on a clock that goes on while the computer sleeps.
fn sleepless_clock() -> Option<Duration> {
    #[cfg(any(target_os = "linux", target_os = "macos"))]
    {
        #[cfg(target_os = "linux")]
        const CLOCK: rustix::time::ClockId = rustix::time::ClockId::Boottime;
        #[cfg(target_os = "macos")]
        const CLOCK: rustix::time::ClockId = rustix::time::ClockId::Monotonic;
        Duration::try_from(rustix::time::clock_gettime(CLOCK)).ok()
    }
    #[cfg(not(any(target_os = "linux", target_os = "macos")))]
    None
}

/// Makes sure that what was written to a folder, a new name for instance, outlives a loss of power.
///
/// # Errors
///
/// When the folder cannot be opened or the disk reports a fault. Windows does this by itself.
pub(crate) fn settle(folder: &Path) -> std::io::Result<()> {
    if cfg!(unix) {
        std::fs::File::open(folder)?.sync_all()
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn an_export_is_found_by_its_file_or_by_its_folder() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("kneewise-journal.json");
        assert_eq!(exported_at(folder.path()), file);
        assert_eq!(exported_at(&file), file);
        let home = UserDirs::new().unwrap().home_dir().to_path_buf();
        assert_eq!(
            exported_at(Path::new("~/export.json")),
            home.join("export.json")
        );
    }

    #[test]
    fn folders_are_absolute_and_ours() {
        let folders = folders().unwrap();
        for folder in [&folders.config, &folders.data] {
            assert!(folder.is_absolute(), "{folder:?}");
            let path = folder.to_string_lossy().to_lowercase();
            assert!(path.contains("kneewise"), "{path}");
        }
        assert_eq!(folders.settings().file_name().unwrap(), "settings.ron");
        assert!(folders.routines().starts_with(&folders.data));
    }
}
