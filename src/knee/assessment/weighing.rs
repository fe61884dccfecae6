//! How much each condition weighs: the weights of the marked regions, times what every answer says.

use std::cmp::Ordering;

use super::CLEAR;
use crate::knee::condition::ConditionId;
use crate::knee::evidence_regions::EvidenceRegions;
use crate::knee::id::Table;
use crate::knee::knowledge::Knowledge;
use crate::knee::question::Key;
use crate::knee::sheet::AnswerSheet;

/// Logarithms closer than this are the same weight, whichever way they were rounded.
const SAME: f64 = 1e-9;

/// How much each condition weighs, and which answers moved it.
#[derive(Debug, Clone)]
pub(super) struct Weighing {
    of: Table<ConditionId, Weight>,
    /// Of all conditions together.
    total: f64,
    /// The same from the marks alone.
    total_at_first: f64,
}

/// How much one condition weighs.
#[derive(Debug, Clone)]
struct Weight {
    /// Its place among what the marked regions list, in the order of the evidence.
    listed: usize,
    /// From the marks alone, with modifiers.
    start: f64,
    /// The logarithm of what the answers multiply that by.
    moved: f64,
    /// The answers that moved it, with the logarithm of how far.
    signs: Vec<(Key, f64)>,
}

impl Weight {
    fn now(&self) -> f64 {
        self.start * self.moved.exp()
    }

    /// For ordering: the logarithm of what it weighs, rounded so that equal weights are equal. What the marks do not
    /// allow comes after everything they do.
    fn rank(&self) -> (bool, i64) {
        let base = if self.start > 0.0 {
            self.start.ln()
        } else {
            0.0
        };
        (
            self.start > 0.0,
            ((base + self.moved) / SAME).round() as i64,
        )
    }
}

impl Weighing {
    pub fn of(knowledge: &Knowledge, sheet: &AnswerSheet, spots: &EvidenceRegions<'_>) -> Self {
        let mut of: Table<ConditionId, Weight> = Table::from_fn(|_| Weight {
            listed: usize::MAX,
            start: 0.0,
            moved: 0.0,
            signs: Vec::new(),
        });
        let mut listed = 0..;
        for spot in spots.regions.iter().chain(&spots.beside) {
            for (condition, weight) in knowledge.region(spot.region).weights_for(sheet) {
                let emphasis = spot.times.iter().find(|(of, _)| *of == condition);
                let times = emphasis.map_or(1.0, |(_, times)| *times);
                let so_far = &mut of[condition];
                so_far.start += spot.share * weight * times;
                so_far.listed = so_far.listed.min(listed.next().unwrap_or(usize::MAX));
            }
        }
        for (key, yes) in sheet.evidence() {
            for ratio in knowledge.ratios(key) {
                let moved = ratio.of(yes).ln();
                if moved != 0.0 {
                    let weight = &mut of[ratio.condition];
                    weight.moved += moved;
                    weight.signs.push((key, moved));
                }
            }
        }
        Self {
            total: of.iter().map(|(_, weight)| weight.now()).sum(),
            total_at_first: of.iter().map(|(_, weight)| weight.start).sum(),
            of,
        }
    }

    /// What a condition weighs, not scaled.
    pub fn weight(&self, condition: ConditionId) -> f64 {
        self.of[condition].now()
    }

    /// A condition's share of what the marks alone weigh, from 0 to 1.
    pub fn share_at_first(&self, condition: ConditionId) -> f64 {
        if self.total_at_first > 0.0 {
            self.of[condition].start / self.total_at_first
        } else {
            0.0
        }
    }

    /// What all answers together multiply a condition's weight by.
    pub fn moved(&self, condition: ConditionId) -> f64 {
        self.of[condition].moved.exp()
    }

    /// A condition's share of all weight, from 0 to 1.
    pub fn share(&self, condition: ConditionId) -> f64 {
        if self.total > 0.0 {
            self.weight(condition) / self.total
        } else {
            0.0
        }
    }

    /// Everything the marks allow, and after that whatever only the answers speak for; heaviest first.
    pub fn in_order(&self) -> impl Iterator<Item = ConditionId> {
        let mut order: Vec<_> = self
            .of
            .iter()
            .filter(|(_, weight)| weight.start > 0.0 || weight.moved > SAME)
            .map(|(condition, _)| condition)
            .collect();
        order.sort_by(|a, b| self.compare(*a, *b));
        order.into_iter()
    }

    /// Heaviest first; equal ones in the order in which the evidence lists them for the region, then in their fixed order.
    fn compare(&self, a: ConditionId, b: ConditionId) -> Ordering {
        let (one, other) = (&self.of[a], &self.of[b]);
        other
            .rank()
            .cmp(&one.rank())
            .then_with(|| one.listed.cmp(&other.listed))
            .then_with(|| a.cmp(&b))
    }

    /// Whether a condition weighs more than another.
    pub fn is_heavier(&self, condition: ConditionId, than: ConditionId) -> bool {
        self.of[condition].rank() > self.of[than].rank()
    }

    /// Whether the heaviest outweighs the second more than three times.
    pub fn is_clear(&self) -> bool {
        let mut heaviest = self.in_order().map(|condition| self.weight(condition));
        match (heaviest.next(), heaviest.next()) {
            (Some(first), Some(second)) => first > CLEAR * second,
            (first, _) => first.is_some(),
        }
    }

    /// The answers that moved a condition up, and those that moved it down, each with the strongest first.
    pub fn signs(&self, condition: ConditionId) -> (Vec<Key>, Vec<Key>) {
        let mut signs = self.of[condition].signs.clone();
        signs.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()).then(a.0.cmp(&b.0)));
        let keys = |wanted: fn(f64) -> bool| {
            let wanted = signs.iter().filter(move |(_, moved)| wanted(*moved));
            wanted.map(|(key, _)| *key).collect()
        };
        (keys(|moved| moved > 0.0), keys(|moved| moved < 0.0))
    }
}
