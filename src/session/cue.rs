//! The signals a session gives: which one falls at which moment of a segment.

/// One signal to the person on the mat. The speaker turns it into a sound, the window into a flash.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Cue {
    /// A new step is coming: take up the start position.
    GetReady,
    /// The last three seconds of a segment, one signal each.
    Count(Count),
    /// The work begins.
    Start,
    /// Half of the work is done.
    Halfway,
    /// Change to the other side.
    SwitchSides,
    /// The rest begins.
    Rest,
    /// A repetition begins.
    RepBeat,
    /// The routine is over.
    Finished,
}

/// The seconds that are left when a countdown signal falls.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Count {
    /// Three seconds are left.
    Three,
    /// Two seconds are left.
    Two,
    /// One second is left.
    One,
}
