//! What the player lets be heard, and when.

use super::*;
use crate::session::cue::Count;

const THREE: Cue = Cue::Count(Count::Three);
const TWO: Cue = Cue::Count(Count::Two);
const ONE: Cue = Cue::Count(Count::One);

/// The signals of [`SHORT`] in milliseconds, without the beats.
const SIGNALS: [(u128, Cue); 28] = [
    (0, Cue::GetReady),
    (2_000, THREE),
    (3_000, TWO),
    (4_000, ONE),
    (5_000, Cue::Start),
    (15_000, Cue::Halfway),
    (22_000, THREE),
    (23_000, TWO),
    (24_000, ONE),
    (25_000, Cue::SwitchSides),
    (26_000, THREE),
    (27_000, TWO),
    (28_000, ONE),
    (29_000, Cue::Start),
    (39_000, Cue::Halfway),
    (46_000, THREE),
    (47_000, TWO),
    (48_000, ONE),
    (49_000, Cue::Rest),
    (56_000, THREE),
    (57_000, TWO),
    (58_000, ONE),
    (59_000, Cue::Start),
    (74_000, Cue::Halfway),
    (86_000, THREE),
    (87_000, TWO),
    (88_000, ONE),
    (89_000, Cue::Finished),
];

fn without_beats(signals: Vec<(u128, Cue)>) -> Vec<(u128, Cue)> {
    signals
        .into_iter()
        .filter(|(_, cue)| *cue != Cue::RepBeat)
        .collect()
}

#[test]
fn the_first_order_holds_every_signal_to_the_end() {
    let trial = Trial::of(SHORT);
    let (cuts, signals) = trial.ordered();
    assert!(!cuts);
    assert_eq!(without_beats(signals), SIGNALS);
}

/// Plays the orders as the speaker does: each replaces what has not begun. A signal begins a little after it is due.
fn heard(trial: &Trial, lead: u128) -> Vec<(u128, Cue)> {
    let mut heard: Vec<(u128, Cue)> = Vec::new();
    for (index, (given, order)) in trial.orders.iter().enumerate() {
        let next = trial.orders.get(index + 1);
        let until = next.map_or(u128::MAX, |(next, _)| *next);
        for (at, cue) in trial.timed(&order.signals) {
            let begins = at + lead;
            if begins >= *given && begins < until && !heard.contains(&(at, cue)) {
                heard.push((at, cue));
            }
        }
    }
    heard
}

#[test]
fn no_signal_is_lost_or_doubled_whenever_ticks_come() {
    for (step, offset) in [(33, 7), (80, 20), (80, 79), (2_000, 1_990), (13, 1)] {
        let mut trial = Trial::of(SHORT);
        trial.sleep(offset);
        while trial.playback.current().ending().is_none() {
            let _ = trial.send(Message::Tick);
            trial.sleep(step);
        }
        assert_eq!(
            without_beats(heard(&trial, 60)),
            SIGNALS,
            "a tick every {step} ms"
        );
    }
}

#[test]
fn a_pause_is_silent_and_resuming_sends_what_is_left() {
    let mut trial = Trial::of(SHORT);
    trial.play_to(14_500);
    let _ = trial.press(Stroke::Space);
    assert_eq!(trial.ordered(), (true, Vec::new()));
    let orders = trial.orders.len();
    trial.wait(100_000);
    assert_eq!(trial.orders.len(), orders);

    let _ = trial.press(Stroke::Space);
    let (cuts, signals) = trial.ordered();
    assert!(!cuts);
    let left: Vec<_> = SIGNALS[5..]
        .iter()
        .map(|(at, cue)| (at + 100_000, *cue))
        .collect();
    assert_eq!(without_beats(signals), left);
}

#[test]
fn a_pause_in_the_moment_of_a_signal_keeps_it_silent() {
    let mut trial = Trial::of(SHORT);
    trial.play_to(14_990);
    trial.sleep(20);
    let _ = trial.press(Stroke::Space);
    assert_eq!(trial.ordered(), (true, Vec::new()));
}

#[test]
fn whoever_goes_on_hears_where_they_are_at_once() {
    let cases: [(Message, Cue); 4] = [
        (Message::Next, Cue::SwitchSides),
        (Message::Restart, Cue::Start),
        (Message::Previous, Cue::Start),
        (Message::JumpTo(2), Cue::Rest),
    ];
    for (message, cue) in cases {
        let mut trial = Trial::of(SHORT);
        trial.play_to(12_345);
        let _ = trial.send(message.clone());
        let (cuts, signals) = trial.ordered();
        assert!(cuts, "{message:?} breaks off what sounds");
        assert_eq!(signals[0], (12_345, cue), "{message:?}");
    }
}

#[test]
fn a_signal_that_fell_due_before_a_jump_is_not_heard_after_it() {
    let mut trial = Trial::of(SHORT);
    trial.play_to(21_990);
    trial.sleep(30);
    let _ = trial.type_in('n');
    let (_, signals) = trial.ordered();
    assert_eq!(signals[0], (22_020, Cue::SwitchSides));
    assert!(!signals.contains(&(22_000, THREE)));
}

#[test]
fn more_time_moves_what_is_to_come_and_cuts_nothing() {
    let mut trial = Trial::of(SHORT);
    trial.play_to_second(20);
    let _ = trial.type_in('+');
    let (cuts, signals) = trial.ordered();
    assert!(!cuts);
    // Half of the hold has been called already.
    let later: Vec<_> = SIGNALS[6..]
        .iter()
        .map(|(at, cue)| (at + 15_000, *cue))
        .collect();
    assert_eq!(without_beats(signals), later);
}

#[test]
fn what_hurts_is_cut_off_and_the_choice_is_heard() {
    for (key, cue, moment) in [('1', Cue::Start, 0), ('2', Cue::Rest, 0)] {
        let mut trial = Trial::of(SHORT);
        trial.play_to_second(12);
        let _ = trial.type_in('h');
        assert_eq!(trial.ordered(), (true, Vec::new()));
        trial.wait(7_000);
        let _ = trial.type_in(key);
        let (cuts, signals) = trial.ordered();
        assert!(!cuts, "there is nothing to cut off");
        assert_eq!(signals[0], (19_000 + moment, cue), "{key}");
    }
    let mut trial = Trial::of(SHORT);
    trial.play_to_second(12);
    let _ = trial.type_in('h');
    let _ = trial.type_in('4');
    let _ = trial.send(Message::Stop);
    assert_eq!(trial.ordered(), (true, Vec::new()));
}

#[test]
fn undo_breaks_off_and_goes_on_in_the_middle() {
    let mut trial = Trial::of(SHORT);
    trial.play_to_second(20);
    let _ = trial.type_in('4');
    trial.wait(2_000);
    let _ = trial.send(Message::Undo);
    let (cuts, signals) = trial.ordered();
    assert!(cuts);
    let left: Vec<_> = SIGNALS[6..]
        .iter()
        .map(|(at, cue)| (at + 2_000, *cue))
        .collect();
    assert_eq!(without_beats(signals), left);
}

#[test]
fn the_end_is_heard_even_without_time_to_come_to_rest() {
    let text = SHORT.replace("(seconds: 6, text: \"Stand easy.\")", "(seconds: 0)");
    let mut trial = Trial::of(&text);
    trial.play_to(88_990);
    trial.sleep(20);
    let _ = trial.send(Message::Tick);
    assert_eq!(trial.playback.current().ending(), Some(Ending::Completed));
    let (cuts, signals) = trial.ordered();
    assert!(!cuts);
    assert_eq!(signals, [(89_000, Cue::Finished)]);
}

#[test]
fn nothing_is_ordered_while_nothing_changes() {
    let mut trial = Trial::of(SHORT);
    trial.play_to(24_990);
    // At the start and when the hold began.
    assert_eq!(trial.orders.len(), 2);
    for key in ['m', 'c', 'f', '?'] {
        let _ = trial.type_in(key);
    }
    assert_eq!(trial.orders.len(), 2);
}

#[test]
fn a_signal_lights_the_edge_whether_or_not_it_is_heard() {
    let mut trial = Trial::of(SHORT);
    trial.play_to(4_960);
    assert!(trial.player.flash_until.is_none());
    trial.play_to(5_040);
    assert!(trial.player.flash_until.is_some());
    trial.play_to(5_300);
    assert!(trial.player.flash_until.is_none());
}

#[test]
fn beats_of_repetitions_light_nothing() {
    let mut trial = Trial::of(SHORT);
    trial.play_to(63_900);
    assert!(trial.player.flash_until.is_none());
    trial.play_to(64_100);
    assert!(trial.player.flash_until.is_none());
}
