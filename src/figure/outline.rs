//! The outlines: what the viewer sees of a surface and of props, in the order it is painted.

pub mod camera;
pub mod contour;
pub mod drawing;
pub mod foot;
pub mod ground;
pub mod head;
pub mod hull;
pub mod order;
pub mod part;
pub mod ring;
pub mod tube;
