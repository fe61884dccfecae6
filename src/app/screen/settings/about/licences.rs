//! The licences of everything that is inside the program.

use std::collections::BTreeMap;

use iced::Element;
use iced::widget::column;

use super::soft;
use crate::app::screen::settings::Message;
use crate::app::screen::settings::section::group;
use crate::app::theme::size::gap;
use crate::app::theme::type_role;
use crate::words::about as words;

/// Every library that is inside: name, version and licence. `examples/licences.rs` writes it.
const INSIDE: &str = include_str!("../../../../../assets/licences/inside.tsv");
const MIT: &str = include_str!("../../../../../LICENSE-MIT");
const APACHE: &str = include_str!("../../../../../LICENSE-APACHE");
const INTER: &str = include_str!("../../../../../assets/licences/inter.txt");
const LUCIDE: &str = include_str!("../../../../../assets/licences/lucide.txt");

/// Name, version and licence of every library.
fn inside() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    INSIDE.lines().filter_map(|line| {
        let mut parts = line.split('\t');
        Some((parts.next()?, parts.next()?, parts.next()?))
    })
}

/// How many libraries there are.
pub(super) fn count() -> usize {
    inside().count()
}

/// Kneewise's own.
pub(super) fn own<'a>() -> Element<'a, Message> {
    texts([("MIT", MIT), ("Apache 2.0", APACHE)])
}

/// Those of the fonts and icons.
pub(super) fn fonts<'a>() -> Element<'a, Message> {
    texts([("Inter", INTER), ("Lucide", LUCIDE)])
}

/// The libraries by their licences, those of most libraries first.
pub(super) fn libraries<'a>() -> Element<'a, Message> {
    let mut by_licence: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (name, version, licence) in inside() {
        let libraries = by_licence.entry(licence).or_default();
        libraries.push(format!("{name} {version}"));
    }
    let mut by_licence: Vec<_> = by_licence.into_iter().collect();
    by_licence.sort_by_key(|(_, libraries)| std::cmp::Reverse(libraries.len()));
    let rows = by_licence.into_iter().map(|(licence, libraries)| {
        let ways: Vec<_> = licence.split(" OR ").collect();
        column![
            type_role::label(words::licence(&ways)),
            soft(words::libraries_of(&libraries))
        ]
        .spacing(gap::XXXS)
        .into()
    });
    group(None, rows)
}

/// Texts as they were published, each below its name. Lines are as long as there is room.
fn texts<'a>(all: [(&'a str, &'static str); 2]) -> Element<'a, Message> {
    let groups = all.map(|(title, text)| {
        let paragraphs = text.replace("\r\n", "\n");
        let paragraphs: Vec<_> = paragraphs
            .split("\n\n")
            .map(|paragraph| paragraph.split_whitespace().collect::<Vec<_>>().join(" "))
            .filter(|paragraph| !paragraph.is_empty())
            .collect();
        group(Some(title), [soft(paragraphs.join("\n\n")).into()])
    });
    column(groups).spacing(gap::L).into()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    const LOCK: &str = include_str!("../../../../../Cargo.lock");
    const BESIDE: &str = include_str!("../../../../../assets/licences/beside.tsv");

    #[test]
    fn the_libraries_are_those_of_the_lock_file() {
        let packages = LOCK.split("[[package]]");
        let packages = packages.filter(|package| package.contains("\nsource = "));
        let value = |package: &'static str, key: &str| {
            let line = package.lines().find_map(|line| line.strip_prefix(key));
            line.unwrap_or_default().trim_matches('"')
        };
        let locked: BTreeSet<_> = packages
            .map(|package| (value(package, "name = "), value(package, "version = ")))
            .collect();
        let beside = BESIDE.lines().filter_map(|line| line.split_once('\t'));
        let inside = super::inside().map(|(name, version, _)| (name, version));
        let written: BTreeSet<_> = inside.chain(beside).collect();
        let apart: Vec<_> = locked.symmetric_difference(&written).collect();
        assert!(
            apart.is_empty(),
            "run `cargo run --example licences`: {apart:?}"
        );
    }
}
