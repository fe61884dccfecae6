//! The frame of the page: its margins, its header, and what scrolls.

use iced::widget::{Row, Space, column, container, row};
use iced::{Center, Element, Fill, Padding};

use super::Message;
use crate::app::screen::Viewport;
use crate::app::theme::{self, type_role};
use crate::app::widget::WindowSize;
use crate::app::widget::page::scroll;

/// The measures of a page, in logical pixels.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame {
    /// Left and right of the content.
    pub gutter: f32,
    /// Above the header.
    pub top: f32,
    /// Below the content.
    pub bottom: f32,
    /// The least height of the header, with or without actions.
    header: f32,
    /// Between the header and the content.
    below_header: f32,
    /// Between cards.
    pub gap: f32,
}

impl Frame {
    pub fn of(viewport: &Viewport) -> Self {
        match viewport.size() {
            WindowSize::Small => Self {
                gutter: 20.0,
                top: 18.0,
                bottom: 20.0,
                header: 44.0,
                below_header: 12.0,
                gap: 12.0,
            },
            WindowSize::Medium | WindowSize::Large => Self {
                gutter: 32.0,
                top: 28.0,
                bottom: 28.0,
                header: 52.0,
                below_header: 16.0,
                gap: 16.0,
            },
        }
    }

    /// Puts content into the middle of what there is, with the gutters beside it.
    fn centred<'a>(
        self,
        content: impl Into<Element<'a, Message>>,
        padding: Padding,
    ) -> iced::widget::Container<'a, Message> {
        container(container(content).max_width(WindowSize::CONTENT))
            .center_x(Fill)
            .padding(padding.left(self.gutter).right(self.gutter))
    }

    /// A page that does not scroll as a whole.
    pub fn fixed<'a>(
        self,
        header: Option<Element<'a, Message>>,
        content: impl Into<Element<'a, Message>>,
    ) -> Element<'a, Message> {
        let page = column![header, content.into()].spacing(self.below_header);
        self.centred(page, Padding::ZERO.top(self.top).bottom(self.bottom))
            .height(Fill)
            .into()
    }

    /// A page that scrolls below its header where it is longer than the window.
    pub fn scrolled<'a>(
        self,
        header: Element<'a, Message>,
        content: impl Into<Element<'a, Message>>,
    ) -> Element<'a, Message> {
        let below = self.centred(content, Padding::ZERO.bottom(self.bottom));
        column![
            self.centred(
                header,
                Padding::ZERO.top(self.top).bottom(self.below_header)
            ),
            scroll(below).id(super::BODY).width(Fill).height(Fill),
        ]
        .into()
    }

    /// The header: a title, a line below it, and what can be done with the whole page.
    pub fn header<'a>(
        self,
        viewport: &Viewport,
        title: String,
        line: Option<String>,
        actions: Vec<Element<'a, Message>>,
    ) -> Element<'a, Message> {
        let look = viewport.look;
        let role = match viewport.size() {
            WindowSize::Small => type_role::TITLE_1.with_size(26.0),
            WindowSize::Medium | WindowSize::Large => type_role::TITLE_1,
        };
        let line = line.map(|line| type_role::small(look, line).style(theme::text::soft));
        row![
            column![role.text(look, title), line].spacing(2).width(Fill),
            Row::with_children(actions).spacing(12).align_y(Center),
            Space::new().height(self.header),
        ]
        .align_y(Center)
        .into()
    }
}
