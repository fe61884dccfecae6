//! How far one is on a way of several parts, and how well something fits.
use super::icon::{Icon, icon};
use crate::app::theme::size::radius;
use crate::app::theme::{self, Look, Tokens, Tone, type_role};
use iced::widget::text::Wrapping;
use iced::widget::{Row, Space, container, row};
use iced::{Border, Center, Element, Fill, Theme};

/// The parts of a way, with the one that one is `at`, counted from 0. Those before it have a tick.
pub fn steps<'a, Message: 'a, const N: usize>(
    look: Look,
    names: [&'a str; N],
    at: usize,
) -> Element<'a, Message> {
    let parts = names.into_iter().enumerate().map(|(index, name)| {
        let number: Element<'a, Message> = if index < at {
            icon(Icon::Check, 16.0).into()
        } else {
            type_role::STRONG
                .with_size(14.0)
                .text(look, (index + 1).to_string())
                .into()
        };
        let disc = container(number).center(26).style(move |theme: &Theme| {
            let tokens = Tokens::of(theme);
            let style = container::Style::default();
            if index <= at {
                style
                    .background(tokens.primary)
                    .color(tokens.on_primary)
                    .border(iced::border::rounded(radius::FULL))
            } else {
                style.color(tokens.ink_soft).border(Border {
                    color: tokens.control,
                    width: 1.0,
                    radius: radius::FULL.into(),
                })
            }
        });
        let role = if index == at {
            type_role::STRONG
        } else {
            type_role::LABEL
        };
        let label = role
            .text(look, name)
            .wrapping(Wrapping::None)
            .style(move |theme: &Theme| {
                if index == at {
                    theme::text::primary(theme)
                } else {
                    theme::text::soft(theme)
                }
            });
        let line = (index > 0).then(|| {
            container(Space::new())
                .width(24)
                .height(2)
                .style(theme::container::line)
        });
        row![line, disc, label].spacing(10).align_y(Center).into()
    });
    Row::with_children(parts).spacing(10).align_y(Center).into()
}

/// One strip for each of `all`, the first `done` in the tone.
fn strips<'a, Message: 'a>(
    done: usize,
    all: usize,
    tone: Tone,
    height: f32,
) -> Element<'a, Message> {
    let strips = (0..all).map(|index| {
        container(Space::new())
            .width(Fill)
            .height(height)
            .style(move |theme: &Theme| {
                let tokens = Tokens::of(theme);
                let colour = if index < done {
                    tokens.hue(tone).fill
                } else {
                    tokens.line
                };
                container::Style::default()
                    .background(colour)
                    .border(iced::border::rounded(radius::FULL))
            })
            .into()
    });
    Row::with_children(strips).spacing(4).into()
}

/// How many signs fit: a strip for each, in the hue of how well.
pub fn match_bar<'a, Message: 'a>(fitting: usize, all: usize, tone: Tone) -> Element<'a, Message> {
    strips(fitting, all.max(1), tone, 9.0)
}

/// How much of a goal is met: a strip for each part, in the hue of what it is.
pub fn goal_strips<'a, Message: 'a>(met: usize, all: usize, tone: Tone) -> Element<'a, Message> {
    strips(met, all, tone, 10.0)
}

/// How far one is among several pages.
pub fn progress_strips<'a, Message: 'a>(done: usize, all: usize) -> Element<'a, Message> {
    strips(done, all, Tone::Spruce, 8.0)
}
