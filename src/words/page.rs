//! What the pages around the player say.

use super::grammar::{Plural, list, lower_first, plural, upper_first};
use super::language::{phrase, sentences, text};
use crate::routine::Kind;

sentences! {
    /// Leads to the same routine without a mat.
    pub standing_version = "Standing version";
    /// The name of the product.
    pub name = "Kneewise";
    /// Places in the sidebar.
    pub today = "Today";
    /// See above.
    pub routines = "Routines";
    /// See above.
    pub settings = "Settings";
    /// Whether there is a question about pain before a routine.
    pub ask_about_pain = "Ask about pain before starting";
    /// Title of Today before anything was done.
    pub welcome = "Welcome";
    /// The line below it.
    pub welcome_line = "Start with the reset after your next run, or show us where it hurts.";
    /// Small line on the hero.
    pub after_your_run = "After your run";
    /// Title on the hero.
    pub hero_title = "Post-Run\nKnee Reset";
    /// Text on the hero.
    pub hero_line = "Gentle stretches, then easy glute and knee movement.";
    /// Leads to the steps.
    pub see_steps = "See steps";
    /// Opens the page of a routine.
    pub open_routine = "Open routine";
    /// Starts.
    pub start_now = "Start";
    /// The line that is always there.
    pub not_a_diagnosis =
        "Kneewise is a guide, not a diagnosis. A physiotherapist or doctor can examine your knee.";
}

/// The title of the window while a routine is played.
pub fn title(routine: &str) -> String {
    phrase!("Kneewise: {routine}")
}

/// A start button with the length.
pub fn start(minutes: &str) -> String {
    phrase!("Start, {minutes}")
}

sentences! {
    /// A kind of routine.
    pub recovery = "Recovery";
    /// See above.
    pub strength = "Strength";
    /// See above.
    pub mobility = "Mobility";
    /// See above.
    pub warm_up = "Warm-up";
    /// See above.
    pub pain_relief = "Pain relief";
}

/// A kind of routine.
pub fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Recovery => recovery(),
        Kind::Strength => strength(),
        Kind::Mobility => mobility(),
        Kind::WarmUp => warm_up(),
        Kind::PainRelief => pain_relief(),
    }
}

sentences! {
    /// How hard a routine is.
    pub easy = "Easy";
    /// See above.
    pub moderate = "Moderate";
    /// See above.
    pub hard = "Hard";
}

/// What one needs: "Mat, wall".
pub fn kit(names: &[&str]) -> String {
    if names.is_empty() {
        text("No kit").to_owned()
    } else {
        upper_first(&list(names))
    }
}

/// How many steps.
pub fn steps(count: usize) -> String {
    match plural(count) {
        Plural::One => phrase!("{count} step"),
        Plural::Other => phrase!("{count} steps"),
    }
}

sentences! {
    /// Both sides one after the other, beginning with the left.
    pub left_then_right = "Left, then right";
    /// The same, beginning with the right.
    pub right_then_left = "Right, then left";
    /// The sides take turns.
    pub alternate_sides = "Alternating sides";
}

/// The time of both sides: "2 × 0:25".
pub fn twice(time: &str) -> String {
    format!("2 × {time}")
}

/// Repetitions with their tempo: "10 reps, lift 1 s, squeeze 1 s, lower 1 s".
pub fn tempo(repetitions: &str, parts: &[(String, String)]) -> String {
    let parts = parts
        .iter()
        .map(|(word, time)| format!("{} {time}", lower_first(word)));
    list([repetitions.to_owned()].into_iter().chain(parts))
}

sentences! {
    /// Heading of what stands against doing a routine.
    pub leave_it_if = "Leave it for today if";
    /// Heading of what may be expected.
    pub honest = "What to expect";
    /// Heading of how often.
    pub how_often = "How often";
    /// Heading of the sources.
    pub sources = "Sources";
    /// Choice of the time to get ready.
    pub get_ready_time = "Get ready";
    /// Choice of the first side.
    pub start_with = "Start with";
    /// Choice of signals.
    pub countdown_beeps = "Countdown beeps";
    /// Choice of repetition beats.
    pub rep_beats = "Tick on each second of slow repeats";
}

/// How long a routine takes altogether.
pub fn altogether(time: &str) -> String {
    phrase!("{time}, from getting ready to the end")
}

sentences! {
    /// While routines are being read.
    pub reading = "One moment";
    /// A problem with a bundled or opened file.
    pub file_problem = "One routine file could not be read";
    /// Headings in the settings.
    pub sound = "Sound";
    /// See above.
    pub session = "Session";
    /// See above.
    pub look = "Look";
    /// See above.
    pub about = "About";
    /// Choice of loudness.
    pub volume = "Volume";
    /// Sound off.
    pub muted = "Mute everything";
    /// Plays a sound.
    pub try_it = "Try it";
    /// Choice of theme.
    pub appearance = "Colours";
    /// See above.
    pub as_the_system = "As the system";
    /// See above.
    pub light = "Light";
    /// See above.
    pub dark = "Dark";
    /// Choice of motion.
    pub reduced_motion = "Less movement";
    /// What it means.
    pub reduced_motion_line = "The figure shows its key positions without moving between them.";
}

sentences! {
    /// When settings could not be written.
    pub not_saved = "Your settings could not be saved";
    /// A part of the settings was wrong.
    pub settings_problem = "One setting could not be read and is back to its default";
    /// Hides a message.
    pub hide = "Hide";
    /// In the place of what starts a routine, while a knee waits to be seen.
    pub locked = "Locked, see why";
    /// On the card of a routine that cannot be started now.
    pub locked_tag = "Locked";
}
