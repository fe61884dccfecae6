//! How a record lies in its table: one row, with when it was last written and when it was deleted.
//!
//! [`fields`] says for each kind of record what its columns are. A new kind is one entry in
//! [`with_kinds`](crate::training::record::with_kinds), a [`Record`] there, and a step of the schema.

mod fields;

use rusqlite::types::{Value, ValueRef};
use rusqlite::{Connection, ErrorCode, OptionalExtension, Params, Row, params_from_iter};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub(super) use fields::day_number;

use super::export::Sheet;
use super::limits::{DAY_MS, Excess, Limits};
use crate::training::record::{self, Entry, Table, with_kinds};

/// A record that has a table.
pub(super) trait Record: Serialize + DeserializeOwned {
    /// Its table in the database.
    const NAME: &'static str;
    /// Its list in an exported document.
    const LIST: &'static str;
    /// The columns it is made of, its id first.
    const COLUMNS: &'static str;
    /// How many columns these are.
    const WIDTH: usize = width(Self::COLUMNS);
    /// Whether it belongs to a session.
    const SESSION: Belonging = Belonging::Alone;
    /// How many there may be in an exported document.
    const MOST: usize = 100_000;
    /// The exported table for other programs, if there is one.
    const SHEET: Option<Sheet<Self>> = None;

    /// Its own id.
    fn id(&self) -> Uuid;

    /// What stands in the columns, in their order.
    fn values(&self) -> rusqlite::Result<Vec<Value>>;

    /// Made of a row that begins with the columns. An error if it cannot be one of ours.
    fn read(row: &Row<'_>) -> rusqlite::Result<Self>;

    /// Moves every number to what can be.
    fn clamp(&mut self, limits: &Limits);

    /// Refuses texts that are longer than any that Kneewise writes.
    fn check(&self) -> Result<(), Excess>;

    /// What is left of it without its session.
    fn alone(&self) -> Option<Self> {
        None
    }
}

/// How a record belongs to a session.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Belonging {
    /// Not at all.
    Alone,
    /// It can, and stays without it.
    Loose,
    /// It is a part, and nothing without it.
    Part,
}

const fn width(columns: &str) -> usize {
    let (mut at, mut width) = (0, 1);
    while at < columns.len() {
        if columns.as_bytes()[at] == b',' {
            width += 1;
        }
        at += 1;
    }
    width
}

/// Does something with each kind of record: `each_kind!(T => write::<T>()?)`.
macro_rules! each_kind {
    ($record:ident => $what:expr) => {
        $crate::training::record::with_kinds!(each_kind [$record => $what])
    };
    ([$($kind:ident)*] [$record:ident => $what:expr]) => {
        $({
            type $record = $crate::training::record::$kind;
            $what;
        })*
    };
}
pub(super) use each_kind;

macro_rules! entries {
    ([$($kind:ident)*]) => {
        /// Writes an entry. A part of a session that is not there is left out.
        pub(super) fn write_entry(
            connection: &Connection,
            entry: &Entry,
            now_ms: i64,
        ) -> rusqlite::Result<()> {
            match entry {
                $(Entry::$kind(record) => write_if_possible(connection, record, now_ms),)*
                Entry::Gone { id, table } => mark(connection, *table, *id, now_ms, true),
                Entry::Back { id, table } => mark(connection, *table, *id, now_ms, false),
            }
        }

        /// A table's name in the database.
        fn name(table: Table) -> &'static str {
            match table {
                $(Table::$kind => record::$kind::NAME,)*
            }
        }
    };
}
with_kinds!(entries);

/// A record as it is kept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Kept<T> {
    /// When it was last written, in UTC.
    pub(super) changed_ms: i64,
    /// When it was deleted, in UTC.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) gone_ms: Option<i64>,
    /// What was written.
    pub(super) record: T,
}

impl<T: Record> Kept<T> {
    fn read(row: &Row<'_>, limits: &Limits) -> rusqlite::Result<Self> {
        let mut record = T::read(row)?;
        // A clock that went wrong is no reason to change what was written by it.
        record.clamp(&Limits::OF_THE_CALENDAR);
        Ok(Self {
            record,
            changed_ms: limits.stamp(stamp(row, T::WIDTH)?),
            gone_ms: match row.get_ref(T::WIDTH + 1)? {
                ValueRef::Null => None,
                _ => Some(limits.stamp(stamp(row, T::WIDTH + 1)?)),
            },
        })
    }

    /// Moves every number to what can be. Gives whether it could be written then.
    pub(super) fn clamp(&mut self, limits: &Limits) -> bool {
        self.record.clamp(limits);
        let said = self.changed_ms;
        self.changed_ms = limits.stamp(said);
        self.gone_ms = self.gone_ms.map(|gone_ms| limits.stamp(gone_ms));
        self.changed_ms == said
    }

    /// Which of two versions of a record holds when both were written in the same millisecond: the same on every device.
    fn outweighs(&self, other: &Self) -> bool {
        let weight = |kept: &Self| {
            let text = serde_json::to_string(&kept.record).unwrap_or_default();
            (kept.changed_ms, kept.gone_ms, text)
        };
        weight(self) > weight(other)
    }
}

/// When a row was written. Version 0.1 could count past the largest whole number, which SQLite then keeps as a real one.
fn stamp(row: &Row<'_>, column: usize) -> rusqlite::Result<i64> {
    match row.get_ref(column)? {
        ValueRef::Integer(number) => Ok(number),
        ValueRef::Real(number) => Ok(number as i64),
        _ => Ok(0),
    }
}

/// The start of a query for whole records, deleted ones included.
fn select<T: Record>() -> String {
    format!(
        "SELECT {}, changed_ms, gone_ms FROM {}",
        T::COLUMNS,
        T::NAME
    )
}

/// In SQL: a stamp that is later than another and, if it can be, `now`. The clock may have been put back in between, yet
/// never by more than a day.
fn later(than: &str, now: &str) -> String {
    format!("max({now}, min({than}, {now} + {DAY_MS} - 1) + 1)")
}

/// Puts a row in a table, or in the place of the one with its id, where `stamps` says when it was written and deleted.
fn put<T: Record>(
    connection: &Connection,
    record: &T,
    (changed_ms, gone_ms): (i64, Option<i64>),
    stamps: &str,
) -> rusqlite::Result<()> {
    let (table, columns) = (T::NAME, T::COLUMNS);
    let places = vec!["?"; T::WIDTH + 2].join(", ");
    let updates: Vec<_> = (columns.split(", ").skip(1))
        .map(|column| format!("{column} = excluded.{column}"))
        .collect();
    let updates = updates.join(", ");
    let statement = format!(
        "INSERT INTO {table} ({columns}, changed_ms, gone_ms) VALUES ({places}) ON CONFLICT (id) DO UPDATE SET {updates}, {stamps}"
    );
    let mut values = record.values()?;
    values.extend([changed_ms.into(), gone_ms.into()]);
    let _rows = connection
        .prepare_cached(&statement)?
        .execute(params_from_iter(values))?;
    Ok(())
}

/// Writes a record, over an older version of itself if there is one. What was deleted stays deleted; what stood in for it
/// in version 0.1 (written at 0) was not.
fn write<T: Record>(connection: &Connection, record: &T, now_ms: i64) -> rusqlite::Result<()> {
    let table = T::NAME;
    let changed = later(&format!("{table}.changed_ms"), "excluded.changed_ms");
    let stamps = format!(
        "gone_ms = CASE {table}.changed_ms WHEN 0 THEN NULL ELSE {table}.gone_ms END, changed_ms = {changed}"
    );
    put(connection, record, (now_ms, None), &stamps)
}

/// Writes a record, or what is left of it when its session is not there: pain was felt all the same.
fn write_if_possible<T: Record>(
    connection: &Connection,
    record: &T,
    now_ms: i64,
) -> rusqlite::Result<()> {
    let written = match write(connection, record, now_ms) {
        Err(error) if is_refusal(&error) => match record.alone() {
            Some(alone) => write(connection, &alone, now_ms),
            None => Ok(()),
        },
        written => written,
    };
    match written {
        Err(error) if is_refusal(&error) => Ok(()),
        written => written,
    }
}

/// Whether it is the record that is not possible, not the writing of it.
fn is_refusal(error: &rusqlite::Error) -> bool {
    matches!(error, rusqlite::Error::ToSqlConversionFailure(_))
        || matches!(
            error.sqlite_error_code(),
            Some(ErrorCode::ConstraintViolation | ErrorCode::TooBig | ErrorCode::TypeMismatch)
        )
}

/// Marks a record as deleted, or no longer.
fn mark(
    connection: &Connection,
    table: Table,
    id: Uuid,
    now_ms: i64,
    is_gone: bool,
) -> rusqlite::Result<()> {
    let (table, changed) = (name(table), later("changed_ms", "?3"));
    let statement =
        format!("UPDATE {table} SET gone_ms = ?2, changed_ms = {changed} WHERE id = ?1");
    let gone_ms = is_gone.then_some(now_ms);
    let _rows = connection
        .prepare_cached(&statement)?
        .execute((id, gone_ms, now_ms))?;
    Ok(())
}

/// Parts of sessions that are not there go; what stays without one, such as pain, does.
pub(super) fn settle_parts(connection: &Connection) -> rusqlite::Result<()> {
    const STRAY: &str = "WHERE session NOT IN (SELECT id FROM session)";
    each_kind!(T => {
        let _rows = match T::SESSION {
            Belonging::Alone => 0,
            Belonging::Loose => {
                connection.execute(&format!("UPDATE {} SET session = NULL {STRAY}", T::NAME), ())?
            }
            Belonging::Part => connection.execute(&format!("DELETE FROM {} {STRAY}", T::NAME), ())?,
        };
    });
    Ok(())
}

/// The records that a condition selects. Rows that can be none of ours are passed over.
pub(super) fn read<T: Record>(
    connection: &Connection,
    condition: &str,
    parameters: impl Params,
) -> rusqlite::Result<Vec<T>> {
    let limits = Limits::now();
    let mut statement = connection.prepare_cached(&format!("{} {condition}", select::<T>()))?;
    let mut rows = statement.query(parameters)?;
    let mut records = Vec::new();
    while let Some(row) = rows.next()? {
        records.extend(Kept::read(row, &limits).ok().map(|kept| kept.record));
    }
    Ok(records)
}

/// Hands over every record as it is kept, one by one and in the same order each time. Rows that can be none of ours are
/// passed over.
pub(super) fn each<T: Record, E: From<rusqlite::Error>>(
    connection: &Connection,
    mut take: impl FnMut(Kept<T>) -> Result<(), E>,
) -> Result<(), E> {
    let limits = Limits::now();
    let mut statement = connection.prepare(&format!("{} ORDER BY id", select::<T>()))?;
    let mut rows = statement.query(())?;
    while let Some(row) = rows.next()? {
        if let Ok(kept) = Kept::read(row, &limits) {
            take(kept)?;
        }
    }
    Ok(())
}

/// Hands over the records of rows numbered from `first` to `last`, upwards or downwards, with their numbers. Ends at the
/// first row that cannot be reached, and says so.
pub(super) fn stretch<T: Record>(
    connection: &Connection,
    (first, last): (i64, i64),
    upwards: bool,
    mut take: impl FnMut(i64, Option<Kept<T>>) -> rusqlite::Result<()>,
) -> rusqlite::Result<()> {
    let limits = Limits::now();
    let (columns, table) = (T::COLUMNS, T::NAME);
    let order = if upwards { "ASC" } else { "DESC" };
    let mut statement = connection.prepare_cached(&format!(
        "SELECT {columns}, changed_ms, gone_ms, rowid FROM {table} WHERE rowid BETWEEN ?1 AND ?2 ORDER BY rowid {order}"
    ))?;
    let mut rows = statement.query((first, last))?;
    while let Some(row) = rows.next()? {
        let number = row.get(T::WIDTH + 2)?;
        take(number, Kept::read(row, &limits).ok())?;
    }
    Ok(())
}

/// What became of a record that was brought in from elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Merged {
    /// It was not there before.
    New,
    /// It took the place of an older version.
    Newer,
    /// What was there holds.
    Kept,
}

/// Which of two versions holds where the one that is there is not older, or it is not known when the other was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meeting {
    /// Of versions of the same millisecond, what is there.
    SameStays,
    /// Of versions of the same millisecond, the one that holds on every other device too.
    SameIsWeighed,
    /// What is there, however old.
    Stays,
}

/// Brings in a record as it was kept elsewhere. Of two versions the newer one holds.
pub(super) fn merge<T: Record>(
    connection: &Connection,
    kept: &Kept<T>,
    meeting: Meeting,
) -> rusqlite::Result<Merged> {
    let limits = Limits::now();
    let there: Option<i64> = connection
        .prepare_cached(&format!("SELECT changed_ms FROM {} WHERE id = ?", T::NAME))?
        .query_row([kept.record.id()], |row| stamp(row, 0))
        .optional()?
        .map(|there| limits.stamp(there));
    let merged = match there {
        None => Merged::New,
        Some(_) if meeting == Meeting::Stays => Merged::Kept,
        Some(there) if there < kept.changed_ms => Merged::Newer,
        Some(there) if there > kept.changed_ms || meeting == Meeting::SameStays => Merged::Kept,
        Some(_) => {
            let same: Option<Kept<T>> = connection
                .prepare_cached(&format!("{} WHERE id = ?", select::<T>()))?
                .query_row([kept.record.id()], |row| Kept::read(row, &limits))
                .ok();
            if same.is_none_or(|same| kept.outweighs(&same)) {
                Merged::Newer
            } else {
                Merged::Kept
            }
        }
    };
    if merged != Merged::Kept {
        let stamps = "gone_ms = excluded.gone_ms, changed_ms = excluded.changed_ms";
        put(
            connection,
            &kept.record,
            (kept.changed_ms, kept.gone_ms),
            stamps,
        )?;
    }
    Ok(merged)
}
