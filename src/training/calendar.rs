//! Days a person moved: which, for how long, and with what kinds of routine.

use std::collections::BTreeMap;
use std::time::Duration;

use jiff::ToSpan;
use jiff::civil::Date;

use super::record::{Log, Session};
use crate::routine::Kind;

/// What was done on one of the person's own days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Day {
    /// Which day.
    pub date: Date,
    /// Sessions in which something was done.
    pub sessions: u32,
    /// Time spent working in them.
    pub worked: Duration,
    /// The kinds of their routines by [`Kind::id`], each once, in the order in which they were begun; strength only where
    /// half of the steps were done.
    pub kinds: Vec<String>,
}

impl Day {
    /// A day on which nothing was done.
    pub fn empty(date: Date) -> Self {
        Self {
            date,
            sessions: 0,
            worked: Duration::ZERO,
            kinds: Vec::new(),
        }
    }

    /// Whether strength work was done.
    pub fn has_strength(&self) -> bool {
        self.kinds.iter().any(|kind| kind == Kind::Strength.id())
    }

    /// How much it was, for a drawing that has four steps.
    pub fn step(&self) -> Step {
        const SOME: Duration = Duration::from_secs(15 * 60);
        const MUCH: Duration = Duration::from_secs(30 * 60);

        match self.sessions {
            0 => Step::None,
            _ if self.worked < SOME => Step::Little,
            _ if self.worked < MUCH => Step::Some,
            _ => Step::Much,
        }
    }

    fn take(&mut self, session: &Session) {
        self.sessions += 1;
        self.worked = self.worked.saturating_add(session.worked());
        // Fewer than half of the steps are no strength work.
        let is_enough = session.kind != Kind::Strength.id() || 2 * session.done >= session.steps;
        if is_enough && !self.kinds.contains(&session.kind) {
            self.kinds.push(session.kind.clone());
        }
    }
}

/// How much was done on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// Nothing.
    None,
    /// Under 15 minutes.
    Little,
    /// 15 minutes and more.
    Some,
    /// 30 minutes and more.
    Much,
}

/// The days on which something was done.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Calendar {
    days: BTreeMap<Date, Day>,
}

impl Calendar {
    /// The days of a log. A session belongs to the day on which it was begun, as the person's own clock showed it.
    pub fn of(log: &Log) -> Self {
        let mut days = BTreeMap::new();
        for session in log.sessions.iter().filter(|session| session.counts()) {
            let date = session.began.day();
            days.entry(date)
                .or_insert_with(|| Day::empty(date))
                .take(session);
        }
        Self { days }
    }

    /// What was done on a day.
    pub fn day(&self, date: Date) -> Day {
        self.days
            .get(&date)
            .cloned()
            .unwrap_or_else(|| Day::empty(date))
    }

    /// The first day on which something was done.
    pub fn first(&self) -> Option<Date> {
        self.days.keys().next().copied()
    }

    /// The days on which something was done, both ends counted in.
    pub fn moved(&self, from: Date, to: Date) -> impl Iterator<Item = &Day> {
        // A range that runs backwards would not be a range.
        self.days.range(from.min(to)..=to).map(|(_, day)| day)
    }

    /// Time spent working, both ends counted in.
    pub fn worked(&self, from: Date, to: Date) -> Duration {
        self.moved(from, to)
            .fold(Duration::ZERO, |sum, day| sum.saturating_add(day.worked))
    }

    /// Time spent working in the month of `today`, and in all of the month before.
    pub fn months(&self, today: Date) -> Months {
        let first = today.first_of_month();
        let before = first.saturating_sub(1.day());
        Months {
            now: self.worked(first, today),
            before: self.worked(before.first_of_month(), before),
            month_before: before.month(),
            is_first: self.first().is_none_or(|day| first <= day),
        }
    }
}

/// Every day from one to another, both counted in, with what was done on it.
pub fn days(log: &Log, from: Date, to: Date) -> Vec<Day> {
    let calendar = Calendar::of(log);
    each(from, to).map(|date| calendar.day(date)).collect()
}

/// Time spent working this month and last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Months {
    /// This month, so far.
    pub now: Duration,
    /// The whole month before.
    pub before: Duration,
    /// Which that was, from 1.
    pub month_before: i8,
    /// Whether nothing was done before this month.
    pub is_first: bool,
}

/// The days from one to another, both counted in; none where the second comes first.
pub fn each(from: Date, to: Date) -> impl Iterator<Item = Date> {
    std::iter::successors(Some(from), |date| date.tomorrow().ok())
        .take_while(move |date| *date <= to)
}

/// How many days later the second is.
pub fn days_between(from: Date, to: Date) -> i64 {
    to.duration_since(from).as_hours() / 24
}

#[cfg(test)]
mod tests {
    use super::super::test_data::{date, log, session};
    use super::*;

    #[test]
    fn strength_counts_from_half_of_the_steps_on() {
        for (done, steps, is_strength) in [
            (1, 22, false),
            (10, 22, false),
            (11, 22, true),
            (22, 22, true),
            (1, 1, true),
            (1, 2, true),
            (1, 3, false),
        ] {
            let session = Session {
                done,
                steps,
                ..session("2026-11-02 07:10", "strength", 20)
            };
            let day = Calendar::of(&log([session])).day(date("2026-11-02"));
            assert_eq!(day.has_strength(), is_strength, "{done} of {steps}");
            // It is a session all the same.
            assert_eq!(day.sessions, 1);
        }
    }

    #[test]
    fn a_day_has_all_that_was_begun_on_it() {
        let log = log([
            session("2026-11-02 07:10", "strength", 20),
            session("2026-11-02 18:30", "recovery", 5),
            session("2026-11-02 20:00", "strength", 9),
            session("2026-11-04 23:59", "mobility", 8),
        ]);
        let days = days(&log, date("2026-11-01"), date("2026-11-05"));
        let told: Vec<_> = days
            .iter()
            .map(|day| (day.sessions, day.worked.as_secs() / 60, day.kinds.join(" ")))
            .collect();
        let told: Vec<_> = told.iter().map(|(n, m, k)| (*n, *m, k.as_str())).collect();
        assert_eq!(
            told,
            [
                (0, 0, ""),
                (3, 34, "strength recovery"),
                (0, 0, ""),
                (1, 8, "mobility"),
                (0, 0, ""),
            ]
        );
        assert!(days[1].has_strength());
        assert!(!days[3].has_strength());
    }

    #[test]
    fn a_session_in_which_nothing_was_done_makes_no_day() {
        let mut nothing = session("2026-11-02 07:10", "strength", 0);
        nothing.done = 0;
        let calendar = Calendar::of(&log([nothing]));
        assert_eq!(calendar.first(), None);
        assert_eq!(
            calendar.day(date("2026-11-02")),
            Day::empty(date("2026-11-02"))
        );
    }

    #[test]
    fn days_have_four_steps() {
        for (minutes, step) in [
            (1, Step::Little),
            (14, Step::Little),
            (15, Step::Some),
            (29, Step::Some),
            (30, Step::Much),
            (300, Step::Much),
        ] {
            let calendar = Calendar::of(&log([session("2026-11-02 07:10", "mobility", minutes)]));
            assert_eq!(calendar.day(date("2026-11-02")).step(), step, "{minutes}");
        }
        assert_eq!(Day::empty(date("2026-11-02")).step(), Step::None);
    }

    #[test]
    fn this_month_stands_beside_the_whole_of_the_last() {
        let log = log([
            session("2025-12-31 23:50", "mobility", 10),
            session("2026-01-01 00:10", "mobility", 20),
            session("2026-01-31 12:00", "mobility", 30),
            session("2026-02-01 12:00", "mobility", 40),
        ]);
        let calendar = Calendar::of(&log);
        let minutes = |months: Months| {
            let minutes = |time: Duration| time.as_secs() / 60;
            (
                minutes(months.now),
                minutes(months.before),
                months.month_before,
            )
        };
        assert_eq!(minutes(calendar.months(date("2026-01-30"))), (20, 10, 12));
        assert_eq!(minutes(calendar.months(date("2026-02-14"))), (40, 50, 1));
        assert!(calendar.months(date("2025-12-31")).is_first);
        assert!(!calendar.months(date("2026-01-01")).is_first);
    }

    #[test]
    fn days_are_counted_over_leap_days_and_backwards() {
        assert_eq!(days_between(date("2028-02-28"), date("2028-03-01")), 2);
        assert_eq!(days_between(date("2026-03-01"), date("2026-02-28")), -1);
        assert_eq!(each(date("2028-02-28"), date("2028-03-01")).count(), 3);
        assert_eq!(each(date("2026-03-01"), date("2026-02-28")).count(), 0);
        let calendar = Calendar::of(&log([session("2026-11-02 07:10", "mobility", 5)]));
        assert_eq!(
            calendar
                .moved(date("2026-11-03"), date("2026-11-01"))
                .count(),
            0
        );
    }
}
