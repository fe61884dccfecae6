//! From a pose to bones in the world: joint angles, two-bone inverse kinematics, contact with the ground.

use super::{
    BALL, Bone, FOREARM, HEEL, PALM, PALM_DEPTH, Placed, SHANK, SHOULDER, Segment, Skeleton, THIGH,
    TOE_JOINT, UPPER_ARM, pivot,
};
use crate::figure::number::Number;
use crate::figure::pose::{Anchor, Arm, Foot, FootPoint, Hand, Leg, Pose, Target};
use crate::figure::surface::body;
use crate::figure::vector::{Rotation, Vector, smoothstep};
use crate::side::Side;

/// Puts every bone in its place, with the anchored parts on the ground.
pub(crate) fn solve(pose: &Pose) -> Skeleton {
    let pelvis = &pose.pelvis;
    let orientation = Rotation::about_up(pelvis.turn.get())
        * Rotation::about_right(-pelvis.pitch.get())
        * Rotation::about_front(pelvis.roll.get());
    let fixed = [pelvis.x, pelvis.y, pelvis.z].map(|given| given.map(Number::get));

    let mut position = Vector::ZERO;
    if fixed.contains(&None) {
        // A kneeling leg changes what is lowest once it is put down: a second look settles it.
        let rests = Side::BOTH
            .iter()
            .any(|side| rest_height(pose.legs.on(*side)).is_some());
        for _ in 0..if rests { 2 } else { 1 } {
            let skeleton = build(pose, position, orientation);
            position += contact(pose, &skeleton);
            position = held(position, fixed);
        }
    } else {
        position = held(position, fixed);
    }

    let mut skeleton = build(pose, position, orientation);
    for side in Side::BOTH {
        if let Some(height) = rest_height(pose.legs.on(side)) {
            rest_foot(&mut skeleton, pose.legs.on(side), side, height);
        }
    }
    skeleton
}

fn held(position: Vector, fixed: [Option<f32>; 3]) -> Vector {
    Vector::new(
        fixed[0].unwrap_or(position.x),
        fixed[1].unwrap_or(position.y),
        fixed[2].unwrap_or(position.z),
    )
}

fn rest_height(leg: &Leg) -> Option<f32> {
    match leg {
        Leg::Angles { rest, .. } => rest.map(Number::get),
        Leg::Pin { .. } => None,
    }
}

fn build(pose: &Pose, position: Vector, orientation: Rotation) -> Skeleton {
    let mut skeleton = Skeleton::new(Placed::new(position, orientation));
    stack_spine(&mut skeleton, pose);

    // A limb that holds on to the other side's limb comes after it.
    let follows_left_leg = |leg: &Leg| match leg {
        Leg::Pin { at, .. } => at.limb().is_some(),
        Leg::Angles { .. } => false,
    };
    for side in right_last_if(follows_left_leg(&pose.legs.right)) {
        place_leg(
            &mut skeleton,
            pose.legs.on(side),
            side,
            pose.pelvis.turn.get(),
        );
    }
    let follows_left_arm = |arm: &Arm| match arm {
        Arm::Reach { at, .. } => matches!(
            at.limb(),
            Some((Segment::UpperArm | Segment::Forearm | Segment::Hand, _))
        ),
        _ => false,
    };
    for side in right_last_if(follows_left_arm(&pose.arms.right)) {
        place_arm(&mut skeleton, pose.arms.on(side), side);
    }
    skeleton
}

fn right_last_if(condition: bool) -> [Side; 2] {
    if condition {
        [Side::Left, Side::Right]
    } else {
        Side::BOTH
    }
}

/// Each joint of the spine takes its share of the bend: bone, share of flexion and side bend, share of rotation.
const SPINE: [(Bone, f32, f32); 3] = [
    (Bone::Lumbar, 0.38, 0.15),
    (Bone::Waist, 0.34, 0.40),
    (Bone::Chest, 0.28, 0.45),
];
const NECK: [(Bone, f32, f32); 2] = [(Bone::Neck, 0.5, 0.5), (Bone::Head, 0.5, 0.5)];

fn stack_spine(skeleton: &mut Skeleton, pose: &Pose) {
    let mut below = skeleton[Bone::Pelvis];
    for (joints, bend) in [(&SPINE[..], pose.spine), (&NECK[..], pose.neck)] {
        for &(bone, bending, turning) in joints {
            let rotation = below.rotation
                * Rotation::about_up(turning * bend.rotation.get())
                * Rotation::about_right(-bending * bend.flexion.get())
                * Rotation::about_front(bending * bend.side.get());
            let placed = Placed {
                origin: below.place(pivot(bone)),
                rotation,
                pivot: pivot(bone),
            };
            skeleton.set(bone, placed);
            below = placed;
        }
    }
}

/// Orientation of a ball-and-socket joint's bone: forward, then outward, then turned out.
fn ball_joint(
    socket: Rotation,
    flexion: f32,
    abduction: f32,
    rotation: f32,
    side: Side,
) -> Rotation {
    socket
        * Rotation::about_right(flexion)
        * Rotation::about_front(-side.sign() * abduction)
        * Rotation::about_up(-side.sign() * rotation)
}

/// Where the middle and the far joint of a two-bone chain lie when the far end reaches for `target` and the middle
/// joint bends towards `pole`. Law of cosines.
fn two_bones(
    root: Vector,
    target: Vector,
    upper: f32,
    lower: f32,
    pole: Vector,
) -> (Vector, Vector) {
    let axis = target - root;
    let distance = axis
        .length()
        .clamp((upper - lower).abs() + 1e-4, upper + lower - 1e-4);
    let axis = axis.unit_or(Vector::DOWN);
    let along = (upper * upper - lower * lower + distance * distance) / (2.0 * distance);
    let aside = (upper * upper - along * along).max(0.0).sqrt();
    (
        root + axis * along + pole.perpendicular_to(axis) * aside,
        root + axis * distance,
    )
}

/// Orientations of two bones that share a hinge, from their three joints; `front` is where the upper bone faces.
fn hinged(top: Vector, middle: Vector, bottom: Vector, front: Vector) -> (Rotation, Rotation) {
    let upper = Rotation::facing(top - middle, front);
    let up = (middle - bottom).unit_or(Vector::UP);
    let lower = Rotation {
        front: up.cross(upper.right).unit_or(upper.front),
        up,
        right: upper.right,
    };
    (upper, lower)
}

fn place_leg(skeleton: &mut Skeleton, leg: &Leg, side: Side, turn: f32) {
    match *leg {
        Leg::Angles {
            flexion,
            abduction,
            rotation,
            knee,
            foot,
            toes,
            ..
        } => {
            let thigh = ball_joint(
                skeleton[Bone::Pelvis].rotation,
                flexion.get(),
                abduction.get(),
                rotation.get(),
                side,
            );
            bend_knee(
                skeleton,
                side,
                thigh,
                knee.get(),
                foot,
                toes.map(Number::get),
            );
        }
        Leg::Pin {
            at,
            point,
            knee_towards,
            toes_out,
            foot,
            toes,
        } => {
            let pitch = match foot {
                Foot::Sole(pitch) => pitch.get(),
                Foot::Ankle(_) => 0.0,
            };
            let sole = Rotation::about_up(turn - side.sign() * toes_out.get())
                * Rotation::about_right(pitch);
            let pinned = match point {
                FootPoint::Ball => BALL,
                FootPoint::Heel => HEEL,
                FootPoint::Ankle => Vector::ZERO,
            };
            let hip = skeleton.hip(side);
            let ankle = resolve(skeleton, &at) - sole.apply(pinned);
            let pole = knee_towards
                .unwrap_or_else(|| skeleton[Bone::Pelvis].rotation.front + sole.front * 0.8);
            let (knee, ankle) = two_bones(hip, ankle, THIGH, SHANK, pole);
            let (thigh, shank) = hinged(hip, knee, ankle, pole.perpendicular_to(ankle - hip));
            skeleton.set(Segment::Thigh.on(side), Placed::new(hip, thigh));
            skeleton.set(Segment::Shank.on(side), Placed::new(knee, shank));
            let (foot, tiptoe) = match foot {
                Foot::Ankle(angle) => (shank * Rotation::about_right(angle.get()), 0.0),
                Foot::Sole(pitch) => (sole, -pitch.get()),
            };
            place_foot(skeleton, side, ankle, foot, tiptoe, toes.map(Number::get));
        }
    }
}

fn bend_knee(
    skeleton: &mut Skeleton,
    side: Side,
    thigh: Rotation,
    knee: f32,
    foot: Foot,
    toes: Option<f32>,
) {
    let thigh = Placed::new(skeleton.hip(side), thigh);
    let shank = Placed::new(
        thigh.down(THIGH),
        thigh.rotation * Rotation::about_right(-knee),
    );
    skeleton.set(Segment::Thigh.on(side), thigh);
    skeleton.set(Segment::Shank.on(side), shank);
    let (foot, tiptoe) = match foot {
        Foot::Sole(pitch) => {
            // Lying, the shank's front points up and says nothing about the heading: then its own direction does.
            let heading = if shank.rotation.up.y.abs() > 0.3 {
                shank.rotation.front
            } else {
                -shank.rotation.up
            };
            (
                Rotation::facing(Vector::UP, heading) * Rotation::about_right(pitch.get()),
                -pitch.get(),
            )
        }
        Foot::Ankle(angle) => (shank.rotation * Rotation::about_right(angle.get()), 0.0),
    };
    place_foot(skeleton, side, shank.down(SHANK), foot, tiptoe, toes);
}

/// The toes stay flat on the ground when the heel lifts, as far as they bend, unless the author says otherwise.
fn place_foot(
    skeleton: &mut Skeleton,
    side: Side,
    ankle: Vector,
    rotation: Rotation,
    tiptoe: f32,
    toes: Option<f32>,
) {
    let foot = Placed::new(ankle, rotation);
    let bent = toes.unwrap_or(tiptoe.max(0.0)).min(65.0);
    skeleton.set(Segment::Foot.on(side), foot);
    skeleton.set(
        Segment::Toes.on(side),
        Placed::new(
            foot.place(TOE_JOINT),
            rotation * Rotation::about_right(bent),
        ),
    );
}

/// Halvings of 90 degrees: the foot is found to within a ten-thousandth of body height.
const REST_STEPS: usize = 13;

/// Bends a kneeling leg until the foot just touches a surface of the given height.
fn rest_foot(skeleton: &mut Skeleton, leg: &Leg, side: Side, height: f32) {
    let Leg::Angles {
        knee, foot, toes, ..
    } = *leg
    else {
        return;
    };
    let thigh = skeleton.paired(Segment::Thigh, side).rotation;
    let (mut low, mut high) = (knee.get() - 45.0, knee.get() + 45.0);
    for _ in 0..REST_STEPS {
        let middle = (low + high) / 2.0;
        bend_knee(skeleton, side, thigh, middle, foot, toes.map(Number::get));
        if body::lowest_of_foot(skeleton, side) > height {
            high = middle;
        } else {
            low = middle;
        }
    }
}

/// The shoulder girdle rises, closes in and slides forward as the arm is lifted towards `arm`.
fn shoulder(chest: &Placed, side: Side, arm: Vector) -> Vector {
    let direction = chest.rotation.undo(arm);
    let raised = smoothstep(-0.6, 1.0, direction.y);
    chest.place(Vector::new(
        SHOULDER.x + 0.016 * direction.x.max(0.0) * (1.0 - raised),
        SHOULDER.y + 0.034 * raised,
        (SHOULDER.z - 0.016 * raised) * side.sign(),
    ))
}

fn place_arm(skeleton: &mut Skeleton, arm: &Arm, side: Side) {
    let chest = skeleton[Bone::Chest];
    let (root, upper, fore, hand) = match *arm {
        Arm::Angles {
            flexion,
            abduction,
            rotation,
            elbow,
            hand,
        } => {
            let upper = ball_joint(
                chest.rotation,
                flexion.get(),
                abduction.get(),
                rotation.get(),
                side,
            );
            let fore = upper * Rotation::about_right(elbow.get());
            (shoulder(&chest, side, -upper.up), upper, fore, hand)
        }
        Arm::Aim {
            upper_arm,
            forearm,
            elbow_towards,
            hand,
        } => {
            let upper = upper_arm.unit_or(Vector::DOWN);
            let fore = forearm.unit_or(upper);
            let front = if upper.cross(fore).length() > 0.05 {
                fore
            } else {
                elbow_towards.unwrap_or_else(|| relaxed_arm_front(&chest, side))
            };
            let (upper, fore) = hinged(Vector::ZERO, upper, upper + fore, front);
            (shoulder(&chest, side, -upper.up), upper, fore, hand)
        }
        Arm::Reach {
            at,
            elbow_towards,
            hand,
        } => {
            let palm = resolve(skeleton, &at);
            let (wrist, reach) = match hand {
                Hand::Loose { .. } => (palm, FOREARM + PALM),
                Hand::Flat {
                    fingers,
                    palm: facing,
                    ..
                } => (
                    palm - fingers.unit_or(Vector::UP) * PALM
                        - facing.unit_or(Vector::DOWN) * PALM_DEPTH,
                    FOREARM,
                ),
            };
            let pole = elbow_towards.unwrap_or_else(|| {
                chest
                    .rotation
                    .apply(Vector::new(-0.7, -0.5, 0.6 * side.sign()))
            });
            let mut root = shoulder(&chest, side, (wrist - chest.origin).unit_or(Vector::DOWN));
            let (mut elbow, mut tip) = two_bones(root, wrist, UPPER_ARM, reach, pole);
            // The shoulder follows the upper arm, which follows the shoulder: it settles quickly.
            for _ in 0..2 {
                root = shoulder(&chest, side, (elbow - root).unit_or(Vector::DOWN));
                (elbow, tip) = two_bones(root, wrist, UPPER_ARM, reach, pole);
            }
            let (upper, fore) = (
                (elbow - root).unit_or(Vector::DOWN),
                (tip - elbow).unit_or(Vector::DOWN),
            );
            let front = if upper.cross(fore).length() > 0.02 {
                fore
            } else {
                -pole
            };
            let (upper, fore) = hinged(root, elbow, tip, front);
            (root, upper, fore, hand)
        }
    };
    hang_arm(skeleton, side, root, upper, fore, &hand);
}

fn relaxed_arm_front(chest: &Placed, side: Side) -> Vector {
    ball_joint(chest.rotation, 4.0, 9.0, 0.0, side).front
}

fn hang_arm(
    skeleton: &mut Skeleton,
    side: Side,
    shoulder: Vector,
    upper: Rotation,
    fore: Rotation,
    hand: &Hand,
) {
    let upper = Placed::new(shoulder, upper);
    let fore = Placed::new(upper.down(UPPER_ARM), fore);
    let hand = match *hand {
        Hand::Loose {
            pronation, wrist, ..
        } => {
            fore.rotation
                * Rotation::about_up(side.sign() * pronation.get())
                * Rotation::about_front(side.sign() * wrist.get())
        }
        Hand::Flat { fingers, palm, .. } => {
            let up = -fingers.unit_or(Vector::UP);
            let right = (palm * -side.sign()).perpendicular_to(up);
            Rotation {
                front: up.cross(right),
                up,
                right,
            }
        }
    };
    skeleton.set(Segment::UpperArm.on(side), upper);
    skeleton.set(Segment::Forearm.on(side), fore);
    skeleton.set(
        Segment::Hand.on(side),
        Placed::new(fore.down(FOREARM), hand),
    );
}

/// World position of a target; a place on a bone follows the bone, its offset counted outward.
pub(crate) fn resolve(skeleton: &Skeleton, target: &Target) -> Vector {
    match *target {
        Target::Point(x, y, z) => Vector::new(x.get(), y.get(), z.get()),
        Target::Bone {
            bone,
            along,
            offset,
        } => {
            let placed = skeleton[bone];
            let outward = bone.paired().map_or(1.0, |(_, side)| side.sign());
            placed.origin
                + placed.rotation.apply(Vector::new(
                    offset.x,
                    offset.y - bone.length() * along.get(),
                    offset.z * outward,
                ))
        }
    }
}

/// How far the body must move for its anchors to stand where the pose says.
fn contact(pose: &Pose, skeleton: &Skeleton) -> Vector {
    let mut lowest = f32::INFINITY;
    let mut sum = Vector::ZERO;
    let mut count = 0.0;
    for anchor in pose.anchors.iter() {
        lowest = lowest.min(lowest_point(skeleton, anchor));
        for reference in references(skeleton, anchor).into_iter().flatten() {
            sum += reference;
            count += 1.0;
        }
    }
    if count == 0.0 {
        return Vector::ZERO;
    }
    let mean = sum * (1.0 / count);
    Vector::new(
        pose.stands_at.0.get() - mean.x,
        pose.support.get() - lowest,
        pose.stands_at.1.get() - mean.z,
    )
}

fn lowest_point(skeleton: &Skeleton, anchor: Anchor) -> f32 {
    use Side::{Left, Right};
    let both = |part: fn(&Skeleton, Side) -> f32| part(skeleton, Right).min(part(skeleton, Left));
    match anchor {
        Anchor::Feet => both(body::lowest_of_sole),
        Anchor::FootRight => body::lowest_of_sole(skeleton, Right),
        Anchor::FootLeft => body::lowest_of_sole(skeleton, Left),
        Anchor::Heels => both(|skeleton, side| skeleton.heel(side).y),
        Anchor::HeelRight => skeleton.heel(Right).y,
        Anchor::HeelLeft => skeleton.heel(Left).y,
        Anchor::Knees => both(body::lowest_of_knee),
        Anchor::KneeRight => body::lowest_of_knee(skeleton, Right),
        Anchor::KneeLeft => body::lowest_of_knee(skeleton, Left),
        Anchor::Elbows => both(body::lowest_of_forearm),
        Anchor::ElbowRight => body::lowest_of_forearm(skeleton, Right),
        Anchor::ElbowLeft => body::lowest_of_forearm(skeleton, Left),
        Anchor::Back => body::lowest_of_pelvis(skeleton)
            .min(both(body::lowest_of_buttock))
            .min(body::lowest_of_trunk(skeleton))
            .min(body::lowest_of_head(skeleton)),
        Anchor::Seat => body::lowest_of_pelvis(skeleton)
            .min(both(body::lowest_of_buttock))
            .min(both(body::lowest_of_thigh)),
        Anchor::Trunk => body::lowest_of_trunk(skeleton),
        Anchor::Pelvis => body::lowest_of_pelvis(skeleton),
    }
}

fn references(skeleton: &Skeleton, anchor: Anchor) -> [Option<Vector>; 2] {
    use Side::{Left, Right};
    let knee = |side| skeleton.paired(Segment::Shank, side).origin;
    let elbow = |side| skeleton.paired(Segment::Forearm, side).origin;
    match anchor {
        Anchor::Feet => [
            Some(skeleton.ball_of_foot(Right)),
            Some(skeleton.ball_of_foot(Left)),
        ],
        Anchor::FootRight => [Some(skeleton.ball_of_foot(Right)), None],
        Anchor::FootLeft => [Some(skeleton.ball_of_foot(Left)), None],
        Anchor::Heels => [Some(skeleton.heel(Right)), Some(skeleton.heel(Left))],
        Anchor::HeelRight => [Some(skeleton.heel(Right)), None],
        Anchor::HeelLeft => [Some(skeleton.heel(Left)), None],
        Anchor::Knees => [Some(knee(Right)), Some(knee(Left))],
        Anchor::KneeRight => [Some(knee(Right)), None],
        Anchor::KneeLeft => [Some(knee(Left)), None],
        Anchor::Elbows => [Some(elbow(Right)), Some(elbow(Left))],
        Anchor::ElbowRight => [Some(elbow(Right)), None],
        Anchor::ElbowLeft => [Some(elbow(Left)), None],
        Anchor::Back | Anchor::Seat | Anchor::Pelvis => [Some(skeleton[Bone::Pelvis].origin), None],
        Anchor::Trunk => [Some(skeleton[Bone::Chest].origin), None],
    }
}
