//! What the Progress screen says, its charts in words included.

/// What the chart of pain says without scores.
pub const NO_SCORES: &str = "Rate your knees after a session and the trend appears here.";

/// Pain while there is too little to say where it goes.
pub fn pain_early(last: u8) -> String {
    format!("{last} last time. From two weeks of scores on, this says where they go.")
}

/// Pain that stays where it is.
pub fn pain_steady(around: u8) -> String {
    format!("Steady, around {around}.")
}

/// Pain that has become less. `since` is a day.
pub fn pain_down(from: u8, to: u8, since: &str) -> String {
    format!("Down from about {from} to about {to} since {since}.")
}

/// Pain that has become more.
pub fn pain_up(from: u8, to: u8, since: &str) -> String {
    format!(
        "Up from about {from} to about {to} since {since}. Take it easier; if it stays, check the knee map."
    )
}

/// Months in full.
const MONTHS: [&str; 12] = [
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
];

/// Months in charts.
const SHORT_MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// A month, from 1.
pub fn month(month: i8) -> &'static str {
    named(month, &MONTHS)
}

/// A month in charts, from 1.
pub fn short_month(month: i8) -> &'static str {
    named(month, &SHORT_MONTHS)
}

fn named(month: i8, names: &[&'static str; 12]) -> &'static str {
    usize::try_from(month - 1)
        .ok()
        .and_then(|index| names.get(index).copied())
        .unwrap_or_default()
}

/// A day within a sentence: "1 November", with the year where that is another one.
pub fn since(day: i8, month: i8, year: Option<i16>) -> String {
    let name = self::month(month);
    match year {
        Some(year) => format!("{day} {name} {year}"),
        None => format!("{day} {name}"),
    }
}
