//! What can be: numbers that come in are moved to it, and texts that are longer are refused.

use jiff::civil::Date;

use super::clock;
use crate::training::Moment;

/// A day in milliseconds.
pub(super) const DAY_MS: i64 = 24 * 60 * 60 * 1000;

/// Why a document is not taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Excess {
    /// A name has more than this many characters.
    Name(usize),
    /// A note has more than this many characters.
    Note(usize),
    /// It has more than this many records of a kind.
    Records(usize),
}

/// The characters that a note may have.
const LONGEST_NOTE: usize = 10_000;
/// The characters that a name, or an id, may have.
const LONGEST_NAME: usize = 200;

/// What can be at a moment.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limits {
    /// The clocks of two devices are at most a day apart.
    latest_ms: i64,
}

impl Limits {
    /// What any calendar can show.
    pub(super) const OF_THE_CALENDAR: Self = Self {
        latest_ms: i64::MAX,
    };

    pub(super) fn now() -> Self {
        Self {
            latest_ms: clock::now().utc_ms + DAY_MS,
        }
    }

    /// When something was written.
    pub(super) fn stamp(&self, utc_ms: i64) -> i64 {
        utc_ms.clamp(0, self.latest_ms)
    }

    /// When something happened.
    pub(super) fn moment(&self, moment: &mut Moment) {
        *moment = Moment::new(moment.utc_ms.min(self.latest_ms), moment.offset_s);
    }

    /// A day of a person.
    pub(super) fn day(&self, day: &mut Date) {
        *day = (*day).min(Moment::new(self.latest_ms, 0).day());
    }
}

/// How long something took.
pub(super) fn milliseconds(time: &mut u64) {
    const LONGEST: u64 = 100 * DAY_MS.unsigned_abs();
    *time = (*time).min(LONGEST);
}

/// How often, how many, or which of them.
pub(super) fn count<T: Copy + Ord + From<u16>>(count: &mut T) {
    *count = (*count).min(T::from(u16::MAX));
}

/// A name that is only shown.
pub(super) fn shorten(name: &mut String) {
    if let Some((end, _)) = name.char_indices().nth(LONGEST_NAME) {
        name.truncate(end);
    }
}

/// Names and ids.
pub(super) fn names<'a>(names: impl IntoIterator<Item = &'a String>) -> Result<(), Excess> {
    let mut names = names.into_iter();
    match names.any(|name| is_longer(name, LONGEST_NAME)) {
        true => Err(Excess::Name(LONGEST_NAME)),
        false => Ok(()),
    }
}

/// What the person wrote.
pub(super) fn note(note: &str) -> Result<(), Excess> {
    match is_longer(note, LONGEST_NOTE) {
        true => Err(Excess::Note(LONGEST_NOTE)),
        false => Ok(()),
    }
}

/// A note after someone has written in it: no longer than it may be, and nothing taken from what an older version let be
/// longer.
pub fn edited_note(before: &str, mut after: String) -> String {
    if after.len() < before.len() {
        return after;
    }
    if let Some((end, _)) = after.char_indices().nth(LONGEST_NOTE) {
        if is_longer(before, LONGEST_NOTE) {
            return before.to_owned();
        }
        after.truncate(end);
    }
    after
}

/// Whether no more can be written in a note.
pub fn is_full(note: &str) -> bool {
    is_longer(note, LONGEST_NOTE - 1)
}

fn is_longer(text: &str, most: usize) -> bool {
    text.chars().nth(most).is_some()
}
