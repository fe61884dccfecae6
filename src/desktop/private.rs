//! Folders and files into which no other account of the computer may look. Where the system has no such thing they are as
//! any others.

#[cfg(unix)]
use std::fs::{self, Permissions};
use std::fs::{DirBuilder, File, OpenOptions};
use std::io;
use std::path::Path;

use tempfile::TempDir;

#[cfg(unix)]
const FOLDER: u32 = 0o700;
#[cfg(unix)]
const FILE: u32 = 0o600;

/// Makes a folder and those it is in, where they are not there. One that is there is closed to others.
///
/// # Errors
///
/// When the folder cannot be made.
pub(crate) fn create_folder(folder: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    #[cfg(unix)]
    let _builder = std::os::unix::fs::DirBuilderExt::mode(&mut builder, FOLDER);
    builder.recursive(true).create(folder)?;
    close(folder);
    Ok(())
}

/// Makes a file that is not there yet.
///
/// # Errors
///
/// When it is there, or cannot be made.
pub(crate) fn create_file(file: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    let _options = std::os::unix::fs::OpenOptionsExt::mode(&mut options, FILE);
    options.write(true).create_new(true).open(file)
}

/// Makes a folder within another that is gone when it is dropped.
///
/// # Errors
///
/// When it cannot be made.
pub(crate) fn temporary_folder(prefix: &str, within: &Path) -> io::Result<TempDir> {
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    let builder = builder.permissions(permissions(FOLDER));
    builder.prefix(prefix).tempdir_in(within)
}

/// Closes a file or a folder to others. What cannot be closed, or belongs to everybody, stays as it is.
pub(crate) fn close(path: &Path) {
    #[cfg(not(unix))]
    let _as_it_is = path;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        /// What other accounts may do.
        const OTHERS: u32 = 0o077;
        /// On folders in which everybody may make files.
        const STICKY: u32 = 0o1000;
        if let Ok(metadata) = fs::metadata(path) {
            let mode = metadata.permissions().mode();
            if mode & OTHERS != 0 && mode & STICKY == 0 {
                let _as_it_is = fs::set_permissions(path, permissions(mode & !OTHERS));
            }
        }
    }
}

#[cfg(unix)]
fn permissions(mode: u32) -> Permissions {
    std::os::unix::fs::PermissionsExt::from_mode(mode)
}
