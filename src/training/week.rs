//! Weeks, Monday first: strength against its goal, and how many weeks in a row had enough in them.

use std::time::Duration;

use jiff::ToSpan;
use jiff::civil::Date;

use super::calendar::{Calendar, Day};
use super::record::Log;

/// Strength days a week to aim for, fewest and most (evidence section 8: 2 to 3 days that do not follow each other).
pub const GOAL: (u32, u32) = (2, 3);

/// Sessions that make a week count.
const ENOUGH: u32 = 2;

/// One of the person's own weeks, by what was done in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Week {
    /// Its seven days, Monday first.
    pub days: [Day; 7],
}

impl Week {
    /// Its first day.
    pub fn monday(&self) -> Date {
        self.days[0].date
    }

    /// Sessions in which something was done.
    pub fn sessions(&self) -> u32 {
        self.days.iter().map(|day| day.sessions).sum()
    }

    /// Time spent working.
    pub fn worked(&self) -> Duration {
        self.days
            .iter()
            .fold(Duration::ZERO, |sum, day| sum.saturating_add(day.worked))
    }

    /// Days on which strength work was done.
    pub fn strength_days(&self) -> u32 {
        self.days
            .iter()
            .map(|day| u32::from(day.has_strength()))
            .sum()
    }

    /// Whether there were two sessions or more.
    pub fn counts(&self) -> bool {
        self.sessions() >= ENOUGH
    }
}

impl Calendar {
    /// The week a day lies in.
    pub fn week(&self, day: Date) -> Week {
        let monday = monday(day);
        Week {
            days: std::array::from_fn(|after| {
                self.day(monday.saturating_add((after as i64).days()))
            }),
        }
    }

    /// The weeks from the one a day lies in to the one another lies in, oldest first.
    pub fn weeks(&self, from: Date, to: Date) -> Vec<Week> {
        mondays(from, to).map(|monday| self.week(monday)).collect()
    }

    /// How many weeks in a row, up to today, had two sessions or more. One lighter week between two such weeks does
    /// not end the row, and is not counted. The week that is not over yet never ends it.
    pub fn weeks_in_a_row(&self, today: Date) -> u32 {
        let mut row = u32::from(self.week(today).counts());
        let mut is_after_lighter = false;
        let mut monday = monday(today);
        while let Ok(before) = monday.checked_sub(1.week()) {
            monday = before;
            let counts = self.week(monday).counts();
            if counts {
                row += 1;
            } else if is_after_lighter {
                break;
            }
            is_after_lighter = !counts;
        }
        row
    }
}

/// The week a day lies in.
pub fn of(log: &Log, day: Date) -> Week {
    Calendar::of(log).week(day)
}

/// The weeks from the one a day lies in to the one another lies in, oldest first.
pub fn weeks(log: &Log, from: Date, to: Date) -> Vec<Week> {
    Calendar::of(log).weeks(from, to)
}

/// How many weeks in a row had enough in them, see [`Calendar::weeks_in_a_row`].
pub fn in_a_row(log: &Log, today: Date) -> u32 {
    Calendar::of(log).weeks_in_a_row(today)
}

/// Days with strength work in the week a day lies in.
pub fn strength_days(log: &Log, day: Date) -> u32 {
    of(log, day).strength_days()
}

/// The Monday of the week a day lies in.
pub fn monday(day: Date) -> Date {
    let after = i64::from(day.weekday().to_monday_zero_offset());
    day.saturating_sub(after.days())
}

/// The Mondays of the weeks from the one a day lies in to the one another lies in.
pub fn mondays(from: Date, to: Date) -> impl Iterator<Item = Date> {
    std::iter::successors(Some(monday(from)), |monday| {
        monday.checked_add(1.week()).ok()
    })
    .take_while(move |monday| *monday <= to)
}

#[cfg(test)]
mod tests {
    use super::super::test_data::{date, log, session};
    use super::*;

    #[test]
    fn weeks_begin_on_monday_wherever_one_looks_from() {
        for (day, first) in [
            ("2026-11-23", "2026-11-23"),
            ("2026-11-25", "2026-11-23"),
            ("2026-11-29", "2026-11-23"),
            ("2026-11-30", "2026-11-30"),
            ("2027-01-01", "2026-12-28"),
        ] {
            assert_eq!(monday(date(day)), date(first), "{day}");
        }
        let mondays: Vec<_> = mondays(date("2026-11-25"), date("2026-12-07")).collect();
        assert_eq!(
            mondays,
            [date("2026-11-23"), date("2026-11-30"), date("2026-12-07")]
        );
    }

    #[test]
    fn two_strength_sessions_on_one_day_are_one_strength_day() {
        let log = log([
            session("2026-11-23 07:00", "strength", 20),
            session("2026-11-23 19:00", "strength", 20),
            session("2026-11-24 19:00", "mobility", 8),
            session("2026-11-29 23:59", "strength", 20),
            session("2026-11-30 00:01", "strength", 20),
        ]);
        let week = of(&log, date("2026-11-26"));
        assert_eq!(week.monday(), date("2026-11-23"));
        assert_eq!(week.strength_days(), 2);
        assert_eq!(week.sessions(), 4);
        assert_eq!(week.worked(), Duration::from_secs(68 * 60));
        assert_eq!(strength_days(&log, date("2026-12-06")), 1);
    }

    /// A log with so many sessions in each of these weeks, the last of which is the week of Wednesday 25 November.
    fn sessions_in_weeks(weeks: &[u32]) -> Log {
        let first = date("2026-11-23").saturating_sub((weeks.len() as i64 - 1).weeks());
        let sessions = weeks.iter().enumerate().flat_map(|(week, count)| {
            let monday = first.saturating_add((week as i64).weeks());
            (0..*count).map(move |index| {
                let began = format!("{monday} 0{}:00", index + 1);
                session(&began, "mobility", 8)
            })
        });
        log(sessions.collect::<Vec<_>>())
    }

    #[test]
    fn weeks_in_a_row_forgive_one_lighter_week_and_the_one_that_is_not_over() {
        for (weeks, row) in [
            (&[][..], 0),
            (&[0], 0),
            (&[1], 0),
            (&[2], 1),
            (&[2, 0], 1),
            (&[2, 3, 2], 3),
            (&[2, 3, 2, 0], 3),
            (&[2, 3, 2, 1], 3),
            // One lighter week between is not counted, two end the row.
            (&[2, 0, 2, 2], 3),
            (&[2, 1, 2, 0, 2, 1, 2], 4),
            (&[2, 0, 0, 2, 2], 2),
            (&[2, 0, 1, 2], 1),
            // The last week was lighter: it is forgiven, the one before it not as well.
            (&[2, 2, 1, 0], 2),
            (&[2, 2, 1, 1, 0], 0),
            (&[2, 2, 1, 1, 2], 1),
        ] {
            let log = sessions_in_weeks(weeks);
            assert_eq!(in_a_row(&log, date("2026-11-25")), row, "{weeks:?}");
        }
    }

    #[test]
    fn a_row_of_ten_years_is_counted_to_its_end() {
        let log = sessions_in_weeks(&[2; 522]);
        assert_eq!(in_a_row(&log, date("2026-11-25")), 522);
    }
}
