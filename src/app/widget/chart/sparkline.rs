//! Pain over some weeks, small: what Today shows.
use iced::widget::canvas::{Frame, LineCap, LineJoin, Path, Stroke};
use iced::{Point, Size};
use jiff::ToSpan;
use jiff::civil::Date;

use super::label::label;
use super::pain_line::place;
use super::{Drawn, key_of, nearest};
use crate::app::theme::Tokens;
use crate::training::range::{Grain, Span};
use crate::training::trend::{Recent, unbroken};
use crate::words::{grammar, progress as said};

/// Around the line, in logical pixels: room for its dot.
const EDGE: f32 = 6.0;
/// The score at the top, where none is higher.
const TOP: f32 = 6.0;

/// Pain after sessions over the last weeks, ready to be drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Sparkline {
    stops: Vec<Stop>,
    /// How many of the stops belong to each part a line may join.
    parts: Vec<usize>,
    key: u64,
}

#[derive(Debug, Clone, PartialEq)]
struct Stop {
    at: f32,
    value: f32,
    title: String,
}

impl Sparkline {
    /// The scores of the last eight weeks, as seen from `today`. Without any it is empty.
    pub fn of(recent: &Recent, today: Date) -> Self {
        let earliest = today.saturating_sub(8.weeks());
        // It begins where the scores do.
        let first = recent.points.first().map_or(earliest, |point| point.day);
        let span = Span {
            from: first.clamp(earliest, today),
            to: today,
        };
        let stops: Vec<Stop> = recent
            .points
            .iter()
            .map(|point| Stop {
                at: place(point.day, span),
                value: point.value,
                title: grammar::named_date(point.day, today),
            })
            .collect();
        let told: Vec<_> = stops
            .iter()
            .map(|stop| (stop.value.to_bits(), &stop.title))
            .collect();
        Self {
            key: key_of((told, today)),
            parts: unbroken(&recent.points, Grain::Day)
                .map(<[_]>::len)
                .collect(),
            stops,
        }
    }

    fn point(&self, size: Size, stop: &Stop) -> Point {
        let top = self.stops.iter().map(|stop| stop.value).fold(TOP, f32::max);
        Point::new(
            EDGE + stop.at * (size.width - 2.0 * EDGE),
            EDGE + (1.0 - stop.value / top) * (size.height - 2.0 * EDGE),
        )
    }
}

impl Drawn for &Sparkline {
    fn key(&self) -> u64 {
        self.key
    }

    fn hit(&self, at: Point, size: Size) -> Option<usize> {
        let places = self.stops.iter().map(|stop| self.point(size, stop).x);
        nearest(places, at.x)
    }

    fn draw(&self, tokens: &Tokens, frame: &mut Frame) {
        let size = frame.size();
        let hue = tokens.ember;
        let bottom = size.height - EDGE;
        let mut rest = self.stops.as_slice();
        for count in &self.parts {
            let (part, after) = rest.split_at((*count).min(rest.len()));
            rest = after;
            let points: Vec<Point> = part.iter().map(|stop| self.point(size, stop)).collect();
            let (Some(first), Some(last)) = (points.first(), points.last()) else {
                continue;
            };
            if points.len() == 1 {
                frame.fill(&Path::circle(*first, 2.5), hue.fill);
                continue;
            }
            let area = Path::new(|path| {
                path.move_to(Point::new(first.x, bottom));
                for point in &points {
                    path.line_to(*point);
                }
                path.line_to(Point::new(last.x, bottom));
                path.close();
            });
            frame.fill(&area, hue.soft);
            let line = Path::new(|path| {
                path.move_to(*first);
                for point in points.iter().skip(1) {
                    path.line_to(*point);
                }
            });
            let stroke = Stroke {
                line_cap: LineCap::Round,
                line_join: LineJoin::Round,
                ..Stroke::default().with_color(hue.fill).with_width(2.5)
            };
            frame.stroke(&line, stroke);
        }
        if let Some(last) = self.stops.last() {
            let at = self.point(size, last);
            frame.fill(&Path::circle(at, 5.0), tokens.surface);
            frame.fill(&Path::circle(at, 3.5), hue.text);
        }
    }

    fn point_out(&self, tokens: &Tokens, frame: &mut Frame, index: usize) {
        let Some(stop) = self.stops.get(index) else {
            return;
        };
        let at = self.point(frame.size(), stop);
        frame.fill(&Path::circle(at, 5.0), tokens.surface);
        frame.fill(&Path::circle(at, 3.5), tokens.ember.text);
        let text = said::after(stop.value);
        label(frame, tokens, at, &stop.title, &text);
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::expect_used)]

    use super::*;
    use crate::training::trend::{Point as Score, Trend};

    #[test]
    fn the_line_runs_from_the_first_score_to_now_and_stays_inside() {
        let day = |day: &str| day.parse::<Date>().expect("a day");
        let points: Vec<Score> = [
            ("2026-10-26", 9.0),
            ("2026-10-30", 0.0),
            ("2026-11-25", 3.0),
        ]
        .into_iter()
        .map(|(on, value)| Score {
            day: day(on),
            value,
        })
        .collect();
        let recent = Recent {
            trend: Trend::of(&points),
            points,
        };
        let sparkline = Sparkline::of(&recent, day("2026-11-25"));
        assert_eq!(sparkline.parts, [2, 1]);
        let size = Size::new(160.0, 40.0);
        let drawn: Vec<Point> = sparkline
            .stops
            .iter()
            .map(|stop| sparkline.point(size, stop))
            .collect();
        assert_eq!(drawn[0], Point::new(EDGE, EDGE));
        assert_eq!(drawn[1].y, size.height - EDGE);
        assert_eq!(drawn[2].x, size.width - EDGE);
        assert_eq!((&sparkline).hit(drawn[1], size), Some(1));
        let recent = Recent {
            points: Vec::new(),
            trend: Trend::Unknown,
        };
        let empty = Sparkline::of(&recent, day("2026-11-25"));
        assert_eq!((&empty).hit(Point::ORIGIN, size), None);
    }
}
