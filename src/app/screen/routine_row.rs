//! Routines that serve a condition, each with a row that starts it.

use std::sync::Arc;

use iced::widget::{Row, column, row};
use iced::{Center, Fill};

use crate::app::theme::size::gap;
use crate::app::theme::{self, type_role};
use crate::app::widget::{Solid, icon_button};
use crate::catalog::Summary;
use crate::knee::{Condition, ConditionId, Findings, Serving, Withheld, routines_for};
use crate::library::{LoadedRoutine, RoutineFile, RoutineRef};
use crate::routine::Routine;
use crate::words::{catalog as words, page, time};

/// A routine that one can start, with what is said about it. Made once: its length takes some working out.
#[derive(Debug, Clone)]
pub struct RoutineRow {
    pub chosen: RoutineRef,
    pub summary: Arc<Summary>,
    line: String,
}

impl RoutineRow {
    /// One that ships with the program.
    pub fn bundled(routine: &Arc<Routine>) -> Self {
        let summary = Summary::of(routine);
        Self {
            line: time::minutes(summary.length),
            chosen: RoutineRef::Loaded(LoadedRoutine {
                routine: Arc::clone(routine),
                folder: None,
            }),
            summary: Arc::new(summary),
        }
    }

    /// One of one's own.
    pub fn own(routine_file: &RoutineFile) -> Self {
        Self {
            line: words::mine(&time::minutes(routine_file.summary.length)),
            chosen: RoutineRef::File(routine_file.clone()),
            summary: Arc::clone(&routine_file.summary),
        }
    }

    /// What it is called.
    pub fn name(&self) -> &str {
        &self.summary.name
    }

    /// Whose it is where it is one's own, and how long it takes.
    pub fn line(&self) -> &str {
        &self.line
    }

    /// Its name, its length and the button that starts it.
    pub fn row<'a, Message: Clone + 'a>(&'a self, start: Message) -> Row<'a, Message> {
        row![
            column![
                type_role::strong(self.name()),
                type_role::small(self.line()).style(theme::text::soft),
            ]
            .width(Fill),
            icon_button(Solid::Play, page::start_now())
                .on(true)
                .on_press(start),
        ]
        .spacing(gap::S)
        .align_y(Center)
    }
}

/// Those among some routines that may be offered for a condition: those its page names, in its order, then those that
/// name it.
///
/// # Errors
///
/// Why none may be.
pub fn serving<'a>(
    routine_rows: &'a [RoutineRow],
    condition: &Condition,
    findings: &Findings,
) -> Result<Vec<&'a RoutineRow>, Withheld> {
    let serving = routines_for(condition, findings)?;
    let places = places(routine_rows, condition.id, serving);
    Ok(places
        .into_iter()
        .filter_map(|place| routine_rows.get(place))
        .collect())
}

/// Where among some routines those are that serve a condition: those its page names, in its order, then those that name
/// it.
pub fn places(
    routine_rows: &[RoutineRow],
    condition: ConditionId,
    serving: &Serving,
) -> Vec<usize> {
    let named = serving.offered().filter_map(|id| {
        routine_rows
            .iter()
            .position(|routine_row| *routine_row.summary.id == *id)
    });
    let mut places: Vec<_> = named.collect();
    for (place, routine_row) in routine_rows.iter().enumerate() {
        // Where there is nothing to begin with yet, only the person's own routine says otherwise.
        let may_begin =
            !serving.first.is_empty() || matches!(routine_row.chosen, RoutineRef::File(_));
        let serves = routine_row.summary.serves.contains(&condition);
        if may_begin && serves && !places.contains(&place) {
            places.push(place);
        }
    }
    places
}
