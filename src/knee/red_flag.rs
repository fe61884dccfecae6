//! What must not be missed: signs that a knee should be seen before anything else, and notes of advice.

mod rules;
mod screening;

use serde::Deserialize;

use super::id::{Table, ids, resolve};
use crate::authoring::{Faults, Format, Path, Problem, Source};
use crate::words::knee as words;

pub use rules::raised;
pub use screening::{Group, Topic, screening};

ids! {
    /// A red flag or a note of advice.
    FlagId {
        ClotInLung = "RF01",
        BloodFlowOrDislocation = "RF02",
        InfectedJoint = "RF03",
        HotWithoutInjury = "RF04",
        FractureRule = "RF05",
        SwollenFast = "RF06",
        Locked = "RF07",
        ExtensorRupture = "RF08",
        KneecapDislocation = "RF09",
        UnstableLigament = "RF10",
        ClotInLeg = "RF11",
        Nerve = "RF12",
        ChildsHip = "RF13",
        PainWithoutLoad = "RF14",
        BoneStress = "RF15",
        BoneCollapse = "RF16",
        Artery = "RF17",
        InflamedJoints = "RF18",
        SwellingWithoutInjury = "RF19",
        SeverePain = "RF20",
        NotGettingBetter = "RF21",
        Growing = "A1",
        FiftyFiveOrOlder = "A2",
        Circumstances = "A3",
        MildTwist = "A4",
    }
}

/// How soon someone should see the knee, the most urgent first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
pub enum Level {
    /// The emergency number, now.
    Emergency,
    /// A doctor or a hospital, on the same day.
    SameDay,
    /// A clinician within one to two weeks, and no running until then.
    WithinTwoWeeks,
    /// A note; routines are allowed, with care.
    Advice,
}

impl Level {
    /// Whether routines for this knee have to wait until it has been seen.
    pub fn blocks_routines(self) -> bool {
        self != Self::Advice
    }
}

/// A flag that somebody's answers raise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RedFlag {
    /// How soon.
    pub level: Level,
    /// Which flag.
    pub id: FlagId,
}

ids! {
    /// A text about a flag. Flags with two levels have a text for each.
    TextId {
        Rf01 = "RF01", Rf02 = "RF02", Rf03 = "RF03", Rf04 = "RF04", Rf05 = "RF05", Rf06 = "RF06", Rf07 = "RF07",
        Rf08 = "RF08", Rf09 = "RF09", Rf10 = "RF10", Rf11 = "RF11", Rf12 = "RF12", Rf12Emergency = "RF12E",
        Rf13 = "RF13", Rf14 = "RF14", Rf14SameDay = "RF14S", Rf15 = "RF15", Rf16 = "RF16", Rf17 = "RF17",
        Rf17SameDay = "RF17S", Rf18 = "RF18", Rf19 = "RF19", Rf20 = "RF20", Rf21 = "RF21",
        Rf21WithinTwoWeeks = "RF21N", A1 = "A1", A2 = "A2", A3 = "A3", A4 = "A4",
    }
}

/// What to say about a flag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FlagText {
    /// What it is about, a few words.
    pub title: String,
    /// What to do, and how soon.
    pub what_to_do: String,
    /// Why, one sentence.
    pub why: String,
    /// Where that comes from.
    pub sources: Vec<String>,
}

/// The texts about all flags.
#[derive(Debug, Clone)]
pub(super) struct FlagTexts(Table<TextId, FlagText>);

impl FlagTexts {
    /// The text about a flag at its level.
    pub fn of(&self, flag: RedFlag) -> &FlagText {
        let own = TextId::with_id(flag.id.id()).unwrap_or(TextId::Rf20);
        let text = match (flag.id, flag.level) {
            (FlagId::Nerve, Level::Emergency) => TextId::Rf12Emergency,
            (FlagId::PainWithoutLoad, Level::SameDay) => TextId::Rf14SameDay,
            (FlagId::Artery, Level::SameDay) => TextId::Rf17SameDay,
            (FlagId::NotGettingBetter, Level::WithinTwoWeeks) => TextId::Rf21WithinTwoWeeks,
            _ => own,
        };
        &self.0[text]
    }
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
    what_to_do: String,
    why: String,
    sources: Vec<String>,
}

/// Reads the texts about all flags. Where one is missing its id is all there is, and a problem says so.
pub(super) fn read(source: Source<'_>, problems: &mut Vec<Problem>) -> FlagTexts {
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
            what_to_do: words::SEE_SOMEONE.to_owned(),
            why: String::new(),
            sources: Vec::new(),
        })
    }))
}

fn take_in(draft: Draft, texts: &mut Table<TextId, Option<FlagText>>, faults: &mut Faults<'_>) {
    let list = Path::Whole.field("flags");
    for (index, entry) in draft.flags.into_iter().enumerate() {
        let at = list.entry(index);
        let fields = [
            ("title", &entry.title),
            ("what_to_do", &entry.what_to_do),
            ("why", &entry.why),
        ];
        for (field, text) in fields {
            if text.trim().is_empty() {
                faults.add(&at.field(field), words::empty_text());
            }
        }
        if entry.sources.is_empty() {
            faults.add(&at.field("sources"), words::empty_list());
        }
        if let Some(id) = resolve::<TextId>(&entry.id, &at.field("id"), faults) {
            let text = FlagText {
                title: entry.title,
                what_to_do: entry.what_to_do,
                why: entry.why,
                sources: entry.sources,
            };
            super::id::take_once(&mut texts[id], text, id.id(), &at.field("id"), faults);
        }
    }
    for id in TextId::ALL {
        if texts[*id].is_none() {
            faults.add(&list, words::missing_entry(id.id()));
        }
    }
}
