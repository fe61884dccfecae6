//! What only children and teenagers raise.

use super::{Because, Facts};
use crate::knee::evidence_regions::EvidenceRegions;
use crate::knee::question::Key;
use crate::knee::red_flag::Reason;
use crate::knee::region::RegionId;
use crate::knee::sheet::{Duration, Mark};

/// The bump, the tendon and the kneecap: where growing alone is a common reason.
const GROWING: [RegionId; 7] = [
    RegionId::TibialTubercle,
    RegionId::PatellarTendon,
    RegionId::Suprapatellar,
    RegionId::Peripatellar,
    RegionId::Prepatellar,
    RegionId::PatellaMedialEdge,
    RegionId::PatellaLateralEdge,
];

impl Facts<'_> {
    /// Someone under 16, or who grew fast lately where the age is not known.
    pub(super) fn child(&self) -> Because {
        match self.sheet.age {
            Some(age) => Because::from(Reason::Age).when(age.may_be_under(16)),
            None => self.yes(&[Key::GrowthSpurt]),
        }
    }

    /// A slipped hip, of which 15 to 23 % complain of the knee or thigh only (Matava 1999).
    pub(super) fn childs_hip(&self) -> Because {
        const SIGNS: [Key; 4] = [
            Key::HipPain,
            Key::StiffHipRotation,
            Key::Limp,
            Key::FootTurnsOut,
        ];
        self.child().and(self.yes(&SIGNS))
    }

    /// Pain that a sore bump or tip does not explain: the hip is looked at as well (Ankarath 2002).
    pub(super) fn child_without_reason(&self) -> Because {
        let explained =
            self.sheet.any(&[Key::TenderTubercle, Key::TenderLowerPole]) || self.sheet.has_injury();
        self.child()
            .and(self.weeks(Duration::From2))
            .when(!explained)
    }

    /// The joint surface, a growth plate or a tumour. A spell of 2 to 6 weeks may be over 3.
    pub(super) fn teenagers_bone(&self) -> Because {
        let elsewhere = if self.sheet.marks.is_empty() {
            Because::from(Reason::Mark(Mark::WHOLE_KNEE))
        } else {
            self.marks(|mark| {
                !EvidenceRegions::regions_of(self.knowledge, mark)
                    .any(|region| GROWING.contains(&region))
            })
        };
        self.age(|age| age.may_be_under(18))
            .and(self.weeks(Duration::From2))
            .and(self.injury().or(elsewhere))
    }

    /// Juvenile arthritis often hardly hurts.
    pub(super) fn childs_joint(&self) -> Because {
        const SIGNS: [Key; 4] = [
            Key::BigSwelling,
            Key::SwollenNextDay,
            Key::ShortMorningStiffness,
            Key::LongMorningStiffness,
        ];
        self.child()
            .and(self.weeks(Duration::From2))
            .and(self.yes(&SIGNS))
    }
}
