//! The outlines of places: read from path data, hit and measured.

use super::{Point, Stroke};

/// How far the straight pieces of a curve may be from it, in view-box units: too little to be seen or hit.
const TOLERANCE: f64 = 0.02;
/// The most straight pieces of one curve.
const MOST_PIECES: f64 = 200.0;

/// One place's outline, which may have several parts.
#[derive(Debug, Clone)]
pub struct Shape {
    strokes: Vec<Stroke>,
    /// The outline in straight pieces, every part closed.
    pieces: Vec<Piece>,
    /// Its upper left and its lower right corner.
    bounds: [Dot; 2],
}

/// A point with the digits that it is written with.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Dot {
    x: f64,
    y: f64,
}

/// A straight line from one point to another.
#[derive(Debug, Clone, Copy)]
struct Piece {
    from: Dot,
    to: Dot,
}

/// One command of path data.
#[derive(Debug, Clone, Copy)]
enum Command {
    MoveTo(Dot),
    LineTo(Dot),
    CurveTo([Dot; 3]),
    Close,
}

impl Shape {
    /// Reads path data such as `M1 2L3 4C5 6 7 8 9 10Z`: lines and cubics from point to point of the view. None of
    /// anything else.
    pub fn read(path: &str) -> Option<Self> {
        let commands = commands(path)?;
        let pieces = pieces(&commands);
        let dots = || pieces.iter().flat_map(|piece| [piece.from, piece.to]);
        let mut bounds = [dots().next()?; 2];
        for dot in dots() {
            bounds[0].x = bounds[0].x.min(dot.x);
            bounds[0].y = bounds[0].y.min(dot.y);
            bounds[1].x = bounds[1].x.max(dot.x);
            bounds[1].y = bounds[1].y.max(dot.y);
        }
        Some(Self {
            strokes: commands.into_iter().map(Stroke::from).collect(),
            pieces,
            bounds,
        })
    }

    /// The outline, stroke by stroke.
    pub fn strokes(&self) -> &[Stroke] {
        &self.strokes
    }

    /// Whether a point is inside: the outline goes round it, by the non-zero rule.
    pub fn contains(&self, point: Point) -> bool {
        let point = Dot::from(point);
        let winding: i32 = if self.is_near(point, 0.0) {
            self.pieces.iter().map(|piece| piece.winding(point)).sum()
        } else {
            0
        };
        winding != 0
    }

    /// How far a point is from the outline, if it is no further than `most`.
    pub fn distance_within(&self, point: Point, most: f32) -> Option<f64> {
        let (point, most) = (Dot::from(point), f64::from(most));
        if !self.is_near(point, most) {
            return None;
        }
        self.pieces
            .iter()
            .map(|piece| piece.squared_distance(point))
            .min_by(f64::total_cmp)
            .map(f64::sqrt)
            .filter(|distance| *distance <= most)
    }

    /// Whether a point is in the rectangle around the outline, or no further than `most` beside it.
    fn is_near(&self, point: Dot, most: f64) -> bool {
        let [first, last] = self.bounds;
        (first.x - most..=last.x + most).contains(&point.x)
            && (first.y - most..=last.y + most).contains(&point.y)
    }
}

impl Piece {
    /// What it adds to the number of times that the outline goes round a point.
    fn winding(&self, point: Dot) -> i32 {
        let (from, to) = (self.from, self.to);
        let turn = (to.x - from.x) * (point.y - from.y) - (point.x - from.x) * (to.y - from.y);
        if from.y <= point.y && point.y < to.y && turn < 0.0 {
            1
        } else if to.y <= point.y && point.y < from.y && turn > 0.0 {
            -1
        } else {
            0
        }
    }

    fn squared_distance(&self, point: Dot) -> f64 {
        let along = Dot {
            x: self.to.x - self.from.x,
            y: self.to.y - self.from.y,
        };
        let length = along.x * along.x + along.y * along.y;
        let share = if length > 0.0 {
            let on = (point.x - self.from.x) * along.x + (point.y - self.from.y) * along.y;
            (on / length).clamp(0.0, 1.0)
        } else {
            0.0
        };
        let x = self.from.x + share * along.x - point.x;
        let y = self.from.y + share * along.y - point.y;
        x * x + y * y
    }
}

impl From<Point> for Dot {
    fn from(point: Point) -> Self {
        Self {
            x: f64::from(point.x),
            y: f64::from(point.y),
        }
    }
}

impl From<Dot> for Point {
    fn from(dot: Dot) -> Self {
        Self {
            x: dot.x as f32,
            y: dot.y as f32,
        }
    }
}

impl From<Command> for Stroke {
    fn from(command: Command) -> Self {
        match command {
            Command::MoveTo(to) => Self::MoveTo(to.into()),
            Command::LineTo(to) => Self::LineTo(to.into()),
            Command::CurveTo([first, second, to]) => {
                Self::CurveTo(first.into(), second.into(), to.into())
            }
            Command::Close => Self::Close,
        }
    }
}

/// The commands of path data. None unless each is a letter with the numbers that belong to it, the first an M.
fn commands(path: &str) -> Option<Vec<Command>> {
    let starts = path.match_indices(|sign: char| sign.is_ascii_alphabetic());
    let starts: Vec<_> = starts.map(|(start, _)| start).collect();
    if starts.first() != Some(&0) || !path.starts_with('M') {
        return None;
    }
    let ends = starts.iter().copied().skip(1).chain([path.len()]);
    let command = |(start, end): (usize, usize)| {
        let written = path.get(start + 1..end)?;
        let numbers = written
            .split([' ', ','])
            .filter(|number| !number.is_empty())
            .map(|number| {
                number
                    .parse()
                    .ok()
                    .filter(|number: &f64| number.is_finite())
            })
            .collect::<Option<Vec<_>>>()?;
        let dot = |x, y| Dot { x, y };
        match (path.get(start..=start)?, numbers.as_slice()) {
            ("M", &[x, y]) => Some(Command::MoveTo(dot(x, y))),
            ("L", &[x, y]) => Some(Command::LineTo(dot(x, y))),
            ("C", &[a, b, c, d, x, y]) => Some(Command::CurveTo([dot(a, b), dot(c, d), dot(x, y)])),
            ("Z", []) => Some(Command::Close),
            _ => None,
        }
    };
    starts.iter().copied().zip(ends).map(command).collect()
}

/// The outline in straight pieces. Parts that are left open are closed, as when they are filled.
fn pieces(commands: &[Command]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let nowhere = Dot { x: 0.0, y: 0.0 };
    let (mut start, mut at) = (nowhere, nowhere);
    for command in commands {
        match *command {
            Command::MoveTo(to) => {
                close(&mut pieces, at, start);
                start = to;
                at = to;
            }
            Command::LineTo(to) => {
                pieces.push(Piece { from: at, to });
                at = to;
            }
            Command::CurveTo(curve) => {
                flatten(at, curve, &mut pieces);
                at = curve[2];
            }
            Command::Close => {
                close(&mut pieces, at, start);
                at = start;
            }
        }
    }
    close(&mut pieces, at, start);
    pieces
}

fn close(pieces: &mut Vec<Piece>, at: Dot, start: Dot) {
    if at != start {
        pieces.push(Piece {
            from: at,
            to: start,
        });
    }
}

/// A cubic in as many straight pieces as it takes to stay within the tolerance (Wang's bound, from the second
/// differences of its points).
fn flatten(from: Dot, [first, second, to]: [Dot; 3], pieces: &mut Vec<Piece>) {
    let bend = |a: Dot, b: Dot, c: Dot| (a.x - 2.0 * b.x + c.x).hypot(a.y - 2.0 * b.y + c.y);
    let bend = bend(from, first, second).max(bend(first, second, to));
    let count = (0.75 * bend / TOLERANCE).sqrt().ceil();
    let count = count.clamp(1.0, MOST_PIECES);
    let at = |share: f64| {
        let rest = 1.0 - share;
        let mix = |a: f64, b: f64, c: f64, d: f64| {
            rest.powi(3) * a
                + 3.0 * rest.powi(2) * share * b
                + 3.0 * rest * share.powi(2) * c
                + share.powi(3) * d
        };
        Dot {
            x: mix(from.x, first.x, second.x, to.x),
            y: mix(from.y, first.y, second.y, to.y),
        }
    };
    let mut before = from;
    for step in 1..count as u32 {
        let next = at(f64::from(step) / count);
        pieces.push(Piece {
            from: before,
            to: next,
        });
        before = next;
    }
    // The last one ends where the next stroke begins, to the digit.
    pieces.push(Piece { from: before, to });
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    const fn point(x: f32, y: f32) -> Point {
        Point { x, y }
    }

    #[test]
    fn path_data_is_read_to_the_digit() {
        let shape = Shape::read("M1.25 -2L3,4C5 6 7 8 9 10.5Z").unwrap();
        assert_eq!(
            shape.strokes(),
            [
                Stroke::MoveTo(point(1.25, -2.0)),
                Stroke::LineTo(point(3.0, 4.0)),
                Stroke::CurveTo(point(5.0, 6.0), point(7.0, 8.0), point(9.0, 10.5)),
                Stroke::Close,
            ]
        );
    }

    #[test]
    fn what_is_not_path_data_is_refused() {
        for path in [
            "",
            "Z",
            "L1 2",
            "1 2",
            " M1 2L3 4",
            "M1",
            "M1 2L3",
            "M1 2L3 4Z5",
            "M1 2Q3 4 5 6Z",
            "M1 2l3 4",
            "M1 2L3 nan",
            "M1 2L3 1e999",
            "M1 2C1 2 3 4 5",
            "M1 2L3 ä",
            "M1 2",
        ] {
            assert!(Shape::read(path).is_none(), "{path}");
        }
    }

    /// A circle of four cubics with a hole, written the other way round.
    const RING: &str = "M100 0C100 55.23 55.23 100 0 100C-55.23 100 -100 55.23 -100 0C-100 -55.23 -55.23 -100 0 -100\
                        C55.23 -100 100 -55.23 100 0ZM50 0L0 -50L-50 0L0 50Z";

    #[test]
    fn a_point_is_inside_where_the_outline_goes_round_it() {
        let ring = Shape::read(RING).unwrap();
        for degrees in 0..360 {
            let (sine, cosine) = (degrees as f32).to_radians().sin_cos();
            let at = |radius: f32| point(radius * cosine, radius * sine);
            // Four such cubics are within 0.03 % of a circle.
            assert!(ring.contains(at(99.9)), "{degrees}");
            assert!(!ring.contains(at(100.1)), "{degrees}");
            assert!(!ring.contains(at(35.0)), "{degrees}");
            assert!(ring.contains(at(50.1)), "{degrees}");
        }
        // An outline that is left open is closed in a straight line.
        let open = Shape::read("M0 0L10 0L10 10").unwrap();
        assert!(open.contains(point(6.0, 5.0)) && !open.contains(point(4.0, 5.0)));
    }

    #[test]
    fn the_distance_is_that_to_the_nearest_point_of_the_outline() {
        let ring = Shape::read(RING).unwrap();
        for degrees in 0..360 {
            let (sine, cosine) = (degrees as f32).to_radians().sin_cos();
            let outside = point(130.0 * cosine, 130.0 * sine);
            let distance = ring.distance_within(outside, 40.0).unwrap();
            assert!((distance - 30.0).abs() < 0.1, "{degrees}: {distance}");
            assert_eq!(ring.distance_within(outside, 29.0), None);
        }
        assert_eq!(ring.distance_within(point(1e6, 0.0), 40.0), None);
    }
}
