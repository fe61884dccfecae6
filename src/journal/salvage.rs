//! Reads a damaged database row by row: upwards to the first row that cannot be reached, downwards from the end to the
//! last, and then between them again and again in halves. Last, [`leaf`] by leaf.

mod leaf;

use std::collections::VecDeque;

use rusqlite::{Connection, OptionalExtension};

pub(super) use leaf::leaves;

use super::record::{self, Kept, Record, Same};
use crate::training::record::{Assessment, Happening, Pain, Segment, Session};

/// Brings everything that can be read of a database into another, where what is as new as that stays. The error is about the other one.
pub(super) fn everything(from: &Connection, into: &Connection) -> rusqlite::Result<()> {
    rows::<Session>(from, into)?;
    rows::<Segment>(from, into)?;
    rows::<Happening>(from, into)?;
    rows::<Pain>(from, into)?;
    rows::<Assessment>(from, into)
}

/// How often it is tried to reach rows of one table. What is not found then is found in the leaves.
const MOST_TRIES: usize = 500;

fn rows<T: Record>(from: &Connection, into: &Connection) -> rusqlite::Result<()> {
    let mut gaps = VecDeque::from([(1, last_row::<T>(from))]);
    for _ in 0..MOST_TRIES {
        let Some((mut first, mut last)) = gaps.pop_front() else {
            return Ok(());
        };
        let mut not_written = None;
        let mut bring = |kept: Option<Kept<T>>| match kept
            .map(|kept| record::merge(into, &kept, Same::Stays))
        {
            Some(Err(error)) => {
                not_written = Some(error);
                Err(rusqlite::Error::InvalidQuery)
            }
            _ => Ok(()),
        };
        let upwards = record::stretch(from, (first, last), true, |number, kept| {
            first = number + 1;
            bring(kept)
        });
        let whole = upwards.or_else(|_| {
            record::stretch(from, (first, last), false, |number, kept| {
                last = number - 1;
                bring(kept)
            })
        });
        if let Some(error) = not_written {
            return Err(error);
        }
        if whole.is_err() && first < last {
            let middle = first + (last - first) / 2;
            gaps.extend([(first, middle), (middle + 1, last)]);
        }
    }
    Ok(())
}

/// The number of the last row, or one above it.
fn last_row<T: Record>(from: &Connection) -> i64 {
    /// More rows than anybody writes.
    const MOST_ROWS: i64 = 1 << 22;
    let table = record::name(T::TABLE);
    let last = from
        .query_row(
            &format!("SELECT rowid FROM {table} ORDER BY rowid DESC LIMIT 1"),
            (),
            |row| row.get(0),
        )
        .optional();
    match last {
        Ok(last) => last.unwrap_or(0),
        Err(_) => MOST_ROWS,
    }
}
