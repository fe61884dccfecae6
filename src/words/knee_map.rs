//! The knee map: marking, asking, and what comes of it. And the pages about conditions.

#![allow(missing_docs)] // The sentences say it.

use super::grammar::{Plural, lower_first, number_word, plural, upper_first};
use super::language::{phrase, sentences, text};
use crate::knee::Topic;

sentences! {
    pub name = "Knee map";
    pub title = "Where does it hurt?";

    // The parts of the way.

    pub mark = "Mark";
    pub about_you_part = "About you";
    pub checks = "Checks";
    pub questions = "Questions";
    pub result = "Result";

    // The diagram.

    pub front = "Front";
    pub outer = "Outer";
    pub inner = "Inner";
    pub back_view = "Back";
    pub undo = "Undo";
    pub left_knee = "Left knee";
    pub right_knee = "Right knee";
    pub seen_from_the_front = "seen from the front";
    pub seen_from_the_outer_side = "seen from the outer side";
    pub seen_from_the_inner_side = "seen from the inner side";
    pub seen_from_behind = "seen from behind";
}

/// "Left knee, seen from the front".
pub fn caption(knee: &str, seen: &str) -> String {
    format!("{knee}, {seen}")
}

// Which knee.

sentences! {
    pub which_knee = "Which knee hurts?";
    pub about_2_minutes = "About 2 minutes";
    pub both_knees = "Both knees";
    pub both_knees_line = "We look at one after the other, left first.";
    pub left_key = "L";
    pub right_key = "R";
    pub both_key = "B";
    pub your_own_sides = "Your own left and right, as you feel them.";
    pub your_own_sides_and_keys = "Your own left and right, as you feel them. Click one, or press L, R or B.";
    pub browse = "Look up a condition";
    pub change_knee = "Change knee";

    // Marking.

    /// The choice between the two below.
    pub layer = "What is shown";
    /// The choice of the side one sees.
    pub view = "Seen from";
    pub skin = "Skin";
    pub inside = "Inside";
    pub whole_leg = "Whole leg";
    pub joint_only = "Joint only";
    pub click_every_spot = "Click every spot that hurts";
    pub you_marked = "You marked";
    pub nothing_marked = "Nothing yet";
    pub or_choose = "Or choose here, from top to bottom";
    pub or_choose_short = "Or choose here";
    pub above_and_below = "Above and below the knee";
    pub whole_knee = "The whole knee, or I cannot point to it";
    pub whole_knee_short = "The whole knee";
    pub mark_one = "Mark at least one spot";
    pub go_on = "Continue";
    pub mark_nearest = "Mark it";
}

/// How many spots the list has.
pub fn spots(count: usize) -> String {
    match plural(count) {
        Plural::One => phrase!("{count} spot"),
        Plural::Other => phrase!("{count} spots"),
    }
}

/// The button that goes on.
pub fn continue_with(marked: usize) -> String {
    phrase!("Continue with {}", spots(marked))
}

sentences! {
    pub map_ends_at_thigh = "This is thigh muscle; the knee map ends here";
    pub shin_pain = "Shin pain";
}

pub fn shin_pain_lines() -> [&'static str; 3] {
    [
        "Sore along 5 cm or more of the inner edge, easier once warm, often in both legs: usually shin splints.",
        "One sore spot on the bone, or pain when walking or at rest: have the bone checked before you run again.",
        "Tight, numb or cold during a run until you stop: see a doctor before you run again.",
    ].map(text)
}

/// What takes a mark away again.
pub fn unmark(place: &str) -> String {
    phrase!("Take the mark off {place}")
}

/// The nearest place of the knee.
pub fn nearest(place: &str) -> String {
    phrase!("The nearest spot on the knee: {}.", lower_first(place))
}

// Asking.

sentences! {
    pub about_you = "About you and this knee";
    pub how_old = "How old are you?";
    pub how_old_why = "Some things are more common at some ages. We remember the answer.";
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
    .map(text)
}

sentences! {
    pub how_long = "How long has it hurt?";
    pub how_long_why = "Time tells a lot about what helps.";
}

pub fn durations() -> [&'static str; 4] {
    [
        "Under 2 weeks",
        "2 to 6 weeks",
        "6 to 12 weeks",
        "Over 12 weeks",
    ]
    .map(text)
}

sentences! {
    pub how_it_began = "How did it begin?";
}

pub fn beginnings() -> [&'static str; 3] {
    [
        "Bit by bit",
        "At one moment, without an injury",
        "With a fall, a twist or a blow",
    ]
    .map(text)
}

pub fn beginnings_short() -> [&'static str; 3] {
    ["Bit by bit", "At one moment", "An injury"].map(text)
}

sentences! {
    pub was_it_recent = "Was that within the last 7 days?";
    pub within_seven_days = "Yes, within 7 days";
    pub longer_ago = "Longer ago";
    pub kept_here = "Kept on this computer only";
}

/// What the button says while answers are missing.
pub fn choose_all_first(count: usize) -> &'static str {
    text(match count {
        4 => "Choose all four first",
        _ => "Choose all three first",
    })
}

sentences! {
    pub tick_all = "Tick all that fit.";
    pub more_below = "More below";
    pub none_of_these = "None of these";
    pub which_of_these = "Which of these is it?";
    pub which_of_these_line = "If you are not sure, tick none of them. To be safe, we then count them all.";
    pub next = "Next";
    pub back = "Back";
    pub yes = "Yes";
    pub no = "No";
    pub not_sure = "Not sure";
    pub a_few_questions = "A few questions";
    pub from_the_front = "from the front";
    pub from_the_outer_side = "from the outer side";
    pub from_the_inner_side = "from the inner side";
    pub from_behind = "from behind";
}

/// What stands above a page of statements.
pub fn heading_of(topic: Topic) -> &'static str {
    text(match topic {
        Topic::RightNow => "Do you have any of these right now?",
        Topic::Injury => "When it happened: does any of these fit?",
        Topic::InjuredKnee => "And since then: does any of these fit?",
        Topic::Knee => "And the knee: does any of these fit?",
        Topic::CalfAndVessels => "And the calf: does any of these fit?",
        Topic::ChildsHip => "And the hip: does any of these fit?",
        Topic::You => "And you: is any of these true?",
    })
}

/// "Three short checks".
pub fn short_checks(count: usize) -> String {
    let number = upper_first(&number_word(count));
    match plural(count) {
        Plural::One => phrase!("{number} short check"),
        Plural::Other => phrase!("{number} short checks"),
    }
}

/// "Check 2 of 5".
pub fn check_of(index: usize, count: usize) -> String {
    phrase!("Check {index} of {count}")
}

/// "2 ticked".
pub fn ticked(count: usize) -> String {
    phrase!("{count} ticked")
}

/// Which keys tick the statements of a page.
pub fn keys_to_tick(count: usize) -> String {
    match count {
        0 | 1 => text("Key 1, then Enter").to_owned(),
        2..=9 => phrase!("Keys 1 to {count}, then Enter"),
        _ => text("Keys 1 to 9 and 0, then Enter").to_owned(),
    }
}

/// "Question 3, 8 at most".
pub fn question_of(index: usize, most: usize) -> String {
    phrase!("Question {index}, {most} at most")
}

// Something has to be seen first.

/// The banner above every page for as long as a knee waits to be looked at.
pub fn waiting(knees: &str) -> String {
    phrase!("Please get your {knees} checked first")
}
sentences! {
    pub waiting_line = "Routines wait until someone has looked.";
    pub left_knee_low = "left knee";
    pub right_knee_low = "right knee";
    pub both_knees_low = "knees";
    pub see_why = "See why";

    // The result.

    pub what_you_can_do = "What you can do";
    pub guide_not_diagnosis =
        "This is a guide, not a diagnosis. A physiotherapist or doctor can examine your knee.";
    pub nothing_fits = "Nothing fits clearly";
    pub nothing_fits_line =
        "Your answers do not point one way. Ease off for a few days, and see someone if it stays.";
    pub outside = "The knee map ends at the knee";
    pub outside_line = "What you marked is thigh or shin. None of the warning signs we ask about fits. If it \
        does not ease in a week or two of easier running, see a physiotherapist or doctor.";
    pub beside = "Feet and gait may add to it";
}

/// "Read about runner's knee".
pub fn read_about(condition: &str) -> String {
    phrase!("Read about {}", lower_first(condition))
}

sentences! {
    /// The same where there is no room for the name.
    pub read_about_it = "Read about it";
}

/// "5 of 6 signs".
pub fn signs(fitting: usize, all: usize) -> String {
    match plural(all) {
        Plural::One => phrase!("{fitting} of {all} sign"),
        Plural::Other => phrase!("{fitting} of {all} signs"),
    }
}

// From the player.

sentences! {
    pub show_where = "Show where it hurts";
    pub show_where_line = "Opens the knee map. Your session waits.";
    pub back_to_session = "Back to your session";
}

sentences! {
    /// Opens the knee map.
    pub open = "Open knee map";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_fit_into_sentences() {
        assert_eq!(read_about("Runner's knee"), "Read about runner's knee");
        assert_eq!(read_about("IT band pain"), "Read about IT band pain");
    }
}
