//! A body at one beat, before it is drawn: enough to tell whether drawing it would show anything new.

use super::{Bone, HAND, Segment, Skeleton};
use crate::figure::outline::camera::Camera;
use crate::figure::vector::Vector;

/// A body at one beat. It belongs to the scene that posed it.
#[derive(Clone, Debug)]
pub struct PosedSkeleton {
    pub(in crate::figure) skeleton: Skeleton,
    /// How far the right and the left hand are closed, in degrees.
    pub(in crate::figure) grips: [f32; 2],
    /// Whether an alternating movement runs on its other side, with that side's muscles marked.
    pub(in crate::figure) on_other_side: bool,
}

/// The box around the flesh of a bone in the bone's own directions, seen from the joint it turns about: its middle and
/// half its size, in body heights.
struct Flesh {
    middle: Vector,
    half: Vector,
}

impl Flesh {
    fn of(bone: Bone) -> Self {
        /// Half the thickness of a limb, hips and calves included.
        const THICK: f32 = 0.05;

        let between = |low: [f32; 3], high: [f32; 3]| {
            let [low, high] = [low, high].map(|[x, y, z]| Vector::new(x, y, z));
            Self {
                middle: (low + high) * 0.5,
                half: (high - low) * 0.5,
            }
        };
        match bone.paired() {
            Some((Segment::Foot, _)) => between([-0.06, -0.05, -0.04], [0.09, 0.03, 0.04]),
            Some((Segment::Toes, _)) => between([-0.02, -0.03, -0.04], [0.06, 0.03, 0.04]),
            Some(_) => between([-THICK, -bone.length(), -THICK], [THICK, 0.0, THICK]),
            None => match bone {
                Bone::Pelvis => between([-0.09, -0.09, -0.10], [0.07, 0.10, 0.10]),
                Bone::Head => between([-0.09, -0.03, -0.06], [0.08, 0.14, 0.06]),
                _ => between([-0.08, -0.08, -0.12], [0.08, 0.11, 0.12]),
            },
        }
    }
}

impl PosedSkeleton {
    /// How far the point of the body that moved most in the picture is from where it was in another pose of the same
    /// scene, along one axis and in body heights. None where other muscles are marked.
    pub(in crate::figure) fn moved_from(&self, other: &Self, camera: &Camera) -> Option<f32> {
        if self.on_other_side != other.on_other_side {
            return None;
        }
        let grip = |side: usize| (self.grips[side] - other.grips[side]).abs().to_radians() * HAND;
        let hands = grip(0).max(grip(1));
        let moved = Bone::ALL.map(|bone| self.bone_moved_from(other, bone, camera));
        Some(moved.into_iter().fold(hands, f32::max))
    }

    /// A bone is rigid, so what its points do is linear in where they are: nowhere in a box is it more than this.
    fn bone_moved_from(&self, other: &Self, bone: Bone, camera: &Camera) -> f32 {
        let (now, before) = (&self.skeleton[bone], &other.skeleton[bone]);
        let origin = camera.project(now.origin - before.origin);
        let (turned, was) = (now.rotation, before.rotation);
        let [front, up, right] = [
            turned.front - was.front,
            turned.up - was.up,
            turned.right - was.right,
        ]
        .map(|turn| camera.project(turn));
        let Flesh { middle, half } = Flesh::of(bone);
        let farthest = |origin: f32, front: f32, up: f32, right: f32| {
            (origin + middle.x * front + middle.y * up + middle.z * right).abs()
                + half.x * front.abs()
                + half.y * up.abs()
                + half.z * right.abs()
        };
        let across = farthest(origin.x, front.x, up.x, right.x);
        across.max(farthest(origin.y, front.y, up.y, right.y))
    }
}
