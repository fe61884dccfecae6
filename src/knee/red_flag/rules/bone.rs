//! Bone under too much load, and bone that gives way.

use super::{Because, Facts, Finding};
use crate::knee::question::Key;
use crate::knee::red_flag::Level::{SameDay, WithinTwoWeeks};
use crate::knee::region::RegionId;

/// Where the finger meets bone. The bump at the top of the shin is grown from 17 on.
const BONE: [RegionId; 5] = [
    RegionId::MedialPlateau,
    RegionId::PesAnserine,
    RegionId::Gerdy,
    RegionId::FibularHead,
    RegionId::MedialFemoral,
];

impl Facts<'_> {
    /// A sore spot on the bone carries the rule, and its absence nearly excludes a bone stress injury (2020, n 778).
    pub(super) fn bone_stress(&self) -> Because {
        const IMPACT: [Key; 5] = [
            Key::Walking,
            Key::HopHurtsBone,
            Key::RestPain,
            Key::NightPain,
            Key::LowEnergyOrPastStressFracture,
        ];
        let spot = self.yes(&[Key::TenderBoneSpot]);
        let walks = self.yes(&[Key::Walking]);
        let builds = self.yes(&[Key::BuildsInTheRun]);
        let unloaded = self.yes(&[Key::RestPain, Key::NightPain]);
        let low_energy = self.yes(&[Key::LowEnergyOrPastStressFracture]);
        let is_open = !self.sheet.denies(Key::TenderBoneSpot);

        let with_impact = spot.clone().and(self.yes(&IMPACT));
        let on_bone = spot.clone().and(builds.clone()).and(self.marked_bone());
        // Just below the inner joint line and on the shin, bone comes first.
        let tibia = self
            .marked(&[RegionId::MedialPlateau])
            .or(self.marked_shin());
        let at_tibia = tibia.and(spot.or(walks.clone().or(builds.clone()).when(is_open)));
        let without_spot = low_energy
            .and(walks.clone().or(unloaded.clone()))
            .or(walks.and(builds).and(unloaded));
        with_impact
            .or(on_bone)
            .or(at_tibia)
            .or(without_spot.when(is_open))
    }

    fn marked_bone(&self) -> Because {
        let is_grown = self.sheet.age.is_none_or(|age| age.typical() >= 17);
        self.marked(&BONE)
            .or(self.marked(&[RegionId::TibialTubercle]).when(is_grown))
            .or(self.marked_shin())
    }

    /// The neck and the shaft of the thigh bone, which have no spot to press (Robertson 2017, Johnson 1994).
    pub(super) fn thigh_bone(&self) -> Because {
        const SIGNS: [Key; 5] = [
            Key::Walking,
            Key::BuildsInTheRun,
            Key::NightPain,
            Key::LowEnergyOrPastStressFracture,
            Key::Limp,
        ];
        self.yes(&[Key::HipPain])
            .and(self.yes(&SIGNS))
            .when(!self.child().is_so())
    }

    /// An insufficiency fracture under the joint surface, and from 65 on a hip that broke in a stumble (Hughes 2018).
    pub(super) fn bone_collapse(&self) -> Finding {
        const STANDING: [Key; 4] = [
            Key::NightPain,
            Key::Walking,
            Key::KneeStraight,
            Key::HardToBearWeight,
        ];
        const UNSAFE: [Key; 3] = [Key::HardToBearWeight, Key::GivesWay, Key::Limp];
        let sudden = self.yes(&[Key::SuddenStart]);
        let begun = sudden.clone().or(self.injury());
        self.age(|age| age.may_be_from(65))
            .and(begun)
            .and(self.yes(&UNSAFE))
            .at(SameDay)
            .or_else(|| {
                self.age(|age| age.may_be_from(50))
                    .and(sudden)
                    .and(self.yes(&STANDING))
                    .when(!self.had_an_accident())
                    .at(WithinTwoWeeks)
            })
    }
}
