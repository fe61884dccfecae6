//! The statements that are ticked before the questions: short lines, some of which stand for several questions.

use serde::Deserialize;

use crate::authoring::problem::knee as words;
use crate::authoring::{Faults, Format, Path, Problem, Source};
use crate::knee::id::{Table, ids, resolve, take_once};
use crate::knee::question::Key;

ids! {
    /// A statement.
    StatementId {
        Breathless = "breath",
        ColdFoot = "cold",
        CannotTakeFourSteps = "no4",
        Stuck = "stuck",
        HotKnee = "hot",
        Fever = "fever",
        WeakOrNumbLeg = "leg",
        SaddleNumbness = "saddle",
        SwollenCalf = "calf",
        NightPain = "night",
        RestPain = "rest",
        Swelling = "swelling",
        GivesWay = "give",
        LocksBriefly = "locks",
        SoreBone = "bone",
        HipPain = "hip",
        SeverePain = "severe",
        WeightLossOrLump = "loss",
        Cancer = "cancer",
        StiffOrSeveralJoints = "joints",
        Psoriasis = "psoriasis",
        LowEnergy = "energy",
        InjectionOperationOrWound = "wound",
        Immunity = "immunity",
        QuinoloneOrSteroid = "medicine",
        Circumstances = "circumstances",
        OutOfShape = "deform",
        Blow = "blow",
        Twist = "twist",
        PushedInwards = "valgus",
        Pop = "pop",
        KneecapCameOut = "dislo",
        SwollenFast = "fast",
        SwollenNextDay = "slow",
        HadToStop = "stopped",
        Bruise = "bruise",
        CannotBend = "no90",
        CannotLift = "noslr",
        SoreKneecapBone = "t_patella",
        SoreSmallBone = "t_fib",
        HardToBearWeight = "hardweight",
        Limp = "limp",
        TenderCalf = "calf_tender",
        ClotRisk = "clotrisk",
        RunningCramps = "pvl",
        ThrobbingLump = "pulse",
        StiffHip = "hiprot",
        FootTurnsOut = "outtoe",
        SoreBump = "t_tub",
        SoreTip = "t_inf",
        StiffMorning = "ams30",
    }
}

/// A statement's texts, and what ticking it answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// Which statement it is.
    pub id: StatementId,
    /// What it says.
    pub say: String,
    /// What counts and what does not, one sentence that is always shown. Empty where nothing needs saying.
    pub how: String,
    /// The questions it answers. Where there are several, which of them is asked next.
    pub keys: Vec<Key>,
}

/// The statements' file, before the ids in it are looked up.
#[derive(Deserialize)]
#[serde(rename = "Checks", deny_unknown_fields)]
struct Draft {
    #[serde(rename = "format")]
    _format: Format,
    statements: Vec<DraftStatement>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DraftStatement {
    id: String,
    say: String,
    #[serde(default)]
    how: String,
    keys: Vec<String>,
}

/// Reads all statements. Where one is missing its id is all there is, and a problem says so.
pub(in crate::knee) fn read(
    source: Source<'_>,
    problems: &mut Vec<Problem>,
) -> Table<StatementId, Statement> {
    let mut statements = Table::from_fn(|_| None);
    match source.read::<Draft>() {
        Ok(draft) => {
            let mut faults = Faults::of(source);
            let list = Path::Whole.field("statements");
            for (index, entry) in draft.statements.into_iter().enumerate() {
                let at = list.entry(index);
                if entry.say.trim().is_empty() {
                    faults.add(&at.field("say"), words::empty_text());
                }
                let keys: Vec<Key> = entry
                    .keys
                    .iter()
                    .filter_map(|key| resolve(key, &at.field("keys"), &mut faults))
                    .collect();
                if keys.is_empty() {
                    faults.add(&at.field("keys"), words::empty_list());
                }
                let at = at.field("id");
                if let Some(id) = resolve::<StatementId>(&entry.id, &at, &mut faults) {
                    let statement = Statement {
                        id,
                        say: entry.say,
                        how: entry.how,
                        keys,
                    };
                    take_once(&mut statements[id], statement, id.id(), &at, &mut faults);
                }
            }
            for id in StatementId::ALL {
                if statements[*id].is_none() {
                    faults.add(&list, words::missing_entry(id.id()));
                }
            }
            problems.extend(faults.into_problems());
        }
        Err(problem) => problems.push(problem),
    }
    Table::from_fn(|id: StatementId| {
        statements[id].take().unwrap_or_else(|| Statement {
            id,
            say: id.id().to_owned(),
            how: String::new(),
            keys: Vec::new(),
        })
    })
}
