//! What is lit on the pictures of the knee: the person's marks, or where a condition is.

use crate::knee::{AnswerSheet, AreaId, ConditionId, Knowledge, Mark, View, sore_places};

/// Places, and the view in which they are seen.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Places {
    /// Origin where.
    pub view: View,
    /// Which ones, in the order of their numbers.
    pub lit: Vec<AreaId>,
}

impl Places {
    /// The marks, in the order in which they were made.
    pub fn marked(knowledge: &Knowledge, sheet: &AnswerSheet) -> Self {
        let places = sheet.marks.iter().filter_map(|mark| match mark {
            Mark::Area(place) => Some(*place),
            Mark::Region(_) => None,
        });
        Self::seen(knowledge, places.collect())
    }

    /// Where a condition is felt.
    pub fn of_condition(knowledge: &Knowledge, condition: ConditionId) -> Self {
        Self::seen(knowledge, sore_places(knowledge, condition))
    }

    /// Origin where most of these are seen; of several views the first.
    fn seen(knowledge: &Knowledge, lit: Vec<AreaId>) -> Self {
        let diagram = knowledge.diagram();
        let seen = |view: View| {
            let from_here = |place: &&AreaId| diagram.views_of(**place).any(|known| known == view);
            lit.iter().filter(from_here).count()
        };
        let view = View::ALL
            .into_iter()
            .rev()
            .max_by_key(|view| seen(*view))
            .unwrap_or(View::Front);
        Self { view, lit }
    }
}
