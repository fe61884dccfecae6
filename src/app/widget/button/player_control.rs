//! The large buttons of the player.
use super::{named, pressable};
use crate::app::theme::button::StyleFn;
use crate::app::theme::{self, Presentation, type_role};
use crate::app::widget::icon::{Glyph, Icon, Solid, glyph};
use crate::app::widget::{PlayerScale, focus_ring};
use iced::widget::column;
use iced::widget::text::{Fragment, IntoFragment, Wrapping};
use iced::widget::tooltip::Position;
use iced::{Center, Element};

/// A button of the player with the key that does the same below it.
pub fn player_control<'a, Message>(
    scale: PlayerScale,
    face: impl Into<Face<'a>>,
    name: impl IntoFragment<'a>,
) -> PlayerControl<'a, Message> {
    PlayerControl {
        scale,
        face: face.into(),
        name: name.into_fragment(),
        hint: None,
        is_main: false,
        is_focused: false,
        on_press: None,
    }
}

/// What a button of the player shows.
#[derive(Debug, Clone)]
pub enum Face<'a> {
    /// An icon.
    Icon(Glyph),
    /// A word or two.
    Text(Fragment<'a>),
}

impl From<Icon> for Face<'_> {
    fn from(icon: Icon) -> Self {
        Self::Icon(icon.into())
    }
}

impl From<Solid> for Face<'_> {
    fn from(solid: Solid) -> Self {
        Self::Icon(solid.into())
    }
}

impl<'a> From<&'a str> for Face<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text.into())
    }
}

impl From<String> for Face<'_> {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}

/// See [`player_control()`].
#[must_use]
pub struct PlayerControl<'a, Message> {
    scale: PlayerScale,
    face: Face<'a>,
    name: Fragment<'a>,
    hint: Option<Fragment<'a>>,
    is_main: bool,
    is_focused: bool,
    on_press: Option<Message>,
}

impl<'a, Message> PlayerControl<'a, Message> {
    /// Larger and filled: pause and resume.
    pub fn main(mut self) -> Self {
        self.is_main = true;
        self
    }

    /// The key that does the same, shown below.
    pub fn hint(mut self, key: impl IntoFragment<'a>) -> Self {
        self.hint = Some(key.into_fragment());
        self
    }

    /// Whether the keyboard is here.
    pub fn focused(mut self, is_focused: bool) -> Self {
        self.is_focused = is_focused;
        self
    }

    /// What it does.
    pub fn on_press(mut self, message: Message) -> Self {
        self.on_press = Some(message);
        self
    }

    /// What it does, if anything.
    pub fn on_press_maybe(mut self, message: Option<Message>) -> Self {
        self.on_press = message;
        self
    }
}

impl<'a, Message: Clone + 'a> From<PlayerControl<'a, Message>> for Element<'a, Message> {
    fn from(control: PlayerControl<'a, Message>) -> Self {
        let scale = control.scale;
        let (width, height, radius, style, icon_size): (_, _, _, StyleFn, _) = if control.is_main {
            (
                scale.control(104.0),
                scale.px(72.0).max(60.0),
                scale.px(24.0),
                theme::button::primary,
                scale.px(28.0),
            )
        } else {
            let side = scale.control(60.0);

            (
                side,
                side,
                scale.px(20.0),
                theme::button::player,
                scale.px(24.0),
            )
        };
        let face = match control.face {
            Face::Icon(icon) => glyph(icon, icon_size),
            Face::Text(text) => type_role::STRONG
                .exact(scale.px(16.0).max(14.0), text)
                .wrapping(Wrapping::None)
                .into(),
        };
        let button = named(
            Presentation::default(),
            control.name,
            Position::Top,
            focus_ring(
                control.is_focused,
                radius,
                pressable(face, width.into(), height.into(), radius, style)
                    .padding(0)
                    .on_press_maybe(control.on_press),
            ),
        );

        match control.hint {
            Some(hint) => column![
                button,
                type_role::CAPTION
                    .exact(scale.text(13.0), hint)
                    .style(theme::text::faint),
            ]
            .spacing(5)
            .align_x(Center)
            .into(),
            None => button,
        }
    }
}
