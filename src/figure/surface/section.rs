//! Cross-sections: the body is a set of tubes, every tube a row of oval rings.

use crate::figure::vector::{Rotation, Vector, lerp};

/// Radii of an oval made of four quarter ellipses, in body heights.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Radii {
    pub front: f32,
    pub back: f32,
    pub outer: f32,
    pub inner: f32,
}

impl Radii {
    pub(crate) const fn round(radius: f32) -> Self {
        Self {
            front: radius,
            back: radius,
            outer: radius,
            inner: radius,
        }
    }

    pub(crate) const fn from_row([_, front, back, outer, inner]: [f32; 5]) -> Self {
        Self {
            front,
            back,
            outer,
            inner,
        }
    }

    pub(crate) fn grown(self, by: f32) -> Self {
        Self {
            front: self.front + by,
            back: self.back + by,
            outer: self.outer + by,
            inner: self.inner + by,
        }
    }

    fn scaled(self, factor: f32) -> Self {
        Self {
            front: self.front * factor,
            back: self.back * factor,
            outer: self.outer * factor,
            inner: self.inner * factor,
        }
    }

    pub(crate) fn mean(self) -> f32 {
        (self.front + self.back + self.outer + self.inner) / 4.0
    }

    /// Half the width from side to side.
    pub(crate) fn half_width(self) -> f32 {
        (self.outer + self.inner) / 2.0
    }

    /// Half the depth from front to back.
    pub(crate) fn half_depth(self) -> f32 {
        (self.front + self.back) / 2.0
    }

    /// The point of the oval whose outward normal has the direction (`forward`, `outward`), in the oval's plane.
    pub(crate) fn support(self, forward: f32, outward: f32) -> (f32, f32) {
        let a = if forward >= 0.0 {
            self.front
        } else {
            self.back
        };
        let b = if outward >= 0.0 {
            self.outer
        } else {
            self.inner
        };
        let (x, y) = (a * forward, b * outward);
        let length = (x * x + y * y).sqrt().max(1e-9);
        (a * x / length, b * y / length)
    }
}

/// One oval ring of a tube.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Section {
    pub centre: Vector,
    /// Along the tube, away from its root.
    pub axis: Vector,
    pub front: Vector,
    pub outer: Vector,
    pub radii: Radii,
    /// Place in the part's profile table.
    pub along: f32,
}

impl Section {
    /// A ring of a part whose profile runs upward, like trunk, neck and head.
    pub(crate) fn upright(
        centre: Vector,
        frame: Rotation,
        [height, _, front, back, width]: [f32; 5],
    ) -> Self {
        Self {
            centre,
            axis: frame.up,
            front: frame.front,
            outer: frame.right,
            radii: Radii {
                front,
                back,
                outer: width,
                inner: width,
            },
            along: height,
        }
    }

    /// A ring of a limb, which hangs down its bone.
    pub(crate) fn hanging(
        centre: Vector,
        frame: Rotation,
        side: f32,
        radii: Radii,
        along: f32,
    ) -> Self {
        Self {
            centre,
            axis: -frame.up,
            front: frame.front,
            outer: frame.right * side,
            radii,
            along,
        }
    }

    pub(crate) fn grown(self, by: f32) -> Self {
        Self {
            radii: self.radii.grown(by),
            ..self
        }
    }

    /// The same ring smaller and further along: lets a part reach past the joint, so that no seam shows there.
    pub(crate) fn overlapping(self) -> Self {
        Self {
            centre: self.centre + self.axis * 0.007,
            radii: self.radii.scaled(0.90),
            ..self
        }
    }

    /// How far the ring reaches in a direction, measured from its centre.
    pub(crate) fn extent(&self, direction: Vector) -> f32 {
        let forward = direction.dot(self.front);
        let outward = direction.dot(self.outer);
        let a = if forward >= 0.0 {
            self.radii.front
        } else {
            self.radii.back
        };
        let b = if outward >= 0.0 {
            self.radii.outer
        } else {
            self.radii.inner
        };
        (a * forward).hypot(b * outward)
    }

    /// Height of the lowest point.
    pub(crate) fn lowest(&self) -> f32 {
        self.centre.y - self.extent(Vector::DOWN)
    }

    /// The surface point whose normal stands at `angle` radians from the front towards the outer side.
    pub(crate) fn point(&self, angle: f32) -> Vector {
        let (sin, cos) = angle.sin_cos();
        let (forward, outward) = self.radii.support(cos, sin);
        self.centre + self.front * forward + self.outer * outward
    }

    fn between(a: &Self, b: &Self, share: f32, along: f32) -> Self {
        Self {
            centre: a.centre.towards(b.centre, share),
            axis: a.axis.towards(b.axis, share),
            front: a.front.towards(b.front, share),
            outer: a.outer.towards(b.outer, share),
            radii: Radii {
                front: lerp(a.radii.front, b.radii.front, share),
                back: lerp(a.radii.back, b.radii.back, share),
                outer: lerp(a.radii.outer, b.radii.outer, share),
                inner: lerp(a.radii.inner, b.radii.inner, share),
            },
            along,
        }
    }
}

/// The ring of a tube at a place in its profile, mixed from its neighbours. The tube must not be empty.
pub(crate) fn section_at(tube: &[Section], along: f32) -> Section {
    let last = tube.len() - 1;
    let next = tube
        .iter()
        .position(|section| section.along >= along)
        .unwrap_or(last)
        .max(1)
        .min(last);
    let (a, b) = (&tube[next.saturating_sub(1)], &tube[next]);
    let span = b.along - a.along;
    let share = ((along - a.along) / if span == 0.0 { 1.0 } else { span }).clamp(0.0, 1.0);
    Section::between(a, b, share, along)
}
