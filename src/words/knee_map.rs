//! The knee map: marking, asking, and what comes of it. And the pages about conditions.

#![allow(missing_docs)] // The sentences say it.

use std::borrow::Cow;

pub const NAME: &str = "Knee map";
pub const TITLE: &str = "Where does it hurt?";
pub const RESULT_TITLE: &str = "What it may be";

// The three parts of the way.

pub const MARK: &str = "Mark";
pub const QUESTIONS: &str = "Questions";
pub const WHAT_IT_MAY_BE: &str = "What it may be";

// The diagram.

pub const FRONT: &str = "Front";
pub const OUTER: &str = "Outer";
pub const INNER: &str = "Inner";
pub const BACK_VIEW: &str = "Back";
pub const LEFT: &str = "Left";
pub const RIGHT: &str = "Right";
pub const UNDO: &str = "Undo";
pub const CLEAR: &str = "Clear";

pub const LEFT_KNEE: &str = "Left knee";
pub const RIGHT_KNEE: &str = "Right knee";

pub const SEEN_FROM_THE_FRONT: &str = "seen from the front";
pub const SEEN_FROM_THE_OUTER_SIDE: &str = "seen from the outer side";
pub const SEEN_FROM_THE_INNER_SIDE: &str = "seen from the inner side";
pub const SEEN_FROM_BEHIND: &str = "seen from behind";

/// "Left knee, seen from the front".
pub fn caption(knee: &str, seen: &str) -> String {
    format!("{knee}, {seen}")
}

// Marking.

pub const CLICK_EVERY_SPOT: &str = "Click every spot that hurts";
pub const OR_CHOOSE: &str =
    "Or choose from the list. Turn the knee to reach the sides and the back.";
pub const WHOLE_KNEE: &str = "The whole knee, or I can't point to it";
pub const MARK_ONE: &str = "Mark at least one spot";
pub const SOMETHING_HAPPENED: &str = "A fall, a pop, swelling, locking? We ask about these first.";
pub const BROWSE: &str = "Browse all conditions";
pub const MARK_NEAREST: &str = "Mark it";

/// The button that goes on.
pub fn continue_with(spots: usize) -> String {
    match spots {
        1 => "Continue with 1 spot".to_owned(),
        _ => format!("Continue with {spots} spots"),
    }
}

pub const MAP_ENDS_AT_THIGH: &str = "This is thigh muscle; the knee map ends here";
pub const MAP_ENDS_AT_SHIN: &str = "This is the shin; the knee map ends here";

/// The nearest place of the knee.
pub fn nearest(place: &str) -> String {
    format!("The nearest spot of the knee: {}.", lower_first(place))
}

// Asking.

pub const ABOUT_YOU: &str = "A little about you and this knee";
pub const ABOUT_YOU_WHY: &str = "Some things are more common at some ages or after an injury.";
pub const HOW_OLD: &str = "How old are you?";
pub const AGES: [&str; 6] = [
    "Under 14",
    "14 to 17",
    "18 to 34",
    "35 to 44",
    "45 to 54",
    "55 or over",
];
pub const HOW_IT_BEGAN: &str = "How did it begin?";
pub const INJURY: &str = "With a fall, a twist or a blow";
pub const SUDDEN: &str = "At one moment, without an injury";
pub const GRADUAL: &str = "Bit by bit";
pub const CHOOSE_BOTH: &str = "Choose both first";

pub const CHOOSE_ALL: &str = "Choose all that fit.";
pub const NONE_OF_THESE: &str = "None of these";
pub const NEXT: &str = "Next";
pub const BACK: &str = "Back";
pub const YES: &str = "Yes";
pub const NO: &str = "No";
pub const NOT_SURE: &str = "Not sure";

/// "Check 2 of 5".
pub fn check_of(index: usize, count: usize) -> String {
    format!("Check {index} of {count}")
}

/// "Question 2 of 8 at most".
pub fn question_of(index: usize, most: usize) -> String {
    format!("Question {index} of {most} at most")
}

// Something has to be seen first.

pub const CHECKED_FIRST: &str = "Please get this knee checked first";
pub const ROUTINES_WAIT: &str =
    "Exercise can wait. Until someone has looked at it, Kneewise offers no routine.";
pub const WHAT_TO_DO_NOW: &str = "What to do now";
pub const CHANGE_ANSWER: &str = "Change answers";
pub const IT_WAS_CHECKED: &str = "It was checked";
pub const EMERGENCY: &str = "Call your emergency number now";
pub const SAME_DAY: &str = "See a doctor today";
pub const WITHIN_TWO_WEEKS: &str =
    "See a doctor or physiotherapist within one to two weeks, and do not run until then";
pub const WITH_CARE: &str = "You can go on, with care";

/// The banner above every page for as long as a knee waits to be looked at.
pub fn waiting(knees: &str) -> String {
    format!("Please get your {knees} checked first")
}
pub const WAITING_LINE: &str = "Routines wait until someone has looked at it.";
pub const LEFT_KNEE_LOW: &str = "left knee";
pub const RIGHT_KNEE_LOW: &str = "right knee";
pub const BOTH_KNEES_LOW: &str = "knees";
pub const SEE_WHY: &str = "See why";

// The result.

pub const FITS_BEST: &str = "Fits best";
pub const FITS_WELL: &str = "Fits well";
pub const FITS_PARTLY: &str = "Fits partly";
pub const FITS_LITTLE: &str = "Fits little";
pub const BY_PLACE: &str = "By the place alone";
pub const WHY_WE_THINK_SO: &str = "Why we think so";
pub const WHY_IT_HAPPENS: &str = "Why it happens";
pub const WHAT_YOU_CAN_DO: &str = "What you can do";
pub const LEAVE_FOR_NOW: &str = "Leave for now";
pub const USUAL_RECOVERY: &str = "How long it usually takes";
pub const SEE_SOMEONE_IF: &str = "See someone if";
pub const GUIDE_NOT_DIAGNOSIS: &str =
    "This is a guide, not a diagnosis. A physiotherapist or doctor can examine your knee.";
pub const NOTHING_FITS: &str = "Nothing fits clearly";
pub const NOTHING_FITS_LINE: &str =
    "Your answers do not point one way. Ease off for a few days, and see someone if it stays.";
pub const GENTLE_RESET: &str = "Start the gentle reset";
pub const OUTSIDE: &str = "The knee map ends at the knee";
pub const OUTSIDE_LINE: &str = "What you marked is thigh or shin. None of the warning signs we ask about fits. If it \
    does not ease in a week or two of easier running, see a physiotherapist or doctor.";
pub const BESIDE: &str = "Feet and gait may add to it";
pub const YOUR_ANSWERS: &str = "What you told us";

/// "Read about runner's knee".
pub fn read_about(condition: &str) -> String {
    format!("Read about {}", lower_first(condition))
}

/// "5 of 6 signs".
pub fn signs(fitting: usize, all: usize) -> String {
    match all {
        1 => format!("{fitting} of 1 sign"),
        _ => format!("{fitting} of {all} signs"),
    }
}

/// "Pain there: below the kneecap".
pub fn hurts_at(place: &str) -> String {
    format!("It hurts here: {}", lower_first(place))
}
pub const HURTS_ALL_OVER: &str = "It hurts all over the knee";

/// A sign that speaks against it.
pub fn less_typical(sign: &str) -> String {
    format!("{sign}, which is less typical")
}

/// The way on to the other leg.
pub fn now_the(knee: &str) -> String {
    format!("Now the {}", lower_first(knee))
}

// Conditions.

pub const CONDITIONS_TITLE: &str = "What can make a knee hurt";
pub const CONDITIONS_LINE: &str = "Everything the knee map knows about.";
pub const TO_LOOK_AFTER: &str = "Often looked after by oneself";
pub const TO_BE_SEEN: &str = "To be seen by someone first";
pub const WHAT_IT_FEELS_LIKE: &str = "What it feels like";
pub const WORSE_WITH: &str = "Often worse with";
pub const HOW_IT_BEGINS: &str = "How it usually begins";
pub const ROUTINES_TO_START_WITH: &str = "Routines to start with";
pub const WHERE: &str = "Where";
pub const SOURCES: &str = "Sources";
pub const HOW_SORE: &str = "How sore is all right?";
pub const FINE: (&str, &str) = ("0 to 2", "Fine to carry on");
pub const CAREFUL: (&str, &str) = ("3 to 5", "Careful: do less, and see how it is tomorrow");
pub const EASE_OFF: (&str, &str) = ("6 to 10", "Ease off for today");
pub const BY_MORNING: &str = "It should settle by the next morning.";

/// Clauses and a last one: "it swells; it locks; or it gives way."
pub fn any_of(first: &str, last: &str) -> String {
    format!("{first}; or {last}.")
}

// From the player.

pub const SHOW_WHERE: &str = "Show where it hurts";
pub const SHOW_WHERE_LINE: &str = "Opens the knee map. Your session waits.";
pub const BACK_TO_SESSION: &str = "Back to your session";
pub const END_SESSION: &str = "End the session";

/// A name inside a sentence: "runner's knee", but "IT band pain" stays.
pub fn lower_first(name: &str) -> Cow<'_, str> {
    let mut letters = name.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if first.is_uppercase() && second.is_lowercase() => {
            let rest = &name[first.len_utf8()..];
            format!("{}{rest}", first.to_lowercase()).into()
        }
        _ => name.into(),
    }
}

/// Opens the knee map.
pub const OPEN: &str = "Open knee map";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_fit_into_sentences() {
        assert_eq!(read_about("Runner's knee"), "Read about runner's knee");
        assert_eq!(read_about("IT band pain"), "Read about IT band pain");
    }
}
