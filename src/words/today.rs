//! What Today says.

use jiff::civil::Date;

use super::{finding, progress};
use crate::knee::Level;
use crate::side::Side;

/// Offers a session that was left.
pub fn carry_on(routine: &str) -> String {
    format!("Carry on with {routine}")
}

/// Where a session was left. Steps count from 1.
pub fn stopped(on: Date, today: Date, step: usize, steps: usize, left: &str) -> String {
    let when = if on == today {
        "today".to_owned()
    } else if on.tomorrow().ok() == Some(today) {
        "yesterday".to_owned()
    } else {
        format!("on {}", progress::weekday(on))
    };
    format!("You stopped {when} at step {step} of {steps}. {left} left.")
}

/// Hides a session that was left until tomorrow.
pub fn not_today() -> &'static str {
    "Not today"
}

/// Goes on with it.
pub fn resume() -> &'static str {
    "Resume"
}

/// The standing reset, beside the title.
pub fn standing(minutes: &str) -> String {
    format!("Standing version, {minutes}")
}

/// The title of the card that leads to the knee map.
pub fn where_it_hurts() -> &'static str {
    "Where does it hurt?"
}

/// Its text.
pub fn where_line() -> &'static str {
    "Click the spot, answer a few questions, see what it may be."
}

/// The title of the card about a result of the knee map.
pub fn your_knee(is_left: bool) -> &'static str {
    if is_left {
        "Your left knee"
    } else {
        "Your right knee"
    }
}

/// What it may be.
pub fn may_be(condition: &str) -> String {
    format!("What it may be: {condition}.")
}

/// Where nothing fitted.
pub fn nothing_fitted() -> &'static str {
    "Nothing fitted clearly."
}

/// The routine that is for it.
pub fn start_with(routine: &str) -> String {
    format!("Start with: {routine}.")
}
/// Opens the result of the knee map.
pub fn open_result() -> &'static str {
    "Open result"
}

/// The person says the knee is better.
pub fn better() -> &'static str {
    "It is better"
}

/// The hero when the last score was six or more.
pub fn rest_today() -> &'static str {
    "Rest today?"
}

/// Its text.
pub fn rest_line(score: u8) -> String {
    format!("You said {score} last time. See what it may be before you do more.")
}

/// The label of a number.
pub fn strength_title() -> &'static str {
    "Strength this week"
}

/// The unit behind the strength days.
pub fn of_two_to_three() -> &'static str {
    "of 2 to 3"
}

/// What the strength days of this week mean.
pub fn strength(days: u32) -> &'static str {
    match days {
        0 => "Two short sessions a week is a good start.",
        1 => "One more this week would be good.",
        2 => "Goal met. A third is a bonus.",
        3 => "Goal met, and the bonus too.",
        _ => "Plenty. Let them rest.",
    }
}

/// The label of a number.
pub fn pain() -> &'static str {
    "Pain after sessions"
}

/// The unit behind a score.
pub fn out_of_ten() -> &'static str {
    "out of 10"
}

/// Without scores.
pub fn no_pain_yet() -> &'static str {
    "Rate your knees after a session and the trend appears here."
}

/// With too few scores to say where they go.
pub fn pain_early() -> &'static str {
    "The trend appears after two weeks."
}

/// Scores that stay where they are.
pub fn pain_steady(around: u8) -> String {
    format!("Steady, around {around}.")
}

/// Scores that have changed since a day.
pub fn pain_was(from: u8, since: &str) -> String {
    format!("About {from} on {since}.")
}

/// The label of a number.
pub fn moving() -> &'static str {
    "Moving this week"
}

/// The unit of a time.
pub fn minutes() -> &'static str {
    "min"
}

/// Without sessions this week.
pub fn not_moved_yet() -> &'static str {
    "Five minutes after a run count too."
}

/// Time against that of last week.
pub fn last_week(minutes: u64) -> String {
    format!("Last week: {minutes} min.")
}

/// The label of a number.
pub fn this_week() -> &'static str {
    "This week"
}

/// On how many days something was done.
pub fn days_moved(days: usize) -> String {
    match days {
        0 => "No day yet, and that is fine.".to_owned(),
        1 => "On one day.".to_owned(),
        days => format!("On {days} days."),
    }
}

/// The first letters of the days, Monday first.
pub fn day_letters() -> [&'static str; 7] {
    ["M", "T", "W", "T", "F", "S", "S"]
}

/// The days in short, Monday first.
pub fn days() -> [&'static str; 7] {
    ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
}

/// A day on which nothing was done.
pub fn rest() -> &'static str {
    "Rest"
}

/// A day on which something was done.
pub fn done() -> &'static str {
    "Done"
}

/// Above the knee that waits to be seen.
pub fn routines_wait() -> &'static str {
    "Routines wait"
}

/// Leads to what to do about it.
pub fn what_to_do() -> &'static str {
    "What to do"
}

/// Leads to what a doctor should know about it.
pub fn save_a_summary() -> &'static str {
    "Save a summary"
}

/// What the knee waits for.
pub fn waits_title(leg: Side, level: Level) -> &'static str {
    match (level, leg) {
        (Level::Emergency, _) => finding::emergency_lines(),
        (_, Side::Left) => "Left knee: get it checked first",
        (_, Side::Right) => "Right knee: get it checked first",
    }
}

/// What was ticked, when, and how soon to have it seen.
pub fn waits_line(on: Date, today: Date, ticked: &[String], level: Level) -> String {
    let when = progress::date(on, today);
    let soon = match level {
        Level::Emergency => "This cannot wait.",
        Level::SameDay => "Have it seen today.",
        Level::WithinTwoWeeks | Level::Advice => {
            "See someone within two weeks, and do not run until then."
        }
    };
    if ticked.is_empty() {
        soon.to_owned()
    } else {
        format!("On {when} you ticked: {} {soon}", finding::ticked(ticked))
    }
}

/// What is said of a routine that waits.
pub fn locked_line(minutes: &str, leg: Side) -> String {
    let knee = match leg {
        Side::Left => "left",
        Side::Right => "right",
    };
    format!("{minutes}. Locked until someone has looked at your {knee} knee.")
}
