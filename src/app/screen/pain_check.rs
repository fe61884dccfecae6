//! How the knees are before a routine, where one wants to be asked.

use std::time::Instant;

use iced::widget::{column, row, space};
use iced::{Center, Element};

use super::Viewport;
use super::rating::{self, Rating};
use crate::app::focus::{Direction, Focus};
use crate::app::playback::Beginning;
use crate::app::shortcut::{Press, Stroke};
use crate::app::theme::{self, Tone, type_role};
use crate::app::widget::{Icon, Solid, button, dialog};
use crate::library::LoadedRoutine;
use crate::training::Zone;
use crate::training::pain::{Knees, Told};
use crate::words::{knee_map, pain as words};

/// The width of the dialog, in logical pixels.
const WIDTH: f32 = 640.0;

/// The state of the question.
#[derive(Debug)]
pub struct PainCheck {
    loaded: LoadedRoutine,
    beginning: Beginning,
    rating: Rating,
    focus: Focus<Message>,
}

/// What a person does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)] // The names say it.
pub enum Message {
    Rate(rating::Message),
    Start,
    Skip,
    KneeMap,
    Close,
}

/// What the question wants from its parent.
#[derive(Debug)]
pub enum Action {
    /// Nothing.
    None,
    /// Start, with what was told.
    Start(LoadedRoutine, Beginning, Option<Told>),
    /// See what it may be instead.
    KneeMap,
    /// Do not start.
    Close,
}

impl PainCheck {
    /// Asks before this routine.
    pub fn new(loaded: LoadedRoutine, beginning: Beginning, knees: Knees) -> Self {
        Self {
            loaded,
            beginning,
            rating: Rating::of(knees),
            focus: Focus::on(Message::Skip),
        }
    }

    fn zone(&self) -> Option<Zone> {
        self.rating.told().map(|told| told.score.zone())
    }

    /// Lets something happen.
    pub fn update(&mut self, message: Message) -> Action {
        let start = |told| Action::Start(self.loaded.clone(), self.beginning.clone(), told);
        match message {
            Message::Rate(rated) => {
                self.rating.update(rated);
                self.rest();
                Action::None
            }
            Message::Start => start(self.rating.told()),
            Message::Skip => start(None),
            Message::KneeMap => Action::KneeMap,
            Message::Close => Action::Close,
        }
    }

    /// The keyboard rests on what is best to do.
    fn rest(&mut self) {
        self.focus.rest_on(match self.zone() {
            None => Message::Skip,
            Some(Zone::Fine | Zone::Careful) => Message::Start,
            Some(Zone::EaseOff) => Message::KneeMap,
        });
    }

    /// What a key does.
    pub fn key(&mut self, press: Press, real: Instant) -> Action {
        if self.rating.key(press.stroke, real).is_some() {
            self.rest();
            return Action::None;
        }
        match press.stroke {
            Stroke::Tab(direction) => {
                self.focus.step(&self.stops(), direction);
                Action::None
            }
            Stroke::Down => {
                self.focus.step(&self.stops(), Direction::Forward);
                Action::None
            }
            Stroke::Up => {
                self.focus.step(&self.stops(), Direction::Back);
                Action::None
            }
            Stroke::Enter | Stroke::Space => match self.focus.current(&self.stops()) {
                Some(message) => self.update(message),
                None => Action::None,
            },
            Stroke::Escape => Action::Close,
            _ => Action::None,
        }
    }

    /// The ring goes: the pointer is being used.
    pub fn hide_focus(&mut self) {
        self.focus.hide();
    }

    fn stops(&self) -> Vec<Message> {
        let mut stops: Vec<Message> = Rating::stops().map(Message::Rate).collect();
        stops.push(Message::Skip);
        if self.zone().is_some() {
            stops.push(Message::Start);
        }
        if self.zone() == Some(Zone::EaseOff) {
            stops.push(Message::KneeMap);
        }
        stops
    }

    /// Draws the question, to be laid over the page.
    pub fn view(&self, viewport: &Viewport) -> Element<'_, Message> {
        let look = viewport.look;
        let scale = self
            .rating
            .view(look, words::knees_right_now(), |stop| {
                self.focus.is_on(&Message::Rate(*stop))
            })
            .map(Message::Rate);
        let answer = self.rating.told().map(|told| {
            let (tone, line) = match told.score.zone() {
                Zone::Fine => (Tone::Spruce, words::advice_before()[0]),
                Zone::Careful => (Tone::Sun, words::advice_before()[1]),
                Zone::EaseOff => (Tone::Ember, words::advice_before()[2]),
            };
            rating::answer::<Message>(look, told.score, line.to_owned(), tone)
        });
        let is_high = self.zone() == Some(Zone::EaseOff);
        let start = self.zone().map(|_| {
            let start = button(
                look,
                if is_high {
                    words::start_anyway()
                } else {
                    words::start()
                },
            );
            let start = if is_high {
                start.quiet()
            } else {
                start.primary().icon(Solid::Play)
            };
            start
                .focused(self.focus.is_on(&Message::Start))
                .on_press(Message::Start)
        });
        let map = is_high.then(|| {
            button(look, knee_map::open())
                .primary()
                .icon(Icon::Crosshair)
                .focused(self.focus.is_on(&Message::KneeMap))
                .on_press(Message::KneeMap)
        });
        let skip = button(look, words::skip())
            .quiet()
            .focused(self.focus.is_on(&Message::Skip))
            .on_press(Message::Skip);
        let line = type_role::small(look, words::knees_right_now_line()).style(theme::text::soft);
        let foot = row![space::horizontal(), skip, start, map]
            .spacing(12)
            .align_y(Center);
        dialog(WIDTH, column![scale, line, answer, foot].spacing(16)).into()
    }
}
