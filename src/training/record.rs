//! What is written down of what a person did: sessions, their segments, pain, and results of the knee map.
//!
//! Each record has an id of its own, so that histories of several devices can be brought together row by row.

use std::time::Duration;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Moment, Score};
use crate::side::Side;

/// How the journal spells a side.
#[derive(Serialize, Deserialize)]
#[serde(remote = "Side", rename_all = "snake_case")]
enum SpelledSide {
    Left,
    Right,
}

/// A side as the journal spells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Spelled(#[serde(with = "SpelledSide")] pub Side);

/// How the journal spells a side that may be missing.
mod spelled_side {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use super::{Side, Spelled};

    pub fn serialize<S: Serializer>(side: &Option<Side>, serializer: S) -> Result<S::Ok, S::Error> {
        side.map(Spelled).serialize(serializer)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<Side>, D::Error> {
        Ok(Option::<Spelled>::deserialize(deserializer)?.map(|Spelled(side)| side))
    }
}

/// One run through a routine.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Session {
    /// Its own id, a UUID of version 7.
    pub id: Uuid,
    /// The routine's id.
    pub routine: String,
    /// The routine's name as it was then.
    pub name: String,
    /// The routine's kind, by [`Kind::id`](crate::routine::Kind::id).
    pub kind: String,
    /// When it was started.
    pub began: Moment,
    /// Where it stands, or how it ended.
    pub state: State,
    /// How long it was when it was started, get ready to finish.
    pub planned_ms: u64,
    /// Time spent working so far.
    pub worked_ms: u64,
    /// Numbered steps in all.
    pub steps: u32,
    /// Numbered steps that were done.
    pub done: u32,
    /// What the person wrote about it.
    #[serde(default)]
    pub note: String,
}

impl Session {
    /// Time spent working.
    pub fn worked(&self) -> Duration {
        Duration::from_millis(self.worked_ms)
    }

    /// When something was last done in it.
    pub fn last(&self) -> Moment {
        match self.state {
            State::Open { at, .. } | State::Completed { at } | State::Stopped { at } => at,
        }
    }

    /// Whether anything was done in it: what counts as a session on its day.
    pub fn counts(&self) -> bool {
        self.done > 0
    }
}

/// Where a session stands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum State {
    /// It is being played, or was left and can be carried on.
    Open {
        /// Where.
        place: ResumePoint,
        /// When it stood there.
        at: Moment,
    },
    /// It was played to its end.
    Completed {
        /// When.
        at: Moment,
    },
    /// The person ended it early, or set it aside for good.
    Stopped {
        /// When.
        at: Moment,
    },
}

/// Where an unfinished session stands, and how the routine was being played: enough to carry on to the second.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ResumePoint {
    /// The segment, from 0.
    pub segment: usize,
    /// Time spent in it.
    pub within_ms: u64,
    /// Repetitions counted by the person.
    pub counted: u32,
    /// The step it belongs to, from 0.
    pub step: usize,
    /// Time to the end of the routine.
    pub left_ms: u64,
    /// How the routine was laid out.
    pub plan: Plan,
    /// What became of each step.
    pub outcomes: Vec<StepOutcome>,
    /// The local day until which it is not offered, if the person said "Not today".
    #[serde(default)]
    pub not_before: Option<jiff::civil::Date>,
}

/// How a routine was laid out when it was being played.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// Whether sides began with the left one.
    pub left_first: bool,
    /// Seconds to get ready, where the person's own were used.
    pub get_ready_s: Option<u32>,
    /// The step it was begun at, from 0.
    pub begun_at: usize,
    /// The entries done in their easier version from the start.
    pub easier: Vec<usize>,
    /// The segments in which another version was chosen on the way, with their entries.
    pub eased: Vec<(usize, usize)>,
    /// How long each segment is.
    pub lengths_ms: Vec<u64>,
}

/// What became of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // The names say it.
pub enum StepOutcome {
    Open,
    Done,
    Skipped,
}

/// A stretch of a session that is over.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Segment {
    /// Its own id.
    pub id: Uuid,
    /// The session it belongs to.
    pub session: Uuid,
    /// Which segment of the routine, from 0. One can come back to a segment.
    pub segment: usize,
    /// The step it belongs to, from 0.
    pub step: usize,
    /// What it was.
    pub kind: SegmentKind,
    /// When it was over.
    pub at: Moment,
    /// How much of it was played.
    pub lasted_ms: u64,
    /// Whether it was played to its end.
    pub how: Leaving,
}

/// What a segment was.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[allow(missing_docs)] // The names say it.
pub enum SegmentKind {
    GetReady,
    Work {
        /// The exercise's id.
        exercise: String,
        /// The side that worked; none for both together or in turns.
        #[serde(default, with = "spelled_side")]
        side: Option<Side>,
        /// Which set, from 1.
        set: u32,
        /// Whether the easier version was done.
        easier: bool,
    },
    Switch,
    Move,
    Rest,
    Finish,
}

/// How a segment was left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // The names say it.
pub enum Leaving {
    Completed,
    Left,
}

/// Something a person did on the way.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Happening {
    /// Its own id.
    pub id: Uuid,
    /// The session it belongs to.
    pub session: Uuid,
    /// The segment it fell in, from 0.
    pub segment: usize,
    /// When.
    pub at: Moment,
    /// What.
    pub what: What,
}

/// What happened on the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum What {
    /// The clock was stopped.
    Paused,
    /// The clock was stopped because the computer slept.
    Slept,
    /// The clock was started again.
    Resumed,
    /// Time was added, or taken away where it is below 0.
    Extended {
        /// By how much.
        by_ms: i64,
    },
    /// The easier version was chosen.
    Eased,
    /// The exercise was passed over.
    Skipped,
    /// "It hurts" was pressed, and this was chosen.
    Hurt(Hurt),
}

/// What was chosen after "It hurts".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // The names say it.
pub enum Hurt {
    Easier,
    Skip,
    ShowWhere,
    Stop,
}

/// How much a knee hurt.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pain {
    /// Its own id.
    pub id: Uuid,
    /// The session it belongs to, if it does.
    pub session: Option<Uuid>,
    /// When it was said.
    pub at: Moment,
    /// Which knee.
    #[serde(with = "SpelledSide")]
    pub knee: Side,
    /// Before or after what.
    pub occasion: Occasion,
    /// How much.
    pub score: Score,
    /// What the person wrote with it.
    #[serde(default)]
    pub note: String,
}

/// When pain was asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // The names say it.
pub enum Occasion {
    Before,
    After,
    NextMorning,
}

/// A result of the knee map, with everything it was reasoned from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assessment {
    /// Its own id.
    pub id: Uuid,
    /// When.
    pub at: Moment,
    /// Which knee.
    #[serde(with = "SpelledSide")]
    pub knee: Side,
    /// The ids of the marks.
    pub marks: Vec<String>,
    /// The age that was said: years, or the id of a band.
    pub age: Option<String>,
    /// How it began: `injury`, `sudden` or `gradual`.
    pub onset: Option<String>,
    /// How long it had hurt: the id of a stretch of weeks.
    #[serde(default)]
    pub duration: Option<String>,
    /// The answers by the ids of their questions; none for "not sure".
    pub answers: std::collections::BTreeMap<String, Option<bool>>,
    /// The ids of the questions that stood in a check and were not ticked.
    #[serde(default)]
    pub unticked: Vec<String>,
    /// The ids of the conditions that were shown, best first.
    pub conditions: Vec<String>,
    /// The red flags, each as `id/level`; as `id` alone where version 0.1 wrote it.
    pub red_flags: Vec<String>,
    /// Whether it still holds.
    pub standing: Standing,
}

/// Whether a result of the knee map still holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Standing {
    /// It is the one to go by.
    Current,
    /// Someone has looked at the knee and said that exercise is fine.
    Checked {
        /// When the person said so.
        at: Moment,
        /// Who looked.
        by: Examiner,
    },
    /// The person said that the knee is better.
    Better {
        /// When.
        at: Moment,
    },
    /// A later one for the same knee took its place.
    Replaced,
}

/// Who has looked at a knee.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // The names say it.
pub enum Examiner {
    Doctor,
    Physiotherapist,
    SomeoneElse,
    /// Version 0.1 did not ask.
    NotSaid,
}

/// The one list of the kinds of records, handed to a macro. Sessions come before what belongs to them.
macro_rules! with_kinds {
    ($then:ident $($more:tt)*) => {
        $then! { [Session Segment Happening Pain Assessment] $($more)* }
    };
}
pub(crate) use with_kinds;

macro_rules! entries {
    ([$($kind:ident)*]) => {
        /// Anything that is written down.
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        #[allow(missing_docs)] // The names say it.
        pub enum Entry {
            $($kind($kind),)*
            /// A record that is gone; its id stays, so that bringing histories together does not bring it back.
            Gone {
                /// The record.
                id: Uuid,
                /// Which table it was in.
                table: Table,
            },
            /// A record that was gone and is back.
            Back {
                /// The record.
                id: Uuid,
                /// Which table it is in.
                table: Table,
            },
        }

        /// The tables of the journal.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        #[allow(missing_docs)] // The names say it.
        pub enum Table {
            $($kind,)*
        }
    };
}
with_kinds!(entries);

/// Sessions, pain and results of the knee map of a stretch of days, oldest first: what days, weeks and trends are made
/// from. Nothing that was deleted is in it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Log {
    /// The sessions, by when they began.
    pub sessions: Vec<Session>,
    /// The scores, by when they were said.
    pub pain: Vec<Pain>,
    /// The results of the knee map, those that hold no more as well.
    pub results: Vec<Assessment>,
}
