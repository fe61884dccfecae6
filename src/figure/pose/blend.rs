//! In-between postures: the numbers of two poses are mixed and solved afresh, so that contacts hold on the way.
//!
//! What cannot be mixed (a leg that is pinned in one frame and given by angles in the next) changes over half-way.

use super::{Arm, Bend, Foot, Hand, Leg, Pair, Pelvis, Pose, Target};
use crate::figure::number::Number;
use crate::figure::vector::Vector;

/// Something of which there is a value between two others.
pub(crate) trait Blend: Sized + Copy {
    /// The value `share` (0 to 1) of the way from this one to `other`.
    fn blend(self, other: Self, share: f32) -> Self;
}

/// For what has no middle: the nearer of the two.
fn nearer<T>(from: T, to: T, share: f32) -> T {
    if share < 0.5 { from } else { to }
}

impl Blend for Number {
    fn blend(self, other: Self, share: f32) -> Self {
        self.towards(other, share)
    }
}

impl Blend for Vector {
    fn blend(self, other: Self, share: f32) -> Self {
        self.towards(other, share)
    }
}

impl<T: Blend> Blend for Option<T> {
    fn blend(self, other: Self, share: f32) -> Self {
        match (self, other) {
            (Some(from), Some(to)) => Some(from.blend(to, share)),
            _ => nearer(self, other, share),
        }
    }
}

impl<T: Blend> Blend for Pair<T> {
    fn blend(self, other: Self, share: f32) -> Self {
        Self {
            right: self.right.blend(other.right, share),
            left: self.left.blend(other.left, share),
        }
    }
}

impl Blend for Pose {
    fn blend(self, other: Self, share: f32) -> Self {
        Self {
            pelvis: self.pelvis.blend(other.pelvis, share),
            anchors: nearer(self.anchors, other.anchors, share),
            support: self.support.blend(other.support, share),
            stands_at: (
                self.stands_at.0.blend(other.stands_at.0, share),
                self.stands_at.1.blend(other.stands_at.1, share),
            ),
            spine: self.spine.blend(other.spine, share),
            neck: self.neck.blend(other.neck, share),
            legs: self.legs.blend(other.legs, share),
            arms: self.arms.blend(other.arms, share),
        }
    }
}

impl Blend for Pelvis {
    fn blend(self, other: Self, share: f32) -> Self {
        Self {
            pitch: self.pitch.blend(other.pitch, share),
            roll: self.roll.blend(other.roll, share),
            turn: self.turn.blend(other.turn, share),
            x: self.x.blend(other.x, share),
            y: self.y.blend(other.y, share),
            z: self.z.blend(other.z, share),
        }
    }
}

impl Blend for Bend {
    fn blend(self, other: Self, share: f32) -> Self {
        Self {
            flexion: self.flexion.blend(other.flexion, share),
            side: self.side.blend(other.side, share),
            rotation: self.rotation.blend(other.rotation, share),
        }
    }
}

impl Blend for Target {
    fn blend(self, other: Self, share: f32) -> Self {
        match (self, other) {
            (Self::Point(ax, ay, az), Self::Point(bx, by, bz)) => Self::Point(
                ax.blend(bx, share),
                ay.blend(by, share),
                az.blend(bz, share),
            ),
            (
                Self::Bone {
                    bone,
                    along: a,
                    offset: p,
                },
                Self::Bone {
                    bone: same,
                    along: b,
                    offset: q,
                },
            ) if bone == same => Self::Bone {
                bone,
                along: a.blend(b, share),
                offset: p.blend(q, share),
            },
            _ => nearer(self, other, share),
        }
    }
}

impl Blend for Foot {
    fn blend(self, other: Self, share: f32) -> Self {
        match (self, other) {
            (Self::Sole(a), Self::Sole(b)) => Self::Sole(a.blend(b, share)),
            (Self::Ankle(a), Self::Ankle(b)) => Self::Ankle(a.blend(b, share)),
            _ => nearer(self, other, share),
        }
    }
}

impl Blend for Leg {
    fn blend(self, other: Self, share: f32) -> Self {
        match (self, other) {
            (
                Self::Angles {
                    flexion,
                    abduction,
                    rotation,
                    knee,
                    foot,
                    toes,
                    rest,
                },
                Self::Angles {
                    flexion: to_flexion,
                    abduction: to_abduction,
                    rotation: to_rotation,
                    knee: to_knee,
                    foot: to_foot,
                    toes: to_toes,
                    rest: to_rest,
                },
            ) => Self::Angles {
                flexion: flexion.blend(to_flexion, share),
                abduction: abduction.blend(to_abduction, share),
                rotation: rotation.blend(to_rotation, share),
                knee: knee.blend(to_knee, share),
                foot: foot.blend(to_foot, share),
                toes: toes.blend(to_toes, share),
                rest: rest.blend(to_rest, share),
            },
            (
                Self::Pin {
                    at,
                    point,
                    knee_towards,
                    toes_out,
                    foot,
                    toes,
                },
                Self::Pin {
                    at: to_at,
                    point: to_point,
                    knee_towards: to_knee_towards,
                    toes_out: to_toes_out,
                    foot: to_foot,
                    toes: to_toes,
                },
            ) if point == to_point => Self::Pin {
                at: at.blend(to_at, share),
                point,
                knee_towards: knee_towards.blend(to_knee_towards, share),
                toes_out: toes_out.blend(to_toes_out, share),
                foot: foot.blend(to_foot, share),
                toes: toes.blend(to_toes, share),
            },
            _ => nearer(self, other, share),
        }
    }
}

impl Blend for Arm {
    fn blend(self, other: Self, share: f32) -> Self {
        match (self, other) {
            (
                Self::Angles {
                    flexion,
                    abduction,
                    rotation,
                    elbow,
                    hand,
                },
                Self::Angles {
                    flexion: to_flexion,
                    abduction: to_abduction,
                    rotation: to_rotation,
                    elbow: to_elbow,
                    hand: to_hand,
                },
            ) => Self::Angles {
                flexion: flexion.blend(to_flexion, share),
                abduction: abduction.blend(to_abduction, share),
                rotation: rotation.blend(to_rotation, share),
                elbow: elbow.blend(to_elbow, share),
                hand: hand.blend(to_hand, share),
            },
            (
                Self::Aim {
                    upper_arm,
                    forearm,
                    elbow_towards,
                    hand,
                },
                Self::Aim {
                    upper_arm: to_upper_arm,
                    forearm: to_forearm,
                    elbow_towards: to_elbow_towards,
                    hand: to_hand,
                },
            ) => Self::Aim {
                upper_arm: upper_arm.blend(to_upper_arm, share),
                forearm: forearm.blend(to_forearm, share),
                elbow_towards: elbow_towards.blend(to_elbow_towards, share),
                hand: hand.blend(to_hand, share),
            },
            (
                Self::Reach {
                    at,
                    elbow_towards,
                    hand,
                },
                Self::Reach {
                    at: to_at,
                    elbow_towards: to_elbow_towards,
                    hand: to_hand,
                },
            ) => Self::Reach {
                at: at.blend(to_at, share),
                elbow_towards: elbow_towards.blend(to_elbow_towards, share),
                hand: hand.blend(to_hand, share),
            },
            _ => nearer(self, other, share),
        }
    }
}

impl Blend for Hand {
    fn blend(self, other: Self, share: f32) -> Self {
        match (self, other) {
            (
                Self::Loose {
                    grip,
                    pronation,
                    wrist,
                },
                Self::Loose {
                    grip: to_grip,
                    pronation: to_pronation,
                    wrist: to_wrist,
                },
            ) => Self::Loose {
                grip: grip.blend(to_grip, share),
                pronation: pronation.blend(to_pronation, share),
                wrist: wrist.blend(to_wrist, share),
            },
            (
                Self::Flat {
                    fingers,
                    palm,
                    grip,
                },
                Self::Flat {
                    fingers: to_fingers,
                    palm: to_palm,
                    grip: to_grip,
                },
            ) => Self::Flat {
                fingers: fingers.blend(to_fingers, share),
                palm: palm.blend(to_palm, share),
                grip: grip.blend(to_grip, share),
            },
            _ => nearer(self, other, share),
        }
    }
}
