//! How much of something fits, or is met.
use crate::app::theme::size::{gap, radius};
use crate::app::theme::{Tokens, Tone};
use iced::widget::{Row, Space, container};
use iced::{Element, Fill, Theme};

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
    Row::with_children(strips).spacing(gap::XXS).into()
}

/// How many signs fit: a strip for each, in the hue of how well.
pub fn match_bar<'a, Message: 'a>(fitting: usize, all: usize, tone: Tone) -> Element<'a, Message> {
    strips(fitting, all.max(1), tone, 9.0)
}

/// How much of a goal is met: a strip for each part, in the hue of what it is.
pub fn goal_strips<'a, Message: 'a>(met: usize, all: usize, tone: Tone) -> Element<'a, Message> {
    strips(met, all, tone, 10.0)
}
