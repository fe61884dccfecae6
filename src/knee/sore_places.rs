//! Where a condition is felt: the places of the diagram at which the evidence finds it most.

use super::area::{AreaId, LeadsTo};
use super::condition::ConditionId;
use super::knowledge::Knowledge;
use super::region::RegionId;

/// How likely it is at a place, in proportion to the place where it is likeliest, for that place to count: more than this.
const LEAST_SHARE: f64 = 0.5;

/// The places where a condition is felt, the likeliest first. None where it is felt all over the knee, or where the
/// evidence ties it to no place.
pub fn sore_places(knowledge: &Knowledge, condition: ConditionId) -> Vec<AreaId> {
    let weighed = AreaId::ALL
        .iter()
        .map(|place| (*place, weight(knowledge, *place, condition)));
    let mut weighed: Vec<_> = weighed.filter(|(_, weight)| *weight > 0.0).collect();
    weighed.sort_by(|(_, one), (_, other)| other.total_cmp(one));
    let Some((_, most)) = weighed.first().copied() else {
        return Vec::new();
    };
    if in_region(knowledge, RegionId::Diffuse, condition) > most {
        return Vec::new();
    }
    weighed
        .into_iter()
        .take_while(|(_, weight)| *weight > most * LEAST_SHARE)
        .map(|(place, _)| place)
        .collect()
}

/// How likely a condition is at a place, in percent before any question.
fn weight(knowledge: &Knowledge, place: AreaId, condition: ConditionId) -> f64 {
    let LeadsTo::Regions(shares) = &knowledge.place(place).leads_to else {
        return 0.0;
    };
    let weights = shares.iter().map(|share| {
        let times = share.times.iter().find(|(of, _)| *of == condition);
        let times = times.map_or(1.0, |(_, times)| *times);
        share.share * times * in_region(knowledge, share.region, condition)
    });
    weights.sum()
}

fn in_region(knowledge: &Knowledge, region: RegionId, condition: ConditionId) -> f64 {
    let weights = &knowledge.region(region).weights;
    let weight = weights.iter().find(|(of, _)| *of == condition);
    weight.map_or(0.0, |(_, weight)| *weight)
}
