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
        Message::StopHere,
        Message::PauseOrResume,
    ];
    assert_eq!(trial.stops(), stops);
    trial.wait(20_000);
    assert_eq!(trial.spot(), (1, 10_000), "and stands still");
}

/// What "It hurts" looks like: what the easier choice comes to, if it is there, and whether there is something to skip.
struct Case {
    name: &'static str,
    trial: fn() -> Trial,
    can_ease: bool,
    can_skip: bool,
}

fn hurting(text: &str, second: u64) -> Trial {
    let mut trial = Trial::of(text);
    trial.play_to_second(second);
    let _ = trial.type_in('h');
    trial
}

/// Every combination of what can be chosen.
const CASES: [Case; 6] = [
    Case {
        name: "an easier exercise",
        trial: || hurting(SHORT, times::LEFT + 10),
        can_ease: true,
        can_skip: true,
    },
    Case {
        name: "the easier exercise already",
        trial: || {
            let mut trial = hurting(SHORT, times::LEFT + 10);
            let _ = trial.type_in('1');
            let _ = trial.type_in('h');
            trial
        },
        can_ease: false,
        can_skip: true,
    },
    Case {
        name: "no easier version",
        trial: || hurting(OWN_PACE, 0),
        can_ease: false,
        can_skip: true,
    },
    Case {
        name: "the last exercise, with an easier way",
        trial: || hurting(SHORT, times::SQUAT + 10),
        can_ease: true,
        can_skip: true,
    },
    Case {
        name: "the last exercise, in its easier way",
        trial: || {
            let mut trial = hurting(SHORT, times::SQUAT + 10);
            let _ = trial.type_in('1');
            let _ = trial.type_in('h');
            trial
        },
        can_ease: false,
        can_skip: true,
    },
    Case {
        name: "standing easy at the end",
        trial: || hurting(SHORT, times::END - 3),
        can_ease: false,
        can_skip: false,
    },
];

#[test]
fn the_four_numbers_mean_the_same_whatever_can_be_chosen() {
    for case in CASES {
        let name = case.name;
        let begin = || {
            let trial = (case.trial)();
            assert_eq!(trial.player.layer, Layer::Hurts, "{name}");
            trial
        };

        let mut trial = begin();
        let before = trial.spot();
        let _ = trial.type_in('1');
        let is_easier = |trial: &Trial| {
            let work = trial.playback.current().work();
            work.is_some_and(|work| work.version == Version::Easier)
        };
        if case.can_ease {
            assert!(trial.is_running() && is_easier(&trial), "{name}");
        } else {
            assert_eq!(trial.player.layer, Layer::Hurts, "{name}: 1 is off");
            assert_eq!(trial.spot(), before, "{name}");
            assert!(!trial.is_running(), "{name}");
        }

        let mut trial = begin();
        let step = trial.step();
        let _ = trial.type_in('2');
        if case.can_skip {
            assert!(trial.step() > step, "{name}: 2 skips");
        } else {
            assert_eq!(trial.player.layer, Layer::Hurts, "{name}: 2 is off");
        }

        let mut trial = begin();
        assert_eq!(trial.type_in('3'), [Effect::ShowWhere], "{name}");

        let mut trial = begin();
        let _ = trial.type_in('4');
        assert_eq!(
            trial.playback.current().ending(),
            None,
            "{name}: it asks first"
        );
        // The key that asked does not answer, and Enter is on the safe side.
        let _ = trial.type_in('4');
        assert_eq!(trial.playback.current().ending(), None, "{name}");
        let _ = trial.press(Stroke::Enter);
        assert_eq!(
            trial.player.layer,
            Layer::Hurts,
            "{name}: back to the choices"
        );
        assert!(!trial.is_running(), "{name}");
        let _ = trial.type_in('4');
        trial.tab_to(&Message::Stop);
        let _ = trial.press(Stroke::Enter);
        assert_eq!(
            trial.playback.current().ending(),
            Some(Ending::Stopped),
            "{name}"
        );

        let mut trial = begin();
        for other in ['0', '5', '9'] {
            assert_eq!(trial.type_in(other), [], "{name}: {other}");
            assert_eq!(trial.player.layer, Layer::Hurts, "{name}: {other}");
        }
    }
}

#[test]
fn the_keyboard_begins_on_the_first_choice_that_is_there_and_passes_over_what_is_off() {
    for case in CASES {
        let mut trial = (case.trial)();
        let first = match (case.can_ease, case.can_skip) {
            (true, _) => Message::Easier,
            (false, true) => Message::SkipExercise,
            (false, false) => Message::ShowWhere,
        };
        assert_eq!(trial.focused(), Some(first), "{}", case.name);
        let stops = trial.stops();
        assert_eq!(
            stops.contains(&Message::Easier),
            case.can_ease,
            "{}",
            case.name
        );
        assert_eq!(
            stops.contains(&Message::SkipExercise),
            case.can_skip,
            "{}",
            case.name
        );
    }
}

#[test]
fn what_was_chosen_is_written_down_once() {
    use crate::training::record::{Entry, Hurt, What};
    let mut trial = hurting(SHORT, times::RIGHT + 1);
    let hurts = |trial: &mut Trial| {
        let entries = std::mem::take(&mut trial.entries);
        let happened = entries.into_iter().filter_map(|entry| match entry {
            Entry::Happening(happening) => Some(happening.what),
            _ => None,
        });
        happened
            .filter(|what| matches!(what, What::Hurt(_)))
            .collect::<Vec<_>>()
    };
    let _ = trial.type_in('4');
    assert_eq!(hurts(&mut trial), [], "it was only asked");
    let _ = trial.send(Message::Stop);
    assert_eq!(hurts(&mut trial), [What::Hurt(Hurt::Stop)]);
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
        trial.playback.current().work().unwrap().exercise.name,
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
    assert_eq!(
        trial.playback.current().outcomes()[..2],
        [Outcome::Skipped; 2]
    );
}

#[test]
fn stopping_here_ends_and_counts_what_was_done() {
    let mut trial = Trial::of(SHORT);
    trial.play_to_second(times::RIGHT + 1);
    let _ = trial.type_in('h');
    let _ = trial.type_in('4');
    let _ = trial.send(Message::Stop);
    assert_eq!(trial.playback.current().ending(), Some(Ending::Stopped));
    assert_eq!(trial.playback.current().steps_done(), 1);
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
        let inside = trial.stops();
        assert_eq!(inside.len(), count, "{key}");
        for _ in 0..2 * count {
            trial.tab(false);
            assert!(inside.contains(&trial.focused().unwrap()), "{key}");
        }
        // What would be done without the layer is not done below it.
        let before = trial.spot();
        for other in ['n', 'p', 'r', '+', '-', 'd', 'f'] {
            assert_eq!(trial.type_in(other), [], "{key}, {other}");
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
    assert_eq!(trial.focused(), Some(Message::SkipExercise));
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
    assert_eq!(trial.playback.current().ending(), Some(Ending::Stopped));
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
        let hurts = false;
        assert_eq!(trial.player.layer, Layer::End { was_running, hurts });
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
    assert_eq!(trial.type_in('m'), [Effect::ToggleMute]);
    assert_eq!(trial.player.layer, Layer::Hurts);
    assert_eq!(trial.focused(), Some(Message::Easier));
}

#[test]
fn the_end_closes_whatever_lies_over_the_player() {
    let mut trial = Trial::of(SHORT);
    trial.play_to_second(times::END - 1);
    let _ = trial.type_in('?');
    trial.play_to_second(times::END);
    assert_eq!(trial.playback.current().ending(), Some(Ending::Completed));
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
        assert_eq!(trial.playback.current().ending(), Some(Ending::Completed));
        assert_eq!(trial.player.layer, Layer::None, "{message:?}");
        assert_eq!(trial.focused(), Some(Message::Leave), "{message:?}");
    }
}
