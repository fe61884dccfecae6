//! What keys do, as the help sheet says it.

/// Space.
pub fn pause() -> &'static str {
    "Pause or resume"
}

/// N.
pub fn next() -> &'static str {
    "Next step"
}

/// P.
pub fn previous() -> &'static str {
    "Previous step"
}

/// Plus.
pub fn more() -> &'static str {
    "15 seconds more"
}

/// Minus.
pub fn less() -> &'static str {
    "15 seconds less"
}

/// C.
pub fn cue() -> &'static str {
    "Next cue"
}

/// Escape.
pub fn leave() -> &'static str {
    "Leave full screen, or end"
}

/// M.
pub fn mute() -> &'static str {
    "Mute"
}

/// F.
pub fn full_screen() -> &'static str {
    "Full screen"
}

/// H.
pub fn hurts() -> &'static str {
    "It hurts"
}

/// R.
pub fn restart() -> &'static str {
    "Restart this step"
}

/// D.
pub fn done() -> &'static str {
    "Done, at your own pace"
}

/// 1 to 9.
pub fn jump() -> &'static str {
    "Jump to step 1 to 9"
}

/// Question mark.
pub fn keys() -> &'static str {
    "Show these keys"
}
