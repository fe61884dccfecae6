//! What the Progress screen says, its charts in words included.

mod overview;

use std::time::Duration;

use jiff::civil::Date;

use crate::knee::Level;
use crate::side::Side;
use crate::training::record::{Examiner, Standing};

pub use overview::{moved_sentence, pain_sentence, strength_sentence, was_sentence};

/// What the chart of pain says without scores.
pub fn no_scores() -> &'static str {
    "Rate your knees after a session and the trend appears here."
}

/// Pain while there is too little to say where it goes.
pub fn pain_early(last: u8) -> String {
    format!("{last} last time. From two weeks of scores on, this says where they go.")
}

/// Pain that stays where it is.
pub fn pain_steady(around: u8) -> String {
    format!("Steady, around {around}.")
}

/// Pain that has become less. `since` is a day.
pub fn pain_down(from: u8, to: u8, since: &str) -> String {
    format!("Down from about {from} to about {to} since {since}.")
}

/// Pain that has become more.
pub fn pain_up(from: u8, to: u8, since: &str) -> String {
    format!(
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
}

/// Months in charts.
fn short_months() -> [&'static str; 12] {
    [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
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
    format!("Next mornings average {}.", number(average))
}

/// Strength days of a week that is not over, where no other is.
pub fn strength_this_week(days: u32) -> String {
    let days = counted(u64::from(days), "strength day", "strength days");
    format!("{days} this week. The goal is 2 to 3.")
}

/// How many of the weeks met the goal.
pub fn strength_weeks(met: usize, weeks: usize) -> String {
    let word = if weeks == 1 { "week" } else { "weeks" };
    format!("2 or more strength days in {met} of {weeks} {word}. The goal is 2 to 3.")
}

/// On how many of the days something was done.
pub fn moved(days: usize, of: i64, worked: Duration) -> String {
    let on = counted(days as u64, "day", "days");
    format!("You moved on {on} of {of}, {} in all.", hours(worked))
}

/// What pain was before. `when` tells the time it is compared with.
pub fn was(value: f32, when: &str) -> String {
    format!("Was {} {when}", number(value))
}

/// A time to compare with: as long, just before.
pub fn before_that() -> &'static str {
    "before that"
}

/// See above: a month, from 1, with the year where that is another one.
pub fn in_month(month: i8, year: Option<i16>) -> String {
    let name = self::month(month);
    match year {
        Some(year) => format!("in {name} {year}"),
        None => format!("in {name}"),
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
        (0, minutes) => format!("{minutes} min"),
        (hours, 0) => format!("{hours} h"),
        (hours, minutes) => format!("{hours} h {minutes} min"),
    }
}

fn counted(count: u64, one: &str, many: &str) -> String {
    let word = if count == 1 { one } else { many };
    format!("{count} {word}")
}

/// Names of days beside a calendar: of every second one, Monday first.
pub fn day_labels() -> [&'static str; 4] {
    ["Mon", "Wed", "Fri", "Sun"]
}

/// The end of a chart.
pub fn now() -> &'static str {
    "Now"
}

/// The band of a chart one aims for.
pub fn goal() -> &'static str {
    "Goal"
}

/// A week that begins on a day: "Week of 2 November".
pub fn week_of(monday: Date, beside: Date) -> String {
    format!("Week of {}", date(monday, beside))
}

/// A month with its year: "November 2026".
pub fn month_of(day: Date) -> String {
    format!("{} {}", month(day.month()), day.year())
}

/// Three months with their year: "July to September 2026".
pub fn months_of(first: Date, last: Date) -> String {
    format!("{} to {}", month(first.month()), month_of(last))
}

/// A score after a session.
pub fn after(value: f32) -> String {
    format!("{} after", number(value))
}

/// A score of the morning after.
pub fn next_morning(value: f32) -> String {
    format!("{} next morning", number(value))
}

/// Both of them.
pub fn both(one: &str, other: &str) -> String {
    format!("{one}, {other}")
}

/// Strength days of one week.
pub fn strength_days(days: u32) -> String {
    counted(u64::from(days), "strength day", "strength days")
}

/// Strength days of several weeks.
pub fn strength_a_week(average: f32) -> String {
    format!("{} strength days a week", number(average))
}

/// A day on which nothing was done.
pub fn no_session() -> &'static str {
    "No session"
}

/// What was done on a day.
pub fn done(sessions: u32, worked: Duration) -> String {
    let sessions = counted(u64::from(sessions), "session", "sessions");
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

/// The place.
pub fn name() -> &'static str {
    "Progress"
}

/// A tab.
pub fn overview() -> &'static str {
    "Overview"
}

/// See above.
pub fn sessions() -> &'static str {
    "Sessions"
}

/// A range.
pub fn four_weeks() -> &'static str {
    "4 weeks"
}

/// See above.
pub fn three_months() -> &'static str {
    "3 months"
}

/// See above.
pub fn one_year() -> &'static str {
    "1 year"
}

/// See above.
pub fn everything() -> &'static str {
    "All"
}

/// While there is nothing.
pub fn nothing() -> &'static str {
    "Nothing to show yet, and that is fine"
}

/// The line below it.
pub fn nothing_line() -> &'static str {
    "Finish a routine and rate your knees. Your days, minutes and pain trend build up here."
}

/// Starts the reset.
pub fn start_reset() -> &'static str {
    "Start the 5-minute reset"
}

/// While there are scores and no sessions.
pub fn no_sessions() -> &'static str {
    "Sessions appear here once a step is done."
}

/// A stat.
pub fn moving_time() -> &'static str {
    "Moving this month"
}

/// See above.
pub fn strength() -> &'static str {
    "Strength"
}

/// See above.
pub fn pain_after() -> &'static str {
    "Pain after sessions"
}

/// See above.
pub fn weeks_in_a_row() -> &'static str {
    "Weeks in a row"
}

/// What a number is of.
pub fn a_week() -> &'static str {
    "a week"
}

/// See above.
pub fn this_week() -> &'static str {
    "this week"
}

/// See above.
pub fn of_ten() -> &'static str {
    "of 10"
}

/// What a number means.
pub fn goal_is() -> &'static str {
    "Goal is 2 to 3"
}

/// See above.
pub fn row_line() -> &'static str {
    "With two or more sessions"
}

/// See above.
pub fn no_scores_yet() -> &'static str {
    "No scores in this time"
}

/// See above.
pub fn average() -> &'static str {
    "Average of this time"
}

/// See above.
pub fn first_month() -> &'static str {
    "The first month here"
}

/// See above.
pub fn first_weeks() -> &'static str {
    "The first weeks here"
}

/// Where a number would be.
pub fn no_score() -> &'static str {
    "–"
}

/// This month had more time in it than the one before.
pub fn more_than(more: Duration, month: &str) -> String {
    format!("{} more than {month}", hours(more))
}

/// How much time the month before had.
pub fn in_that_month(time: Duration, month: &str) -> String {
    format!("{} in {month}", hours(time))
}

/// The title of a chart.
pub fn pain() -> &'static str {
    "Pain, 0 to 10"
}

/// See above.
pub fn strength_days_title() -> &'static str {
    "Strength days a week"
}

/// See above.
pub fn days_moved() -> &'static str {
    "Days you moved"
}

/// In a legend.
pub fn after_sessions() -> &'static str {
    "After sessions"
}

/// See above, of one.
pub fn after_the_session() -> &'static str {
    "After the session"
}

/// See above.
pub fn next_morning_title() -> &'static str {
    "Next morning"
}

/// See above.
pub fn none() -> &'static str {
    "None"
}

/// See above.
pub fn half_an_hour() -> &'static str {
    "30 min or more"
}

/// Which knee's pain is shown.
pub fn left() -> &'static str {
    "Left"
}

/// See above.
pub fn right() -> &'static str {
    "Right"
}

/// See above.
pub fn worse_knee() -> &'static str {
    "Worse of both"
}

/// Turns the calendar back.
pub fn earlier_days() -> &'static str {
    "A year earlier"
}

/// Turns it on.
pub fn later_days() -> &'static str {
    "A year later"
}

/// From one day to another.
pub fn from_to(from: Date, to: Date) -> String {
    format!("{} to {}", month_of(from), month_of(to))
}

/// A day as the title of what was done on it: with its year where that is not this one.
pub fn day(date: Date, today: Date) -> String {
    if date == today {
        "Today".to_owned()
    } else if date.tomorrow().ok() == Some(today) {
        "Yesterday".to_owned()
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
    let word = if steps == 1 { "step" } else { "steps" };
    format!("{done} of {steps} {word}")
}

/// How a session ended.
pub fn ended_early() -> &'static str {
    "ended early"
}

/// See above.
pub fn still_open() -> &'static str {
    "not finished"
}

/// What there is to say about a session, in one line.
pub fn facts(facts: impl Iterator<Item = String>) -> String {
    facts.collect::<Vec<_>>().join(" · ")
}

/// A score on a session.
pub fn after_score(score: u8) -> String {
    format!("After {score}")
}

/// See above.
pub fn morning_score(score: u8) -> String {
    format!("Next morning {score}")
}

/// See above, where there is little room.
pub fn morning_short(score: u8) -> String {
    format!("Morning {score}")
}

/// Changes a session.
pub fn edit() -> &'static str {
    "Edit"
}

/// Takes it away.
pub fn delete() -> &'static str {
    "Delete"
}

/// After that.
pub fn deleted() -> &'static str {
    "Session deleted"
}

/// Brings it back.
pub fn undo() -> &'static str {
    "Undo"
}

/// The title of the dialog.
pub fn edit_session() -> &'static str {
    "Edit session"
}

/// In the dialog.
pub fn left_knee() -> &'static str {
    "Left knee"
}

/// See above.
pub fn right_knee() -> &'static str {
    "Right knee"
}

/// See above.
pub fn note() -> &'static str {
    "Note"
}

/// See above.
pub fn note_hint() -> &'static str {
    "How it felt"
}

/// Leaves everything as it was.
pub fn cancel() -> &'static str {
    "Cancel"
}

/// Takes the changes over.
pub fn save() -> &'static str {
    "Save"
}

/// A session and its day.
pub fn session_on(name: &str, date: Date, today: Date) -> String {
    format!("{name}, {}", day(date, today))
}
/// A result of the knee map, among the sessions.
pub fn knee_map(knee: Side) -> &'static str {
    match knee {
        Side::Left => "Knee map, left knee",
        Side::Right => "Knee map, right knee",
    }
}

/// Leads to the page of a result.
pub fn open_result() -> &'static str {
    "Open"
}

/// A result without a condition.
pub fn nothing_fitted() -> &'static str {
    "Nothing fitted clearly"
}

/// What a red flag asked for.
pub fn flag(level: Level) -> &'static str {
    match level {
        Level::Emergency => "Call the emergency number",
        Level::SameDay => "Have it seen the same day",
        Level::WithinTwoWeeks => "See someone within two weeks",
        Level::Advice => "Go on with care",
    }
}

/// How a result stands, where it is not simply current. `replaced` is the day of the next one.
pub fn standing(standing: Standing, replaced: Option<Date>, today: Date) -> Option<String> {
    match standing {
        Standing::Current => None,
        Standing::Checked { at, by } => Some(checked(at.day(), by, today)),
        Standing::Better { at } => Some(format!("better since {}", date(at.day(), today))),
        Standing::Replaced => Some(match replaced {
            Some(day) => format!("changed on {}", date(day, today)),
            None => "changed since".to_owned(),
        }),
    }
}

/// Who has looked at a knee, and when that was said.
pub fn checked(on: Date, by: Examiner, today: Date) -> String {
    let who = match by {
        Examiner::Doctor => " by a doctor or hospital",
        Examiner::Physiotherapist => " by a physiotherapist",
        Examiner::SomeoneElse => " by someone else",
        Examiner::NotSaid => "",
    };
    format!("checked on {}{who}", date(on, today))
}
