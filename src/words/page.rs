//! What the pages around the player say.

use crate::routine::Kind;

/// The name of the product.
pub fn name() -> &'static str {
    "Kneewise"
}

/// The title of the window while a routine is played.
pub fn title(routine: &str) -> String {
    format!("Kneewise: {routine}")
}

/// Places in the sidebar.
pub fn today() -> &'static str {
    "Today"
}

/// See above.
pub fn routines() -> &'static str {
    "Routines"
}

/// See above.
pub fn settings() -> &'static str {
    "Settings"
}

/// Whether there is a question about pain before a routine.
pub fn ask_about_pain() -> &'static str {
    "Ask about pain before starting"
}

/// Title of Today before anything was done.
pub fn welcome() -> &'static str {
    "Welcome"
}

/// The line below it.
pub fn welcome_line() -> &'static str {
    "Start with the reset after your next run, or show us where it hurts."
}

/// Small line on the hero.
pub fn after_your_run() -> &'static str {
    "After your run"
}

/// Title on the hero.
pub fn hero_title() -> &'static str {
    "Post-Run\nKnee Reset"
}

/// Text on the hero.
pub fn hero_line() -> &'static str {
    "Gentle stretches, then easy glute and knee movement."
}

/// Leads to the steps.
pub fn see_steps() -> &'static str {
    "See steps"
}

/// Starts.
pub fn start_now() -> &'static str {
    "Start"
}

/// The line that is always there.
pub fn not_a_diagnosis() -> &'static str {
    "Kneewise is a guide, not a diagnosis. A physiotherapist or doctor can examine your knee."
}

/// A start button with the length.
pub fn start(minutes: &str) -> String {
    format!("Start, {minutes}")
}

/// A kind of routine.
pub fn recovery() -> &'static str {
    "Recovery"
}

/// See above.
pub fn strength() -> &'static str {
    "Strength"
}

/// See above.
pub fn mobility() -> &'static str {
    "Mobility"
}

/// See above.
pub fn warm_up() -> &'static str {
    "Warm-up"
}

/// See above.
pub fn pain_relief() -> &'static str {
    "Pain relief"
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

/// How hard a routine is.
pub fn easy() -> &'static str {
    "Easy"
}

/// See above.
pub fn moderate() -> &'static str {
    "Moderate"
}

/// See above.
pub fn hard() -> &'static str {
    "Hard"
}

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
pub fn left_then_right() -> &'static str {
    "Left, then right"
}

/// The same, beginning with the right.
pub fn right_then_left() -> &'static str {
    "Right, then left"
}

/// The sides take turns.
pub fn alternate_sides() -> &'static str {
    "Sides take turns"
}

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
pub fn leave_it_if() -> &'static str {
    "Leave it for today if"
}

/// Heading of what may be expected.
pub fn honest() -> &'static str {
    "What to expect"
}

/// Heading of how often.
pub fn how_often() -> &'static str {
    "How often"
}

/// Heading of the sources.
pub fn sources() -> &'static str {
    "Sources"
}

/// Choice of the time to get ready.
pub fn get_ready_time() -> &'static str {
    "Get ready"
}

/// Choice of the first side.
pub fn start_with() -> &'static str {
    "Start with"
}

/// Choice of signals.
pub fn countdown_beeps() -> &'static str {
    "Countdown beeps"
}

/// Choice of repetition beats.
pub fn rep_beats() -> &'static str {
    "Beat for each repetition"
}

/// How long a routine takes altogether.
pub fn altogether(time: &str) -> String {
    format!("{time}, from getting ready to the end")
}

/// While routines are being read.
pub fn reading() -> &'static str {
    "One moment"
}

/// A problem with a bundled or opened file.
pub fn file_problem() -> &'static str {
    "One routine file could not be read"
}

/// Headings in the settings.
pub fn sound() -> &'static str {
    "Sound"
}

/// See above.
pub fn session() -> &'static str {
    "Session"
}

/// See above.
pub fn look() -> &'static str {
    "Look"
}

/// See above.
pub fn about() -> &'static str {
    "About"
}

/// Choice of loudness.
pub fn volume() -> &'static str {
    "Volume"
}

/// Sound off.
pub fn muted() -> &'static str {
    "Mute everything"
}

/// Plays a sound.
pub fn try_it() -> &'static str {
    "Try it"
}

/// Choice of theme.
pub fn appearance() -> &'static str {
    "Light or dark"
}

/// See above.
pub fn same_as_system() -> &'static str {
    "Same as system"
}

/// See above.
pub fn light() -> &'static str {
    "Light"
}

/// See above.
pub fn dark() -> &'static str {
    "Dark"
}

/// Choice of motion.
pub fn reduced_motion() -> &'static str {
    "Less motion"
}

/// What it means.
pub fn reduced_motion_line() -> &'static str {
    "The figure shows its key positions without moving between them."
}

/// Where the settings are.
pub fn kept_in(folder: &str) -> String {
    format!("Your settings are kept in {folder}. Nothing leaves this computer.")
}
/// The version.
pub fn version(version: &str) -> String {
    format!("Kneewise {version}. Free software, MIT or Apache 2.0.")
}
/// What the pictures and letters are.
pub fn credits() -> &'static str {
    "Fonts: Inter (SIL Open Font License). Icons: Lucide (ISC)."
}

/// When settings could not be written.
pub fn not_saved() -> &'static str {
    "Your settings could not be saved"
}

/// A part of the settings was wrong.
pub fn settings_problem() -> &'static str {
    "One setting could not be read and is as it was at first"
}

/// Hides a message.
pub fn hide() -> &'static str {
    "Hide"
}

/// In the place of what starts a routine, while a knee waits to be seen.
pub fn locked() -> &'static str {
    "Locked, see why"
}

/// On the card of a routine that cannot be started now.
pub fn locked_tag() -> &'static str {
    "Locked"
}
