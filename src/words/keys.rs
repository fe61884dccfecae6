//! What keys do, as the help sheet says it.

use super::language::sentences;

sentences! {
    /// Space.
    pub pause = "Pause or resume";
    /// N.
    pub next = "Next step";
    /// P.
    pub previous = "Previous step";
    /// Plus.
    pub more = "15 seconds more";
    /// Minus.
    pub less = "15 seconds less";
    /// C.
    pub cue = "Next cue";
    /// Escape.
    pub leave = "Leave full screen, or end";
    /// M.
    pub mute = "Mute";
    /// F.
    pub full_screen = "Full screen";
    /// H.
    pub hurts = "It hurts";
    /// R.
    pub restart = "Restart this step";
    /// D.
    pub done = "Done, at your own pace";
    /// 1 to 9.
    pub jump = "Jump to step 1 to 9";
    /// Question mark.
    pub keys = "Show these keys";
}
