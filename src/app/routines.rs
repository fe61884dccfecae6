//! Routines in the window: what the library has for the pages, and the page on which one chooses.

use std::sync::Arc;
use std::time::Instant;

use iced::widget::Id;
use iced::widget::operation::{self, AbsoluteOffset};
use iced::{Element, Subscription, Task};

use super::control;
use super::navigation::Screen;
use super::screen::conditions;
use super::screen::routines::{self, LIST, Mine, Routines, SEARCH};
use super::state::library::{self, Event, Reading, Wanted};
use super::theme::Tone;
use super::widget::{Icon, banner};
use super::{Message, Ready};
use crate::exercise::Id as RoutineId;
use crate::library::{LoadedRoutine, RoutineRef};
use crate::words::user_routines as words;

impl Ready {
    /// Lets something happen to the library.
    pub(super) fn update_library(
        &mut self,
        message: library::Message,
        real: Instant,
    ) -> Task<Message> {
        let events = self.library.update(message).into_iter();
        Task::batch(events.map(|event| self.on_library_event(event, real)))
    }

    fn on_library_event(&mut self, event: Event, real: Instant) -> Task<Message> {
        match event {
            Event::Stale => self.read_user_routines(),
            Event::Read(reading) => self.follow_reading(&reading),
            // Whoever is at something else by now has not waited for it.
            Event::Opened(..) if !self.has_choice() => Task::none(),
            Event::Opened(wanted, loaded) => self.give(loaded, wanted, real),
            Event::Known(knowledge, problems) => {
                let known = self.knees.learn(knowledge, problems);
                known.map_or_else(Task::none, |event| self.on_knees_event(event, real))
            }
            // Whatever page shows them, or lies behind another, shows them as they are now.
            Event::Indexed(index) => {
                for screen in self.screens.all_mut() {
                    if let Screen::Routines(routines) = screen {
                        routines.restock(Arc::clone(&index), &self.library.problems);
                    }
                }
                Task::none()
            }
        }
    }

    /// Opens the page on which one chooses. Everything is put in order first where that was not done yet.
    pub(super) fn open_routines(&mut self) -> Task<Message> {
        let page = Routines::new(
            self.library.index.clone(),
            &self.library.problems,
            self.mine(),
        );
        self.leave_for(Screen::Routines(Box::new(page)));
        match self.library.index {
            Some(_) => Task::none(),
            None => self.put_in_order(),
        }
    }

    /// What the person has starred, done in the last weeks, and at home.
    fn mine(&self) -> Mine {
        let settings = &self.preferences.settings;
        let recent = self.history.recent.as_ref();
        let sessions = recent.map(|recent| recent.log.sessions.as_slice());
        let mut done: Vec<_> = sessions
            .unwrap_or_default()
            .iter()
            .filter(|session| session.counts())
            .collect();
        done.sort_by_key(|session| std::cmp::Reverse(session.last().utc_ms));
        let mut recent: Vec<String> = Vec::new();
        for session in done {
            if !recent.contains(&session.routine) {
                recent.push(session.routine.clone());
            }
        }
        let kit = settings.welcome.told().and_then(|told| told.kit.as_ref());
        Mine {
            favourites: settings.favourites.clone(),
            recent,
            at_home: kit.map(|kit| kit.iter().collect()),
        }
    }

    /// Tells the pages of routines what was starred or done.
    pub(super) fn inform_routines(&mut self) {
        let mine = self.mine();
        for screen in self.screens.all_mut() {
            if let Screen::Routines(routines) = screen {
                routines.know(mine.clone());
            }
        }
    }

    fn put_in_order(&mut self) -> Task<Message> {
        let known = self.knees.knowledge().cloned();
        let findings = self.findings();
        let ordered = self.library.put_in_order(known, findings);
        ordered.map(Message::Library)
    }

    /// Puts everything in order anew, if anybody has asked for it yet.
    pub(super) fn restock(&mut self) -> Task<Message> {
        if self.library.is_indexed() {
            self.put_in_order()
        } else {
            Task::none()
        }
    }

    // Routines of one's own.

    /// Reads the person's folder, where that is not being done already.
    pub(super) fn read_user_routines(&mut self) -> Task<Message> {
        let used = self.used();
        self.library.read(used).map(Message::Library)
    }

    /// The ids of the routines that are in use, one's own or not.
    fn used(&self) -> Vec<RoutineId> {
        let pages = self.screens.all();
        let pages = pages.filter_map(|screen| match screen {
            Screen::Routine(detail) => Some(Arc::clone(&detail.loaded().routine.id)),
            _ => None,
        });
        pages.chain(self.left_routine()).collect()
    }

    /// The id of the routine that was left in the middle of a session.
    fn left_routine(&self) -> Option<RoutineId> {
        let recent = self.history.recent.as_ref()?;
        Some(recent.open.as_ref()?.routine.as_str().into())
    }

    /// Reads the whole of the routine that was left in the middle of a session, where it is one's own.
    pub(super) fn read_left(&mut self) -> Task<Message> {
        let library = &self.library;
        match self.left_routine() {
            Some(id) if library.whole(&id).is_none() && library.user.routine(&id).is_some() => {
                self.read_user_routines()
            }
            _ => Task::none(),
        }
    }

    /// Open pages follow the routines that were read. A session that plays keeps the routine it has.
    fn follow_reading(&mut self, reading: &Reading) -> Task<Message> {
        for screen in self.screens.all_mut() {
            if let Screen::Routine(detail) = screen
                && detail.loaded().folder == self.library.user.folder
                && let Some(now) = same(&reading.whole, detail.loaded())
                // What was chosen on the page stays while other files change.
                && now.routine != detail.loaded().routine
            {
                detail.follow(now.clone(), &self.preferences.settings);
                if let Some(knowledge) = self.knees.knowledge() {
                    detail.set_knowledge(knowledge);
                }
            }
        }
        // A session that was left may have become known while the folder was being read.
        let left = match self.left_routine() {
            Some(id) if !reading.used.contains(&id) => self.read_left(),
            _ => Task::none(),
        };
        Task::batch([self.restock(), self.inform_today(), left])
    }

    /// Gives someone the routine they chose, once the whole of it was read.
    pub(super) fn take(
        &mut self,
        chosen: RoutineRef,
        wanted: Wanted,
        real: Instant,
    ) -> Task<Message> {
        match chosen {
            RoutineRef::Loaded(loaded) => self.give(loaded, wanted, real),
            RoutineRef::File(file) => self.library.open(file, wanted).map(Message::Library),
        }
    }

    /// Whether a page is open on which routines are chosen.
    fn has_choice(&self) -> bool {
        matches!(
            self.screens.open,
            Screen::Routines(_) | Screen::Exercise(_) | Screen::Condition(_)
        )
    }

    fn give(&mut self, loaded: LoadedRoutine, wanted: Wanted, real: Instant) -> Task<Message> {
        match wanted {
            Wanted::Page => self.show_loaded(loaded),
            Wanted::Session => self.play(loaded, real),
        }
    }

    /// Watches the person's folder while a page is open that shows what is in it. The player has better things to do.
    pub(super) fn watch_user_routines(&self) -> Option<Subscription<Message>> {
        let shows_them = matches!(
            self.screens.open,
            Screen::Routines(_) | Screen::Routine(_) | Screen::Exercise(_)
        );
        let watch = shows_them.then(|| self.library.watch()).flatten()?;
        Some(watch.map(Message::Library))
    }

    /// Says above a routine of one's own that it cannot be read from the folder any more.
    pub(super) fn gone(&self) -> Option<Element<'_, Message>> {
        let Screen::Routine(detail) = &self.screens.open else {
            return None;
        };
        let shown = detail.loaded();
        let is_own = shown.folder.is_some() && shown.folder == self.library.user.folder;
        if !is_own || self.library.user.routine(&shown.routine.id).is_some() {
            return None;
        }
        let note = banner(Tone::Sun, Icon::FileWarning, words::gone()).line(words::gone_line());
        Some(self.above_page(note))
    }

    // The page on which one chooses.

    pub(super) fn update_routines(
        &mut self,
        message: routines::Message,
        real: Instant,
    ) -> Task<Message> {
        let Screen::Routines(routines) = &mut self.screens.open else {
            return Task::none();
        };
        match routines.update(message) {
            routines::Action::None => Task::none(),
            routines::Action::Open(chosen) => self.take(chosen, Wanted::Page, real),
            routines::Action::Start(chosen) => self.take(chosen, Wanted::Session, real),
            routines::Action::OpenFile(file) => self.open_file(file),
            routines::Action::Star(id) => {
                let mut changed = self.preferences.settings.clone();
                changed.star(id);
                self.change_settings(changed)
            }
            routines::Action::Write => {
                Task::batch([operation::focus(SEARCH), operation::select_all(SEARCH)])
            }
            routines::Action::ToFirst => routines.first().map_or_else(Task::none, control::show),
            routines::Action::ToTop => scroll_to(LIST, 0.0),
            routines::Action::ToTray(tray) => {
                Task::batch([scroll_to(LIST, 0.0), control::focus(tray)])
            }
        }
    }

    /// What puts the cursor into the search field of the page.
    pub(super) fn search(&self) -> Option<Message> {
        match &self.screens.open {
            Screen::Routines(_) => Some(Message::Routines(routines::Message::Search)),
            Screen::Conditions(_) => Some(Message::Conditions(conditions::Message::Search)),
            _ => None,
        }
    }

    /// Empties the search field that is written in.
    pub(super) fn empty_search(&mut self, real: Instant) -> Task<Message> {
        let empty = match &self.screens.open {
            Screen::Routines(_) => Message::Routines(routines::Message::EmptySearch),
            Screen::Conditions(_) => Message::Conditions(conditions::Message::EmptySearch),
            _ => return Task::none(),
        };
        self.update(empty, real)
    }
}

/// Scrolls a list so far down.
pub(super) fn scroll_to(list: Id, y: f32) -> Task<Message> {
    operation::scroll_to(list, AbsoluteOffset { x: 0.0, y })
}

/// The routine with the same id, as it is now.
fn same<'a>(routines: &'a [LoadedRoutine], shown: &LoadedRoutine) -> Option<&'a LoadedRoutine> {
    routines
        .iter()
        .find(|loaded| loaded.routine.id == shown.routine.id)
}
