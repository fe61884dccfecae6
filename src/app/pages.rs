//! The pages of routines and exercises: how they open one another, and how one comes back to where one was.

use std::borrow::Cow;
use std::sync::Arc;
use std::time::Instant;

use iced::Task;
use iced::widget::operation::{self, AbsoluteOffset};

use super::executor::spawn_blocking;
use super::navigation::Screen;
use super::playback::Beginning;
use super::screen::exercise::{self, ExercisePage};
use super::screen::routine::{self, Detail};
use super::screen::{knee_map, routines};
use super::state::library::Wanted;
use super::{Message, Ready};
use crate::content::{RESET, STANDING_RESET};
use crate::exercise::Exercise;
use crate::library::{LoadedRoutine, picture};
use crate::routine::Routine;
use crate::words::{exercise as words, page};

impl Ready {
    /// Opens the page of a routine that ships with the program.
    pub(super) fn show(&mut self, routine: Arc<Routine>) -> Task<Message> {
        let folder = None;
        self.show_loaded(LoadedRoutine { routine, folder })
    }

    /// Opens the page of a routine.
    pub(super) fn show_loaded(&mut self, loaded: LoadedRoutine) -> Task<Message> {
        let catalogue = self.library.content.catalogue.clone();
        let has_standing = &*loaded.routine.id == RESET;
        let detail = Detail::new(loaded, catalogue, &self.preferences.settings, self.here());
        let detail = if has_standing {
            detail.with_standing()
        } else {
            detail
        };
        self.open(Screen::Routine(Box::new(detail)));
        let names = self.learn_names();
        self.name_conditions();
        Task::batch([self.scroll_back(), names])
    }

    /// Names the conditions on routines' pages, the open one and those that wait to be come back to, where what is known
    /// about knees was read.
    pub(super) fn name_conditions(&mut self) {
        let Some(knowledge) = self.knees.knowledge() else {
            return;
        };
        for screen in self.screens.all_mut() {
            match screen {
                Screen::Routine(detail) => detail.set_knowledge(knowledge),
                Screen::Progress(progress) => progress.name_conditions(Arc::clone(knowledge)),
                _ => {}
            }
        }
    }

    /// Opens the page of an exercise. `near` is the routine it is reached by.
    fn show_exercise(
        &mut self,
        exercise: Arc<Exercise>,
        near: Option<LoadedRoutine>,
    ) -> Task<Message> {
        let collection = exercise::Collection {
            catalogue: &self.library.content.catalogue,
            routines: &self.library.content.routines,
            own: self.library.user.routines(),
        };
        let page = ExercisePage::new(exercise, near, &collection, self.here());
        let picture = page.picture_file().map_or_else(Task::none, |file| {
            let read = move || (picture::read(&file).map(Arc::new), file);
            spawn_blocking(read)
                .map(|(picture, file)| Message::Exercise(exercise::Message::Picture(file, picture)))
        });
        self.open(Screen::Exercise(Box::new(page)));
        Task::batch([self.scroll_back(), picture])
    }

    /// What the way back to this page is called.
    fn here(&self) -> Cow<'static, str> {
        self.page().map_or_else(
            || page::routines().into(),
            |page| page.name().into_owned().into(),
        )
    }

    pub(super) fn update_routine(
        &mut self,
        message: routine::Message,
        real: Instant,
    ) -> Task<Message> {
        let Screen::Routine(detail) = &mut self.screens.open else {
            return Task::none();
        };
        let mut changed = self.preferences.settings.clone();
        match detail.update(message) {
            routine::Action::None => return Task::none(),
            routine::Action::Back => return self.go_back(),
            routine::Action::Start(loaded, beginning) => {
                return self.play_from(loaded, beginning, real);
            }
            routine::Action::Exercise(exercise) => {
                let near = detail.loaded().clone();
                return self.show_exercise(exercise, Some(near));
            }
            routine::Action::Condition(condition) => {
                return self.read_about(condition, words::the_routine());
            }
            routine::Action::Standing => {
                return match self.library.content.routine(STANDING_RESET).cloned() {
                    Some(standing) => self.show(standing),
                    None => Task::none(),
                };
            }
            routine::Action::KneeMap => return self.open_knee_map(knee_map::Origin::Page),
            routine::Action::SetGetReady(seconds) => changed.get_ready_seconds = Some(seconds),
            routine::Action::SetFirstSide(side) => changed.first_side = side,
            routine::Action::Star(id) => changed.star(id),
            routine::Action::ToggleCountdown => changed.countdown = !changed.countdown,
        }
        detail.settings_changed(&changed);
        self.change_settings(changed)
    }

    pub(super) fn update_exercise(
        &mut self,
        message: exercise::Message,
        real: Instant,
    ) -> Task<Message> {
        let Screen::Exercise(page) = &mut self.screens.open else {
            return Task::none();
        };
        match page.update(message) {
            exercise::Action::None => Task::none(),
            exercise::Action::Back => self.go_back(),
            exercise::Action::Open(exercise) => {
                let near = page.near().cloned();
                self.show_exercise(exercise, near)
            }
            exercise::Action::Routine(chosen) => self.take(chosen, Wanted::Page, real),
        }
    }

    /// Plays a routine from its start, as it is written.
    pub(super) fn play(&mut self, loaded: LoadedRoutine, real: Instant) -> Task<Message> {
        self.play_from(loaded, Beginning::default(), real)
    }

    /// Scrolls a page to where it was left, and a new one to its top: two pages look alike to what draws them, and the
    /// second would be scrolled as far as the first.
    pub(super) fn scroll_back(&self) -> Task<Message> {
        let to = |list, y| operation::scroll_to(list, AbsoluteOffset { x: 0.0, y });
        match &self.screens.open {
            Screen::Routine(detail) => Task::batch([
                to(routine::LIST, detail.scrolled()),
                to(routine::ASIDE, 0.0),
            ]),
            Screen::Exercise(_) => to(exercise::DETAILS, 0.0),
            Screen::Routines(page) => to(routines::LIST, page.offset()),
            _ => Task::none(),
        }
    }
}
