//! After the end: how the knees are, once more, and leaving.

use super::*;
use crate::app::screen::rating;
use crate::app::test_support::{SIZES, viewport, window};
use crate::side::Side;
use crate::training::Score;
use crate::training::pain::Told;
use crate::words::player as words;

fn finished() -> Trial {
    let mut trial = Trial::of(SHORT);
    trial.play_to_second(times::END);
    assert_eq!(trial.playback.current().ending(), Some(Ending::Completed));
    trial
}

fn score(trial: &Trial) -> Option<u8> {
    trial
        .player
        .rating
        .told()
        .and_then(|told| told.knee(Side::Left))
        .map(Score::get)
}

#[test]
fn everything_counts_when_everything_was_done() {
    let mut trial = finished();
    assert_eq!(trial.playback.current().steps_done(), 4);
    assert_eq!(trial.playback.current().worked(), Duration::from_secs(70));
    assert_eq!(trial.focused(), Some(Message::Leave));
}

#[test]
fn digits_choose_a_score() {
    for digit in '0'..='9' {
        let mut trial = finished();
        let _ = trial.type_in(digit);
        assert_eq!(score(&trial), Some(digit as u8 - b'0'));
    }
}

#[test]
fn one_and_then_zero_is_ten_when_it_comes_soon() {
    for (pause, expected) in [(0, 10), (800, 10), (801, 0), (3_000, 0)] {
        let mut trial = finished();
        let _ = trial.type_in('1');
        trial.sleep(pause);
        let _ = trial.type_in('0');
        assert_eq!(score(&trial), Some(expected), "after {pause} ms");
    }
    // A second zero is a zero, and so is one after another key or another way to choose 1.
    let mut trial = finished();
    for digit in ['1', '0', '0'] {
        let _ = trial.type_in(digit);
    }
    assert_eq!(score(&trial), Some(0));
    let mut trial = finished();
    let _ = trial.send(Message::Rate(rating::Message::Score(Side::Left, 1)));
    let _ = trial.type_in('0');
    assert_eq!(score(&trial), Some(0));
    let mut trial = finished();
    for digit in ['1', '3', '0'] {
        let _ = trial.type_in(digit);
    }
    assert_eq!(score(&trial), Some(0));
}

#[test]
fn arrows_move_the_score_within_the_scale() {
    let mut trial = finished();
    let mut scores = Vec::new();
    let _ = trial.press(Stroke::Left);
    scores.push(score(&trial));
    for _ in 0..12 {
        let _ = trial.press(Stroke::Right);
    }
    scores.push(score(&trial));
    let _ = trial.press(Stroke::Left);
    scores.push(score(&trial));
    assert_eq!(scores, [Some(0), Some(10), Some(9)]);
    for _ in 0..12 {
        let _ = trial.press(Stroke::Left);
    }
    assert_eq!(score(&trial), Some(0));
}

#[test]
fn each_knee_has_its_own_score() {
    let told = |keys: &str| {
        let mut trial = finished();
        for key in keys.chars() {
            let _ = trial.type_in(key);
        }
        trial.player.rating.told()
    };
    let [two, five, ten] = [2, 5, 10].map(|score| Score::new(score).unwrap());

    assert_eq!(told(""), None);
    assert_eq!(told("r"), None);
    assert_eq!(told("2"), Some(Told::One(Side::Left, two)));
    assert_eq!(told("r5"), Some(Told::One(Side::Right, five)));
    let each = |left, right| Some(Told::Each { left, right });
    assert_eq!(told("2r5"), each(two, five));
    assert_eq!(told("r5l2"), each(two, five));
    assert_eq!(told("2r10"), each(two, ten));
    // A 0 for the other knee does not follow the 1 of this one.
    assert_eq!(
        told("1r0").map(|told| told.worse(|_| None).score.get()),
        Some(1)
    );

    let mut trial = finished();
    let _ = trial.type_in('2');
    let _ = trial.press(Stroke::Down);
    let _ = trial.type_in('5');
    assert_eq!(trial.player.rating.told(), each(two, five));
}

#[test]
fn enter_leaves_with_a_score_and_without() {
    let mut trial = finished();
    assert_eq!(trial.press(Stroke::Enter), [Effect::Leave]);
    let mut trial = finished();
    let _ = trial.type_in('4');
    assert_eq!(trial.press(Stroke::Enter), [Effect::Leave]);
    let mut trial = finished();
    assert_eq!(trial.press(Stroke::Escape), [Effect::Leave]);
}

#[test]
fn tab_reaches_the_scale_and_both_ways_on_and_arrows_every_score() {
    let mut trial = finished();
    let on = |score| Message::Rate(rating::Message::Score(Side::Left, score));
    trial.tab_to(&on(0));
    let _ = trial.press(Stroke::Space);
    assert_eq!(score(&trial), Some(0));
    for next in 1..=10 {
        let _ = trial.press(Stroke::Right);
        assert_eq!(score(&trial), Some(next));
        assert_eq!(trial.focused(), Some(on(next)));
    }
    trial.tab_to(&Message::Again);
    assert_eq!(trial.press(Stroke::Enter), [Effect::Again]);
    trial.tab_to(&Message::Leave);
    trial.tab_to(&Message::Save);
}

#[test]
fn keys_of_the_session_do_nothing_any_more() {
    let mut trial = finished();
    let spot = trial.spot();
    for key in ['n', 'p', 'r', 'h', '?', '+', '-', 'd', 'c'] {
        assert_eq!(trial.type_in(key), [], "{key}");
    }
    assert_eq!(trial.spot(), spot);
    assert_eq!(trial.player.layer, Layer::None);
}

#[test]
fn a_click_that_comes_after_the_end_changes_nothing() {
    let mut trial = finished();
    let late = [
        Message::PauseOrResume,
        Message::Next,
        Message::Hurts,
        Message::End,
        Message::JumpTo(1),
        Message::Undo,
        Message::CountRepetition,
    ];
    for message in late {
        let orders = trial.orders.len();
        let _ = trial.send(message.clone());
        let ordered = trial.orders[orders..].iter();
        assert!(
            ordered
                .flat_map(|(_, order)| &order.signals)
                .next()
                .is_none(),
            "{message:?}"
        );
        assert_eq!(trial.focused(), Some(Message::Leave), "{message:?}");
    }
    assert!(trial.playback.undo().is_none());
}

/// Whoever has chosen a score and reaches for the note next finds it where it was.
#[test]
fn the_note_stays_where_it_is_when_a_score_is_chosen() {
    for size in SIZES {
        let context = Context {
            viewport: viewport(size),
            is_muted: false,
            is_silent: false,
            text: 1.0,
            sessions_this_week: Some(3),
            next: None,
        };
        let place = |trial: &Trial| {
            let mut window = window(size, trial.player.view(&trial.playback, &context));
            window.find(words::note()).unwrap().bounds()
        };
        for score in ['0', '5'] {
            let mut trial = finished();
            let before = place(&trial);
            let _ = trial.type_in(score);
            assert_eq!(place(&trial), before, "{score} at {size:?}");
        }
    }
}
