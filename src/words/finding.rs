//! What came of the knee map: a red flag with what to do, or what it may be; and the summary for a visit.

#![allow(missing_docs)] // The sentences say it.

mod summary;

use super::language::{phrase, sentences, text};
use jiff::civil::Date;

use super::grammar::{self, Plural, clauses, list, lower_first, plural};
use super::knee_map;
use crate::knee::{Fit, Level};
use crate::side::Side;
use crate::training::record::Examiner;

pub use summary::{Line, plain, summary};

/// A knee at the beginning of a sentence.
pub fn knee(leg: Side) -> &'static str {
    text(match leg {
        Side::Left => "Left knee",
        Side::Right => "Right knee",
    })
}

/// A knee within a sentence.
pub fn knee_low(leg: Side) -> &'static str {
    text(match leg {
        Side::Left => "left knee",
        Side::Right => "right knee",
    })
}

// A red flag.

sentences! {
    pub emergency = "Call your emergency number now";
    /// The same as the largest thing on a page: a line for each half of it.
    pub emergency_lines = "Call your emergency\nnumber now";
    pub same_day = "Have this knee seen today";
    pub within_two_weeks = "See someone within two weeks";
    pub with_care = "You can go on, with care";
    pub cannot_wait = "This cannot wait";
    pub you_ticked = "You ticked:";
    pub what_to_do = "What to do";
    pub what_not_to_do = "What not to do";
    pub no_routines = "Kneewise offers no routines until someone has looked. Other pages work as before.";
    pub by_mistake = "I ticked this by mistake";
    pub change = "Change answers";
    pub save_summary = "Save a summary";
    pub save_for_doctor = "Save a summary for the doctor";
    pub save_for_visit = "Save a summary for the visit";
    pub it_was_checked = "It was checked";
    pub end_session = "End the session";
    pub back_to_session = "Back to your session";
    pub take_summary = "Take the summary with you: it lists all your answers";
    /// Why a knee waits that version 0.1 remembered.
    pub carried_over = "An earlier version of Kneewise noted that someone should look at this knee. It did not \
        keep the reason; your own memory, or another look at the knee map, may tell you more.";
}

/// What a level asks for, as a title.
pub fn title(level: Level) -> &'static str {
    match level {
        Level::Emergency => emergency(),
        Level::SameDay => same_day(),
        Level::WithinTwoWeeks => within_two_weeks(),
        Level::Advice => with_care(),
    }
}

/// What was ticked, as one sentence: each as it stood in the check.
pub fn ticked(statements: &[String]) -> String {
    let said = statements.iter().map(|said| lower_first(said));
    format!("{}.", clauses(said))
}

/// The same where it begins the sentence.
pub fn ticked_first(statements: &[String]) -> String {
    match statements.split_first() {
        Some((first, [])) => format!("{first}."),
        Some((first, rest)) => format!("{first}; {}", ticked(rest)),
        None => String::new(),
    }
}

/// A statement that stands for several things, with those that are so.
pub fn ticked_part(statement: &str, parts: &[&str]) -> String {
    let parts = parts.iter().map(|part| lower_first(part));
    format!("{statement} ({})", list(parts))
}

/// When the answers were given, at the head of their page.
pub fn answered_on(date: Date, today: Date) -> String {
    phrase!("Answered on {}", grammar::date(date, today))
}

/// The same on the emergency page.
pub fn you_answered_on(date: Date, today: Date) -> String {
    phrase!("You answered this on {}", grammar::date(date, today))
}

/// The way on to the other leg.
pub fn now_the(leg: Side) -> String {
    phrase!("Now the {}", knee_low(leg))
}

/// The way to the other leg's result.
pub fn result_of_the(leg: Side) -> String {
    phrase!("See the {}", knee_low(leg))
}

// It was checked.

sentences! {
    pub routines_open_if = "Routines open again only if they said that exercise is fine.";
    pub who_looked = "Who looked at it?";
    pub nobody_yet = "Nobody yet";
    pub is_exercise_fine = "Did they say exercise is fine?";
    pub not_yet = "Not yet, or not sure";
    pub it_is_fine = "Yes, it is fine";
    pub open_routines = "Open the routines";
    pub keep_locked = "Keep them locked";
    pub stays_in_journal = "The answers stay in your journal, marked with the date and who looked.";
    pub undo = "Undo";
}

/// The question of the dialog.
pub fn has_someone_looked(leg: Side) -> String {
    phrase!("Has someone looked at your {}?", knee_low(leg))
}

/// Who looked at a knee, as a choice.
pub fn examiner(by: Examiner) -> &'static str {
    text(match by {
        Examiner::Doctor => "Doctor or hospital",
        Examiner::Physiotherapist => "Physiotherapist",
        Examiner::SomeoneElse => "Someone else",
        Examiner::NotSaid => "Not said",
    })
}

/// That the routines are open again.
pub fn marked_as_checked(leg: Side) -> String {
    phrase!("{} marked as checked, routines are open", knee(leg))
}

// What it may be.

pub fn fit(fit: Fit) -> &'static str {
    text(match fit {
        Fit::Well => "Fits well",
        Fit::Partly => "Fits partly",
        Fit::Little => "Fits little",
    })
}

/// How many signs fit; none were asked about where only the place speaks for it.
pub fn signs(fitting: usize, all: usize) -> String {
    match all {
        0 => text("By the place alone").to_owned(),
        _ => knee_map::signs(fitting, all),
    }
}

sentences! {
    pub result = "What it may be";
    pub start_again = "Start again";
    pub fits_best = "Fits best";
    pub place_fits = "Where it hurts: fits.";
    pub place_is_unusual = "Where it hurts: not the usual place.";
    pub not_counted = "not counted as a sign";
    pub why_it_happens = "Why it happens";
    pub start_with_this = "Start with this";
    pub could_also_be = "It could also be";
    pub do_now = "What you can do now";
    pub until_then = "What you can do until then";
    pub see_someone_if = "See someone if";
    pub see_someone_sooner_if = "See someone sooner if";
    /// The last clause where there are more of them.
    pub another_reason = "for another reason on its page";
    pub see_first = "Someone should look first";
    pub locked = "Locked, see why";
    pub routines_wait = "Routines wait";
    pub whole_knee = "The whole knee";
    pub no_mark = "No spot was marked.";
}

/// The head of a result that is read again.
pub fn your_result_of(date: Date, today: Date) -> String {
    phrase!("Your result of {}", grammar::date(date, today))
}

/// The line below the head of a new result.
pub fn knee_and_day(leg: Side, date: Date, today: Date) -> String {
    list([knee(leg), &grammar::date(date, today)])
}

/// The line below the head of a result that is read again.
pub fn has_it_changed(leg: Side) -> String {
    phrase!(
        "{}. Has it changed? Start again and we ask anew; this one stays in your journal.",
        knee(leg)
    )
}

/// Someone has looked at it since, and said that exercise is fine.
pub fn checked_on(leg: Side, date: Date, today: Date, by: Examiner) -> String {
    phrase!(
        "{}. Checked on {} by {}.",
        knee(leg),
        grammar::date(date, today),
        examined_by(by)
    )
}

/// Who looked, within a sentence.
fn examined_by(by: Examiner) -> &'static str {
    text(match by {
        Examiner::Doctor => "a doctor or a hospital",
        Examiner::Physiotherapist => "a physiotherapist",
        Examiner::SomeoneElse => "someone else",
        Examiner::NotSaid => "someone",
    })
}

/// The button that starts a routine, which is named beside it.
pub fn start(minutes: &str) -> String {
    phrase!("Start, {minutes}")
}

/// What comes after the first routine.
pub fn later(name: &str, minutes: &str) -> String {
    phrase!("Later: {name}, {minutes}")
}

/// Opens the list of the other routines.
pub fn more_routines(count: usize) -> String {
    match plural(count) {
        Plural::One => phrase!("{count} more routine"),
        Plural::Other => phrase!("{count} more routines"),
    }
}

/// Why a routine is good for it and how hard and how often: the first sentence of each, as far as it is known.
pub fn why_and_how_often(purpose: &str, effort: &str, how_often: Option<&str>) -> String {
    let why = purpose.split(['.', ':', ';']).next().unwrap_or_default();
    let often = how_often
        .and_then(|often| often.split([',', ';', '.']).next())
        .map(|often| format!(", {}", lower_first(often)))
        .unwrap_or_default();
    match why {
        "" => format!("{effort}{often}."),
        why => format!("{why}. {effort}{often}."),
    }
}

/// Why the routines wait: the other knee, or this one, should be seen.
pub fn until_seen(leg: Side) -> String {
    phrase!("Until someone has looked at your {}.", knee_low(leg))
}

/// How soon someone should see it, as a sentence.
pub fn how_soon(level: Level) -> &'static str {
    text(match level {
        Level::Emergency => "Call your emergency number now.",
        Level::SameDay => {
            "Have this knee seen today. Routines open once someone has said that exercise is fine."
        }
        Level::WithinTwoWeeks => {
            "See a doctor or physiotherapist within two weeks, and do not run until then. Routines open once someone \
             has said that exercise is fine."
        }
        Level::Advice => "You can go on, with care.",
    })
}

// The summary.

sentences! {
    pub for_doctor = "Summary for the doctor";
    pub for_visit = "Summary for a visit";
    pub nothing_sent = "Only what you told Kneewise. Nothing is sent.";
    pub copy = "Copy";
    pub copied = "Copied. You can paste it anywhere.";
    pub save_as_file = "Save as a file";
    pub open_to_print = "Open to print";
    pub close = "Close";
    pub show_file = "Show";
}

/// Where the file is.
pub fn saved_as(file: &str) -> String {
    phrase!("Saved as {file}")
}

/// That it could not be saved.
pub fn not_saved(error: &str) -> String {
    phrase!("It could not be saved: {error}")
}

/// That nothing opens it.
pub fn not_opened(error: &str) -> String {
    phrase!("It could not be opened: {error}. You can save it as a file and print that.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_ticked_is_one_sentence() {
        let said = [
            "The knee is hot and swollen".to_owned(),
            "Fever, chills or feeling unwell".to_owned(),
        ];
        assert_eq!(
            ticked(&said),
            "the knee is hot and swollen; fever, chills or feeling unwell."
        );
        assert_eq!(
            ticked_first(&said),
            "The knee is hot and swollen; fever, chills or feeling unwell."
        );
        assert_eq!(ticked_first(&said[..1]), "The knee is hot and swollen.");
    }

    #[test]
    fn a_routine_says_why_and_how_often_in_one_line() {
        assert_eq!(
            why_and_how_often(
                "A calm start: hips first. And more.",
                "Easy",
                Some("3 days a week, for 6 weeks.")
            ),
            "A calm start. Easy, 3 days a week."
        );
        assert_eq!(why_and_how_often("", "Hard", None), "Hard.");
    }
}
