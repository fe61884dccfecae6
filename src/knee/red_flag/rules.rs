//! When each flag is raised, how urgent it is, and because of what: the thresholds, each as a function of the same answer
//! sheet.
//!
//! Flags ask for no more than is known: a question that was not asked, or to which the answer is "not sure", raises
//! nothing by itself. Where several readings are possible, the more careful one is taken:
//!
//! * An injury is any of: blow, twist, forced inwards, pop, kneecap out, large bruise, out of shape, or a story that
//!   says so. A sudden start alone is none.
//! * An injury of which nobody said when it was counts as one of the last days, and as an older one too. How long it has
//!   hurt says when it was, where that is known.
//! * A foot that is cold, pale or blue is an emergency unless it is part of cramps that come with running and go within
//!   minutes of stopping, and there was no injury.
//! * Someone who cannot take four steps is seen on the same day, with a known injury or without.
//! * Pain at the top of the calf with a clot risk counts as a tender calf unless tenderness is denied.
//! * A fever with a lump behind the knee that is not known to stay the same size is seen on the same day.
//! * Numbness that comes with running cramps, and without weakness, belongs to the artery; after an injury it is an
//!   emergency; any other belongs to the nerve.
//! * A band of ages counts as under 16 or under 18 if it begins below that, and as 45, 50 or 65 and older if it ends above.
//!   A growth spurt counts as under 16 where the age is not known. Only where an ordinary runner would be stopped by a sore
//!   spot alone is the middle of the band taken instead.
//! * A mark on the bump at the top of the shin is one on bone from 17 on, and where the age is not known.
//! * What was passed over in a check is denied.

mod bone;
mod injured;
mod joint;
mod leg;
mod young;

pub(super) use injured::PopAt;

use super::{FlagId, Level, Reason, RedFlag};
use crate::knee::area::LeadsTo;
use crate::knee::evidence_regions::EvidenceRegions;
use crate::knee::knowledge::Knowledge;
use crate::knee::question::Key;
use crate::knee::region::RegionId;
use crate::knee::sheet::{Age, AnswerSheet, Duration, Mark, Onset};

/// Everything the sheet raises, the most urgent first, notes of advice last. Each flag at most once.
pub fn raised(knowledge: &Knowledge, sheet: &AnswerSheet) -> Vec<RedFlag> {
    let facts = Facts { knowledge, sheet };
    let mut flags: Vec<_> = FlagId::ALL
        .iter()
        .filter_map(|id| {
            let (level, _) = facts.finding(*id)?;
            Some(RedFlag { level, id: *id })
        })
        .collect();
    flags.sort_unstable();
    flags
}

/// What raised a flag, in a fixed order and nothing twice. Nothing if the sheet does not raise it at this level.
pub fn reasons(knowledge: &Knowledge, sheet: &AnswerSheet, flag: RedFlag) -> Vec<Reason> {
    let facts = Facts { knowledge, sheet };
    let because = facts
        .finding(flag.id)
        .filter(|(level, _)| *level == flag.level);
    let mut reasons = because.map_or_else(Vec::new, |(_, because)| because.0);
    reasons.sort_unstable();
    reasons.dedup();
    reasons
}

/// Where a pop was felt, of the places at which one counts without a twist.
pub(super) fn pop_at(knowledge: &Knowledge, sheet: &AnswerSheet) -> Option<PopAt> {
    Facts { knowledge, sheet }.sudden_pop().map(|(at, _, _)| at)
}

/// Whether it has hurt for more than 12 weeks, or is no better after as many.
pub(super) fn is_over_12_weeks(sheet: &AnswerSheet) -> bool {
    sheet.duration == Some(Duration::Over12) || sheet.yes(Key::NoBetterAfter12Weeks)
}

/// How urgent a flag is, and what raised it.
type Finding = Option<(Level, Because)>;

/// What speaks for something. Nothing means that it is not so.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Because(Vec<Reason>);

impl Because {
    const fn nothing() -> Self {
        Self(Vec::new())
    }

    fn is_so(&self) -> bool {
        !self.0.is_empty()
    }

    /// Both have to be so.
    fn and(self, other: Self) -> Self {
        if self.is_so() && other.is_so() {
            self.or(other)
        } else {
            Self::nothing()
        }
    }

    /// One of them is enough; both are told.
    fn or(mut self, mut other: Self) -> Self {
        self.0.append(&mut other.0);
        self
    }

    /// Only under a condition that is no reason by itself.
    fn when(self, condition: bool) -> Self {
        if condition { self } else { Self::nothing() }
    }

    /// What it comes to, if it is so.
    fn at(self, level: Level) -> Finding {
        self.is_so().then_some((level, self))
    }
}

impl From<Reason> for Because {
    fn from(reason: Reason) -> Self {
        Self(vec![reason])
    }
}

/// A sheet, as the thresholds ask about it.
struct Facts<'a> {
    knowledge: &'a Knowledge,
    sheet: &'a AnswerSheet,
}

impl Facts<'_> {
    /// How urgent this flag is and because of what, or none if nothing raises it.
    fn finding(&self, flag: FlagId) -> Finding {
        use Level::{Advice, Emergency, SameDay, WithinTwoWeeks};
        match flag {
            FlagId::ClotInLung => self.yes(&[Key::Breathless]).at(Emergency),
            FlagId::BloodFlowOrDislocation => self.blood_flow_or_dislocation().at(Emergency),
            FlagId::InfectedJoint => self.infected_joint().at(SameDay),
            FlagId::FeverishChild => self.child().and(self.yes(&[Key::Fever])).at(SameDay),
            FlagId::HotWithoutInjury => self.hot_without_injury().at(SameDay),
            FlagId::FractureRule => self.fracture_rule(),
            FlagId::SwollenFast => self.yes(&[Key::SwollenFast]).at(SameDay),
            FlagId::Locked => self.yes(&[Key::Locked]).at(SameDay),
            FlagId::LocksBriefly => self.locks_briefly().at(WithinTwoWeeks),
            FlagId::ExtensorRupture => self.yes(&[Key::CannotLiftStraightLeg]).at(SameDay),
            FlagId::SuddenPop => self
                .sudden_pop()
                .and_then(|(_, level, because)| because.at(level)),
            FlagId::KneecapDislocation => self.yes(&[Key::KneecapSlidOut]).at(SameDay),
            FlagId::UnstableLigament => self.unstable_ligament(),
            FlagId::ClotInLeg => self.clot_in_leg().at(SameDay),
            FlagId::SuddenCalf => self.sudden_calf().at(WithinTwoWeeks),
            FlagId::Nerve => self.nerve(),
            FlagId::ChildsHip => self.childs_hip().at(SameDay),
            FlagId::ChildWithoutReason => self.child_without_reason().at(WithinTwoWeeks),
            FlagId::TeenagersBone => self.teenagers_bone().at(WithinTwoWeeks),
            FlagId::ChildsJoint => self.childs_joint().at(WithinTwoWeeks),
            FlagId::PainWithoutLoad => self.pain_without_load(),
            FlagId::LumpBehind => self.lump_behind().at(WithinTwoWeeks),
            FlagId::BoneStress => self.bone_stress().at(WithinTwoWeeks),
            FlagId::ThighBone => self.thigh_bone().at(WithinTwoWeeks),
            FlagId::BoneCollapse => self.bone_collapse(),
            FlagId::Artery => self.artery(),
            FlagId::InflamedJoints => self.inflamed_joints(),
            FlagId::SwellingWithoutInjury => self.swelling_without_injury().at(WithinTwoWeeks),
            FlagId::SeverePain => self.yes(&[Key::SeverePain]).at(WithinTwoWeeks),
            FlagId::NotGettingBetter => self.weeks(Duration::From6).at(Advice),
            FlagId::TendonAndMedicine => self.tendon_and_medicine().at(SameDay),
            FlagId::Growing => self.age(|age| age.is_under(18)).at(Advice),
            FlagId::FiftyFiveOrOlder => {
                let is_hurt = self.sheet.has_injury();
                self.age(|age| age.is_from(55)).when(!is_hurt).at(Advice)
            }
            FlagId::Circumstances => self.yes(&CIRCUMSTANCES).at(Advice),
            FlagId::MildTwist => self.mild_twist().at(Advice),
            // What is not ruled out is for the assessment to say, which knows the ranking.
            FlagId::NotRuledOut => None,
        }
    }

    /// The questions of these that are answered with yes. How it began answers one of them.
    fn yes(&self, keys: &[Key]) -> Because {
        let said = keys.iter().filter(|key| self.sheet.yes(**key));
        let because = said.map(|key| {
            if *key == Key::SuddenStart && !self.sheet.answers.contains_key(key) {
                Reason::Onset
            } else {
                Reason::Yes(*key)
            }
        });
        Because(because.collect())
    }

    /// A question answered with no.
    fn no(&self, key: Key) -> Because {
        Because::from(Reason::No(key)).when(self.sheet.no(key))
    }

    /// An age that is known and fits.
    fn age(&self, fits: impl Fn(Age) -> bool) -> Because {
        Because::from(Reason::Age).when(self.sheet.age.is_some_and(fits))
    }

    /// What says that there was an injury.
    fn injury(&self) -> Because {
        Because::from(Reason::Onset)
            .when(self.sheet.onset == Some(Onset::Injury))
            .or(self.yes(&AnswerSheet::INJURY))
    }

    /// The marks that lead to one of these regions.
    fn marked(&self, regions: &[RegionId]) -> Because {
        self.marks(|mark| {
            EvidenceRegions::regions_of(self.knowledge, mark)
                .any(|region| regions.contains(&region))
        })
    }

    /// The marks on the shin.
    fn marked_shin(&self) -> Because {
        self.marks(|mark| match mark {
            Mark::Area(place) => {
                matches!(self.knowledge.place(place).leads_to, LeadsTo::Shin { .. })
            }
            Mark::Region(_) => false,
        })
    }

    fn marks(&self, wanted: impl Fn(Mark) -> bool) -> Because {
        let marks = self.sheet.marks.iter().filter(|mark| wanted(**mark));
        Because(marks.map(|mark| Reason::Mark(*mark)).collect())
    }

    /// Whatever says that it has hurt for so long at least.
    fn weeks(&self, at_least: Duration) -> Because {
        let long = self.sheet.duration.is_some_and(|known| known >= at_least);
        Because::from(Reason::Duration)
            .when(long)
            .or(self
                .yes(&[Key::NoBetterAfter6Weeks])
                .when(at_least <= Duration::From6))
            .or(self.yes(&[Key::NoBetterAfter12Weeks]))
    }
}

const CIRCUMSTANCES: [Key; 8] = [
    Key::Pregnant,
    Key::KneeReplacement,
    Key::RecentOperation,
    Key::BloodThinners,
    Key::AntibioticOrSteroid,
    Key::Quinolone,
    Key::Diabetes,
    Key::TickBite,
];
