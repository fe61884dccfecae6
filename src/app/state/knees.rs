//! Knees: what is known about them, the map one left to come back to, and a check that can be undone.

pub mod pictures;
pub mod unlocked;

use std::sync::Arc;

use iced::Task;

use crate::app::executor::spawn_blocking;
use crate::app::playback::Beginning;
use crate::app::screen::knee_map::{KneeMap, Origin, Remembered};
use crate::authoring::Problem;
use crate::content;
use crate::knee::{
    ConditionId, Findings, Knowledge, Level, OpenFinding, View, Withheld, allows_serving,
};
use crate::library::LoadedRoutine;
use crate::routine::Routine;
use crate::side::Side;
use crate::training::finding::findings;
use crate::training::record::Assessment;
use pictures::{Picture, Pictures};
use unlocked::Unlocked;

/// What is known about knees, and the map one left to come back to.
#[derive(Debug, Default)]
pub struct Knees {
    knowledge: Option<Arc<Knowledge>>,
    /// The map one left to come back to.
    pub kept: Option<Box<KneeMap>>,
    /// The leg that is marked too in the kept map and comes next.
    pub next: Option<Side>,
    /// A knee that was just marked as checked, for as long as that can be undone.
    pub unlocked: Option<Unlocked>,
    /// What the knee map remembers from one time to the next.
    pub remembered: Remembered,
    /// The pictures of the knee that pages have asked for.
    pub pictures: Pictures,
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

/// What happens to it.
#[derive(Debug, Clone)]
pub enum Message {
    /// What is known was read, for what waits for it.
    Read(Then, Box<(Knowledge, Vec<Problem>)>),
    /// A picture of the knee was made.
    Pictured(View, Side, Option<Picture>),
}

/// What has come of it.
#[derive(Debug)]
pub enum Event {
    /// More is known now, with these faults in its files.
    Known(Vec<Problem>),
    /// What waited can go on.
    Waited(Then),
}

impl Knees {
    /// Nothing known yet but what the knee map remembers.
    pub fn new(remembered: Remembered) -> Self {
        Self {
            remembered,
            ..Self::default()
        }
    }

    /// Lets something happen.
    pub fn update(&mut self, message: Message) -> Vec<Event> {
        match message {
            Message::Read(then, read) => {
                let (knowledge, problems) = *read;
                let known = self.learn(Arc::new(knowledge), problems);
                known.into_iter().chain([Event::Waited(then)]).collect()
            }
            Message::Pictured(view, leg, picture) => {
                self.pictures.keep(view, leg, picture);
                Vec::new()
            }
        }
    }

    /// Keeps what was read. Two who need it may have read it at the same time: the second changes nothing.
    pub fn learn(&mut self, knowledge: Arc<Knowledge>, problems: Vec<Problem>) -> Option<Event> {
        if self.knowledge.is_some() {
            return None;
        }
        self.knowledge = Some(knowledge);
        Some(Event::Known(problems))
    }

    /// What is known, once it was read.
    pub fn knowledge(&self) -> Option<&Arc<Knowledge>> {
        self.knowledge.as_ref()
    }

    /// Reads what is known, for what waits for it.
    pub fn read(then: Then) -> Task<Message> {
        spawn_blocking(content::knowledge)
            .map(move |read| Message::Read(then.clone(), Box::new(read)))
    }

    /// Makes a picture of the knee, where no page has asked for it yet.
    pub fn picture(&mut self, view: View, leg: Side) -> Task<Message> {
        if !self.pictures.ask(view, leg) {
            return Task::none();
        }
        spawn_blocking(move || pictures::make(view, leg))
            .map(move |picture| Message::Pictured(view, leg, picture))
    }

    /// Forgets what was said about them.
    pub fn forget(&mut self) {
        self.kept = None;
        self.next = None;
        self.unlocked = None;
        self.remembered.age = None;
    }

    /// Whether a routine may be played.
    ///
    /// # Errors
    ///
    /// Why it may not.
    pub fn may_play(&self, routine: &Routine, findings: &Findings) -> Result<(), Withheld> {
        findings.allow_routines()?;
        let Some(knowledge) = self.knowledge() else {
            return Ok(());
        };
        let serves: Vec<_> = routine
            .serves
            .iter()
            .filter_map(|id| ConditionId::with_id(id))
            .collect();
        allows_serving(knowledge, &serves, findings)
    }
}

/// What results of the knee map come to, as far as routines depend on it, with the knees that version 0.1 remembered and
/// the journal could not take yet.
pub fn gate(results: &[Assessment], of_version_1: Option<&[Side]>) -> Findings {
    let known = findings(results);
    match of_version_1 {
        None => known,
        Some(knees) => known.and_open(knees.iter().map(|knee| OpenFinding {
            level: Level::WithinTwoWeeks,
            leg: *knee,
        })),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(then: Then) -> Message {
        Message::Read(then, Box::new(content::knowledge()))
    }

    #[test]
    fn what_is_known_is_kept_once_and_all_who_waited_go_on() {
        let mut knees = Knees::default();
        let first = knees.update(read(Then::SeeWhy));
        assert!(matches!(
            first.as_slice(),
            [Event::Known(_), Event::Waited(Then::SeeWhy)]
        ));
        let known = knees.knowledge().map(Arc::as_ptr);
        let second = knees.update(read(Then::Nothing));
        assert!(matches!(second.as_slice(), [Event::Waited(Then::Nothing)]));
        assert_eq!(knees.knowledge().map(Arc::as_ptr), known);
    }

    #[test]
    fn a_knee_that_version_1_remembered_closes_the_routines() {
        assert!(gate(&[], None).allow_routines().is_ok());
        assert!(gate(&[], Some(&[])).allow_routines().is_ok());
        assert!(gate(&[], Some(&[Side::Left])).allow_routines().is_err());
    }

    #[test]
    fn a_picture_is_asked_for_once() {
        let mut pictures = Pictures::default();
        assert!(pictures.ask(View::Front, Side::Left));
        assert!(!pictures.ask(View::Front, Side::Left));
        assert!(pictures.ask(View::Front, Side::Right));
    }
}
