//! How the knees are before a routine, where one wants to be asked.

use std::time::Instant;

use iced::Element;
use iced::widget::{Id, column};

use super::rating::{self, Rating};
use crate::app::playback::Beginning;
use crate::app::shortcut::{Press, Stroke};
use crate::app::theme::size::gap;
use crate::app::theme::{self, Tone, type_role};
use crate::app::widget::{Icon, Solid, button, dialog, dialog_foot};
use crate::library::LoadedRoutine;
use crate::side::Side;
use crate::training::Zone;
use crate::training::pain::{Knees, Taken, Told};
use crate::words::{knee_map, pain as words};

/// The width of the dialog, in logical pixels.
const WIDTH: f32 = 640.0;

/// What is best to do, once a score was chosen.
pub const BEST: Id = Id::new("best to do");

/// The state of the question.
#[derive(Debug)]
pub struct PainCheck {
    loaded: LoadedRoutine,
    beginning: Beginning,
    rating: Rating,
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
    /// A score was typed: the keyboard goes to what is best to do.
    Rated,
    /// A score was chosen: the keyboard rests on what is best to do.
    ScoreChosen,
    /// Start, with what was told.
    Start(LoadedRoutine, Beginning, Option<Told>),
    /// See what it may be instead.
    KneeMap,
    /// Do not start.
    Close,
}

/// The knee that hurts more.
fn worst(told: Told) -> Taken {
    told.worse(|_| None)
}

impl PainCheck {
    /// Asks before this routine.
    pub fn new(loaded: LoadedRoutine, beginning: Beginning, first: Side) -> Self {
        Self {
            loaded,
            beginning,
            rating: Rating::of(Knees::Both, first),
        }
    }

    fn zone(&self) -> Option<Zone> {
        self.rating.told().map(|told| worst(told).score.zone())
    }

    /// Lets something happen.
    pub fn update(&mut self, message: Message) -> Action {
        let start = |told| Action::Start(self.loaded.clone(), self.beginning.clone(), told);
        match message {
            Message::Rate(rated) => {
                self.rating.update(rated);
                Action::ScoreChosen
            }
            Message::Start => start(self.rating.told()),
            Message::Skip => start(None),
            Message::KneeMap => Action::KneeMap,
            Message::Close => Action::Close,
        }
    }

    /// What a key does.
    pub fn key(&mut self, press: Press, real: Instant) -> Action {
        if self.rating.key(press.stroke, real).is_some() {
            return Action::Rated;
        }
        match press.stroke {
            Stroke::Escape => Action::Close,
            _ => Action::None,
        }
    }

    /// Draws the question, to be laid over the page.
    pub fn view(&self) -> Element<'_, Message> {
        let scale = self.rating.view(words::knees_right_now());
        let scale = scale.map(Message::Rate);
        let answer = self.rating.told().map(|told| {
            let Taken { knee, score, .. } = worst(told);
            let (tone, line) = match score.zone() {
                Zone::Fine => (Tone::Spruce, words::advice_before()[0]),
                Zone::Careful => (Tone::Sun, words::advice_before()[1]),
                Zone::EaseOff => (Tone::Ember, words::advice_before()[2]),
            };
            rating::answer::<Message>(knee, score, line.to_owned(), tone)
        });
        let is_high = self.zone() == Some(Zone::EaseOff);
        let start = self.zone().map(|_| {
            let start = button(if is_high {
                words::start_anyway()
            } else {
                words::start()
            });
            let start = if is_high {
                start.quiet()
            } else {
                start.primary().icon(Solid::Play).id(BEST)
            };
            start.on_press(Message::Start)
        });
        let map = is_high.then(|| {
            button(knee_map::open())
                .primary()
                .icon(Icon::Crosshair)
                .id(BEST)
                .on_press(Message::KneeMap)
        });
        let skip = button(words::skip())
            .quiet()
            .initial()
            .on_press(Message::Skip);
        let line = type_role::small(words::knees_right_now_line()).style(theme::text::soft);
        let buttons = [Some(skip), start, map];
        let foot = dialog_foot(buttons.into_iter().flatten().map(Into::into));
        dialog(
            words::knees_right_now(),
            WIDTH,
            column![scale, line, answer, foot].spacing(gap::M),
        )
    }
}
