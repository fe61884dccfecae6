//! The ring around the countdown.
use super::PlayerScale;
use super::canvas::KeyedCache;
use super::damage::apart;
use super::layer::over;
use crate::app::theme::{Tokens, Tone};
use iced::advanced::mouse;
use iced::widget::canvas::path::Arc;
use iced::widget::canvas::{self, Canvas, Geometry, LineCap, Path, Stroke};
use iced::widget::container;
use iced::{Color, Element, Point, Radians, Rectangle, Renderer, Size, Theme};
use std::f32::consts::TAU;

/// What a ring counts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Count {
    /// Time: one arc from the top, clockwise, as long as what is left.
    Timed {
        /// What is left of the time, 0 to 1.
        fraction_left: f32,
    },
    /// Repetitions: one arc for each, clockwise from the top. Above 15 the arcs would be dots, and one plain
    /// arc grows instead.
    Reps {
        /// How many there are.
        count: u32,
        /// The one being done, counted from 0.
        current: u32,
        /// How much of it is done, 0 to 1.
        fraction: f32,
    },
}

/// The most repetitions that get an arc each.
pub const MOST_ARCS: u32 = 15;

/// Into so many pieces one long arc is cut: only the piece it ends in is drawn anew while it grows or shrinks.
const PIECES: u16 = 24;

/// A ring, before it has something inside.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ring {
    /// What it counts.
    pub count: Count,
    /// The hue of the state.
    pub tone: Tone,
    /// The outer diameter in logical pixels.
    pub diameter: f32,
    /// The width of the line in logical pixels.
    pub stroke: f32,
    /// Between two arcs of repetitions, in logical pixels.
    pub gap: f32,
}

impl Ring {
    /// The ring of the player. `beat` widens the line: 0 is as usual, 1 as wide as on a beep of the last
    /// three seconds. The beat grows inward, so that the ring stays where it is.
    pub fn player(scale: PlayerScale, tone: Tone, count: Count, beat: f32) -> Self {
        Self {
            count,
            tone,
            diameter: scale.px(318.0),
            stroke: scale.px(18.0 + 4.0 * beat.clamp(0.0, 1.0)),
            gap: scale.px(3.0),
        }
    }
}

/// A ring with something in its middle.
pub fn countdown_ring<'a, Message: 'a>(
    ring: Ring,
    middle: impl Into<Element<'a, Message>>,
) -> Element<'a, Message> {
    over(
        ring.diameter,
        container(middle).center(ring.diameter),
        apart(Canvas::new(ring).width(ring.diameter).height(ring.diameter)),
    )
    .into()
}

impl<Message> canvas::Program<Message> for Ring {
    // What stays and what moves are kept apart, so that only where the arc moves is painted anew. Both are kept
    // drawings: where a kept drawing changed, the software renderer repaints the room it says it takes; of a fresh
    // one it repaints the bare paths without the width of their lines, which leaves a trail behind an arc that
    // shrinks.
    type State = State;

    fn draw(
        &self,
        state: &Self::State,
        renderer: &Renderer,
        theme: &Theme,
        bounds: Rectangle,
        _cursor: mouse::Cursor,
    ) -> Vec<Geometry> {
        let is_dark = theme.extended_palette().is_dark;
        let tokens = Tokens::of(theme);
        let colour = tokens.hue(self.tone).text;
        let pen = self.pen(bounds.size());
        let (start, length) = self.moving(&pen);

        let staying = state.staying.draw(
            renderer,
            bounds.size(),
            (is_dark, self.at_rest()),
            |frame| match self.arcs() {
                None => {
                    // In pieces of its own colour each: only those that meet what moves are painted again.
                    let whole = self.whole_pieces();
                    for piece in (whole..PIECES).chain(0..whole) {
                        let colour = if piece < whole { colour } else { tokens.line };

                        pen.draw(frame, turns(piece), turns(1), colour);
                    }
                }
                Some((count, current)) => {
                    for index in 0..count {
                        let (start, length) = self.arc(&pen, index, count);
                        let colour = if index < current { colour } else { tokens.line };

                        pen.draw(frame, start, length, colour);
                    }
                }
            },
        );
        let moving = state.moving.draw_within(
            renderer,
            (is_dark, *self),
            || (pen.room(start, length), ()),
            |frame, ()| {
                if length > 0.0 {
                    pen.draw(frame, start, length, colour);
                }
            },
        );
        vec![staying, moving]
    }
}

/// The drawings of a ring.
#[derive(Default)]
pub struct State {
    staying: KeyedCache<(bool, Ring)>,
    moving: KeyedCache<(bool, Ring)>,
}

impl Ring {
    /// The same without what moves.
    fn at_rest(mut self) -> Self {
        if self.arcs().is_none() {
            self.count = Count::Timed {
                fraction_left: turns(self.whole_pieces()),
            };
        }
        if let Count::Reps { fraction, .. } = &mut self.count {
            *fraction = 0.0;
        }
        self
    }

    /// How long the one arc is, in turns, where there are none of their own for repetitions.
    fn length(&self) -> f32 {
        let length = match self.count {
            Count::Timed { fraction_left } => fraction_left,
            Count::Reps {
                count,
                current,
                fraction,
            } => (current as f32 + fraction.clamp(0.0, 1.0)) / count.max(1) as f32,
        };

        length.clamp(0.0, 1.0)
    }

    /// How many pieces of the one arc are there from end to end.
    fn whole_pieces(&self) -> u16 {
        (self.length() * f32::from(PIECES)) as u16
    }

    /// How many arcs there are and which is being done, where repetitions get an arc each.
    fn arcs(&self) -> Option<(u32, u32)> {
        match self.count {
            Count::Reps { count, current, .. } if (1..=MOST_ARCS).contains(&count) => {
                Some((count, current))
            }
            _ => None,
        }
    }

    /// The arc that moves: where it starts and how long it is, in turns from the top.
    fn moving(&self, pen: &Pen) -> (f32, f32) {
        match self.count {
            Count::Reps {
                count,
                current,
                fraction,
            } if self.arcs().is_some() => {
                if current >= count {
                    return (0.0, 0.0);
                }
                let (start, length) = self.arc(pen, current, count);

                (start, length * fraction.clamp(0.0, 1.0))
            }
            _ => {
                let start = turns(self.whole_pieces());

                (start, self.length() - start)
            }
        }
    }

    /// One arc of several. Its round ends reach half a stroke further on each side.
    fn arc(&self, pen: &Pen, index: u32, count: u32) -> (f32, f32) {
        let share = 1.0 / count as f32;
        let between = if count == 1 {
            0.0
        } else {
            (self.stroke + self.gap) / (TAU * pen.radius)
        };

        (
            share * index as f32 + between / 2.0,
            (share - between).max(0.001),
        )
    }

    fn pen(&self, size: Size) -> Pen {
        let diameter = size.width.min(size.height);

        Pen {
            centre: Point::new(size.width / 2.0, size.height / 2.0),
            radius: (diameter - self.stroke) / 2.0,
            width: self.stroke,
        }
    }
}

/// So many pieces of the one arc, in turns.
fn turns(pieces: u16) -> f32 {
    f32::from(pieces) / f32::from(PIECES)
}

/// Draws arcs of one ring, in turns clockwise from the top.
struct Pen {
    centre: Point,
    radius: f32,
    width: f32,
}

impl Pen {
    /// The room an arc takes, round ends and soft edges included.
    fn room(&self, start: f32, length: f32) -> Rectangle {
        if length <= 0.0 {
            return Rectangle::new(self.centre, Size::ZERO);
        }
        let (start, end) = (start - 0.25, start + length - 0.25);
        // An arc reaches furthest at its ends, or straight up, down, left or right of the centre.
        let quarters = (-1..8).map(|quarter| quarter as f32 / 4.0);
        let turns = quarters.filter(|turn| (start..end).contains(turn));
        let (mut low, mut high) = (
            Point::new(f32::MAX, f32::MAX),
            Point::new(f32::MIN, f32::MIN),
        );
        for turn in turns.chain([start, end]) {
            let (sine, cosine) = (turn * TAU).sin_cos();
            let (x, y) = (
                self.centre.x + self.radius * cosine,
                self.centre.y + self.radius * sine,
            );
            low = Point::new(low.x.min(x), low.y.min(y));
            high = Point::new(high.x.max(x), high.y.max(y));
        }
        let size = Size::new(high.x - low.x, high.y - low.y);
        Rectangle::new(low, size).expand(self.width / 2.0 + 1.0)
    }

    fn draw(&self, frame: &mut canvas::Frame, start: f32, length: f32, colour: Color) {
        let path = Path::new(|path| {
            path.arc(Arc {
                center: self.centre,
                radius: self.radius,
                start_angle: Radians((start - 0.25) * TAU),
                end_angle: Radians((start + length - 0.25) * TAU),
            });
        });

        frame.stroke(
            &path,
            Stroke::default()
                .with_color(colour)
                .with_width(self.width)
                .with_line_cap(LineCap::Round),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ring(count: Count) -> Ring {
        Ring::player(PlayerScale::default(), Tone::Spruce, count, 0.0)
    }

    fn moving(count: Count) -> (f32, f32) {
        let ring = ring(count);

        ring.moving(&ring.pen(Size::new(318.0, 318.0)))
    }

    /// What stays and what moves of a ring with one arc must meet, and make up the whole.
    #[test]
    fn one_arc_is_whole_and_only_its_last_piece_moves() {
        for step in 0..=1000_u16 {
            let left = f32::from(step) / 1000.0;
            let ring = ring(Count::Timed {
                fraction_left: left,
            });
            let (start, length) = ring.moving(&ring.pen(Size::new(318.0, 318.0)));

            assert_eq!(start, turns(ring.whole_pieces()));
            assert!((start + length - left).abs() < 1e-6, "{left}");
            assert!((0.0..1.0 / 24.0 + 1e-6).contains(&length), "{length}");
            // What stays is drawn anew only when a piece is over.
            let drawn = ring.at_rest();
            assert_eq!(drawn.length(), start, "{left}");
        }
    }

    #[test]
    fn time_runs_out_from_a_full_circle() {
        let whole = |fraction_left| ring(Count::Timed { fraction_left }).whole_pieces();

        assert_eq!(whole(1.0), PIECES);
        assert_eq!(whole(0.25), PIECES / 4);
        assert_eq!(whole(-0.1), 0);
        assert_eq!(
            moving(Count::Timed {
                fraction_left: -0.1
            }),
            (0.0, 0.0)
        );
    }

    #[test]
    fn a_repetition_fills_its_own_arc() {
        let reps = |current, fraction| Count::Reps {
            count: 10,
            current,
            fraction,
        };
        let (start, empty) = moving(reps(5, 0.0));
        let (_, full) = moving(reps(5, 1.0));

        assert!(start > 0.5 && start < 0.52, "{start}");
        assert_eq!(empty, 0.0);
        assert!(full > 0.06 && full < 0.1, "{full}");
        assert_eq!(moving(reps(10, 0.0)), (0.0, 0.0));
    }

    #[test]
    fn the_room_of_an_arc_is_as_small_as_the_arc() {
        let ring = ring(Count::Timed { fraction_left: 1.0 });
        let pen = ring.pen(Size::new(318.0, 318.0));
        let whole = Rectangle::with_size(Size::new(318.0, 318.0)).expand(1.5);

        for (start, length) in [(0.0, 1.0), (0.0, 0.76), (0.9, 0.3)] {
            assert!(pen.room(start, length).is_within(&whole), "{start}");
        }
        assert!(pen.room(0.0, 1.0).width > 318.0);
        // The upper right quarter, with half a stroke around it.
        let quarter = pen.room(0.0, 0.25);
        assert!((quarter.x - 149.0).abs() < 0.1, "{quarter:?}");
        assert!((quarter.width - 170.0).abs() < 0.1, "{quarter:?}");
        assert_eq!(pen.room(0.3, 0.0).width, 0.0);
    }

    #[test]
    fn many_repetitions_share_one_arc() {
        let reps = |current, fraction| Count::Reps {
            count: 30,
            current,
            fraction,
        };

        assert_eq!(moving(reps(15, 0.0)), (0.5, 0.0));
        let (start, length) = moving(reps(15, 0.5));
        assert_eq!(start, 0.5);
        assert!((length - 0.5 / 30.0).abs() < 1e-6, "{length}");
        // The next repetition within the same piece changes nothing that stays.
        assert_eq!(ring(reps(3, 0.9)).at_rest(), ring(reps(4, 0.0)).at_rest());
    }
}
