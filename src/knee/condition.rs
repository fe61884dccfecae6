//! What a sore knee may be: the conditions, and the page that describes each.

use serde::Deserialize;

use super::id::{Table, ids, resolve, take_once};
use super::red_flag::Level;
use crate::authoring::{Faults, Format, Path, Problem, Source};
use crate::words::knee as words;

ids! {
    /// A condition, in a fixed order that also settles ties: those with self-care first, then those that need someone.
    ConditionId {
        PatellofemoralPain = "pfp",
        IliotibialBandSyndrome = "itbs",
        PatellarTendinopathy = "patellar_tendinopathy",
        QuadricepsTendinopathy = "quadriceps_tendinopathy",
        FootGaitLoad = "foot_gait_load",
        PesAnserine = "pes_anserine",
        MedialMeniscus = "medial_meniscus",
        LateralMeniscus = "lateral_meniscus",
        MclSprain = "mcl_sprain",
        FatPad = "fat_pad",
        MedialPlica = "medial_plica",
        OsgoodSchlatter = "osgood_schlatter",
        SindingLarsenJohansson = "sinding_larsen_johansson",
        BicepsFemorisTendinopathy = "biceps_femoris_tendinopathy",
        MedialHamstringTendinopathy = "medial_hamstring_tendinopathy",
        PopliteusTendinopathy = "popliteus_tendinopathy",
        GastrocnemiusTendinopathy = "gastrocnemius_tendinopathy",
        BakersCyst = "bakers_cyst",
        KneeOsteoarthritis = "knee_oa",
        BoneStressInjury = "bone_stress_injury",
        ProximalTibiofibularJoint = "ptfj",
        PrepatellarBursitis = "prepatellar_bursitis",
        PostRunSoreness = "post_run_soreness",
        ReferredFromHipOrBack = "referred_hip_back",
        DeepVeinThrombosis = "dvt",
        SepticOrCrystalArthritis = "septic_or_crystal_arthritis",
        Fracture = "fracture",
        AclTear = "acl_tear",
        ExtensorRupture = "extensor_rupture",
        PatellarDislocation = "patellar_dislocation",
        PeronealNerve = "peroneal_nerve",
        VascularPopliteal = "vascular_popliteal",
        SubchondralInsufficiencyFracture = "sifk",
        SlippedHip = "scfe",
        Tumour = "tumour",
        InflammatoryArthritis = "inflammatory_arthritis",
        LateralLigament = "lcl_plc",
        // None of the above. It takes part in weighing so that nothing else has to fit; it has no page and no rank.
        Other = "other",
    }
}

impl ConditionId {
    /// Every condition that has a page: all but [`ConditionId::Other`].
    pub fn named() -> impl Iterator<Item = Self> {
        Self::ALL
            .iter()
            .copied()
            .filter(|condition| *condition != Self::Other)
    }
}

/// A condition's page.
#[derive(Debug, Clone, PartialEq)]
pub struct Condition {
    /// Which condition it is.
    pub id: ConditionId,
    /// What people call it.
    pub name: String,
    /// What clinicians call it.
    pub medical_name: String,
    /// Where it hurts, one line.
    pub place: String,
    /// What it feels like, one or two sentences.
    pub feels: String,
    /// What makes it worse, as short phrases.
    pub worse_with: Vec<String>,
    /// How it usually begins, one sentence.
    pub onset: String,
    /// Why it happens, two to four sentences.
    pub why: String,
    /// What to do about it.
    pub care: Care,
    /// Where the facts come from.
    pub sources: Vec<String>,
}

/// What to do about a condition.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub enum Care {
    /// One can do something about it oneself.
    SelfCare(SelfCare),
    /// Someone has to see it first. There are no routines for it.
    GetHelp(GetHelp),
}

/// What one can do oneself.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SelfCare {
    /// What to do now, in sentences.
    pub do_now: Vec<String>,
    /// What to leave for now, in sentences.
    pub leave: Vec<String>,
    /// How long it usually takes, loosely.
    pub recovery: String,
    /// When to have it seen, in sentences.
    pub see_someone: Vec<String>,
    /// The routines that serve it.
    pub routines: Serving,
}

/// The routines that serve a condition, by id. Some of them may not exist yet; then they are simply not listed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Serving {
    /// Where to begin.
    pub first: Vec<String>,
    /// What comes later.
    pub then: Vec<String>,
    /// What to mind while doing them.
    #[serde(default)]
    pub note: Option<String>,
}

/// Who should see it, and how soon.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GetHelp {
    /// How soon.
    pub how_soon: Level,
    /// What to do until then, in sentences.
    pub what_to_do: Vec<String>,
}

impl Condition {
    /// The ids of the routines that serve it, first ones first; none where someone has to see it.
    pub fn routines(&self) -> impl Iterator<Item = &str> {
        let serving = match &self.care {
            Care::SelfCare(care) => Some(&care.routines),
            Care::GetHelp(_) => None,
        };
        serving
            .into_iter()
            .flat_map(|serving| serving.first.iter().chain(&serving.then))
            .map(String::as_str)
    }

    /// A page of which only the id is known, for when its file could not be read.
    fn unread(id: ConditionId) -> Self {
        Self {
            id,
            name: id.id().to_owned(),
            medical_name: String::new(),
            place: String::new(),
            feels: String::new(),
            worse_with: Vec::new(),
            onset: String::new(),
            why: String::new(),
            care: Care::GetHelp(GetHelp {
                how_soon: Level::WithinTwoWeeks,
                what_to_do: Vec::new(),
            }),
            sources: Vec::new(),
        }
    }
}

/// A condition's file, before its id is looked up.
#[derive(Deserialize)]
#[serde(rename = "Condition", deny_unknown_fields)]
struct Draft {
    #[serde(rename = "format")]
    _format: Format,
    id: String,
    name: String,
    medical_name: String,
    place: String,
    feels: String,
    worse_with: Vec<String>,
    onset: String,
    why: String,
    care: Care,
    sources: Vec<String>,
}

impl Draft {
    fn check(&self, faults: &mut Faults<'_>) {
        let texts = [
            ("name", &self.name),
            ("medical_name", &self.medical_name),
            ("place", &self.place),
            ("feels", &self.feels),
            ("onset", &self.onset),
            ("why", &self.why),
        ];
        for (field, text) in texts {
            if text.trim().is_empty() {
                faults.add(&Path::Whole.field(field), words::empty_text());
            }
        }
        for (field, list) in [("worse_with", &self.worse_with), ("sources", &self.sources)] {
            if list.is_empty() {
                faults.add(&Path::Whole.field(field), words::empty_list());
            }
        }
        let care = Path::Whole.field("care");
        let lists: &[(&str, &Vec<String>)] = match &self.care {
            Care::SelfCare(care) => &[
                ("do_now", &care.do_now),
                ("leave", &care.leave),
                ("see_someone", &care.see_someone),
            ],
            Care::GetHelp(help) => &[("what_to_do", &help.what_to_do)],
        };
        for (field, list) in lists {
            if list.is_empty() {
                faults.add(&care.field(field), words::empty_list());
            }
        }
    }
}

/// Reads the pages of all conditions. Where one cannot be read, its name is all there is, and the problem says why.
pub(super) fn read<'a>(
    sources: impl IntoIterator<Item = Source<'a>>,
    problems: &mut Vec<Problem>,
) -> Table<ConditionId, Condition> {
    let mut pages = Table::from_fn(|_| None);
    for source in sources {
        let draft: Draft = match source.read() {
            Ok(draft) => draft,
            Err(problem) => {
                problems.push(problem);
                continue;
            }
        };
        let mut faults = Faults::of(source);
        draft.check(&mut faults);
        let at = Path::Whole.field("id");
        if let Some(id) = resolve::<ConditionId>(&draft.id, &at, &mut faults) {
            let page = Condition {
                id,
                name: draft.name,
                medical_name: draft.medical_name,
                place: draft.place,
                feels: draft.feels,
                worse_with: draft.worse_with,
                onset: draft.onset,
                why: draft.why,
                care: draft.care,
                sources: draft.sources,
            };
            take_once(&mut pages[id], page, id.id(), &at, &mut faults);
        }
        problems.extend(faults.into_problems());
    }
    for condition in ConditionId::named() {
        if pages[condition].is_none() {
            problems.push(Problem::of_file(
                "conditions",
                words::missing_entry(condition.id()),
            ));
        }
    }
    Table::from_fn(|id| pages[id].take().unwrap_or_else(|| Condition::unread(id)))
}
