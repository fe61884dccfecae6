//! From an answer sheet to what it may be: a complete ranking with its reasons, and what has to be seen first.
//!
//! The weights of the marked regions are mixed, changed by their modifiers, and multiplied by the likelihood ratio of
//! every answer. That is all: the ranking is the order of the products.

mod next;
mod weighing;

use super::area::AreaId;
use super::condition::ConditionId;
use super::evidence_regions::EvidenceRegions;
use super::id::Table;
use super::knowledge::Knowledge;
use super::question::Key;
use super::red_flag::{self, FlagId, Level, RedFlag};
use super::sheet::{AnswerSheet, Mark};

pub use next::next_question;
use weighing::Weighing;

/// How many times the second the first has to weigh to be clear, and for questions to stop.
const CLEAR: f64 = 3.0;
/// The share of all weight from which a condition may fit well.
const WELL: f64 = 0.5;
/// The share of all weight below which a condition fits little.
const LITTLE: f64 = 0.15;
/// How little answers may leave of what the marks alone gave the first condition, or nothing fits.
const SPOKEN_AGAINST: f64 = 0.25;
/// The share of all weight below which a condition is not worth showing beside others.
const FAINT: f64 = 0.03;
/// The most conditions shown at once.
const MOST_SHOWN: usize = 3;

/// What an answer sheet comes to.
#[derive(Debug, Clone, PartialEq)]
pub struct Assessment {
    /// What to make of it all.
    pub outcome: Outcome,
    /// What it may be, best first: everything the marks allow, then whatever only the answers speak for. What is only ever
    /// acute does not stand among the first three unless a flag is raised.
    pub ranking: Vec<Candidate>,
    /// How the feet and the gait may add to it, if enough speaks for that.
    pub contributor: Option<Contributor>,
    /// What has to be seen first, the most urgent at the front. Not empty means no routines for this knee.
    pub red_flags: Vec<RedFlag>,
    /// Notes that allow going on.
    pub advice: Vec<RedFlag>,
    /// The marks outside the knee, where this map ends.
    pub outside: Vec<AreaId>,
}

/// What to make of an assessment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// A red flag comes before everything else: show it, and no ranking.
    Stopped,
    /// Every mark is outside the knee.
    OutsideTheKnee,
    /// Nothing fits; a clinician should look at it if it stays.
    NothingFits,
    /// One condition fits well, and outweighs the second more than three times.
    Clear,
    /// Several may fit.
    Ranked,
}

/// A condition in the ranking, and why it stands there.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    /// The condition.
    pub condition: ConditionId,
    /// How well it fits, in words.
    pub fit: Fit,
    /// The answered questions that moved it up, the strongest first.
    pub signs_for: Vec<Key>,
    /// The answered questions that moved it down, the strongest first.
    pub signs_against: Vec<Key>,
    /// The marks that lead to it.
    pub marks: Vec<Mark>,
    /// Its share of all weight, from 0 to 1. A starting value and no probability: to order by, never to show.
    share: f64,
}

impl Candidate {
    /// How many of its answered signs fit, and how many there are: 5 of 6.
    pub fn signs(&self) -> (usize, usize) {
        let fitting = self.signs_for.len();
        (fitting, fitting + self.signs_against.len())
    }
}

/// How well a condition fits.
///
/// * Well: it has at least half of all weight, at least two signs for it, and twice as many for it as against it.
/// * Partly: it has at least 15 % of all weight.
/// * Little: all others, and every condition when nothing fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)] // The names say it.
pub enum Fit {
    Well,
    Partly,
    Little,
}

impl Fit {
    /// The name it goes by in files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Well => "well",
            Self::Partly => "partly",
            Self::Little => "little",
        }
    }
}

/// Feet and gait as something that may add to what hurts, shown beside the ranking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contributor {
    /// What speaks for it, two or more.
    pub signs: Vec<Key>,
}

impl Contributor {
    /// How many signs it takes.
    const ENOUGH: usize = 2;
    const SIGNS: [Key; 4] = [
        Key::ArchSinks,
        Key::BothKnees,
        Key::WornShoes,
        Key::ChangedShoes,
    ];

    fn of(sheet: &AnswerSheet) -> Option<Self> {
        let signs: Vec<_> = Self::SIGNS
            .into_iter()
            .filter(|sign| sheet.yes(*sign))
            .collect();
        (signs.len() >= Self::ENOUGH).then_some(Self { signs })
    }
}

impl Assessment {
    /// Whether routines for this knee are allowed.
    pub fn routines_allowed(&self) -> bool {
        self.red_flags.is_empty()
    }

    /// The conditions to show, up to three, best first. None where something has to be seen first, where all marks are
    /// outside the knee, or where nothing fits.
    pub fn shown(&self) -> impl Iterator<Item = &Candidate> {
        let most = match self.outcome {
            Outcome::Stopped | Outcome::OutsideTheKnee | Outcome::NothingFits => 0,
            Outcome::Clear | Outcome::Ranked => MOST_SHOWN,
        };
        self.ranking
            .iter()
            .filter(|candidate| !candidate.condition.is_acute())
            .enumerate()
            .filter(|(rank, candidate)| {
                let beside =
                    self.contributor.is_some() && candidate.condition == ConditionId::FootGaitLoad;
                *rank == 0 || candidate.share >= FAINT && !beside
            })
            .map(|(_, candidate)| candidate)
            .take(most)
    }
}

/// What an answer sheet comes to. The order in which things were said or marked makes no difference.
pub fn assess(knowledge: &Knowledge, sheet: &AnswerSheet) -> Assessment {
    let spots = EvidenceRegions::of(knowledge, sheet);
    let weighing = Weighing::of(knowledge, sheet, &spots);
    let (red_flags, mut advice): (Vec<_>, Vec<_>) = red_flag::raised(knowledge, sheet)
        .into_iter()
        .partition(|flag| flag.level.blocks_routines());

    let mut ranking = ranking(knowledge, sheet, &spots, &weighing);
    if red_flags.is_empty() && step_back(&mut ranking, sheet) {
        advice.push(RedFlag {
            level: Level::Advice,
            id: FlagId::NotRuledOut,
        });
    }
    let nothing_fits = nothing_fits(&ranking, &weighing);
    if nothing_fits {
        for candidate in &mut ranking {
            candidate.fit = Fit::Little;
        }
    }
    let leads_well = ranking.first().is_some_and(|first| first.fit == Fit::Well);
    let outcome = if !red_flags.is_empty() {
        Outcome::Stopped
    } else if spots.only_outside {
        Outcome::OutsideTheKnee
    } else if nothing_fits {
        Outcome::NothingFits
    } else if leads_well && weighing.is_clear() {
        Outcome::Clear
    } else {
        Outcome::Ranked
    };
    Assessment {
        outcome,
        ranking,
        contributor: Contributor::of(sheet),
        red_flags,
        advice,
        outside: spots.outside,
    }
}

/// Takes what is only ever acute out of the first three, to right behind them. Whether something of it is not ruled out.
fn step_back(ranking: &mut Vec<Candidate>, sheet: &AnswerSheet) -> bool {
    let mut acute = Vec::new();
    let mut others = 0;
    while others < MOST_SHOWN
        && let Some(candidate) = ranking.get(others)
    {
        if candidate.condition.is_acute() {
            acute.push(ranking.remove(others));
        } else {
            others += 1;
        }
    }
    let is_open = acute.iter().any(|candidate| {
        let mut questions = candidate.condition.flag_questions().into_iter().flatten();
        candidate.share >= FAINT && questions.any(|key| !sheet.yes(*key) && !sheet.denies(*key))
    });
    let _ = ranking.splice(others..others, acute);
    keep_in_order(ranking);
    is_open
}

/// Whoever stands below does not fit better than who stands above.
fn keep_in_order(ranking: &mut [Candidate]) {
    let mut best = Fit::Well;
    for candidate in ranking {
        candidate.fit = candidate.fit.max(best);
        best = candidate.fit;
    }
}

/// Nothing fits when "none of the above" weighs most; when what weighs most has little weight; or when two or more
/// answers speak against it and all answers together leave less than a quarter of what the marks alone gave it.
fn nothing_fits(ranking: &[Candidate], weighing: &Weighing) -> bool {
    ranking.first().is_none_or(|first| {
        let spoken_against =
            first.signs_against.len() >= 2 && weighing.moved(first.condition) < SPOKEN_AGAINST;
        spoken_against
            || first.share < LITTLE
            || weighing.is_heavier(ConditionId::Other, first.condition)
    })
}

fn ranking(
    knowledge: &Knowledge,
    sheet: &AnswerSheet,
    spots: &EvidenceRegions<'_>,
    weighing: &Weighing,
) -> Vec<Candidate> {
    let mut order: Vec<_> = weighing
        .in_order()
        .filter(|condition| *condition != ConditionId::Other)
        .collect();
    // Feet and gait stand beside what hurts. They come first only if no spot hurts and nothing else fits better.
    if order.first() == Some(&ConditionId::FootGaitLoad) && !spots.is_diffuse() && order.len() > 1 {
        order.swap(0, 1);
    }
    let mut marks = marks_by_condition(knowledge, sheet);
    let mut ranking: Vec<_> = order
        .into_iter()
        .map(|condition| {
            let (signs_for, signs_against) = weighing.signs(condition);
            let share = weighing.share(condition);
            Candidate {
                condition,
                fit: fit(share, signs_for.len(), signs_against.len()),
                signs_for,
                signs_against,
                marks: std::mem::take(&mut marks[condition]),
                share,
            }
        })
        .collect();
    keep_in_order(&mut ranking);
    ranking
}

fn fit(share: f64, signs_for: usize, signs_against: usize) -> Fit {
    if share >= WELL && signs_for >= 2 && signs_for >= 2 * signs_against {
        Fit::Well
    } else if share >= LITTLE {
        Fit::Partly
    } else {
        Fit::Little
    }
}

/// The marks that lead to each condition, in the order in which they were made.
fn marks_by_condition(knowledge: &Knowledge, sheet: &AnswerSheet) -> Table<ConditionId, Vec<Mark>> {
    let mut marks = Table::from_fn(|_| Vec::new());
    for mark in &sheet.marks {
        for region in EvidenceRegions::regions_of(knowledge, *mark) {
            for (condition, _) in &knowledge.region(region).weights {
                let marks: &mut Vec<Mark> = &mut marks[*condition];
                if !marks.contains(mark) {
                    marks.push(*mark);
                }
            }
        }
    }
    marks
}
