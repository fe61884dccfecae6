//! The thread that owns the database.
//!
//! What it is given is written in that order, each batch as one. While that fails, batches wait in a queue and are tried
//! again every other second and at each order; what waits can be seen already, in a copy in memory.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, TryRecvError, channel};
use std::thread;
use std::time::Duration;

use iced::futures::channel::mpsc::{UnboundedSender, unbounded};

use super::store::{Error, Notice, Store};
use super::{Event, Events, Looking, Order, Saving};
use crate::training::record::Entry;

/// Starts the thread.
pub(super) fn start(folder: Option<PathBuf>) -> (Sender<Order>, Events) {
    let (orders, inbox) = channel();
    let (events, stream) = unbounded();
    let said = events.clone();
    let spawned = thread::Builder::new()
        .name(String::from("journal"))
        .spawn(move || run(folder.as_deref(), &inbox, events));
    if let Err(error) = spawned {
        let absent = Notice::Absent(Error::file(Path::new("journal"), error).sentence());
        drop(said.unbounded_send(Event::Opened(vec![absent])));
    }
    (orders, stream)
}

fn run(folder: Option<&Path>, inbox: &Receiver<Order>, events: UnboundedSender<Event>) {
    let opened = folder.map_or_else(Store::without_folder, Store::open_unchecked);
    match opened {
        Ok(mut store) => {
            let notices = store.take_notices();
            let mut worker = Worker {
                store,
                waiting: VecDeque::new(),
                shadow: None,
                has_served: false,
                is_unread: false,
                events,
            };
            worker.say(Event::Opened(notices));
            worker.serve(inbox);
        }
        Err(error) => {
            let absent = Notice::Absent(error.sentence());
            drop(events.unbounded_send(Event::Opened(vec![absent])));
        }
    }
}

struct Worker {
    store: Store,
    /// What could not be written yet, oldest first.
    waiting: VecDeque<Vec<Entry>>,
    /// The journal as it will be when that was written, once it was asked for.
    shadow: Option<Store>,
    /// Whether anything was asked for yet.
    has_served: bool,
    /// Whether it was said that the journal cannot be looked at.
    is_unread: bool,
    events: UnboundedSender<Event>,
}

/// Whether the thread goes on.
#[derive(PartialEq, Eq)]
enum Going {
    On,
    Quitting,
}

impl Worker {
    fn say(&self, event: Event) {
        // When nobody listens any more, what was given is still written.
        drop(self.events.unbounded_send(event));
    }

    fn serve(&mut self, inbox: &Receiver<Order>) {
        loop {
            let order = match inbox.try_recv() {
                Err(TryRecvError::Empty) => {
                    // Time for what takes longer and nobody waits for. What is asked for at the start comes first.
                    if self.has_served {
                        self.look_after();
                    }
                    self.wait(inbox)
                }
                Ok(order) => Some(order),
                Err(TryRecvError::Disconnected) => Some(Order::Quit),
            };
            let going = match order {
                Some(order) => self.apply(order),
                None => {
                    self.write_what_waits();
                    Going::On
                }
            };
            if going == Going::Quitting {
                self.write_what_waits();
                return;
            }
        }
    }

    /// The next order; none if it is time to try again.
    fn wait(&self, inbox: &Receiver<Order>) -> Option<Order> {
        const UNTIL_THE_NEXT_TRY: Duration = Duration::from_secs(2);
        if self.waiting.is_empty() {
            return Some(inbox.recv().unwrap_or(Order::Quit));
        }
        match inbox.recv_timeout(UNTIL_THE_NEXT_TRY) {
            Ok(order) => Some(order),
            Err(RecvTimeoutError::Timeout) => None,
            Err(RecvTimeoutError::Disconnected) => Some(Order::Quit),
        }
    }

    /// Looks through the file once it was opened, and makes the day's copy.
    fn look_after(&mut self) {
        // What cannot be done now is tried the next time that nobody waits.
        let _later = self.store.check().and_then(|()| self.store.back_up());
        self.tell_notices();
    }

    fn tell_notices(&mut self) {
        let notices = self.store.take_notices();
        if !notices.is_empty() {
            self.say(Event::Opened(notices));
            self.say(Event::Changed);
        }
    }

    fn apply(&mut self, order: Order) -> Going {
        self.has_served = true;
        if self.store.others_wrote() {
            self.shadow = None;
            self.say(Event::Changed);
        }
        match order {
            Order::Write(entries) => self.write(entries),
            Order::Look(looking) => self.look(looking),
            Order::Flush => {
                self.write_what_waits();
                self.say(Event::Flushed);
            }
            Order::Export(folder) => {
                self.write_what_waits();
                // What cannot be looked through now is written out as it can be read.
                let _as_it_is = self.store.check();
                let exported = self.shown().export(&folder);
                self.say(Event::Exported(exported));
            }
            Order::Import(file) => {
                self.write_what_waits();
                let imported = self.store.import(&file);
                self.say(Event::Imported(imported));
                self.say(Event::Changed);
            }
            Order::Erase => self.erase(),
            Order::Quit => return Going::Quitting,
        }
        self.tell_notices();
        Going::On
    }

    fn write(&mut self, entries: Vec<Entry>) {
        if !self.waiting.is_empty() {
            self.show_early(&entries);
            self.waiting.push_back(entries);
            self.write_what_waits();
            return;
        }
        match self.store.write(&entries) {
            Ok(()) => self.say(Event::Changed),
            Err(error) => {
                self.waiting.push_back(entries);
                self.say(Event::Saving(Saving::Waiting(error)));
                self.say(Event::Changed);
            }
        }
    }

    /// Shows what waits to be written, where that is looked at already.
    fn show_early(&mut self, entries: &[Entry]) {
        let shown = self
            .shadow
            .as_mut()
            .map(|shadow| shadow.write_at(entries, crate::journal::clock::now().utc_ms));
        if matches!(shown, Some(Err(_))) {
            self.shadow = None;
        }
        self.say(Event::Changed);
    }

    fn write_what_waits(&mut self) {
        if self.waiting.is_empty() {
            return;
        }
        // What keeps it from being written may be over.
        let was_hindered = self.store.hindrance().is_some();
        let _still = self.store.try_again();
        if was_hindered && self.store.hindrance().is_none() {
            // What was said about it does not hold any more.
            let notices = self.store.take_notices();
            self.say(Event::Opened(notices));
        }
        while let Some(entries) = self.waiting.front() {
            if self.store.write(entries).is_err() {
                return;
            }
            drop(self.waiting.pop_front());
        }
        self.shadow = None;
        self.say(Event::Saving(Saving::Saved));
        self.say(Event::Changed);
    }

    /// What is looked at: the journal, with what waits to be written.
    fn shown(&mut self) -> &Store {
        if !self.waiting.is_empty() && self.shadow.is_none() {
            self.shadow = self.with_what_waits().ok();
        }
        self.shadow.as_ref().unwrap_or(&self.store)
    }

    fn with_what_waits(&self) -> Result<Store, Error> {
        let mut shadow = self.store.shadow()?;
        for entries in &self.waiting {
            shadow.write_at(entries, crate::journal::clock::now().utc_ms)?;
        }
        Ok(shadow)
    }

    fn look(&mut self, looking: Looking) {
        let answered = answer(self.shown(), looking).or_else(|error| {
            // Without what waits, and with damage that shows only now mended.
            self.shadow = None;
            let _not_to_blame = self.store.mend(error);
            answer(&self.store, looking)
        });
        match answered {
            Ok(event) => {
                if std::mem::take(&mut self.is_unread) {
                    // What was said about it does not hold any more.
                    let notices = self.store.take_notices();
                    self.say(Event::Opened(notices));
                }
                self.say(event);
            }
            // Said once: it is looked at again and again.
            Err(error) => {
                if !std::mem::replace(&mut self.is_unread, true) {
                    self.say(Event::Opened(vec![Notice::Unread(error.sentence())]));
                }
            }
        }
    }

    fn erase(&mut self) {
        let erased = self.store.erase();
        if erased.is_ok() {
            self.waiting.clear();
        }
        self.shadow = None;
        self.say(Event::Erased(erased));
        self.say(Event::Changed);
    }
}

fn answer(store: &Store, looking: Looking) -> Result<Event, Error> {
    store.with_limit(|store| {
        Ok(match looking {
            Looking::Today { since } => Event::Today(Arc::new(store.recent(since)?)),
            Looking::History { since } => Event::History(since, Arc::new(store.log(since)?)),
            Looking::Session(id) => Event::Session(id, store.session(id)?.map(Arc::new)),
        })
    })
}
