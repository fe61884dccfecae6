//! Reviewing the reasoning in bulk: one case as JSON on each line in, one assessment as JSON on each line out.

mod lines;

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::path::Path;
use std::process::ExitCode;

use serde::Serialize;
use serde_json::{Map, Value};

use super::say;
use crate::authoring::nearest;
use crate::content;
use crate::knee::{
    Age, AgeBand, Answer, AnswerSheet, AreaId, Assessment, Candidate, ConditionId, Duration,
    Findings, Key, Knowledge, Level, Mark, Onset, OpenFinding, Reason, RedFlag, RegionId, assess,
    next_question, red_flag, routines_in_result,
};
use crate::side::Side;
use crate::terminal::inert_json;
use crate::words::{assess as words, command_line};
use lines::{LONGEST_LINE, Line};

/// The fields of a case.
const FIELDS: [&str; 8] = [
    "id", "side", "regions", "age", "onset", "duration", "answers", "standing",
];
/// Who may have looked at a knee.
const EXAMINERS: [&str; 3] = ["doctor", "physiotherapist", "someone_else"];
/// The longest time that is taken for one, in weeks.
const LONGEST: f64 = 5200.0;
/// How many conditions are shown.
const SHOWN: usize = 3;
/// The oldest age that is taken for one, in years.
const OLDEST: f64 = 120.0;

/// Assesses the cases of a file, or those that are typed or piped in where it is called `-`.
pub(super) fn run(file: &Path) -> ExitCode {
    let (knowledge, _) = content::knowledge();
    let output = BufWriter::new(io::stdout().lock());
    let reviewed = if file == Path::new("-") {
        review(&knowledge, io::stdin().lock(), output)
    } else {
        File::open(file).and_then(|cases| review(&knowledge, BufReader::new(cases), output))
    };
    match reviewed {
        Ok(Reviewed::All) => ExitCode::SUCCESS,
        Ok(Reviewed::WithFaults) => ExitCode::FAILURE,
        // Nobody listens any more, as with `| head`.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::FAILURE,
        Err(error) => {
            let file = file.display().to_string();
            let line = command_line::cases_not_readable(&file, &error.to_string());
            say(io::stderr(), &[line]);
            ExitCode::FAILURE
        }
    }
}

/// How a review went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reviewed {
    /// Every line was a case.
    All,
    /// Some lines were not; each of them has an answer that says why.
    WithFaults,
}

/// Assesses the case on every line of `input` and writes its answer as a line of `output`. Empty lines are passed over.
/// A line that is no case, or has more than 1 MB, gets an answer that says why, and the others go on. The input is UTF-8, or
/// UTF-16 as PowerShell writes it.
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
    for line in lines::lines(input)? {
        let answered = match line? {
            Line::TooLong => Err(Refusal {
                id: Value::Null,
                error: words::line_too_long(LONGEST_LINE >> 20),
            }),
            Line::Text(line) => {
                let text = String::from_utf8_lossy(&line);
                let text = text.trim_start_matches('\u{feff}').trim();
                if text.is_empty() {
                    continue;
                }
                answer(knowledge, text)
            }
        };
        match answered {
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
    let answer = serde_json::to_string(answer)?;
    // A case brings its own id along, and the answer may go to a terminal.
    writeln!(output, "{}", inert_json(&answer))
}

/// What the program answers to a case.
#[derive(Serialize)]
struct Answered {
    id: Value,
    ranking: Vec<Ranked>,
    red_flags: Vec<Flagged>,
    advice: Vec<&'static str>,
    routines_allowed: bool,
    routines: Vec<Routines>,
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
    standing: &'static str,
    because: Vec<String>,
}

/// The routines for one of the conditions that would be shown: those that may be offered, or how soon someone should look.
#[derive(Serialize)]
struct Routines {
    condition: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    offered: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    withheld: Option<&'static str>,
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
    let read = sheet(&case).and_then(|sheet| {
        let leg = leg(case.get("side"))?;
        let was_checked = was_checked(case.get("standing"))?;
        Ok((sheet, leg, was_checked))
    });
    let (sheet, leg, was_checked) = read.map_err(|error| Refusal {
        id: id.clone(),
        error,
    })?;

    let assessment = assess(knowledge, &sheet);
    let shown = shown(&assessment);
    let findings = findings(&assessment, &shown, leg, was_checked);
    Ok(Answered {
        id,
        ranking: assessment.ranking.iter().map(ranked).collect(),
        red_flags: assessment
            .red_flags
            .iter()
            .map(|flag| flagged(knowledge, &sheet, *flag, was_checked))
            .collect(),
        advice: assessment.advice.iter().map(|flag| flag.id.id()).collect(),
        routines_allowed: findings.allow_routines().is_ok(),
        routines: shown
            .iter()
            .map(|condition| routines(knowledge, &shown, *condition, &findings))
            .collect(),
        next_question: next_question(knowledge, &sheet).map(Key::id),
    })
}

/// The conditions that are shown, or would be if nothing had to be seen first.
fn shown(assessment: &Assessment) -> Vec<ConditionId> {
    let shown: Vec<_> = assessment.shown().map(|it| it.condition).collect();
    if assessment.red_flags.is_empty() {
        return shown;
    }
    let all = assessment.ranking.iter().map(|it| it.condition);
    all.filter(|condition| !condition.is_acute())
        .take(SHOWN)
        .collect()
}

/// What a journal with this one case in it would come to.
fn findings(
    assessment: &Assessment,
    shown: &[ConditionId],
    leg: Side,
    was_checked: bool,
) -> Findings {
    let level: Option<Level> = assessment.red_flags.iter().map(|flag| flag.level).min();
    let open = level.filter(|_| !was_checked);
    let cleared = shown.first().filter(|_| was_checked);
    Findings::new(
        open.map(|level| OpenFinding { level, leg }),
        cleared.copied(),
    )
}

fn flagged(
    knowledge: &Knowledge,
    sheet: &AnswerSheet,
    flag: RedFlag,
    was_checked: bool,
) -> Flagged {
    let because = red_flag::reasons(knowledge, sheet, flag);
    Flagged {
        id: flag.id.id(),
        level: flag.level.id(),
        standing: if was_checked { "checked" } else { "open" },
        because: because.into_iter().map(reason).collect(),
    }
}

/// A reason as a case writes it.
fn reason(reason: Reason) -> String {
    match reason {
        Reason::Yes(key) => key.id().to_owned(),
        Reason::No(key) => format!("{}=false", key.id()),
        Reason::Mark(mark) => mark.id().to_owned(),
        Reason::Age => "age".to_owned(),
        Reason::Onset => "onset".to_owned(),
        Reason::Duration => "duration".to_owned(),
    }
}

fn routines(
    knowledge: &Knowledge,
    shown: &[ConditionId],
    condition: ConditionId,
    findings: &Findings,
) -> Routines {
    let answer = routines_in_result(knowledge, shown, condition, findings);
    Routines {
        condition: condition.id(),
        offered: answer
            .ok()
            .map(|serving| serving.offered().map(str::to_owned).collect()),
        withheld: answer.err().map(|why| why.level().id()),
    }
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
    let answered = match case.get("answers") {
        None => None,
        Some(Value::Object(answers)) => Some(answers),
        Some(_) => return Err(words::answers_expected().to_owned()),
    };
    let within = answered.and_then(|answers| answers.get(DURATION));
    let duration = duration(case.get(DURATION))?.or(duration(within)?);
    Ok(AnswerSheet {
        marks: marks(case.get("regions"))?,
        age: age(case.get("age"))?,
        onset: onset(case.get("onset"))?,
        duration,
        answers: answers(answered)?,
        unticked: BTreeSet::new(),
    })
}

/// How long it has hurt, beside the answers or among them.
const DURATION: &str = "duration";

/// Left and right weigh the same.
fn leg(side: Option<&Value>) -> Result<Side, String> {
    match side {
        None => Ok(Side::Left),
        Some(Value::String(side)) if side == "left" => Ok(Side::Left),
        Some(Value::String(side)) if side == "right" => Ok(Side::Right),
        Some(other) => Err(words::side_expected(&other.to_string())),
    }
}

fn onset(onset: Option<&Value>) -> Result<Option<Onset>, String> {
    match onset {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(id)) if Onset::with_id(id).is_some() => Ok(Onset::with_id(id)),
        Some(other) => Err(words::onset_expected(&other.to_string())),
    }
}

fn duration(duration: Option<&Value>) -> Result<Option<Duration>, String> {
    match duration {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(id)) if Duration::with_id(id).is_some() => Ok(Duration::with_id(id)),
        Some(Value::Number(weeks)) => match weeks.as_f64() {
            Some(weeks) if (0.0..=LONGEST).contains(&weeks) => Ok(Some(Duration::of_weeks(weeks))),
            _ => Err(words::duration_expected(&weeks.to_string())),
        },
        Some(other) => Err(words::duration_expected(&other.to_string())),
    }
}

/// Whether someone has looked at the knee already.
fn was_checked(standing: Option<&Value>) -> Result<bool, String> {
    let expected = |found: &Value| Err(words::standing_expected(&found.to_string(), &EXAMINERS));
    match standing {
        None | Some(Value::Null) => Ok(false),
        Some(Value::String(open)) if open == "open" => Ok(false),
        Some(found @ Value::Object(fields)) => match (fields.get("checked"), fields.len()) {
            (Some(Value::String(who)), 1) if EXAMINERS.contains(&who.as_str()) => Ok(true),
            _ => expected(found),
        },
        Some(found) => expected(found),
    }
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
                let known = RegionId::IDS.iter().chain(AreaId::IDS).copied();
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
        Some(Value::String(band)) => AgeBand::with_id(band)
            .map(|band| Some(Age::Band(band)))
            .ok_or_else(|| words::age_expected(band)),
        Some(other) => Err(words::age_expected(&other.to_string())),
    }
}

fn answers(answers: Option<&Map<String, Value>>) -> Result<BTreeMap<Key, Answer>, String> {
    answers
        .into_iter()
        .flatten()
        .filter(|(id, _)| *id != DURATION)
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
