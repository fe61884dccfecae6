//! The entries of a routine as they stand in its file, and looking up what they name.

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, EnumAccess, VariantAccess, Visitor};

use super::{Dose, Easier, ExerciseItem, Item, Pause, Sides};
use crate::authoring::plain::one_line;
use crate::authoring::{Count, Faults, Path, Seconds, check_name, check_text, problem};
use crate::exercise::{self, Catalogue, Id, Sidedness, Version};

/// An entry as it stands in a file.
#[derive(Deserialize)]
#[serde(rename = "item")]
pub(in crate::routine) enum Draft {
    Exercise(ExerciseDraft),
    Move(Pause),
    Rest(Seconds),
    Block(BlockDraft),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::routine) struct ExerciseDraft {
    id: Id,
    dose: DoseDraft,
    #[serde(default)]
    sides: Option<SidesDraft>,
    #[serde(default)]
    sets: Count,
    #[serde(default)]
    rest: Seconds,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::routine) struct BlockDraft {
    #[serde(default)]
    name: Option<String>,
    #[serde(default)]
    times: Count,
    items: Vec<Draft>,
}

#[derive(Deserialize)]
#[serde(rename = "dose")]
enum DoseDraft {
    Hold(Seconds),
    Time(Seconds),
    Reps(RepsDraft),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RepsDraft {
    count: Count,
    #[serde(default)]
    seconds: Option<Seconds>,
    #[serde(default)]
    tempo: Option<(Seconds, Seconds, Seconds)>,
}

enum SidesDraft {
    Both,
    Each(EachDraft),
    Alternating,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EachDraft {
    #[serde(default = "default_switch")]
    switch: Seconds,
    #[serde(default)]
    text: Option<String>,
}

impl Default for EachDraft {
    fn default() -> Self {
        Self {
            switch: default_switch(),
            text: None,
        }
    }
}

fn default_switch() -> Seconds {
    Seconds::whole(5)
}

/// Looks up what every entry names; what does not make sense is left out and named.
pub(in crate::routine) fn resolve_all(
    drafts: Vec<Draft>,
    at: &Path<'_>,
    catalogue: &Catalogue,
    faults: &mut Faults<'_>,
) -> Vec<Item> {
    let resolve = |(index, draft)| {
        let at = at.entry(index);
        match draft {
            Draft::Exercise(draft) => {
                resolve_exercise(draft, &at, catalogue, faults).map(Item::Exercise)
            }
            Draft::Move(pause) => {
                check_text(
                    pause.text.as_deref().unwrap_or_default(),
                    &at.field("text"),
                    faults,
                );
                Some(Item::Move(pause))
            }
            Draft::Rest(seconds) => Some(Item::Rest(seconds)),
            Draft::Block(BlockDraft { name, times, items }) => {
                let name = name.map(|name| one_line(&name).trim().to_owned());
                check_name(
                    name.as_deref().unwrap_or_default(),
                    &at.field("name"),
                    faults,
                );
                let at = at.field("items");
                if items.is_empty() {
                    faults.add(&at, problem::empty_block());
                }
                let items = resolve_all(items, &at, catalogue, faults);
                Some(Item::Block { name, times, items })
            }
        }
    };
    let mut items: Vec<_> = drafts.into_iter().enumerate().filter_map(resolve).collect();
    // The list keeps the memory of the drafts, which grew by doubling; a catalog may hold thousands of routines.
    items.shrink_to_fit();
    items
}

fn resolve_exercise(
    draft: ExerciseDraft,
    at: &Path<'_>,
    catalogue: &Catalogue,
    faults: &mut Faults<'_>,
) -> Option<ExerciseItem> {
    let exercise = catalogue.get(&draft.id).cloned();
    if exercise.is_none() && !faults.is_full() {
        faults.add(&at.field("id"), exercise::unknown(&draft.id, catalogue));
    }
    let dose = resolve_dose(&draft.dose, &at.field("dose"), faults);
    if let Some(SidesDraft::Each(EachDraft {
        text: Some(text), ..
    })) = &draft.sides
    {
        check_text(text, &at.field("sides").field("text"), faults);
    }
    let (exercise, dose) = (exercise?, dose?);

    let easier = exercise.easier.as_ref().map(|version| match version {
        Version::Text(text) => Easier::Text(text.clone()),
        // An exercise that is not in the catalog is still good advice by its name.
        Version::Exercise(id) => match catalogue.get(id) {
            Some(exercise) => Easier::Exercise(Arc::clone(exercise)),
            None => Easier::Text(id.replace('-', " ")),
        },
    });

    let sides = draft.sides.unwrap_or_else(|| match exercise.sides {
        Sidedness::Both => SidesDraft::Both,
        Sidedness::Each => SidesDraft::Each(EachDraft::default()),
        Sidedness::Alternating => SidesDraft::Alternating,
    });

    Some(ExerciseItem {
        exercise,
        easier,
        dose,
        sides: match sides {
            SidesDraft::Both => Sides::Both,
            SidesDraft::Each(EachDraft { switch, text }) => Sides::Each {
                switch: switch.duration(),
                text,
            },
            SidesDraft::Alternating => Sides::Alternating,
        },
        sets: draft.sets,
        rest: draft.rest,
    })
}

fn resolve_dose(draft: &DoseDraft, at: &Path<'_>, faults: &mut Faults<'_>) -> Option<Dose> {
    let dose = match *draft {
        DoseDraft::Hold(seconds) => Dose::Hold(seconds.duration()),
        DoseDraft::Time(seconds) => Dose::Time(seconds.duration()),
        DoseDraft::Reps(RepsDraft {
            count,
            seconds,
            tempo,
        }) => match (seconds, tempo) {
            (Some(_), Some(_)) => {
                faults.add(&at.field("tempo"), problem::tempo_and_seconds());
                return None;
            }
            (Some(each), None) => Dose::Reps {
                count: count.get(),
                each: each.duration(),
            },
            (None, Some((towards, hold, back))) => Dose::Tempo {
                count: count.get(),
                parts: [towards.duration(), hold.duration(), back.duration()],
            },
            (None, None) => Dose::OwnPace { count: count.get() },
        },
    };
    if dose.length().is_zero() {
        faults.add(at, problem::no_time());
        return None;
    }
    Some(dose)
}

/// `Each` may stand alone or with fields in brackets. A derived reader would insist on the brackets.
impl<'de> Deserialize<'de> for SidesDraft {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_enum("sides", SideWord::ALL, SidesVisitor)
    }
}

#[derive(Deserialize)]
#[serde(rename = "sides")]
enum SideWord {
    Both,
    Each,
    Alternating,
}

impl SideWord {
    const ALL: &'static [&'static str] = &["Both", "Each", "Alternating"];
}

struct SidesVisitor;

impl<'de> Visitor<'de> for SidesVisitor {
    type Value = SidesDraft;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Both, Each or Alternating")
    }

    fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<SidesDraft, A::Error> {
        let (word, rest) = data.variant_seed(PhantomData::<SideWord>)?;
        match word {
            SideWord::Both => rest.unit_variant().map(|()| SidesDraft::Both),
            SideWord::Alternating => rest.unit_variant().map(|()| SidesDraft::Alternating),
            SideWord::Each => {
                let mut has_fields = false;
                match rest.newtype_variant_seed(EachSeed(&mut has_fields)) {
                    Err(_) if !has_fields => Ok(SidesDraft::Each(EachDraft::default())),
                    each => each.map(SidesDraft::Each),
                }
            }
        }
    }
}

/// Reads the fields of `Each` and says whether there were any to read.
struct EachSeed<'a>(&'a mut bool);

impl<'de> DeserializeSeed<'de> for EachSeed<'_> {
    type Value = EachDraft;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<EachDraft, D::Error> {
        *self.0 = true;
        EachDraft::deserialize(deserializer)
    }
}
