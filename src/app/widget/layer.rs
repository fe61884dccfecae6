//! What lies above a screen: dialogs and toasts.
use super::button;
use super::page::scroll;
use crate::app::control::{Kind, scope, shade};
use crate::app::theme::size::{gap, line, width};
use crate::app::theme::{self, type_role};
use iced::widget::text::{Fragment, IntoFragment};
use iced::widget::{Column, Row, Space, column, container, mouse_area, opaque, row, stack};
use iced::{Bottom, Center, Element, Fill, Padding, Right};
use std::hash::{DefaultHasher, Hash, Hasher};

/// Something over the top of something drawn, both in one layer of the renderer, where text lies over what is drawn
/// anyhow. Of a stack every child is a layer, and the software renderer clears a mask of the window's size for every
/// layer that meets what is painted anew. `over` has to be `height` tall, in logical pixels.
pub fn over<'a, Message: 'a>(
    height: f32,
    over: impl Into<Element<'a, Message>>,
    drawn: impl Into<Element<'a, Message>>,
) -> Column<'a, Message> {
    column![over.into(), drawn.into()].spacing(-height)
}

/// Something on a page that is on its way out: so much of it, from 0 to 1, is under paper already.
pub fn faded<'a, Message: 'a>(
    content: impl Into<Element<'a, Message>>,
    gone: f32,
) -> Element<'a, Message> {
    if gone <= 0.0 {
        return content.into();
    }
    let paper = container(Space::new())
        .width(Fill)
        .height(Fill)
        .style(move |theme| theme::container::veil(theme, gone));
    stack![content.into(), paper].into()
}

/// A dialog called `name`, 520 to 640 wide in logical pixels, or as wide as the window lets it be. Where the window is
/// lower than it is, it scrolls.
pub fn dialog<'a, Message: 'a>(
    name: impl IntoFragment<'a>,
    width: f32,
    content: impl Into<Element<'a, Message>>,
) -> Element<'a, Message> {
    let content = container(content).width(Fill).padding(gap::XXL);
    let card = container(scroll(content))
        .max_width(width)
        .style(theme::container::dialog);
    let name = name.into_fragment();
    let mut key = DefaultHasher::new();
    name.hash(&mut key);
    scope(Kind::Dialog, key.finish(), name, card)
}

/// What ends a dialog, as its last part, 16 below the one before it: on the right, what is quiet first and what is safe
/// or meant last.
pub fn dialog_foot<'a, Message: 'a>(
    buttons: impl IntoIterator<Item = Element<'a, Message>>,
) -> Element<'a, Message> {
    let buttons = Row::with_children(buttons)
        .spacing(gap::S)
        .align_y(Center)
        .wrap()
        .vertical_spacing(gap::XS)
        .align_x(Right);
    container(buttons)
        .align_right(Fill)
        .padding(Padding::ZERO.top(gap::XS))
        .into()
}

/// Puts a dialog over a screen. Nothing reaches the screen meanwhile; a press beside the dialog publishes
/// `on_dismiss` where there is one.
pub fn modal<'a, Message: Clone + 'a>(
    screen: impl Into<Element<'a, Message>>,
    dialog: impl Into<Element<'a, Message>>,
    on_dismiss: Option<Message>,
) -> Element<'a, Message> {
    modal_maybe(screen, Some(dialog.into()), on_dismiss)
}

/// The same for a dialog that comes and goes over a screen that scrolls: beside a layer of its own the screen stays
/// where it is.
pub fn modal_maybe<'a, Message: Clone + 'a>(
    screen: impl Into<Element<'a, Message>>,
    dialog: Option<Element<'a, Message>>,
    on_dismiss: Option<Message>,
) -> Element<'a, Message> {
    let over = dialog.map(|dialog| {
        let scrim = mouse_area(
            container(opaque(dialog))
                .center(Fill)
                .padding(gap::M)
                .style(theme::container::scrim),
        );
        opaque(match on_dismiss {
            Some(message) => scrim.on_press(message),
            None => scrim,
        })
    });

    stack![shade(over.is_some(), screen), over]
        .width(Fill)
        .height(Fill)
        .into()
}

/// A message at the bottom of the window with one way to answer it.
#[derive(Debug, Clone)]
pub struct Toast<'a, Message> {
    /// What happened.
    pub text: Fragment<'a>,
    /// What can be done about it, such as "Undo".
    pub action: Option<(Fragment<'a>, Message)>,
    /// How much of its time is left, from 1 to 0, where that is shown.
    pub left: Option<f32>,
    /// What the pointer does when it comes and when it goes.
    pub watched: Option<(Message, Message)>,
}

impl<'a, Message> Toast<'a, Message> {
    /// A message that needs no answer.
    pub fn new(text: impl IntoFragment<'a>) -> Self {
        Self {
            text: text.into_fragment(),
            action: None,
            left: None,
            watched: None,
        }
    }

    /// A line that shows how much of its time is left, from 1 to 0, and what the pointer does when it comes and goes.
    #[must_use]
    pub fn running(mut self, left: f32, comes: Message, goes: Message) -> Self {
        self.left = Some(left.clamp(0.0, 1.0));
        self.watched = Some((comes, goes));
        self
    }

    /// One way to answer.
    #[must_use]
    pub fn action(mut self, label: impl IntoFragment<'a>, message: Message) -> Self {
        self.action = Some((label.into_fragment(), message));
        self
    }
}

/// Puts a toast over a screen, if there is one, this far above the bottom of it in logical pixels: what is pressed
/// often is not hidden by it.
pub fn with_toast<'a, Message: Clone + 'a>(
    screen: impl Into<Element<'a, Message>>,
    above: f32,
    toast: Option<Toast<'a, Message>>,
) -> Element<'a, Message> {
    let toast = toast.map(|toast| {
        let Toast {
            text,
            action,
            left,
            watched,
        } = toast;
        let is_silent = action.is_none();
        let said = container(
            row![
                type_role::LABEL.text(text),
                action.map(|(label, message)| {
                    button(label)
                        .style(theme::button::on_toast)
                        .small()
                        .on_press(message)
                }),
            ]
            .spacing(gap::S)
            .align_y(Center),
        )
        .padding(Padding::from([gap::XS, gap::M]).right(if is_silent { 18 } else { 8 }))
        .height(HEIGHT)
        .align_y(Center);
        let line = left.map(|left| container(time_left(left)).align_bottom(HEIGHT));
        let card = container(stack![said].push(line))
            .max_width(width::TOAST)
            .style(theme::container::toast);
        let card = match watched {
            Some((comes, goes)) => mouse_area(card).on_enter(comes).on_exit(goes).into(),
            None => Element::from(card),
        };

        container(opaque(card))
            .width(Fill)
            .height(Fill)
            .align_x(Center)
            .align_y(Bottom)
            .padding(Padding::new(gap::XL).bottom(24.0 + above))
    });

    stack![screen.into(), toast].width(Fill).height(Fill).into()
}

/// How high a toast is, in logical pixels.
const HEIGHT: f32 = 52.0;

/// The line at the bottom of a toast.
fn time_left<'a, Message: 'a>(left: f32) -> Element<'a, Message> {
    const PARTS: f32 = 1000.0;
    let filled = (left * PARTS).round() as u16;
    let line = container(Space::new())
        .width(iced::FillPortion(filled))
        .height(line::TIME)
        .style(theme::container::time_left);
    let rest = Space::new().width(iced::FillPortion(PARTS as u16 - filled));
    row![(filled > 0).then_some(line), rest]
        .padding(Padding::ZERO.horizontal(theme::size::radius::ROW))
        .into()
}
