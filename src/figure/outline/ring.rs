//! Rings as the viewer sees them: where their surface turns away, which arc of it is lit.

use std::f32::consts::{FRAC_PI_2, TAU};

use super::camera::{Camera, Point};
use crate::figure::surface::section::{Radii, Section};
use crate::figure::vector::smoothstep;

/// One half of a ring, from one side to the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Half {
    /// The one that faces the viewer.
    Near,
    /// The one behind it.
    Far,
}

/// A cross-section as the viewer sees it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ring {
    centre: Point,
    front: Point,
    outer: Point,
    radii: Radii,
    pub along: f32,
    /// How far the tube's axis points at the viewer: 1 straight at, -1 straight away.
    pub facing: f32,
    /// Cosine and sine of the angle that faces the viewer, counted from the front towards the outer side.
    view: (f32, f32),
    /// The light in the ring's plane, along its front and outer axes.
    light: (f32, f32),
}

impl Ring {
    pub(crate) fn new(section: &Section, camera: &Camera) -> Self {
        let (forward, outward) = (camera.depth(section.front), camera.depth(section.outer));
        let length = (forward * forward + outward * outward).sqrt();
        Self {
            centre: camera.project(section.centre),
            front: camera.project(section.front),
            outer: camera.project(section.outer),
            radii: section.radii,
            along: section.along,
            facing: camera.depth(section.axis),
            view: if length > 1e-9 {
                (forward / length, outward / length)
            } else {
                (1.0, 0.0)
            },
            light: (
                camera.light.dot(section.front),
                camera.light.dot(section.outer),
            ),
        }
    }

    pub(crate) fn grown(self, by: f32) -> Self {
        Self {
            radii: self.radii.grown(by),
            ..self
        }
    }

    /// How far the surface at one edge of the view (-1 or 1) faces the front: cosine of its angle.
    pub(crate) fn edge_faces_front(&self, side: f32) -> f32 {
        -side * self.view.1
    }

    /// The angle that faces the viewer.
    pub(crate) fn view_angle(&self) -> f32 {
        self.view.1.atan2(self.view.0)
    }

    /// Where the surface whose normal has this direction appears.
    pub(crate) fn toward(&self, cos: f32, sin: f32) -> Point {
        let (forward, outward) = self.radii.support(cos, sin);
        self.centre
            .offset(self.front, forward)
            .offset(self.outer, outward)
    }

    /// Where the surface appears whose normal stands at an angle from the viewer, towards the outer side.
    pub(crate) fn at_angle(&self, from_viewer: f32) -> Point {
        let (sin, cos) = if from_viewer.abs() == FRAC_PI_2 {
            (1.0_f32.copysign(from_viewer), 0.0)
        } else {
            from_viewer.sin_cos()
        };
        let (view_cos, view_sin) = self.view;
        self.toward(
            view_cos * cos - view_sin * sin,
            view_sin * cos + view_cos * sin,
        )
    }

    /// The two points where the surface turns away from the viewer.
    pub(crate) fn sides(&self) -> (Point, Point) {
        let (cos, sin) = self.view;
        (self.toward(sin, -cos), self.toward(-sin, cos))
    }

    /// The rim of one half from one side to the other, both left out; `direction` is 1 from low to high, -1 back.
    pub(crate) fn rim(&self, direction: f32, half: Half) -> impl Iterator<Item = Point> {
        /// Cosine and sine of -60 to 60 degrees in steps of 30.
        const STEPS: [(f32, f32); 5] = [
            (0.5, -0.866_025_4),
            (0.866_025_4, -0.5),
            (1.0, 0.0),
            (0.866_025_4, 0.5),
            (0.5, 0.866_025_4),
        ];
        let (cos, sin) = self.view;
        STEPS.into_iter().map(move |(c, s)| {
            let c = match half {
                Half::Near => c,
                Half::Far => -c,
            };
            let s = s * direction;
            self.toward(cos * c - sin * s, sin * c + cos * s)
        })
    }

    /// The ring's farthest point in a direction of the picture.
    pub(crate) fn farthest(&self, x: f32, y: f32) -> Point {
        self.toward(
            self.front.x * x + self.front.y * y,
            self.outer.x * x + self.outer.y * y,
        )
    }
}

/// The stretch of a ring between two angles, counted from the one that faces the viewer.
pub(crate) type Arc = (f32, f32);

/// The arc of half width `half` around `centre` (counted from the front), as far as the viewer sees it.
pub(crate) fn visible_arc(ring: &Ring, centre: f32, half: f32) -> Arc {
    let centre = centre - ring.view_angle();
    let centre = centre - TAU * (centre / TAU).round();
    let from = (centre - half).max(-FRAC_PI_2);
    let to = (centre + half).min(FRAC_PI_2);
    if from > to {
        let edge = FRAC_PI_2.copysign(centre);
        (edge, edge)
    } else {
        (from, to)
    }
}

/// The arc on one side (-1 or 1) that is turned away from the light: never more than about 40 % of the width, and
/// growing from nothing as that side turns away, so that nothing jumps. `None` where that side is lit.
pub(crate) fn shaded_arc(ring: &Ring, side: f32, cut: f32, fade: f32) -> Option<Arc> {
    let (forward, outward) = ring.light;
    let (cos, sin) = ring.view;
    let away = (sin * forward - cos * outward) * side;
    if away <= 0.0 || fade <= 0.0 {
        return None;
    }
    let along = cos * forward + sin * outward;
    // How far the light stands to the other side of the view, 0 to 180 degrees.
    let turn = away.atan2(along);
    let lit = (cut / forward.hypot(outward).max(1e-6))
        .clamp(-1.0, 1.0)
        .acos();
    let start = (lit - turn).max(0.18);
    let dark = (FRAC_PI_2 - start) * fade * smoothstep(0.0, 0.35, turn);
    if dark <= 0.0 {
        return None;
    }
    let end = side * FRAC_PI_2;
    Some((end - side * dark, end))
}
