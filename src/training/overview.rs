//! What the Progress screen shows of a log: numbers and charts.

use std::time::Duration;

use jiff::ToSpan;
use jiff::civil::Date;

use super::calendar::{Calendar, Day, Months, days_between};
use super::pain::Knees;
use super::range::{Grain, Range, Span};
use super::record::{Log, Occasion};
use super::trend::{self, Point, Trend};
use super::week::{GOAL, Week, monday};

/// Under so many days since the first one no trend is claimed.
const TWO_WEEKS: i64 = 14;

/// A log, looked at from a day, as far back as was chosen.
#[derive(Debug, Clone, PartialEq)]
pub struct Overview {
    /// How far back.
    pub range: Range,
    /// The days that covers.
    pub span: Span,
    /// What the bars and, from four weeks upward, the points of the line stand for.
    pub grain: Grain,
    /// What the points of the line stand for.
    pub line_grain: Grain,
    /// Whether the first day is less than two weeks ago.
    pub is_early: bool,
    /// Time spent working this month and last.
    pub months: Months,
    /// Strength days a week.
    pub strength: Strength,
    /// Pain after sessions.
    pub pain: Pain,
    /// Weeks in a row with two or more sessions.
    pub weeks_in_a_row: u32,
    /// What was done in the span.
    pub moved: Moved,
}

/// Strength days a week.
#[derive(Debug, Clone, PartialEq)]
pub struct Strength {
    /// The average of the weeks that are over, since the first one with anything in it.
    pub average: Option<f32>,
    /// In the week that is not over yet.
    pub this_week: u32,
    /// The weeks that are over and since the first, and how many of them met the goal.
    pub weeks: (usize, usize),
    /// One for each piece of the span: its days, and strength days a week in it.
    pub bars: Vec<(Span, f32)>,
}

/// Pain after sessions, and the morning after.
#[derive(Debug, Clone, PartialEq)]
pub struct Pain {
    /// The points of the line.
    pub after: Vec<Point>,
    /// The points of the second line.
    pub next_morning: Vec<Point>,
    /// The average of the days in the span.
    pub average: Option<f32>,
    /// What it was before.
    pub was: Option<Was>,
    /// The average of the mornings after.
    pub mornings: Option<f32>,
    /// Where it goes.
    pub trend: Trend,
}

/// What something was before.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Was {
    /// How much.
    pub value: f32,
    /// When.
    pub when: When,
}

/// The time something is compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// As long a time, just before.
    Before,
    /// The month the span begins in, from 1, and its year where that is not this one.
    Month(i8, Option<i16>),
}

/// What was done in a span.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Moved {
    /// Days on which something was done.
    pub days: usize,
    /// Days there were, since the first on which something was done.
    pub of: i64,
    /// Time spent working.
    pub worked: Duration,
    /// Sessions.
    pub sessions: u32,
}

impl Overview {
    /// What there is to see. `knees` are those whose pain is looked at.
    pub fn of(log: &Log, calendar: &Calendar, range: Range, knees: Knees, today: Date) -> Self {
        let after = trend::daily(log, Occasion::After, knees);
        let mornings = trend::daily(log, Occasion::NextMorning, knees);
        let first = [
            calendar.first(),
            after.first().map(|point| point.day),
            mornings.first().map(|point| point.day),
        ];
        let first = first.into_iter().flatten().min();
        let span = range.span(today, first);
        let grain = span.grain();
        let line_grain = match range {
            Range::FourWeeks => Grain::Day,
            Range::ThreeMonths | Range::Year | Range::All => grain,
        };
        let is_early = first.is_none_or(|first| days_between(first, today) < TWO_WEEKS);
        // What is compared would be a trend.
        let was = if is_early {
            None
        } else {
            was(&after, span, range.before(today))
        };
        Self {
            range,
            span,
            grain,
            line_grain,
            is_early,
            months: calendar.months(today),
            strength: strength(calendar, span, grain),
            pain: Pain {
                after: trend::line(&after, span, line_grain),
                next_morning: trend::line(&mornings, span, line_grain),
                average: trend::mean(trend::within(&after, span)),
                was,
                mornings: trend::mean(trend::within(&mornings, span)),
                trend: Trend::of(trend::within(&after, span)),
            },
            weeks_in_a_row: calendar.weeks_in_a_row(today),
            moved: moved(calendar, span),
        }
    }
}

fn strength(calendar: &Calendar, span: Span, grain: Grain) -> Strength {
    let weeks = calendar.weeks(span.from, span.to);
    let this_monday = monday(span.to);
    let begun = calendar.first().map(monday);
    let over: Vec<&Week> = weeks
        .iter()
        .filter(|week| week.monday() < this_monday)
        .filter(|week| begun.is_some_and(|begun| begun <= week.monday()))
        .collect();
    let days: u32 = over.iter().map(|week| week.strength_days()).sum();
    let met = over.iter().filter(|week| week.strength_days() >= GOAL.0);
    let bars = grain
        .pieces(span)
        .map(|piece| {
            // A week belongs to the piece its Monday lies in.
            let within: Vec<u32> = weeks
                .iter()
                .filter(|week| piece.contains(week.monday()))
                .map(Week::strength_days)
                .collect();
            let sum: u32 = within.iter().sum();
            (piece, sum as f32 / within.len().max(1) as f32)
        })
        .collect();
    Strength {
        average: (!over.is_empty()).then(|| days as f32 / over.len() as f32),
        this_week: calendar.week(span.to).strength_days(),
        weeks: (over.len(), met.count()),
        bars,
    }
}

fn was(after: &[Point], span: Span, before: Option<Span>) -> Option<Was> {
    /// Fewer days with a score are no average to compare with.
    const FEWEST: usize = 2;

    let mean = |span| {
        let points = trend::within(after, span);
        (points.len() >= FEWEST).then(|| trend::mean(points))?
    };
    // Without a score in the span there is nothing to compare.
    let _now = mean(span)?;
    if let Some(value) = before.and_then(mean) {
        return Some(Was {
            value,
            when: When::Before,
        });
    }
    // Otherwise the first month of the span, where that is over.
    let first = trend::within(after, span).first()?.day;
    let month = Span {
        from: first.first_of_month().max(span.from),
        to: first.last_of_month(),
    };
    if month.to >= span.to {
        return None;
    }
    mean(month).map(|value| Was {
        value,
        when: When::Month(
            first.month(),
            (first.year() != span.to.year()).then_some(first.year()),
        ),
    })
}

fn moved(calendar: &Calendar, span: Span) -> Moved {
    let mut moved = Moved::default();
    for day in calendar.moved(span.from, span.to) {
        moved.days += 1;
        moved.sessions += day.sessions;
        moved.worked = moved.worked.saturating_add(day.worked);
    }
    if let Some(first) = calendar.first() {
        moved.of = (days_between(first.max(span.from), span.to) + 1).max(0);
    }
    moved
}

/// A year of days, as whole weeks that end with the week a day lies in: a column for each, Monday on top.
pub fn heat(calendar: &Calendar, until: Date) -> Vec<[Day; 7]> {
    const WEEKS: i64 = 53;

    let from = until.saturating_sub((WEEKS - 1).weeks());
    calendar
        .weeks(from, until)
        .into_iter()
        .map(|week| week.days)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::test_data::{date, pain, session};
    use super::*;
    use crate::side::Side;

    fn overview(log: &Log, range: Range, today: &str) -> Overview {
        Overview::of(log, &Calendar::of(log), range, Knees::Both, date(today))
    }

    /// Strength every Monday and Thursday, a score after each, from so many weeks before Wednesday 25 November 2026.
    fn steady(weeks: i64, score: impl Fn(i64) -> u8) -> Log {
        let mut log = Log::default();
        for week in (0..=weeks).rev() {
            let monday = date("2026-11-23").saturating_sub(week.weeks());
            for day in [monday, monday.saturating_add(3.days())] {
                if day > date("2026-11-25") {
                    continue;
                }
                let at = format!("{day} 18:00");
                log.sessions.push(session(&at, "strength", 20));
                log.pain
                    .push(pain(&at, Occasion::After, Side::Left, score(week)));
            }
        }
        log
    }

    fn was(value: f32, when: When) -> Option<Was> {
        Some(Was { value, when })
    }

    #[test]
    fn nothing_is_an_overview_too() {
        for range in Range::ALL {
            let overview = overview(&Log::default(), range, "2026-11-25");
            assert!(overview.is_early);
            assert_eq!(overview.pain.average, None);
            assert_eq!(overview.strength.average, None);
            assert_eq!(overview.weeks_in_a_row, 0);
            assert_eq!(overview.moved, Moved::default());
            assert_eq!(overview.pain.was, None);
        }
    }

    #[test]
    fn three_days_give_numbers_and_no_trend() {
        let log = steady(0, |_| 4);
        let overview = overview(&log, Range::ThreeMonths, "2026-11-25");
        assert!(overview.is_early);
        assert_eq!(overview.pain.average, Some(4.0));
        assert_eq!(overview.pain.trend, Trend::Early { last: 4.0 });
        assert_eq!(overview.strength.this_week, 1);
        assert_eq!(overview.strength.weeks, (0, 0));
        let moved = Moved {
            days: 1,
            of: 3,
            worked: Duration::from_secs(20 * 60),
            sessions: 1,
        };
        assert_eq!(overview.moved, moved);
        assert_eq!(overview.pain.was, None);
    }

    #[test]
    fn a_range_stands_beside_the_one_before() {
        // 5 from 27 weeks ago to 13 weeks ago, then 2.
        let log = steady(27, |week| if week >= 13 { 5 } else { 2 });
        let overview = overview(&log, Range::ThreeMonths, "2026-11-25");
        assert!(!overview.is_early);
        assert_eq!(overview.pain.average, Some(2.0));
        assert_eq!(overview.pain.was, was(5.0, When::Before));
        assert_eq!(overview.pain.trend, Trend::Steady { around: 2.0 });
        assert_eq!(overview.strength.weeks, (12, 12));
        assert_eq!(overview.strength.average, Some(2.0));
        assert_eq!(overview.strength.this_week, 1);
        assert_eq!(overview.strength.bars.len(), 13);
        assert_eq!(overview.weeks_in_a_row, 27);
    }

    #[test]
    fn without_a_range_before_the_first_month_is_what_it_was() {
        let log = steady(10, |week| if week >= 7 { 5 } else { 2 });
        let overview = overview(&log, Range::ThreeMonths, "2026-11-25");
        assert_eq!(overview.pain.was, was(5.0, When::Month(9, None)));
        let log = steady(63, |week| if week >= 30 { 5 } else { 2 });
        let all = self::overview(&log, Range::All, "2026-11-25");
        assert_eq!(all.pain.was, was(5.0, When::Month(9, Some(2025))));
    }

    #[test]
    fn under_two_weeks_nothing_is_compared() {
        let mut log = Log::default();
        for (day, score) in [(28, 6), (30, 6)] {
            let at = format!("2026-10-{day} 18:00");
            log.pain.push(pain(&at, Occasion::After, Side::Left, score));
        }
        for (day, score) in [(2, 2), (4, 2)] {
            let at = format!("2026-11-0{day} 18:00");
            log.pain.push(pain(&at, Occasion::After, Side::Left, score));
        }
        let told = |today| overview(&log, Range::ThreeMonths, today).pain.was;
        assert_eq!(told("2026-11-10"), None);
        assert_eq!(told("2026-11-11"), was(6.0, When::Month(10, None)));
    }

    #[test]
    fn mornings_are_averaged() {
        let mut log = steady(4, |_| 3);
        for day in ["2026-11-03", "2026-11-10", "2026-11-17"] {
            let at = format!("{day} 07:00");
            log.pain
                .push(pain(&at, Occasion::NextMorning, Side::Left, 1));
        }
        let overview = overview(&log, Range::ThreeMonths, "2026-11-25");
        assert_eq!(overview.pain.trend, Trend::Steady { around: 3.0 });
        assert_eq!(overview.pain.mornings, Some(1.0));
        assert_eq!(overview.pain.next_morning.len(), 3);
    }

    #[test]
    fn only_the_chosen_knee_is_looked_at() {
        let log = steady(4, |_| 3);
        let calendar = Calendar::of(&log);
        let right = Overview::of(
            &log,
            &calendar,
            Range::ThreeMonths,
            Knees::Right,
            date("2026-11-25"),
        );
        assert_eq!(right.pain.average, None);
        assert_eq!(right.pain.trend, Trend::Unknown);
        assert_eq!(right.strength.average, Some(2.0));
    }

    #[test]
    fn weeks_before_the_first_session_are_not_held_against_anyone() {
        let overview = overview(&steady(2, |_| 1), Range::Year, "2026-11-25");
        assert_eq!(overview.strength.weeks, (2, 2));
        assert_eq!(overview.strength.average, Some(2.0));
        assert_eq!(overview.moved.of, 17);
    }

    #[test]
    fn a_year_of_days_is_whole_weeks_up_to_now() {
        let log = steady(60, |_| 1);
        let heat = heat(&Calendar::of(&log), date("2026-11-25"));
        assert_eq!(heat.len(), 53);
        assert_eq!(heat[0][0].date, date("2025-11-24"));
        assert_eq!(heat[52][6].date, date("2026-11-29"));
        assert_eq!(heat[52][0].sessions, 1);
        assert_eq!(heat[52][3].sessions, 0);
    }
}
