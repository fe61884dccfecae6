//! What the player says.

use super::grammar::{Plural, list, number_word, plural};
use super::language::{phrase, sentences, text};
use crate::routine::timeline::SegmentKind;

sentences! {
    /// While getting ready, when the routine has no words of its own.
    pub get_ready_text = "Clear some floor and get ready.";
    /// At the end, when the routine has no words of its own.
    pub finish_text = "Stand easy and breathe.";
    /// Between the two sides of an exercise.
    pub change_sides = "Change sides.";
}

/// What is said in a segment: the author's words, or else those above. Nothing for work and rest.
pub fn said(segment: &SegmentKind) -> &str {
    match segment {
        SegmentKind::GetReady { text } => text.as_deref().unwrap_or(get_ready_text()),
        SegmentKind::Switch { text } => text.as_deref().unwrap_or(change_sides()),
        SegmentKind::Move { text } => text.as_deref().unwrap_or_default(),
        SegmentKind::Finish { text } => text.as_deref().unwrap_or(finish_text()),
        SegmentKind::Work(_) | SegmentKind::Rest => "",
    }
}

sentences! {
    /// The state of the stage while getting ready.
    pub get_ready = "Get ready";
    /// The state of the stage while changing sides.
    pub switch = "Switch sides";
    /// The state of the stage while resting, and the heading.
    pub rest = "Rest";
    /// The state of the stage while paused.
    pub paused = "Paused";
    /// The state of the stage at the end.
    pub finish = "Finish";
    /// The heading at the end.
    pub stand_easy = "Stand easy";
    /// The state of the stage during a stretch that belongs to no named block.
    pub stretch = "Stretch";
    /// The state of the stage during other work that belongs to no named block.
    pub work = "Work";
    /// The cue while paused.
    pub take_your_time = "Take your time. Press Space when you are ready.";
    /// The cue while resting.
    pub breathe = "Breathe out slowly and let your shoulders drop.";
}

/// The sides in capitals, left first.
pub fn sides_capitals() -> [&'static str; 2] {
    ["LEFT", "RIGHT"].map(text)
}

/// The sides at the start of a line, left first.
pub fn sides() -> [&'static str; 2] {
    ["Left", "Right"].map(text)
}

/// Which step of how many.
pub fn step_of(step: usize, steps: usize) -> String {
    phrase!("Step {step} of {steps}")
}

/// The set being done, when there are several.
pub fn set_of(set: u32, sets: u32) -> String {
    phrase!("Set {set} of {sets}")
}

/// Time that has passed.
pub fn done(time: &str) -> String {
    phrase!("{time} done")
}

/// Time that is left.
pub fn left(time: &str) -> String {
    phrase!("{time} left")
}

/// Below the countdown: how long the whole takes.
pub fn of(whole: &str) -> String {
    phrase!("of {whole}")
}

/// Below the countdown on the way to an exercise: what comes then.
pub fn then(what: &str) -> String {
    phrase!("then {what}")
}

/// Sets as a quantity.
pub fn sets(count: u32) -> String {
    phrase!("{count} sets")
}

/// Which exercise follows a rest.
pub fn then_exercise(name: &str) -> String {
    phrase!("then {name}")
}

sentences! {
    /// Heading of the strip that shows what comes next.
    pub next = "Next";
    /// The strip when nothing comes next.
    pub last_step = "Last step";
    /// The strip when nothing comes next, second line.
    pub nearly_there = "Nearly there";
    /// Button that adds time.
    pub more = "+15 s";
    /// Tooltips and labels of the controls.
    pub previous_step = "Previous";
    /// See above.
    pub pause = "Pause";
    /// See above.
    pub resume = "Resume";
    /// See above.
    pub next_step = "Next";
    /// See above.
    pub more_time = "15 more seconds";
    /// See above.
    pub mute = "Mute (M)";
    /// See above.
    pub unmute = "Sound on (M)";
    /// See above.
    pub full_screen = "Full screen (F)";
    /// See above.
    pub leave_full_screen = "Leave full screen (F)";
    /// See above.
    pub keys = "Keys (?)";
    /// See above.
    pub hurts = "It hurts";
    /// See above.
    pub end = "End";
    /// See above.
    pub restart = "Restart step";
    /// See above.
    pub easier = "Easier version";
    /// See above.
    pub step_done = "Done";
    /// The key of the pause button.
    pub space_key = "Space";
    /// The key of the pause button where Space counts repetitions.
    pub enter_key = "Enter";
}

/// Which set it is, and how repetitions are counted at one's own pace.
pub fn set_and_hint(set: Option<String>, counts: bool) -> Option<String> {
    match (set, counts) {
        (Some(set), true) => Some(phrase!("{set}. Space or a click counts")),
        (None, true) => Some(text("Space or a click counts").to_owned()),
        (set, false) => set,
    }
}

sentences! {
    /// Heading of the choices after "It hurts".
    pub hurts_title = "What would you like to do?";
    /// The line below it, where a stretch is being done.
    pub hurts_stretch = "We paused. A stretch should feel like a pull, never a sharp pain.";
    /// The same for strength work.
    pub hurts_strength = "We paused. In strength work the muscle may burn; the knee should not hurt sharply.";
    /// The same for mobility.
    pub hurts_mobility = "We paused. Move only as far as it stays easy.";
    /// The same for balance.
    pub hurts_balance = "We paused. Hold on to something as soon as you want to.";
    /// The line at the foot.
    pub hurts_foot = "Pain that stays sharp is a reason to stop.";
    /// First choice.
    pub make_easier = "Make it easier";
    /// First choice, where the easier version is being done.
    pub easier_already = "Already the easier version";
    /// First choice, where there is no easier version.
    pub no_easier = "No easier version";
    /// Why the first choice is off.
    pub no_easier_line = "There is no easier version of this exercise.";
    /// Why choices about an exercise are off, where there is none.
    pub no_exercise_line = "No exercise is under way right now.";
    /// Second choice.
    pub skip_exercise = "Skip this one";
    /// Second choice, where there is no exercise.
    pub nothing_to_skip = "Nothing to skip";
    /// Fourth choice. The third is the knee map's.
    pub stop_here = "Stop here";
    /// What stopping means.
    pub stop_line = "Keeps what you have done. We ask once more.";
    /// Way back from the question whether to stop.
    pub other_choices = "Back";
    /// Way back.
    pub it_is_fine = "It is fine, resume";
}

/// What skipping means.
pub fn skip_line(both_sides: bool, next: Option<&str>) -> String {
    match (both_sides, next) {
        (true, Some(next)) => phrase!("Both sides. Carry on with: {next}"),
        (false, Some(next)) => phrase!("Carry on with: {next}"),
        (true, None) => text("Both sides. It is the last exercise").to_owned(),
        (false, None) => text("It is the last exercise").to_owned(),
    }
}

/// Do this exercise instead.
pub fn instead(name: &str) -> String {
    phrase!("Do this instead: {name}")
}

sentences! {
    /// Heading of the key sheet.
    pub keys_title = "Keys";
    /// Closes a sheet.
    pub close = "Close";
    /// Heading of the dialog that ends a session.
    pub end_title = "End this session?";
    /// The answer that ends it.
    pub end_session = "End and keep my place";
    /// The same where nothing was done yet.
    pub end_at_once = "End session";
    /// The answer that goes on.
    pub carry_on = "Carry on";
}

/// What has been done when ending early.
pub fn end_line(done: usize, steps: usize) -> String {
    if done == 0 {
        text("You can start again whenever you like.").to_owned()
    } else {
        phrase!(
            "You have done {done} of {steps} steps. We keep your place for 7 days, so you can carry on from Today."
        )
    }
}

/// After jumping to a step, or to the finish, which has no number.
pub fn jumped(step: Option<usize>) -> String {
    step.map_or_else(
        || text("Jumped to the finish").to_owned(),
        |step| phrase!("Jumped to step {step}"),
    )
}

sentences! {
    /// Takes the jump back.
    pub undo = "Undo";
}

/// Heading when everything was done.
pub fn all_done(steps: usize) -> String {
    match steps {
        0 | 1 => text("All done.").to_owned(),
        _ => phrase!("All {} done.", number_word(steps)),
    }
}

/// Heading when some of it was done.
pub fn some_done(done: usize, steps: usize) -> String {
    phrase!("{done} of {steps} done.")
}

sentences! {
    /// Heading when some sets of each exercise were done.
    pub most_done = "Most of it done.";
    /// Heading when nothing was done to its end.
    pub nothing_done = "Another time.";
    /// The line below it.
    pub nothing_done_line = "No step was finished. It will be here when you are ready.";
    /// The line below the heading when everything was done.
    pub all_done_line = "Well looked after. Easy walking from here.";
    /// The line below the heading when some of it was done.
    pub some_done_line = "That counts. The rest will be here next time.";
    /// Label of the time spent working.
    pub moving = "Moving";
    /// Label of the steps done.
    pub steps = "Steps";
    /// Label of the exercises done.
    pub exercises = "Exercises";
    /// What comes after a session, once it may be any day.
    pub next_any_day = "Next, whenever you like";
    /// What comes after a session: the reset.
    pub next_after_run = "After your next run";
    /// What comes after a session that hurt.
    pub next_rest = "Rest first";
    /// What comes after every session.
    pub asked_tomorrow = "Tomorrow morning we ask how your knees feel.";
}

/// What comes after a session of strength: a day of rest lies between.
pub fn next_on(weekday: &str) -> String {
    phrase!("Next, on {weekday} or later")
}

/// A routine and how long it takes, as a title.
pub fn routine_and_length(name: &str, minutes: &str) -> String {
    list([name, minutes])
}

/// What comes after a rest.
pub fn next_is(name: &str) -> String {
    phrase!("Next: {name}")
}

/// Which exercise of how many.
pub fn exercise_of(exercise: usize, exercises: usize) -> String {
    phrase!("Exercise {exercise} of {exercises}")
}

/// The steps there are.
pub fn of_steps(steps: usize) -> String {
    phrase!("of {steps}")
}

sentences! {
    /// Question at the end.
    pub knees_now = "How are your knees now?";
    /// Below the question.
    pub knees_now_line = "0 is no pain, 10 the worst you can imagine. Your answer stays on this computer.";
    /// Leaves the screen.
    pub finish_button = "Finish";
    /// Keeps the score and the note, and leaves.
    pub save_button = "Save and finish";
    /// Leaves without keeping them.
    pub skip_rating = "Skip rating";
    /// Above the note.
    pub note = "A note for later (optional)";
    /// In the empty note.
    pub note_example = "Hill run, 7 km, felt it on the way down";
    /// Sessions of this week.
    pub this_week = "This week";
}

/// The unit behind a number of sessions.
pub fn sessions(count: u32) -> &'static str {
    text(match plural(count as usize) {
        Plural::One => "session",
        Plural::Other => "sessions",
    })
}

sentences! {
    /// Paused because the computer slept.
    pub slept = "We paused while the computer was asleep. Press Space when you are ready.";
    /// Plays it once more.
    pub again = "Do it again";
    /// Tooltip of the cross.
    pub close_screen = "Close";
}

sentences! {
    /// When there is nothing to hear.
    pub no_sound = "No sound device found. The screen will flash instead of beeping.";
}

/// A picture that is not there.
pub fn picture_missing(file: &str) -> String {
    phrase!("Picture not found: {file}")
}

/// A picture that the system would not give, or that is a folder.
pub fn picture_not_opened(file: &str) -> String {
    phrase!("Picture could not be opened: {file}")
}

/// A picture that is a link to somewhere else.
pub fn picture_elsewhere(file: &str) -> String {
    phrase!("Picture outside the routine’s folder: {file}")
}

/// A picture that is an SVG.
pub fn picture_drawing(file: &str) -> String {
    phrase!("SVG pictures are not shown. Please export it as PNG: {file}")
}

/// A picture that is too large.
pub fn picture_too_large(file: &str) -> String {
    phrase!("Picture too large: {file}")
}

/// A file that is called a picture and is none.
pub fn picture_not_read(file: &str) -> String {
    phrase!("Picture could not be read: {file}")
}

/// A picture of which only a part is there, or makes sense.
pub fn picture_damaged(file: &str) -> String {
    phrase!("Picture damaged: {file}")
}

sentences! {
    /// Below a picture whose file would show others after it.
    pub picture_moves = "This picture does not move here: you see its first frame.";
}
