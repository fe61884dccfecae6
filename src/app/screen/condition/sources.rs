//! Where the facts come from: to copy, and to open in the browser.

use iced::widget::{column, container, row};
use iced::{Center, Element, Fill, Padding};

use super::{ConditionPage, Copied, FEW_SOURCES, Message};
use crate::app::theme::size::{gap, target};
use crate::app::theme::{self, type_role};
use crate::app::widget::{Icon, button, divider, icon_button};
use crate::knee::Reference;
use crate::words::conditions as words;

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

    pub(super) fn sources(&self) -> Option<Element<'_, Message>> {
        let all = self.condition().sources.len();
        let shown = self.shown_sources();
        if shown.is_empty() {
            return None;
        }
        let copy_all = (all > 1).then(|| {
            let copy_all = match self.copied {
                Some(Copied::Sources) => button(words::copied()).icon(Icon::Check),
                _ => button(words::copy_all(all)).icon(Icon::Copy),
            };
            copy_all.quiet().small().on_press(Message::CopySources)
        });
        let mut rows = column![];
        for (index, source) in shown.iter().enumerate() {
            if index > 0 {
                rows = rows.push(divider());
            }
            rows = rows.push(self.source(index, source));
        }
        let more = (shown.len() < all).then(|| {
            button(words::show_more(all - shown.len()))
                .quiet()
                .small()
                .on_press(Message::MoreSources)
        });
        let is_any_open = shown.iter().any(|source| source.web_address().is_some());
        let below = (is_any_open || more.is_some()).then(|| {
            let offline = if is_any_open { words::offline() } else { "" };
            row![
                type_role::caption(offline)
                    .style(theme::text::soft)
                    .width(Fill),
                more,
            ]
            .spacing(gap::S)
            .align_y(Center)
        });
        let list = column![
            row![type_role::title_3(words::sources()).width(Fill), copy_all,].align_y(Center),
            container(rows)
                .padding(Padding::from([gap::XXXS, gap::XXS]).left(gap::M))
                .width(Fill)
                .style(theme::container::card),
            below,
        ];
        Some(list.spacing(gap::XS).into())
    }

    fn source<'a>(&'a self, index: usize, source: &'a Reference) -> Element<'a, Message> {
        let copy = match self.copied {
            Some(Copied::Source(copied)) if copied == index => {
                icon_button(Icon::Check, words::copied())
            }
            _ => icon_button(Icon::Copy, words::copy_source()),
        };
        let copy = copy
            .small()
            .icon_size(17.0)
            .on_press(Message::CopySource(index));
        let open = source.web_address().map(|address| {
            icon_button(Icon::ExternalLink, words::open(address))
                .small()
                .icon_size(17.0)
                .on_press(Message::OpenSource(index))
        });
        row![
            container(type_role::small(source.cite.as_str()))
                .width(Fill)
                .padding(Padding::ZERO.vertical(gap::XS)),
            copy,
            open,
            iced::widget::Space::new().height(target::NORMAL),
        ]
        .spacing(gap::XXS)
        .align_y(Center)
        .into()
    }
}
