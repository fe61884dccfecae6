//! Vessels, nerves, the calf, and tendons that a medicine may harm.

use super::{Because, Facts, Finding};
use crate::knee::question::Key;
use crate::knee::red_flag::Level::{Emergency, SameDay, WithinTwoWeeks};
use crate::knee::region::RegionId;

/// Where a tendon hurts.
const TENDONS: [RegionId; 6] = [
    RegionId::PatellarTendon,
    RegionId::Suprapatellar,
    RegionId::TibialTubercle,
    RegionId::MedialHamstring,
    RegionId::LateralHamstring,
    RegionId::UpperCalf,
];
const CALF: [RegionId; 2] = [RegionId::UpperCalf, RegionId::PoplitealFossa];

impl Facts<'_> {
    /// Wells counts points; this does not, and asks for care sooner.
    pub(super) fn clot_in_leg(&self) -> Because {
        let marked = self.marked(&[RegionId::UpperCalf]);
        let tender = self
            .yes(&[Key::TenderCalf])
            .or(marked.when(!self.sheet.denies(Key::TenderCalf)));
        self.yes(&[Key::SwollenCalf])
            .or(tender.and(self.yes(&[Key::ClotRisk])))
    }

    /// A torn calf and a clot feel alike, and can be there together (Lord 2017, Zaleski 2017).
    pub(super) fn sudden_calf(&self) -> Because {
        const ACCIDENT: [Key; 4] = [
            Key::DirectBlow,
            Key::Twisted,
            Key::ForcedInwards,
            Key::KneecapSlidOut,
        ];
        let sudden = self
            .yes(&[Key::SuddenStart])
            .when(!self.sheet.any(&ACCIDENT));
        sudden
            .or(self.yes(&[Key::TenderCalf]))
            .and(self.marked(&CALF))
            .when(!self.clot_in_leg().is_so())
    }

    pub(super) fn nerve(&self) -> Finding {
        let explained = self.sheet.yes(Key::RunningCramps) || self.sheet.has_injury();
        self.yes(&[Key::SaddleNumbness])
            .at(Emergency)
            .or_else(|| {
                let weak = self.yes(&[Key::FootDrop, Key::WeakLeg]);
                let with = self.yes(&[Key::Numb, Key::BackPain]).when(weak.is_so());
                weak.or(with).at(SameDay)
            })
            .or_else(|| self.yes(&[Key::Numb]).when(!explained).at(WithinTwoWeeks))
    }

    pub(super) fn artery(&self) -> Finding {
        let cold = self.yes(&[Key::ColdFoot]).when(!self.sheet.has_injury());
        self.yes(&[Key::ThrobbingLump])
            .at(SameDay)
            .or_else(|| self.yes(&[Key::RunningCramps]).or(cold).at(WithinTwoWeeks))
    }

    /// Fluoroquinolones can tear tendons: stop at the first sign (MHRA 2024).
    pub(super) fn tendon_and_medicine(&self) -> Because {
        let sore = self.yes(&[Key::TenderLowerPole, Key::TenderUpperEdge]);
        self.yes(&[Key::Quinolone])
            .and(self.marked(&TENDONS).or(sore))
    }
}
