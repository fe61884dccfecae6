//! Writing a routine out into segments.

use std::sync::Arc;
use std::time::Duration;

use super::{Group, Segment, SegmentKind, Start, Step, Timeline, Version, Work, WorkSide};
use crate::routine::item::{ExerciseItem, Item, Sides};
use crate::routine::{Pause, Routine};
use crate::side::Side;

pub(super) fn expand(routine: &Routine, start: Start) -> Timeline {
    let mut writer = Writer {
        first: start.first,
        segments: Vec::new(),
        steps: Vec::new(),
        groups: Vec::new(),
        entries: 0,
    };

    let get_ready = Pause {
        seconds: start.get_ready.unwrap_or(routine.get_ready.seconds),
        text: routine.get_ready.text.clone(),
    };
    writer.pause(&get_ready, |text| SegmentKind::GetReady { text });
    writer.items(&routine.items, None);
    // The finish is always there, however short, so that a routine ends in calm and a timeline is never empty.
    writer.push(
        routine.finish.seconds.duration(),
        SegmentKind::Finish {
            text: routine.finish.text.clone(),
        },
    );
    writer.group(None);

    Timeline {
        segments: writer.segments,
        steps: writer.steps,
        groups: writer.groups,
    }
}

struct Writer {
    first: Side,
    segments: Vec<Segment>,
    steps: Vec<Step>,
    groups: Vec<Group>,
    entries: usize,
}

impl Writer {
    fn items(&mut self, items: &[Item], block: Option<&str>) {
        for item in items {
            match item {
                Item::Exercise(item) => self.exercise(item),
                Item::Move(pause) => self.pause(pause, |text| SegmentKind::Move { text }),
                Item::Rest(seconds) => self.rest(seconds.duration()),
                Item::Block { name, times, items } => {
                    if name.is_some() {
                        self.group(block);
                    }
                    for _ in 0..times.get() {
                        self.items(items, name.as_deref().or(block));
                    }
                    if name.is_some() {
                        self.group(name.as_deref());
                    }
                }
            }
        }
    }

    fn exercise(&mut self, item: &ExerciseItem) {
        let entry = self.entries;
        self.entries += 1;
        let sets = item.sets.get();

        for set in 1..=sets {
            if set > 1 {
                self.rest(item.rest.duration());
            }
            match &item.sides {
                Sides::Both => self.work(item, entry, set, WorkSide::Both),
                Sides::Alternating => {
                    self.work(item, entry, set, WorkSide::Alternating(self.first));
                }
                Sides::Each { switch, text } => {
                    self.work(item, entry, set, WorkSide::One(self.first));
                    if !switch.is_zero() {
                        let text = text.clone();
                        self.push(*switch, SegmentKind::Switch { text });
                    }
                    self.work(item, entry, set, WorkSide::One(self.first.other()));
                }
            }
        }
    }

    fn work(&mut self, item: &ExerciseItem, entry: usize, set: u32, side: WorkSide) {
        self.push(
            item.dose.length(),
            SegmentKind::Work(Work {
                exercise: Arc::clone(&item.exercise),
                easier: item.easier.clone(),
                version: Version::AsWritten,
                entry,
                side,
                set,
                sets: item.sets.get(),
                pace: item.dose.into(),
                length: item.dose.length(),
            }),
        );
    }

    fn rest(&mut self, length: Duration) {
        if !length.is_zero() {
            self.push(length, SegmentKind::Rest);
        }
    }

    fn pause(&mut self, pause: &Pause, kind: impl FnOnce(Option<String>) -> SegmentKind) {
        let length = pause.seconds.duration();
        if !length.is_zero() {
            self.push(length, kind(pause.text.clone()));
        }
    }

    fn push(&mut self, length: Duration, kind: SegmentKind) {
        let start = self.segments.last().map_or(Duration::ZERO, Segment::end);
        let ends_step = matches!(
            kind,
            SegmentKind::Work(_) | SegmentKind::Rest | SegmentKind::Finish { .. }
        );
        self.segments.push(Segment {
            start,
            length,
            step: self.steps.len(),
            kind,
        });
        if ends_step {
            let begin = self.steps.last().map_or(0, |step| step.segments.end);
            self.steps.push(Step {
                segments: begin..self.segments.len(),
            });
        }
    }

    /// Closes the group of segments written since the last one.
    fn group(&mut self, name: Option<&str>) {
        let begin = self.groups.last().map_or(0, |group| group.segments.end);
        if begin < self.segments.len() {
            self.groups.push(Group {
                name: name.map(str::to_owned),
                segments: begin..self.segments.len(),
            });
        }
    }
}
