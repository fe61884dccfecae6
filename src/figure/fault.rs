//! What no body could do: parts in the floor or in furniture, bodies in the air, hands on nothing, joints bent too far.

use super::pose::{Arm, Foot, Hand, Leg, Pose, Target};
use super::prop::{Prop, Shape};
use super::scene::Scene;
use super::skeleton::{Bone, Segment};
use super::vector::Vector;
use crate::figure::pose::movement::{Beat, Movement, posture};
use crate::figure::skeleton::stance::Stance;
use crate::side::Side;

/// Contacts hold to within this, in body heights.
const CLOSE: f32 = 0.01;
/// Flesh and foam, cloth or rubber give way to each other by this much more, in body heights.
const GIVING: f32 = 0.02;
/// A flat foot less than this above the ground was meant to stand on it, in body heights.
const HOVERING: f32 = 0.018;
/// A flat hand less than this away from a surface was meant to lie on it, in body heights.
const NEAR: f32 = 0.06;
/// Where between two key frames a movement is looked at.
const SHARES: [f32; 3] = [0.25, 0.5, 0.75];

/// One thing that is wrong with a posed body. Lengths are in body heights, angles in degrees.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fault {
    /// A part of the body is this far below the floor.
    BelowFloor {
        /// The part.
        bone: Bone,
        /// How far.
        by: f32,
    },
    /// A part of the body is this far inside a wall, box, chair, board, roller or ball.
    InsideProp {
        /// The part.
        bone: Bone,
        /// How far.
        by: f32,
    },
    /// Nothing touches floor or props; the lowest part is this far above them.
    InTheAir {
        /// The part.
        bone: Bone,
        /// How far.
        by: f32,
    },
    /// A flat foot is a little above what it should stand on.
    Hovering {
        /// The foot.
        bone: Bone,
        /// How far.
        by: f32,
    },
    /// A flat hand is this far from what it should lie on.
    OnNothing {
        /// The hand.
        bone: Bone,
        /// How far.
        by: f32,
    },
    /// A hand or foot ends this far from where it was sent.
    OutOfReach {
        /// The hand or foot.
        bone: Bone,
        /// How far.
        by: f32,
    },
    /// A joint is bent further than a body allows.
    Overbent {
        /// The side of the body.
        side: Side,
        /// What the angle is called.
        joint: &'static str,
        /// The angle.
        angle: f32,
        /// The lowest and the highest that is allowed.
        limits: (f32, f32),
    },
}

impl Fault {
    /// Whether this is the same fault of the same part, be it larger or smaller.
    fn is_as(&self, other: &Self) -> bool {
        let part = |fault: &Self| match *fault {
            Self::BelowFloor { bone, .. } => (0, Some(bone), None),
            Self::InsideProp { bone, .. } => (1, Some(bone), None),
            Self::InTheAir { .. } => (2, None, None),
            Self::Hovering { bone, .. } => (3, Some(bone), None),
            Self::OnNothing { bone, .. } => (4, Some(bone), None),
            Self::OutOfReach { bone, .. } => (5, Some(bone), None),
            Self::Overbent { side, joint, .. } => (6, None, Some((side, joint))),
        };
        part(self) == part(other)
    }
}

impl Movement {
    /// What is wrong in its key frames and on the ways between them, at the sides it is written for, in order. What is
    /// already wrong in a key frame is not named again on the way to or from it.
    #[must_use]
    pub fn faults(&self) -> Vec<(Beat, Fault)> {
        let scene = Scene::new(self, self.drawn_side());
        let still = |frame| Beat::Still { frame };
        // Mirror images have the same faults. After the last frame written comes the first again, or its mirror image.
        let written = self.frames.len();
        let frames: Vec<_> = (0..=written)
            .map(|frame| scene.faults(&still(frame % self.frame_count())))
            .collect();
        let mut found = Vec::new();
        for (frame, pair) in frames.windows(2).enumerate() {
            let [here, next] = pair else { continue };
            let mut on_the_way: Vec<(Beat, Fault)> = Vec::new();
            for share in SHARES {
                let beat = Beat::Between { frame, share };
                for fault in scene.faults(&beat) {
                    let known = here.iter().chain(next);
                    let mut known = known.chain(on_the_way.iter().map(|(_, fault)| fault));
                    if !known.any(|known| known.is_as(&fault)) {
                        on_the_way.push((beat, fault));
                    }
                }
            }
            found.extend(here.iter().map(|fault| (still(frame), *fault)));
            found.extend(on_the_way);
        }
        found
    }
}

impl Scene {
    /// What is wrong with the body at one beat.
    #[must_use]
    pub fn faults(&self, beat: &Beat) -> Vec<Fault> {
        let moment = self.movement().moment(beat);
        let (Some(pose), Some(stance)) = (posture(self.poses(), moment), self.stance(beat)) else {
            return Vec::new();
        };
        let room = Room::new(self.props());
        let mut faults = room.faults_of(&stance, &pose);
        // On the way somewhere they may be anywhere.
        if moment.share >= 1.0 {
            faults.extend(room.hovering(&stance, &pose));
            faults.extend(room.hands_on_nothing(&stance, &pose));
        }
        let misses = stance.misses().into_iter().filter(|(_, by)| *by > CLOSE);
        faults.extend(misses.map(|(bone, by)| Fault::OutOfReach { bone, by }));
        for side in Side::BOTH {
            let beyond = stance.skeleton().joint_angles(side).beyond_limits();
            faults.extend(
                beyond
                    .into_iter()
                    .map(|(joint, angle, low, high)| Fault::Overbent {
                        side,
                        joint,
                        angle,
                        limits: (low, high),
                    }),
            );
        }
        faults
    }
}

/// What is around the body.
struct Room {
    /// The shapes of props, each with how deep a body may go into it.
    shapes: Vec<(Shape, f32)>,
}

impl Room {
    fn new(props: &[Prop]) -> Self {
        let shapes = props.iter().flat_map(|prop| {
            let depth = if prop.gives_way() {
                CLOSE + GIVING
            } else {
                CLOSE
            };
            prop.shapes().into_iter().map(move |shape| (shape, depth))
        });
        Self {
            shapes: shapes.collect(),
        }
    }

    /// How far a point is above the floor or the prop below it.
    fn height(&self, point: Vector) -> f32 {
        let tops = self.shapes.iter().map(|(shape, depth)| {
            shape
                .top(point.x, point.z)
                .filter(|top| *top <= point.y + depth)
                .unwrap_or(0.0)
        });
        point.y - tops.fold(0.0, f32::max)
    }

    /// How far a point is from the nearest surface of floor or props.
    fn distance(&self, point: Vector) -> f32 {
        let distances = self.shapes.iter().map(|(shape, _)| shape.distance(point));
        distances.fold(point.y, f32::min)
    }

    fn faults_of(&self, stance: &Stance, pose: &Pose) -> Vec<Fault> {
        let mut faults = Vec::new();
        let mut lowest = (Bone::Pelvis, f32::INFINITY);
        for bone in Bone::ALL {
            // The trunk is one tube; its bones would name the same points again.
            if matches!(bone, Bone::Lumbar | Bone::Waist) {
                continue;
            }
            let (mut below, mut inside) = (0.0_f32, 0.0_f32);
            for point in stance.surface(bone) {
                below = below.max(-point.y);
                for (shape, depth) in &self.shapes {
                    let deep = -shape.distance(point);
                    if deep > *depth {
                        inside = inside.max(deep);
                    }
                }
                let height = self.height(point);
                if height < lowest.1 {
                    lowest = (bone, height);
                }
            }
            if below > CLOSE {
                faults.push(Fault::BelowFloor { bone, by: below });
            }
            if inside > 0.0 {
                faults.push(Fault::InsideProp { bone, by: inside });
            }
        }
        let (bone, by) = lowest;
        if by > CLOSE && !self.is_leap(pose) {
            faults.push(Fault::InTheAir { bone, by });
        }
        faults
    }

    /// A support above the floor with nothing there to stand on is how a leap is written.
    fn is_leap(&self, pose: &Pose) -> bool {
        self.shapes.is_empty() && pose.pelvis.y.is_none() && pose.support.get() > 0.0
    }

    /// Flat hands near something are laid on it.
    fn hands_on_nothing(&self, stance: &Stance, pose: &Pose) -> Vec<Fault> {
        let laid = Side::BOTH
            .into_iter()
            .filter(|side| match pose.arms.on(*side) {
                // A place on the body is there.
                Arm::Reach { at, hand, .. } => {
                    matches!(at, Target::Point(..)) && matches!(hand, Hand::Flat { .. })
                }
                Arm::Angles { .. } | Arm::Aim { .. } => false,
            });
        laid.filter_map(|side| {
            let bone = Segment::Hand.on(side);
            let points = stance.surface(bone).map(|point| self.distance(point));
            let by = points.fold(f32::INFINITY, f32::min);
            (CLOSE..NEAR)
                .contains(&by)
                .then_some(Fault::OnNothing { bone, by })
        })
        .collect()
    }

    /// Feet pinned flat a little above what is below them.
    fn hovering(&self, stance: &Stance, pose: &Pose) -> Vec<Fault> {
        let flat = Side::BOTH
            .into_iter()
            .filter(|side| match pose.legs.on(*side) {
                Leg::Pin { at, foot, .. } => {
                    matches!(at, Target::Point(..))
                        && matches!(foot, Foot::Sole(pitch) if pitch.get() == 0.0)
                }
                Leg::Angles { .. } => false,
            });
        flat.filter_map(|side| {
            let bone = Segment::Foot.on(side);
            let points = stance.surface(bone).map(|point| self.height(point));
            let by = points.fold(f32::INFINITY, f32::min);
            (CLOSE..HOVERING)
                .contains(&by)
                .then_some(Fault::Hovering { bone, by })
        })
        .collect()
    }
}
