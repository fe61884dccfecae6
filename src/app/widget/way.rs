//! One bar for the whole way through the knee map.

use iced::widget::text::{IntoFragment, Wrapping};
use iced::widget::{Row, Space, column, container, row, space};
use iced::{Element, FillPortion, Theme};

use crate::app::theme::size::{gap, line, radius};
use crate::app::theme::{self, Tokens, type_role};
use crate::words::knee_map as words;

/// A part of the way through the knee map.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)] // The names say it.
pub enum Part {
    Mark,
    AboutYou,
    Checks,
    Questions,
    Result,
}

impl Part {
    const ALL: [Self; 5] = [
        Self::Mark,
        Self::AboutYou,
        Self::Checks,
        Self::Questions,
        Self::Result,
    ];

    /// How wide its strip is beside the others.
    fn portion(self) -> u16 {
        match self {
            Self::Mark => 12,
            Self::AboutYou | Self::Result => 10,
            Self::Checks | Self::Questions => 16,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Mark => words::mark(),
            Self::AboutYou => words::about_you_part(),
            Self::Checks => words::checks(),
            Self::Questions => words::questions(),
            Self::Result => words::result(),
        }
    }
}

/// Up to this width of the window, in logical pixels, the bar is narrower.
const NARROW: f32 = 960.0;
/// In a narrower window, in logical pixels, the part is not named.
const LEAST_FOR_NAME: f32 = 720.0;

/// How far one is: `within` a part, from 0 to 1, with where exactly in words, in a window of this width.
pub fn way<'a, Message: 'a>(
    at: Part,
    within: f32,
    caption: impl IntoFragment<'a>,
    window: f32,
) -> Element<'a, Message> {
    let strips = Part::ALL.map(|part| {
        let done = match part.cmp(&at) {
            std::cmp::Ordering::Less => 1.0,
            std::cmp::Ordering::Equal => within.clamp(0.0, 1.0),
            std::cmp::Ordering::Greater => 0.0,
        };
        strip(done, part.portion())
    });
    // Where there is little room, where exactly one is says it all.
    let name = (window >= LEAST_FOR_NAME).then(|| {
        type_role::LABEL
            .with_font(theme::font::SEMIBOLD)
            .text(at.name())
            .style(theme::text::primary)
    });
    let above = row![
        name,
        space::horizontal(),
        type_role::label(caption)
            .style(theme::text::soft)
            .wrapping(Wrapping::None),
    ];
    column![above, Row::with_children(strips).spacing(gap::XXS)]
        .spacing(gap::XS)
        .width((0.375 * window).min(if window < NARROW { 300.0 } else { 400.0 }))
        .into()
}

fn strip<'a, Message: 'a>(done: f32, portion: u16) -> Element<'a, Message> {
    const PARTS: f32 = 100.0;
    let filled = (done * PARTS).round() as u16;
    let bar = (filled > 0).then(|| {
        container(Space::new())
            .width(FillPortion(filled))
            .height(line::BAR)
            .style(|theme: &Theme| {
                container::Style::default()
                    .background(Tokens::of(theme).primary)
                    .border(iced::border::rounded(radius::FULL))
            })
    });
    let rest = (filled < PARTS as u16).then(|| {
        Space::new()
            .width(FillPortion(PARTS as u16 - filled))
            .height(line::BAR)
    });
    container(row![bar, rest])
        .width(FillPortion(portion))
        .style(|theme: &Theme| {
            container::Style::default()
                .background(Tokens::of(theme).line)
                .border(iced::border::rounded(radius::FULL))
        })
        .into()
}
