//! The viewer: an orthographic camera, and the window it looks through.

use serde::Deserialize;

use crate::figure::number::Number;
use crate::figure::surface::section::Section;
use crate::figure::vector::Vector;

/// A point of the picture in camera units: body heights, x to the right, y down.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f32,
    /// Down.
    pub y: f32,
}

impl Point {
    /// A point from its two coordinates.
    #[must_use]
    pub const fn new(x: f32, y: f32) -> Self {
        Self { x, y }
    }

    pub(crate) fn offset(self, along: Self, by: f32) -> Self {
        Self::new(self.x + along.x * by, self.y + along.y * by)
    }

    pub(crate) fn middle(self, other: Self) -> Self {
        Self::new((self.x + other.x) / 2.0, (self.y + other.y) / 2.0)
    }
}

/// From where an exercise is seen.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct View {
    /// Degrees around the figure: 0 in profile facing right, 90 from the front.
    pub yaw: Number,
    /// Degrees above the horizon.
    #[serde(default = "eye_level")]
    pub pitch: Number,
}

fn eye_level() -> Number {
    Number::constant(8.0)
}

/// The axes of the picture in the world.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Camera {
    right: Vector,
    up: Vector,
    /// Towards the viewer.
    pub viewer: Vector,
    /// Towards the light: from above, the viewer's side and the left, whatever the figure does.
    pub light: Vector,
}

impl Camera {
    /// The camera of a view, or of its mirror image, after the figure was turned by some degrees: what is nearest goes to
    /// the right. Whole turns change nothing, and neither does what is no number.
    pub(crate) fn new(view: View, mirrored: bool, degrees: f32) -> Self {
        let yaw = view.yaw.get();
        let yaw = if mirrored { 180.0 - yaw } else { yaw };
        let turn = degrees.rem_euclid(360.0);
        let yaw = if turn.is_finite() { yaw - turn } else { yaw };
        let (sin_yaw, cos_yaw) = yaw.to_radians().sin_cos();
        let (sin_pitch, cos_pitch) = view.pitch.get().to_radians().sin_cos();
        let right = Vector::new(cos_yaw, 0.0, -sin_yaw);
        let viewer = Vector::new(sin_yaw * cos_pitch, sin_pitch, cos_yaw * cos_pitch);
        let up = viewer.cross(right);
        Self {
            right,
            up,
            viewer,
            light: (up * 0.80 + viewer * 0.50 - right * 0.34).unit_or(up),
        }
    }

    /// Where a world point, or the difference of two, appears in the picture.
    pub(crate) fn project(&self, p: Vector) -> Point {
        Point::new(p.dot(self.right), -p.dot(self.up))
    }

    /// How near the viewer a world point is; larger is nearer.
    pub(crate) fn depth(&self, p: Vector) -> f32 {
        p.dot(self.viewer)
    }

    /// How much of the ground's depth is seen: 0 at eye level, 1 from straight above.
    pub(crate) fn ground_tilt(&self) -> f32 {
        self.viewer.y
    }

    /// The part of the picture that a ring covers.
    pub(crate) fn bounds_of(&self, section: &Section) -> Bounds {
        let centre = self.project(section.centre);
        Bounds {
            left: centre.x - section.extent(-self.right),
            right: centre.x + section.extent(self.right),
            top: centre.y - section.extent(self.up),
            bottom: centre.y + section.extent(-self.up),
        }
    }
}

/// A rectangle of the picture, in camera units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Bounds {
    pub left: f32,
    pub right: f32,
    pub top: f32,
    pub bottom: f32,
}

impl Bounds {
    pub(crate) const EMPTY: Self = Self {
        left: f32::INFINITY,
        right: f32::NEG_INFINITY,
        top: f32::INFINITY,
        bottom: f32::NEG_INFINITY,
    };

    pub(crate) fn around(self, other: Self) -> Self {
        Self {
            left: self.left.min(other.left),
            right: self.right.max(other.right),
            top: self.top.min(other.top),
            bottom: self.bottom.max(other.bottom),
        }
    }

    /// At least this wide and this high: what is missing goes to both sides, and above.
    pub(crate) fn at_least(self, width: f32, height: f32) -> Self {
        let aside = (width - (self.right - self.left)).max(0.0) / 2.0;
        let above = (height - (self.bottom - self.top)).max(0.0);
        Self {
            left: self.left - aside,
            right: self.right + aside,
            top: self.top - above,
            bottom: self.bottom,
        }
    }

    pub(crate) fn touches(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }
}

/// The part of the picture to show, in camera units (body heights, y down). It never changes during an exercise.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Window {
    /// Left edge.
    pub x: f32,
    /// Top edge.
    pub y: f32,
    /// Width in body heights.
    pub width: f32,
    /// Height in body heights.
    pub height: f32,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_nearest_goes_to_the_right() {
        let view = View {
            yaw: Number::constant(25.0),
            pitch: Number::constant(8.0),
        };
        for mirrored in [false, true] {
            let nearest = Camera::new(view, mirrored, 0.0).viewer;
            let right = Camera::new(view, mirrored, 30.0).project(nearest).x;
            let left = Camera::new(view, mirrored, -30.0).project(nearest).x;
            assert!(right > 0.4 && left < -0.4, "{right} and {left}");
        }
    }
}
