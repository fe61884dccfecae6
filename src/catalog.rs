//! The catalog: what there is to choose from, found by what one types, narrowed, and put in order.

pub mod about_me;
mod conditions;
mod filter;
mod letters;
mod summary;
mod vocabulary;

use std::sync::Arc;

use crate::exercise::{Kit, Target};
use crate::knee::{ConditionId, Findings, Knowledge, Withheld, allows_serving, routines_for};
use crate::routine::{Effort, Kind};
use vocabulary::{Field, Vocabulary};

pub use conditions::{Found, Told, find_conditions};
pub use filter::{Filter, KitFilter, KitSet, Length, Order, Owner};
pub use summary::Summary;

/// The routines one can choose from, with everything that choosing asks about, worked out once.
///
/// Making one goes through every text of every routine: not for the thread that draws. Asking it does not look at the
/// routines again.
#[derive(Debug, Clone, Default)]
pub struct Catalog {
    entries: Vec<Entry>,
    conditions: Vec<(ConditionId, String)>,
    kit: KitSet,
    vocabulary: Vocabulary,
    little_words: &'static [&'static str],
}

/// What things are called where people look for them.
#[derive(Debug, Clone, Copy)]
pub struct Lexicon {
    /// What an exercise works on.
    pub target: fn(Target) -> &'static str,
    /// A thing one needs.
    pub kit: fn(Kit) -> &'static str,
    /// A kind of routine.
    pub kind: fn(Kind) -> &'static str,
    /// Words that count only where nothing else was typed, in small letters.
    pub little_words: &'static [&'static str],
}

/// A routine in the catalog.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The routine, summed up.
    pub routine: Arc<Summary>,
    /// Whose it is.
    pub owner: Owner,
    /// What it may be offered for, the first that it names itself before those that name it.
    pub serves: Box<[ConditionId]>,
    /// Why it may not be played whatever the knees are like, if so: someone has to see all it serves first.
    pub withheld: Option<Withheld>,
    /// Where it stands among all when they are sorted by name.
    name_rank: u32,
}

impl Catalog {
    /// Puts routines into the catalog, in the order in which they are suggested. The knees that wait to be seen make no
    /// difference here: they lock everything, and whoever plays asks about them.
    pub fn new(
        routines: impl IntoIterator<Item = (Arc<Summary>, Owner)>,
        knowledge: &Knowledge,
        findings: &Findings,
        lexicon: &Lexicon,
    ) -> Self {
        let findings = findings.once_seen();
        let mut entries: Vec<_> = routines
            .into_iter()
            .map(|(routine, owner)| Entry::new(routine, owner, knowledge, &findings))
            .collect();
        rank_by_name(&mut entries);

        let mut conditions: Vec<_> = ConditionId::named()
            .filter(|id| entries.iter().any(|entry| entry.serves.contains(id)))
            .map(|id| (id, knowledge.condition(id).name.clone()))
            .collect();
        conditions.sort_by_key(|(_, name)| letters::plain(name));

        let vocabulary =
            Vocabulary::of(entries.iter().map(|entry| {
                |say: &mut dyn FnMut(Field, &str)| entry.say(knowledge, lexicon, say)
            }));
        Self {
            kit: entries
                .iter()
                .fold(KitSet::default(), |kit, entry| kit.and(entry.routine.kit)),
            entries,
            conditions,
            vocabulary,
            little_words: lexicon.little_words,
        }
    }

    /// Everything on it, in the order in which it is suggested.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The conditions that something on it serves, with their names, by name.
    pub fn conditions(&self) -> &[(ConditionId, String)] {
        &self.conditions
    }

    /// What a condition is called that something on it serves.
    pub fn condition(&self, id: ConditionId) -> Option<&str> {
        self.conditions
            .iter()
            .find_map(|(known, name)| (*known == id).then_some(name.as_str()))
    }

    /// Everything that something on it needs.
    pub fn kit(&self) -> KitSet {
        self.kit
    }

    /// How many of each kind meet the rest of a wish; none is any kind, and comes first.
    pub fn counts(&self, filter: &Filter) -> Vec<(Option<Kind>, usize)> {
        let any = Filter {
            kind: None,
            ..filter.clone()
        };
        let chosen = self.choose(&any);
        let kinds = chosen
            .iter()
            .filter_map(|place| Some(self.entries.get(*place)?.routine.kind));
        let kinds: Vec<_> = kinds.collect();
        std::iter::once((None, kinds.len()))
            .chain(Kind::ALL.map(|kind| {
                let count = kinds.iter().filter(|known| **known == kind).count();
                (Some(kind), count)
            }))
            .collect()
    }

    /// How many of a kind there are; none is any kind.
    pub fn count(&self, kind: Option<Kind>) -> usize {
        self.entries
            .iter()
            .filter(|entry| kind.is_none_or(|kind| entry.routine.kind == kind))
            .count()
    }

    /// Whether any of it is the person's own.
    pub fn has_own(&self) -> bool {
        self.entries.iter().any(|entry| entry.owner == Owner::Mine)
    }

    /// What meets every part of a wish, as places in [`entries`](Self::entries), in the order wished for.
    ///
    /// When sorted as suggested, what was found in a name comes before what was found in steps, and that before what
    /// was found elsewhere. Routines that are alike keep the order of the catalog.
    pub fn choose(&self, filter: &Filter) -> Vec<usize> {
        let words = letters::query(&filter.query, self.little_words);
        let scores = (!words.is_empty()).then(|| self.vocabulary.find(&words, self.entries.len()));
        let score = |place: usize| match &scores {
            Some(scores) => scores.get(place).copied().flatten(),
            None => Some(0),
        };
        let mut chosen: Vec<(u64, usize)> = self
            .entries
            .iter()
            .enumerate()
            .filter(|(_, entry)| filter.fits(entry))
            .filter_map(|(place, entry)| Some((entry.rank(filter, score(place)?), place)))
            .collect();
        chosen.sort_unstable();
        chosen.into_iter().map(|(_, place)| place).collect()
    }
}

impl Entry {
    fn new(
        routine: Arc<Summary>,
        owner: Owner,
        knowledge: &Knowledge,
        findings: &Findings,
    ) -> Self {
        let mut serves = routine.serves.to_vec();
        // Their pages name bundled routines only.
        let conditions = (owner == Owner::Bundled).then(|| knowledge.conditions());
        for condition in conditions.into_iter().flatten() {
            if !serves.contains(&condition.id)
                && condition.named_routines().any(|id| *id == *routine.id)
            {
                serves.push(condition.id);
            }
        }
        let withheld = allows_serving(knowledge, &serves, findings).err();
        serves.retain(|id| routines_for(knowledge.condition(*id), findings).is_ok());
        Self {
            routine,
            owner,
            serves: serves.into(),
            withheld,
            name_rank: 0,
        }
    }

    /// Says everything one can find it by.
    fn say(&self, knowledge: &Knowledge, lexicon: &Lexicon, say: &mut dyn FnMut(Field, &str)) {
        self.routine.say(lexicon, say);
        for condition in &self.serves {
            let condition = knowledge.condition(*condition);
            say(Field::Elsewhere, &condition.name);
            say(Field::Elsewhere, &condition.medical_name);
        }
    }

    /// Where it comes in an order: less is earlier.
    fn rank(&self, filter: &Filter, score: u32) -> u64 {
        let length = self.routine.length.as_millis() as u64;
        match filter.order {
            // Of what is found alike, that comes first which needs no more than there is.
            Order::Suggested => {
                let lacks = |has| !self.routine.kit.is_within(has);
                2 * u64::from(score) + u64::from(filter.at_home.is_some_and(lacks))
            }
            Order::Name => self.name_rank.into(),
            Order::Shortest => length,
            Order::Longest => u64::MAX - length,
            Order::Easiest => match self.routine.effort {
                Effort::Easy => 0,
                Effort::Moderate => 1,
                Effort::Hard => 2,
            },
        }
    }
}

/// Remembers where each name comes in the alphabet. Equal names rank equal.
fn rank_by_name(entries: &mut [Entry]) {
    let mut names: Vec<_> = entries
        .iter()
        .map(|entry| letters::plain(&entry.routine.name))
        .collect();
    let own = names.clone();
    names.sort_unstable();
    names.dedup();
    for (entry, name) in entries.iter_mut().zip(own) {
        entry.name_rank = names.partition_point(|other| *other < name) as u32;
    }
}
