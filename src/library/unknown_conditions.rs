//! The conditions that a routine says it serves: each must be one that Kneewise knows.

use crate::authoring::{Faults, Path, nearest};
use crate::knee::ConditionId;
use crate::routine::Routine;
use crate::words::user_routines as words;

/// Names the conditions that nobody knows.
pub(super) fn unknown_conditions(routine: &Routine, faults: &mut Faults<'_>) {
    let is_known = |id: &str| ConditionId::named().any(|known| known.id() == id);
    let list = Path::Whole.field("serves");
    for (index, id) in routine.serves.iter().enumerate() {
        if !is_known(id) {
            let meant = nearest(id, ConditionId::named().map(ConditionId::id));
            faults.add(&list.entry(index), words::unknown_condition(id, meant));
        }
    }
}
