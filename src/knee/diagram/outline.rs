//! The outlines of places, as the pictures' layer of click areas has them.

use std::collections::BTreeMap;

use kurbo::{BezPath, ParamCurveNearest, PathEl, PathSeg, Rect, Shape as _};

use super::{Point, Stroke};
use crate::words::knee as words;

/// How far the straight pieces used for measuring distance may be from the outline, in view-box units.
const TOLERANCE: f64 = 0.1;

/// One place's outline, which may have several parts.
#[derive(Debug, Clone)]
pub struct Shape {
    path: BezPath,
    bounds: Rect,
    /// The outline in straight pieces: near enough to measure from, and much quicker than its curves.
    pieces: Vec<PathSeg>,
    strokes: Vec<Stroke>,
}

impl Shape {
    fn of(path: BezPath) -> Option<Self> {
        let mut straight = BezPath::new();
        kurbo::flatten(&path, TOLERANCE, |element| straight.push(element));
        Some(Self {
            bounds: path.bounding_box(),
            pieces: straight.segments().collect(),
            strokes: strokes(&path)?,
            path,
        })
    }

    /// The outline, stroke by stroke.
    pub fn strokes(&self) -> &[Stroke] {
        &self.strokes
    }

    /// Whether a point is inside: the outline goes round it, by the non-zero rule.
    pub fn contains(&self, point: Point) -> bool {
        let point = point_of(point);
        self.bounds.contains(point) && self.path.contains(point)
    }

    /// How far a point is from the outline, if it is no further than `most`.
    pub fn distance_within(&self, point: Point, most: f32) -> Option<f64> {
        let (point, most) = (point_of(point), f64::from(most));
        if !self.bounds.inflate(most, most).contains(point) {
            return None;
        }
        self.pieces
            .iter()
            .map(|piece| piece.nearest(point, TOLERANCE).distance_sq)
            .min_by(f64::total_cmp)
            .map(f64::sqrt)
            .filter(|distance| *distance <= most)
    }
}

fn point_of(point: Point) -> kurbo::Point {
    kurbo::Point::new(f64::from(point.x), f64::from(point.y))
}

/// The strokes of a path of lines and cubics, the only kinds that the pictures have.
fn strokes(path: &BezPath) -> Option<Vec<Stroke>> {
    let point = |point: kurbo::Point| Point {
        x: point.x as f32,
        y: point.y as f32,
    };
    path.elements()
        .iter()
        .map(|element| match *element {
            PathEl::MoveTo(to) => Some(Stroke::MoveTo(point(to))),
            PathEl::LineTo(to) => Some(Stroke::LineTo(point(to))),
            PathEl::CurveTo(first, second, to) => {
                Some(Stroke::CurveTo(point(first), point(second), point(to)))
            }
            PathEl::ClosePath => Some(Stroke::Close),
            PathEl::QuadTo(..) => None,
        })
        .collect()
}

/// The outlines in a picture's layer "regions", by id.
pub fn shapes(picture: &str) -> Result<BTreeMap<String, Shape>, String> {
    let document = roxmltree::Document::parse(picture)
        .map_err(|error| words::picture_unreadable(&error.to_string()))?;
    let layer = document
        .descendants()
        .find(|node| node.attribute("id") == Some("regions"))
        .ok_or_else(words::no_regions_layer)?;

    let mut shapes = BTreeMap::new();
    for node in layer.descendants().filter(|node| node.has_tag_name("path")) {
        let (Some(id), Some(data)) = (node.attribute("id"), node.attribute("d")) else {
            continue;
        };
        let path = BezPath::from_svg(data)
            .map_err(|error| words::outline_unreadable(id, &error.to_string()))?;
        let shape = Shape::of(path).ok_or_else(|| words::outline_with_other_curves(id))?;
        let _ = shapes.insert(id.to_owned(), shape);
    }
    Ok(shapes)
}
