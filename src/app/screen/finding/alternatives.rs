//! What it could also be: a row each, closed until it is pressed.

use iced::widget::{button as press, column, container, row};
use iced::{Center, Element, Fill, Padding};

use super::match_card::fit;
use super::{FindingPage, Message};
use crate::app::control::{Kind, control};
use crate::app::state::knees::pictures::Pictures;
use crate::app::theme::size::{gap, radius, target, width};
use crate::app::theme::{self, type_role};
use crate::app::widget::{Crop, Icon, KneePicture, icon, knee_picture};
use crate::knee::Candidate;
use crate::words::{finding as words, knee_map};

impl FindingPage {
    /// The rows of what it could also be; none where nothing else is near.
    pub(super) fn alternatives<'a>(
        &'a self,
        pictures: &'a Pictures,
    ) -> Option<Element<'a, Message>> {
        let rows: Vec<_> = self
            .assessment
            .shown()
            .enumerate()
            .skip(1)
            .map(|(index, candidate)| self.alternative(index, candidate, pictures))
            .collect();
        if rows.is_empty() {
            return None;
        }
        let title = type_role::title_3(words::could_also_be());
        Some(
            column![title, column(rows).spacing(gap::XS)]
                .spacing(gap::XS)
                .into(),
        )
    }

    fn alternative<'a>(
        &'a self,
        index: usize,
        candidate: &'a Candidate,
        pictures: &'a Pictures,
    ) -> Element<'a, Message> {
        let condition = self.knowledge.condition(candidate.condition);
        let is_open = self.open == Some(index);
        let mark = if is_open {
            Icon::ChevronUp
        } else {
            Icon::ChevronDown
        };
        let said = row![
            self.thumbnail(index, pictures),
            column![
                type_role::strong(condition.name.as_str()),
                type_role::small(condition.medical_name.as_str()).style(theme::text::soft),
            ]
            .width(Fill),
            container(fit(candidate)).width(width::FIT),
            icon(mark, 20.0).style(theme::text::faint),
        ]
        .spacing(gap::M)
        .align_y(Center);
        let message = Message::Open(index);
        let head = press(said)
            .width(Fill)
            .padding(Padding::from([gap::XS, gap::S]).left(gap::M))
            .style(theme::button::card)
            .on_press(message);
        let head = control(Kind::Button, head).radius(radius::CARD);
        let below = is_open.then(|| self.opened(index, candidate));
        column![head, below].spacing(gap::XS).into()
    }

    /// A picture of the knee with its own place lit.
    fn thumbnail<'a>(&'a self, index: usize, pictures: &'a Pictures) -> Element<'a, Message> {
        let picture = self.places.get(index - 1).map(|places| {
            knee_picture(KneePicture {
                diagram: self.knowledge.diagram(),
                view: places.view,
                leg: self.leg(),
                picture: pictures.small(places.view, self.leg()),
                crop: Crop::Thumbnail,
                lit: &places.lit,
                is_numbered: false,
            })
        });
        container(picture)
            .width(target::NORMAL)
            .height(target::NORMAL)
            .clip(true)
            .style(|theme| theme::container::rounded(theme::container::well(theme), radius::SMALL))
            .into()
    }

    /// Its signs, its first routine, and where to read about it.
    fn opened<'a>(&'a self, index: usize, candidate: &'a Candidate) -> Element<'a, Message> {
        let condition = self.knowledge.condition(candidate.condition);
        let first = self.offered.first(index).filter(|_| !self.is_in_session());
        let routine = first.and_then(|first| {
            let routine_row = self.offered.routine_row(first)?;
            Some(self.routine_row(first, routine_row))
        });
        let read = self
            .button(
                knee_map::read_about(&condition.name),
                Message::Read(candidate.condition),
            )
            .small()
            .quiet()
            .icon_after(Icon::ChevronRight);
        container(
            column![self.place(candidate), self.signs(candidate), routine, read,].spacing(gap::S),
        )
        .padding(Padding::from([gap::M, gap::M]))
        .width(Fill)
        .style(theme::container::card)
        .into()
    }
}
