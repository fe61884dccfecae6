//! Whether routines may be offered to somebody with these knees: the only answer there is. The map, the pages, Today, the
//! catalog and the command line ask here, and nobody decides beside it.

use super::condition::{Care, Condition, ConditionId, Serving};
use super::knowledge::Knowledge;
use super::red_flag::Level;
use crate::side::Side;

/// A knee with a red flag that nobody has looked at yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OpenFinding {
    /// How soon someone should see it.
    pub level: Level,
    /// Which leg.
    pub leg: Side,
}

/// What is on record about somebody's knees, as far as routines depend on it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Findings {
    /// The knees that wait to be seen, the most urgent first.
    open: Vec<OpenFinding>,
    /// The conditions that someone has looked at and said that exercise is fine.
    cleared: Vec<ConditionId>,
}

/// Why no routine may be offered, and how urgent it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Withheld {
    /// A knee waits to be seen. A leg is not trained alone, so nothing is.
    Finding(OpenFinding),
    /// Someone has to see this condition first.
    Condition(ConditionId, Level),
}

impl Withheld {
    /// How soon someone should see it.
    pub const fn level(self) -> Level {
        match self {
            Self::Finding(finding) => finding.level,
            Self::Condition(_, level) => level,
        }
    }
}

impl Findings {
    /// What is on record: knees that wait to be seen, and conditions that someone has cleared.
    pub fn new(
        open: impl IntoIterator<Item = OpenFinding>,
        cleared: impl IntoIterator<Item = ConditionId>,
    ) -> Self {
        let mut open: Vec<_> = open.into_iter().collect();
        open.sort_unstable();
        Self {
            open,
            cleared: cleared.into_iter().collect(),
        }
    }

    /// The same with knees that wait as well, where nothing is known of them yet.
    #[must_use]
    pub fn and_open(mut self, open: impl IntoIterator<Item = OpenFinding>) -> Self {
        for finding in open {
            if self.open.iter().all(|known| known.leg != finding.leg) {
                self.open.push(finding);
            }
        }
        self.open.sort_unstable();
        self
    }

    /// The knees that wait to be seen, the most urgent first.
    pub fn open(&self) -> &[OpenFinding] {
        &self.open
    }

    /// The same once every knee that waits was seen: what holds of a condition by itself.
    #[must_use]
    pub fn once_seen(&self) -> Self {
        Self {
            open: Vec::new(),
            cleared: self.cleared.clone(),
        }
    }

    /// Whether any routine at all may be played.
    ///
    /// # Errors
    ///
    /// The most urgent knee that waits to be seen.
    pub fn allow_routines(&self) -> Result<(), Withheld> {
        match self.open.first() {
            Some(finding) => Err(Withheld::Finding(*finding)),
            None => Ok(()),
        }
    }
}

/// The routines that may be offered for a condition. A person's own routines that say they serve it may be offered where
/// these are.
///
/// # Errors
///
/// Why none may be, and how urgent it is: a knee waits to be seen, or someone has to see this condition first.
pub fn routines_for<'a>(
    condition: &'a Condition,
    findings: &Findings,
) -> Result<&'a Serving, Withheld> {
    findings.allow_routines()?;
    match &condition.care {
        Care::SelfCare(care) => Ok(&care.routines),
        Care::SeeFirst(care) if findings.cleared.contains(&condition.id) => Ok(&care.routines),
        Care::SeeFirst(care) => Err(Withheld::Condition(condition.id, care.how_soon)),
        Care::GetHelp(help) => Err(Withheld::Condition(condition.id, help.how_soon)),
    }
}

/// The routines for one of the conditions of a result. Where the one that fits best has to be seen first, the routines of
/// all others wait as well.
///
/// # Errors
///
/// As for [`routines_for`].
pub fn routines_in_result<'a>(
    knowledge: &'a Knowledge,
    shown: &[ConditionId],
    condition: ConditionId,
    findings: &Findings,
) -> Result<&'a Serving, Withheld> {
    if let Some(best) = shown.first() {
        let _serving = routines_for(knowledge.condition(*best), findings)?;
    }
    routines_for(knowledge.condition(condition), findings)
}

/// Whether a routine that says which conditions it serves may be played: one that serves none may, and any other if it may
/// be offered for at least one of them.
///
/// # Errors
///
/// A knee waits to be seen, or someone has to see every condition it serves; then the most urgent of them.
pub fn allows_serving(
    knowledge: &Knowledge,
    serves: &[ConditionId],
    findings: &Findings,
) -> Result<(), Withheld> {
    findings.allow_routines()?;
    let mut withheld: Option<Withheld> = None;
    for condition in serves {
        match routines_for(knowledge.condition(*condition), findings) {
            Ok(_) => return Ok(()),
            Err(why) if withheld.is_none_or(|known| why.level() < known.level()) => {
                withheld = Some(why);
            }
            Err(_) => {}
        }
    }
    withheld.map_or(Ok(()), Err)
}
