//! The knee map in the window: what it knows is read when it is first asked for, and a knee that someone should see
//! keeps all routines waiting.

use std::sync::Arc;
use std::time::Instant;

use iced::{Task, window};
use uuid::Uuid;

use super::executor::aside;
use super::own::Wanted;
use super::playing::set_full_screen;
use super::screen::condition::{self, ConditionPage};
use super::screen::conditions::{self, Conditions};
use super::screen::knee_map::{self, From, KneeMap, picture};
use super::{App, Message, Place, Screen, Shelf};
use crate::authoring::Problem;
use crate::content;
use crate::knee::{AnswerSheet, ConditionId, Knowledge, Leg};
use crate::library::Shelved;
use crate::routine::Routine;
use crate::settings::Knee;
use crate::training::finding::finding;
use crate::training::record::{self, Entry, Standing};
use crate::words::knee_map as words;

/// What is known about knees, and the map one left to come back to.
#[derive(Debug, Default)]
pub(super) struct Knees {
    knowledge: Option<Arc<Knowledge>>,
    kept: Option<Box<KneeMap>>,
    /// What was said about each knee when its result was written down last.
    written: Vec<(Leg, AnswerSheet)>,
}

impl Knees {
    /// What is known, once it was read.
    pub(super) fn knowledge(&self) -> Option<&Arc<Knowledge>> {
        self.knowledge.as_ref()
    }
}

impl App {
    /// Opens the knee map, and reads what it knows where that was not done yet.
    pub(super) fn open_knee_map(&mut self, from: From) -> Task<Message> {
        let (Some(knowledge), Shelf::Read { content, .. }) = (&self.knees.knowledge, &self.shelf)
        else {
            return read_knowledge(Some(from));
        };
        let fresh = || Box::new(KneeMap::new(Arc::clone(knowledge), content, from));
        let mut map = match from {
            From::Page => self.knees.kept.take().unwrap_or_else(fresh),
            From::Session => fresh(),
        };
        map.waiting(&self.settings.knees_to_be_seen);
        match from {
            From::Page => {
                self.leave_place();
                self.screen = Screen::KneeMap(map);
                self.sound.release();
            }
            From::Session => self.open(Screen::KneeMap(map)),
        }
        Task::none()
    }

    /// The knowledge was read. Opens the knee map where it was read for that.
    pub(super) fn know(
        &mut self,
        from: Option<From>,
        (knowledge, problems): (Knowledge, Vec<Problem>),
    ) -> Task<Message> {
        self.learn(Arc::new(knowledge), problems);
        let informed = self.inform_today();
        let opened = from.map_or_else(Task::none, |from| self.open_knee_map(from));
        Task::batch([informed, opened])
    }

    /// Keeps what was read, names what could not be, and lets open pages know.
    pub(super) fn learn(&mut self, knowledge: Arc<Knowledge>, problems: Vec<Problem>) {
        // Two who need it may have read it at the same time.
        if self.knees.knowledge.is_some() {
            return;
        }
        if let Shelf::Read { problems: all, .. } = &mut self.shelf {
            all.extend(problems);
        }
        self.knees.knowledge = Some(knowledge);
        self.name_conditions();
    }

    /// Leaves for another place of the sidebar. The knee map is kept as it is.
    pub(super) fn leave_place(&mut self) {
        let screen = std::mem::replace(&mut self.screen, Screen::Opening);
        let open = std::mem::take(&mut self.behind).into_iter().chain([screen]);
        for screen in open {
            if let Screen::KneeMap(map) = screen
                && map.from() == From::Page
            {
                self.knees.kept = Some(map);
            }
        }
        self.focused_place = None;
    }

    pub(super) fn update_knee_map(
        &mut self,
        message: knee_map::Message,
        real: Instant,
    ) -> Task<Message> {
        let Screen::KneeMap(map) = &mut self.screen else {
            return Task::none();
        };
        let action = map.update(message);
        self.obey_knee_map(action, real)
    }

    /// Writes down what came of the knee map, once for each thing that was said.
    fn write_finding(&mut self) {
        let Screen::KneeMap(map) = &self.screen else {
            return;
        };
        let Some((leg, sheet, assessment)) = map.finding() else {
            return;
        };
        let is_written = |(of, written): &(Leg, AnswerSheet)| *of == leg && *written == sheet;
        if self.knees.written.iter().any(is_written) {
            return;
        }
        let at = (self.kept.clock)();
        let found = finding(Uuid::now_v7(), at, leg, &sheet, assessment);
        self.knees.written.retain(|(of, _)| *of != leg);
        self.knees.written.push((leg, sheet));
        let replaced = self.kept.recent.iter().flat_map(|recent| {
            let before = recent.assessments.iter();
            before.filter(|before| before.knee == found.knee)
        });
        let mut entries: Vec<Entry> = replaced
            .map(|before| {
                Entry::Assessment(record::Assessment {
                    standing: Standing::Replaced,
                    ..before.clone()
                })
            })
            .collect();
        entries.push(Entry::Assessment(found.clone()));
        self.kept.journal.write(entries);
        if let Some(recent) = &mut self.kept.recent {
            let recent = Arc::make_mut(recent);
            recent
                .assessments
                .retain(|before| before.knee != found.knee);
            recent.assessments.push(found);
        }
    }

    pub(super) fn obey_knee_map(
        &mut self,
        action: knee_map::Action,
        real: Instant,
    ) -> Task<Message> {
        self.write_finding();
        match action {
            knee_map::Action::None => Task::none(),
            knee_map::Action::Picture(view, leg, room) => window::latest()
                .and_then(window::scale_factor)
                .then(move |density| {
                    let wanted = picture::wanted(view, leg, room, density);
                    aside(move || picture::prepare(wanted)).map(move |picture| {
                        Message::KneeMap(knee_map::Message::Picture(wanted, picture))
                    })
                }),
            knee_map::Action::Browse => {
                if let Some(knowledge) = self.knees.knowledge() {
                    let list = Conditions::new(Arc::clone(knowledge));
                    self.open(Screen::Conditions(list));
                }
                Task::none()
            }
            knee_map::Action::Read(condition) => {
                self.read_about(condition, words::WHAT_IT_MAY_BE);
                Task::none()
            }
            knee_map::Action::Start(chosen) => self.take(chosen, Wanted::Session, real),
            knee_map::Action::SeeSomeone(leg) => self.change_waiting(|knees| {
                if !knees.contains(&knee(leg)) {
                    knees.push(knee(leg));
                }
            }),
            knee_map::Action::Checked(leg) => {
                self.change_waiting(|knees| knees.retain(|known| *known != knee(leg)))
            }
            knee_map::Action::AllChecked => self.change_waiting(Vec::clear),
            knee_map::Action::BackToSession if self.settings.knees_to_be_seen.is_empty() => {
                self.go_back()
            }
            // The session ends here: exercise can wait.
            knee_map::Action::BackToSession => {
                self.go(Place::Today);
                set_full_screen(false)
            }
        }
    }

    fn change_waiting(&mut self, change: impl FnOnce(&mut Vec<Knee>)) -> Task<Message> {
        let mut changed = self.settings.clone();
        change(&mut changed.knees_to_be_seen);
        if let Screen::KneeMap(map) = &mut self.screen {
            map.waiting(&changed.knees_to_be_seen);
        }
        self.change_settings(changed)
    }

    /// Opens the page of a condition.
    pub(super) fn read_about(&mut self, condition: ConditionId, back: &'static str) {
        let (Some(knowledge), Shelf::Read { content, .. }) = (&self.knees.knowledge, &self.shelf)
        else {
            return;
        };
        let page = ConditionPage::new(
            Arc::clone(knowledge),
            condition,
            content,
            self.own.routines(),
            back,
        );
        self.open(Screen::Condition(Box::new(page)));
    }

    pub(super) fn update_condition(
        &mut self,
        message: condition::Message,
        real: Instant,
    ) -> Task<Message> {
        let Screen::Condition(page) = &mut self.screen else {
            return Task::none();
        };
        match page.update(message) {
            condition::Action::None => Task::none(),
            condition::Action::Back => self.go_back(),
            condition::Action::Start(chosen) => self.take(chosen, Wanted::Session, real),
        }
    }

    pub(super) fn update_conditions(&mut self, message: conditions::Message) -> Task<Message> {
        match message {
            conditions::Message::Back => self.go_back(),
            conditions::Message::Open(condition) => {
                self.read_about(condition, words::CONDITIONS_TITLE);
                Task::none()
            }
        }
    }

    /// Plays a routine that ships with the program.
    pub(super) fn start(&mut self, routine: Arc<Routine>, real: Instant) -> Task<Message> {
        let folder = None;
        self.play(Shelved { routine, folder }, real)
    }
}

/// Reads what is known about knees, for the knee map where that is to be opened.
pub(super) fn read_knowledge(from: Option<From>) -> Task<Message> {
    aside(content::knowledge).map(move |read| Message::KnowledgeRead(from, Box::new(read)))
}

fn knee(leg: Leg) -> Knee {
    match leg {
        Leg::Left => Knee::Left,
        Leg::Right => Knee::Right,
    }
}
