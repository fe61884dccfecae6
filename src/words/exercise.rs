//! What the pages of routines and exercises say about single exercises.

use crate::exercise::{Counted, Exercise, Kit, Target};

/// What an exercise works on, within a list.
pub fn target(target: Target) -> &'static str {
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
pub fn kit(kit: Kit) -> &'static str {
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
pub fn tempo_parts() -> [&'static str; 3] {
    ["Lower", "Hold", "Rise"]
}

/// The three parts of a tempo: towards the end position, staying there, and back.
pub fn phases(exercise: &Exercise) -> [&str; 3] {
    exercise.phases().unwrap_or(tempo_parts())
}

/// Heading of the conditions a routine serves.
pub fn serves() -> &'static str {
    "Who it is for"
}

/// Starts a routine at one of its steps.
pub fn start_from() -> &'static str {
    "Start from here"
}

/// Opens and closes what a step can be changed to.
pub fn versions() -> &'static str {
    "Easier and harder"
}

/// Leads from the reasons against a routine to the knee map.
pub fn check_on_map() -> &'static str {
    "Check it on the knee map"
}

/// Back to the page of a routine.
pub fn the_routine() -> &'static str {
    "Routine"
}

/// Choice of an easier version for the next play.
pub fn easier_today() -> &'static str {
    "Easier this time"
}

/// Heading of an easier version.
pub fn easier() -> &'static str {
    "Easier"
}

/// Heading of a harder version.
pub fn harder() -> &'static str {
    "Harder"
}

/// A hold as a quantity.
pub fn hold(time: &str) -> String {
    format!("Hold for {time}")
}

/// Movement without an end of its own as a quantity.
pub fn keep_moving(time: &str) -> String {
    format!("Keep moving for {time}")
}

/// Each side for itself.
pub fn each_side() -> &'static str {
    "Each side"
}

/// Heading of the muscles and joints an exercise works on.
pub fn works_on() -> &'static str {
    "Works on"
}

/// Heading of what one needs.
pub fn you_need() -> &'static str {
    "You need"
}

/// Heading of the start position.
pub fn to_begin() -> &'static str {
    "To begin"
}

/// Heading of what to think of.
pub fn while_you_move() -> &'static str {
    "Think of"
}

/// Heading of the routines an exercise is part of.
pub fn part_of() -> &'static str {
    "Part of"
}

/// Where an exercise is part of no routine.
pub fn part_of_none() -> &'static str {
    "No routine uses it yet."
}

/// Choice of the side that is shown at work.
pub fn working_side() -> &'static str {
    "Working side"
}

/// Puts the figure back as it was at first.
pub fn turn_back() -> &'static str {
    "Turn back"
}

/// How the figure is turned.
pub fn turn_it() -> &'static str {
    "Drag the figure, or press the left and right arrow keys, to turn it."
}

/// Where an exercise has no figure.
pub fn no_figure() -> &'static str {
    "This exercise has no figure yet."
}

/// More routines than are listed.
pub fn and_more(count: usize) -> String {
    if count == 1 {
        "and 1 more".to_owned()
    } else {
        format!("and {count} more")
    }
}
