//! What is said about a pain score. The bands are those of the evidence: 0 to 2, 3 to 5, 6 to 10.

/// Captions of the three bands.
pub fn bands() -> [&'static str; 3] {
    ["Fine to carry on", "Careful", "Ease off"]
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
}

/// What to do about each band.
pub fn advice() -> [&'static str; 3] {
    [
        "Keep going as you are.",
        "Keep the next run short and easy, and see that the knee is back to normal tomorrow morning.",
        "Rest from running for now. If it stays this high, swells, or makes you limp, have the knee looked at.",
    ]
}

/// Which knee, as one of three.
pub fn knees() -> [&'static str; 3] {
    ["Left", "Right", "Both"]
}

/// A score with its word: "2, mild".
pub fn scored(score: u8) -> String {
    let word = scores()
        .get(usize::from(score))
        .copied()
        .unwrap_or_default()
        .to_lowercase();
    format!("{score}, {word}")
}

/// What was said before the session.
pub fn said_before(score: u8) -> String {
    format!("You said {score} before you started.")
}

/// More pain after a session than before it.
pub fn up_from(score: u8) -> String {
    format!("Up from {score}. Take tomorrow easy; if it stays, check the knee map.")
}

/// Before a session.
pub fn knees_right_now() -> &'static str {
    "How are your knees right now?"
}

/// What the question is for.
pub fn knees_right_now_line() -> &'static str {
    "So you can see what the routine changes. Press 0 to 9, or skip."
}

/// What to do about each band before a session.
pub fn advice_before() -> [&'static str; 3] {
    [
        "Fine to go on.",
        "Go gently, and use the easier versions.",
        "That is a lot to start on. Rest today, or see what it may be first.",
    ]
}

/// Starts the session after the question.
pub fn start() -> &'static str {
    "Start"
}

/// Starts the session though it hurts.
pub fn start_anyway() -> &'static str {
    "Start anyway"
}

/// Starts the session without an answer.
pub fn skip() -> &'static str {
    "Skip"
}

/// On the morning after a session.
pub fn this_morning() -> &'static str {
    "How are your knees this morning?"
}

/// What the morning's question is for.
pub fn this_morning_line(routine: &str) -> String {
    format!("You did {routine}. A knee that is back to normal today took it well.")
}
/// Not answered this morning.
pub fn not_now() -> &'static str {
    "Not now"
}

/// Keeps the answer.
pub fn save() -> &'static str {
    "Save"
}

/// The knee took it well.
pub fn morning_fine() -> &'static str {
    "Your knees took it well. Keep going as you are."
}

/// About the same, in the middle band.
pub fn morning_careful() -> &'static str {
    "Hold what you do for now, and go up only when mornings are quiet again."
}

/// Worse by two or more.
pub fn morning_worse(before: u8) -> String {
    format!(
        "Up from {before}. That was a little much, which happens. Step back to the easier versions for a few days."
    )
}
/// Above five.
pub fn morning_rest() -> &'static str {
    "Rest it today. The knee map can tell you what it may be and when to see someone."
}
