//! Where the facts come from: to copy, and to open in the browser.

use iced::widget::{column, container, row};
use iced::{Center, Element, Fill, Padding};

use super::{ConditionPage, Copied, FEW_SOURCES, Message};
use crate::app::theme::size::{space as distance, target};
use crate::app::theme::{self, Presentation, type_role};
use crate::app::widget::{Icon, button, divider, icon_button};
use crate::knee::Reference;
use crate::words::conditions as words;

/// The address of a source, where it is one that a browser opens.
pub(super) fn address(source: &Reference) -> Option<&str> {
    let address = source.at.as_deref()?;
    let is_of_the_web = address.starts_with("https://") || address.starts_with("http://");
    is_of_the_web.then_some(address)
}

impl ConditionPage {
    fn shown_sources(&self) -> &[Reference] {
        let all = &self.condition().sources;
        // One more fits where the button would be.
        if self.has_all_sources || all.len() <= FEW_SOURCES + 1 {
            all
        } else {
            all.get(..FEW_SOURCES).unwrap_or(all)
        }
    }

    /// The messages of what can be done with sources, in order.
    pub(super) fn source_stops(&self) -> Vec<Message> {
        let shown = self.shown_sources();
        let mut stops = Vec::new();
        if shown.len() > 1 {
            stops.push(Message::CopySources);
        }
        for (index, source) in shown.iter().enumerate() {
            stops.push(Message::CopySource(index));
            if address(source).is_some() {
                stops.push(Message::OpenSource(index));
            }
        }
        if shown.len() < self.condition().sources.len() {
            stops.push(Message::MoreSources);
        }
        stops
    }

    pub(super) fn sources(&self, look: Presentation) -> Option<Element<'_, Message>> {
        let all = self.condition().sources.len();
        let shown = self.shown_sources();
        if shown.is_empty() {
            return None;
        }
        let copy_all = (all > 1).then(|| {
            let copy_all = match self.copied {
                Some(Copied::Sources) => button(look, words::copied()).icon(Icon::Check),
                _ => button(look, words::copy_all(all)).icon(Icon::Copy),
            };
            let copy_all = copy_all
                .quiet()
                .small()
                .focused(self.focus.is_on(&Message::CopySources))
                .on_press(Message::CopySources);
            self.here(Message::CopySources, copy_all)
        });
        let mut rows = column![];
        for (index, source) in shown.iter().enumerate() {
            if index > 0 {
                rows = rows.push(divider());
            }
            rows = rows.push(self.source(index, source, look));
        }
        let more = (shown.len() < all).then(|| {
            let more = button(look, words::show_more(all - shown.len()))
                .quiet()
                .small()
                .focused(self.focus.is_on(&Message::MoreSources))
                .on_press(Message::MoreSources);
            self.here(Message::MoreSources, more)
        });
        let is_any_open = shown.iter().any(|source| address(source).is_some());
        let below = (is_any_open || more.is_some()).then(|| {
            let offline = if is_any_open { words::offline() } else { "" };
            row![
                type_role::caption(look, offline)
                    .style(theme::text::soft)
                    .width(Fill),
                more,
            ]
            .spacing(distance::S)
            .align_y(Center)
        });
        let list = column![
            row![
                type_role::title_3(look, words::sources()).width(Fill),
                copy_all,
            ]
            .align_y(Center),
            container(rows)
                .padding(Padding::from([2, 6]).left(18))
                .width(Fill)
                .style(theme::container::card),
            below,
        ];
        Some(list.spacing(6).into())
    }

    fn source<'a>(
        &'a self,
        index: usize,
        source: &'a Reference,
        look: Presentation,
    ) -> Element<'a, Message> {
        let copy = match self.copied {
            Some(Copied::Source(copied)) if copied == index => {
                icon_button(look, Icon::Check, words::copied())
            }
            _ => icon_button(look, Icon::Copy, words::copy_source()),
        };
        let copy = copy
            .small()
            .icon_size(17.0)
            .focused(self.focus.is_on(&Message::CopySource(index)))
            .on_press(Message::CopySource(index));
        let open = address(source).map(|address| {
            let open = icon_button(look, Icon::ExternalLink, words::open(address))
                .small()
                .icon_size(17.0)
                .focused(self.focus.is_on(&Message::OpenSource(index)))
                .on_press(Message::OpenSource(index));
            self.here(Message::OpenSource(index), open)
        });
        row![
            container(type_role::small(look, source.cite.as_str()))
                .width(Fill)
                .padding(Padding::ZERO.vertical(8)),
            self.here(Message::CopySource(index), copy),
            open,
            iced::widget::Space::new().height(target::NORMAL),
        ]
        .spacing(distance::XXS)
        .align_y(Center)
        .into()
    }
}
