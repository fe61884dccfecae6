//! Whatever a figure file says, as long as it can be read, the figure can be drawn: no panic, no endless work, nothing
//! but finite numbers.

use kneewise::figure::{Beat, Command, Drawing, Movement, Scene};
use kneewise::side::Side;
use proptest::collection::vec;
use proptest::prelude::*;

/// A number an author may state: usual ones, extreme ones, and those where sines and square roots have their corners.
fn number() -> BoxedStrategy<String> {
    prop_oneof![
        3 => (-180.0_f32..180.0).prop_map(|n| format!("{n:?}")),
        3 => (-1.0_f32..1.0).prop_map(|n| format!("{n:?}")),
        1 => (-1000.0_f32..1000.0).prop_map(|n| format!("{n:?}")),
        2 => prop::sample::select(vec!["0", "-0.0", "90", "-90", "180", "360", "1000", "-1000", "1e-30", "0.246"])
            .prop_map(str::to_owned),
    ]
.boxed()
}

fn vector() -> BoxedStrategy<String> {
    (number(), number(), number())
        .prop_map(|(x, y, z)| format!("({x}, {y}, {z})"))
        .boxed()
}

fn pair() -> BoxedStrategy<String> {
    (number(), number())
        .prop_map(|(a, b)| format!("({a}, {b})"))
        .boxed()
}

fn bone() -> BoxedStrategy<&'static str> {
    prop::sample::select(vec![
        "Pelvis",
        "Chest",
        "Head",
        "ThighRight",
        "ThighLeft",
        "ShankRight",
        "ShankLeft",
        "FootLeft",
        "ToesRight",
        "UpperArmLeft",
        "ForearmRight",
        "HandRight",
        "HandLeft",
    ])
    .boxed()
}

fn target() -> BoxedStrategy<String> {
    prop_oneof![
        vector().prop_map(|place| format!("Point{place}")),
        (bone(), number(), vector()).prop_map(|(bone, along, offset)| format!(
            "Bone(bone: {bone}, along: {along}, offset: {offset})"
        )),
    ]
    .boxed()
}

fn foot() -> BoxedStrategy<String> {
    (prop::sample::select(vec!["Sole", "Ankle"]), number())
        .prop_map(|(kind, angle)| format!("{kind}({angle})"))
        .boxed()
}

fn leg() -> BoxedStrategy<String> {
    prop_oneof![
        (number(), number(), number(), number(), foot(), prop::option::of(number())).prop_map(
            |(flexion, abduction, rotation, knee, foot, rest)| {
                let rest = rest.map(|rest| format!(", rest: {rest}")).unwrap_or_default();
                format!("Angles(flexion: {flexion}, abduction: {abduction}, rotation: {rotation}, knee: {knee}, foot: {foot}{rest})")
            }
        ),
        (target(), prop::sample::select(vec!["Ball", "Heel", "Ankle"]), vector(), number(), foot(), number()).prop_map(
            |(at, point, knee, out, foot, toes)| {
                format!("Pin(at: {at}, point: {point}, knee_towards: {knee}, toes_out: {out}, foot: {foot}, toes: {toes})")
            }
        ),
    ]
.boxed()
}

fn hand() -> BoxedStrategy<String> {
    prop_oneof![
        (number(), number(), number()).prop_map(|(grip, turn, wrist)| format!(
            "Loose(grip: {grip}, pronation: {turn}, wrist: {wrist})"
        )),
        (vector(), vector())
            .prop_map(|(fingers, palm)| format!("Flat(fingers: {fingers}, palm: {palm})")),
    ]
    .boxed()
}

fn arm() -> BoxedStrategy<String> {
    prop_oneof![
        (number(), number(), number(), number(), hand()).prop_map(|(flexion, abduction, rotation, elbow, hand)| {
            format!("Angles(flexion: {flexion}, abduction: {abduction}, rotation: {rotation}, elbow: {elbow}, hand: {hand})")
        }),
        (vector(), vector(), hand())
            .prop_map(|(upper, fore, hand)| format!("Aim(upper_arm: {upper}, forearm: {fore}, hand: {hand})")),
        (target(), vector(), hand())
            .prop_map(|(at, elbow, hand)| format!("Reach(at: {at}, elbow_towards: {elbow}, hand: {hand})")),
    ]
.boxed()
}

fn pose() -> BoxedStrategy<String> {
    let anchor = prop::sample::select(vec![
        "[]",
        "[Feet]",
        "[Knees]",
        "[Elbows]",
        "[Back]",
        "[Seat]",
        "[Trunk]",
        "[Pelvis]",
        "[HeelLeft]",
        "[KneeRight, FootLeft]",
    ]);
    let trunk = (
        number(),
        number(),
        number(),
        prop::option::of(number()),
        pair(),
        number(),
    );
    (trunk, (number(), number(), number()), anchor, [leg(), leg()], [arm(), arm()]).prop_map(
        |((pitch, roll, turn, x, at, support), (flexion, side, rotation), anchor, [right, left], [arm_right, arm_left])| {
            let x = x.map(|x| format!(", x: {x}")).unwrap_or_default();
            format!(
                "(pelvis: (pitch: {pitch}, roll: {roll}, turn: {turn}{x}), anchor: {anchor}, stands_at: {at}, \
                 support: {support}, spine: (flexion: {flexion}, side: {side}, rotation: {rotation}), \
                 neck: (flexion: {rotation}, side: {flexion}), leg_right: {right}, leg_left: {left}, \
                 arm_right: {arm_right}, arm_left: {arm_left})"
            )
        },
    )
.boxed()
}

fn prop() -> BoxedStrategy<String> {
    prop_oneof![
        (pair(), pair()).prop_map(|(at, size)| format!("Mat(at: {at}, size: {size})")),
        number().prop_map(|x| format!("Wall(x: {x}, thickness: {x})")),
        (number(), number(), number())
            .prop_map(|(z, from, to)| format!("SideWall(z: {z}, from: {from}, to: {to})")),
        (vector(), vector()).prop_map(|(low, high)| format!("Box(low: {low}, high: {high})")),
        (pair(), number()).prop_map(|(at, height)| format!("Chair(at: {at}, height: {height})")),
        vector().prop_map(|at| format!("Roller(at: {at})")),
        (vector(), number())
            .prop_map(|(at, radius)| format!("RolledTowel(at: {at}, radius: {radius})")),
        (vector(), number()).prop_map(|(at, radius)| format!("Ball(at: {at}, radius: {radius})")),
        (pair(), pair(), number())
            .prop_map(|(at, size, rise)| format!("Wedge(at: {at}, size: {size}, rise: {rise})")),
        (pair(), pair(), number()).prop_map(|(at, size, wrinkle)| format!(
            "Towel(at: {at}, size: {size}, wrinkle: {wrinkle})"
        )),
        number().prop_map(|along| format!("LoopBand(on: Thigh, along: {along})")),
        vector().prop_map(|to| format!("Pull(to: {to})")),
        vec(target(), 0..4).prop_map(|through| format!("Strap(through: [{}])", through.join(", "))),
    ]
    .boxed()
}

fn movement() -> BoxedStrategy<String> {
    let frame = (0.0_f32..4.0, 0.0_f32..4.0, pose())
        .prop_map(|(go, hold, pose)| format!("(move_s: {go:?}, hold_s: {hold:?}, pose: {pose})"));
    (number(), number(), vec(frame, 1..4), vec(prop(), 0..3), any::<[bool; 2]>()).prop_map(
        |(yaw, pitch, frames, props, [alternate, bare])| {
            format!(
                "(camera: (yaw: {yaw}, pitch: {pitch}), muscles: [(Quadriceps, Both), (GluteusMaximus, Left), \
                 (GluteusMedius, Right), (Core, Both), (Foot, Both)], props: [{}], frames: [{}], \
                 alternate: {alternate}, bare_feet: {bare})",
                props.join(", "),
                frames.join(", "),
            )
        },
    )
.boxed()
}

fn time() -> BoxedStrategy<f32> {
    prop_oneof![
        8 => -1.0_f32..12.0,
        1 => prop::sample::select(vec![f32::NAN, f32::INFINITY, f32::NEG_INFINITY, f32::MAX, 0.0, -0.0]),
    ]
.boxed()
}

fn beat() -> BoxedStrategy<Beat> {
    prop_oneof![
        Just(Beat::Start),
        Just(Beat::Key),
        any::<usize>().prop_map(|frame| Beat::Still { frame }),
        (any::<usize>(), time()).prop_map(|(frame, share)| Beat::Between { frame, share }),
        time().prop_map(|elapsed| Beat::Hold { elapsed }),
        (
            any::<u32>(),
            time(),
            time(),
            prop::option::of([time(), time(), time()])
        )
            .prop_map(|(number, elapsed, length, tempo)| Beat::Rep {
                number,
                elapsed,
                length,
                tempo
            }),
    ]
    .boxed()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_can_be_read_can_be_drawn(text in movement(), beats in vec(beat(), 4), aspect in time()) {
        let movement: Movement = ron::from_str(&text).unwrap_or_else(|error| panic!("{error}\n{text}"));
        let mut drawing = Drawing::new();
        for side in Side::BOTH {
            let scene = Scene::new(&movement, side);
            let window = scene.window(aspect);
            prop_assert!([window.x, window.y, window.width, window.height].iter().all(|n| n.is_finite()));
            prop_assert!(window.width > 0.0 && window.height > 0.0);
            drawing.clear();
            scene.ground(&mut drawing);
            for beat in &beats {
                scene.draw(beat, &mut drawing);
                scene.draw(&beat.stepped(&movement), &mut drawing);
                let _ = movement.is_moving(beat);
                let _ = scene.faults(beat);
                let stance = scene.stance(beat).unwrap();
                prop_assert!(stance.lowest().1.is_finite());
                prop_assert!(stance.misses().iter().all(|(_, miss)| miss.is_finite()));
            }
            for (shape, outline) in drawing.shapes() {
                prop_assert!((0.0..=1.0).contains(&shape.alpha));
                for command in outline {
                    let finite = match *command {
                        Command::MoveTo(p) | Command::LineTo(p) => p.x.is_finite() && p.y.is_finite(),
                        Command::QuadTo(c, p) => [c.x, c.y, p.x, p.y].iter().all(|n| n.is_finite()),
                        Command::Close => true,
                    };
                    prop_assert!(finite, "{command:?} in {:?}", shape.tint);
                }
            }
        }
    }
}

/// Reads a movement of one frame with this number as the pelvis' pitch.
fn with_pitch(number: &str) -> Result<Movement, String> {
    let text = format!("(camera: (yaw: 0), frames: [(pose: (pelvis: (pitch: {number})))])");
    ron::from_str(&text).map_err(|error| error.to_string())
}

#[test]
fn numbers_that_would_break_the_geometry_are_refused() {
    assert!(with_pitch("-1000").is_ok());
    for number in ["NaN", "inf", "-inf", "1000.1", "1e30"] {
        let error = with_pitch(number).unwrap_err();
        assert!(error.contains("-1000 and 1000"), "{number}: {error}");
    }
}

#[test]
fn lists_that_are_too_long_or_empty_are_refused() {
    let frames = |count: usize| {
        let text = format!("(camera: (yaw: 0), frames: [{}])", "(), ".repeat(count));
        ron::from_str::<Movement>(&text).map_err(|error| error.to_string())
    };
    assert!(frames(64).is_ok());
    assert!(frames(65).unwrap_err().contains("at most 64"));
    assert!(frames(0).unwrap_err().contains("at least one frame"));
}

#[test]
fn key_frames_that_do_not_exist_are_refused() {
    let key = |rest: &str| {
        let text = format!("(camera: (yaw: 0), frames: [(), ()], {rest})");
        ron::from_str::<Movement>(&text).map_err(|error| error.to_string())
    };
    assert!(key("key: 1").is_ok());
    assert!(key("key: 2").unwrap_err().contains("the last frame is 1"));
    assert!(
        key("key: 1, middle_to: 0")
            .unwrap_err()
            .contains("middle_to")
    );
}

#[test]
fn unknown_fields_are_refused_everywhere() {
    for text in [
        "(camera: (yaw: 0), frames: [()], speed: 2)",
        "(camera: (yaw: 0, tilt: 3), frames: [()])",
        "(camera: (yaw: 0), frames: [(pause: 1)])",
        "(camera: (yaw: 0), frames: [(pose: (leg_middle: Angles()))])",
        "(camera: (yaw: 0), frames: [(pose: (legs: Angles(flex: 3)))])",
        "(camera: (yaw: 0), frames: [(pose: (arms: Angles(hand: Loose(fist: 3))))])",
        "(camera: (yaw: 0), props: [Mat(colour: 3)], frames: [()])",
    ] {
        let error = ron::from_str::<Movement>(text).unwrap_err().to_string();
        assert!(error.contains("nexpected field"), "{text}: {error}");
    }
}
