//! What the pages of routines and exercises have in common: reasons to leave them, and sources.

use iced::widget::{column, container, row};
use iced::{Center, Element, Fill, Padding};

use crate::app::theme::size::gap;
use crate::app::theme::{self, Tone, type_role};
use crate::app::widget::{Icon, icon};
use crate::words::page as words;

/// When to leave it for today, with what stands below. Nothing where there is no reason.
pub(super) fn leave_it<'a, Message: 'a>(
    reasons: &'a [String],
    below: Option<Element<'a, Message>>,
) -> Option<Element<'a, Message>> {
    if reasons.is_empty() {
        return None;
    }
    let lines = reasons.iter().map(|reason| {
        row![
            type_role::small("•"),
            type_role::small(reason.as_str()).width(Fill),
        ]
        .spacing(gap::XS)
        .into()
    });
    let content = column![
        row![
            icon(Icon::Hand, 22.0),
            type_role::strong(words::leave_it_if())
        ]
        .spacing(gap::S)
        .align_y(Center),
        column(lines).spacing(gap::XXS),
        below,
    ]
    .spacing(gap::XS);
    Some(
        container(content)
            .padding(Padding::from([gap::M, gap::M]))
            .width(Fill)
            .style(theme::container::banner(Tone::Sun))
            .into(),
    )
}

/// Where the facts come from. Nothing where nobody says.
pub(super) fn sources<'a, Message: 'a>(sources: &'a [String]) -> Option<Element<'a, Message>> {
    if sources.is_empty() {
        return None;
    }
    let lines = sources.iter().map(|source| {
        type_role::caption(source.as_str())
            .style(theme::text::faint)
            .into()
    });
    Some(
        column![
            type_role::strong(words::sources()),
            column(lines).spacing(gap::XXXS),
        ]
        .spacing(gap::XXXS)
        .into(),
    )
}
