//! The knee map: marking, asking, and what comes of it. And the pages about conditions.

#![allow(missing_docs)] // The sentences say it.

use std::borrow::Cow;

use crate::knee::Topic;

pub const NAME: &str = "Knee map";
pub const TITLE: &str = "Where does it hurt?";

// The parts of the way.

pub const MARK: &str = "Mark";
pub const ABOUT_YOU_PART: &str = "About you";
pub const CHECKS: &str = "Checks";
pub const QUESTIONS: &str = "Questions";
pub const RESULT: &str = "Result";

// The diagram.

pub const FRONT: &str = "Front";
pub const OUTER: &str = "Outer";
pub const INNER: &str = "Inner";
pub const BACK_VIEW: &str = "Back";
pub const UNDO: &str = "Undo";

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

// Which knee.

pub const WHICH_KNEE: &str = "Which knee hurts?";
pub const ABOUT_2_MINUTES: &str = "About 2 minutes";
pub const BOTH_KNEES: &str = "Both knees";
pub const BOTH_KNEES_LINE: &str = "We look at one after the other, left first.";
pub const LEFT_KEY: &str = "L";
pub const RIGHT_KEY: &str = "R";
pub const BOTH_KEY: &str = "B";
pub const YOUR_OWN_SIDES: &str = "Your own left and right, as you feel them.";
pub const YOUR_OWN_SIDES_AND_KEYS: &str =
    "Your own left and right, as you feel them. Click one, or press L, R or B.";
pub const BROWSE: &str = "Look up a condition";
pub const CHANGE_KNEE: &str = "Change knee";

// Marking.

pub const SKIN: &str = "Skin";
pub const INSIDE: &str = "Inside";
pub const WHOLE_LEG: &str = "Whole leg";
pub const JOINT_ONLY: &str = "Joint only";
pub const CLICK_EVERY_SPOT: &str = "Click every spot that hurts";
pub const YOU_MARKED: &str = "You marked";
pub const NOTHING_MARKED: &str = "Nothing yet";
pub const OR_CHOOSE: &str = "Or choose here, from top to bottom";
pub const OR_CHOOSE_SHORT: &str = "Or choose here";
pub const ABOVE_AND_BELOW: &str = "Above and below the knee";
pub const WHOLE_KNEE: &str = "The whole knee, or I cannot point to it";
pub const WHOLE_KNEE_SHORT: &str = "The whole knee";
pub const MARK_ONE: &str = "Mark at least one spot";
pub const CONTINUE: &str = "Continue";
pub const MARK_NEAREST: &str = "Mark it";

/// How many spots the list has.
pub fn spots(count: usize) -> String {
    match count {
        1 => "1 spot".to_owned(),
        _ => format!("{count} spots"),
    }
}

/// The button that goes on.
pub fn continue_with(marked: usize) -> String {
    format!("Continue with {}", spots(marked))
}

pub const MAP_ENDS_AT_THIGH: &str = "This is thigh muscle; the knee map ends here";
pub const SHIN_PAIN: &str = "Shin pain";
pub const SHIN_PAIN_LINES: [&str; 3] = [
    "Sore along 5 cm or more of the inner edge, easier once warm, often on both sides: mostly shin splints.",
    "One sore spot on the bone, or pain in walking or at rest: have the bone checked before you run again.",
    "Tight, numb or cold in a run until you stop: see a doctor about it before you run again.",
];

/// The nearest place of the knee.
pub fn nearest(place: &str) -> String {
    format!("The nearest spot of the knee: {}.", lower_first(place))
}

/// Names in a line: "On or behind the kneecap, outer joint line".
pub fn in_a_line<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let names: Vec<Cow<'a, str>> = names
        .enumerate()
        .map(|(index, name)| match index {
            0 => name.into(),
            _ => lower_first(name),
        })
        .collect();
    names.join(", ")
}

// Asking.

pub const ABOUT_YOU: &str = "About you and this knee";
pub const HOW_OLD: &str = "How old are you?";
pub const HOW_OLD_WHY: &str = "Some things are more common at some ages. We remember the answer.";
pub const AGES: [&str; 6] = [
    "Under 14",
    "14 to 17",
    "18 to 34",
    "35 to 44",
    "45 to 54",
    "55 or over",
];
pub const HOW_LONG: &str = "How long has it hurt?";
pub const HOW_LONG_WHY: &str = "Time tells a lot about what helps.";
pub const DURATIONS: [&str; 4] = [
    "Under 2 weeks",
    "2 to 6 weeks",
    "6 to 12 weeks",
    "Over 12 weeks",
];
pub const HOW_IT_BEGAN: &str = "How did it begin?";
pub const BEGINNINGS: [&str; 3] = [
    "Bit by bit",
    "At one moment, without an injury",
    "With a fall, a twist or a blow",
];
pub const BEGINNINGS_SHORT: [&str; 3] = ["Bit by bit", "At one moment", "An injury"];
pub const WAS_IT_RECENT: &str = "Was that within the last 7 days?";
pub const WITHIN_SEVEN_DAYS: &str = "Yes, within 7 days";
pub const LONGER_AGO: &str = "Longer ago";
pub const KEPT_HERE: &str = "Kept on this computer only";

/// What the button says while answers are missing.
pub fn choose_all_first(count: usize) -> &'static str {
    match count {
        4 => "Choose all four first",
        _ => "Choose all three first",
    }
}

pub const TICK_ALL: &str = "Tick all that fit.";
pub const MORE_BELOW: &str = "More below";
pub const NONE_OF_THESE: &str = "None of these";
pub const WHICH_OF_THESE: &str = "Which of these is it?";
pub const WHICH_OF_THESE_LINE: &str =
    "If you are not sure, tick none of them. To be safe, all of them count then.";
pub const NEXT: &str = "Next";
pub const BACK: &str = "Back";
pub const YES: &str = "Yes";
pub const NO: &str = "No";
pub const NOT_SURE: &str = "Not sure";
pub const A_FEW_QUESTIONS: &str = "A few questions";

pub const FROM_THE_FRONT: &str = "from the front";
pub const FROM_THE_OUTER_SIDE: &str = "from the outer side";
pub const FROM_THE_INNER_SIDE: &str = "from the inner side";
pub const FROM_BEHIND: &str = "from behind";

/// What stands above a page of statements.
pub fn heading_of(topic: Topic) -> &'static str {
    match topic {
        Topic::RightNow => "Do you have any of these right now?",
        Topic::Injury => "When it happened: was it any of these?",
        Topic::InjuredKnee => "And since then: does any of these fit?",
        Topic::Knee => "And the knee: does any of these fit?",
        Topic::CalfAndVessels => "And the calf: does any of these fit?",
        Topic::ChildsHip => "And the hip: does any of these fit?",
        Topic::You => "And you: is any of these true?",
    }
}

/// "Three short checks".
pub fn short_checks(count: usize) -> String {
    let number = match count {
        1 => return "One short check".to_owned(),
        2 => "Two",
        3 => "Three",
        4 => "Four",
        5 => "Five",
        6 => "Six",
        _ => return format!("{count} short checks"),
    };
    format!("{number} short checks")
}

/// "Check 2 of 5".
pub fn check_of(index: usize, count: usize) -> String {
    format!("Check {index} of {count}")
}

/// "2 ticked".
pub fn ticked(count: usize) -> String {
    format!("{count} ticked")
}

/// Which keys tick the statements of a page.
pub fn keys_to_tick(count: usize) -> String {
    match count {
        0 | 1 => "Key 1, then Enter".to_owned(),
        2..=9 => format!("Keys 1 to {count}, then Enter"),
        _ => "Keys 1 to 9 and 0, then Enter".to_owned(),
    }
}

/// "Question 3, 8 at most".
pub fn question_of(index: usize, most: usize) -> String {
    format!("Question {index}, {most} at most")
}

// Something has to be seen first.

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

pub const WHAT_YOU_CAN_DO: &str = "What you can do";
pub const GUIDE_NOT_DIAGNOSIS: &str =
    "This is a guide, not a diagnosis. A physiotherapist or doctor can examine your knee.";
pub const NOTHING_FITS: &str = "Nothing fits clearly";
pub const NOTHING_FITS_LINE: &str =
    "Your answers do not point one way. Ease off for a few days, and see someone if it stays.";
pub const OUTSIDE: &str = "The knee map ends at the knee";
pub const OUTSIDE_LINE: &str = "What you marked is thigh or shin. None of the warning signs we ask about fits. If it \
    does not ease in a week or two of easier running, see a physiotherapist or doctor.";
pub const BESIDE: &str = "Feet and gait may add to it";

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

// From the player.

pub const SHOW_WHERE: &str = "Show where it hurts";
pub const SHOW_WHERE_LINE: &str = "Opens the knee map. Your session waits.";
pub const BACK_TO_SESSION: &str = "Back to your session";

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
        let names = ["On or behind the kneecap", "Outer joint line"];
        assert_eq!(
            in_a_line(names.into_iter()),
            "On or behind the kneecap, outer joint line"
        );
    }
}
