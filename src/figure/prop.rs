//! What an exercise is done with: mat, wall, chair, step, band, towel, ball, sloping board.

mod shape;
mod solid;

use serde::Deserialize;

use super::number::{Number, given};
use super::pose::Target;
use super::skeleton::Skeleton;
use super::vector::Vector;
use crate::figure::outline::camera::Camera;
use crate::figure::outline::contour::Pen;
use crate::figure::outline::drawing::{Ink, Sheet};
use crate::figure::outline::order::Disc;
use crate::figure::outline::ring::Ring;
use crate::figure::skeleton::solve::resolve;
use crate::figure::surface::section::{Section, section_at};
use crate::side::Side;
pub(crate) use shape::Shape;
use solid::{ball, cuboid, cylinder, mat, towel, wedge};

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
    /// A ball, its centre at `at`.
    Ball {
        at: Vector,
        #[serde(default = "ball_radius")]
        radius: Number,
    },
    /// A sloping board around `at`, its high edge at the back end.
    Wedge {
        at: (Number, Number),
        /// Length forward, width.
        size: (Number, Number),
        /// Height of the high edge.
        rise: Number,
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
/// A small hard ball for the foot.
fn ball_radius() -> Number {
    Number::constant(0.02)
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
            Self::Ball { at, radius } => Self::Ball {
                at: at.mirrored(),
                radius,
            },
            Self::Wedge { at, size, rise } => Self::Wedge {
                at: flat(at),
                size,
                rise,
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
            Prop::Ball { at, radius } => self.among.push(ball(at, radius.get(), camera)),
            Prop::Wedge { at, size, rise } => {
                self.among.push(wedge(at, size, rise.get(), camera));
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
    pen.silhouette_sides(&rings, (false, false));
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
