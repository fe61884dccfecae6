//! The floor and the walls around a moving figure, cut into the pieces behind it and those beside and above it.
//!
//! The pool of floor is more than twice as wide as a standing body, and walls go on outside the picture. In one piece
//! with the body they would be painted anew with every frame, and so would everything above them; in pieces, only what
//! the body moves over is. A piece lies wholly within what is painted, so that it needs no mask either.

use std::cell::Cell;

use iced::widget::canvas::Path;
use iced::{Point, Rectangle, Size};

use super::figure::Placement;
use crate::figure::{Command, Drawing, Ink, Shape};

/// Whether shapes of this ink are ground that is cut: their outlines bulge everywhere. Mats and towels are no larger
/// than who lies on them.
pub(super) fn is_cut(ink: Ink) -> bool {
    matches!(ink, Ink::Floor | Ink::Wall | Ink::WallEdge)
}

/// The shapes of a drawing that are cut, from back to front.
pub(super) fn shapes(drawing: &Drawing) -> impl Iterator<Item = (&Shape, &[Command])> {
    drawing.shapes().filter(|(shape, _)| is_cut(shape.tint.ink))
}

/// The whole pixels within some bounds.
pub(super) fn whole(bounds: Rectangle) -> Rectangle {
    between(
        Point::new(bounds.x.ceil(), bounds.y.ceil()),
        Point::new(
            (bounds.x + bounds.width).floor(),
            (bounds.y + bounds.height).floor(),
        ),
    )
}

/// What of some bounds lies beside a part of them that reaches down to their lower edge: on the left, on the right and
/// above.
pub(super) fn around(part: Rectangle, bounds: Rectangle) -> [Rectangle; 3] {
    let (right, end) = (part.x + part.width, bounds.x + bounds.width);
    let bottom = bounds.y + bounds.height;
    [
        between(bounds.position(), Point::new(part.x, bottom)),
        between(Point::new(right, bounds.y), Point::new(end, bottom)),
        between(Point::new(part.x, bounds.y), Point::new(right, part.y)),
    ]
}

fn between(low: Point, high: Point) -> Rectangle {
    let size = Size::new((high.x - low.x).max(0.0), (high.y - low.y).max(0.0));
    Rectangle::new(low, size)
}

/// Remembers where a figure has been while it moves in one place.
pub(super) struct Trail<P> {
    place: Cell<Option<(P, Option<Rectangle>)>>,
}

impl<P> Default for Trail<P> {
    fn default() -> Self {
        Self {
            place: Cell::new(None),
        }
    }
}

impl<P: Copy + PartialEq> Trail<P> {
    /// Takes in where a figure is now within the bounds of its picture: down to the ground, and with some room to spare,
    /// so that what is around it need not be cut anew with every step.
    pub fn follow(&self, place: P, body: Rectangle, bounds: Rectangle) {
        /// In logical pixels. At the scales windows have, twelfths and twentieths of one, so many are whole pixels of the
        /// screen: between two pieces there is no soft edge to be seen.
        const STEP: f32 = 60.0;

        let part = match self.place.get() {
            Some((before, part)) if before == place => {
                let low = Point::new(body.x / STEP, body.y / STEP);
                let right = ((body.x + body.width) / STEP).ceil() * STEP;
                let here = between(
                    Point::new(low.x.floor() * STEP, low.y.floor() * STEP),
                    Point::new(right, bounds.y + bounds.height),
                );
                let part = part.map_or(here, |part| part.union(&here));
                part.intersection(&bounds)
            }
            _ => None,
        };
        self.place.set(Some((place, part)));
    }

    /// The part of its picture that a figure has moved in, in this place. None after its first picture there: many
    /// figures never move, and are best drawn in one piece.
    pub fn part(&self, place: P) -> Option<Rectangle> {
        let (before, part) = self.place.get()?;
        part.filter(|_| before == place)
    }
}

/// What of an outline, which bulges everywhere, lies within a part of the picture. None where that is nothing.
pub(super) fn piece(
    commands: &[Command],
    placement: &Placement,
    part: Rectangle,
) -> Option<Vec<Point>> {
    let piece = clipped_to(&corners(commands, placement), part);
    (piece.len() > 2).then_some(piece)
}

/// A closed path through some corners.
pub(super) fn path(corners: &[Point]) -> Path {
    Path::new(|path| {
        for (index, corner) in corners.iter().enumerate() {
            if index == 0 {
                path.move_to(*corner);
            } else {
                path.line_to(*corner);
            }
        }
        path.close();
    })
}

/// An outline with straight edges, so many to a curve that none of its corners is seen.
fn corners(commands: &[Command], placement: &Placement) -> Vec<Point> {
    const STEPS: u8 = 12;
    let mut corners: Vec<Point> = Vec::with_capacity(commands.len() * usize::from(STEPS));
    for command in commands {
        match *command {
            Command::MoveTo(to) | Command::LineTo(to) => corners.push(placement.place(to)),
            Command::QuadTo(control, to) => {
                let (control, to) = (placement.place(control), placement.place(to));
                let from = corners.last().copied().unwrap_or(to);
                corners.extend((1..=STEPS).map(|step| {
                    let t = f32::from(step) / f32::from(STEPS);
                    let (a, b, c) = ((1.0 - t) * (1.0 - t), 2.0 * t * (1.0 - t), t * t);
                    Point::new(
                        a * from.x + b * control.x + c * to.x,
                        a * from.y + b * control.y + c * to.y,
                    )
                }));
            }
            Command::Close => {}
        }
    }
    corners
}

/// The part of a polygon that lies within a rectangle.
fn clipped_to(polygon: &[Point], part: Rectangle) -> Vec<Point> {
    let low = part.position();
    let high = Point::new(part.x + part.width, part.y + part.height);
    let across = |at: f32, from: Point, to: Point| {
        let share = (at - from.x) / (to.x - from.x);
        Point::new(at, from.y + share * (to.y - from.y))
    };
    let down = |at: f32, from: Point, to: Point| {
        let share = (at - from.y) / (to.y - from.y);
        Point::new(from.x + share * (to.x - from.x), at)
    };
    let kept = clipped(polygon, |at| at.x >= low.x, |a, b| across(low.x, a, b));
    let kept = clipped(&kept, |at| at.x <= high.x, |a, b| across(high.x, a, b));
    let kept = clipped(&kept, |at| at.y >= low.y, |a, b| down(low.y, a, b));
    clipped(&kept, |at| at.y <= high.y, |a, b| down(high.y, a, b))
}

/// The part of a polygon on the inner side of a line. `cross` says where an edge from one side to the other meets it.
fn clipped(
    polygon: &[Point],
    is_in: impl Fn(Point) -> bool,
    cross: impl Fn(Point, Point) -> Point,
) -> Vec<Point> {
    let mut kept = Vec::with_capacity(polygon.len() + 2);
    let Some(mut before) = polygon.last().copied() else {
        return kept;
    };
    for &here in polygon {
        if is_in(before) != is_in(here) {
            kept.push(cross(before, here));
        }
        if is_in(here) {
            kept.push(here);
        }
        before = here;
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOUNDS: Rectangle = Rectangle {
        x: 40.0,
        y: 20.0,
        width: 320.0,
        height: 400.0,
    };

    fn body(x: f32, width: f32) -> Rectangle {
        Rectangle::new(Point::new(x, 100.0), Size::new(width, 300.0))
    }

    /// Twice the area within a polygon.
    fn area(polygon: &[Point]) -> f32 {
        let next = polygon.iter().cycle().skip(1);
        let sum: f32 = polygon
            .iter()
            .zip(next)
            .map(|(a, b)| a.x * b.y - b.x * a.y)
            .sum();
        sum.abs()
    }

    #[test]
    fn a_figure_that_has_not_moved_has_no_part() {
        let trail = Trail::default();
        assert_eq!(trail.part(1), None);
        trail.follow(1, body(100.0, 40.0), BOUNDS);
        assert_eq!(trail.part(1), None);
    }

    #[test]
    fn the_part_holds_all_places_a_figure_has_been_in_and_the_ground_below_them() {
        let trail = Trail::default();
        for x in [100.0, 90.0, 150.0, 120.0] {
            trail.follow(1, body(x, 40.0), BOUNDS);
        }
        let part = between(Point::new(60.0, 60.0), Point::new(240.0, 420.0));
        assert_eq!(trail.part(1), Some(part));
        trail.follow(1, body(330.0, 60.0), BOUNDS);
        let part = between(Point::new(60.0, 60.0), Point::new(360.0, 420.0));
        assert_eq!(trail.part(1), Some(part));
    }

    #[test]
    fn a_figure_in_another_place_leaves_its_trail_behind() {
        let trail = Trail::default();
        trail.follow(1, body(100.0, 40.0), BOUNDS);
        trail.follow(1, body(110.0, 40.0), BOUNDS);
        assert_eq!(trail.part(2), None);
        trail.follow(2, body(100.0, 40.0), BOUNDS);
        assert_eq!(trail.part(2), None);
        assert_eq!(trail.part(1), None);
    }

    #[test]
    fn the_pieces_of_a_ground_make_up_what_is_seen_of_it() {
        let oval: Vec<Point> = (0..40)
            .map(|step| {
                let angle = std::f32::consts::TAU * step as f32 / 40.0;
                Point::new(200.0 + 120.0 * angle.cos(), 350.0 + 40.0 * angle.sin())
            })
            .collect();
        let wall = [
            (180.0, -100.0),
            (500.0, -80.0),
            (500.0, 380.0),
            (180.0, 360.0),
        ];
        let wall = wall.map(|(x, y)| Point::new(x, y)).to_vec();
        let part = between(Point::new(160.0, 96.0), Point::new(240.0, 420.0));
        for whole in [oval, wall] {
            let [left, right, above] = around(part, BOUNDS);
            let pieces = [left, right, above, part].map(|part| {
                let piece = clipped_to(&whole, part);
                let (right, bottom) = (part.x + part.width, part.y + part.height);
                for corner in &piece {
                    assert!(corner.x >= part.x && corner.x <= right, "{corner:?}");
                    assert!(corner.y >= part.y && corner.y <= bottom, "{corner:?}");
                }
                area(&piece)
            });
            let seen = area(&clipped_to(&whole, BOUNDS));
            assert!(seen > 10_000.0);
            let sum: f32 = pieces.iter().sum();
            assert!((sum - seen).abs() < 1.0, "{sum} {seen}");
        }
    }
}
