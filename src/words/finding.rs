//! What came of the knee map: a red flag with what to do, or what it may be; and the summary for a visit.

#![allow(missing_docs)] // The sentences say it.

mod summary;

use jiff::civil::Date;

use super::knee_map::lower_first;
use super::progress;
use crate::knee::Level;
use crate::side::Side;
use crate::training::record::Examiner;

pub use summary::{Line, plain, summary};

/// A knee at the beginning of a sentence.
pub fn knee(leg: Side) -> &'static str {
    match leg {
        Side::Left => "Left knee",
        Side::Right => "Right knee",
    }
}

/// A knee within a sentence.
pub fn knee_low(leg: Side) -> &'static str {
    match leg {
        Side::Left => "left knee",
        Side::Right => "right knee",
    }
}

// A red flag.

pub fn emergency() -> &'static str {
    "Call your emergency number now"
}

/// The same as the largest thing on a page: a line for each half of it.
pub fn emergency_lines() -> &'static str {
    "Call your emergency\nnumber now"
}

pub fn same_day() -> &'static str {
    "Have this knee seen today"
}

pub fn within_two_weeks() -> &'static str {
    "See someone within two weeks"
}

pub fn with_care() -> &'static str {
    "You can go on, with care"
}

pub fn cannot_wait() -> &'static str {
    "This cannot wait"
}

pub fn you_ticked() -> &'static str {
    "You ticked:"
}

pub fn what_to_do() -> &'static str {
    "What to do"
}

pub fn what_not_to_do() -> &'static str {
    "What not to do"
}

pub fn no_routines() -> &'static str {
    "Kneewise offers no routines until someone has looked. Other pages work as before."
}

pub fn by_mistake() -> &'static str {
    "I ticked this by mistake"
}

pub fn change() -> &'static str {
    "Change answers"
}

pub fn save_summary() -> &'static str {
    "Save a summary"
}

pub fn save_for_doctor() -> &'static str {
    "Save a summary for the doctor"
}

pub fn save_for_visit() -> &'static str {
    "Save a summary for the visit"
}

pub fn it_was_checked() -> &'static str {
    "It was checked"
}

pub fn end_session() -> &'static str {
    "End the session"
}

pub fn back_to_session() -> &'static str {
    "Back to your session"
}

pub fn take_summary() -> &'static str {
    "Take the summary with you: it lists all your answers"
}

/// Why a knee waits that version 0.1 remembered.
pub fn carried_over() -> &'static str {
    "An earlier version of Kneewise noted that someone should look at this knee. It did not \
    keep why; your own memory of it, or a new look at the knee map, can tell more."
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
    let said: Vec<_> = statements.iter().map(|said| lower_first(said)).collect();
    format!("{}.", said.join("; "))
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
    let parts: Vec<_> = parts.iter().map(|part| lower_first(part)).collect();
    format!("{statement} ({})", parts.join(", "))
}

/// When the answers were given, at the head of their page.
pub fn answered_on(date: Date, today: Date) -> String {
    format!("Answered on {}", progress::date(date, today))
}

/// The same on the emergency page.
pub fn you_answered_on(date: Date, today: Date) -> String {
    format!("You answered this on {}", progress::date(date, today))
}

/// The way on to the other leg.
pub fn now_the(leg: Side) -> String {
    format!("Now the {}", knee_low(leg))
}

/// The way to the other leg's result.
pub fn result_of_the(leg: Side) -> String {
    format!("See the {}", knee_low(leg))
}

// It was checked.

pub fn routines_open_if() -> &'static str {
    "Routines open again only if they said that exercise is fine."
}

pub fn who_looked() -> &'static str {
    "Who looked at it?"
}

pub fn nobody_yet() -> &'static str {
    "Nobody yet"
}

pub fn is_exercise_fine() -> &'static str {
    "Did they say exercise is fine?"
}

pub fn not_yet() -> &'static str {
    "Not yet, or not sure"
}

pub fn it_is_fine() -> &'static str {
    "Yes, it is fine"
}

pub fn open_routines() -> &'static str {
    "Open the routines"
}

pub fn keep_locked() -> &'static str {
    "Keep them locked"
}

pub fn stays_in_journal() -> &'static str {
    "The answers stay in your journal, marked with the date and who looked."
}

pub fn undo() -> &'static str {
    "Undo"
}

/// The question of the dialog.
pub fn has_someone_looked(leg: Side) -> String {
    format!("Has someone looked at your {}?", knee_low(leg))
}

/// Who looked at a knee, as a choice.
pub fn examiner(by: Examiner) -> &'static str {
    match by {
        Examiner::Doctor => "Doctor or hospital",
        Examiner::Physiotherapist => "Physiotherapist",
        Examiner::SomeoneElse => "Someone else",
        Examiner::NotSaid => "Not said",
    }
}

/// That the routines are open again.
pub fn marked_as_checked(leg: Side) -> String {
    format!("{} marked as checked, routines are open", knee(leg))
}

// What it may be.

pub fn result() -> &'static str {
    "What it may be"
}

pub fn start_again() -> &'static str {
    "Start again"
}

pub fn fits_best() -> &'static str {
    "Fits best"
}

pub fn fits_well() -> &'static str {
    "Fits well"
}

pub fn fits_partly() -> &'static str {
    "Fits partly"
}

pub fn fits_little() -> &'static str {
    "Fits little"
}

pub fn by_place() -> &'static str {
    "By the place alone"
}

pub fn place_fits() -> &'static str {
    "Where it hurts: fits."
}

pub fn place_is_unusual() -> &'static str {
    "Where it hurts: not the usual place."
}

pub fn not_counted() -> &'static str {
    "not counted as a sign"
}

pub fn why_it_happens() -> &'static str {
    "Why it happens"
}

pub fn start_with_this() -> &'static str {
    "Start with this"
}

pub fn could_also_be() -> &'static str {
    "It could also be"
}

pub fn do_now() -> &'static str {
    "What you can do now"
}

pub fn until_then() -> &'static str {
    "What you can do until then"
}

pub fn see_someone_if() -> &'static str {
    "See someone if"
}

pub fn see_someone_sooner_if() -> &'static str {
    "See someone sooner if"
}

/// The last clause where there are more of them.
pub fn another_reason() -> &'static str {
    "for another reason on its page"
}

pub fn see_first() -> &'static str {
    "Someone should look first"
}

pub fn locked() -> &'static str {
    "Locked, see why"
}

pub fn routines_wait() -> &'static str {
    "Routines wait"
}

pub fn whole_knee() -> &'static str {
    "The whole knee"
}

pub fn no_mark() -> &'static str {
    "No spot was marked."
}

/// The head of a result that is read again.
pub fn your_result_of(date: Date, today: Date) -> String {
    format!("Your result of {}", progress::date(date, today))
}

/// The line below the head of a new result.
pub fn knee_and_day(leg: Side, date: Date, today: Date) -> String {
    format!("{}, {}", knee(leg), progress::date(date, today))
}

/// The line below the head of a result that is read again.
pub fn has_it_changed(leg: Side) -> String {
    format!(
        "{}. Has it changed? Start again and we ask anew; this one stays in your journal.",
        knee(leg)
    )
}

/// Someone has looked at it since, and said that exercise is fine.
pub fn checked_on(leg: Side, date: Date, today: Date, by: Examiner) -> String {
    format!(
        "{}. Checked on {} by {}.",
        knee(leg),
        progress::date(date, today),
        examined_by(by)
    )
}

/// Who looked, within a sentence.
fn examined_by(by: Examiner) -> &'static str {
    match by {
        Examiner::Doctor => "a doctor or a hospital",
        Examiner::Physiotherapist => "a physiotherapist",
        Examiner::SomeoneElse => "someone else",
        Examiner::NotSaid => "someone",
    }
}

/// Things to do as sentences.
pub fn sentences(things: &[&str]) -> String {
    let with_stop = |thing: &&str| match thing.ends_with(['.', '?']) {
        true => (*thing).to_owned(),
        false => format!("{thing}."),
    };
    things.iter().map(with_stop).collect::<Vec<_>>().join(" ")
}

/// The button that starts a routine, which is named beside it.
pub fn start(minutes: &str) -> String {
    format!("Start, {minutes}")
}

/// What comes after the first routine.
pub fn later(name: &str, minutes: &str) -> String {
    format!("Later: {name}, {minutes}")
}

/// Opens the list of the other routines.
pub fn more_routines(count: usize) -> String {
    match count {
        1 => "1 more routine".to_owned(),
        _ => format!("{count} more routines"),
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
    format!("Until someone has looked at your {}.", knee_low(leg))
}

/// How soon someone should see it, as a sentence.
pub fn how_soon(level: Level) -> &'static str {
    match level {
        Level::Emergency => "Call your emergency number now.",
        Level::SameDay => {
            "Have this knee seen today. Routines open once exercise was said to be fine."
        }
        Level::WithinTwoWeeks => {
            "See a doctor or physiotherapist within two weeks, and do not run until then. Routines open once exercise \
             was said to be fine."
        }
        Level::Advice => "You can go on, with care.",
    }
}

// The summary.

pub fn for_doctor() -> &'static str {
    "Summary for the doctor"
}

pub fn for_visit() -> &'static str {
    "Summary for a visit"
}

pub fn nothing_sent() -> &'static str {
    "Only what you told Kneewise. Nothing is sent."
}

pub fn copy() -> &'static str {
    "Copy"
}

pub fn copied() -> &'static str {
    "Copied. You can paste it anywhere."
}

pub fn save_as_file() -> &'static str {
    "Save as a file"
}

pub fn open_to_print() -> &'static str {
    "Open to print"
}

pub fn close() -> &'static str {
    "Close"
}

pub fn show_file() -> &'static str {
    "Show"
}

/// Where the file is.
pub fn saved_as(file: &str) -> String {
    format!("Saved as {file}")
}

/// That it could not be saved.
pub fn not_saved(error: &str) -> String {
    format!("It could not be saved: {error}")
}

/// That nothing opens it.
pub fn not_opened(error: &str) -> String {
    format!("It could not be opened: {error}. You can save it as a file and print that.")
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
