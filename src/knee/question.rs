//! What is asked about a sore knee: the keys of all questions, and their texts.

use serde::Deserialize;

use super::id::{Table, ids, resolve, take_once};
use crate::authoring::problem::knee as words;
use crate::authoring::{Faults, Format, Path, Problem, Source};

ids! {
    /// A question, by what its answer "yes" means. The order settles ties between questions that tell equally much.
    Key {
        // Those that move the conditions.
        SuddenStart = "sudden",
        Twisted = "twist",
        ForcedInwards = "valgus",
        ChangedShoes = "shoes",
        WornShoes = "worn",
        ArchSinks = "arch",
        Squatting = "squat",
        DownStairs = "down",
        UpStairs = "up",
        SittingBent = "sit",
        Jumping = "jump",
        Downhill = "downhill",
        PredictableStart = "predictable",
        WarmsUp = "warm",
        BuildsInTheRun = "worse_run",
        Sprinting = "sprint",
        Kneeling = "kneel",
        KneeStraight = "straight",
        Pivoting = "pivot",
        DeepSquat = "deep",
        HeelRaise = "heelraise",
        ResistedBend = "curl",
        CrossLegged = "cross",
        AnkleMotion = "anklemove",
        RisingFromChair = "chair",
        Walking = "walk",
        OneFinger = "finger",
        SpreadOut = "diffuse",
        BothKnees = "both",
        TenderLowerPole = "t_inf",
        TenderUpperEdge = "t_sup",
        TenderOuterEpicondyle = "t_itb",
        TenderInnerJointLine = "t_jlm",
        TenderOuterJointLine = "t_jll",
        TenderPesAnserine = "t_pes",
        TenderFatPad = "t_fat",
        TenderTubercle = "t_tub",
        TenderInnerCord = "t_cord",
        TenderFibularHead = "t_fib",
        TenderBackOuterCorner = "t_backout",
        TenderBackInnerCorner = "t_backin",
        TenderInnerLigament = "t_mcl",
        TenderBoneSpot = "t_bone",
        TenderOuterKneecapEdge = "t_latpat",
        LumpBehind = "lump",
        LumpSoftens = "lumpsoft",
        BagInFront = "frontbag",
        SwollenNextDay = "slow",
        Catching = "catch",
        LocksBriefly = "locks",
        KneecapSlips = "slips",
        Snapping = "snap",
        NightPain = "night",
        RestPain = "rest",
        LowEnergyOrPastStressFracture = "red_s",
        ShortMorningStiffness = "ams30",
        HipPain = "hip",
        StiffHipRotation = "hiprot",
        Limp = "limp",
        FootTurnsOut = "outtoe",
        BackPain = "back",
        GrowthSpurt = "growth",
        GoneIn48Hours = "gone48",
        HopHurtsBone = "hopbone",
        JumpInLoad = "load",
        NewToRunning = "newrun",
        Pop = "pop",
        GivesWay = "give",
        // Neutral: it is asked for the story, and moves nothing.
        PainlessClicking = "click",
        // Those that only speak of what must not be missed.
        DirectBlow = "blow",
        TenderKneecapBone = "t_patella",
        ThrobbingLump = "pulse",
        SwollenFast = "fast",
        Locked = "locked",
        CannotBendToRightAngle = "no90",
        CannotTakeFourSteps = "no4",
        CannotLiftStraightLeg = "noslr",
        KneecapSlidOut = "dislo",
        Fever = "fever",
        HotKnee = "hot",
        SwollenCalf = "calf",
        ClotRisk = "clotrisk",
        Breathless = "breath",
        Numb = "numb",
        WeakLeg = "weak",
        FootDrop = "drop",
        ColdFoot = "cold",
        WeightLoss = "weight",
        LongMorningStiffness = "ams60",
        SeveralJoints = "joints",
        InjectionOrWound = "inject",
        LargeBruise = "bruise",
        WeakImmunity = "immuno",
        RunningCramps = "pvl",
        Deformed = "deform",
        TenderCalf = "calf_tender",
        SaddleNumbness = "saddle",
        GrowingLump = "lump_growing",
        PastCancer = "cancer",
        Psoriasis = "psoriasis",
        BigSwelling = "effusion",
        SeverePain = "severe",
        NoBetterAfter6Weeks = "weeks6",
        NoBetterAfter12Weeks = "weeks12",
        Pregnant = "pregnant",
        KneeReplacement = "replacement",
        RecentOperation = "operation",
        BloodThinners = "thinners",
        AntibioticOrSteroid = "antibiotic",
        Diabetes = "diabetes",
        TickBite = "tick",
        WithinSevenDays = "recent",
        Quinolone = "quinolone",
        OddLump = "lump_odd",
        HardToBearWeight = "hardweight",
        HadToStop = "stopped",
    }
}

/// A question's texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Which question it is.
    pub key: Key,
    /// What to ask.
    pub ask: String,
    /// How "yes" reads in the result: "Going down stairs hurts".
    pub sign: String,
    /// How "no" reads in the result.
    pub no_sign: String,
    /// Why it is asked, one line.
    pub why: String,
    /// How to find out, for a touch or a movement.
    pub how: Option<String>,
}

impl Question {
    fn unread(key: Key) -> Self {
        Self {
            key,
            ask: key.id().to_owned(),
            sign: key.id().to_owned(),
            no_sign: key.id().to_owned(),
            why: String::new(),
            how: None,
        }
    }
}

/// The questions' file, before the keys are looked up.
#[derive(Deserialize)]
#[serde(rename = "Questions", deny_unknown_fields)]
struct Draft {
    #[serde(rename = "format")]
    _format: Format,
    questions: Vec<DraftQuestion>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DraftQuestion {
    key: String,
    ask: String,
    sign: String,
    no_sign: String,
    why: String,
    #[serde(default)]
    how: Option<String>,
}

/// Reads the texts of all questions. Where one is missing, its key is all there is, and a problem says so.
pub(super) fn read(source: Source<'_>, problems: &mut Vec<Problem>) -> Table<Key, Question> {
    let mut questions = Table::from_fn(|_| None);
    match source.read::<Draft>() {
        Ok(draft) => {
            let mut faults = Faults::of(source);
            take_in(draft, &mut questions, &mut faults);
            problems.extend(faults.into_problems());
        }
        Err(problem) => problems.push(problem),
    }
    Table::from_fn(|key| {
        questions[key]
            .take()
            .unwrap_or_else(|| Question::unread(key))
    })
}

fn take_in(draft: Draft, questions: &mut Table<Key, Option<Question>>, faults: &mut Faults<'_>) {
    let list = Path::Whole.field("questions");
    for (index, entry) in draft.questions.into_iter().enumerate() {
        let at = list.entry(index);
        let texts = [
            ("ask", &entry.ask),
            ("sign", &entry.sign),
            ("no_sign", &entry.no_sign),
            ("why", &entry.why),
        ];
        for (field, text) in texts {
            if text.trim().is_empty() {
                faults.add(&at.field(field), words::empty_text());
            }
        }
        if let Some(key) = resolve::<Key>(&entry.key, &at.field("key"), faults) {
            let question = Question {
                key,
                ask: entry.ask,
                sign: entry.sign,
                no_sign: entry.no_sign,
                why: entry.why,
                how: entry.how,
            };
            take_once(
                &mut questions[key],
                question,
                key.id(),
                &at.field("key"),
                faults,
            );
        }
    }
    for key in Key::ALL {
        if questions[*key].is_none() {
            faults.add(&list, words::missing_entry(key.id()));
        }
    }
}
