//! What the figure hands to a renderer: filled outlines and a few strokes in flat, reusable buffers.
//!
//! The core knows no colours. A renderer turns a `Tint` into one as follows, with `palette` being its own table:
//!
//! 1. start with `palette[ink]`;
//! 2. mix towards `palette[Ink::Shade]` by `towards_shade`;
//! 3. mix towards the palette's colour of distance by `towards_far` times its strength of distance (design: 0.30 in
//!    light, 0.34 in dark): limbs away from the viewer recede;
//! 4. paint with opacity `alpha`; for shapes in `Ink::Shade` that is `alpha` times the palette's strength of shade
//!    (design: 0.17 in light, 0.24 in dark).

use std::ops::Range;

use super::camera::Point;
use crate::figure::scene::Workbench;

/// What a shape is made of; the renderer's palette says which colour that is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Ink {
    Skin,
    Hair,
    Top,
    Shorts,
    Shoe,
    ShoeTrim,
    Sole,
    Tread,
    Sock,
    Floor,
    Mat,
    MatEdge,
    Wall,
    WallEdge,
    PropTop,
    PropFace,
    PropSide,
    Band,
    Roller,
    Towel,
    TowelEdge,
    /// The muscles an exercise is for, and nothing else.
    Accent,
    /// The side turned away from the light: translucent, over everything on its part.
    Shade,
    /// Where the body meets the ground.
    Shadow,
    /// Eyes and mouth.
    Line,
}

/// An ink and how far it is mixed; see the module's description for the order.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tint {
    /// The colour to start from.
    pub ink: Ink,
    /// Share of `Ink::Shade` mixed in, 0 to 1.
    pub towards_shade: f32,
    /// Distance from the viewer, 0 (near) to 1 (the far limb).
    pub towards_far: f32,
}

impl From<Ink> for Tint {
    fn from(ink: Ink) -> Self {
        Self {
            ink,
            towards_shade: 0.0,
            towards_far: 0.0,
        }
    }
}

impl Ink {
    pub(crate) fn far(self, towards_far: f32) -> Tint {
        Tint {
            towards_far,
            ..self.into()
        }
    }

    pub(crate) fn shaded(self, towards_shade: f32) -> Tint {
        Tint {
            towards_shade,
            ..self.into()
        }
    }
}

/// One step of an outline, in camera units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Command {
    /// Starts a new outline.
    MoveTo(Point),
    /// A straight line.
    LineTo(Point),
    /// A quadratic curve: control point, end point.
    QuadTo(Point, Point),
    /// Closes the outline.
    Close,
}

/// How a shape is painted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Paint {
    /// Filled by the non-zero winding rule: overlapping outlines of one shape make one surface.
    Fill,
    /// A line of this width in body heights, with round caps and joins.
    Stroke {
        /// In body heights.
        width: f32,
    },
}

/// One painted shape. Its outline is a stretch of the drawing's commands.
#[derive(Clone, Debug, PartialEq)]
pub struct Shape {
    /// Fill or stroke.
    pub paint: Paint,
    /// Colour, see `Tint`.
    pub tint: Tint,
    /// Opacity, 0 to 1.
    pub alpha: f32,
    commands: Range<usize>,
}

/// A picture: shapes from back to front. Keep one and draw into it again and again; its memory is reused.
#[derive(Clone, Debug, Default)]
pub struct Drawing {
    pub(crate) sheet: Sheet,
    pub(crate) workbench: Workbench,
}

impl Drawing {
    /// An empty picture.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Empties the picture and keeps its memory.
    pub fn clear(&mut self) {
        self.sheet.clear();
    }

    /// The shapes from back to front, each with its outline.
    pub fn shapes(&self) -> impl Iterator<Item = (&Shape, &[Command])> {
        self.sheet.shapes.iter().map(|shape| {
            let outline = self.sheet.commands.get(shape.commands.clone());
            (shape, outline.unwrap_or_default())
        })
    }
}

/// The shapes themselves.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sheet {
    commands: Vec<Command>,
    shapes: Vec<Shape>,
}

impl Sheet {
    pub(crate) fn clear(&mut self) {
        self.commands.clear();
        self.shapes.clear();
    }

    pub(crate) fn push(&mut self, command: Command) {
        self.commands.push(command);
    }

    /// Where the next shape's outline will start.
    pub(crate) fn mark(&self) -> usize {
        self.commands.len()
    }

    /// Makes one shape of everything outlined since `mark`, if there is anything.
    pub(crate) fn finish(&mut self, mark: usize, paint: Paint, tint: Tint, alpha: f32) {
        if self.commands.len() > mark {
            self.shapes.push(Shape {
                paint,
                tint,
                alpha,
                commands: mark..self.commands.len(),
            });
        }
    }

    /// Adds another picture on top of this one.
    pub(crate) fn append(&mut self, other: &Self) {
        let shift = self.commands.len();
        self.commands.extend_from_slice(&other.commands);
        self.shapes.extend(other.shapes.iter().map(|shape| Shape {
            commands: shape.commands.start + shift..shape.commands.end + shift,
            ..shape.clone()
        }));
    }
}
