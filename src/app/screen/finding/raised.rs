//! What a red flag says: what was ticked, why that matters, what to do and what not.

use crate::app::screen::knee_map::MOST_QUESTIONS;
use crate::app::widget::Part;
use crate::knee::{
    Advice, AdviceKind, AnswerSheet, Key, Knowledge, Level, Reason, RedFlag, StatementId, red_flag,
};
use crate::training::record;
use crate::words::{finding as words, knee_map};

/// What a red flag says on its page.
#[derive(Debug)]
pub(super) struct Raised {
    /// The statements that were ticked, of the most urgent flag first; or the signs that were answered.
    pub ticked: Vec<String>,
    /// Why it matters, one sentence.
    pub why: String,
    /// What to do.
    pub to_do: Vec<Advice>,
    /// What not to do.
    pub not_to_do: Vec<Advice>,
    /// When to call for help, or to go today.
    pub worse: String,
    /// How far on the way through the knee map it was raised.
    pub way: Way,
}

/// A place on the way through the knee map.
#[derive(Debug)]
pub(super) struct Way {
    /// The part.
    pub part: Part,
    /// How far within it, from 0 to 1.
    pub within: f32,
    /// Where exactly, in words.
    pub caption: String,
}

impl Raised {
    /// What the flags of a result say. The most urgent gives the page, the others add what was ticked.
    pub fn of(knowledge: &Knowledge, record: &record::Assessment) -> Self {
        let sheet = record.sheet();
        let flags = record.flags();
        let way = Way::of(knowledge, &sheet);
        let ticked = ticked(knowledge, &sheet, &flags);
        let Some(first) = flags.first() else {
            return Self {
                ticked,
                why: words::carried_over().to_owned(),
                to_do: vec![take_the_summary()],
                not_to_do: Vec::new(),
                worse: String::new(),
                way,
            };
        };

        let text = red_flag::text(knowledge, &sheet, *first);
        let mut to_do = text.what_to_do.clone();
        if first.level != Level::Emergency {
            to_do.push(take_the_summary());
        }
        Self {
            ticked,
            why: text.why.clone(),
            to_do,
            not_to_do: text.what_not.clone(),
            worse: text.worse.clone(),
            way,
        }
    }
}

impl Way {
    /// How far one was when these answers were given.
    fn of(knowledge: &Knowledge, sheet: &AnswerSheet) -> Self {
        let pages = red_flag::screening(knowledge, sheet);
        let is_said = |key: Key| sheet.answers.contains_key(&key) || sheet.unticked.contains(&key);
        let said = pages
            .iter()
            .rposition(|page| page.keys(knowledge).any(is_said))
            .map_or(1, |last| last + 1);
        let is_of_a_page = |key: &Key| {
            let mut keys = pages.iter().flat_map(|page| page.keys(knowledge));
            keys.any(|known| known == *key)
        };
        let questions = sheet
            .answers
            .keys()
            .filter(|key| !is_of_a_page(key))
            .count();
        if questions > 0 && said >= pages.len() {
            return Self {
                part: Part::Questions,
                within: questions as f32 / MOST_QUESTIONS.max(questions) as f32,
                caption: knee_map::question_of(questions, MOST_QUESTIONS.max(questions)),
            };
        }
        let all = pages.len().max(said);
        Self {
            part: Part::Checks,
            within: (said as f32 - 0.5) / all as f32,
            caption: knee_map::check_of(said, all),
        }
    }
}

fn take_the_summary() -> Advice {
    Advice {
        kind: AdviceKind::Tell,
        what: words::take_summary().to_owned(),
        how: String::new(),
    }
}

/// What raised the flags, as it stood in the checks, or as a sign where it was a question.
fn ticked(knowledge: &Knowledge, sheet: &AnswerSheet, flags: &[RedFlag]) -> Vec<String> {
    let mut reasons = Vec::new();
    for flag in flags {
        let mut of_flag = red_flag::reasons(knowledge, sheet, *flag);
        // In the order of the checks; what was asked as a question comes after them.
        of_flag.sort_by_key(|reason| match reason {
            Reason::Yes(key) => red_flag::statement_of(knowledge, *key).map_or(usize::MAX, place),
            _ => usize::MAX,
        });
        reasons.extend(of_flag);
    }
    let keys: Vec<Key> = reasons
        .iter()
        .filter_map(|reason| match reason {
            Reason::Yes(key) => Some(*key),
            _ => None,
        })
        .collect();
    let mut said = Vec::new();
    for reason in reasons {
        let sentence = match reason {
            Reason::Yes(key) => said_yes(knowledge, key, &keys),
            Reason::No(key) => knowledge.question(key).no_sign.clone(),
            // These were not ticked; the head says what was.
            Reason::Mark(_) | Reason::Age | Reason::Onset | Reason::Duration => continue,
        };
        if !said.contains(&sentence) {
            said.push(sentence);
        }
    }
    said
}

/// Where a statement stands among all of them.
fn place(statement: StatementId) -> usize {
    let mut all = StatementId::ALL.iter();
    all.position(|known| *known == statement)
        .unwrap_or(usize::MAX)
}

/// The statement that was ticked; where only some of the things it stands for are so, with these.
fn said_yes(knowledge: &Knowledge, key: Key, all_yes: &[Key]) -> String {
    let Some(id) = red_flag::statement_of(knowledge, key) else {
        return knowledge.question(key).sign.clone();
    };
    let statement = knowledge.statement(id);
    let (are_so, are_not): (Vec<Key>, Vec<Key>) =
        statement.keys.iter().partition(|key| all_yes.contains(key));
    if are_not.is_empty() {
        return statement.say.clone();
    }
    let signs: Vec<&str> = are_so
        .iter()
        .map(|key| &*knowledge.question(*key).sign)
        .collect();
    words::ticked_part(&statement.say, &signs)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]

    use super::*;
    use crate::app::test_support;
    use crate::content;
    use crate::knee::{Answer, AreaId, Mark, assess};
    use crate::side::Side;
    use crate::training::finding::finding;

    /// What a page says was ticked when these things are so.
    fn said(keys: &[Key]) -> Vec<String> {
        let (knowledge, _) = content::knowledge();
        let mut sheet = AnswerSheet {
            marks: vec![Mark::Area(AreaId::ALL[0])],
            ..AnswerSheet::default()
        };
        let yes = keys.iter().map(|key| (*key, Answer::Yes));
        sheet.answers.extend(yes);
        let id = uuid::Uuid::from_u128(1);
        let assessment = assess(&knowledge, &sheet);
        let record = finding(id, test_support::MOMENT, Side::Left, &sheet, &assessment);
        Raised::of(&knowledge, &record).ticked
    }

    #[test]
    fn a_statement_is_said_once_with_what_is_so_of_it() {
        let statement = "Mornings stiff for over an hour, or several swollen joints";
        assert_eq!(
            said(&[Key::LongMorningStiffness, Key::SeveralJoints]),
            [statement]
        );
        assert_eq!(
            said(&[Key::SeveralJoints]),
            [format!("{statement} (several joints are swollen)")]
        );
    }
}
