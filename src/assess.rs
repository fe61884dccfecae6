//! Reviewing the reasoning in bulk: one case as JSON on each line in, one assessment as JSON on each line out.

use std::collections::BTreeMap;
use std::io::{self, BufRead, Write};

use serde::Serialize;
use serde_json::{Map, Value};

use crate::authoring::nearest;
use crate::knee::{
    Age, AgeBand, Answer, AnswerSheet, Candidate, Key, Knowledge, Level, Mark, PlaceId, RegionId,
    assess, next_question,
};
use crate::words::assess as words;

/// The fields of a case.
const FIELDS: [&str; 5] = ["id", "side", "regions", "age", "answers"];
/// The oldest age that is taken for one, in years.
const OLDEST: f64 = 120.0;

/// How a review went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reviewed {
    /// Every line was a case.
    All,
    /// Some lines were not; each of them has an answer that says why.
    WithFaults,
}

/// Assesses the case on every line of `input` and writes its answer as a line of `output`. Empty lines are passed over.
/// A line that is no case gets an answer that says why, and the others go on.
///
/// # Errors
///
/// When a line can no longer be read, or an answer no longer be written.
pub fn review(
    knowledge: &Knowledge,
    input: impl BufRead,
    mut output: impl Write,
) -> io::Result<Reviewed> {
    let mut reviewed = Reviewed::All;
    for line in input.split(b'\n') {
        let line = line?;
        let text = String::from_utf8_lossy(&line);
        let text = text.trim_start_matches('\u{feff}').trim();
        if text.is_empty() {
            continue;
        }
        match answer(knowledge, text) {
            Ok(answer) => write_line(&mut output, &answer)?,
            Err(refusal) => {
                reviewed = Reviewed::WithFaults;
                write_line(&mut output, &refusal)?;
            }
        }
    }
    output.flush()?;
    Ok(reviewed)
}

fn write_line(mut output: impl Write, answer: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer(&mut output, answer)?;
    output.write_all(b"\n")
}

/// What the program answers to a case.
#[derive(Serialize)]
struct Answered {
    id: Value,
    ranking: Vec<Ranked>,
    red_flags: Vec<Flagged>,
    advice: Vec<&'static str>,
    routines_allowed: bool,
    next_question: Option<&'static str>,
}

#[derive(Serialize)]
struct Ranked {
    condition: &'static str,
    fit: &'static str,
    r#for: Vec<&'static str>,
    against: Vec<&'static str>,
}

#[derive(Serialize)]
struct Flagged {
    id: &'static str,
    level: &'static str,
}

/// What the program answers to a line that is no case.
#[derive(Serialize)]
struct Refusal {
    id: Value,
    error: String,
}

fn answer(knowledge: &Knowledge, line: &str) -> Result<Answered, Refusal> {
    let case: Value = serde_json::from_str(line).map_err(|error| Refusal {
        id: Value::Null,
        error: words::not_json(&error.to_string()),
    })?;
    let Value::Object(case) = case else {
        return Err(Refusal {
            id: Value::Null,
            error: words::not_an_object().to_owned(),
        });
    };
    // Whatever is wrong, the answer can be told by the id if there is one.
    let id = case.get("id").cloned().unwrap_or_default();
    let sheet = sheet(&case).map_err(|error| Refusal {
        id: id.clone(),
        error,
    })?;

    let assessment = assess(knowledge, &sheet);
    Ok(Answered {
        id,
        ranking: assessment.ranking.iter().map(ranked).collect(),
        red_flags: assessment
            .red_flags
            .iter()
            .map(|flag| Flagged {
                id: flag.id.id(),
                level: level(flag.level),
            })
            .collect(),
        advice: assessment.advice.iter().map(|flag| flag.id.id()).collect(),
        routines_allowed: assessment.routines_allowed(),
        next_question: next_question(knowledge, &sheet).map(Key::id),
    })
}

fn ranked(candidate: &Candidate) -> Ranked {
    let ids = |keys: &[Key]| keys.iter().map(|key| key.id()).collect();
    Ranked {
        condition: candidate.condition.id(),
        fit: candidate.fit.id(),
        r#for: ids(&candidate.signs_for),
        against: ids(&candidate.signs_against),
    }
}

const fn level(level: Level) -> &'static str {
    match level {
        Level::Emergency => "emergency",
        Level::SameDay => "same_day",
        Level::WithinTwoWeeks => "within_two_weeks",
        Level::Advice => "advice",
    }
}

/// The answer sheet of a case, or what is wrong with it.
fn sheet(case: &Map<String, Value>) -> Result<AnswerSheet, String> {
    for field in case.keys() {
        if !FIELDS.contains(&field.as_str()) {
            return Err(words::unknown_field(field, nearest(field, FIELDS), &FIELDS));
        }
    }
    match case.get("id") {
        Some(Value::String(_) | Value::Number(_)) => {}
        Some(_) => return Err(words::id_expected().to_owned()),
        None => return Err(words::id_missing().to_owned()),
    }
    // Left and right weigh the same; the side is only checked.
    match case.get("side") {
        None => {}
        Some(Value::String(side)) if matches!(side.as_str(), "left" | "right") => {}
        Some(other) => return Err(words::side_expected(&other.to_string())),
    }
    Ok(AnswerSheet {
        marks: marks(case.get("regions"))?,
        age: age(case.get("age"))?,
        onset: None,
        answers: answers(case.get("answers"))?,
    })
}

fn marks(regions: Option<&Value>) -> Result<Vec<Mark>, String> {
    let regions = match regions {
        None => return Ok(Vec::new()),
        Some(Value::Array(regions)) => regions,
        Some(_) => return Err(words::regions_expected().to_owned()),
    };
    regions
        .iter()
        .map(|region| {
            let Value::String(id) = region else {
                return Err(words::regions_expected().to_owned());
            };
            Mark::with_id(id).ok_or_else(|| {
                let known = RegionId::IDS.iter().chain(PlaceId::IDS).copied();
                words::unknown_region(id, nearest(id, known))
            })
        })
        .collect()
}

fn age(age: Option<&Value>) -> Result<Option<Age>, String> {
    match age {
        None | Some(Value::Null) => Ok(None),
        Some(Value::Number(years)) => match years.as_f64() {
            // Whoever is 13 and a half is 13.
            Some(years) if (0.0..=OLDEST).contains(&years) => {
                Ok(Some(Age::Years(years.floor() as u8)))
            }
            _ => Err(words::age_expected(&years.to_string())),
        },
        Some(Value::String(band)) => AgeBand::ALL
            .into_iter()
            .find(|known| known.id() == band)
            .map(|band| Some(Age::Band(band)))
            .ok_or_else(|| words::age_expected(band)),
        Some(other) => Err(words::age_expected(&other.to_string())),
    }
}

fn answers(answers: Option<&Value>) -> Result<BTreeMap<Key, Answer>, String> {
    let answers = match answers {
        None => return Ok(BTreeMap::new()),
        Some(Value::Object(answers)) => answers,
        Some(_) => return Err(words::answers_expected().to_owned()),
    };
    answers
        .iter()
        .map(|(id, answer)| {
            let Some(key) = Key::with_id(id) else {
                let meant = nearest(id, Key::IDS.iter().copied());
                return Err(words::unknown_key(id, meant));
            };
            let answer = match answer {
                Value::Bool(true) => Answer::Yes,
                Value::Bool(false) => Answer::No,
                Value::Null => Answer::NotSure,
                other => return Err(words::answer_expected(id, &other.to_string())),
            };
            Ok((key, answer))
        })
        .collect()
}
