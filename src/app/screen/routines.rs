//! The shelf of routines.

use std::sync::Arc;

use iced::widget::{column, container, grid, row, space, stack};
use iced::{Bottom, Center, Element, Fill};

use super::{Surroundings, name};
use crate::app::focus::Focus;
use crate::app::theme::{self, Tone, type_role};
use crate::app::widget::page::{page, page_header, scroll};
use crate::app::widget::{
    Backdrop, Icon, Mannequin, WindowSize, banner, button, effort_dots, figure, focus_ring, meta,
    tag_on_hue,
};
use crate::authoring::Problem;
use crate::content::Content;
use crate::exercise::Side;
use crate::figure::Beat;
use crate::routine::timeline::Timeline;
use crate::routine::{Effort, Kind, Routine};
use crate::words::{page as words, time};

/// The state of the shelf.
#[derive(Debug)]
pub struct Routines {
    cards: Vec<Card>,
    problem: Option<String>,
    /// The control the keyboard is on.
    pub focus: Focus<Message>,
}

#[derive(Debug)]
struct Card {
    routine: Arc<Routine>,
    minutes: String,
    kit: String,
    figure: Option<Mannequin>,
}

/// What a person does on the shelf.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Message {
    /// Open the routine at this place.
    Open(usize),
    /// Start the routine at this place.
    Start(usize),
    /// Hide the problem.
    HideProblem,
}

/// What the shelf wants from its parent.
#[derive(Debug, Clone)]
pub enum Action {
    /// Nothing.
    None,
    /// Show a routine.
    Open(Arc<Routine>),
    /// Play a routine.
    Start(Arc<Routine>),
}

impl Routines {
    /// What is on the shelf, and what could not be put there.
    pub fn new(content: &Content, problems: &[Problem]) -> Self {
        let cards = content
            .routines
            .iter()
            .map(|routine| Card {
                minutes: time::minutes(Timeline::of(routine, Side::Left.into()).total()),
                kit: name::kit(&routine.kit()),
                figure: routine
                    .cover
                    .as_ref()
                    .and_then(|exercise| exercise.figure.as_ref())
                    .map(|movement| Mannequin::new(movement, Side::Right)),
                routine: Arc::clone(routine),
            })
            .collect();
        Self {
            cards,
            problem: problems.first().map(ToString::to_string),
            focus: Focus::on(Message::Open(0)),
        }
    }

    /// Lets something happen.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Open(place) => match self.cards.get(place) {
                Some(card) => {
                    self.focus.rest_on(Message::Open(place));
                    Action::Open(Arc::clone(&card.routine))
                }
                None => Action::None,
            },
            Message::Start(place) => match self.cards.get(place) {
                Some(card) => {
                    self.focus.rest_on(Message::Open(place));
                    Action::Start(Arc::clone(&card.routine))
                }
                None => Action::None,
            },
            Message::HideProblem => {
                self.problem = None;
                Action::None
            }
        }
    }

    /// The messages of what the keyboard can reach, in order.
    pub fn stops(&self) -> Vec<Message> {
        (0..self.cards.len())
            .map(Message::Open)
            .chain(self.problem.as_ref().map(|_| Message::HideProblem))
            .collect()
    }

    /// The message that starts the routine the keyboard is on.
    pub fn start(&self) -> Option<Message> {
        match self.focus.current(&self.stops())? {
            Message::Open(place) => Some(Message::Start(place)),
            Message::Start(_) | Message::HideProblem => None,
        }
    }

    /// Draws the shelf.
    pub fn view<'a>(&'a self, surroundings: &Surroundings) -> Element<'a, Message> {
        let look = surroundings.look;
        let size = surroundings.size();
        let columns = match size {
            WindowSize::Small => 2,
            WindowSize::Medium => 3,
            WindowSize::Large => 4,
        };
        let problem = self.problem.as_ref().map(|problem| {
            banner(look, Tone::Ember, Icon::FileWarning, words::FILE_PROBLEM)
                .line(problem.as_str())
                .actions(
                    button(look, words::HIDE)
                        .small()
                        .quiet_on(Tone::Ember)
                        .focused(self.focus.is_on(&Message::HideProblem))
                        .on_press(Message::HideProblem),
                )
        });
        let cards = grid(
            self.cards
                .iter()
                .enumerate()
                .map(|(place, card)| self.card(place, card, surroundings)),
        )
        .columns(columns)
        .spacing(16)
        .height(iced::Shrink);

        page(
            size,
            column![
                page_header(look, size, words::ROUTINES, None, None),
                problem,
                scroll(container(cards).padding(iced::Padding::from(4).right(12))).height(Fill),
            ]
            .spacing(18),
        )
    }

    fn card<'a>(
        &'a self,
        place: usize,
        card: &'a Card,
        surroundings: &Surroundings,
    ) -> Element<'a, Message> {
        let look = surroundings.look;
        let routine = &card.routine;
        let tone = kind_tone(routine.kind);
        let picture = container(
            stack![
                container(card.figure.as_ref().map(|mannequin| figure(
                    mannequin,
                    Beat::Key,
                    Backdrop::Soft(tone)
                )))
                .padding(iced::Padding::from([8, 12]).bottom(2))
                .align_y(Bottom),
                container(tag_on_hue(
                    look,
                    tone,
                    Some(kind_icon(routine.kind)),
                    routine.kind.word()
                ))
                .padding(12),
            ]
            .width(Fill)
            .height(Fill),
        )
        .width(Fill)
        .height(148)
        .style(move |theme| {
            theme::container::rounded(
                theme::container::soft(tone, 15.0)(theme),
                iced::border::top(15.0),
            )
        });

        let body = column![
            type_role::title_3(look, routine.name.as_str()).height(46.0 * look.text.factor()),
            row![
                meta(look, Icon::Clock, card.minutes.as_str()),
                effort_dots(effort_level(routine.effort)),
                type_role::small(look, name::effort(routine.effort)).style(theme::text::soft),
                space::horizontal(),
                type_role::small(look, card.kit.as_str()).style(theme::text::soft),
            ]
            .spacing(8)
            .align_y(Center),
        ]
        .spacing(8)
        .padding(iced::Padding::from([14, 16]));

        focus_ring(
            self.focus.is_on(&Message::Open(place)),
            16.0,
            iced::widget::button(column![picture, body])
                .padding(1)
                .width(Fill)
                .style(theme::button::card)
                .on_press(Message::Open(place)),
        )
    }
}

/// The hue of a kind of routine.
pub(super) fn kind_tone(kind: Kind) -> Tone {
    match kind {
        Kind::Recovery => Tone::Spruce,
        Kind::Strength => Tone::Plum,
        Kind::Mobility => Tone::Sky,
        Kind::WarmUp => Tone::Sun,
        Kind::PainRelief => Tone::Ember,
    }
}

/// What stands for a kind of routine.
pub(super) fn kind_icon(kind: Kind) -> Icon {
    match kind {
        Kind::Recovery => Icon::Leaf,
        Kind::Strength => Icon::Dumbbell,
        Kind::Mobility => Icon::WavesHorizontal,
        Kind::WarmUp => Icon::Sunrise,
        Kind::PainRelief => Icon::HeartPulse,
    }
}

/// How many of three dots are filled.
fn effort_level(effort: Effort) -> usize {
    match effort {
        Effort::Easy => 1,
        Effort::Moderate => 2,
        Effort::Hard => 3,
    }
}
