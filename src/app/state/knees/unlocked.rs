//! A knee that was just marked as checked: for ten seconds, on whatever page, that can be undone.

use std::time::{Duration, Instant};

use iced::Subscription;

use crate::app::widget::Toast;
use crate::training::record::Assessment;
use crate::words::finding as words;

/// How long it can be undone.
const TIME: Duration = Duration::from_secs(10);
/// How often the line that shows it is drawn anew.
const FRAME: Duration = Duration::from_millis(100);

/// What was marked as checked, and how much of the time to undo it is over.
#[derive(Debug)]
pub struct Unlocked {
    /// The result as it stood before.
    pub before: Assessment,
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

/// What has come of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// It can no longer be undone.
    Over,
    /// Everything is to stand as before.
    Undone,
}

impl Unlocked {
    /// A result that was marked at this instant; given is how it stood before.
    pub fn new(before: Assessment, now: Instant) -> Self {
        Self {
            before,
            spent: Duration::ZERO,
            running_since: Some(now),
        }
    }

    /// Lets something happen.
    pub fn update(&mut self, message: Message, now: Instant) -> Option<Event> {
        match message {
            Message::Tick => {
                self.spend(now);
                (self.spent >= TIME).then_some(Event::Over)
            }
            Message::Pause => {
                self.spend(now);
                self.running_since = None;
                None
            }
            Message::Resume => {
                self.running_since = Some(now);
                None
            }
            Message::Undo => Some(Event::Undone),
        }
    }

    /// Says that the routines are open again, while that can be undone.
    pub fn toast<'a, Parent>(&self, to_parent: fn(Message) -> Parent) -> Toast<'a, Parent> {
        let [pause, resume, undo] = [Message::Pause, Message::Resume, Message::Undo].map(to_parent);
        Toast::new(words::marked_as_checked(self.before.knee))
            .action(words::undo(), undo)
            .running(self.left(), pause, resume)
    }

    /// Time, while it goes by.
    pub fn subscription(&self) -> Option<Subscription<Message>> {
        self.running_since
            .map(|_| iced::time::every(FRAME).map(|_| Message::Tick))
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
