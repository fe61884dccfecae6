//! What happened: sessions, pain and results of the knee map, kept so that nothing is lost.
//!
//! [`Journal`] is a handle that never blocks. Behind it a thread owns the database; what it is given is written in that
//! order, and what it has to say comes as [`Event`]s. While writing fails it keeps what it was given, says why, and
//! tries again.
//!
//! * [`store`] is the database itself,
//! * `worker` the thread that owns it,
//! * [`recorder`] turns what happens in a session into what is written down,
//! * [`clock`] tells what moment it is.
//!
//! Within the store, `schema` says which tables there are, `record` how records lie in them and `limits` what they can
//! say; `recovery` keeps the file whole; `read` answers; `export`, `import` and `erase` are for all of it.

pub mod clock;
mod erase;
mod error;
mod export;
mod import;
mod limits;
mod read;
mod record;
pub mod recorder;
mod recovery;
mod schema;
pub mod store;
mod worker;

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::Sender;

use iced::futures::channel::mpsc::UnboundedReceiver;
use jiff::civil::Date;
use uuid::Uuid;

use crate::training::record::{Entry, Log, Session};
pub use limits::{edited_note, is_full};
use store::{Added, Error, Notice, Whole};

/// The stream of events that comes with a [`Journal`]. It ends after the journal's last handle was dropped.
pub type Events = UnboundedReceiver<Event>;

/// A handle to the journal. No call blocks or fails. The journal is closed with its last handle.
#[derive(Debug, Clone)]
pub struct Journal {
    worker: Arc<Worker>,
}

/// The way to the thread, which ends with it.
#[derive(Debug)]
struct Worker(Sender<Order>);

impl Drop for Worker {
    fn drop(&mut self) {
        // Without a thread there is nothing to end.
        let _unheard = self.0.send(Order::Quit);
    }
}

/// What the journal is asked for.
#[derive(Debug)]
enum Order {
    Write(Vec<Entry>),
    Look(Looking),
    Export(PathBuf),
    Import(PathBuf),
    Erase,
    Flush,
    Quit,
}

/// What part of the journal is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Looking {
    /// Sessions and pain since this day, and what is open: for Today.
    Today {
        /// The first day wanted.
        since: Date,
    },
    /// Sessions and pain since this day, or all.
    History {
        /// The first day wanted.
        since: Option<Date>,
    },
    /// One session with everything in it.
    Session(Uuid),
}

/// What the journal says.
#[derive(Debug, Clone)]
pub enum Event {
    /// It is open, or could not be opened as it was. Comes again when damage deep in the file shows, or when the file could
    /// be opened after all.
    Opened(Vec<Notice>),
    /// How writing goes, when that changes.
    Saving(Saving),
    /// Something was written: what shows history asks again.
    Changed,
    /// What was looked for, for Today.
    Today(Arc<Recent>),
    /// What was looked for, since the day that was asked for.
    History(Option<Date>, Arc<Log>),
    /// One session with everything in it; none if it is not there or was deleted.
    Session(Uuid, Option<Arc<Whole>>),
    /// Everything was written to this folder, or not.
    Exported(Result<PathBuf, Error>),
    /// A file was read in, or not.
    Imported(Result<Added, Error>),
    /// Everything was erased, or not.
    Erased(Result<(), Error>),
    /// Everything given before was written, or cannot be.
    Flushed,
}

/// How writing goes.
#[derive(Debug, Clone)]
pub enum Saving {
    /// Everything is on the disk.
    Saved,
    /// Not yet; it is tried again and again.
    Waiting(Error),
}

/// What Today is made from.
#[derive(Debug, Clone, Default)]
pub struct Recent {
    /// Sessions and pain of the last weeks.
    pub log: Log,
    /// The newest session that is open, if one is.
    pub open: Option<Session>,
    /// The results of the knee map that hold, current or checked, at most one for each knee.
    pub assessments: Vec<crate::training::record::Assessment>,
    /// Whether nothing was ever written.
    pub is_empty: bool,
}

impl Journal {
    /// Opens the journal in this folder behind the first frame; without one, nothing is kept.
    pub fn start(folder: Option<PathBuf>) -> (Self, Events) {
        let (worker, events) = worker::start(folder);
        (Self::over(worker), events)
    }

    /// One that keeps nothing and says nothing.
    #[cfg(test)]
    pub(crate) fn silent() -> (Self, Events) {
        let (worker, _) = std::sync::mpsc::channel();
        let (_, events) = iced::futures::channel::mpsc::unbounded();
        (Self::over(worker), events)
    }

    fn over(worker: Sender<Order>) -> Self {
        Self {
            worker: Arc::new(Worker(worker)),
        }
    }

    /// Writes these down: all of them or, if the computer stops now, none.
    pub fn write(&self, entries: Vec<Entry>) {
        if !entries.is_empty() {
            self.tell(Order::Write(entries));
        }
    }

    /// Looks something up; the answer comes as an event.
    pub fn look(&self, looking: Looking) {
        self.tell(Order::Look(looking));
    }

    /// Writes everything into this folder, as JSON and as CSV.
    pub fn export(&self, folder: PathBuf) {
        self.tell(Order::Export(folder));
    }

    /// Takes in what another journal exported as JSON.
    pub fn import(&self, file: PathBuf) {
        self.tell(Order::Import(file));
    }

    /// Erases everything, for good.
    pub fn erase(&self) {
        self.tell(Order::Erase);
    }

    /// Asks to be told when everything given so far was written.
    pub fn flush(&self) {
        self.tell(Order::Flush);
    }

    fn tell(&self, order: Order) {
        // Without a thread nothing is kept, which the events have said already.
        let _unheard = self.worker.0.send(order);
    }
}
