//! What the pages of routines and exercises say about single exercises.

use crate::exercise::{Counted, Exercise, Kit, Target};

/// What an exercise works on, within a list.
pub const fn target(target: Target) -> &'static str {
    match target {
        Target::Quadriceps => "front of thigh",
        Target::HipFlexors => "hip flexors",
        Target::Hamstrings => "hamstrings",
        Target::GluteusMaximus => "glutes",
        Target::GluteusMedius => "side of hip",
        Target::Adductors => "inner thigh",
        Target::Calf => "calf",
        Target::Soleus => "deep calf",
        Target::TibialisAnterior => "shin",
        Target::Core => "trunk",
        Target::Back => "back",
        Target::Spine => "turning of the upper back",
        Target::Foot => "foot",
        Target::Ankle => "ankle",
        Target::Knee => "knee",
        Target::Balance => "balance",
        Target::Breathing => "breathing",
    }
}

/// A thing one needs, within a list.
pub const fn kit(kit: Kit) -> &'static str {
    match kit {
        Kit::Mat => "mat",
        Kit::Wall => "wall",
        Kit::Chair => "chair",
        Kit::Step => "low step",
        Kit::LoopBand => "loop band",
        Kit::Strap => "strap",
        Kit::Roller => "foam roller",
        Kit::Towel => "towel",
        Kit::Ball => "small ball",
        Kit::Wedge => "sloping board",
    }
}

/// So many repetitions: "10 reps", "9 breaths".
pub fn repetitions(exercise: &Exercise, count: u32) -> String {
    match (exercise.counted(), count) {
        (Counted::Repetitions, 1) => "1 rep".to_owned(),
        (Counted::Repetitions, _) => format!("{count} reps"),
        (Counted::Breaths, 1) => "1 breath".to_owned(),
        (Counted::Breaths, _) => format!("{count} breaths"),
    }
}

/// The three parts of a tempo, where an exercise has no words of its own for them.
pub const PHASES: [&str; 3] = ["Lower", "Hold", "Rise"];

/// The three parts of a tempo: towards the end position, staying there, and back.
pub fn phases(exercise: &Exercise) -> [&str; 3] {
    exercise.phases().unwrap_or(PHASES)
}

/// Heading of the conditions a routine serves.
pub const SERVES: &str = "Who it is for";
/// Starts a routine at one of its steps.
pub const START_FROM: &str = "Start from here";
/// Opens and closes what a step can be changed to.
pub const VERSIONS: &str = "Easier and harder";
/// Leads from the reasons against a routine to the knee map.
pub const CHECK_ON_MAP: &str = "Check it on the knee map";
/// Back to the page of a routine.
pub const THE_ROUTINE: &str = "Routine";

/// Choice of an easier version for the next play.
pub const EASIER_TODAY: &str = "Easier this time";
/// Heading of an easier version.
pub const EASIER: &str = "Easier";
/// Heading of a harder version.
pub const HARDER: &str = "Harder";

/// A hold as a quantity.
pub fn hold(time: &str) -> String {
    format!("Hold for {time}")
}

/// Movement without an end of its own as a quantity.
pub fn keep_moving(time: &str) -> String {
    format!("Keep moving for {time}")
}

/// Each side for itself.
pub const EACH_SIDE: &str = "Each side";

/// Heading of the muscles and joints an exercise works on.
pub const WORKS_ON: &str = "Works on";
/// Heading of what one needs.
pub const YOU_NEED: &str = "You need";
/// Heading of the start position.
pub const TO_BEGIN: &str = "To begin";
/// Heading of what to think of.
pub const WHILE_YOU_MOVE: &str = "Think of";
/// Heading of the routines an exercise is part of.
pub const PART_OF: &str = "Part of";
/// Where an exercise is part of no routine.
pub const PART_OF_NONE: &str = "No routine uses it yet.";
/// Choice of the side that is shown at work.
pub const WORKING_SIDE: &str = "Working side";
/// Puts the figure back as it was at first.
pub const TURN_BACK: &str = "Turn back";
/// How the figure is turned.
pub const TURN_IT: &str = "Drag the figure, or press the left and right arrow keys, to turn it.";
/// Where an exercise has no figure.
pub const NO_FIGURE: &str = "This exercise has no figure yet.";

/// More routines than are listed.
pub fn and_more(count: usize) -> String {
    if count == 1 {
        "and 1 more".to_owned()
    } else {
        format!("and {count} more")
    }
}
