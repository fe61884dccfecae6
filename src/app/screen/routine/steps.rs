//! The steps of a routine as one reads them: by block, each with how much is done and for how long.

use std::time::Duration;

use crate::app::widget::Mannequin;
use crate::exercise::Side;
use crate::routine::timeline::{Group, Pace, SegmentKind, Timeline, Work, WorkSide};
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
    entry: Option<usize>,
    pub name: String,
    pub detail: String,
    pub time: String,
    sides: u32,
    pub figure: Option<Mannequin>,
}

/// The entries of a routine by block, each with how much is done and for how long.
pub fn sections(timeline: &Timeline, first: Side) -> Vec<Section> {
    timeline
        .groups()
        .iter()
        .filter_map(|group| section(timeline, group, first))
        .collect()
}

fn section(timeline: &Timeline, group: &Group, first: Side) -> Option<Section> {
    let segments = &timeline.segments()[group.segments.clone()];
    let mut rows: Vec<Row> = Vec::new();
    for segment in segments {
        match &segment.kind {
            SegmentKind::Work(work) => match rows.last_mut() {
                // Sets and sides of one entry share a row.
                Some(row) if row.entry == Some(work.entry) => {
                    if work.set == 1 {
                        row.sides += 1;
                        row.time = words::twice(&time::clock(work.length));
                    }
                }
                _ => rows.push(work_row(work, first)),
            },
            SegmentKind::Rest if !is_between_sets(timeline, group, segment.start) => {
                rows.push(Row {
                    entry: None,
                    name: player::REST.to_owned(),
                    detail: String::new(),
                    time: time::clock(segment.length),
                    sides: 0,
                    figure: None,
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

fn work_row(work: &Work, first: Side) -> Row {
    let amount = match work.pace {
        Pace::Hold | Pace::Time => None,
        Pace::Reps {
            count,
            parts: Some(parts),
            ..
        } => {
            let phases = work.exercise.phase_words();
            let parts: Vec<_> = phases
                .iter()
                .zip(parts)
                .filter(|(_, part)| !part.is_zero())
                .map(|(word, part)| ((*word).to_owned(), time::part(part)))
                .collect();
            Some(words::tempo(&player::repetitions(count), &parts))
        }
        Pace::Reps { count, .. } | Pace::OwnPace { count } => Some(player::repetitions(count)),
    };
    let sides = match (work.side, first) {
        (WorkSide::One(_), Side::Left) => Some(words::LEFT_THEN_RIGHT),
        (WorkSide::One(_), Side::Right) => Some(words::RIGHT_THEN_LEFT),
        (WorkSide::Alternating(_), _) => Some(words::ALTERNATE_SIDES),
        (WorkSide::Both, _) => None,
    };
    let sets = (work.sets > 1).then(|| player::sets(work.sets));
    let detail = [sets, amount, sides.map(str::to_owned)]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(". ");
    Row {
        entry: Some(work.entry),
        name: work.exercise.name.clone(),
        detail,
        time: time::clock(work.length),
        sides: 1,
        figure: work
            .exercise
            .figure
            .as_ref()
            .map(|movement| Mannequin::new(movement, Side::Right)),
    }
}
