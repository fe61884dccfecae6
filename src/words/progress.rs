//! What the Progress screen says, its charts in words included.

mod overview;

use super::language::{phrase, sentences, text};
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
    phrase!("{last} last time. From two weeks of scores on, this says where they go.")
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

/// Days in full, Monday first.
fn weekdays() -> [&'static str; 7] {
    [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ]
    .map(text)
}

/// Months in full.
fn months() -> [&'static str; 12] {
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ]
    .map(text)
}

/// Months in charts.
fn short_months() -> [&'static str; 12] {
    [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    .map(text)
}

/// A month, from 1.
pub fn month(month: i8) -> &'static str {
    named(month, &months())
}

/// A month in charts, from 1.
pub fn short_month(month: i8) -> &'static str {
    named(month, &short_months())
}

fn named(month: i8, names: &[&'static str; 12]) -> &'static str {
    usize::try_from(month - 1)
        .ok()
        .and_then(|index| names.get(index).copied())
        .unwrap_or_default()
}

/// A day within a sentence: "1 November", with the year where `beside` lies in another one.
pub fn date(date: Date, beside: Date) -> String {
    let (day, month) = (date.day(), self::month(date.month()));
    if date.year() == beside.year() {
        format!("{day} {month}")
    } else {
        format!("{day} {month} {}", date.year())
    }
}

/// A day with its name: "Sunday 1 November".
pub fn named_date(date: Date, beside: Date) -> String {
    format!("{} {}", weekday(date), self::date(date, beside))
}

/// The name of a day.
pub fn weekday(date: Date) -> &'static str {
    weekdays()[usize::from(date.weekday().to_monday_zero_offset().unsigned_abs()) % 7]
}

/// The average of the mornings after.
pub fn mornings(average: f32) -> String {
    phrase!("Next mornings average {}.", number(average))
}

/// Strength days of a week that is not over, where no other is.
pub fn strength_this_week(days: u32) -> String {
    let days = counted(u64::from(days), text("strength day"), text("strength days"));
    phrase!("{days} this week. The goal is 2 to 3.")
}

/// How many of the weeks met the goal.
pub fn strength_weeks(met: usize, weeks: usize) -> String {
    let word = text(if weeks == 1 { "week" } else { "weeks" });
    phrase!("2 or more strength days in {met} of {weeks} {word}. The goal is 2 to 3.")
}

/// On how many of the days something was done.
pub fn moved(days: usize, of: i64, worked: Duration) -> String {
    let on = counted(days as u64, text("day"), text("days"));
    phrase!("You moved on {on} of {of}, {} in all.", hours(worked))
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
    let name = self::month(month);
    match year {
        Some(year) => phrase!("in {name} {year}"),
        None => phrase!("in {name}"),
    }
}

/// A number with one digit behind the point, or none where that is 0.
pub fn number(value: f32) -> String {
    let tenths = (value * 10.0).round() / 10.0;
    format!("{tenths}")
}

/// A length in hours and minutes: "3 h 42 min", "20 min".
pub fn hours(time: Duration) -> String {
    let minutes = (time.as_secs_f64() / 60.0).round() as u64;
    match (minutes / 60, minutes % 60) {
        (0, minutes) => phrase!("{minutes} min"),
        (hours, 0) => phrase!("{hours} h"),
        (hours, minutes) => phrase!("{hours} h {minutes} min"),
    }
}

fn counted(count: u64, one: &str, many: &str) -> String {
    let word = if count == 1 { one } else { many };
    format!("{count} {word}")
}

/// Names of days beside a calendar: of every second one, Monday first.
pub fn day_labels() -> [&'static str; 4] {
    ["Mon", "Wed", "Fri", "Sun"].map(text)
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

/// A month with its year: "November 2026".
pub fn month_of(day: Date) -> String {
    format!("{} {}", month(day.month()), day.year())
}

/// Three months with their year: "July to September 2026".
pub fn months_of(first: Date, last: Date) -> String {
    phrase!("{} to {}", month(first.month()), month_of(last))
}

/// A score after a session.
pub fn after(value: f32) -> String {
    phrase!("{} after", number(value))
}

/// A score of the morning after.
pub fn next_morning(value: f32) -> String {
    phrase!("{} next morning", number(value))
}

/// Both of them.
pub fn both(one: &str, other: &str) -> String {
    format!("{one}, {other}")
}

/// Strength days of one week.
pub fn strength_days(days: u32) -> String {
    counted(u64::from(days), text("strength day"), text("strength days"))
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
    let sessions = counted(u64::from(sessions), text("session"), text("sessions"));
    format!("{sessions}, {}", hours(worked))
}

/// A day in charts: "2 Nov".
pub fn short_date(day: Date) -> String {
    format!("{} {}", day.day(), short_month(day.month()))
}

/// A year.
pub fn year(day: Date) -> String {
    day.year().to_string()
}

sentences! {
    /// The place.
    pub name = "Progress";
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
    pub no_scores_yet = "No scores in this time";
    /// See above.
    pub average = "Average of this time";
    /// See above.
    pub first_month = "The first month here";
    /// See above.
    pub first_weeks = "The first weeks here";
    /// Where a number would be.
    pub no_score = "–";
}

/// This month had more time in it than the one before.
pub fn more_than(more: Duration, month: &str) -> String {
    phrase!("{} more than {month}", hours(more))
}

/// How much time the month before had.
pub fn in_that_month(time: Duration, month: &str) -> String {
    phrase!("{} in {month}", hours(time))
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

/// From one day to another.
pub fn from_to(from: Date, to: Date) -> String {
    phrase!("{} to {}", month_of(from), month_of(to))
}

/// A day as the title of what was done on it: with its year where that is not this one.
pub fn day(date: Date, today: Date) -> String {
    if date == today {
        text("Today").to_owned()
    } else if date.tomorrow().ok() == Some(today) {
        text("Yesterday").to_owned()
    } else {
        named_date(date, today)
    }
}

/// The time on a clock.
pub fn clock(hour: i8, minute: i8) -> String {
    format!("{hour}:{minute:02}")
}

/// How many of the steps were done.
pub fn steps(done: u32, steps: u32) -> String {
    let word = text(if steps == 1 { "step" } else { "steps" });
    phrase!("{done} of {steps} {word}")
}

sentences! {
    /// How a session ended.
    pub ended_early = "ended early";
    /// See above.
    pub still_open = "not finished";
}

/// What there is to say about a session, in one line.
pub fn facts(facts: impl Iterator<Item = String>) -> String {
    facts.collect::<Vec<_>>().join(" · ")
}

/// A score on a session.
pub fn after_score(score: u8) -> String {
    phrase!("After {score}")
}

/// See above.
pub fn morning_score(score: u8) -> String {
    phrase!("Next morning {score}")
}

/// See above, where there is little room.
pub fn morning_short(score: u8) -> String {
    phrase!("Morning {score}")
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
    format!("{name}, {}", day(date, today))
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
        Level::Emergency => "Call the emergency number",
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
