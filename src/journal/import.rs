//! Takes in what another journal exported: row by row, and of two versions of a row the newer one.

use std::collections::BTreeMap;
use std::fmt;
use std::fs::{self, File};
use std::io::{BufReader, Read};
use std::marker::PhantomData;
use std::path::Path;
use std::sync::Arc;

use rusqlite::Connection;
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::error::Error;
use super::export::{FORMAT, KIND};
use super::limits::{Excess, Limits};
use super::record::{self, Kept, Meeting, Merged, Record, each_kind};
use super::store::Store;
use crate::training::record::{Pain, Session};

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
        // Opening something else than a file may take for ever.
        let metadata = fs::metadata(document).map_err(of_document)?;
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
        let file = File::open(document).map_err(of_document)?;
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
            limits: Limits::now(),
            kind: None,
            format: None,
            new: BTreeMap::new(),
            read: BTreeMap::new(),
            stop: None,
        };
        let text = BufReader::new(file.take(MOST_MEGABYTES << 20));
        let mut reader = serde_json::Deserializer::from_reader(text);
        let read = reader
            .deserialize_map(&mut taking)
            .and_then(|()| reader.end());
        match (taking.stop, &read) {
            (Some(Stop::NotWritten(error)), _) => return Err(fault(error)),
            (Some(Stop::Excess(excess)), Err(error)) => {
                return Err(Error::Excess {
                    file: document.to_path_buf(),
                    line: error.line(),
                    excess,
                });
            }
            _ => {}
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
        let new = |list| taking.new.get(list).copied().unwrap_or_default();
        let added = Added {
            sessions: new(Session::LIST),
            scores: new(Pain::LIST),
        };
        read.map_err(|error| Error::FaultyExport {
            file: document.to_path_buf(),
            source: Arc::new(error),
        })?;
        record::settle_parts(&transaction).map_err(fault)?;
        transaction.commit().map_err(fault)?;
        Ok(added)
    }
}

/// A document while it is taken in.
struct Taking<'a> {
    connection: &'a Connection,
    limits: Limits,
    kind: Option<String>,
    format: Option<u32>,
    /// How many records of each list were read.
    read: BTreeMap<&'static str, usize>,
    /// How many of them were not there and are not deleted.
    new: BTreeMap<&'static str, usize>,
    /// Why it is not read to the end, if that is not a fault of the text.
    stop: Option<Stop>,
}

enum Stop {
    /// The database did not take a row.
    NotWritten(rusqlite::Error),
    Excess(Excess),
}

impl<'de> Visitor<'de> for &mut Taking<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an exported journal")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "kind" => self.kind = Some(map.next_value()?),
                "format" => self.format = Some(map.next_value()?),
                list => {
                    each_kind!(T => if list == T::LIST {
                        if !self.is_ours() {
                            return Err(serde::de::Error::custom("not an exported journal"));
                        }
                        map.next_value_seed(Rows::<T>(self, PhantomData))?;
                        continue;
                    });
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

    fn take<T: Record>(&mut self, mut kept: Kept<T>) -> Result<(), Stop> {
        let read = self.read.entry(T::LIST).or_default();
        *read += 1;
        if *read > T::MOST {
            return Err(Stop::Excess(Excess::Records(T::MOST)));
        }
        kept.record.check().map_err(Stop::Excess)?;
        // One that was written at a moment that cannot be is not known to be newer than what is there.
        let meeting = match kept.clamp(&self.limits) {
            true => Meeting::SameIsWeighed,
            false => Meeting::Stays,
        };
        let merged = record::merge(self.connection, &kept, meeting).map_err(Stop::NotWritten)?;
        if merged == Merged::New && kept.gone_ms.is_none() {
            *self.new.entry(T::LIST).or_default() += 1;
        }
        Ok(())
    }
}

/// The rows of one table, taken in one by one.
struct Rows<'a, 'b, T>(&'a mut Taking<'b>, PhantomData<T>);

impl<'de, T: Record> DeserializeSeed<'de> for Rows<'_, '_, T> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de, T: Record> Visitor<'de> for Rows<'_, '_, T> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a list of records")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut rows: A) -> Result<(), A::Error> {
        let Self(taking, _) = self;
        while let Some(kept) = rows.next_element::<Kept<T>>()? {
            if let Err(stop) = taking.take(kept) {
                taking.stop = Some(stop);
                return Err(serde::de::Error::custom("not taken in"));
            }
        }
        Ok(())
    }
}
