//! What the player says.

/// The three parts of a tempo when an exercise has no words of its own.
pub const PHASES: [&str; 3] = ["Lower", "Hold", "Rise"];
/// While getting ready, when the routine has no words of its own.
pub const GET_READY_TEXT: &str = "Clear some floor and get ready.";
/// At the end, when the routine has no words of its own.
pub const FINISH_TEXT: &str = "Stand easy and breathe.";
/// Between the two sides of an exercise.
pub const CHANGE_SIDES: &str = "Change sides.";

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

/// Repetitions as a quantity.
pub fn repetitions(count: u32) -> String {
    if count == 1 {
        "1 rep".to_owned()
    } else {
        format!("{count} reps")
    }
}

/// Breaths as a quantity.
pub fn breaths(count: u32) -> String {
    if count == 1 {
        "1 breath".to_owned()
    } else {
        format!("{count} breaths")
    }
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
/// The line below it.
pub const HURTS_LINE: &str = "We paused. A stretch should feel like a pull, never a sharp pain.";
/// The line at the foot.
pub const HURTS_FOOT: &str = "Pain that stays sharp is a reason to stop.";
/// First choice.
pub const MAKE_EASIER: &str = "Make it easier";
/// Second choice.
pub const SKIP_EXERCISE: &str = "Skip this one";
/// Third choice.
pub const STOP_HERE: &str = "Stop here";
/// What stopping means.
pub const STOP_LINE: &str = "Ends the session. What you have done counts.";
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
