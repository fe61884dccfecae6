//! The mannequin: a movement's key postures become bones, bones become a body, a body becomes filled outlines.
//!
//! Pure geometry. It knows no renderer, no colours and no clock: a [`Scene`] is made once per exercise and side, and
//! draws any [`Beat`] of it into a [`Drawing`] whose memory is reused.
//!
//! * `pose`, `movement`, `blend`, `mirror`: what an author writes, what lies between two key postures, and its mirror image
//! * `skeleton`, `solve`, `posed`, `stance`: bones in the world, their feet on the ground, whether they moved, and how to
//!   measure them
//! * `profile`, `section`, `body`: the body's surface as rings
//! * `camera`, `ring`, `contour`, `hull`, `tube`, `head`, `foot`, `muscle`, `prop`, `ground`: outlines
//! * `order`, `part`: which hides which
//! * `fault`: what no body could do

mod blend;
mod body;
mod camera;
mod contour;
mod drawing;
mod fault;
mod foot;
mod ground;
mod head;
mod hull;
mod mirror;
mod movement;
mod muscle;
mod number;
mod order;
mod part;
mod pose;
mod posed_skeleton;
mod profile;
mod prop;
mod ring;
mod scene;
mod section;
mod skeleton;
mod solve;
mod stance;
mod tube;
mod vector;

pub use camera::{Point, Window};
pub use drawing::{Command, Drawing, Ink, Paint, Shape, Tint};
pub use fault::Fault;
pub use movement::{Beat, Movement};
pub use posed_skeleton::PosedSkeleton;
pub use scene::Scene;
pub use skeleton::{Bone, JointAngles, Placed, Segment, Skeleton};
pub use stance::Stance;
pub use vector::{Rotation, Vector};
