//! The head: face, hair, ears. One calm expression.

use std::f32::consts::{PI, TAU};

use super::body::head_section;
use super::camera::Point;
use super::contour::{Pen, Ring, shaded_arc, visible_arc};
use super::drawing::Ink;
use super::profile::{HairRow, PROFILES, head_row};
use super::section::Section;
use super::skeleton::Placed;
use super::vector::{Vector, lerp, smoothstep};

/// Thickness of the hair.
const HAIR: f32 = 0.0085;
const BUN: Vector = Vector::new(-0.060, 0.076, 0.0);
const BUN_RADIUS: f32 = 0.0235;

/// World position of the bun's middle.
pub(crate) fn bun(head: &Placed) -> Vector {
    at(head, BUN)
}

pub(crate) fn paint_bun(pen: &mut Pen<'_>, head: &Placed) {
    pen.ball(bun(head), BUN_RADIUS);
    pen.fill(Ink::Hair, 1.0);
}

pub(crate) fn paint(pen: &mut Pen<'_>, head: &Placed, rings: &[Ring], spare: &mut Vec<Ring>) {
    let facing = pen.camera.depth(head.rotation.front);
    pen.silhouette(rings, (true, true));
    pen.fill(Ink::Skin, 1.0);
    paint_nose(pen, head, facing);
    pen.stripe(rings, |_, ring| shaded_arc(ring, 1.0, 0.02, 1.0));
    pen.fill(Ink::Shade, 0.6);
    for side in [-1.0, 1.0] {
        let eye = Stroke {
            from: (0.0330, side * 22.0),
            to: (0.0335, side * 43.0),
            sag: 0.0035,
            width: 0.0030,
        };
        paint_stroke(pen, head, eye);
    }
    let mouth = Stroke {
        from: (-0.0050, -15.0),
        to: (-0.0050, 15.0),
        sag: 0.0022,
        width: 0.0026,
    };
    paint_stroke(pen, head, mouth);
    paint_hair(pen, head, spare);
    paint_ears(pen, head);
}

fn at(head: &Placed, point: Vector) -> Vector {
    head.origin + head.rotation.apply(point)
}

fn paint_nose(pen: &mut Pen<'_>, head: &Placed, facing: f32) {
    let seen =
        |x: f32, y: f32, z: f32, pen: &Pen<'_>| pen.camera.project(at(head, Vector::new(x, y, z)));
    let bridge = (seen(0.0515, 0.040, 0.0, pen), 0.006);
    let tip = (seen(0.0640, 0.018, 0.0, pen), 0.0052);
    let base = (seen(0.052, 0.010, 0.0, pen), 0.006);
    pen.capsule(bridge, tip, 1.0);
    pen.capsule(tip, base, 1.0);
    pen.fill(Ink::Skin, 1.0);
    if facing > 0.2 {
        pen.hull_of_balls([
            (at(head, Vector::new(0.0640, 0.0165, 0.0)), 0.0048),
            (at(head, Vector::new(0.056, 0.0115, 0.007)), 0.004),
            (at(head, Vector::new(0.056, 0.0115, -0.007)), 0.004),
        ]);
        pen.fill(Ink::Shade, 0.75 * smoothstep(0.2, 0.6, facing));
    }
}

/// A short line on the face, from and to a height and an angle in degrees from the front.
#[derive(Clone, Copy)]
struct Stroke {
    from: (f32, f32),
    to: (f32, f32),
    /// How far the middle hangs down.
    sag: f32,
    width: f32,
}

fn paint_stroke(pen: &mut Pen<'_>, head: &Placed, stroke: Stroke) {
    const STEPS: usize = 6;
    let mut points = [Point::default(); STEPS + 1];
    let mut seen = 0;
    for i in 0..=STEPS {
        let share = i as f32 / STEPS as f32;
        let sag = stroke.sag * 4.0 * share * (1.0 - share);
        let height = lerp(stroke.from.0, stroke.to.0, share) - sag;
        let angle = lerp(stroke.from.1, stroke.to.1, share).to_radians();
        let section = face_section(head, height);
        let normal = section.front * angle.cos() + section.outer * angle.sin();
        if pen.camera.depth(normal) >= 0.12 {
            points[seen] = pen.camera.project(section.point(angle));
            seen += 1;
        }
    }
    if seen > 2 {
        pen.line(points[..seen].iter().copied());
        pen.stroke(Ink::Line, stroke.width, 0.62);
    }
}

fn face_section(head: &Placed, height: f32) -> Section {
    head_section(head, &head_row(&PROFILES.head, height))
}

/// Hair is a shell that thins out towards the hairline; above it, a cap.
fn paint_hair(pen: &mut Pen<'_>, head: &Placed, spare: &mut Vec<Ring>) {
    spare.clear();
    spare.extend(
        PROFILES
            .hair
            .iter()
            .map(|row| Ring::new(&head_section(head, &row.row), pen.camera)),
    );
    for side in [-1.0, 1.0] {
        pen.shell(spare, |i, ring| {
            let row = &PROFILES.hair[i.min(PROFILES.hair.len() - 1)];
            let middle = side * (PI + row.hairline) / 2.0;
            let half = (PI - row.hairline) / 2.0 + 0.03;
            let (from, to) = visible_arc(ring, middle, half);
            ((from, thickness(row, from)), (to, thickness(row, to)))
        });
    }
    pen.fill(Ink::Hair, 1.0);
    let crown = PROFILES.hair.iter().position(|row| row.crown).unwrap_or(0);
    for ring in &mut spare[crown..] {
        *ring = ring.grown(HAIR);
    }
    pen.ring_hulls(&spare[crown..]);
    pen.fill(Ink::Hair, 1.0);
}

fn thickness(row: &HairRow, angle: f32) -> f32 {
    if row.row[0] >= 0.081 {
        return HAIR;
    }
    let from_front = ((angle + PI).rem_euclid(TAU) - PI).abs();
    HAIR * smoothstep(0.0, 0.7, from_front - row.hairline)
}

fn paint_ears(pen: &mut Pen<'_>, head: &Placed) {
    const POINTS: usize = 18;
    for side in [-1.0, 1.0] {
        if pen.camera.depth(head.rotation.right) * side <= 0.05 {
            continue;
        }
        for (size, ink, alpha) in [(1.0, Ink::Skin, 1.0), (0.5, Ink::Shade, 0.76)] {
            let camera = pen.camera;
            pen.rounded((0..POINTS).map(|i| {
                let (sin, cos) = (TAU * i as f32 / POINTS as f32).sin_cos();
                camera.project(at(
                    head,
                    Vector::new(
                        -0.007 + size * (0.0085 * cos - 0.003 * sin),
                        0.0185 + size * 0.0150 * sin,
                        side * 0.0465,
                    ),
                ))
            }));
            pen.fill(ink, alpha);
        }
    }
}
