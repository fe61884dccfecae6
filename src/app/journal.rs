//! The journal in the window: what is written down, and what has been looked up.

use std::sync::Arc;

use iced::Task;
use jiff::ToSpan;

use super::{App, Message, Screen};
use crate::journal::store::{Error, Notice};
use crate::journal::{self, Event, Journal, Looking, Recent, Saving};
use crate::training::record::{Log, Session};
use crate::training::{Moment, week};

/// How many days Today looks back: eight weeks, and the week they begin in.
const LOOK_BACK: i64 = 62;

/// The journal, and what it has said.
#[derive(Debug)]
pub(super) struct Kept {
    pub(super) journal: Journal,
    /// What moment it is.
    pub(super) clock: fn() -> Moment,
    /// What Today is made from, once it was looked up.
    pub(super) recent: Option<Arc<Recent>>,
    /// What there is to say about how it was opened.
    pub(super) notices: Vec<Notice>,
    /// Why not everything is on the disk yet.
    pub(super) waiting: Option<Error>,
}

impl Kept {
    pub(super) fn new(journal: Journal) -> Self {
        Self {
            journal,
            clock: journal::clock::now,
            recent: None,
            notices: Vec::new(),
            waiting: None,
        }
    }

    /// Asks for what Today is made from.
    pub(super) fn look(&self) {
        let today = (self.clock)().day();
        let since = today.saturating_sub(LOOK_BACK.days());
        self.journal.look(Looking::Today { since });
    }
}

impl App {
    /// The journal says something.
    pub(super) fn hear_journal(&mut self, event: Event) -> Task<Message> {
        match event {
            Event::Opened(notices) => self.kept.notices = notices,
            Event::Saving(Saving::Saved) => self.kept.waiting = None,
            Event::Saving(Saving::Waiting(error)) => self.kept.waiting = Some(error),
            Event::Changed => {
                if let Screen::Today(_) = self.screen {
                    self.kept.look();
                }
                self.look_back();
            }
            Event::Today(recent) => {
                self.kept.recent = Some(recent);
                return self.read_left();
            }
            Event::History(_, log) => self.know_history(&log),
            Event::Session(..)
            | Event::Exported(_)
            | Event::Imported(_)
            | Event::Erased(_)
            | Event::Flushed => {}
        }
        Task::none()
    }

    /// How many sessions there were this week, the one that has just ended too.
    pub(super) fn sessions_this_week(&self) -> Option<u32> {
        let recent = self.kept.recent.as_ref()?;
        let today = self.today();
        let Screen::Player(player) = &self.screen else {
            return None;
        };
        let now = player.written();
        let before = |session: &&Session| session.id != now.id;
        let before = recent.log.sessions.iter().filter(before).cloned();
        let log = Log {
            sessions: before.chain([now.clone()]).collect(),
            pain: Vec::new(),
        };
        Some(week::of(&log, today).sessions())
    }
}
