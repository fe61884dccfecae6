//! The pages about conditions: the list of all of them, and each one's own.

#![allow(missing_docs)] // The sentences say it.

use super::grammar::{self, Plural, lower_first, plural};
use super::language::{phrase, sentences, text};
use crate::catalog::Told;
use crate::knee::{Area, Level};

// The list.

sentences! {
    pub title = "What can make a knee hurt";
    pub name = "Conditions";
    pub search = "Search by name, place or feeling";
    /// The same where there is little room.
    pub search_short = "Name, place or feeling";
    pub empty_search = "Clear the search";
    pub all = "All";
    pub common = "Common";
    pub see_first = "Someone should look first";
    pub see_first_line = "Kneewise offers no routine for these";
    pub best_match_first = "Best match first";
    pub not_sure = "Not sure what it is called?";
    pub show_on_map = "Show where it hurts on the knee map";
    pub try_another = "Try a shorter word, such as the part of the knee or what makes it worse.";
}

/// A part of the knee on a chip.
pub fn area(area: Area) -> &'static str {
    text(match area {
        Area::Front => "Front",
        Area::Outer => "Outer side",
        Area::Inner => "Inner side",
        Area::Back => "Behind",
        Area::Whole => "Whole knee",
    })
}

/// A part of the knee above its conditions.
pub fn area_title(area: Area) -> &'static str {
    match area {
        Area::Front => text("Front of the knee"),
        Area::Back => text("Behind the knee"),
        Area::Outer | Area::Inner | Area::Whole => self::area(area),
    }
}

/// "13 conditions"
pub fn conditions(count: usize) -> String {
    match plural(count) {
        Plural::One => phrase!("{count} condition"),
        Plural::Other => phrase!("{count} conditions"),
    }
}

/// "13 conditions, most common in runners first"
pub fn most_common_first(count: usize) -> String {
    match plural(count) {
        Plural::One => conditions(count),
        Plural::Other => phrase!("{}, most common in runners first", conditions(count)),
    }
}

/// "3 match “sitting”"
pub fn matches(count: usize, typed: &str) -> String {
    let typed = typed.trim();
    match (count, plural(count)) {
        (0, _) => phrase!("Nothing matches “{typed}”"),
        (_, Plural::One) => phrase!("{count} matches “{typed}”"),
        (_, Plural::Other) => phrase!("{count} match “{typed}”"),
    }
}

/// What stands before the text that a search found.
pub fn told(told: Told) -> &'static str {
    text(match told {
        Told::Name | Told::Place => "",
        Told::MedicalName => "Also called: ",
        Told::WorseWith => "Often worse with: ",
        Told::Feels => "Feels like: ",
    })
}

// One of them.

sentences! {
    pub your_result = "Your result";
    pub copy = "Copy as text";
    pub copied = "Copied";
    pub open_to_print = "Open as text for printing";
    pub what_it_feels_like = "What it feels like";
    pub what_you_can_do = "What you can do";
    pub what_to_do = "What to do until then";
    pub leave_for_now = "Leave for now";
    pub start_with_this = "Start with this";
    pub routines = "Routines";
    pub worse_with = "Often worse with";
    pub how_it_begins = "How it usually begins";
    pub why_it_happens = "Why it happens";
    pub usual_recovery = "How long it usually takes";
    pub sources = "Sources";
    pub copy_source = "Copy this source";
    pub offline = "Opening uses your browser; Kneewise itself stays offline.";
    pub close_to_this = "Close to this";
    pub where_it_is = "Where";
    pub back_to_running = "Back to running";
    pub painkillers = "Painkillers and running";
    pub how_sore = "How sore is all right?";
}

pub fn fine() -> (&'static str, &'static str) {
    (text("0 to 2"), text("Fine to carry on"))
}

pub fn careful() -> (&'static str, &'static str) {
    (
        text("3 to 5"),
        text("Careful: do less, and see how it is tomorrow"),
    )
}

pub fn ease_off() -> (&'static str, &'static str) {
    (text("6 to 10"), text("Ease off for today"))
}

sentences! {
    pub by_morning = "It should settle by the next morning.";
    pub see_someone_if = "See someone if";
    pub see_sooner_if = "See someone sooner if";
    pub locked = "Locked, see why";
    pub routines_wait = "Routines wait until someone has looked at your knee.";
    pub routines_wait_for_this = "Kneewise offers no routine for this one until someone has looked at it.";
    pub no_routines = "Kneewise offers no routine for this one.";
}

/// How soon someone should see it, as a title.
pub fn how_soon(level: Level) -> &'static str {
    text(match level {
        Level::Emergency => "Call your emergency number now",
        Level::SameDay => "Have it seen today",
        Level::WithinTwoWeeks => "See someone within two weeks",
        Level::Advice => "Have someone look at it",
    })
}

/// Who that is.
pub fn whom(level: Level) -> &'static str {
    text(match level {
        Level::Emergency => "999 in the UK, 112 across Europe, 911 in the US and Canada.",
        Level::SameDay => "A doctor or a hospital. Do not run on it until then.",
        Level::WithinTwoWeeks => "A doctor or physiotherapist. Do not run on it until then.",
        Level::Advice => "A doctor or physiotherapist. You can go on until then, with care.",
    })
}

/// "Start, 13 min"
pub fn start(minutes: &str) -> String {
    format!("{}, {minutes}", super::page::start_now())
}

/// "Later: Runner's Knee, Building Up, 20 min"
pub fn later(name: &str, line: &str) -> String {
    phrase!("Later: {name}, {line}")
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
    phrase!("Copy all {count}")
}

/// "Show 9 more"
pub fn show_more(count: usize) -> String {
    phrase!("Show {count} more")
}

/// "Open doi.org/10.2519/jospt.2019.0302"
pub fn open(address: &str) -> String {
    let address = address.trim_start_matches("https://");
    phrase!("Open {}", address.trim_start_matches("http://"))
}

/// Clauses as one sentence: "it swells; it locks; or it gives way."
pub fn any_of(clauses: &[String]) -> String {
    match clauses {
        [] => String::new(),
        [only] => format!("{only}."),
        [first @ .., last] => phrase!("{}; or {last}.", grammar::clauses(first)),
    }
}

/// Several things in a sentence: "deep squats, long runs, long sitting."
pub fn list(things: &[String]) -> String {
    let names = grammar::names(things.iter().map(|thing| thing.trim_end_matches('.')));
    format!("{names}.")
}

/// A file that could not be opened or written.
pub fn not_opened(file: &str) -> String {
    phrase!("{file} could not be opened. Copy it instead.")
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
