//! The pool of floor under a moving figure, cut into the piece beneath it and the two beside it.
//!
//! The pool is more than twice as wide as a standing body. In one piece with the body it would be painted anew with
//! every frame, and so would everything above it; in pieces, only what the body moves over is.

use std::cell::Cell;

use iced::widget::canvas::Path;
use iced::{Point, Rectangle};

use super::figure::Placement;
use crate::figure::{Command, Drawing, Ink};

/// The columns of the window a figure moves in: from the left edge to the right one, in whole logical pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Columns {
    pub left: f32,
    pub right: f32,
}

impl Columns {
    /// All there are.
    pub const ALL: Self = Self {
        left: f32::MIN,
        right: f32::MAX,
    };

    /// Room for a body, and some more: what is beside it need not be cut anew with every step.
    fn around(body: Rectangle) -> Self {
        const STEP: f32 = 16.0;
        Self {
            left: (body.x / STEP).floor() * STEP,
            right: ((body.x + body.width) / STEP).ceil() * STEP,
        }
    }

    fn union(self, other: Self) -> Self {
        Self {
            left: self.left.min(other.left),
            right: self.right.max(other.right),
        }
    }

    /// What lies to the left of them, and to the right.
    pub fn beside(self) -> [Self; 2] {
        [
            Self {
                right: self.left,
                ..Self::ALL
            },
            Self {
                left: self.right,
                ..Self::ALL
            },
        ]
    }
}

/// Remembers where a figure has been while it moves in one place.
pub(super) struct Trail<P> {
    place: Cell<Option<(P, Option<Columns>)>>,
}

impl<P> Default for Trail<P> {
    fn default() -> Self {
        Self {
            place: Cell::new(None),
        }
    }
}

impl<P: Copy + PartialEq> Trail<P> {
    /// Takes in where a figure is now.
    pub fn follow(&self, place: P, body: Rectangle) {
        let columns = match self.place.get() {
            Some((before, columns)) if before == place => {
                let here = Columns::around(body);
                Some(columns.map_or(here, |columns| columns.union(here)))
            }
            _ => None,
        };
        self.place.set(Some((place, columns)));
    }

    /// The columns a figure has moved in, in this place. None after its first picture there: many figures never move, and
    /// are best drawn in one piece.
    pub fn columns(&self, place: P) -> Option<Columns> {
        let (before, columns) = self.place.get()?;
        columns.filter(|_| before == place)
    }
}

/// The outline of the floor in a drawing.
pub(super) fn outline(drawing: &Drawing) -> Option<&[Command]> {
    drawing
        .shapes()
        .find_map(|(shape, commands)| (shape.tint.ink == Ink::Floor).then_some(commands))
}

/// The part of an outline, which bulges everywhere, that lies in some columns. None where there is none.
pub(super) fn piece(
    commands: &[Command],
    placement: &Placement,
    columns: Columns,
) -> Option<Vec<Point>> {
    let all = corners(commands, placement);
    let from_left = clipped(&all, columns.left, 1.0);
    let piece = clipped(&from_left, columns.right, -1.0);
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

/// The part of a polygon to the right of an upright line (`side` 1), or to the left of it (-1).
fn clipped(polygon: &[Point], x: f32, side: f32) -> Vec<Point> {
    let is_in = |point: Point| (point.x - x) * side >= 0.0;
    let mut kept = Vec::with_capacity(polygon.len() + 2);
    let Some(mut before) = polygon.last().copied() else {
        return kept;
    };
    for &here in polygon {
        if is_in(before) != is_in(here) {
            let share = (x - before.x) / (here.x - before.x);
            kept.push(Point::new(x, before.y + share * (here.y - before.y)));
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
    use iced::Size;

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
    fn a_figure_that_has_not_moved_has_no_columns() {
        let trail = Trail::default();
        assert_eq!(trail.columns(1), None);
        trail.follow(1, body(100.0, 40.0));
        assert_eq!(trail.columns(1), None);
    }

    #[test]
    fn the_columns_hold_all_places_a_figure_has_been_in() {
        let trail = Trail::default();
        for x in [100.0, 90.0, 150.0, 120.0] {
            trail.follow(1, body(x, 40.0));
        }
        let (left, right) = (80.0, 192.0);
        assert_eq!(trail.columns(1), Some(Columns { left, right }));
    }

    #[test]
    fn a_figure_in_another_place_leaves_its_trail_behind() {
        let trail = Trail::default();
        trail.follow(1, body(100.0, 40.0));
        trail.follow(1, body(110.0, 40.0));
        assert_eq!(trail.columns(2), None);
        trail.follow(2, body(100.0, 40.0));
        assert_eq!(trail.columns(2), None);
        assert_eq!(trail.columns(1), None);
    }

    #[test]
    fn the_pieces_of_a_floor_make_up_the_whole() {
        let whole: Vec<Point> = (0..40)
            .map(|step| {
                let angle = std::f32::consts::TAU * step as f32 / 40.0;
                Point::new(200.0 + 120.0 * angle.cos(), 50.0 + 20.0 * angle.sin())
            })
            .collect();
        let columns = Columns::around(body(170.0, 60.0));
        let [left, right] = columns.beside();
        let pieces = [left, columns, right].map(|columns| {
            let piece = clipped(&clipped(&whole, columns.left, 1.0), columns.right, -1.0);
            for corner in &piece {
                assert!(
                    corner.x >= columns.left && corner.x <= columns.right,
                    "{corner:?} {columns:?}"
                );
            }
            assert!(piece.len() > 2, "{columns:?}");
            area(&piece)
        });
        let sum: f32 = pieces.iter().sum();
        assert!((sum - area(&whole)).abs() < 1.0, "{sum} {}", area(&whole));
    }
}
