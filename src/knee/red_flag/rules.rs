//! When each flag is raised: the thresholds, each as a function of the same answer sheet.
//!
//! Flags ask for no more than is known: a question that was not asked, or to which the answer is "not sure", raises
//! nothing by itself. Where several readings are possible, the more careful one is taken:
//!
//! * An injury is any of: blow, twist, forced inwards, pop, kneecap out, large bruise, out of shape, or a story that
//!   says so. A sudden start alone is none.
//! * A foot that is cold, pale or blue is an emergency unless it is part of cramps that come with running and go within
//!   minutes of stopping, and there was no injury.
//! * Someone who cannot take four steps is seen on the same day, with a known injury or without.
//! * Pain at the top of the calf with a clot risk counts as a tender calf unless tenderness is denied.
//! * Night pain, rest pain, a growing lump, weight loss and past cancer are enough each on its own. That a single night
//!   after a hard run does not count is for the question to say.
//! * A fever with a lump behind the knee that is not known to stay the same size is seen on the same day.
//! * Numbness that comes with running cramps, and without weakness, belongs to the artery; any other to the nerve.
//! * A band of ages counts as under 16 if it begins below that, and as 50 or older if it ends above. A growth spurt
//!   counts as under 16 where the age is not known.

use super::{FlagId, Level, RedFlag};
use crate::knee::knowledge::Knowledge;
use crate::knee::question::Key;
use crate::knee::region::RegionId;
use crate::knee::sheet::AnswerSheet;
use crate::knee::spot::Spots;

/// Where a bone collapse on the inner side hurts.
const INNER_SIDE: [RegionId; 6] = [
    RegionId::PatellaMedialEdge,
    RegionId::MedialFemoral,
    RegionId::MedialJointLine,
    RegionId::MedialPlateau,
    RegionId::PesAnserine,
    RegionId::Posteromedial,
];

/// Everything the sheet raises, the most urgent first, notes of advice last. Each flag at most once.
pub fn raised(knowledge: &Knowledge, sheet: &AnswerSheet) -> Vec<RedFlag> {
    let facts = Facts {
        sheet,
        spots: &Spots::of(knowledge, sheet),
    };
    let mut flags: Vec<_> = FlagId::ALL
        .iter()
        .filter_map(|id| {
            Some(RedFlag {
                level: facts.level(*id)?,
                id: *id,
            })
        })
        .collect();
    flags.sort_unstable();
    flags
}

struct Facts<'a> {
    sheet: &'a AnswerSheet,
    spots: &'a Spots<'a>,
}

impl Facts<'_> {
    /// How urgent this flag is, or none if nothing raises it.
    fn level(&self, flag: FlagId) -> Option<Level> {
        use Level::{Advice, Emergency, SameDay, WithinTwoWeeks};
        let yes = |key| self.sheet.yes(key);
        let when = |raised: bool, level| raised.then_some(level);
        match flag {
            FlagId::ClotInLung => when(yes(Key::Breathless), Emergency),
            FlagId::BloodFlowOrDislocation => when(self.blood_flow_or_dislocation(), Emergency),
            FlagId::InfectedJoint => when(self.infected_joint(), SameDay),
            FlagId::HotWithoutInjury => when(self.hot_without_injury(), SameDay),
            FlagId::FractureRule => when(self.fracture_rule(), SameDay),
            FlagId::SwollenFast => when(yes(Key::SwollenFast), SameDay),
            FlagId::Locked => when(yes(Key::Locked), SameDay),
            FlagId::ExtensorRupture => when(yes(Key::CannotLiftStraightLeg), SameDay),
            FlagId::KneecapDislocation => when(yes(Key::KneecapSlidOut), SameDay),
            FlagId::UnstableLigament => when(self.unstable_ligament(), SameDay),
            FlagId::ClotInLeg => when(self.clot_in_leg(), SameDay),
            FlagId::Nerve => when(yes(Key::SaddleNumbness), Emergency)
                .or(when(yes(Key::FootDrop) || self.numb_on_its_own(), SameDay)),
            FlagId::ChildsHip => when(self.childs_hip(), SameDay),
            FlagId::PainWithoutLoad => when(self.lump_and_unwell(), SameDay)
                .or(when(self.pain_without_load(), WithinTwoWeeks)),
            FlagId::BoneStress => when(self.bone_stress(), WithinTwoWeeks),
            FlagId::BoneCollapse => when(self.bone_collapse(), WithinTwoWeeks),
            FlagId::Artery => when(yes(Key::ThrobbingLump), SameDay)
                .or(when(self.running_cramps(), WithinTwoWeeks)),
            FlagId::InflamedJoints => when(self.inflamed_joints(), WithinTwoWeeks),
            FlagId::SwellingWithoutInjury => when(self.swelling_without_injury(), WithinTwoWeeks),
            FlagId::SeverePain => when(yes(Key::SeverePain), WithinTwoWeeks),
            FlagId::NotGettingBetter => when(yes(Key::NoBetterAfter12Weeks), WithinTwoWeeks)
                .or(when(yes(Key::NoBetterAfter6Weeks), Advice)),
            FlagId::Growing => when(self.sheet.age.is_some_and(|age| age.is_under(18)), Advice),
            FlagId::FiftyFiveOrOlder => {
                when(self.is_fifty_five() && !self.sheet.has_injury(), Advice)
            }
            FlagId::Circumstances => when(self.circumstances(), Advice),
            FlagId::MildTwist => when(self.mild_twist(), Advice),
        }
    }

    /// Vascular injury or a dislocated knee.
    fn blood_flow_or_dislocation(&self) -> bool {
        let cold = self.sheet.yes(Key::ColdFoot);
        let explained = self.sheet.yes(Key::RunningCramps) && !self.sheet.has_injury();
        self.sheet.yes(Key::Deformed) || cold && !explained
    }

    /// Two signs of an infection are enough: only about half of those with one have a fever.
    fn infected_joint(&self) -> bool {
        const SIGNS: [Key; 4] = [
            Key::HotKnee,
            Key::Fever,
            Key::InjectionOrWound,
            Key::WeakImmunity,
        ];
        self.sheet.count(&SIGNS) >= 2
    }

    /// Crystals or an infection, which cannot be told apart at home (Becker 2016).
    fn hot_without_injury(&self) -> bool {
        self.sheet.yes(Key::HotKnee) && !self.sheet.yes(Key::Fever) && !self.sheet.has_injury()
    }

    /// The Ottawa Knee Rule (Stiell 1995; Bachmann 2004).
    fn fracture_rule(&self) -> bool {
        const SIGNS: [Key; 3] = [
            Key::TenderKneecapBone,
            Key::TenderFibularHead,
            Key::CannotBendToRightAngle,
        ];
        let after_injury = self.is_fifty_five() || self.sheet.any(&SIGNS);
        self.sheet.yes(Key::CannotTakeFourSteps) || self.sheet.has_injury() && after_injury
    }

    fn unstable_ligament(&self) -> bool {
        const SIGNS: [Key; 4] = [
            Key::SwollenFast,
            Key::SwollenNextDay,
            Key::BigSwelling,
            Key::Pop,
        ];
        self.sheet.yes(Key::GivesWay) && self.sheet.any(&SIGNS)
    }

    /// Wells counts points; this does not, and asks for care sooner.
    fn clot_in_leg(&self) -> bool {
        let marked = self.spots.any(&[RegionId::UpperCalf]) && !self.sheet.no(Key::TenderCalf);
        let tender = self.sheet.yes(Key::TenderCalf) || marked;
        self.sheet.yes(Key::SwollenCalf) || tender && self.sheet.yes(Key::ClotRisk)
    }

    fn numb_on_its_own(&self) -> bool {
        self.sheet.yes(Key::Numb) && !self.sheet.yes(Key::RunningCramps)
    }

    /// A slipped hip, of which 15 % complain of the knee or thigh only (Matava 1999).
    fn childs_hip(&self) -> bool {
        let is_child = match self.sheet.age {
            Some(age) => age.may_be_under(16),
            None => self.sheet.yes(Key::GrowthSpurt),
        };
        is_child && self.sheet.any(&[Key::HipPainOrLimp, Key::StiffHipRotation])
    }

    fn lump_and_unwell(&self) -> bool {
        let may_grow = self.sheet.yes(Key::GrowingLump)
            || self.sheet.yes(Key::LumpBehind) && !self.sheet.no(Key::GrowingLump);
        may_grow && self.sheet.yes(Key::Fever)
    }

    fn pain_without_load(&self) -> bool {
        self.sheet.any(&[
            Key::NightPain,
            Key::RestPain,
            Key::GrowingLump,
            Key::WeightLoss,
            Key::PastCancer,
        ])
    }

    fn bone_stress(&self) -> bool {
        let signs = [
            self.sheet.yes(Key::TenderBoneSpot),
            self.sheet.any(&[Key::Walking, Key::HopHurtsBone]),
            self.sheet.yes(Key::BuildsInTheRun),
            self.sheet.yes(Key::LowEnergyOrPastStressFracture),
        ];
        signs.into_iter().filter(|sign| *sign).count() >= 2
    }

    /// An insufficiency fracture under the joint surface (Zaremski 2016).
    fn bone_collapse(&self) -> bool {
        const INNER_TENDER: [Key; 3] = [
            Key::TenderInnerJointLine,
            Key::TenderPesAnserine,
            Key::TenderInnerLigament,
        ];
        const STANDING: [Key; 3] = [Key::NightPain, Key::Walking, Key::KneeStraight];
        let inner = self.spots.any(&INNER_SIDE) || self.sheet.any(&INNER_TENDER);
        self.sheet.age.is_some_and(|age| age.may_be_from(50))
            && self.sheet.yes(Key::SuddenStart)
            && !self.sheet.has_injury()
            && inner
            && self.sheet.any(&STANDING)
    }

    fn running_cramps(&self) -> bool {
        let cold = self.sheet.yes(Key::ColdFoot) && !self.sheet.has_injury();
        self.sheet.yes(Key::RunningCramps) || cold
    }

    fn inflamed_joints(&self) -> bool {
        self.sheet.any(&[
            Key::LongMorningStiffness,
            Key::SeveralJoints,
            Key::Psoriasis,
        ])
    }

    fn swelling_without_injury(&self) -> bool {
        let without = self.sheet.yes(Key::SwollenNextDay) && self.sheet.denies_injury();
        self.sheet.yes(Key::BigSwelling) || without
    }

    fn is_fifty_five(&self) -> bool {
        self.sheet.age.is_some_and(|age| age.is_from(55))
    }

    fn circumstances(&self) -> bool {
        self.sheet.any(&[
            Key::Pregnant,
            Key::KneeReplacement,
            Key::RecentOperation,
            Key::BloodThinners,
            Key::AntibioticOrSteroid,
            Key::Diabetes,
            Key::TickBite,
        ])
    }

    fn mild_twist(&self) -> bool {
        const WORSE: [Key; 3] = [Key::Locked, Key::GivesWay, Key::CannotTakeFourSteps];
        self.sheet.yes(Key::Twisted)
            && self.sheet.yes(Key::SwollenNextDay)
            && !self.sheet.any(&WORSE)
    }
}
