//! The one scale pain is told on, 0 to 10.
use crate::app::control::{Kind, control, roving};
use crate::app::theme::size::{gap, radius};
use crate::app::theme::{self, Tone, type_role};
use iced::widget::text::{Fragment, Wrapping};
use iced::widget::{column, container, row, space};
use iced::{Center, Element, Fill, FillPortion};

/// The highest score.
pub const WORST: u8 = 10;

/// How high a score's button is where one knee is asked about, and where both are, in logical pixels.
const HEIGHT: f32 = 56.0;
const HEIGHT_OF_TWO: f32 = 46.0;

/// The scale of one knee.
#[derive(Debug, Clone, Copy)]
pub struct Scale<'a> {
    /// Which, before it.
    pub label: &'a str,
    /// The same in full.
    pub name: &'a str,
    /// The score that was chosen.
    pub chosen: Option<u8>,
    /// Whether a digit would be about this one of several.
    pub takes_keys: bool,
}

/// The hue of a score: 0 to 2 fine, 3 to 5 careful, 6 to 10 ease off.
pub fn pain_tone(score: u8) -> Tone {
    match score {
        0..=2 => Tone::Spruce,
        3..=5 => Tone::Sun,
        _ => Tone::Ember,
    }
}

/// Eleven buttons in three groups for each knee, with a caption under each group. `on_choose` is given which of the
/// scales, and the score.
pub fn pain_scale<'a, Message: Clone + 'a>(
    scales: impl IntoIterator<Item = Scale<'a>>,
    captions: [Fragment<'a>; 3],
    on_choose: impl Fn(usize, u8) -> Message + 'a,
) -> Element<'a, Message> {
    let scales: Vec<_> = scales.into_iter().collect();
    let widths = scales
        .iter()
        .map(|scale| type_role::STRONG.measure(scale.label).width);
    let label = widths.fold(0.0, f32::max).ceil();
    let height = if scales.len() > 1 {
        HEIGHT_OF_TWO
    } else {
        HEIGHT
    };
    let rows = scales.into_iter().enumerate().map(|(index, scale)| {
        let choose = |score| on_choose(index, score);
        let role = if scale.takes_keys {
            type_role::STRONG
        } else {
            type_role::LABEL
        };
        row![
            container(role.text(scale.label)).width(label),
            scores(scale, &captions, height, choose),
        ]
        .spacing(gap::M)
        .align_y(Center)
        .into()
    });
    let rows = column(rows).spacing(gap::XS);

    // As many parts as the group has scores.
    let [fine, careful, ease_off] = captions;
    let caption = |text, scores| {
        type_role::caption(text)
            .style(theme::text::soft)
            .width(FillPortion(scores))
    };
    let captions = row![
        space::horizontal().width(label),
        row![caption(fine, 3), caption(careful, 3), caption(ease_off, 5)].spacing(gap::XXS),
    ]
    .spacing(gap::M);

    column![rows, captions].spacing(gap::XS).into()
}

/// The same scale in rows of four.
pub fn pain_grid<'a, Message: Clone + 'a>(
    scale: Scale<'a>,
    captions: &[Fragment<'a>; 3],
    on_choose: impl Fn(u8) -> Message,
) -> Element<'a, Message> {
    const COLUMNS: u8 = 4;
    const HEIGHT: f32 = 48.0;

    let rows = (0..=WORST).step_by(usize::from(COLUMNS)).map(|first| {
        let cells = (first..first + COLUMNS).map(|score| match score {
            0..=WORST => button(scale, score, captions, HEIGHT, on_choose(score)),
            _ => space::horizontal().into(),
        });
        row(cells).spacing(gap::XS).into()
    });
    roving(Kind::Choices, scale.name, column(rows).spacing(gap::XS))
}

fn scores<'a, Message: Clone + 'a>(
    scale: Scale<'a>,
    captions: &[Fragment<'a>; 3],
    height: f32,
    on_choose: impl Fn(u8) -> Message,
) -> Element<'a, Message> {
    let scores = (0..=WORST).map(|score| button(scale, score, captions, height, on_choose(score)));
    roving(Kind::Choices, scale.name, row(scores).spacing(gap::XXS))
}

/// The button of one score.
fn button<'a, Message: Clone + 'a>(
    scale: Scale<'a>,
    score: u8,
    captions: &[Fragment<'a>; 3],
    height: f32,
    on_press: Message,
) -> Element<'a, Message> {
    let tone = pain_tone(score);
    let meaning = match tone {
        Tone::Spruce => &captions[0],
        Tone::Sun => &captions[1],
        _ => &captions[2],
    };
    let number = container(
        type_role::TITLE_3
            .with_size(19.0)
            .text(score)
            .wrapping(Wrapping::None),
    )
    .center(Fill);
    let button = iced::widget::button(number)
        .width(Fill)
        .height(height)
        .padding(0)
        .on_press(on_press);

    let is_chosen = scale.chosen == Some(score);
    let button = if is_chosen {
        button.style(theme::button::score_on(tone))
    } else {
        button.style(theme::button::score(tone))
    };
    control(Kind::Choice(is_chosen), button)
        .name(format!("{score}, {meaning}"))
        .radius(radius::CONTROL)
        .into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_is_where_care_begins_and_six_where_easing_off_does() {
        let tones: Vec<Tone> = (0..=WORST).map(pain_tone).collect();

        assert_eq!(tones[..3], [Tone::Spruce; 3]);
        assert_eq!(tones[3..6], [Tone::Sun; 3]);
        assert_eq!(tones[6..], [Tone::Ember; 5]);
    }
}
