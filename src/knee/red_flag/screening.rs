//! What to ask before anything else, in a few groups of short statements: "any of these?"

use crate::knee::knowledge::Knowledge;
use crate::knee::question::Key;
use crate::knee::region::RegionId;
use crate::knee::sheet::{AnswerSheet, Onset};
use crate::knee::spot::Spots;
use crate::words::knee as words;

/// What a group of statements is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Topic {
    /// What cannot wait.
    RightNow,
    /// What may have come with an injury.
    Injury,
    /// Swelling and giving way without an injury.
    Swelling,
    /// Heat, fever, and what lets germs in.
    Infection,
    /// The back of the knee and the calf: vessels.
    CalfAndVessels,
    /// A child's hip.
    ChildsHip,
    /// Bone under too much load.
    Bone,
    /// What has been going on for longer, and in the rest of the body.
    OverTime,
    /// Circumstances in which a clinician should be asked first.
    Circumstances,
}

impl Topic {
    /// What to say above its statements.
    pub const fn title(self) -> &'static str {
        match self {
            Self::RightNow => words::RIGHT_NOW,
            Self::Injury => words::INJURY,
            Self::Swelling => words::SWELLING,
            Self::Infection => words::INFECTION,
            Self::CalfAndVessels => words::CALF_AND_VESSELS,
            Self::ChildsHip => words::CHILDS_HIP,
            Self::Bone => words::BONE,
            Self::OverTime => words::OVER_TIME,
            Self::Circumstances => words::CIRCUMSTANCES,
        }
    }
}

/// Statements to be answered together. "None of these" answers all of them with no.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// What it is about.
    pub topic: Topic,
    /// The statements, by the keys of their questions.
    pub keys: Vec<Key>,
}

const RIGHT_NOW: &[Key] = &[
    Key::Breathless,
    Key::ColdFoot,
    Key::CannotTakeFourSteps,
    Key::Locked,
    Key::CannotLiftStraightLeg,
    Key::FootDrop,
    Key::Numb,
    Key::SaddleNumbness,
];
const INJURY: &[Key] = &[
    Key::Twisted,
    Key::DirectBlow,
    Key::ForcedInwards,
    Key::Pop,
    Key::SwollenFast,
    Key::SwollenNextDay,
    Key::GivesWay,
    Key::KneecapSlidOut,
    Key::Deformed,
    Key::CannotBendToRightAngle,
    Key::LargeBruise,
    Key::TenderKneecapBone,
    Key::TenderFibularHead,
];
const SWELLING: &[Key] = &[Key::BigSwelling, Key::SwollenNextDay, Key::GivesWay];
const INFECTION: &[Key] = &[
    Key::HotKnee,
    Key::Fever,
    Key::InjectionOrWound,
    Key::WeakImmunity,
];
const CALF: &[Key] = &[Key::SwollenCalf, Key::TenderCalf, Key::ClotRisk];
const VESSELS: &[Key] = &[Key::RunningCramps, Key::ThrobbingLump];
const CHILDS_HIP: &[Key] = &[Key::HipPainOrLimp, Key::StiffHipRotation];
const BONE: &[Key] = &[
    Key::TenderBoneSpot,
    Key::Walking,
    Key::BuildsInTheRun,
    Key::LowEnergyOrPastStressFracture,
];
const OVER_TIME: &[Key] = &[
    Key::NightPain,
    Key::RestPain,
    Key::SeverePain,
    Key::GrowingLump,
    Key::WeightLoss,
    Key::PastCancer,
    Key::LongMorningStiffness,
    Key::SeveralJoints,
    Key::Psoriasis,
    Key::NoBetterAfter6Weeks,
    Key::NoBetterAfter12Weeks,
];
const CIRCUMSTANCES: &[Key] = &[
    Key::Pregnant,
    Key::KneeReplacement,
    Key::RecentOperation,
    Key::BloodThinners,
    Key::AntibioticOrSteroid,
    Key::Diabetes,
    Key::TickBite,
];
/// Where pain may come from a vessel.
const BACK_OF_KNEE: [RegionId; 6] = [
    RegionId::Posterolateral,
    RegionId::Posteromedial,
    RegionId::PoplitealFossa,
    RegionId::MedialHamstring,
    RegionId::LateralHamstring,
    RegionId::UpperCalf,
];

/// What to ask this person before anything else, the most urgent group first. A mark on the shin or just below the inner
/// joint line brings the questions about bone to the front.
///
/// It depends on the marks, the age and how it began, not on the answers, so no group changes while it is answered.
pub fn screening(knowledge: &Knowledge, sheet: &AnswerSheet) -> Vec<Group> {
    let spots = Spots::of(knowledge, sheet);
    let mut groups: Vec<Group> = Vec::new();
    let mut group = |topic, parts: &[&[Key]]| {
        groups.push(Group {
            topic,
            keys: parts.concat(),
        });
    };

    let bone_first = spots.on_shin || spots.any(&[RegionId::MedialPlateau]);
    if bone_first {
        group(Topic::Bone, &[BONE]);
    }
    let behind = spots.any(&BACK_OF_KNEE);
    let calf: &[Key] = if behind { &[] } else { &[Key::SwollenCalf] };
    group(Topic::RightNow, &[RIGHT_NOW, calf]);
    match sheet.onset {
        Some(Onset::Sudden | Onset::Gradual) => group(Topic::Swelling, &[SWELLING]),
        Some(Onset::Injury) => group(Topic::Injury, &[INJURY]),
        None => group(Topic::Injury, &[INJURY, &[Key::BigSwelling]]),
    }
    group(Topic::Infection, &[INFECTION]);
    if behind {
        group(Topic::CalfAndVessels, &[CALF, VESSELS]);
    }
    if sheet.age.is_some_and(|age| age.may_be_under(16)) {
        group(Topic::ChildsHip, &[CHILDS_HIP]);
    }
    if !bone_first {
        group(Topic::Bone, &[BONE]);
    }
    let vessels: &[Key] = if behind { &[] } else { &[Key::RunningCramps] };
    group(Topic::OverTime, &[OVER_TIME, vessels]);
    group(Topic::Circumstances, &[CIRCUMSTANCES]);
    groups
}
