//! What every page about a condition one looks after oneself says as well: painkillers, and the way back to running.

use super::language::{sentences, text};

sentences! {
    /// What to know about painkillers and running.
    pub painkillers =
        "Do not take anti-inflammatory tablets, such as ibuprofen, before or during a run: they hide the pain you steer by. In a trial of 89 ultra-runners, 52 in 100 of those who took them showed signs of strained kidneys, and 34 in 100 of those who took a dummy pill. That difference is not certain.";
}

/// Where the line on painkillers comes from: who wrote it, and its address.
pub fn painkillers_source() -> (&'static str, &'static str) {
    (
        text("Lipman 2017, trial in 89 ultra-runners, Emerg Med J"),
        "https://doi.org/10.1136/emermed-2016-206353",
    )
}

/// The way back to running, step by step.
pub fn back_to_running() -> [&'static str; 5] {
    [
        "Start when stairs and 30 minutes of brisk walking stay at 2 of 10 or less, 10 slow step-downs go without a wobble, and the knee is not swollen.",
        "Begin on flat ground, every other day: run 4 minutes, walk 1, and so on.",
        "Keep the pain at 2 of 10 or less. Take the next step only if the next morning is no worse.",
        "Add distance first, then speed and hills.",
        "Make no run more than about 10 % longer than your longest in the last 30 days.",
    ].map(text)
}

/// Where the way back to running comes from: who wrote it, and its address where one is known.
pub fn back_to_running_sources() -> [(&'static str, Option<&'static str>); 3] {
    [
        (
            text("George 2024, return to running, Sports Med 54:2247"),
            Some("https://doi.org/10.1007/s40279-024-02051-y"),
        ),
        (
            text("TREK, kneecap pain page for runners: pain rule for running"),
            None,
        ),
        (text("Frandsen 2025, single long runs, BJSM 59:1203"), None),
    ]
}
