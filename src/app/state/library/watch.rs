//! Watching the folder with routines of one's own: quickly when something changes, and at next to no cost while nothing
//! does.

use std::path::PathBuf;
use std::time::Duration;

use iced::futures::{Stream, stream};

use super::Message;
use crate::library::{Fingerprint, FolderWatcher};

/// How long after one look at the folder the next one comes. With [`SETTLING`] and the reading it is less than a second.
const PAUSE: Duration = Duration::from_millis(600);
/// The same where the system tells of changes. To ask costs nothing then, whatever is in the folder.
const SHORT_PAUSE: Duration = Duration::from_millis(300);
/// How often the system is asked before the folder is looked at nevertheless: of a disk that is elsewhere it does not know
/// everything.
const MOST_ASKED: usize = 100;
/// How long nothing may change before the folder is read: whoever writes a file may not be done yet.
const SETTLING: Duration = Duration::from_millis(120);
/// A folder that is never at rest is read nevertheless, after this many looks.
const MOST_LOOKS: usize = 8;

/// A folder that is watched until it looks otherwise.
#[derive(Debug, Clone, Hash)]
pub struct Watch {
    /// Where it is.
    pub folder: PathBuf,
    /// How it looked when it was read.
    pub known: Option<Fingerprint>,
    /// Begins a new watch after each reading, even where the folder looks as it did before.
    pub readings: u32,
}

impl Watch {
    /// Says once that the folder has changed.
    pub fn changed(&self) -> impl Stream<Item = Message> + use<> {
        let watch = self.clone();
        stream::once(async move {
            watch.until_changed().await;
            Message::Changed
        })
    }

    /// A watch over a folder that was read just now.
    #[cfg(test)]
    pub fn of_read(folder: &std::path::Path) -> Self {
        Self {
            folder: folder.to_path_buf(),
            known: Some(Fingerprint::at(folder)),
            readings: 1,
        }
    }

    /// Waits until the folder looks otherwise, and then until it is at rest.
    pub async fn until_changed(self) {
        let folder = self.folder.clone();
        let notice = tokio::task::spawn_blocking(move || FolderWatcher::of(&folder)).await;
        let mut notice = notice.ok().flatten();
        let mut before = None;
        let mut looks = 0;
        loop {
            let now = self.look().await;
            if now == self.known {
                looks = 0;
                until_news(notice.as_mut()).await;
            } else if now == before || looks == MOST_LOOKS {
                return;
            } else {
                looks += 1;
                tokio::time::sleep(SETTLING).await;
            }
            before = now;
        }
    }

    /// Looks at the folder beside everything else: a disk that is asleep or far away may take its time.
    async fn look(&self) -> Option<Fingerprint> {
        let folder = self.folder.clone();
        tokio::task::spawn_blocking(move || Fingerprint::at(&folder))
            .await
            .ok()
    }
}

/// Waits until the folder should be looked at again.
async fn until_news(notice: Option<&mut FolderWatcher>) {
    let Some(notice) = notice else {
        return tokio::time::sleep(PAUSE).await;
    };
    for _ in 0..MOST_ASKED {
        tokio::time::sleep(SHORT_PAUSE).await;
        if notice.has_news() {
            return;
        }
    }
}
