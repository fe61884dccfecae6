//! How a timeline has been changed while it was played, told in few numbers and done again from them.

use std::time::Duration;

use super::{LONGEST_SEGMENT, Pace, SegmentKind, Timeline, Version};

impl Timeline {
    /// How long each segment is.
    pub fn lengths(&self) -> Vec<Duration> {
        self.segments.iter().map(|segment| segment.length).collect()
    }

    /// The segments from which an easier version is done, each with its entry.
    pub fn eased(&self) -> Vec<(usize, usize)> {
        let mut eased: Vec<(usize, usize)> = Vec::new();
        for (index, segment) in self.segments.iter().enumerate() {
            if let Some(work) = segment.work()
                && work.version == Version::Easier
                && eased.iter().all(|(_, entry)| *entry != work.entry)
            {
                eased.push((index, work.entry));
            }
        }
        eased
    }

    /// Changes a timeline as another of the same routine was changed. None where these lengths and versions cannot be
    /// its own: the routine has changed since.
    pub fn changed_like(mut self, eased: &[(usize, usize)], lengths: &[Duration]) -> Option<Self> {
        if lengths.len() != self.segments.len() {
            return None;
        }
        for &(segment, entry) in eased {
            let is_there = self
                .segments
                .get(segment)
                .and_then(super::Segment::work)
                .is_some_and(|work| work.entry == entry);
            if !is_there {
                return None;
            }
            let _ = self.ease(segment, entry);
        }
        for (segment, &length) in self.segments.iter_mut().zip(lengths) {
            if length == segment.length {
                continue;
            }
            if length > LONGEST_SEGMENT {
                return None;
            }
            if let SegmentKind::Work(work) = &mut segment.kind {
                match &mut work.pace {
                    Pace::Hold | Pace::Time => {}
                    Pace::OwnPace { .. } => return None,
                    Pace::Reps { count, each, .. } => {
                        let each = each.as_millis().max(1);
                        if length.is_zero() || length.as_millis() % each != 0 {
                            return None;
                        }
                        *count = u32::try_from(length.as_millis() / each).ok()?;
                    }
                }
                work.length = length;
            }
            segment.length = length;
        }
        self.lay_out_from(0);
        Some(self)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::super::Change;
    use super::*;
    use crate::authoring::Source;
    use crate::exercise::Catalogue;
    use crate::routine::Routine;
    use crate::side::Side;

    fn timeline(hold: u32) -> Timeline {
        let text = format!(
            r#"(id: "r", name: "R", kind: Mobility, items: [
                Exercise(id: "a", dose: Hold({hold}), sides: Each(switch: 4)),
                Exercise(id: "b", dose: Reps(count: 6, tempo: (2, 1, 2)), sides: Both),
                Exercise(id: "a", dose: Reps(count: 4), sides: Both),
            ], exercises: [(id: "a", name: "A", easier: Text("Less deep.")), (id: "b", name: "B")])"#
        );
        let source = Source {
            name: "r.ron",
            text: &text,
        };
        let routine = Routine::read(&source, &Catalogue::default()).unwrap();
        Timeline::of(&routine, Side::Left.into())
    }

    #[test]
    fn what_was_changed_can_be_changed_again() {
        let mut played = timeline(20);
        let work: Vec<usize> = (0..played.segments().len())
            .filter(|&index| played.segments()[index].work().is_some())
            .collect();
        let entry = |index: usize| played.segments()[work[index]].work().unwrap().entry;
        let first = entry(0);
        played.resize(
            work[0],
            Change::Longer(Duration::from_secs(15)),
            Duration::ZERO,
        );
        played.resize(
            work[2],
            Change::Longer(Duration::from_secs(15)),
            Duration::ZERO,
        );
        assert!(played.ease(work[1], first));

        let again = timeline(20)
            .changed_like(&played.eased(), &played.lengths())
            .unwrap();

        assert_eq!(again.total(), played.total());
        assert_eq!(format!("{again:?}"), format!("{played:?}"));
    }

    #[test]
    fn another_routine_is_not_taken_for_the_same() {
        let plain = timeline(20);
        let mut lengths = plain.lengths();
        assert!(timeline(20).changed_like(&[], &lengths[1..]).is_none());
        assert!(timeline(20).changed_like(&[(0, 7)], &lengths).is_none());
        assert!(timeline(20).changed_like(&[(99, 0)], &lengths).is_none());
        // Half a repetition, and a set at one's own pace that has another length.
        let reps = plain
            .segments()
            .iter()
            .position(|segment| {
                segment
                    .work()
                    .is_some_and(|work| matches!(work.pace, Pace::Reps { .. }))
            })
            .unwrap();
        lengths[reps] += Duration::from_secs(1);
        assert!(timeline(20).changed_like(&[], &lengths).is_none());
    }
}
