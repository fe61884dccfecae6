//! Bytes that a fuzzer or somebody's computer once came up with, tried again with every run of the tests.

mod checks;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use checks::{ALL, Check};

/// The longest that any of the kept files may take. It is far more than any does, and far less than one that hangs.
const LONGEST: Duration = Duration::from_secs(20);
/// How large all of them may be together, in bytes: they come along with every checkout.
const LARGEST: u64 = 300_000;

fn kept() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/core/corpus")
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap();
    let mut files: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

fn replay(name: &str, check: Check) {
    let files = files(&kept().join(name));
    assert!(!files.is_empty(), "nothing is kept for {name}");
    for file in files {
        let bytes = fs::read(&file).unwrap();
        let begin = Instant::now();
        check(&bytes);
        assert!(begin.elapsed() < LONGEST, "{}", file.display());
    }
}

macro_rules! replayed {
    ($($name:ident)*) => {
        $(
            #[test]
            fn $name() {
                let name = stringify!($name);
                let (_, check) = ALL.iter().find(|(known, _)| *known == name).unwrap();
                replay(name, *check);
            }
        )*

        #[test]
        fn every_check_is_tried_and_has_a_fuzz_target() {
            let tried = BTreeSet::from([$(stringify!($name)),*]);
            let known: BTreeSet<_> = ALL.iter().map(|(name, _)| *name).collect();
            assert_eq!(tried, known);
            let folders = files(&kept()).into_iter().filter(|path| path.is_dir());
            let folders: BTreeSet<_> = folders
                .map(|folder| folder.file_name().unwrap().to_string_lossy().into_owned())
                .collect();
            assert_eq!(folders.iter().map(String::as_str).collect::<BTreeSet<_>>(), known);
            let manifest = include_str!("../../fuzz/Cargo.toml");
            for name in known {
                assert!(manifest.contains(&format!("name = \"{name}\"")), "{name}");
            }
        }
    };
}

replayed! { assess calendar exercise folder import journal picture routine session settings }

#[test]
fn what_is_kept_is_little() {
    let folders = files(&kept()).into_iter().filter(|path| path.is_dir());
    let size: u64 = folders
        .flat_map(|folder| files(&folder))
        .map(|file| fs::metadata(file).unwrap().len())
        .sum();
    assert!(size < LARGEST, "{size} bytes");
}
