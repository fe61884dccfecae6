//! The pages about conditions: the list of all of them, and each one's own.

#![allow(missing_docs)] // The sentences say it.

use super::knee_map::lower_first;
use crate::catalog::Told;
use crate::knee::{Area, Level};

// The list.

pub const TITLE: &str = "What can make a knee hurt";
pub const NAME: &str = "Conditions";
pub const SEARCH: &str = "Search by name, place or feeling";
/// The same where there is little room.
pub const SEARCH_SHORT: &str = "Name, place or feeling";
pub const EMPTY_SEARCH: &str = "Empty the search";
pub const ALL: &str = "All";
pub const COMMON: &str = "Common";
pub const SEE_FIRST: &str = "Someone should look first";
pub const SEE_FIRST_LINE: &str = "Kneewise offers no routine for these";
pub const BEST_MATCH_FIRST: &str = "Best match first";
pub const NOT_SURE: &str = "Not sure what it is called?";
pub const SHOW_ON_MAP: &str = "Show where it hurts on the knee map";
pub const TRY_ANOTHER: &str =
    "Try a shorter word, such as the part of the knee or what makes it worse.";

/// A part of the knee on a chip.
pub const fn area(area: Area) -> &'static str {
    match area {
        Area::Front => "Front",
        Area::Outer => "Outer side",
        Area::Inner => "Inner side",
        Area::Back => "Behind",
        Area::Whole => "Whole knee",
    }
}

/// A part of the knee above its conditions.
pub const fn area_title(area: Area) -> &'static str {
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
pub const fn told(told: Told) -> &'static str {
    match told {
        Told::Name | Told::Place => "",
        Told::MedicalName => "Also called: ",
        Told::WorseWith => "Often worse with: ",
        Told::Feels => "Feels like: ",
    }
}

// One of them.

pub const YOUR_RESULT: &str = "Your result";
pub const COPY: &str = "Copy as text";
pub const COPIED: &str = "Copied";
pub const OPEN_TO_PRINT: &str = "Open as text, to print";
pub const WHAT_IT_FEELS_LIKE: &str = "What it feels like";
pub const WHAT_YOU_CAN_DO: &str = "What you can do";
pub const WHAT_TO_DO: &str = "What to do until then";
pub const LEAVE_FOR_NOW: &str = "Leave for now";
pub const START_WITH_THIS: &str = "Start with this";
pub const ROUTINES: &str = "Routines";
pub const WORSE_WITH: &str = "Often worse with";
pub const HOW_IT_BEGINS: &str = "How it usually begins";
pub const WHY_IT_HAPPENS: &str = "Why it happens";
pub const USUAL_RECOVERY: &str = "How long it usually takes";
pub const SOURCES: &str = "Sources";
pub const COPY_SOURCE: &str = "Copy this source";
pub const OFFLINE: &str = "Opening uses your browser; Kneewise itself stays offline.";
pub const CLOSE_TO_THIS: &str = "Close to this";
pub const WHERE: &str = "Where";
pub const BACK_TO_RUNNING: &str = "Back to running";
pub const PAINKILLERS: &str = "Painkillers and running";
pub const HOW_SORE: &str = "How sore is all right?";
pub const FINE: (&str, &str) = ("0 to 2", "Fine to carry on");
pub const CAREFUL: (&str, &str) = ("3 to 5", "Careful: do less, and see how it is tomorrow");
pub const EASE_OFF: (&str, &str) = ("6 to 10", "Ease off for today");
pub const BY_MORNING: &str = "It should settle by the next morning.";
pub const SEE_SOMEONE_IF: &str = "See someone if";
pub const SEE_SOONER_IF: &str = "See someone sooner if";
pub const LOCKED: &str = "Locked, see why";
pub const ROUTINES_WAIT: &str = "Routines wait until someone has looked at your knee.";
pub const ROUTINES_WAIT_FOR_THIS: &str =
    "Kneewise offers no routine for this one until someone has looked at it.";
pub const NO_ROUTINES: &str = "Kneewise offers no routine for this one.";

/// How soon someone should see it, as a title.
pub const fn how_soon(level: Level) -> &'static str {
    match level {
        Level::Emergency => "Call your emergency number now",
        Level::SameDay => "Have it seen today",
        Level::WithinTwoWeeks => "See someone within two weeks",
        Level::Advice => "Have someone look at it",
    }
}

/// Who that is.
pub const fn whom(level: Level) -> &'static str {
    match level {
        Level::Emergency => "999 in the UK, 112 across Europe, 911 in the US and Canada.",
        Level::SameDay => "A doctor or a hospital. Do not run on it until then.",
        Level::WithinTwoWeeks => "A doctor or physiotherapist. Do not run on it until then.",
        Level::Advice => "A doctor or physiotherapist. You can go on until then, with care.",
    }
}

/// "Start, 13 min"
pub fn start(minutes: &str) -> String {
    format!("{}, {minutes}", super::page::START)
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
