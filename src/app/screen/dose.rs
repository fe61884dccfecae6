//! How much of an exercise is done, in words.

use std::time::Duration;

use crate::exercise::Exercise;
use crate::routine::timeline::Pace;
use crate::routine::{ExerciseItem, Sides};
use crate::words::{exercise as words, grammar, page, player, time};

/// One set on one side: "Hold for 25 s", "10 reps, lift 1 s, squeeze 1 s, lower 1 s".
pub(super) fn of_set(exercise: &Exercise, pace: Pace, length: Duration) -> String {
    match pace {
        Pace::Hold => words::hold(&time::spoken(length)),
        Pace::Time => words::keep_moving(&time::spoken(length)),
        Pace::Reps {
            count,
            parts: Some(parts),
            ..
        } => {
            let phases = words::phases(exercise);
            let parts: Vec<_> = phases
                .iter()
                .zip(parts)
                .filter(|(_, part)| !part.is_zero())
                .map(|(word, part)| ((*word).to_owned(), time::part(part)))
                .collect();
            page::tempo(&words::repetitions(exercise, count), &parts)
        }
        Pace::Reps { count, .. } | Pace::OwnPace { count } => words::repetitions(exercise, count),
    }
}

/// Everything a routine asks for: "3 sets. 10 reps. Each side".
pub(super) fn of_item(item: &ExerciseItem) -> String {
    let sets = item.sets.get();
    let sides = match item.sides {
        Sides::Both => None,
        Sides::Each { .. } => Some(words::each_side()),
        Sides::Alternating => Some(page::alternate_sides()),
    };
    sentences([
        (sets > 1).then(|| player::sets(sets)),
        Some(of_set(&item.exercise, item.dose.into(), item.dose.length())),
        sides.map(str::to_owned),
    ])
}

/// Short sentences one after another.
pub(super) fn sentences(parts: impl IntoIterator<Item = Option<String>>) -> String {
    grammar::short_sentences(parts.into_iter().flatten())
}
