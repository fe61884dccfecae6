//! Which part of the drawing is shown, and how it lies in its room.

use iced::{Point, Rectangle, Size, Vector};

use crate::knee::diagram;

/// A part of the drawing from one height to another, in view-box units. From side to side it lies around the leg.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Section {
    /// Where it begins.
    pub top: f32,
    /// How high it is.
    pub height: f32,
    /// How wide it is at least.
    pub width: f32,
}

impl Section {
    /// The joint, and as much of the thigh and the shin as belongs to the knee map.
    pub const KNEE: Self = Self {
        top: 80.0,
        height: 640.0,
        width: 416.0,
    };
    /// The joint alone, where there is little room.
    pub const JOINT: Self = Self {
        top: 196.0,
        height: 452.0,
        width: 376.0,
    };
    /// All of it.
    pub const LEG: Self = Self {
        top: 0.0,
        height: diagram::HEIGHT,
        width: 416.0,
    };
    /// The joint on a card of its own.
    pub const CARD: Self = Self {
        top: 150.0,
        height: 500.0,
        width: 380.0,
    };
    /// A narrow strip of the leg, to look at.
    pub const STRIP: Self = Self {
        top: 110.0,
        height: 640.0,
        width: 250.0,
    };
    /// The part around a height, as large as a question shows it.
    pub fn around(height: f32) -> Self {
        const HEIGHT: f32 = 430.0;
        Self {
            top: (height - HEIGHT / 2.0).clamp(60.0, diagram::HEIGHT - HEIGHT - 60.0),
            height: HEIGHT,
            width: 330.0,
        }
    }
}

/// How a drawing is put into whatever room it gets.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Framing {
    pub section: Section,
    /// The middle of the leg in it.
    pub middle: f32,
    pub fills_room: bool,
}

impl Framing {
    /// How the drawing lies in this room.
    pub fn fit(self, room: Size) -> Fit {
        let (across, down) = (
            room.width / self.section.width,
            room.height / self.section.height,
        );
        let scale = if self.fills_room {
            across.max(down)
        } else {
            across.min(down)
        };
        // An empty room would make nothing of everything.
        let scale = scale.max(0.001);
        let height = self.section.top + self.section.height / 2.0;
        Fit {
            scale,
            origin: Vector::new(
                room.width / 2.0 - self.middle * scale,
                room.height / 2.0 - height * scale,
            ),
        }
    }
}

/// How a drawing lies in the room it has.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Fit {
    /// Logical pixels for each unit of the view box.
    pub scale: f32,
    /// Where the view box begins, in logical pixels.
    pub origin: Vector,
}

impl Fit {
    /// The size of the whole drawing, in logical pixels.
    pub(super) fn size(&self) -> Size {
        Size::new(diagram::WIDTH * self.scale, diagram::HEIGHT * self.scale)
    }

    /// Where a point of the view box lies in the room.
    pub(super) fn place(&self, point: diagram::Point) -> Point {
        Point::new(
            self.origin.x + point.x * self.scale,
            self.origin.y + point.y * self.scale,
        )
    }

    /// Where the whole drawing lies in the room.
    pub(super) fn bounds(&self) -> Rectangle {
        Rectangle::new(Point::ORIGIN + self.origin, self.size())
    }

    pub(super) fn point_at(&self, place: Point) -> diagram::Point {
        diagram::Point {
            x: (place.x - self.origin.x) / self.scale,
            y: (place.y - self.origin.y) / self.scale,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_section_is_not_cut_unless_it_is_to_fill_its_room() {
        let room = Size::new(416.0, 320.0);
        let framing = |fills_room| Framing {
            section: Section::KNEE,
            middle: 320.0,
            fills_room,
        };
        let fit = framing(false).fit(room);
        assert_eq!(fit.scale, 0.5);
        let top = fit.place(diagram::Point { x: 320.0, y: 80.0 });
        assert_eq!(top, Point::new(208.0, 0.0));
        let back = fit.point_at(Point::new(208.0, 0.0));
        assert_eq!(back, diagram::Point { x: 320.0, y: 80.0 });
        assert_eq!(framing(true).fit(room).scale, 1.0);
    }
}
