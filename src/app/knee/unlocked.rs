//! A knee that was just marked as checked: for ten seconds, on whatever page, that can be undone.

use std::time::{Duration, Instant};

use iced::{Subscription, Task};

use crate::app::screen::finding::Showing;
use crate::app::screen::knee_map::Origin;
use crate::app::widget::Toast;
use crate::app::{App, Screen};
use crate::training::record;
use crate::words::finding as words;

/// How long it can be undone.
const TIME: Duration = Duration::from_secs(10);
/// How often the line that shows it is drawn anew.
const FRAME: Duration = Duration::from_millis(100);

/// What was marked as checked, and how much of the time to undo it is over.
#[derive(Debug)]
pub(super) struct Unlocked {
    /// The result as it stood before.
    before: record::Assessment,
    /// The time that is over.
    spent: Duration,
    /// Since when more of it goes by; none while the pointer rests on it.
    running_since: Option<Instant>,
}

/// What happens to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Message {
    /// Time has gone by.
    Tick,
    /// The pointer came.
    Pause,
    /// The pointer left.
    Resume,
    /// It was not so.
    Undo,
}

impl Unlocked {
    pub(super) fn new(before: record::Assessment, now: Instant) -> Self {
        Self {
            before,
            spent: Duration::ZERO,
            running_since: Some(now),
        }
    }

    /// Adds the time that has gone by.
    fn spend(&mut self, now: Instant) {
        if let Some(since) = self.running_since.replace(now) {
            self.spent += now.saturating_duration_since(since);
        } else {
            self.running_since = None;
        }
    }

    /// How much of its time is left, from 1 to 0.
    fn left(&self) -> f32 {
        1.0 - self.spent.as_secs_f32() / TIME.as_secs_f32()
    }
}

impl App {
    /// The message that the routines are open again, while it can be undone.
    pub(in crate::app) fn unlocked_toast(&self) -> Option<Toast<'_, crate::app::Message>> {
        let unlocked = self.knees.unlocked.as_ref()?;
        let [pause, resume, undo] =
            [Message::Pause, Message::Resume, Message::Undo].map(crate::app::Message::Unlocked);
        let said = words::marked_as_checked(unlocked.before.knee);
        Some(
            Toast::new(said)
                .action(words::undo(), undo)
                .running(unlocked.left(), pause, resume),
        )
    }

    /// Time, while that message is shown.
    pub(in crate::app) fn end_of_unlocked(&self) -> Option<Subscription<crate::app::Message>> {
        let unlocked = self.knees.unlocked.as_ref()?;
        let tick = |_| crate::app::Message::Unlocked(Message::Tick);
        unlocked
            .running_since
            .map(|_| iced::time::every(FRAME).map(tick))
    }

    pub(in crate::app) fn update_unlocked(
        &mut self,
        message: Message,
        real: Instant,
    ) -> Task<crate::app::Message> {
        let Some(unlocked) = &mut self.knees.unlocked else {
            return Task::none();
        };
        match message {
            Message::Tick => {
                unlocked.spend(real);
                if unlocked.spent >= TIME {
                    self.knees.unlocked = None;
                }
            }
            Message::Pause => {
                unlocked.spend(real);
                unlocked.running_since = None;
            }
            Message::Resume => unlocked.running_since = Some(real),
            Message::Undo => return self.undo_check(),
        }
        Task::none()
    }

    /// Nobody has looked after all: everything stands as before.
    pub(in crate::app) fn undo_check(&mut self) -> Task<crate::app::Message> {
        let Some(unlocked) = self.knees.unlocked.take() else {
            return Task::none();
        };
        let before = unlocked.before;
        let written = self.write_standing(before.clone());
        let shown = match &self.screen {
            Screen::Finding(page) if page.record().id == before.id => {
                self.show_finding(before, None, Showing::Again, Origin::Page)
            }
            _ => Task::none(),
        };
        Task::batch([written, shown])
    }
}
