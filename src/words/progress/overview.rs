//! The charts of Progress in sentences that claim no more than their numbers do.

use super::{
    before_that, in_month, mornings, moved, no_scores, pain_down, pain_early, pain_steady, pain_up,
    strength_this_week, strength_weeks, was,
};
use crate::training::overview::{Overview, When};
use crate::training::trend::{Change, Trend};
use crate::words::grammar::date;

/// Where pain goes.
fn trend_sentence(trend: Trend) -> String {
    let since = |change: Change| date(change.since, change.until);
    match trend {
        Trend::Unknown => no_scores().to_owned(),
        Trend::Early { last } => pain_early(whole(last)),
        Trend::Steady { around } => pain_steady(whole(around)),
        Trend::Down(change) => pain_down(whole(change.from), whole(change.to), &since(change)),
        Trend::Up(change) => pain_up(whole(change.from), whole(change.to), &since(change)),
    }
}

/// The chart of pain.
pub fn pain_sentence(overview: &Overview) -> String {
    let trend = trend_sentence(overview.pain.trend);
    match overview.pain.mornings {
        Some(average) if !matches!(overview.pain.trend, Trend::Unknown) => {
            format!("{trend} {}", mornings(average))
        }
        _ => trend,
    }
}

/// The chart of strength days.
pub fn strength_sentence(overview: &Overview) -> String {
    match overview.strength.weeks {
        (0, _) => strength_this_week(overview.strength.this_week),
        (weeks, met) => strength_weeks(met, weeks),
    }
}

/// The days of the span.
pub fn moved_sentence(overview: &Overview) -> String {
    moved(
        overview.moved.days,
        overview.moved.of,
        overview.moved.worked,
    )
}

/// What pain was before.
pub fn was_sentence(overview: &Overview) -> Option<String> {
    let before = overview.pain.was?;
    let when = match before.when {
        When::Before => before_that().to_owned(),
        When::Month(month, year) => in_month(month, year),
    };
    Some(was(before.value, &when))
}

/// A score as people say it.
fn whole(value: f32) -> u8 {
    value.round().clamp(0.0, 10.0) as u8
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::training::calendar::Calendar;
    use crate::training::overview::Was;
    use crate::training::pain::Knees;
    use crate::training::range::Range;
    use crate::training::record::Log;
    use crate::training::test_data::date;

    /// Nothing was done and nothing rated.
    fn empty() -> Overview {
        let log = Log::default();
        let today = date("2026-11-25");
        Overview::of(
            &log,
            &Calendar::of(&log),
            Range::ThreeMonths,
            Knees::Both,
            today,
        )
    }

    #[test]
    fn a_trend_names_no_more_than_the_scores_do() {
        let since = |since: &str| Change {
            from: 5.0,
            to: 2.4,
            since: date(since),
            until: date("2026-11-20"),
        };
        for (trend, said) in [
            (
                Trend::Down(since("2026-11-01")),
                "Down from about 5 to about 2 since 1 November.",
            ),
            (
                Trend::Down(since("2025-11-01")),
                "Down from about 5 to about 2 since 1 November 2025.",
            ),
            (
                Trend::Up(Change {
                    from: 2.0,
                    to: 4.0,
                    ..since("2026-11-01")
                }),
                "Up from about 2 to about 4 since 1 November. Take it easier; if it stays, check the knee map.",
            ),
            (Trend::Steady { around: 2.67 }, "Steady, around 3."),
            (
                Trend::Early { last: 2.0 },
                "2 last time. After two weeks of scores, the trend appears here.",
            ),
            (
                Trend::Unknown,
                "Rate your knees after a session and the trend appears here.",
            ),
        ] {
            assert_eq!(trend_sentence(trend), said);
        }
    }

    #[test]
    fn mornings_are_said_as_a_number() {
        let mut overview = empty();
        overview.pain.mornings = Some(1.0);
        overview.pain.trend = Trend::Steady { around: 3.0 };
        assert_eq!(
            pain_sentence(&overview),
            "Steady, around 3. The mornings after average 1."
        );
        overview.pain.mornings = None;
        assert_eq!(pain_sentence(&overview), "Steady, around 3.");
    }

    #[test]
    fn strength_and_days_are_counted_aloud() {
        let mut overview = empty();
        overview.strength.this_week = 1;
        assert_eq!(
            strength_sentence(&overview),
            "1 strength day this week. The goal is 2 to 3."
        );
        overview.strength.weeks = (12, 12);
        assert_eq!(
            strength_sentence(&overview),
            "2 or more strength days in 12 of 12 weeks. The goal is 2 to 3."
        );
        overview.moved.days = 1;
        overview.moved.of = 3;
        overview.moved.worked = Duration::from_secs(20 * 60);
        assert_eq!(
            moved_sentence(&overview),
            "You moved on 1 day out of 3, 20 min in all."
        );
    }

    #[test]
    fn what_pain_was_is_said_with_its_time() {
        let mut overview = empty();
        assert_eq!(was_sentence(&overview), None);
        for (when, said) in [
            (When::Before, "Was 5 before that"),
            (When::Month(9, None), "Was 5 in September"),
            (When::Month(9, Some(2025)), "Was 5 in September 2025"),
        ] {
            overview.pain.was = Some(Was { value: 5.0, when });
            assert_eq!(was_sentence(&overview).as_deref(), Some(said));
        }
    }
}
