//! No other account of the computer may look into the journal, its copies or what is exported of it.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use kneewise::journal::store::Store;

use crate::test_data;

/// Every file and folder below a folder, itself first.
fn everything(folder: &Path) -> Vec<PathBuf> {
    let mut found = vec![folder.to_path_buf()];
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(everything(&path));
        } else {
            found.push(path);
        }
    }
    found
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

fn is_private(folder: &Path) {
    for path in everything(folder) {
        let expected = if path.is_dir() { 0o700 } else { 0o600 };
        assert_eq!(
            mode(&path),
            expected,
            "{}: {:o}",
            path.display(),
            mode(&path)
        );
    }
}

/// Names of files that are there, without where they are.
fn names(folder: &Path) -> Vec<String> {
    let name = |path: &PathBuf| path.file_name().unwrap().to_str().unwrap().to_owned();
    everything(folder).iter().map(name).collect()
}

#[test]
fn what_is_made_is_private() {
    let around = tempfile::tempdir().unwrap();
    let folder = around.path().join("data").join("kneewise");
    let (mut store, _) = Store::open(&folder).unwrap();
    store.write(&test_data::whole(1, 3)).unwrap();
    drop(store);
    // Opened again, so that there is a copy of the day.
    let (mut store, _) = Store::open(&folder).unwrap();
    store.write(&test_data::whole(2, 3)).unwrap();
    let there = names(&folder);
    for name in [
        "journal.sqlite",
        "journal.sqlite-wal",
        "journal.sqlite-shm",
        "backups",
    ] {
        assert!(there.contains(&name.to_owned()), "{name}: {there:?}");
    }
    is_private(&folder);

    let documents = tempfile::tempdir().unwrap();
    fs::set_permissions(documents.path(), Permissions::from_mode(0o755)).unwrap();
    let exported = store.export(documents.path()).unwrap();
    is_private(&exported);
    assert_eq!(
        mode(documents.path()),
        0o755,
        "the folder of documents is not ours"
    );
}

#[test]
fn what_was_open_to_others_is_closed_at_the_next_start() {
    let around = tempfile::tempdir().unwrap();
    let folder = around.path().join("kneewise");
    let (mut store, _) = Store::open(&folder).unwrap();
    store.write(&test_data::whole(1, 3)).unwrap();
    drop(store);
    drop(Store::open(&folder).unwrap());
    fs::write(folder.join("journal-damaged-2026-01-01.sqlite"), "damaged").unwrap();
    for path in everything(&folder) {
        let open = if path.is_dir() { 0o755 } else { 0o644 };
        fs::set_permissions(&path, Permissions::from_mode(open)).unwrap();
    }
    let (mut store, _) = Store::open(&folder).unwrap();
    store.write(&test_data::whole(2, 3)).unwrap();
    is_private(&folder);
}

#[test]
fn a_damaged_journal_is_kept_and_made_anew_privately() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("journal.sqlite");
    fs::write(
        &file,
        "This is not a database, and long enough to be one. ".repeat(200),
    )
    .unwrap();
    let (mut store, notices) = Store::open(folder.path()).unwrap();
    assert_eq!(notices.len(), 1);
    store.write(&test_data::whole(1, 3)).unwrap();
    is_private(folder.path());
}

#[test]
fn copies_that_were_being_made_are_swept_at_the_next_start() {
    let folder = tempfile::tempdir().unwrap();
    let (mut store, _) = Store::open(folder.path()).unwrap();
    store.write(&test_data::whole(1, 3)).unwrap();
    drop(store);
    fs::write(folder.path().join(".journal-Ab12Cd"), "half").unwrap();
    fs::write(folder.path().join(".journal-Ab12Cd-journal"), "half").unwrap();
    let aside = folder.path().join(".journal-Ef34Gh");
    fs::create_dir(&aside).unwrap();
    fs::write(aside.join("journal.sqlite"), "half").unwrap();
    fs::write(folder.path().join("journal.txt"), "mine").unwrap();
    let (store, _) = Store::open(folder.path()).unwrap();
    let there = names(folder.path());
    assert!(
        !there.iter().any(|name| name.starts_with(".journal-")),
        "{there:?}"
    );
    assert!(there.contains(&"journal.txt".to_owned()));
    assert_eq!(store.log(None).unwrap().sessions.len(), 1);
}

#[test]
fn settings_and_their_folder_are_private() {
    let around = tempfile::tempdir().unwrap();
    let folder = around.path().join("config").join("kneewise");
    let file = folder.join("settings.ron");
    kneewise::settings::write(&file, &kneewise::settings::Settings::default()).unwrap();
    is_private(&folder);
    // One that was open to others, with a fault, so that a copy of it is kept.
    fs::write(&file, "(volume: 900)").unwrap();
    for (path, open) in [(&folder, 0o755), (&file, 0o644)] {
        fs::set_permissions(path, Permissions::from_mode(open)).unwrap();
    }
    kneewise::settings::write(&file, &kneewise::settings::Settings::default()).unwrap();
    assert!(names(&folder).contains(&"settings.ron.bak".to_owned()));
    is_private(&folder);
}
