//! What keys do, as the help sheet says it.

/// Space.
pub const PAUSE: &str = "Pause or resume";
/// N.
pub const NEXT: &str = "Next step";
/// P.
pub const PREVIOUS: &str = "Previous step";
/// Plus.
pub const MORE: &str = "15 seconds more";
/// Minus.
pub const LESS: &str = "15 seconds less";
/// C.
pub const CUE: &str = "Next cue";
/// Escape.
pub const LEAVE: &str = "Leave full screen, or end";
/// M.
pub const MUTE: &str = "Mute";
/// F.
pub const FULL_SCREEN: &str = "Full screen";
/// H.
pub const HURTS: &str = "It hurts";
/// R.
pub const RESTART: &str = "Restart this step";
/// D.
pub const DONE: &str = "Done, at your own pace";
/// 1 to 9.
pub const JUMP: &str = "Jump to step 1 to 9";
/// Question mark.
pub const KEYS: &str = "Show these keys";
