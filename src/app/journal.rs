//! The journal in the window: what is written down, and what has been looked up.

use std::sync::Arc;
use std::time::{Duration, Instant};

use iced::{Element, Task};
use jiff::ToSpan;

use super::playback::{self, Beginning, Input};
use super::theme::Tone;
use super::widget::{Icon, banner, button};
use super::{App, Message};
use crate::journal::store::{Error, Notice};
use crate::journal::{self, Event, Journal, Looking, Recent, Saving};
use crate::library::LoadedRoutine;
use crate::training::record::{Entry, Log, Session, State};
use crate::training::{Moment, week};
use crate::words::{journal as words, page};

/// How many days Today looks back: eight weeks, and the week they begin in.
const LOOK_BACK: i64 = 62;

/// How long the window waits for the journal when it is closed.
const PATIENCE: Duration = Duration::from_secs(2);

/// The journal, and what it has said.
#[derive(Debug)]
pub(super) struct History {
    pub(super) journal: Journal,
    /// What moment it is.
    pub(super) clock: fn() -> Moment,
    /// What Today is made from, once it was looked up.
    pub(super) recent: Option<Arc<Recent>>,
    /// What there is to say about how it was opened.
    pub(super) notices: Vec<Notice>,
    /// Why not everything is on the disk yet.
    pub(super) waiting: Option<Error>,
    /// A routine that is to be played once it is known whether it may be.
    pub(super) pending: Option<Box<(LoadedRoutine, Beginning)>>,
    /// Whether the window is to be closed.
    closing: bool,
}

impl History {
    pub(super) fn new(journal: Journal) -> Self {
        Self {
            journal,
            clock: journal::clock::now,
            recent: None,
            notices: Vec::new(),
            waiting: None,
            pending: None,
            closing: false,
        }
    }

    /// Whether the journal has said what it knows about the knees, or that it cannot.
    pub(super) fn has_answered(&self) -> bool {
        let is_silent = |notice: &Notice| matches!(notice, Notice::Absent(_) | Notice::Unread(_));
        self.recent.is_some() || self.notices.iter().any(is_silent)
    }

    /// A session that was left, where its routine has since been done to the end: it is over, for what was left of it was
    /// done after all.
    pub(super) fn supersedes(&mut self, done: &Session) -> Option<Entry> {
        let State::Completed { at } = done.state else {
            return None;
        };
        let recent = Arc::make_mut(self.recent.as_mut()?);
        let left = recent
            .open
            .take_if(|left| left.id != done.id && left.routine == done.routine)?;
        Some(Entry::Session(Session {
            state: State::Stopped { at },
            ..left
        }))
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
    pub(super) fn on_journal_event(&mut self, event: Event, real: Instant) -> Task<Message> {
        match event {
            Event::Opened(notices) => {
                self.history.notices = notices;
                return self.play_pending(real);
            }
            Event::Saving(Saving::Saved) => {
                self.history.waiting = None;
                return self.flushed();
            }
            Event::Saving(Saving::Waiting(error)) => self.history.waiting = Some(error),
            Event::Changed => {
                // A session has better things to wait for, and looks when it is over.
                if !self.has_session() {
                    self.history.look();
                }
                self.look_back();
            }
            Event::Today(recent) => {
                let is_new = recent.is_empty;
                let before = self.history.recent.replace(recent);
                // Another window has erased it.
                let forgotten = match before {
                    Some(before) if is_new && !before.is_empty => self.forget_knees(),
                    _ => Task::none(),
                };
                let carried = self.carry_over_knees();
                let left = self.read_left();
                let pending = self.play_pending(real);
                return Task::batch([forgotten, carried, self.inform_today(), left, pending]);
            }
            Event::History(_, log) => self.set_history(&log),
            Event::Exported(_) | Event::Imported(_) | Event::Erased(_) => {
                return self.on_data_event(event);
            }
            Event::Session(..) => {}
            Event::Flushed => return self.flushed(),
        }
        Task::none()
    }

    /// Says on every page what a person should know about the journal: that something is not on the disk yet, or how it was
    /// opened.
    pub(super) fn journal_note(&self) -> Option<Element<'_, Message>> {
        let look = self.viewport().look;
        let note = if let Some(error) = &self.history.waiting {
            let what_follows = match error {
                Error::Newer => words::never_saved(),
                _ => words::keeps_trying(),
            };
            banner(look, Tone::Sun, Icon::TriangleAlert, words::not_saved_yet())
                .line(format!("{} {what_follows}", error.sentence()))
        } else {
            let notice = self.history.notices.first()?;
            banner(look, Tone::Sky, Icon::Info, words::journal())
                .line(notice.sentence())
                .actions(
                    button(look, page::hide())
                        .small()
                        .quiet_on(Tone::Sky)
                        .on_press(Message::HideNotice),
                )
        };
        Some(self.above_page(note))
    }

    /// The window is to be closed: everything is written first. While that fails, the first try only says so.
    pub(super) fn close(&mut self, real: Instant) -> Task<Message> {
        if self.history.closing {
            return iced::exit();
        }
        self.history.closing = true;
        let stand = match &self.playing {
            Some(playing) if playing.playback.ending().is_some() => playing.player.rated(),
            _ => playback::Command::Stand,
        };
        let stood = self.update_playback(Input::Command(stand), real);
        self.history.journal.flush();
        let exit = Task::future(async { tokio::time::sleep(PATIENCE).await });
        Task::batch([stood, exit.map(|()| Message::Exit)])
    }

    /// Everything was written, or cannot be.
    fn flushed(&self) -> Task<Message> {
        if self.history.closing && self.history.waiting.is_none() {
            iced::exit()
        } else {
            Task::none()
        }
    }

    /// The journal has had its time to write.
    pub(super) fn exit(&self) -> Task<Message> {
        if self.history.waiting.is_none() {
            iced::exit()
        } else {
            Task::none()
        }
    }

    /// How many sessions there were this week, the one that has just ended too.
    pub(super) fn sessions_this_week(&self) -> Option<u32> {
        let recent = self.history.recent.as_ref()?;
        let today = self.today();
        let now = self.playing.as_ref()?.playback.written();
        let before = |session: &&Session| session.id != now.id;
        let before = recent.log.sessions.iter().filter(before).cloned();
        let log = Log {
            sessions: before.chain([now.clone()]).collect(),
            pain: Vec::new(),
            results: Vec::new(),
        };
        Some(week::of(&log, today).sessions())
    }
}
