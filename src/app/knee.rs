//! The knee map in the window: what it knows is read when it is first asked for, what comes of it is written down, and
//! a knee that someone should see keeps all routines waiting.

mod conditions;
mod pictures;
mod results;
mod summary;
pub(super) mod unlocked;

use std::sync::Arc;
use std::time::Instant;

use iced::widget::operation::{self, AbsoluteOffset};
use iced::{Task, window};
use uuid::Uuid;

use super::executor::spawn_blocking;
use super::playback::Beginning;
use super::playing::set_full_screen;
use super::screen::finding::Showing;
use super::screen::knee_map::{self, KneeMap, Origin, Remembered, picture};
use super::{App, Message, Screen, Shelf, Tab};
use crate::authoring::Problem;
use crate::content;
use crate::knee::{
    ConditionId, Findings, Knowledge, Level, OpenFinding, View, Withheld, allows_serving,
};
use crate::library::LoadedRoutine;
use crate::routine::Routine;
use crate::settings::Settings;
use crate::side::Side;
use crate::training::finding::{carried_over, findings};
use crate::training::record::{self, Entry, Examiner, Standing};
pub use pictures::{Picture, Pictures};
use unlocked::Unlocked;

/// What is known about knees, and the map one left to come back to.
#[derive(Debug, Default)]
pub(super) struct Knees {
    knowledge: Option<Arc<Knowledge>>,
    kept: Option<Box<KneeMap>>,
    /// The leg that is marked too in the kept map and comes next.
    next: Option<Side>,
    /// A knee that was just marked as checked, for as long as that can be undone.
    unlocked: Option<Unlocked>,
    /// What the knee map remembers from one time to the next.
    pub(super) remembered: Remembered,
    /// The pictures of the knee that pages have asked for.
    pub(super) pictures: Pictures,
}

impl Knees {
    /// Forgets what was said about them.
    pub(super) fn forget(&mut self) {
        self.kept = None;
        self.next = None;
        self.unlocked = None;
        self.remembered.age = None;
    }

    /// What is known, once it was read.
    pub(super) fn knowledge(&self) -> Option<&Arc<Knowledge>> {
        self.knowledge.as_ref()
    }
}

/// What waits for what is known about knees.
#[derive(Debug, Clone)]
pub enum Then {
    /// Nothing: pages that name conditions are told anyway.
    Nothing,
    /// The knee map.
    KneeMap(Origin),
    /// The page that says why routines are locked.
    SeeWhy,
    /// A routine that says which conditions it serves.
    Play(Box<(LoadedRoutine, Beginning)>),
}

impl App {
    /// Opens the knee map, and reads what it knows where that was not done yet. Where there is a result that holds, that is
    /// what is shown.
    pub(super) fn open_knee_map(&mut self, from: Origin) -> Task<Message> {
        let (Some(knowledge), Shelf::Read { .. }) = (self.knees.knowledge.clone(), &self.shelf)
        else {
            return read_knowledge(Then::KneeMap(from));
        };
        match from {
            Origin::Page => {
                // A knee that waits to be seen comes before everything else, also before a map that was left half said.
                if let Some(record) = self.result_that_waits() {
                    self.leave_place();
                    self.sound.release();
                    return self.show_finding(record, None, Showing::Again, from);
                }
                if let Some(map) = self.knees.kept.take() {
                    self.leave_place();
                    self.sound.release();
                    self.screen = Screen::KneeMap(map);
                    return Task::none();
                }
                if let Some(record) = self.result_to_show() {
                    self.leave_place();
                    self.sound.release();
                    return self.show_finding(record, None, Showing::Again, from);
                }
                self.leave_place();
                self.sound.release();
                self.screen = Screen::KneeMap(Box::new(KneeMap::new(
                    knowledge,
                    from,
                    self.knees.remembered,
                )));
            }
            Origin::Session => {
                self.open(Screen::KneeMap(Box::new(KneeMap::new(
                    knowledge,
                    from,
                    self.knees.remembered,
                ))));
            }
        }
        Task::none()
    }

    /// The knowledge was read. Goes on with what waited for it.
    pub(super) fn know(
        &mut self,
        then: Then,
        (knowledge, problems): (Knowledge, Vec<Problem>),
        real: Instant,
    ) -> Task<Message> {
        self.set_knowledge(Arc::new(knowledge), problems);
        let informed = self.inform_today();
        let opened = match then {
            Then::Nothing => Task::none(),
            Then::KneeMap(from) => self.open_knee_map(from),
            Then::SeeWhy => self.see_why(),
            Then::Play(play) => {
                let (loaded, beginning) = *play;
                self.play_from(loaded, beginning, real)
            }
        };
        Task::batch([informed, opened])
    }

    /// Keeps what was read, names what could not be, and lets open pages know.
    pub(super) fn set_knowledge(&mut self, knowledge: Arc<Knowledge>, problems: Vec<Problem>) {
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
                && map.from() == Origin::Page
            {
                self.knees.kept = Some(map);
            }
        }
        // A session that is left waits in the journal.
        self.playing = None;
        self.focused_place = None;
    }

    // What may be played.

    /// What the journal says about the knees, as far as routines depend on it.
    pub(super) fn findings(&self) -> Findings {
        let recent = self.history.recent.as_ref();
        let known = findings(recent.iter().flat_map(|recent| &recent.assessments));
        match &self.settings.knees_of_version_1 {
            None => known,
            // The journal could not take them yet.
            Some(knees) => known.and_open(knees.iter().map(|knee| OpenFinding {
                level: Level::WithinTwoWeeks,
                leg: (*knee),
            })),
        }
    }

    /// Version 0.1 kept the knees that wait to be seen among the settings. Once, they are brought into the journal: a knee
    /// that waits and has no open finding there gets one, and one that no longer waits has been looked at.
    pub(super) fn carry_over_knees(&mut self) -> Task<Message> {
        let (Some(waiting), Some(recent)) = (
            self.settings.knees_of_version_1.clone(),
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
            self.history
                .journal
                .write(vec![Entry::Assessment(result.clone())]);
            self.change_result(result);
        }
        self.change_settings(Settings {
            knees_of_version_1: None,
            ..self.settings.clone()
        })
    }

    /// Whether a routine may be played.
    pub(super) fn may_play(&self, routine: &Routine) -> Result<(), Withheld> {
        let findings = self.findings();
        findings.allow_routines()?;
        let Some(knowledge) = self.knees.knowledge() else {
            return Ok(());
        };
        let serves: Vec<_> = routine
            .serves
            .iter()
            .filter_map(|id| ConditionId::with_id(id))
            .collect();
        allows_serving(knowledge, &serves, &findings)
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
        let Screen::KneeMap(map) = &mut self.screen else {
            return Task::none();
        };
        let action = map.update(message);
        let obeyed = self.apply_knee_map(action, real);
        Task::batch([obeyed, self.scroll_to_focus()])
    }

    pub(super) fn apply_knee_map(
        &mut self,
        action: knee_map::Action,
        _real: Instant,
    ) -> Task<Message> {
        match action {
            knee_map::Action::None => Task::none(),
            knee_map::Action::Picture(drawing, size) => window::latest()
                .and_then(window::scale_factor)
                .then(move |density| {
                    let wanted = picture::wanted(drawing, size, density);
                    spawn_blocking(move || picture::prepare(wanted)).map(move |picture| {
                        Message::KneeMap(knee_map::Message::Picture(wanted, picture))
                    })
                }),
            knee_map::Action::Remember(remembered) => {
                self.knees.remembered = remembered;
                self.change_settings(Settings {
                    age: remembered.age,
                    marks_made: remembered.marks_made,
                    knee_with_skin: remembered.is_skin,
                    ..self.settings.clone()
                })
            }
            knee_map::Action::Scroll(by) => {
                operation::scroll_by(knee_map::STATEMENTS, AbsoluteOffset { x: 0.0, y: by })
            }
            knee_map::Action::Browse => self.browse(),
            knee_map::Action::Concluded(conclusion) => self.conclude(*conclusion),
            knee_map::Action::BackToSession if self.findings().allow_routines().is_ok() => {
                self.go_back()
            }
            // The session ends here: exercise can wait.
            knee_map::Action::BackToSession => {
                self.go(Tab::Today);
                set_full_screen(false)
            }
        }
    }

    /// Makes a picture of the knee, where no page has asked for it yet.
    pub(super) fn want_knee_picture(&mut self, view: View, leg: Side) -> Task<Message> {
        if !self.knees.pictures.ask(view, leg) {
            return Task::none();
        }
        spawn_blocking(move || pictures::make(view, leg))
            .map(move |picture| Message::KneePicture(view, leg, picture))
    }

    /// Plays a routine that ships with the program.
    pub(super) fn start(&mut self, routine: Arc<Routine>, real: Instant) -> Task<Message> {
        let folder = None;
        self.play(LoadedRoutine { routine, folder }, real)
    }
}

impl std::convert::From<&Settings> for Remembered {
    /// What the knee map knew the last time.
    fn from(settings: &Settings) -> Self {
        Self {
            age: settings.age,
            marks_made: settings.marks_made,
            is_skin: settings.knee_with_skin,
        }
    }
}

/// Reads what is known about knees, for what waits for it.
pub(super) fn read_knowledge(then: Then) -> Task<Message> {
    spawn_blocking(content::knowledge)
        .map(move |read| Message::KnowledgeRead(then.clone(), Box::new(read)))
}
