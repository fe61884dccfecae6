//! Jumping to steps and back, and repetitions at one's own pace.

use super::*;
use crate::session::Outcome;

#[test]
fn a_digit_jumps_and_undo_returns_to_the_exact_place() {
    let mut trial = Trial::of(SHORT);
    trial.play_to(17_777);
    let before = trial.spot();
    let _ = trial.type_in('4');
    assert_eq!(trial.step(), 3);
    assert_eq!(trial.spot(), (5, 0));
    trial.wait(4_800);
    assert!(trial.playback.undo().is_some());
    let _ = trial.send(Message::Undo);
    assert_eq!(trial.spot(), before);
    assert!(trial.is_running());
    assert!(trial.playback.undo().is_none());
}

#[test]
fn undo_is_offered_for_five_seconds() {
    let mut trial = Trial::of(SHORT);
    trial.play_to_second(10);
    let _ = trial.type_in('3');
    trial.wait(4_960);
    assert!(trial.playback.undo().is_some());
    trial.wait(80);
    assert!(trial.playback.undo().is_none());
    let spot = trial.spot();
    assert_eq!(trial.send(Message::Undo), []);
    assert_eq!(trial.spot(), spot);
}

#[test]
fn a_jump_in_a_pause_and_back_stays_paused() {
    let mut trial = Trial::of(SHORT);
    trial.play_to_second(10);
    let _ = trial.press(Stroke::Space);
    let _ = trial.type_in('4');
    assert!(!trial.is_running());
    let offered = trial.player.frame(
        &trial.playback,
        &crate::app::test_support::viewport(crate::app::test_support::SIZES[1]),
    );
    assert!(offered.is_some(), "somebody has to take the offer away");
    trial.tab_to(&Message::Undo);
    let _ = trial.press(Stroke::Enter);
    assert!(!trial.is_running());
    assert_eq!(trial.spot(), (1, 5_000));
}

#[test]
fn going_on_by_oneself_makes_the_offer_void_and_pausing_does_not() {
    let mut trial = Trial::of(SHORT);
    trial.play_to_second(10);
    let _ = trial.type_in('3');
    let _ = trial.press(Stroke::Space);
    assert!(trial.playback.undo().is_some());
    let _ = trial.press(Stroke::Space);
    assert!(trial.playback.undo().is_some());
    let _ = trial.type_in('n');
    assert!(trial.playback.undo().is_none());
}

#[test]
fn only_steps_with_a_number_have_a_key() {
    let mut trial = Trial::of(SHORT);
    trial.play_to_second(10);
    for digit in '5'..='9' {
        assert_eq!(trial.type_in(digit), [], "{digit}");
    }
    assert_eq!(trial.spot(), (1, 5_000));
    // The bar of steps leads to the finish too.
    let _ = trial.send(Message::JumpTo(4));
    assert_eq!(trial.spot(), (6, 0));
    let _ = trial.send(Message::JumpTo(5));
    assert_eq!(trial.spot(), (6, 0));
}

#[test]
fn space_counts_at_ones_own_pace_and_the_last_one_ends_the_set() {
    let mut trial = Trial::of(OWN_PACE);
    let done = |trial: &Trial| match trial.playback.position().repetition {
        Some(Repetition::OwnPace { done, count, .. }) => Some((done, count)),
        _ => None,
    };
    for counted in 0..4 {
        assert_eq!(done(&trial), Some((counted, 4)));
        trial.wait(3_000);
        let _ = trial.press(Stroke::Space);
    }
    assert!(trial.is_running());
    assert_eq!(trial.spot(), (1, 0), "the rest between the sets begins");
    assert_eq!(trial.playback.current().outcomes()[0], Outcome::Done);
    // In the rest Space pauses again.
    let _ = trial.press(Stroke::Space);
    assert!(!trial.is_running());
}

#[test]
fn an_own_pace_set_waits_as_long_as_it_takes() {
    let mut trial = Trial::of(OWN_PACE);
    trial.play_to_second(600);
    assert_eq!(trial.spot().0, 0);
    let _ = trial.send(Message::Done);
    assert_eq!(trial.spot(), (1, 0));
}

#[test]
fn space_counts_even_after_the_keyboard_was_shown() {
    let mut trial = Trial::of(OWN_PACE);
    trial.tab(false);
    assert_eq!(trial.focused(), Some(Message::PauseOrResume));
    let _ = trial.press(Stroke::Space);
    assert!(trial.is_running());
    assert!(matches!(
        trial.playback.position().repetition,
        Some(Repetition::OwnPace { done: 1, .. })
    ));
    let _ = trial.press(Stroke::Enter);
    assert!(!trial.is_running(), "Enter is what pauses here");
    let _ = trial.press(Stroke::Space);
    assert!(trial.is_running(), "and Space resumes");
}

#[test]
fn done_can_be_reached_with_tab() {
    let mut trial = Trial::of(OWN_PACE);
    trial.tab_to(&Message::Done);
    let _ = trial.press(Stroke::Space);
    assert_eq!(trial.spot(), (1, 0));
}

#[test]
fn undo_remembers_what_was_counted() {
    let mut trial = Trial::of(OWN_PACE);
    for _ in 0..3 {
        trial.wait(2_000);
        let _ = trial.press(Stroke::Space);
    }
    let _ = trial.type_in('4');
    assert_eq!(trial.step(), 3);
    trial.wait(1_000);
    let _ = trial.send(Message::Undo);
    assert!(matches!(
        trial.playback.position().repetition,
        Some(Repetition::OwnPace {
            done: 3,
            count: 4,
            ..
        })
    ));
}

#[test]
fn above_forty_steps_the_bar_shows_one_strip_for_each_exercise() {
    let mut text = String::from(
        r#"(id: "long", name: "Long", kind: Strength, exercises: [
            (id: "a", name: "First thing"), (id: "b", name: "Second thing")], items: ["#,
    );
    for id in ["a", "b"] {
        text.push_str(&format!(
            r#"Rest(5), Exercise(id: "{id}", dose: Hold(10), sides: Each(), sets: 8, rest: 20),"#
        ));
    }
    text.push_str("])");
    let trial = Trial::of(&text);
    assert_eq!(trial.playback.current().timeline().steps().len(), 49);
    let names: Vec<_> = trial
        .player
        .strips
        .iter()
        .map(|strip| strip.name.as_str())
        .collect();
    assert_eq!(names, ["First thing", "Second thing", "Finish"]);
    let total: f32 = trial.player.strips.iter().map(|strip| strip.seconds).sum();
    assert_eq!(
        total,
        trial.playback.current().timeline().total().as_secs_f32()
    );
}

/// Marching by time, then lunges counted one by one.
const ALTERNATING: &str = r#"(
    id: "alternating", name: "Alternating", kind: WarmUp,
    get_ready: (seconds: 5),
    items: [
        Exercise(id: "march", dose: Time(20), sides: Alternating),
        Exercise(id: "lunge", dose: Reps(count: 4, seconds: 3), sides: Alternating),
    ],
    exercises: [(id: "march", name: "March"), (id: "lunge", name: "Lunge")],
)"#;

#[test]
fn work_that_alternates_by_time_lights_no_side_and_counted_work_the_one_that_works() {
    let mut trial = Trial::of(ALTERNATING);
    let lit = |trial: &Trial| {
        let session = &trial.playback.current();
        let work = session.work().unwrap();
        showing::lit_sides(session, work, trial.playback.position())
    };
    let none = Some([false, false]);
    for (second, expected) in [
        (2, none),
        (6, none),
        (16, none),
        (24, none),
        (26, Some([true, false])),
        (29, Some([false, true])),
        (32, Some([true, false])),
    ] {
        trial.play_to_second(second);
        assert_eq!(lit(&trial), expected, "at {second} s");
    }
}
