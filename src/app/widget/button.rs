//! What can be pressed.
mod icon_button;
mod player_control;

pub use icon_button::{IconButton, icon_button};
pub use player_control::{Face, PlayerControl, player_control};

use super::icon::{Glyph, glyph};
use crate::app::control::{Ground, Kind, control};
use crate::app::theme::button::StyleFn;
use crate::app::theme::size::{gap, icon, radius, target};
use crate::app::theme::{self, Tone, font, type_role};
use iced::alignment::{Horizontal, Vertical};
use iced::widget::button::{Status, Style};
use iced::widget::text::{Fragment, IntoFragment, Wrapping};
use iced::widget::tooltip::Position;
use iced::widget::{Id, container, row, tooltip};
use iced::{Center, Element, Fill, Length, Padding, Shrink, Theme};
use std::time::Duration;

/// How long the pointer rests on an icon before its name shows.
const TOOLTIP_DELAY: Duration = Duration::from_millis(400);

/// Room beside the words of a button that looks like a link.
const QUIET_PADDING: f32 = 12.0;

/// How large a button is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Size {
    /// 36 high; toolbars and banners only.
    Small,
    /// 44 high.
    #[default]
    Normal,
    /// 56 high; the one thing to do on a screen.
    Large,
}

impl Size {
    fn height(self) -> f32 {
        match self {
            Self::Small => target::SMALL,
            Self::Normal => target::NORMAL,
            Self::Large => target::LARGE,
        }
    }

    fn radius(self) -> f32 {
        match self {
            Self::Small => radius::SMALL,
            Self::Normal => radius::CONTROL,
            Self::Large => radius::CARD,
        }
    }

    fn padding(self) -> f32 {
        match self {
            Self::Small => 14.0,
            Self::Normal => 18.0,
            Self::Large => 28.0,
        }
    }

    /// Between words and icons.
    fn spacing(self) -> f32 {
        if self == Self::Small { 8.0 } else { 10.0 }
    }

    fn text_size(self) -> f32 {
        match self {
            Self::Small => type_role::SMALL.size,
            Self::Normal => type_role::STRONG.size,
            Self::Large => type_role::TITLE_3.size,
        }
    }

    fn icon(self, glyph: Glyph) -> f32 {
        match (self, glyph) {
            (Self::Large, Glyph::Line(_)) => 22.0,
            (Self::Large, Glyph::Solid(_)) => icon::NORMAL,
            (Self::Normal, Glyph::Line(_)) => icon::BUTTON,
            (Self::Normal | Self::Small, Glyph::Solid(_)) | (Self::Small, Glyph::Line(_)) => {
                icon::META
            }
        }
    }
}

/// A button with words; secondary and of normal size unless told otherwise.
pub fn button<'a, Message>(label: impl IntoFragment<'a>) -> Button<'a, Message> {
    Button {
        label: label.into_fragment(),
        leading: None,
        trailing: None,
        dress: Dress::Plain(theme::button::secondary),
        padding: None,
        size: Size::Normal,
        scale: 1.0,
        is_wide: false,
        is_initial: false,
        ground: Ground::Page,
        id: None,
        on_press: None,
    }
}

/// See [`button()`].
#[must_use]
pub struct Button<'a, Message> {
    label: Fragment<'a>,
    leading: Option<Glyph>,
    trailing: Option<Glyph>,
    dress: Dress,
    padding: Option<f32>,
    size: Size,
    scale: f32,
    is_wide: bool,
    is_initial: bool,
    ground: Ground,
    id: Option<Id>,
    on_press: Option<Message>,
}

/// Where a button's look comes from.
#[derive(Clone, Copy)]
enum Dress {
    /// A style function.
    Plain(StyleFn),
    /// The ink of the hue it stands on.
    QuietOn(Tone),
}

impl Dress {
    fn style(self, theme: &Theme, status: Status) -> Style {
        match self {
            Self::Plain(style) => style(theme, status),
            Self::QuietOn(tone) => theme::button::quiet_on(tone)(theme, status),
        }
    }
}

impl<'a, Message> Button<'a, Message> {
    /// One of the style functions in [`theme::button`].
    pub fn style(mut self, style: StyleFn) -> Self {
        self.dress = Dress::Plain(style);
        self
    }

    /// The one main action of a screen.
    pub fn primary(self) -> Self {
        self.style(theme::button::primary)
    }

    /// A main action that does not compete with the one of the screen.
    pub fn tonal(self) -> Self {
        self.style(theme::button::tonal)
    }

    /// An action that looks like a link.
    pub fn quiet(mut self) -> Self {
        self.padding = Some(QUIET_PADDING);
        self.style(theme::button::quiet)
    }

    /// A link that stands in line with the text above it.
    pub fn link(mut self) -> Self {
        self.padding = Some(0.0);
        self.style(theme::button::link)
    }

    /// The same on a banner, in the ink of its hue.
    pub fn quiet_on(mut self, tone: Tone) -> Self {
        self.padding = Some(QUIET_PADDING);
        self.dress = Dress::QuietOn(tone);
        self
    }

    /// An action that stops or removes something.
    pub fn danger(self) -> Self {
        self.style(theme::button::danger)
    }

    /// The main action on the hero.
    pub fn on_hero(mut self) -> Self {
        self.ground = Ground::Hero;
        self.style(theme::button::on_hero)
    }

    /// Another action on the hero.
    pub fn hero_outline(mut self) -> Self {
        self.ground = Ground::Hero;
        self.style(theme::button::hero_outline)
    }

    /// 56 high.
    pub fn large(mut self) -> Self {
        self.size = Size::Large;
        self
    }

    /// So many times as large: the player grows with its window.
    pub fn scaled(mut self, scale: f32) -> Self {
        self.scale = scale;
        self
    }

    /// 36 high.
    pub fn small(mut self) -> Self {
        self.size = Size::Small;
        self
    }

    /// An icon before the words.
    pub fn icon(mut self, icon: impl Into<Glyph>) -> Self {
        self.leading = Some(icon.into());
        self
    }

    /// An icon after the words.
    pub fn icon_after(mut self, icon: impl Into<Glyph>) -> Self {
        self.trailing = Some(icon.into());
        self
    }

    /// As wide as there is room.
    pub fn wide(mut self) -> Self {
        self.is_wide = true;
        self
    }

    /// The keyboard begins here when the page appears.
    pub fn initial(self) -> Self {
        self.initial_if(true)
    }

    /// Whether the keyboard begins here when the page appears.
    pub fn initial_if(mut self, is_initial: bool) -> Self {
        self.is_initial = is_initial;
        self
    }

    /// It stands on the alarm, where the usual ring would not be seen.
    pub fn ringed_on_alarm(mut self) -> Self {
        self.ground = Ground::Alarm;
        self
    }

    /// What it is in the code, to be sent to.
    pub fn id(mut self, id: impl Into<Id>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// What it does. A button without a message is off.
    pub fn on_press(mut self, message: Message) -> Self {
        self.on_press = Some(message);
        self
    }

    /// What it does, if anything.
    pub fn on_press_maybe(mut self, message: Option<Message>) -> Self {
        self.on_press = message;
        self
    }

    /// How wide it is where nothing makes it wider or narrower, in logical pixels.
    pub fn width(&self) -> f32 {
        let role = type_role::STRONG.with_size(self.size.text_size());
        let icons = [self.leading, self.trailing].into_iter().flatten();
        let icons = icons.map(|icon| self.size.icon(icon) + self.size.spacing());
        let padding = self.padding.unwrap_or_else(|| self.size.padding());
        let width = role.measure(&self.label).width;
        self.scale * (width + icons.sum::<f32>() + 2.0 * padding)
    }
}

impl<'a, Message: Clone + 'a> From<Button<'a, Message>> for Element<'a, Message> {
    fn from(button: Button<'a, Message>) -> Self {
        let Button {
            label,
            leading,
            trailing,
            dress,
            padding,
            size,
            scale,
            is_wide,
            is_initial,
            ground,
            id,
            on_press,
        } = button;
        let is_off = on_press.is_none();

        let content = row![
            leading.map(|leading| glyph(leading, scale * size.icon(leading))),
            type_role::STRONG
                .with_size(scale * size.text_size())
                .text(label)
                .wrapping(Wrapping::None),
            trailing.map(|trailing| glyph(trailing, scale * size.icon(trailing))),
        ]
        .spacing(scale * size.spacing())
        .align_y(Center);
        let padding = scale * padding.unwrap_or_else(|| size.padding());
        let width: Length = if is_wide { Fill } else { Shrink };

        let radius = scale * size.radius();

        let face = pressable(
            content,
            width,
            (scale * size.height()).into(),
            radius,
            move |theme, status| dress.style(theme, status),
        )
        .padding(Padding::ZERO.horizontal(padding))
        .on_press_maybe(on_press);
        control(Kind::Button, face)
            .id_maybe(id)
            .radius(radius)
            .initial(is_initial)
            .on(ground)
            .off(is_off)
            .into()
    }
}

/// A button with its content in the middle, whatever its size.
fn pressable<'a, Message: Clone + 'a>(
    content: impl Into<Element<'a, Message>>,
    width: Length,
    height: Length,
    radius: f32,
    style: impl Fn(&Theme, Status) -> Style + 'a,
) -> iced::widget::Button<'a, Message> {
    let inner: Length = if width == Shrink { Shrink } else { Fill };

    iced::widget::button(
        container(content)
            .width(inner)
            .height(Fill)
            .align_x(Horizontal::Center)
            .align_y(Vertical::Center),
    )
    .width(width)
    .height(height)
    .style(move |theme, status| theme::button::rounded(style(theme, status), radius))
}

/// Shows a name while the pointer rests on something that has none.
fn named<'a, Message: 'a>(
    name: Fragment<'a>,
    position: Position,
    content: impl Into<Element<'a, Message>>,
) -> Element<'a, Message> {
    tooltip(
        content,
        container(type_role::CAPTION.with_font(font::MEDIUM).text(name))
            .padding([gap::XXS, gap::XS])
            .style(theme::container::tooltip),
        position,
    )
    .gap(6)
    .delay(TOOLTIP_DELAY)
    .into()
}
