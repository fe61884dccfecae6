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
pub const NOT_TODAY: &str = "Not today";
/// Goes on with it.
pub const RESUME: &str = "Resume";

/// The standing reset, beside the title.
pub fn standing(minutes: &str) -> String {
    format!("Standing version, {minutes}")
}

/// The title of the card that leads to the knee map.
pub const WHERE: &str = "Where does it hurt?";
/// Its text.
pub const WHERE_LINE: &str = "Click the spot, answer a few questions, see what it may be.";

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
pub const NOTHING_FITTED: &str = "Nothing fitted clearly.";
/// The routine that is for it.
pub fn start_with(routine: &str) -> String {
    format!("Start with: {routine}.")
}
/// Opens the result of the knee map.
pub const OPEN_RESULT: &str = "Open result";
/// The person says the knee is better.
pub const BETTER: &str = "It is better";

/// The hero when the last score was six or more.
pub const REST_TODAY: &str = "Rest today?";
/// Its text.
pub fn rest_line(score: u8) -> String {
    format!("You said {score} last time. See what it may be before you do more.")
}

/// The label of a number.
pub const STRENGTH: &str = "Strength this week";
/// The unit behind the strength days.
pub const OF_TWO_TO_THREE: &str = "of 2 to 3";

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
pub const PAIN: &str = "Pain after sessions";
/// The unit behind a score.
pub const OUT_OF_TEN: &str = "out of 10";
/// Without scores.
pub const NO_PAIN_YET: &str = "Rate your knees after a session and the trend appears here.";
/// With too few scores to say where they go.
pub const PAIN_EARLY: &str = "The trend appears after two weeks.";

/// Scores that stay where they are.
pub fn pain_steady(around: u8) -> String {
    format!("Steady, around {around}.")
}

/// Scores that have changed since a day.
pub fn pain_was(from: u8, since: &str) -> String {
    format!("About {from} on {since}.")
}

/// The label of a number.
pub const MOVING: &str = "Moving this week";
/// The unit of a time.
pub const MINUTES: &str = "min";
/// Without sessions this week.
pub const NOT_MOVED_YET: &str = "Five minutes after a run count too.";

/// Time against that of last week.
pub fn last_week(minutes: u64) -> String {
    format!("Last week: {minutes} min.")
}

/// The label of a number.
pub const THIS_WEEK: &str = "This week";

/// On how many days something was done.
pub fn days_moved(days: usize) -> String {
    match days {
        0 => "No day yet, and that is fine.".to_owned(),
        1 => "On one day.".to_owned(),
        days => format!("On {days} days."),
    }
}

/// The first letters of the days, Monday first.
pub const DAY_LETTERS: [&str; 7] = ["M", "T", "W", "T", "F", "S", "S"];
/// The days in short, Monday first.
pub const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
/// A day on which nothing was done.
pub const REST: &str = "Rest";
/// A day on which something was done.
pub const DONE: &str = "Done";

/// Above the knee that waits to be seen.
pub const ROUTINES_WAIT: &str = "Routines wait";
/// Leads to what to do about it.
pub const WHAT_TO_DO: &str = "What to do";
/// Leads to what a doctor should know about it.
pub const SAVE_A_SUMMARY: &str = "Save a summary";

/// What the knee waits for.
pub fn waits_title(leg: Side, level: Level) -> &'static str {
    match (level, leg) {
        (Level::Emergency, _) => finding::EMERGENCY_LINES,
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
