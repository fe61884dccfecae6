//! Which question to ask next: what may still raise a flag, and then the one whose answer is expected to tell the remaining
//! conditions apart best.

mod telling;

use super::weighing::Weighing;
use super::{FAINT, MOST_SHOWN};
use crate::knee::condition::ConditionId;
use crate::knee::evidence_regions::EvidenceRegions;
use crate::knee::knowledge::Knowledge;
use crate::knee::question::Key;
use crate::knee::red_flag;
use crate::knee::region::RegionId;
use crate::knee::sheet::{Answer, AnswerSheet};
use telling::Weights;

/// The most questions asked one at a time.
const MOST: usize = 8;
/// How many questions should be asked one at a time before a clear lead ends them: a place alone is a strong clue, and
/// people trust a result more that heard them out.
const FEWEST: usize = 3;
/// A question that tells less than this, in bits, is not worth asking.
const WORTH_ASKING: f64 = 0.01;
/// The same for the first few questions, which are asked to hear people out.
const WORTH_HEARING: f64 = 0.002;
/// The share of all weight from which a condition is in view.
const IN_VIEW: f64 = 0.02;
/// Questions that tell equally much within this, in bits, are asked in their fixed order.
const EQUAL: f64 = 1e-9;

/// The questions that ask to press somewhere.
const TOUCHES: [Key; 15] = [
    Key::TenderLowerPole,
    Key::TenderUpperEdge,
    Key::TenderOuterEpicondyle,
    Key::TenderInnerJointLine,
    Key::TenderOuterJointLine,
    Key::TenderPesAnserine,
    Key::TenderFatPad,
    Key::TenderTubercle,
    Key::TenderInnerCord,
    Key::TenderFibularHead,
    Key::TenderBackOuterCorner,
    Key::TenderBackInnerCorner,
    Key::TenderInnerLigament,
    Key::TenderBoneSpot,
    Key::TenderOuterKneecapEdge,
];

/// The touch that carries most of what is known about a place: at tendons, joint lines and bumps.
const TOUCHED_FIRST: [(RegionId, Key); 11] = [
    (RegionId::Suprapatellar, Key::TenderUpperEdge),
    (RegionId::PatellarTendon, Key::TenderLowerPole),
    (RegionId::TibialTubercle, Key::TenderTubercle),
    (RegionId::LateralEpicondyle, Key::TenderOuterEpicondyle),
    (RegionId::LateralJointLine, Key::TenderOuterJointLine),
    (RegionId::FibularHead, Key::TenderFibularHead),
    (RegionId::Posterolateral, Key::TenderBackOuterCorner),
    (RegionId::MedialJointLine, Key::TenderInnerJointLine),
    (RegionId::PesAnserine, Key::TenderPesAnserine),
    (RegionId::Posteromedial, Key::TenderBackInnerCorner),
    (RegionId::MedialHamstring, Key::TenderBackInnerCorner),
];
const KNEECAP_REGIONS: [RegionId; 4] = [
    RegionId::Peripatellar,
    RegionId::Prepatellar,
    RegionId::PatellaMedialEdge,
    RegionId::PatellaLateralEdge,
];
/// Where the finger meets bone.
const BONE_REGIONS: [RegionId; 6] = [
    RegionId::PesAnserine,
    RegionId::MedialPlateau,
    RegionId::TibialTubercle,
    RegionId::Gerdy,
    RegionId::FibularHead,
    RegionId::MedialFemoral,
];

/// The question to ask next; none when a red flag stops everything, when the answer is clear, after eight questions,
/// or when no question tells anything more.
///
/// What may still raise a flag comes first. Then a touch, where one carries most of what is known about the place; then
/// whatever tells most. Before it ends, the hip is asked about if the knee explains little.
pub fn next_question(knowledge: &Knowledge, sheet: &AnswerSheet) -> Option<Key> {
    let flags = red_flag::raised(knowledge, sheet);
    if flags.iter().any(|flag| flag.level.blocks_routines()) {
        return None;
    }
    let spots = EvidenceRegions::of(knowledge, sheet);
    let asked = Asked::of(knowledge, sheet);
    if asked.alone >= MOST {
        return None;
    }
    let weighing = Weighing::of(knowledge, sheet, &spots);
    if let Some(key) = flag_question(sheet, &spots, &weighing) {
        return Some(key);
    }
    if spots.only_outside {
        return None;
    }
    let room = MOST - asked.alone;
    let wants_hip = || wants_hip(knowledge, sheet, &weighing);
    if room == 1 && wants_hip() {
        return Some(Key::StiffHipRotation);
    }
    let in_view = asked.in_view(knowledge, &weighing);
    let best = if in_view >= FEWEST && weighing.is_clear() {
        None
    } else {
        let is_early = in_view < FEWEST;
        let worth = if is_early {
            WORTH_HEARING
        } else {
            WORTH_ASKING
        };
        most_telling(knowledge, sheet, &spots, &weighing, worth)
    };
    best.or_else(|| wants_hip().then_some(Key::StiffHipRotation))
}

/// The question that tells most about what may be behind these marks, if it tells more than `worth`; but the touch of each
/// mark first.
fn most_telling(
    knowledge: &Knowledge,
    sheet: &AnswerSheet,
    spots: &EvidenceRegions<'_>,
    weighing: &Weighing,
    worth: f64,
) -> Option<Key> {
    let touch = TOUCHED_FIRST
        .iter()
        .filter(|(region, _)| spots.any(&[*region]))
        .map(|(_, key)| *key)
        .find(|key| !sheet.answers.contains_key(key) && !sheet.denies(*key));
    if touch.is_some() {
        return touch;
    }
    let weights = Weights::of(weighing);
    let mut best = (worth, None);
    for key in Key::ALL {
        let ratios = knowledge.ratios(*key);
        if ratios.is_empty()
            || sheet.answers.contains_key(key)
            || sheet.unticked.contains(key)
            || !applies(*key, sheet, spots)
            || is_touch_elsewhere(knowledge, *key, weighing)
        {
            continue;
        }
        let gain = weights.gain(ratios);
        if gain > best.0 + EQUAL {
            best = (gain, Some(*key));
        }
    }
    Some(what_comes_before(best.1?, sheet, spots))
}

/// Some questions are asked in their order, whichever of them tells more.
fn what_comes_before(key: Key, sheet: &AnswerSheet, spots: &EvidenceRegions<'_>) -> Key {
    /// At the kneecap: the squat, then how far it spreads, then sitting.
    const KNEECAP: [Key; 4] = [
        Key::Squatting,
        Key::SpreadOut,
        Key::OneFinger,
        Key::SittingBent,
    ];
    /// At the outer bump, where each run has its point.
    const OUTER_BUMP: [Key; 2] = [Key::PredictableStart, Key::Squatting];
    let is_behind_kneecap = spots.any(&[RegionId::Peripatellar]);
    let order: &[Key] = if spots.any(&[RegionId::LateralEpicondyle]) {
        &OUTER_BUMP
    } else if spots.any(&KNEECAP_REGIONS) {
        &KNEECAP
    } else {
        &[]
    };
    let mut before = order.iter().take_while(|known| **known != key);
    let is_open = |known: &&Key| {
        !sheet.answers.contains_key(*known)
            && applies(**known, sheet, spots)
            && (**known != Key::OneFinger || !sheet.answers.contains_key(&Key::SpreadOut))
    };
    let first = before.find(is_open).copied();
    first
        .filter(|_| is_behind_kneecap || order.contains(&key))
        .unwrap_or(key)
}

/// A question whose answer may raise a flag after what is known, whatever it tells about the ranking.
fn flag_question(
    sheet: &AnswerSheet,
    spots: &EvidenceRegions<'_>,
    weighing: &Weighing,
) -> Option<Key> {
    let on_bone = spots.on_shin || spots.any(&[RegionId::MedialPlateau]);
    // A bone that comes first is pressed again with care, though the check passed it over; nothing else is asked twice.
    let again = |key: &Key| *key == Key::TenderBoneSpot && on_bone;
    let open = |key: &Key| {
        let is_passed = sheet.unticked.contains(key) && !again(key);
        !is_passed && !sheet.answers.contains_key(key) && applies(*key, sheet, spots)
    };
    let may_be_bone = !sheet.denies(Key::TenderBoneSpot);
    let after: [(bool, &[Key]); 10] = [
        (on_bone, &[Key::TenderBoneSpot]),
        (on_bone && may_be_bone, &[Key::Walking, Key::BuildsInTheRun]),
        (sheet.yes(Key::TenderBoneSpot), &[Key::Walking]),
        (
            sheet.yes(Key::HipPain),
            &[Key::Walking, Key::BuildsInTheRun, Key::Limp],
        ),
        (sheet.yes(Key::PastCancer), &[Key::Walking]),
        (
            sheet.yes(Key::TenderBoneSpot) && spots.any(&BONE_REGIONS),
            &[Key::BuildsInTheRun],
        ),
        (
            sheet.yes(Key::LowEnergyOrPastStressFracture) && may_be_bone,
            &[Key::Walking],
        ),
        (
            sheet.yes(Key::SuddenStart) && sheet.age.is_some_and(|age| age.may_be_from(50)),
            &[Key::Walking, Key::KneeStraight],
        ),
        (
            sheet.any(&[Key::Fever, Key::InjectionOrWound]) && spots.any(&KNEECAP_REGIONS),
            &[Key::BagInFront],
        ),
        (
            sheet.yes(Key::Quinolone) && spots.any(&KNEECAP_REGIONS),
            &[Key::TenderLowerPole, Key::TenderUpperEdge],
        ),
    ];
    let lump: &[Key] = if sheet.yes(Key::LumpBehind) {
        &[Key::OddLump, Key::LumpSoftens]
    } else {
        &[]
    };
    let acute = weighing
        .in_order()
        .filter(|condition| *condition != ConditionId::Other)
        .take(MOST_SHOWN)
        .filter(|condition| weighing.share(*condition) >= FAINT)
        .filter_map(ConditionId::flag_questions)
        .flatten()
        .find(|key| open(key) && !sheet.denies(**key));
    let known = after
        .iter()
        .filter(|(is_so, _)| *is_so)
        .flat_map(|(_, keys)| keys.iter())
        .chain(lump)
        .find(|key| open(key));
    acute.or(known).copied()
}

/// Whether the hip should be asked about before it ends: two answers speak against what fits best; or squat, stairs and
/// every touch were denied; or from 50 on no touch hurt.
fn wants_hip(knowledge: &Knowledge, sheet: &AnswerSheet, weighing: &Weighing) -> bool {
    if sheet.answers.contains_key(&Key::StiffHipRotation)
        || sheet.denies(Key::StiffHipRotation)
        || knowledge.ratios(Key::StiffHipRotation).is_empty()
    {
        return false;
    }
    let first = weighing
        .in_order()
        .find(|condition| *condition != ConditionId::Other);
    let spoken_against = first.is_some_and(|first| weighing.signs(first).1.len() >= 2);
    let no_touch = !sheet.any(&TOUCHES);
    let nothing_bent = sheet.no(Key::Squatting)
        && [Key::DownStairs, Key::UpStairs]
            .iter()
            .any(|key| sheet.no(*key))
        && !sheet.any(&[Key::DownStairs, Key::UpStairs])
        && no_touch;
    let is_fifty = sheet.age.is_some_and(|age| age.typical() >= 50);
    spoken_against || nothing_bent || is_fifty && no_touch
}

/// What was asked one at a time so far.
struct Asked {
    /// How many questions, whatever the answer.
    alone: usize,
    /// Those that were answered with yes or no.
    answered: Vec<Key>,
}

impl Asked {
    /// The questions that do not belong to what is asked before.
    fn of(knowledge: &Knowledge, sheet: &AnswerSheet) -> Self {
        let groups = red_flag::screening(knowledge, sheet);
        let mut asked = Self {
            alone: 0,
            answered: Vec::new(),
        };
        for (key, answer) in &sheet.answers {
            let is_before = groups
                .iter()
                .any(|group| group.keys(knowledge).any(|known| known == *key));
            let is_asked = !knowledge.ratios(*key).is_empty() || *key == Key::OddLump;
            // Where the checks were gone through with ticks, they answer nothing with no.
            let is_tick = sheet.unticked.is_empty() || *answer == Answer::Yes;
            if is_asked && !(is_before && is_tick) {
                asked.alone += 1;
                if *answer != Answer::NotSure {
                    asked.answered.push(*key);
                }
            }
        }
        asked
    }

    /// How many answers concerned a condition in view.
    fn in_view(&self, knowledge: &Knowledge, weighing: &Weighing) -> usize {
        let concerns = |key: &&Key| {
            let mut ratios = knowledge.ratios(**key).iter();
            ratios.any(|ratio| {
                weighing.share(ratio.condition) >= IN_VIEW
                    || weighing.share_at_first(ratio.condition) >= IN_VIEW
            })
        };
        self.answered.iter().filter(concerns).count()
    }
}

/// Whether a question makes sense for this person after these answers.
fn applies(key: Key, sheet: &AnswerSheet, spots: &EvidenceRegions<'_>) -> bool {
    /// Nobody hops on a bone that may be overloaded, or on a swollen knee.
    const NO_HOPPING: [Key; 11] = [
        Key::TenderBoneSpot,
        Key::Walking,
        Key::BuildsInTheRun,
        Key::NightPain,
        Key::RestPain,
        Key::LowEnergyOrPastStressFracture,
        Key::HipPain,
        Key::SwollenNextDay,
        Key::SwollenFast,
        Key::BigSwelling,
        Key::HotKnee,
    ];
    match key {
        // The marks of both legs say so already.
        Key::BothKnees => false,
        Key::SuddenStart => sheet.onset.is_none(),
        // What happened in an injury was asked line by line.
        Key::Twisted | Key::ForcedInwards | Key::Pop => {
            !sheet.no(Key::SuddenStart) && !sheet.denies(key)
        }
        Key::HopHurtsBone => !sheet.any(&NO_HOPPING) && !sheet.has_injury(),
        Key::GrowthSpurt => sheet.age.is_some_and(|age| age.may_be_under(18)),
        Key::ShortMorningStiffness => sheet.age.is_none_or(|age| age.may_be_from(40)),
        Key::FootTurnsOut => sheet.age.is_some_and(|age| age.may_be_under(16)),
        Key::KneecapSlips => spots.any(&KNEECAP_REGIONS) || spots.is_diffuse(),
        Key::NewToRunning => spots.on_shin || spots.any(&BONE_REGIONS),
        Key::OddLump | Key::LumpSoftens => sheet.yes(Key::LumpBehind),
        Key::DeepSquat => !sheet.no(Key::Squatting),
        Key::SpreadOut => !sheet.yes(Key::OneFinger),
        Key::OneFinger => !sheet.yes(Key::SpreadOut),
        _ => true,
    }
}

/// Whether a question asks to press on a spot whose own condition, the one that a yes speaks for most, is not in view:
/// nobody presses on the outer joint line because it hurts above the kneecap.
fn is_touch_elsewhere(knowledge: &Knowledge, key: Key, weighing: &Weighing) -> bool {
    let ratios = knowledge.ratios(key);
    let most = ratios.iter().map(|ratio| ratio.yes).fold(0.0, f64::max);
    let mut own = ratios.iter().filter(|ratio| ratio.yes >= most);
    TOUCHES.contains(&key) && !own.any(|own| weighing.share(own.condition) >= IN_VIEW)
}
