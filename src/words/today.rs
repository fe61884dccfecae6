//! What Today says.

use super::language::{phrase, sentences, text};
use jiff::civil::Date;

use super::finding;
use super::grammar::{self, Plural, lower_first, plural};
use crate::catalog::about_me::{Aim, Sore};
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

/// How well what was found fits, by how many signs, and when it was found.
pub fn fits(fit: &str, signs: &str, on: &str) -> String {
    phrase!("{fit}, {signs}. {on}")
}

/// A condition by its name, and how well it fits.
pub fn fits_your_knee(condition: &str, fit: &str) -> String {
    phrase!("{condition}. {fit}")
}

/// Where a session was left, in a line. Steps count from 1.
pub fn from_step(routine: &str, step: usize, steps: usize) -> String {
    phrase!("{routine}, from step {step} of {steps}")
}

sentences! {
    /// Where nothing fitted.
    pub nothing_fitted = "Nothing fitted clearly.";
}

sentences! {
    /// Opens the result of the knee map.
    pub open_result = "Open result";
    /// The person says the knee is better.
    pub better = "It is better";
    /// Above the hero when the last score was six or more.
    pub quiet_day = "A quiet day";
    /// The hero then.
    pub rest_today = "Rest today";
    /// Leads to the knee map then.
    pub check_knee_map = "Check the knee map";
    /// Goes on with the session that was left, then.
    pub resume_anyway = "Resume anyway";
    /// What the strength days mean then.
    pub strength_rests = "Strength can wait until it settles.";
    /// What they mean while a knee waits to be seen.
    pub strength_waits = "Strength can wait. It comes back fast.";
    /// Of a session that was left, while a knee rests.
    pub kept_for_days = "Kept for 7 days. Better after a morning at 2 or less.";
}

/// Why one rests.
pub fn rest_line(knee: Side, score: u8, from: Option<u8>) -> String {
    let knee = lower_first(your_knee(knee == Side::Left)).into_owned();
    match from {
        Some(from) => phrase!(
            "You gave {knee} {score} of 10 last time, up from about {from}. Let it settle before the next session."
        ),
        None => phrase!(
            "You gave {knee} {score} of 10 last time. Let it settle before the next session."
        ),
    }
}

/// Above the routine for a knee.
pub fn for_your_knee(knee: Side) -> &'static str {
    text(match knee {
        Side::Left => "For your left knee",
        Side::Right => "For your right knee",
    })
}

/// The reset, where something else comes first.
pub fn after_run(routine: &str) -> String {
    phrase!("After your run: {routine}")
}

/// What it is, below that.
pub fn after_run_line(minutes: &str) -> String {
    phrase!("{minutes}. Gentle stretches, then easy glute and knee movement.")
}

/// A last score above those before.
pub fn pain_up(from: u8) -> String {
    phrase!("Up from about {from}.")
}

sentences! {
    /// Below the title, on the first day.
    pub three_answers = "Three answers and Today fits you. You can change them in Settings.";
    /// Passes over the questions.
    pub skip_for_now = "Skip for now";
    /// The first question.
    pub which_knee = "Which knee is it?";
    /// The second question.
    pub what_helps = "What would help most?";
    /// The third question.
    pub what_is_there = "What do you have at home?";
    /// Nothing of the kind.
    pub none_of_these = "None of these";
    /// Below the questions.
    pub kept_here = "Kept on this computer only. No account.";
    /// Shows Today.
    pub show_my_start = "Show my start";
    /// What comes after the questions.
    pub next_you_can = "Next you can mark where it hurts and see what it may be.";
    /// Above the answers, in Settings.
    pub about_you = "About you";
}

/// Which knee is sore.
pub fn sore(knee: Sore) -> &'static str {
    text(match knee {
        Sore::Left => "Left",
        Sore::Right => "Right",
        Sore::Both => "Both",
        Sore::Neither => "Neither is sore",
    })
}

/// What would help most.
pub fn aim(aim: Aim) -> &'static str {
    text(match aim {
        Aim::CalmKnee => "Calm a sore knee",
        Aim::RecoverAfterRuns => "Recover after runs",
        Aim::GetStronger => "Get stronger",
        Aim::RunAgain => "Start running again",
    })
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
    /// The same while nothing asks for more.
    pub not_moved_quietly = "Nothing yet, and that is fine.";
    /// In place of a number that is not there yet.
    pub no_number = "–";
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
