//! Contours: how tubes, balls and hulls become closed outlines in the picture.
//!
//! Outlines are emitted with one orientation throughout, so that several of them in one shape unite under the non-zero
//! rule instead of cancelling.

use std::f32::consts::{FRAC_PI_2, PI, TAU};

use super::camera::{Camera, Point};
use super::drawing::{Command, Paint, Sheet, Tint};
use super::hull::Reach;
use super::ring::{Arc, Half, Ring};
use crate::figure::vector::Vector;

/// Memory for outlines under construction.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tools {
    low: Vec<Point>,
    high: Vec<Point>,
    pub(super) polygon: Vec<Point>,
    pub(super) points: Vec<Point>,
    arcs: Vec<Option<Arc>>,
    pub(super) reaches: Vec<Reach>,
}

/// Draws outlines through a camera onto a sheet.
pub(crate) struct Pen<'a> {
    pub camera: &'a Camera,
    pub sheet: &'a mut Sheet,
    pub tools: &'a mut Tools,
    /// Where the outline of the present shape starts.
    mark: usize,
}

impl<'a> Pen<'a> {
    pub(crate) fn new(camera: &'a Camera, sheet: &'a mut Sheet, tools: &'a mut Tools) -> Self {
        let mark = sheet.mark();
        Self {
            camera,
            sheet,
            tools,
            mark,
        }
    }

    /// Fills everything outlined since the last shape.
    pub(crate) fn fill(&mut self, tint: impl Into<Tint>, alpha: f32) {
        self.sheet
            .finish(self.mark, Paint::Fill, tint.into(), alpha);
        self.mark = self.sheet.mark();
    }

    /// Strokes everything outlined since the last shape.
    pub(crate) fn stroke(&mut self, tint: impl Into<Tint>, width: f32, alpha: f32) {
        self.sheet
            .finish(self.mark, Paint::Stroke { width }, tint.into(), alpha);
        self.mark = self.sheet.mark();
    }

    /// An open line.
    pub(crate) fn line(&mut self, points: impl IntoIterator<Item = Point>) {
        for (i, point) in points.into_iter().enumerate() {
            self.sheet.push(if i == 0 {
                Command::MoveTo(point)
            } else {
                Command::LineTo(point)
            });
        }
    }

    /// A closed outline with straight edges.
    pub(crate) fn polygon(&mut self, points: impl IntoIterator<Item = Point>) {
        refill(&mut self.tools.polygon, points);
        self.emit_straight();
    }

    /// A closed outline rounded at its vertices.
    pub(crate) fn rounded(&mut self, points: impl IntoIterator<Item = Point>) {
        refill(&mut self.tools.polygon, points);
        self.emit_rounded();
    }

    /// A ball.
    pub(crate) fn ball(&mut self, centre: Vector, radius: f32) {
        let centre = self.camera.project(centre);
        self.oval(|(cos, sin)| Point::new(centre.x + radius * cos, centre.y + radius * sin));
    }

    /// An ellipse that lies level in the picture.
    pub(crate) fn ellipse(&mut self, centre: Point, half_width: f32, half_height: f32) {
        self.oval(|(cos, sin)| {
            Point::new(centre.x + half_width * cos, centre.y + half_height * sin)
        });
    }

    /// Puts a finished picture on the sheet.
    pub(crate) fn append(&mut self, sheet: &Sheet) {
        self.sheet.append(sheet);
        self.mark = self.sheet.mark();
    }

    /// A closed oval through eight quadratic arcs; `at` maps the unit circle into the picture and must be affine on
    /// each quarter.
    fn oval(&mut self, at: impl Fn((f32, f32)) -> Point) {
        // The control point of an eighth of a circle lies on the tangents of its ends.
        const EIGHTHS: usize = 8;
        let stretch = 1.0 / (PI / EIGHTHS as f32).cos();
        let circle = |angle: f32, radius: f32| {
            let (sin, cos) = angle.sin_cos();
            at((cos * radius, sin * radius))
        };
        self.sheet.push(Command::MoveTo(circle(0.0, 1.0)));
        let turn = orientation_of(&at);
        for i in 0..EIGHTHS {
            let step = turn * TAU / EIGHTHS as f32;
            let control = circle(step * (i as f32 + 0.5), stretch);
            self.sheet.push(Command::QuadTo(
                control,
                circle(step * (i as f32 + 1.0), 1.0),
            ));
        }
        self.sheet.push(Command::Close);
    }

    /// The hull of two balls, exactly: two arcs and two tangents. `squash` flattens the picture's height, which turns
    /// balls into discs lying on the ground.
    pub(crate) fn capsule(&mut self, a: (Point, f32), b: (Point, f32), squash: f32) {
        let ((from, small), (to, large)) = if a.1 <= b.1 { (a, b) } else { (b, a) };
        let (dx, dy) = (to.x - from.x, (to.y - from.y) / squash);
        let distance = dx.hypot(dy);
        if distance + small <= large + 1e-6 {
            self.oval(|(cos, sin)| Point::new(to.x + large * cos, to.y + large * sin * squash));
            return;
        }
        // The tangents touch where the normal makes this angle with the axis, seen from the small ball.
        let cos = -(large - small) / distance;
        let sin = (1.0 - cos * cos).max(0.0).sqrt();
        let open = sin.atan2(cos);
        let axis = (dx / distance, dy / distance);
        let at = |centre: Point, radius: f32, (x, y): (f32, f32)| {
            Point::new(centre.x + radius * x, centre.y + radius * y * squash)
        };
        let start = turned(axis, (cos, -sin));
        let end = turned(axis, (cos, sin));
        self.sheet.push(Command::MoveTo(at(to, large, start)));
        self.arc(
            |normal, stretch| at(to, large * stretch, normal),
            start,
            2.0 * open,
        );
        self.sheet.push(Command::LineTo(at(from, small, end)));
        self.arc(
            |normal, stretch| at(from, small * stretch, normal),
            end,
            TAU - 2.0 * open,
        );
        self.sheet.push(Command::Close);
    }

    /// Continues the outline along an arc that begins at the direction `start`, in quadratic steps of at most 60
    /// degrees.
    fn arc(&mut self, at: impl Fn((f32, f32), f32) -> Point, start: (f32, f32), sweep: f32) {
        let steps = (sweep / (PI / 3.0)).ceil().clamp(1.0, 6.0);
        let half = sweep / steps / 2.0;
        let (sin, cos) = half.sin_cos();
        let mut normal = start;
        for _ in 0..steps as usize {
            let control = turned(normal, (cos, sin));
            normal = turned(control, (cos, sin));
            self.sheet
                .push(Command::QuadTo(at(control, 1.0 / cos), at(normal, 1.0)));
        }
    }

    /// The outline of a tube; `caps` close its first and last end with the whole ring. Seen nearly end-on its side
    /// lines mean nothing: then it is the hulls of neighbouring rings.
    pub(crate) fn silhouette(&mut self, rings: &[Ring], caps: (bool, bool)) {
        let Some(last) = rings.last() else {
            return;
        };
        let inner = if rings.len() > 2 {
            &rings[1..rings.len() - 1]
        } else {
            rings
        };
        if inner.iter().any(|ring| ring.facing.abs() > 0.82) {
            let until = rings.len() - 1;
            let every_other = rings[..until].iter().step_by(2).chain([last]);
            self.ring_hulls(every_other);
            return;
        }
        self.silhouette_sides(rings, caps);
    }

    /// A shell over a tube: per ring, the angles of its two edges and how thick it is there.
    pub(crate) fn shell(&mut self, rings: &[Ring], edges: impl Fn(usize, &Ring) -> (Arc, Arc)) {
        let tools = &mut *self.tools;
        tools.low.clear();
        tools.high.clear();
        for (i, ring) in rings.iter().enumerate() {
            let (from, to) = edges(i, ring);
            tools.low.push(ring.grown(from.1).at_angle(from.0));
            tools.high.push(ring.grown(to.1).at_angle(to.0));
        }
        tools.polygon.clear();
        tools.polygon.extend_from_slice(&tools.low);
        tools.polygon.extend(tools.high.iter().rev());
        self.emit_rounded();
    }

    /// The outline of a tube from its side lines, however it is seen. An end that `caps` close has the whole ring within
    /// the outline; of others the near half is the edge.
    pub(crate) fn silhouette_sides(&mut self, rings: &[Ring], caps: (bool, bool)) {
        let (Some(first), Some(last)) = (rings.first(), rings.last()) else {
            return;
        };
        // The outer half of an end that faces the viewer is the far one.
        let half = |is_capped: bool, outward: f32| {
            if is_capped && outward > 0.0 {
                Half::Far
            } else {
                Half::Near
            }
        };
        let tools = &mut *self.tools;
        tools.low.clear();
        tools.high.clear();
        for ring in rings {
            let (low, high) = ring.sides();
            tools.low.push(low);
            tools.high.push(high);
        }
        cut_loops(&mut tools.low);
        cut_loops(&mut tools.high);
        let polygon = &mut tools.polygon;
        polygon.clear();
        polygon.extend_from_slice(&tools.low);
        polygon.extend(last.rim(1.0, half(caps.1, last.facing)));
        polygon.extend(tools.high.iter().rev());
        polygon.extend(first.rim(-1.0, half(caps.0, -first.facing)));
        self.emit_rounded();
    }

    /// A stripe on the surface of a tube: per ring, the arc it covers. Rings without one end it.
    pub(crate) fn stripe(&mut self, rings: &[Ring], arc: impl Fn(usize, &Ring) -> Option<Arc>) {
        let tools = &mut *self.tools;
        tools.arcs.clear();
        tools
            .arcs
            .extend(rings.iter().enumerate().map(|(i, ring)| arc(i, ring)));
        let covered = |arc: &Option<Arc>| arc.is_some();
        let (Some(first), Some(last)) = (
            tools.arcs.iter().position(covered),
            tools.arcs.iter().rposition(covered),
        ) else {
            return;
        };
        tools.low.clear();
        tools.high.clear();
        // One ring more at either end lets the stripe run out at the edge instead of breaking off.
        let (from, to) = (first.saturating_sub(1), (last + 1).min(rings.len() - 1));
        // The edge that a stripe runs along is that of its first arc.
        let edge = tools.arcs[first].map_or(FRAC_PI_2, |(_, edge)| edge);
        for (ring, arc) in rings[from..=to].iter().zip(&tools.arcs[from..=to]) {
            let (low, high) = arc.unwrap_or((edge, edge));
            tools.low.push(ring.at_angle(low));
            tools.high.push(ring.at_angle(high));
        }
        cut_loops(&mut tools.low);
        cut_loops(&mut tools.high);
        let polygon = &mut tools.polygon;
        polygon.clear();
        polygon.extend_from_slice(&tools.low);
        let across =
            |ring: &Ring, (low, high): Arc, share: f32| ring.at_angle(low + (high - low) * share);
        if let Some(end) = tools.arcs[to] {
            polygon.extend([0.25, 0.5, 0.75].map(|share| across(&rings[to], end, share)));
        }
        polygon.extend(tools.high.iter().rev());
        if let Some(start) = tools.arcs[from] {
            polygon.extend([0.75, 0.5, 0.25].map(|share| across(&rings[from], start, share)));
        }
        self.emit_rounded();
    }

    pub(super) fn emit_straight(&mut self) {
        let polygon = &self.tools.polygon;
        let area = signed_area(polygon);
        if area.abs() <= SMALLEST_AREA {
            return;
        }
        let commands = |(i, point): (usize, &Point)| {
            if i == 0 {
                Command::MoveTo(*point)
            } else {
                Command::LineTo(*point)
            }
        };
        if area > 0.0 {
            polygon
                .iter()
                .enumerate()
                .map(commands)
                .for_each(|c| self.sheet.push(c));
        } else {
            polygon
                .iter()
                .rev()
                .enumerate()
                .map(commands)
                .for_each(|c| self.sheet.push(c));
        }
        self.sheet.push(Command::Close);
    }

    /// Quadratics through the middles of the edges, with the vertices as control points. Sharp corners stay.
    fn emit_rounded(&mut self) {
        let polygon = &mut self.tools.polygon;
        drop_needless(polygon);
        let area = signed_area(polygon);
        if area.abs() <= SMALLEST_AREA {
            return;
        }
        if area < 0.0 {
            polygon.reverse();
        }
        let (Some(first), Some(last)) = (polygon.first(), polygon.last()) else {
            return;
        };
        self.sheet.push(Command::MoveTo(last.middle(*first)));
        let count = polygon.len();
        let mut before = *last;
        for i in 0..count {
            let here = polygon[i];
            let next = polygon[if i + 1 == count { 0 } else { i + 1 }];
            let (ux, uy) = (here.x - before.x, here.y - before.y);
            let (vx, vy) = (next.x - here.x, next.y - here.y);
            let along = ux * vx + uy * vy;
            let scale = (ux * ux + uy * uy) * (vx * vx + vy * vy);
            let sharp = scale > 0.0 && (along < 0.0 || along * along < SHARP * SHARP * scale);
            let end = here.middle(next);
            if sharp {
                self.sheet.push(Command::LineTo(here));
                self.sheet.push(Command::LineTo(end));
            } else {
                self.sheet.push(Command::QuadTo(here, end));
            }
            before = here;
        }
        self.sheet.push(Command::Close);
    }
}

/// Outlines with less area than this, in square body heights, are not drawn.
const SMALLEST_AREA: f32 = 1e-7;
/// Corners whose turn has a smaller cosine than this are not rounded.
const SHARP: f32 = 0.55;

pub(super) fn refill(points: &mut Vec<Point>, new: impl IntoIterator<Item = Point>) {
    points.clear();
    points.extend(new);
}

/// A direction turned by an angle, both as cosine and sine.
fn turned((x, y): (f32, f32), (cos, sin): (f32, f32)) -> (f32, f32) {
    (x * cos - y * sin, x * sin + y * cos)
}

/// 1 where increasing angles run the way all outlines do, else -1.
fn orientation_of(at: &impl Fn((f32, f32)) -> Point) -> f32 {
    let corners = [(1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0)].map(at);
    if signed_area(&corners) < 0.0 {
        -1.0
    } else {
        1.0
    }
}

fn signed_area(polygon: &[Point]) -> f32 {
    let Some(mut before) = polygon.last().copied() else {
        return 0.0;
    };
    let origin = before;
    let mut twice = 0.0;
    for &point in polygon {
        twice += (before.x - origin.x) * (point.y - origin.y)
            - (point.x - origin.x) * (before.y - origin.y);
        before = point;
    }
    twice / 2.0
}

/// Takes out vertices that repeat the one before, and those that lie on the way from the one before to the next: the
/// renderer's work grows with every vertex.
fn drop_needless(polygon: &mut Vec<Point>) {
    /// As near as this to the straight way, in body heights, no bend is seen: a tenth of a pixel on a stage.
    const STRAIGHT: f32 = 1.5e-4;
    /// Of a gentle bend, so many in a row may go.
    const IN_A_ROW: usize = 3;

    polygon.dedup_by(|next, kept| (next.x - kept.x).abs() + (next.y - kept.y).abs() < 2e-4);
    let mut kept = 1;
    let mut gone = 0;
    for i in 1..polygon.len() {
        let (before, here) = (polygon[kept - 1], polygon[i]);
        let next = polygon.get(i + 1).copied();
        if gone < IN_A_ROW && next.is_some_and(|next| is_on_the_way(before, here, next, STRAIGHT)) {
            gone += 1;
        } else {
            polygon[kept] = here;
            kept += 1;
            gone = 0;
        }
    }
    polygon.truncate(kept);
}

/// Whether a point lies between two others, within this of the straight line.
fn is_on_the_way(before: Point, here: Point, next: Point, within: f32) -> bool {
    let (ux, uy) = (here.x - before.x, here.y - before.y);
    let (vx, vy) = (next.x - here.x, next.y - here.y);
    let (dx, dy) = (next.x - before.x, next.y - before.y);
    let aside = ux * dy - uy * dx;
    ux * vx + uy * vy > 0.0 && aside * aside <= within * within * (dx * dx + dy * dy)
}

/// Cuts the loops that an offset line makes on the inside of a sharp bend.
fn cut_loops(line: &mut Vec<Point>) {
    if runs_forward(line) {
        return;
    }
    let mut i = 0;
    while i + 3 < line.len() {
        let (a, b) = (line[i], line[i + 1]);
        let crossing = (i + 2..line.len() - 1)
            .rev()
            .find_map(|j| crossing(a, b, line[j], line[j + 1]).map(|point| (j, point)));
        if let Some((j, point)) = crossing {
            drop(line.splice(i + 1..=j, [point]));
        }
        i += 1;
    }
}

/// A line whose every step goes forward in one direction cannot cross itself.
fn runs_forward(line: &[Point]) -> bool {
    let (Some(first), Some(last)) = (line.first(), line.last()) else {
        return true;
    };
    let (dx, dy) = (last.x - first.x, last.y - first.y);
    line.windows(2)
        .all(|step| (step[1].x - step[0].x) * dx + (step[1].y - step[0].y) * dy >= 0.0)
}

fn crossing(a: Point, b: Point, c: Point, d: Point) -> Option<Point> {
    let (ux, uy, vx, vy) = (b.x - a.x, b.y - a.y, d.x - c.x, d.y - c.y);
    let determinant = ux * vy - uy * vx;
    if determinant.abs() < 1e-12 {
        return None;
    }
    let t = ((c.x - a.x) * vy - (c.y - a.y) * vx) / determinant;
    let u = ((c.x - a.x) * uy - (c.y - a.y) * ux) / determinant;
    (t > 0.0 && t < 1.0 && u > 0.0 && u < 1.0).then(|| Point::new(a.x + t * ux, a.y + t * uy))
}
