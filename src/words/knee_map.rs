//! The knee map: marking, asking, and what comes of it. And the pages about conditions.

#![allow(missing_docs)] // The sentences say it.

use std::borrow::Cow;

use crate::knee::Topic;

pub fn name() -> &'static str {
    "Knee map"
}

pub fn title() -> &'static str {
    "Where does it hurt?"
}

// The parts of the way.

pub fn mark() -> &'static str {
    "Mark"
}

pub fn about_you_part() -> &'static str {
    "About you"
}

pub fn checks() -> &'static str {
    "Checks"
}

pub fn questions() -> &'static str {
    "Questions"
}

pub fn result() -> &'static str {
    "Result"
}

// The diagram.

pub fn front() -> &'static str {
    "Front"
}

pub fn outer() -> &'static str {
    "Outer"
}

pub fn inner() -> &'static str {
    "Inner"
}

pub fn back_view() -> &'static str {
    "Back"
}

pub fn undo() -> &'static str {
    "Undo"
}

pub fn left_knee() -> &'static str {
    "Left knee"
}

pub fn right_knee() -> &'static str {
    "Right knee"
}

pub fn seen_from_the_front() -> &'static str {
    "seen from the front"
}

pub fn seen_from_the_outer_side() -> &'static str {
    "seen from the outer side"
}

pub fn seen_from_the_inner_side() -> &'static str {
    "seen from the inner side"
}

pub fn seen_from_behind() -> &'static str {
    "seen from behind"
}

/// "Left knee, seen from the front".
pub fn caption(knee: &str, seen: &str) -> String {
    format!("{knee}, {seen}")
}

// Which knee.

pub fn which_knee() -> &'static str {
    "Which knee hurts?"
}

pub fn about_2_minutes() -> &'static str {
    "About 2 minutes"
}

pub fn both_knees() -> &'static str {
    "Both knees"
}

pub fn both_knees_line() -> &'static str {
    "We look at one after the other, left first."
}

pub fn left_key() -> &'static str {
    "L"
}

pub fn right_key() -> &'static str {
    "R"
}

pub fn both_key() -> &'static str {
    "B"
}

pub fn your_own_sides() -> &'static str {
    "Your own left and right, as you feel them."
}

pub fn your_own_sides_and_keys() -> &'static str {
    "Your own left and right, as you feel them. Click one, or press L, R or B."
}

pub fn browse() -> &'static str {
    "Look up a condition"
}

pub fn change_knee() -> &'static str {
    "Change knee"
}

// Marking.

pub fn skin() -> &'static str {
    "Skin"
}

pub fn inside() -> &'static str {
    "Inside"
}

pub fn whole_leg() -> &'static str {
    "Whole leg"
}

pub fn joint_only() -> &'static str {
    "Joint only"
}

pub fn click_every_spot() -> &'static str {
    "Click every spot that hurts"
}

pub fn you_marked() -> &'static str {
    "You marked"
}

pub fn nothing_marked() -> &'static str {
    "Nothing yet"
}

pub fn or_choose() -> &'static str {
    "Or choose here, from top to bottom"
}

pub fn or_choose_short() -> &'static str {
    "Or choose here"
}

pub fn above_and_below() -> &'static str {
    "Above and below the knee"
}

pub fn whole_knee() -> &'static str {
    "The whole knee, or I cannot point to it"
}

pub fn whole_knee_short() -> &'static str {
    "The whole knee"
}

pub fn mark_one() -> &'static str {
    "Mark at least one spot"
}

pub fn go_on() -> &'static str {
    "Continue"
}

pub fn mark_nearest() -> &'static str {
    "Mark it"
}

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

pub fn map_ends_at_thigh() -> &'static str {
    "This is thigh muscle; the knee map ends here"
}

pub fn shin_pain() -> &'static str {
    "Shin pain"
}

pub fn shin_pain_lines() -> [&'static str; 3] {
    [
        "Sore along 5 cm or more of the inner edge, easier once warm, often on both sides: mostly shin splints.",
        "One sore spot on the bone, or pain in walking or at rest: have the bone checked before you run again.",
        "Tight, numb or cold in a run until you stop: see a doctor about it before you run again.",
    ]
}

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

pub fn about_you() -> &'static str {
    "About you and this knee"
}

pub fn how_old() -> &'static str {
    "How old are you?"
}

pub fn how_old_why() -> &'static str {
    "Some things are more common at some ages. We remember the answer."
}

pub fn ages() -> [&'static str; 6] {
    [
        "Under 14",
        "14 to 17",
        "18 to 34",
        "35 to 44",
        "45 to 54",
        "55 or over",
    ]
}

pub fn how_long() -> &'static str {
    "How long has it hurt?"
}

pub fn how_long_why() -> &'static str {
    "Time tells a lot about what helps."
}

pub fn durations() -> [&'static str; 4] {
    [
        "Under 2 weeks",
        "2 to 6 weeks",
        "6 to 12 weeks",
        "Over 12 weeks",
    ]
}

pub fn how_it_began() -> &'static str {
    "How did it begin?"
}

pub fn beginnings() -> [&'static str; 3] {
    [
        "Bit by bit",
        "At one moment, without an injury",
        "With a fall, a twist or a blow",
    ]
}

pub fn beginnings_short() -> [&'static str; 3] {
    ["Bit by bit", "At one moment", "An injury"]
}

pub fn was_it_recent() -> &'static str {
    "Was that within the last 7 days?"
}

pub fn within_seven_days() -> &'static str {
    "Yes, within 7 days"
}

pub fn longer_ago() -> &'static str {
    "Longer ago"
}

pub fn kept_here() -> &'static str {
    "Kept on this computer only"
}

/// What the button says while answers are missing.
pub fn choose_all_first(count: usize) -> &'static str {
    match count {
        4 => "Choose all four first",
        _ => "Choose all three first",
    }
}

pub fn tick_all() -> &'static str {
    "Tick all that fit."
}

pub fn more_below() -> &'static str {
    "More below"
}

pub fn none_of_these() -> &'static str {
    "None of these"
}

pub fn which_of_these() -> &'static str {
    "Which of these is it?"
}

pub fn which_of_these_line() -> &'static str {
    "If you are not sure, tick none of them. To be safe, all of them count then."
}

pub fn next() -> &'static str {
    "Next"
}

pub fn back() -> &'static str {
    "Back"
}

pub fn yes() -> &'static str {
    "Yes"
}

pub fn no() -> &'static str {
    "No"
}

pub fn not_sure() -> &'static str {
    "Not sure"
}

pub fn a_few_questions() -> &'static str {
    "A few questions"
}

pub fn from_the_front() -> &'static str {
    "from the front"
}

pub fn from_the_outer_side() -> &'static str {
    "from the outer side"
}

pub fn from_the_inner_side() -> &'static str {
    "from the inner side"
}

pub fn from_behind() -> &'static str {
    "from behind"
}

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
pub fn waiting_line() -> &'static str {
    "Routines wait until someone has looked at it."
}

pub fn left_knee_low() -> &'static str {
    "left knee"
}

pub fn right_knee_low() -> &'static str {
    "right knee"
}

pub fn both_knees_low() -> &'static str {
    "knees"
}

pub fn see_why() -> &'static str {
    "See why"
}

// The result.

pub fn what_you_can_do() -> &'static str {
    "What you can do"
}

pub fn guide_not_diagnosis() -> &'static str {
    "This is a guide, not a diagnosis. A physiotherapist or doctor can examine your knee."
}

pub fn nothing_fits() -> &'static str {
    "Nothing fits clearly"
}

pub fn nothing_fits_line() -> &'static str {
    "Your answers do not point one way. Ease off for a few days, and see someone if it stays."
}

pub fn outside() -> &'static str {
    "The knee map ends at the knee"
}

pub fn outside_line() -> &'static str {
    "What you marked is thigh or shin. None of the warning signs we ask about fits. If it \
    does not ease in a week or two of easier running, see a physiotherapist or doctor."
}

pub fn beside() -> &'static str {
    "Feet and gait may add to it"
}

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

pub fn show_where() -> &'static str {
    "Show where it hurts"
}

pub fn show_where_line() -> &'static str {
    "Opens the knee map. Your session waits."
}

pub fn back_to_session() -> &'static str {
    "Back to your session"
}

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
pub fn open() -> &'static str {
    "Open knee map"
}

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
