//! What Today says.

use super::language::{phrase, sentences, text};
use jiff::civil::Date;

use super::finding;
use super::grammar::{self, Plural, plural};
use crate::knee::Level;
use crate::side::Side;

/// Offers a session that was left.
pub fn carry_on(routine: &str) -> String {
    phrase!("Carry on with {routine}")
}

/// Where a session was left. Steps count from 1.
pub fn stopped(on: Date, today: Date, step: usize, steps: usize, left: &str) -> String {
    let when = if on == today {
        text("today").to_owned()
    } else if on.tomorrow().ok() == Some(today) {
        text("yesterday").to_owned()
    } else {
        phrase!("on {}", grammar::weekday(on))
    };
    phrase!("You stopped {when} at step {step} of {steps}. {left} left.")
}

sentences! {
    /// Hides a session that was left until tomorrow.
    pub not_today = "Not today";
    /// Goes on with it.
    pub resume = "Resume";
}

/// The standing reset, beside the title.
pub fn standing(minutes: &str) -> String {
    phrase!("Standing version, {minutes}")
}

sentences! {
    /// The title of the card that leads to the knee map.
    pub where_it_hurts = "Where does it hurt?";
    /// Its text.
    pub where_line = "Click the spot, answer a few questions, see what it may be.";
}

/// The title of the card about a result of the knee map.
pub fn your_knee(is_left: bool) -> &'static str {
    text(if is_left {
        "Your left knee"
    } else {
        "Your right knee"
    })
}

/// What it may be.
pub fn may_be(condition: &str) -> String {
    phrase!("What it may be: {condition}.")
}

sentences! {
    /// Where nothing fitted.
    pub nothing_fitted = "Nothing fitted clearly.";
}

/// The routine that is for it.
pub fn start_with(routine: &str) -> String {
    phrase!("Start with: {routine}.")
}
sentences! {
    /// Opens the result of the knee map.
    pub open_result = "Open result";
    /// The person says the knee is better.
    pub better = "It is better";
    /// The hero when the last score was six or more.
    pub rest_today = "Rest today?";
}

/// Its text.
pub fn rest_line(score: u8) -> String {
    phrase!("You said {score} last time. See what it may be before you do more.")
}

sentences! {
    /// The label of a number.
    pub strength_title = "Strength this week";
    /// The unit behind the strength days.
    pub of_two_to_three = "of 2 to 3";
}

/// What the strength days of this week mean.
pub fn strength(days: u32) -> &'static str {
    text(match days {
        0 => "Two short sessions a week is a good start.",
        1 => "One more this week would be good.",
        2 => "Goal met. A third is a bonus.",
        3 => "Goal met, and the bonus too.",
        _ => "Plenty. Let them rest.",
    })
}

sentences! {
    /// The label of a number.
    pub pain = "Pain after sessions";
    /// The unit behind a score.
    pub out_of_ten = "out of 10";
    /// Without scores.
    pub no_pain_yet = "Rate your knees after a session and the trend appears here.";
    /// With too few scores to say where they go.
    pub pain_early = "The trend appears after two weeks.";
}

/// Scores that stay where they are.
pub fn pain_steady(around: u8) -> String {
    phrase!("Steady, around {around}.")
}

/// Scores that have changed since a day.
pub fn pain_was(from: u8, since: &str) -> String {
    phrase!("About {from} on {since}.")
}

sentences! {
    /// The label of a number.
    pub moving = "Moving this week";
    /// The unit of a time.
    pub minutes = "min";
    /// Without sessions this week.
    pub not_moved_yet = "Five minutes after a run count too.";
}

/// Time against that of last week.
pub fn last_week(minutes: u64) -> String {
    phrase!("Last week: {minutes} min.")
}

sentences! {
    /// The label of a number.
    pub this_week = "This week";
}

/// On how many days something was done.
pub fn days_moved(days: usize) -> String {
    match (days, plural(days)) {
        (0, _) => text("No day yet, and that is fine.").to_owned(),
        (_, Plural::One) => text("On one day.").to_owned(),
        (_, Plural::Other) => phrase!("On {days} days."),
    }
}

sentences! {
    /// A day on which nothing was done.
    pub rest = "Rest";
    /// A day on which something was done.
    pub done = "Done";
    /// Above the knee that waits to be seen.
    pub routines_wait = "Routines wait";
    /// Leads to what to do about it.
    pub what_to_do = "What to do";
    /// Leads to what a doctor should know about it.
    pub save_a_summary = "Save a summary";
}

/// What the knee waits for.
pub fn waits_title(leg: Side, level: Level) -> &'static str {
    match (level, leg) {
        (Level::Emergency, _) => finding::emergency_lines(),
        (_, Side::Left) => text("Left knee: get it checked first"),
        (_, Side::Right) => text("Right knee: get it checked first"),
    }
}

/// What was ticked, when, and how soon to have it seen.
pub fn waits_line(on: Date, today: Date, ticked: &[String], level: Level) -> String {
    let when = grammar::date(on, today);
    let soon = text(match level {
        Level::Emergency => "This cannot wait.",
        Level::SameDay => "Have it seen today.",
        Level::WithinTwoWeeks | Level::Advice => {
            "See someone within two weeks, and do not run until then."
        }
    });
    if ticked.is_empty() {
        soon.to_owned()
    } else {
        phrase!("On {when} you ticked: {} {soon}", finding::ticked(ticked))
    }
}

/// What is said of a routine that waits.
pub fn locked_line(minutes: &str, leg: Side) -> String {
    let knee = text(match leg {
        Side::Left => "left",
        Side::Right => "right",
    });
    phrase!("{minutes}. Locked until someone has looked at your {knee} knee.")
}
