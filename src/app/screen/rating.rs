//! How the knees are: which of them, and how much they hurt. Asked before a session, after it, and on the next morning.

use std::time::{Duration, Instant};

use iced::widget::{column, row, space};
use iced::{Center, Element, Fill};

use crate::app::shortcut::Stroke;
use crate::app::theme::size::gap;
use crate::app::theme::{Presentation, Tone, type_role};
use crate::app::widget::{Icon, banner, pain_scale, segmented};
use crate::training::Score;
use crate::training::pain::{Knees, Told};
use crate::words::pain as words;

/// A 0 this soon after a 1 makes it 10.
const SECOND_FIGURE: Duration = Duration::from_millis(800);

/// What has been chosen so far.
#[derive(Debug, Clone)]
pub struct Rating {
    /// Which knees are meant.
    knees: Knees,
    score: Option<Score>,
    /// Real time at which a 1 was typed, for it may be the first figure of 10.
    one_typed: Option<Instant>,
}

/// What a person chooses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)] // The names say it.
pub enum Message {
    Knees(Knees),
    Score(u8),
}

impl Rating {
    /// Nothing chosen yet about these knees.
    pub fn of(knees: Knees) -> Self {
        Self {
            knees,
            score: None,
            one_typed: None,
        }
    }

    /// What was told, once a score was chosen.
    pub fn told(&self) -> Option<Told> {
        let knees = self.knees;
        self.score.map(|score| Told { knees, score })
    }

    /// Lets something be chosen.
    pub fn update(&mut self, message: Message) {
        self.one_typed = None;
        match message {
            Message::Knees(knees) => self.knees = knees,
            Message::Score(score) => self.score = Score::new(score).or(self.score),
        }
    }

    /// What a key chooses: a digit a score, 1 and then 0 soon after it 10, and arrows the next one. None where it chooses
    /// nothing.
    pub fn key(&mut self, stroke: Stroke, real: Instant) -> Option<Message> {
        let follows_one = self
            .one_typed
            .take()
            .is_some_and(|at| real.saturating_duration_since(at) <= SECOND_FIGURE);
        let score = match (stroke, self.score.map(Score::get)) {
            (Stroke::Character('0'), _) if follows_one => 10,
            (Stroke::Character(digit @ '0'..='9'), _) => digit as u8 - b'0',
            (Stroke::Left | Stroke::Right, None) => 0,
            (Stroke::Left, Some(score)) => score.saturating_sub(1),
            (Stroke::Right, Some(score)) => (score + 1).min(Score::WORST),
            _ => return None,
        };
        let message = Message::Score(score);
        self.update(message);
        self.one_typed = (stroke == Stroke::Character('1')).then_some(real);
        Some(message)
    }

    /// Draws the title, the knees and the scale.
    pub fn view<'a>(&self, look: Presentation, title: &'a str) -> Element<'a, Message> {
        column![
            row![
                type_role::title_2(look, title).width(Fill),
                space::horizontal().width(gap::S),
                segmented(
                    look,
                    words::which_knees(),
                    Knees::ALL.into_iter().zip(words::knees()),
                    Some(self.knees),
                    Message::Knees,
                ),
            ]
            .align_y(Center),
            pain_scale(
                look,
                title,
                self.score.map(Score::get),
                words::bands().map(Into::into),
                Message::Score
            ),
        ]
        .spacing(gap::M)
        .into()
    }
}

/// The score in a word, and what to make of it.
pub fn answer<'a, Message: Clone + 'a>(
    look: Presentation,
    score: Score,
    line: String,
    tone: Tone,
) -> crate::app::widget::panel::Banner<'a, Message> {
    let icon = match tone {
        Tone::Spruce => Icon::Check,
        Tone::Sun => Icon::TriangleAlert,
        _ => Icon::Hand,
    };
    banner(look, tone, icon, words::scored(score.get())).line(line)
}
