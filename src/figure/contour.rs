//! Contours: how tubes, balls and hulls become closed outlines in the picture.
//!
//! Outlines are emitted with one orientation throughout, so that several of them in one shape unite under the non-zero
//! rule instead of cancelling.

use std::f32::consts::{FRAC_PI_2, FRAC_PI_4, PI, TAU};
use std::sync::LazyLock;

use super::camera::{Camera, Point};
use super::drawing::{Command, Paint, Sheet, Tint};
use super::section::{Radii, Section};
use super::vector::{Vector, smoothstep};

/// Points on a full circle used for rings seen end-on and for hulls of balls.
const CIRCLE: usize = 24;

static CIRCLE_POINTS: LazyLock<[(f32, f32); CIRCLE]> = LazyLock::new(|| {
    std::array::from_fn(|i| {
        let (sin, cos) = (TAU * i as f32 / CIRCLE as f32).sin_cos();
        (cos, sin)
    })
});

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

    /// An angle counted from the one that faces the viewer.
    pub(crate) fn edge_angle(&self, from_view: f32) -> f32 {
        self.view_angle() + from_view
    }

    /// The angle that faces the viewer.
    fn view_angle(&self) -> f32 {
        self.view.1.atan2(self.view.0)
    }

    /// Where the surface whose normal has this direction appears.
    fn toward(&self, cos: f32, sin: f32) -> Point {
        let (forward, outward) = self.radii.support(cos, sin);
        self.centre
            .offset(self.front, forward)
            .offset(self.outer, outward)
    }

    fn at_angle(&self, angle: f32) -> Point {
        let (sin, cos) = angle.sin_cos();
        self.toward(cos, sin)
    }

    /// The two points where the surface turns away from the viewer.
    fn sides(&self) -> (Point, Point) {
        let (cos, sin) = self.view;
        (self.toward(sin, -cos), self.toward(-sin, cos))
    }

    /// A point of the oval itself, by the angle of its equation rather than of its normal.
    fn oval(&self, (cos, sin): (f32, f32)) -> Point {
        let a = if cos >= 0.0 {
            self.radii.front
        } else {
            self.radii.back
        };
        let b = if sin >= 0.0 {
            self.radii.outer
        } else {
            self.radii.inner
        };
        self.centre
            .offset(self.front, a * cos)
            .offset(self.outer, b * sin)
    }
}

/// The stretch of a ring between two angles.
pub(crate) type Arc = (f32, f32);

/// The arc of half width `half` around `centre`, as far as the viewer sees it.
pub(crate) fn visible_arc(ring: &Ring, centre: f32, half: f32) -> Arc {
    let view = ring.view_angle();
    let centre = centre - TAU * ((centre - view) / TAU).round();
    let from = (centre - half).max(view - FRAC_PI_2);
    let to = (centre + half).min(view + FRAC_PI_2);
    if from > to {
        let edge = view + FRAC_PI_2.copysign(centre - view);
        (edge, edge)
    } else {
        (from, to)
    }
}

/// The arc on one side (-1 or 1) that is turned away from the light: never more than about 40 % of the width, and
/// growing from nothing as that side turns away, so that nothing jumps. `None` where that side is lit.
pub(crate) fn shaded_arc(ring: &Ring, side: f32, cut: f32, fade: f32) -> Arc {
    let view = ring.view_angle();
    let (forward, outward) = ring.light;
    let strength = forward.hypot(outward);
    let light = outward.atan2(forward);
    let light = light - TAU * ((light - view) / TAU).round();
    let turned = smoothstep(0.0, 0.35, side * (view - light));
    let end = view + side * FRAC_PI_2;
    if turned <= 0.0 || fade <= 0.0 {
        return (end, end);
    }
    let lit = (cut / strength.max(1e-6)).clamp(-1.0, 1.0).acos();
    let start = side * (side * light + lit).max(side * view + 0.18);
    if (end - start) * side < 0.0 {
        return (end, end);
    }
    (end + (start - end) * fade * turned, end)
}

/// Memory for outlines under construction.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tools {
    low: Vec<Point>,
    high: Vec<Point>,
    polygon: Vec<Point>,
    nearer: Vec<Point>,
    farther: Vec<Point>,
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

    /// The convex hull of some points, with straight edges.
    pub(crate) fn hull(&mut self, points: impl IntoIterator<Item = Point>) {
        refill(&mut self.tools.nearer, points);
        sort(&mut self.tools.nearer);
        self.tools.farther.clear();
        self.emit_hull();
    }

    /// The convex hull of some balls.
    pub(crate) fn hull_of_balls(&mut self, balls: impl IntoIterator<Item = (Vector, f32)>) {
        let camera = self.camera;
        self.hull(balls.into_iter().flat_map(|(centre, radius)| {
            let centre = camera.project(centre);
            CIRCLE_POINTS
                .iter()
                .map(move |(cos, sin)| Point::new(centre.x + radius * cos, centre.y + radius * sin))
        }));
    }

    /// The union of the hulls of neighbours in a row of point sets: any shape, from any side.
    pub(crate) fn hull_chain<I: IntoIterator<Item = Point>>(
        &mut self,
        rings: impl IntoIterator<Item = I>,
    ) {
        for (i, ring) in rings.into_iter().enumerate() {
            std::mem::swap(&mut self.tools.nearer, &mut self.tools.farther);
            refill(&mut self.tools.nearer, ring);
            sort(&mut self.tools.nearer);
            if i > 0 {
                self.emit_hull();
            }
        }
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
        let at = |centre: Point, radius: f32, angle: f32| {
            let (sin, cos) = angle.sin_cos();
            Point::new(centre.x + radius * cos, centre.y + radius * sin * squash)
        };
        if distance + small <= large + 1e-6 {
            self.oval(|(cos, sin)| Point::new(to.x + large * cos, to.y + large * sin * squash));
            return;
        }
        let heading = dy.atan2(dx);
        // Angle between the axis and the normal of the tangents, seen from the small ball.
        let open = ((large - small) / distance).clamp(-1.0, 1.0).acos();
        let open = PI - open;
        let start = at(to, large, heading - open);
        self.sheet.push(Command::MoveTo(start));
        self.arc(
            |angle, stretch| at(to, large * stretch, angle),
            heading - open,
            heading + open,
        );
        self.sheet
            .push(Command::LineTo(at(from, small, heading + open)));
        self.arc(
            |angle, stretch| at(from, small * stretch, angle),
            heading + open,
            heading + TAU - open,
        );
        self.sheet.push(Command::Close);
    }

    /// Continues the outline along an arc in quadratic steps of at most 45 degrees.
    fn arc(&mut self, at: impl Fn(f32, f32) -> Point, from: f32, to: f32) {
        let steps = ((to - from).abs() / FRAC_PI_4).ceil().clamp(1.0, 8.0);
        let step = (to - from) / steps;
        let stretch = 1.0 / (step / 2.0).cos();
        for i in 0..steps as usize {
            let angle = from + step * i as f32;
            let control = at(angle + step / 2.0, stretch);
            self.sheet
                .push(Command::QuadTo(control, at(angle + step, 1.0)));
        }
    }

    /// The outline of a tube; `caps` close its first and last end with the whole ring. Seen nearly end-on its side
    /// lines mean nothing: then it is the hulls of neighbouring rings.
    pub(crate) fn silhouette(&mut self, rings: &[Ring], caps: (bool, bool)) {
        let (Some(first), Some(last)) = (rings.first(), rings.last()) else {
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
        self.silhouette_sides(rings);
        for (ring, wanted) in [(first, caps.0), (last, caps.1)] {
            if wanted {
                self.oval(|unit| ring.oval(unit));
            }
        }
    }

    /// The union of the hulls of neighbouring rings.
    pub(crate) fn ring_hulls<'r>(&mut self, rings: impl IntoIterator<Item = &'r Ring>) {
        let rings = rings.into_iter();
        self.hull_chain(rings.map(|ring| CIRCLE_POINTS.iter().map(|unit| ring.oval(*unit))));
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

    /// The outline of a tube from its side lines, however it is seen.
    pub(crate) fn silhouette_sides(&mut self, rings: &[Ring]) {
        let (Some(first), Some(last)) = (rings.first(), rings.last()) else {
            return;
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
        rim(polygon, last, 1.0);
        polygon.extend(tools.high.iter().rev());
        rim(polygon, first, -1.0);
        self.emit_rounded();
    }

    /// A stripe on the surface of a tube: per ring, the arc it covers.
    pub(crate) fn stripe(&mut self, rings: &[Ring], arc: impl Fn(usize, &Ring) -> Arc) {
        let (Some(first), Some(last)) = (rings.first(), rings.last()) else {
            return;
        };
        let tools = &mut *self.tools;
        tools.low.clear();
        tools.high.clear();
        for (i, ring) in rings.iter().enumerate() {
            let (from, to) = arc(i, ring);
            tools.low.push(ring.at_angle(from));
            tools.high.push(ring.at_angle(to));
        }
        cut_loops(&mut tools.low);
        cut_loops(&mut tools.high);
        let end = arc(rings.len() - 1, last);
        let start = arc(0, first);
        let polygon = &mut tools.polygon;
        polygon.clear();
        polygon.extend_from_slice(&tools.low);
        let between = |ring: &Ring, (from, to): Arc, k: f32| ring.at_angle(from + (to - from) * k);
        if end.0 != end.1 {
            polygon.extend((1..4).map(|k| between(last, end, k as f32 / 4.0)));
        }
        polygon.extend(tools.high.iter().rev());
        if start.0 != start.1 {
            polygon.extend((1..4).map(|k| between(first, start, 1.0 - k as f32 / 4.0)));
        }
        self.emit_rounded();
    }

    fn emit_hull(&mut self) {
        let tools = &mut *self.tools;
        convex_hull(&tools.nearer, &tools.farther, &mut tools.polygon);
        self.emit_straight();
    }

    fn emit_straight(&mut self) {
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

fn refill(points: &mut Vec<Point>, new: impl IntoIterator<Item = Point>) {
    points.clear();
    points.extend(new);
}

/// The visible rim of a tube's end, from one side line to the other, both left out.
fn rim(polygon: &mut Vec<Point>, ring: &Ring, direction: f32) {
    /// Cosine and sine of -67.5 to 67.5 degrees in steps of 22.5.
    const STEPS: [(f32, f32); 7] = [
        (0.382_683_43, -0.923_879_5),
        (0.707_106_77, -0.707_106_77),
        (0.923_879_5, -0.382_683_43),
        (1.0, 0.0),
        (0.923_879_5, 0.382_683_43),
        (0.707_106_77, 0.707_106_77),
        (0.382_683_43, 0.923_879_5),
    ];
    let (cos, sin) = ring.view;
    polygon.extend(STEPS.iter().map(|&(c, s)| {
        let s = s * direction;
        ring.toward(cos * c - sin * s, sin * c + cos * s)
    }));
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

/// Takes out vertices that repeat the one before.
fn drop_needless(polygon: &mut Vec<Point>) {
    polygon.dedup_by(|next, kept| (next.x - kept.x).abs() + (next.y - kept.y).abs() < 2e-4);
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

fn left_to_right(a: &Point, b: &Point) -> std::cmp::Ordering {
    a.x.total_cmp(&b.x).then(a.y.total_cmp(&b.y))
}

fn sort(points: &mut [Point]) {
    points.sort_unstable_by(left_to_right);
}

/// Andrew's monotone chain over two point sets that are already sorted from left to right.
fn convex_hull(a: &[Point], b: &[Point], hull: &mut Vec<Point>) {
    hull.clear();
    let merged = Merge { a, b };
    for point in merged.clone() {
        extend_chain(hull, 0, point);
    }
    let lower = hull.len();
    for point in merged.rev() {
        extend_chain(hull, lower.saturating_sub(1), point);
    }
    let _ = hull.pop();
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

/// Two sorted slices as one sorted sequence.
#[derive(Clone)]
struct Merge<'a> {
    a: &'a [Point],
    b: &'a [Point],
}

impl Iterator for Merge<'_> {
    type Item = Point;
    fn next(&mut self) -> Option<Point> {
        let from_a = match (self.a.first(), self.b.first()) {
            (Some(a), Some(b)) => left_to_right(a, b).is_le(),
            (a, _) => a.is_some(),
        };
        let side = if from_a { &mut self.a } else { &mut self.b };
        let (first, rest) = side.split_first()?;
        *side = rest;
        Some(*first)
    }
}

impl DoubleEndedIterator for Merge<'_> {
    fn next_back(&mut self) -> Option<Point> {
        let from_a = match (self.a.last(), self.b.last()) {
            (Some(a), Some(b)) => left_to_right(a, b).is_gt(),
            (a, _) => a.is_some(),
        };
        let side = if from_a { &mut self.a } else { &mut self.b };
        let (last, rest) = side.split_last()?;
        *side = rest;
        Some(*last)
    }
}
