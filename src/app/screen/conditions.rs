//! Everything the knee map knows about, to browse.

use std::sync::Arc;

use iced::widget::{Id, column, row};
use iced::{Element, Fill, Padding};

use super::Surroundings;
use super::reading::condition_card;
use crate::app::focus::Focus;
use crate::app::theme::{self, Look, type_role};
use crate::app::widget::page::{page, page_header, scroll};
use crate::app::widget::{Icon, WindowSize, button};
use crate::knee::{Care, Condition, ConditionId, Knowledge};
use crate::words::knee_map as words;

/// The list that scrolls.
pub const LIST: Id = Id::new("conditions");

/// The state of the list.
#[derive(Debug)]
pub struct Conditions {
    knowledge: Arc<Knowledge>,
    /// The control the keyboard is on.
    pub focus: Focus<Message>,
}

/// What a person does here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Message {
    /// Back to the knee map.
    Back,
    /// Read about one.
    Open(ConditionId),
}

impl Conditions {
    /// All of them.
    pub fn new(knowledge: Arc<Knowledge>) -> Self {
        Self {
            knowledge,
            focus: Focus::on(Message::Back),
        }
    }

    /// The messages of what the keyboard can reach, in order.
    pub fn stops(&self) -> Vec<Message> {
        let (own, seen) = self.groups();
        let conditions = own.into_iter().chain(seen);
        conditions
            .map(|condition| Message::Open(condition.id))
            .chain([Message::Back])
            .collect()
    }

    /// How far down the list the keyboard is, from 0 to 1.
    pub fn reach(&self) -> Option<f32> {
        let stops = self.stops();
        let current = self.focus.current(&stops)?;
        let index = stops.iter().position(|stop| *stop == current)?;
        // The way back stands above the list.
        let last = stops.len().saturating_sub(2).max(1);
        (index <= last).then(|| index as f32 / last as f32)
    }

    /// Those one often looks after oneself, and those to be seen by someone, each by name.
    fn groups(&self) -> (Vec<&Condition>, Vec<&Condition>) {
        let (mut own, mut seen): (Vec<_>, Vec<_>) = self
            .knowledge
            .conditions()
            .partition(|condition| matches!(condition.care, Care::SelfCare(_)));
        own.sort_by_key(|condition| condition.name.to_lowercase());
        seen.sort_by_key(|condition| condition.name.to_lowercase());
        (own, seen)
    }

    /// Draws the list.
    pub fn view<'a>(&'a self, surroundings: &Surroundings) -> Element<'a, Message> {
        let look = surroundings.look;
        let size = surroundings.size();
        let back = button(look, words::NAME)
            .quiet()
            .icon(Icon::ArrowLeft)
            .focused(self.focus.is_on(&Message::Back))
            .on_press(Message::Back);
        let header = page_header(
            look,
            size,
            words::CONDITIONS_TITLE,
            Some(words::CONDITIONS_LINE.into()),
            None,
        );
        let columns = if size == WindowSize::Small { 1 } else { 2 };
        let (own, seen) = self.groups();
        let list = column![
            type_role::title_3(look, words::TO_LOOK_AFTER),
            self.rows(&own, columns, look),
            type_role::title_3(look, words::TO_BE_SEEN),
            self.rows(&seen, columns, look),
        ]
        .spacing(12)
        .padding(Padding::from(3).right(12));
        page(
            size,
            column![back, header, scroll(list).id(LIST).height(Fill)].spacing(14),
        )
    }

    fn rows<'a>(
        &'a self,
        conditions: &[&'a Condition],
        columns: usize,
        look: Look,
    ) -> Element<'a, Message> {
        let rows = conditions.chunks(columns).map(|chunk| {
            let cells = chunk.iter().map(|condition| self.card(condition, look));
            let gaps = (chunk.len()..columns).map(|_| iced::widget::space::horizontal().into());
            row(cells.chain(gaps)).spacing(10).into()
        });
        column(rows).spacing(10).into()
    }

    fn card<'a>(&'a self, condition: &'a Condition, look: Look) -> Element<'a, Message> {
        let message = Message::Open(condition.id);
        let said = row![
            column![
                type_role::strong(look, condition.name.as_str()),
                type_role::small(look, condition.place.as_str()).style(theme::text::soft),
            ]
            .width(Fill),
        ];
        let is_focused = self.focus.is_on(&message);
        condition_card(said, Icon::ChevronRight, is_focused, message)
    }
}
