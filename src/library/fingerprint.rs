//! A folder seen from outside: names, sizes and times, so that a change is seen without reading anything.

use std::fs::{self, DirEntry, Metadata};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

use super::file_name::FileName;

/// More names than this are not looked at.
const MOST_NAMES: usize = 100_000;

/// What a folder looks like from outside. Two that are equal hold the same files, as far as their names, sizes and times
/// tell.
///
/// Taking one costs some microseconds for each file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Fingerprint {
    names: usize,
    /// A sum does not depend on the order in which the system gives names.
    sum: u64,
}

impl Fingerprint {
    /// Looks at a folder, not at those in it, nor at what editors leave behind: they write it all the time. One that is not
    /// there, or that one may not look into, looks empty.
    pub fn at(folder: &Path) -> Self {
        let entries = fs::read_dir(folder).into_iter().flatten();
        let seen = Self { names: 0, sum: 0 };
        entries
            .take(MOST_NAMES)
            .filter_map(Result::ok)
            .filter(|entry| FileName::of(&entry.file_name()) != FileName::LeftOver)
            .fold(seen, |seen, entry| Self {
                names: seen.names + 1,
                sum: seen.sum.wrapping_add(number(&entry)),
            })
    }
}

/// A number that changes with anything that can be told of a file without opening it.
fn number(entry: &DirEntry) -> u64 {
    let mut hasher = DefaultHasher::new();
    entry.file_name().hash(&mut hasher);
    let mut add = |metadata: &Metadata| {
        metadata.file_type().hash(&mut hasher);
        metadata.len().hash(&mut hasher);
        metadata.modified().ok().hash(&mut hasher);
    };
    if let Ok(metadata) = entry.metadata() {
        add(&metadata);
        // What a link leads to changes without the link.
        if metadata.is_symlink()
            && let Ok(target) = fs::metadata(entry.path())
        {
            add(&target);
        }
    }
    hasher.finish()
}
