//! The head: face, hair, ears. One calm expression.

use std::f32::consts::{PI, TAU};
use std::sync::LazyLock;

use super::camera::Point;
use super::contour::Pen;
use super::drawing::Ink;
use super::ring::{Ring, shaded_arc, visible_arc};
use crate::figure::skeleton::Placed;
use crate::figure::surface::body::head_section;
use crate::figure::surface::profile::{HairRow, PROFILES, TrunkRow, head_row};
use crate::figure::vector::{Vector, lerp, smoothstep};

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
    for stroke in FACE.iter() {
        paint_stroke(pen, head, stroke);
    }
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

/// A short line on the face: the face's cross-section at every point, and the angle from the front as cosine and sine.
struct Stroke {
    points: [(TrunkRow, (f32, f32)); STROKE_POINTS],
    width: f32,
}

const STROKE_POINTS: usize = 7;

/// Closed eyes and a mouth.
static FACE: LazyLock<[Stroke; 3]> = LazyLock::new(|| {
    let eye = |side: f32| Stroke::new((0.0330, side * 22.0), (0.0335, side * 43.0), 0.0035, 0.0030);
    let mouth = Stroke::new((-0.0050, -15.0), (-0.0050, 15.0), 0.0022, 0.0026);
    [eye(-1.0), eye(1.0), mouth]
});

impl Stroke {
    /// From and to a height and an angle in degrees; `sag` is how far the middle hangs down.
    fn new(from: (f32, f32), to: (f32, f32), sag: f32, width: f32) -> Self {
        let points = std::array::from_fn(|i| {
            let share = i as f32 / (STROKE_POINTS - 1) as f32;
            let height = lerp(from.0, to.0, share) - sag * 4.0 * share * (1.0 - share);
            let (sin, cos) = lerp(from.1, to.1, share).to_radians().sin_cos();
            (head_row(&PROFILES.head, height), (cos, sin))
        });
        Self { points, width }
    }
}

fn paint_stroke(pen: &mut Pen<'_>, head: &Placed, stroke: &Stroke) {
    let mut points = [Point::default(); STROKE_POINTS];
    let mut seen = 0;
    for (row, (cos, sin)) in &stroke.points {
        let normal = head.rotation.front * *cos + head.rotation.right * *sin;
        if pen.camera.depth(normal) >= 0.12 {
            points[seen] = Ring::new(&head_section(head, row), pen.camera).toward(*cos, *sin);
            seen += 1;
        }
    }
    if seen > 2 {
        pen.line(points[..seen].iter().copied());
        pen.stroke(Ink::Line, stroke.width, 0.62);
    }
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
            let thick = |angle: f32| thickness(row, ring.view_angle() + angle);
            ((from, thick(from)), (to, thick(to)))
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
