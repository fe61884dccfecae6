//! The pictures that a file names: each must be a picture beside it.

use std::collections::HashSet;
use std::path::Path;

use super::file::describes_exercise;
use super::picture::{self, LONGEST_FILE, LONGEST_SIDE, Picture};
use crate::authoring::{Faults, Path as Way, Problem, Source, problem};
use crate::exercise::{self, Exercise};
use crate::routine::Routine;
use crate::words::user_routines as words;

/// More pictures than this belong to no one file.
const MOST_PICTURES: usize = 200;

/// Whether a file may name pictures. To see that is quick, and most files name none. The name of a field has no other
/// spelling.
pub(super) fn names_pictures(source: &Source<'_>) -> bool {
    source.text.contains("picture")
}

/// What is wrong with the pictures that a file in this folder names, so wrong that nobody is offered it. None of them is
/// decoded.
pub(super) fn unusable_pictures(source: &Source<'_>, folder: &Path) -> Vec<Problem> {
    check_each(source, |number, file| {
        if number == MOST_PICTURES {
            return Some(words::too_many_pictures(MOST_PICTURES));
        }
        let error = picture::look(&folder.join(file)).err();
        let error = error.filter(|error| !error.is_bearable())?;
        Some(sentence(file, &error))
    })
}

/// What else is wrong with them, although the exercises can be done: every picture is decoded, which takes some seconds
/// at worst.
pub(super) fn poor_pictures(source: &Source<'_>, folder: &Path) -> Vec<Problem> {
    check_each(source, |number, file| {
        let path = folder.join(file);
        let is_named = number == MOST_PICTURES
            || picture::look(&path).is_err_and(|error| !error.is_bearable());
        if is_named {
            return None;
        }
        match picture::examine(&path) {
            Ok(Picture { moves: true, .. }) => Some(words::picture_moves(file)),
            Ok(_) => None,
            Err(error) => Some(sentence(file, &error)),
        }
    })
}

/// Judges each picture of a file once, with its number from 0; of too many the first is the last. What counts is the name
/// that was read, however it is written.
fn check_each(source: &Source<'_>, check: impl Fn(usize, &str) -> Option<String>) -> Vec<Problem> {
    let mut faults = Faults::of(*source);
    let mut seen = HashSet::new();
    let list = Way::Whole.field("exercises");
    for (index, file) in &pictures(source) {
        // What is not a plain name has been named already.
        if exercise::is_outside(file) || !seen.insert(file) {
            continue;
        }
        let number = seen.len() - 1;
        if let Some(sentence) = check(number, file) {
            let entry = index.map(|index| list.entry(index));
            let owner = entry.unwrap_or(Way::Whole);
            faults.add(&owner.field("picture"), sentence);
        }
        if number == MOST_PICTURES {
            break;
        }
    }
    faults.into_problems()
}

/// The pictures that a file names, with the number of the exercise in a routine. None of a file that cannot be read: it
/// has other faults first.
fn pictures(source: &Source<'_>) -> Vec<(Option<usize>, String)> {
    if !names_pictures(source) {
        return Vec::new();
    }
    if describes_exercise(source) {
        let exercise = source.read::<Exercise>().ok();
        let picture = exercise.and_then(|exercise| exercise.picture);
        return picture.map(|file| (None, file)).into_iter().collect();
    }
    let exercises = Routine::read_own_exercises(source).unwrap_or_default();
    let pictures = exercises.into_iter().enumerate();
    pictures
        .filter_map(|(index, exercise)| Some((Some(index), exercise.picture?)))
        .collect()
}

fn sentence(file: &str, error: &picture::Error) -> String {
    match error {
        picture::Error::Missing => problem::missing_picture(file),
        picture::Error::Elsewhere => words::picture_link(file),
        picture::Error::NotAFile => words::picture_not_a_file(file),
        picture::Error::Drawing => words::picture_drawing(file),
        picture::Error::TooLarge => {
            words::picture_too_large(file, LONGEST_SIDE, LONGEST_FILE >> 20)
        }
        picture::Error::NotOpened(_) | picture::Error::NotRead(_) => {
            words::picture_not_readable(file)
        }
        picture::Error::Damaged(_) => words::picture_damaged(file),
    }
}
