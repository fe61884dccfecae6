//! What to say about each flag: what to do, what not to do, and when it becomes urgent.

use serde::Deserialize;

use super::{FlagId, Level, Reason, RedFlag, reasons};
use crate::authoring::problem::knee as words;
use crate::authoring::{Faults, Format, Path, Problem, Source};
use crate::knee::condition::{Advice, AdviceKind, Reference};
use crate::knee::id::{Table, ids, resolve, take_once};
use crate::knee::knowledge::Knowledge;
use crate::knee::question::Key;
use crate::knee::sheet::AnswerSheet;

ids! {
    /// A text about a flag. Flags with several levels or several causes have a text for each.
    TextId {
        Rf01 = "RF01", Rf02 = "RF02", Rf02Numb = "RF02N", Rf03 = "RF03", Rf03c = "RF03c", Rf04 = "RF04", Rf05 = "RF05",
        Rf05Older = "RF05N", Rf06 = "RF06", Rf07 = "RF07", Rf07b = "RF07b", Rf08 = "RF08", Rf08b = "RF08b",
        Rf08bSameDay = "RF08bS", Rf08bRoot = "RF08bR", Rf08bHamstring = "RF08bH", Rf09 = "RF09", Rf10 = "RF10",
        Rf10WithinTwoWeeks = "RF10N", Rf11 = "RF11", Rf11b = "RF11b", Rf12 = "RF12", Rf12WithinTwoWeeks = "RF12N",
        Rf12Emergency = "RF12E", Rf13 = "RF13", Rf13b = "RF13b", Rf13d = "RF13d", Rf13e = "RF13e", Rf14 = "RF14",
        Rf14SameDay = "RF14S", Rf14Young = "RF14Y", Rf14Advice = "RF14A", Rf14c = "RF14c", Rf15 = "RF15", Rf15b = "RF15b",
        Rf16 = "RF16", Rf16SameDay = "RF16S", Rf17 = "RF17", Rf17SameDay = "RF17S", Rf18 = "RF18", Rf18Advice = "RF18A",
        Rf19 = "RF19", Rf20 = "RF20", Rf21 = "RF21", Rf21Over12 = "RF21L", Rf22 = "RF22", A1 = "A1", A2 = "A2", A3 = "A3",
        A4 = "A4", A5 = "A5",
    }
}

/// What to say about a flag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FlagText {
    /// What it is about, a few words.
    pub title: String,
    /// Why, one sentence.
    pub why: String,
    /// What to do, the most important first.
    pub what_to_do: Vec<Advice>,
    /// What not to do, the most important first.
    pub what_not: Vec<Advice>,
    /// When to call for help, or to have it seen today. Empty where that is what one does already.
    pub worse: String,
    /// Where that comes from.
    pub sources: Vec<Reference>,
}

/// The texts about all flags.
#[derive(Debug, Clone)]
pub(in crate::knee) struct FlagTexts(Table<TextId, FlagText>);

impl FlagTexts {
    /// The usual text about a flag at its level.
    pub fn of(&self, flag: RedFlag) -> &FlagText {
        &self.0[usual(flag)]
    }

    /// One of the texts.
    pub fn with_id(&self, id: TextId) -> &FlagText {
        &self.0[id]
    }
}

/// The text about a flag at its level, whatever raised it.
fn usual(flag: RedFlag) -> TextId {
    match (flag.id, flag.level) {
        (FlagId::FractureRule, Level::WithinTwoWeeks) => TextId::Rf05Older,
        (FlagId::SuddenPop, Level::SameDay) => TextId::Rf08bSameDay,
        (FlagId::UnstableLigament, Level::WithinTwoWeeks) => TextId::Rf10WithinTwoWeeks,
        (FlagId::Nerve, Level::Emergency) => TextId::Rf12Emergency,
        (FlagId::Nerve, Level::WithinTwoWeeks) => TextId::Rf12WithinTwoWeeks,
        (FlagId::PainWithoutLoad, Level::SameDay) => TextId::Rf14SameDay,
        (FlagId::PainWithoutLoad, Level::Advice) => TextId::Rf14Advice,
        (FlagId::BoneCollapse, Level::SameDay) => TextId::Rf16SameDay,
        (FlagId::Artery, Level::SameDay) => TextId::Rf17SameDay,
        (FlagId::InflamedJoints, Level::Advice) => TextId::Rf18Advice,
        (id, _) => TextId::with_id(id.id()).unwrap_or(TextId::Rf20),
    }
}

/// What to say to this person about a flag. Some flags have a text for each cause.
pub fn text<'a>(knowledge: &'a Knowledge, sheet: &AnswerSheet, flag: RedFlag) -> &'a FlagText {
    let because = || reasons(knowledge, sheet, flag);
    let id = match usual(flag) {
        TextId::Rf02 => {
            let out_of_place = [Reason::Yes(Key::ColdFoot), Reason::Yes(Key::Deformed)];
            let because = because();
            let numb = because.contains(&Reason::Yes(Key::Numb));
            if numb && !because.iter().any(|why| out_of_place.contains(why)) {
                TextId::Rf02Numb
            } else {
                TextId::Rf02
            }
        }
        TextId::Rf08b => match super::rules::pop_at(knowledge, sheet) {
            Some(super::rules::PopAt::Root) => TextId::Rf08bRoot,
            Some(super::rules::PopAt::Hamstring) => TextId::Rf08bHamstring,
            Some(super::rules::PopAt::Kneecap) | None => TextId::Rf08b,
        },
        TextId::Rf14 if sheet.age.is_some_and(|age| age.may_be_under(25)) => TextId::Rf14Young,
        TextId::Rf21 if super::rules::is_over_12_weeks(sheet) => TextId::Rf21Over12,
        usual => usual,
    };
    knowledge.flag_text(id)
}

#[derive(Deserialize)]
#[serde(rename = "RedFlags", deny_unknown_fields)]
struct Draft {
    #[serde(rename = "format")]
    _format: Format,
    flags: Vec<DraftText>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DraftText {
    id: String,
    title: String,
    why: String,
    what_to_do: Vec<(AdviceKind, String)>,
    #[serde(default)]
    what_not: Vec<(AdviceKind, String)>,
    #[serde(default)]
    worse: String,
    sources: Vec<Reference>,
}

/// Reads the texts about all flags. Where one is missing its id is all there is, and a problem says so.
pub(in crate::knee) fn read(source: Source<'_>, problems: &mut Vec<Problem>) -> FlagTexts {
    let mut texts = Table::from_fn(|_| None);
    match source.read::<Draft>() {
        Ok(draft) => {
            let mut faults = Faults::of(source);
            take_in(draft, &mut texts, &mut faults);
            problems.extend(faults.into_problems());
        }
        Err(problem) => problems.push(problem),
    }
    FlagTexts(Table::from_fn(|id: TextId| {
        texts[id].take().unwrap_or_else(|| FlagText {
            title: id.id().to_owned(),
            why: String::new(),
            what_to_do: lines(vec![(AdviceKind::Ask, words::SEE_SOMEONE.to_owned())]),
            what_not: Vec::new(),
            worse: String::new(),
            sources: Vec::new(),
        })
    }))
}

fn take_in(draft: Draft, texts: &mut Table<TextId, Option<FlagText>>, faults: &mut Faults<'_>) {
    let list = Path::Whole.field("flags");
    for (index, entry) in draft.flags.into_iter().enumerate() {
        let at = list.entry(index);
        for (field, text) in [("title", &entry.title), ("why", &entry.why)] {
            if text.trim().is_empty() {
                faults.add(&at.field(field), words::empty_text());
            }
        }
        for (field, is_empty) in [
            ("what_to_do", entry.what_to_do.is_empty()),
            ("sources", entry.sources.is_empty()),
        ] {
            if is_empty {
                faults.add(&at.field(field), words::empty_list());
            }
        }
        if let Some(id) = resolve::<TextId>(&entry.id, &at.field("id"), faults) {
            let text = FlagText {
                title: entry.title,
                why: entry.why,
                what_to_do: lines(entry.what_to_do),
                what_not: lines(entry.what_not),
                worse: entry.worse,
                sources: entry.sources,
            };
            take_once(&mut texts[id], text, id.id(), &at.field("id"), faults);
        }
    }
    for id in TextId::ALL {
        if texts[*id].is_none() {
            faults.add(&list, words::missing_entry(id.id()));
        }
    }
}

fn lines(lines: Vec<(AdviceKind, String)>) -> Vec<Advice> {
    let advice = lines.into_iter().map(|(kind, what)| Advice {
        kind,
        what,
        how: String::new(),
    });
    advice.collect()
}
