//! Beats: which posture is asked for when, and whether anything moves.

#![allow(clippy::unwrap_used, clippy::panic)]

use super::*;

/// Two frames: two seconds into the second, one back; the first rests for half a second, the second for four.
fn squat() -> Movement {
    read("frames: [(move_s: 1, hold_s: 0.5), (move_s: 2, hold_s: 4, pose: (pelvis: (pitch: 40)))]")
}

/// Four frames, the third is the key and the middle phase goes on to the fourth.
fn sweep() -> Movement {
    read(
        "frames: [(move_s: 1, hold_s: 0), (move_s: 1, hold_s: 0), (move_s: 1, hold_s: 0), (move_s: 1, hold_s: 0)], \
         alternate: true, key: 2, middle_to: 3",
    )
}

fn read(rest: &str) -> Movement {
    ron::from_str(&format!("(camera: (yaw: 0), {rest})")).unwrap()
}

fn rep(number: u32, elapsed: f32, tempo: Option<[f32; 3]>) -> Beat {
    Beat::Rep {
        number,
        elapsed,
        length: 6.0,
        tempo,
    }
}

const TEMPO: Option<[f32; 3]> = Some([3.0, 1.0, 2.0]);

/// From, to and share in hundredths.
fn place(movement: &Movement, beat: Beat) -> (usize, usize, i32) {
    let moment = movement.moment(&beat);
    (
        moment.from,
        moment.to,
        (moment.share * 100.0).round() as i32,
    )
}

#[test]
fn the_tempo_leads_to_the_key_frame_holds_it_and_leads_back() {
    let squat = squat();
    for (elapsed, wanted, moving) in [
        (0.0, (0, 1, 0), true),
        (1.5, (0, 1, 50), true),
        (2.999, (0, 1, 100), true),
        (3.0, (1, 1, 100), false),
        (3.999, (1, 1, 100), false),
        (4.0, (1, 0, 0), true),
        (5.0, (1, 0, 50), true),
        (5.999, (1, 0, 100), true),
        (6.0, (0, 0, 100), false),
        (60.0, (0, 0, 100), false),
    ] {
        let beat = rep(0, elapsed, TEMPO);
        assert_eq!(place(&squat, beat), wanted, "{elapsed} s");
        assert_eq!(squat.is_moving(&beat), moving, "{elapsed} s");
    }
}

#[test]
fn a_repetition_starts_where_the_last_one_ended() {
    for movement in [squat(), sweep()] {
        for tempo in [None, TEMPO] {
            for number in 0..4 {
                let end = movement.moment(&rep(number, 6.0, tempo));
                let start = movement.moment(&rep(number + 1, 0.0, tempo));
                assert_eq!(end.to, start.from, "{number}, {tempo:?}");
            }
        }
    }
}

#[test]
fn without_a_tempo_the_frames_own_times_are_stretched() {
    let squat = squat();
    // Their own loop takes 7.5 s: 2 in, 4 there, 1 back, 0.5 there. Stretched to 6 s that is 1.6, 3.2, 0.8 and 0.4.
    for (elapsed, wanted) in [
        (0.8, (0, 1, 50)),
        (1.61, (1, 1, 100)),
        (4.79, (1, 1, 100)),
        (5.2, (1, 0, 50)),
        (5.61, (0, 0, 100)),
    ] {
        assert_eq!(place(&squat, rep(0, elapsed, None)), wanted, "{elapsed} s");
    }
}

#[test]
fn more_frames_share_the_phases_and_the_middle_may_move() {
    let sweep = sweep();
    for (elapsed, wanted) in [
        (0.75, (0, 1, 50)),
        (2.25, (1, 2, 50)),
        (3.5, (2, 3, 50)),
        (5.0, (3, 4, 50)),
    ] {
        let beat = rep(0, elapsed, TEMPO);
        assert_eq!(place(&sweep, beat), wanted, "{elapsed} s");
        assert!(sweep.is_moving(&beat), "{elapsed} s");
    }
}

#[test]
fn odd_repetitions_of_an_alternating_movement_are_the_mirror_image() {
    let sweep = sweep();
    assert_eq!(place(&sweep, rep(1, 0.75, TEMPO)), (4, 5, 50));
    assert_eq!(place(&sweep, rep(1, 5.0, TEMPO)), (7, 0, 50));
    assert_eq!(place(&sweep, rep(2, 0.75, TEMPO)), (0, 1, 50));
    // One that does not alternate is the same every time.
    assert_eq!(place(&squat(), rep(1, 1.5, TEMPO)), (0, 1, 50));

    let poses = read("frames: [(pose: (pelvis: (roll: 10)))], alternate: true").poses(Side::Right);
    assert_eq!(poses.len(), 2);
    assert_eq!(poses[1], poses[0].mirrored());
    assert_ne!(poses[1], poses[0]);
}

#[test]
fn a_hold_moves_in_and_is_then_perfectly_still() {
    let squat = squat();
    assert_eq!(place(&squat, Beat::Hold { elapsed: 0.0 }), (0, 1, 0));
    assert_eq!(place(&squat, Beat::Hold { elapsed: 1.0 }), (0, 1, 50));
    assert!(squat.is_moving(&Beat::Hold { elapsed: 1.99 }));
    let settled = squat.moment(&Beat::Hold { elapsed: 2.0 });
    assert_eq!(settled, squat.moment(&Beat::Key));
    assert!(!settled.moving);
    assert_eq!(settled, squat.moment(&Beat::Hold { elapsed: 1e9 }));
}

#[test]
fn start_and_key_are_still() {
    let sweep = sweep();
    assert_eq!(place(&sweep, Beat::Start), (0, 0, 100));
    assert_eq!(place(&sweep, Beat::Key), (2, 2, 100));
    assert!(!sweep.is_moving(&Beat::Start));
    assert!(!sweep.is_moving(&Beat::Key));
}

#[test]
fn less_motion_shows_the_frame_that_is_moved_to_and_nothing_between() {
    let sweep = sweep();
    for (number, elapsed, frame) in [
        (0, 0.1, 1),
        (0, 2.0, 2),
        (0, 3.2, 3),
        (0, 4.5, 4),
        (1, 0.1, 5),
        (1, 5.9, 0),
    ] {
        let stepped = rep(number, elapsed, TEMPO).stepped(&sweep);
        assert_eq!(stepped, Beat::Still { frame });
        assert!(!sweep.is_moving(&stepped));
        assert_eq!(sweep.moment(&stepped).to, frame);
    }
    assert_eq!(
        Beat::Hold { elapsed: 0.2 }.stepped(&squat()),
        Beat::Still { frame: 1 }
    );
}

#[test]
fn senseless_times_have_an_answer() {
    for movement in [squat(), sweep()] {
        for time in [f32::NAN, f32::INFINITY, f32::NEG_INFINITY, -3.0, f32::MAX] {
            for tempo in [None, Some([time; 3]), TEMPO] {
                let beat = Beat::Rep {
                    number: u32::MAX,
                    elapsed: time,
                    length: time,
                    tempo,
                };
                let moment = movement.moment(&beat);
                assert!(moment.from < movement.frame_count() && moment.to < movement.frame_count());
                assert!((0.0..=1.0).contains(&moment.share), "{moment:?}");
            }
        }
    }
}

#[test]
fn a_frame_states_what_differs_from_the_base() {
    let movement = read(
        "base: (pelvis: (pitch: 7), legs: Angles(knee: 30)), \
         frames: [(), (pose: (leg_left: Angles(knee: 90)))]",
    );
    let poses = movement.poses(Side::Right);
    let knee = |leg: &crate::figure::pose::Leg| match leg {
        crate::figure::pose::Leg::Angles { knee, .. } => knee.get(),
        crate::figure::pose::Leg::Pin { .. } => panic!("not pinned"),
    };
    assert_eq!(poses[0].legs.right, poses[0].legs.left);
    assert_eq!(knee(&poses[1].legs.right), 30.0);
    assert_eq!(knee(&poses[1].legs.left), 90.0);
    assert_eq!(poses[1].pelvis.pitch.get(), 7.0);
}

#[test]
fn a_walk_goes_once_round_all_frames() {
    let walk = |movement: Movement| -> Vec<_> {
        let walk = movement.walk();
        walk.into_iter()
            .map(|(beat, seconds)| (place(&movement, beat), seconds))
            .collect()
    };
    // Still for half a second, two seconds on the way, still for four, one second on the way back.
    let squat = [
        ((0, 0, 100), 0.0),
        ((0, 1, 50), 1.5),
        ((1, 1, 100), 2.5),
        ((1, 0, 50), 7.0),
    ];
    assert_eq!(walk(self::squat()), squat);

    let sweep = walk(sweep());
    assert_eq!(sweep.len(), 16);
    assert_eq!(sweep[7..=8], [((3, 4, 50), 3.5), ((4, 4, 100), 4.0)]);
    assert_eq!(sweep.last(), Some(&((7, 0, 50), 7.5)));
}

#[test]
fn between_two_frames_nothing_moves() {
    let squat = squat();
    for (frame, share, wanted) in [
        (0, 0.25, (0, 1, 25)),
        (1, 2.0, (1, 0, 100)),
        (usize::MAX, -1.0, (1, 0, 0)),
        (0, f32::NAN, (0, 1, 0)),
    ] {
        let beat = Beat::Between { frame, share };
        assert_eq!(place(&squat, beat), wanted);
        assert!(!squat.is_moving(&beat));
    }
}
