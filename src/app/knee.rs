//! The knee map in the window: what it knows is read when it is first asked for, what comes of it is written down, and
//! a knee that someone should see keeps all routines waiting.

mod conditions;
mod results;
mod summary;

pub(super) use summary::{file_name as summary_file, tell as tell_summary, write as write_summary};

use std::sync::Arc;
use std::time::Instant;

use iced::widget::operation::{self, AbsoluteOffset, RelativeOffset};
use iced::{Task, window};
use uuid::Uuid;

use super::control;
use super::executor::spawn_blocking;
use super::navigation::Screen;
use super::playing::set_full_screen;
use super::screen::finding::Showing;
use super::screen::knee_map::{self, KneeMap, Origin, Remembered, picture};
use super::state::knees::{self, Event, Knees, Then, gate, unlocked};
use super::{Message, Ready};
use crate::knee::{Findings, View, Withheld};
use crate::library::LoadedRoutine;
use crate::routine::Routine;
use crate::settings::Settings;
use crate::side::Side;
use crate::training::finding::carried_over;
use crate::training::record::{self, Examiner, Standing};

impl Ready {
    /// Lets something happen to what is known about knees.
    pub(super) fn update_knees(&mut self, message: knees::Message, real: Instant) -> Task<Message> {
        let events = self.knees.update(message).into_iter();
        Task::batch(events.map(|event| self.on_knees_event(event, real)))
    }

    pub(super) fn on_knees_event(&mut self, event: Event, real: Instant) -> Task<Message> {
        match event {
            Event::Known(problems) => {
                self.library.problems.extend(problems);
                self.name_conditions();
                self.inform_today()
            }
            Event::Waited(Then::Nothing) => Task::none(),
            Event::Waited(Then::KneeMap(from)) => self.open_knee_map(from),
            Event::Waited(Then::SeeWhy) => self.see_why(),
            Event::Waited(Then::Play(play)) => {
                let (loaded, beginning) = *play;
                self.play_from(loaded, beginning, real)
            }
        }
    }

    /// Reads what is known about knees, for what waits for it.
    pub(super) fn read_knowledge(&self, then: Then) -> Task<Message> {
        Knees::read(then).map(Message::Knees)
    }

    /// Reads what is known about knees, where a page names conditions and it was not read yet.
    pub(super) fn learn_names(&self) -> Task<Message> {
        match self.knees.knowledge() {
            Some(_) => Task::none(),
            None => self.read_knowledge(Then::Nothing),
        }
    }

    /// Opens the knee map, and reads what it knows where that was not done yet. Where there is a result that holds, that is
    /// what is shown.
    pub(super) fn open_knee_map(&mut self, from: Origin) -> Task<Message> {
        let Some(knowledge) = self.knees.knowledge().cloned() else {
            return self.read_knowledge(Then::KneeMap(from));
        };
        let new = |app: &Self| {
            let map = KneeMap::new(knowledge, from, app.knees.remembered);
            Screen::KneeMap(Box::new(map))
        };
        if from == Origin::Session {
            self.open(new(self));
            return Task::none();
        }
        // A knee that waits to be seen comes before everything else, also before a map that was left half said.
        let waits = self.history.result_that_waits().cloned();
        let kept = match waits {
            Some(_) => None,
            None => self.knees.kept.take(),
        };
        match (waits, kept) {
            (None, Some(map)) => {
                self.leave_for(Screen::KneeMap(map));
                Task::none()
            }
            (waits, _) => match waits.or_else(|| self.history.newest_result(|_| true).cloned()) {
                Some(record) => self.leave_for_result(record),
                None => {
                    self.leave_for(new(self));
                    Task::none()
                }
            },
        }
    }

    // What may be played.

    /// What the journal says about the knees, as far as routines depend on it.
    pub(super) fn findings(&self) -> Findings {
        let of_version_1 = self.preferences.settings.knees_of_version_1.as_deref();
        gate(self.history.results(), of_version_1)
    }

    /// Version 0.1 kept the knees that wait to be seen among the settings. Once, they are brought into the journal: a knee
    /// that waits and has no open finding there gets one, and one that no longer waits has been looked at.
    pub(super) fn carry_over_knees(&mut self) -> Task<Message> {
        let (Some(waiting), Some(recent)) = (
            self.preferences.settings.knees_of_version_1.clone(),
            self.history.recent.clone(),
        ) else {
            return Task::none();
        };
        let at = (self.history.clock)();
        for leg in [Side::Left, Side::Right] {
            let waits = waiting.contains(&leg);
            let mut results = recent.assessments.iter();
            let open = results.find(|result| result.open().is_some_and(|open| open.leg == leg));
            let result = match (waits, open) {
                (true, None) => carried_over(Uuid::now_v7(), at, leg),
                (false, Some(open)) => record::Assessment {
                    standing: Standing::Checked {
                        at,
                        by: Examiner::NotSaid,
                    },
                    ..open.clone()
                },
                (true, Some(_)) | (false, None) => continue,
            };
            self.history.write_result(result);
        }
        self.change_settings(Settings {
            knees_of_version_1: None,
            ..self.preferences.settings.clone()
        })
    }

    /// Whether a routine may be played.
    pub(super) fn may_play(&self, routine: &Routine) -> Result<(), Withheld> {
        self.knees.may_play(routine, &self.findings())
    }

    /// Says why a routine is locked: on the page of the knee that waits, or of the condition.
    pub(super) fn explain(&mut self, withheld: Withheld) -> Task<Message> {
        match withheld {
            Withheld::Finding(open) => self.show_open(open),
            Withheld::Condition(condition, _) => {
                self.read_about(condition, crate::words::exercise::the_routine())
            }
        }
    }

    /// Says why routines are locked.
    pub(super) fn see_why(&mut self) -> Task<Message> {
        match self.findings().open().first() {
            Some(open) => self.show_open(*open),
            None => Task::none(),
        }
    }

    // The knee map.

    pub(super) fn update_knee_map(
        &mut self,
        message: knee_map::Message,
        real: Instant,
    ) -> Task<Message> {
        let Screen::KneeMap(map) = &mut self.screens.open else {
            return Task::none();
        };
        let is_choice = KneeMap::is_choice(&message);
        let action = map.update(message);
        let newest = self.show_newest_mark();
        let obeyed = self.apply_knee_map(action, real);
        if is_choice {
            // Whoever uses the pointer goes on with Enter.
            return Task::batch([obeyed, newest, control::rest(knee_map::WAY)]);
        }
        Task::batch([obeyed, newest])
    }

    /// Scrolls the list beside the drawing to the mark that was just made there.
    fn show_newest_mark(&self) -> Task<Message> {
        let Screen::KneeMap(map) = &self.screens.open else {
            return Task::none();
        };
        map.reach().map_or_else(Task::none, |y| {
            operation::snap_to(knee_map::marking::LIST, RelativeOffset { x: 0.0, y })
        })
    }

    pub(super) fn apply_knee_map(
        &mut self,
        action: knee_map::Action,
        _real: Instant,
    ) -> Task<Message> {
        match action {
            knee_map::Action::None => Task::none(),
            knee_map::Action::Picture(drawing, size) => {
                let zoom = self.zoom();
                window::latest()
                    .and_then(window::scale_factor)
                    .then(move |density| {
                        let wanted = picture::wanted(drawing, size, density * zoom);
                        spawn_blocking(move || picture::prepare(wanted)).map(move |picture| {
                            Message::KneeMap(knee_map::Message::Picture(wanted, picture))
                        })
                    })
            }
            knee_map::Action::Remember(remembered) => {
                self.knees.remembered = remembered;
                self.change_settings(Settings {
                    age: remembered.age,
                    marks_made: remembered.marks_made,
                    knee_with_skin: remembered.is_skin,
                    ..self.preferences.settings.clone()
                })
            }
            knee_map::Action::Scroll(by) => {
                operation::scroll_by(knee_map::STATEMENTS, AbsoluteOffset { x: 0.0, y: by })
            }
            knee_map::Action::Walk(spot) => control::show(spot),
            knee_map::Action::Browse => self.browse(),
            knee_map::Action::Concluded(conclusion) => self.conclude(*conclusion),
            knee_map::Action::BackToSession if self.findings().allow_routines().is_ok() => {
                self.go_back()
            }
            // The session ends here: exercise can wait.
            knee_map::Action::BackToSession => {
                let today = self.open_today();
                Task::batch([today, set_full_screen(false)])
            }
        }
    }

    /// Makes a picture of the knee, where no page has asked for it yet.
    pub(super) fn want_knee_picture(&mut self, view: View, leg: Side) -> Task<Message> {
        self.knees.picture(view, leg).map(Message::Knees)
    }

    /// Plays a routine that ships with the program.
    pub(super) fn start(&mut self, routine: Arc<Routine>, real: Instant) -> Task<Message> {
        let folder = None;
        self.play(LoadedRoutine { routine, folder }, real)
    }

    /// Something happens to a knee that was just marked as checked.
    pub(super) fn update_unlocked(
        &mut self,
        message: unlocked::Message,
        real: Instant,
    ) -> Task<Message> {
        let Some(unlocked) = &mut self.knees.unlocked else {
            return Task::none();
        };
        match unlocked.update(message, real) {
            None => Task::none(),
            Some(unlocked::Event::Over) => {
                self.knees.unlocked = None;
                Task::none()
            }
            Some(unlocked::Event::Undone) => self.undo_check(),
        }
    }

    /// Nobody has looked after all: everything stands as before.
    pub(super) fn undo_check(&mut self) -> Task<Message> {
        let Some(unlocked) = self.knees.unlocked.take() else {
            return Task::none();
        };
        let before = unlocked.before;
        self.history.write_result(before.clone());
        let written = self.inform_today();
        let shown = match &self.screens.open {
            Screen::Finding(page) if page.record().id == before.id => {
                self.turn_to_result(before, None, Showing::Again, Origin::Page)
            }
            _ => Task::none(),
        };
        Task::batch([written, shown])
    }
}

impl From<&Settings> for Remembered {
    /// What the knee map knew the last time.
    fn from(settings: &Settings) -> Self {
        Self {
            age: settings.age,
            marks_made: settings.marks_made,
            is_skin: settings.knee_with_skin,
        }
    }
}
