//! Signs of print in every sentence a person reads: the bundled content and the words of the program.

use std::fs;
use std::path::{Path, PathBuf};

/// The files below a folder, however deep.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap();
    entries
        .map(|entry| entry.unwrap().path())
        .flat_map(|path| match path.is_dir() {
            true => files(&path),
            false => vec![path],
        })
        .collect()
}

/// What stands in quotation marks on a line that is no comment.
fn quoted(line: &str) -> impl Iterator<Item = &str> {
    let is_comment = line.trim_start().starts_with("//");
    line.split('"')
        .skip(1)
        .step_by(2)
        .filter(move |_| !is_comment)
}

/// An apostrophe of a typewriter within a word, or a percentage that can break from its number.
fn is_typed(text: &str) -> bool {
    let letters: Vec<char> = text.chars().collect();
    letters.windows(3).any(|around| match around {
        [before, '\'', after] => before.is_alphabetic() && after.is_alphabetic(),
        [before, ' ', '%'] => before.is_ascii_digit(),
        _ => false,
    })
}

#[test]
fn apostrophes_are_curly_and_percentages_hold_together() {
    assert!(is_typed("runner's") && is_typed("10 %"));
    assert!(!is_typed("runner’s") && !is_typed("'quoted'") && !is_typed("10\u{202f}%"));

    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut read = 0;
    let mut faults = Vec::new();
    for folder in ["assets", "routines", "src/words"] {
        for path in files(&root.join(folder)) {
            let is_text = path
                .extension()
                .is_some_and(|ending| ending == "ron" || ending == "rs");
            if !is_text {
                continue;
            }
            let text = fs::read_to_string(&path).unwrap();
            // Tests may write as people type.
            let text = text.split("#[cfg(test)]").next().unwrap_or_default();
            for (number, line) in (1..).zip(text.lines()) {
                read += 1;
                if quoted(line).any(is_typed) {
                    faults.push(format!("{}:{number}: {}", path.display(), line.trim()));
                }
            }
        }
    }
    assert!(read > 5_000, "only {read} lines were found");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
