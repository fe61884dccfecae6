//! What the journal is asked: days and weeks, one session, and what is current.

use jiff::civil::Date;
use rusqlite::Params;
use uuid::Uuid;

use super::Recent;
use super::record::{self, Record, day_number, each_kind};
use super::store::{Error, Store};
use crate::training::record::{Assessment, Happening, Log, Pain, Segment, Session, Standing};

/// A session with everything that was written in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Whole {
    /// The session itself.
    pub session: Session,
    /// Its segments, in the order in which they were over.
    pub segments: Vec<Segment>,
    /// What happened on the way, in order.
    pub happenings: Vec<Happening>,
    /// The pain that belongs to it, in order.
    pub pain: Vec<Pain>,
}

impl Store {
    fn read<T: Record>(&self, condition: &str, parameters: impl Params) -> Result<Vec<T>, Error> {
        record::read(&self.connection, condition, parameters)
            .map_err(|error| Error::database(&self.file(), error))
    }

    /// Sessions, pain and results of the knee map since a day, or all.
    ///
    /// # Errors
    ///
    /// When the file cannot be read.
    pub fn log(&self, since: Option<Date>) -> Result<Log, Error> {
        let first = since.map_or(i64::MIN, day_number);
        Ok(Log {
            sessions: self.read(
                "WHERE day >= ? AND gone_ms IS NULL ORDER BY began_ms, id",
                [first],
            )?,
            pain: self.read(
                "WHERE day >= ? AND gone_ms IS NULL ORDER BY at_ms, id",
                [first],
            )?,
            results: self
                .all_assessments()?
                .into_iter()
                .filter(|result| since.is_none_or(|since| result.at.day() >= since))
                .collect(),
        })
    }

    /// The newest session that is open.
    ///
    /// # Errors
    ///
    /// When the file cannot be read.
    pub fn open_session(&self) -> Result<Option<Session>, Error> {
        let open: Vec<Session> = self.read(
            "WHERE state = 'open' AND gone_ms IS NULL ORDER BY began_ms DESC, id DESC LIMIT 1",
            (),
        )?;
        Ok(open.into_iter().next())
    }

    /// The results of the knee map that hold, current or checked, at most one for each knee. Where a knee was declared
    /// better, no earlier result of it does.
    ///
    /// # Errors
    ///
    /// When the file cannot be read.
    pub fn assessments(&self) -> Result<Vec<Assessment>, Error> {
        let newest: Vec<Assessment> = self.read(
            "AS one WHERE gone_ms IS NULL AND standing <> 'replaced' AND NOT EXISTS (SELECT 1 FROM assessment AS other \
             WHERE other.knee = one.knee AND other.gone_ms IS NULL AND other.standing <> 'replaced' \
             AND (other.at_ms, other.id) > (one.at_ms, one.id)) ORDER BY knee",
            (),
        )?;
        let holds = |result: &Assessment| {
            matches!(
                result.standing,
                Standing::Current | Standing::Checked { .. }
            )
        };
        Ok(newest.into_iter().filter(holds).collect())
    }

    /// Every result of the knee map that was not deleted, oldest first.
    ///
    /// # Errors
    ///
    /// When the file cannot be read.
    pub fn all_assessments(&self) -> Result<Vec<Assessment>, Error> {
        self.read("WHERE gone_ms IS NULL ORDER BY at_ms, id", ())
    }

    /// A session with everything in it, if it is there and was not deleted.
    ///
    /// # Errors
    ///
    /// When the file cannot be read.
    pub fn session(&self, id: Uuid) -> Result<Option<Whole>, Error> {
        let found: Vec<Session> = self.read("WHERE id = ? AND gone_ms IS NULL", [id])?;
        let Some(session) = found.into_iter().next() else {
            return Ok(None);
        };
        let of_it = "WHERE session = ? AND gone_ms IS NULL ORDER BY at_ms, rowid";
        Ok(Some(Whole {
            session,
            segments: self.read(of_it, [id])?,
            happenings: self.read(of_it, [id])?,
            pain: self.read(of_it, [id])?,
        }))
    }

    /// Whether nothing was ever written.
    ///
    /// # Errors
    ///
    /// When the file cannot be read.
    pub fn is_empty(&self) -> Result<bool, Error> {
        let ask = || -> rusqlite::Result<bool> {
            each_kind!(T => {
                let query = format!("SELECT 1 FROM {} LIMIT 1", T::NAME);
                if self.connection.prepare_cached(&query)?.exists(())? {
                    return Ok(false);
                }
            });
            Ok(true)
        };
        ask().map_err(|error| Error::database(&self.file(), error))
    }

    /// What Today is made from.
    ///
    /// # Errors
    ///
    /// When the file cannot be read.
    pub fn recent(&self, since: Date) -> Result<Recent, Error> {
        Ok(Recent {
            log: self.log(Some(since))?,
            open: self.open_session()?,
            assessments: self.assessments()?,
            is_empty: self.is_empty()?,
        })
    }
}
