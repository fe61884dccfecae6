//! The mannequin: a movement's key postures become bones, bones become a body, a body becomes filled outlines.
//!
//! Pure geometry. It knows no renderer, no colours and no clock: a [`Scene`] is made once per exercise and side, and
//! draws any [`Beat`] of it into a [`Drawing`] whose memory is reused.
//!
//! * `pose`: what an author writes, what lies between two key postures, and the mirror image
//! * `skeleton`: bones in the world, their feet on the ground, whether they moved, and how to measure them
//! * `surface`: the body as rings, and the muscles on it
//! * `prop`: what an exercise is done with
//! * `outline`: what the viewer sees of all that, and which hides which
//!
//! `scene` binds them; `fault` says what no body could do.

mod fault;
mod number;
mod outline;
mod pose;
mod prop;
mod scene;
mod skeleton;
mod surface;
mod vector;

pub use fault::Fault;
pub use outline::camera::{Point, Window};
pub use outline::drawing::{Command, Drawing, Ink, Paint, Shape, Tint};
pub use pose::movement::{Beat, Movement};
pub use scene::Scene;
pub use skeleton::posed_skeleton::PosedSkeleton;
pub use skeleton::stance::Stance;
pub use skeleton::{Bone, JointAngles, Placed, Segment, Skeleton};
pub use vector::{Rotation, Vector};
