//! The routines that a result offers, or why it offers none.

use super::Known;
use crate::app::screen::routine_row::{self, RoutineRow};
use crate::app::widget::Thumbnail;
use crate::content::RESET;
use crate::knee::{
    Assessment, ConditionId, Findings, Knowledge, Level, Outcome, Withheld, routines_in_result,
};
use crate::library::RoutineRef;
use std::sync::Arc;

/// The routines of a result. Each is known by its place among all there are.
#[derive(Debug)]
pub(super) struct Offered {
    all: Vec<(RoutineRow, Option<Thumbnail>)>,
    /// Those for each condition that is shown, in its order, the one to start with first; or why there are none.
    rows: Vec<Result<Row, Withheld>>,
}

/// The routines of one condition.
#[derive(Debug, Default)]
struct Row {
    /// All of them, the one to start with first.
    routines: Vec<usize>,
    /// What comes later.
    later: Option<usize>,
}

impl Offered {
    /// What may be offered where the answers come to this.
    pub fn new(assessment: &Assessment, known: &Known<'_>) -> Self {
        let bundled = known.content.routines.iter().map(RoutineRow::bundled);
        let routine_rows: Vec<_> = bundled
            .chain(known.own.iter().map(RoutineRow::own))
            .collect();
        let shown: Vec<_> = assessment
            .shown()
            .map(|candidate| candidate.condition)
            .collect();
        let rows = if shown.is_empty() {
            vec![meanwhile(
                &routine_rows,
                assessment.outcome,
                &known.findings,
            )]
        } else {
            let row = |condition: &ConditionId| {
                row(
                    known.knowledge,
                    &routine_rows,
                    &shown,
                    *condition,
                    &known.findings,
                )
            };
            shown.iter().map(row).collect()
        };
        let with_figure = |routine_row: RoutineRow| {
            let cover = routine_row.summary.cover.as_ref();
            let figure = cover.map(|exercise| Thumbnail::new(Arc::clone(exercise)));
            (routine_row, figure)
        };
        Self {
            all: routine_rows.into_iter().map(with_figure).collect(),
            rows,
        }
    }

    fn row(&self, index: usize) -> Option<&Row> {
        self.rows.get(index)?.as_ref().ok()
    }

    /// The routine to start with for a condition of the result, by the condition's place in it.
    pub fn first(&self, row: usize) -> Option<usize> {
        self.row(row)?.routines.first().copied()
    }

    /// The routines for the best fit beside the one to start with.
    pub fn others(&self) -> &[usize] {
        match self.row(0).map(|row| row.routines.as_slice()) {
            Some([_, others @ ..]) => others,
            _ => &[],
        }
    }

    /// What comes after the one to start with.
    pub fn later(&self) -> Option<&RoutineRow> {
        self.routine_row(self.row(0)?.later?)
    }

    /// A routine, by its place.
    pub fn routine_row(&self, index: usize) -> Option<&RoutineRow> {
        self.all.get(index).map(|(routine_row, _)| routine_row)
    }

    /// The figure that stands for a routine.
    pub fn figure(&self, index: usize) -> Option<&Thumbnail> {
        self.all.get(index)?.1.as_ref()
    }

    /// A routine to play, if it is one of those on offer.
    pub fn chosen(&self, index: usize) -> Option<RoutineRef> {
        let mut rows = self.rows.iter().flatten();
        let is_offered = rows.any(|row| row.routines.contains(&index));
        self.routine_row(index)
            .filter(|_| is_offered)
            .map(|routine_row| routine_row.chosen.clone())
    }

    /// Why the best fit offers no routine.
    pub fn locked(&self) -> Option<Withheld> {
        self.rows.first()?.as_ref().err().copied()
    }

    /// The best fit, where someone should look at it first, and how soon.
    pub fn see_first(&self) -> Option<(ConditionId, Level)> {
        match self.locked()? {
            Withheld::Condition(condition, level) => Some((condition, level)),
            Withheld::Finding(_) => None,
        }
    }
}

/// The routines of one condition of a result.
fn row(
    knowledge: &Knowledge,
    routine_rows: &[RoutineRow],
    shown: &[ConditionId],
    condition: ConditionId,
    findings: &Findings,
) -> Result<Row, Withheld> {
    let serving = routines_in_result(knowledge, shown, condition, findings)?;
    let place = |id: &str| {
        routine_rows
            .iter()
            .position(|routine_row| &*routine_row.summary.id == id)
    };
    Ok(Row {
        routines: routine_row::places(routine_rows, condition, serving),
        later: serving.then.iter().find_map(|id| place(id)),
    })
}

/// Something gentle where nothing fits or what hurts is outside the knee.
fn meanwhile(
    routine_rows: &[RoutineRow],
    outcome: Outcome,
    findings: &Findings,
) -> Result<Row, Withheld> {
    findings.allow_routines()?;
    let reset = match outcome {
        Outcome::NothingFits | Outcome::OutsideTheKnee => routine_rows
            .iter()
            .position(|routine_row| &*routine_row.summary.id == RESET),
        Outcome::Stopped | Outcome::Clear | Outcome::Ranked => None,
    };
    Ok(Row {
        routines: reset.into_iter().collect(),
        later: None,
    })
}
