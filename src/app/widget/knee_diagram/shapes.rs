//! What the outlines of the places measure: how much room each has inside, and how far the leg reaches at each height.
//! It is worked out once, not for every drawing.

use std::collections::HashMap;

use super::Section;
use crate::knee::diagram::{self, Point, Stroke};
use crate::knee::{AreaId, Diagram, View};
use crate::side::Side;

/// The height of the bands in which the leg is measured, in view-box units.
const BAND: f32 = 10.0;
/// How many straight pieces stand for a curve.
const PIECES: u16 = 8;
/// How many points across a place are tried for the middle of its largest circle.
const TRIED: u16 = 12;

/// The measures of all outlines, on the right leg.
#[derive(Debug, Clone, Default)]
pub struct Shapes {
    /// The radius of the largest circle inside each place, in view-box units.
    radii: HashMap<(View, AreaId), f32>,
    /// From where to where the leg reaches in each band, from the top down.
    bands: HashMap<View, Vec<Option<(f32, f32)>>>,
}

impl Shapes {
    /// Measures all outlines.
    pub fn of(diagram: &Diagram) -> Self {
        let mut shapes = Self::default();
        for view in View::ALL {
            let mut bands = vec![None; (diagram::HEIGHT / BAND) as usize];
            for place in diagram.places(view) {
                let corners = straight(diagram.outline(view, place));
                for ring in &corners {
                    widen(&mut bands, ring);
                }
                let _ = shapes.radii.insert((view, place), largest_circle(&corners));
            }
            let _ = shapes.bands.insert(view, bands);
        }
        shapes
    }

    /// The radius of the largest circle inside a place, in view-box units.
    pub fn inner_radius(&self, view: View, place: AreaId) -> f32 {
        self.radii.get(&(view, place)).copied().unwrap_or_default()
    }

    /// From where to where this leg reaches between two heights.
    pub fn reach(&self, view: View, leg: Side, top: f32, bottom: f32) -> Option<(f32, f32)> {
        let bands = self.bands.get(&view)?;
        let first = (top / BAND).floor().max(0.0) as usize;
        let last = (bottom / BAND).ceil().max(0.0) as usize;
        let (left, right) = bands
            .iter()
            .take(last)
            .skip(first)
            .flatten()
            .copied()
            .reduce(|all, band| (all.0.min(band.0), all.1.max(band.1)))?;
        Some(match leg {
            Side::Right => (left, right),
            Side::Left => (diagram::WIDTH - right, diagram::WIDTH - left),
        })
    }

    /// The middle of this leg in a section.
    pub fn middle(&self, view: View, leg: Side, section: Section) -> f32 {
        self.reach(view, leg, section.top, section.top + section.height)
            .map_or(diagram::WIDTH / 2.0, |(left, right)| (left + right) / 2.0)
    }
}

/// Widens the bands by the sides of a ring.
fn widen(bands: &mut [Option<(f32, f32)>], ring: &[Point]) {
    for (from, to) in sides(ring) {
        let steps = ((to.y - from.y).abs() / BAND).ceil() as u16 + 1;
        for step in 0..=steps {
            let along = f32::from(step) / f32::from(steps);
            let x = from.x + (to.x - from.x) * along;
            let y = from.y + (to.y - from.y) * along;
            if y < 0.0 {
                continue;
            }
            if let Some(band) = bands.get_mut((y / BAND) as usize) {
                *band = Some(band.map_or((x, x), |(left, right)| (left.min(x), right.max(x))));
            }
        }
    }
}

/// The rings of an outline in straight pieces.
fn straight(strokes: &[Stroke]) -> Vec<Vec<Point>> {
    let mut rings: Vec<Vec<Point>> = Vec::new();
    for stroke in strokes {
        match *stroke {
            Stroke::MoveTo(to) => rings.push(vec![to]),
            Stroke::LineTo(to) => rings.last_mut().into_iter().for_each(|ring| ring.push(to)),
            Stroke::CurveTo(first, second, to) => {
                let Some(ring) = rings.last_mut() else {
                    continue;
                };
                let Some(from) = ring.last().copied() else {
                    continue;
                };
                ring.extend((1..=PIECES).map(|piece| {
                    let at = f32::from(piece) / f32::from(PIECES);
                    on_curve([from, first, second, to], at)
                }));
            }
            Stroke::Close => {}
        }
    }
    rings
}

fn on_curve(points: [Point; 4], at: f32) -> Point {
    let rest = 1.0 - at;
    let weights = [
        rest * rest * rest,
        3.0 * rest * rest * at,
        3.0 * rest * at * at,
        at * at * at,
    ];
    let sum = |part: fn(&Point) -> f32| {
        points
            .iter()
            .zip(weights)
            .map(|(point, weight)| part(point) * weight)
            .sum()
    };
    Point {
        x: sum(|point| point.x),
        y: sum(|point| point.y),
    }
}

fn sides(ring: &[Point]) -> impl Iterator<Item = (Point, Point)> {
    ring.iter()
        .copied()
        .zip(ring.iter().copied().cycle().skip(1))
}

/// The radius of the largest circle inside these rings, nearly.
fn largest_circle(rings: &[Vec<Point>]) -> f32 {
    let corners = || rings.iter().flatten();
    let (left, top) = corners().fold((f32::MAX, f32::MAX), |(x, y), point| {
        (x.min(point.x), y.min(point.y))
    });
    let (right, bottom) = corners().fold((f32::MIN, f32::MIN), |(x, y), point| {
        (x.max(point.x), y.max(point.y))
    });
    let mut largest = 0.0_f32;
    for column in 1..TRIED {
        for row in 1..TRIED {
            let point = Point {
                x: left + (right - left) * f32::from(column) / f32::from(TRIED),
                y: top + (bottom - top) * f32::from(row) / f32::from(TRIED),
            };
            if is_inside(rings, point) {
                largest = largest.max(distance(rings, point));
            }
        }
    }
    largest
}

fn is_inside(rings: &[Vec<Point>], point: Point) -> bool {
    let crossed = rings
        .iter()
        .flat_map(|ring| sides(ring))
        .filter(|(from, to)| (from.y > point.y) != (to.y > point.y))
        .filter(|(from, to)| {
            let along = (point.y - from.y) / (to.y - from.y);
            point.x < from.x + (to.x - from.x) * along
        });
    crossed.count() % 2 == 1
}

fn distance(rings: &[Vec<Point>], point: Point) -> f32 {
    rings
        .iter()
        .flat_map(|ring| sides(ring))
        .map(|(from, to)| {
            let (x, y) = (to.x - from.x, to.y - from.y);
            let length = (x * x + y * y).max(f32::EPSILON);
            let along = ((point.x - from.x) * x + (point.y - from.y) * y) / length;
            let along = along.clamp(0.0, 1.0);
            (point.x - from.x - x * along).hypot(point.y - from.y - y * along)
        })
        .fold(f32::MAX, f32::min)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_square_holds_a_circle_of_half_its_width() {
        let corner = |x, y| Point { x, y };
        let square = [
            Stroke::MoveTo(corner(100.0, 100.0)),
            Stroke::LineTo(corner(160.0, 100.0)),
            Stroke::LineTo(corner(160.0, 160.0)),
            Stroke::LineTo(corner(100.0, 160.0)),
            Stroke::Close,
        ];
        let rings = straight(&square);
        assert!((largest_circle(&rings) - 30.0).abs() < 0.5);
        let mut bands = vec![None; 80];
        widen(&mut bands, &rings[0]);
        assert_eq!(bands[12], Some((100.0, 160.0)));
        assert_eq!(bands[9], None);
    }
}
