//! What the player says.

/// The three parts of a tempo when an exercise has no words of its own.
pub const PHASES: [&str; 3] = ["Lower", "Hold", "Rise"];
/// While getting ready, when the routine has no words of its own.
pub const GET_READY_TEXT: &str = "Clear some floor and get ready.";
/// At the end, when the routine has no words of its own.
pub const FINISH_TEXT: &str = "Stand easy and breathe.";
/// Between the two sides of an exercise.
pub const CHANGE_SIDES: &str = "Change sides.";
