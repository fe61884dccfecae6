//! What to say about a figure that stands, holds or bends as no body could. Lengths are in centimetres.

/// A key frame, counted from 0 as in the file, and what is wrong in it.
pub fn in_frame(frame: usize, fault: &str) -> String {
    format!("Frame {frame}: {fault}")
}

/// The way from one key frame to another, and what is wrong on it.
pub fn between_frames(frame: usize, next: usize, fault: &str) -> String {
    format!("Between frames {frame} and {next}: {fault}")
}

/// A part of the body on the left.
pub const LEFT: &str = "left";
/// A part of the body on the right.
pub const RIGHT: &str = "right";

/// The trunk and what is on it.
pub const PELVIS: &str = "the pelvis";
/// See above.
pub const TRUNK: &str = "the trunk";
/// See above.
pub const NECK: &str = "the neck";
/// See above.
pub const HEAD: &str = "the head";

/// What there is on both sides.
pub const THIGH: &str = "thigh";
/// See above.
pub const SHANK: &str = "lower leg";
/// See above.
pub const FOOT: &str = "foot";
/// See above.
pub const TOES: &str = "forefoot";
/// See above.
pub const UPPER_ARM: &str = "upper arm";
/// See above.
pub const FOREARM: &str = "forearm";
/// See above.
pub const HAND: &str = "hand";

/// A part of one side.
pub fn of_side(side: &str, part: &str) -> String {
    format!("the {side} {part}")
}

/// Through the floor.
pub fn below_floor(part: &str, by: f32) -> String {
    format!("{part} is {by:.1} cm below the floor.")
}

/// Through a wall, a box or the like.
pub fn inside_prop(part: &str, by: f32) -> String {
    format!("{part} is {by:.1} cm inside a prop.")
}

/// Nothing touches anything.
pub fn in_the_air(part: &str, by: f32) -> String {
    format!("nothing touches the floor or a prop; {part} comes nearest, {by:.1} cm above.")
}

/// A flat foot that does not quite stand.
pub fn hovering(part: &str, by: f32) -> String {
    format!("{part} is {by:.1} cm above what it should stand on.")
}

/// A flat hand that does not quite touch.
pub fn on_nothing(part: &str, by: f32) -> String {
    format!("{part} is {by:.1} cm away from what it should lie on.")
}

/// A hand or foot that cannot get where it is sent.
pub fn out_of_reach(part: &str, by: f32) -> String {
    format!("{part} ends {by:.1} cm short of the place it is sent to.")
}

/// A joint bent too far. The angles are in degrees.
pub fn overbent(side: &str, joint: &str, angle: f32, (low, high): (f32, f32)) -> String {
    format!("{side} {joint} is at {angle:.0} degrees; a body goes from {low:.0} to {high:.0}.")
}
