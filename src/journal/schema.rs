//! The tables of the journal, and how a connection to them is set up.
//!
//! Each row has an id of its own, `changed_ms` (when it was last written, in UTC) and, once it was deleted, `gone_ms`:
//! histories of several devices come together row by row, and what was written later wins. Days are kept as the person
//! had them, counted from 1970, so that what a week needs is found without reading the years before it.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use rusqlite::config::DbConfig;
use rusqlite::{Connection, TransactionBehavior};
use rusqlite_migration::{M, Migrations};

/// How the schema came to be, step by step. What was released is never changed; what is new is added at the end.
const STEPS: &[M<'static>] = &[M::up(FIRST), M::up(CHECKED)];

/// The newest version of the schema that is known here.
pub(super) const VERSION: i64 = STEPS.len() as i64;

/// Marks a database as a journal of ours: "Knee" in ASCII.
pub(super) const APPLICATION: i64 = 0x4B6E_6565;

const FIRST: &str = "
CREATE TABLE session (
    id BLOB NOT NULL UNIQUE,
    routine TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    began_ms INTEGER NOT NULL,
    began_offset_s INTEGER NOT NULL,
    day INTEGER NOT NULL,
    state TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    at_offset_s INTEGER NOT NULL,
    place TEXT,
    planned_ms INTEGER NOT NULL,
    worked_ms INTEGER NOT NULL,
    steps INTEGER NOT NULL,
    done INTEGER NOT NULL,
    note TEXT NOT NULL,
    changed_ms INTEGER NOT NULL,
    gone_ms INTEGER
);
CREATE INDEX session_by_day ON session (day);
CREATE INDEX session_open ON session (began_ms) WHERE state = 'open' AND gone_ms IS NULL;

CREATE TABLE segment (
    id BLOB NOT NULL UNIQUE,
    session BLOB NOT NULL REFERENCES session (id),
    segment INTEGER NOT NULL,
    step INTEGER NOT NULL,
    kind TEXT NOT NULL,
    exercise TEXT,
    side TEXT,
    set_number INTEGER,
    easier INTEGER,
    at_ms INTEGER NOT NULL,
    at_offset_s INTEGER NOT NULL,
    lasted_ms INTEGER NOT NULL,
    how TEXT NOT NULL,
    changed_ms INTEGER NOT NULL,
    gone_ms INTEGER
);
CREATE INDEX segment_by_session ON segment (session);

CREATE TABLE happening (
    id BLOB NOT NULL UNIQUE,
    session BLOB NOT NULL REFERENCES session (id),
    segment INTEGER NOT NULL,
    at_ms INTEGER NOT NULL,
    at_offset_s INTEGER NOT NULL,
    what TEXT NOT NULL,
    by_ms INTEGER,
    choice TEXT,
    changed_ms INTEGER NOT NULL,
    gone_ms INTEGER
);
CREATE INDEX happening_by_session ON happening (session);

CREATE TABLE pain (
    id BLOB NOT NULL UNIQUE,
    session BLOB REFERENCES session (id),
    at_ms INTEGER NOT NULL,
    at_offset_s INTEGER NOT NULL,
    day INTEGER NOT NULL,
    knee TEXT NOT NULL,
    occasion TEXT NOT NULL,
    score INTEGER NOT NULL,
    note TEXT NOT NULL,
    changed_ms INTEGER NOT NULL,
    gone_ms INTEGER
);
CREATE INDEX pain_by_day ON pain (day);
CREATE INDEX pain_by_session ON pain (session) WHERE session IS NOT NULL;

CREATE TABLE assessment (
    id BLOB NOT NULL UNIQUE,
    at_ms INTEGER NOT NULL,
    at_offset_s INTEGER NOT NULL,
    knee TEXT NOT NULL,
    marks TEXT NOT NULL,
    age TEXT,
    onset TEXT,
    answers TEXT NOT NULL,
    conditions TEXT NOT NULL,
    red_flags TEXT NOT NULL,
    standing TEXT NOT NULL,
    better_ms INTEGER,
    better_offset_s INTEGER,
    changed_ms INTEGER NOT NULL,
    gone_ms INTEGER
);
CREATE INDEX assessment_by_knee ON assessment (knee, at_ms);

PRAGMA application_id = 1265526117;
";

/// How long a knee had hurt, who has looked at it, and what was passed over in the checks.
const CHECKED: &str = "
ALTER TABLE assessment ADD COLUMN duration TEXT;
ALTER TABLE assessment ADD COLUMN checked_by TEXT;
ALTER TABLE assessment ADD COLUMN unticked TEXT;
";

/// All steps to the newest schema.
pub(super) fn migrations() -> Migrations<'static> {
    Migrations::from_slice(STEPS)
}

/// How long another process is waited for.
const PATIENCE: Duration = Duration::from_secs(2);

/// Sets up a connection: what belongs together is held together, and what is said to be written is on the disk.
pub(super) fn set_up(connection: &mut Connection) -> rusqlite::Result<()> {
    const STATEMENTS: usize = 32;
    defend(connection)?;
    connection.busy_timeout(PATIENCE)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    connection.set_transaction_behavior(TransactionBehavior::Immediate);
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "cache_size", -256)?;
    // What is put in order while reading needs no disk, which may be full, and leaves nothing on one.
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    // What waits in the -wal file is lost with it, so that little waits there.
    connection.pragma_update(None, "wal_autocheckpoint", 64)?;
    Ok(())
}

/// Sees that nothing in a file that somebody else made is run: not what views and triggers say, nor what is called in them.
pub(super) fn defend(connection: &Connection) -> rusqlite::Result<()> {
    for (config, is_on) in [
        (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
        (DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false),
    ] {
        let _now = connection.set_db_config(config, is_on)?;
    }
    connection.pragma_update(None, "cell_size_check", true)
}

/// How long anything may take in a file that was not looked through.
pub(super) const LIMIT: Duration = Duration::from_secs(10);

/// Ends whatever a connection does once this much time has passed: in a damaged file there may be no end to the rows.
pub(super) fn end_after(connection: &Connection, limit: Duration) -> rusqlite::Result<()> {
    const STEPS: i32 = 1_000;
    let began = Instant::now();
    connection.progress_handler(STEPS, Some(move || began.elapsed() > limit))
}

/// Takes as long as it takes.
pub(super) fn never_end(connection: &Connection) -> rusqlite::Result<()> {
    connection.progress_handler(0, None::<fn() -> bool>)
}

/// What a database is made of, other than what SQLite makes for itself: kinds, names and how each was made. Spaces and quotes
/// are left out, which programs set as they like.
pub(super) fn objects(connection: &Connection) -> rusqlite::Result<BTreeSet<(String, String)>> {
    connection
        .prepare(
            "SELECT type || ' ' || name, coalesce(sql, '') FROM sqlite_schema \
             WHERE NOT (type IN ('table', 'index') AND name GLOB 'sqlite_*')",
        )?
        .query_map((), |row| {
            let mut sql: String = row.get(1)?;
            sql.retain(|letter| !letter.is_whitespace() && letter != '"');
            Ok((row.get(0)?, sql))
        })?
        .collect()
}

/// A number that a database keeps about itself.
pub(super) fn number(connection: &Connection, pragma: &str) -> rusqlite::Result<i64> {
    connection.pragma_query_value(None, pragma, |row| row.get(0))
}

/// A journal in memory, with nothing in it.
pub(super) fn in_memory() -> Result<Connection, rusqlite_migration::Error> {
    in_memory_at(STEPS.len())
}

/// The same as it was in an earlier version of the schema.
pub(super) fn in_memory_at(version: usize) -> Result<Connection, rusqlite_migration::Error> {
    let mut connection = Connection::open_in_memory()?;
    set_up(&mut connection)?;
    migrations().to_version(&mut connection, version)?;
    Ok(connection)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_steps_lead_to_a_journal() {
        migrations().validate().unwrap();
        let connection = in_memory().unwrap();
        assert_eq!(number(&connection, "user_version").unwrap(), VERSION);
        assert_eq!(number(&connection, "application_id").unwrap(), APPLICATION);
    }
}
