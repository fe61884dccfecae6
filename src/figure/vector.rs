//! Vectors and rotations: the little geometry the mannequin stands on.
//!
//! World axes: +x is where the figure faces, +y is up, +z is the figure's right. One unit is one body height.

use std::ops::{Add, AddAssign, Mul, Neg, Sub};

use serde::{Deserialize, Deserializer};

use super::number::Number;

/// A place or direction in the world or in a bone's own frame, in body heights.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Vector {
    /// Forward.
    pub x: f32,
    /// Up.
    pub y: f32,
    /// To the figure's right.
    pub z: f32,
}

impl Vector {
    pub(crate) const ZERO: Self = Self::new(0.0, 0.0, 0.0);
    pub(crate) const UP: Self = Self::new(0.0, 1.0, 0.0);
    pub(crate) const DOWN: Self = Self::new(0.0, -1.0, 0.0);

    /// A vector from its three components.
    #[must_use]
    pub const fn new(x: f32, y: f32, z: f32) -> Self {
        Self { x, y, z }
    }

    /// The scalar product.
    #[must_use]
    pub fn dot(self, other: Self) -> f32 {
        self.x * other.x + self.y * other.y + self.z * other.z
    }

    /// The vector product.
    #[must_use]
    pub fn cross(self, other: Self) -> Self {
        Self::new(
            self.y * other.z - self.z * other.y,
            self.z * other.x - self.x * other.z,
            self.x * other.y - self.y * other.x,
        )
    }

    /// Euclidean length.
    #[must_use]
    pub fn length(self) -> f32 {
        self.dot(self).sqrt()
    }

    /// The same direction with length one, or `fallback` where there is no direction.
    pub(crate) fn unit_or(self, fallback: Self) -> Self {
        let length = self.length();
        if length > 1e-9 {
            self * (1.0 / length)
        } else {
            fallback
        }
    }

    /// The part of this vector at right angles to `axis`, with length one.
    pub(crate) fn perpendicular_to(self, axis: Self) -> Self {
        let axis = axis.unit_or(Self::UP);
        (self - axis * self.dot(axis)).unit_or(Self::new(1.0, 0.0, 0.0))
    }

    /// The point `share` of the way from this one to `other`.
    pub(crate) fn towards(self, other: Self, share: f32) -> Self {
        self + (other - self) * share
    }

    /// The mirror image: left and right exchanged.
    pub(crate) fn mirrored(self) -> Self {
        Self::new(self.x, self.y, -self.z)
    }
}

impl Add for Vector {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self::new(self.x + other.x, self.y + other.y, self.z + other.z)
    }
}

impl AddAssign for Vector {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl Sub for Vector {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self::new(self.x - other.x, self.y - other.y, self.z - other.z)
    }
}

impl Mul<f32> for Vector {
    type Output = Self;
    fn mul(self, factor: f32) -> Self {
        Self::new(self.x * factor, self.y * factor, self.z * factor)
    }
}

impl Neg for Vector {
    type Output = Self;
    fn neg(self) -> Self {
        Self::new(-self.x, -self.y, -self.z)
    }
}

impl<'de> Deserialize<'de> for Vector {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (x, y, z) = <(Number, Number, Number)>::deserialize(deserializer)?;
        Ok(Self::new(x.get(), y.get(), z.get()))
    }
}

/// An orientation, kept as the directions in which a bone's front, upper end and right side point.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rotation {
    /// Where the bone's front points.
    pub front: Vector,
    /// Where the bone's upper end points: a bone hangs along the opposite of this.
    pub up: Vector,
    /// Where the bone's right side points.
    pub right: Vector,
}

impl Rotation {
    pub(crate) const IDENTITY: Self = Self {
        front: Vector::new(1.0, 0.0, 0.0),
        up: Vector::UP,
        right: Vector::new(0.0, 0.0, 1.0),
    };

    /// Right-handed turn about the front axis.
    pub(crate) fn about_front(degrees: f32) -> Self {
        let (sin, cos) = degrees.to_radians().sin_cos();
        Self {
            up: Vector::new(0.0, cos, sin),
            right: Vector::new(0.0, -sin, cos),
            ..Self::IDENTITY
        }
    }

    /// Right-handed turn about the upward axis.
    pub(crate) fn about_up(degrees: f32) -> Self {
        let (sin, cos) = degrees.to_radians().sin_cos();
        Self {
            front: Vector::new(cos, 0.0, -sin),
            right: Vector::new(sin, 0.0, cos),
            ..Self::IDENTITY
        }
    }

    /// Right-handed turn about the axis to the right: what lifts a thigh forward.
    pub(crate) fn about_right(degrees: f32) -> Self {
        let (sin, cos) = degrees.to_radians().sin_cos();
        Self {
            front: Vector::new(cos, sin, 0.0),
            up: Vector::new(-sin, cos, 0.0),
            ..Self::IDENTITY
        }
    }

    /// The orientation whose upper end points along `up` and whose front is as near `front` as that allows.
    pub(crate) fn facing(up: Vector, front: Vector) -> Self {
        let up = up.unit_or(Vector::UP);
        let sideways = if up.z.abs() < 0.9 {
            Vector::new(0.0, 0.0, 1.0)
        } else {
            Vector::new(1.0, 0.0, 0.0)
        };
        let right = front
            .cross(up)
            .unit_or_else(|| sideways.perpendicular_to(up));
        Self {
            front: up.cross(right),
            up,
            right,
        }
    }

    /// Turns a vector given in the bone's own frame into the world.
    #[must_use]
    pub fn apply(self, v: Vector) -> Vector {
        self.front * v.x + self.up * v.y + self.right * v.z
    }

    /// Turns a world vector into the bone's own frame.
    #[must_use]
    pub fn undo(self, v: Vector) -> Vector {
        Vector::new(self.front.dot(v), self.up.dot(v), self.right.dot(v))
    }
}

impl Vector {
    fn unit_or_else(self, fallback: impl FnOnce() -> Self) -> Self {
        let length = self.length();
        if length > 1e-9 {
            self * (1.0 / length)
        } else {
            fallback()
        }
    }
}

impl Mul for Rotation {
    type Output = Self;
    fn mul(self, inner: Self) -> Self {
        Self {
            front: self.apply(inner.front),
            up: self.apply(inner.up),
            right: self.apply(inner.right),
        }
    }
}

/// Linear interpolation.
pub(crate) fn lerp(from: f32, to: f32, share: f32) -> f32 {
    from + (to - from) * share
}

/// 0 below `from`, 1 above `to`, and a smooth S between them.
pub(crate) fn smoothstep(from: f32, to: f32, x: f32) -> f32 {
    let t = ((x - from) / (to - from)).clamp(0.0, 1.0);
    t * t * (3.0 - 2.0 * t)
}
