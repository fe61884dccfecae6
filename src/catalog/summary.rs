//! A routine in few words: what its card shows and what it is found by. The whole of it need not be kept for that.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use super::vocabulary::Field;
use super::{KitSet, Lexicon};
use crate::exercise::{Exercise, Id, Target};
use crate::knee::ConditionId;
use crate::routine::timeline::Timeline;
use crate::routine::{Effort, Item, Kind, Routine};
use crate::side::Side;

/// The longest text of one routine that is searched, in bytes; nobody writes as much.
const MOST_SEARCHED: usize = 4_000;

/// A routine in few words, some hundred bytes. Exercises are shared, not copied.
#[derive(Clone, PartialEq)]
pub struct Summary {
    /// The name the command line and the journal call it by.
    pub id: Id,
    /// The name people call it by.
    pub name: Box<str>,
    /// What sort of routine it is.
    pub kind: Kind,
    /// How hard it is.
    pub effort: Effort,
    /// How long it takes, from getting ready to the finish.
    pub length: Duration,
    /// How many steps the player numbers: sets on one side, and rests.
    pub steps: usize,
    /// What one needs for it.
    pub kit: KitSet,
    /// The conditions it says it serves.
    pub serves: Box<[ConditionId]>,
    /// What it works on, what most of its exercises are for first.
    pub targets: Box<[Target]>,
    /// The exercise whose figure stands for it on cards.
    pub cover: Option<Arc<Exercise>>,
    /// What is done in it, each exercise once.
    exercises: Box<[Arc<Exercise>]>,
    /// The names of its blocks and what it is for, a line each.
    said: Box<str>,
}

impl Summary {
    /// Sums a routine up.
    pub fn of(routine: &Routine) -> Self {
        // The side one begins with changes no length.
        let timeline = Timeline::of(routine, Side::Left.into());
        let mut exercises: Vec<Arc<Exercise>> = Vec::new();
        let mut said = String::new();
        for item in &routine.items {
            if let Item::Block {
                name: Some(name), ..
            } = item
            {
                said.push_str(name);
                said.push('\n');
            }
            item.each_exercise(&mut |item| {
                if !exercises.iter().any(|known| known.id == item.exercise.id) {
                    exercises.push(Arc::clone(&item.exercise));
                }
            });
        }
        said.push_str(&routine.purpose);
        let searched = (0..=MOST_SEARCHED).rfind(|end| said.is_char_boundary(*end));
        said.truncate(searched.unwrap_or_default());
        let known = |id: &String| ConditionId::with_id(id);
        Self {
            id: Arc::clone(&routine.id),
            name: routine.name.as_str().into(),
            kind: routine.kind,
            effort: routine.effort,
            length: timeline.total(),
            steps: timeline.numbered_steps(),
            kit: routine.kit().iter().collect(),
            serves: routine.serves.iter().filter_map(known).collect(),
            targets: targets(&exercises),
            cover: routine.cover.clone(),
            exercises: exercises.into(),
            said: said.into(),
        }
    }

    /// Whether an exercise is done in it. Two people may call two things by one id, but hardly by one name as well.
    pub fn has(&self, exercise: &Exercise) -> bool {
        let is_it = |known: &Arc<Exercise>| known.id == exercise.id && known.name == exercise.name;
        self.exercises.iter().any(is_it)
    }

    /// Says everything one can find it by, apart from the conditions.
    pub(super) fn say(&self, lexicon: &Lexicon, say: &mut dyn FnMut(Field, &str)) {
        say(Field::Name, &self.name);
        for exercise in &self.exercises {
            say(Field::Step, &exercise.name);
            for target in &exercise.targets {
                say(Field::Elsewhere, (lexicon.target)(*target));
            }
        }
        for kit in self.kit.iter() {
            say(Field::Elsewhere, (lexicon.kit)(kit));
        }
        say(Field::Elsewhere, (lexicon.kind)(self.kind));
        for line in self.said.lines() {
            say(Field::Elsewhere, line);
        }
    }
}

/// What these exercises are for, what most of them are for first.
fn targets(exercises: &[Arc<Exercise>]) -> Box<[Target]> {
    let mut counted: Vec<(Target, usize)> = Vec::new();
    for target in exercises.iter().flat_map(|exercise| &exercise.targets) {
        match counted.iter_mut().find(|(known, _)| known == target) {
            Some((_, count)) => *count += 1,
            None => counted.push((*target, 1)),
        }
    }
    counted.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    counted.into_iter().map(|(target, _)| target).collect()
}

/// Exercises have figures of thousands of numbers; their ids say enough.
impl fmt::Debug for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Summary")
            .field("id", &self.id)
            .field("name", &self.name)
            .finish_non_exhaustive()
    }
}
