//! Measuring a posed body: where its surface reaches, whether hands and feet got where they were sent.

use super::solve::{resolve, solve};
use super::{BALL, Bone, HEEL, PALM_DEPTH, Segment, Skeleton};
use crate::figure::pose::{Arm, FootPoint, Hand, Leg, Pose};
use crate::figure::surface::body::{Body, foot_shape};
use crate::figure::surface::section::Section;
use crate::figure::vector::Vector;
use crate::side::Side;

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
        let tubes = self.tubes(bone).into_iter().map(of);
        let sole = self.foot(bone).map(|point| point.dot(direction));
        tubes.chain(sole).fold(f32::NEG_INFINITY, f32::max)
    }

    /// Points all over the drawn surface around a bone.
    pub(crate) fn surface(&self, bone: Bone) -> impl Iterator<Item = Vector> {
        const AROUND: usize = 16;
        let rings = self.tubes(bone).into_iter().flatten();
        let points = rings.flat_map(|section| {
            (0..AROUND).map(|i| section.point(std::f32::consts::TAU * i as f32 / AROUND as f32))
        });
        points.chain(self.foot(bone))
    }

    /// The tubes around a bone; none around those of the foot.
    fn tubes(&self, bone: Bone) -> [&[Section]; 3] {
        let body = &self.body;
        let Some((segment, side)) = bone.paired() else {
            return match bone {
                Bone::Pelvis => {
                    let [right, left] = Side::BOTH.map(|side| body.limbs(side).buttock.as_slice());
                    [&body.pelvis, right, left]
                }
                Bone::Neck => [&body.neck, &[], &[]],
                Bone::Head => [&body.head, &[], &[]],
                _ => [&body.trunk, &[], &[]],
            };
        };
        let limbs = body.limbs(side);
        match segment {
            Segment::Thigh => [&limbs.thigh, &[], &[]],
            Segment::Shank => [&limbs.shank, &[], &[]],
            Segment::UpperArm => [&limbs.upper_arm, &[], &[]],
            Segment::Forearm => [&limbs.forearm, &[], &[]],
            Segment::Hand => [&limbs.hand, &limbs.thumb, &[]],
            Segment::Foot | Segment::Toes => [&[], &[], &[]],
        }
    }

    /// The points of a shoe around a bone of the foot; none around other bones.
    fn foot(&self, bone: Bone) -> impl Iterator<Item = Vector> {
        let shape = foot_shape(false);
        let parts = match bone.paired() {
            Some((Segment::Foot, side)) => Some((&shape.rear, &shape.rear_sole, side)),
            Some((Segment::Toes, side)) => Some((&shape.toes, &shape.toe_sole, side)),
            _ => None,
        };
        let placed = self.skeleton[bone];
        parts.into_iter().flat_map(move |(upper, sole, side)| {
            let points = upper.iter().flatten().chain(sole.iter().flatten());
            points.map(move |p| placed.place(Vector::new(p.x, p.y, p.z * side.sign())))
        })
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
