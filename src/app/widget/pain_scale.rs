//! The one scale pain is told on, 0 to 10.
use crate::app::control::{Kind, control, roving};
use crate::app::theme::size::{gap, radius};
use crate::app::theme::{self, Presentation, Tone, type_role};
use iced::widget::text::{Fragment, Wrapping};
use iced::widget::{column, container, row};
use iced::{Element, Fill, FillPortion};

/// The highest score.
pub const WORST: u8 = 10;

/// How high a score's button is, in logical pixels.
const HEIGHT: f32 = 56.0;

/// The hue of a score: 0 to 2 fine, 3 to 5 careful, 6 to 10 ease off.
pub fn pain_tone(score: u8) -> Tone {
    match score {
        0..=2 => Tone::Spruce,
        3..=5 => Tone::Sun,
        _ => Tone::Ember,
    }
}

/// Eleven buttons in three groups, with a caption under each group.
pub fn pain_scale<'a, Message: Clone + 'a>(
    look: Presentation,
    name: &'a str,
    chosen: Option<u8>,
    captions: [Fragment<'a>; 3],
    on_choose: impl Fn(u8) -> Message + 'a,
) -> Element<'a, Message> {
    let meaning = |score: u8| match pain_tone(score) {
        Tone::Spruce => &captions[0],
        Tone::Sun => &captions[1],
        _ => &captions[2],
    };
    let scores = row((0..=WORST).map(|score| {
        let tone = pain_tone(score);
        let number = container(
            type_role::TITLE_3
                .with_size(19.0)
                .text(look, score)
                .wrapping(Wrapping::None),
        )
        .center(Fill);
        let button = iced::widget::button(number)
            .width(Fill)
            .height(HEIGHT)
            .padding(0)
            .on_press(on_choose(score));

        let is_chosen = chosen == Some(score);
        let button = if is_chosen {
            button.style(theme::button::score_on(tone))
        } else {
            button.style(theme::button::score(tone))
        };
        control(Kind::Choice(is_chosen), button)
            .name(format!("{score}, {}", meaning(score)))
            .radius(radius::CONTROL)
            .into()
    }))
    .spacing(gap::XS);
    let scores = roving(Kind::Choices, name, scores);

    // As many parts as the group has scores.
    let [fine, careful, ease_off] = captions;
    let caption = |text, scores| {
        type_role::caption(look, text)
            .style(theme::text::soft)
            .width(FillPortion(scores))
    };

    column![
        scores,
        row![caption(fine, 3), caption(careful, 3), caption(ease_off, 5)].spacing(gap::XS),
    ]
    .spacing(gap::XS)
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
