//! The still props as pictures: boxes, boards, rolls, balls, and what lies flat on the floor.

use super::{Piece, WOOD, disc};
use crate::figure::number::Number;
use crate::figure::outline::camera::{Camera, Point};
use crate::figure::outline::contour::{Pen, Tools};
use crate::figure::outline::drawing::{Ink, Sheet};
use crate::figure::outline::order::Disc;
use crate::figure::vector::{Vector, lerp};

/// Draws a piece once, for good.
fn piece(camera: &Camera, discs: Vec<Disc>, draw: impl FnOnce(&mut Pen<'_>)) -> Piece {
    let mut sheet = Sheet::default();
    let mut tools = Tools::default();
    draw(&mut Pen::new(camera, &mut sheet, &mut tools));
    Piece { discs, sheet }
}

/// An axis-aligned box: only the faces that look at the viewer. `inks` colour its top, its sides across the picture
/// and its ends.
pub(super) fn cuboid(low: Vector, high: Vector, inks: [Ink; 3], camera: &Camera) -> Piece {
    let steps = |from: f32, to: f32| (((to - from) / 0.05) as usize + 1).clamp(2, 14);
    let counts = [
        steps(low.x, high.x),
        steps(low.y, high.y),
        steps(low.z, high.z),
    ];
    let at =
        |from: f32, to: f32, i: usize, count: usize| lerp(from, to, i as f32 / (count - 1) as f32);
    let mut discs = Vec::new();
    for i in 0..counts[0] {
        for j in 0..counts[1] {
            for k in 0..counts[2] {
                let point = Vector::new(
                    at(low.x, high.x, i, counts[0]),
                    at(low.y, high.y, j, counts[1]),
                    at(low.z, high.z, k, counts[2]),
                );
                discs.push(disc(camera, point, 0.012));
            }
        }
    }
    let [top, side, end] = inks;
    let (a, b) = (low, high);
    let faces = [
        (
            Vector::UP,
            top,
            [
                (a.x, b.y, a.z),
                (b.x, b.y, a.z),
                (b.x, b.y, b.z),
                (a.x, b.y, b.z),
            ],
        ),
        (
            Vector::DOWN,
            end,
            [
                (a.x, a.y, a.z),
                (b.x, a.y, a.z),
                (b.x, a.y, b.z),
                (a.x, a.y, b.z),
            ],
        ),
        (
            Vector::new(0.0, 0.0, 1.0),
            side,
            [
                (a.x, a.y, b.z),
                (b.x, a.y, b.z),
                (b.x, b.y, b.z),
                (a.x, b.y, b.z),
            ],
        ),
        (
            Vector::new(0.0, 0.0, -1.0),
            side,
            [
                (a.x, a.y, a.z),
                (b.x, a.y, a.z),
                (b.x, b.y, a.z),
                (a.x, b.y, a.z),
            ],
        ),
        (
            Vector::new(1.0, 0.0, 0.0),
            end,
            [
                (b.x, a.y, a.z),
                (b.x, b.y, a.z),
                (b.x, b.y, b.z),
                (b.x, a.y, b.z),
            ],
        ),
        (
            Vector::new(-1.0, 0.0, 0.0),
            end,
            [
                (a.x, a.y, a.z),
                (a.x, b.y, a.z),
                (a.x, b.y, b.z),
                (a.x, a.y, b.z),
            ],
        ),
    ];
    piece(camera, discs, |pen| {
        for (normal, ink, corners) in faces {
            if camera.depth(normal) > 1e-3 {
                pen.polygon(corners.map(|(x, y, z)| camera.project(Vector::new(x, y, z))));
                pen.fill(ink, 1.0);
            }
        }
    })
}

/// A cylinder across the figure, lying at `at`; `inks` colour its side and its end.
pub(super) fn cylinder(
    at: Vector,
    (radius, half_length): (f32, f32),
    inks: [Ink; 2],
    camera: &Camera,
) -> Piece {
    const POINTS: usize = 24;
    let middle = at + Vector::UP * radius;
    let along = |share: f32| middle + Vector::new(0.0, 0.0, share * half_length);
    let circle = move |end: f32, size: f32| {
        (0..POINTS).map(move |i| {
            let (sin, cos) = (std::f32::consts::TAU * i as f32 / POINTS as f32).sin_cos();
            camera.project(along(end) + Vector::new(cos, sin, 0.0) * (radius * size))
        })
    };
    let discs = [-1.0, -0.5, 0.0, 0.5, 1.0]
        .map(|share| disc(camera, along(share), radius))
        .to_vec();
    piece(camera, discs, |pen| {
        let [side, end] = inks;
        let near = if camera.viewer.z > 0.0 { 1.0 } else { -1.0 };
        pen.hull(circle(-1.0, 1.0).chain(circle(1.0, 1.0)));
        pen.fill(side, 1.0);
        pen.rounded(circle(near, 1.0));
        if side == end {
            pen.fill(end.shaded(0.22), 1.0);
        } else {
            pen.fill(end, 1.0);
            pen.rounded(circle(near, 0.55));
            pen.fill(side, 1.0);
        }
    })
}

/// A sloping board on the floor, its high edge at the back end.
pub(super) fn wedge(
    (x, z): (Number, Number),
    (length, width): (Number, Number),
    rise: f32,
    camera: &Camera,
) -> Piece {
    const COUNTS: [usize; 3] = [9, 3, 7];
    let (half_length, half_width) = (length.get() / 2.0, width.get() / 2.0);
    let (back, front) = (x.get() - half_length, x.get() + half_length);
    let (left, right) = (z.get() - half_width, z.get() + half_width);
    let share = |i: usize, count: usize| i as f32 / (count - 1) as f32;
    let [along, up, across] = COUNTS;
    let discs = (0..along)
        .flat_map(|i| (0..up).flat_map(move |j| (0..across).map(move |k| (i, j, k))))
        .map(|(i, j, k)| {
            let forward = share(i, along);
            let point = Vector::new(
                lerp(back, front, forward),
                rise * (1.0 - forward) * share(j, up),
                lerp(left, right, share(k, across)),
            );
            disc(camera, point, 0.012)
        })
        .collect();

    let corner = |x: f32, y: f32, z: f32| camera.project(Vector::new(x, y, z));
    let [top, side, end] = WOOD;
    piece(camera, discs, |pen| {
        let mut face = |normal: Vector, ink: Ink, corners: &[Point]| {
            if camera.depth(normal) > 1e-3 {
                pen.polygon(corners.iter().copied());
                pen.fill(ink, 1.0);
            }
        };
        let slope = Vector::new(rise, length.get(), 0.0).unit_or(Vector::UP);
        let ridge = [corner(back, rise, left), corner(back, rise, right)];
        let foot = [corner(back, 0.0, left), corner(back, 0.0, right)];
        let tip = [corner(front, 0.0, left), corner(front, 0.0, right)];
        let backward = Vector::new(-1.0, 0.0, 0.0);
        face(backward, end, &[ridge[0], ridge[1], foot[1], foot[0]]);
        for (i, sign) in [(0, -1.0), (1, 1.0)] {
            let sideways = Vector::new(0.0, 0.0, sign);
            face(sideways, side, &[ridge[i], foot[i], tip[i]]);
        }
        face(slope, top, &[ridge[0], ridge[1], tip[1], tip[0]]);
    })
}

/// A ball, lit from the usual side.
pub(super) fn ball(centre: Vector, radius: f32, camera: &Camera) -> Piece {
    piece(camera, vec![disc(camera, centre, radius)], |pen| {
        pen.ball(centre, radius);
        pen.fill(Ink::Roller.shaded(0.22), 1.0);
        pen.ball(centre + camera.light * (radius * 0.2), radius * 0.78);
        pen.fill(Ink::Roller, 1.0);
    })
}

pub(super) fn mat(
    (x, z): (Number, Number),
    (length, width): (Number, Number),
    camera: &Camera,
) -> Piece {
    let corners = |height: f32| rounded_rectangle((x, z), (length, width), 0.03, height, camera);
    piece(camera, Vec::new(), |pen| {
        pen.hull(corners(-0.010).chain(corners(0.0)));
        pen.fill(Ink::MatEdge, 1.0);
        pen.rounded(corners(0.0));
        pen.fill(Ink::Mat, 1.0);
    })
}

pub(super) fn towel(
    at: (Number, Number),
    size: (Number, Number),
    wrinkle: f32,
    camera: &Camera,
) -> Piece {
    let (x, z) = (at.0.get(), at.1.get());
    let (length, width) = (size.0.get(), size.1.get());
    piece(camera, Vec::new(), |pen| {
        pen.rounded(rounded_rectangle(at, size, 0.012, 0.002, camera));
        pen.fill(Ink::Towel, 1.0);
        for fold in 0..5 {
            let fold_x = x + length * (0.15 * fold as f32 - 0.30);
            pen.line((0..9).map(|i| {
                let bend = 0.008 * (i as f32 * 1.3 + fold as f32).sin() * wrinkle;
                let across = z - width * 0.42 + width * 0.84 * i as f32 / 8.0;
                camera.project(Vector::new(fold_x + bend, 0.004, across))
            }));
            pen.stroke(Ink::TowelEdge, 0.004, 1.0);
        }
    })
}

fn rounded_rectangle(
    (x, z): (Number, Number),
    (length, width): (Number, Number),
    radius: f32,
    height: f32,
    camera: &Camera,
) -> impl Iterator<Item = Point> {
    const STEPS: usize = 6;
    const CORNERS: [(f32, f32, f32); 4] = [
        (1.0, 1.0, 0.0),
        (-1.0, 1.0, 90.0),
        (-1.0, -1.0, 180.0),
        (1.0, -1.0, 270.0),
    ];
    let (x, z) = (x.get(), z.get());
    let (half_length, half_width) = (length.get() / 2.0 - radius, width.get() / 2.0 - radius);
    CORNERS.into_iter().flat_map(move |(sx, sz, start)| {
        (0..=STEPS).map(move |i| {
            let angle = start + 90.0 * i as f32 / STEPS as f32;
            let (sin, cos) = angle.to_radians().sin_cos();
            camera.project(Vector::new(
                x + sx * half_length + radius * cos,
                height,
                z + sz * half_width + radius * sin,
            ))
        })
    })
}
