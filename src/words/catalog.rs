//! What the catalog says: searching, narrowing, sorting, and when nothing is found.

use super::grammar::{Plural, list, plural, upper_first};
use super::language::{phrase, sentences, text};
use super::{exercise, page};
use crate::authoring::plain::one_line;
use crate::catalog::Lexicon;

sentences! {
    /// In the empty search field.
    pub search = "Search routines and exercises";
    /// The same where there is little room.
    pub search_short = "Search";
    /// Every kind of routine.
    pub all = "All";
    /// On the person's own routines.
    pub owner_mine = "Mine";
}

/// One of them, with how long it takes: "Mine, 8 min".
pub fn mine(minutes: &str) -> String {
    list([owner_mine(), minutes])
}
/// More of them than are listed.
pub fn and_more_of_your_own(count: usize) -> String {
    phrase!("and {count} more of your own")
}
sentences! {
    /// Shows only those.
    pub mine_only = "Mine only";
    /// Opens what narrows the catalog, where there is little room.
    pub filters = "Filters";
    /// Before what narrows the catalog.
    pub show = "Show";
    /// Before the order.
    pub sorted_by = "Sorted by";
    /// No length in particular.
    pub any_length = "Any length";
    /// What a person has starred.
    pub favourites = "Favourites";
    /// What was done in the last weeks.
    pub recent = "Recently done";
    /// As a part of a sentence: "Nothing among your favourites".
    pub among_favourites = "among your favourites";
    /// As a part of a sentence.
    pub among_recent = "among what you did recently";
    /// Stars a routine.
    pub star = "Add to favourites";
    /// Takes the star away.
    pub unstar = "Remove from favourites";
}

/// So much time there is.
pub fn i_have(minutes: u16) -> String {
    phrase!("I have {minutes} min")
}

sentences! {
    /// Whatever one needs for it.
    pub any_kit = "Any equipment";
    /// Nothing is needed.
    pub no_kit = "No kit";
    /// Before the things one may have.
    pub you_have = "Besides a wall and a chair";
    /// Serves anything.
    pub any_condition = "Any condition";
}

/// The orders.
pub fn orders() -> [&'static str; 5] {
    ["Suggested", "Name", "Shortest", "Longest", "Easiest"].map(text)
}

sentences! {
    /// Takes away everything that narrows the catalog.
    pub clear_filters = "Clear filters";
    /// Empties the search field.
    pub clear_search = "Clear search";
    /// When nothing fits what narrows the catalog.
    pub nothing_fits = "No routine fits all of that";
    /// When there is nothing at all.
    pub empty = "There are no routines here";
    /// Opens the file with a problem in whatever opens such files.
    pub open_file = "Open file";
    /// Problems before those that are shown.
    pub earlier = "Earlier";
    /// Problems after those that are shown.
    pub later = "Later";
}

/// Words that say nothing about what is searched for.
pub const LITTLE_WORDS: [&str; 14] = [
    "a", "an", "and", "at", "for", "in", "my", "of", "on", "or", "the", "to", "with", "your",
];

/// What routines are found by besides their own texts.
pub const LEXICON: Lexicon = Lexicon {
    target: exercise::target,
    kit: exercise::kit,
    kind: page::kind,
    little_words: &LITTLE_WORDS,
};

/// One needs this and nothing else: "Mat only".
pub fn only(thing: &str) -> String {
    phrase!("{} only", upper_first(thing))
}

/// A few things, as many as fit, and how many more there are: "Mat, wall", "Mat, wall +2".
pub fn things(names: &[&str], fits: impl Fn(&str) -> bool) -> String {
    let list = upper_first(&list(names));
    match names.len() {
        0 => no_kit().to_owned(),
        1 => list,
        _ if fits(&list) => list,
        count => {
            let shorter = |some: usize| {
                let some_of_them = upper_first(&self::list(names.get(..some)?));
                Some(phrase!("{some_of_them} +{}", count - some))
            };
            let mut shorter = (1..count).rev().filter_map(shorter);
            shorter
                .find(|list| fits(list))
                .unwrap_or_else(|| count_of_things(count))
        }
    }
}

/// "4 things"
pub fn count_of_things(count: usize) -> String {
    match plural(count) {
        Plural::One => phrase!("{count} thing"),
        Plural::Other => phrase!("{count} things"),
    }
}

/// When nothing was found.
pub fn no_match(query: &str) -> String {
    phrase!("No routine matches “{}”", query.trim())
}

/// What narrows the catalog, each as it continues a sentence.
#[derive(Debug, Clone, Copy, Default)]
pub struct Narrowed<'a> {
    /// The kind.
    pub kind: Option<&'a str>,
    /// The most minutes.
    pub length: Option<u16>,
    /// Whether only favourites are shown, or only what was done of late.
    pub shelf: Option<&'a str>,
    /// The things one has.
    pub kit: Option<&'a [&'a str]>,
    /// The condition.
    pub condition: Option<&'a str>,
    /// Whether only the person's own are shown.
    pub mine: bool,
}

impl Narrowed<'_> {
    /// "Nothing in Strength, 6 to 10 min, with a mat only"
    fn nothing(&self) -> String {
        let mut parts = Vec::new();
        if self.mine {
            parts.push(text("of your own").to_owned());
        }
        if let Some(shelf) = self.shelf {
            parts.push(shelf.to_owned());
        }
        if let Some(kind) = self.kind {
            parts.push(phrase!("in {kind}"));
        }
        if let Some(length) = self.length {
            parts.push(phrase!("up to {length} min long"));
        }
        match self.kit {
            None => {}
            Some([]) => parts.push(text("without kit").to_owned()),
            Some(things) => parts.push(phrase!("with only {}", list(things))),
        }
        if let Some(condition) = self.condition {
            parts.push(phrase!("for {condition}"));
        }
        if parts.is_empty() {
            text("Nothing here").to_owned()
        } else {
            phrase!("Nothing {}", list(&parts))
        }
    }

    /// What was looked through in vain for words.
    pub fn has_no_match(&self) -> String {
        phrase!(
            "{} has that in its name, steps or equipment.",
            self.nothing()
        )
    }

    /// What does not exist.
    pub fn is_not_there(&self) -> String {
        phrase!("{}. Remove a filter to see more.", self.nothing())
    }
}

/// Title above files that could not be read.
pub fn unread(files: usize) -> String {
    match plural(files) {
        Plural::One => page::file_problem().to_owned(),
        Plural::Other => phrase!("{files} routine files could not be read"),
    }
}

/// A problem of the only file that has one.
pub fn the_rest_are_fine(problem: &str) -> String {
    let end = if problem.ends_with(['.', '?']) {
        ""
    } else {
        "."
    };
    phrase!("{problem}{end} The rest are fine.")
}

/// A problem with its place: "hill.ron, line 14, column 3: …".
pub fn problem(file: &str, place: Option<(usize, usize)>, sentence: &str) -> String {
    let file = one_line(file);
    match place {
        Some((line, column)) => phrase!("{file}, line {line}, column {column}: {sentence}"),
        None => format!("{file}: {sentence}"),
    }
}

/// Which problems are shown: "1 to 3 of 12".
pub fn of_all(first: usize, last: usize, all: usize) -> String {
    phrase!("{first} to {last} of {all}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_not_found_is_said_in_a_sentence() {
        let nothing = Narrowed {
            kind: Some("Strength"),
            length: Some(5),
            shelf: None,
            kit: Some(&["mat", "wall"]),
            condition: Some("Runner's knee"),
            mine: false,
        };
        assert_eq!(
            nothing.has_no_match(),
            "Nothing in Strength, up to 5 min long, with only mat, wall, for Runner's knee has that in its name, steps \
             or equipment."
        );
        assert_eq!(
            Narrowed::default().has_no_match(),
            "Nothing here has that in its name, steps or equipment."
        );
        assert_eq!(
            no_match(" ladder drills"),
            "No routine matches “ladder drills”"
        );
    }

    #[test]
    fn a_file_is_named_on_one_line_in_its_own_direction() {
        assert_eq!(
            problem(
                "two\nlines\u{202e}nor.ron",
                Some((1, 2)),
                "A comma is missing here."
            ),
            "two linesnor.ron, line 1, column 2: A comma is missing here."
        );
    }

    #[test]
    fn kit_is_named_while_there_is_room() {
        let is_short = |list: &str| list.len() <= 13;
        assert_eq!(things(&[], is_short), "No kit");
        assert_eq!(things(&["sloping board"], is_short), "Sloping board");
        assert_eq!(things(&["mat", "wall"], is_short), "Mat, wall");
        assert_eq!(
            things(&["mat", "wall", "loop band"], is_short),
            "Mat, wall +1"
        );
        let never = |_: &str| false;
        assert_eq!(things(&["mat", "wall", "loop band"], never), "3 things");
        assert_eq!(only("mat"), "Mat only");
    }
}
