//! The keyboard on the knee map: knees, regions, views, statements and answers.

use super::{Action, KneeMap, Layer, Message, Stage, Step, index_of};
use crate::app::focus::Focus;
use crate::app::shortcut::Stroke;
use crate::app::widget::Pointed;
use crate::knee::{AgeBand, Answer, Direction, Duration, Onset, View};
use crate::side::Side;

/// The answers in the order of their keys.
pub(super) const ANSWERS: [Answer; 3] = [Answer::Yes, Answer::No, Answer::NotSure];

impl KneeMap {
    /// What a key does here that it does nowhere else. None: it means what it means on every page.
    pub fn key(&mut self, stroke: Stroke) -> Option<Action> {
        let message = match (self.stage, stroke) {
            (Stage::Which, Stroke::Character('l')) => Message::Side(Side::Left),
            (Stage::Which, Stroke::Character('r')) => Message::Side(Side::Right),
            (Stage::Which, Stroke::Character('b')) => Message::BothKnees,
            (Stage::Marking, Stroke::Left | Stroke::Right | Stroke::Up | Stroke::Down) => {
                self.walk(stroke);
                return Some(Action::None);
            }
            // Enter marks the place the arrows led to, unless Tab led to a control since.
            (Stage::Marking, Stroke::Enter) if !self.focus.is_shown() => {
                Message::Toggle(self.pointed.filter(|pointed| pointed.by_key)?.place)
            }
            (Stage::Marking, Stroke::Backspace) => Message::Undo,
            (Stage::Marking, Stroke::Character('c')) => Message::ChangeKnee,
            (Stage::Marking, Stroke::Character('0')) => Message::Everywhere,
            (Stage::Marking, Stroke::Character(digit @ '1'..='4')) => {
                Message::View(*View::ALL.get(digit as usize - '1' as usize)?)
            }
            (Stage::Marking | Stage::Asking(_, Step::Question(_)), Stroke::Character('s')) => {
                self.other_layer()
            }
            (Stage::Asking(..), Stroke::Backspace) => Message::Back,
            (Stage::Asking(_, Step::Check(_)), Stroke::PageDown) => Message::MoreBelow,
            (Stage::Asking(leg, step), Stroke::Character(digit @ '0'..='9')) => {
                self.choice(leg, step, digit)?
            }
            _ => return None,
        };
        Some(self.update(message))
    }

    /// What Escape leads to: a step back, or out of here.
    pub fn escape(&self) -> Option<Message> {
        match (self.stage, self.from) {
            (Stage::Which, super::Origin::Session) => Some(Message::BackToSession),
            (Stage::Which, super::Origin::Page) => None,
            _ => Some(Message::Back),
        }
    }

    fn other_layer(&self) -> Message {
        Message::Layer(match self.layer() {
            Layer::Inside => Layer::Skin,
            Layer::Skin => Layer::Inside,
        })
    }

    fn choice(&self, leg: Side, step: Step, digit: char) -> Option<Message> {
        // 0 is the tenth.
        let index = (digit as usize)
            .checked_sub('1' as usize)
            .unwrap_or(super::checks::MOST - 1);
        let story = &self.stories[index_of(leg)];
        match step {
            Step::About => Onset::ALL.get(index).copied().map(Message::Onset),
            Step::Check(page) => {
                let statements = &story.groups.get(page)?.statements;
                statements.get(index).copied().map(Message::Tick)
            }
            Step::Parts(page) => self.parts(leg, page).nth(index).map(Message::Part),
            Step::Question(_) => ANSWERS.get(index).copied().map(Message::Answer),
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
        let mut stops = match self.stage {
            Stage::Which => vec![
                Message::Side(Side::Left),
                Message::Side(Side::Right),
                Message::BothKnees,
                Message::Browse,
            ],
            Stage::Marking => self.stops_of_marking(),
            Stage::Asking(leg, step) => self.stops_of(leg, step),
        };
        if self.from == super::Origin::Session {
            stops.push(Message::BackToSession);
        }
        stops
    }

    fn stops_of_marking(&self) -> Vec<Message> {
        let mut stops = Vec::new();
        let story = self.story();
        if story.is_marked() {
            stops.push(Message::Continue);
        }
        stops.extend(View::ALL.map(Message::View));
        stops.extend([Layer::Skin, Layer::Inside].map(Message::Layer));
        stops.extend([Message::WholeLeg, Message::ChangeKnee]);
        if story.is_marked() {
            stops.push(Message::Undo);
        }
        stops.extend(self.places().into_iter().map(Message::Toggle));
        stops.push(Message::Everywhere);
        stops
    }

    fn stops_of(&self, leg: Side, step: Step) -> Vec<Message> {
        let mut stops = Vec::new();
        let story = &self.stories[index_of(leg)];
        match step {
            Step::About => {
                stops.extend(AgeBand::ALL.map(Message::Age));
                stops.extend(Duration::ALL.map(Message::Lasting));
                stops.extend(Onset::ALL.map(Message::Onset));
                if story.onset == Some(Onset::Injury) {
                    stops.extend([true, false].map(Message::Recent));
                }
                if self.is_about_said(leg) {
                    stops.push(Message::Next);
                }
            }
            Step::Check(page) => {
                stops.push(self.way_on(leg, page));
                let groups = story.groups.get(page).into_iter();
                let statements = groups.flat_map(|group| group.statements.iter().copied());
                stops.extend(statements.map(Message::Tick));
            }
            Step::Parts(page) => {
                stops.push(Message::Next);
                stops.extend(self.parts(leg, page).map(Message::Part));
            }
            Step::Question(key) => {
                stops.extend(ANSWERS.map(Message::Answer));
                if story.said(key).is_some() {
                    stops.push(Message::Next);
                }
                stops.extend([Layer::Skin, Layer::Inside].map(Message::Layer));
            }
        }
        stops.push(Message::Back);
        stops
    }

    /// What the button of a page of statements does.
    pub(super) fn way_on(&self, leg: Side, page: usize) -> Message {
        let story = &self.stories[index_of(leg)];
        if !story.is_seen(page) {
            Message::MoreBelow
        } else if story.ticked_on(page).next().is_none() {
            Message::None
        } else {
            Message::Next
        }
    }

    /// Rests the keyboard on the way on.
    pub(super) fn rest_on_way(&mut self) {
        let way = match self.stage {
            Stage::Asking(leg, Step::Check(page)) => self.way_on(leg, page),
            _ => Message::Next,
        };
        self.rest_on(way);
    }

    /// Rests the keyboard on the way on, unless it is seen to be on something else.
    pub(super) fn rest_where_shown(&mut self) {
        let stops = self.stops();
        if !self.focus.is_shown() || self.focus.current(&stops).is_none() {
            self.rest_on_way();
        }
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
