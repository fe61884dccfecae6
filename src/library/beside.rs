//! The pictures that a file names: each must be a picture beside it.

use std::collections::HashSet;
use std::fs;
use std::path::Path;

use super::file::leads_outside;
use super::picture::{self, LONGEST_FILE, LONGEST_SIDE};
use crate::authoring::{Problem, Source};
use crate::exercise;
use crate::words::{own_shelf as words, problem};

/// More pictures than this belong to no one file.
const MOST_PICTURES: usize = 200;

/// Whether a file may name pictures. To see that is quick, and most files name none.
pub(super) fn names_pictures(source: &Source<'_>) -> bool {
    source.text.contains("picture")
}

/// What is wrong with the pictures that a file in this folder names. None of them is decoded.
pub(super) fn odd_pictures(source: &Source<'_>, folder: &Path) -> Vec<Problem> {
    if !names_pictures(source) {
        return Vec::new();
    }
    let mut seen = HashSet::new();
    let mut problems = Vec::new();
    for (file, place) in source.texts_of("exercises", "picture") {
        // What is not a plain name has been named already.
        if exercise::is_outside(file) || !seen.insert(file) {
            continue;
        }
        let too_many = seen.len() > MOST_PICTURES;
        let sentence = if too_many {
            Some(words::too_many_pictures(MOST_PICTURES))
        } else {
            what_is_wrong(file, folder)
        };
        problems.extend(sentence.map(|sentence| Problem {
            file: source.name.into(),
            place: Some(place),
            sentence,
        }));
        if too_many {
            break;
        }
    }
    problems
}

fn what_is_wrong(file: &str, folder: &Path) -> Option<String> {
    let path = folder.join(file);
    match fs::symlink_metadata(&path) {
        Err(_) => return Some(problem::missing_picture(file)),
        Ok(metadata) if metadata.is_symlink() && leads_outside(&path, folder) => {
            return Some(words::picture_link(file));
        }
        Ok(_) => {}
    }
    let error = picture::look(&path).err()?;
    Some(match error {
        picture::Error::NotOpened(error) if error.kind() == std::io::ErrorKind::NotFound => {
            problem::missing_picture(file)
        }
        picture::Error::NotAFile => words::picture_not_a_file(file),
        picture::Error::TooLarge => {
            words::picture_too_large(file, LONGEST_SIDE, LONGEST_FILE >> 20)
        }
        picture::Error::NotPlain => words::drawing_not_plain(file),
        picture::Error::NotOpened(_) | picture::Error::NotRead(_) => {
            words::picture_not_readable(file)
        }
    })
}
