//! Things to do, with what to leave below them.

use iced::widget::{column, container, row};
use iced::{Element, Fill, Padding};

use crate::app::screen::advice_icon::icon_of;
use crate::app::theme::size::{gap, radius};
use crate::app::theme::{self, Tone, type_role};
use crate::app::widget::{Icon, divider, icon};
use crate::knee::{Advice, AdviceKind};
use crate::words::conditions as words;

/// The side of the ground of an icon, in logical pixels.
const GROUND: f32 = 36.0;

/// A card of things to do, with what to leave at its end.
pub(super) fn advice<'a, Message: 'a>(
    title: &'a str,
    lines: &'a [Advice],
    leave: &'a [String],
) -> Element<'a, Message> {
    let lines = lines.iter().map(|line| thing(line));
    let leave = (!leave.is_empty()).then(|| {
        let line = row![
            icon(Icon::Ban, 18.0).style(theme::text::tone(Tone::Sun)),
            column![
                type_role::SMALL
                    .with_font(theme::font::SEMIBOLD)
                    .text(words::leave_for_now()),
                type_role::small(words::list(leave)),
            ]
            .width(Fill),
        ]
        .spacing(gap::S);
        column![divider(), line].spacing(gap::S)
    });
    container(
        column![
            type_role::title_3(title),
            column(lines).spacing(gap::S),
            leave,
        ]
        .spacing(gap::S),
    )
    .padding(Padding::from([gap::M, gap::L]))
    .width(Fill)
    .style(theme::container::panel)
    .into()
}

fn thing<'a, Message: 'a>(line: &'a Advice) -> Element<'a, Message> {
    let tone = match line.kind {
        AdviceKind::Call | AdviceKind::Ask | AdviceKind::Avoid => Tone::Ember,
        _ => Tone::Spruce,
    };
    let how = (!line.how.is_empty()).then(|| {
        type_role::SMALL
            .with_line(1.4)
            .text(line.how.as_str())
            .style(theme::text::soft)
    });
    let words = column![
        type_role::STRONG.with_line(1.3).text(line.what.as_str()),
        how
    ]
    .width(Fill);
    row![
        container(icon(icon_of(line.kind), 19.0))
            .center_x(GROUND)
            .center_y(GROUND)
            .style(theme::container::soft(tone, radius::SMALL)),
        // One line alone stands beside the middle of its icon.
        container(words).padding(Padding::ZERO.top(if line.how.is_empty() { 8.0 } else { 0.0 })),
    ]
    .spacing(gap::M)
    .into()
}
