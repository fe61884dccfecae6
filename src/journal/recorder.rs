//! Turns what happens in a session into what is written down.

use std::time::{Duration, Instant};

use uuid::Uuid;

use crate::routine::Routine;
use crate::routine::timeline::{Segment, SegmentKind, Timeline, Version, WorkSide};
use crate::session::{Ending, Event, EventKind, Leaving, Session};
use crate::side::Side;
use crate::training::Moment;
use crate::training::record::{
    self, Entry, Happening, Occasion, Pain, SegmentKind as Kind, State, What,
};
use crate::training::unfinished::{self, Begun};
use crate::training::{Score, pain::Told};

/// One instant, as the session has it and as the calendar has it.
#[derive(Debug, Clone, Copy)]
pub struct Now {
    /// What the session goes by.
    pub session: Instant,
    /// The person's clock and calendar.
    pub moment: Moment,
}

/// Writes down one session.
#[derive(Debug)]
pub struct Recorder {
    row: record::Session,
    begun: Begun,
    /// What has not been taken yet.
    entries: Vec<Entry>,
}

impl Recorder {
    /// A session begins.
    pub fn begin(routine: &Routine, session: &Session, begun: Begun, now: Now) -> Self {
        let row = record::Session {
            id: Uuid::now_v7(),
            routine: routine.id.to_string(),
            name: routine.name.clone(),
            kind: routine.kind.id().to_owned(),
            began: now.moment,
            state: State::Open {
                place: unfinished::place(session, &begun, now.session),
                at: now.moment,
            },
            planned_ms: milliseconds(session.planned()),
            worked_ms: 0,
            steps: count(session.timeline().numbered_steps()),
            done: 0,
            note: String::new(),
        };
        Self {
            entries: vec![Entry::Session(row.clone())],
            row,
            begun,
        }
    }

    /// A session that was left goes on.
    pub fn carry_on(row: record::Session) -> Option<Self> {
        let State::Open { place, .. } = &row.state else {
            return None;
        };
        Some(Self {
            begun: unfinished::begun(&place.plan),
            row,
            entries: Vec::new(),
        })
    }

    /// The session as it was written down last.
    pub fn session(&self) -> &record::Session {
        &self.row
    }

    /// What there is to write since it was last asked.
    pub fn take(&mut self) -> Vec<Entry> {
        std::mem::take(&mut self.entries)
    }

    /// Takes in what happened in the session.
    pub fn follow(&mut self, session: &Session, events: &[Event], now: Now) {
        let mut is_changed = false;
        for event in events {
            match event.kind {
                EventKind::Left {
                    segment,
                    how,
                    within,
                } => {
                    self.leave(session.timeline(), segment, how, within, now.at(event.at));
                    is_changed = true;
                }
                EventKind::Paused => {
                    self.happened(session, What::Paused, now);
                    is_changed = true;
                }
                EventKind::Resumed => self.happened(session, What::Resumed, now),
                EventKind::Finished(_) => is_changed = true,
                EventKind::Changed => is_changed = true,
                EventKind::Began { .. } | EventKind::Cue(_) => {}
            }
        }
        if is_changed {
            self.stand(session, now);
        }
    }

    /// Takes in something that the session itself does not tell.
    pub fn happened(&mut self, session: &Session, what: What, now: Now) {
        self.entries.push(Entry::Happening(Happening {
            id: Uuid::now_v7(),
            session: self.row.id,
            segment: session.segment_index(),
            at: now.moment,
            what,
        }));
    }

    /// Writes down where the session stands.
    pub fn stand(&mut self, session: &Session, now: Now) {
        let snapshot = session.snapshot(now.session);
        self.row.worked_ms = milliseconds(snapshot.worked);
        self.row.done = count(session.steps_done());
        let at = now.moment;
        let place = unfinished::place(session, &self.begun, now.session);
        // Beyond getting ready, and before the last work is over.
        let can_go_on = place.segment > 0 && place.left_ms > 0 && session.work().is_some();
        self.row.state = match session.ending() {
            Some(Ending::Completed) => State::Completed { at },
            Some(Ending::Stopped) if !can_go_on => State::Stopped { at },
            // The place is kept.
            Some(Ending::Stopped) | None => State::Open { place, at },
        };
        self.entries.push(Entry::Session(self.row.clone()));
    }

    /// How the knees are before or after it.
    pub fn rate(&mut self, told: Told, occasion: Occasion, now: Now) {
        for (knee, score) in told.scores() {
            let told = pain(Some(self.row.id), knee, score, occasion, now.moment);
            self.entries.push(Entry::Pain(told));
        }
    }

    /// What the person writes about it.
    pub fn annotate(&mut self, note: &str) {
        note.clone_into(&mut self.row.note);
        self.entries.push(Entry::Session(self.row.clone()));
    }

    /// The entries that were done in their easier version from the start.
    pub fn easier(&self) -> &[usize] {
        &self.begun.easier
    }

    fn leave(
        &mut self,
        timeline: &Timeline,
        index: usize,
        how: Leaving,
        within: Duration,
        at: Moment,
    ) {
        let Some(segment) = timeline.segments().get(index) else {
            return;
        };
        self.entries.push(Entry::Segment(record::Segment {
            id: Uuid::now_v7(),
            session: self.row.id,
            segment: index,
            step: segment.step,
            kind: kind(segment),
            at,
            lasted_ms: milliseconds(within),
            how: match how {
                Leaving::Completed => record::Leaving::Completed,
                Leaving::Left => record::Leaving::Left,
            },
        }));
    }
}

/// How much a knee hurts, as it is written down.
pub fn pain(
    session: Option<Uuid>,
    knee: Side,
    score: Score,
    occasion: Occasion,
    at: Moment,
) -> Pain {
    Pain {
        id: Uuid::now_v7(),
        session,
        at,
        knee,
        occasion,
        score,
        note: String::new(),
    }
}

impl Now {
    /// The moment of an instant that is over.
    fn at(self, instant: Instant) -> Moment {
        let ago = self.session.saturating_duration_since(instant);
        let ago = i64::try_from(ago.as_millis()).unwrap_or(i64::MAX);
        Moment {
            utc_ms: self.moment.utc_ms.saturating_sub(ago),
            ..self.moment
        }
    }
}

fn kind(segment: &Segment) -> Kind {
    match &segment.kind {
        SegmentKind::GetReady { .. } => Kind::GetReady,
        SegmentKind::Work(work) => Kind::Work {
            exercise: work.exercise.id.to_string(),
            side: match work.side {
                WorkSide::One(Side::Left) => Some(Side::Left),
                WorkSide::One(Side::Right) => Some(Side::Right),
                WorkSide::Both | WorkSide::Alternating(_) => None,
            },
            set: work.set,
            easier: work.version == Version::Easier,
        },
        SegmentKind::Switch { .. } => Kind::Switch,
        SegmentKind::Move { .. } => Kind::Move,
        SegmentKind::Rest => Kind::Rest,
        SegmentKind::Finish { .. } => Kind::Finish,
    }
}

fn milliseconds(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
