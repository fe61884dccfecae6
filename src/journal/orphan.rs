//! Parts of a session that is not there: they get one that stands in for it, made of what they say.

use rusqlite::Connection;
use uuid::Uuid;

use super::record::{self, Kept, Same};
use crate::training::Moment;
use crate::training::record::{Happening, Leaving, Pain, Segment, SegmentKind, Session, State};
use crate::words::journal as words;

/// Gives each part without a session one. It counts as written in 1970, so that the true one takes its place whenever it
/// is found.
pub(super) fn adopt(connection: &Connection) -> rusqlite::Result<()> {
    let orphans: Vec<Uuid> = connection
        .prepare(
            "SELECT session FROM segment UNION SELECT session FROM happening \
             UNION SELECT session FROM pain WHERE session IS NOT NULL EXCEPT SELECT id FROM session",
        )?
        .query_map((), |row| row.get(0))?
        .filter_map(Result::ok)
        .collect();
    for id in orphans {
        let of_it = "WHERE session = ? ORDER BY at_ms, rowid";
        let segments: Vec<Segment> = record::read(connection, of_it, [id])?;
        let happenings: Vec<Happening> = record::read(connection, of_it, [id])?;
        let pain: Vec<Pain> = record::read(connection, of_it, [id])?;
        let moments: Vec<Moment> = (segments.iter().map(|segment| segment.at))
            .chain(happenings.iter().map(|happening| happening.at))
            .chain(pain.iter().map(|pain| pain.at))
            .collect();
        let kept = Kept {
            changed_ms: 0,
            // One that is known from a score alone is not shown.
            gone_ms: segments.is_empty().then_some(0),
            record: stand_in(id, &segments, &moments),
        };
        let _new = record::merge(connection, &kept, Same::Stays)?;
    }
    Ok(())
}

fn stand_in(id: Uuid, segments: &[Segment], moments: &[Moment]) -> Session {
    let epoch = Moment::new(0, 0);
    let last = moments.iter().max().copied().unwrap_or(epoch);
    let worked = |segment: &&Segment| matches!(segment.kind, SegmentKind::Work { .. });
    let worked_ms = segments
        .iter()
        .filter(worked)
        .fold(0_u64, |sum, segment| sum.saturating_add(segment.lasted_ms));
    let mut done: Vec<_> = segments
        .iter()
        .filter(worked)
        .filter(|segment| segment.how == Leaving::Completed)
        .map(|segment| segment.step)
        .collect();
    done.sort_unstable();
    done.dedup();
    let done = u32::try_from(done.len()).unwrap_or(u32::MAX);
    Session {
        id,
        routine: String::new(),
        name: words::LOST_SESSION.to_owned(),
        kind: String::new(),
        began: moments.iter().min().copied().unwrap_or(epoch),
        state: State::Stopped { at: last },
        planned_ms: worked_ms,
        worked_ms,
        steps: done,
        done,
        note: String::new(),
    }
}
