//! The ring around what has the keyboard: an overlay, so that it takes no room and nothing lies over it.

use iced::advanced::layout::{self, Layout};
use iced::advanced::overlay::{self, Overlay};
use iced::advanced::renderer::{Quad, Renderer as _};
use iced::advanced::{mouse, renderer};
use iced::border::Border;
use iced::{Color, Point, Rectangle, Renderer, Size, Theme};

use crate::app::theme::Tokens;

/// How wide the ring is, in logical pixels.
pub const WIDTH: f32 = 3.0;
/// How far it stays away from the control.
pub const GAP: f32 = 2.0;

/// How far its soft edge reaches. What lies beyond a layer stays on the screen when the ring has moved on.
const SOFT_EDGE: f32 = 1.0;

/// The ring as an overlay.
pub struct Ring {
    /// The control, where the window shows it.
    pub around: Rectangle,
    /// The corner radius of the control.
    pub radius: f32,
    /// What is seen of the scrollable it is in.
    pub clip: Rectangle,
    /// What it is seen on.
    pub ground: Ground,
}

/// What a control stands on: the ring has to be seen there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Ground {
    /// The page or a card.
    #[default]
    Page,
    /// The hero of Today.
    Hero,
    /// The alarm.
    Alarm,
}

impl Ground {
    /// The ring, and the line between it and the control.
    fn colours(self, tokens: &Tokens) -> (Color, Color) {
        match self {
            Self::Page => (tokens.focus, Color::TRANSPARENT),
            Self::Hero => (tokens.on_hero, tokens.hero_start),
            Self::Alarm => (tokens.on_alarm, tokens.alarm),
        }
    }
}

impl Ring {
    fn bounds(&self) -> Rectangle {
        self.around.expand(GAP + WIDTH)
    }

    /// As an overlay of this widget, together with the overlay of what is inside it.
    pub fn with<'b, Message: 'b>(
        self,
        inner: Option<overlay::Element<'b, Message, Theme, Renderer>>,
    ) -> Option<overlay::Element<'b, Message, Theme, Renderer>> {
        let ring = overlay::Element::new(Box::new(self));
        Some(match inner {
            None => ring,
            Some(inner) => overlay::Group::with_children(vec![ring, inner]).overlay(),
        })
    }
}

/// The whole pixels that some bounds reach into.
fn whole(bounds: Rectangle) -> Rectangle {
    let (x, y) = (bounds.x.floor(), bounds.y.floor());
    Rectangle {
        x,
        y,
        width: (bounds.x + bounds.width).ceil() - x,
        height: (bounds.y + bounds.height).ceil() - y,
    }
}

impl<Message> Overlay<Message, Theme, Renderer> for Ring {
    fn layout(&mut self, _renderer: &Renderer, _bounds: Size) -> layout::Node {
        let bounds = self.bounds();
        layout::Node::new(bounds.size()).move_to(Point::new(bounds.x, bounds.y))
    }

    fn draw(
        &self,
        renderer: &mut Renderer,
        theme: &Theme,
        _style: &renderer::Style,
        layout: Layout<'_>,
        _cursor: mouse::Cursor,
    ) {
        // The ring may reach a little over the edge of a scrollable, never over what is beside it.
        let room = layout.bounds().expand(SOFT_EDGE);
        let Some(clip) = self.clip.expand(GAP + WIDTH).intersection(&room) else {
            return;
        };
        let clip = whole(clip);
        let corner = self.radius.min(self.around.height / 2.0) + GAP + WIDTH;
        let (ring, line) = self.ground.colours(Tokens::of(theme));
        renderer.with_layer(clip, |renderer| {
            let mut frame = |bounds, color, width, radius: f32| {
                renderer.fill_quad(
                    Quad {
                        bounds,
                        border: Border {
                            color,
                            width,
                            radius: radius.into(),
                        },
                        ..Quad::default()
                    },
                    Color::TRANSPARENT,
                );
            };
            frame(layout.bounds(), ring, WIDTH, corner);
            if self.ground != Ground::Page {
                frame(layout.bounds().shrink(WIDTH), line, GAP, corner - WIDTH);
            }
        });
    }

    // Under every other overlay.
    fn index(&self) -> f32 {
        0.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ring_that_moves_on_leaves_nothing_behind() {
        for bounds in [
            Rectangle::new(Point::new(100.6, 97.4), Size::new(40.3, 28.5)),
            Rectangle::new(Point::new(12.0, 8.0), Size::new(48.0, 28.0)),
        ] {
            let whole = whole(bounds);
            assert!(bounds.is_within(&whole));
            for edge in [whole.x, whole.y, whole.width, whole.height] {
                assert_eq!(edge.fract(), 0.0, "{whole:?}");
            }
        }
    }
}
