//! How far an answer moves each condition.

use serde::Deserialize;

use super::condition::ConditionId;
use super::id::{Table, resolve, take_once};
use super::question::Key;
use super::region::Source;
use crate::authoring::problem::knee as words;
use crate::authoring::{Faults, Format, Path, Problem, Source as Text};

/// The smallest and the largest likelihood ratio: no single answer decides.
pub const BOUNDS: (f64, f64) = (0.1, 8.0);

/// What an answer to one question says about one condition, as likelihood ratios within [`BOUNDS`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ratio {
    /// The condition.
    pub condition: ConditionId,
    /// The ratio for "yes". Above 1 it speaks for the condition, below 1 against it.
    pub yes: f64,
    /// The ratio for "no".
    pub no: f64,
    /// Where both come from.
    pub source: Source,
}

impl Ratio {
    /// The ratio for an answer.
    pub fn of(&self, yes: bool) -> f64 {
        if yes { self.yes } else { self.no }
    }
}

#[derive(Deserialize)]
#[serde(rename = "Likelihoods", deny_unknown_fields)]
struct Draft {
    #[serde(rename = "format")]
    _format: Format,
    questions: Vec<DraftQuestion>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DraftQuestion {
    key: String,
    ratios: Vec<DraftRatio>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DraftRatio {
    condition: String,
    yes: f64,
    no: f64,
    source: Source,
}

/// Reads the ratios of all questions. What cannot be read moves nothing, and a problem says why.
pub(super) fn read(source: Text<'_>, problems: &mut Vec<Problem>) -> Table<Key, Vec<Ratio>> {
    let mut ratios: Table<Key, Option<Vec<Ratio>>> = Table::from_fn(|_| None);
    match source.read::<Draft>() {
        Ok(draft) => {
            let mut faults = Faults::of(source);
            let list = Path::Whole.field("questions");
            for (index, entry) in draft.questions.iter().enumerate() {
                let at = list.entry(index);
                if let Some(key) = resolve::<Key>(&entry.key, &at.field("key"), &mut faults) {
                    let of_key = entry.resolve(&at, &mut faults);
                    take_once(
                        &mut ratios[key],
                        of_key,
                        key.id(),
                        &at.field("key"),
                        &mut faults,
                    );
                }
            }
            problems.extend(faults.into_problems());
        }
        Err(problem) => problems.push(problem),
    }
    Table::from_fn(|key| ratios[key].take().unwrap_or_default())
}

impl DraftQuestion {
    fn resolve(&self, at: &Path<'_>, faults: &mut Faults<'_>) -> Vec<Ratio> {
        let list = at.field("ratios");
        let mut ratios: Vec<Ratio> = Vec::new();
        for (index, draft) in self.ratios.iter().enumerate() {
            let at = list.entry(index);
            let name = at.field("condition");
            let Some(condition) = resolve(&draft.condition, &name, faults) else {
                continue;
            };
            for (field, ratio) in [("yes", draft.yes), ("no", draft.no)] {
                if !(BOUNDS.0..=BOUNDS.1).contains(&ratio) {
                    faults.add(&at.field(field), words::ratio_out_of_bounds(BOUNDS));
                }
            }
            if ratios.iter().any(|known| known.condition == condition) {
                faults.add(&name, words::twice_in_question(condition.id()));
                continue;
            }
            ratios.push(Ratio {
                condition,
                yes: capped(draft.yes),
                no: capped(draft.no),
                source: draft.source,
            });
        }
        ratios
    }
}

/// Within bounds, whatever was written.
fn capped(ratio: f64) -> f64 {
    if ratio.is_nan() {
        1.0
    } else {
        ratio.clamp(BOUNDS.0, BOUNDS.1)
    }
}
