//! Progress in the window: everything that was written down is looked up when it is opened and again when it changes.

use std::time::{Duration, Instant};

use iced::widget::operation::{self, AbsoluteOffset};
use iced::{Subscription, Task};

use super::control;
use super::navigation::Screen;
use super::screen::progress::{Action, LIST, Message as Said, Progress};
use super::shortcut::Stroke;
use super::{Message, Ready};
use crate::content::RESET;

/// How long one may take a deletion back.
const TOAST: Duration = Duration::from_secs(5);

impl Ready {
    /// Opens Progress.
    pub(super) fn open_progress(&mut self) -> Task<Message> {
        let progress = Progress::new(&self.library.content, self.history.today());
        self.leave_for(Screen::Progress(Box::new(progress)));
        self.look_back();
        self.name_conditions();
        self.learn_names()
    }

    /// Asks for everything that was written down, where Progress is open or lies behind another page.
    pub(super) fn look_back(&self) {
        let is_progress = |screen: &Screen| matches!(screen, Screen::Progress(_));
        if self.screens.all().any(is_progress) {
            self.history.look_at_everything();
        }
    }

    pub(super) fn update_progress(&mut self, message: Said, real: Instant) -> Task<Message> {
        let Screen::Progress(progress) = &mut self.screens.open else {
            return Task::none();
        };
        let action = progress.update(message);
        self.apply_progress(action, real)
    }

    fn apply_progress(&mut self, action: Action, real: Instant) -> Task<Message> {
        match action {
            Action::None => Task::none(),
            Action::StartReset => match self.library.content.routine(RESET).cloned() {
                Some(reset) => self.start(reset, real),
                None => Task::none(),
            },
            Action::OpenResult(result) => self.open_result(*result),
            Action::Write(entries) => {
                self.history.journal.write(entries);
                Task::none()
            }
            Action::ScrollTo(y) => scroll_to(y),
            Action::Delete(entries, next) => {
                self.history.journal.write(entries);
                next.map_or_else(Task::none, control::focus)
            }
        }
    }

    /// What a key does on Progress beside what it does everywhere; none where it is not for this page.
    pub(super) fn key_on_progress(
        &mut self,
        stroke: Stroke,
        real: Instant,
    ) -> Option<Task<Message>> {
        let Screen::Progress(progress) = &mut self.screens.open else {
            return None;
        };
        let action = progress.key(stroke)?;
        Some(self.apply_progress(action, real))
    }

    /// Takes the toast away after its time.
    pub(super) fn end_of_toast(&self) -> Option<Subscription<Message>> {
        let Screen::Progress(progress) = &self.screens.open else {
            return None;
        };
        let deletions = progress.toast()?;
        Some(
            iced::time::every(TOAST)
                .with(deletions)
                .map(|(deletions, _)| Message::Progress(Said::ToastOver(deletions))),
        )
    }
}

fn scroll_to(y: f32) -> Task<Message> {
    operation::scroll_to(LIST, AbsoluteOffset { x: 0.0, y })
}
