//! What lies over the player: the choices after "It hurts", the key sheet and the question whether to end.

use super::*;
use crate::session::Outcome;

#[test]
fn it_hurts_stops_the_clock_and_offers_the_kind_choices_first() {
    let mut trial = Trial::of(SHORT);
    trial.play_to_second(times::LEFT + 10);
    let _ = trial.type_in('h');
    assert!(!trial.is_running());
    assert_eq!(trial.focused(), Some(Message::Easier));
    let stops = [
        Message::Easier,
        Message::SkipExercise,
        Message::ShowWhere,
        Message::Stop,
        Message::PauseOrResume,
    ];
    assert_eq!(trial.player.stops(), stops);
    trial.wait(20_000);
    assert_eq!(trial.spot(), (1, 10_000), "and stands still");
}

#[test]
fn without_an_easier_version_none_is_offered() {
    let mut trial = Trial::of(OWN_PACE);
    let _ = trial.type_in('h');
    assert_eq!(trial.focused(), Some(Message::SkipExercise));
    // The first number is the first choice that is there.
    let _ = trial.type_in('1');
    assert_eq!(
        trial.player.session.work().unwrap().exercise.name,
        "Wall sit"
    );
}

#[test]
fn an_easier_exercise_begins_anew_and_an_easier_way_goes_on() {
    let mut trial = Trial::of(SHORT);
    trial.play_to_second(times::LEFT + 10);
    let _ = trial.type_in('h');
    let _ = trial.type_in('1');
    assert!(trial.is_running());
    assert_eq!(trial.player.layer, Layer::None);
    assert_eq!(
        trial.player.session.work().unwrap().exercise.name,
        "Seated lean"
    );
    assert_eq!(trial.spot(), (1, 0));

    let mut trial = Trial::of(SHORT);
    trial.play_to_second(times::SQUAT + 10);
    let _ = trial.type_in('h');
    let _ = trial.press(Stroke::Enter);
    assert!(trial.is_running());
    assert_eq!(trial.spot(), (5, 10_000));
    let _ = trial.type_in('h');
    assert_eq!(
        trial.focused(),
        Some(Message::SkipExercise),
        "it is as easy as it gets"
    );
}

#[test]
fn skipping_leaves_out_both_sides() {
    let mut trial = Trial::of(SHORT);
    trial.play_to_second(times::LEFT + 10);
    let _ = trial.type_in('h');
    let _ = trial.type_in('2');
    assert!(trial.is_running());
    assert_eq!(trial.spot(), (4, 0));
    assert_eq!(trial.player.session.outcomes()[..2], [Outcome::Skipped; 2]);
}

#[test]
fn stopping_here_ends_and_counts_what_was_done() {
    let mut trial = Trial::of(SHORT);
    trial.play_to_second(times::RIGHT + 1);
    let _ = trial.type_in('h');
    let _ = trial.type_in('4');
    assert_eq!(trial.player.session.ending(), Some(Ending::Stopped));
    assert_eq!(trial.player.session.steps_done(), 1);
    assert_eq!(trial.focused(), Some(Message::Leave));
}

#[test]
fn it_is_fine_goes_on_where_it_was_and_escape_stays_paused() {
    let mut trial = Trial::of(SHORT);
    trial.play_to_second(times::LEFT + 10);
    let _ = trial.type_in('h');
    let _ = trial.send(Message::PauseOrResume);
    assert!(trial.is_running());
    assert_eq!(trial.spot(), (1, 10_000));

    let _ = trial.type_in('h');
    let _ = trial.press(Stroke::Escape);
    assert_eq!(trial.player.layer, Layer::None);
    assert!(
        !trial.is_running(),
        "nobody is hurried on after saying that it hurts"
    );
    assert_eq!(trial.focused(), Some(Message::PauseOrResume));
}

#[test]
fn a_layer_keeps_the_keyboard_inside() {
    let layers = [('h', 5), ('?', 1)];
    for (key, count) in layers {
        let mut trial = Trial::of(SHORT);
        trial.play_to_second(times::LEFT + 10);
        let _ = trial.type_in(key);
        let inside = trial.player.stops();
        assert_eq!(inside.len(), count, "{key}");
        for _ in 0..2 * count {
            trial.tab();
            assert!(inside.contains(&trial.focused().unwrap()), "{key}");
        }
        // What would be done without the layer is not done below it.
        let before = trial.spot();
        for other in ['n', 'p', 'r', '+', '-', 'd', 'f'] {
            assert_eq!(*trial.type_in(other), Action::None, "{key}, {other}");
        }
        assert_eq!(trial.spot(), before, "{key}");
    }
}

#[test]
fn arrows_move_in_a_layer_and_enter_chooses() {
    let mut trial = Trial::of(SHORT);
    trial.play_to_second(times::LEFT + 10);
    let _ = trial.type_in('h');
    // The first press shows where one is.
    let _ = trial.press(Stroke::Down);
    let _ = trial.press(Stroke::Down);
    assert!(trial.player.focus.is_on(&Message::SkipExercise));
    let _ = trial.press(Stroke::Up);
    let _ = trial.press(Stroke::Down);
    let _ = trial.press(Stroke::Space);
    assert_eq!(trial.spot(), (4, 0));
}

#[test]
fn the_question_whether_to_end_begins_on_carry_on() {
    let mut trial = Trial::of(SHORT);
    trial.play_to_second(times::LEFT + 10);
    let _ = trial.press(Stroke::Escape);
    assert_eq!(trial.focused(), Some(Message::PauseOrResume));
    let _ = trial.press(Stroke::Enter);
    assert!(trial.is_running());
    assert_eq!(trial.player.layer, Layer::None);

    let _ = trial.press(Stroke::Escape);
    trial.tab_to(&Message::Stop);
    let _ = trial.press(Stroke::Enter);
    assert_eq!(trial.player.session.ending(), Some(Ending::Stopped));
}

#[test]
fn waving_the_question_away_leaves_everything_as_it_was() {
    for was_running in [true, false] {
        let mut trial = Trial::of(SHORT);
        trial.play_to_second(times::LEFT + 10);
        if !was_running {
            let _ = trial.press(Stroke::Space);
        }
        let _ = trial.press(Stroke::Escape);
        assert_eq!(trial.player.layer, Layer::End { was_running });
        let _ = trial.press(Stroke::Escape);
        assert_eq!(trial.player.layer, Layer::None);
        assert_eq!(trial.is_running(), was_running);
        assert_eq!(trial.spot(), (1, 10_000));
    }
}

#[test]
fn the_key_sheet_lets_the_session_go_on_and_closes_with_its_own_key() {
    for close in [
        Stroke::Character('?'),
        Stroke::Escape,
        Stroke::Enter,
        Stroke::Space,
    ] {
        let mut trial = Trial::of(SHORT);
        trial.play_to_second(times::LEFT + 10);
        let _ = trial.type_in('?');
        assert_eq!(trial.player.layer, Layer::Keys);
        trial.wait(2_000);
        assert_eq!(trial.spot(), (1, 12_000));
        let _ = trial.press(close);
        assert_eq!(trial.player.layer, Layer::None, "{close:?}");
        assert!(trial.is_running(), "{close:?}");
    }
}

#[test]
fn mute_works_below_a_layer_and_leaves_the_keyboard_in_it() {
    let mut trial = Trial::of(SHORT);
    trial.play_to_second(times::LEFT + 10);
    let _ = trial.type_in('h');
    assert_eq!(*trial.type_in('m'), Action::ToggleMute);
    assert_eq!(trial.player.layer, Layer::Hurts);
    assert_eq!(trial.focused(), Some(Message::Easier));
}

#[test]
fn the_end_closes_whatever_lies_over_the_player() {
    let mut trial = Trial::of(SHORT);
    trial.play_to_second(times::END - 1);
    let _ = trial.type_in('?');
    trial.play_to_second(times::END);
    assert_eq!(trial.player.session.ending(), Some(Ending::Completed));
    assert_eq!(trial.player.layer, Layer::None);
    assert_eq!(trial.focused(), Some(Message::Leave));
}

#[test]
fn a_layer_asked_for_at_the_very_end_does_not_open() {
    for message in [Message::Hurts, Message::End, Message::Keys] {
        let mut trial = Trial::of(SHORT);
        trial.play_to_second(times::END - 1);
        trial.sleep(2_000);
        let _ = trial.send(message.clone());
        let _ = trial.send(Message::Tick);
        assert_eq!(trial.player.session.ending(), Some(Ending::Completed));
        assert_eq!(trial.player.layer, Layer::None, "{message:?}");
        assert_eq!(trial.focused(), Some(Message::Leave), "{message:?}");
    }
}
