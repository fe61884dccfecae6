//! The frame of a page, the same for all that have the sidebar.
use super::WindowSize;
use crate::app::theme::size::gap;
use crate::app::theme::{self, type_role};
use iced::widget::scrollable::{Direction, Scrollbar};
use iced::widget::text::{Fragment, IntoFragment};
use iced::widget::{
    Container, Row, Scrollable, Space, column, container, responsive, row, scrollable,
};
use iced::{Center, Element, Fill, Padding, Size};

/// What keeps content clear of the bar of what scrolls.
const BESIDE_BAR: Padding = Padding {
    top: 0.0,
    right: gap::M,
    bottom: 0.0,
    left: 0.0,
};

/// The measures of a page, in logical pixels. Title, chips, cards and notes begin on one line and end on one line; what
/// scrolls reaches to the edges of the window, so that its bar lies beside the content and takes no room from it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Frame {
    /// Left and right of the content.
    pub gutter: f32,
    /// Above the header.
    pub top: f32,
    /// Below the content.
    pub bottom: f32,
    /// The least height of the header, with or without actions.
    header: f32,
    /// Between cards, and below the header.
    pub gap: f32,
}

impl Frame {
    /// Between two columns, where the bar of the first one lies.
    const BETWEEN: f32 = gap::L;

    /// The frame of a page in a window of this size.
    pub const fn of(window: WindowSize) -> Self {
        match window {
            WindowSize::Small => Self {
                gutter: 20.0,
                top: 18.0,
                bottom: 20.0,
                header: 44.0,
                gap: gap::S,
            },
            WindowSize::Medium | WindowSize::Large => Self {
                gutter: 32.0,
                top: 28.0,
                bottom: 28.0,
                header: 52.0,
                gap: gap::M,
            },
        }
    }

    /// How much stands above and below content below a header, in logical pixels.
    pub fn around(self) -> f32 {
        self.gap + self.bottom
    }

    /// Above and below what scrolls below a header.
    fn room(self) -> Padding {
        Padding::ZERO.top(self.gap).bottom(self.bottom)
    }

    /// Puts content into the middle of what there is, with the gutters beside it.
    fn centred<'a, Message: 'a>(
        self,
        content: impl Into<Element<'a, Message>>,
        room: Padding,
    ) -> Container<'a, Message> {
        container(
            container(content)
                .width(Fill)
                .max_width(WindowSize::CONTENT),
        )
        .center_x(Fill)
        .padding(room.left(self.gutter).right(self.gutter))
    }

    /// A note above a page, as wide as what is below it.
    pub fn note<'a, Message: 'a>(
        self,
        note: impl Into<Element<'a, Message>>,
    ) -> Element<'a, Message> {
        self.centred(note, Padding::ZERO.top(gap::L)).into()
    }

    /// A page that does not scroll.
    pub fn fixed<'a, Message: 'a>(
        self,
        content: impl Into<Element<'a, Message>>,
    ) -> Element<'a, Message> {
        self.centred(content, Padding::ZERO.top(self.top).bottom(self.bottom))
            .height(Fill)
            .into()
    }

    /// What stays at the top of a page, and what is below it: one of the four that follow.
    pub fn page<'a, Message: 'a>(
        self,
        header: impl Into<Element<'a, Message>>,
        below: impl Into<Element<'a, Message>>,
    ) -> Element<'a, Message> {
        column![
            self.centred(header, Padding::ZERO.top(self.top)),
            below.into(),
        ]
        .into()
    }

    /// Below a header: what does not scroll.
    pub fn still<'a, Message: 'a>(
        self,
        content: impl Into<Element<'a, Message>>,
    ) -> Element<'a, Message> {
        self.centred(content, self.room()).height(Fill).into()
    }

    /// Below a header: what lies over the content, at its start.
    pub fn over<'a, Message: 'a>(
        self,
        content: impl Into<Element<'a, Message>>,
    ) -> Element<'a, Message> {
        self.centred(content, Padding::ZERO.top(gap::XS)).into()
    }

    /// Below a header: what scrolls under the lower edge of the window.
    pub fn scroll<'a, Message: 'a>(
        self,
        content: impl Into<Element<'a, Message>>,
    ) -> Scrollable<'a, Message> {
        scroll(self.centred(content, self.room()))
            .width(Fill)
            .height(Fill)
    }

    /// Below a header: a column that scrolls, and one of this width that scrolls by itself. They come from
    /// [`Frame::main`] or [`Frame::still_main`], and from [`Frame::aside`].
    pub fn columns<'a, Message: 'a>(
        self,
        main: impl Into<Element<'a, Message>>,
        aside: Scrollable<'a, Message>,
        width: f32,
    ) -> Element<'a, Message> {
        let main = container(main).width(Fill).height(Fill);
        let aside = aside.width(width + self.gutter).height(Fill);
        let columns = container(row![main, aside].height(Fill));
        container(columns.max_width(WindowSize::CONTENT + 2.0 * self.gutter))
            .center_x(Fill)
            .height(Fill)
            .into()
    }

    /// The first of two columns.
    pub fn main<'a, Message: 'a>(
        self,
        content: impl Into<Element<'a, Message>>,
    ) -> Scrollable<'a, Message> {
        scroll(self.still_main(content))
    }

    /// The first of two columns, where it does not scroll.
    pub fn still_main<'a, Message: 'a>(
        self,
        content: impl Into<Element<'a, Message>>,
    ) -> Container<'a, Message> {
        container(content).padding(self.room().left(self.gutter).right(Self::BETWEEN))
    }

    /// The second of two columns.
    pub fn aside<'a, Message: 'a>(
        self,
        content: impl Into<Element<'a, Message>>,
    ) -> Scrollable<'a, Message> {
        scroll(container(content).padding(self.room().right(self.gutter)))
    }
}

/// The title of a page with what can be done to all of it at the end.
pub fn page_header<'a, Message: 'a>(
    window: WindowSize,
    title: impl IntoFragment<'a>,
    subtitle: Option<Fragment<'a>>,
    actions: impl IntoIterator<Item = Element<'a, Message>>,
) -> Element<'a, Message> {
    let role = match window {
        WindowSize::Small => type_role::TITLE_1.with_size(26.0),
        WindowSize::Medium | WindowSize::Large => type_role::TITLE_1,
    };

    let title = column![
        role.text(title),
        subtitle.map(|subtitle| type_role::small(subtitle).style(theme::text::soft)),
    ];
    let actions = Row::with_children(actions).spacing(gap::S).align_y(Center);
    let strut = Space::new().height(Frame::of(window).header);
    row![
        row![strut, title.spacing(gap::XXXS)]
            .align_y(Center)
            .width(Fill),
        actions,
    ]
    .spacing(gap::L)
    .align_y(Center)
    .into()
}

/// How wide the bar is that shows how far one has scrolled.
const SCROLLER: f32 = 6.0;

/// What fills the room where that has at least this size, and what scrolls where it has not. `content` is told which: in
/// what scrolls, everything has the height that it needs.
pub fn filling<'a, Message: 'a>(
    least: Size,
    content: impl Fn(Room) -> Element<'a, Message> + 'a,
) -> Element<'a, Message> {
    responsive(move |room| {
        if room.width >= least.width && room.height >= least.height {
            content(Room::Enough(room))
        } else {
            let content = container(content(Room::Little(room))).padding(BESIDE_BAR);
            scroll(content).width(Fill).height(Fill).into()
        }
    })
    .into()
}

/// The room that content has, and whether it is as much as it wants.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Room {
    /// It is.
    Enough(Size),
    /// It scrolls.
    Little(Size),
}

/// Content that scrolls up and down beside a slim bar.
pub fn scroll<'a, Message: 'a>(
    content: impl Into<Element<'a, Message>>,
) -> Scrollable<'a, Message> {
    scrollable(content)
        .direction(Direction::Vertical(
            Scrollbar::new()
                .width(SCROLLER)
                .scroller_width(SCROLLER)
                .margin(gap::XS),
        ))
        .style(theme::control::scroll)
}
