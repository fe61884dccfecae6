//! A pose as an author writes it: joint angles, places for hands and feet, what touches the ground.
//!
//! Angles are in degrees, lengths in body heights. What is left out stays as in relaxed standing.

pub mod blend;
pub mod mirror;
pub mod movement;

use serde::Deserialize;

use super::number::{Number, given};
use super::skeleton::{Bone, Segment};
use super::vector::Vector;
use crate::side::Side;

/// One complete posture of the body.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Pose {
    pub pelvis: Pelvis,
    pub anchors: Anchors,
    /// Height of the surface under the anchor.
    pub support: Number,
    /// Where the middle of the anchored points stands on the ground: forward, right.
    pub stands_at: (Number, Number),
    pub spine: Bend,
    pub neck: Bend,
    pub legs: Pair<Leg>,
    pub arms: Pair<Arm>,
}

/// Something the body has on both sides.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Pair<T> {
    pub right: T,
    pub left: T,
}

impl<T> Pair<T> {
    pub(crate) fn on(&self, side: Side) -> &T {
        match side {
            Side::Right => &self.right,
            Side::Left => &self.left,
        }
    }
}

/// Orientation of the pelvis, and its place where the author fixes it instead of the ground contact.
#[derive(Clone, Copy, Debug, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Pelvis {
    /// Bow forward: -90 lies on the back, 90 face down.
    pub pitch: Number,
    /// Lean to the own right: -90 lies on the left side.
    pub roll: Number,
    /// Turn to the own left.
    pub turn: Number,
    #[serde(deserialize_with = "given")]
    pub x: Option<Number>,
    #[serde(deserialize_with = "given")]
    pub y: Option<Number>,
    #[serde(deserialize_with = "given")]
    pub z: Option<Number>,
}

/// A bend of the spine or neck, shared out over its joints.
#[derive(Clone, Copy, Debug, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Bend {
    /// Curl forward, chin to chest.
    pub flexion: Number,
    /// To the own right.
    pub side: Number,
    /// To the own left.
    pub rotation: Number,
}

/// What rests on the ground.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub(crate) enum Anchor {
    Feet,
    FootRight,
    FootLeft,
    Heels,
    HeelRight,
    HeelLeft,
    Knees,
    KneeRight,
    KneeLeft,
    Elbows,
    ElbowRight,
    ElbowLeft,
    /// Lying: the lowest of pelvis, buttocks, trunk and head.
    Back,
    /// Sitting: the lowest of pelvis, buttocks and thighs.
    Seat,
    Trunk,
    Pelvis,
}

impl Anchor {
    const ALL: [Self; 16] = [
        Self::Feet,
        Self::FootRight,
        Self::FootLeft,
        Self::Heels,
        Self::HeelRight,
        Self::HeelLeft,
        Self::Knees,
        Self::KneeRight,
        Self::KneeLeft,
        Self::Elbows,
        Self::ElbowRight,
        Self::ElbowLeft,
        Self::Back,
        Self::Seat,
        Self::Trunk,
        Self::Pelvis,
    ];

    const fn mirrored(self) -> Self {
        match self {
            Self::FootRight => Self::FootLeft,
            Self::FootLeft => Self::FootRight,
            Self::HeelRight => Self::HeelLeft,
            Self::HeelLeft => Self::HeelRight,
            Self::KneeRight => Self::KneeLeft,
            Self::KneeLeft => Self::KneeRight,
            Self::ElbowRight => Self::ElbowLeft,
            Self::ElbowLeft => Self::ElbowRight,
            unpaired => unpaired,
        }
    }
}

/// A set of anchors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Anchors(u16);

impl Anchors {
    fn of(anchors: impl IntoIterator<Item = Anchor>) -> Self {
        Self(
            anchors
                .into_iter()
                .fold(0, |set, anchor| set | 1 << anchor as u16),
        )
    }

    pub(crate) fn iter(self) -> impl Iterator<Item = Anchor> {
        Anchor::ALL
            .into_iter()
            .filter(move |anchor| self.0 & (1 << *anchor as u16) != 0)
    }

    pub(crate) fn mirrored(self) -> Self {
        Self::of(self.iter().map(Anchor::mirrored))
    }
}

/// A place a hand or foot goes to.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) enum Target {
    /// Forward, up, right in the world.
    Point(Number, Number, Number),
    /// A place on the body: `along` from 0 at the bone's upper joint to 1 at its lower one, `offset` forward, up and
    /// outward (on pelvis, spine and head: to the right).
    Bone {
        bone: Bone,
        #[serde(default)]
        along: Number,
        #[serde(default)]
        offset: Vector,
    },
}

impl Target {
    /// The side of the limb this place belongs to, if it is on a limb.
    pub(crate) fn limb(&self) -> Option<(Segment, Side)> {
        match self {
            Self::Point(..) => None,
            Self::Bone { bone, .. } => bone.paired(),
        }
    }

    pub(crate) fn mirrored(self) -> Self {
        match self {
            Self::Point(x, y, z) => Self::Point(x, y, z.negated()),
            Self::Bone {
                bone,
                along,
                offset,
            } => Self::Bone {
                bone: bone.mirrored(),
                along,
                offset: match bone.paired() {
                    Some(_) => offset,
                    None => offset.mirrored(),
                },
            },
        }
    }
}

/// How a foot is held.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
pub(crate) enum Foot {
    /// Pitch of the sole against the ground: 0 flat, negative with the heel lifted, positive with the toes lifted.
    Sole(Number),
    /// Angle at the ankle: positive pulls the toes towards the shin.
    Ankle(Number),
}

impl Default for Foot {
    fn default() -> Self {
        Self::Ankle(Number::constant(0.0))
    }
}

/// Which point of the foot is pinned.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
pub(crate) enum FootPoint {
    #[default]
    Ball,
    Heel,
    Ankle,
}

/// One leg.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) enum Leg {
    /// By joint angles, from the hip down.
    Angles {
        /// Thigh forward.
        #[serde(default)]
        flexion: Number,
        /// Thigh outward.
        #[serde(default = "relaxed::hip_abduction")]
        abduction: Number,
        /// Knee and toes turned out.
        #[serde(default = "relaxed::hip_rotation")]
        rotation: Number,
        /// Heel towards buttock.
        #[serde(default)]
        knee: Number,
        #[serde(default)]
        foot: Foot,
        /// Toes bent up; negative curls them.
        #[serde(default, deserialize_with = "given")]
        toes: Option<Number>,
        /// Bends the knee until the foot touches a surface of this height: for kneeling.
        #[serde(default, deserialize_with = "given")]
        rest: Option<Number>,
    },
    /// By the place of the foot; hip and knee follow.
    Pin {
        at: Target,
        #[serde(default)]
        point: FootPoint,
        /// The direction the knee points in.
        #[serde(default, deserialize_with = "given")]
        knee_towards: Option<Vector>,
        /// How far the foot is turned out.
        #[serde(default = "relaxed::toes_out")]
        toes_out: Number,
        #[serde(default = "relaxed::flat_foot")]
        foot: Foot,
        #[serde(default, deserialize_with = "given")]
        toes: Option<Number>,
    },
}

/// One arm.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) enum Arm {
    /// By joint angles, from the shoulder down.
    Angles {
        /// Arm forward and up.
        #[serde(default = "relaxed::shoulder_flexion")]
        flexion: Number,
        /// Arm outward.
        #[serde(default = "relaxed::shoulder_abduction")]
        abduction: Number,
        /// Turned out.
        #[serde(default)]
        rotation: Number,
        /// Hand towards shoulder.
        #[serde(default = "relaxed::elbow")]
        elbow: Number,
        #[serde(default)]
        hand: Hand,
    },
    /// By the directions in which upper arm and forearm point in the world.
    Aim {
        upper_arm: Vector,
        forearm: Vector,
        #[serde(default, deserialize_with = "given")]
        elbow_towards: Option<Vector>,
        #[serde(default)]
        hand: Hand,
    },
    /// By the place of the palm; shoulder and elbow follow.
    Reach {
        at: Target,
        #[serde(default, deserialize_with = "given")]
        elbow_towards: Option<Vector>,
        #[serde(default)]
        hand: Hand,
    },
}

/// One hand. `grip` curls the fingers, from 0 flat to 90 fist.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) enum Hand {
    /// In line with the forearm.
    Loose {
        #[serde(default = "relaxed::grip")]
        grip: Number,
        /// Thumb turned inward.
        #[serde(default = "relaxed::pronation")]
        pronation: Number,
        /// Palm side closed.
        #[serde(default)]
        wrist: Number,
    },
    /// Laid on a surface: where the fingers point and where the palm faces, in the world.
    Flat {
        fingers: Vector,
        palm: Vector,
        #[serde(default = "relaxed::flat_grip")]
        grip: Number,
    },
}

impl Hand {
    pub(crate) fn grip(&self) -> Number {
        match self {
            Self::Loose { grip, .. } | Self::Flat { grip, .. } => *grip,
        }
    }
}

impl Default for Hand {
    fn default() -> Self {
        Self::Loose {
            grip: relaxed::grip(),
            pronation: relaxed::pronation(),
            wrist: Number::constant(0.0),
        }
    }
}

impl Default for Leg {
    fn default() -> Self {
        Self::Angles {
            flexion: Number::constant(0.0),
            abduction: relaxed::hip_abduction(),
            rotation: relaxed::hip_rotation(),
            knee: Number::constant(0.0),
            foot: Foot::default(),
            toes: None,
            rest: None,
        }
    }
}

impl Default for Arm {
    fn default() -> Self {
        Self::Angles {
            flexion: relaxed::shoulder_flexion(),
            abduction: relaxed::shoulder_abduction(),
            rotation: Number::constant(0.0),
            elbow: relaxed::elbow(),
            hand: Hand::default(),
        }
    }
}

impl Arm {
    pub(crate) fn hand(&self) -> &Hand {
        match self {
            Self::Angles { hand, .. } | Self::Aim { hand, .. } | Self::Reach { hand, .. } => hand,
        }
    }
}

/// Relaxed standing, angle by angle.
mod relaxed {
    use super::{Foot, Number};

    pub(super) fn hip_abduction() -> Number {
        Number::constant(1.0)
    }
    pub(super) fn hip_rotation() -> Number {
        Number::constant(6.0)
    }
    pub(super) fn toes_out() -> Number {
        Number::constant(6.0)
    }
    pub(super) fn flat_foot() -> Foot {
        Foot::Sole(Number::constant(0.0))
    }
    pub(super) fn shoulder_flexion() -> Number {
        Number::constant(4.0)
    }
    pub(super) fn shoulder_abduction() -> Number {
        Number::constant(9.0)
    }
    pub(super) fn elbow() -> Number {
        Number::constant(14.0)
    }
    pub(super) fn grip() -> Number {
        Number::constant(25.0)
    }
    pub(super) fn flat_grip() -> Number {
        Number::constant(4.0)
    }
    pub(super) fn pronation() -> Number {
        Number::constant(10.0)
    }
}

/// The part of a pose that one place in a file states. A frame's parts win over the movement's `base`, a single limb
/// over the pair; a limb is always stated whole.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct PartialPose {
    #[serde(deserialize_with = "given")]
    pelvis: Option<Pelvis>,
    #[serde(deserialize_with = "given")]
    anchor: Option<Vec<Anchor>>,
    #[serde(deserialize_with = "given")]
    support: Option<Number>,
    #[serde(deserialize_with = "given")]
    stands_at: Option<(Number, Number)>,
    #[serde(deserialize_with = "given")]
    spine: Option<Bend>,
    #[serde(deserialize_with = "given")]
    neck: Option<Bend>,
    /// Both legs, written for the right one.
    #[serde(deserialize_with = "given")]
    legs: Option<Leg>,
    #[serde(deserialize_with = "given")]
    leg_right: Option<Leg>,
    #[serde(deserialize_with = "given")]
    leg_left: Option<Leg>,
    /// Both arms, written for the right one.
    #[serde(deserialize_with = "given")]
    arms: Option<Arm>,
    #[serde(deserialize_with = "given")]
    arm_right: Option<Arm>,
    #[serde(deserialize_with = "given")]
    arm_left: Option<Arm>,
}

impl PartialPose {
    /// The whole pose: this frame's parts over the movement's shared ones over relaxed standing.
    pub(crate) fn over(&self, base: &Self) -> Pose {
        let anchor = self.anchor.as_ref().or(base.anchor.as_ref());
        Pose {
            pelvis: self.pelvis.or(base.pelvis).unwrap_or_default(),
            anchors: anchor.map_or(Anchors::of([Anchor::Feet]), |list| {
                Anchors::of(list.iter().copied())
            }),
            support: self.support.or(base.support).unwrap_or_default(),
            stands_at: self.stands_at.or(base.stands_at).unwrap_or_default(),
            spine: self.spine.or(base.spine).unwrap_or_default(),
            neck: self.neck.or(base.neck).unwrap_or_default(),
            legs: Pair {
                right: self
                    .leg_right
                    .or(self.legs)
                    .or(base.leg_right)
                    .or(base.legs)
                    .unwrap_or_default(),
                left: (self.leg_left.or(self.legs.map(Leg::mirrored)))
                    .or(base.leg_left)
                    .or(base.legs.map(Leg::mirrored))
                    .unwrap_or_default(),
            },
            arms: Pair {
                right: self
                    .arm_right
                    .or(self.arms)
                    .or(base.arm_right)
                    .or(base.arms)
                    .unwrap_or_default(),
                left: (self.arm_left.or(self.arms.map(Arm::mirrored)))
                    .or(base.arm_left)
                    .or(base.arms.map(Arm::mirrored))
                    .unwrap_or_default(),
            },
        }
    }
}
