//! What keys do, as the help sheet says it.

use super::language::sentences;

sentences! {
    /// What Ctrl and a sign do.
    pub text_size = "Larger or smaller text";
    /// What Ctrl and 0 do.
    pub normal_text_size = "Text at 100 %";
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

sentences! {
    /// The title of the sheet on pages.
    pub title = "Keys";
    /// Tab.
    pub next_control = "Next control, or the one before";
    /// Enter.
    pub press = "Press it";
    /// Space.
    pub press_shown = "Press it, while the ring is shown";
    /// Arrows.
    pub arrows = "Choose, change, go from card to card";
    /// Escape.
    pub close_or_back = "Close, or go back";
    /// Alt and Left.
    pub back = "Go back";
    /// S.
    pub start = "Start the routine";
    /// L, R and B.
    pub which_knee = "Left knee, right knee, both";
    /// 1 to 4.
    pub views = "View 1 to 4";
    /// S.
    pub skin_or_inside = "Skin or inside";
    /// 0.
    pub whole_knee = "The whole knee";
    /// Backspace.
    pub undo_mark = "Undo a mark, or go back";
    /// C.
    pub change_knee = "Change the knee";
    /// 1 to 9 and Enter.
    pub tick = "Tick, then go on";
    /// Page Down.
    pub more_below = "More below";
    /// Control and F.
    pub search = "Search";
}
