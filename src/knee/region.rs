//! Where it hurts, as the evidence divides the knee: 23 regions, each with what it may be and how likely from the start.

use serde::Deserialize;

use super::condition::ConditionId;
use super::id::{Table, ids, resolve, take_once};
use super::question::Key;
use super::sheet::AnswerSheet;
use crate::authoring::problem::knee as words;
use crate::authoring::{Faults, Format, Path, Problem, Source as Text};

ids! {
    /// A region of the evidence.
    RegionId {
        Suprapatellar = "suprapatellar",
        Peripatellar = "peripatellar",
        Prepatellar = "prepatellar",
        PatellarTendon = "patellar_tendon",
        FatPad = "fat_pad",
        TibialTubercle = "tibial_tubercle",
        PatellaMedialEdge = "patella_medial_edge",
        PatellaLateralEdge = "patella_lateral_edge",
        LateralEpicondyle = "lateral_epicondyle",
        LateralJointLine = "lateral_joint_line",
        Gerdy = "gerdy",
        FibularHead = "fibular_head",
        Posterolateral = "posterolateral",
        MedialFemoral = "medial_femoral",
        MedialJointLine = "medial_joint_line",
        PesAnserine = "pes_anserine",
        MedialPlateau = "medial_plateau",
        Posteromedial = "posteromedial",
        PoplitealFossa = "popliteal_fossa",
        MedialHamstring = "medial_hamstring",
        LateralHamstring = "lateral_hamstring",
        UpperCalf = "upper_calf",
        Diffuse = "diffuse",
    }
}

/// How far a region's weights may be from 100 percent in all.
const SLACK: f64 = 0.5;

/// Where a number comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
pub enum Source {
    /// A published study of examinations or histories.
    Published,
    /// The same, halved because people examine themselves here.
    PublishedHalved,
    /// Published direction, size adjusted.
    PublishedAdjusted,
    /// Published as saying nothing in older people.
    PublishedNone,
    /// An estimate of ours.
    Estimated,
}

/// A region with what it may be.
#[derive(Debug, Clone)]
pub struct Region {
    /// Which region it is.
    pub id: RegionId,
    /// Its plain name.
    pub name: String,
    /// What lies there.
    pub place: String,
    /// Where its weights come from.
    pub source: Source,
    /// What it may be, in percent of a grown-up runner's gradual pain there, before any question.
    pub weights: Vec<(ConditionId, f64)>,
    /// What changes a weight here.
    pub modifiers: Vec<Modifier>,
    /// What changes a weight in every region that lists the condition, as far as this one does.
    general: Vec<Modifier>,
}

/// A factor on one weight of a region, under conditions that all have to hold.
#[derive(Debug, Clone)]
pub struct Modifier {
    /// Whose weight it changes.
    pub condition: ConditionId,
    /// How many times as likely it becomes.
    pub times: f64,
    /// Where that comes from.
    pub source: Source,
    /// Whether the modifiers of all regions do not change that weight beside it.
    is_alone: bool,
    when: Vec<When>,
}

impl Modifier {
    fn holds(&self, condition: ConditionId, sheet: &AnswerSheet) -> bool {
        self.condition == condition && self.when.iter().all(|when| when.holds(sheet))
    }
}

#[derive(Debug, Clone)]
enum When {
    /// From this age to that, in whole years, both included.
    Age { from: u8, to: u8 },
    /// Any of these is answered with yes.
    AnyYes(Vec<Key>),
    /// No injury is known of.
    NoInjury,
}

impl When {
    fn holds(&self, sheet: &AnswerSheet) -> bool {
        match self {
            Self::Age { from, to } => sheet
                .age
                .is_some_and(|age| (*from..=*to).contains(&age.typical())),
            Self::AnyYes(keys) => sheet.any(keys),
            Self::NoInjury => !sheet.has_injury(),
        }
    }
}

impl Region {
    /// What it may be for this person, in percent before modifiers and without scaling back to 100 after them.
    pub fn weights_for(&self, sheet: &AnswerSheet) -> impl Iterator<Item = (ConditionId, f64)> {
        self.weights.iter().map(move |(condition, weight)| {
            let mut weight = *weight;
            let mut is_alone = false;
            for modifier in &self.modifiers {
                if modifier.holds(*condition, sheet) {
                    weight *= modifier.times;
                    is_alone |= modifier.is_alone;
                }
            }
            for modifier in &self.general {
                if !is_alone && modifier.holds(*condition, sheet) {
                    weight *= modifier.times;
                }
            }
            (*condition, weight)
        })
    }

    /// A region of which only the id is known, for when it could not be read.
    fn unread(id: RegionId) -> Self {
        Self {
            id,
            name: id.id().to_owned(),
            place: String::new(),
            source: Source::Estimated,
            weights: vec![(ConditionId::Other, 100.0)],
            modifiers: Vec::new(),
            general: Vec::new(),
        }
    }

    /// Takes in what changes weights in all regions, as far as it changes one of these.
    fn take_general(&mut self, general: &[(Modifier, Vec<RegionId>)]) {
        let listed = |condition| self.weights.iter().any(|(known, _)| *known == condition);
        let mine = general.iter().filter(|(modifier, at)| {
            listed(modifier.condition) && (at.is_empty() || at.contains(&self.id))
        });
        self.general = mine.map(|(modifier, _)| modifier.clone()).collect();
    }
}

/// All regions, and how much of a mark goes to those beside it.
pub(super) struct Regions {
    pub regions: Table<RegionId, Region>,
    /// From 0 to [`MOST_BESIDE`].
    pub beside: f64,
}

/// The most of a mark that may go to the regions beside it, out of 1.
pub const MOST_BESIDE: f64 = 0.1;

/// The regions' file, before the ids in it are looked up.
#[derive(Deserialize)]
#[serde(rename = "Regions", deny_unknown_fields)]
struct Draft {
    #[serde(rename = "format")]
    _format: Format,
    #[serde(default)]
    beside: f64,
    #[serde(default)]
    modifiers: Vec<DraftModifier>,
    regions: Vec<DraftRegion>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DraftRegion {
    id: String,
    name: String,
    place: String,
    source: Source,
    weights: Vec<(String, f64)>,
    #[serde(default)]
    modifiers: Vec<DraftModifier>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DraftModifier {
    condition: String,
    times: f64,
    when: Vec<DraftWhen>,
    source: Source,
    #[serde(default)]
    alone: bool,
    #[serde(default)]
    at: Vec<String>,
}

#[derive(Deserialize)]
enum DraftWhen {
    Age {
        #[serde(default)]
        from: u8,
        #[serde(default = "oldest")]
        to: u8,
    },
    AnyYes(Vec<String>),
    NoInjury,
}

const fn oldest() -> u8 {
    u8::MAX
}

/// Reads all regions. Where one cannot be read it may be anything, and a problem says why.
pub(super) fn read(source: Text<'_>, problems: &mut Vec<Problem>) -> Regions {
    let mut regions = Table::from_fn(|_| None);
    let mut general = Vec::new();
    let mut beside = 0.0;
    match source.read::<Draft>() {
        Ok(draft) => {
            let mut faults = Faults::of(source);
            beside = draft.beside;
            if !(0.0..=MOST_BESIDE).contains(&beside) {
                faults.add(
                    &Path::Whole.field("beside"),
                    words::too_much_beside(MOST_BESIDE),
                );
                beside = 0.0;
            }
            let list = Path::Whole.field("modifiers");
            for (index, modifier) in draft.modifiers.into_iter().enumerate() {
                let at = list.entry(index);
                let regions = modifier.regions(&at, &mut faults);
                let modifier = modifier.resolve(None, &at, &mut faults);
                general.extend(modifier.map(|modifier| (modifier, regions)));
            }
            let list = Path::Whole.field("regions");
            for (index, entry) in draft.regions.into_iter().enumerate() {
                let at = list.entry(index);
                if let Some(id) = resolve::<RegionId>(&entry.id, &at.field("id"), &mut faults) {
                    let region = entry.resolve(id, &at, &mut faults);
                    take_once(
                        &mut regions[id],
                        region,
                        id.id(),
                        &at.field("id"),
                        &mut faults,
                    );
                }
            }
            for id in RegionId::ALL {
                if regions[*id].is_none() {
                    faults.add(&list, words::missing_entry(id.id()));
                }
            }
            problems.extend(faults.into_problems());
        }
        Err(problem) => problems.push(problem),
    }
    Regions {
        regions: Table::from_fn(|id| {
            let mut region = regions[id].take().unwrap_or_else(|| Region::unread(id));
            region.take_general(&general);
            region
        }),
        beside,
    }
}

impl DraftRegion {
    fn resolve(self, id: RegionId, at: &Path<'_>, faults: &mut Faults<'_>) -> Region {
        let list = at.field("weights");
        let sum: f64 = self.weights.iter().map(|(_, weight)| weight).sum();
        if (sum - 100.0).abs() > SLACK || !sum.is_finite() {
            faults.add(&list, words::weights_do_not_sum(sum));
        }
        let mut weights: Vec<(ConditionId, f64)> = Vec::new();
        for (index, (condition, weight)) in self.weights.iter().enumerate() {
            let at = list.entry(index);
            if weight.is_nan() || *weight <= 0.0 {
                faults.add(&at.entry(1), words::weight_not_positive());
            } else if let Some(condition) = resolve(condition, &at.entry(0), faults) {
                if weights.iter().any(|(known, _)| *known == condition) {
                    faults.add(&at.entry(0), words::twice_in_region(condition.id()));
                } else {
                    weights.push((condition, *weight));
                }
            }
        }
        if weights.is_empty() {
            weights.push((ConditionId::Other, 100.0));
        }

        let list = at.field("modifiers");
        let mut modifiers = Vec::new();
        for (index, modifier) in self.modifiers.into_iter().enumerate() {
            let at = list.entry(index);
            let known: Vec<_> = weights.iter().map(|(condition, _)| *condition).collect();
            modifiers.extend(modifier.resolve(Some(&known), &at, faults));
        }
        Region {
            id,
            name: self.name,
            place: self.place,
            source: self.source,
            weights,
            modifiers,
            general: Vec::new(),
        }
    }
}

impl DraftModifier {
    /// The regions it holds in; none means all of them.
    fn regions(&self, at: &Path<'_>, faults: &mut Faults<'_>) -> Vec<RegionId> {
        let at = at.field("at");
        let regions = self.at.iter().filter_map(|id| resolve(id, &at, faults));
        regions.collect()
    }

    /// The modifier, of one of the known conditions where only those are allowed.
    fn resolve(
        self,
        known: Option<&[ConditionId]>,
        at: &Path<'_>,
        faults: &mut Faults<'_>,
    ) -> Option<Modifier> {
        let name = at.field("condition");
        let condition = resolve::<ConditionId>(&self.condition, &name, faults)?;
        if known.is_some_and(|known| !known.contains(&condition)) {
            faults.add(&name, words::modifier_without_weight(condition.id()));
        }
        let times = self.times;
        if !times.is_finite() || times <= 0.0 {
            faults.add(&at.field("times"), words::weight_not_positive());
            return None;
        }
        let list = at.field("when");
        let mut when = Vec::new();
        for (index, one) in self.when.into_iter().enumerate() {
            let at = list.entry(index);
            when.push(match one {
                DraftWhen::Age { from, to } => {
                    if from > to {
                        faults.add(&at, words::age_backwards());
                    }
                    When::Age { from, to }
                }
                DraftWhen::AnyYes(keys) => When::AnyYes(
                    keys.iter()
                        .filter_map(|key| resolve(key, &at, faults))
                        .collect(),
                ),
                DraftWhen::NoInjury => When::NoInjury,
            });
        }
        Some(Modifier {
            condition,
            times,
            source: self.source,
            is_alone: self.alone,
            when,
        })
    }
}
