//! Routine files as thousands of people might write them: the bundled ones with ids, names and purposes of their own.

use std::fs;
use std::path::Path;

const FIRST: [&str; 8] = [
    "Morning", "Hill", "Track", "Trail", "Easy", "Slow", "Évening", "Marathon",
];
const THEN: [&str; 8] = [
    "hamstring",
    "quadriceps",
    "balance",
    "step-down",
    "hip",
    "ankle",
    "stretch",
    "strength",
];

/// The texts of so many routine files, each with the id it has. Every seventh has a word that no other has.
pub fn texts(count: usize) -> impl Iterator<Item = (String, String)> {
    let mut bundled: Vec<_> = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("routines"))
        .into_iter()
        .flatten()
        .filter_map(|entry| fs::read_to_string(entry.ok()?.path()).ok())
        .collect();
    bundled.sort();
    (0..count).filter_map(move |number| {
        let text = bundled.get(number % bundled.len())?;
        let id = format!("made-{number:05}");
        let own = match number % 7 {
            0 => format!("zx{:x}", number.wrapping_mul(2_654_435_761) % 0xff_ffff),
            _ => number.to_string(),
        };
        let first = FIRST[number % FIRST.len()];
        let then = THEN[number / 3 % THEN.len()];
        let text = with(text, "id", &id);
        let text = with(&text, "name", &format!("{first} {then} routine {own}"));
        let purpose = format!(
            "For {first} number {number}: more {then} in week {}.",
            number % 52
        );
        Some((id, with(&text, "purpose", &purpose)))
    })
}

/// A text with another value in the first field of a name.
fn with(text: &str, field: &str, value: &str) -> String {
    let start = format!("{field}: \"");
    match text.split_once(&start) {
        Some((before, rest)) => {
            let after = rest.split_once('"').map_or("", |(_, after)| after);
            format!("{before}{start}{value}\"{after}")
        }
        None => text.to_owned(),
    }
}
