//! Everything the knee map knows about, to browse and to search.

mod view;

use std::borrow::Cow;
use std::sync::Arc;

use iced::widget::Id;

use super::Page;
use super::condition::Spot;
use crate::app::navigation::Tab;
use crate::catalog::{Found, find_conditions};
use crate::knee::{Area, Condition, ConditionId, Knowledge, View};
use crate::side::Side;
use crate::words::catalog::LITTLE_WORDS;
use crate::words::conditions as words;

/// The list that scrolls.
pub const LIST: Id = Id::new("conditions");
/// The search field.
pub const SEARCH: Id = Id::new("search for conditions");
/// The first row.
pub const FIRST: Id = Id::new("first condition");

/// The state of the list.
#[derive(Debug)]
pub struct Conditions {
    knowledge: Arc<Knowledge>,
    /// Whose knee the pictures show.
    leg: Side,
    /// What is written on the way back, where the sidebar is not there.
    back: Option<&'static str>,
    /// Where each condition is felt.
    spots: Vec<(ConditionId, Spot)>,
    typed: String,
    /// What was found; none where nothing is searched for.
    found: Option<Vec<Found>>,
    /// The only part of the knee that is shown.
    area: Option<Area>,
}

/// What a person does here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Message {
    /// Back to the knee map.
    Back,
    /// Write in the search field.
    Search,
    /// Something was typed there.
    Typed(String),
    /// Empty it.
    EmptySearch,
    /// From the search field to what it found.
    ToRows,
    /// Show one part of the knee, or all of it.
    Area(Option<Area>),
    /// Read about one.
    Open(ConditionId),
    /// Show on the knee map where it hurts.
    Map,
}

/// What the list wants from its parent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Nothing.
    None,
    /// Back to where one came from.
    Back,
    /// Show a condition.
    Read(ConditionId),
    /// Show the knee map.
    Map,
    /// Put the cursor into the search field.
    Write,
    /// Put the keyboard on the first row.
    ToFirst,
    /// Scroll to the top.
    ToTop,
}

/// What stands under one title.
struct Group<'a> {
    title: Title,
    rows: Vec<Row<'a>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Title {
    /// Conditions of one part of the knee that one looks after oneself.
    Area(Area),
    /// Conditions that someone should see first.
    SeeFirst,
    /// What was searched for.
    Matches,
}

/// A condition, and why it was found where something was searched for.
#[derive(Clone, Copy)]
struct Row<'a> {
    condition: &'a Condition,
    found: Option<&'a Found>,
}

impl Conditions {
    /// All of them, with pictures of this leg. The way back is there only where the sidebar is not.
    pub fn new(knowledge: Arc<Knowledge>, leg: Side, back: Option<&'static str>) -> Self {
        let spots = knowledge.conditions();
        let spots = spots.map(|condition| (condition.id, Spot::of(&knowledge, condition)));
        let spots = spots.collect();
        Self {
            knowledge,
            leg,
            back,
            spots,
            typed: String::new(),
            found: None,
            area: None,
        }
    }

    /// The pictures that are shown.
    pub fn wants(&self) -> Vec<(View, Side)> {
        let is_shown = |view: &View| self.spots.iter().any(|(_, spot)| spot.view() == *view);
        let views = View::ALL.into_iter().filter(is_shown);
        views.map(|view| (view, self.leg)).collect()
    }

    /// Lets something happen.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Back => Action::Back,
            Message::Map => Action::Map,
            Message::Open(condition) => Action::Read(condition),
            Message::Search => Action::Write,
            Message::Typed(typed) => {
                self.search(typed);
                Action::ToTop
            }
            Message::EmptySearch => {
                self.search(String::new());
                Action::ToTop
            }
            Message::Area(area) => {
                self.area = area;
                Action::ToTop
            }
            Message::ToRows => {
                let first = self.rows().next();
                first.map_or(Action::None, |_| Action::ToFirst)
            }
        }
    }

    fn search(&mut self, typed: String) {
        self.found = find_conditions(&self.knowledge, &typed, &LITTLE_WORDS);
        self.typed = typed;
    }

    /// What Escape means: first it empties the search.
    pub fn escape(&self) -> Message {
        if self.typed.is_empty() {
            Message::Back
        } else {
            Message::EmptySearch
        }
    }

    /// Everything that is shown, from top to bottom.
    fn rows(&self) -> impl Iterator<Item = ConditionId> {
        let rows = self.groups().into_iter().flat_map(|group| group.rows);
        rows.map(|row| row.condition.id)
    }

    /// How many of those that were found belong to a part of the knee, or how many were found in all.
    fn count(&self, area: Option<Area>) -> usize {
        let is_there = |condition: &Condition| area.is_none_or(|area| condition.area == area);
        match &self.found {
            Some(found) => {
                let found = found.iter().map(|found| self.knowledge.condition(found.id));
                found.filter(|condition| is_there(condition)).count()
            }
            None => {
                let all = self.knowledge.conditions();
                all.filter(|condition| is_there(condition)).count()
            }
        }
    }

    /// What is shown, under its titles: what was found, the best first, or else everything, the most common first.
    fn groups(&self) -> Vec<Group<'_>> {
        let is_there = |condition: &Condition| self.area.is_none_or(|area| condition.area == area);
        if let Some(found) = &self.found {
            let rows = found.iter().map(|found| Row {
                condition: self.knowledge.condition(found.id),
                found: Some(found),
            });
            return vec![Group {
                title: Title::Matches,
                rows: rows.filter(|row| is_there(row.condition)).collect(),
            }];
        }
        let title = |condition: &Condition| match condition.care.how_soon() {
            None => Title::Area(condition.area),
            Some(_) => Title::SeeFirst,
        };
        let mut conditions: Vec<_> = self.knowledge.conditions().collect();
        conditions.retain(|condition| is_there(condition));
        conditions.sort_by_cached_key(|condition| {
            let name = condition.name.to_lowercase();
            (condition.area, condition.rank, name)
        });
        let areas = Area::ALL.into_iter().map(Title::Area);
        let groups = areas.chain([Title::SeeFirst]).map(|of| Group {
            title: of,
            rows: conditions
                .iter()
                .filter(|condition| title(condition) == of)
                .map(|condition| Row {
                    condition,
                    found: None,
                })
                .collect(),
        });
        groups.filter(|group| !group.rows.is_empty()).collect()
    }

    fn spot(&self, condition: ConditionId) -> Option<&Spot> {
        let mut spots = self.spots.iter();
        let (_, spot) = spots.find(|(id, _)| *id == condition)?;
        Some(spot)
    }
}

impl Page for Conditions {
    fn name(&self) -> Cow<'_, str> {
        words::title().into()
    }

    fn tab(&self) -> Tab {
        Tab::KneeMap
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list() -> Conditions {
        let (knowledge, _) = crate::content::knowledge();
        Conditions::new(Arc::new(knowledge), Side::Left, None)
    }

    #[test]
    fn everything_is_listed_once_and_what_has_to_be_seen_comes_last() {
        let list = list();
        let mut all: Vec<_> = list.rows().collect();
        let seen: Vec<_> = all
            .iter()
            .map(|id| list.knowledge.condition(*id).care.how_soon().is_some())
            .collect();
        assert!(seen.is_sorted(), "{seen:?}");
        assert!(seen.contains(&true) && seen.contains(&false));
        assert_eq!(all.len(), ConditionId::named().count());
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), ConditionId::named().count());
    }

    #[test]
    fn the_most_common_comes_first_in_its_group() {
        for group in list().groups() {
            let ranks = group
                .rows
                .iter()
                .map(|row| (row.condition.area, row.condition.rank));
            assert!(ranks.is_sorted(), "{:?}", group.title);
        }
    }

    #[test]
    fn counts_follow_the_search_and_chips_narrow_it() {
        let mut list = list();
        let all = list.count(None);
        let parts = |list: &Conditions| -> usize {
            Area::ALL
                .into_iter()
                .map(|area| list.count(Some(area)))
                .sum()
        };
        assert_eq!(all, ConditionId::named().count());
        assert_eq!(parts(&list), all);

        let _ = list.update(Message::Typed("stairs".to_owned()));
        let found = list.count(None);
        assert!(found > 0 && found < all);
        assert_eq!(parts(&list), found);
        for area in Area::ALL {
            let _ = list.update(Message::Area(Some(area)));
            assert_eq!(list.rows().count(), list.count(Some(area)), "{area:?}");
            assert_eq!(list.count(None), found, "the chip changes no count");
        }

        let _ = list.update(Message::Area(None));
        let _ = list.update(Message::EmptySearch);
        assert_eq!(list.rows().count(), all);
    }

    #[test]
    fn escape_empties_the_search_before_it_leaves() {
        let mut list = list();
        assert_eq!(list.escape(), Message::Back);
        let _ = list.update(Message::Typed("xylophone".to_owned()));
        assert_eq!(list.rows().count(), 0);
        assert_eq!(list.update(Message::ToRows), Action::None);
        assert_eq!(list.escape(), Message::EmptySearch);
        let _ = list.update(Message::EmptySearch);
        assert_eq!(list.escape(), Message::Back);
        assert_eq!(list.update(Message::ToRows), Action::ToFirst);
    }
}
