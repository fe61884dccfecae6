//! What time does to the player: how often it is told, what turns, fades and goes away, and what a long silence does.

use super::*;
use crate::app::screen::player::pace::QUIET_FRAME;
use crate::app::screen::player::showing::Sight;
use crate::app::test_support::{SIZES, viewport};
use crate::app::widget::Next;
use crate::figure::Beat;

fn frame(trial: &Trial) -> Option<Duration> {
    trial.player.frame(&trial.playback, &viewport(SIZES[1]))
}

/// What the figure does some milliseconds after time was told last.
fn act(trial: &Trial, after: u64, reduced_motion: bool) -> (Beat, Next) {
    let Some(Sight::Figure(mannequin)) = trial.player.showing.stage() else {
        panic!("no figure is shown");
    };
    let told = trial.playback.now().real;
    let real = told + Duration::from_millis(after);
    let playback = &trial.playback;
    trial.player.act(playback, mannequin, real, reduced_motion)
}

/// The milliseconds after time was told last at which the figure is looked at, until it waits or asks that time is told.
fn looks(trial: &Trial) -> (Vec<u64>, Next) {
    let told = trial.playback.now().real;
    let (mut seen, mut after) = (Vec::new(), 0);
    loop {
        match act(trial, after, false).1 {
            Next::Look(at) => {
                after = u64::try_from((at - told).as_millis()).unwrap() + 1;
                seen.push(after);
            }
            next => return (seen, next),
        }
    }
}

/// Brings the reset to repetitions with a tempo of 2-1-2: some milliseconds of the first are over.
fn squatting(milliseconds: u64) -> Trial {
    let mut trial = Trial::of_reset();
    let timeline = trial.playback.current().timeline();
    let squats = timeline.steps().iter().position(|step| {
        let work = timeline.aim(step).work();
        work.is_some_and(|work| &*work.exercise.id == "mini-squat")
    });
    let _ = trial.send(Message::JumpTo(squats.unwrap()));
    while trial.playback.current().segment().work().is_none() {
        trial.wait(1_000);
    }
    let _ = trial.send(Message::Restart);
    trial.wait(milliseconds);
    trial
}

#[test]
fn time_is_told_ten_times_a_second_while_a_session_runs() {
    // The reset: five seconds to get ready, a stretch of 25 s, the change of legs.
    let mut trial = Trial::of_reset();
    for second in [1, 6, 20, 31] {
        trial.play_to_second(second);
        assert_eq!(frame(&trial), Some(RING_FRAME), "{second}");
    }
    let _ = trial.press(Stroke::Space);
    trial.wait(400);
    assert_eq!(frame(&trial), None, "nothing moves in a pause");
    let _ = trial.send(Message::Stop);
    trial.wait(400);
    assert_eq!(frame(&trial), None, "nor after the end");
}

#[test]
fn the_figure_is_looked_at_between_two_times_told_while_it_moves() {
    let mut trial = Trial::of_reset();
    trial.play_to(1_000);
    let nobody = (Vec::new(), Next::Wait);
    assert_eq!(looks(&trial), nobody, "it stands while getting ready");
    trial.play_to(5_400);
    assert_eq!(
        looks(&trial),
        (vec![34, 68], Next::Wait),
        "it takes up the position: with the one that is told, thirty looks a second"
    );
    trial.play_to_second(20);
    assert_eq!(looks(&trial), nobody, "it holds it");
    let trial = squatting(480);
    assert_eq!(looks(&trial), (vec![34, 68], Next::Wait));
    assert_eq!(act(&trial, 0, true).1, Next::Wait, "less motion");
}

#[test]
fn while_controls_go_away_time_is_told_for_every_frame() {
    let mut trial = squatting(200);
    let _ = trial.type_in('f');
    trial.wait(4_160);
    assert!(
        (0.4..0.6).contains(&trial.player.gone(&trial.playback, false)),
        "half gone"
    );
    assert_eq!(looks(&trial), (Vec::new(), Next::Wait));
    trial.wait(240);
    assert_eq!(looks(&trial), (vec![34, 68], Next::Wait));
}

#[test]
fn between_two_times_told_the_figure_goes_on() {
    let trial = squatting(480);
    let elapsed = |after| match act(&trial, after, false).0 {
        Beat::Rep { elapsed, .. } => elapsed,
        beat => panic!("{beat:?}"),
    };
    assert!((elapsed(0) - 0.48).abs() < 1e-3);
    assert!((elapsed(66) - elapsed(0) - 0.066).abs() < 1e-3);
}

#[test]
fn nothing_moves_in_a_pause() {
    let mut trial = squatting(480);
    let _ = trial.press(Stroke::Space);
    assert_eq!(looks(&trial), (Vec::new(), Next::Wait));
    assert_eq!(act(&trial, 0, false).0, act(&trial, 5_000, false).0);
}

/// A repetition, a part of one or the whole set is over: words and numbers change with the figure.
#[test]
fn where_more_changes_than_the_figure_time_is_told_at_once() {
    for (after, over) in [
        (1_960, "lowering"),
        (2_960, "holding"),
        (4_960, "a repetition"),
        (29_960, "the set"),
    ] {
        let trial = squatting(after);
        assert_ne!(act(&trial, 20, false).1, Next::Tell, "{over}");
        assert_eq!(act(&trial, 60, false).1, Next::Tell, "{over}");
    }
}

#[test]
fn a_pause_is_told_time_only_until_its_last_light_is_out() {
    let mut trial = Trial::of(SHORT);
    trial.play_to(5_040);
    let _ = trial.press(Stroke::Space);
    assert_eq!(frame(&trial), Some(QUIET_FRAME), "the edge is lit");
    trial.sleep(250);
    let _ = trial.send(Message::Tick);
    assert_eq!(frame(&trial), None);
}

#[test]
fn the_cue_turns_every_eight_seconds_and_begins_anew_with_each_step() {
    let mut trial = Trial::of(SHORT);
    let mut turns = Vec::new();
    let mut last = (0, 0);
    while trial.at < Duration::from_secs(times::REST) {
        trial.wait(80);
        let cue = (trial.spot().0, trial.player.cue.index);
        if cue != last {
            last = cue;
            turns.push((trial.at.as_secs(), cue));
        }
    }
    assert_eq!(
        turns,
        [
            (5, (1, 0)),
            (13, (1, 1)),
            (21, (1, 2)),
            (25, (2, 0)),
            (29, (3, 0)),
            (37, (3, 1)),
            (45, (3, 2)),
            (49, (4, 0)),
        ]
    );
}

#[test]
fn a_cue_that_was_turned_by_hand_stays_its_time() {
    let mut trial = Trial::of(SHORT);
    trial.play_to_second(times::LEFT + 6);
    let _ = trial.type_in('c');
    assert_eq!(trial.player.cue.index, 1);
    trial.wait(7_900);
    assert_eq!(trial.player.cue.index, 1);
    trial.wait(160);
    assert_eq!(trial.player.cue.index, 2);
}

#[test]
fn a_pause_does_not_use_up_a_cue() {
    let mut trial = Trial::of(SHORT);
    trial.play_to_second(times::LEFT + 2);
    let _ = trial.press(Stroke::Space);
    trial.wait(60_000);
    let _ = trial.press(Stroke::Space);
    trial.wait(400);
    assert_eq!(trial.player.cue.index, 0);
}

#[test]
fn the_controls_of_a_full_screen_go_after_four_seconds_and_come_back() {
    let awaken: [fn(&mut Trial); 3] = [
        |trial| {
            let _ = trial.send(Message::Pointer);
        },
        |trial| {
            let _ = trial.type_in('x');
        },
        |trial| trial.tab(false),
    ];
    for input in awaken {
        let mut trial = Trial::of(SHORT);
        trial.play_to_second(6);
        assert_eq!(
            trial.player.gone(&trial.playback, false),
            0.0,
            "a window keeps its controls"
        );
        let _ = trial.type_in('f');
        assert!(trial.player.watches_pointer());
        trial.wait(3_920);
        assert_eq!(trial.player.gone(&trial.playback, false), 0.0);
        trial.wait(240);
        assert!(
            (0.4..0.6).contains(&trial.player.gone(&trial.playback, false)),
            "half gone"
        );
        assert_eq!(
            trial.player.gone(&trial.playback, true),
            1.0,
            "nothing fades where nothing may move"
        );
        trial.wait(160);
        assert_eq!(trial.player.gone(&trial.playback, false), 1.0);
        input(&mut trial);
        let _ = trial.send(Message::Tick);
        assert_eq!(trial.player.gone(&trial.playback, false), 0.0);
    }
}

#[test]
fn the_controls_stay_while_nothing_runs_or_something_lies_over_them() {
    let mut trial = Trial::of(SHORT);
    trial.play_to_second(6);
    let _ = trial.type_in('f');
    let _ = trial.press(Stroke::Space);
    trial.wait(20_000);
    assert_eq!(trial.player.gone(&trial.playback, false), 0.0);
}

/// What somebody sees and hears of a player, apart from lights that go out by themselves.
fn picture(trial: &Trial) -> String {
    let player = &trial.player;
    format!(
        "{:?} {:?} {:?} {:?} {:?} {:?}",
        trial.playback.position(),
        trial.playback.current().outcomes(),
        trial.playback.current().worked(),
        player.layer,
        (player.cue.index, trial.since_start(player.cue.since)),
        trial.timed(&trial.playback.current().upcoming()),
    )
}

#[test]
fn after_a_silence_everything_is_as_if_there_had_been_none() {
    for from in [3_500, 10_000, 12_500, 24_000, 48_500, 70_000, 88_000] {
        for silence in [500, 2_000, 15_000] {
            let mut steady = Trial::of(SHORT);
            steady.play_to(from + silence);
            let mut silent = Trial::of(SHORT);
            silent.play_to(from);
            silent.sleep(silence);
            let _ = silent.send(Message::Tick);
            assert_eq!(
                picture(&silent),
                picture(&steady),
                "{silence} ms from {from}"
            );
        }
    }
}

#[test]
fn a_silence_within_a_hold_changes_no_order() {
    let mut trial = Trial::of(SHORT);
    trial.play_to_second(7);
    let orders = trial.orders.len();
    trial.sleep(2_000);
    assert_eq!(trial.send(Message::Tick), []);
    assert_eq!(trial.orders.len(), orders);
}

#[test]
fn a_pause_that_comes_late_counts_from_when_it_was_pressed() {
    let mut trial = Trial::of(SHORT);
    trial.play_to_second(7);
    trial.sleep(2_000);
    let _ = trial.press(Stroke::Space);
    assert_eq!(trial.spot(), (1, 4_000));
    trial.sleep(3_600_000);
    let _ = trial.press(Stroke::Space);
    let _ = trial.send(Message::Tick);
    assert_eq!(trial.spot(), (1, 4_000), "an hour's pause costs nothing");
}
