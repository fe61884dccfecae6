//! What is said about a pain score. The bands are those of the evidence: 0 to 2, 3 to 5, 6 to 10.

use super::grammar::{list, lower_first};
use super::language::{phrase, sentences, text};
use crate::side::Side;

/// Captions of the three bands.
pub fn bands() -> [&'static str; 3] {
    ["Fine to carry on", "Careful", "Ease off"].map(text)
}

/// A word for each score.
pub fn scores() -> [&'static str; 11] {
    [
        "No pain",
        "Barely there",
        "Mild",
        "Noticeable",
        "Nagging",
        "Moderate",
        "Hard to ignore",
        "Strong",
        "Severe",
        "Severe",
        "Worst possible",
    ]
    .map(text)
}

/// What to do about each band.
pub fn advice() -> [&'static str; 3] {
    [
        "Keep going as you are.",
        "Keep the next run short and easy, and check that the knee is back to normal by morning.",
        "Rest from running for now. If it stays this high, swells, or makes you limp, have the knee looked at.",
    ].map(text)
}

/// The question of the morning about one knee.
pub fn how_is(knee: Side) -> &'static str {
    match knee {
        Side::Left => text("How is your left knee this morning?"),
        Side::Right => text("How is your right knee this morning?"),
    }
}

sentences! {
    /// Below that question.
    pub one_tap = "One tap. You can undo it.";
    /// What the ends of the scale mean.
    pub ends_of_scale = "0 no pain, 10 the worst you can imagine.";
    /// The choice among the three below.
    pub which_knees = "Which knees";
}

/// Which knee, before its scale.
pub fn knee(knee: Side) -> &'static str {
    match knee {
        Side::Left => text("Left"),
        Side::Right => text("Right"),
    }
}

/// The same in full.
pub fn this_knee(knee: Side) -> &'static str {
    match knee {
        Side::Left => text("Left knee"),
        Side::Right => text("Right knee"),
    }
}

/// A knee and its score with its word: "Left 2, mild".
pub fn scored_knee(side: Side, score: u8) -> String {
    phrase!("{} {}", knee(side), scored(score))
}

/// Which knee, as one of three.
pub fn knees() -> [&'static str; 3] {
    ["Left", "Right", "Both"].map(text)
}

/// A score with its word: "2, mild".
pub fn scored(score: u8) -> String {
    let word = scores()
        .get(usize::from(score))
        .copied()
        .unwrap_or_default();
    list([score.to_string(), lower_first(word).into_owned()])
}

/// What was said before the session.
pub fn said_before(score: u8) -> String {
    phrase!("You said {score} before you started.")
}

/// More pain after a session than before it.
pub fn up_from(score: u8) -> String {
    phrase!("Up from {score}. Take tomorrow easy; if it stays, check the knee map.")
}

sentences! {
    /// Before a session.
    pub knees_right_now = "How are your knees right now?";
    /// What the question is for.
    pub knees_right_now_line = "So you can see what the routine changes. Press 0 to 9, or skip.";
}

/// What to do about each band before a session.
pub fn advice_before() -> [&'static str; 3] {
    [
        "Fine to go on.",
        "Go gently, and use the easier versions.",
        "That is a lot of pain to start with. Rest today, or see what it may be first.",
    ]
    .map(text)
}

sentences! {
    /// Starts the session after the question.
    pub start = "Start";
    /// Starts the session though it hurts.
    pub start_anyway = "Start anyway";
    /// Starts the session without an answer.
    pub skip = "Skip";
    /// On the morning after a session.
    pub this_morning = "How are your knees this morning?";
}

/// What the morning's question is for.
pub fn this_morning_line(routine: &str) -> String {
    phrase!("You did {routine}. A knee that is back to normal today took it well.")
}
sentences! {
    /// Not answered this morning.
    pub not_now = "Not now";
    /// Takes the answer back.
    pub undo = "Undo";
    /// The knee took it well.
    pub morning_fine = "Your knees took it well. Keep going as you are.";
    /// About the same, in the middle band.
    pub morning_careful = "Stay at this level, and do more only when mornings are calm again.";
}

/// Worse by two or more.
pub fn morning_worse(before: u8) -> String {
    phrase!(
        "Up from {before}. That was a little much, which happens. Step back to the easier versions for a few days."
    )
}
sentences! {
    /// Above five.
    pub morning_rest = "Rest it today. The knee map can tell you what it may be and when to see someone.";
}
