//! How the knees are: which of them, and how much they hurt. Asked before a session, after it, and on the next morning.

use std::time::{Duration, Instant};

use iced::Element;
use iced::widget::column;

use crate::app::shortcut::Stroke;
use crate::app::theme::size::gap;
use crate::app::theme::{Tone, type_role};
use crate::app::widget::pain_scale::{Scale, pain_grid};
use crate::app::widget::{Icon, banner, pain_scale};
use crate::side::Side;
use crate::training::Score;
use crate::training::pain::{Knees, Told};
use crate::words::pain as words;

/// A 0 this soon after a 1 makes it 10.
const SECOND_FIGURE: Duration = Duration::from_millis(800);

/// What has been chosen so far.
#[derive(Debug, Clone)]
pub struct Rating {
    asked: Knees,
    left: Option<Score>,
    right: Option<Score>,
    /// The knee that the next key is about.
    knee: Side,
    /// Real time at which a 1 was typed, for it may be the first figure of 10.
    one_typed: Option<Instant>,
}

/// What a person chooses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Message {
    /// The knee that keys are about.
    Knee(Side),
    /// How much a knee hurts.
    Score(Side, u8),
}

impl Rating {
    /// Nothing chosen yet about these knees. Keys are about `first`, or the one knee that is asked about.
    pub fn of(asked: Knees, first: Side) -> Self {
        Self {
            asked,
            left: None,
            right: None,
            knee: match asked {
                Knees::Left => Side::Left,
                Knees::Right => Side::Right,
                Knees::Both => first,
            },
            one_typed: None,
        }
    }

    /// What was told, once a score was chosen.
    pub fn told(&self) -> Option<Told> {
        Told::of(self.left, self.right)
    }

    /// Whether each knee that is asked about has its score.
    pub fn is_whole(&self) -> bool {
        let mut asked = self.asked.each().iter();
        asked.all(|&knee| self.score(knee).is_some())
    }

    fn score(&self, knee: Side) -> Option<Score> {
        match knee {
            Side::Left => self.left,
            Side::Right => self.right,
        }
    }

    /// Lets something be chosen.
    pub fn update(&mut self, message: Message) {
        self.one_typed = None;
        match message {
            Message::Knee(knee) => self.knee = knee,
            Message::Score(knee, score) => {
                self.knee = knee;
                let chosen = match knee {
                    Side::Left => &mut self.left,
                    Side::Right => &mut self.right,
                };
                *chosen = Score::new(score).or(*chosen);
            }
        }
    }

    /// What a key chooses: L and R or the arrows a knee, a digit its score, 1 and then 0 soon after it 10, and the other
    /// arrows the next one. None where it chooses nothing.
    pub fn key(&mut self, stroke: Stroke, real: Instant) -> Option<Message> {
        let follows_one = self
            .one_typed
            .take()
            .is_some_and(|at| real.saturating_duration_since(at) <= SECOND_FIGURE);
        let other = |knee| (self.asked == Knees::Both).then_some(Message::Knee(knee));
        let score = match (stroke, self.score(self.knee).map(Score::get)) {
            (Stroke::Character('0'), _) if follows_one => 10,
            (Stroke::Character(digit @ '0'..='9'), _) => digit as u8 - b'0',
            (Stroke::Left | Stroke::Right, None) => 0,
            (Stroke::Left, Some(score)) => score.saturating_sub(1),
            (Stroke::Right, Some(score)) => (score + 1).min(Score::WORST),
            (Stroke::Character('l') | Stroke::Up, _) => {
                let message = other(Side::Left)?;
                self.update(message);
                return Some(message);
            }
            (Stroke::Character('r') | Stroke::Down, _) => {
                let message = other(Side::Right)?;
                self.update(message);
                return Some(message);
            }
            _ => return None,
        };
        let message = Message::Score(self.knee, score);
        self.update(message);
        self.one_typed = (stroke == Stroke::Character('1')).then_some(real);
        Some(message)
    }

    /// The same question, with nothing chosen.
    pub fn cleared(&self) -> Self {
        Self::of(self.asked, self.knee)
    }

    /// Lets a 0 soon after a 1 make it 10. Says whether it did.
    pub fn completes_ten(&mut self, stroke: Stroke, real: Instant) -> bool {
        let is_ten = stroke == Stroke::Character('0')
            && self
                .one_typed
                .is_some_and(|at| real.saturating_duration_since(at) <= SECOND_FIGURE);
        is_ten && self.key(stroke, real).is_some()
    }

    /// Draws the title and a scale for each knee.
    pub fn view<'a>(&self, title: &'a str) -> Element<'a, Message> {
        column![type_role::title_2(title), self.scales()]
            .spacing(gap::M)
            .into()
    }

    /// Draws the scale of the first knee in rows, for where there is little width.
    pub fn grid<'a>(&self) -> Element<'a, Message> {
        let knee = self.asked.each().first().copied().unwrap_or(self.knee);
        let scale = Scale {
            label: words::knee(knee),
            name: words::this_knee(knee),
            chosen: self.score(knee).map(Score::get),
            takes_keys: true,
        };
        pain_grid(scale, &words::bands().map(Into::into), |score| {
            Message::Score(knee, score)
        })
    }

    /// Draws a scale for each knee.
    pub fn scales<'a>(&self) -> Element<'a, Message> {
        let asked = self.asked.each();
        let scales = asked.iter().map(|&knee| Scale {
            label: words::knee(knee),
            name: words::this_knee(knee),
            chosen: self.score(knee).map(Score::get),
            takes_keys: asked.len() > 1 && knee == self.knee,
        });
        pain_scale(scales, words::bands().map(Into::into), |scale, score| {
            let knee = asked.get(scale).copied().unwrap_or(Side::Left);
            Message::Score(knee, score)
        })
    }
}

/// The score of a knee in a word, and what to make of it.
pub fn answer<'a, Message: Clone + 'a>(
    knee: Side,
    score: Score,
    line: String,
    tone: Tone,
) -> crate::app::widget::panel::Banner<'a, Message> {
    let icon = match tone {
        Tone::Spruce => Icon::Check,
        Tone::Sun => Icon::TriangleAlert,
        _ => Icon::Hand,
    };
    banner(tone, icon, words::scored_knee(knee, score.get())).line(line)
}
