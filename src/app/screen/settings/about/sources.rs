//! Everything that was read for what Kneewise says, with the pages that use it: to copy, and to open in the browser.

use std::collections::BTreeMap;

use iced::widget::{column, container, row};
use iced::{Center, Element, Fill, Padding};

use super::{Copied, soft};
use crate::app::screen::settings::{Message, SettingsScreen};
use crate::app::theme::size::gap;
use crate::app::theme::{self, type_role};
use crate::app::widget::{Icon, button, divider, icon_button};
use crate::exercise::Catalogue;
use crate::knee::{FlagId, Knowledge, RedFlag};
use crate::words::{about as words, conditions};

/// A source.
#[derive(Debug, Default)]
pub(super) struct Source<'a> {
    cite: &'a str,
    at: Option<&'a str>,
    /// The pages that use it.
    used: Vec<&'a str>,
}

/// All sources by what they are called, each once.
pub(super) fn sources<'a>(knowledge: &'a Knowledge, catalogue: &'a Catalogue) -> Vec<Source<'a>> {
    let conditions = knowledge.conditions().flat_map(|condition| {
        let references = condition.sources.iter();
        references.map(|source| {
            (
                source.cite.as_str(),
                source.web_address(),
                condition.name.as_str(),
            )
        })
    });
    let flags = FlagId::ALL.iter().flat_map(|id| {
        let flag = knowledge.flag(RedFlag {
            id: *id,
            level: id.gravest(),
        });
        let references = flag.sources.iter();
        references.map(|source| {
            (
                source.cite.as_str(),
                source.web_address(),
                flag.title.as_str(),
            )
        })
    });
    let exercises = catalogue.iter().flat_map(|exercise| {
        let references = exercise.sources.iter();
        references.map(|source| (source.as_str(), None, exercise.name.as_str()))
    });
    let mut all: BTreeMap<&str, Source<'_>> = BTreeMap::new();
    for (cite, at, page) in conditions.chain(flags).chain(exercises) {
        let source = all.entry(cite).or_default();
        source.cite = cite;
        source.at = source.at.or(at);
        if !source.used.contains(&page) {
            source.used.push(page);
        }
    }
    all.into_values().collect()
}

impl SettingsScreen {
    pub(super) fn source_list<'a>(&'a self, all: &[Source<'a>]) -> Element<'a, Message> {
        let copy_all = match self.copied {
            Some(Copied::Sources) => button(conditions::copied()).icon(Icon::Check),
            _ => button(conditions::copy_all(all.len())).icon(Icon::Copy),
        };
        let every = all.iter().map(|source| match source.at {
            Some(address) => format!("{} {address}\n", source.cite),
            None => format!("{}\n", source.cite),
        });
        let copy_all = copy_all
            .quiet()
            .small()
            .on_press(Message::Copy(Copied::Sources, every.collect()));
        let above = row![container(soft(conditions::offline())).width(Fill), copy_all]
            .spacing(gap::S)
            .align_y(Center);
        let mut rows = column![];
        for (index, source) in all.iter().enumerate() {
            rows = rows
                .push((index > 0).then(divider))
                .push(self.cited(index, source));
        }
        let rows = container(rows)
            .padding(Padding::from([gap::XXXS, gap::XXS]).left(gap::M))
            .width(Fill)
            .style(theme::container::card);
        column![above, rows].spacing(gap::XS).into()
    }

    fn cited<'a>(&self, index: usize, source: &Source<'a>) -> Element<'a, Message> {
        let copy = match self.copied {
            Some(Copied::Source(copied)) if copied == index => {
                icon_button(Icon::Check, conditions::copied())
            }
            _ => icon_button(Icon::Copy, conditions::copy_source()),
        };
        let text = match source.at {
            Some(address) => format!("{} {address}", source.cite),
            None => source.cite.to_owned(),
        };
        let copy = copy
            .small()
            .on_press(Message::Copy(Copied::Source(index), text));
        let open = source.at.map(|address| {
            icon_button(Icon::ExternalLink, conditions::open(address))
                .small()
                .on_press(Message::OpenAddress(address.to_owned()))
        });
        let used = type_role::caption(words::used_by(&source.used)).style(theme::text::soft);
        let said = column![type_role::small(source.cite), used];
        row![
            container(said.spacing(gap::XXXS))
                .width(Fill)
                .padding(Padding::ZERO.vertical(gap::XS)),
            copy,
            open,
        ]
        .spacing(gap::XXS)
        .align_y(Center)
        .into()
    }
}
