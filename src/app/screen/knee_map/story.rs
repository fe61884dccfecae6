//! What is said about one knee, and the sheet that it makes.

use crate::knee::red_flag::{StatementId, screening};
use crate::knee::{Age, Answer, AnswerSheet, AreaId, Duration, Group, Key, Knowledge, Mark, Onset};

/// What is said about one knee.
#[derive(Debug, Clone, Default)]
pub(super) struct Story {
    /// In the order of their numbers.
    pub marks: Vec<AreaId>,
    pub is_everywhere: bool,
    /// Whether it was said to its end.
    pub is_concluded: bool,
    pub duration: Option<Duration>,
    pub onset: Option<Onset>,
    /// Whether an injury was within the last 7 days.
    pub is_recent: Option<bool>,
    /// The pages of statements.
    pub groups: Vec<Group>,
    ticked: Vec<StatementId>,
    /// The parts that were chosen of ticked statements which stand for several.
    parts: Vec<Key>,
    /// The pages of statements whose end was seen.
    seen: Vec<usize>,
    /// How many pages of statements were passed this time.
    passed: usize,
    /// The questions that were answered this time, the earliest first.
    pub asked: Vec<Key>,
    /// Every answer that was ever given, to choose it again.
    said: Vec<(Key, Answer)>,
}

impl Story {
    /// The story that a sheet tells.
    pub fn of(knowledge: &Knowledge, sheet: &AnswerSheet) -> Self {
        let mut story = Self {
            marks: sheet
                .marks
                .iter()
                .filter_map(|mark| match mark {
                    Mark::Area(place) => Some(*place),
                    Mark::Region(_) => None,
                })
                .collect(),
            is_everywhere: sheet.marks.contains(&Mark::WHOLE_KNEE),
            duration: sheet.duration,
            onset: sheet.onset,
            is_recent: match sheet.answers.get(&Key::WithinSevenDays) {
                Some(Answer::Yes) => Some(true),
                Some(Answer::No) => Some(false),
                Some(Answer::NotSure) | None => None,
            },
            groups: screening(knowledge, sheet),
            ..Self::default()
        };
        let is_ticked = |key: Key| {
            sheet.answers.get(&key) == Some(&Answer::Yes) && !sheet.unticked.contains(&key)
        };
        let statements = story.groups.iter().flat_map(|group| &group.statements);
        for id in statements {
            let keys = &knowledge.statement(*id).keys;
            let chosen: Vec<Key> = keys.iter().copied().filter(|key| is_ticked(*key)).collect();
            if !chosen.is_empty() {
                story.ticked.push(*id);
                if keys.len() > 1 {
                    story.parts.extend(chosen);
                }
            }
        }
        let ticked = story.ticked.iter();
        let checked: Vec<Key> = ticked
            .flat_map(|id| knowledge.statement(*id).keys.iter().copied())
            .chain([Key::WithinSevenDays])
            .collect();
        story.said = sheet
            .answers
            .iter()
            .map(|(key, answer)| (*key, *answer))
            .filter(|(key, _)| !checked.contains(key))
            .collect();
        story
    }

    /// Everything said so far, as far as one has come this time.
    pub fn sheet(&self, knowledge: &Knowledge, age: Option<Age>) -> AnswerSheet {
        let mut marks: Vec<_> = self.marks.iter().copied().map(Mark::Area).collect();
        if self.is_everywhere {
            marks.push(Mark::WHOLE_KNEE);
        }
        let mut sheet = AnswerSheet {
            marks,
            age,
            onset: self.onset,
            duration: self.duration,
            ..AnswerSheet::default()
        };
        if let (Some(Onset::Injury), Some(is_recent)) = (self.onset, self.is_recent) {
            let answer = if is_recent { Answer::Yes } else { Answer::No };
            let _ = sheet.answers.insert(Key::WithinSevenDays, answer);
        }
        let passed = self.groups.iter().take(self.passed);
        for id in passed.flat_map(|group| &group.statements) {
            for key in &knowledge.statement(*id).keys {
                if self.counts(knowledge, *id, *key) {
                    let _ = sheet.answers.insert(*key, Answer::Yes);
                } else {
                    let _ = sheet.unticked.insert(*key);
                }
            }
        }
        // Two statements may name one key: what is ticked anywhere counts.
        let answers = &sheet.answers;
        sheet.unticked.retain(|key| !answers.contains_key(key));
        for key in &self.asked {
            if let Some(answer) = self.said(*key) {
                let _ = sheet.answers.insert(*key, answer);
            }
        }
        sheet
    }

    /// Whether a key of a statement counts as yes: the statement is ticked, and the key is among its chosen parts. Where no
    /// part was chosen, all of them count.
    fn counts(&self, knowledge: &Knowledge, id: StatementId, key: Key) -> bool {
        let keys = &knowledge.statement(id).keys;
        let chosen = |key: &Key| self.parts.contains(key);
        self.is_ticked(id) && (!keys.iter().any(chosen) || chosen(&key))
    }

    // Marks.

    pub fn is_marked(&self) -> bool {
        self.is_everywhere || !self.marks.is_empty()
    }

    pub fn spots(&self) -> usize {
        self.marks.len() + usize::from(self.is_everywhere)
    }

    /// Says whether the mark is new.
    pub fn toggle(&mut self, place: AreaId) -> bool {
        match self.marks.iter().position(|marked| *marked == place) {
            Some(index) => {
                let _ = self.marks.remove(index);
                false
            }
            None => {
                self.marks.push(place);
                true
            }
        }
    }

    pub fn undo(&mut self) {
        if self.is_everywhere {
            self.is_everywhere = false;
        } else {
            let _last = self.marks.pop();
        }
    }

    // About the person.

    /// How many answers about this knee are missing before the checks.
    pub fn missing(&self) -> usize {
        let is_recent_missing = self.onset == Some(Onset::Injury) && self.is_recent.is_none();
        usize::from(self.duration.is_none())
            + usize::from(self.onset.is_none())
            + usize::from(is_recent_missing)
    }

    // Statements.

    /// Takes in which pages there are, to go through from the first. Where they are others than before, none of them was
    /// seen yet.
    pub fn set_groups(&mut self, groups: Vec<Group>) {
        self.passed = 0;
        self.asked.clear();
        if self.groups != groups {
            self.groups = groups;
            self.seen.clear();
        }
    }

    pub fn is_ticked(&self, id: StatementId) -> bool {
        self.ticked.contains(&id)
    }

    pub fn tick(&mut self, id: StatementId) {
        flip(&mut self.ticked, id);
    }

    pub fn is_part(&self, key: Key) -> bool {
        self.parts.contains(&key)
    }

    pub fn choose_part(&mut self, key: Key) {
        flip(&mut self.parts, key);
    }

    /// The statements of a page that are ticked.
    pub fn ticked_on(&self, page: usize) -> impl Iterator<Item = StatementId> {
        let statements = self.groups.get(page).into_iter();
        statements
            .flat_map(|group| group.statements.iter().copied())
            .filter(|id| self.is_ticked(*id))
    }

    /// The ticked statements of a page that stand for several questions.
    pub fn to_be_told_apart(&self, knowledge: &Knowledge, page: usize) -> Vec<StatementId> {
        self.ticked_on(page)
            .filter(|id| knowledge.statement(*id).keys.len() > 1)
            .collect()
    }

    pub fn first_ticked_page(&self) -> Option<usize> {
        (0..self.groups.len()).find(|page| self.ticked_on(*page).next().is_some())
    }

    /// The end of a page was seen, and stays so.
    pub fn see(&mut self, page: usize) {
        if !self.seen.contains(&page) {
            self.seen.push(page);
        }
    }

    pub fn is_seen(&self, page: usize) -> bool {
        self.seen.contains(&page)
    }

    /// Goes past a page. What follows it is asked again, with what was said before.
    pub fn pass(&mut self, page: usize) {
        self.passed = page + 1;
        self.asked.clear();
    }

    // Questions.

    pub fn said(&self, key: Key) -> Option<Answer> {
        let mut said = self.said.iter();
        said.find(|(known, _)| *known == key)
            .map(|(_, answer)| *answer)
    }

    pub fn answer(&mut self, key: Key, answer: Answer) {
        self.said.retain(|(known, _)| *known != key);
        self.said.push((key, answer));
        self.asked.retain(|known| *known != key);
        self.asked.push(key);
    }
}

fn flip<T: PartialEq>(list: &mut Vec<T>, value: T) {
    match list.iter().position(|known| *known == value) {
        Some(index) => drop(list.remove(index)),
        None => list.push(value),
    }
}
