//! How a record lies in its table: one row, with when it was last written and when it was deleted.
//!
//! [`fields`] says for each kind of record what its columns are.

mod fields;

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Params, Row, params_from_iter};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub(super) use fields::day_number;

use crate::training::record::Table;

/// A record that has a table.
pub(super) trait Record: Serialize + DeserializeOwned {
    /// Its table.
    const TABLE: Table;
    /// The columns it is made of, its id first.
    const COLUMNS: &'static [&'static str];

    /// Its own id.
    fn id(&self) -> Uuid;

    /// What stands in the columns, in their order.
    fn values(&self) -> rusqlite::Result<Vec<Value>>;

    /// Made of a row that begins with the columns. An error if it cannot be one of ours.
    fn read(row: &Row<'_>) -> rusqlite::Result<Self>;
}

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
    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        let own = T::COLUMNS.len();
        Ok(Self {
            record: T::read(row)?,
            changed_ms: row.get(own)?,
            gone_ms: row.get(own + 1)?,
        })
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

/// A table's name in the database.
pub(super) fn name(table: Table) -> &'static str {
    match table {
        Table::Session => "session",
        Table::Segment => "segment",
        Table::Happening => "happening",
        Table::Pain => "pain",
        Table::Assessment => "assessment",
    }
}

/// The start of a query for whole records, deleted ones included.
fn select<T: Record>() -> String {
    let columns = T::COLUMNS.join(", ");
    let table = name(T::TABLE);
    format!("SELECT {columns}, changed_ms, gone_ms FROM {table}")
}

/// Writes a record, over an older version of itself if there is one. What was deleted stays deleted; what stood in for it
/// (written at 0) was not.
pub(super) fn write<T: Record>(
    connection: &Connection,
    record: &T,
    now_ms: i64,
) -> rusqlite::Result<()> {
    let table = name(T::TABLE);
    let columns = T::COLUMNS.join(", ");
    let places = vec!["?"; T::COLUMNS.len() + 1].join(", ");
    let updates: Vec<_> = T::COLUMNS[1..]
        .iter()
        .map(|column| format!("{column} = excluded.{column}"))
        .collect();
    let updates = updates.join(", ");
    // What is written last is newest, even if the clock was put back in between.
    let statement = format!(
        "INSERT INTO {table} ({columns}, changed_ms) VALUES ({places}) ON CONFLICT (id) DO UPDATE SET {updates}, \
         gone_ms = CASE {table}.changed_ms WHEN 0 THEN NULL ELSE {table}.gone_ms END, \
         changed_ms = max(excluded.changed_ms, {table}.changed_ms + 1)"
    );
    let mut values = record.values()?;
    values.push(Value::Integer(now_ms));
    let _rows = connection
        .prepare_cached(&statement)?
        .execute(params_from_iter(values))?;
    Ok(())
}

/// Marks a record as deleted, or no longer.
pub(super) fn mark(
    connection: &Connection,
    table: Table,
    id: Uuid,
    now_ms: i64,
    is_gone: bool,
) -> rusqlite::Result<()> {
    let table = name(table);
    let statement = format!(
        "UPDATE {table} SET gone_ms = ?2, changed_ms = max(?3, changed_ms + 1) WHERE id = ?1"
    );
    let gone_ms = is_gone.then_some(now_ms);
    let _rows = connection
        .prepare_cached(&statement)?
        .execute((id, gone_ms, now_ms))?;
    Ok(())
}

/// The records that a condition selects. Rows that can be none of ours are passed over.
pub(super) fn read<T: Record>(
    connection: &Connection,
    condition: &str,
    parameters: impl Params,
) -> rusqlite::Result<Vec<T>> {
    let statement = format!("{} {condition}", select::<T>());
    let mut statement = connection.prepare_cached(&statement)?;
    let mut rows = statement.query(parameters)?;
    let mut records = Vec::new();
    while let Some(row) = rows.next()? {
        records.extend(T::read(row).ok());
    }
    Ok(records)
}

/// Hands over every record as it is kept, one by one and in the same order each time. Rows that can be none of ours are
/// passed over.
pub(super) fn each<T: Record, E: From<rusqlite::Error>>(
    connection: &Connection,
    mut take: impl FnMut(Kept<T>) -> Result<(), E>,
) -> Result<(), E> {
    let mut statement = connection.prepare(&format!("{} ORDER BY id", select::<T>()))?;
    let mut rows = statement.query(())?;
    while let Some(row) = rows.next()? {
        if let Ok(kept) = Kept::read(row) {
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
    let columns = T::COLUMNS.join(", ");
    let table = name(T::TABLE);
    let order = if upwards { "ASC" } else { "DESC" };
    let mut statement = connection.prepare_cached(&format!(
        "SELECT {columns}, changed_ms, gone_ms, rowid FROM {table} WHERE rowid BETWEEN ?1 AND ?2 ORDER BY rowid {order}"
    ))?;
    let mut rows = statement.query((first, last))?;
    while let Some(row) = rows.next()? {
        let number = row.get(T::COLUMNS.len() + 2)?;
        take(number, Kept::read(row).ok())?;
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

/// Which of two versions holds that were written in the same millisecond.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Same {
    /// What is there.
    Stays,
    /// The one that holds on every other device too.
    IsWeighed,
}

/// Brings in a record as it was kept elsewhere. Of two versions the newer one holds.
pub(super) fn merge<T: Record>(
    connection: &Connection,
    kept: &Kept<T>,
    same: Same,
) -> rusqlite::Result<Merged> {
    let table = name(T::TABLE);
    let there: Option<i64> = connection
        .prepare_cached(&format!("SELECT changed_ms FROM {table} WHERE id = ?"))?
        .query_row([kept.record.id()], |row| row.get(0))
        .optional()?;
    let merged = match there {
        None => Merged::New,
        Some(there) if there < kept.changed_ms => Merged::Newer,
        Some(there) if there > kept.changed_ms || same == Same::Stays => Merged::Kept,
        Some(_) => {
            let condition = format!("{} WHERE id = ?", select::<T>());
            let same: Option<Kept<T>> = connection
                .prepare_cached(&condition)?
                .query_row([kept.record.id()], Kept::read)
                .ok();
            if same.is_none_or(|same| kept.outweighs(&same)) {
                Merged::Newer
            } else {
                Merged::Kept
            }
        }
    };
    if merged != Merged::Kept {
        put(connection, kept)?;
    }
    Ok(merged)
}

/// Puts a record as it is kept in the place of whatever version is there.
fn put<T: Record>(connection: &Connection, kept: &Kept<T>) -> rusqlite::Result<()> {
    let table = name(T::TABLE);
    let columns = T::COLUMNS.join(", ");
    let places = vec!["?"; T::COLUMNS.len() + 2].join(", ");
    let updates: Vec<_> = T::COLUMNS[1..]
        .iter()
        .chain(&["changed_ms", "gone_ms"])
        .map(|column| format!("{column} = excluded.{column}"))
        .collect();
    let updates = updates.join(", ");
    let statement = format!(
        "INSERT INTO {table} ({columns}, changed_ms, gone_ms) VALUES ({places}) ON CONFLICT (id) DO UPDATE SET {updates}"
    );
    let mut values = kept.record.values()?;
    values.push(Value::Integer(kept.changed_ms));
    values.push(kept.gone_ms.map_or(Value::Null, Value::Integer));
    let _rows = connection
        .prepare_cached(&statement)?
        .execute(params_from_iter(values))?;
    Ok(())
}
