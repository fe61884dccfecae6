//! Pain over time: two lines over the bands of the scale.
use iced::advanced::text::Alignment;
use iced::widget::canvas::{Frame, LineCap, LineDash, LineJoin, Path, Stroke};
use iced::{Color, Point, Rectangle, Size};
use jiff::civil::Date;

use super::label::{label, ticks, words};
use super::{Drawn, Tick, key_of, nearest};
use crate::app::theme::type_role::CAPTION;
use crate::app::theme::{Tokens, Tone, font, mix};
use crate::training::calendar::days_between;
use crate::training::overview::Overview;
use crate::training::range::{Grain, Span};
use crate::training::trend::{Point as Score, unbroken};
use crate::words::pain::bands;
use crate::words::{grammar, progress as said};

/// Where the bands of the scale meet: scores are whole, so half-way between two.
const EDGES: [f32; 2] = [2.5, 5.5];
/// Numbers on the scale.
const MARKS: [u8; 4] = [0, 2, 5, 10];
/// Narrower charts, in logical pixels, have the names of the bands inside.
const ROOM_BESIDE: f32 = 420.0;
/// More points than this are a line without dots.
const MOST_DOTS: usize = 40;

/// Pain after sessions and the morning after, ready to be drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct PainLine {
    /// Parts a line may join, each a run of places from 0 (the first day) to 1 with scores.
    after: Vec<Vec<(f32, f32)>>,
    next_morning: Vec<Vec<(f32, f32)>>,
    stops: Vec<Stop>,
    ticks: Vec<Tick>,
    key: u64,
}

/// What can be pointed at.
#[derive(Debug, Clone, PartialEq)]
struct Stop {
    at: f32,
    after: Option<f32>,
    next_morning: Option<f32>,
    title: String,
    text: String,
}

impl PainLine {
    /// The lines of an overview.
    pub fn of(overview: &Overview) -> Self {
        let (span, grain) = (overview.span, overview.line_grain);
        let parts = |points: &[Score]| -> Vec<Vec<(f32, f32)>> {
            unbroken(points, grain)
                .map(|part| {
                    part.iter()
                        .map(|point| (middle(point.day, grain, span), point.value))
                        .collect()
                })
                .collect()
        };
        let stops = stops(overview);
        let told: Vec<_> = stops
            .iter()
            .map(|stop| (stop.at.to_bits(), &stop.title, &stop.text))
            .collect();
        Self {
            after: parts(&overview.pain.after),
            next_morning: parts(&overview.pain.next_morning),
            key: key_of((told, span, grain)),
            ticks: ticks_of(span),
            stops,
        }
    }

    fn plot(&self, size: Size) -> Plot {
        let captions = bands()
            .iter()
            .map(|band| CAPTION.measure(band).width)
            .fold(0.0, f32::max);
        let left = 26.0;
        let beside = (size.width >= ROOM_BESIDE).then_some(captions + 18.0);
        let below = 26.0;
        Plot {
            area: Rectangle {
                x: left,
                y: 8.0,
                width: (size.width - left - beside.unwrap_or(8.0)).max(1.0),
                height: (size.height - 8.0 - below).max(1.0),
            },
            has_captions_beside: beside.is_some(),
        }
    }
}

/// Every day or piece of time that has a score.
fn stops(overview: &Overview) -> Vec<Stop> {
    let grain = overview.line_grain;
    let (after, morning) = (&overview.pain.after, &overview.pain.next_morning);
    let mut starts: Vec<Date> = after
        .iter()
        .chain(morning)
        .map(|point| grain.start(point.day))
        .collect();
    starts.sort_unstable();
    starts.dedup();
    let found = |points: &[Score], start: Date| {
        points
            .iter()
            .find(|point| grain.start(point.day) == start)
            .copied()
    };
    starts
        .into_iter()
        .map(|start| {
            let (after, morning) = (found(after, start), found(morning, start));
            let told = [
                after.map(|point| said::after(point.value)),
                morning.map(|point| said::next_morning(point.value)),
            ];
            Stop {
                at: middle(start, grain, overview.span),
                after: after.map(|point| point.value),
                next_morning: morning.map(|point| point.value),
                title: title(start, grain, overview.span),
                text: match told {
                    [Some(one), Some(other)] => grammar::list([one, other]),
                    [one, other] => one.or(other).unwrap_or_default(),
                },
            }
        })
        .collect()
}

/// What a piece of time is called.
pub(super) fn title(start: Date, grain: Grain, span: Span) -> String {
    match grain {
        Grain::Day => grammar::named_date(start, span.to),
        Grain::Week => said::week_of(start, span.to),
        Grain::Month => grammar::month_of(start),
        Grain::Quarter => grammar::months_of(start, grain.end(start)),
        Grain::Year => grammar::year(start),
    }
}

/// Where a day lies in a span, from 0 to 1.
pub(super) fn place(day: Date, span: Span) -> f32 {
    let days = days_between(span.from, span.to).max(1);
    (days_between(span.from, day) as f32 / days as f32).clamp(0.0, 1.0)
}

/// Where the middle of the piece lies that a day belongs to.
fn middle(day: Date, grain: Grain, span: Span) -> f32 {
    let from = grain.start(day).max(span.from);
    let to = grain.end(day).min(span.to);
    f32::midpoint(place(from, span), place(to, span))
}

/// The weeks of a short span, the months of a longer one, the years of a long one.
pub(super) fn ticks_of(span: Span) -> Vec<Tick> {
    let (grain, shortest) = match days_between(span.from, span.to) {
        ..60 => (Grain::Week, 0),
        60..=800 => (Grain::Month, 10),
        _ => (Grain::Year, 120),
    };
    // The end of a month would take the room of the next one's name.
    let is_told =
        |piece: &Span| days_between(piece.from, piece.to) >= shortest || piece.to == span.to;
    grain
        .pieces(span)
        .filter(is_told)
        .map(|piece| Tick {
            at: place(piece.from, span),
            text: match grain {
                Grain::Week => grammar::short_date(piece.from),
                Grain::Year => grammar::year(piece.from),
                _ => grammar::short_month(piece.from.month()).to_owned(),
            },
        })
        .collect()
}

struct Plot {
    area: Rectangle,
    has_captions_beside: bool,
}

impl Plot {
    fn x(&self, at: f32) -> f32 {
        self.area.x + at * self.area.width
    }

    fn y(&self, score: f32) -> f32 {
        self.area.y + (1.0 - score.clamp(0.0, 10.0) / 10.0) * self.area.height
    }

    fn point(&self, (at, score): (f32, f32)) -> Point {
        Point::new(self.x(at), self.y(score))
    }

    fn bands(&self, tokens: &Tokens, frame: &mut Frame) {
        let tones = [Tone::Spruce, Tone::Sun, Tone::Ember];
        let edges = [0.0, EDGES[0], EDGES[1], 10.0];
        for (index, tone) in tones.into_iter().enumerate() {
            let (bottom, top) = (self.y(edges[index]), self.y(edges[index + 1]));
            let hue = tokens.hue(tone);
            frame.fill_rectangle(
                Point::new(self.area.x, top),
                Size::new(self.area.width, bottom - top),
                mix(hue.soft, tokens.surface, 0.3),
            );
            let (x, y, side) = if self.has_captions_beside {
                let right = self.area.x + self.area.width;
                (right + 10.0, f32::midpoint(top, bottom), Alignment::Left)
            } else {
                let right = self.area.x + self.area.width - 8.0;
                (right, top + 12.0, Alignment::Right)
            };
            let role = CAPTION.with_font(font::MEDIUM);
            words(
                frame,
                role,
                bands()[index],
                hue.text,
                Point::new(x, y),
                side,
            );
        }
        for mark in MARKS {
            let at = Point::new(self.area.x - 8.0, self.y(f32::from(mark)));
            let number = mark.to_string();
            words(
                frame,
                CAPTION,
                &number,
                tokens.ink_faint,
                at,
                Alignment::Right,
            );
        }
    }

    fn line(&self, frame: &mut Frame, parts: &[Vec<(f32, f32)>], stroke: Stroke<'_>) {
        for part in parts.iter().filter(|part| part.len() > 1) {
            let path = Path::new(|path| {
                for (index, place) in part.iter().enumerate() {
                    let point = self.point(*place);
                    if index == 0 {
                        path.move_to(point);
                    } else {
                        path.line_to(point);
                    }
                }
            });
            frame.stroke(&path, stroke);
        }
    }

    fn dot(&self, frame: &mut Frame, place: (f32, f32), radius: f32, colour: Color, edge: Color) {
        let at = self.point(place);
        frame.fill(&Path::circle(at, radius + 1.5), edge);
        frame.fill(&Path::circle(at, radius), colour);
    }
}

impl Drawn for &PainLine {
    fn key(&self) -> u64 {
        self.key
    }

    fn hit(&self, at: Point, size: Size) -> Option<usize> {
        let plot = self.plot(size);
        let is_near = at.x >= plot.area.x - 12.0 && at.x <= plot.area.x + plot.area.width + 12.0;
        is_near.then(|| nearest(self.stops.iter().map(|stop| plot.x(stop.at)), at.x))?
    }

    fn draw(&self, tokens: &Tokens, frame: &mut Frame) {
        let plot = self.plot(frame.size());
        plot.bands(tokens, frame);
        let below = plot.area.y + plot.area.height + 15.0;
        ticks(
            frame,
            tokens.ink_faint,
            &self.ticks,
            Some(said::now()),
            (plot.area.x, plot.area.width, below),
        );
        let stroke = Stroke {
            line_cap: LineCap::Round,
            line_join: LineJoin::Round,
            ..Stroke::default().with_width(3.0)
        };
        let dotted = Stroke {
            line_dash: LineDash {
                segments: &[0.5, 6.5],
                offset: 0,
            },
            ..stroke.with_color(tokens.sky.text)
        };
        plot.line(frame, &self.next_morning, dotted);
        plot.line(frame, &self.after, stroke.with_color(tokens.ember.text));
        // A score without neighbours has no line to be seen by.
        let lone = |parts: &[Vec<(f32, f32)>], all: bool| -> Vec<(f32, f32)> {
            parts
                .iter()
                .filter(|part| all || part.len() == 1)
                .flatten()
                .copied()
                .collect()
        };
        for place in lone(&self.next_morning, false) {
            plot.dot(frame, place, 3.0, tokens.sky.text, tokens.surface);
        }
        let points: usize = self.after.iter().map(Vec::len).sum();
        for place in lone(&self.after, points <= MOST_DOTS) {
            plot.dot(frame, place, 4.5, tokens.ember.text, tokens.surface);
        }
    }

    fn point_out(&self, tokens: &Tokens, frame: &mut Frame, index: usize) {
        let Some(stop) = self.stops.get(index) else {
            return;
        };
        let plot = self.plot(frame.size());
        let x = plot.x(stop.at);
        let (top, bottom) = (plot.area.y, plot.area.y + plot.area.height);
        frame.stroke(
            &Path::line(Point::new(x, top), Point::new(x, bottom)),
            Stroke::default().with_color(tokens.control).with_width(1.0),
        );
        let mut highest = bottom;
        for (value, colour) in [
            (stop.next_morning, tokens.sky.text),
            (stop.after, tokens.ember.text),
        ] {
            if let Some(value) = value {
                plot.dot(frame, (stop.at, value), 5.5, colour, tokens.surface);
                highest = highest.min(plot.y(value));
            }
        }
        let beside = Point::new(x, highest);
        label(frame, tokens, beside, &stop.title, &stop.text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_axis_of_time_names_weeks_months_or_years() {
        for (from, told) in [
            ("2026-11-02", &["2 Nov", "9 Nov", "16 Nov", "23 Nov"][..]),
            // The last day of August leaves the room to September.
            ("2026-08-31", &["Sep", "Oct", "Nov"]),
            ("2023-11-01", &["2024", "2025", "2026"]),
        ] {
            let day = |day: &str| day.parse::<Date>().unwrap_or_default();
            let span = Span {
                from: day(from),
                to: day("2026-11-25"),
            };
            let ticks = ticks_of(span);
            let texts: Vec<_> = ticks.iter().map(|tick| tick.text.as_str()).collect();
            assert_eq!(texts, told);
            assert!(ticks.iter().all(|tick| (0.0..1.0).contains(&tick.at)));
        }
    }
}
