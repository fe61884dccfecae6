//! What an exercise is done with: mat, wall, chair, step, band, towel.

use serde::Deserialize;

use super::camera::{Camera, Point};
use super::contour::{Pen, Tools};
use super::drawing::{Ink, Sheet};
use super::number::{Number, given};
use super::order::Disc;
use super::pose::Target;
use super::ring::Ring;
use super::section::{Section, section_at};
use super::skeleton::{Side, Skeleton};
use super::solve::resolve;
use super::vector::{Vector, lerp};

/// A part of the leg a band is put round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub(crate) enum BandPlace {
    Thigh,
    Shank,
}

/// One thing besides the body. Places are forward, (up,) right in body heights.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) enum Prop {
    Mat {
        #[serde(default)]
        at: (Number, Number),
        /// Length forward, width.
        #[serde(default = "mat_size")]
        size: (Number, Number),
    },
    /// A wall across the figure's way, its face at `x`; negative thickness puts it behind the figure.
    Wall {
        x: Number,
        #[serde(default = "wall_thickness")]
        thickness: Number,
    },
    /// A wall beside the figure, its face at `z` (positive: on the right), from one place forward to another.
    SideWall { z: Number, from: Number, to: Number },
    /// A box, step or bench between two opposite corners.
    Box { low: Vector, high: Vector },
    Chair {
        #[serde(default)]
        at: (Number, Number),
        #[serde(default = "chair_height")]
        height: Number,
    },
    Post {
        at: (Number, Number),
        #[serde(default = "post_height")]
        height: Number,
    },
    /// A foam roller lying across, resting at `at`.
    Roller { at: Vector },
    /// A rolled towel under a knee.
    RolledTowel {
        at: Vector,
        #[serde(default = "roll_radius")]
        radius: Number,
    },
    /// A towel spread on the floor.
    Towel {
        at: (Number, Number),
        size: (Number, Number),
        #[serde(default)]
        wrinkle: Number,
    },
    /// A loop band round both legs.
    LoopBand { on: BandPlace, along: Number },
    /// A band from behind one knee to a fixed point; both knees if `leg` is left out.
    Pull {
        #[serde(default, deserialize_with = "given")]
        leg: Option<Side>,
        to: Vector,
    },
    /// A strap through places on the body, in order.
    Strap { through: Vec<Target> },
}

fn mat_size() -> (Number, Number) {
    (Number::constant(1.25), Number::constant(0.42))
}
fn wall_thickness() -> Number {
    Number::constant(0.9)
}
fn chair_height() -> Number {
    Number::constant(0.26)
}
fn post_height() -> Number {
    Number::constant(0.6)
}
fn roll_radius() -> Number {
    Number::constant(0.03)
}

const WALL_HEIGHT: f32 = 1.6;
const WALL_HALF_DEPTH: f32 = 0.34;
const SIDE_WALL_THICKNESS: f32 = 0.9;
const SEAT_HALF_WIDTH: f32 = 0.12;
const ROLLER_RADIUS: f32 = 0.045;
const ROLLER_HALF_LENGTH: f32 = 0.15;
const ROLL_HALF_LENGTH: f32 = 0.07;
/// Points of a strap that are drawn; more are ignored.
const STRAP_POINTS: usize = 16;

impl Prop {
    /// The prop for the exercise's other side.
    pub(crate) fn mirrored(&self) -> Self {
        let flat = |(x, z): (Number, Number)| (x, z.negated());
        match self.clone() {
            Self::Mat { at, size } => Self::Mat { at: flat(at), size },
            Self::Wall { x, thickness } => Self::Wall { x, thickness },
            Self::SideWall { z, from, to } => Self::SideWall {
                z: z.negated(),
                from,
                to,
            },
            Self::Box { low, high } => Self::Box {
                low: Vector::new(low.x, low.y, -high.z),
                high: Vector::new(high.x, high.y, -low.z),
            },
            Self::Chair { at, height } => Self::Chair {
                at: flat(at),
                height,
            },
            Self::Post { at, height } => Self::Post {
                at: flat(at),
                height,
            },
            Self::Roller { at } => Self::Roller { at: at.mirrored() },
            Self::RolledTowel { at, radius } => Self::RolledTowel {
                at: at.mirrored(),
                radius,
            },
            Self::Towel { at, size, wrinkle } => Self::Towel {
                at: flat(at),
                size,
                wrinkle,
            },
            band @ Self::LoopBand { .. } => band,
            Self::Pull { leg, to } => Self::Pull {
                leg: leg.map(Side::other),
                to: to.mirrored(),
            },
            Self::Strap { through } => Self::Strap {
                through: through.into_iter().map(Target::mirrored).collect(),
            },
        }
    }
}

/// A prop, or a piece of one, that stands still.
#[derive(Clone, Debug, Default)]
pub(crate) struct Piece {
    pub discs: Vec<Disc>,
    pub sheet: Sheet,
}

/// The still pieces of some props: those behind everything, and those that are sorted with the body.
#[derive(Clone, Debug, Default)]
pub(crate) struct Furniture {
    pub behind: Vec<Piece>,
    pub among: Vec<Piece>,
}

const WOOD: [Ink; 3] = [Ink::PropTop, Ink::PropFace, Ink::PropSide];
const PLASTER: [Ink; 3] = [Ink::WallEdge, Ink::Wall, Ink::WallEdge];

impl Furniture {
    pub(crate) fn new(props: &[Prop], camera: &Camera) -> Self {
        let mut furniture = Self::default();
        for prop in props {
            furniture.add(prop, camera);
        }
        furniture
    }

    fn add(&mut self, prop: &Prop, camera: &Camera) {
        match *prop {
            Prop::Mat { at, size } => self.behind.push(mat(at, size, camera)),
            Prop::Towel { at, size, wrinkle } => {
                self.behind.push(towel(at, size, wrinkle.get(), camera));
            }
            Prop::Wall { x, thickness } => {
                let (near, far) = (x.get(), x.get() + thickness.get());
                self.behind.push(cuboid(
                    Vector::new(near.min(far), 0.0, -WALL_HALF_DEPTH),
                    Vector::new(near.max(far), WALL_HEIGHT, WALL_HALF_DEPTH),
                    PLASTER,
                    camera,
                ));
            }
            Prop::SideWall { z, from, to } => {
                let (near, far) = (z.get(), z.get() + SIDE_WALL_THICKNESS.copysign(z.get()));
                self.behind.push(cuboid(
                    Vector::new(from.get().min(to.get()), 0.0, near.min(far)),
                    Vector::new(from.get().max(to.get()), WALL_HEIGHT, near.max(far)),
                    PLASTER,
                    camera,
                ));
            }
            Prop::Box { low, high } => self.among.push(cuboid(low, high, WOOD, camera)),
            Prop::Post { at, height } => {
                let (x, z) = (at.0.get(), at.1.get());
                self.among.push(cuboid(
                    Vector::new(x - 0.014, 0.0, z - 0.014),
                    Vector::new(x + 0.014, height.get(), z + 0.014),
                    WOOD,
                    camera,
                ));
            }
            Prop::Chair { at, height } => self.add_chair(at, height.get(), camera),
            Prop::Roller { at } => {
                let ends = (ROLLER_RADIUS, ROLLER_HALF_LENGTH);
                self.among
                    .push(cylinder(at, ends, [Ink::Roller; 2], camera));
            }
            Prop::RolledTowel { at, radius } => {
                let ends = (radius.get(), ROLL_HALF_LENGTH);
                self.among
                    .push(cylinder(at, ends, [Ink::Towel, Ink::TowelEdge], camera));
            }
            Prop::LoopBand { .. } | Prop::Pull { .. } | Prop::Strap { .. } => {}
        }
    }

    fn add_chair(&mut self, (x, z): (Number, Number), height: f32, camera: &Camera) {
        let (x, z, half) = (x.get(), z.get(), SEAT_HALF_WIDTH);
        for leg_x in [x - half + 0.012, x + half - 0.012] {
            for leg_z in [z - half + 0.012, z + half - 0.012] {
                let leg = cuboid(
                    Vector::new(leg_x - 0.010, 0.0, leg_z - 0.010),
                    Vector::new(leg_x + 0.010, height - 0.03, leg_z + 0.010),
                    WOOD,
                    camera,
                );
                let far = (leg_z - z) * camera.viewer.z < 0.0;
                if far {
                    &mut self.behind
                } else {
                    &mut self.among
                }
                .push(leg);
            }
        }
        let back = x - (half - 0.012);
        self.among.push(cuboid(
            Vector::new(x - half, height - 0.032, z - half),
            Vector::new(x + half, height, z + half),
            WOOD,
            camera,
        ));
        self.among.push(cuboid(
            Vector::new(back - 0.012, height, z - half),
            Vector::new(back + 0.012, height + 0.24, z + half),
            WOOD,
            camera,
        ));
    }
}

/// Draws a piece once, for good.
fn piece(camera: &Camera, discs: Vec<Disc>, draw: impl FnOnce(&mut Pen<'_>)) -> Piece {
    let mut sheet = Sheet::default();
    let mut tools = Tools::default();
    draw(&mut Pen::new(camera, &mut sheet, &mut tools));
    Piece { discs, sheet }
}

/// An axis-aligned box: only the faces that look at the viewer. `inks` colour its top, its sides across the picture
/// and its ends.
fn cuboid(low: Vector, high: Vector, inks: [Ink; 3], camera: &Camera) -> Piece {
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
fn cylinder(
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

fn mat((x, z): (Number, Number), (length, width): (Number, Number), camera: &Camera) -> Piece {
    let corners = |height: f32| rounded_rectangle((x, z), (length, width), 0.03, height, camera);
    piece(camera, Vec::new(), |pen| {
        pen.hull(corners(-0.010).chain(corners(0.0)));
        pen.fill(Ink::MatEdge, 1.0);
        pen.rounded(corners(0.0));
        pen.fill(Ink::Mat, 1.0);
    })
}

fn towel(at: (Number, Number), size: (Number, Number), wrinkle: f32, camera: &Camera) -> Piece {
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

pub(crate) fn disc(camera: &Camera, point: Vector, radius: f32) -> Disc {
    Disc {
        at: camera.project(point),
        depth: camera.depth(point),
        radius,
    }
}

/// A band is drawn a little in front of what it goes round.
const BAND_LIFT: f32 = 0.02;
const STRAP_LIFT: f32 = 0.03;

fn lifted(disc: Disc, lift: f32) -> Disc {
    Disc {
        depth: disc.depth + lift,
        ..disc
    }
}

pub(crate) fn loop_band_discs(
    tubes: [&[Section]; 2],
    along: f32,
    camera: &Camera,
) -> impl Iterator<Item = Disc> {
    tubes
        .into_iter()
        .filter(|tube| !tube.is_empty())
        .map(move |tube| {
            let section = section_at(tube, along);
            let radius = section.radii.half_width().min(section.radii.half_depth());
            lifted(disc(camera, section.centre, radius), BAND_LIFT)
        })
}

pub(crate) fn paint_loop_band(pen: &mut Pen<'_>, tubes: [&[Section]; 2], along: f32) {
    let camera = pen.camera;
    let around = tubes
        .into_iter()
        .filter(|tube| !tube.is_empty())
        .flat_map(|tube| {
            [along - 0.034, along + 0.034]
                .into_iter()
                .flat_map(move |edge| {
                    let section = section_at(tube, edge).grown(0.004);
                    (0..16).map(move |i| {
                        camera.project(section.point(std::f32::consts::TAU * i as f32 / 16.0))
                    })
                })
        });
    pen.hull(around);
    pen.fill(Ink::Band, 1.0);
}

/// The loop round the knee that a pulling band ends in.
pub(crate) fn pull_loop_discs(
    shank: &[Section],
    to: Vector,
    camera: &Camera,
) -> impl Iterator<Item = Disc> {
    let knee = section_at(shank, 0.0).centre;
    [0.0, 0.15, 0.3, 0.5, 0.7, 1.0]
        .into_iter()
        .map(move |share| lifted(disc(camera, knee.towards(to, share), 0.02), STRAP_LIFT))
}

pub(crate) fn paint_pull_loop(pen: &mut Pen<'_>, shank: &[Section]) {
    let rings =
        [0.0, 0.10].map(|along| Ring::new(&section_at(shank, along).grown(0.005), pen.camera));
    pen.silhouette_sides(&rings);
    pen.fill(Ink::Band, 1.0);
}

/// One of the two straps from the knee to the fixed point, on the given side of the knee.
pub(crate) fn pull_strap_discs(
    shank: &[Section],
    edge: f32,
    to: Vector,
    camera: &Camera,
) -> impl Iterator<Item = Disc> {
    let from = pull_edge(shank, 0.0, edge);
    [0.2, 0.4, 0.6, 0.8]
        .into_iter()
        .map(move |share| disc(camera, from.towards(to, share), 0.012))
}

fn pull_edge(shank: &[Section], along: f32, edge: f32) -> Vector {
    section_at(shank, along)
        .grown(0.005)
        .point(edge * std::f32::consts::FRAC_PI_2)
}

pub(crate) fn paint_pull_strap(pen: &mut Pen<'_>, shank: &[Section], edge: f32, to: Vector) {
    let corners = [
        pull_edge(shank, 0.0, edge),
        pull_edge(shank, 0.10, edge),
        to - Vector::UP * 0.012,
        to + Vector::UP * 0.012,
    ];
    pen.hull(corners.map(|corner| pen.camera.project(corner)));
    pen.fill(Ink::Band.shaded(if edge > 0.0 { 0.0 } else { 0.25 }), 1.0);
}

pub(crate) fn strap_discs(
    through: &[Target],
    skeleton: &Skeleton,
    camera: &Camera,
) -> impl Iterator<Item = Disc> {
    through
        .iter()
        .take(STRAP_POINTS)
        .map(move |target| lifted(disc(camera, resolve(skeleton, target), 0.01), STRAP_LIFT))
}

pub(crate) fn paint_strap(pen: &mut Pen<'_>, through: &[Target], skeleton: &Skeleton) {
    let camera = pen.camera;
    let points = through.iter().take(STRAP_POINTS);
    pen.line(points.map(|target| camera.project(resolve(skeleton, target))));
    pen.stroke(Ink::Band, 0.014, 1.0);
}
