//! The mannequin holds what it is said to hold, bends as a body bends, and is its own mirror image:
//! every bundled movement, every key frame and what lies between them.

use std::fs;
use std::path::Path;

use kneewise::figure::{Beat, Bone, Command, Drawing, Movement, Scene, Segment, Stance, Vector};
use kneewise::side::Side;
use serde::Deserialize;

/// Contacts hold to within one hundredth of body height.
const CLOSE: f32 = 0.01;

/// The part of an exercise file that is drawn.
#[derive(Deserialize)]
struct Exercise {
    figure: Movement,
}

/// Every movement that ships: those of exercises, and those that belong to none.
fn movements() -> Vec<(String, Movement)> {
    let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets");
    let mut movements = Vec::new();
    for folder in ["exercises", "figure"] {
        for entry in fs::read_dir(assets.join(folder)).unwrap() {
            let path = entry.unwrap().path();
            let text = fs::read_to_string(&path).unwrap();
            let movement = if folder == "exercises" {
                ron::from_str::<Exercise>(&text).map(|exercise| exercise.figure)
            } else {
                ron::from_str(&text)
            };
            let movement = movement.unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            movements.push((
                path.file_stem().unwrap().to_str().unwrap().to_owned(),
                movement,
            ));
        }
    }
    assert!(movements.len() >= 11);
    movements
}

fn movement(name: &str) -> Movement {
    let mut movements = movements();
    let at = movements
        .iter()
        .position(|(found, _)| found == name)
        .unwrap();
    movements.swap_remove(at).1
}

/// Every key frame, and a repetition of either side in sixtieths.
fn beats(movement: &Movement) -> Vec<Beat> {
    let frames = (0..movement.frame_count()).map(|frame| Beat::Still { frame });
    let reps = (0..2).flat_map(|number| {
        (0..180).map(move |i| Beat::Rep {
            number,
            elapsed: i as f32 / 60.0,
            length: 3.0,
            tempo: Some([1.0; 3]),
        })
    });
    frames.chain(reps).collect()
}

fn each_stance(mut check: impl FnMut(&str, &Beat, &Stance)) {
    for (name, movement) in movements() {
        for side in Side::BOTH {
            let scene = Scene::new(&movement, side);
            for beat in beats(&movement).into_iter().step_by(3) {
                check(
                    &format!("{name}, {side:?}"),
                    &beat,
                    &scene.stance(&beat).unwrap(),
                );
            }
        }
    }
}

#[test]
fn hands_and_feet_are_where_they_were_sent() {
    each_stance(|name, beat, stance| {
        for (bone, miss) in stance.misses() {
            assert!(miss < CLOSE, "{name}, {beat:?}: {bone:?} is {miss} off");
        }
    });
}

#[test]
fn no_joint_bends_further_than_a_body_allows() {
    each_stance(|name, beat, stance| {
        for side in Side::BOTH {
            let beyond = stance.skeleton().joint_angles(side).beyond_limits();
            assert!(beyond.is_empty(), "{name}, {beat:?}, {side:?}: {beyond:?}");
        }
    });
}

#[test]
fn nothing_jumps() {
    for (name, movement) in movements() {
        let scene = Scene::new(&movement, movement.drawn_side());
        let mut before: Option<(Beat, Stance)> = None;
        for beat in beats(&movement).into_iter().skip(movement.frame_count()) {
            let stance = scene.stance(&beat).unwrap();
            if let Some((last, before)) = &before {
                for bone in Bone::ALL {
                    let moved =
                        (stance.skeleton()[bone].origin - before.skeleton()[bone].origin).length();
                    assert!(
                        moved < 0.05,
                        "{name}, from {last:?} to {beat:?}: {bone:?} moved {moved}"
                    );
                }
            }
            before = Some((beat, stance));
        }
    }
}

#[test]
fn left_is_the_mirror_image_of_right() {
    for (name, movement) in movements() {
        let (right, left) = (
            Scene::new(&movement, Side::Right),
            Scene::new(&movement, Side::Left),
        );
        for beat in beats(&movement) {
            let (right, left) = (right.stance(&beat).unwrap(), left.stance(&beat).unwrap());
            for bone in Bone::ALL {
                let place = right.skeleton()[bone].origin;
                let image = left.skeleton()[bone.mirrored()].origin;
                let off = (Vector::new(place.x, place.y, -place.z) - image).length();
                assert!(off < 1e-3, "{name}, {beat:?}: {bone:?} is {off} off");
            }
        }
    }
}

#[test]
fn every_outline_is_made_of_numbers_near_the_figure() {
    let mut drawing = Drawing::new();
    for (name, movement) in movements() {
        for side in Side::BOTH {
            let scene = Scene::new(&movement, side);
            for beat in beats(&movement).into_iter().step_by(5) {
                drawing.clear();
                scene.ground(&mut drawing);
                scene.draw(&beat, &mut drawing);
                assert!(drawing.shapes().count() > 40, "{name}");
                for (shape, outline) in drawing.shapes() {
                    assert!((0.0..=1.0).contains(&shape.alpha));
                    for command in outline {
                        let points = match *command {
                            Command::MoveTo(p) | Command::LineTo(p) => [p, p],
                            Command::QuadTo(control, p) => [control, p],
                            Command::Close => continue,
                        };
                        for point in points {
                            assert!(
                                point.x.abs() < 3.0 && point.y.abs() < 3.0,
                                "{name}: {point:?}"
                            );
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn the_window_holds_the_figure_in_every_key_frame() {
    for (name, movement) in movements() {
        let scene = Scene::new(&movement, movement.drawn_side());
        // What is shown from close by is not shown whole.
        if scene.window(1.0).width < 0.9 {
            continue;
        }
        for aspect in [0.6, 1.0, 1.33, 2.4] {
            let window = scene.window(aspect);
            assert!(
                (window.width / window.height - aspect).abs() < 1e-3,
                "{name}"
            );
            let mut drawing = Drawing::new();
            for frame in 0..movement.frame_count() {
                scene.draw(&Beat::Still { frame }, &mut drawing);
            }
            for (_, outline) in drawing.shapes() {
                for command in outline {
                    if let Command::LineTo(p) | Command::QuadTo(_, p) = *command {
                        let inside = (window.x..window.x + window.width).contains(&p.x)
                            && (window.y..window.y + window.height).contains(&p.y);
                        assert!(
                            inside,
                            "{name}, aspect {aspect}: {p:?} is outside {window:?}"
                        );
                    }
                }
            }
        }
    }
}

/// The stance at the key frame of an exercise, right side.
fn key_stance(name: &str) -> Stance {
    Scene::new(&movement(name), Side::Right)
        .stance(&Beat::Key)
        .unwrap()
}

#[test]
fn walls_are_touched_where_they_stand() {
    let forward = Vector::new(1.0, 0.0, 0.0);
    let right = Vector::new(0.0, 0.0, 1.0);
    let touches = |reach: f32, wall: f32, what: &str| {
        assert!(
            (reach - wall).abs() < CLOSE,
            "{what} reaches {reach}, the wall stands at {wall}"
        );
    };
    let stretch = key_stance("standing-quad-stretch");
    touches(stretch.reach(Bone::HandLeft, forward), 0.235, "the hand");
    let swing = key_stance("leg-swing-front-back");
    touches(swing.reach(Bone::HandLeft, -right), 0.24, "the hand");
    let press = key_stance("wall-press-hip-abduction");
    touches(press.reach(Bone::ThighRight, right), 0.145, "the knee");
    touches(press.reach(Bone::ShankRight, right), 0.145, "the knee");
    for segment in [Segment::UpperArm, Segment::Forearm, Segment::Foot] {
        let reach = press.reach(segment.on(Side::Right), right);
        assert!(
            reach < 0.145 + CLOSE,
            "{segment:?} goes through the wall: {reach}"
        );
    }
}

#[test]
fn the_postures_are_those_of_the_physiotherapist() {
    let angles = |name: &str, side: Side| key_stance(name).skeleton().joint_angles(side);
    let within = |angle: f32, low: f32, high: f32, what: &str| {
        assert!((low..=high).contains(&angle), "{what}: {angle} degrees");
    };
    let quad = angles("standing-quad-stretch", Side::Right);
    within(quad.knee, 120.0, 140.0, "quad stretch, bent knee");
    within(
        quad.hip_flexion,
        -12.0,
        0.0,
        "quad stretch, thigh upright or behind",
    );

    let kneeling = angles("half-kneeling-hip-flexor-stretch", Side::Right);
    within(
        kneeling.hip_flexion,
        -30.0,
        -10.0,
        "half-kneeling, back hip",
    );
    let front = angles("half-kneeling-hip-flexor-stretch", Side::Left);
    within(front.knee, 80.0, 110.0, "half-kneeling, front knee");

    let lunge = angles("standing-lunge-hip-flexor-stretch", Side::Right);
    within(lunge.hip_flexion, -30.0, -10.0, "standing lunge, back hip");
    let front = angles("standing-lunge-hip-flexor-stretch", Side::Left);
    within(front.knee, 30.0, 60.0, "standing lunge, front knee");

    let bridge = angles("glute-bridge", Side::Right);
    within(bridge.hip_flexion, -15.0, 15.0, "bridge, straight hip");
    within(bridge.knee, 70.0, 100.0, "bridge, knee");

    let slide = angles("heel-slide", Side::Right);
    within(slide.knee, 95.0, 125.0, "heel slide, knee");

    let press = angles("wall-press-hip-abduction", Side::Right);
    within(press.knee, 85.0, 95.0, "wall press, knee");
    within(press.hip_flexion, 55.0, 65.0, "wall press, hip");

    let squat = angles("mini-squat", Side::Right);
    within(squat.knee, 35.0, 48.0, "mini-squat, knee");
    within(squat.hip_flexion, 30.0, 50.0, "mini-squat, hip");

    let sweep = angles("hamstring-sweep", Side::Right);
    within(sweep.knee, 0.0, 20.0, "hamstring sweep, front knee");
    within(sweep.ankle, 5.0, 42.0, "hamstring sweep, toes up");
}

#[test]
fn the_kneecap_stays_over_the_second_toe_in_the_mini_squat() {
    let scene = Scene::new(&movement("mini-squat"), Side::Right);
    for i in 0..60 {
        let beat = Beat::Rep {
            number: 0,
            elapsed: i as f32 / 30.0,
            length: 5.0,
            tempo: Some([2.0, 1.0, 2.0]),
        };
        let stance = scene.stance(&beat).unwrap();
        for side in Side::BOTH {
            let skeleton = stance.skeleton();
            let knee = skeleton[Segment::Shank.on(side)].origin;
            let hip = skeleton[Segment::Thigh.on(side)].origin;
            let foot = &skeleton[Segment::Foot.on(side)];
            // Seen along the foot, the knee neither falls inward nor outward of it.
            let aside = (knee - foot.origin).dot(foot.rotation.right);
            assert!(
                aside.abs() < 0.02,
                "{side:?} knee is {aside} aside at {beat:?}"
            );
            assert!(knee.y < hip.y);
        }
    }
}
