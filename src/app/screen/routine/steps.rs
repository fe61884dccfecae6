//! The steps of a routine as one reads them: by block, each with how much is done and for how long.

use std::sync::Arc;
use std::time::Duration;

use crate::app::screen::dose;
use crate::app::widget::Thumbnail;
use crate::exercise::{Catalogue, Exercise, Version};
use crate::routine::Routine;
use crate::routine::item::Easier;
use crate::routine::timeline::{self, Group, SegmentKind, Timeline, Work, WorkSide};
use crate::side::Side;
use crate::words::{page as words, player, time};

/// The entries of one block.
#[derive(Debug)]
pub struct Section {
    pub name: Option<String>,
    pub length: String,
    pub rows: Vec<Row>,
}

/// One entry.
#[derive(Debug)]
pub struct Row {
    /// The step it begins with, from 0.
    pub step: usize,
    pub name: String,
    pub detail: String,
    pub time: String,
    /// What is done; none while resting.
    pub exercise: Option<Doing>,
}

/// What is done in an entry.
#[derive(Debug)]
pub struct Doing {
    /// All sets and sides of one entry share a number.
    pub entry: usize,
    pub exercise: Arc<Exercise>,
    pub figure: Thumbnail,
    pub easier: Option<Easier>,
    /// Whether the easier version was chosen.
    pub is_easier: bool,
    pub harder: Option<Harder>,
}

impl Doing {
    /// Whether there is anything to change it to.
    pub fn has_versions(&self) -> bool {
        self.easier.is_some() || self.harder.is_some()
    }
}

/// What to do when an exercise is too little.
#[derive(Debug, Clone)]
pub enum Harder {
    /// Another exercise.
    Exercise(Arc<Exercise>),
    /// A change to the same one, in words.
    Text(String),
}

/// Where the exercises that a routine's own ones lead to are found.
#[derive(Debug)]
pub struct Known<'a> {
    pub routine: &'a Routine,
    pub catalogue: &'a Catalogue,
}

impl Known<'_> {
    /// The exercise of this id: the routine's own first.
    pub fn exercise(&self, id: &str) -> Option<Arc<Exercise>> {
        let mut own = None;
        for item in &self.routine.items {
            item.each_exercise(&mut |item| {
                if &*item.exercise.id == id {
                    own = Some(Arc::clone(&item.exercise));
                }
            });
        }
        own.or_else(|| self.catalogue.get(id).cloned())
    }

    fn harder(&self, exercise: &Exercise) -> Option<Harder> {
        match exercise.harder.as_ref()? {
            Version::Exercise(id) => self.exercise(id).map(Harder::Exercise),
            Version::Text(text) => Some(Harder::Text(text.clone())),
        }
    }
}

/// The entries of a routine by block, each with how much is done and for how long.
pub fn sections(timeline: &Timeline, first: Side, known: &Known<'_>) -> Vec<Section> {
    timeline
        .groups()
        .iter()
        .filter_map(|group| section(timeline, group, first, known))
        .collect()
}

fn section(timeline: &Timeline, group: &Group, first: Side, known: &Known<'_>) -> Option<Section> {
    let segments = &timeline.segments()[group.segments.clone()];
    let mut rows: Vec<Row> = Vec::new();
    for segment in segments {
        match &segment.kind {
            SegmentKind::Work(work) => match rows.last_mut() {
                // Sets and sides of one entry share a row.
                Some(row) if row.exercise.as_ref().map(|doing| doing.entry) == Some(work.entry) => {
                    if work.set == 1 {
                        row.time = words::twice(&time::clock(work.length));
                    }
                }
                _ => rows.push(work_row(work, segment.step, first, known)),
            },
            SegmentKind::Rest if !is_between_sets(timeline, group, segment.start) => {
                rows.push(Row {
                    step: segment.step,
                    name: player::rest().to_owned(),
                    detail: String::new(),
                    time: time::clock(segment.length),
                    exercise: None,
                });
            }
            _ => {}
        }
    }
    (!rows.is_empty()).then(|| Section {
        name: group.name.clone(),
        length: time::clock(timeline.length_of(&group.segments)),
        rows,
    })
}

/// Whether the work before and after this moment belongs to one entry.
fn is_between_sets(timeline: &Timeline, group: &Group, rest: Duration) -> bool {
    let works = || {
        timeline.segments()[group.segments.clone()]
            .iter()
            .filter_map(|segment| Some((segment.start, segment.work()?.entry)))
    };
    let before = works().rfind(|(start, _)| *start < rest);
    let after = works().find(|(start, _)| *start > rest);
    match (before, after) {
        (Some((_, before)), Some((_, after))) => before == after,
        _ => false,
    }
}

fn work_row(work: &Work, step: usize, first: Side, known: &Known<'_>) -> Row {
    let sides = match (work.side, first) {
        (WorkSide::One(_), Side::Left) => Some(words::left_then_right()),
        (WorkSide::One(_), Side::Right) => Some(words::right_then_left()),
        (WorkSide::Alternating(_), _) => Some(words::alternate_sides()),
        (WorkSide::Both, _) => None,
    };
    let detail = dose::sentences([
        (work.sets > 1).then(|| player::sets(work.sets)),
        Some(dose::of_set(&work.exercise, work.pace, work.length)),
        sides.map(str::to_owned),
    ]);
    Row {
        step,
        name: work.exercise.name.clone(),
        detail,
        time: time::clock(work.length),
        exercise: Some(Doing {
            entry: work.entry,
            exercise: Arc::clone(&work.exercise),
            figure: Thumbnail::new(Arc::clone(&work.exercise)),
            easier: work.easier.clone(),
            is_easier: work.version == timeline::Version::Easier,
            harder: known.harder(&work.exercise),
        }),
    }
}
