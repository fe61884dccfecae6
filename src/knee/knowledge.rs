//! Everything that is known about knees: read once from its files, then only asked.

use super::area::{self, AreaId, DiagramArea};
use super::beside::Beside;
use super::condition::{self, Condition, ConditionId};
use super::diagram::Diagram;
use super::id::Table;
use super::likelihood::{self, Ratio};
use super::question::{self, Key, Question};
use super::red_flag::{self, FlagText, FlagTexts, RedFlag, Statement, StatementId, TextId};
use super::region::{self, Region, RegionId};
use crate::authoring::{Problem, Source};

/// The files that knowledge is read from.
#[derive(Debug, Clone)]
pub struct Sources<'a> {
    /// The conditions, one file each.
    pub conditions: Vec<Source<'a>>,
    /// The texts of all questions.
    pub questions: Source<'a>,
    /// The statements that are ticked before the questions.
    pub checks: Source<'a>,
    /// The texts of all red flags.
    pub red_flags: Source<'a>,
    /// The regions and their weights.
    pub regions: Source<'a>,
    /// How far answers move conditions.
    pub likelihoods: Source<'a>,
    /// The places of the diagram.
    pub places: Source<'a>,
    /// The outlines of the places in the four views.
    pub outlines: Source<'a>,
}

/// Everything that is known about knees.
#[derive(Debug, Clone)]
pub struct Knowledge {
    conditions: Table<ConditionId, Condition>,
    questions: Table<Key, Question>,
    statements: Table<StatementId, Statement>,
    flags: FlagTexts,
    regions: Table<RegionId, Region>,
    ratios: Table<Key, Vec<Ratio>>,
    places: Table<AreaId, DiagramArea>,
    beside: Beside,
    diagram: Diagram,
}

impl Knowledge {
    /// Reads all of it, which takes some milliseconds: not for the thread that draws. What cannot be read is left out
    /// and named, and whatever asks for it gets a stand-in, so that knowledge always answers.
    pub fn read(sources: &Sources<'_>) -> (Self, Vec<Problem>) {
        let mut problems = Vec::new();
        let places = area::read(sources.places, &mut problems);
        let regions = region::read(sources.regions, &mut problems);
        let knowledge = Self {
            conditions: condition::read(sources.conditions.iter().copied(), &mut problems),
            questions: question::read(sources.questions, &mut problems),
            statements: red_flag::read_statements(sources.checks, &mut problems),
            flags: red_flag::read(sources.red_flags, &mut problems),
            beside: Beside::new(regions.beside, &places.places, &places.sights),
            regions: regions.regions,
            ratios: likelihood::read(sources.likelihoods, &mut problems),
            diagram: Diagram::read(sources.outlines, &places.sights, &mut problems),
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

    /// A statement that is ticked before the questions.
    pub fn statement(&self, id: StatementId) -> &Statement {
        &self.statements[id]
    }

    /// The usual text about a flag at its level. [`red_flag::text`] knows those with a text for each cause as well.
    pub fn flag(&self, flag: RedFlag) -> &FlagText {
        self.flags.of(flag)
    }

    /// One of the texts about flags.
    pub fn flag_text(&self, id: TextId) -> &FlagText {
        self.flags.with_id(id)
    }

    pub(super) const fn beside(&self) -> &Beside {
        &self.beside
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
    pub fn place(&self, id: AreaId) -> &DiagramArea {
        &self.places[id]
    }

    /// The places in the four views.
    pub fn diagram(&self) -> &Diagram {
        &self.diagram
    }
}
