//! What a person says about one knee: where it hurts, how old they are, how it began, and their answers.

use std::collections::{BTreeMap, BTreeSet};

use super::area::AreaId;
use super::question::Key;
use super::region::RegionId;

/// Everything said about one knee. The order in which it was said does not matter.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AnswerSheet {
    /// Where it hurts. The same mark twice counts once; none at all means the whole knee.
    pub marks: Vec<Mark>,
    /// How old the person is, if they say.
    pub age: Option<Age>,
    /// How it began, if they say.
    pub onset: Option<Onset>,
    /// How long it has hurt, if they say.
    pub duration: Option<Duration>,
    /// The answers so far. A key that is not here has not been asked by itself.
    pub answers: BTreeMap<Key, Answer>,
    /// What stood in a check and was not ticked: "no" for red flags, and nothing for the ranking.
    pub unticked: BTreeSet<Key>,
}

/// A spot that hurts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mark {
    /// A place on the diagram.
    Area(AreaId),
    /// A region of the evidence. [`RegionId::Diffuse`] is "the whole knee, I can't point to it".
    Region(RegionId),
}

impl Mark {
    /// "The whole knee, I can't point to it."
    pub const WHOLE_KNEE: Self = Self::Region(RegionId::Diffuse);

    /// The id it goes by in files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Area(place) => place.id(),
            Self::Region(region) => region.id(),
        }
    }

    /// The mark with the id of an evidence region or of a place on the diagram.
    pub fn with_id(id: &str) -> Option<Self> {
        RegionId::with_id(id)
            .map(Self::Region)
            .or_else(|| AreaId::with_id(id).map(Self::Area))
    }
}

/// What a person says to a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Answer {
    /// It is so.
    Yes,
    /// It is not so.
    No,
    /// Asked, and not known. It moves nothing.
    NotSure,
}

/// How it began.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Onset {
    /// With a fall, a twist or a blow.
    Injury,
    /// At one moment, without any injury.
    Sudden,
    /// Bit by bit.
    Gradual,
}

impl Onset {
    /// All of them, in the order in which they are asked.
    pub const ALL: [Self; 3] = [Self::Gradual, Self::Sudden, Self::Injury];

    /// The name it goes by in files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Injury => "injury",
            Self::Sudden => "sudden",
            Self::Gradual => "gradual",
        }
    }

    /// The one with this name.
    pub fn with_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.id() == id)
    }
}

/// How long it has hurt, in weeks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Duration {
    /// Under 2 weeks.
    Under2,
    /// 2 to 6 weeks.
    From2,
    /// 6 to 12 weeks.
    From6,
    /// Over 12 weeks.
    Over12,
}

impl Duration {
    /// All of them, the shortest first.
    pub const ALL: [Self; 4] = [Self::Under2, Self::From2, Self::From6, Self::Over12];

    /// The name it goes by in files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Under2 => "<2",
            Self::From2 => "2-6",
            Self::From6 => "6-12",
            Self::Over12 => ">12",
        }
    }

    /// The one with this name.
    pub fn with_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.id() == id)
    }

    /// The one that so many weeks belong to. What two share is the longer one, but for the twelfth week.
    pub fn of_weeks(weeks: f64) -> Self {
        if weeks < 2.0 {
            Self::Under2
        } else if weeks < 6.0 {
            Self::From2
        } else if weeks <= 12.0 {
            Self::From6
        } else {
            Self::Over12
        }
    }
}

/// How old a person is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Age {
    /// In whole years.
    Years(u8),
    /// Within a band.
    Band(AgeBand),
}

/// The bands in which age is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AgeBand {
    /// Under 14.
    Under14,
    /// 14 to 17.
    From14,
    /// 18 to 34.
    From18,
    /// 35 to 44.
    From35,
    /// 45 to 54.
    From45,
    /// 55 and over.
    From55,
}

impl AgeBand {
    /// All of them, youngest first.
    pub const ALL: [Self; 6] = [
        Self::Under14,
        Self::From14,
        Self::From18,
        Self::From35,
        Self::From45,
        Self::From55,
    ];

    /// The youngest and the oldest in the band, in years.
    pub const fn years(self) -> (u8, u8) {
        match self {
            Self::Under14 => (0, 13),
            Self::From14 => (14, 17),
            Self::From18 => (18, 34),
            Self::From35 => (35, 44),
            Self::From45 => (45, 54),
            Self::From55 => (55, u8::MAX),
        }
    }

    /// The name it goes by in files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Under14 => "<14",
            Self::From14 => "14-17",
            Self::From18 => "18-34",
            Self::From35 => "35-44",
            Self::From45 => "45-54",
            Self::From55 => ">=55",
        }
    }

    /// The one with this name.
    pub fn with_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.id() == id)
    }

    /// The age that stands for the band where a weight depends on years: about its middle, among people who run.
    const fn typical(self) -> u8 {
        match self {
            Self::Under14 => 12,
            Self::From14 => 15,
            Self::From18 => 26,
            Self::From35 => 40,
            Self::From45 => 50,
            Self::From55 => 62,
        }
    }
}

impl Age {
    /// The age to weigh with, in years: as said, or what stands for the band.
    pub const fn typical(self) -> u8 {
        match self {
            Self::Years(years) => years,
            Self::Band(band) => band.typical(),
        }
    }

    /// Whether the person may be younger than this many years. Someone in a band may be as young as it goes.
    pub fn may_be_under(self, years: u8) -> bool {
        self.bounds().0 < years
    }

    /// Whether the person is younger than this many years for certain.
    pub fn is_under(self, years: u8) -> bool {
        self.bounds().1 < years
    }

    /// Whether the person may be this many years old or older. Someone in a band may be as old as it goes.
    pub fn may_be_from(self, years: u8) -> bool {
        self.bounds().1 >= years
    }

    /// Whether the person is this many years old or older for certain.
    pub fn is_from(self, years: u8) -> bool {
        self.bounds().0 >= years
    }

    const fn bounds(self) -> (u8, u8) {
        match self {
            Self::Years(years) => (years, years),
            Self::Band(band) => band.years(),
        }
    }
}

impl AnswerSheet {
    /// The answer to a question. How it began also answers whether it began at one moment.
    pub fn answer(&self, key: Key) -> Option<Answer> {
        let said = self.answers.get(&key).copied();
        match (said, key, self.onset) {
            (
                None | Some(Answer::NotSure),
                Key::SuddenStart,
                Some(Onset::Injury | Onset::Sudden),
            ) => Some(Answer::Yes),
            (None | Some(Answer::NotSure), Key::SuddenStart, Some(Onset::Gradual)) => {
                Some(Answer::No)
            }
            _ => said,
        }
    }

    /// Whether the answer is yes.
    pub fn yes(&self, key: Key) -> bool {
        self.answer(key) == Some(Answer::Yes)
    }

    /// Whether the answer is no.
    pub fn no(&self, key: Key) -> bool {
        self.answer(key) == Some(Answer::No)
    }

    /// Whether it is denied as far as red flags go: answered with no, or passed over in a check.
    pub fn denies(&self, key: Key) -> bool {
        self.no(key) || !self.answers.contains_key(&key) && self.unticked.contains(&key)
    }

    /// Whether any of these is answered with yes.
    pub fn any(&self, keys: &[Key]) -> bool {
        keys.iter().any(|key| self.yes(*key))
    }

    /// How many of these are answered with yes.
    pub fn count(&self, keys: &[Key]) -> usize {
        keys.iter().filter(|key| self.yes(**key)).count()
    }

    /// What only happens in an injury.
    pub(super) const INJURY: [Key; 7] = [
        Key::DirectBlow,
        Key::Twisted,
        Key::ForcedInwards,
        Key::Pop,
        Key::KneecapSlidOut,
        Key::LargeBruise,
        Key::Deformed,
    ];

    /// Whether there was an injury: it is said so, or something that only happens in one is answered with yes. That
    /// it began suddenly is not enough.
    pub fn has_injury(&self) -> bool {
        self.onset == Some(Onset::Injury) || self.any(&Self::INJURY)
    }

    /// Whether an injury is ruled out: the story has none, or no twist or no sudden start, and nothing speaks for one.
    pub fn denies_injury(&self) -> bool {
        let story = matches!(self.onset, Some(Onset::Sudden | Onset::Gradual));
        !self.has_injury() && (story || self.no(Key::Twisted) || self.no(Key::SuddenStart))
    }

    /// The marks in a fixed order, each once.
    pub(super) fn distinct_marks(&self) -> Vec<Mark> {
        let mut marks = self.marks.clone();
        marks.sort_unstable();
        marks.dedup();
        marks
    }

    /// The questions that move conditions and have been answered with yes or no, in their fixed order.
    pub(super) fn evidence(&self) -> impl Iterator<Item = (Key, bool)> {
        let began = (!self.answers.contains_key(&Key::SuddenStart)).then_some(Key::SuddenStart);
        // The question about the start comes first in the order of keys.
        began
            .into_iter()
            .chain(self.answers.keys().copied())
            .filter_map(|key| match self.answer(key)? {
                Answer::Yes => Some((key, true)),
                Answer::No => Some((key, false)),
                Answer::NotSure => None,
            })
    }
}
