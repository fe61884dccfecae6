//! A result of the knee map as it is written down.

use std::collections::BTreeMap;

use uuid::Uuid;

use super::Moment;
use super::record::{Assessment, Knee, Standing};
use crate::knee::{self, Age, Answer, AnswerSheet, Leg, Onset};

/// Puts a result into words that outlive the program: ids instead of numbers.
pub fn finding(
    id: Uuid,
    at: Moment,
    leg: Leg,
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
        .map(|flag| flag.id.id().to_owned());
    // Nothing is offered while something has to be seen first.
    let shown = assessment
        .routines_allowed()
        .then(|| assessment.shown())
        .into_iter()
        .flatten();
    Assessment {
        id,
        at,
        knee: leg.into(),
        marks: sheet
            .marks
            .iter()
            .map(|mark| mark.id().to_owned())
            .collect(),
        age: sheet.age.map(|age| match age {
            Age::Years(years) => years.to_string(),
            Age::Band(band) => band.id().to_owned(),
        }),
        onset: sheet.onset.map(|onset| {
            let onset = match onset {
                Onset::Injury => "injury",
                Onset::Sudden => "sudden",
                Onset::Gradual => "gradual",
            };
            onset.to_owned()
        }),
        answers,
        conditions: shown
            .map(|candidate| candidate.condition.id().to_owned())
            .collect(),
        red_flags: flags.collect(),
        standing: Standing::Current,
    }
}

impl From<Leg> for Knee {
    fn from(leg: Leg) -> Self {
        match leg {
            Leg::Left => Self::Left,
            Leg::Right => Self::Right,
        }
    }
}
