//! What Today knows of the last weeks.

use std::sync::Arc;

use jiff::ToSpan;
use jiff::civil::Date;

use super::Waiting;
use crate::app::widget::Thumbnail;
use crate::app::widget::chart::Sparkline;
use crate::journal::Recent;
use crate::knee::{AreaId, View};
use crate::routine::{Kind, Routine};
use crate::side::Side;
use crate::training::calendar::Day;
use crate::training::rest::{self, Rest};
use crate::training::trend::{self, Trend};
use crate::training::week::{self, Week};
use crate::words::{grammar, today as said};

/// Everything Today shows of what was done.
#[derive(Debug)]
pub(super) struct Facts {
    pub date: String,
    /// Whether nothing was ever done.
    pub is_first: bool,
    pub left: Option<Left>,
    pub findings: Vec<Finding>,
    /// The knee that waits to be seen.
    pub waiting: Option<Waiting>,
    pub week: Week,
    pub today: Date,
    /// Minutes moved in the week before.
    pub last_week: u64,
    /// The last pain score, with its drawing and what it means.
    pub pain: Option<(u8, Sparkline)>,
    pub pain_line: String,
    /// The knee that asks for rest.
    pub rest: Option<Rest>,
}

/// Why nothing may ask for more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Quiet {
    /// A knee waits to be seen.
    Waits,
    /// A knee rests.
    Rests,
}

/// A session that was left.
#[derive(Debug)]
pub struct Left {
    /// What it was.
    pub title: String,
    /// Where it was left.
    pub line: String,
    /// Both in a line, where nothing asks one to go on.
    pub place: String,
    /// The figure of the exercise it was left at.
    pub figure: Option<Thumbnail>,
    /// What sort of routine it is.
    pub kind: Option<Kind>,
}

/// What a knee may have.
#[derive(Debug)]
pub struct Match {
    /// The name of the condition.
    pub condition: String,
    /// How well it fits, and when it was found.
    pub fits: String,
}

/// What the knee map found.
#[derive(Debug)]
pub struct Finding {
    /// The record.
    pub id: uuid::Uuid,
    /// Which knee.
    pub knee: Side,
    /// What it may be first; none where nothing fitted.
    pub matched: Option<Match>,
    /// The routine for it.
    pub routine: Option<Arc<Routine>>,
    /// Where it hurts.
    pub marks: Vec<AreaId>,
    /// The side from which the first mark is seen.
    pub view: View,
}

impl Facts {
    pub(super) fn new(
        recent: &Recent,
        left: Option<Left>,
        findings: Vec<Finding>,
        waiting: Option<Waiting>,
        today: Date,
    ) -> Self {
        let log = &recent.log;
        let pain = trend::recent(log, today);
        let last = pain.points.last().map(|point| point.value.round() as u8);
        let before = week::of(log, today.saturating_sub(7.days()));
        let jump = trend::jump(&pain.points).map(whole);
        Self {
            date: grammar::named_date(today, today),
            is_first: recent.is_empty,
            left,
            findings,
            waiting,
            week: week::of(log, today),
            today,
            last_week: minutes(&before),
            pain_line: match jump {
                Some(from) => said::pain_up(from),
                None => pain_line(pain.trend, today),
            },
            pain: last.map(|last| (last, Sparkline::of(&pain, today))),
            rest: rest::asked_for(log, today),
        }
    }

    /// Minutes moved this week.
    pub(super) fn minutes(&self) -> u64 {
        minutes(&self.week)
    }

    /// Why nothing may ask for more.
    pub(super) fn quiet(&self) -> Option<Quiet> {
        match (&self.waiting, self.rest) {
            (Some(_), _) => Some(Quiet::Waits),
            (None, Some(_)) => Some(Quiet::Rests),
            (None, None) => None,
        }
    }

    /// The days of the week on which something was done.
    pub(super) fn days_moved(&self) -> usize {
        let is_moved = |day: &&Day| day.sessions > 0;
        self.week.days.iter().filter(is_moved).count()
    }
}

/// A score to the nearest whole one.
pub(super) fn whole(value: f32) -> u8 {
    value.round().clamp(0.0, 10.0) as u8
}

/// Where pain goes, as short as a card wants it.
fn pain_line(trend: Trend, today: Date) -> String {
    match trend {
        Trend::Unknown => said::no_pain_yet().to_owned(),
        Trend::Early { .. } => said::pain_early().to_owned(),
        Trend::Steady { around } => said::pain_steady(whole(around)),
        Trend::Down(change) | Trend::Up(change) => {
            said::pain_was(whole(change.from), &grammar::date(change.since, today))
        }
    }
}

/// Minutes moved in a week, to the nearest; none is none.
fn minutes(week: &Week) -> u64 {
    let seconds = week.worked().as_secs();
    if seconds == 0 {
        0
    } else {
        (seconds + 30).div_euclid(60).max(1)
    }
}
