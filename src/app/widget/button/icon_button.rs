//! Buttons that show an icon and tell their name.
use super::{Size, named, pressable};
use crate::app::control::{Kind, control};
use crate::app::shortcut::Stroke;
use crate::app::theme::button::StyleFn;
use crate::app::theme::size::icon;
use crate::app::theme::{self};
use crate::app::widget::icon::{Glyph, glyph};
use iced::Element;
use iced::widget::Id;
use iced::widget::text::{Fragment, IntoFragment};
use iced::widget::tooltip::Position;

/// An icon to press, named by its tooltip; a ghost of 44 by 44 unless told otherwise.
pub fn icon_button<'a, Message>(
    icon: impl Into<Glyph>,
    name: impl IntoFragment<'a>,
) -> IconButton<'a, Message> {
    IconButton {
        icon: icon.into(),
        icon_size: icon::NORMAL,
        name: name.into_fragment(),
        style: theme::button::ghost,
        size: Size::Normal,
        kind: Kind::Button,
        is_initial: false,
        id: None,
        keys: Vec::new(),
        on_press: None,
    }
}

/// See [`icon_button()`].
#[must_use]
pub struct IconButton<'a, Message> {
    icon: Glyph,
    icon_size: f32,
    name: Fragment<'a>,
    style: StyleFn,
    size: Size,
    kind: Kind,
    is_initial: bool,
    id: Option<Id>,
    keys: Vec<(Stroke, Message)>,
    on_press: Option<Message>,
}

impl<Message> IconButton<'_, Message> {
    /// One of the style functions in [`theme::button`].
    pub fn style(mut self, style: StyleFn) -> Self {
        self.style = style;
        self
    }

    /// With an outline.
    pub fn outlined(self) -> Self {
        self.style(theme::button::secondary)
    }

    /// Whether the setting it stands for is on.
    pub fn on(self, is_on: bool) -> Self {
        if is_on {
            self.style(theme::button::ghost_on)
        } else {
            self
        }
    }

    /// 36 by 36.
    pub fn small(mut self) -> Self {
        self.size = Size::Small;
        self
    }

    /// The size of the icon in logical pixels, 20 unless told otherwise.
    pub fn icon_size(mut self, size: f32) -> Self {
        self.icon_size = size;
        self
    }

    /// It stays pressed or not; its name does not change with that.
    pub fn stays(mut self, is_on: bool) -> Self {
        self.kind = Kind::Toggle(is_on);
        self
    }

    /// Whether the keyboard begins here when the page appears.
    pub fn initial_if(mut self, is_initial: bool) -> Self {
        self.is_initial = is_initial;
        self
    }

    /// What it is in the code, to be sent to.
    pub fn id(mut self, id: impl Into<Id>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// What another key does while the keyboard is here.
    pub fn key(mut self, stroke: Stroke, message: Message) -> Self {
        self.keys.push((stroke, message));
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

impl<'a, Message: Clone + 'a> From<IconButton<'a, Message>> for Element<'a, Message> {
    fn from(button: IconButton<'a, Message>) -> Self {
        let side = button.size.height();
        let radius = button.size.radius();

        let is_off = button.on_press.is_none();
        let face = pressable(
            glyph(button.icon, button.icon_size),
            side.into(),
            side.into(),
            radius,
            button.style,
        )
        .padding(0)
        .on_press_maybe(button.on_press);
        let face = control(button.kind, face)
            .id_maybe(button.id)
            .name(button.name.clone())
            .radius(radius)
            .initial(button.is_initial)
            .off(is_off);
        let face = button
            .keys
            .into_iter()
            .fold(face, |face, (stroke, message)| face.key(stroke, message));
        named(button.name, Position::Bottom, face)
    }
}
