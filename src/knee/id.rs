//! Names that files and code share: a variant for the code, the short id of the evidence for the files.

use std::marker::PhantomData;
use std::ops::{Index, IndexMut};

use crate::authoring::problem::knee as words;
use crate::authoring::{Faults, Path, nearest};

/// An enum whose variants go by ids in files.
pub(crate) trait Identified: Copy + 'static {
    /// All of them, in the order of the evidence.
    const EVERY: &'static [Self];
    /// Their ids, in the same order.
    const EVERY_ID: &'static [&'static str];
    /// The number of one in that order.
    fn number(self) -> usize;
}

/// Makes an enum whose variants are the spelt-out terms of the field, each with the id it goes by in files.
macro_rules! ids {
    ($(#[$about:meta])* $name:ident { $($variant:ident = $id:literal,)* }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[allow(missing_docs)] // The variants are the terms of the field.
        pub enum $name { $($variant,)* }

        impl $name {
            /// All of them, in the order of the evidence.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];
            /// The ids of all of them, in the same order.
            pub const IDS: &'static [&'static str] = &[$($id,)*];

            /// The id it goes by in files.
            pub const fn id(self) -> &'static str {
                match self { $(Self::$variant => $id,)* }
            }

            /// The one with this id.
            pub fn with_id(id: &str) -> Option<Self> {
                match id { $($id => Some(Self::$variant),)* _ => None }
            }
        }

        impl $crate::knee::id::Identified for $name {
            const EVERY: &'static [Self] = Self::ALL;
            const EVERY_ID: &'static [&'static str] = Self::IDS;
            fn number(self) -> usize {
                self as usize
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.id())
            }
        }
    };
}

pub(crate) use ids;

/// A value for each variant of an enum.
#[derive(Debug, Clone)]
pub(crate) struct Table<K, T> {
    values: Vec<T>,
    of: PhantomData<K>,
}

impl<K: Identified, T> Table<K, T> {
    /// What `make` says for each.
    pub fn from_fn(make: impl FnMut(K) -> T) -> Self {
        Self {
            values: K::EVERY.iter().copied().map(make).collect(),
            of: PhantomData,
        }
    }

    /// Each variant with its value, in order.
    pub fn iter(&self) -> impl Iterator<Item = (K, &T)> {
        K::EVERY.iter().copied().zip(&self.values)
    }
}

// Made with a value for each variant and never shortened, so these always find one.
impl<K: Identified, T> Index<K> for Table<K, T> {
    type Output = T;
    fn index(&self, of: K) -> &T {
        &self.values[of.number()]
    }
}

impl<K: Identified, T> IndexMut<K> for Table<K, T> {
    fn index_mut(&mut self, of: K) -> &mut T {
        &mut self.values[of.number()]
    }
}

/// The variant that an author means by `id`; if there is none, that is a fault at this place.
pub(crate) fn resolve<K: Identified>(
    id: &str,
    at: &Path<'_>,
    faults: &mut Faults<'_>,
) -> Option<K> {
    let found = K::EVERY_ID.iter().position(|known| *known == id);
    let found = found.and_then(|number| K::EVERY.get(number).copied());
    if found.is_none() {
        let meant = nearest(id, K::EVERY_ID.iter().copied());
        faults.add(at, words::unknown_id(id, meant));
    }
    found
}

/// Takes in an entry for each variant once; a second one is a fault.
pub(crate) fn take_once<T>(
    slot: &mut Option<T>,
    value: T,
    id: &str,
    at: &Path<'_>,
    faults: &mut Faults<'_>,
) {
    if slot.is_some() {
        faults.add(at, crate::authoring::problem::repeated_id(id));
    } else {
        *slot = Some(value);
    }
}
