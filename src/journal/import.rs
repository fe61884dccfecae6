//! Takes in what another journal exported: row by row, and of two versions of a row the newer one.

use std::fmt;
use std::fs::File;
use std::io::{BufReader, Read};
use std::marker::PhantomData;
use std::path::Path;
use std::sync::Arc;

use rusqlite::Connection;
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::error::Error;
use super::export::{FORMAT, KIND, list};
use super::orphan;
use super::record::{self, Kept, Merged, Record, Same};
use super::store::Store;
use crate::training::record::{Assessment, Happening, Pain, Segment, Session, Table};

/// More megabytes than any journal has.
const MOST_MEGABYTES: u64 = 256;

/// How much was added by taking in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Added {
    /// Sessions that were not there before.
    pub sessions: usize,
    /// Pain scores that were not there before.
    pub scores: usize,
}

impl Store {
    /// Takes in an exported document: all of it or, if anything is wrong, nothing. Twice is the same as once.
    ///
    /// # Errors
    ///
    /// When it is not an exported journal or has a fault, or when it could not be written.
    pub fn import(&mut self, document: &Path) -> Result<Added, Error> {
        if let Some(hindrance) = self.hindrance() {
            return Err(hindrance.clone());
        }
        let of_document = |error| Error::file(document, error);
        let file = File::open(document).map_err(of_document)?;
        let metadata = file.metadata().map_err(of_document)?;
        let not_an_export = || Error::NotAnExport {
            file: document.to_path_buf(),
        };
        if !metadata.is_file() {
            return Err(not_an_export());
        }
        if metadata.len() > MOST_MEGABYTES << 20 {
            return Err(Error::TooLarge {
                file: document.to_path_buf(),
                most_megabytes: MOST_MEGABYTES,
            });
        }
        self.check()?;
        self.stay()?;
        let journal = self.file();
        let fault = |error| Error::database(&journal, error);
        let transaction = self.connection.transaction().map_err(fault)?;
        transaction
            .pragma_update(None, "defer_foreign_keys", true)
            .map_err(fault)?;

        let mut taking = Taking {
            connection: &transaction,
            kind: None,
            format: None,
            added: Added::default(),
            not_written: None,
        };
        let text = BufReader::new(file.take(MOST_MEGABYTES << 20));
        let mut reader = serde_json::Deserializer::from_reader(text);
        let read = reader
            .deserialize_map(&mut taking)
            .and_then(|()| reader.end());
        if let Some(error) = taking.not_written {
            return Err(fault(error));
        }
        match (taking.kind.as_deref(), taking.format) {
            (Some(KIND), Some(format)) if format > FORMAT => {
                return Err(Error::NewerExport {
                    file: document.to_path_buf(),
                    format,
                });
            }
            (Some(KIND), Some(_)) => {}
            _ => return Err(not_an_export()),
        }
        let added = taking.added;
        read.map_err(|error| Error::FaultyExport {
            file: document.to_path_buf(),
            source: Arc::new(error),
        })?;
        orphan::adopt(&transaction).map_err(fault)?;
        transaction.commit().map_err(fault)?;
        Ok(added)
    }
}

/// A document while it is taken in.
struct Taking<'a> {
    connection: &'a Connection,
    kind: Option<String>,
    format: Option<u32>,
    added: Added,
    /// What the database said, if it did not take a row.
    not_written: Option<rusqlite::Error>,
}

impl<'de> Visitor<'de> for &mut Taking<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an exported journal")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        const SESSIONS: &str = list(Table::Session);
        const SEGMENTS: &str = list(Table::Segment);
        const HAPPENINGS: &str = list(Table::Happening);
        const PAIN: &str = list(Table::Pain);
        const ASSESSMENTS: &str = list(Table::Assessment);
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "kind" => self.kind = Some(map.next_value()?),
                "format" => self.format = Some(map.next_value()?),
                SESSIONS | SEGMENTS | HAPPENINGS | PAIN | ASSESSMENTS if !self.is_ours() => {
                    return Err(serde::de::Error::custom("not an exported journal"));
                }
                SESSIONS => {
                    let new = map.next_value_seed(Rows::<Session>::of(self))?;
                    self.added.sessions += new;
                }
                SEGMENTS => {
                    let _new = map.next_value_seed(Rows::<Segment>::of(self))?;
                }
                HAPPENINGS => {
                    let _new = map.next_value_seed(Rows::<Happening>::of(self))?;
                }
                PAIN => {
                    let new = map.next_value_seed(Rows::<Pain>::of(self))?;
                    self.added.scores += new;
                }
                ASSESSMENTS => {
                    let _new = map.next_value_seed(Rows::<Assessment>::of(self))?;
                }
                _ => {
                    let IgnoredAny = map.next_value()?;
                }
            }
        }
        Ok(())
    }
}

impl Taking<'_> {
    /// Whether the document said before its rows that it is one that can be taken in.
    fn is_ours(&self) -> bool {
        self.kind.as_deref() == Some(KIND) && self.format.is_some_and(|format| format <= FORMAT)
    }
}

/// The rows of one table, taken in one by one. Gives how many were not there and are not deleted.
struct Rows<'a, T> {
    connection: &'a Connection,
    not_written: &'a mut Option<rusqlite::Error>,
    records: PhantomData<T>,
}

impl<'a, T> Rows<'a, T> {
    fn of(taking: &'a mut Taking<'_>) -> Self {
        Self {
            connection: taking.connection,
            not_written: &mut taking.not_written,
            records: PhantomData,
        }
    }
}

impl<'de, T: Record> DeserializeSeed<'de> for Rows<'_, T> {
    type Value = usize;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de, T: Record> Visitor<'de> for Rows<'_, T> {
    type Value = usize;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a list of records")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut rows: A) -> Result<usize, A::Error> {
        let mut new = 0;
        while let Some(kept) = rows.next_element::<Kept<T>>()? {
            match record::merge(self.connection, &kept, Same::IsWeighed) {
                Ok(Merged::New) if kept.gone_ms.is_none() => new += 1,
                Ok(_) => {}
                Err(error) => {
                    let stopped = serde::de::Error::custom(&error);
                    *self.not_written = Some(error);
                    return Err(stopped);
                }
            }
        }
        Ok(new)
    }
}
