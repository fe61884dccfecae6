//! One routine: what it is for, its steps with their times, and Start.

mod follow;
mod steps;
mod view;

use std::time::Duration;

use super::name;
use crate::app::Place;
use crate::app::focus::Focus;
use crate::app::widget::Mannequin;
use crate::exercise::Side;
use crate::library::Shelved;
use crate::routine::timeline::{Start, Timeline};
use crate::settings::Settings;
use steps::{Section, sections};

/// The most seconds one can ask for to get ready.
const LONGEST_GET_READY: u32 = 60;

/// The state of the screen.
#[derive(Debug)]
pub struct Detail {
    shelved: Shelved,
    cover: Option<Mannequin>,
    sections: Vec<Section>,
    total: Duration,
    steps: usize,
    kit: String,
    /// The seconds to get ready.
    get_ready: u32,
    /// The place one came from.
    from: Place,
    /// The control the keyboard is on.
    pub focus: Focus<Message>,
}

/// What a person does here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Message {
    /// Back to the shelf.
    Back,
    /// Play it.
    Start,
    /// A second less to get ready.
    LessTime,
    /// A second more.
    MoreTime,
    /// The side to begin with.
    FirstSide(Side),
    /// Countdown beeps on or off.
    Countdown,
}

/// What the screen wants from its parent.
#[derive(Debug, Clone)]
pub enum Action {
    /// Show the shelf.
    Back,
    /// Play this routine.
    Start(Shelved),
    /// Remember another time to get ready, in seconds.
    SetGetReady(u32),
    /// Remember another first side.
    SetFirstSide(Side),
    /// Remember countdown beeps the other way.
    ToggleCountdown,
}

impl Detail {
    /// Prepares a routine to be looked at by someone who comes from this place.
    pub fn new(shelved: Shelved, settings: &Settings, from: Place) -> Self {
        let mut detail = Self {
            cover: shelved
                .routine
                .cover
                .as_ref()
                .and_then(|exercise| exercise.figure.as_ref())
                .map(|movement| Mannequin::new(movement, Side::Right)),
            sections: Vec::new(),
            total: Duration::ZERO,
            steps: 0,
            kit: name::kit(&shelved.routine.kit()),
            get_ready: 0,
            from,
            focus: Focus::on(Message::Start),
            shelved,
        };
        detail.settings_changed(settings);
        detail
    }

    /// The times and sides depend on the settings.
    pub fn settings_changed(&mut self, settings: &Settings) {
        let start = Start::from(settings);
        let timeline = Timeline::of(&self.shelved.routine, start);
        self.total = timeline.total();
        self.steps = timeline.numbered_steps();
        self.sections = sections(&timeline, start.first);
        self.get_ready = settings.get_ready_seconds.unwrap_or_else(|| {
            let own = self.shelved.routine.get_ready.seconds.duration().as_secs();
            u32::try_from(own).unwrap_or(LONGEST_GET_READY)
        });
    }

    /// Lets something happen.
    pub fn update(&mut self, message: Message) -> Action {
        self.focus.rest_on(message);
        match message {
            Message::Back => Action::Back,
            Message::Start => Action::Start(self.shelved.clone()),
            Message::LessTime => Action::SetGetReady(self.get_ready.saturating_sub(1)),
            Message::MoreTime => {
                Action::SetGetReady((self.get_ready + 1).min(LONGEST_GET_READY.max(self.get_ready)))
            }
            Message::FirstSide(side) => Action::SetFirstSide(side),
            Message::Countdown => Action::ToggleCountdown,
        }
    }

    /// The messages of what the keyboard can reach, in order.
    pub fn stops(&self) -> Vec<Message> {
        vec![
            Message::Start,
            Message::LessTime,
            Message::MoreTime,
            Message::FirstSide(Side::Left),
            Message::FirstSide(Side::Right),
            Message::Countdown,
            Message::Back,
        ]
    }
}
