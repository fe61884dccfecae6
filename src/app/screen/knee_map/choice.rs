//! Rows and chips to choose from: circles where one is meant, squares where there may be several.

use iced::alignment::Vertical;
use iced::widget::text::{IntoFragment, Wrapping};
use iced::widget::{Space, button as press, column, container, row};
use iced::{Center, Element, Fill, Length, Padding, Theme};

use super::Message;
use crate::app::control::{Kind, control};
use crate::app::theme::size::{gap, icon as icon_size, picture, radius, target};
use crate::app::theme::{self, Tokens, type_role};
use crate::app::widget::{Icon, icon, key_cap};

/// The side of the square or the circle in front of a row.
const LEAD: f32 = 22.0;

/// What stands in front of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lead {
    /// One of these.
    Circle,
    /// Several of these.
    Square,
}

/// A row to choose.
pub(super) struct Choice<'a> {
    pub lead: Lead,
    pub title: &'a str,
    /// What counts, always shown.
    pub line: Option<&'a str>,
    /// The key that does the same.
    pub key: Option<String>,
    pub is_on: bool,
    /// Higher, where a row is one of few.
    pub is_large: bool,
    pub message: Message,
}

/// Draws a row to choose. It keeps its size whatever is chosen.
pub(super) fn choice<'a>(choice: Choice<'a>) -> Element<'a, Message> {
    let is_on = choice.is_on;
    let (role, least) = if choice.is_large {
        (type_role::LABEL.with_size(16.0), target::LARGE)
    } else {
        (type_role::LABEL, target::NORMAL)
    };
    let line = choice.line.map(|line| {
        type_role::CAPTION
            .with_line(1.4)
            .text(line)
            .style(move |theme: &Theme| {
                if is_on {
                    iced::widget::text::Style::default()
                } else {
                    theme::text::soft(theme)
                }
            })
    });
    let align = if choice.line.is_some() {
        Vertical::Top
    } else {
        Vertical::Center
    };
    let content = row![
        lead(choice.lead, is_on),
        column![role.text(choice.title), line]
            .spacing(gap::XXXS)
            .width(Fill),
        choice.key.map(key_cap),
    ]
    .spacing(gap::S)
    .align_y(align);
    let style = if is_on {
        theme::button::choice_on
    } else {
        theme::button::choice
    };
    const ABOVE: f32 = 10.0;
    // A strut keeps the least height.
    let face = press(row![content, Space::new().height(least - 2.0 * ABOVE)].align_y(align))
        .width(Fill)
        .padding(Padding::from([ABOVE, gap::S]).left(gap::S))
        .style(style)
        .on_press(choice.message);
    let kind = match choice.lead {
        Lead::Circle => Kind::Choice(is_on),
        Lead::Square => Kind::Toggle(is_on),
    };
    control(kind, face)
        .name(choice.title)
        .radius(radius::ROW)
        .into()
}

/// A circle or a square, with what says that it is chosen.
pub(super) fn lead<'a>(lead: Lead, is_on: bool) -> Element<'a, Message> {
    match lead {
        Lead::Square => container(is_on.then(|| icon(Icon::Check, 15.0)))
            .center(LEAD)
            .style(if is_on {
                theme::container::check_box_on
            } else {
                theme::container::check_box
            })
            .into(),
        Lead::Circle => {
            let dot = is_on.then(|| {
                container(Space::new())
                    .width(picture::DOT)
                    .height(picture::DOT)
                    .style(|theme: &Theme| {
                        container::Style::default()
                            .background(Tokens::of(theme).on_primary)
                            .border(iced::border::rounded(radius::FULL))
                    })
            });
            container(dot)
                .center(LEAD)
                .style(move |theme: &Theme| {
                    let style = if is_on {
                        theme::container::check_box_on(theme)
                    } else {
                        theme::container::check_box(theme)
                    };
                    theme::container::rounded(style, radius::FULL)
                })
                .into()
        }
    }
}

/// A chip of which one is chosen.
pub(super) fn chip<'a>(
    label: impl IntoFragment<'a>,
    is_on: bool,
    width: Length,
    message: Message,
) -> Element<'a, Message> {
    // Fixed widths hold the check beside the words at any time, so that no chip moves when one is chosen.
    let inside: Length = if width == Length::Shrink {
        Length::Shrink
    } else {
        Fill
    };
    let content = row![
        is_on.then(|| icon(Icon::Check, icon_size::META)),
        type_role::LABEL
            .with_size(14.0)
            .text(label)
            .wrapping(Wrapping::None),
    ]
    .spacing(gap::XS)
    .align_y(Center);
    let padding = match (width == Length::Shrink, is_on) {
        (true, true) => gap::S,
        // As wide as with the check.
        (true, false) => gap::S + (icon_size::META + 6.0) / 2.0,
        (false, _) => 0.0,
    };
    let face = press(
        container(content)
            .width(inside)
            .center_x(inside)
            .center_y(Fill),
    )
    .width(width)
    .height(target::NORMAL)
    .padding(Padding::ZERO.horizontal(padding))
    .style(move |theme, status| {
        let style = if is_on {
            theme::button::choice_on(theme, status)
        } else {
            theme::button::choice(theme, status)
        };
        theme::button::rounded(style, radius::FULL)
    })
    .on_press(message);
    control(Kind::Choice(is_on), face)
        .radius(radius::FULL)
        .into()
}
