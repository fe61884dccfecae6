//! What the player says.

use crate::routine::timeline::SegmentKind;

/// While getting ready, when the routine has no words of its own.
pub fn get_ready_text() -> &'static str {
    "Clear some floor and get ready."
}

/// At the end, when the routine has no words of its own.
pub fn finish_text() -> &'static str {
    "Stand easy and breathe."
}

/// Between the two sides of an exercise.
pub fn change_sides() -> &'static str {
    "Change sides."
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

/// The state of the stage while getting ready.
pub fn get_ready() -> &'static str {
    "Get ready"
}

/// The state of the stage while changing sides.
pub fn switch() -> &'static str {
    "Switch sides"
}

/// The state of the stage while resting, and the heading.
pub fn rest() -> &'static str {
    "Rest"
}

/// The state of the stage while paused.
pub fn paused() -> &'static str {
    "Paused"
}

/// The state of the stage at the end.
pub fn finish() -> &'static str {
    "Finish"
}

/// The heading at the end.
pub fn stand_easy() -> &'static str {
    "Stand easy"
}

/// The state of the stage during a stretch that belongs to no named block.
pub fn stretch() -> &'static str {
    "Stretch"
}

/// The state of the stage during other work that belongs to no named block.
pub fn work() -> &'static str {
    "Work"
}

/// The cue while paused.
pub fn take_your_time() -> &'static str {
    "Take your time. Press Space when you are ready."
}

/// The cue while resting.
pub fn breathe() -> &'static str {
    "Breathe out slowly and let your shoulders drop."
}

/// The sides in capitals, left first.
pub fn sides_capitals() -> [&'static str; 2] {
    ["LEFT", "RIGHT"]
}

/// The sides at the start of a line, left first.
pub fn sides() -> [&'static str; 2] {
    ["Left", "Right"]
}

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
pub fn next() -> &'static str {
    "Next"
}

/// The strip when nothing comes next.
pub fn last_step() -> &'static str {
    "Last step"
}

/// The strip when nothing comes next, second line.
pub fn nearly_there() -> &'static str {
    "Nearly there"
}

/// Button that adds time.
pub fn more() -> &'static str {
    "+15 s"
}

/// Tooltips and labels of the controls.
pub fn previous_step() -> &'static str {
    "Previous"
}

/// See above.
pub fn pause() -> &'static str {
    "Pause"
}

/// See above.
pub fn resume() -> &'static str {
    "Resume"
}

/// See above.
pub fn next_step() -> &'static str {
    "Next"
}

/// See above.
pub fn more_time() -> &'static str {
    "15 more seconds"
}

/// See above.
pub fn mute() -> &'static str {
    "Mute (M)"
}

/// See above.
pub fn unmute() -> &'static str {
    "Sound on (M)"
}

/// See above.
pub fn full_screen() -> &'static str {
    "Full screen (F)"
}

/// See above.
pub fn leave_full_screen() -> &'static str {
    "Leave full screen (F)"
}

/// See above.
pub fn keys() -> &'static str {
    "Keys (?)"
}

/// See above.
pub fn hurts() -> &'static str {
    "It hurts"
}

/// See above.
pub fn end() -> &'static str {
    "End"
}

/// See above.
pub fn restart() -> &'static str {
    "Restart step"
}

/// See above.
pub fn easier() -> &'static str {
    "Easier version"
}

/// See above.
pub fn step_done() -> &'static str {
    "Done"
}

/// The key of the pause button.
pub fn space_key() -> &'static str {
    "Space"
}

/// The key of the pause button where Space counts repetitions.
pub fn enter_key() -> &'static str {
    "Enter"
}

/// Which set it is, and how repetitions are counted at one's own pace.
pub fn set_and_hint(set: Option<String>, counts: bool) -> Option<String> {
    match (set, counts) {
        (Some(set), true) => Some(format!("{set}. Space or a click counts")),
        (None, true) => Some("Space or a click counts".to_owned()),
        (set, false) => set,
    }
}

/// Heading of the choices after "It hurts".
pub fn hurts_title() -> &'static str {
    "What would you like to do?"
}

/// The line below it, where a stretch is being done.
pub fn hurts_stretch() -> &'static str {
    "We paused. A stretch should feel like a pull, never a sharp pain."
}

/// The same for strength work.
pub fn hurts_strength() -> &'static str {
    "We paused. In strength work the muscle may burn; the knee should not hurt sharply."
}

/// The same for mobility.
pub fn hurts_mobility() -> &'static str {
    "We paused. Move only as far as it stays easy."
}

/// The same for balance.
pub fn hurts_balance() -> &'static str {
    "We paused. Hold on to something as soon as you want to."
}

/// The line at the foot.
pub fn hurts_foot() -> &'static str {
    "Pain that stays sharp is a reason to stop."
}

/// First choice.
pub fn make_easier() -> &'static str {
    "Make it easier"
}

/// First choice, where the easier version is being done.
pub fn easier_already() -> &'static str {
    "Already the easier version"
}

/// First choice, where there is no easier version.
pub fn no_easier() -> &'static str {
    "No easier version"
}

/// Why the first choice is off.
pub fn no_easier_line() -> &'static str {
    "There is no easier one of this exercise."
}

/// Why choices about an exercise are off, where there is none.
pub fn no_exercise_line() -> &'static str {
    "No exercise is on right now."
}

/// Second choice.
pub fn skip_exercise() -> &'static str {
    "Skip this one"
}

/// Second choice, where there is no exercise.
pub fn nothing_to_skip() -> &'static str {
    "Nothing to skip"
}

/// Fourth choice. The third is the knee map's.
pub fn stop_here() -> &'static str {
    "Stop here"
}

/// What stopping means.
pub fn stop_line() -> &'static str {
    "Keeps what you have done. We ask once more."
}

/// Way back from the question whether to stop.
pub fn other_choices() -> &'static str {
    "Back"
}

/// Way back.
pub fn it_is_fine() -> &'static str {
    "It is fine, resume"
}

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
pub fn keys_title() -> &'static str {
    "Keys"
}

/// Closes a sheet.
pub fn close() -> &'static str {
    "Close"
}

/// Heading of the dialog that ends a session.
pub fn end_title() -> &'static str {
    "End this session?"
}

/// The answer that ends it.
pub fn end_session() -> &'static str {
    "End and keep my place"
}

/// The same where nothing was done yet.
pub fn end_at_once() -> &'static str {
    "End session"
}

/// The answer that goes on.
pub fn carry_on() -> &'static str {
    "Carry on"
}

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
pub fn undo() -> &'static str {
    "Undo"
}

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
pub fn nothing_done() -> &'static str {
    "Another time."
}

/// The line below it.
pub fn nothing_done_line() -> &'static str {
    "No step was done to its end. It will be here when you are ready."
}

/// The line below the heading when everything was done.
pub fn all_done_line() -> &'static str {
    "Well looked after. Easy walking from here."
}

/// The line below the heading when some of it was done.
pub fn some_done_line() -> &'static str {
    "That counts. The rest will be here next time."
}

/// Label of the time spent working.
pub fn moving() -> &'static str {
    "Moving"
}

/// Label of the steps done.
pub fn steps() -> &'static str {
    "Steps"
}

/// The steps there are.
pub fn of_steps(steps: usize) -> String {
    format!("of {steps}")
}

/// Question at the end.
pub fn knees_now() -> &'static str {
    "How are your knees now?"
}

/// Below the question.
pub fn knees_now_line() -> &'static str {
    "0 is no pain, 10 the worst you can think of. Your answer stays on this computer."
}

/// Leaves the screen.
pub fn finish_button() -> &'static str {
    "Finish"
}

/// Keeps the score and the note, and leaves.
pub fn save_button() -> &'static str {
    "Save and finish"
}

/// Leaves without keeping them.
pub fn skip_rating() -> &'static str {
    "Skip rating"
}

/// Above the note.
pub fn note() -> &'static str {
    "A note for later (optional)"
}

/// In the empty note.
pub fn note_example() -> &'static str {
    "Hill run, 7 km, felt it on the way down"
}

/// Sessions of this week.
pub fn this_week() -> &'static str {
    "This week"
}

/// The unit behind a number of sessions.
pub fn sessions(count: u32) -> &'static str {
    if count == 1 { "session" } else { "sessions" }
}

/// Paused because the computer slept.
pub fn slept() -> &'static str {
    "We paused while the computer was asleep. Press Space when you are ready."
}

/// Plays it once more.
pub fn again() -> &'static str {
    "Do it again"
}

/// Tooltip of the cross.
pub fn close_screen() -> &'static str {
    "Close"
}

/// A small number as a word.
fn number(number: usize) -> String {
    fn words() -> [&'static str; 13] {
        [
            "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
            "eleven", "twelve",
        ]
    }

    words()
        .get(number)
        .map_or_else(|| number.to_string(), |word| (*word).to_owned())
}

/// When there is nothing to hear.
pub fn no_sound() -> &'static str {
    "No sound device found. The screen will flash instead of beeping."
}

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
pub fn picture_moves() -> &'static str {
    "This picture does not move here: you see its first frame."
}
