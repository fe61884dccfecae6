//! Small things that say something and cannot be pressed, and the chip, which can.
use super::PlayerScale;
use super::icon::{Glyph, Icon, glyph, icon};
use crate::app::control::{Kind, control};
use crate::app::theme::size::{gap, icon as icon_size, line, radius, target};
use crate::app::theme::{self, Tokens, Tone, font, type_role};
use iced::border::Border;
use iced::widget::text::{Fragment, IntoFragment, Wrapping};
use iced::widget::{Id, Space, column, container, row};
use iced::{Center, Element, Fill, Padding, Theme};

/// The text of a tag.
const TAG: type_role::Role = type_role::CAPTION.with_font(font::MEDIUM);
/// Beside the text of a tag, in logical pixels.
const BESIDE_TAG: f32 = 10.0;

/// A short fact in a hue, with its icon where it has one.
pub fn tag<'a, Message: 'a>(
    tone: Tone,
    icon: Option<Icon>,
    label: impl IntoFragment<'a>,
) -> Element<'a, Message> {
    tag_with(icon, label, theme::container::tag(tone))
}

/// A [`tag()`] on the soft fill of its own hue, such as the category on the picture of a routine: the pill is
/// in the surface colour.
pub fn tag_on_hue<'a, Message: 'a>(
    tone: Tone,
    icon: Option<Icon>,
    label: impl IntoFragment<'a>,
) -> Element<'a, Message> {
    tag_with(icon, label, move |theme: &Theme| {
        theme::container::rounded(theme::container::state_label(tone)(theme), radius::TAG)
    })
}

/// How wide a [`tag()`] without an icon is, in logical pixels.
pub fn tag_width(label: &str) -> f32 {
    TAG.measure(label).width + 2.0 * BESIDE_TAG
}

fn tag_with<'a, Message: 'a>(
    icon: Option<Icon>,
    label: impl IntoFragment<'a>,
    style: impl Fn(&Theme) -> container::Style + 'a,
) -> Element<'a, Message> {
    container(
        row![
            icon.map(|icon| super::icon(icon, icon_size::TAG)),
            TAG.text(label).wrapping(Wrapping::None),
        ]
        .spacing(gap::XS)
        .align_y(Center),
    )
    .height(line::TAG)
    .padding(Padding::ZERO.horizontal(BESIDE_TAG))
    .align_y(Center)
    .style(style)
    .into()
}

/// A filter; off unless told otherwise.
pub fn chip<'a, Message>(label: impl IntoFragment<'a>) -> Chip<'a, Message> {
    Chip {
        label: label.into_fragment(),
        count: None,
        icon: None,
        trailing: None,
        is_on: false,
        id: None,
        on_press: None,
    }
}

/// See [`chip()`].
#[must_use]
pub struct Chip<'a, Message> {
    label: Fragment<'a>,
    count: Option<Fragment<'a>>,
    icon: Option<Icon>,
    trailing: Option<Icon>,
    is_on: bool,
    id: Option<Id>,
    on_press: Option<Message>,
}

impl<'a, Message> Chip<'a, Message> {
    /// An icon after the label: what opens.
    pub fn icon_after(mut self, icon: Icon) -> Self {
        self.trailing = Some(icon);
        self
    }

    /// Whether the filter is on.
    pub fn on(mut self, is_on: bool) -> Self {
        self.is_on = is_on;
        self
    }

    /// How many things pass it.
    pub fn count(mut self, count: impl IntoFragment<'a>) -> Self {
        self.count = Some(count.into_fragment());
        self
    }

    /// An icon of its own; without one, a chip that is on shows a check.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// What it is in the code, to be sent to.
    pub fn id(mut self, id: impl Into<Id>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// What it does.
    pub fn on_press(mut self, message: Message) -> Self {
        self.on_press = Some(message);
        self
    }
}

impl<'a, Message: Clone + 'a> From<Chip<'a, Message>> for Element<'a, Message> {
    fn from(chip: Chip<'a, Message>) -> Self {
        let (role, style): (_, theme::button::StyleFn) = if chip.is_on {
            (type_role::STRONG, theme::button::chip_on)
        } else {
            (type_role::LABEL, theme::button::chip)
        };
        let is_on = chip.is_on;
        let icon = chip.icon.or(is_on.then_some(Icon::Check));
        let count = chip.count.map(|count| {
            type_role::SMALL
                .with_font(font::MEDIUM)
                .text(count)
                .style(move |theme: &Theme| {
                    if is_on {
                        iced::widget::text::Style::default()
                    } else {
                        theme::text::faint(theme)
                    }
                })
        });
        let content = row![
            icon.map(|icon| super::icon(icon, icon_size::META)),
            role.text(chip.label).wrapping(Wrapping::None),
            count,
            chip.trailing.map(|icon| super::icon(icon, icon_size::META)),
        ]
        .spacing(gap::XS)
        .align_y(Center);

        let is_off = chip.on_press.is_none();
        let face = iced::widget::button(container(content).height(Fill).align_y(Center))
            .height(target::CHIP)
            .padding(Padding::ZERO.horizontal(gap::M))
            .style(style)
            .on_press_maybe(chip.on_press);
        control(Kind::Toggle(is_on), face)
            .id_maybe(chip.id)
            .radius(radius::FULL)
            .off(is_off)
            .into()
    }
}

/// What keys do, and the keys as they are printed on a keyboard.
pub fn key_line<'a, Message: 'a>(
    caps: &'static [&'static str],
    does: &'static str,
) -> Element<'a, Message> {
    row![
        type_role::body(does).width(Fill),
        row(caps.iter().map(|cap| key_cap(*cap))).spacing(gap::XXS),
    ]
    .spacing(gap::XS)
    .align_y(Center)
    .into()
}

/// The cap of a key, such as "Space".
pub fn key_cap<'a, Message: 'a>(key: impl IntoFragment<'a>) -> Element<'a, Message> {
    const PADDING: f32 = 7.0;

    // A strut keeps the least width: iced's containers have a largest one only.
    container(
        column![
            Space::new().width(line::TAG - 2.0 * PADDING),
            type_role::CAPTION
                .with_font(font::MEDIUM)
                .text(key)
                .wrapping(Wrapping::None),
        ]
        .align_x(Center),
    )
    .height(line::TAG)
    .padding(Padding::ZERO.horizontal(PADDING))
    .align_y(Center)
    .style(theme::container::key_cap)
    .into()
}

/// How hard a routine is: filled dots out of three, to stand beside the word.
pub fn effort_dots<'a, Message: 'a>(filled: usize) -> Element<'a, Message> {
    row((0..3).map(|index| {
        dot(8.0, 1.5, index < filled, |theme, is_on| {
            let tokens = Tokens::of(theme);

            if is_on {
                tokens.ink_soft
            } else {
                tokens.control
            }
        })
    }))
    .spacing(gap::XXS)
    .align_y(Center)
    .into()
}

/// Which of several cues is showing, counted from 0, in the ink of the stage.
pub fn cue_dots<'a, Message: 'a>(tone: Tone, count: usize, current: usize) -> Element<'a, Message> {
    row((0..count).map(|index| {
        dot(10.0, 2.0, index == current, move |theme, _| {
            Tokens::of(theme).hue(tone).on_soft
        })
    }))
    .spacing(gap::XS)
    .align_y(Center)
    .into()
}

fn dot<'a, Message: 'a>(
    size: f32,
    outline: f32,
    is_on: bool,
    colour: impl Fn(&Theme, bool) -> iced::Color + 'a,
) -> Element<'a, Message> {
    container(Space::new())
        .width(size)
        .height(size)
        .style(move |theme| {
            let colour = colour(theme, is_on);
            let style = container::Style::default().border(Border {
                color: colour,
                width: outline,
                radius: (size / 2.0).into(),
            });

            if is_on {
                style.background(colour)
            } else {
                style
            }
        })
        .into()
}

/// What is happening, on the stage: an icon and a word in a pill.
pub fn state_label<'a, Message: 'a>(
    scale: PlayerScale,
    tone: Tone,
    icon: impl Into<Glyph>,
    label: impl IntoFragment<'a>,
) -> Element<'a, Message> {
    container(
        row![
            glyph(icon, scale.px(20.0).max(18.0)),
            type_role::STRONG
                .exact(scale.px(16.0).max(14.0), label)
                .wrapping(Wrapping::None),
        ]
        .spacing(gap::XS)
        .align_y(Center),
    )
    .height(scale.px(40.0).max(32.0))
    .padding(Padding::ZERO.horizontal(scale.px(16.0)))
    .align_y(Center)
    .style(theme::container::state_label(tone))
    .into()
}

/// A fact with an icon, such as "5 min".
pub fn meta<'a, Message: 'a>(fact: Icon, label: impl IntoFragment<'a>) -> Element<'a, Message> {
    row![
        icon(fact, icon_size::META).style(theme::text::soft),
        type_role::small(label)
            .style(theme::text::soft)
            .wrapping(Wrapping::None),
    ]
    .spacing(gap::XS)
    .align_y(Center)
    .into()
}
