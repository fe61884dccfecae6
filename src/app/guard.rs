//! The guard: a page that has just appeared ignores presses for a moment. So one double click never answers two pages, and
//! nothing that unlocks, ends or erases is pressed by a hand that meant what stood there before.

use std::mem::{Discriminant, discriminant};
use std::time::{Duration, Instant};

use iced::Task;

use super::navigation::Screen;
use super::screen::Page;
use super::shortcut::{Press, Stroke};
use super::{Message, Ready};

/// How long a new page ignores presses.
const TIME: Duration = Duration::from_millis(400);
/// The same for a page with a red flag.
const TIME_OF_FLAGS: Duration = Duration::from_millis(600);

/// The guard of the page that is shown.
#[derive(Debug)]
pub(super) struct Guard {
    /// The page as it was after the last message.
    page: Option<PageKey>,
    until: Option<Instant>,
    /// Waits beside the window.
    pub(super) wait: fn(Duration) -> Task<()>,
}

impl Default for Guard {
    fn default() -> Self {
        Self {
            page: None,
            until: None,
            wait: |time| Task::future(async move { tokio::time::sleep(time).await }),
        }
    }
}

impl Guard {
    /// Whether presses do nothing. It stays so until [`Message::Unguard`] lets the window be drawn anew.
    pub(super) fn is_up(&self) -> bool {
        self.until.is_some()
    }

    /// When the guard is to end.
    #[cfg(test)]
    pub(super) fn until(&self) -> Option<Instant> {
        self.until
    }

    /// Ends the guard that was to end then. One of a later page stays.
    pub(super) fn end(&mut self, until: Instant) {
        if self.until == Some(until) {
            self.until = None;
        }
    }
}

/// Which page is shown. Two keys differ where a person would say that another page is in front of them: another screen,
/// another page of it, a dialog that came or went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct PageKey {
    screen: Discriminant<Screen>,
    /// How many screens lie behind it.
    depth: usize,
    face: Option<u64>,
    has_pain_check: bool,
    is_adding: bool,
}

impl Ready {
    /// Which page is shown.
    fn page_key(&self) -> PageKey {
        PageKey {
            screen: discriminant(&self.screens.open),
            depth: self.screens.behind.len(),
            face: self.page().map(Page::face),
            has_pain_check: self.check.is_some(),
            is_adding: self.adding.is_some(),
        }
    }

    /// Guards the page that is shown if it is another than before. Says when the guard ends.
    pub(super) fn guard_new_page(&mut self, real: Instant) -> Option<Task<Message>> {
        let page = Some(self.page_key());
        if self.guard.page == page {
            return None;
        }
        let time = if self.shows_red_flag() {
            TIME_OF_FLAGS
        } else {
            TIME
        };
        let until = real + time;
        self.guard.page = page;
        self.guard.until = Some(until);
        Some((self.guard.wait)(time).map(move |()| Message::Unguard(until)))
    }

    fn shows_red_flag(&self) -> bool {
        match &self.screens.open {
            Screen::Finding(page) => page.is_flag(),
            _ => false,
        }
    }

    /// Whether a key would press something on a page that has just appeared. What only moves about is let through, and so
    /// are the places of the sidebar, and Space in a session that runs: one may always pause.
    pub(super) fn is_kept_from(&self, press: Press, real: Instant) -> bool {
        if self.guard.until.is_none_or(|until| real >= until) {
            return false;
        }
        let moves_about = matches!(
            press.stroke,
            Stroke::Left
                | Stroke::Right
                | Stroke::Up
                | Stroke::Down
                | Stroke::Escape
                | Stroke::Character('/')
        );
        let (is_pause, is_place) = match (&self.screens.open, &self.playing) {
            (Screen::Player, Some(playing)) => (
                press.stroke == Stroke::Space
                    && playing.player.has_nothing_above(&playing.playback),
                false,
            ),
            _ => (false, press.command),
        };
        !(moves_about || is_pause || is_place && self.check.is_none())
    }
}
