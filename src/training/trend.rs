//! How pain goes over time: the line of it, and a trend that claims no more than the scores do.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::Date;

use super::calendar::days_between;
use super::pain::Knees;
use super::range::{Grain, Span};
use super::record::{Log, Occasion};
use super::{Score, Zone};

/// Under so many days from the first score to the last nothing is said about where it goes.
const TWO_WEEKS: i64 = 14;
/// Fewer days with a score say nothing either.
const FEWEST: usize = 4;
/// The least change that is one: a whole step of the scale people point at.
const CHANGE: f32 = 1.0;

/// How much it hurt on a day, or on average over a piece of time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// The day, or the last day of the piece on which there was a score.
    pub day: Date,
    /// 0 to 10.
    pub value: f32,
}

impl Point {
    /// The band it lies in, rounded as people would say it.
    pub fn zone(self) -> Zone {
        Score::new(self.value.round().clamp(0.0, 10.0) as u8).map_or(Zone::EaseOff, Score::zone)
    }
}

/// The highest score of each day that has one, of the knees that are meant, oldest first. A day is the person's own.
pub fn daily(log: &Log, occasion: Occasion, knees: Knees) -> Vec<Point> {
    let mut days: BTreeMap<Date, Score> = BTreeMap::new();
    let scores = log
        .pain
        .iter()
        .filter(|pain| pain.occasion == occasion && knees.each().contains(&pain.knee));
    for pain in scores {
        let highest = days.entry(pain.at.day()).or_insert(pain.score);
        *highest = pain.score.max(*highest);
    }
    days.into_iter()
        .map(|(day, score)| Point {
            day,
            value: f32::from(score.get()),
        })
        .collect()
}

/// The points that lie in a span.
pub fn within(points: &[Point], span: Span) -> &[Point] {
    let from = points.partition_point(|point| point.day < span.from);
    let to = points.partition_point(|point| point.day <= span.to);
    points.get(from..to).unwrap_or_default()
}

/// The points of a span, averaged over its pieces. A piece without a score has no point.
pub fn line(points: &[Point], span: Span, grain: Grain) -> Vec<Point> {
    within(points, span)
        .chunk_by(|one, other| grain.start(one.day) == grain.start(other.day))
        .filter_map(|piece| {
            let day = piece.last()?.day;
            mean(piece).map(|value| Point { day, value })
        })
        .collect()
}

/// The points cut where scores are missing: within a part, a line may join them.
pub fn unbroken(points: &[Point], grain: Grain) -> impl Iterator<Item = &[Point]> {
    points.chunk_by(move |one, other| grain.joins(one.day, other.day))
}

/// From where the last score jumped up: the middle of the six before it, where the last is two or more above that.
pub fn jump(points: &[Point]) -> Option<f32> {
    const BEFORE: usize = 6;
    const UP: f32 = 2.0;

    let (last, before) = points.split_last()?;
    let mut before: Vec<f32> = before
        .iter()
        .rev()
        .take(BEFORE)
        .map(|point| point.value)
        .collect();
    before.sort_by(f32::total_cmp);
    let upper = *before.get(before.len() / 2)?;
    let lower = *before.get(before.len().saturating_sub(1) / 2)?;
    let middle = f32::midpoint(lower, upper);
    (last.value >= middle + UP).then_some(middle)
}

/// The average; none of nothing.
pub fn mean(points: &[Point]) -> Option<f32> {
    if points.is_empty() {
        return None;
    }
    let sum: f32 = points.iter().map(|point| point.value).sum();
    Some(sum / points.len() as f32)
}

/// Where pain goes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Trend {
    /// There are no scores.
    Unknown,
    /// Under two weeks of scores, or a handful: this was the last.
    Early {
        /// The last score.
        last: f32,
    },
    /// It stays where it is.
    Steady {
        /// About how high that is.
        around: f32,
    },
    /// It is lower at the end than it was at the start.
    Down(Change),
    /// It is higher at the end than it was at the start.
    Up(Change),
}

/// From where to where pain went, each the average of a third of the days with a score.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Change {
    /// At the start.
    pub from: f32,
    /// At the end.
    pub to: f32,
    /// The first day with a score.
    pub since: Date,
    /// The last day with one.
    pub until: Date,
}

impl Trend {
    /// Where these points go.
    pub fn of(points: &[Point]) -> Self {
        let (Some(first), Some(last)) = (points.first(), points.last()) else {
            return Self::Unknown;
        };
        let early = Self::Early { last: last.value };
        if points.len() < FEWEST || days_between(first.day, last.day) < TWO_WEEKS {
            return early;
        }
        let third = (points.len() / 3).max(2);
        let start = points.get(..third).and_then(mean);
        let end = points.get(points.len() - third..).and_then(mean);
        let (Some(from), Some(to)) = (start, end) else {
            return early;
        };
        let change = Change {
            from,
            to,
            since: first.day,
            until: last.day,
        };
        if to <= from - CHANGE {
            Self::Down(change)
        } else if to >= from + CHANGE {
            Self::Up(change)
        } else {
            Self::Steady {
                around: mean(points).unwrap_or(to),
            }
        }
    }
}

/// Pain after sessions over the last eight weeks, the worse knee of each day: what Today shows.
pub fn recent(log: &Log, today: Date) -> Recent {
    let span = Span {
        from: today.saturating_sub(8.weeks()),
        to: today,
    };
    let points = within(&daily(log, Occasion::After, Knees::Both), span).to_vec();
    Recent {
        trend: Trend::of(&points),
        points,
    }
}

/// The last weeks of pain after sessions.
#[derive(Debug, Clone, PartialEq)]
pub struct Recent {
    /// A point for each day with a score, oldest first.
    pub points: Vec<Point>,
    /// Where they go.
    pub trend: Trend,
}

#[cfg(test)]
mod tests {
    use super::super::range::Range;
    use super::super::test_data::{date, pain, scores};
    use super::*;
    use crate::side::Side;

    /// A point for each of these days in November 2026.
    fn november(points: &[(u8, u8)]) -> Vec<Point> {
        points
            .iter()
            .map(|(day, value)| Point {
                day: date(&format!("2026-11-{day:02}")),
                value: f32::from(*value),
            })
            .collect()
    }

    #[test]
    fn a_jump_is_two_above_the_middle_of_the_six_before() {
        let of = |scores: &[u8]| {
            let days = (1..).zip(scores.iter().copied());
            jump(&november(&days.collect::<Vec<_>>()))
        };

        assert_eq!(of(&[]), None);
        assert_eq!(of(&[7]), None);
        assert_eq!(of(&[2, 7]), Some(2.0));
        assert_eq!(of(&[2, 3, 2, 2, 3, 2, 7]), Some(2.0));
        assert_eq!(of(&[9, 2, 2, 3, 3, 2, 3, 4]), None);
        assert_eq!(of(&[9, 2, 2, 2, 2, 2, 2, 4]), Some(2.0));
        assert_eq!(of(&[1, 2, 4]), Some(1.5));
    }

    #[test]
    fn a_day_shows_the_worse_knee_or_the_one_that_was_chosen() {
        let log = scores([
            pain("2026-11-02 08:00", Occasion::Before, Side::Left, 9),
            pain("2026-11-02 09:00", Occasion::After, Side::Left, 2),
            pain("2026-11-02 09:00", Occasion::After, Side::Right, 5),
            pain("2026-11-02 19:00", Occasion::After, Side::Left, 4),
            pain("2026-11-03 07:00", Occasion::NextMorning, Side::Right, 3),
            pain("2026-11-04 09:00", Occasion::After, Side::Left, 1),
        ]);
        let told = |occasion, knees| {
            daily(&log, occasion, knees)
                .iter()
                .map(|point| (point.day.day(), point.value))
                .collect::<Vec<_>>()
        };
        assert_eq!(told(Occasion::After, Knees::Both), [(2, 5.0), (4, 1.0)]);
        assert_eq!(told(Occasion::After, Knees::Left), [(2, 4.0), (4, 1.0)]);
        assert_eq!(told(Occasion::After, Knees::Right), [(2, 5.0)]);
        assert_eq!(told(Occasion::NextMorning, Knees::Both), [(3, 3.0)]);
        assert_eq!(told(Occasion::NextMorning, Knees::Left), []);
    }

    #[test]
    fn weeks_are_averaged_and_a_week_without_a_score_is_a_gap() {
        let points = november(&[(2, 2), (4, 5), (8, 2), (10, 4), (25, 1)]);
        let span = Range::FourWeeks.span(date("2026-11-25"), None);
        let weeks = line(&points, span, Grain::Week);
        let values: Vec<_> = weeks.iter().map(|point| point.value).collect();
        assert_eq!(values, [3.0, 4.0, 1.0]);
        let parts: Vec<_> = unbroken(&weeks, Grain::Week).map(<[Point]>::len).collect();
        assert_eq!(parts, [2, 1]);
        let parts: Vec<_> = unbroken(&points, Grain::Day).map(<[Point]>::len).collect();
        assert_eq!(parts, [4, 1]);
        assert_eq!(within(&points, span).len(), 5);
        let early = Span {
            to: date("2026-11-08"),
            ..span
        };
        assert_eq!(within(&points, early).len(), 3);
    }

    #[test]
    fn nothing_is_claimed_under_two_weeks_or_from_a_handful() {
        assert_eq!(Trend::of(&[]), Trend::Unknown);
        for points in [
            &[(1, 8)][..],
            &[(1, 8), (25, 1)],
            &[(1, 8), (2, 8), (25, 1)],
            &[(1, 8), (3, 7), (5, 6), (7, 5), (9, 4), (11, 2), (14, 1)],
        ] {
            let trend = Trend::of(&november(points));
            assert!(matches!(trend, Trend::Early { .. }), "{points:?} {trend:?}");
        }
    }

    #[test]
    fn a_trend_is_a_whole_step_of_the_scale() {
        let told = |points: &[(u8, u8)]| Trend::of(&november(points));
        let change = |from, to, until: &str| Change {
            from,
            to,
            since: date("2026-11-01"),
            until: date(until),
        };
        assert_eq!(
            told(&[(1, 5), (4, 5), (8, 4), (11, 3), (15, 2), (20, 2)]),
            Trend::Down(change(5.0, 2.0, "2026-11-20"))
        );
        assert_eq!(
            told(&[(1, 2), (4, 2), (8, 4), (15, 4)]),
            Trend::Up(change(2.0, 4.0, "2026-11-15"))
        );
        assert_eq!(
            told(&[(1, 3), (4, 2), (8, 3), (11, 2), (15, 3), (20, 2)]),
            Trend::Steady { around: 2.5 }
        );
        assert_eq!(told(&[(1, 3), (15, 2)]), Trend::Early { last: 2.0 });
    }

    #[test]
    fn today_looks_back_eight_weeks() {
        let log = scores([
            pain("2026-09-29 12:00", Occasion::After, Side::Left, 9),
            pain("2026-09-30 12:00", Occasion::After, Side::Left, 5),
            pain("2026-11-24 12:00", Occasion::After, Side::Right, 2),
        ]);
        let recent = recent(&log, date("2026-11-25"));
        assert_eq!(recent.points.len(), 2);
        assert_eq!(recent.trend, Trend::Early { last: 2.0 });
    }

    #[test]
    fn points_lie_in_the_bands_of_the_scale() {
        for (value, zone) in [
            (0.0, Zone::Fine),
            (2.4, Zone::Fine),
            (2.5, Zone::Careful),
            (5.4, Zone::Careful),
            (5.5, Zone::EaseOff),
            (10.0, Zone::EaseOff),
        ] {
            let point = Point {
                day: date("2026-11-02"),
                value,
            };
            assert_eq!(point.zone(), zone, "{value}");
        }
    }
}
