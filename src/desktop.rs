//! What the desktop provides: the folders in which a person's files belong, a way to look into them, and a clock that never
//! sleeps.

use std::path::{Path, PathBuf};

use directories::ProjectDirs;

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

/// Time on a clock that goes on while the computer sleeps, from a moment that stays the same as long as the program runs.
/// An [`Instant`](std::time::Instant) stands still meanwhile. None where the system has no such clock, as on Windows, whose
/// instants go on too.
pub fn sleepless_clock() -> Option<std::time::Duration> {
    #[cfg(any(target_os = "linux", target_os = "macos"))]
    {
        #[cfg(target_os = "linux")]
        const CLOCK: rustix::time::ClockId = rustix::time::ClockId::Boottime;
        #[cfg(target_os = "macos")]
        const CLOCK: rustix::time::ClockId = rustix::time::ClockId::Monotonic;
        std::time::Duration::try_from(rustix::time::clock_gettime(CLOCK)).ok()
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
