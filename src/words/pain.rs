//! What is said about a pain score. The bands are those of the evidence: 0 to 2, 3 to 5, 6 to 10.

/// Captions of the three bands.
pub const BANDS: [&str; 3] = ["Fine to carry on", "Careful", "Ease off"];

/// A word for each score.
pub const SCORES: [&str; 11] = [
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
];

/// What to do about each band.
pub const ADVICE: [&str; 3] = [
    "Keep going as you are.",
    "Keep the next run short and easy, and see that the knee is back to normal tomorrow morning.",
    "Rest from running for now. If it stays this high, swells, or makes you limp, have the knee looked at.",
];
