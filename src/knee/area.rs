//! The places that can be pointed at on the diagram, and the regions of the evidence they lead to.

use serde::Deserialize;

use super::condition::ConditionId;
use super::diagram::{Point, View};
use super::id::{Table, ids, resolve, take_once};
use super::region::RegionId;
use crate::authoring::problem::knee as words;
use crate::authoring::{Faults, Format, Path, Problem, Source};

ids! {
    /// A place on the diagram. The ids are those of the outlines in the pictures.
    AreaId {
        DistalQuadriceps = "distal-quadriceps",
        VastusMedialis = "vastus-medialis",
        LateralQuadriceps = "lateral-quadriceps",
        IliotibialBandThigh = "iliotibial-band-thigh",
        MedialThigh = "medial-thigh",
        PosteriorThigh = "posterior-thigh",
        QuadricepsTendon = "quadriceps-tendon",
        Patella = "patella",
        PeripatellarMedial = "peripatellar-medial",
        PeripatellarLateral = "peripatellar-lateral",
        PatellarTendon = "patellar-tendon",
        FatPad = "fat-pad",
        TibialTubercle = "tibial-tubercle",
        MedialJointLine = "medial-joint-line",
        LateralJointLine = "lateral-joint-line",
        MedialCollateral = "medial-collateral",
        LateralCollateral = "lateral-collateral",
        MedialTibialPlateau = "medial-tibial-plateau",
        IliotibialBand = "iliotibial-band",
        GerdysTubercle = "gerdys-tubercle",
        FibularHead = "fibular-head",
        PesAnserine = "pes-anserine",
        BicepsFemorisTendon = "biceps-femoris-tendon",
        MedialHamstringTendons = "medial-hamstring-tendons",
        PoplitealFossa = "popliteal-fossa",
        PosterolateralCorner = "posterolateral-corner",
        PosteromedialCorner = "posteromedial-corner",
        GastrocnemiusMedial = "gastrocnemius-medial",
        GastrocnemiusLateral = "gastrocnemius-lateral",
        ShinAnterior = "shin-anterior",
        ShinMedial = "shin-medial",
        ShinLateral = "shin-lateral",
    }
}

/// How far the shares of a place's regions may be from 1 in all.
const SLACK: f64 = 0.001;

/// A place that can be pointed at.
#[derive(Debug, Clone, PartialEq)]
pub struct DiagramArea {
    /// Which place it is.
    pub id: AreaId,
    /// Its plain name.
    pub name: String,
    /// Its anatomical name.
    pub anatomical: String,
    /// How to recognise it, short enough for a row of a list.
    pub hint: String,
    /// Where pointing at it leads.
    pub leads_to: LeadsTo,
}

/// Where pointing at a place leads.
#[derive(Debug, Clone, PartialEq)]
pub enum LeadsTo {
    /// To regions of the evidence, their shares 1 in all.
    Regions(Vec<Share>),
    /// To nothing about knees, because this is the thigh.
    Thigh {
        /// The place of the knee to offer instead.
        nearest: AreaId,
    },
    /// To nothing about knees, because this is the shin. A sore spot on a runner's shin bone is a bone stress injury
    /// until that is answered.
    Shin {
        /// The place of the knee to offer instead.
        nearest: AreaId,
    },
}

/// A region's share in a place.
#[derive(Debug, Clone, PartialEq)]
pub struct Share {
    /// The region.
    pub region: RegionId,
    /// How much of the place it is, above 0 and up to 1.
    pub share: f64,
    /// What is likelier here than in the region as a whole, and how many times.
    pub times: Vec<(ConditionId, f64)>,
}

impl DiagramArea {
    /// Whether it belongs to the knee.
    pub fn is_of_the_knee(&self) -> bool {
        matches!(self.leads_to, LeadsTo::Regions(_))
    }

    /// The place of the knee to offer instead of one outside it.
    pub fn nearest_of_the_knee(&self) -> Option<AreaId> {
        match self.leads_to {
            LeadsTo::Regions(_) => None,
            LeadsTo::Thigh { nearest } | LeadsTo::Shin { nearest } => Some(nearest),
        }
    }

    /// A place of which only the id is known, for when it could not be read. It is as good as the whole knee.
    fn unread(id: AreaId) -> Self {
        Self {
            id,
            name: id.id().to_owned(),
            anatomical: String::new(),
            hint: String::new(),
            leads_to: LeadsTo::Regions(vec![Share {
                region: RegionId::Diffuse,
                share: 1.0,
                times: Vec::new(),
            }]),
        }
    }
}

/// A place as one view shows it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct AreaInView {
    /// The place.
    pub place: AreaId,
    /// Decides whose a point on a border is: the lowest number comes first.
    pub priority: u32,
    /// Where a pin or a label goes, on the right leg.
    pub anchor: Point,
    /// The places it touches in this view.
    pub neighbours: Vec<AreaId>,
}

/// The places' file, before the ids in it are looked up.
#[derive(Deserialize)]
#[serde(rename = "Places", deny_unknown_fields)]
struct Draft {
    #[serde(rename = "format")]
    _format: Format,
    places: Vec<DraftPlace>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DraftPlace {
    id: String,
    name: String,
    anatomical: String,
    hint: String,
    leads_to: DraftLeadsTo,
    views: Vec<DraftAreaInView>,
}

#[derive(Deserialize)]
enum DraftLeadsTo {
    Regions(Vec<DraftShare>),
    OutsideThigh { nearest: String },
    OutsideShin { nearest: String },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DraftShare {
    id: String,
    share: f64,
    #[serde(default)]
    times: Vec<(String, f64)>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DraftAreaInView {
    view: View,
    priority: u32,
    anchor: (f32, f32),
    neighbours: Vec<String>,
}

/// All places, and which of them each view shows.
pub(super) struct Places {
    pub places: Table<AreaId, DiagramArea>,
    pub sights: Vec<(View, AreaInView)>,
}

/// Reads all places. Where one cannot be read, its id is all there is, and a problem says why.
pub(super) fn read(source: Source<'_>, problems: &mut Vec<Problem>) -> Places {
    let mut places = Table::from_fn(|_| None);
    let mut sights = Vec::new();
    match source.read::<Draft>() {
        Ok(draft) => {
            let mut faults = Faults::of(source);
            let list = Path::Whole.field("places");
            for (index, entry) in draft.places.into_iter().enumerate() {
                let at = list.entry(index);
                let Some(id) = resolve::<AreaId>(&entry.id, &at.field("id"), &mut faults) else {
                    continue;
                };
                let (place, seen) = entry.resolve(id, &at, &mut faults);
                sights.extend(seen);
                if let Some(place) = place {
                    take_once(
                        &mut places[id],
                        place,
                        id.id(),
                        &at.field("id"),
                        &mut faults,
                    );
                }
            }
            for id in AreaId::ALL {
                if places[*id].is_none() {
                    faults.add(&list, words::missing_entry(id.id()));
                }
            }
            problems.extend(faults.into_problems());
        }
        Err(problem) => problems.push(problem),
    }
    Places {
        places: Table::from_fn(|id| places[id].take().unwrap_or_else(|| DiagramArea::unread(id))),
        sights,
    }
}

impl DraftPlace {
    fn resolve(
        self,
        id: AreaId,
        at: &Path<'_>,
        faults: &mut Faults<'_>,
    ) -> (Option<DiagramArea>, Vec<(View, AreaInView)>) {
        let list = at.field("views");
        let mut sights = Vec::new();
        for (index, in_view) in self.views.into_iter().enumerate() {
            let entry = list.entry(index);
            let at = entry.field("neighbours");
            let neighbours = in_view
                .neighbours
                .iter()
                .filter_map(|neighbour| resolve(neighbour, &at, faults));
            let (x, y) = in_view.anchor;
            sights.push((
                in_view.view,
                AreaInView {
                    place: id,
                    priority: in_view.priority,
                    anchor: Point { x, y },
                    neighbours: neighbours.collect(),
                },
            ));
        }
        let leads_to = self.leads_to.resolve(&at.field("leads_to"), faults);
        let place = leads_to.map(|leads_to| DiagramArea {
            id,
            name: self.name,
            anatomical: self.anatomical,
            hint: self.hint,
            leads_to,
        });
        (place, sights)
    }
}

impl DraftLeadsTo {
    fn resolve(self, at: &Path<'_>, faults: &mut Faults<'_>) -> Option<LeadsTo> {
        match self {
            Self::OutsideThigh { nearest } => Some(LeadsTo::Thigh {
                nearest: resolve(&nearest, at, faults)?,
            }),
            Self::OutsideShin { nearest } => Some(LeadsTo::Shin {
                nearest: resolve(&nearest, at, faults)?,
            }),
            Self::Regions(shares) => {
                let sum: f64 = shares.iter().map(|share| share.share).sum();
                let all_positive = shares.iter().all(|share| share.share > 0.0);
                if !all_positive || !sum.is_finite() || (sum - 1.0).abs() > SLACK {
                    faults.add(at, words::shares_do_not_sum(sum));
                }
                let shares = shares.into_iter().filter_map(|share| {
                    let times = share.times.iter().filter_map(|(condition, times)| {
                        if !times.is_finite() || *times <= 0.0 {
                            faults.add(at, words::weight_not_positive());
                            return None;
                        }
                        Some((resolve(condition, at, faults)?, *times))
                    });
                    let times = times.collect();
                    Some(Share {
                        region: resolve(&share.id, at, faults)?,
                        share: share.share,
                        times,
                    })
                });
                let shares: Vec<_> = shares.collect();
                (!shares.is_empty()).then_some(LeadsTo::Regions(shares))
            }
        }
    }
}
