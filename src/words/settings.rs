//! What Settings say, besides what they share with other pages.

#![allow(missing_docs)] // The sentences say it.

use super::language::{phrase, sentences};

sentences! {
    pub player = "Player";
    pub look = "Text and colours";
    pub reminders = "Reminders";
    pub sessions = "Sessions";
    pub everywhere = "Everywhere";
    pub get_ready = "Get ready before a routine";
    pub get_ready_line = "Time to read, and to change position.";
    pub as_written = "As written";
    pub start_with_line = "For exercises with two sides.";
    pub ask_about_pain_line = "So you can see what a routine changes.";
    pub countdown_line = "Before a step ends, and halfway through a hold.";
    pub text_size = "Text size";
    pub text_size_line = "Everything but the player grows with it. Ctrl + and Ctrl - do the same on every page.";
    pub normal_text_size = "Back to 100\u{202f}%";
    pub letter = "A";
    pub example = "Straight-leg raise, left";
    pub example_cue = "Tighten the thigh before you lift.";
    pub appearance_line = "Light, dark, or as your computer is set.";
    pub ask_in_the_morning = "Ask how your knees feel";
    pub ask_in_the_morning_line = "One tap on Today, the morning after a session.";
    pub no_count = "A missed day brings no second reminder and no count.";
}

/// A share of a whole: "80 %", with a narrow space.
pub fn percent(percent: u8) -> String {
    phrase!("{percent}\u{202f}%")
}
