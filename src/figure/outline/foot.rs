//! The foot: a shoe with its sole, or a bare foot with toes.

use super::camera::Point;
use super::contour::Pen;
use super::drawing::Ink;
use crate::figure::skeleton::{ANKLE_HEIGHT, Placed, Segment, Skeleton};
use crate::figure::surface::body::foot_shape;
use crate::figure::surface::profile::{HEEL_COUNTER, Piece};
use crate::figure::vector::{Vector, lerp};
use crate::side::Side;

/// A bone's frame as the viewer sees it: points fixed to the bone project by six multiplications.
#[derive(Clone, Copy)]
pub(crate) struct SeenBone {
    origin: Point,
    front: Point,
    up: Point,
    right: Point,
    side: f32,
}

impl SeenBone {
    pub(crate) fn new(bone: &Placed, side: Side, pen: &Pen<'_>) -> Self {
        Self {
            origin: pen.camera.project(bone.origin),
            front: pen.camera.project(bone.rotation.front),
            up: pen.camera.project(bone.rotation.up),
            right: pen.camera.project(bone.rotation.right),
            side: side.sign(),
        }
    }

    /// Where a point of the bone appears; its third coordinate counts outward.
    pub(crate) fn place(&self, p: Vector) -> Point {
        self.origin
            .offset(self.front, p.x)
            .offset(self.up, p.y)
            .offset(self.right, p.z * self.side)
    }
}

/// What a foot wears and shows.
#[derive(Clone, Copy)]
pub(crate) struct Footwear {
    pub bare: bool,
    /// Whether the arch is marked as what the exercise is for.
    pub arch: bool,
    /// 0 near to 1 far.
    pub far: f32,
}

pub(crate) fn paint(pen: &mut Pen<'_>, skeleton: &Skeleton, side: Side, wear: Footwear) {
    let foot = skeleton.paired(Segment::Foot, side);
    let toes = skeleton.paired(Segment::Toes, side);
    let (seen_foot, seen_toes) = (
        SeenBone::new(foot, side, pen),
        SeenBone::new(toes, side, pen),
    );
    let shape = foot_shape(wear.bare);
    let top_faces = pen.camera.depth(foot.rotation.up);

    if !wear.bare && top_faces > 0.0 {
        paint_sole(pen, seen_foot, seen_toes, top_faces, wear.far);
    }
    outline(pen, &shape.upper, seen_foot, seen_toes);
    pen.fill(
        if wear.bare { Ink::Skin } else { Ink::Shoe }.far(wear.far),
        1.0,
    );
    if !wear.bare && pen.camera.depth(foot.rotation.front) < 0.35 {
        pen.hull(HEEL_COUNTER.iter().flat_map(|&[x, y, half_width]| {
            [-1.0, 1.0].map(|edge| seen_foot.place(Vector::new(x, y, half_width * edge)))
        }));
        pen.fill(Ink::ShoeTrim.far(wear.far), 1.0);
    }
    if !wear.bare && top_faces <= 0.0 {
        paint_sole(pen, seen_foot, seen_toes, top_faces, wear.far);
    }
    if wear.bare && top_faces > 0.05 {
        paint_toe_gaps(pen, seen_toes, wear.far);
    }
    if wear.arch {
        paint_arch(pen, foot, side);
    }
}

fn paint_sole(pen: &mut Pen<'_>, foot: SeenBone, toes: SeenBone, top_faces: f32, far: f32) {
    let shape = foot_shape(false);
    outline(pen, &shape.sole, foot, toes);
    pen.fill(Ink::Sole.far(far), 1.0);
    if top_faces < -0.05 {
        outline(pen, &shape.tread, foot, toes);
        pen.fill(Ink::Tread.far(far), 1.0);
    }
}

fn outline(pen: &mut Pen<'_>, pieces: &[Piece], foot: SeenBone, toes: SeenBone) {
    for piece in pieces {
        let rear = piece.rear.iter().map(|p| foot.place(*p));
        pen.hull_of_cloud(rear.chain(piece.toes.iter().map(|p| toes.place(*p))));
    }
}

fn paint_toe_gaps(pen: &mut Pen<'_>, toes: SeenBone, far: f32) {
    for z in [-0.014_f32, -0.002, 0.009, 0.018] {
        let gap = [
            (0.022 - 0.25 * z.abs(), 0.0190),
            (0.029 - 0.25 * z.abs(), 0.0155),
            (0.0355 - 0.35 * z.abs(), 0.0100),
        ];
        pen.line(
            gap.map(|(x, height)| toes.place(Vector::new(x, -ANKLE_HEIGHT + 0.034 + height, z))),
        );
    }
    let mut tint = Ink::Skin.shaded(0.35);
    tint.towards_far = far;
    pen.stroke(tint, 0.0022, 1.0);
}

/// The arch, on whichever side of the foot faces the viewer.
fn paint_arch(pen: &mut Pen<'_>, foot: &Placed, side: Side) {
    const STEPS: usize = 12;
    let edge = if pen.camera.depth(foot.rotation.right) > 0.0 {
        1.0
    } else {
        -1.0
    };
    let bone = SeenBone::new(foot, side, pen);
    let outward = edge * side.sign();
    let point = |i: usize, rise: f32| {
        let share = i as f32 / STEPS as f32;
        let height = rise * 0.017 * (std::f32::consts::PI * share).sin();
        bone.place(Vector::new(
            lerp(-0.022, 0.070, share),
            -ANKLE_HEIGHT + 0.0015 + height,
            outward * 0.0275,
        ))
    };
    let lower = (0..=STEPS).map(|i| point(i, 0.12));
    let upper = (0..=STEPS).rev().map(|i| point(i, 1.0));
    pen.rounded(lower.chain(upper));
    pen.fill(Ink::Accent, 1.0);
}
