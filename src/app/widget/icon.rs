//! Icons: outlined ones from the Lucide typeface, and the four solid ones of the transport.
use crate::app::theme::font;
use iced::advanced::layout::{self, Layout};
use iced::advanced::svg::{self, Svg};
use iced::advanced::widget::Tree;
use iced::advanced::{Widget, mouse, renderer};
use iced::widget::text::{LineHeight, Shaping, Text};
use iced::{Element, Length, Rectangle, Size};
use std::sync::LazyLock;

pub use lucide_icons::Icon;

/// The solid icons of the transport.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Solid {
    /// Start or resume.
    Play,
    /// Pause.
    Pause,
    /// The step before.
    Previous,
    /// The step after.
    Next,
}

/// Any icon.
#[derive(Debug, Clone, Copy)]
pub enum Glyph {
    /// An outlined icon.
    Line(Icon),
    /// A solid icon.
    Solid(Solid),
}

impl From<Icon> for Glyph {
    fn from(icon: Icon) -> Self {
        Self::Line(icon)
    }
}

impl From<Solid> for Glyph {
    fn from(solid: Solid) -> Self {
        Self::Solid(solid)
    }
}

/// An outlined icon, as text: it wears the colour of what it stands in, or of `.style(..)`.
pub fn icon<'a>(icon: Icon, size: f32) -> Text<'a> {
    Text::new(icon.unicode())
        .font(font::ICONS)
        .size(size)
        .line_height(LineHeight::Relative(1.0))
        .shaping(Shaping::Basic)
        .width(size)
        .height(size)
        .center()
}

/// A solid icon in the colour of what it stands in.
pub fn solid(solid: Solid, size: f32) -> SolidIcon {
    SolidIcon { solid, size }
}

/// Either kind of icon in the colour of what it stands in.
pub fn glyph<'a, Message: 'a>(glyph: impl Into<Glyph>, size: f32) -> Element<'a, Message> {
    match glyph.into() {
        Glyph::Line(line) => icon(line, size).into(),
        Glyph::Solid(solid) => SolidIcon { solid, size }.into(),
    }
}

/// A [`Solid`] icon as a widget. iced's own `svg` cannot see the text colour around it.
#[derive(Debug)]
pub struct SolidIcon {
    solid: Solid,
    size: f32,
}

impl<Message, Theme, Renderer> Widget<Message, Theme, Renderer> for SolidIcon
where
    Renderer: renderer::Renderer + svg::Renderer,
{
    fn size(&self) -> Size<Length> {
        Size::new(Length::Fixed(self.size), Length::Fixed(self.size))
    }

    fn layout(
        &mut self,
        _tree: &mut Tree,
        _renderer: &Renderer,
        limits: &layout::Limits,
    ) -> layout::Node {
        layout::atomic(limits, self.size, self.size)
    }

    fn draw(
        &self,
        _tree: &Tree,
        renderer: &mut Renderer,
        _theme: &Theme,
        style: &renderer::Style,
        layout: Layout<'_>,
        _cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        let handle = match self.solid {
            Solid::Play => &SHAPES.play,
            Solid::Pause => &SHAPES.pause,
            Solid::Previous => &SHAPES.previous,
            Solid::Next => &SHAPES.next,
        };

        renderer.draw_svg(
            Svg::new(handle.clone()).color(style.text_color),
            layout.bounds(),
            *viewport,
        );
    }
}

impl<'a, Message, Theme, Renderer> From<SolidIcon> for Element<'a, Message, Theme, Renderer>
where
    Renderer: renderer::Renderer + svg::Renderer,
{
    fn from(icon: SolidIcon) -> Self {
        Element::new(icon)
    }
}

struct Shapes {
    play: svg::Handle,
    pause: svg::Handle,
    previous: svg::Handle,
    next: svg::Handle,
}

/// Each shape on a grid of 24, read once.
static SHAPES: LazyLock<Shapes> = LazyLock::new(|| {
    const BAR_AND_ARROW: &str = "<path d='M4 5.6C4 4.4 5.3 3.7 6.3 4.4l8.6 6.3c.8.6.8 1.9 0 2.5l-8.6 6.4C5.3 20.3 4 19.6 4 18.4z'/><rect x='17' y='4' width='3.4' height='16' rx='1.6'/>";

    let shape = |content: &str| {
        svg::Handle::from_memory(
            format!("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'>{content}</svg>")
                .into_bytes(),
        )
    };

    Shapes {
        play: shape(
            "<path d='M7 4.6c0-1.2 1.3-2 2.4-1.3l11.2 7.3c.9.6.9 2 0 2.6L9.4 20.6C8.3 21.3 7 20.5 7 19.3z'/>",
        ),
        pause: shape(
            "<rect x='5' y='3.5' width='5' height='17' rx='1.8'/><rect x='14' y='3.5' width='5' height='17' rx='1.8'/>",
        ),
        previous: shape(&format!(
            "<g transform='translate(24 0) scale(-1 1)'>{BAR_AND_ARROW}</g>"
        )),
        next: shape(BAR_AND_ARROW),
    }
});
