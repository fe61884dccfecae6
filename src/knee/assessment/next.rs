//! Which question to ask next: the one whose answer is expected to tell the remaining conditions apart best.
//!
//! How much a question tells is the uncertainty of the weights now, in bits, less what is expected of it after the
//! answer. What to expect is read off the ratios: a condition whose ratios are y for yes and n for no gets a yes with
//! probability y (1 - n) / (y - n), which is what both together say about a test; anybody else gets a yes as often as
//! the conditions of the same question let expect of those who do not have them, (1 - n) / (y - n) on average. Every
//! probability is kept from 5 % to 95 %.

use super::weighing::Weighing;
use crate::knee::condition::ConditionId;
use crate::knee::knowledge::Knowledge;
use crate::knee::likelihood::Ratio;
use crate::knee::question::Key;
use crate::knee::red_flag;
use crate::knee::region::RegionId;
use crate::knee::sheet::{Answer, AnswerSheet};
use crate::knee::spot::Spots;

/// The most questions asked one at a time.
const MOST: usize = 8;
/// How many questions should be asked one at a time before a clear lead ends them: a place alone is a strong clue, and
/// people trust a result more that heard them out.
const FEWEST: usize = 3;
/// A question that tells less than this, in bits, is not worth asking.
const WORTH_ASKING: f64 = 0.01;
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

/// What a sore spot on the bone raises first.
const BONE_FIRST: [Key; 2] = [Key::TenderBoneSpot, Key::Walking];

/// The question to ask next; none when a red flag stops everything, when the answer is clear, after eight questions,
/// or when no question tells anything more.
pub fn next_question(knowledge: &Knowledge, sheet: &AnswerSheet) -> Option<Key> {
    let flags = red_flag::raised(knowledge, sheet);
    if flags.iter().any(|flag| flag.level.blocks_routines()) {
        return None;
    }
    let spots = Spots::of(knowledge, sheet);
    if spots.on_shin || spots.any(&[RegionId::MedialPlateau]) {
        let mut bone = BONE_FIRST.into_iter();
        if let Some(key) = bone.find(|key| !sheet.answers.contains_key(key)) {
            return Some(key);
        }
    }
    if spots.only_outside || asked_alone(knowledge, sheet) >= MOST {
        return None;
    }
    let weighing = Weighing::of(knowledge, sheet, &spots);
    if answered_alone(knowledge, sheet) >= FEWEST && weighing.is_clear() {
        return None;
    }

    let weights = Weights::of(&weighing);
    let mut best = (WORTH_ASKING, None);
    for key in Key::ALL {
        let asked = sheet.answers.contains_key(key);
        if asked || !applies(*key, sheet) || is_touch_elsewhere(knowledge, *key, &weighing) {
            continue;
        }
        let gain = weights.gain(knowledge.ratios(*key));
        if gain > best.0 + EQUAL {
            best = (gain, Some(*key));
        }
    }
    best.1
}

fn moves_any(knowledge: &Knowledge, key: Key) -> bool {
    !knowledge.ratios(key).is_empty()
}

/// How many questions were asked one at a time, whatever the answer.
fn asked_alone(knowledge: &Knowledge, sheet: &AnswerSheet) -> usize {
    alone(knowledge, sheet).count()
}

/// How many of them were answered with yes or no.
fn answered_alone(knowledge: &Knowledge, sheet: &AnswerSheet) -> usize {
    alone(knowledge, sheet)
        .filter(|answer| *answer != Answer::NotSure)
        .count()
}

/// The answers to questions that move conditions and do not belong to what is asked before.
fn alone(knowledge: &Knowledge, sheet: &AnswerSheet) -> impl Iterator<Item = Answer> {
    let groups = red_flag::screening(knowledge, sheet);
    sheet
        .answers
        .iter()
        .filter(move |(key, _)| {
            moves_any(knowledge, **key) && !groups.iter().any(|group| group.keys.contains(key))
        })
        .map(|(_, answer)| *answer)
}

/// Whether a question makes sense for this person after these answers.
fn applies(key: Key, sheet: &AnswerSheet) -> bool {
    /// Nobody hops on a bone that may be overloaded, or on a swollen knee.
    const NO_HOPPING: [Key; 10] = [
        Key::TenderBoneSpot,
        Key::Walking,
        Key::BuildsInTheRun,
        Key::NightPain,
        Key::RestPain,
        Key::LowEnergyOrPastStressFracture,
        Key::SwollenNextDay,
        Key::SwollenFast,
        Key::BigSwelling,
        Key::HotKnee,
    ];
    match key {
        Key::SuddenStart => sheet.onset.is_none(),
        Key::Twisted | Key::ForcedInwards => !sheet.no(Key::SuddenStart),
        Key::HopHurtsBone => !sheet.any(&NO_HOPPING) && !sheet.has_injury(),
        Key::GrowthSpurt => sheet.age.is_some_and(|age| age.may_be_under(18)),
        Key::LumpSoftens => sheet.yes(Key::LumpBehind),
        Key::DeepSquat => !sheet.no(Key::Squatting),
        Key::SpreadOut => !sheet.yes(Key::OneFinger),
        Key::OneFinger => !sheet.yes(Key::SpreadOut),
        _ => true,
    }
}

/// Whether a question asks to press on a spot whose own condition, the one that a yes speaks for most, is not in view:
/// nobody presses on the outer joint line because it hurts above the kneecap.
fn is_touch_elsewhere(knowledge: &Knowledge, key: Key, weighing: &Weighing) -> bool {
    const IN_VIEW: f64 = 0.02;
    let own = knowledge
        .ratios(key)
        .iter()
        .max_by(|a, b| a.yes.total_cmp(&b.yes));
    TOUCHES.contains(&key) && own.is_none_or(|own| weighing.share(own.condition) < IN_VIEW)
}

/// Shares of all weight, and their uncertainty.
struct Weights {
    shares: Vec<(ConditionId, f64)>,
    /// In bits.
    entropy: f64,
}

impl Weights {
    fn of(weighing: &Weighing) -> Self {
        let shares: Vec<_> = ConditionId::ALL
            .iter()
            .map(|condition| (*condition, weighing.share(*condition)))
            .filter(|(_, share)| *share > 0.0)
            .collect();
        let entropy = entropy(shares.iter().map(|(_, share)| *share));
        Self { shares, entropy }
    }

    /// How much the answer to a question with these ratios is expected to tell, in bits.
    fn gain(&self, ratios: &[Ratio]) -> f64 {
        let concerns_any = ratios.iter().any(|ratio| {
            let mut shares = self.shares.iter();
            shares.any(|(condition, _)| *condition == ratio.condition)
        });
        if !concerns_any {
            return 0.0;
        }
        let others = yes_of_others(ratios);
        let mut yes = 0.0;
        let mut after_yes = Vec::with_capacity(self.shares.len());
        let mut after_no = Vec::with_capacity(self.shares.len());
        for (condition, share) in &self.shares {
            let ratio = ratios.iter().find(|ratio| ratio.condition == *condition);
            let expected = ratio.and_then(|ratio| Some(expectation(ratio)?.0));
            yes += share * expected.unwrap_or(others);
            after_yes.push(share * ratio.map_or(1.0, |ratio| ratio.yes));
            after_no.push(share * ratio.map_or(1.0, |ratio| ratio.no));
        }
        let expected =
            yes * entropy(after_yes.into_iter()) + (1.0 - yes) * entropy(after_no.into_iter());
        self.entropy - expected
    }
}

/// The probabilities of a yes with a condition and without it, if both ratios together say anything about them.
fn expectation(ratio: &Ratio) -> Option<(f64, f64)> {
    let (yes, no) = (ratio.yes, ratio.no);
    // One above 1 and the other below, or they contradict each other.
    ((yes - 1.0) * (1.0 - no) > 0.0).then(|| {
        let without = (1.0 - no) / (yes - no);
        (kept_possible(yes * without), kept_possible(without))
    })
}

/// The probability of a yes from somebody with none of the conditions of a question.
fn yes_of_others(ratios: &[Ratio]) -> f64 {
    let known: Vec<_> = ratios.iter().filter_map(expectation).collect();
    if known.is_empty() {
        0.5
    } else {
        known.iter().map(|(_, without)| without).sum::<f64>() / known.len() as f64
    }
}

fn kept_possible(probability: f64) -> f64 {
    probability.clamp(0.05, 0.95)
}

/// The uncertainty of weights that need not sum to 1, in bits.
fn entropy(weights: impl Iterator<Item = f64>) -> f64 {
    let (sum, sum_of_logs) = weights
        .filter(|weight| *weight > 0.0)
        .fold((0.0, 0.0), |(sum, logs), weight: f64| {
            (sum + weight, logs + weight * weight.log2())
        });
    if sum > 0.0 {
        sum.log2() - sum_of_logs / sum
    } else {
        0.0
    }
}
