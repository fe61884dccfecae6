//! The journal in the window: what comes of what it says, and the end, for which everything is written first.

use std::sync::Arc;
use std::time::{Duration, Instant};

use iced::{Element, Task};

use super::navigation::Screen;
use super::playback::{self, Input};
use super::state::history::Event;
use super::theme::Tone;
use super::widget::{Icon, banner, button};
use super::{Message, Ready};
use crate::journal;
use crate::journal::store::Error;
use crate::words::{journal as words, page};

/// How long the window waits for the journal when it is closed.
const PATIENCE: Duration = Duration::from_secs(2);

impl Ready {
    /// The journal says something.
    pub(super) fn on_journal_event(
        &mut self,
        event: journal::Event,
        real: Instant,
    ) -> Task<Message> {
        match self.history.update(event) {
            None => Task::none(),
            Some(Event::Opened) => self.play_pending(real),
            Some(Event::Flushed) => self.flushed(),
            Some(Event::Changed) => {
                // A session has better things to wait for, and looks when it is over.
                if !self.has_session() {
                    self.history.look();
                }
                self.look_back();
                Task::none()
            }
            Some(Event::Recent { was_erased }) => {
                let forgotten = if was_erased {
                    self.forget_knees()
                } else {
                    Task::none()
                };
                let carried = self.carry_over_knees();
                let left = self.read_left();
                let pending = self.play_pending(real);
                Task::batch([forgotten, carried, self.inform_today(), left, pending])
            }
            Some(Event::Log(log)) => {
                let today = self.history.today();
                for screen in self.screens.all_mut() {
                    if let Screen::Progress(progress) = screen {
                        progress.know(Arc::clone(&log), today);
                    }
                }
                Task::none()
            }
            Some(Event::Data(event)) => self.on_data_event(event),
        }
    }

    /// Says on every page what a person should know about the journal: that something is not on the disk yet, or how it was
    /// opened.
    pub(super) fn journal_note(&self) -> Option<Element<'_, Message>> {
        let note = if let Some(error) = &self.history.waiting {
            let what_follows = match error {
                Error::Newer => words::never_saved(),
                _ => words::keeps_trying(),
            };
            banner(Tone::Sun, Icon::TriangleAlert, words::not_saved_yet())
                .line(format!("{} {what_follows}", error.sentence()))
        } else {
            let notice = self.history.notices.first()?;
            banner(Tone::Sky, Icon::Info, words::journal())
                .line(notice.sentence())
                .actions(
                    button(page::hide())
                        .small()
                        .quiet_on(Tone::Sky)
                        .on_press(Message::HideNotice),
                )
        };
        Some(self.above_page(note))
    }

    /// The window is to be closed: everything is written first. While that fails, the first try only says so.
    pub(super) fn close(&mut self, real: Instant) -> Task<Message> {
        if self.closing {
            return iced::exit();
        }
        self.closing = true;
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
        if self.closing && self.history.waiting.is_none() {
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
}
