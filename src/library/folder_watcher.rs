//! Being told by the system that something in a folder changes, so that its files need not be looked at all the time.

use std::path::Path;

/// What tells of changes in a folder. Where the system has nothing of the kind there is none.
#[derive(Debug)]
pub struct FolderWatcher(system::Watch);

impl FolderWatcher {
    /// Asks the system to tell of changes in a folder from now on. It does not for a folder that is not there.
    pub fn of(folder: &Path) -> Option<Self> {
        system::Watch::over(folder).map(Self)
    }

    /// Whether something may have changed since this was asked last. It takes some microseconds.
    pub fn has_news(&mut self) -> bool {
        self.0.has_news()
    }
}

#[cfg(target_os = "linux")]
mod system {
    use std::os::fd::OwnedFd;
    use std::path::Path;

    use rustix::fs::inotify::{self, CreateFlags, WatchFlags};
    use rustix::io::{self, Errno};

    #[derive(Debug)]
    pub struct Watch(OwnedFd);

    impl Watch {
        pub fn over(folder: &Path) -> Option<Self> {
            let told = WatchFlags::ATTRIB
                | WatchFlags::CREATE
                | WatchFlags::DELETE
                | WatchFlags::DELETE_SELF
                | WatchFlags::MODIFY
                | WatchFlags::MOVE
                | WatchFlags::MOVE_SELF
                | WatchFlags::ONLYDIR;
            let watch = inotify::init(CreateFlags::CLOEXEC | CreateFlags::NONBLOCK).ok()?;
            let _ = inotify::add_watch(&watch, folder, told).ok()?;
            Some(Self(watch))
        }

        /// Takes out everything that was told; what it was does not matter.
        pub fn has_news(&mut self) -> bool {
            let mut told = [0; 4096];
            let mut has_news = false;
            loop {
                match io::read(&self.0, &mut told) {
                    Ok(1..) => has_news = true,
                    Err(Errno::INTR) => {}
                    Ok(0) | Err(Errno::AGAIN) => return has_news,
                    // Something is wrong with it: whoever asks has to look for themselves.
                    Err(_) => return true,
                }
            }
        }
    }
}

#[cfg(not(target_os = "linux"))]
mod system {
    use std::path::Path;

    #[derive(Debug)]
    pub enum Watch {}

    impl Watch {
        pub fn over(_: &Path) -> Option<Self> {
            None
        }

        pub fn has_news(&mut self) -> bool {
            match *self {}
        }
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    #![allow(clippy::unwrap_used)]

    use std::fs;

    use super::*;

    #[test]
    fn whatever_happens_in_a_folder_is_told_once() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        let mut notice = FolderWatcher::of(folder.path()).unwrap();
        assert!(!notice.has_news());
        let happenings: [(&str, &dyn Fn()); 5] = [
            ("a file comes", &|| fs::write(at("a.ron"), "one").unwrap()),
            ("it changes", &|| fs::write(at("a.ron"), "two").unwrap()),
            ("it is renamed", &|| {
                fs::rename(at("a.ron"), at("b.ron")).unwrap();
            }),
            ("it goes", &|| fs::remove_file(at("b.ron")).unwrap()),
            ("so much that it cannot all be told", &|| {
                for number in 0..20_000 {
                    fs::write(at(&number.to_string()), "").unwrap();
                }
            }),
        ];
        for (name, happen) in happenings {
            happen();
            assert!(notice.has_news(), "{name}");
            assert!(!notice.has_news(), "{name}, and once more");
        }
    }

    #[test]
    fn a_folder_that_goes_is_told_too_and_one_that_is_not_there_has_none() {
        let folder = tempfile::tempdir().unwrap();
        let inner = folder.path().join("inner");
        assert!(FolderWatcher::of(&inner).is_none());
        fs::create_dir(&inner).unwrap();
        let mut notice = FolderWatcher::of(&inner).unwrap();
        fs::remove_dir(&inner).unwrap();
        assert!(notice.has_news());
    }
}
