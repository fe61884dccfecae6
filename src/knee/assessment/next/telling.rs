//! How much a question tells: the uncertainty of the weights now, in bits, less what is expected of it after the answer.
//!
//! What to expect is read off the ratios: a condition whose ratios are y for yes and n for no gets a yes with probability
//! y (1 - n) / (y - n), which is what both together say about a test; anybody else gets a yes as often as the conditions
//! of the same question let expect of those who do not have them, (1 - n) / (y - n) on average. Every probability is kept
//! from 5 % to 95 %.

use crate::knee::assessment::weighing::Weighing;
use crate::knee::condition::ConditionId;
use crate::knee::id::Table;
use crate::knee::likelihood::Ratio;

/// Shares of all weight, and their uncertainty.
pub(super) struct Weights {
    shares: Table<ConditionId, f64>,
    all: Sums,
}

impl Weights {
    pub fn of(weighing: &Weighing) -> Self {
        let shares = Table::from_fn(|condition| weighing.share(condition));
        let mut all = Sums::default();
        for (_, share) in shares.iter() {
            all.add(*share);
        }
        Self { shares, all }
    }

    /// How much the answer to a question with these ratios is expected to tell, in bits.
    pub fn gain(&self, ratios: &[Ratio]) -> f64 {
        let others = yes_of_others(ratios);
        let mut yes = others * self.all.sum;
        let (mut after_yes, mut after_no) = (self.all, self.all);
        let mut concerns_any = false;
        for ratio in ratios {
            let share = self.shares[ratio.condition];
            if share <= 0.0 {
                continue;
            }
            concerns_any = true;
            let expected = expectation(ratio).map_or(others, |(with, _)| with);
            yes += share * (expected - others);
            for (after, times) in [(&mut after_yes, ratio.yes), (&mut after_no, ratio.no)] {
                after.remove(share);
                after.add(share * times);
            }
        }
        if concerns_any {
            self.all.entropy() - yes * after_yes.entropy() - (1.0 - yes) * after_no.entropy()
        } else {
            0.0
        }
    }
}

/// Weights that need not sum to 1, as far as their uncertainty depends on them.
#[derive(Clone, Copy, Default)]
struct Sums {
    sum: f64,
    sum_of_logs: f64,
}

impl Sums {
    fn add(&mut self, weight: f64) {
        if weight > 0.0 {
            self.sum += weight;
            self.sum_of_logs += weight * weight.log2();
        }
    }

    fn remove(&mut self, weight: f64) {
        self.sum -= weight;
        self.sum_of_logs -= weight * weight.log2();
    }

    /// In bits.
    fn entropy(self) -> f64 {
        if self.sum > 0.0 {
            self.sum.log2() - self.sum_of_logs / self.sum
        } else {
            0.0
        }
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
    let known = ratios.iter().filter_map(expectation);
    let (count, sum) = known.fold((0.0, 0.0), |(count, sum), (_, without)| {
        (count + 1.0, sum + without)
    });
    if count > 0.0 { sum / count } else { 0.5 }
}

fn kept_possible(probability: f64) -> f64 {
    probability.clamp(0.05, 0.95)
}
