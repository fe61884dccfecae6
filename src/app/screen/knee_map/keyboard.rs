//! The keyboard on the knee map: regions, views, legs and answers.

use super::{Action, KneeMap, Message, Stage, Step};
use crate::app::focus::Focus;
use crate::app::shortcut::Stroke;
use crate::app::widget::Pointed;
use crate::knee::{AgeBand, Answer, Direction, Leg, Onset, View};

impl KneeMap {
    /// What a key does here that it does nowhere else. None: it means what it means on every page.
    pub fn key(&mut self, stroke: Stroke) -> Option<Action> {
        let message = match (&self.stage, stroke) {
            (Stage::Marking, Stroke::Left | Stroke::Right | Stroke::Up | Stroke::Down) => {
                self.walk(stroke);
                return Some(Action::None);
            }
            // Enter marks the place the arrows led to, unless Tab led to a control since.
            (Stage::Marking, Stroke::Enter) if !self.focus.is_shown() => {
                Message::Toggle(self.pointed.filter(|pointed| pointed.by_key)?.place)
            }
            (Stage::Marking, Stroke::Backspace) => Message::Undo,
            (_, Stroke::Backspace) => Message::Back,
            (Stage::Asking(_, step), Stroke::Character(digit @ '0'..='9')) => {
                self.choice(step, digit)?
            }
            (Stage::Marking, Stroke::Character(digit @ '1'..='4')) => {
                Message::View(*View::ALL.get(digit as usize - '1' as usize)?)
            }
            (Stage::Done(..), Stroke::Character('s')) if !self.offered().is_empty() => {
                Message::Start(0)
            }
            (Stage::Marking, Stroke::Character('l')) => Message::Leg(Leg::Left),
            (Stage::Marking, Stroke::Character('r')) => Message::Leg(Leg::Right),
            _ => return None,
        };
        Some(self.update(message))
    }

    /// What Escape leads to: a step back, or out of here.
    pub fn escape(&self) -> Option<Message> {
        match (&self.stage, self.from) {
            (Stage::Marking, super::From::Session) => Some(Message::BackToSession),
            (Stage::Marking, super::From::Page) => None,
            _ => Some(Message::Back),
        }
    }

    fn choice(&self, step: &Step, digit: char) -> Option<Message> {
        let index = (digit as usize).checked_sub('1' as usize);
        match step {
            Step::About => [Onset::Gradual, Onset::Sudden, Onset::Injury]
                .get(index?)
                .copied()
                .map(Message::Onset),
            Step::Check {
                groups, index: at, ..
            } => match index {
                None => Some(Message::None),
                Some(index) => {
                    let group = groups.get(*at)?;
                    group.keys.get(index).copied().map(Message::Choose)
                }
            },
            Step::Question(_) => match digit {
                '1' => Some(Message::Answer(Answer::Yes)),
                '2' => Some(Message::Answer(Answer::No)),
                '0' => Some(Message::Answer(Answer::NotSure)),
                _ => None,
            },
        }
    }

    /// Arrows move from place to place on the diagram.
    fn walk(&mut self, stroke: Stroke) {
        let direction = match stroke {
            Stroke::Left => Direction::Left,
            Stroke::Right => Direction::Right,
            Stroke::Up => Direction::Up,
            _ => Direction::Down,
        };
        let diagram = self.knowledge.diagram();
        let place = match self.pointed {
            Some(pointed) => diagram
                .step(self.view, self.leg, pointed.place, direction)
                .unwrap_or(pointed.place),
            None => {
                let order = diagram.reading_order(self.view, self.leg);
                let knee = order
                    .iter()
                    .find(|place| self.knowledge.place(**place).is_of_the_knee());
                match knee.or(order.first()) {
                    Some(place) => *place,
                    None => return,
                }
            }
        };
        self.focus.hide();
        self.pointed = Some(Pointed {
            place,
            by_key: true,
        });
    }

    /// The messages of what Tab can reach, in order.
    pub fn stops(&self) -> Vec<Message> {
        let mut stops = Vec::new();
        let turn = View::ALL
            .map(Message::View)
            .into_iter()
            .chain([Message::Leg(Leg::Left), Message::Leg(Leg::Right)]);
        match &self.stage {
            Stage::Marking => {
                let spots = self.spots();
                if spots > 0 {
                    stops.push(Message::Continue);
                }
                if !self.waiting.is_empty() {
                    stops.push(Message::Checked);
                }
                stops.push(Message::Browse);
                stops.extend(turn);
                if self.story().is_marked() {
                    stops.extend([Message::Undo, Message::Clear]);
                }
                stops.extend(self.places().into_iter().map(Message::Toggle));
                stops.push(Message::Everywhere);
            }
            Stage::Asking(leg, Step::About) => {
                stops.extend(AgeBand::ALL.map(Message::Age));
                stops.extend([Onset::Gradual, Onset::Sudden, Onset::Injury].map(Message::Onset));
                if self.is_about_said(*leg) {
                    stops.push(Message::Next);
                }
                stops.push(Message::Back);
            }
            Stage::Asking(
                _,
                Step::Check {
                    groups,
                    index,
                    chosen,
                },
            ) => {
                let keys = groups.get(*index).into_iter().flat_map(|group| &group.keys);
                stops.push(if chosen.is_empty() {
                    Message::None
                } else {
                    Message::Next
                });
                stops.extend(keys.copied().map(Message::Choose));
                stops.push(Message::Back);
            }
            Stage::Asking(_, Step::Question(_)) => {
                stops.extend([Answer::Yes, Answer::No, Answer::NotSure].map(Message::Answer));
                stops.push(Message::Back);
            }
            Stage::Done(_, outcome) => {
                if outcome.assessment.routines_allowed() {
                    stops.extend((0..self.offered().len()).map(Message::Start));
                    let shown: Vec<_> = outcome.assessment.shown().collect();
                    if let Some(open) = shown.get(outcome.open) {
                        stops.push(Message::Read(open.condition));
                    }
                    let closed = (0..shown.len()).filter(|index| *index != outcome.open);
                    stops.extend(closed.map(Message::Open));
                    if outcome.assessment.contributor.is_some() {
                        stops.push(Message::Read(crate::knee::ConditionId::FootGaitLoad));
                    }
                    if self.leg_to_come().is_some() {
                        stops.push(Message::OtherLeg);
                    }
                    stops.push(Message::Change);
                } else {
                    stops.extend([Message::Change, Message::Checked]);
                }
            }
        }
        if self.from == super::From::Session {
            stops.push(Message::BackToSession);
        }
        stops
    }

    /// Rests the keyboard on the way on from a group of checks.
    pub(super) fn rest_on_way(&mut self) {
        let way = match &self.stage {
            Stage::Asking(_, Step::Check { chosen, .. }) if chosen.is_empty() => Message::None,
            _ => Message::Next,
        };
        self.rest_on(way);
    }

    /// Rests the keyboard on a control without showing it.
    pub(super) fn rest_on(&mut self, message: Message) {
        let is_shown = self.focus.is_shown();
        self.focus = Focus::on(message);
        if is_shown {
            let stops = self.stops();
            self.focus
                .step(&stops, crate::app::focus::Direction::Forward);
        }
    }
}
