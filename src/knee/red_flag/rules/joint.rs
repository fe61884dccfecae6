//! Infection, inflammation, swelling, and pain that does not follow load.

use super::{Because, Facts, Finding};
use crate::knee::question::Key;
use crate::knee::red_flag::Level::{Advice, SameDay, WithinTwoWeeks};

/// Any swelling of the knee or on the kneecap.
const SWELLING: [Key; 4] = [
    Key::BigSwelling,
    Key::SwollenNextDay,
    Key::SwollenFast,
    Key::BagInFront,
];

impl Facts<'_> {
    /// Two signs of an infection are enough: only about half of those with one have a fever. Swelling of any kind is one
    /// beside a fever or a wound.
    pub(super) fn infected_joint(&self) -> Because {
        const SIGNS: [Key; 4] = [
            Key::HotKnee,
            Key::Fever,
            Key::InjectionOrWound,
            Key::WeakImmunity,
        ];
        let germs = self.yes(&[Key::Fever, Key::InjectionOrWound]);
        let two = self.yes(&SIGNS).when(self.sheet.count(&SIGNS) >= 2);
        two.or(germs.and(self.yes(&SWELLING)))
    }

    /// Crystals or an infection, which cannot be told apart at home (Becker 2016).
    pub(super) fn hot_without_injury(&self) -> Because {
        let explained = self.sheet.yes(Key::Fever) || self.sheet.has_injury();
        self.yes(&[Key::HotKnee]).when(!explained)
    }

    /// Signs beside a past cancer have more weight than the cancer alone; under 25 a sore spot on the bone is enough
    /// (NICE NG12).
    pub(super) fn pain_without_load(&self) -> Finding {
        const ALONE: [Key; 4] = [
            Key::NightPain,
            Key::RestPain,
            Key::GrowingLump,
            Key::WeightLoss,
        ];
        const WITH_CANCER: [Key; 5] = [
            Key::NightPain,
            Key::RestPain,
            Key::TenderBoneSpot,
            Key::Walking,
            Key::SeverePain,
        ];
        let behind = self
            .yes(&[Key::LumpBehind])
            .when(!self.sheet.denies(Key::GrowingLump));
        let lump = self.yes(&[Key::GrowingLump]).or(behind);
        let cancer = self.yes(&[Key::PastCancer]);
        let young = self.age(|age| age.typical() < 25);
        lump.and(self.yes(&[Key::Fever]))
            .at(SameDay)
            .or_else(|| {
                self.yes(&ALONE)
                    .or(cancer.clone().and(self.yes(&WITH_CANCER)))
                    .or(self.yes(&[Key::TenderBoneSpot]).and(young))
                    .at(WithinTwoWeeks)
            })
            .or_else(|| cancer.at(Advice))
    }

    /// A cyst is soft and on the inner half. Anything else behind the knee is scanned first.
    pub(super) fn lump_behind(&self) -> Because {
        let odd = self
            .age(|age| age.is_from(55))
            .or(self.yes(&[Key::OddLump]))
            .or(self.no(Key::LumpSoftens));
        self.yes(&[Key::LumpBehind]).and(odd)
    }

    /// The suspicion of an inflamed joint is what counts, not psoriasis itself (NICE CG153).
    pub(super) fn inflamed_joints(&self) -> Finding {
        const SIGNS: [Key; 3] = [Key::LongMorningStiffness, Key::NightPain, Key::RestPain];
        let psoriasis = self.yes(&[Key::Psoriasis]);
        let signs = self.yes(&SIGNS).or(self.yes(&SWELLING));
        self.yes(&[Key::LongMorningStiffness, Key::SeveralJoints])
            .or(psoriasis.clone().and(signs))
            .at(WithinTwoWeeks)
            .or_else(|| psoriasis.at(Advice))
    }

    pub(super) fn swelling_without_injury(&self) -> Because {
        let slow = self.yes(&[Key::SwollenNextDay]);
        self.yes(&[Key::BigSwelling])
            .or(slow.when(self.sheet.denies_injury()))
    }
}
