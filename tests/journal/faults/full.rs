//! Disks that are full or protected.
//!
//! Where this may mount a file system of its own it uses a small one, and protects it as a whole, since a
//! superuser may write to files that are protected. Elsewhere the size of files is limited in another process, and the
//! folder itself is protected.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use kneewise::journal::Event;
use kneewise::journal::store::{Notice, Store};
use kneewise::training::record::{Entry, Pain};
use tempfile::TempDir;

use super::told::Told;
use crate::test_data::{self, id, numbers};

/// A small disk in memory.
struct Disk {
    at: TempDir,
}

impl Disk {
    /// None where that is not allowed.
    fn mounted() -> Option<Self> {
        let disk = Self {
            at: tempfile::tempdir().unwrap(),
        };
        disk.mount(&["-t", "tmpfs", "-o", "size=1m", "tmpfs"])
            .then_some(disk)
    }

    fn mount(&self, how: &[&str]) -> bool {
        Command::new("mount")
            .args(how)
            .arg(self.at.path())
            .output()
            .is_ok_and(|done| done.status.success())
    }

    fn protect(&self) {
        assert!(self.mount(&["-o", "remount,ro"]));
    }

    fn unprotect(&self) {
        assert!(self.mount(&["-o", "remount,rw"]));
    }

    fn folder(&self) -> PathBuf {
        self.at.path().join("kneewise")
    }

    /// Writes a file until there is no room for more.
    fn fill(&self) -> PathBuf {
        let ballast = self.at.path().join("ballast");
        let _full = fs::write(&ballast, vec![7; 2 << 20]);
        // The last page, which was too small for that.
        let _full = fs::write(self.at.path().join("crumbs"), vec![7; 4096]);
        ballast
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _done = Command::new("umount")
            .arg("-l")
            .arg(self.at.path())
            .output();
    }
}

fn heavy(number: u32) -> Entry {
    Entry::Pain(Pain {
        note: "n".repeat(20_000),
        ..test_data::pain(number)
    })
}

/// Writes until it waits, gives it room, and sees that everything is there.
fn fills_up(folder: &Path, make_room: impl FnOnce()) {
    let mut told = Told::start(folder);
    assert_eq!(told.opened(), []);
    told.write(test_data::whole(1, 3));
    told.flush();
    assert_eq!(told.times_waiting(), 0);
    for number in 0..150 {
        told.write(vec![heavy(number)]);
    }
    let error = told.waiting();
    let sentence = error.sentence();
    assert!(sentence.contains("disk"), "{sentence}");
    told.write(vec![Entry::Pain(test_data::pain(500))]);
    assert_eq!(
        told.history().pain.len(),
        150 + 1,
        "it is shown all the same"
    );
    assert_eq!(told.times_waiting(), 1, "it is said once");
    make_room();
    told.saved();
    told.quit();
    let (store, notices) = Store::open(folder).unwrap();
    assert_eq!(notices, []);
    assert_eq!(store.log(None).unwrap().pain.len(), 151);
    assert_eq!(store.session(id(1, 1)).unwrap().unwrap().segments.len(), 3);
}

/// Says to a process of this test which journal to write to with a limit.
const LIMITED: &str = "KNEEWISE_TEST_LIMITED";

#[test]
fn on_a_full_disk_what_is_written_waits() {
    if let Some(folder) = std::env::var_os(LIMITED) {
        // This is the other process, which may write 400 KB into a file until it is given more.
        let more = |limit: &str| {
            let process = std::process::id().to_string();
            let limit = format!("--fsize={limit}:unlimited");
            let done = Command::new("prlimit")
                .args(["--pid", &process, &limit])
                .output();
            assert!(done.unwrap().status.success());
        };
        more("409600");
        fills_up(Path::new(&folder), || more("unlimited"));
        return;
    }
    if let Some(disk) = Disk::mounted() {
        let ballast = disk.at.path().join("ballast");
        fs::write(&ballast, vec![7; 400 << 10]).unwrap();
        // 150 scores of 20 KB do not fit into 1 MB in any case: there has to be room for them elsewhere.
        fills_up(&disk.folder(), || {
            assert!(disk.mount(&["-o", "remount,size=16m"]));
        });
    }
    let folder = tempfile::tempdir().unwrap();
    let other = Command::new("sh")
        .args(["-c", "trap '' XFSZ; exec \"$0\" \"$@\""])
        .arg(std::env::current_exe().unwrap())
        .args([
            "--exact",
            "faults::full::on_a_full_disk_what_is_written_waits",
            "--nocapture",
        ])
        .env(LIMITED, folder.path())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&other.stderr);
    assert!(other.status.success(), "{said}");
}

#[test]
fn on_a_disk_that_is_full_from_the_start_it_is_kept_in_memory_until_there_is_room() {
    let Some(disk) = Disk::mounted() else {
        // A file where the folder should be is the same to it; that is tried elsewhere.
        return;
    };
    let ballast = disk.fill();
    let mut told = Told::start(&disk.folder());
    let notices = told.opened();
    assert!(matches!(notices[..], [Notice::Absent(_)]), "{notices:?}");
    let sentence = notices[0].sentence();
    assert!(sentence.contains("full"), "{sentence}");
    told.write(test_data::whole(1, 3));
    let _error = told.waiting();
    assert_eq!(numbers(&told.history()), [1]);
    fs::remove_file(ballast).unwrap();
    told.saved();
    told.quit();
    let (store, _) = Store::open(&disk.folder()).unwrap();
    assert_eq!(store.session(id(1, 1)).unwrap().unwrap().segments.len(), 3);
}

#[test]
fn a_journal_on_a_full_disk_can_be_looked_at() {
    let Some(disk) = Disk::mounted() else { return };
    let (mut store, _) = Store::open(&disk.folder()).unwrap();
    store.write(&test_data::whole(1, 3)).unwrap();
    drop(store);
    let ballast = disk.fill();
    let mut told = Told::start(&disk.folder());
    let notices = told.opened();
    assert!(
        matches!(notices[..], [] | [Notice::ReadOnly(_)]),
        "{notices:?}"
    );
    assert_eq!(numbers(&told.history()), [1]);
    told.write(vec![heavy(2)]);
    let error = told.waiting();
    assert!(error.sentence().contains("full"), "{}", error.sentence());
    fs::remove_file(ballast).unwrap();
    told.saved();
    assert_eq!(told.history().pain.len(), 2);
    told.quit();
}

/// Reads what is there, keeps what is done, and writes it once it may.
fn is_protected(folder: &Path, unprotect: impl FnOnce()) {
    let mut told = Told::start(folder);
    let notices = told.opened();
    let [Notice::ReadOnly(reason)] = &notices[..] else {
        panic!("{notices:?}")
    };
    assert!(reason.contains("is not allowed to write"), "{reason}");
    assert_eq!(numbers(&told.history()), [1]);
    told.write(test_data::whole(2, 4));
    told.write(test_data::whole(3, 4));
    let _error = told.waiting();
    assert_eq!(numbers(&told.history()), [1, 2, 3]);
    let today = told.today();
    assert_eq!(today.log.pain.len(), 3);
    assert_eq!(told.times_waiting(), 1);
    // What cannot be erased is all still there, and what waits too.
    told.journal.erase();
    let erased = told.wait(|event| match event {
        Event::Erased(erased) => Some(erased.clone()),
        _ => None,
    });
    assert!(erased.is_err());
    assert_eq!(numbers(&told.history()), [1, 2, 3]);
    unprotect();
    told.saved();
    let opened = told.said.iter().rev().find_map(|event| match event {
        Event::Opened(notices) => Some(notices),
        _ => None,
    });
    assert_eq!(
        opened,
        Some(&Vec::new()),
        "what was said does not hold any more"
    );
    told.quit();
    let (store, notices) = Store::open(folder).unwrap();
    assert_eq!(notices, []);
    assert_eq!(numbers(&store.log(None).unwrap()), [1, 2, 3]);
    assert_eq!(store.session(id(1, 3)).unwrap().unwrap().segments.len(), 4);
}

#[test]
fn a_protected_folder_is_read_and_written_once_it_may() {
    let disk = Disk::mounted();
    let plain = tempfile::tempdir().unwrap();
    let folder = disk
        .as_ref()
        .map_or_else(|| plain.path().join("kneewise"), Disk::folder);
    // Closed, and killed with a -wal file beside it.
    for is_killed in [false, true] {
        let _none_yet = fs::remove_dir_all(&folder);
        let (mut store, _) = Store::open(&folder).unwrap();
        store.write(&test_data::whole(1, 3)).unwrap();
        if is_killed {
            let killed = plain.path().join("killed");
            fs::create_dir(&killed).unwrap();
            for ending in ["", "-wal"] {
                let name = format!("journal.sqlite{ending}");
                let _length = fs::copy(folder.join(&name), killed.join(&name)).unwrap();
            }
            drop(store);
            for ending in ["", "-wal"] {
                let name = format!("journal.sqlite{ending}");
                let _length = fs::copy(killed.join(&name), folder.join(&name)).unwrap();
            }
        } else {
            drop(store);
        }
        match &disk {
            Some(disk) => {
                disk.protect();
                is_protected(&folder, || disk.unprotect());
            }
            None => {
                let permissions = |is_protected| {
                    let mut permissions = fs::metadata(&folder).unwrap().permissions();
                    permissions.set_readonly(is_protected);
                    fs::set_permissions(&folder, permissions).unwrap();
                };
                permissions(true);
                is_protected(&folder, || permissions(false));
            }
        }
    }
}
