//! What the player says.

use crate::routine::timeline::SegmentKind;

/// While getting ready, when the routine has no words of its own.
pub const GET_READY_TEXT: &str = "Clear some floor and get ready.";
/// At the end, when the routine has no words of its own.
pub const FINISH_TEXT: &str = "Stand easy and breathe.";
/// Between the two sides of an exercise.
pub const CHANGE_SIDES: &str = "Change sides.";

/// What is said in a segment: the author's words, or else those above. Nothing for work and rest.
pub fn said(segment: &SegmentKind) -> &str {
    match segment {
        SegmentKind::GetReady { text } => text.as_deref().unwrap_or(GET_READY_TEXT),
        SegmentKind::Switch { text } => text.as_deref().unwrap_or(CHANGE_SIDES),
        SegmentKind::Move { text } => text.as_deref().unwrap_or_default(),
        SegmentKind::Finish { text } => text.as_deref().unwrap_or(FINISH_TEXT),
        SegmentKind::Work(_) | SegmentKind::Rest => "",
    }
}

/// The state of the stage while getting ready.
pub const GET_READY: &str = "Get ready";
/// The state of the stage while changing sides.
pub const SWITCH: &str = "Switch sides";
/// The state of the stage while resting, and the heading.
pub const REST: &str = "Rest";
/// The state of the stage while paused.
pub const PAUSED: &str = "Paused";
/// The state of the stage at the end.
pub const FINISH: &str = "Finish";
/// The heading at the end.
pub const STAND_EASY: &str = "Stand easy";
/// The state of the stage during a stretch that belongs to no named block.
pub const STRETCH: &str = "Stretch";
/// The state of the stage during other work that belongs to no named block.
pub const WORK: &str = "Work";
/// The cue while paused.
pub const TAKE_YOUR_TIME: &str = "Take your time. Press Space when you are ready.";
/// The cue while resting.
pub const BREATHE: &str = "Breathe out slowly and let your shoulders drop.";

/// The sides in capitals, left first.
pub const SIDES_CAPITALS: [&str; 2] = ["LEFT", "RIGHT"];
/// The sides at the start of a line, left first.
pub const SIDES: [&str; 2] = ["Left", "Right"];

/// Which step of how many.
pub fn step_of(step: usize, steps: usize) -> String {
    format!("Step {step} of {steps}")
}

/// The set being done, when there are several.
pub fn set_of(set: u32, sets: u32) -> String {
    format!("Set {set} of {sets}")
}

/// Time that has passed.
pub fn done(time: &str) -> String {
    format!("{time} done")
}

/// Time that is left.
pub fn left(time: &str) -> String {
    format!("{time} left")
}

/// Below the countdown: how long the whole takes.
pub fn of(whole: &str) -> String {
    format!("of {whole}")
}

/// Below the countdown on the way to an exercise: what comes then.
pub fn then(what: &str) -> String {
    format!("then {what}")
}

/// Sets as a quantity.
pub fn sets(count: u32) -> String {
    format!("{count} sets")
}

/// Which exercise follows a rest.
pub fn then_exercise(name: &str) -> String {
    format!("then {name}")
}

/// Heading of the strip that shows what comes next.
pub const NEXT: &str = "Next";
/// The strip when nothing comes next.
pub const LAST_STEP: &str = "Last step";
/// The strip when nothing comes next, second line.
pub const NEARLY_THERE: &str = "Nearly there";

/// Button that adds time.
pub const MORE: &str = "+15 s";
/// Tooltips and labels of the controls.
pub const PREVIOUS_STEP: &str = "Previous";
/// See above.
pub const PAUSE: &str = "Pause";
/// See above.
pub const RESUME: &str = "Resume";
/// See above.
pub const NEXT_STEP: &str = "Next";
/// See above.
pub const MORE_TIME: &str = "15 more seconds";
/// See above.
pub const MUTE: &str = "Mute (M)";
/// See above.
pub const UNMUTE: &str = "Sound on (M)";
/// See above.
pub const FULL_SCREEN: &str = "Full screen (F)";
/// See above.
pub const LEAVE_FULL_SCREEN: &str = "Leave full screen (F)";
/// See above.
pub const KEYS: &str = "Keys (?)";
/// See above.
pub const HURTS: &str = "It hurts";
/// See above.
pub const END: &str = "End";
/// See above.
pub const RESTART: &str = "Restart step";
/// See above.
pub const EASIER: &str = "Easier version";
/// See above.
pub const DONE: &str = "Done";
/// The key of the pause button.
pub const SPACE_KEY: &str = "Space";
/// The key of the pause button where Space counts repetitions.
pub const ENTER_KEY: &str = "Enter";
/// Which set it is, and how repetitions are counted at one's own pace.
pub fn set_and_hint(set: Option<String>, counts: bool) -> Option<String> {
    match (set, counts) {
        (Some(set), true) => Some(format!("{set}. Space or a click counts")),
        (None, true) => Some("Space or a click counts".to_owned()),
        (set, false) => set,
    }
}

/// Heading of the choices after "It hurts".
pub const HURTS_TITLE: &str = "What would you like to do?";
/// The line below it, where a stretch is being done.
pub const HURTS_STRETCH: &str = "We paused. A stretch should feel like a pull, never a sharp pain.";
/// The same for strength work.
pub const HURTS_STRENGTH: &str =
    "We paused. In strength work the muscle may burn; the knee should not hurt sharply.";
/// The same for mobility.
pub const HURTS_MOBILITY: &str = "We paused. Move only as far as it stays easy.";
/// The same for balance.
pub const HURTS_BALANCE: &str = "We paused. Hold on to something as soon as you want to.";
/// The line at the foot.
pub const HURTS_FOOT: &str = "Pain that stays sharp is a reason to stop.";
/// First choice.
pub const MAKE_EASIER: &str = "Make it easier";
/// First choice, where the easier version is being done.
pub const EASIER_ALREADY: &str = "Already the easier version";
/// First choice, where there is no easier version.
pub const NO_EASIER: &str = "No easier version";
/// Why the first choice is off.
pub const NO_EASIER_LINE: &str = "There is no easier one of this exercise.";
/// Why choices about an exercise are off, where there is none.
pub const NO_EXERCISE_LINE: &str = "No exercise is on right now.";
/// Second choice.
pub const SKIP_EXERCISE: &str = "Skip this one";
/// Second choice, where there is no exercise.
pub const NOTHING_TO_SKIP: &str = "Nothing to skip";
/// Fourth choice. The third is the knee map's.
pub const STOP_HERE: &str = "Stop here";
/// What stopping means.
pub const STOP_LINE: &str = "Keeps what you have done. We ask once more.";
/// Way back from the question whether to stop.
pub const OTHER_CHOICES: &str = "Back";
/// Way back.
pub const IT_IS_FINE: &str = "It is fine, resume";

/// What skipping means.
pub fn skip_line(both_sides: bool, next: Option<&str>) -> String {
    match (both_sides, next) {
        (true, Some(next)) => format!("Both sides. Carry on with: {next}"),
        (false, Some(next)) => format!("Carry on with: {next}"),
        (true, None) => "Both sides. It is the last exercise".to_owned(),
        (false, None) => "It is the last exercise".to_owned(),
    }
}

/// Do this exercise instead.
pub fn instead(name: &str) -> String {
    format!("Do this instead: {name}")
}

/// Heading of the key sheet.
pub const KEYS_TITLE: &str = "Keys";
/// Closes a sheet.
pub const CLOSE: &str = "Close";

/// Heading of the dialog that ends a session.
pub const END_TITLE: &str = "End this session?";
/// The answer that ends it.
pub const END_SESSION: &str = "End and keep my place";
/// The same where nothing was done yet.
pub const END_AT_ONCE: &str = "End session";
/// The answer that goes on.
pub const CARRY_ON: &str = "Carry on";

/// What has been done when ending early.
pub fn end_line(done: usize, steps: usize) -> String {
    if done == 0 {
        "You can start again whenever you like.".to_owned()
    } else {
        format!(
            "You have done {done} of {steps} steps. We keep your place for 7 days, so you can carry on from Today."
        )
    }
}

/// After jumping to a step, or to the finish, which has no number.
pub fn jumped(step: Option<usize>) -> String {
    step.map_or_else(
        || "Jumped to the finish".to_owned(),
        |step| format!("Jumped to step {step}"),
    )
}

/// Takes the jump back.
pub const UNDO: &str = "Undo";

/// Heading when everything was done.
pub fn all_done(steps: usize) -> String {
    format!("All {} done.", number(steps))
}

/// Heading when some of it was done.
pub fn some_done(done: usize, steps: usize) -> String {
    let (done, steps) = (number(done), number(steps));
    let mut capital = done.chars();
    let first = capital.next().map(|first| first.to_ascii_uppercase());
    format!(
        "{}{} of {steps} done.",
        first.unwrap_or_default(),
        capital.as_str()
    )
}

/// Heading when nothing was done to its end.
pub const NOTHING_DONE: &str = "Another time.";
/// The line below it.
pub const NOTHING_DONE_LINE: &str =
    "No step was done to its end. It will be here when you are ready.";
/// The line below the heading when everything was done.
pub const ALL_DONE_LINE: &str = "Well looked after. Easy walking from here.";
/// The line below the heading when some of it was done.
pub const SOME_DONE_LINE: &str = "That counts. The rest will be here next time.";
/// Label of the time spent working.
pub const MOVING: &str = "Moving";
/// Label of the steps done.
pub const STEPS: &str = "Steps";

/// The steps there are.
pub fn of_steps(steps: usize) -> String {
    format!("of {steps}")
}

/// Question at the end.
pub const KNEES_NOW: &str = "How are your knees now?";
/// Below the question.
pub const KNEES_NOW_LINE: &str =
    "0 is no pain, 10 the worst you can think of. Your answer stays on this computer.";
/// Leaves the screen.
pub const FINISH_BUTTON: &str = "Finish";
/// Keeps the score and the note, and leaves.
pub const SAVE_BUTTON: &str = "Save and finish";
/// Leaves without keeping them.
pub const SKIP_RATING: &str = "Skip rating";
/// Above the note.
pub const NOTE: &str = "A note for later (optional)";
/// In the empty note.
pub const NOTE_EXAMPLE: &str = "Hill run, 7 km, felt it on the way down";
/// Sessions of this week.
pub const THIS_WEEK: &str = "This week";

/// The unit behind a number of sessions.
pub fn sessions(count: u32) -> &'static str {
    if count == 1 { "session" } else { "sessions" }
}

/// Paused because the computer slept.
pub const SLEPT: &str = "We paused while the computer was asleep. Press Space when you are ready.";
/// Plays it once more.
pub const AGAIN: &str = "Do it again";
/// Tooltip of the cross.
pub const CLOSE_SCREEN: &str = "Close";

/// A small number as a word.
fn number(number: usize) -> String {
    const WORDS: [&str; 13] = [
        "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve",
    ];
    WORDS
        .get(number)
        .map_or_else(|| number.to_string(), |word| (*word).to_owned())
}

/// When there is nothing to hear.
pub const NO_SOUND: &str = "No sound device found. The screen will flash instead of beeping.";

/// A picture that is not there.
pub fn picture_missing(file: &str) -> String {
    format!("Picture not found: {file}")
}

/// A picture that the system would not give, or that is a folder.
pub fn picture_not_opened(file: &str) -> String {
    format!("Picture could not be opened: {file}")
}

/// A picture that is a link to somewhere else.
pub fn picture_elsewhere(file: &str) -> String {
    format!("Picture outside the routine's folder: {file}")
}

/// A picture that is an SVG.
pub fn picture_drawing(file: &str) -> String {
    format!("SVG is not shown. Please export it as PNG: {file}")
}

/// A picture that is too large.
pub fn picture_too_large(file: &str) -> String {
    format!("Picture too large: {file}")
}

/// A file that is called a picture and is none.
pub fn picture_not_read(file: &str) -> String {
    format!("Picture could not be read: {file}")
}

/// A picture of which only a part is there, or makes sense.
pub fn picture_damaged(file: &str) -> String {
    format!("Picture damaged: {file}")
}

/// Below a picture whose file would show others after it.
pub const PICTURE_MOVES: &str = "This picture does not move here: you see its first frame.";
