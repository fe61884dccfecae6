//! What the pages around the player say.

use crate::routine::Kind;

/// The name of the product.
pub const NAME: &str = "Kneewise";

/// Places in the sidebar.
pub const TODAY: &str = "Today";
/// See above.
pub const ROUTINES: &str = "Routines";
/// See above.
pub const SETTINGS: &str = "Settings";

/// Whether there is a question about pain before a routine.
pub const ASK_ABOUT_PAIN: &str = "Ask about pain before starting";

/// Title of Today before anything was done.
pub const WELCOME: &str = "Welcome";
/// The line below it.
pub const WELCOME_LINE: &str =
    "Start with the reset after your next run, or show us where it hurts.";
/// Small line on the hero.
pub const AFTER_YOUR_RUN: &str = "After your run";
/// Title on the hero.
pub const HERO_TITLE: &str = "Post-Run\nKnee Reset";
/// Text on the hero.
pub const HERO_LINE: &str = "Gentle stretches, then easy glute and knee movement.";
/// Leads to the steps.
pub const SEE_STEPS: &str = "See steps";
/// Starts.
pub const START: &str = "Start";
/// The line that is always there.
pub const NOT_A_DIAGNOSIS: &str =
    "Kneewise is a guide, not a diagnosis. A physiotherapist or doctor can examine your knee.";

/// A start button with the length.
pub fn start(minutes: &str) -> String {
    format!("Start, {minutes}")
}

/// A kind of routine.
pub const RECOVERY: &str = "Recovery";
/// See above.
pub const STRENGTH: &str = "Strength";
/// See above.
pub const MOBILITY: &str = "Mobility";
/// See above.
pub const WARM_UP: &str = "Warm-up";
/// See above.
pub const PAIN_RELIEF: &str = "Pain relief";

/// A kind of routine.
pub const fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Recovery => RECOVERY,
        Kind::Strength => STRENGTH,
        Kind::Mobility => MOBILITY,
        Kind::WarmUp => WARM_UP,
        Kind::PainRelief => PAIN_RELIEF,
    }
}

/// How hard a routine is.
pub const EASY: &str = "Easy";
/// See above.
pub const MODERATE: &str = "Moderate";
/// See above.
pub const HARD: &str = "Hard";

/// What one needs: "Mat, wall".
pub fn kit(names: &[&str]) -> String {
    if names.is_empty() {
        "No kit".to_owned()
    } else {
        list(names)
    }
}

/// Names in a line of their own: "Calf, deep calf".
pub fn list(names: &[&str]) -> String {
    let list = names.join(", ");
    let mut letters = list.chars();
    match letters.next() {
        None => String::new(),
        Some(first) => first.to_uppercase().chain(letters).collect(),
    }
}

/// How many steps.
pub fn steps(count: usize) -> String {
    if count == 1 {
        "1 step".to_owned()
    } else {
        format!("{count} steps")
    }
}

/// Both sides one after the other, beginning with the left.
pub const LEFT_THEN_RIGHT: &str = "Left, then right";
/// The same, beginning with the right.
pub const RIGHT_THEN_LEFT: &str = "Right, then left";
/// The sides take turns.
pub const ALTERNATE_SIDES: &str = "Sides take turns";

/// The time of both sides: "2 × 0:25".
pub fn twice(time: &str) -> String {
    format!("2 × {time}")
}

/// Repetitions with their tempo: "10 reps, lift 1 s, squeeze 1 s, lower 1 s".
pub fn tempo(repetitions: &str, parts: &[(String, String)]) -> String {
    let parts = parts
        .iter()
        .map(|(word, time)| format!("{} {time}", word.to_lowercase()))
        .collect::<Vec<_>>()
        .join(", ");
    format!("{repetitions}, {parts}")
}

/// Heading of what stands against doing a routine.
pub const LEAVE_IT_IF: &str = "Leave it for today if";
/// Heading of what may be expected.
pub const HONEST: &str = "What to expect";
/// Heading of how often.
pub const HOW_OFTEN: &str = "How often";
/// Heading of the sources.
pub const SOURCES: &str = "Sources";
/// Choice of the time to get ready.
pub const GET_READY_TIME: &str = "Get ready";
/// Choice of the first side.
pub const START_WITH: &str = "Start with";
/// Choice of signals.
pub const COUNTDOWN_BEEPS: &str = "Countdown beeps";
/// Choice of repetition beats.
pub const REP_BEATS: &str = "Beat for each repetition";
/// How long a routine takes altogether.
pub fn altogether(time: &str) -> String {
    format!("{time}, from getting ready to the end")
}

/// While routines are being read.
pub const READING: &str = "One moment";
/// A problem with a bundled or opened file.
pub const FILE_PROBLEM: &str = "One routine file could not be read";

/// Headings in the settings.
pub const SOUND: &str = "Sound";
/// See above.
pub const SESSION: &str = "Session";
/// See above.
pub const LOOK: &str = "Look";
/// See above.
pub const ABOUT: &str = "About";
/// Choice of loudness.
pub const VOLUME: &str = "Volume";
/// Sound off.
pub const MUTED: &str = "Mute everything";
/// Plays a sound.
pub const TRY: &str = "Try it";
/// Choice of theme.
pub const APPEARANCE: &str = "Light or dark";
/// See above.
pub const SAME_AS_SYSTEM: &str = "Same as system";
/// See above.
pub const LIGHT: &str = "Light";
/// See above.
pub const DARK: &str = "Dark";
/// Choice of motion.
pub const REDUCED_MOTION: &str = "Less motion";
/// What it means.
pub const REDUCED_MOTION_LINE: &str =
    "The figure shows its key positions without moving between them.";
/// Where the settings are.
pub fn kept_in(folder: &str) -> String {
    format!("Your settings are kept in {folder}. Nothing leaves this computer.")
}
/// The version.
pub fn version(version: &str) -> String {
    format!("Kneewise {version}. Free software, MIT or Apache 2.0.")
}
/// What the pictures and letters are.
pub const CREDITS: &str = "Fonts: Inter (SIL Open Font License). Icons: Lucide (ISC).";
/// When settings could not be written.
pub const NOT_SAVED: &str = "Your settings could not be saved";
/// A part of the settings was wrong.
pub const SETTINGS_PROBLEM: &str = "One setting could not be read and is as it was at first";
/// Hides a message.
pub const HIDE: &str = "Hide";

/// In the place of what starts a routine, while a knee waits to be seen.
pub const LOCKED: &str = "Locked, see why";
/// On the card of a routine that cannot be started now.
pub const LOCKED_TAG: &str = "Locked";
