//! How much of something fits, or is met.
use crate::app::theme::size::{gap, line, radius};
use crate::app::theme::{Tokens, Tone};
use iced::widget::{Row, Space, container};
use iced::{Element, Fill, FillPortion, Length, Theme};

/// How one strip looks.
#[derive(Clone, Copy)]
enum Strip {
    Done(Tone),
    Open,
    /// It may be left out.
    Extra,
}

fn strip<'a, Message: 'a>(
    strip: Strip,
    width: impl Into<Length>,
    height: f32,
) -> Element<'a, Message> {
    container(Space::new())
        .width(width)
        .height(height)
        .style(move |theme: &Theme| {
            let tokens = Tokens::of(theme);
            let rounded = iced::border::rounded(radius::FULL);
            match strip {
                Strip::Done(tone) => container::Style::default()
                    .background(tokens.hue(tone).fill)
                    .border(rounded),
                Strip::Open => container::Style::default()
                    .background(tokens.line)
                    .border(rounded),
                Strip::Extra => container::Style::default()
                    .border(rounded.color(tokens.control).width(line::HAIR)),
            }
        })
        .into()
}

/// How many signs fit: a strip for each, in the hue of how well.
pub fn match_bar<'a, Message: 'a>(fitting: usize, all: usize, tone: Tone) -> Element<'a, Message> {
    let strips = (0..all.max(1)).map(|index| match index < fitting {
        true => strip(Strip::Done(tone), Fill, 9.0),
        false => strip(Strip::Open, Fill, 9.0),
    });
    Row::with_children(strips).spacing(gap::XXS).into()
}

/// How much of a goal is met: a strip for each part in the hue of what it is, and hollow ones for what is a bonus.
pub fn goal_strips<'a, Message: 'a>(
    met: usize,
    (goal, bonus): (usize, usize),
    tone: Tone,
) -> Element<'a, Message> {
    let strips = (0..goal + bonus).map(|index| match index {
        _ if index < met => strip(Strip::Done(tone), Fill, 10.0),
        _ if index < goal => strip(Strip::Open, Fill, 10.0),
        _ => strip(Strip::Extra, Fill, 10.0),
    });
    Row::with_children(strips).spacing(gap::XXS).into()
}

/// A part of a whole, from 0 to 1, as a bar in a hue.
pub fn share_bar<'a, Message: 'a>(share: f32, tone: Tone) -> Element<'a, Message> {
    /// Parts of the whole bar.
    const PARTS: u16 = 1000;

    let done = (share.clamp(0.0, 1.0) * f32::from(PARTS)).round() as u16;
    let filled = (done > 0).then(|| strip(Strip::Done(tone), FillPortion(done), line::BAR));
    let open = (done < PARTS).then(|| strip(Strip::Open, FillPortion(PARTS - done), line::BAR));
    Row::with_children(filled.into_iter().chain(open)).into()
}
