//! Time to get ready before a step in the middle, for whoever begins there.

use std::ops::Range;
use std::time::Duration;

use super::{Segment, SegmentKind, Start, Timeline};
use crate::routine::Routine;

impl Timeline {
    /// The routine as it is played when it is begun at a step, counted from 0, with these entries in their easier version.
    pub fn begun(routine: &Routine, start: Start, step: usize, easier: &[usize]) -> Self {
        let mut timeline = Self::of(routine, start);
        for entry in easier {
            let _ = timeline.ease(0, *entry);
        }
        timeline.lead_in(step);
        timeline
    }

    /// Puts the routine's time to get ready before the work of this step, counted from 0, where nothing leads to it yet:
    /// one begins there, and has to take up the position first. Without a time to get ready nothing changes.
    fn lead_in(&mut self, step: usize) {
        let Some(begin) = self.steps.get(step).map(|step| step.segments.start) else {
            return;
        };
        let Some(work) = self.segments.get(begin).and_then(Segment::work) else {
            return;
        };
        let Some(length) = self.get_ready() else {
            return;
        };
        let setup = &work.exercise.setup;
        let text = (!setup.is_empty()).then(|| setup.clone());
        let lead = Segment {
            start: self.segments[begin].start,
            length,
            step,
            kind: SegmentKind::GetReady { text },
        };
        self.segments.insert(begin, lead);
        let make_room = |segments: &mut Range<usize>| {
            segments.start += usize::from(segments.start > begin);
            segments.end += usize::from(segments.end > begin);
        };
        for step in &mut self.steps {
            make_room(&mut step.segments);
        }
        for group in &mut self.groups {
            make_room(&mut group.segments);
        }
        self.lay_out_from(begin);
    }

    /// The time to get ready at the start, if there is one.
    fn get_ready(&self) -> Option<Duration> {
        let first = self.segments.first()?;
        matches!(first.kind, SegmentKind::GetReady { .. }).then_some(first.length)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::authoring::Source;
    use crate::exercise::Catalogue;
    use crate::side::Side;

    fn timeline(get_ready: u32) -> Timeline {
        let text = format!(
            r#"(id: "r", name: "R", kind: Mobility, get_ready: (seconds: {get_ready}, text: "Find a wall."), items: [
                Block(name: "One", items: [Exercise(id: "a", dose: Hold(20), sides: Each(switch: 4))]),
                Block(name: "Two", items: [Exercise(id: "b", dose: Hold(30), sides: Both), Rest(10)]),
            ], exercises: [(id: "a", name: "A"), (id: "b", name: "B", setup: "Lie down.")])"#
        );
        let source = Source {
            name: "r.ron",
            text: &text,
        };
        let routine = Routine::read(&source, &Catalogue::default()).unwrap();
        Timeline::of(&routine, Side::Left.into())
    }

    #[test]
    fn work_in_the_middle_gets_time_to_get_ready() {
        let plain = timeline(5);
        let mut led = plain.clone();
        led.lead_in(2);

        assert_eq!(led.total(), plain.total() + Duration::from_secs(5));
        assert_eq!(led.steps().len(), plain.steps().len());
        let step = &led.steps()[2];
        let lead = &led.segments()[step.segments.start];
        assert!(
            matches!(&lead.kind, SegmentKind::GetReady { text } if text.as_deref() == Some("Lie down."))
        );
        assert_eq!(lead.start, plain.segments()[4].start);
        assert_eq!(led.aim(step).start, lead.end());
        // Every segment still belongs to its step and its group, without a gap.
        for (index, step) in led.steps().iter().enumerate() {
            assert!(
                led.segments()[step.segments.clone()]
                    .iter()
                    .all(|segment| segment.step == index)
            );
        }
        let names: Vec<_> = led
            .groups()
            .iter()
            .map(|group| group.name.as_deref())
            .collect();
        assert_eq!(names, [None, Some("One"), Some("Two"), None]);
        assert_eq!(led.groups()[2].segments, 4..7);
        assert!(
            led.segments()
                .windows(2)
                .all(|pair| pair[0].end() == pair[1].start)
        );
    }

    #[test]
    fn what_is_led_to_already_stays_as_it_is() {
        let plain = timeline(5);
        // The first step, the second side with its change of sides, a rest, and no step at all.
        for step in [0, 1, 3, 99] {
            let mut led = plain.clone();
            led.lead_in(step);
            assert_eq!(led.total(), plain.total(), "step {step}");
        }
        let mut hurried = timeline(0);
        hurried.lead_in(2);
        assert_eq!(hurried.total(), timeline(0).total());
    }
}
