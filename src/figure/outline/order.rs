//! Painter's order: which part of the picture hides which.
//!
//! Every part carries a few sample discs. Where the discs of two parts overlap in the picture, the nearer part is to be
//! painted later. Neighbours that share a joint are equally near there: for them `part::bias` decides.

use super::camera::{Bounds, Point};
use super::part::Part;

/// A round sample of a part's surface.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Disc {
    pub at: Point,
    pub depth: f32,
    pub radius: f32,
}

impl Disc {
    fn bounds(&self) -> Bounds {
        Bounds {
            left: self.at.x - self.radius,
            right: self.at.x + self.radius,
            top: self.at.y - self.radius,
            bottom: self.at.y + self.radius,
        }
    }
}

/// A part and its stretch of the sample discs.
#[derive(Clone, Debug)]
struct Entry {
    part: Part,
    discs: std::ops::Range<usize>,
    bounds: Bounds,
    depth: f32,
    /// How much of this part lies in front of parts that are still to be painted.
    debt: i64,
}

/// Parts to be put in order, and the memory for it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Order {
    entries: Vec<Entry>,
    discs: Vec<Disc>,
    /// Row by row: how much entry i lies in front of entry j.
    in_front: Vec<i64>,
    left: Vec<usize>,
}

/// Scores are summed exactly, in units of 10^-8 square body heights times depth, so that ties are ties.
const SCORE_UNIT: f32 = 1e8;

impl Order {
    pub(crate) fn clear(&mut self) {
        self.entries.clear();
        self.discs.clear();
    }

    /// Adds a part with its sample discs.
    pub(crate) fn add(&mut self, part: Part, discs: impl IntoIterator<Item = Disc>) {
        let start = self.discs.len();
        self.discs.extend(discs);
        let own = &self.discs[start..];
        let bounds = own
            .iter()
            .fold(Bounds::EMPTY, |bounds, disc| bounds.around(disc.bounds()));
        let depth = own.iter().map(|disc| disc.depth).sum::<f32>() / own.len().max(1) as f32;
        self.entries.push(Entry {
            part,
            discs: start..self.discs.len(),
            bounds,
            depth,
            debt: 0,
        });
    }

    /// The parts from back to front. `bias` says how much its first part belongs in front of its second.
    pub(crate) fn sort(&mut self, bias: impl Fn(Part, Part) -> f32, sorted: &mut Vec<Part>) {
        let count = self.entries.len();
        self.in_front.clear();
        self.in_front.resize(count * count, 0);
        for i in 0..count {
            for j in i + 1..count {
                let (a, b) = (&self.entries[i], &self.entries[j]);
                let score = self.overlap(a, b) + bias(a.part, b.part) - bias(b.part, a.part);
                let score = (score * SCORE_UNIT) as i64;
                self.in_front[i * count + j] = score;
                self.in_front[j * count + i] = -score;
            }
        }
        for (i, entry) in self.entries.iter_mut().enumerate() {
            let row = &self.in_front[i * count..(i + 1) * count];
            entry.debt = row.iter().map(|score| score.max(&0)).sum();
        }

        sorted.clear();
        self.left.clear();
        self.left.extend(0..count);
        while !self.left.is_empty() {
            // The part that hides least of what is left; of equals, the farthest.
            let rank = |i: usize| (self.entries[i].debt / 10, self.entries[i].depth);
            let mut best = 0;
            for candidate in 1..self.left.len() {
                let (a, b) = (rank(self.left[candidate]), rank(self.left[best]));
                if a.0 < b.0 || (a.0 == b.0 && a.1 < b.1) {
                    best = candidate;
                }
            }
            let painted = self.left.remove(best);
            sorted.push(self.entries[painted].part);
            for &i in &self.left {
                self.entries[i].debt -= self.in_front[i * count + painted].max(0);
            }
        }
    }

    fn overlap(&self, a: &Entry, b: &Entry) -> f32 {
        if !a.bounds.touches(&b.bounds) {
            return 0.0;
        }
        let mut score = 0.0;
        for p in &self.discs[a.discs.clone()] {
            if !p.bounds().touches(&b.bounds) {
                continue;
            }
            for q in &self.discs[b.discs.clone()] {
                let (dx, dy, reach) = (p.at.x - q.at.x, p.at.y - q.at.y, p.radius + q.radius);
                let squared = dx * dx + dy * dy;
                if squared < reach * reach {
                    score += (reach - squared.sqrt()) * (p.depth - q.depth);
                }
            }
        }
        score
    }
}
