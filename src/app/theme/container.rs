//! The looks of what holds other things.
use super::size::radius;
use super::{Tokens, Tone, token};
use iced::border::{self, Border};
use iced::gradient::Linear;
use iced::widget::container::Style;
use iced::{Background, Color, Degrees, Gradient, Radians, Theme};

/// A card.
pub fn card(theme: &Theme) -> Style {
    let tokens = Tokens::of(theme);

    outlined(tokens.surface, tokens.line, radius::CARD).color(tokens.ink)
}

/// A large card.
pub fn panel(theme: &Theme) -> Style {
    rounded(card(theme), radius::PANEL)
}

/// A card that is chosen.
pub fn card_on(theme: &Theme) -> Style {
    let tokens = Tokens::of(theme);

    Style {
        border: Border {
            color: tokens.primary,
            width: 2.0,
            radius: radius::CARD.into(),
        },
        ..card(theme)
    }
}

/// A place for something to lie in.
pub fn well(theme: &Theme) -> Style {
    filled(Tokens::of(theme).sunken, radius::CARD)
}

/// The well of a segmented choice.
pub fn segments(theme: &Theme) -> Style {
    let tokens = Tokens::of(theme);

    outlined(tokens.sunken, tokens.line, radius::ROW)
}

/// The paper of a page as it grows over something, from 0 (none yet) to 1.
pub fn veil(theme: &Theme, share: f32) -> Style {
    let paper = Tokens::of(theme).surface;

    filled(Color { a: share, ..paper }, 0.0)
}

/// The sidebar.
pub fn sidebar(theme: &Theme) -> Style {
    filled(Tokens::of(theme).sidebar, 0.0)
}

/// A dialog. It has an outline and no shadow: the software renderer paints a shadow beyond the part of the window that
/// is being repainted, so that it would darken with every repaint.
pub fn dialog(theme: &Theme) -> Style {
    let tokens = Tokens::of(theme);

    outlined(tokens.raised, tokens.line, radius::PANEL).color(tokens.ink)
}

/// Choices that lie over what they are about.
pub fn popover(theme: &Theme) -> Style {
    let tokens = Tokens::of(theme);

    outlined(tokens.raised, tokens.control, radius::CONTROL).color(tokens.ink)
}

/// What covers the screen behind a dialog.
pub fn scrim(theme: &Theme) -> Style {
    Style::default().background(Tokens::of(theme).scrim)
}

/// A short fact in a hue.
pub fn tag(tone: Tone) -> impl Fn(&Theme) -> Style + Copy {
    soft(tone, radius::TAG)
}

/// A message in a hue.
pub fn banner(tone: Tone) -> impl Fn(&Theme) -> Style + Copy {
    soft(tone, radius::CARD)
}

/// The soft fill of a hue with any corners.
pub fn soft(tone: Tone, radius: f32) -> impl Fn(&Theme) -> Style + Copy {
    move |theme| {
        let hue = Tokens::of(theme).hue(tone);

        filled(hue.soft, radius).color(hue.on_soft)
    }
}

/// The full text colour of a hue as a fill: the side that is on, the part of the tempo that is running.
pub fn solid(tone: Tone, radius: f32) -> impl Fn(&Theme) -> Style + Copy {
    move |theme| {
        let tokens = Tokens::of(theme);

        filled(tokens.hue(tone).text, radius).color(tokens.surface)
    }
}

/// The state on the stage: a pill in the surface colour with text in the hue.
pub fn state_label(tone: Tone) -> impl Fn(&Theme) -> Style + Copy {
    move |theme| {
        let tokens = Tokens::of(theme);

        filled(tokens.surface, radius::FULL).color(tokens.hue(tone).text)
    }
}

/// A bright edge around the stage, for when there is no sound.
pub fn flash(tone: Tone, width: f32) -> impl Fn(&Theme) -> Style + Copy {
    move |theme| {
        Style::default().border(Border {
            color: Tokens::of(theme).hue(tone).fill,
            width,
            radius: radius::PANEL.into(),
        })
    }
}

/// The light card under dark lines where the page is dark. On a light page there is none.
pub fn light_ground(theme: &Theme) -> Style {
    if theme.extended_palette().is_dark {
        filled(token::LIGHT.surface, radius::CARD)
    } else {
        Style::default()
    }
}

/// The hero: the product's green, a little lighter to the right.
pub fn hero(theme: &Theme) -> Style {
    let tokens = Tokens::of(theme);
    let gradient = Linear::new(Radians::from(Degrees(100.0)))
        .add_stop(0.0, tokens.hero_start)
        .add_stop(1.0, tokens.hero_end);

    Style::default()
        .background(Background::Gradient(Gradient::Linear(gradient)))
        .border(border::rounded(radius::PANEL))
        .color(tokens.on_hero)
}

/// The cap of a key.
pub fn key_cap(theme: &Theme) -> Style {
    let tokens = Tokens::of(theme);

    outlined(tokens.surface, tokens.control, radius::KEY).color(tokens.ink_soft)
}

/// The name of an icon button, and labels that float over a diagram.
pub fn tooltip(theme: &Theme) -> Style {
    let tokens = Tokens::of(theme);

    filled(tokens.ink, radius::SMALL).color(tokens.surface)
}

/// The knob of a switch.
pub fn knob(theme: &Theme) -> Style {
    let tokens = Tokens::of(theme);
    let fill = if theme.extended_palette().is_dark {
        tokens.background
    } else {
        tokens.surface
    };

    filled(fill, radius::FULL)
}

/// A message at the bottom of the window.
pub fn toast(theme: &Theme) -> Style {
    let tokens = Tokens::of(theme);

    filled(tokens.ink, radius::ROW).color(tokens.surface)
}

/// How much of a toast's time is left.
pub fn time_left(theme: &Theme) -> Style {
    filled(Tokens::of(theme).spruce.fill, radius::FULL)
}

/// A divider; give the container one pixel of height or width.
pub fn line(theme: &Theme) -> Style {
    filled(Tokens::of(theme).line, 0.0)
}

/// A box with an outline, such as a stepper.
pub fn control(theme: &Theme) -> Style {
    let tokens = Tokens::of(theme);

    outlined(tokens.surface, tokens.control, radius::CONTROL).color(tokens.ink)
}

/// A box to check.
pub fn check_box(theme: &Theme) -> Style {
    Style::default().border(Border {
        color: Tokens::of(theme).control,
        width: 2.0,
        radius: radius::KEY.into(),
    })
}

/// A box that is checked.
pub fn check_box_on(theme: &Theme) -> Style {
    let tokens = Tokens::of(theme);

    filled(tokens.primary, radius::KEY).color(tokens.on_primary)
}

/// A circle to choose one of several with.
pub fn circle(theme: &Theme) -> Style {
    rounded(check_box(theme), radius::FULL)
}

/// A circle that is chosen.
pub fn circle_on(theme: &Theme) -> Style {
    rounded(check_box_on(theme), radius::FULL)
}

/// The dot in a circle that is chosen.
pub fn dot(theme: &Theme) -> Style {
    filled(Tokens::of(theme).on_primary, radius::FULL)
}

/// A text to read through, in a well of its own.
pub fn page_of_text(theme: &Theme) -> Style {
    let tokens = Tokens::of(theme);

    outlined(tokens.sunken, tokens.line, radius::ROW).color(tokens.ink)
}

/// What is said about the person's marks.
pub fn marked(theme: &Theme) -> Style {
    let tokens = Tokens::of(theme);

    filled(tokens.mark_soft, radius::SMALL).color(tokens.on_mark_soft)
}

/// An emergency, and nothing else.
pub fn alarm(theme: &Theme) -> Style {
    let tokens = Tokens::of(theme);

    filled(tokens.alarm, radius::PANEL).color(tokens.on_alarm)
}

/// A divider on the alarm.
pub fn alarm_line(theme: &Theme) -> Style {
    filled(Tokens::of(theme).alarm_line, 0.0)
}

/// The ring around an icon on the alarm.
pub fn alarm_ring(theme: &Theme) -> Style {
    Style::default().border(Border {
        color: Tokens::of(theme).on_alarm_soft,
        width: 2.0,
        radius: radius::FULL.into(),
    })
}

/// Any of these with other corners.
pub fn rounded(mut style: Style, radius: impl Into<border::Radius>) -> Style {
    style.border.radius = radius.into();
    style
}

fn filled(fill: Color, radius: f32) -> Style {
    Style::default()
        .background(fill)
        .border(border::rounded(radius))
}

fn outlined(fill: Color, outline: Color, radius: f32) -> Style {
    Style::default().background(fill).border(Border {
        color: outline,
        width: 1.0,
        radius: radius.into(),
    })
}
