//! Left and right exchanged: what is written for one side makes the picture of the other.

use super::{Arm, Bend, Hand, Leg, Pair, Pelvis, Pose};
use crate::figure::number::Number;
use crate::figure::vector::Vector;

impl Pose {
    /// The same posture with left and right exchanged.
    pub(crate) fn mirrored(&self) -> Self {
        Self {
            pelvis: Pelvis {
                pitch: self.pelvis.pitch,
                roll: self.pelvis.roll.negated(),
                turn: self.pelvis.turn.negated(),
                x: self.pelvis.x,
                y: self.pelvis.y,
                z: self.pelvis.z.map(Number::negated),
            },
            anchors: self.anchors.mirrored(),
            support: self.support,
            stands_at: (self.stands_at.0, self.stands_at.1.negated()),
            spine: self.spine.mirrored(),
            neck: self.neck.mirrored(),
            legs: Pair {
                right: self.legs.left.mirrored(),
                left: self.legs.right.mirrored(),
            },
            arms: Pair {
                right: self.arms.left.mirrored(),
                left: self.arms.right.mirrored(),
            },
        }
    }
}

impl Bend {
    pub(crate) fn mirrored(self) -> Self {
        Self {
            flexion: self.flexion,
            side: self.side.negated(),
            rotation: self.rotation.negated(),
        }
    }
}

impl Leg {
    /// This leg on the other side. Joint angles are counted outward on either side and stay as they are.
    pub(crate) fn mirrored(self) -> Self {
        match self {
            Self::Angles { .. } => self,
            Self::Pin {
                at,
                point,
                knee_towards,
                toes_out,
                foot,
                toes,
            } => Self::Pin {
                at: at.mirrored(),
                point,
                knee_towards: knee_towards.map(Vector::mirrored),
                toes_out,
                foot,
                toes,
            },
        }
    }
}

impl Arm {
    /// This arm on the other side.
    pub(crate) fn mirrored(self) -> Self {
        match self {
            Self::Angles {
                flexion,
                abduction,
                rotation,
                elbow,
                hand,
            } => Self::Angles {
                flexion,
                abduction,
                rotation,
                elbow,
                hand: hand.mirrored(),
            },
            Self::Aim {
                upper_arm,
                forearm,
                elbow_towards,
                hand,
            } => Self::Aim {
                upper_arm: upper_arm.mirrored(),
                forearm: forearm.mirrored(),
                elbow_towards: elbow_towards.map(Vector::mirrored),
                hand: hand.mirrored(),
            },
            Self::Reach {
                at,
                elbow_towards,
                hand,
            } => Self::Reach {
                at: at.mirrored(),
                elbow_towards: elbow_towards.map(Vector::mirrored),
                hand: hand.mirrored(),
            },
        }
    }
}

impl Hand {
    pub(crate) fn mirrored(self) -> Self {
        match self {
            Self::Loose { .. } => self,
            Self::Flat {
                fingers,
                palm,
                grip,
            } => Self::Flat {
                fingers: fingers.mirrored(),
                palm: palm.mirrored(),
                grip,
            },
        }
    }
}
