//! What keys do while a session is on, and where the keyboard is.

use super::*;
use crate::app::shortcut::PLAYER;
use crate::words::keys;

/// The key with this print on it.
fn key(cap: &str) -> Stroke {
    match cap {
        "Space" => Stroke::Space,
        "Esc" => Stroke::Escape,
        "→" => Stroke::Right,
        "←" => Stroke::Left,
        letter => Stroke::Character(letter.to_lowercase().chars().next().unwrap()),
    }
}

#[test]
fn every_line_of_the_key_sheet_is_true() {
    for shortcut in &PLAYER {
        for cap in shortcut.caps {
            // Ten seconds into the hold on the left.
            let mut trial = Trial::of(SHORT);
            trial.play_to_second(times::LEFT + 10);
            let total = trial.playback.current().timeline().total();
            let action = trial.press(key(cap)).clone();
            let now_total = trial.playback.current().timeline().total();
            let said = format!("{cap} says {}", (shortcut.words)());
            match (shortcut.words)() {
                name if name == keys::pause() => {
                    assert!(!trial.is_running(), "{said}");
                    let _ = trial.press(key(cap));
                    assert!(trial.is_running(), "{said}");
                }
                name if name == keys::next() => assert_eq!(trial.spot(), (2, 0), "{said}"),
                name if name == keys::previous() => assert_eq!(trial.spot(), (1, 0), "{said}"),
                name if name == keys::more() => {
                    assert_eq!(now_total, total + Duration::from_secs(15), "{said}");
                }
                name if name == keys::less() => {
                    assert_eq!(now_total, total - Duration::from_secs(10), "{said}");
                }
                name if name == keys::cue() => assert_eq!(trial.player.cue.index, 2, "{said}"),
                name if name == keys::leave() => {
                    assert_eq!(
                        trial.player.layer,
                        Layer::End {
                            was_running: true,
                            hurts: false
                        },
                        "{said}"
                    );
                }
                name if name == keys::mute() => assert_eq!(action, [Effect::ToggleMute], "{said}"),
                name if name == keys::full_screen() => {
                    assert_eq!(action, [Effect::SetFullScreen(true)], "{said}");
                }
                name if name == keys::hurts() => {
                    assert_eq!(trial.player.layer, Layer::Hurts, "{said}");
                }
                name if name == keys::restart() => assert_eq!(trial.spot(), (1, 0), "{said}"),
                name if name == keys::jump() => {
                    let step = cap.parse::<usize>().unwrap() - 1;
                    let is_there = step < trial.playback.current().timeline().numbered_steps();
                    assert_eq!(trial.playback.undo().is_some(), is_there, "{said}");
                }
                name if name == keys::keys() => {
                    assert_eq!(trial.player.layer, Layer::Keys, "{said}");
                }
                name if name == keys::done() => {
                    assert_eq!(trial.spot(), (1, 10_000), "{said}, and here nothing is");
                    let mut trial = Trial::of(OWN_PACE);
                    let _ = trial.press(key(cap));
                    assert_eq!(trial.step(), 1, "{said}");
                }
                other => panic!("nobody checks whether {cap} does what it says: {other}"),
            }
        }
    }
}

#[test]
fn plus_is_also_the_key_it_shares_with_equals() {
    let mut trial = Trial::of(SHORT);
    let total = trial.playback.current().timeline().total();
    let _ = trial.type_in('=');
    let more = Duration::from_secs(15);
    assert_eq!(trial.playback.current().timeline().total(), total + more);
}

#[test]
fn control_with_a_letter_does_nothing() {
    let mut trial = Trial::of(SHORT);
    trial.play_to_second(10);
    let before = trial.spot();
    for stroke in ['n', 'p', 'h', 'm', 'f', '1', '?'].map(Stroke::Character) {
        let command = true;
        let press = Press { stroke, command };
        let wanted = trial.player.key(press, &trial.playback, trial.now());
        assert_eq!(wanted, [], "{stroke:?}");
    }
    assert_eq!(trial.spot(), before);
    assert_eq!(trial.player.layer, Layer::None);
}

#[test]
fn tab_visits_every_control_once_in_the_order_of_the_screen() {
    let mut trial = Trial::of(SHORT);
    trial.play_to_second(10);
    assert_eq!(trial.focused(), Some(Message::PauseOrResume));
    assert!(!trial.is_ringed(), "the ring waits for a key");
    trial.tab(false);
    assert!(trial.is_ringed());
    let expected = [
        Message::PauseOrResume,
        Message::Next,
        Message::More,
        Message::Hurts,
        Message::End,
        Message::Mute,
        Message::FullScreen,
        Message::Keys,
    ];
    for message in expected {
        assert_eq!(trial.focused(), Some(message));
        trial.tab(false);
    }
    // The bar of steps, and what stands before Pause.
    assert_eq!(trial.focused(), None);
    trial.tab(false);
    assert_eq!(trial.focused(), Some(Message::Previous));
    trial.tab(false);
    assert_eq!(trial.focused(), Some(Message::PauseOrResume));
    trial.tab(true);
    assert_eq!(trial.focused(), Some(Message::Previous));
}

#[test]
fn enter_and_space_press_the_control_the_keyboard_is_on() {
    for stroke in [Stroke::Enter, Stroke::Space] {
        let mut trial = Trial::of(SHORT);
        trial.play_to_second(10);
        trial.tab_to(&Message::Next);
        let _ = trial.press(stroke);
        assert_eq!(trial.spot(), (2, 0), "{stroke:?}");
        trial.tab_to(&Message::Hurts);
        let _ = trial.press(stroke);
        assert_eq!(trial.player.layer, Layer::Hurts, "{stroke:?}");
    }
}

#[test]
fn the_keyboard_rests_on_pause_after_every_action() {
    let actions = [
        Message::Next,
        Message::More,
        Message::Mute,
        Message::FullScreen,
        Message::Previous,
    ];
    for message in actions {
        let mut trial = Trial::of(SHORT);
        trial.play_to_second(10);
        trial.tab_to(&message);
        let _ = trial.press(Stroke::Enter);
        assert_eq!(trial.focused(), Some(Message::PauseOrResume), "{message:?}");
    }
    // So Space pauses, whatever was pressed before.
    let mut trial = Trial::of(SHORT);
    trial.play_to_second(10);
    trial.tab_to(&Message::More);
    let _ = trial.press(Stroke::Enter);
    let _ = trial.press(Stroke::Space);
    assert!(!trial.is_running());
}

#[test]
fn a_key_that_turns_the_cue_also_brings_the_keyboard_back_to_pause() {
    let mut trial = Trial::of(SHORT);
    trial.play_to_second(10);
    trial.tab_to(&Message::Next);
    let _ = trial.type_in('c');
    assert_eq!(trial.focused(), Some(Message::PauseOrResume));
}

#[test]
fn pausing_offers_more_controls_and_resuming_takes_them_away() {
    let mut trial = Trial::of(SHORT);
    trial.play_to_second(10);
    let _ = trial.press(Stroke::Space);
    trial.tab_to(&Message::Restart);
    trial.tab_to(&Message::Easier);
    let _ = trial.press(Stroke::Enter);
    assert!(
        !trial.is_running(),
        "whoever chooses at leisure resumes at leisure"
    );
    assert_eq!(
        trial.playback.current().work().unwrap().exercise.name,
        "Seated lean"
    );
    assert_eq!(
        trial.spot(),
        (1, 0),
        "another exercise takes its whole time"
    );
    assert!(!trial.stops().contains(&Message::Easier));
    let _ = trial.press(Stroke::Space);
    assert!(!trial.stops().contains(&Message::Restart));
}

#[test]
fn previous_goes_to_the_step_before_at_first_and_restarts_later() {
    for (within, expected) in [(2_900, (1, 0)), (3_000, (3, 0)), (15_000, (3, 0))] {
        let mut trial = Trial::of(SHORT);
        trial.play_to(times::RIGHT * 1_000 + within);
        let _ = trial.type_in('p');
        assert_eq!(trial.spot(), expected, "{within} ms into the right side");
    }
}

#[test]
fn next_goes_from_the_way_to_the_work_and_from_the_work_to_what_follows() {
    let mut trial = Trial::of(SHORT);
    for expected in [1, 2, 3, 4, 5, 6] {
        let _ = trial.type_in('n');
        assert_eq!(trial.spot(), (expected, 0));
    }
    let _ = trial.type_in('n');
    assert_eq!(trial.playback.current().ending(), Some(Ending::Completed));
}

#[test]
fn fifteen_seconds_less_never_takes_what_is_done() {
    let mut trial = Trial::of(SHORT);
    trial.play_to_second(times::LEFT + 12);
    let _ = trial.type_in('-');
    trial.wait(80);
    assert_eq!(
        trial.spot(),
        (2, 80),
        "the hold is over and the change begins"
    );
}

#[test]
fn escape_leaves_the_full_screen_first_and_then_asks() {
    let mut trial = Trial::of(SHORT);
    trial.play_to_second(10);
    assert_eq!(trial.type_in('f'), [Effect::SetFullScreen(true)]);
    assert_eq!(trial.press(Stroke::Escape), [Effect::SetFullScreen(false)]);
    assert_eq!(trial.player.layer, Layer::None);
    assert!(trial.is_running());
    let _ = trial.press(Stroke::Escape);
    assert_eq!(
        trial.player.layer,
        Layer::End {
            was_running: true,
            hurts: false
        }
    );
    assert!(!trial.is_running());
}
