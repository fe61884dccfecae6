//! What must not be missed: signs that a knee should be seen before anything else, and notes of advice.

mod rules;
mod screening;
mod statement;
mod text;

use serde::Deserialize;

use super::id::ids;
use super::question::Key;
use super::sheet::Mark;

pub use rules::{raised, reasons};
pub use screening::{Group, MOST_ON_A_PAGE, Topic, ends_checks, screening, statement_of};
pub(super) use statement::read as read_statements;
pub use statement::{Statement, StatementId};
pub use text::{FlagText, TextId, text};
pub(super) use text::{FlagTexts, read};

ids! {
    /// A red flag or a note of advice.
    FlagId {
        ClotInLung = "RF01",
        BloodFlowOrDislocation = "RF02",
        InfectedJoint = "RF03",
        FeverishChild = "RF03c",
        HotWithoutInjury = "RF04",
        FractureRule = "RF05",
        SwollenFast = "RF06",
        Locked = "RF07",
        LocksBriefly = "RF07b",
        ExtensorRupture = "RF08",
        SuddenPop = "RF08b",
        KneecapDislocation = "RF09",
        UnstableLigament = "RF10",
        ClotInLeg = "RF11",
        SuddenCalf = "RF11b",
        Nerve = "RF12",
        ChildsHip = "RF13",
        ChildWithoutReason = "RF13b",
        TeenagersBone = "RF13d",
        ChildsJoint = "RF13e",
        PainWithoutLoad = "RF14",
        LumpBehind = "RF14c",
        BoneStress = "RF15",
        ThighBone = "RF15b",
        BoneCollapse = "RF16",
        Artery = "RF17",
        InflamedJoints = "RF18",
        SwellingWithoutInjury = "RF19",
        SeverePain = "RF20",
        NotGettingBetter = "RF21",
        TendonAndMedicine = "RF22",
        Growing = "A1",
        FiftyFiveOrOlder = "A2",
        Circumstances = "A3",
        MildTwist = "A4",
        NotRuledOut = "A5",
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
    /// The name it goes by in files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Emergency => "emergency",
            Self::SameDay => "same_day",
            Self::WithinTwoWeeks => "within_two_weeks",
            Self::Advice => "advice",
        }
    }

    /// The one with this name.
    pub fn with_id(id: &str) -> Option<Self> {
        let all = [
            Self::Emergency,
            Self::SameDay,
            Self::WithinTwoWeeks,
            Self::Advice,
        ];
        all.into_iter().find(|known| known.id() == id)
    }

    /// Whether routines for this knee have to wait until it has been seen.
    pub fn blocks_routines(self) -> bool {
        self != Self::Advice
    }
}

impl FlagId {
    /// The most urgent level it can have.
    pub const fn gravest(self) -> Level {
        match self {
            Self::ClotInLung | Self::BloodFlowOrDislocation | Self::Nerve => Level::Emergency,
            Self::InfectedJoint
            | Self::FeverishChild
            | Self::HotWithoutInjury
            | Self::FractureRule
            | Self::SwollenFast
            | Self::Locked
            | Self::ExtensorRupture
            | Self::SuddenPop
            | Self::KneecapDislocation
            | Self::UnstableLigament
            | Self::ClotInLeg
            | Self::ChildsHip
            | Self::PainWithoutLoad
            | Self::BoneCollapse
            | Self::Artery
            | Self::TendonAndMedicine => Level::SameDay,
            Self::LocksBriefly
            | Self::SuddenCalf
            | Self::ChildWithoutReason
            | Self::TeenagersBone
            | Self::ChildsJoint
            | Self::LumpBehind
            | Self::BoneStress
            | Self::ThighBone
            | Self::InflamedJoints
            | Self::SwellingWithoutInjury
            | Self::SeverePain => Level::WithinTwoWeeks,
            Self::NotGettingBetter
            | Self::Growing
            | Self::FiftyFiveOrOlder
            | Self::Circumstances
            | Self::MildTwist
            | Self::NotRuledOut => Level::Advice,
        }
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

/// Something that raised a flag.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// A question answered with yes.
    Yes(Key),
    /// A question answered with no.
    No(Key),
    /// A spot that hurts.
    Mark(Mark),
    /// How old the person is.
    Age,
    /// How it began.
    Onset,
    /// How long it has hurt.
    Duration,
}
