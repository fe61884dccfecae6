//! The signals a session gives: which one falls at which moment of a segment.

/// One signal to the person on the mat. The speaker turns it into a sound, the window into a flash.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Cue {
    /// A new step is coming: take up the start position.
    GetReady,
    /// The last three seconds of a segment, one signal each.
    Count(Count),
    /// The work begins.
    Start,
    /// Half of the work is done.
    Halfway,
    /// Change to the other side.
    SwitchSides,
    /// The rest begins.
    Rest,
    /// A repetition begins.
    RepBeat,
    /// The routine is over.
    Finished,
}

/// The seconds that are left when a countdown signal falls.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Count {
    /// Three seconds are left.
    Three,
    /// Two seconds are left.
    Two,
    /// One second is left.
    One,
}

use std::time::Duration;

use crate::routine::timeline::{Pace, Segment, SegmentKind, Work, WorkSide};

/// Shorter work than this has no halfway signal: it would only crowd the others.
const SHORTEST_WITH_HALFWAY: Duration = Duration::from_secs(10);
/// A countdown signal needs this much room after the signal that opens the segment.
const COUNT_ROOM: Duration = Duration::from_secs(1);

/// The signals of one segment with their moments from its beginning, in order.
///
/// Each segment opens with its own signal. Work that ends by itself has a halfway signal when it is 10 s or longer,
/// and everything that ends by itself counts down its last three seconds as far as they fit.
pub fn of(segment: &Segment) -> Vec<(Duration, Cue)> {
    let mut cues = vec![(Duration::ZERO, opening(&segment.kind))];
    if !segment.ends_by_itself() {
        return cues;
    }
    if let SegmentKind::Work(work) = &segment.kind {
        cues.extend(beats(work));
        cues.extend(halfway(work, segment.length));
    }
    if !matches!(segment.kind, SegmentKind::Finish { .. }) {
        cues.extend(countdown(segment.length));
    }
    // Stable, so that signals of one moment keep the order above.
    cues.sort_by_key(|(moment, _)| *moment);
    cues
}

fn opening(kind: &SegmentKind) -> Cue {
    match kind {
        SegmentKind::GetReady { .. } | SegmentKind::Move { .. } => Cue::GetReady,
        SegmentKind::Work(_) => Cue::Start,
        SegmentKind::Switch { .. } => Cue::SwitchSides,
        SegmentKind::Rest => Cue::Rest,
        SegmentKind::Finish { .. } => Cue::Finished,
    }
}

/// The first repetition begins with the start signal, so beats mark those after it.
fn beats(work: &Work) -> impl Iterator<Item = (Duration, Cue)> {
    let (count, each) = match work.pace {
        Pace::Reps { count, each, .. } => (count, each),
        Pace::Hold | Pace::Time | Pace::OwnPace { .. } => (0, Duration::ZERO),
    };
    (1..count).map(move |repetition| (each * repetition, Cue::RepBeat))
}

fn halfway(work: &Work, length: Duration) -> Option<(Duration, Cue)> {
    if length < SHORTEST_WITH_HALFWAY {
        return None;
    }
    match work.pace {
        // Half the repetitions, so that the signal falls between two of them.
        Pace::Reps { count, each, .. } => (count > 1).then(|| (each * (count / 2), Cue::Halfway)),
        Pace::Hold if matches!(work.side, WorkSide::Alternating(_)) => {
            Some((length / 2, Cue::SwitchSides))
        }
        Pace::Hold | Pace::Time => Some((length / 2, Cue::Halfway)),
        Pace::OwnPace { .. } => None,
    }
}

fn countdown(length: Duration) -> impl Iterator<Item = (Duration, Cue)> {
    [(3, Count::Three), (2, Count::Two), (1, Count::One)]
        .into_iter()
        .filter_map(move |(left, count)| {
            let moment = length.checked_sub(Duration::from_secs(left))?;
            (moment >= COUNT_ROOM).then_some((moment, Cue::Count(count)))
        })
}
