//! The way from place to place.
use super::icon::{Icon, icon};
use super::{WindowSize, mark};
use crate::app::control::{Kind, control};
use crate::app::theme::size::{gap, icon as icon_size, radius};
use crate::app::theme::{self, font, type_role};
use iced::widget::text::Wrapping;
use iced::widget::{Column, column, container, row, space};
use iced::{Center, Element, Fill, Padding};

/// How wide the sidebar is, in logical pixels: 204, or 86 as the rail of small windows, which grows with its
/// labels.
pub fn width(window: WindowSize) -> f32 {
    match window {
        WindowSize::Small => 86.0,
        WindowSize::Medium | WindowSize::Large => 204.0,
    }
}

/// One way in the sidebar.
#[derive(Debug, Clone, Copy)]
pub struct Entry<'a, Place> {
    /// Where it leads.
    pub place: Place,
    /// What stands for it.
    pub icon: Icon,
    /// What it is called.
    pub label: &'a str,
}

/// The mark and `name` of the product, `entries` below and `last` at the bottom, with the place that is `open`.
pub fn sidebar<'a, Place, Message>(
    window: WindowSize,
    name: &'a str,
    entries: &[Entry<'a, Place>],
    last: &[Entry<'a, Place>],
    open: Place,
    on_open: impl Fn(Place) -> Message,
) -> Element<'a, Message>
where
    Place: Copy + PartialEq,
    Message: Clone + 'a,
{
    let is_rail = window == WindowSize::Small;
    let ways = |entries: &[Entry<'a, Place>]| {
        Column::with_children(
            entries
                .iter()
                .map(|entry| way(entry, is_rail, open == entry.place, on_open(entry.place))),
        )
        .spacing(gap::XXS)
    };
    let brand: Element<'a, Message> = if is_rail {
        container(mark(34.0)).center_x(Fill).into()
    } else {
        container(
            row![
                mark(34.0),
                type_role::TITLE_3
                    .with_font(font::SEMIBOLD)
                    .with_size(18.0)
                    .text(name)
                    .wrapping(Wrapping::None),
            ]
            .spacing(gap::S)
            .align_y(Center),
        )
        .padding(Padding::from([gap::XXXS, gap::XXS]).bottom(gap::XXS))
        .into()
    };

    container(
        column![brand, ways(entries), space::vertical(), ways(last)].spacing(if is_rail {
            12
        } else {
            20
        }),
    )
    .width(width(window))
    .height(Fill)
    .padding(if is_rail {
        Padding::from([gap::S, gap::XS])
    } else {
        Padding::from([gap::L, gap::S])
    })
    .style(theme::container::sidebar)
    .into()
}

fn way<'a, Place, Message: Clone + 'a>(
    entry: &Entry<'a, Place>,
    is_rail: bool,
    is_open: bool,
    message: Message,
) -> Element<'a, Message> {
    let role = if is_rail {
        type_role::CAPTION.with_line(1.25)
    } else {
        type_role::BODY
    };
    let label = role
        .with_font(if is_open {
            font::SEMIBOLD
        } else {
            font::MEDIUM
        })
        .text(entry.label)
        .wrapping(Wrapping::None);
    let icon = icon(entry.icon, icon_size::NORMAL);
    let content: Element<'a, Message> = if is_rail {
        container(column![icon, label].spacing(gap::XXS).align_x(Center))
            .center(Fill)
            .into()
    } else {
        container(row![icon, label].spacing(gap::S).align_y(Center))
            .width(Fill)
            .height(Fill)
            .align_y(Center)
            .into()
    };

    let face = iced::widget::button(content)
        .width(Fill)
        .height(if is_rail { 58 } else { 46 })
        .padding(if is_rail {
            Padding::ZERO
        } else {
            Padding::ZERO.horizontal(gap::S)
        })
        .style(if is_open {
            theme::button::place_on
        } else {
            theme::button::place
        })
        .on_press(message);
    control(Kind::Tab(is_open), face)
        .name(entry.label)
        .radius(radius::CONTROL)
        .into()
}
