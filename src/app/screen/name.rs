//! What the core's own things are called on the screen.

use crate::exercise::Kit;
use crate::routine::Effort;
use crate::side::Side;
use crate::words::{exercise, page, player};

/// A side at the start of a line.
pub(super) fn side(side: Side) -> &'static str {
    of_side(side, player::sides())
}

/// A side in capitals.
pub(super) fn side_capitals(side: Side) -> &'static str {
    of_side(side, player::sides_capitals())
}

fn of_side(side: Side, [left, right]: [&'static str; 2]) -> &'static str {
    match side {
        Side::Left => left,
        Side::Right => right,
    }
}

/// How hard a routine is.
pub(super) fn effort(effort: Effort) -> &'static str {
    match effort {
        Effort::Easy => page::easy(),
        Effort::Moderate => page::moderate(),
        Effort::Hard => page::hard(),
    }
}

/// What one needs for a routine.
pub(super) fn kit(kit: &[Kit]) -> String {
    let names: Vec<_> = kit.iter().map(|kit| exercise::kit(*kit)).collect();
    page::kit(&names)
}
