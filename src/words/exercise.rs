//! What the pages of routines and exercises say about single exercises.

use super::grammar::{Plural, plural};
use super::language::{phrase, sentences, text};
use crate::exercise::{Counted, Exercise, Kit, Target};

/// What an exercise works on, within a list.
pub fn target(target: Target) -> &'static str {
    text(match target {
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
        Target::Spine => "upper-back rotation",
        Target::Foot => "foot",
        Target::Ankle => "ankle",
        Target::Knee => "knee",
        Target::Balance => "balance",
        Target::Breathing => "breathing",
    })
}

/// A thing one needs, within a list.
pub fn kit(kit: Kit) -> &'static str {
    text(match kit {
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
    })
}

/// So many repetitions: "10 reps", "9 breaths".
pub fn repetitions(exercise: &Exercise, count: u32) -> String {
    match (exercise.counted(), plural(count as usize)) {
        (Counted::Repetitions, Plural::One) => phrase!("{count} rep"),
        (Counted::Repetitions, Plural::Other) => phrase!("{count} reps"),
        (Counted::Breaths, Plural::One) => phrase!("{count} breath"),
        (Counted::Breaths, Plural::Other) => phrase!("{count} breaths"),
    }
}

/// The three parts of a tempo, where an exercise has no words of its own for them.
pub fn tempo_parts() -> [&'static str; 3] {
    ["Lower", "Hold", "Rise"].map(text)
}

/// The three parts of a tempo: towards the end position, staying there, and back.
pub fn phases(exercise: &Exercise) -> [&str; 3] {
    exercise.phases().unwrap_or(tempo_parts())
}

sentences! {
    /// Heading of the conditions a routine serves.
    pub serves = "Who it is for";
    /// Starts a routine at one of its steps.
    pub start_from = "Start from here";
    /// Opens and closes what a step can be changed to.
    pub versions = "Easier and harder";
    /// Leads from the reasons against a routine to the knee map.
    pub check_on_map = "Check it on the knee map";
    /// Back to the page of a routine.
    pub the_routine = "Routine";
    /// Choice of an easier version for the next play.
    pub easier_today = "Easier this time";
    /// Heading of an easier version.
    pub easier = "Easier";
    /// Heading of a harder version.
    pub harder = "Harder";
}

/// A hold as a quantity.
pub fn hold(time: &str) -> String {
    phrase!("Hold for {time}")
}

/// Movement without an end of its own as a quantity.
pub fn keep_moving(time: &str) -> String {
    phrase!("Keep moving for {time}")
}

sentences! {
    /// Each side for itself.
    pub each_side = "Each side";
    /// Heading of the muscles and joints an exercise works on.
    pub works_on = "Works on";
    /// Heading of what one needs.
    pub you_need = "You need";
    /// Heading of the start position.
    pub to_begin = "To begin";
    /// Heading of what to think of.
    pub while_you_move = "While you move";
    /// Heading of the routines an exercise is part of.
    pub part_of = "Part of";
    /// Where an exercise is part of no routine.
    pub part_of_none = "No routine uses it yet.";
    /// Choice of the side that is shown at work.
    pub working_side = "Working side";
    /// Puts the figure back as it was at first.
    pub turn_back = "Reset view";
    /// How the figure is turned.
    pub turn_it = "Drag the figure, or press the left and right arrow keys, to turn it.";
    /// Where an exercise has no figure.
    pub no_figure = "This exercise has no figure yet.";
}

/// More routines than are listed.
pub fn and_more(count: usize) -> String {
    phrase!("and {count} more")
}
