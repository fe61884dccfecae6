//! Routines that serve a condition, each with a row that starts it.

use std::sync::Arc;

use iced::widget::{Row, column, row};
use iced::{Center, Fill};

use crate::app::theme::{self, Look, type_role};
use crate::app::widget::{Solid, icon_button};
use crate::knee::{Condition, ConditionId, Findings, Serving, Withheld, routines_for};
use crate::library::{Chosen, Filed, Shelved};
use crate::routine::Routine;
use crate::shelf::Summary;
use crate::words::{page, shelf as words, time};

/// A routine that one can start, with what is said about it. Made once: its length takes some working out.
#[derive(Debug, Clone)]
pub struct Offer {
    pub chosen: Chosen,
    pub summary: Arc<Summary>,
    line: String,
}

impl Offer {
    /// One that ships with the program.
    pub fn bundled(routine: &Arc<Routine>) -> Self {
        let summary = Summary::of(routine);
        Self {
            line: time::minutes(summary.length),
            chosen: Chosen::Here(Shelved {
                routine: Arc::clone(routine),
                folder: None,
            }),
            summary: Arc::new(summary),
        }
    }

    /// One of one's own.
    pub fn own(filed: &Filed) -> Self {
        Self {
            line: words::mine(&time::minutes(filed.summary.length)),
            chosen: Chosen::Filed(filed.clone()),
            summary: Arc::clone(&filed.summary),
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
    pub fn row<'a, Message: Clone + 'a>(
        &'a self,
        look: Look,
        start: Message,
        is_focused: bool,
    ) -> Row<'a, Message> {
        row![
            column![
                type_role::strong(look, self.name()),
                type_role::small(look, self.line()).style(theme::text::soft),
            ]
            .width(Fill),
            icon_button(look, Solid::Play, page::START)
                .on(true)
                .focused(is_focused)
                .on_press(start),
        ]
        .spacing(12)
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
    offers: &'a [Offer],
    condition: &Condition,
    findings: &Findings,
) -> Result<Vec<&'a Offer>, Withheld> {
    let serving = routines_for(condition, findings)?;
    let places = places(offers, condition.id, serving);
    Ok(places
        .into_iter()
        .filter_map(|place| offers.get(place))
        .collect())
}

/// Where among some routines those are that serve a condition: those its page names, in its order, then those that name
/// it.
pub fn places(offers: &[Offer], condition: ConditionId, serving: &Serving) -> Vec<usize> {
    let named = serving
        .offered()
        .filter_map(|id| offers.iter().position(|offer| *offer.summary.id == *id));
    let mut places: Vec<_> = named.collect();
    for (place, offer) in offers.iter().enumerate() {
        // Where there is nothing to begin with yet, only the person's own routine says otherwise.
        let may_begin = !serving.first.is_empty() || matches!(offer.chosen, Chosen::Filed(_));
        let serves = offer.summary.serves.contains(&condition);
        if may_begin && serves && !places.contains(&place) {
            places.push(place);
        }
    }
    places
}
