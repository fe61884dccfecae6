//! The summary that a person takes to a visit: what was said about a knee, and what Kneewise made of it.

use crate::words::language::{phrase, sentences, text};
use jiff::civil::Date;

use super::{examined_by, knee, title};
use crate::knee::{
    self, Age, AgeBand, Answer, AnswerSheet, Duration, Fit, Knowledge, Mark, Onset, Outcome,
    StatementId,
};
use crate::training::record::{Assessment, Log, Occasion, Standing};
use crate::words::grammar::{self, clauses, list, lower_first};
use crate::words::knee_map::ages;

/// How many scores after sessions are told, the newest.
const MOST_SCORES: usize = 8;

sentences! {
    where_text = "Where";
    ticked = "Ticked";
    not_ticked = "Not ticked";
    answers_text = "Answers";
    not_sure = "Not sure";
    advice_shown = "Advice shown";
    may_be_text = "What it may be";
    after_sessions = "Pain after sessions";
    standing_text = "How it stands";
    whole_knee = "the whole knee, or no single spot";
    from_kneewise = "Written by Kneewise from the person’s own answers. A guide, not a diagnosis.";
}

/// A line of the summary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What it is about; none for lines that speak for themselves.
    pub label: Option<&'static str>,
    /// What there is to say.
    pub text: String,
}

impl Line {
    fn of(label: &'static str, text: String) -> Self {
        Self {
            label: Some(label),
            text,
        }
    }

    fn alone(text: String) -> Self {
        Self { label: None, text }
    }
}

/// Everything that was said about a knee and what Kneewise made of it, line by line. `log` has the last weeks.
pub fn summary(
    knowledge: &Knowledge,
    record: &Assessment,
    assessment: &knee::Assessment,
    log: &Log,
) -> Vec<Line> {
    let sheet = record.sheet();
    let mut lines = vec![
        Line::alone(list([
            knee(record.knee),
            &grammar::full_date(record.at.day()),
        ])),
        Line::alone(about(&sheet)),
        Line::of(where_text(), places(knowledge, &sheet)),
    ];
    let said = [
        (ticked(), statements(knowledge, &sheet, is_ticked)),
        (not_ticked(), statements(knowledge, &sheet, is_unticked)),
        (answers_text(), answers(knowledge, &sheet)),
        (not_sure(), unsure(knowledge, &sheet)),
        (advice_shown(), advice(knowledge, record, assessment)),
        (may_be_text(), may_be(knowledge, record, assessment)),
        (after_sessions(), scores(record, log)),
        (standing_text(), standing(record)),
    ];
    lines.extend(
        said.into_iter()
            .filter(|(_, text)| !text.is_empty())
            .map(|(label, text)| Line::of(label, text)),
    );
    lines.retain(|line| !line.text.is_empty());
    lines.push(Line::alone(from_kneewise().to_owned()));
    lines
}

/// The summary as plain text, one line for each.
pub fn plain(lines: &[Line]) -> String {
    let mut text = String::new();
    for line in lines {
        if let Some(label) = line.label {
            text.push_str(label);
            text.push_str(": ");
        }
        text.push_str(&line.text);
        text.push('\n');
    }
    text
}

/// Age, beginning and duration: "Age 35 to 44. Began bit by bit, 2 to 6 weeks ago."
fn about(sheet: &AnswerSheet) -> String {
    let age = sheet.age.map(|age| match age {
        Age::Years(years) => phrase!("Age {years}."),
        Age::Band(band) => phrase!("Age {}.", lower_first(age_band(band))),
    });
    let ago = sheet.duration.map(ago);
    let began = match (sheet.onset.map(beginning), ago) {
        (Some(began), Some(ago)) => Some(phrase!("Began {began}, {ago}.")),
        (Some(began), None) => Some(phrase!("Began {began}.")),
        (None, Some(ago)) => Some(phrase!("Began {ago}.")),
        (None, None) => None,
    };
    age.into_iter().chain(began).collect::<Vec<_>>().join(" ")
}

fn age_band(band: AgeBand) -> &'static str {
    let index = AgeBand::ALL.iter().position(|known| *known == band);
    index
        .and_then(|index| ages().get(index).copied())
        .unwrap_or_default()
}

fn beginning(onset: Onset) -> &'static str {
    text(match onset {
        Onset::Gradual => "bit by bit",
        Onset::Sudden => "at one moment, without an injury",
        Onset::Injury => "with a fall, a twist or a blow",
    })
}

fn ago(duration: Duration) -> &'static str {
    text(match duration {
        Duration::Under2 => "less than 2 weeks ago",
        Duration::From2 => "2 to 6 weeks ago",
        Duration::From6 => "6 to 12 weeks ago",
        Duration::Over12 => "over 12 weeks ago",
    })
}

fn places(knowledge: &Knowledge, sheet: &AnswerSheet) -> String {
    let names = sheet.marks.iter().map(|mark| match mark {
        Mark::Area(place) => lower_first(&knowledge.place(*place).name).into_owned(),
        Mark::Region(_) => whole_knee().to_owned(),
    });
    clauses(names)
}

/// The statements of the checks that are so, each as it stood there.
fn statements(
    knowledge: &Knowledge,
    sheet: &AnswerSheet,
    is_so: fn(&knee::Statement, &AnswerSheet) -> bool,
) -> String {
    let statements = StatementId::ALL.iter().map(|id| knowledge.statement(*id));
    clauses(
        statements
            .filter(|statement| is_so(statement, sheet))
            .map(|statement| lower_first(&statement.say).into_owned()),
    )
}

fn is_ticked(statement: &knee::Statement, sheet: &AnswerSheet) -> bool {
    sheet.any(&statement.keys)
}

/// A statement was not ticked where none of what it stands for was.
fn is_unticked(statement: &knee::Statement, sheet: &AnswerSheet) -> bool {
    let denied = |key| sheet.unticked.contains(key) && !sheet.answers.contains_key(key);
    !statement.keys.is_empty() && statement.keys.iter().all(denied)
}

/// The answers to single questions, and which part of a statement with several was ticked.
fn answers(knowledge: &Knowledge, sheet: &AnswerSheet) -> String {
    let said = sheet.answers.iter().filter_map(|(key, answer)| {
        let question = knowledge.question(*key);
        match answer {
            Answer::Yes if stands_alone(knowledge, *key) => None,
            Answer::Yes => Some(lower_first(&question.sign).into_owned()),
            Answer::No => Some(lower_first(&question.no_sign).into_owned()),
            Answer::NotSure => None,
        }
    });
    clauses(said)
}

/// Whether a statement of the checks says just this.
fn stands_alone(knowledge: &Knowledge, key: knee::Key) -> bool {
    let mut statements = StatementId::ALL.iter().map(|id| knowledge.statement(*id));
    statements.any(|statement| statement.keys == [key])
}

fn unsure(knowledge: &Knowledge, sheet: &AnswerSheet) -> String {
    let unsure = sheet
        .answers
        .iter()
        .filter(|(_, answer)| **answer == Answer::NotSure)
        .map(|(key, _)| lower_first(&knowledge.question(*key).sign).into_owned());
    clauses(unsure)
}

/// "have this knee seen today (signs that the joint may be infected)".
fn advice(knowledge: &Knowledge, record: &Assessment, assessment: &knee::Assessment) -> String {
    let mut shown: Vec<_> = record
        .flags()
        .into_iter()
        .chain(assessment.advice.iter().copied())
        .map(|flag| {
            let of = lower_first(&knowledge.flag(flag).title).into_owned();
            format!("{} ({of})", lower_first(title(flag.level)))
        })
        .collect();
    if shown.is_empty() {
        shown.extend(
            record
                .level()
                .map(|level| lower_first(title(level)).into_owned()),
        );
    }
    clauses(shown)
}

/// What it may be, as it was shown: nothing while something had to be seen first.
fn may_be(knowledge: &Knowledge, record: &Assessment, assessment: &knee::Assessment) -> String {
    if record.level().is_some() {
        return String::new();
    }
    match assessment.outcome {
        Outcome::Stopped => String::new(),
        Outcome::OutsideTheKnee => text("what was marked lies outside the knee").to_owned(),
        Outcome::NothingFits => text("nothing fits clearly").to_owned(),
        Outcome::Clear | Outcome::Ranked => {
            let shown = assessment.shown().map(|candidate| {
                let condition = knowledge.condition(candidate.condition);
                let (fitting, all) = candidate.signs();
                let fit = match candidate.fit {
                    Fit::Well => text("fits well"),
                    Fit::Partly => text("fits partly"),
                    Fit::Little => text("fits little"),
                };
                let name = lower_first(&condition.name);
                let medical = lower_first(&condition.medical_name);
                match all {
                    0 => format!("{name} ({medical}): {fit}"),
                    _ => phrase!("{name} ({medical}): {fit}, {fitting} of {all} signs"),
                }
            });
            clauses(shown)
        }
    }
}

/// "2 on 26 November, 4 on 28 November".
fn scores(record: &Assessment, log: &Log) -> String {
    let mut scores: Vec<_> = log
        .pain
        .iter()
        .filter(|pain| pain.knee == record.knee && pain.occasion == Occasion::After)
        .collect();
    scores.sort_by_key(|pain| pain.at.utc_ms);
    let first = scores.len().saturating_sub(MOST_SCORES);
    let told = scores.iter().skip(first).map(|pain| {
        let day = pain.at.day();
        phrase!(
            "{} on {}",
            pain.score.get(),
            grammar::date(day, record.at.day())
        )
    });
    list(told)
}

fn standing(record: &Assessment) -> String {
    let on = |day: Date| grammar::date(day, record.at.day());
    match record.standing {
        Standing::Current if record.level().is_some() => {
            text("nobody has looked at it yet, as far as Kneewise knows; its routines are locked")
                .to_owned()
        }
        Standing::Current => String::new(),
        Standing::Checked { at, by } => phrase!(
            "checked on {} by {}, who said that exercise is fine",
            on(at.day()),
            examined_by(by)
        ),
        Standing::Better { at } => phrase!("said to be better on {}", on(at.day())),
        Standing::Replaced => text("a later result took its place").to_owned(),
    }
}
