//! A result of the knee map as it is written down, and read again.

use std::collections::BTreeMap;

use uuid::Uuid;

use super::Moment;
use super::record::{Assessment, Standing};
use crate::knee::{
    self, Age, AgeBand, Answer, AnswerSheet, ConditionId, Duration, Findings, FlagId, Key, Level,
    Mark, Onset, OpenFinding, RedFlag,
};
use crate::side::Side;

/// What stands in the place of a flag's id where version 0.1 remembered a knee that waits, and not why.
pub const CARRIED_OVER: &str = "carried_over";

/// Puts a result into words that outlive the program: ids instead of numbers.
pub fn finding(
    id: Uuid,
    at: Moment,
    leg: Side,
    sheet: &AnswerSheet,
    assessment: &knee::Assessment,
) -> Assessment {
    let answers: BTreeMap<String, Option<bool>> = sheet
        .answers
        .iter()
        .map(|(key, answer)| {
            let answer = match answer {
                Answer::Yes => Some(true),
                Answer::No => Some(false),
                Answer::NotSure => None,
            };
            (key.id().to_owned(), answer)
        })
        .collect();
    let flags = assessment
        .red_flags
        .iter()
        .map(|flag| format!("{}/{}", flag.id.id(), flag.level.id()));
    // Nothing is offered while something has to be seen first.
    let shown = assessment
        .routines_allowed()
        .then(|| assessment.shown())
        .into_iter()
        .flatten();
    Assessment {
        id,
        at,
        knee: leg,
        marks: sheet
            .marks
            .iter()
            .map(|mark| mark.id().to_owned())
            .collect(),
        age: sheet.age.map(|age| match age {
            Age::Years(years) => years.to_string(),
            Age::Band(band) => band.id().to_owned(),
        }),
        onset: sheet.onset.map(|onset| onset.id().to_owned()),
        duration: sheet.duration.map(|duration| duration.id().to_owned()),
        answers,
        unticked: sheet
            .unticked
            .iter()
            .map(|key| key.id().to_owned())
            .collect(),
        conditions: shown
            .map(|candidate| candidate.condition.id().to_owned())
            .collect(),
        red_flags: flags.collect(),
        standing: Standing::Current,
    }
}

/// The knee that version 0.1 remembered as waiting to be seen, without what was said about it.
pub fn carried_over(id: Uuid, at: Moment, leg: Side) -> Assessment {
    Assessment {
        id,
        at,
        knee: leg,
        marks: Vec::new(),
        age: None,
        onset: None,
        duration: None,
        answers: BTreeMap::new(),
        unticked: Vec::new(),
        conditions: Vec::new(),
        red_flags: vec![CARRIED_OVER.to_owned()],
        standing: Standing::Current,
    }
}

impl Assessment {
    /// What the person said, as far as it is still known here.
    pub fn sheet(&self) -> AnswerSheet {
        let answers = self.answers.iter().filter_map(|(key, answer)| {
            let answer = match answer {
                Some(true) => Answer::Yes,
                Some(false) => Answer::No,
                None => Answer::NotSure,
            };
            Some((Key::with_id(key)?, answer))
        });
        AnswerSheet {
            marks: self
                .marks
                .iter()
                .filter_map(|id| Mark::with_id(id))
                .collect(),
            age: self.age.as_deref().and_then(|age| match age.parse() {
                Ok(years) => Some(Age::Years(years)),
                Err(_) => AgeBand::with_id(age).map(Age::Band),
            }),
            onset: self.onset.as_deref().and_then(Onset::with_id),
            duration: self.duration.as_deref().and_then(Duration::with_id),
            answers: answers.collect(),
            unticked: self
                .unticked
                .iter()
                .filter_map(|key| Key::with_id(key))
                .collect(),
        }
    }

    /// The flags it raised, the most urgent first. What only a newer version knows is left out.
    pub fn flags(&self) -> Vec<RedFlag> {
        let mut flags: Vec<_> = self
            .red_flags
            .iter()
            .filter_map(|flag| {
                let (id, level) = parts(flag);
                let id = FlagId::with_id(id)?;
                let level = level.unwrap_or_else(|| id.gravest());
                Some(RedFlag { level, id })
            })
            .collect();
        flags.sort_unstable();
        flags
    }

    /// How soon someone should see the knee, if a flag was raised: of several the most urgent. A flag that nobody here knows
    /// is taken as one that waits two weeks.
    pub fn level(&self) -> Option<Level> {
        let levels = self.red_flags.iter().map(|flag| {
            let (id, level) = parts(flag);
            let usual = || FlagId::with_id(id).map_or(Level::WithinTwoWeeks, FlagId::gravest);
            level.unwrap_or_else(usual)
        });
        levels.min().filter(|level| level.blocks_routines())
    }

    /// The knee that waits to be seen because of it.
    pub fn open(&self) -> Option<OpenFinding> {
        match self.standing {
            Standing::Current => Some(OpenFinding {
                level: self.level()?,
                leg: self.knee,
            }),
            Standing::Checked { .. } | Standing::Better { .. } | Standing::Replaced => None,
        }
    }

    /// The conditions it showed, best first, as far as they are still known here.
    pub fn shown(&self) -> impl Iterator<Item = ConditionId> {
        self.conditions
            .iter()
            .filter_map(|id| ConditionId::with_id(id))
    }
}

/// A flag's id, and its level if it was written with it.
fn parts(flag: &str) -> (&str, Option<Level>) {
    match flag.split_once('/') {
        Some((id, level)) => (id, Level::with_id(level)),
        None => (flag, None),
    }
}

/// What the results of the knee map that hold come to, as far as routines depend on it.
pub fn findings<'a>(results: impl IntoIterator<Item = &'a Assessment>) -> Findings {
    let mut open = Vec::new();
    let mut cleared = Vec::new();
    for result in results {
        open.extend(result.open());
        if let Standing::Checked { .. } = result.standing {
            cleared.extend(result.shown().next());
        }
    }
    Findings::new(open, cleared)
}
