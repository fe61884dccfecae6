//! What someone wishes for: words, and everything that narrows the catalog.

use super::Entry;
use crate::exercise::Kit;
use crate::knee::ConditionId;
use crate::routine::Kind;
use crate::routine::timeline::whole_minutes;

/// What someone wishes for. A routine has to meet every part of it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// What was typed.
    pub query: String,
    /// The kind; none is any.
    pub kind: Option<Kind>,
    /// The time there is; none is any.
    pub length: Option<Length>,
    /// What there is at hand.
    pub having: KitFilter,
    /// What it shall serve; none is anything.
    pub condition: Option<ConditionId>,
    /// Whose; none is anybody's.
    pub owner: Option<Owner>,
    /// What comes first.
    pub order: Order,
    /// What there is at home: of what is suggested, that which needs no more comes first.
    pub at_home: Option<KitSet>,
}

/// How much time there is, in minutes as they are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Length(u16);

impl Length {
    /// Those that are offered, from short to long.
    pub const ALL: [Self; 6] = [Self(5), Self(8), Self(10), Self(15), Self(20), Self(30)];

    /// So many minutes.
    pub const fn of_minutes(minutes: u16) -> Self {
        Self(minutes)
    }

    /// In minutes.
    pub const fn minutes(self) -> u16 {
        self.0
    }

    /// Whether a routine of so many minutes fits into it.
    pub fn has_room_for(self, minutes: u64) -> bool {
        minutes <= self.0.into()
    }
}

/// What there is at hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum KitFilter {
    /// Whatever it takes.
    #[default]
    Anything,
    /// These things, what is [everywhere](Kit::is_everywhere), and no others. Nothing more is possible.
    Only(KitSet),
}

impl KitFilter {
    /// The same with a thing more or less. Whoever names the first thing has only that.
    #[must_use]
    pub fn toggled(self, thing: Kit) -> Self {
        match self {
            Self::Anything => Self::Only(KitSet::default().toggled(thing)),
            Self::Only(things) => Self::Only(things.toggled(thing)),
        }
    }
}

/// A set of things.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct KitSet(u16);

impl KitSet {
    /// Whether a thing is in it.
    pub fn has(self, kit: Kit) -> bool {
        self.0 & bit(kit) != 0
    }

    /// The same set, with a thing that was not in it or without one that was.
    #[must_use]
    pub fn toggled(self, kit: Kit) -> Self {
        Self(self.0 ^ bit(kit))
    }

    /// The things in it, in order.
    pub fn iter(self) -> impl Iterator<Item = Kit> {
        Kit::ALL.into_iter().filter(move |kit| self.has(*kit))
    }

    /// Whether these things, and what is [everywhere](Kit::is_everywhere), are enough.
    pub fn is_within(self, things: Self) -> bool {
        self.iter()
            .all(|kit| kit.is_everywhere() || things.has(kit))
    }

    /// Everything in either.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl<'a> FromIterator<&'a Kit> for KitSet {
    fn from_iter<I: IntoIterator<Item = &'a Kit>>(kit: I) -> Self {
        Self(kit.into_iter().fold(0, |set, kit| set | bit(*kit)))
    }
}

fn bit(kit: Kit) -> u16 {
    1 << kit as u16
}

/// Whose a routine is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Owner {
    /// It ships with the program.
    #[default]
    Bundled,
    /// The person put it there.
    Mine,
}

/// What comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Order {
    /// What fits best what was typed, and else the order of the catalog.
    #[default]
    Suggested,
    /// By name.
    Name,
    /// The shortest first.
    Shortest,
    /// The longest first.
    Longest,
    /// The easiest first.
    Easiest,
}

impl Order {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::Suggested,
        Self::Name,
        Self::Shortest,
        Self::Longest,
        Self::Easiest,
    ];
}

impl Filter {
    /// Whether anything but words narrows the catalog.
    pub fn narrows(&self) -> bool {
        let open = Self {
            query: self.query.clone(),
            order: self.order,
            at_home: self.at_home,
            ..Self::default()
        };
        *self != open
    }

    /// Whether anything but words and the kind narrows the catalog.
    pub fn narrows_beyond_kind(&self) -> bool {
        let any_kind = Self {
            kind: None,
            ..self.clone()
        };
        any_kind.narrows()
    }

    /// Whether a routine meets every part of it but the words.
    pub(super) fn fits(&self, entry: &Entry) -> bool {
        let minutes = whole_minutes(entry.routine.length);
        let has_all = match self.having {
            KitFilter::Anything => true,
            KitFilter::Only(things) => entry.routine.kit.is_within(things),
        };
        self.kind.is_none_or(|kind| entry.routine.kind == kind)
            && self.owner.is_none_or(|owner| entry.owner == owner)
            && self
                .length
                .is_none_or(|wished| wished.has_room_for(minutes))
            && self.condition.is_none_or(|id| entry.serves.contains(&id))
            && has_all
    }
}
