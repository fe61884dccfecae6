//! Everything that is known about knees: read once from its files, then only asked.

use super::condition::{self, Condition, ConditionId};
use super::diagram::{Diagram, View};
use super::id::Table;
use super::likelihood::{self, Ratio};
use super::place::{self, Place, PlaceId};
use super::question::{self, Key, Question};
use super::red_flag::{self, FlagText, FlagTexts, RedFlag};
use super::region::{self, Region, RegionId};
use crate::authoring::{Problem, Source};

/// The files that knowledge is read from.
#[derive(Debug, Clone)]
pub struct Sources<'a> {
    /// The conditions, one file each.
    pub conditions: Vec<Source<'a>>,
    /// The texts of all questions.
    pub questions: Source<'a>,
    /// The texts of all red flags.
    pub red_flags: Source<'a>,
    /// The regions and their weights.
    pub regions: Source<'a>,
    /// How far answers move conditions.
    pub likelihoods: Source<'a>,
    /// The places of the diagram.
    pub places: Source<'a>,
    /// The pictures with the places' outlines, as SVG, in the order of [`View::ALL`].
    pub pictures: [Source<'a>; View::ALL.len()],
}

/// Everything that is known about knees.
#[derive(Debug, Clone)]
pub struct Knowledge {
    conditions: Table<ConditionId, Condition>,
    questions: Table<Key, Question>,
    flags: FlagTexts,
    regions: Table<RegionId, Region>,
    ratios: Table<Key, Vec<Ratio>>,
    places: Table<PlaceId, Place>,
    diagram: Diagram,
}

impl Knowledge {
    /// Reads all of it, which takes some milliseconds: not for the thread that draws. What cannot be read is left out
    /// and named, and whatever asks for it gets a stand-in, so that knowledge always answers.
    pub fn read(sources: &Sources<'_>) -> (Self, Vec<Problem>) {
        let mut problems = Vec::new();
        let places = place::read(sources.places, &mut problems);
        let knowledge = Self {
            conditions: condition::read(sources.conditions.iter().copied(), &mut problems),
            questions: question::read(sources.questions, &mut problems),
            flags: red_flag::read(sources.red_flags, &mut problems),
            regions: region::read(sources.regions, &mut problems),
            ratios: likelihood::read(sources.likelihoods, &mut problems),
            diagram: Diagram::read(sources.pictures, &places.sights, &mut problems),
            places: places.places,
        };
        (knowledge, problems)
    }

    /// A condition's page. [`ConditionId::Other`] has an empty one.
    pub fn condition(&self, id: ConditionId) -> &Condition {
        &self.conditions[id]
    }

    /// The pages of all conditions, in a fixed order.
    pub fn conditions(&self) -> impl Iterator<Item = &Condition> {
        ConditionId::named().map(|id| &self.conditions[id])
    }

    /// A question's texts.
    pub fn question(&self, key: Key) -> &Question {
        &self.questions[key]
    }

    /// What to say about a flag at its level.
    pub fn flag(&self, flag: RedFlag) -> &FlagText {
        self.flags.of(flag)
    }

    /// A region with its weights.
    pub fn region(&self, id: RegionId) -> &Region {
        &self.regions[id]
    }

    /// How far the answers to a question move conditions. Empty for questions that move none.
    pub fn ratios(&self, key: Key) -> &[Ratio] {
        &self.ratios[key]
    }

    /// A place's names, and where it leads.
    pub fn place(&self, id: PlaceId) -> &Place {
        &self.places[id]
    }

    /// The places in the four views.
    pub fn diagram(&self) -> &Diagram {
        &self.diagram
    }
}
