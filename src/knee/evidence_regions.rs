//! What the marks of a sheet come to: regions of the evidence with their shares, and places outside the knee.

use super::area::{AreaId, LeadsTo};
use super::condition::ConditionId;
use super::knowledge::Knowledge;
use super::region::RegionId;
use super::sheet::{AnswerSheet, Mark};

/// A region that a mark leads to.
#[derive(Debug, Clone, Copy)]
pub(super) struct EvidenceRegion<'a> {
    pub region: RegionId,
    /// Its share in all marks, above 0 and up to 1.
    pub share: f64,
    /// What is likelier at the mark than in the region as a whole, and how many times.
    pub times: &'a [(ConditionId, f64)],
}

impl EvidenceRegion<'_> {
    const fn whole(region: RegionId) -> Self {
        Self {
            region,
            share: 1.0,
            times: &[],
        }
    }

    const fn of(self, share: f64) -> Self {
        Self { share, ..self }
    }
}

/// Gives the regions beside a mark their part of it, and says how much that is.
fn give_beside(knowledge: &Knowledge, mark: Mark, beside: &mut Vec<EvidenceRegion<'_>>) -> f64 {
    let (regions, share) = knowledge.beside().of(mark);
    let each = share / regions.len().max(1) as f64;
    beside.extend(
        regions
            .iter()
            .map(|region| EvidenceRegion::whole(*region).of(each)),
    );
    share
}

/// What the marks come to. Every mark in the knee counts the same.
#[derive(Debug, Clone)]
pub(super) struct EvidenceRegions<'a> {
    /// Regions with their shares. A region may be here several times, once for each mark that leads to it.
    pub regions: Vec<EvidenceRegion<'a>>,
    /// The regions beside the marks with their shares, which make 1 together with those of the marks.
    pub beside: Vec<EvidenceRegion<'a>>,
    /// Marks outside the knee, in a fixed order.
    pub outside: Vec<AreaId>,
    /// Whether a mark is on the shin.
    pub on_shin: bool,
    /// Whether there are marks, and all of them are outside the knee.
    pub only_outside: bool,
}

impl<'a> EvidenceRegions<'a> {
    /// Looks up every mark. Without a mark in the knee, it is the whole knee.
    pub fn of(knowledge: &'a Knowledge, sheet: &AnswerSheet) -> Self {
        let mut regions: Vec<EvidenceRegion<'a>> = Vec::new();
        let mut beside: Vec<EvidenceRegion<'a>> = Vec::new();
        let mut outside = Vec::new();
        let mut on_shin = false;
        let mut inside = 0_u32;
        for mark in sheet.distinct_marks() {
            match mark {
                Mark::Region(region) => {
                    inside += 1;
                    let given = give_beside(knowledge, mark, &mut beside);
                    regions.push(EvidenceRegion::whole(region).of(1.0 - given));
                }
                Mark::Area(place) => match &knowledge.place(place).leads_to {
                    LeadsTo::Regions(shares) => {
                        inside += 1;
                        let given = give_beside(knowledge, mark, &mut beside);
                        for share in shares {
                            regions.push(EvidenceRegion {
                                region: share.region,
                                share: share.share * (1.0 - given),
                                times: &share.times,
                            });
                        }
                    }
                    LeadsTo::Thigh { .. } => outside.push(place),
                    LeadsTo::Shin { .. } => {
                        on_shin = true;
                        outside.push(place);
                    }
                },
            }
        }
        let only_outside = inside == 0 && !outside.is_empty();
        if inside == 0 {
            regions.push(EvidenceRegion::whole(RegionId::Diffuse));
        }
        for spot in regions.iter_mut().chain(&mut beside) {
            spot.share /= f64::from(inside.max(1));
        }
        Self {
            regions,
            beside,
            outside,
            on_shin,
            only_outside,
        }
    }

    /// The regions that one mark leads to; none if it is outside the knee.
    pub fn regions_of(knowledge: &Knowledge, mark: Mark) -> impl Iterator<Item = RegionId> {
        let (whole, shares) = match mark {
            Mark::Region(region) => (Some(region), &[][..]),
            Mark::Area(place) => match &knowledge.place(place).leads_to {
                LeadsTo::Regions(shares) => (None, &shares[..]),
                LeadsTo::Thigh { .. } | LeadsTo::Shin { .. } => (None, &[][..]),
            },
        };
        whole
            .into_iter()
            .chain(shares.iter().map(|share| share.region))
    }

    /// Whether one of these regions is among the marks. The whole knee is only if nothing outside it is marked instead.
    pub fn any(&self, regions: &[RegionId]) -> bool {
        !self.only_outside
            && self
                .regions
                .iter()
                .any(|spot| regions.contains(&spot.region))
    }

    /// Whether no single spot of the knee is marked.
    pub fn is_diffuse(&self) -> bool {
        !self.only_outside
            && self
                .regions
                .iter()
                .all(|spot| spot.region == RegionId::Diffuse)
    }
}
