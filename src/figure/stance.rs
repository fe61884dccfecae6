//! Measuring a posed body: where its surface reaches, whether hands and feet got where they were sent.

use super::body::{Body, foot_shape};
use super::pose::{Arm, FootPoint, Hand, Leg, Pose};
use super::section::Section;
use super::skeleton::{BALL, Bone, HEEL, PALM_DEPTH, Segment, Side, Skeleton};
use super::solve::{resolve, solve};
use super::vector::Vector;

/// A posed body, to be measured.
#[derive(Clone, Debug)]
pub struct Stance {
    skeleton: Skeleton,
    body: Body,
    pose: Pose,
}

impl Stance {
    pub(crate) fn new(pose: Pose, grip: [f32; 2]) -> Self {
        let skeleton = solve(&pose);
        let mut body = Body::default();
        body.dress(&skeleton, grip);
        Self {
            skeleton,
            body,
            pose,
        }
    }

    /// Its bones.
    #[must_use]
    pub fn skeleton(&self) -> &Skeleton {
        &self.skeleton
    }

    /// How far the drawn surface around a bone reaches in a direction of the world, in body heights from the origin
    /// (the point on the floor that the exercise is written around). Downward, the floor is at 0.
    #[must_use]
    pub fn reach(&self, bone: Bone, direction: Vector) -> f32 {
        let direction = direction.unit_or(Vector::DOWN);
        let of = |tube: &[Section]| {
            tube.iter().fold(f32::NEG_INFINITY, |far, section| {
                far.max(section.centre.dot(direction) + section.extent(direction))
            })
        };
        let Some((segment, side)) = bone.paired() else {
            return match bone {
                Bone::Pelvis => Side::BOTH
                    .map(|side| of(&self.body.limbs(side).buttock))
                    .into_iter()
                    .fold(of(&self.body.pelvis), f32::max),
                Bone::Neck => of(&self.body.neck),
                Bone::Head => of(&self.body.head),
                _ => of(&self.body.trunk),
            };
        };
        let limbs = self.body.limbs(side);
        match segment {
            Segment::Thigh => of(&limbs.thigh),
            Segment::Shank => of(&limbs.shank),
            Segment::UpperArm => of(&limbs.upper_arm),
            Segment::Forearm => of(&limbs.forearm),
            Segment::Hand => of(&limbs.hand).max(of(&limbs.thumb)),
            Segment::Foot | Segment::Toes => {
                let shape = foot_shape(false);
                let (upper, sole) = if segment == Segment::Foot {
                    (&shape.rear, &shape.rear_sole)
                } else {
                    (&shape.toes, &shape.toe_sole)
                };
                let bone = &self.skeleton[bone];
                let points = upper.iter().flatten().chain(sole.iter().flatten());
                points.fold(f32::NEG_INFINITY, |far, p| {
                    let point = bone.place(Vector::new(p.x, p.y, p.z * side.sign()));
                    far.max(point.dot(direction))
                })
            }
        }
    }

    /// The lowest point of the drawn body above the floor, and the bone it belongs to; negative is through the floor.
    #[must_use]
    pub fn lowest(&self) -> (Bone, f32) {
        Bone::ALL
            .map(|bone| (bone, -self.reach(bone, Vector::DOWN)))
            .into_iter()
            .fold((Bone::Pelvis, f32::INFINITY), |low, next| {
                if next.1 < low.1 { next } else { low }
            })
    }

    /// How far every hand and foot that was sent somewhere is from there, in body heights.
    #[must_use]
    pub fn misses(&self) -> Vec<(Bone, f32)> {
        let mut misses = Vec::new();
        for side in Side::BOTH {
            if let Leg::Pin { at, point, .. } = self.pose.legs.on(side) {
                let foot = self.skeleton.paired(Segment::Foot, side);
                let pinned = foot.place(match point {
                    FootPoint::Ball => BALL,
                    FootPoint::Heel => HEEL,
                    FootPoint::Ankle => Vector::ZERO,
                });
                let miss = (resolve(&self.skeleton, at) - pinned).length();
                misses.push((Segment::Foot.on(side), miss));
            }
            if let Arm::Reach { at, hand, .. } = self.pose.arms.on(side) {
                let palm = self.skeleton.palm(side);
                let touching = match hand {
                    Hand::Loose { .. } => palm,
                    Hand::Flat { palm: facing, .. } => {
                        palm + facing.unit_or(Vector::DOWN) * PALM_DEPTH
                    }
                };
                let miss = (resolve(&self.skeleton, at) - touching).length();
                misses.push((Segment::Hand.on(side), miss));
            }
        }
        misses
    }
}
