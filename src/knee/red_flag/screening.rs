//! What to ask before anything else, on a few pages of short statements: "any of these?"

use super::statement::StatementId;
use super::{Level, raised};
use crate::knee::evidence_regions::EvidenceRegions;
use crate::knee::knowledge::Knowledge;
use crate::knee::question::Key;
use crate::knee::region::RegionId;
use crate::knee::sheet::{AnswerSheet, Onset};

/// What a page of statements is about, in the order of the pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Topic {
    /// What cannot wait.
    RightNow,
    /// What happened in an injury.
    Injury,
    /// What an injured knee does now, and where it is sore.
    InjuredKnee,
    /// The back of the knee and the calf: vessels, and what tears there.
    CalfAndVessels,
    /// A child's or a young teenager's hip and growing bone.
    ChildsHip,
    /// The knee itself.
    Knee,
    /// The person.
    You,
}

/// Statements to be answered together. What is not ticked counts as no, for flags only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// What it is about.
    pub topic: Topic,
    /// The statements, [`MOST_ON_A_PAGE`] at most.
    pub statements: Vec<StatementId>,
}

impl Group {
    /// The keys of all questions that its statements answer.
    pub fn keys<'a>(&'a self, knowledge: &'a Knowledge) -> impl Iterator<Item = Key> + 'a {
        self.statements
            .iter()
            .flat_map(|id| knowledge.statement(*id).keys.iter().copied())
    }
}

/// How many statements a page has room for: one for each of the keys 1 to 9 and 0.
pub const MOST_ON_A_PAGE: usize = 10;

const RIGHT_NOW: &[StatementId] = &[
    StatementId::Breathless,
    StatementId::ColdFoot,
    StatementId::CannotTakeFourSteps,
    StatementId::Stuck,
    StatementId::HotKnee,
    StatementId::Fever,
    StatementId::WeakOrNumbLeg,
    StatementId::SaddleNumbness,
    StatementId::SwollenCalf,
];
const INJURY: &[StatementId] = &[
    StatementId::Blow,
    StatementId::Twist,
    StatementId::PushedInwards,
    StatementId::Pop,
    StatementId::KneecapCameOut,
    StatementId::SwollenFast,
    StatementId::SwollenNextDay,
    StatementId::HadToStop,
    StatementId::Bruise,
];
const INJURED_KNEE: &[StatementId] = &[
    StatementId::CannotBend,
    StatementId::CannotLift,
    StatementId::SoreKneecapBone,
    StatementId::SoreSmallBone,
    StatementId::HardToBearWeight,
    StatementId::Limp,
];
const CALF_AND_VESSELS: &[StatementId] = &[
    StatementId::TenderCalf,
    StatementId::ClotRisk,
    StatementId::RunningCramps,
    StatementId::ThrobbingLump,
];
const CHILDS_HIP: &[StatementId] = &[
    StatementId::StiffHip,
    StatementId::Limp,
    StatementId::FootTurnsOut,
    StatementId::SoreBump,
    StatementId::SoreTip,
    StatementId::StiffMorning,
];
const SUDDEN: &[StatementId] = &[StatementId::Pop, StatementId::CannotLift];
/// The same behind the knee, where what tears leaves a bruise.
const SUDDEN_BEHIND: &[StatementId] = &[
    StatementId::Pop,
    StatementId::Bruise,
    StatementId::CannotLift,
];
const FROM_50: &[StatementId] = &[StatementId::HardToBearWeight, StatementId::Limp];
const KNEE: &[StatementId] = &[
    StatementId::NightPain,
    StatementId::RestPain,
    StatementId::Swelling,
    StatementId::GivesWay,
    StatementId::LocksBriefly,
    StatementId::SoreBone,
    StatementId::HipPain,
    StatementId::SeverePain,
];
const YOU: &[StatementId] = &[
    StatementId::WeightLossOrLump,
    StatementId::Cancer,
    StatementId::StiffOrSeveralJoints,
    StatementId::Psoriasis,
    StatementId::LowEnergy,
    StatementId::InjectionOperationOrWound,
    StatementId::Immunity,
    StatementId::QuinoloneOrSteroid,
    StatementId::Circumstances,
];

/// Where pain may come from a vessel, a calf or a hamstring tendon.
const BACK_OF_KNEE: [RegionId; 6] = [
    RegionId::Posterolateral,
    RegionId::Posteromedial,
    RegionId::PoplitealFossa,
    RegionId::MedialHamstring,
    RegionId::LateralHamstring,
    RegionId::UpperCalf,
];

/// What to ask this person before anything else, the most urgent page first.
///
/// It depends on the marks, the age and how it began, not on the answers, so no page changes while it is answered.
pub fn screening(knowledge: &Knowledge, sheet: &AnswerSheet) -> Vec<Group> {
    let spots = EvidenceRegions::of(knowledge, sheet);
    let behind = spots.any(&BACK_OF_KNEE) || spots.on_shin;
    let is_child = sheet.age.is_some_and(|age| age.may_be_under(16));
    let is_fifty = sheet.age.is_some_and(|age| age.may_be_from(50));
    let injured = sheet.onset == Some(Onset::Injury);
    let sudden = sheet.onset == Some(Onset::Sudden);

    let mut pages = Pages(Vec::with_capacity(8));
    let out_of_shape = [StatementId::OutOfShape];
    pages.add(Topic::RightNow, &[RIGHT_NOW, only(injured, &out_of_shape)]);
    pages.add(Topic::Injury, &[only(injured, INJURY)]);
    pages.add(Topic::InjuredKnee, &[only(injured, INJURED_KNEE)]);
    pages.add(Topic::CalfAndVessels, &[only(behind, CALF_AND_VESSELS)]);
    pages.add(Topic::ChildsHip, &[only(is_child, CHILDS_HIP)]);
    let begun = if behind { SUDDEN_BEHIND } else { SUDDEN };
    pages.add(
        Topic::Knee,
        &[
            KNEE,
            only(sudden, begun),
            only(is_fifty && !injured, FROM_50),
        ],
    );
    pages.add(Topic::You, &[YOU]);
    if injured {
        // Whoever was hurt is not asked about swelling without an injury.
        for page in &mut pages.0 {
            page.statements.retain(|id| *id != StatementId::Swelling);
        }
    }
    pages.0
}

fn only(condition: bool, statements: &[StatementId]) -> &[StatementId] {
    if condition { statements } else { &[] }
}

struct Pages(Vec<Group>);

impl Pages {
    /// Adds these statements as one page, or as two of about the same length where one has no room for them. None stands on
    /// two pages.
    fn add(&mut self, topic: Topic, parts: &[&[StatementId]]) {
        let mut statements = parts.concat();
        statements.retain(|id| self.0.iter().all(|page| !page.statements.contains(id)));
        let pages = statements.len().div_ceil(MOST_ON_A_PAGE).max(1);
        let length = statements.len().div_ceil(pages).max(1);
        for statements in statements.chunks(length) {
            self.0.push(Group {
                topic,
                statements: statements.to_vec(),
            });
        }
    }
}

/// Whether the checks end after what has been ticked so far: something cannot wait for the remaining pages. Whatever can
/// wait some days is told after the last page, because a later answer may make it more urgent.
pub fn ends_checks(knowledge: &Knowledge, sheet: &AnswerSheet) -> bool {
    let mut flags = raised(knowledge, sheet).into_iter();
    flags.any(|flag| flag.level <= Level::SameDay)
}

/// The statement whose tick answers this question, if one does.
pub fn statement_of(knowledge: &Knowledge, key: Key) -> Option<StatementId> {
    let mut all = StatementId::ALL.iter().copied();
    all.find(|id| knowledge.statement(*id).keys.contains(&key))
}
