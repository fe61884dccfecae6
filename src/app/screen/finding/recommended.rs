//! The one routine to start with, or why there is none; and the others behind it.

use iced::widget::{column, container, row};
use iced::{Bottom, Center, Element, Fill, Padding};

use super::{FindingPage, Message};
use crate::app::screen::name;
use crate::app::screen::routine_row::RoutineRow;
use crate::app::screen::routines::kind_tone;
use crate::app::theme::size::{gap, radius};
use crate::app::theme::{self, Tone, type_role};
use crate::app::widget::{Backdrop, Icon, Solid, card, icon, thumbnail};
use crate::knee::Withheld;
use crate::library::RoutineRef;
use crate::words::finding as words;

impl FindingPage {
    /// The routine to start with and what comes later, or why the routines wait.
    pub(super) fn recommended<'a>(&'a self, is_large: bool) -> Option<Element<'a, Message>> {
        match (self.offered.locked(), self.offered.first(0)) {
            (Some(Withheld::Condition(_, level)), _) => Some(see_first(level)),
            (Some(Withheld::Finding(open)), _) => Some(self.locked(open.leg)),
            (None, Some(first)) => {
                let list = self.is_list_open.then(|| self.list());
                Some(
                    column![self.start_card(first, is_large), self.later(), list,]
                        .spacing(gap::XS)
                        .into(),
                )
            }
            (None, None) => None,
        }
    }

    fn start_card<'a>(&'a self, first: usize, is_large: bool) -> Element<'a, Message> {
        let Some(routine_row) = self.offered.routine_row(first) else {
            return iced::widget::space().into();
        };
        let size = if is_large {
            (148.0, 100.0)
        } else {
            (132.0, 92.0)
        };
        let start = (!self.is_in_session()).then(|| {
            self.button(words::start(routine_row.line()), Message::Start(first))
                .primary()
                .icon(Solid::Play)
        });
        let said = column![
            type_role::small(words::start_with_this()).style(theme::text::soft),
            type_role::TITLE_3.with_size(19.0).text(routine_row.name()),
            type_role::small(why(routine_row)).style(theme::text::soft),
        ]
        .spacing(gap::XXXS)
        .width(Fill);
        container(
            row![self.figure(first, size), said, start]
                .spacing(gap::M)
                .align_y(Center),
        )
        .padding(Padding::from(gap::S).right(gap::M))
        .width(Fill)
        .style(|theme| theme::container::rounded(theme::container::card_on(theme), radius::PANEL))
        .into()
    }

    /// The figure that stands for a routine.
    fn figure<'a>(&'a self, index: usize, (width, height): (f32, f32)) -> Element<'a, Message> {
        let tone = self
            .offered
            .routine_row(index)
            .map_or(Tone::Slate, |routine_row| {
                kind_tone(routine_row.summary.kind)
            });
        let figure = self.offered.figure(index);
        container(figure.map(|figure| thumbnail(figure, Backdrop::Soft(tone))))
            .width(width)
            .height(height)
            .padding(gap::XS)
            .align_y(Bottom)
            .style(theme::container::soft(tone, radius::CARD))
            .into()
    }

    /// What comes later, as text; and the way to all the others.
    fn later<'a>(&'a self) -> Option<Element<'a, Message>> {
        let others = self.offered.others().len();
        if others == 0 || self.is_in_session() {
            return None;
        }
        let later = self
            .offered
            .later()
            .map_or_else(String::new, |routine_row| {
                words::later(routine_row.name(), routine_row.line())
            });
        let mark = if self.is_list_open {
            Icon::ChevronDown
        } else {
            Icon::ChevronRight
        };
        let more = self
            .button(words::more_routines(others), Message::More)
            .small()
            .link()
            .icon_after(mark);
        Some(
            row![
                type_role::small(later).style(theme::text::soft).width(Fill),
                more,
            ]
            .spacing(gap::S)
            .align_y(Center)
            .into(),
        )
    }

    fn list<'a>(&'a self) -> Element<'a, Message> {
        let rows = self.offered.others().iter().filter_map(|index| {
            let routine_row = self.offered.routine_row(*index)?;
            Some(self.routine_row(*index, routine_row))
        });
        column(rows).spacing(gap::XS).into()
    }

    /// One of several routines.
    pub(super) fn routine_row<'a>(
        &'a self,
        index: usize,
        routine_row: &'a RoutineRow,
    ) -> Element<'a, Message> {
        let start = Message::Start(index);
        container(routine_row.row(start))
            .padding(Padding::from([gap::XS, gap::M]))
            .width(Fill)
            .style(|theme| theme::container::rounded(theme::container::well(theme), radius::ROW))
            .into()
    }

    /// The routines wait because of a knee that should be seen.
    fn locked<'a>(&'a self, leg: crate::side::Side) -> Element<'a, Message> {
        let why = self
            .button(words::locked().to_owned(), Message::SeeWhy)
            .icon(Icon::Lock);
        card(
            row![
                column![
                    type_role::strong(words::routines_wait()),
                    type_role::small(words::until_seen(leg)).style(theme::text::soft),
                ]
                .width(Fill),
                why,
            ]
            .spacing(gap::M)
            .align_y(Center),
        )
        .width(Fill)
        .style(theme::container::panel)
        .into()
    }
}

/// Someone should look at the best fit before there is any exercise for it.
fn see_first<'a>(level: crate::knee::Level) -> Element<'a, Message> {
    container(
        row![
            icon(Icon::Stethoscope, 24.0),
            column![
                type_role::title_3(words::see_first()),
                type_role::body(words::how_soon(level)),
            ]
            .spacing(gap::XXS)
            .width(Fill),
        ]
        .spacing(gap::S),
    )
    .padding(gap::L)
    .width(Fill)
    .style(theme::container::soft(Tone::Sun, radius::PANEL))
    .into()
}

/// Why a routine is good for it, how hard it is and how often.
fn why(routine_row: &RoutineRow) -> String {
    let effort = name::effort(routine_row.summary.effort);
    match &routine_row.chosen {
        RoutineRef::Loaded(loaded) => {
            let routine = &loaded.routine;
            words::why_and_how_often(&routine.purpose, effort, routine.how_often.as_deref())
        }
        RoutineRef::File(_) => words::why_and_how_often("", effort, None),
    }
}
