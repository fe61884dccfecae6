//! The bones: their lengths, where they hang on each other, how far their joints turn.
//!
//! Segment lengths are the Drillis and Contini (1966) fractions of stature as tabulated by Winter in *Biomechanics and
//! Motor Control of Human Movement*.

pub mod posed_skeleton;
pub mod solve;
pub mod stance;

use std::ops::Index;

use serde::Deserialize;

use crate::side::Side;

use super::vector::{Rotation, Vector};

/// A bone of the mannequin, as figure files name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[allow(missing_docs)]
pub enum Bone {
    Pelvis,
    Lumbar,
    Waist,
    Chest,
    Neck,
    Head,
    ThighRight,
    ThighLeft,
    ShankRight,
    ShankLeft,
    FootRight,
    FootLeft,
    ToesRight,
    ToesLeft,
    UpperArmRight,
    UpperArmLeft,
    ForearmRight,
    ForearmLeft,
    HandRight,
    HandLeft,
}

/// A bone that exists on both sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Segment {
    Thigh,
    Shank,
    Foot,
    Toes,
    UpperArm,
    Forearm,
    Hand,
}

impl Segment {
    /// This bone on the given side.
    #[must_use]
    pub const fn on(self, side: Side) -> Bone {
        match (self, side) {
            (Self::Thigh, Side::Right) => Bone::ThighRight,
            (Self::Thigh, Side::Left) => Bone::ThighLeft,
            (Self::Shank, Side::Right) => Bone::ShankRight,
            (Self::Shank, Side::Left) => Bone::ShankLeft,
            (Self::Foot, Side::Right) => Bone::FootRight,
            (Self::Foot, Side::Left) => Bone::FootLeft,
            (Self::Toes, Side::Right) => Bone::ToesRight,
            (Self::Toes, Side::Left) => Bone::ToesLeft,
            (Self::UpperArm, Side::Right) => Bone::UpperArmRight,
            (Self::UpperArm, Side::Left) => Bone::UpperArmLeft,
            (Self::Forearm, Side::Right) => Bone::ForearmRight,
            (Self::Forearm, Side::Left) => Bone::ForearmLeft,
            (Self::Hand, Side::Right) => Bone::HandRight,
            (Self::Hand, Side::Left) => Bone::HandLeft,
        }
    }
}

impl Bone {
    /// Every bone, in the order of the enum.
    pub const ALL: [Self; 20] = [
        Self::Pelvis,
        Self::Lumbar,
        Self::Waist,
        Self::Chest,
        Self::Neck,
        Self::Head,
        Self::ThighRight,
        Self::ThighLeft,
        Self::ShankRight,
        Self::ShankLeft,
        Self::FootRight,
        Self::FootLeft,
        Self::ToesRight,
        Self::ToesLeft,
        Self::UpperArmRight,
        Self::UpperArmLeft,
        Self::ForearmRight,
        Self::ForearmLeft,
        Self::HandRight,
        Self::HandLeft,
    ];

    /// The side of a paired bone and which bone it is; none for the trunk and head.
    #[must_use]
    pub const fn paired(self) -> Option<(Segment, Side)> {
        Some(match self {
            Self::Pelvis | Self::Lumbar | Self::Waist | Self::Chest | Self::Neck | Self::Head => {
                return None;
            }
            Self::ThighRight => (Segment::Thigh, Side::Right),
            Self::ThighLeft => (Segment::Thigh, Side::Left),
            Self::ShankRight => (Segment::Shank, Side::Right),
            Self::ShankLeft => (Segment::Shank, Side::Left),
            Self::FootRight => (Segment::Foot, Side::Right),
            Self::FootLeft => (Segment::Foot, Side::Left),
            Self::ToesRight => (Segment::Toes, Side::Right),
            Self::ToesLeft => (Segment::Toes, Side::Left),
            Self::UpperArmRight => (Segment::UpperArm, Side::Right),
            Self::UpperArmLeft => (Segment::UpperArm, Side::Left),
            Self::ForearmRight => (Segment::Forearm, Side::Right),
            Self::ForearmLeft => (Segment::Forearm, Side::Left),
            Self::HandRight => (Segment::Hand, Side::Right),
            Self::HandLeft => (Segment::Hand, Side::Left),
        })
    }

    /// The same bone on the other side; bones of the trunk are their own mirror image.
    #[must_use]
    pub const fn mirrored(self) -> Self {
        match self.paired() {
            Some((segment, side)) => segment.on(side.other()),
            None => self,
        }
    }

    /// What `along: 1.0` measures on this bone, in body heights.
    pub(crate) const fn length(self) -> f32 {
        match self.paired() {
            Some((Segment::Thigh, _)) => THIGH,
            Some((Segment::Shank, _)) => SHANK,
            Some((Segment::UpperArm, _)) => UPPER_ARM,
            Some((Segment::Forearm, _)) => FOREARM,
            Some((Segment::Hand, _)) => HAND,
            _ => 0.1,
        }
    }
}

pub(crate) const THIGH: f32 = 0.245;
pub(crate) const SHANK: f32 = 0.246;
pub(crate) const UPPER_ARM: f32 = 0.186;
pub(crate) const FOREARM: f32 = 0.146;
pub(crate) const HAND: f32 = 0.108;
/// From the wrist to the middle of the palm.
pub(crate) const PALM: f32 = 0.047;
/// Thickness of the hand on the palm's side.
pub(crate) const PALM_DEPTH: f32 = 0.011;
/// Ankle joint above the ground, shoe sole included.
pub(crate) const ANKLE_HEIGHT: f32 = 0.043;
/// Right hip joint in the pelvis frame.
pub(crate) const HIP: Vector = Vector::new(0.0, 0.0, 0.050);
/// Right shoulder joint at rest, in the coordinates of the whole trunk.
pub(crate) const SHOULDER: Vector = Vector::new(-0.008, 0.261, 0.096);
/// Points of the sole and the toe joint, seen from the ankle.
pub(crate) const BALL: Vector = Vector::new(0.078, -ANKLE_HEIGHT, 0.0);
pub(crate) const HEEL: Vector = Vector::new(-0.036, -ANKLE_HEIGHT, 0.0);
pub(crate) const TOE_JOINT: Vector = Vector::new(0.078, -0.034, 0.0);

/// Where the trunk's bones turn, upright and at rest, measured from the middle between the hips.
pub(crate) const fn pivot(bone: Bone) -> Vector {
    match bone {
        Bone::Lumbar => Vector::new(-0.010, 0.055, 0.0),
        Bone::Waist => Vector::new(-0.006, 0.130, 0.0),
        Bone::Chest => Vector::new(-0.012, 0.205, 0.0),
        Bone::Neck => Vector::new(-0.016, 0.300, 0.0),
        Bone::Head => Vector::new(0.006, 0.362, 0.0),
        _ => Vector::ZERO,
    }
}

/// One bone where a pose has put it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placed {
    /// World position of the joint the bone turns about, in body heights.
    pub origin: Vector,
    /// Orientation in the world.
    pub rotation: Rotation,
    /// Coordinates of `origin` in the frame that `place` reads.
    pub(crate) pivot: Vector,
}

impl Placed {
    pub(crate) const fn new(origin: Vector, rotation: Rotation) -> Self {
        Self {
            origin,
            rotation,
            pivot: Vector::ZERO,
        }
    }

    /// World position of a point fixed to the bone. Trunk and head are addressed in the coordinates of the upright
    /// body, measured from the middle between the hips; limbs from their own upper joint.
    #[must_use]
    pub fn place(&self, point: Vector) -> Vector {
        self.origin + self.rotation.apply(point - self.pivot)
    }

    /// The point `length` body heights down the bone.
    pub(crate) fn down(&self, length: f32) -> Vector {
        self.origin - self.rotation.up * length
    }
}

/// All bones of one posed body.
#[derive(Clone, Debug, PartialEq)]
pub struct Skeleton {
    bones: [Placed; 20],
}

impl Skeleton {
    pub(crate) fn new(pelvis: Placed) -> Self {
        Self {
            bones: [pelvis; 20],
        }
    }

    pub(crate) fn set(&mut self, bone: Bone, placed: Placed) {
        self.bones[bone as usize] = placed;
    }

    pub(crate) fn paired(&self, segment: Segment, side: Side) -> &Placed {
        &self[segment.on(side)]
    }

    /// World position of the hip joint.
    pub(crate) fn hip(&self, side: Side) -> Vector {
        self[Bone::Pelvis].place(Vector::new(HIP.x, HIP.y, HIP.z * side.sign()))
    }

    /// World position of the ball of the foot, on the sole.
    #[must_use]
    pub fn ball_of_foot(&self, side: Side) -> Vector {
        self.paired(Segment::Foot, side).place(BALL)
    }

    /// World position of the back edge of the heel, on the sole.
    #[must_use]
    pub fn heel(&self, side: Side) -> Vector {
        self.paired(Segment::Foot, side).place(HEEL)
    }

    /// World position of the middle of the palm.
    #[must_use]
    pub fn palm(&self, side: Side) -> Vector {
        self.paired(Segment::Hand, side).down(PALM)
    }

    /// The angles of the joints, measured from the bones, as a clinician would read them off with a goniometer.
    #[must_use]
    pub fn joint_angles(&self, side: Side) -> JointAngles {
        let (hip_flexion, hip_abduction, hip_rotation) =
            self.ball_and_socket(Bone::Pelvis, Segment::Thigh.on(side), side);
        let (shoulder_flexion, shoulder_abduction, _) =
            self.ball_and_socket(Bone::Chest, Segment::UpperArm.on(side), side);
        let sole = self
            .paired(Segment::Shank, side)
            .rotation
            .undo(self.paired(Segment::Foot, side).rotation.front);
        JointAngles {
            hip_flexion,
            hip_abduction,
            hip_rotation,
            knee: -self.hinge(Segment::Thigh.on(side), Segment::Shank.on(side)),
            ankle: sole.y.atan2(sole.x.hypot(sole.z)).to_degrees(),
            shoulder_flexion,
            shoulder_abduction,
            elbow: self.hinge(Segment::UpperArm.on(side), Segment::Forearm.on(side)),
        }
    }

    /// Angle of a hinge in degrees: positive where the lower bone swings forward.
    pub(crate) fn hinge(&self, upper: Bone, lower: Bone) -> f32 {
        let up = self[upper].rotation.undo(self[lower].rotation.up);
        (-up.x).atan2(up.y).to_degrees()
    }

    fn ball_and_socket(&self, socket: Bone, ball: Bone, side: Side) -> (f32, f32, f32) {
        let socket = self[socket].rotation;
        let up = socket.undo(self[ball].rotation.up);
        let front = socket.undo(self[ball].rotation.front);
        let abduction = (-side.sign() * up.z).clamp(-1.0, 1.0).asin().to_degrees();
        let flexion = (-up.x).atan2(up.y).to_degrees();
        let unturned =
            Rotation::about_right(flexion) * Rotation::about_front(-side.sign() * abduction);
        let front = unturned.undo(front);
        let rotation = (side.sign() * front.z).atan2(front.x).to_degrees();
        (flexion, abduction, rotation)
    }
}

impl Index<Bone> for Skeleton {
    type Output = Placed;
    fn index(&self, bone: Bone) -> &Placed {
        &self.bones[bone as usize]
    }
}

/// Joint angles of one side in degrees, named as in `pose`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct JointAngles {
    /// Thigh forward of the pelvis; negative is extension.
    pub hip_flexion: f32,
    /// Thigh out to the side.
    pub hip_abduction: f32,
    /// Knee and toes turned out. The last of three Euler angles: in deep flexion it exceeds the clinical measure.
    pub hip_rotation: f32,
    /// Heel towards buttock.
    pub knee: f32,
    /// Toes towards shin.
    pub ankle: f32,
    /// Arm forward and up.
    pub shoulder_flexion: f32,
    /// Arm out to the side.
    pub shoulder_abduction: f32,
    /// Hand towards shoulder.
    pub elbow: f32,
}

impl JointAngles {
    /// The joints that are bent further than a body goes: name, angle in degrees, lowest and highest allowed. The
    /// shoulder is left out where its Euler angles lose their meaning, beyond 60 degrees of abduction.
    #[must_use]
    pub fn beyond_limits(&self) -> Vec<(&'static str, f32, f32, f32)> {
        let joints = [
            ("hip flexion", self.hip_flexion, -30.0, 140.0),
            ("hip abduction", self.hip_abduction, -35.0, 66.0),
            ("hip rotation", self.hip_rotation, -85.0, 100.0),
            ("knee", self.knee, -2.0, 153.0),
            ("ankle", self.ankle, -60.0, 42.0),
            ("elbow", self.elbow, -2.0, 152.0),
        ];
        // An arm that reaches past overhead is measured the other way round.
        let overhead = self.shoulder_flexion < -170.0;
        let shoulder_flexion = self.shoulder_flexion + if overhead { 360.0 } else { 0.0 };
        let shoulder = ("shoulder flexion", shoulder_flexion, -65.0, 190.0);
        let measurable = self.shoulder_abduction.abs() < 60.0;
        joints
            .into_iter()
            .chain(measurable.then_some(shoulder))
            .filter(|(_, angle, low, high)| !(*low..=*high).contains(angle))
            .collect()
    }
}
