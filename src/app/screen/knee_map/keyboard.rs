//! The keyboard on the knee map: knees, regions, views, statements and answers.

use super::marking::spot_id;
use super::{Action, KneeMap, Layer, Message, Stage, Step, index_of};
use crate::app::shortcut::Stroke;
use crate::knee::{Answer, AreaId, Onset, View};
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
                let spot = self.first_spot()?;
                return Some(Action::Walk(spot_id(spot)));
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

    /// Where arrows begin on the diagram: where the pointer is, or else at the first place of the knee.
    fn first_spot(&self) -> Option<AreaId> {
        let pointed = self.pointed.map(|pointed| pointed.place);
        let order = self.knowledge.diagram().reading_order(self.view, self.leg);
        let is_of_knee = |place: &&AreaId| self.knowledge.place(**place).is_of_the_knee();
        pointed
            .or_else(|| order.iter().find(is_of_knee).copied())
            .or_else(|| order.first().copied())
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
}
