//! What the Progress screen says, its charts in words included.

mod overview;

use super::grammar::{self, Plural, date, day, list, number, plural};
use super::language::{phrase, sentences, text};
use super::time;
use std::time::Duration;

use jiff::civil::Date;

use crate::knee::Level;
use crate::side::Side;
use crate::training::record::{Examiner, Standing};

pub use overview::{moved_sentence, pain_sentence, strength_sentence, was_sentence};

sentences! {
    /// What the chart of pain says without scores.
    pub no_scores = "Rate your knees after a session and the trend appears here.";
}

/// Pain while there is too little to say where it goes.
pub fn pain_early(last: u8) -> String {
    phrase!("{last} last time. After two weeks of scores, the trend appears here.")
}

/// Pain that stays where it is.
pub fn pain_steady(around: u8) -> String {
    phrase!("Steady, around {around}.")
}

/// Pain that has become less. `since` is a day.
pub fn pain_down(from: u8, to: u8, since: &str) -> String {
    phrase!("Down from about {from} to about {to} since {since}.")
}

/// Pain that has become more.
pub fn pain_up(from: u8, to: u8, since: &str) -> String {
    phrase!(
        "Up from about {from} to about {to} since {since}. Take it easier; if it stays, check the knee map."
    )
}

/// The average of the mornings after.
pub fn mornings(average: f32) -> String {
    phrase!("The mornings after average {}.", number(average))
}

/// Strength days of a week that is not over, where no other is.
pub fn strength_this_week(days: u32) -> String {
    phrase!("{} this week. The goal is 2 to 3.", strength_days(days))
}

/// How many of the weeks met the goal.
pub fn strength_weeks(met: usize, weeks: usize) -> String {
    match plural(weeks) {
        Plural::One => {
            phrase!("2 or more strength days in {met} of {weeks} week. The goal is 2 to 3.")
        }
        Plural::Other => {
            phrase!("2 or more strength days in {met} of {weeks} weeks. The goal is 2 to 3.")
        }
    }
}

/// On how many of the days something was done.
pub fn moved(days: usize, of: i64, worked: Duration) -> String {
    let worked = time::hours(worked);
    match plural(days) {
        Plural::One => phrase!("You moved on {days} day out of {of}, {worked} in all."),
        Plural::Other => phrase!("You moved on {days} days out of {of}, {worked} in all."),
    }
}

/// What pain was before. `when` tells the time it is compared with.
pub fn was(value: f32, when: &str) -> String {
    phrase!("Was {} {when}", number(value))
}

sentences! {
    /// A time to compare with: as long, just before.
    pub before_that = "before that";
}

/// See above: a month, from 1, with the year where that is another one.
pub fn in_month(month: i8, year: Option<i16>) -> String {
    let name = grammar::month(month);
    match year {
        Some(year) => phrase!("in {name} {year}"),
        None => phrase!("in {name}"),
    }
}

/// Names of days beside a calendar: of every second one, Monday first.
pub fn day_labels() -> [&'static str; 4] {
    let [monday, _, wednesday, _, friday, _, sunday] = grammar::short_weekdays();
    [monday, wednesday, friday, sunday]
}

sentences! {
    /// The end of a chart.
    pub now = "Now";
    /// The band of a chart one aims for.
    pub goal = "Goal";
}

/// A week that begins on a day: "Week of 2 November".
pub fn week_of(monday: Date, beside: Date) -> String {
    phrase!("Week of {}", date(monday, beside))
}

/// A score after a session.
pub fn after(value: f32) -> String {
    phrase!("{} after", number(value))
}

/// A score of the morning after.
pub fn next_morning(value: f32) -> String {
    phrase!("{} next morning", number(value))
}

/// Strength days of one week.
pub fn strength_days(days: u32) -> String {
    match plural(days as usize) {
        Plural::One => phrase!("{days} strength day"),
        Plural::Other => phrase!("{days} strength days"),
    }
}

/// Strength days of several weeks.
pub fn strength_a_week(average: f32) -> String {
    phrase!("{} strength days a week", number(average))
}

sentences! {
    /// A day on which nothing was done.
    pub no_session = "No session";
}

/// What was done on a day.
pub fn done(sessions: u32, worked: Duration) -> String {
    list([sessions_done(sessions as usize), time::hours(worked)])
}

/// How many sessions.
pub fn sessions_done(count: usize) -> String {
    match plural(count) {
        Plural::One => phrase!("{count} session"),
        Plural::Other => phrase!("{count} sessions"),
    }
}

sentences! {
    /// The place.
    pub name = "Progress";
    /// How far back the overview looks.
    pub range = "How far back";
    /// A tab.
    pub overview = "Overview";
    /// See above.
    pub sessions = "Sessions";
    /// A range.
    pub four_weeks = "4 weeks";
    /// See above.
    pub three_months = "3 months";
    /// See above.
    pub one_year = "1 year";
    /// See above.
    pub everything = "All";
    /// While there is nothing.
    pub nothing = "Nothing to show yet, and that is fine";
    /// The line below it.
    pub nothing_line =
        "Finish a routine and rate your knees. Your days, minutes and pain trend build up here.";
    /// Starts the reset.
    pub start_reset = "Start the 5-minute reset";
    /// While there are scores and no sessions.
    pub no_sessions = "Sessions appear here once a step is done.";
    /// A stat.
    pub moving_time = "Moving this month";
    /// See above.
    pub strength = "Strength";
    /// See above.
    pub pain_after = "Pain after sessions";
    /// See above.
    pub weeks_in_a_row = "Weeks in a row";
    /// What a number is of.
    pub a_week = "a week";
    /// See above.
    pub this_week = "this week";
    /// See above.
    pub of_ten = "of 10";
    /// What a number means.
    pub goal_is = "Goal is 2 to 3";
    /// See above.
    pub row_line = "With two or more sessions";
    /// See above.
    pub no_scores_yet = "No scores in this period";
    /// See above.
    pub average = "Average for this period";
    /// See above.
    pub first_month = "The first month here";
    /// See above.
    pub first_weeks = "The first weeks here";
    /// Where a number would be.
    pub no_score = "–";
}

/// This month had more time in it than the one before.
pub fn more_than(more: Duration, month: &str) -> String {
    phrase!("{} more than {month}", time::hours(more))
}

/// How much time the month before had.
pub fn in_that_month(time: Duration, month: &str) -> String {
    phrase!("{} in {month}", time::hours(time))
}

sentences! {
    /// The title of a chart.
    pub pain = "Pain, 0 to 10";
    /// See above.
    pub strength_days_title = "Strength days a week";
    /// See above.
    pub days_moved = "Days you moved";
    /// In a legend.
    pub after_sessions = "After sessions";
    /// See above, of one.
    pub after_the_session = "After the session";
    /// See above.
    pub next_morning_title = "Next morning";
    /// See above.
    pub none = "None";
    /// See above.
    pub half_an_hour = "30 min or more";
    /// Which knee's pain is shown.
    pub left = "Left";
    /// See above.
    pub right = "Right";
    /// See above.
    pub worse_knee = "Worse of both";
    /// Turns the calendar back.
    pub earlier_days = "A year earlier";
    /// Turns it on.
    pub later_days = "A year later";
}

/// How many of the steps were done.
pub fn steps(done: u32, steps: u32) -> String {
    match plural(steps as usize) {
        Plural::One => phrase!("{done} of {steps} step"),
        Plural::Other => phrase!("{done} of {steps} steps"),
    }
}

sentences! {
    /// How a session ended.
    pub ended_early = "ended early";
    /// See above.
    pub still_open = "not finished";
}

/// The score of each knee.
pub fn of_knees(left: Option<u8>, right: Option<u8>) -> String {
    match (left, right) {
        (Some(left), Some(right)) if left == right => phrase!("both {left}"),
        (Some(left), Some(right)) => phrase!("left {left}, right {right}"),
        (Some(left), None) => phrase!("left {left}"),
        (None, Some(right)) => phrase!("right {right}"),
        (None, None) => String::new(),
    }
}

sentences! {
    /// Everything in the list.
    pub all_of_it = "Everything";
    /// Sessions after which a knee hurt.
    pub sore_after = "Sore after";
    /// Results of the knee map.
    pub results = "Knee map";
    /// Nothing in the list is of that sort.
    pub none_such = "There is nothing of that sort so far.";
}

/// A score on a session.
pub fn after_score(scores: &str) -> String {
    phrase!("After: {scores}")
}

/// See above.
pub fn morning_score(scores: &str) -> String {
    phrase!("Next morning: {scores}")
}

/// See above, where there is little room.
pub fn morning_short(scores: &str) -> String {
    phrase!("Morning: {scores}")
}

sentences! {
    /// Changes a session.
    pub edit = "Edit";
    /// Takes it away.
    pub delete = "Delete";
    /// After that.
    pub deleted = "Session deleted";
    /// Brings it back.
    pub undo = "Undo";
    /// The title of the dialog.
    pub edit_session = "Edit session";
    /// In the dialog.
    pub left_knee = "Left knee";
    /// See above.
    pub right_knee = "Right knee";
    /// See above.
    pub note = "Note";
    /// See above.
    pub note_hint = "How it felt";
    /// Leaves everything as it was.
    pub cancel = "Cancel";
    /// Takes the changes over.
    pub save = "Save";
}

/// A session and its day.
pub fn session_on(name: &str, date: Date, today: Date) -> String {
    list([name, &day(date, today)])
}
/// A result of the knee map, among the sessions.
pub fn knee_map(knee: Side) -> &'static str {
    text(match knee {
        Side::Left => "Knee map, left knee",
        Side::Right => "Knee map, right knee",
    })
}

sentences! {
    /// Leads to the page of a result.
    pub open_result = "Open";
    /// A result without a condition.
    pub nothing_fitted = "Nothing fitted clearly";
}

/// What a red flag asked for.
pub fn flag(level: Level) -> &'static str {
    text(match level {
        Level::Emergency => "Call your emergency number",
        Level::SameDay => "Have it seen the same day",
        Level::WithinTwoWeeks => "See someone within two weeks",
        Level::Advice => "Go on with care",
    })
}

/// How a result stands, where it is not simply current. `replaced` is the day of the next one.
pub fn standing(standing: Standing, replaced: Option<Date>, today: Date) -> Option<String> {
    match standing {
        Standing::Current => None,
        Standing::Checked { at, by } => Some(checked(at.day(), by, today)),
        Standing::Better { at } => Some(phrase!("better since {}", date(at.day(), today))),
        Standing::Replaced => Some(match replaced {
            Some(day) => phrase!("changed on {}", date(day, today)),
            None => text("changed since").to_owned(),
        }),
    }
}

/// Who has looked at a knee, and when that was said.
pub fn checked(on: Date, by: Examiner, today: Date) -> String {
    let who = text(match by {
        Examiner::Doctor => " by a doctor or hospital",
        Examiner::Physiotherapist => " by a physiotherapist",
        Examiner::SomeoneElse => " by someone else",
        Examiner::NotSaid => "",
    });
    phrase!("checked on {}{who}", date(on, today))
}

/// What a score is about: "Left knee, next morning".
pub fn score_of(knee: Side, is_next_morning: bool) -> String {
    let knee = match knee {
        Side::Left => left_knee(),
        Side::Right => right_knee(),
    };
    if is_next_morning {
        phrase!("{knee}, next morning")
    } else {
        phrase!("{knee}, after the session")
    }
}
