//! The pages about conditions: the list of all of them, and each one's own.

#![allow(missing_docs)] // The sentences say it.

use super::knee_map::lower_first;
use crate::catalog::Told;
use crate::knee::{Area, Level};

// The list.

pub fn title() -> &'static str {
    "What can make a knee hurt"
}

pub fn name() -> &'static str {
    "Conditions"
}

pub fn search() -> &'static str {
    "Search by name, place or feeling"
}

/// The same where there is little room.
pub fn search_short() -> &'static str {
    "Name, place or feeling"
}

pub fn empty_search() -> &'static str {
    "Empty the search"
}

pub fn all() -> &'static str {
    "All"
}

pub fn common() -> &'static str {
    "Common"
}

pub fn see_first() -> &'static str {
    "Someone should look first"
}

pub fn see_first_line() -> &'static str {
    "Kneewise offers no routine for these"
}

pub fn best_match_first() -> &'static str {
    "Best match first"
}

pub fn not_sure() -> &'static str {
    "Not sure what it is called?"
}

pub fn show_on_map() -> &'static str {
    "Show where it hurts on the knee map"
}

pub fn try_another() -> &'static str {
    "Try a shorter word, such as the part of the knee or what makes it worse."
}

/// A part of the knee on a chip.
pub fn area(area: Area) -> &'static str {
    match area {
        Area::Front => "Front",
        Area::Outer => "Outer side",
        Area::Inner => "Inner side",
        Area::Back => "Behind",
        Area::Whole => "Whole knee",
    }
}

/// A part of the knee above its conditions.
pub fn area_title(area: Area) -> &'static str {
    match area {
        Area::Front => "Front of the knee",
        Area::Back => "Behind the knee",
        Area::Outer | Area::Inner | Area::Whole => self::area(area),
    }
}

/// "13 conditions"
pub fn conditions(count: usize) -> String {
    match count {
        1 => "1 condition".to_owned(),
        _ => format!("{count} conditions"),
    }
}

/// "13 conditions, most common in runners first"
pub fn most_common_first(count: usize) -> String {
    match count {
        1 => conditions(1),
        _ => format!("{}, most common in runners first", conditions(count)),
    }
}

/// "3 match “sitting”"
pub fn matches(count: usize, typed: &str) -> String {
    let typed = typed.trim();
    match count {
        0 => format!("Nothing matches “{typed}”"),
        1 => format!("1 matches “{typed}”"),
        _ => format!("{count} match “{typed}”"),
    }
}

/// What stands before the text that a search found.
pub fn told(told: Told) -> &'static str {
    match told {
        Told::Name | Told::Place => "",
        Told::MedicalName => "Also called: ",
        Told::WorseWith => "Often worse with: ",
        Told::Feels => "Feels like: ",
    }
}

// One of them.

pub fn your_result() -> &'static str {
    "Your result"
}

pub fn copy() -> &'static str {
    "Copy as text"
}

pub fn copied() -> &'static str {
    "Copied"
}

pub fn open_to_print() -> &'static str {
    "Open as text, to print"
}

pub fn what_it_feels_like() -> &'static str {
    "What it feels like"
}

pub fn what_you_can_do() -> &'static str {
    "What you can do"
}

pub fn what_to_do() -> &'static str {
    "What to do until then"
}

pub fn leave_for_now() -> &'static str {
    "Leave for now"
}

pub fn start_with_this() -> &'static str {
    "Start with this"
}

pub fn routines() -> &'static str {
    "Routines"
}

pub fn worse_with() -> &'static str {
    "Often worse with"
}

pub fn how_it_begins() -> &'static str {
    "How it usually begins"
}

pub fn why_it_happens() -> &'static str {
    "Why it happens"
}

pub fn usual_recovery() -> &'static str {
    "How long it usually takes"
}

pub fn sources() -> &'static str {
    "Sources"
}

pub fn copy_source() -> &'static str {
    "Copy this source"
}

pub fn offline() -> &'static str {
    "Opening uses your browser; Kneewise itself stays offline."
}

pub fn close_to_this() -> &'static str {
    "Close to this"
}

pub fn where_it_is() -> &'static str {
    "Where"
}

pub fn back_to_running() -> &'static str {
    "Back to running"
}

pub fn painkillers() -> &'static str {
    "Painkillers and running"
}

pub fn how_sore() -> &'static str {
    "How sore is all right?"
}

pub fn fine() -> (&'static str, &'static str) {
    ("0 to 2", "Fine to carry on")
}

pub fn careful() -> (&'static str, &'static str) {
    ("3 to 5", "Careful: do less, and see how it is tomorrow")
}

pub fn ease_off() -> (&'static str, &'static str) {
    ("6 to 10", "Ease off for today")
}

pub fn by_morning() -> &'static str {
    "It should settle by the next morning."
}

pub fn see_someone_if() -> &'static str {
    "See someone if"
}

pub fn see_sooner_if() -> &'static str {
    "See someone sooner if"
}

pub fn locked() -> &'static str {
    "Locked, see why"
}

pub fn routines_wait() -> &'static str {
    "Routines wait until someone has looked at your knee."
}

pub fn routines_wait_for_this() -> &'static str {
    "Kneewise offers no routine for this one until someone has looked at it."
}

pub fn no_routines() -> &'static str {
    "Kneewise offers no routine for this one."
}

/// How soon someone should see it, as a title.
pub fn how_soon(level: Level) -> &'static str {
    match level {
        Level::Emergency => "Call your emergency number now",
        Level::SameDay => "Have it seen today",
        Level::WithinTwoWeeks => "See someone within two weeks",
        Level::Advice => "Have someone look at it",
    }
}

/// Who that is.
pub fn whom(level: Level) -> &'static str {
    match level {
        Level::Emergency => "999 in the UK, 112 across Europe, 911 in the US and Canada.",
        Level::SameDay => "A doctor or a hospital. Do not run on it until then.",
        Level::WithinTwoWeeks => "A doctor or physiotherapist. Do not run on it until then.",
        Level::Advice => "A doctor or physiotherapist. You can go on until then, with care.",
    }
}

/// "Start, 13 min"
pub fn start(minutes: &str) -> String {
    format!("{}, {minutes}", super::page::start_now())
}

/// "Later: Runner's Knee, Building Up, 20 min"
pub fn later(name: &str, line: &str) -> String {
    format!("Later: {name}, {line}")
}

/// "3 more routines"
pub fn more_routines(count: usize) -> String {
    match count {
        1 => "1 more routine".to_owned(),
        _ => format!("{count} more routines"),
    }
}

/// "Easy, 3 days a week. Mat, wall, towel."
pub fn what_it_takes(effort: &str, how_often: Option<&str>, kit: &str) -> String {
    let often = how_often.map(|often| {
        let end = often.find([',', ';', '.']).unwrap_or(often.len());
        format!(", {}", lower_first(often[..end].trim()))
    });
    format!("{effort}{}. {kit}.", often.unwrap_or_default())
}

/// "Copy all 15"
pub fn copy_all(count: usize) -> String {
    format!("Copy all {count}")
}

/// "Show 9 more"
pub fn show_more(count: usize) -> String {
    format!("Show {count} more")
}

/// "Open doi.org/10.2519/jospt.2019.0302"
pub fn open(address: &str) -> String {
    let address = address.trim_start_matches("https://");
    format!("Open {}", address.trim_start_matches("http://"))
}

/// Clauses as one sentence: "it swells; it locks; or it gives way."
pub fn any_of(clauses: &[String]) -> String {
    match clauses {
        [] => String::new(),
        [only] => format!("{only}."),
        [first @ .., last] => format!("{}; or {last}.", first.join("; ")),
    }
}

/// Several things in a sentence: "deep squats, long runs, long sitting."
pub fn list(things: &[String]) -> String {
    let things: Vec<_> = things
        .iter()
        .enumerate()
        .map(|(index, thing)| {
            let thing = thing.trim_end_matches('.');
            if index == 0 {
                thing.to_owned()
            } else {
                lower_first(thing).into_owned()
            }
        })
        .collect();
    // Where there are sentences with commas of their own, only a semicolon parts them.
    let between = if things.iter().any(|thing| thing.contains(',')) {
        "; "
    } else {
        ", "
    };
    format!("{}.", things.join(between))
}

/// A file that could not be opened or written.
pub fn not_opened(file: &str) -> String {
    format!("{file} could not be opened. Copy it instead.")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn owned(words: &[&str]) -> Vec<String> {
        words.iter().map(|&word| word.to_owned()).collect()
    }

    #[test]
    fn clauses_become_a_sentence() {
        assert_eq!(any_of(&owned(&["it swells"])), "it swells.");
        assert_eq!(
            any_of(&owned(&["it swells", "it locks", "it gives way"])),
            "it swells; it locks; or it gives way."
        );
        assert_eq!(
            list(&owned(&["Deep squats early on", "Long runs"])),
            "Deep squats early on, long runs."
        );
        assert_eq!(
            list(&owned(&["All impact: running, hopping", "Exercise"])),
            "All impact: running, hopping; exercise."
        );
    }

    #[test]
    fn what_a_routine_takes_is_one_line() {
        let often = "3 days a week in weeks 1 to 3, with shorter, flatter runs.";
        assert_eq!(
            what_it_takes("Easy", Some(often), "Mat, wall"),
            "Easy, 3 days a week in weeks 1 to 3. Mat, wall."
        );
        assert_eq!(what_it_takes("Hard", None, "No kit"), "Hard. No kit.");
        assert_eq!(
            open("https://doi.org/10.2519/jospt"),
            "Open doi.org/10.2519/jospt"
        );
    }
}
