//! A routine written out into timed segments: the only place that knows how long anything takes.

mod expand;
mod layout;
mod lead;

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;
use std::time::Duration;

use super::Routine;
use super::item::{Dose, Easier};
use crate::authoring::Seconds;
use crate::exercise::Exercise;
use crate::side::Side;

/// The most segments a routine may have.
pub const MOST_SEGMENTS: usize = 2_000;

/// A routine written out, exact to the millisecond.
#[derive(Debug, Clone)]
pub struct Timeline {
    segments: Vec<Segment>,
    steps: Vec<Step>,
    groups: Vec<Group>,
}

/// How the person wants to begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Start {
    /// The side that exercises done on each side begin with.
    pub first: Side,
    /// The time to get ready; none for what the routine says.
    pub get_ready: Option<Seconds>,
}

impl From<Side> for Start {
    /// Beginning with this side, otherwise as the routine says.
    fn from(first: Side) -> Self {
        Self {
            first,
            get_ready: None,
        }
    }
}

/// A stretch of time in which one thing happens.
#[derive(Debug, Clone)]
pub struct Segment {
    /// When it begins, from the start of the routine.
    pub start: Duration,
    /// How long it takes. For repetitions at one's own pace this is an estimate.
    pub length: Duration,
    /// The step it belongs to.
    pub step: usize,
    /// What happens.
    pub kind: SegmentKind,
}

/// What happens in a segment.
#[derive(Debug, Clone)]
pub enum SegmentKind {
    /// Take up the first position.
    GetReady {
        /// What to say, where the author says it.
        text: Option<String>,
    },
    /// Work.
    Work(Work),
    /// Change to the other side of the same exercise.
    Switch {
        /// What to say, where the author says it.
        text: Option<String>,
    },
    /// Go over to the next exercise.
    Move {
        /// What to say, where the author says it.
        text: Option<String>,
    },
    /// Rest.
    Rest,
    /// Come to rest after the last exercise.
    Finish {
        /// What to say, where the author says it.
        text: Option<String>,
    },
}

/// One set of an exercise on one side.
#[derive(Debug, Clone)]
pub struct Work {
    /// The exercise.
    pub exercise: Arc<Exercise>,
    /// What to do when it is too much.
    pub easier: Option<Easier>,
    /// Whether the easier version is being done.
    pub version: Version,
    /// All sets and sides of one entry of the routine share a number.
    pub entry: usize,
    /// Which side works.
    pub side: WorkSide,
    /// Which set this is, from 1.
    pub set: u32,
    /// How many sets there are.
    pub sets: u32,
    /// How time is filled.
    pub pace: Pace,
    /// How long the set takes.
    pub length: Duration,
}

/// Which version of an exercise is being done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Version {
    /// As the routine says.
    AsWritten,
    /// The easier one.
    Easier,
}

/// Which side works.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WorkSide {
    /// Both together.
    Both,
    /// This one.
    One(Side),
    /// In turns, beginning with this one.
    Alternating(Side),
}

/// How the time of a set is filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pace {
    /// Holding still.
    Hold,
    /// Moving all the time.
    Time,
    /// Repetitions of one length.
    Reps {
        /// How many.
        count: u32,
        /// How long each takes.
        each: Duration,
        /// The three parts of each, when it has a tempo: towards the end position, staying there, and back.
        parts: Option<[Duration; 3]>,
    },
    /// Repetitions at one's own pace.
    OwnPace {
        /// How many.
        count: u32,
    },
}

impl From<Dose> for Pace {
    fn from(dose: Dose) -> Self {
        match dose {
            Dose::Hold(_) => Self::Hold,
            Dose::Time(_) => Self::Time,
            Dose::Reps { count, each } => Self::Reps {
                count,
                each,
                parts: None,
            },
            Dose::Tempo { count, parts } => Self::Reps {
                count,
                each: parts.iter().sum(),
                parts: Some(parts),
            },
            Dose::OwnPace { count } => Self::OwnPace { count },
        }
    }
}

/// What a person counts as one step: a set on one side with everything that leads to it, a rest, or the finish.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Its segments. The last one is what the step is about; those before lead to it.
    pub segments: Range<usize>,
}

/// Consecutive segments of one named block, for lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The block's name; none for entries outside named blocks.
    pub name: Option<String>,
    /// The segments.
    pub segments: Range<usize>,
}

/// A length in whole minutes, to the nearest, at least one.
pub fn whole_minutes(time: Duration) -> u64 {
    (time.as_secs_f64() / 60.0).round().max(1.0) as u64
}

impl Timeline {
    /// Writes a routine out.
    pub fn of(routine: &Routine, start: Start) -> Self {
        expand::expand(routine, start)
    }

    /// Every segment, in order, without gaps. Never empty.
    pub fn segments(&self) -> &[Segment] {
        &self.segments
    }

    /// Every step, in order.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// The segments by named block.
    pub fn groups(&self) -> &[Group] {
        &self.groups
    }

    /// How long everything takes, from getting ready to the finish.
    pub fn total(&self) -> Duration {
        self.segments.last().map_or(Duration::ZERO, Segment::end)
    }

    /// How many steps are numbered: work and rest, not the finish.
    pub fn numbered_steps(&self) -> usize {
        self.steps
            .iter()
            .filter(|step| !matches!(self.aim(step).kind, SegmentKind::Finish { .. }))
            .count()
    }

    /// The entries of the routine that are exercises, in their order: all sets and sides of one are one.
    pub fn exercises(&self) -> BTreeSet<usize> {
        let works = self.segments.iter().filter_map(Segment::work);
        works.map(|work| work.entry).collect()
    }

    /// What a step is about: its last segment.
    pub fn aim(&self, step: &Step) -> &Segment {
        &self.segments[step.segments.end - 1]
    }

    /// How long a step takes with everything that leads to it.
    pub fn step_length(&self, step: &Step) -> Duration {
        self.length_of(&step.segments)
    }

    /// How long these segments take together.
    pub fn length_of(&self, segments: &Range<usize>) -> Duration {
        self.segments[segments.clone()]
            .iter()
            .map(|segment| segment.length)
            .sum()
    }

    /// The next set of work at or after this segment.
    pub fn work_from(&self, segment: usize) -> Option<&Work> {
        self.segments.get(segment..)?.iter().find_map(Segment::work)
    }

    /// Makes a segment longer or shorter and moves everything after it. Repetitions change by whole ones,
    /// by pairs when the sides take turns, and at least one is left. Nothing gets shorter than `at_least`.
    pub(crate) fn resize(&mut self, segment: usize, change: Change, at_least: Duration) {
        let Some(resized) = self.segments.get_mut(segment) else {
            return;
        };
        resized.resize(change, at_least);
        self.lay_out_from(segment);
    }

    /// Swaps in the easier version of an entry, from this segment on. Says whether there was one.
    pub(crate) fn ease(&mut self, from: usize, entry: usize) -> bool {
        let mut eased = false;
        for segment in self.segments.iter_mut().skip(from) {
            let SegmentKind::Work(work) = &mut segment.kind else {
                continue;
            };
            if work.entry != entry || work.version == Version::Easier {
                continue;
            }
            match &work.easier {
                Some(Easier::Exercise(easier)) => work.exercise = Arc::clone(easier),
                Some(Easier::Text(_)) => {}
                None => continue,
            }
            work.version = Version::Easier;
            eased = true;
        }
        eased
    }

    fn lay_out_from(&mut self, segment: usize) {
        let mut start = self.segments[segment].start;
        for segment in &mut self.segments[segment..] {
            segment.start = start;
            start = segment.end();
        }
    }
}

/// By how much a segment changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Change {
    /// It becomes longer by this.
    Longer(Duration),
    /// It becomes shorter by this.
    Shorter(Duration),
}

impl Segment {
    /// When it ends, from the start of the routine.
    pub fn end(&self) -> Duration {
        self.start + self.length
    }

    /// The work done in it.
    pub fn work(&self) -> Option<&Work> {
        match &self.kind {
            SegmentKind::Work(work) => Some(work),
            _ => None,
        }
    }

    /// Whether it ends by itself. Repetitions at one's own pace wait for the person.
    pub fn ends_by_itself(&self) -> bool {
        !matches!(
            &self.kind,
            SegmentKind::Work(Work {
                pace: Pace::OwnPace { .. },
                ..
            })
        )
    }

    fn resize(&mut self, change: Change, at_least: Duration) {
        self.length = self.resized(change, at_least);
        if let SegmentKind::Work(work) = &mut self.kind {
            work.length = self.length;
            if let Pace::Reps { count, each, .. } = &mut work.pace {
                *count = (self.length.as_millis() / each.as_millis().max(1)) as u32;
            }
        }
    }

    fn resized(&self, change: Change, at_least: Duration) -> Duration {
        if let SegmentKind::Work(Work { pace, side, .. }) = &self.kind {
            match pace {
                Pace::Reps { count, each, .. } => {
                    let in_pairs = matches!(side, WorkSide::Alternating(_));
                    return *each * resized_count(*count, *each, in_pairs, change, at_least);
                }
                Pace::OwnPace { .. } => return self.length,
                Pace::Hold | Pace::Time => {}
            }
        }
        match change {
            Change::Longer(by) => (self.length + by).min(LONGEST_SEGMENT.max(self.length)),
            Change::Shorter(by) => self.length.saturating_sub(by).max(at_least),
        }
    }
}

/// No segment grows beyond this.
const LONGEST_SEGMENT: Duration = Duration::from_secs(2 * 60 * 60);

/// Repetitions after a change of time: whole ones, in pairs when the sides take turns, at least those begun.
fn resized_count(
    count: u32,
    each: Duration,
    in_pairs: bool,
    change: Change,
    at_least: Duration,
) -> u32 {
    const MOST: u32 = 1_000;
    let whole = |by: Duration| {
        let reps = by.as_millis().div_ceil(each.as_millis().max(1));
        let reps = u32::try_from(reps).unwrap_or(MOST).min(MOST);
        if in_pairs {
            reps.next_multiple_of(2)
        } else {
            reps
        }
    };
    match change {
        Change::Longer(by) => (count + whole(by)).min(MOST.max(count)),
        Change::Shorter(by) => count
            .saturating_sub(whole(by))
            .max(whole_begun(at_least, each))
            .min(count),
    }
}

/// The repetitions that have begun after this time, at least one.
fn whole_begun(elapsed: Duration, each: Duration) -> u32 {
    let begun = elapsed.as_millis().div_ceil(each.as_millis().max(1));
    u32::try_from(begun).unwrap_or(u32::MAX).max(1)
}

impl Work {
    /// The side that works at this repetition, counted from 0. None when both do.
    pub fn side_at(&self, repetition: u32) -> Option<Side> {
        match self.side {
            WorkSide::Both => None,
            WorkSide::One(side) => Some(side),
            WorkSide::Alternating(first) if repetition.is_multiple_of(2) => Some(first),
            WorkSide::Alternating(first) => Some(first.other()),
        }
    }
}
