//! A journal as the window has it, and what it says.
#![allow(dead_code, missing_docs)] // Each test uses some.

use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use iced::futures::executor::block_on_stream;
use jiff::civil::date;
use kneewise::journal::store::{Error, Notice};
use kneewise::journal::{Event, Events, Journal, Looking, Recent, Saving};
use kneewise::training::record::{Entry, Log};

/// Longer than anything may take, on a slow machine too.
const PATIENCE: Duration = Duration::from_secs(60);

pub struct Told {
    pub journal: Journal,
    events: Receiver<Event>,
    /// Everything that was said so far.
    pub said: Vec<Event>,
}

impl Told {
    pub fn start(folder: &Path) -> Self {
        let (journal, events) = Journal::start(Some(folder.to_path_buf()));
        Self::of(journal, events)
    }

    pub fn of(journal: Journal, events: Events) -> Self {
        let (to, from) = channel();
        let _listening = thread::spawn(move || {
            for event in block_on_stream(events) {
                drop(to.send(event));
            }
        });
        Self {
            journal,
            events: from,
            said: Vec::new(),
        }
    }

    /// Waits until it says something of this kind.
    pub fn wait<T>(&mut self, mut wanted: impl FnMut(&Event) -> Option<T>) -> T {
        loop {
            let Ok(event) = self.events.recv_timeout(PATIENCE) else {
                let from = self.said.len().saturating_sub(10);
                panic!("nothing more is said after {:?}", &self.said[from..]);
            };
            let found = wanted(&event);
            self.said.push(event);
            if let Some(found) = found {
                return found;
            }
        }
    }

    pub fn opened(&mut self) -> Vec<Notice> {
        self.wait(|event| match event {
            Event::Opened(notices) => Some(notices.clone()),
            _ => None,
        })
    }

    pub fn write(&mut self, entries: Vec<Entry>) {
        self.journal.write(entries);
    }

    /// Waits until everything that was given is written or cannot be.
    pub fn flush(&mut self) {
        self.journal.flush();
        self.wait(|event| matches!(event, Event::Flushed).then_some(()));
    }

    pub fn waiting(&mut self) -> Error {
        self.wait(|event| match event {
            Event::Saving(Saving::Waiting(error)) => Some(error.clone()),
            _ => None,
        })
    }

    pub fn saved(&mut self) {
        self.wait(|event| matches!(event, Event::Saving(Saving::Saved)).then_some(()));
    }

    pub fn history(&mut self) -> Arc<Log> {
        self.journal.look(Looking::History { since: None });
        self.wait(|event| match event {
            Event::History(None, log) => Some(log.clone()),
            _ => None,
        })
    }

    pub fn today(&mut self) -> Arc<Recent> {
        let since = date(2020, 1, 1);
        self.journal.look(Looking::Today { since });
        self.wait(|event| match event {
            Event::Today(recent) => Some(recent.clone()),
            _ => None,
        })
    }

    /// How often it said that something waits.
    pub fn times_waiting(&self) -> usize {
        let waits = |event: &&Event| matches!(event, Event::Saving(Saving::Waiting(_)));
        self.said.iter().filter(waits).count()
    }

    /// Drops the handle and waits until the thread has ended.
    pub fn quit(self) {
        let Self {
            journal, events, ..
        } = self;
        drop(journal);
        while let Ok(_rest) = events.recv_timeout(PATIENCE) {}
    }
}
