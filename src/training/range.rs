//! How far back one looks, and into what pieces that is cut so that each can be seen.

use jiff::ToSpan;
use jiff::civil::Date;

use super::week::monday;

/// How far back one looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Range {
    /// This week and the three before it.
    FourWeeks,
    /// This week and the twelve before it.
    #[default]
    ThreeMonths,
    /// This week and the 52 before it.
    Year,
    /// Everything.
    All,
}

impl Range {
    /// All of them, the shortest first.
    pub const ALL: [Self; 4] = [Self::FourWeeks, Self::ThreeMonths, Self::Year, Self::All];

    /// The days it covers, whole weeks up to today. `first` is the first day on which there is anything.
    pub fn span(self, today: Date, first: Option<Date>) -> Span {
        /// Further back a clock was wrong.
        const MOST_YEARS: i64 = 50;

        let this_week = monday(today);
        let from = match self {
            Self::FourWeeks => this_week.saturating_sub(3.weeks()),
            Self::ThreeMonths => this_week.saturating_sub(12.weeks()),
            Self::Year => this_week.saturating_sub(52.weeks()),
            Self::All => {
                let first = monday(first.unwrap_or(today));
                let farthest = monday(today.saturating_sub(MOST_YEARS.years()));
                let nearest = this_week.saturating_sub(3.weeks());
                first.clamp(farthest, nearest)
            }
        };
        Span { from, to: today }
    }

    /// The days of as many weeks just before; none before everything.
    pub fn before(self, today: Date) -> Option<Span> {
        let weeks = match self {
            Self::FourWeeks => 4,
            Self::ThreeMonths => 13,
            Self::Year => 53,
            Self::All => return None,
        };
        let from = self.span(today, None).from;
        Some(Span {
            from: from.saturating_sub(weeks.weeks()),
            to: from.saturating_sub(1.day()),
        })
    }
}

/// Days from one to another, both counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Span {
    /// The first.
    pub from: Date,
    /// The last.
    pub to: Date,
}

impl Span {
    /// Whether a day lies in it.
    pub fn contains(self, day: Date) -> bool {
        self.from <= day && day <= self.to
    }

    /// What to cut it into so that a chart is not crowded: never more than 60 pieces, up to fifty years.
    pub fn grain(self) -> Grain {
        const MOST: usize = 60;

        [Grain::Week, Grain::Month, Grain::Quarter]
            .into_iter()
            .find(|grain| grain.pieces(self).take(MOST + 1).count() <= MOST)
            .unwrap_or(Grain::Year)
    }
}

/// What a span is cut into.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs)] // The names say it.
pub enum Grain {
    Day,
    Week,
    Month,
    Quarter,
    Year,
}

impl Grain {
    /// The first day of the piece a day lies in.
    pub fn start(self, day: Date) -> Date {
        match self {
            Self::Day => day,
            Self::Week => monday(day),
            Self::Month => day.first_of_month(),
            Self::Quarter => {
                let into = i64::from((day.month() - 1) % 3);
                day.first_of_month().saturating_sub(into.months())
            }
            Self::Year => day.first_of_year(),
        }
    }

    /// The first day of the piece after the one that begins on this day.
    fn next(self, start: Date) -> Option<Date> {
        let length = match self {
            Self::Day => 1.day(),
            Self::Week => 1.week(),
            Self::Month => 1.month(),
            Self::Quarter => 3.months(),
            Self::Year => 1.year(),
        };
        start.checked_add(length).ok()
    }

    /// The last day of the piece a day lies in.
    pub fn end(self, day: Date) -> Date {
        self.next(self.start(day))
            .map_or(Date::MAX, |next| next.saturating_sub(1.day()))
    }

    /// The pieces of a span, oldest first. The first and the last reach as far as the span does.
    pub fn pieces(self, span: Span) -> impl Iterator<Item = Span> {
        std::iter::successors(Some(self.start(span.from)), move |start| self.next(*start))
            .take_while(move |start| *start <= span.to)
            .map(move |start| Span {
                from: start.max(span.from),
                to: self.end(start).min(span.to),
            })
    }

    /// Whether two days lie in the same piece or in two that follow each other: whether a line may join them.
    pub fn joins(self, earlier: Date, later: Date) -> bool {
        /// Days without a score that a line of days still bridges.
        const REACH: i64 = 7;

        match self {
            Self::Day => super::calendar::days_between(earlier, later) <= REACH,
            _ => self.start(later) <= self.next(self.start(earlier)).unwrap_or(Date::MAX),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::expect_used)]

    use super::super::test_data::date;
    use super::*;

    fn span(from: &str, to: &str) -> Span {
        Span {
            from: date(from),
            to: date(to),
        }
    }

    #[test]
    fn ranges_are_whole_weeks_up_to_today() {
        let today = date("2026-11-25");
        for (range, from, before) in [
            (Range::FourWeeks, "2026-11-02", Some("2026-10-05")),
            (Range::ThreeMonths, "2026-08-31", Some("2026-06-01")),
            (Range::Year, "2025-11-24", Some("2024-11-18")),
            (Range::All, "2017-03-06", None),
        ] {
            let span = range.span(today, Some(date("2017-03-09")));
            assert_eq!(span.from, date(from), "{range:?}");
            assert_eq!(span.to, today);
            assert_eq!(range.before(today).map(|span| span.from), before.map(date));
        }
        let before = Range::FourWeeks.before(today).expect("weeks before");
        assert_eq!(before.to, date("2026-11-01"));
    }

    #[test]
    fn everything_is_at_least_four_weeks_and_at_most_fifty_years() {
        let today = date("2026-11-25");
        for first in [None, Some(today), Some(date("2030-01-01"))] {
            assert_eq!(Range::All.span(today, first).from, date("2026-11-02"));
        }
        let wrong_clock = Range::All.span(today, Some(date("0001-01-01")));
        assert_eq!(wrong_clock.from, date("1976-11-22"));
    }

    #[test]
    fn longer_spans_are_cut_coarser() {
        for (from, grain) in [
            ("2026-11-02", Grain::Week),
            ("2025-11-24", Grain::Week),
            ("2024-11-25", Grain::Month),
            ("2022-01-01", Grain::Month),
            ("2016-11-25", Grain::Quarter),
            ("1976-11-22", Grain::Year),
        ] {
            let span = span(from, "2026-11-25");
            assert_eq!(span.grain(), grain, "{from}");
            assert!(span.grain().pieces(span).count() <= 60, "{from}");
        }
    }

    #[test]
    fn pieces_follow_one_another_and_reach_as_far_as_the_span() {
        let year = span("2025-11-24", "2026-11-25");
        for grain in [
            Grain::Day,
            Grain::Week,
            Grain::Month,
            Grain::Quarter,
            Grain::Year,
        ] {
            let pieces: Vec<_> = grain.pieces(year).collect();
            assert_eq!(pieces.first().map(|piece| piece.from), Some(year.from));
            assert_eq!(pieces.last().map(|piece| piece.to), Some(year.to));
            for pair in pieces.windows(2) {
                assert_eq!(pair[0].to.tomorrow().ok(), Some(pair[1].from), "{grain:?}");
            }
        }
        let quarters: Vec<_> = Grain::Quarter
            .pieces(year)
            .map(|piece| piece.from)
            .collect();
        assert_eq!(quarters[1], date("2026-01-01"));
        assert_eq!(quarters[2], date("2026-04-01"));
    }

    #[test]
    fn a_line_joins_neighbours_and_no_more() {
        for (grain, earlier, later, joined) in [
            (Grain::Day, "2026-11-02", "2026-11-09", true),
            (Grain::Day, "2026-11-02", "2026-11-10", false),
            (Grain::Week, "2026-11-02", "2026-11-15", true),
            (Grain::Week, "2026-11-02", "2026-11-16", false),
            (Grain::Month, "2026-09-01", "2026-10-31", true),
            (Grain::Month, "2026-09-30", "2026-11-01", false),
        ] {
            let is_joined = grain.joins(date(earlier), date(later));
            assert_eq!(is_joined, joined, "{grain:?} {earlier} {later}");
        }
    }
}
