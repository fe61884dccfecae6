//! What differs from language to language besides its sentences: lists, plurals, numbers, dates and capitals.

use std::borrow::Cow;

use jiff::civil::Date;

use super::language::{phrase, text};

/// Which form of a sentence goes with a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Plural {
    /// Exactly one thing.
    One,
    /// None of it, or several.
    Other,
}

/// The form that goes with so many things.
pub fn plural(count: usize) -> Plural {
    if count == 1 {
        Plural::One
    } else {
        Plural::Other
    }
}

/// Several things: "mat, wall, chair".
pub fn list(things: impl IntoIterator<Item = impl AsRef<str>>) -> String {
    joined(things, ", ")
}

/// Several things that may have commas of their own: "it swells; it is hot, red or sore".
pub fn clauses(clauses: impl IntoIterator<Item = impl AsRef<str>>) -> String {
    joined(clauses, "; ")
}

/// Several names that each begin with a capital, in one line: "On or behind the kneecap, outer joint line". Where one of
/// them has a comma, semicolons part them.
pub fn names<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    let names: Vec<Cow<'a, str>> = names
        .into_iter()
        .enumerate()
        .map(|(index, name)| match index {
            0 => name.into(),
            _ => lower_first(name),
        })
        .collect();
    if names.iter().any(|name| name.contains(',')) {
        clauses(names)
    } else {
        list(names)
    }
}

/// Facts about one thing in a line: "8:20 · 12 min · 3 of 5 steps".
pub fn facts(facts: impl IntoIterator<Item = impl AsRef<str>>) -> String {
    joined(facts, " · ")
}

/// Short facts as if each were a sentence, without a full stop behind the last: "3 sets. 10 reps. Each side".
pub fn short_sentences(facts: impl IntoIterator<Item = impl AsRef<str>>) -> String {
    joined(facts, ". ")
}

/// Things to do as sentences, each with its full stop.
pub fn sentences(things: impl IntoIterator<Item = impl AsRef<str>>) -> String {
    let things = things.into_iter();
    let with_stop = things.map(|thing| match thing.as_ref() {
        thing if thing.ends_with(['.', '?']) => thing.to_owned(),
        thing => format!("{thing}."),
    });
    joined(with_stop, " ")
}

fn joined(parts: impl IntoIterator<Item = impl AsRef<str>>, between: &str) -> String {
    let mut text = String::new();
    for (index, part) in parts.into_iter().enumerate() {
        if index > 0 {
            text.push_str(between);
        }
        text.push_str(part.as_ref());
    }
    text
}

/// Whether a word names a person, and keeps its large letter anywhere.
fn is_person(word: &str) -> bool {
    ["Achilles", "Baker", "Gerdy", "Hoffa", "Osgood", "Sinding"]
        .map(text)
        .contains(&word)
}

/// A name inside a sentence: "runner’s knee", but "IT band pain" and "Baker’s cyst" stay.
pub fn lower_first(name: &str) -> Cow<'_, str> {
    let end = name.find(|letter: char| !letter.is_alphabetic());
    let word = &name[..end.unwrap_or(name.len())];
    let mut letters = word.chars();
    let Some(first) = letters.next().filter(|first| first.is_uppercase()) else {
        return name.into();
    };
    let is_plain = word == text("A") || letters.next().is_some_and(char::is_lowercase);
    if !is_plain || is_person(word) {
        return name.into();
    }
    format!("{}{}", first.to_lowercase(), &name[first.len_utf8()..]).into()
}

/// The same at the beginning of a line, with its first letter large.
pub fn upper_first(name: &str) -> String {
    let mut letters = name.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

/// A number with one digit behind the point, or none where that is 0.
pub fn number(value: f32) -> String {
    let tenths = (value * 10.0).round() / 10.0;
    format!("{tenths}")
}

/// A small number as a word, a larger one in digits.
pub fn number_word(number: usize) -> String {
    let words = [
        "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve",
    ]
    .map(text);
    words
        .get(number)
        .map_or_else(|| number.to_string(), |word| (*word).to_owned())
}

/// A day within a sentence: "1 November", with the year where `beside` lies in another one.
pub fn date(date: Date, beside: Date) -> String {
    let (day, month) = (date.day(), month(date.month()));
    if date.year() == beside.year() {
        format!("{day} {month}")
    } else {
        format!("{day} {month} {}", date.year())
    }
}

/// A day with its name: "Sunday 1 November".
pub fn named_date(date: Date, beside: Date) -> String {
    format!("{} {}", weekday(date), self::date(date, beside))
}

/// A day beside today, at the beginning of a line: "Today", "Yesterday", "Sunday 1 November".
pub fn day(date: Date, today: Date) -> String {
    if date == today {
        text("Today").to_owned()
    } else if date.tomorrow().ok() == Some(today) {
        text("Yesterday").to_owned()
    } else {
        named_date(date, today)
    }
}

/// A day with its year: "1 November 2026".
pub fn full_date(date: Date) -> String {
    format!("{} {}", self::date(date, date), date.year())
}

/// A day in charts: "2 Nov".
pub fn short_date(day: Date) -> String {
    format!("{} {}", day.day(), short_month(day.month()))
}

/// A month with its year: "November 2026".
pub fn month_of(day: Date) -> String {
    format!("{} {}", month(day.month()), day.year())
}

/// From one month to another of the same year: "July to September 2026".
pub fn months_of(first: Date, last: Date) -> String {
    phrase!("{} to {}", month(first.month()), month_of(last))
}

/// From one month to another, each with its year.
pub fn from_to(from: Date, to: Date) -> String {
    phrase!("{} to {}", month_of(from), month_of(to))
}

/// A year.
pub fn year(day: Date) -> String {
    day.year().to_string()
}

/// A month, from 1.
pub fn month(month: i8) -> &'static str {
    text(named(
        month,
        &[
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ],
    ))
}

/// A month in charts, from 1.
pub fn short_month(month: i8) -> &'static str {
    text(named(
        month,
        &[
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ],
    ))
}

fn named(month: i8, names: &[&'static str; 12]) -> &'static str {
    usize::try_from(month - 1)
        .ok()
        .and_then(|index| names.get(index).copied())
        .unwrap_or_default()
}

/// The name of a day.
pub fn weekday(date: Date) -> &'static str {
    let names = [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ]
    .map(text);
    names[usize::from(date.weekday().to_monday_zero_offset().unsigned_abs()) % names.len()]
}

/// The days in short, Monday first.
pub fn short_weekdays() -> [&'static str; 7] {
    ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].map(text)
}

/// The first letters of the days, Monday first.
pub fn weekday_letters() -> [&'static str; 7] {
    ["M", "T", "W", "T", "F", "S", "S"].map(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date as day;

    #[test]
    fn names_fit_into_sentences() {
        for (name, within) in [
            ("Runner’s knee", "runner’s knee"),
            ("IT band pain", "IT band pain"),
            ("A quinolone antibiotic", "a quinolone antibiotic"),
            ("I cannot point to it", "I cannot point to it"),
            ("Osgood-Schlatter", "Osgood-Schlatter"),
            ("Sinding-Larsen-Johansson", "Sinding-Larsen-Johansson"),
            ("Baker’s cyst", "Baker’s cyst"),
            ("", ""),
        ] {
            assert_eq!(lower_first(name), within);
        }
        assert_eq!(upper_first("sloping board"), "Sloping board");
        assert_eq!(upper_first(""), "");
    }

    #[test]
    fn lists_are_parted_by_what_is_in_them() {
        assert_eq!(list(["mat", "wall"]), "mat, wall");
        assert_eq!(list([""; 0]), "");
        assert_eq!(clauses(["it swells", "hot, red"]), "it swells; hot, red");
        assert_eq!(
            names(["On or behind the kneecap", "Outer joint line"]),
            "On or behind the kneecap, outer joint line"
        );
        assert_eq!(sentences(["Rest", "Cool it."]), "Rest. Cool it.");
    }

    #[test]
    fn one_is_not_many() {
        assert_eq!(
            [0, 1, 2].map(plural),
            [Plural::Other, Plural::One, Plural::Other]
        );
        assert_eq!(number_word(12), "twelve");
        assert_eq!(number_word(13), "13");
        assert_eq!(number(2.04), "2");
        assert_eq!(number(2.06), "2.1");
    }

    #[test]
    fn a_year_is_named_where_it_is_another() {
        let today = day(2026, 11, 25);
        assert_eq!(date(day(2026, 11, 1), today), "1 November");
        assert_eq!(date(day(2025, 11, 1), today), "1 November 2025");
        assert_eq!(named_date(day(2026, 11, 1), today), "Sunday 1 November");
        assert_eq!(full_date(day(2026, 11, 1)), "1 November 2026");
        assert_eq!(short_date(day(2026, 11, 2)), "2 Nov");
        assert_eq!(
            months_of(day(2026, 7, 1), day(2026, 9, 1)),
            "July to September 2026"
        );
    }
}
