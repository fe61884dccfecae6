//! Every exercise that ships stands on something, keeps out of floor and furniture, reaches what it holds, bends as a
//! body bends, and is its own mirror image: in every key frame, and at several places on the way to the next.

use std::collections::HashSet;
use std::fs;
use std::path::Path;

use kneewise::authoring::Source;
use kneewise::exercise::Exercise;
use kneewise::figure::{Beat, Bone, Fault, Movement, Scene, Vector};
use kneewise::side::Side;

/// Where between two key frames a movement is looked at, besides the key frames themselves.
const SHARES: [f32; 5] = [0.1, 0.3, 0.5, 0.7, 0.9];

fn exercises() -> Vec<(String, Movement)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/exercises");
    let mut exercises = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        let source = Source {
            name: path.to_str().unwrap(),
            text: &text,
        };
        let exercise = Exercise::read(&source).unwrap();
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        assert_eq!(name, &*exercise.id, "a file is called what it describes");
        let movement = exercise
            .figure
            .unwrap_or_else(|| panic!("{name} has no figure"));
        exercises.push((name, movement));
    }
    assert!(exercises.len() >= 9);
    exercises
}

/// The movements that belong to no exercise.
fn others() -> Vec<(String, Movement)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/figure");
    let entries = fs::read_dir(folder).unwrap();
    let others: Vec<_> = entries
        .map(|entry| {
            let path = entry.unwrap().path();
            let text = fs::read_to_string(&path).unwrap();
            let name = path.display().to_string();
            let source = Source {
                name: &name,
                text: &text,
            };
            let movement = source.read().unwrap();
            (name, movement)
        })
        .collect();
    assert!(others.len() >= 2);
    others
}

fn beats(movement: &Movement) -> Vec<Beat> {
    (0..movement.frame_count())
        .flat_map(|frame| {
            let ways = SHARES.map(|share| Beat::Between { frame, share });
            std::iter::once(Beat::Still { frame }).chain(ways)
        })
        .collect()
}

/// What is wrong with a movement, on either side.
fn faults(movement: &Movement) -> Vec<(Side, Beat, Fault)> {
    let mut found = Vec::new();
    for side in Side::BOTH {
        let scene = Scene::new(movement, side);
        for beat in beats(movement) {
            let faults = scene.faults(&beat);
            found.extend(faults.into_iter().map(|fault| (side, beat, fault)));
        }
    }
    found
}

#[test]
fn every_exercise_can_be_done_by_a_body() {
    let mut report = String::new();
    for (name, movement) in exercises().into_iter().chain(others()) {
        // One line for each kind of fault; the others of its kind are most likely of one cause.
        let mut kinds = HashSet::new();
        for (side, beat, fault) in faults(&movement) {
            if kinds.insert(std::mem::discriminant(&fault)) {
                report += &format!("\n  {name}, {side:?}, {beat:?}: {fault:?}");
            }
        }
    }
    assert!(report.is_empty(), "{report}");
}

#[test]
fn left_is_the_mirror_image_of_right_on_every_way() {
    for (name, movement) in exercises() {
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

/// A mini-squat with something changed.
fn spoilt(change: &[(&str, &str)]) -> Movement {
    const SQUAT: &str = "(
        camera: (yaw: 50),
        props: [],
        base: (
            legs: Pin(at: Point(0.045, 0, 0.062), toes_out: 7, knee_towards: (0.99, 0, 0.12)),
            arms: Angles(flexion: 4),
        ),
        frames: [
            (pose: (pelvis: (x: -0.03, y: 0.5335, z: 0))),
            (pose: (pelvis: (x: -0.07, y: 0.4965, z: 0, pitch: 19))),
        ],
    )";
    let mut text = SQUAT.to_owned();
    for (from, to) in change {
        assert!(text.contains(from), "{from}");
        text = text.replace(from, to);
    }
    let source = Source {
        name: "squat.ron",
        text: &text,
    };
    source.read().unwrap()
}

#[test]
fn a_good_squat_has_no_fault() {
    assert_eq!(faults(&spoilt(&[])), []);
}

#[test]
fn whatever_is_wrong_is_found() {
    let flat = "Reach(at: Point(0.3, 0.8, 0.1), hand: Flat(fingers: (0, 1, 0), palm: (1, 0, 0)))";
    let wall = |x: &str| format!("props: [Wall(x: {x})]");
    type Change = Vec<(&'static str, String)>;
    type Expected = fn(&Fault) -> bool;
    let legs = "legs: Pin(at: Point(0.045, 0, 0.062)";
    let table: [(&str, Change, Expected); 8] = [
        (
            "feet in the floor",
            vec![(legs, "legs: Pin(at: Point(0.045, -0.015, 0.062)".into())],
            |fault| matches!(fault, Fault::BelowFloor { by, .. } if (0.01..0.02).contains(by)),
        ),
        (
            "nothing on the floor",
            vec![(legs, "legs: Pin(at: Point(0.045, 0.03, 0.062)".into())],
            |fault| matches!(fault, Fault::InTheAir { by, .. } if (0.025..0.035).contains(by)),
        ),
        (
            "one foot off the floor",
            vec![(
                "arms: Angles(flexion: 4),",
                "arms: Angles(flexion: 4), leg_right: Pin(at: Point(0.045, 0.013, 0.062)),".into(),
            )],
            |fault| {
                matches!(
                    fault,
                    Fault::Hovering {
                        bone: Bone::FootRight,
                        ..
                    }
                )
            },
        ),
        (
            "feet out of reach",
            vec![("y: 0.5335", "y: 0.6".into())],
            |fault| matches!(fault, Fault::OutOfReach { bone: Bone::FootRight | Bone::FootLeft, by } if *by > 0.03),
        ),
        (
            "a knee bent too far",
            vec![("y: 0.4965", "y: 0.13".into())],
            |fault| {
                matches!(
                    fault,
                    Fault::Overbent {
                        joint: "knee" | "ankle" | "hip flexion",
                        ..
                    }
                )
            },
        ),
        (
            "toes in a wall",
            vec![("props: []", wall("0.1"))],
            |fault| matches!(fault, Fault::InsideProp { .. }),
        ),
        (
            "hands short of a wall",
            vec![
                ("props: []", wall("0.33")),
                ("arms: Angles(flexion: 4)", format!("arms: {flat}")),
            ],
            |fault| matches!(fault, Fault::OnNothing { bone: Bone::HandRight, by } if (0.01..0.06).contains(by)),
        ),
        (
            "a box that is lower than the feet",
            vec![
                (
                    "props: []",
                    "props: [Box(low: (-0.3, 0, -0.3), high: (0.3, 0.08, 0.3))]".into(),
                ),
                (legs, "legs: Pin(at: Point(0.045, 0.1, 0.062)".into()),
                ("y: 0.5335", "y: 0.6335".into()),
                ("y: 0.4965", "y: 0.5965".into()),
            ],
            |fault| matches!(fault, Fault::InTheAir { by, .. } if (0.015..0.025).contains(by)),
        ),
    ];
    for (what, change, expected) in table {
        let change: Vec<_> = change
            .iter()
            .map(|(from, to)| (*from, to.as_str()))
            .collect();
        let found = faults(&spoilt(&change));
        assert!(
            found.iter().any(|(_, _, fault)| expected(fault)),
            "{what}: {found:?}"
        );
    }
}
