//! What an injury or a pop raises.

use super::{Because, Facts, Finding};
use crate::knee::question::Key;
use crate::knee::red_flag::Level::{SameDay, WithinTwoWeeks};
use crate::knee::red_flag::{Level, Reason};
use crate::knee::region::RegionId;
use crate::knee::sheet::{Duration, Onset};

/// Where a pop was felt, of the places at which one counts without a twist.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::knee::red_flag) enum PopAt {
    /// At a tendon of the kneecap.
    Kneecap,
    /// At the back-inner knee: the root of the cushion.
    Root,
    /// At a hamstring tendon.
    Hamstring,
}

const KNEECAP_TENDONS: [RegionId; 3] = [
    RegionId::PatellarTendon,
    RegionId::Suprapatellar,
    RegionId::TibialTubercle,
];
/// Where the torn root of the inner cushion hurts: almost always at the inner joint line too (Saad Berreta 2025).
const BACK_INNER: [RegionId; 4] = [
    RegionId::Posteromedial,
    RegionId::PoplitealFossa,
    RegionId::MedialHamstring,
    RegionId::MedialJointLine,
];
const HAMSTRINGS: [RegionId; 2] = [RegionId::MedialHamstring, RegionId::LateralHamstring];

impl Facts<'_> {
    /// Vascular injury or a dislocated knee. A foot without feeling after an injury counts the same.
    pub(super) fn blood_flow_or_dislocation(&self) -> Because {
        let explained = self.sheet.yes(Key::RunningCramps) && !self.sheet.has_injury();
        let numb = self.yes(&[Key::Numb]).and(self.injury());
        self.yes(&[Key::Deformed])
            .or(self.yes(&[Key::ColdFoot]).when(!explained))
            .or(numb)
    }

    /// The Ottawa Knee Rule, made for injuries of the last 7 days (Stiell 1995; Bachmann 2004).
    pub(super) fn fracture_rule(&self) -> Finding {
        let steps = self.yes(&[Key::CannotTakeFourSteps]);
        let bend = self.yes(&[Key::CannotBendToRightAngle]);
        let fresh = self.recent();
        let sore = self.yes(&[Key::TenderKneecapBone, Key::TenderFibularHead]);
        let old_enough = self.age(|age| age.is_from(55));
        let blow = self.yes(&[Key::DirectBlow]);
        let blow = blow.and(old_enough).and(fresh.clone());
        let urgent = steps
            .or(bend.and(self.injury()))
            .or(sore.and(self.injury()).and(fresh))
            .or(blow);
        urgent.at(SameDay).or_else(|| {
            let weight = self.yes(&[Key::HardToBearWeight, Key::Limp]);
            weight
                .and(self.injury())
                .when(self.may_be_older())
                .at(WithinTwoWeeks)
        })
    }

    /// What says that an injury may have been within the last 7 days.
    fn recent(&self) -> Because {
        let said = self.yes(&[Key::WithinSevenDays]);
        if said.is_so() {
            return said;
        }
        let long_ago = self.sheet.no(Key::WithinSevenDays) || self.weeks(Duration::From2).is_so();
        if long_ago {
            Because::nothing()
        } else if self.sheet.duration.is_some() {
            Because::from(Reason::Duration)
        } else {
            self.injury()
        }
    }

    fn may_be_older(&self) -> bool {
        !self.sheet.yes(Key::WithinSevenDays)
    }

    pub(super) fn locks_briefly(&self) -> Because {
        const SWOLLEN: [Key; 4] = [
            Key::BigSwelling,
            Key::SwollenNextDay,
            Key::SwollenFast,
            Key::HotKnee,
        ];
        let beside = self
            .yes(&SWOLLEN)
            .or(self.yes(&[Key::GivesWay]))
            .or(self.injury())
            .or(self.age(|age| age.may_be_under(18)));
        self.yes(&[Key::LocksBriefly]).and(beside)
    }

    /// A tendon that may be torn, or the root of a cushion: a pop at one moment, without a twist.
    pub(super) fn sudden_pop(&self) -> Option<(PopAt, Level, Because)> {
        let begun = self
            .yes(&[Key::SuddenStart])
            .when(!self.sheet.yes(Key::Twisted));
        if !begun.is_so() {
            return None;
        }
        let pop = begun.clone().and(self.yes(&[Key::Pop]));
        let kneecap = pop.clone().and(self.marked(&KNEECAP_TENDONS));
        if kneecap.is_so() {
            let cannot_lift = self.yes(&[Key::CannotLiftStraightLeg]);
            let level = if cannot_lift.is_so() {
                SameDay
            } else {
                WithinTwoWeeks
            };
            return Some((PopAt::Kneecap, level, kneecap.or(cannot_lift)));
        }
        let root = pop
            .and(self.marked(&BACK_INNER))
            .and(self.age(|age| age.may_be_from(45)));
        if root.is_so() {
            return Some((PopAt::Root, WithinTwoWeeks, root));
        }
        let hamstring = begun
            .and(self.yes(&[Key::Pop, Key::LargeBruise]))
            .and(self.marked(&HAMSTRINGS));
        let found = hamstring.is_so();
        found.then_some((PopAt::Hamstring, WithinTwoWeeks, hamstring))
    }

    /// Twist and pop together make a torn front cruciate ligament seven to ten times as likely (Décary 2018).
    pub(super) fn unstable_ligament(&self) -> Finding {
        const SIGNS: [Key; 4] = [
            Key::SwollenFast,
            Key::SwollenNextDay,
            Key::BigSwelling,
            Key::Pop,
        ];
        let loose = self.yes(&[Key::GivesWay]);
        let twist_and_pop = self.yes(&[Key::Twisted]).and(self.yes(&[Key::Pop]));
        loose.clone().and(self.yes(&SIGNS)).at(SameDay).or_else(|| {
            loose
                .and(self.injury())
                .or(twist_and_pop)
                .at(WithinTwoWeeks)
        })
    }

    pub(super) fn mild_twist(&self) -> Because {
        const WORSE: [Key; 3] = [Key::Locked, Key::GivesWay, Key::CannotTakeFourSteps];
        self.yes(&[Key::Twisted])
            .and(self.yes(&[Key::SwollenNextDay]))
            .when(!self.sheet.any(&WORSE))
    }

    /// Whether something hit, turned or threw the knee: a pop alone is none.
    pub(super) fn had_an_accident(&self) -> bool {
        const ACCIDENT: [Key; 6] = [
            Key::DirectBlow,
            Key::Twisted,
            Key::ForcedInwards,
            Key::KneecapSlidOut,
            Key::LargeBruise,
            Key::Deformed,
        ];
        self.sheet.onset == Some(Onset::Injury) || self.sheet.any(&ACCIDENT)
    }
}
