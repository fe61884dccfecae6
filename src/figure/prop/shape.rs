//! The props as bodies in space: how far a point is from what one can rest on, lean against or walk into.

use super::{
    Prop, ROLL_HALF_LENGTH, ROLLER_HALF_LENGTH, ROLLER_RADIUS, SEAT_HALF_WIDTH,
    SIDE_WALL_THICKNESS, WALL_HALF_DEPTH, WALL_HEIGHT,
};
use crate::figure::vector::Vector;

/// The shape of a prop, or of a part of one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Shape {
    /// A box between two opposite corners.
    Block {
        low: Vector,
        high: Vector,
    },
    /// A board that slopes down forward, on a box between two opposite corners.
    Slope {
        low: Vector,
        high: Vector,
    },
    /// A cylinder that lies across.
    Roll {
        centre: Vector,
        radius: f32,
        half_length: f32,
    },
    Ball {
        centre: Vector,
        radius: f32,
    },
}

impl Shape {
    /// The corners of the box around it.
    pub(crate) fn corners(&self) -> [Vector; 8] {
        let (low, high) = match *self {
            Self::Block { low, high } | Self::Slope { low, high } => (low, high),
            Self::Roll {
                centre,
                radius,
                half_length,
            } => {
                let half = Vector::new(radius, radius, half_length);
                (centre - half, centre + half)
            }
            Self::Ball { centre, radius } => {
                let half = Vector::new(radius, radius, radius);
                (centre - half, centre + half)
            }
        };
        std::array::from_fn(|i| {
            let pick = |bit: usize, low: f32, high: f32| if i & bit == 0 { low } else { high };
            Vector::new(
                pick(1, low.x, high.x),
                pick(2, low.y, high.y),
                pick(4, low.z, high.z),
            )
        })
    }

    /// The distance of a point from the surface, negative inside. Outside of a slope's edges a little too short.
    pub(crate) fn distance(&self, point: Vector) -> f32 {
        match *self {
            Self::Block { low, high } => block(point, low, high),
            Self::Slope { low, high } => {
                let normal = Vector::new(high.y - low.y, high.x - low.x, 0.0).unit_or(Vector::UP);
                let tip = Vector::new(high.x, low.y, 0.0);
                block(point, low, high).max((point - tip).dot(normal))
            }
            Self::Roll {
                centre,
                radius,
                half_length,
            } => {
                let from = point - centre;
                let aside = from.x.hypot(from.y) - radius;
                aside.max(from.z.abs() - half_length)
            }
            Self::Ball { centre, radius } => (point - centre).length() - radius,
        }
    }

    /// The height of the surface on which a point dropped from above would come to lie, if it would.
    pub(crate) fn top(&self, x: f32, z: f32) -> Option<f32> {
        match *self {
            Self::Block { low, high } => {
                let over = (low.x..=high.x).contains(&x) && (low.z..=high.z).contains(&z);
                over.then_some(high.y)
            }
            Self::Slope { low, high } => {
                let over = (low.x..=high.x).contains(&x) && (low.z..=high.z).contains(&z);
                let share = (high.x - x) / (high.x - low.x).max(1e-6);
                over.then_some(low.y + (high.y - low.y) * share)
            }
            Self::Roll {
                centre,
                radius,
                half_length,
            } => {
                let over = (z - centre.z).abs() <= half_length;
                cap(x - centre.x, radius)
                    .filter(|_| over)
                    .map(|rise| centre.y + rise)
            }
            Self::Ball { centre, radius } => {
                cap((x - centre.x).hypot(z - centre.z), radius).map(|rise| centre.y + rise)
            }
        }
    }
}

/// How high a circle rises at some distance from its middle.
fn cap(aside: f32, radius: f32) -> Option<f32> {
    let square = radius * radius - aside * aside;
    (square >= 0.0).then(|| square.sqrt())
}

fn block(point: Vector, low: Vector, high: Vector) -> f32 {
    let beyond = |at: f32, low: f32, high: f32| (low - at).max(at - high);
    let x = beyond(point.x, low.x, high.x);
    let y = beyond(point.y, low.y, high.y);
    let z = beyond(point.z, low.z, high.z);
    let outside = Vector::new(x.max(0.0), y.max(0.0), z.max(0.0)).length();
    outside + x.max(y).max(z).min(0.0)
}

impl Prop {
    /// What of it one can rest on or walk into. What lies flat, is worn, or is too thin to matter has no shape.
    pub(crate) fn shapes(&self) -> Vec<Shape> {
        let upright = |x: [f32; 2], z: [f32; 2]| Shape::Block {
            low: Vector::new(x[0].min(x[1]), 0.0, z[0].min(z[1])),
            high: Vector::new(x[0].max(x[1]), WALL_HEIGHT, z[0].max(z[1])),
        };
        let roll = |at: Vector, radius: f32, half_length: f32| Shape::Roll {
            centre: at + Vector::UP * radius,
            radius,
            half_length,
        };
        match *self {
            Self::Wall { x, thickness } => vec![upright(
                [x.get(), x.get() + thickness.get()],
                [-WALL_HALF_DEPTH, WALL_HALF_DEPTH],
            )],
            Self::SideWall { z, from, to } => vec![upright(
                [from.get(), to.get()],
                [z.get(), z.get() + SIDE_WALL_THICKNESS.copysign(z.get())],
            )],
            Self::Box { low, high } => vec![Shape::Block {
                low: Vector::new(low.x.min(high.x), low.y.min(high.y), low.z.min(high.z)),
                high: Vector::new(low.x.max(high.x), low.y.max(high.y), low.z.max(high.z)),
            }],
            Self::Chair { at, height } => {
                let (x, z, half) = (at.0.get(), at.1.get(), SEAT_HALF_WIDTH);
                let height = height.get();
                let part = |from: f32, low: f32, to: f32, high: f32| Shape::Block {
                    low: Vector::new(x + from, low, z - half),
                    high: Vector::new(x + to, high, z + half),
                };
                vec![
                    part(-half, height - 0.032, half, height),
                    part(-half, height, 0.024 - half, height + 0.24),
                ]
            }
            Self::Wedge { at, size, rise } => {
                let (length, width) = (size.0.get().abs(), size.1.get().abs());
                let corner = |x: f32, y: f32, z: f32| {
                    Vector::new(at.0.get() + x * length, y, at.1.get() + z * width)
                };
                vec![Shape::Slope {
                    low: corner(-0.5, 0.0, -0.5),
                    high: corner(0.5, rise.get().max(0.0), 0.5),
                }]
            }
            Self::Roller { at } => vec![roll(at, ROLLER_RADIUS, ROLLER_HALF_LENGTH)],
            Self::RolledTowel { at, radius } => vec![roll(at, radius.get(), ROLL_HALF_LENGTH)],
            Self::Ball { at, radius } => vec![Shape::Ball {
                centre: at,
                radius: radius.get(),
            }],
            Self::Mat { .. }
            | Self::Post { .. }
            | Self::Towel { .. }
            | Self::LoopBand { .. }
            | Self::Pull { .. }
            | Self::Strap { .. } => Vec::new(),
        }
    }

    /// Whether it gives way under the body, as foam and cloth and balls do.
    pub(crate) fn gives_way(&self) -> bool {
        matches!(
            self,
            Self::Roller { .. } | Self::RolledTowel { .. } | Self::Ball { .. }
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOW: Vector = Vector::new(0.0, 0.0, 0.0);
    const HIGH: Vector = Vector::new(0.4, 0.3, 0.2);

    #[test]
    fn distances_are_those_to_the_nearest_face() {
        let block = Shape::Block {
            low: LOW,
            high: HIGH,
        };
        let slope = Shape::Slope {
            low: LOW,
            high: HIGH,
        };
        let roll = Shape::Roll {
            centre: LOW,
            radius: 0.1,
            half_length: 0.2,
        };
        let ball = Shape::Ball {
            centre: LOW,
            radius: 0.1,
        };
        for (shape, point, distance) in [
            (block, (0.2, 0.35, 0.1), 0.05),
            (block, (0.2, 0.29, 0.1), -0.01),
            (block, (0.43, 0.34, 0.1), 0.05),
            (slope, (0.2, 0.15, 0.1), 0.0),
            (slope, (0.2, 0.1, 0.1), -0.04),
            (slope, (0.2, 0.2, 0.1), 0.04),
            (roll, (0.0, 0.15, 0.1), 0.05),
            (roll, (0.06, 0.0, 0.1), -0.04),
            (ball, (0.0, 0.3, 0.4), 0.4),
        ] {
            let found = shape.distance(Vector::new(point.0, point.1, point.2));
            assert!(
                (found - distance).abs() < 1e-5,
                "{shape:?}, {point:?}: {found}"
            );
        }
    }

    #[test]
    fn what_is_dropped_comes_to_lie_on_top_or_falls_past() {
        let slope = Shape::Slope {
            low: LOW,
            high: HIGH,
        };
        let ball = Shape::Ball {
            centre: HIGH,
            radius: 0.1,
        };
        for (shape, (x, z), top) in [
            (slope, (0.0, 0.1), Some(0.3)),
            (slope, (0.3, 0.1), Some(0.075)),
            (slope, (0.5, 0.1), None),
            (ball, (0.4, 0.2), Some(0.4)),
            (ball, (0.4, 0.4), None),
        ] {
            let found = shape.top(x, z);
            let off = found.zip(top).map(|(found, top)| (found - top).abs());
            assert_eq!(found.is_some(), top.is_some(), "{shape:?}");
            assert!(off.is_none_or(|off| off < 1e-5), "{shape:?}: {found:?}");
        }
    }
}
