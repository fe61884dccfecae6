//! What a sore knee may be: the conditions, and the page that describes each.

use serde::Deserialize;

use super::id::{Table, ids, resolve, take_once};
use super::question::Key;
use super::red_flag::Level;
use crate::authoring::problem::knee as words;
use crate::authoring::{Faults, Format, Path, Problem, Source};

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
        PatellarInstability = "patellar_instability",
        MedialPlica = "medial_plica",
        OsgoodSchlatter = "osgood_schlatter",
        SindingLarsenJohansson = "sinding_larsen_johansson",
        BicepsFemorisTendinopathy = "biceps_femoris_tendinopathy",
        MedialHamstringTendinopathy = "medial_hamstring_tendinopathy",
        PopliteusTendinopathy = "popliteus_tendinopathy",
        GastrocnemiusTendinopathy = "gastrocnemius_tendinopathy",
        CalfStrain = "calf_strain",
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
        OsteochondritisDissecans = "ocd",
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

    /// The questions whose yes raises the flag of a condition that is only ever acute. It is never listed without its flag.
    /// None for all others.
    pub(super) const fn flag_questions(self) -> Option<&'static [Key]> {
        match self {
            Self::DeepVeinThrombosis => Some(&[Key::SwollenCalf, Key::TenderCalf, Key::ClotRisk]),
            Self::VascularPopliteal => Some(&[Key::RunningCramps, Key::ThrobbingLump]),
            Self::Fracture => Some(&[Key::CannotTakeFourSteps]),
            Self::SlippedHip => Some(&[Key::HipPain, Key::StiffHipRotation]),
            Self::Tumour => Some(&[Key::NightPain, Key::RestPain]),
            Self::SepticOrCrystalArthritis => Some(&[Key::HotKnee, Key::Fever]),
            Self::AclTear => Some(&[Key::GivesWay, Key::SwollenFast]),
            Self::ExtensorRupture => Some(&[Key::CannotLiftStraightLeg]),
            _ => None,
        }
    }

    /// Whether it is only ever acute.
    pub const fn is_acute(self) -> bool {
        self.flag_questions().is_some()
    }
}

/// Where in the list of conditions it stands, by where it hurts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Deserialize)]
#[allow(missing_docs)] // The names say it.
pub enum Area {
    Front,
    Outer,
    Inner,
    Back,
    #[default]
    Whole,
}

impl Area {
    /// All of them, in the order of the list.
    pub const ALL: [Self; 5] = [
        Self::Front,
        Self::Outer,
        Self::Inner,
        Self::Back,
        Self::Whole,
    ];
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
    /// The part of the knee it belongs to.
    pub area: Area,
    /// Its rank among the conditions of its area, the most common in runners first, from 1.
    pub rank: u8,
    /// Whether it is among the few that most runners with a sore knee have.
    pub is_common: bool,
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
    pub sources: Vec<Reference>,
}

/// Where a fact comes from.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reference {
    /// Who wrote it, when and where.
    pub cite: String,
    /// Its address, where one is known.
    #[serde(default)]
    pub at: Option<String>,
}

impl Reference {
    /// The address, where it is one that a browser opens.
    pub fn web_address(&self) -> Option<&str> {
        let address = self.at.as_deref()?;
        let is_of_the_web = address.starts_with("https://") || address.starts_with("http://");
        is_of_the_web.then_some(address)
    }
}

/// What to do about a condition.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub enum Care {
    /// One can do something about it oneself.
    SelfCare(SelfCare),
    /// Someone should look at it before there is any exercise for it.
    SeeFirst(SeeFirst),
    /// Someone has to see it. There are no routines for it.
    GetHelp(GetHelp),
}

impl Care {
    /// How soon someone should see it, where someone should.
    pub const fn how_soon(&self) -> Option<Level> {
        match self {
            Self::SelfCare(_) => None,
            Self::SeeFirst(care) => Some(care.how_soon),
            Self::GetHelp(help) => Some(help.how_soon),
        }
    }
}

/// What one can do oneself.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SelfCare {
    /// What to do now, the most important first.
    pub do_now: Vec<Advice>,
    /// What to leave for now, in sentences.
    pub leave: Vec<String>,
    /// How long it usually takes, loosely.
    pub recovery: String,
    /// When to have it seen, as clauses of one sentence.
    pub see_someone: Vec<String>,
    /// The routines that serve it.
    pub routines: Serving,
}

/// Who should look at it, and what one can do before and after.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SeeFirst {
    /// How soon.
    pub how_soon: Level,
    /// What to do until then, the most important first.
    pub what_to_do: Vec<Advice>,
    /// What to leave until then, in sentences.
    pub leave: Vec<String>,
    /// How long it usually takes, loosely.
    pub recovery: String,
    /// When to have it seen sooner, as clauses of one sentence.
    pub see_someone: Vec<String>,
    /// The routines that serve it once someone has looked and said that exercise is fine.
    #[serde(default)]
    pub routines: Serving,
}

/// One thing to do.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Advice {
    /// What sort of thing it is.
    pub kind: AdviceKind,
    /// What to do, as a short sentence without a full stop.
    pub what: String,
    /// How, how often or how much, in sentences. May be empty.
    #[serde(default)]
    pub how: String,
}

/// What sort of thing there is to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
pub enum AdviceKind {
    /// Exercise that makes stronger.
    Strengthen,
    /// Exercise that keeps supple.
    Move,
    /// Other running: shorter, flatter, slower.
    Run,
    /// How much it may hurt.
    Load,
    /// Shorter, quicker steps.
    Cadence,
    /// Walking, cycling or swimming.
    Walk,
    /// Leaving it alone.
    Rest,
    /// Cold, or a bandage.
    Cool,
    /// Shoes and insoles.
    Shoes,
    /// Tape, a strap or a brace.
    Support,
    /// Medicines, and what to know about them.
    Medicine,
    /// Someone to see or to ask.
    Ask,
    /// The emergency number.
    Call,
    /// Something to watch for.
    Watch,
    /// Sitting down.
    Sit,
    /// Somebody at one's side.
    Company,
    /// Driving.
    Drive,
    /// Pressing, rubbing or stretching.
    Touch,
    /// Waiting.
    Wait,
    /// What to say to whoever looks.
    Tell,
    /// Something not to do.
    Avoid,
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

impl Serving {
    /// The ids of those that may be offered now, first ones first: none where there is nothing to begin with yet.
    pub fn offered(&self) -> impl Iterator<Item = &str> {
        let begins = !self.first.is_empty();
        self.all().filter(move |_| begins)
    }

    /// The ids of all of them, first ones first.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        self.first.iter().chain(&self.then).map(String::as_str)
    }
}

/// Who should see it, and how soon.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GetHelp {
    /// How soon.
    pub how_soon: Level,
    /// What to do until then, the most important first.
    pub what_to_do: Vec<Advice>,
}

impl Condition {
    /// The routines its page names, whether they may be offered or not. [`routines_for`](super::routines_for) says that.
    pub fn named_routines(&self) -> impl Iterator<Item = &str> {
        let serving = match &self.care {
            Care::SelfCare(care) => Some(&care.routines),
            Care::SeeFirst(care) => Some(&care.routines),
            Care::GetHelp(_) => None,
        };
        serving.into_iter().flat_map(Serving::all)
    }

    /// A page of which only the id is known, for when its file could not be read.
    fn unread(id: ConditionId) -> Self {
        Self {
            id,
            name: id.id().to_owned(),
            medical_name: String::new(),
            place: String::new(),
            area: Area::Whole,
            rank: u8::MAX,
            is_common: false,
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
    #[serde(default)]
    area: Area,
    #[serde(default = "last")]
    rank: u8,
    #[serde(default)]
    common: bool,
    feels: String,
    worse_with: Vec<String>,
    onset: String,
    why: String,
    care: Care,
    sources: Vec<Reference>,
}

const fn last() -> u8 {
    u8::MAX
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
        let lists = [
            ("worse_with", self.worse_with.is_empty()),
            ("sources", self.sources.is_empty()),
        ];
        for (field, is_empty) in lists {
            if is_empty {
                faults.add(&Path::Whole.field(field), words::empty_list());
            }
        }
        let care = Path::Whole.field("care");
        let lists: &[(&str, bool)] = match &self.care {
            Care::SelfCare(care) => &[
                ("do_now", care.do_now.is_empty()),
                ("leave", care.leave.is_empty()),
                ("see_someone", care.see_someone.is_empty()),
            ],
            Care::SeeFirst(care) => &[
                ("what_to_do", care.what_to_do.is_empty()),
                ("leave", care.leave.is_empty()),
                ("see_someone", care.see_someone.is_empty()),
            ],
            Care::GetHelp(help) => &[("what_to_do", help.what_to_do.is_empty())],
        };
        for (field, is_empty) in lists {
            if *is_empty {
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
                area: draft.area,
                rank: draft.rank,
                is_common: draft.common,
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
