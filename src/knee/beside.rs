//! Which regions lie beside a mark: a mark is not quite a point, and people and clinicians draw the same pain differently.

use super::area::{AreaId, AreaInView, DiagramArea, LeadsTo};
use super::diagram::View;
use super::id::Table;
use super::region::RegionId;
use super::sheet::Mark;

/// The regions beside each mark, and how much of a mark goes to them.
#[derive(Debug, Clone)]
pub(super) struct Beside {
    share: f64,
    of_place: Table<AreaId, Vec<RegionId>>,
    of_region: Table<RegionId, Vec<RegionId>>,
}

impl Beside {
    /// Finds the neighbours of all places, and of all regions through the places that lead to them.
    pub fn new(
        share: f64,
        places: &Table<AreaId, DiagramArea>,
        sights: &[(View, AreaInView)],
    ) -> Self {
        let mut touching: Table<AreaId, Vec<RegionId>> = Table::from_fn(|_| Vec::new());
        for (_, in_view) in sights {
            for neighbour in &in_view.neighbours {
                touching[in_view.place].extend(regions_of(&places[*neighbour]));
            }
        }
        let mut of_region: Table<RegionId, Vec<RegionId>> = Table::from_fn(|_| Vec::new());
        for (place, beside) in touching.iter() {
            for region in regions_of(&places[place]) {
                of_region[region].extend(beside.iter().copied());
            }
        }
        for place in AreaId::ALL {
            let own: Vec<_> = regions_of(&places[*place]).collect();
            tidy(&mut touching[*place], &own);
        }
        for region in RegionId::ALL {
            tidy(&mut of_region[*region], &[*region]);
        }
        Self {
            share,
            of_place: touching,
            of_region,
        }
    }

    /// The regions beside a mark, and how much of it goes to them together: nothing where there is none.
    pub fn of(&self, mark: Mark) -> (&[RegionId], f64) {
        let regions = match mark {
            Mark::Area(place) => &self.of_place[place],
            Mark::Region(region) => &self.of_region[region],
        };
        let share = if regions.is_empty() { 0.0 } else { self.share };
        (regions, share)
    }
}

fn regions_of(place: &DiagramArea) -> impl Iterator<Item = RegionId> {
    let shares = match &place.leads_to {
        LeadsTo::Regions(shares) => &shares[..],
        LeadsTo::Thigh { .. } | LeadsTo::Shin { .. } => &[],
    };
    shares.iter().map(|share| share.region)
}

/// Each once, in a fixed order, and without the mark itself.
fn tidy(regions: &mut Vec<RegionId>, own: &[RegionId]) {
    regions.sort_unstable();
    regions.dedup();
    regions.retain(|region| !own.contains(region));
}
