//! What is wrong with the files of a folder, as much of it as anybody reads.

use std::path::Path;

use crate::authoring::Problem;
use crate::words::user_routines as words;

/// Once there are more problems than this, no more than one is told of each file; the others are only counted.
const MOST_PROBLEMS: usize = 5_000;
/// More problems of one file than this are only counted, so that the other files are named too.
pub(super) const MOST_OF_ONE_FILE: usize = 5;

/// Problems, as many as anybody reads.
#[derive(Default)]
pub(super) struct Problems {
    told: Vec<Problem>,
    left_out: usize,
}

impl Problems {
    /// Adds the first of a file: every file is named, however much is wrong with the others.
    pub fn add(&mut self, problem: Problem) {
        self.told.push(problem);
    }

    /// Adds some. They may be of several files, each file's together.
    pub fn extend(&mut self, problems: Vec<Problem>) {
        let mut of_one = 0;
        for problem in problems {
            let is_same = self
                .told
                .last()
                .is_some_and(|last| last.file == problem.file);
            of_one = if is_same { of_one + 1 } else { 0 };
            if of_one == 0 || of_one < MOST_OF_ONE_FILE && self.told.len() < MOST_PROBLEMS {
                self.add(problem);
            } else {
                self.left_out += 1;
            }
        }
    }

    /// All of them in order of file and place, and how many were left out of this folder.
    pub fn told(mut self, folder: &Path) -> Vec<Problem> {
        self.told
            .sort_by(|one, other| (&one.file, one.place).cmp(&(&other.file, other.place)));
        if self.left_out > 0 {
            let sentence = words::more_problems(self.left_out);
            let folder = folder.display().to_string();
            self.told.push(Problem::of_file(&folder, sentence));
        }
        self.told
    }
}
