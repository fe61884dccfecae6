//! Convex hulls: of balls, of rings seen end-on, of points.

use std::f32::consts::TAU;
use std::sync::LazyLock;

use super::camera::Point;
use super::contour::{Pen, Tools, refill};
use super::ring::Ring;
use crate::figure::vector::Vector;

/// In how many directions a hull is felt for. At 600 pixels to a body height what lies between two of them is less
/// than half a pixel.
const DIRECTIONS: usize = 24;

/// Unit vectors all round, in the order all outlines run.
struct Round {
    x: [f32; DIRECTIONS],
    y: [f32; DIRECTIONS],
}

static ROUND: LazyLock<Round> = LazyLock::new(|| {
    let angle = |i: usize| TAU * i as f32 / DIRECTIONS as f32;
    Round {
        x: std::array::from_fn(|i| angle(i).cos()),
        y: std::array::from_fn(|i| angle(i).sin()),
    }
});

/// How far a shape reaches in each direction, and where.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reach {
    far: [f32; DIRECTIONS],
    x: [f32; DIRECTIONS],
    y: [f32; DIRECTIONS],
}

impl Reach {
    fn of_ring(ring: &Ring, round: &Round) -> Self {
        let mut reach = Self {
            far: [0.0; DIRECTIONS],
            x: [0.0; DIRECTIONS],
            y: [0.0; DIRECTIONS],
        };
        for i in 0..DIRECTIONS {
            let point = ring.farthest(round.x[i], round.y[i]);
            reach.far[i] = point.x * round.x[i] + point.y * round.y[i];
            reach.x[i] = point.x;
            reach.y[i] = point.y;
        }
        reach
    }

    /// Of discs in a picture whose height is squashed; what is compared is as before that.
    fn of_discs(
        discs: impl Iterator<Item = (Point, f32)> + Clone,
        squash: f32,
        round: &Round,
    ) -> Self {
        let mut reach = Self {
            far: [f32::NEG_INFINITY; DIRECTIONS],
            x: [0.0; DIRECTIONS],
            y: [0.0; DIRECTIONS],
        };
        for (centre, radius) in discs {
            for i in 0..DIRECTIONS {
                let (x, y) = (round.x[i], round.y[i]);
                let far = centre.x * x + centre.y / squash * y + radius;
                if far > reach.far[i] {
                    reach.far[i] = far;
                    reach.x[i] = centre.x + radius * x;
                    reach.y[i] = centre.y + radius * y * squash;
                }
            }
        }
        reach
    }

    /// Whether the hull of another lies within this one's, or reaches out of it by less than some slack.
    fn holds(&self, other: &Self, slack: f32) -> bool {
        let pairs = self.far.iter().zip(&other.far);
        pairs.into_iter().all(|(far, other)| *other <= far + slack)
    }

    /// Whether the hull of two others bulges out of the hulls of each with this one by no more than can be seen. It does
    /// where this one holds a section of the way from one to the other: how far a section reaches changes evenly along
    /// the way, so each direction allows a stretch of it.
    fn bridges(&self, first: &Self, last: &Self) -> bool {
        /// In body heights: less than half a pixel.
        const SLACK: f32 = 8e-4;

        let (mut from, mut to) = (0.0_f32, 1.0_f32);
        for i in 0..DIRECTIONS {
            let room = self.far[i] + SLACK - first.far[i];
            let change = last.far[i] - first.far[i];
            if change.abs() < 1e-6 {
                if room < 0.0 {
                    return false;
                }
            } else if change > 0.0 {
                to = to.min(room / change);
            } else {
                from = from.max(room / change);
            }
        }
        from <= to
    }

    fn point(&self, i: usize) -> Point {
        Point::new(self.x[i], self.y[i])
    }
}

impl Pen<'_> {
    /// The convex hull of some balls.
    pub(crate) fn hull_of_balls<const N: usize>(&mut self, balls: [(Vector, f32); N]) {
        let balls = balls.map(|(centre, radius)| (self.camera.project(centre), radius));
        let reach = Reach::of_discs(balls.iter().copied(), 1.0, &ROUND);
        refill(
            &mut self.tools.polygon,
            (0..DIRECTIONS).map(|i| reach.point(i)),
        );
        self.emit_straight();
    }

    /// The union of the convex hulls of some rows of discs on the ground, outlined as coarsely as suits a shadow. `squash`
    /// flattens the picture's height. A row that lies within another's hull is left out: it would cost and not show.
    pub(crate) fn hulls_of_rows<R: Iterator<Item = (Point, f32)> + Clone>(
        &mut self,
        rows: impl Iterator<Item = R>,
        squash: f32,
    ) {
        /// By less than this, in body heights, a row may stand out and still count as within.
        const SLACK: f32 = 0.004;

        let tools = &mut *self.tools;
        let hulls = &mut tools.reaches;
        hulls.clear();
        for row in rows {
            let hull = Reach::of_discs(row, squash, &ROUND);
            if !hulls.iter().any(|other| other.holds(&hull, SLACK)) {
                hulls.retain(|other| !hull.holds(other, SLACK));
                hulls.push(hull);
            }
        }
        for i in 0..self.tools.reaches.len() {
            let tools = &mut *self.tools;
            let Some(hull) = tools.reaches.get(i) else {
                break;
            };
            let points = (0..DIRECTIONS).step_by(2).map(|i| hull.point(i));
            refill(&mut tools.polygon, points);
            self.emit_straight();
        }
    }

    /// The union of the hulls of neighbouring rings: any tube, from any side. Rings in a line share one hull.
    pub(crate) fn ring_hulls<'r>(&mut self, rings: impl IntoIterator<Item = &'r Ring>) {
        self.tools.reaches.clear();
        for ring in rings {
            let reach = Reach::of_ring(ring, &ROUND);
            let is_in_line = match self.tools.reaches.as_slice() {
                [first, between @ ..] => between.iter().all(|ring| ring.bridges(first, &reach)),
                [] => true,
            };
            if !is_in_line {
                self.hull_of_reaches();
                let last = self.tools.reaches.len() - 1;
                drop(self.tools.reaches.drain(..last));
            }
            self.tools.reaches.push(reach);
        }
        if self.tools.reaches.len() > 1 {
            self.hull_of_reaches();
        }
    }

    /// The convex hull of the shapes that have been felt for.
    fn hull_of_reaches(&mut self) {
        let Tools {
            polygon, reaches, ..
        } = &mut *self.tools;
        refill(
            polygon,
            (0..DIRECTIONS).filter_map(|i| {
                let farthest = reaches.iter().max_by(|a, b| a.far[i].total_cmp(&b.far[i]));
                farthest.map(|reach| reach.point(i))
            }),
        );
        self.emit_straight();
    }

    /// The convex hull of a dense set of points, felt for from all round.
    pub(crate) fn hull_of_cloud(&mut self, points: impl IntoIterator<Item = Point>) {
        let round = &*ROUND;
        let tools = &mut *self.tools;
        refill(&mut tools.points, points);
        tools.polygon.clear();
        for first in (0..DIRECTIONS).step_by(LANES) {
            let x: [f32; LANES] = std::array::from_fn(|lane| round.x[first + lane]);
            let y: [f32; LANES] = std::array::from_fn(|lane| round.y[first + lane]);
            for farthest in farthest_of(&tools.points, x, y) {
                if let Some(&point) = tools.points.get(farthest as usize)
                    && tools.polygon.last() != Some(&point)
                {
                    tools.polygon.push(point);
                }
            }
        }
        self.emit_straight();
    }

    /// The exact convex hull of some points: Andrew's monotone chain.
    pub(crate) fn hull(&mut self, points: impl IntoIterator<Item = Point>) {
        let tools = &mut *self.tools;
        refill(&mut tools.points, points);
        tools
            .points
            .sort_unstable_by(|a, b| a.x.total_cmp(&b.x).then(a.y.total_cmp(&b.y)));
        let hull = &mut tools.polygon;
        hull.clear();
        for point in &tools.points {
            extend_chain(hull, 0, *point);
        }
        let lower = hull.len().saturating_sub(1);
        for point in tools.points.iter().rev() {
            extend_chain(hull, lower, *point);
        }
        let _ = hull.pop();
        self.emit_straight();
    }
}

/// So many directions are compared at once: what a processor's vector registers hold.
const LANES: usize = 4;

/// The index of the farthest point in each of some directions.
fn farthest_of(points: &[Point], x: [f32; LANES], y: [f32; LANES]) -> [u32; LANES] {
    let mut far = [f32::NEG_INFINITY; LANES];
    let mut at = [0_u32; LANES];
    for (i, point) in (0_u32..).zip(points) {
        for lane in 0..LANES {
            let reach = point.x * x[lane] + point.y * y[lane];
            let farther = reach > far[lane];
            far[lane] = if farther { reach } else { far[lane] };
            at[lane] = if farther { i } else { at[lane] };
        }
    }
    at
}

/// Adds a point to a chain that begins at `start`, dropping what it makes concave.
fn extend_chain(hull: &mut Vec<Point>, start: usize, point: Point) {
    while let [.., p, q] = hull[start.min(hull.len())..] {
        if (q.x - p.x) * (point.y - p.y) - (q.y - p.y) * (point.x - p.x) > 0.0 {
            break;
        }
        let _ = hull.pop();
    }
    hull.push(point);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::Drawing;
    use crate::figure::number::Number;
    use crate::figure::outline::camera::{Camera, View};
    use crate::figure::outline::contour::Tools;
    use crate::figure::outline::drawing::{Command, Ink, Paint, Sheet};
    use crate::figure::surface::section::{Radii, Section};

    /// How many outlines are drawn.
    fn outlines(draw: impl FnOnce(&mut Pen<'_>)) -> usize {
        let view = View {
            yaw: Number::constant(0.0),
            pitch: Number::constant(8.0),
        };
        let camera = Camera::new(view, false, 0.0);
        let (mut sheet, mut tools) = (Sheet::default(), Tools::default());
        draw(&mut Pen::new(&camera, &mut sheet, &mut tools));
        let mut drawing = Drawing::new();
        sheet.finish(0, Paint::Fill, Ink::Shadow.into(), 1.0);
        drawing.sheet = sheet;
        drawing
            .shapes()
            .flat_map(|(_, commands)| commands)
            .filter(|command| matches!(command, Command::Close))
            .count()
    }

    /// How many outlines the shadows of these rows of discs have.
    fn shadows(rows: &[&[(f32, f32, f32)]]) -> usize {
        outlines(|pen| {
            let rows = rows
                .iter()
                .map(|row| row.iter().map(|&(x, y, radius)| (Point::new(x, y), radius)));
            pen.hulls_of_rows(rows, 0.3);
        })
    }

    /// How many outlines a tube has whose upright rings stand this far forward and are this wide.
    fn tube(rings: &[(f32, f32)]) -> usize {
        outlines(|pen| {
            let ring = |(up, &(forward, radius)): (usize, &(f32, f32))| {
                let section = Section {
                    centre: Vector::new(forward, 0.1 * up as f32, 0.0),
                    axis: Vector::UP,
                    front: Vector::new(1.0, 0.0, 0.0),
                    outer: Vector::new(0.0, 0.0, 1.0),
                    radii: Radii::round(radius),
                    along: up as f32,
                };
                Ring::new(&section, pen.camera)
            };
            let rings: Vec<Ring> = rings.iter().enumerate().map(ring).collect();
            pen.ring_hulls(&rings);
        })
    }

    #[test]
    fn rings_in_a_line_share_one_hull() {
        assert_eq!(tube(&[(0.0, 0.06), (0.0, 0.05), (0.0, 0.04)]), 1, "a cone");
        assert_eq!(
            tube(&[(0.0, 0.06), (0.1, 0.06), (0.2, 0.06)]),
            1,
            "it leans"
        );
        assert_eq!(
            tube(&[(0.0, 0.04), (0.0, 0.07), (0.0, 0.04)]),
            1,
            "a barrel"
        );
        assert_eq!(tube(&[(0.0, 0.06), (0.0, 0.04), (0.0, 0.06)]), 2, "a waist");
        assert_eq!(tube(&[(0.0, 0.05), (0.08, 0.05), (0.0, 0.05)]), 2, "a bend");
        let long = [
            (0.0, 0.05),
            (0.1, 0.05),
            (0.2, 0.05),
            (0.2, 0.05),
            (0.2, 0.05),
        ];
        assert_eq!(tube(&long), 2, "a knee between two straight pieces");
        assert_eq!(tube(&[(0.0, 0.05)]), 0, "one ring is no tube");
    }

    #[test]
    fn a_row_within_another_throws_no_shadow_of_its_own() {
        let long = [(0.0, 0.0, 0.05), (0.4, 0.0, 0.04)];
        let within = [(0.1, 0.0, 0.02), (0.2, 0.002, 0.03)];
        let beside = [(0.1, 0.05, 0.02), (0.2, 0.05, 0.02)];
        assert_eq!(shadows(&[&long]), 1);
        assert_eq!(shadows(&[&long, &within]), 1);
        assert_eq!(shadows(&[&within, &long]), 1, "whichever comes first");
        assert_eq!(shadows(&[&long, &long]), 1, "of two alike one stays");
        assert_eq!(shadows(&[&long, &beside]), 2);
    }
}
