//! Progress in the window: everything that was written down is looked up when it is opened and again when it changes.

use std::sync::Arc;
use std::time::{Duration, Instant};

use iced::widget::operation::{self, AbsoluteOffset, RelativeOffset};
use iced::{Subscription, Task};
use jiff::civil::Date;

use super::knee::{Then, read_knowledge};
use super::routine_index::NOWHERE;
use super::screen::progress::{Action, CHARTS, LIST, Message as Said, NOTE};
use super::shortcut::Stroke;
use super::{App, Message, Screen, Shelf, Tab};
use crate::content::RESET;
use crate::journal::Looking;
use crate::training::record::Log;

/// How long one may take a deletion back.
const TOAST: Duration = Duration::from_secs(5);

impl App {
    /// The day the person has.
    pub(super) fn today(&self) -> Date {
        (self.history.clock)().day()
    }

    /// Opens Progress.
    pub(super) fn open_progress(&mut self) -> Task<Message> {
        if matches!(self.shelf, Shelf::Reading) {
            return Task::none();
        }
        self.go(Tab::Progress);
        self.look_back();
        self.name_conditions();
        match self.knees.knowledge() {
            Some(_) => Task::none(),
            None => read_knowledge(Then::Nothing),
        }
    }

    /// Asks for everything that was written down, where Progress is open or lies behind another page.
    pub(super) fn look_back(&self) {
        let is_progress = |screen: &Screen| matches!(screen, Screen::Progress(_));
        if is_progress(&self.screen) || self.behind.iter().any(is_progress) {
            self.history.journal.look(Looking::History { since: None });
        }
    }

    /// Everything that was written down is known.
    pub(super) fn set_history(&mut self, log: &Arc<Log>) {
        let today = self.today();
        for screen in self.behind.iter_mut().chain([&mut self.screen]) {
            if let Screen::Progress(progress) = screen {
                progress.know(Arc::clone(log), today);
            }
        }
    }

    pub(super) fn update_progress(&mut self, message: Said, real: Instant) -> Task<Message> {
        let Screen::Progress(progress) = &mut self.screen else {
            return Task::none();
        };
        let action = progress.update(message);
        self.apply_progress(action, real)
    }

    fn apply_progress(&mut self, action: Action, real: Instant) -> Task<Message> {
        match action {
            Action::None => Task::none(),
            Action::StartReset => {
                let Shelf::Read { content, .. } = &self.shelf else {
                    return Task::none();
                };
                match content.routine(RESET).cloned() {
                    Some(reset) => self.start(reset, real),
                    None => Task::none(),
                }
            }
            Action::OpenResult(result) => self.open_result(*result),
            Action::Write(entries) => {
                self.history.journal.write(entries);
                Task::none()
            }
            Action::ScrollTo(y) => scroll_to(y),
            Action::WriteNote => operation::focus(NOTE),
        }
    }

    /// What a key does on Progress beside what it does everywhere; none where it is not for this page.
    pub(super) fn key_on_progress(
        &mut self,
        stroke: Stroke,
        real: Instant,
    ) -> Option<Task<Message>> {
        if self.focused_place.is_some() {
            return None;
        }
        let viewport = self.viewport();
        let Screen::Progress(progress) = &mut self.screen else {
            return None;
        };
        let action = progress.key(stroke, &viewport)?;
        let obeyed = self.apply_progress(action, real);
        Some(Task::batch([obeyed, self.follow_on_progress()]))
    }

    /// Brings what the keyboard is on into sight, and the cursor into the note where that is it.
    pub(super) fn follow_on_progress(&mut self) -> Task<Message> {
        let viewport = self.viewport();
        let Screen::Progress(progress) = &mut self.screen else {
            return Task::none();
        };
        let field = if progress.is_on_note() { NOTE } else { NOWHERE };
        let mut wanted = vec![operation::focus(field)];
        wanted.extend(progress.reveal(&viewport).map(scroll_to));
        if let Some(y) = progress.reach() {
            wanted.push(operation::snap_to(CHARTS, RelativeOffset { x: 0.0, y }));
        }
        Task::batch(wanted)
    }

    /// Takes the toast away after its time.
    pub(super) fn end_of_toast(&self) -> Option<Subscription<Message>> {
        let Screen::Progress(progress) = &self.screen else {
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
