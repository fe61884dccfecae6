//! The window before everything was read: what happens meanwhile waits.

use std::time::Instant;

use iced::{Size, Task};

use super::data::Desktop;
use super::guard::Guard;
use super::keyboard::Keys;
use super::navigation::{Screen, Screens};
use super::placement::{self, WINDOW, WindowState};
use super::screen::settings::Section;
use super::screen::today::Today;
use super::sound::Sound;
use super::state::{History, Knees, Library, Preferences};
use super::{Launch, Message, Ready};
use crate::audio::{self, Speaker};
use crate::authoring::Problem;
use crate::content::Content;
use crate::desktop::{Folders, region::Region};
use crate::journal::{Events, Journal};

/// What is there before the routines were read.
#[derive(Debug)]
pub struct Loading {
    launch: Launch,
    history: History,
    pub(super) preferences: Preferences,
    sound: Sound,
    pub(super) desktop: Desktop,
    pub(super) guard: Guard,
    pub(super) window: Size,
    window_state: WindowState,
    /// What the desktop said last of light and dark; none while it has said nothing.
    pub(super) system_mode: Option<iced::theme::Mode>,
    /// What happened meanwhile, in order.
    waiting: Vec<(Message, Instant)>,
}

impl Loading {
    pub(super) fn new(
        launch: Launch,
        preferences: Preferences,
        region: Option<Region>,
        (journal, said): (Journal, Events),
        (speaker, heard): (Speaker, audio::Events),
    ) -> (Self, Task<Message>) {
        let sound = Sound::new(speaker);
        sound.follow(&preferences.settings);
        let remembered = preferences.settings.window;
        let loading = Self {
            launch,
            history: History::new(journal),
            preferences,
            sound,
            desktop: Desktop {
                region,
                ..Desktop::default()
            },
            guard: Guard::default(),
            window: remembered.map_or(WINDOW, placement::size),
            window_state: WindowState::new(remembered),
            system_mode: None,
            waiting: Vec::new(),
        };
        let read = Task::perform(async { Box::new(Content::read()) }, Message::Loaded);
        let heard = Task::run(heard, Message::Audio);
        let said = Task::run(said, Message::Journal);
        (loading, Task::batch([read, heard, said]))
    }

    /// Keeps what happens for later.
    pub(super) fn wait(&mut self, message: Message, real: Instant) {
        self.waiting.push((message, real));
    }

    /// The routines were read. What happened meanwhile happens now, and what was to be played is.
    pub(super) fn finish(
        &mut self,
        (content, problems): (Content, Vec<Problem>),
        real: Instant,
    ) -> (Ready, Task<Message>) {
        let folder = self.preferences.folders.as_ref().map(Folders::routines);
        let knees = Knees::new((&self.preferences.settings).into());
        let today = Today::new(&content);
        let mut ready = Ready {
            speed: self.launch.speed,
            library: Library::new(content, problems, folder),
            history: self.history.clone(),
            preferences: self.preferences.clone(),
            knees,
            screens: Screens::new(Screen::Today(Box::new(today))),
            playing: None,
            pending: None,
            check: None,
            adding: None,
            guard: std::mem::take(&mut self.guard),
            keys: Keys::default(),
            sound: self.sound.clone(),
            desktop: self.desktop,
            window: self.window,
            section: Section::default(),
            window_state: self.window_state.clone(),
            system_mode: self.system_mode,
            closing: false,
            is_choosing: false,
        };
        let mut tasks = vec![ready.open_today()];
        for (message, at) in std::mem::take(&mut self.waiting) {
            tasks.push(ready.update(message, at));
        }
        tasks.push(match self.launch.open.take() {
            // One's own are read when a page asks for them.
            Some(loaded) => ready.play(loaded, real),
            None => ready.read_user_routines(),
        });
        (ready, Task::batch(tasks))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use iced_test::futures::futures::StreamExt;
    use iced_test::futures::futures::executor::block_on;

    use super::*;
    use crate::journal::Event;

    #[test]
    fn the_journal_outlives_loading() {
        let home = tempfile::tempdir().unwrap();
        let (journal, events) = Journal::start(Some(home.path().to_path_buf()));
        let (_, silence) = Journal::silent();
        let launch = Launch {
            open: None,
            speed: 1.0,
        };
        let (mut loading, _read) = Loading::new(
            launch,
            Preferences::default(),
            None,
            (journal, silence),
            Speaker::silent(),
        );
        let (ready, _task) = loading.finish(Content::read(), Instant::now());
        drop(loading);
        ready.history.journal.flush();
        let mut flushed = Box::pin(events.filter(|event| {
            let is_flushed = matches!(event, Event::Flushed);
            async move { is_flushed }
        }));
        assert!(block_on(flushed.next()).is_some(), "it still answers");
    }
}
