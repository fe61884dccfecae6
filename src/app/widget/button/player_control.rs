//! The large buttons of the player.
use super::{named, pressable};
use crate::app::control::{Kind, control};
use crate::app::theme::button::StyleFn;
use crate::app::theme::size::gap;
use crate::app::theme::{self, type_role};
use crate::app::widget::PlayerScale;
use crate::app::widget::icon::{Glyph, Icon, Solid, glyph};
use iced::widget::text::{Fragment, IntoFragment, Wrapping};
use iced::widget::tooltip::Position;
use iced::widget::{Id, Space, column, container};
use iced::{Center, Element, Length, Padding, Shrink};

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
        is_initial: false,
        id: None,
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
    is_initial: bool,
    id: Option<Id>,
    on_press: Option<Message>,
}

impl<'a, Message> PlayerControl<'a, Message> {
    /// Larger and filled: pause and resume. Space is left to the page, which may count with it.
    pub fn main(mut self) -> Self {
        self.is_main = true;
        self
    }

    /// The key that does the same, shown below.
    pub fn hint(mut self, key: impl IntoFragment<'a>) -> Self {
        self.hint = Some(key.into_fragment());
        self
    }

    /// The keyboard begins here when the page appears.
    pub fn initial(mut self) -> Self {
        self.is_initial = true;
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

    /// What it does, if anything.
    pub fn on_press_maybe(mut self, message: Option<Message>) -> Self {
        self.on_press = message;
        self
    }
}

impl<'a, Message: Clone + 'a> From<PlayerControl<'a, Message>> for Element<'a, Message> {
    fn from(button: PlayerControl<'a, Message>) -> Self {
        let scale = button.scale;
        let (width, height, radius, style, icon_size): (_, _, _, StyleFn, _) = if button.is_main {
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
        let is_text = matches!(button.face, Face::Text(_));
        let face: Element<'a, Message> = match button.face {
            Face::Icon(icon) => glyph(icon, icon_size),
            Face::Text(text) => type_role::STRONG
                .exact(scale.px(16.0).max(14.0), text)
                .wrapping(Wrapping::None)
                .into(),
        };
        // A face of words is as wide as they are.
        let (face, width): (Element<'a, Message>, Length) = if is_text {
            let strut = Space::new().width(width);
            let face = column![
                container(face).padding(Padding::ZERO.horizontal(gap::XXS)),
                strut
            ];
            (face.align_x(Center).into(), Shrink)
        } else {
            (face, width.into())
        };
        let is_off = button.on_press.is_none();
        let face = pressable(face, width, height.into(), radius, style)
            .padding(0)
            .on_press_maybe(button.on_press);
        let face = control(Kind::Button, face)
            .id_maybe(button.id)
            .name(button.name.clone())
            .radius(radius)
            .initial(button.is_initial)
            .leaves_space(button.is_main)
            .off(is_off);
        let named = named(button.name, Position::Top, face);

        match button.hint {
            Some(hint) => column![
                named,
                type_role::CAPTION
                    .exact(scale.text(13.0), hint)
                    .style(theme::text::faint),
            ]
            .spacing(gap::XXS)
            .align_x(Center)
            .into(),
            None => named,
        }
    }
}
