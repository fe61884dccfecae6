//! Whether a knee asks for rest: what was said of it last, after a session or on the morning after, was 6 or more
//! (evidence section 8) and is not old.

use jiff::ToSpan;
use jiff::civil::Date;

use super::pain::Knees;
use super::record::{Log, Occasion};
use super::trend;
use super::{Score, Zone};
use crate::side::Side;

/// For how many days a high score keeps its word.
const DAYS: i64 = 2;

/// A knee that asks for rest.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rest {
    /// Which.
    pub knee: Side,
    /// What was said of it last.
    pub score: Score,
    /// About how much it hurt before, where that was two or more less.
    pub from: Option<f32>,
}

/// The knee that asks for rest today, the worse of two. What was said of one says nothing of the other.
pub fn asked_for(log: &Log, today: Date) -> Option<Rest> {
    let since = today.saturating_sub((DAYS - 1).days());
    let last = |knee| {
        let mut told = log.pain.iter().rev();
        let last = told.find(|pain| pain.knee == knee && pain.occasion != Occasion::Before)?;
        let rests = last.at.day() >= since && last.score.zone() == Zone::EaseOff;
        rests.then_some((knee, last.score))
    };
    // Of two that are alike the left one.
    let (knee, score) = [Side::Right, Side::Left]
        .into_iter()
        .filter_map(last)
        .max_by_key(|(_, score)| *score)?;
    let this = match knee {
        Side::Left => Knees::Left,
        Side::Right => Knees::Right,
    };
    Some(Rest {
        knee,
        score,
        from: trend::jump(&trend::daily(log, Occasion::After, this)),
    })
}

#[cfg(test)]
mod tests {
    use super::super::test_data::{date, pain, scores};
    use super::*;

    #[test]
    fn each_knee_asks_for_itself_and_for_two_days() {
        let asks = |told: &[(&str, Occasion, Side, u8)], today| {
            let told = told
                .iter()
                .map(|(at, occasion, knee, score)| pain(at, *occasion, *knee, *score));
            let rest = asked_for(&scores(told), date(today));
            rest.map(|rest| (rest.knee, rest.score.get(), rest.from))
        };
        let evening = ("2026-11-24 19:00", Occasion::After, Side::Left, 8);
        let day = "2026-11-25";
        assert_eq!(asks(&[], day), None);
        assert_eq!(asks(&[evening], day), Some((Side::Left, 8, None)));
        assert_eq!(asks(&[evening], "2026-11-26"), None);

        // A quiet right knee on the morning after is not the left one.
        let right = ("2026-11-25 07:00", Occasion::NextMorning, Side::Right, 1);
        assert_eq!(asks(&[evening, right], day), Some((Side::Left, 8, None)));
        let left = ("2026-11-25 07:00", Occasion::NextMorning, Side::Left, 2);
        assert_eq!(asks(&[evening, left], day), None);
        let before = ("2026-11-25 07:00", Occasion::Before, Side::Left, 2);
        assert_eq!(asks(&[evening, before], day), Some((Side::Left, 8, None)));

        // What the other knee was before is no before of this one.
        let earlier = ("2026-11-20 19:00", Occasion::After, Side::Left, 2);
        let other = ("2026-11-20 19:00", Occasion::After, Side::Right, 7);
        assert_eq!(
            asks(&[earlier, other, evening], day),
            Some((Side::Left, 8, Some(2.0)))
        );
    }
}
