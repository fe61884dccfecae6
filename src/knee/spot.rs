//! What the marks of a sheet come to: regions of the evidence with their shares, and places outside the knee.

use super::condition::ConditionId;
use super::knowledge::Knowledge;
use super::place::{LeadsTo, PlaceId};
use super::region::RegionId;
use super::sheet::{AnswerSheet, Mark};

/// What the marks come to. Every mark in the knee counts the same.
#[derive(Debug, Clone)]
pub(super) struct Spots<'a> {
    /// Regions with their shares, 1 in all, and what is likelier at the spot than in the region as a whole. A region
    /// may be here several times, once for each mark that leads to it.
    pub regions: Vec<(RegionId, f64, &'a [(ConditionId, f64)])>,
    /// Marks outside the knee, in a fixed order.
    pub outside: Vec<PlaceId>,
    /// Whether a mark is on the shin.
    pub on_shin: bool,
    /// Whether there are marks, and all of them are outside the knee.
    pub only_outside: bool,
}

impl<'a> Spots<'a> {
    /// Looks up every mark. Without a mark in the knee, it is the whole knee.
    pub fn of(knowledge: &'a Knowledge, sheet: &AnswerSheet) -> Self {
        let mut regions: Vec<(RegionId, f64, &'a [(ConditionId, f64)])> = Vec::new();
        let mut outside = Vec::new();
        let mut on_shin = false;
        let mut inside = 0_u32;
        for mark in sheet.distinct_marks() {
            match mark {
                Mark::Region(region) => {
                    inside += 1;
                    regions.push((region, 1.0, &[]));
                }
                Mark::Place(place) => match &knowledge.place(place).leads_to {
                    LeadsTo::Regions(shares) => {
                        inside += 1;
                        for share in shares {
                            regions.push((share.region, share.share, &share.times));
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
            regions.push((RegionId::Diffuse, 1.0, &[]));
        }
        for (_, share, _) in &mut regions {
            *share /= f64::from(inside.max(1));
        }
        Self {
            regions,
            outside,
            on_shin,
            only_outside,
        }
    }

    /// Whether one of these regions is among the marks. The whole knee is only if nothing outside it is marked instead.
    pub fn any(&self, regions: &[RegionId]) -> bool {
        !self.only_outside
            && self
                .regions
                .iter()
                .any(|(region, ..)| regions.contains(region))
    }

    /// Whether no single spot of the knee is marked.
    pub fn is_diffuse(&self) -> bool {
        !self.only_outside
            && self
                .regions
                .iter()
                .all(|(region, ..)| *region == RegionId::Diffuse)
    }
}
