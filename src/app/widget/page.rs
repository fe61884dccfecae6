//! The frame of a page.
use super::WindowSize;
use crate::app::theme::size::gap;
use crate::app::theme::{self, Presentation, type_role};
use iced::widget::scrollable::{Direction, Scrollbar};
use iced::widget::text::{Fragment, IntoFragment};
use iced::widget::{Scrollable, column, container, row, scrollable};
use iced::{Bottom, Element, Fill, Padding};

/// Gives a page its margins, and its place in the middle of a large window.
pub fn page<'a, Message: 'a>(
    window: WindowSize,
    content: impl Into<Element<'a, Message>>,
) -> Element<'a, Message> {
    let padding = match window {
        WindowSize::Small => Padding::from(gap::L),
        WindowSize::Medium | WindowSize::Large => Padding::from([gap::XL, gap::XXL]),
    };

    container(
        container(content)
            .max_width(WindowSize::CONTENT)
            .height(Fill),
    )
    .center_x(Fill)
    .height(Fill)
    .padding(padding)
    .into()
}

/// The title of a page with what can be done to all of it at the end.
pub fn page_header<'a, Message: 'a>(
    look: Presentation,
    window: WindowSize,
    title: impl IntoFragment<'a>,
    subtitle: Option<Fragment<'a>>,
    actions: Option<Element<'a, Message>>,
) -> Element<'a, Message> {
    let role = match window {
        WindowSize::Small => type_role::TITLE_1.with_size(26.0),
        WindowSize::Medium | WindowSize::Large => type_role::TITLE_1,
    };

    row![
        column![
            role.text(look, title),
            subtitle.map(|subtitle| type_role::body(look, subtitle).style(theme::text::soft)),
        ]
        .spacing(gap::XXS)
        .width(Fill),
        actions,
    ]
    .spacing(gap::XL)
    .align_y(Bottom)
    .into()
}

/// How wide the bar is that shows how far one has scrolled.
const SCROLLER: f32 = 6.0;

/// Content that scrolls up and down beside a slim bar.
pub fn scroll<'a, Message: 'a>(
    content: impl Into<Element<'a, Message>>,
) -> Scrollable<'a, Message> {
    scrollable(content)
        .direction(Direction::Vertical(
            Scrollbar::new()
                .width(gap::XS)
                .scroller_width(SCROLLER)
                .margin(gap::XXXS),
        ))
        .style(theme::control::scroll)
}

/// The margin beside and below a page.
pub const fn gutter(window: WindowSize) -> f32 {
    match window {
        WindowSize::Small => 20.0,
        WindowSize::Medium | WindowSize::Large => 32.0,
    }
}

/// Room around what scrolls, for the ring around a control.
pub const EDGE: f32 = 6.0;
/// Room beside what scrolls, for the bar.
pub const BAR: f32 = 12.0;

/// A page that scrolls to the lower edge of the window: what scrolls keeps the margin below, an [`EDGE`] on both sides
/// and the room of the [`BAR`].
pub fn page_to_the_bottom<'a, Message: 'a>(
    window: WindowSize,
    content: impl Into<Element<'a, Message>>,
) -> Element<'a, Message> {
    let top = match window {
        WindowSize::Small => 18.0,
        WindowSize::Medium | WindowSize::Large => 28.0,
    };
    let beside = gutter(window) - EDGE;

    container(
        container(content)
            .max_width(WindowSize::CONTENT + 2.0 * EDGE + BAR)
            .height(Fill),
    )
    .center_x(Fill)
    .height(Fill)
    .padding(Padding::ZERO.top(top).left(beside).right(beside - BAR))
    .into()
}
