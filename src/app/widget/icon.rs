//! Icons: outlined ones from the Lucide typeface, and the four solid ones of the transport.
use super::canvas::KeyedCache;
use crate::app::theme::font;
use iced::advanced::graphics::geometry::Renderer as _;
use iced::advanced::layout::{self, Layout};
use iced::advanced::widget::{Tree, tree};
use iced::advanced::{Renderer as _, Widget, mouse, renderer};
use iced::widget::canvas::{Frame, Path, path};
use iced::widget::text::{LineHeight, Shaping, Text};
use iced::{Color, Element, Length, Point, Rectangle, Renderer, Size, Vector};

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

/// A [`Solid`] icon as a widget. iced's own canvas cannot see the text colour around it.
#[derive(Debug)]
pub struct SolidIcon {
    solid: Solid,
    size: f32,
}

/// The drawing of an icon in a colour. What is not kept would be painted anew with every frame.
type Drawing = KeyedCache<(Solid, Color)>;

impl<Message, Theme> Widget<Message, Theme, Renderer> for SolidIcon {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<Drawing>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(Drawing::default())
    }

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
        tree: &Tree,
        renderer: &mut Renderer,
        _theme: &Theme,
        style: &renderer::Style,
        layout: Layout<'_>,
        _cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        let bounds = layout.bounds();
        let Some(seen) = bounds.intersection(viewport) else {
            return;
        };
        let drawing: &Drawing = tree.state.downcast_ref();
        let key = (self.solid, style.text_color);
        let geometry = drawing.draw(renderer, bounds.size(), key, |frame| {
            paint(frame, self.solid, style.text_color);
        });
        // In a layer of its own, as `damage::apart` says.
        renderer.with_layer(seen, |renderer| {
            renderer.with_translation(Vector::new(bounds.x, bounds.y), |renderer| {
                renderer.draw_geometry(geometry);
            });
        });
    }
}

impl<'a, Message, Theme> From<SolidIcon> for Element<'a, Message, Theme, Renderer> {
    fn from(icon: SolidIcon) -> Self {
        Element::new(icon)
    }
}

/// The side of the grid that the shapes are drawn on.
const GRID: f32 = 24.0;

/// Paints a shape as large as there is room.
fn paint(frame: &mut Frame, solid: Solid, colour: Color) {
    frame.scale(frame.width().min(frame.height()) / GRID);
    match solid {
        Solid::Play => frame.fill(&play(), colour),
        Solid::Pause => {
            for x in [5.0, 14.0] {
                frame.fill(&bar(x, 3.5, Size::new(5.0, 17.0), 1.8), colour);
            }
        }
        Solid::Previous => {
            frame.translate(Vector::new(GRID, 0.0));
            frame.scale_nonuniform(Vector::new(-1.0, 1.0));
            paint_next(frame, colour);
        }
        Solid::Next => paint_next(frame, colour),
    }
}

fn paint_next(frame: &mut Frame, colour: Color) {
    frame.fill(&arrow(), colour);
    frame.fill(&bar(17.0, 4.0, Size::new(3.4, 16.0), 1.6), colour);
}

fn bar(x: f32, y: f32, size: Size, radius: f32) -> Path {
    Path::rounded_rectangle(Point::new(x, y), size, radius.into())
}

/// A triangle with round corners.
fn play() -> Path {
    Path::new(|path| {
        path.move_to(Point::new(7.0, 4.6));
        curve(path, [7.0, 3.4, 8.3, 2.6, 9.4, 3.3]);
        path.line_to(Point::new(20.6, 10.6));
        curve(path, [21.5, 11.2, 21.5, 12.6, 20.6, 13.2]);
        path.line_to(Point::new(9.4, 20.6));
        curve(path, [8.3, 21.3, 7.0, 20.5, 7.0, 19.3]);
        path.close();
    })
}

/// A smaller one, before its bar.
fn arrow() -> Path {
    Path::new(|path| {
        path.move_to(Point::new(4.0, 5.6));
        curve(path, [4.0, 4.4, 5.3, 3.7, 6.3, 4.4]);
        path.line_to(Point::new(14.9, 10.7));
        curve(path, [15.7, 11.3, 15.7, 12.6, 14.9, 13.2]);
        path.line_to(Point::new(6.3, 19.6));
        curve(path, [5.3, 20.3, 4.0, 19.6, 4.0, 18.4]);
        path.close();
    })
}

/// A cubic past two control points to a third point.
fn curve(path: &mut path::Builder, [a, b, c, d, x, y]: [f32; 6]) {
    path.bezier_curve_to(Point::new(a, b), Point::new(c, d), Point::new(x, y));
}
