//! Colours of text. Where none is given, text wears the colour of the container or button it is in.
use super::{Tokens, Tone};
use iced::Theme;
use iced::widget::text::Style;

/// Supporting text.
pub fn soft(theme: &Theme) -> Style {
    colour(Tokens::of(theme).ink_soft)
}

/// Captions.
pub fn faint(theme: &Theme) -> Style {
    colour(Tokens::of(theme).ink_faint)
}

/// Links and what is chosen.
pub fn primary(theme: &Theme) -> Style {
    colour(Tokens::of(theme).primary)
}

/// Small text on the hero.
pub fn on_hero_soft(theme: &Theme) -> Style {
    colour(Tokens::of(theme).on_hero_soft)
}

/// Supporting text on the alarm.
pub fn on_alarm_soft(theme: &Theme) -> Style {
    colour(Tokens::of(theme).on_alarm_soft)
}

/// Text in a hue, on the window or a surface.
pub fn tone(tone: Tone) -> impl Fn(&Theme) -> Style + Copy {
    move |theme| colour(Tokens::of(theme).hue(tone).text)
}

/// Text on the soft fill of a hue.
pub fn on_soft(tone: Tone) -> impl Fn(&Theme) -> Style + Copy {
    move |theme| colour(Tokens::of(theme).hue(tone).on_soft)
}

fn colour(colour: iced::Color) -> Style {
    Style {
        color: Some(colour),
    }
}
