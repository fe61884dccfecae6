//! The looks of what can be pressed.
use super::size::radius;
use super::{Tokens, Tone, mix};
use iced::border::{self, Border};
use iced::widget::button::{Status, Style};
use iced::{Background, Color, Theme};

/// What a style function of a button is.
pub type StyleFn = fn(&Theme, Status) -> Style;

/// The one main action of a screen.
pub fn primary(theme: &Theme, status: Status) -> Style {
    let tokens = Tokens::of(theme);
    let fill = match status {
        Status::Active => tokens.primary,
        Status::Hovered => tokens.primary_hover,
        Status::Pressed => tokens.primary_press,
        Status::Disabled => return off(tokens),
    };

    filled(fill, tokens.on_primary)
}

/// Another action beside the main one.
pub fn secondary(theme: &Theme, status: Status) -> Style {
    let tokens = Tokens::of(theme);
    let fill = match status {
        Status::Active => tokens.surface,
        Status::Hovered => tokens.sunken,
        Status::Pressed => tokens.line,
        Status::Disabled => return off(tokens),
    };

    outlined(fill, tokens.control, tokens.ink)
}

/// A main action that must not compete with the one of the screen.
pub fn tonal(theme: &Theme, status: Status) -> Style {
    let tokens = Tokens::of(theme);
    let Some(depth) = depth(status) else {
        return off(tokens);
    };

    filled(
        mix(tokens.primary_soft, tokens.primary, depth),
        tokens.on_primary_soft,
    )
}

/// An action that looks like a link.
pub fn quiet(theme: &Theme, status: Status) -> Style {
    let tokens = Tokens::of(theme);
    let (fill, ink) = match status {
        Status::Active => (Color::TRANSPARENT, tokens.primary),
        Status::Hovered => (tokens.primary_soft, tokens.primary),
        Status::Pressed => (
            mix(tokens.primary_soft, tokens.primary, 0.16),
            tokens.on_primary_soft,
        ),
        Status::Disabled => (Color::TRANSPARENT, tokens.ink_faint),
    };

    filled(fill, ink)
}

/// A link within a text: only its ink changes.
pub fn link(theme: &Theme, status: Status) -> Style {
    let tokens = Tokens::of(theme);
    let ink = match status {
        Status::Active => tokens.primary,
        Status::Hovered => tokens.primary_hover,
        Status::Pressed => tokens.primary_press,
        Status::Disabled => tokens.ink_faint,
    };

    filled(Color::TRANSPARENT, ink)
}

/// A quiet action on something coloured, such as a banner: it wears the hue's own ink.
pub fn quiet_on(tone: Tone) -> impl Fn(&Theme, Status) -> Style + Copy {
    move |theme, status| {
        let tokens = Tokens::of(theme);
        let hue = tokens.hue(tone);
        let fill = match depth(status) {
            Some(depth) if depth > 0.0 => mix(hue.soft, hue.text, depth),
            _ => Color::TRANSPARENT,
        };

        filled(fill, hue.on_soft)
    }
}

/// An action that stops or removes something.
pub fn danger(theme: &Theme, status: Status) -> Style {
    let tokens = Tokens::of(theme);
    let ember = tokens.ember;
    let (fill, ink) = match status {
        Status::Active => (tokens.surface, ember.text),
        Status::Hovered => (ember.soft, ember.on_soft),
        Status::Pressed => (mix(ember.soft, ember.text, 0.16), ember.on_soft),
        Status::Disabled => return off(tokens),
    };

    outlined(fill, ember.text, ink)
}

/// The main action on the hero.
pub fn on_hero(theme: &Theme, status: Status) -> Style {
    let tokens = Tokens::of(theme);
    let fill = match status {
        Status::Active => tokens.on_hero,
        Status::Hovered => mix(tokens.on_hero, tokens.on_hero_soft, 0.5),
        Status::Pressed => tokens.on_hero_soft,
        Status::Disabled => return off(tokens),
    };

    filled(fill, tokens.hero_start)
}

/// Another action on the hero.
pub fn hero_outline(theme: &Theme, status: Status) -> Style {
    let tokens = Tokens::of(theme);
    let fill = match status {
        Status::Active | Status::Disabled => Color::TRANSPARENT,
        Status::Hovered => tokens.on_hero.scale_alpha(0.10),
        Status::Pressed => tokens.on_hero.scale_alpha(0.18),
    };

    outlined(fill, tokens.on_hero_soft, tokens.on_hero)
}

/// The main action on the panel of an emergency.
pub fn on_alarm(theme: &Theme, status: Status) -> Style {
    let tokens = Tokens::of(theme);
    let fill = match status {
        Status::Active => tokens.on_alarm,
        Status::Hovered => mix(tokens.on_alarm, tokens.on_alarm_soft, 0.5),
        Status::Pressed => tokens.on_alarm_soft,
        Status::Disabled => return off(tokens),
    };

    filled(fill, tokens.alarm)
}

/// Another action on it.
pub fn alarm_outline(theme: &Theme, status: Status) -> Style {
    let tokens = Tokens::of(theme);
    let fill = match status {
        Status::Active | Status::Disabled => Color::TRANSPARENT,
        Status::Hovered => tokens.on_alarm.scale_alpha(0.12),
        Status::Pressed => tokens.on_alarm.scale_alpha(0.20),
    };

    outlined(fill, tokens.on_alarm_soft, tokens.on_alarm)
}

/// An action on the alarm that looks like a link.
pub fn alarm_quiet(theme: &Theme, status: Status) -> Style {
    let mut style = alarm_outline(theme, status);
    style.border.width = 0.0;
    style
}

/// An icon on its own.
pub fn ghost(theme: &Theme, status: Status) -> Style {
    let tokens = Tokens::of(theme);
    let (fill, ink) = match status {
        Status::Active => (Color::TRANSPARENT, tokens.ink_soft),
        Status::Hovered => (tokens.sunken, tokens.ink),
        Status::Pressed => (tokens.line, tokens.ink),
        Status::Disabled => (Color::TRANSPARENT, tokens.control),
    };

    filled(fill, ink)
}

/// An icon on its own whose setting is on.
pub fn ghost_on(theme: &Theme, status: Status) -> Style {
    tonal(theme, status)
}

/// A button of the player that is not the main one.
pub fn player(theme: &Theme, status: Status) -> Style {
    let tokens = Tokens::of(theme);
    let (fill, ink) = match status {
        Status::Active => (tokens.sunken, tokens.ink),
        Status::Hovered => (mix(tokens.sunken, tokens.ink, 0.06), tokens.ink),
        Status::Pressed => (mix(tokens.sunken, tokens.ink, 0.12), tokens.ink),
        Status::Disabled => (tokens.sunken, tokens.control),
    };

    outlined(fill, tokens.line, ink)
}

/// A filter that is off.
pub fn chip(theme: &Theme, status: Status) -> Style {
    let tokens = Tokens::of(theme);
    let (fill, outline) = match status {
        Status::Active | Status::Disabled => (tokens.surface, tokens.line),
        Status::Hovered => (tokens.surface, tokens.control),
        Status::Pressed => (tokens.sunken, tokens.control),
    };

    rounded(outlined(fill, outline, tokens.ink_soft), radius::FULL)
}

/// A filter that is on.
pub fn chip_on(theme: &Theme, status: Status) -> Style {
    rounded(primary(theme, status), radius::FULL)
}

/// One answer among others.
pub fn choice(theme: &Theme, status: Status) -> Style {
    let tokens = Tokens::of(theme);
    let fill = match status {
        Status::Disabled => {
            let off = outlined(tokens.sunken, tokens.line, tokens.ink_faint);
            return rounded(off, radius::ROW);
        }
        Status::Active => tokens.surface,
        Status::Hovered => tokens.sunken,
        Status::Pressed => tokens.line,
    };

    rounded(outlined(fill, tokens.control, tokens.ink), radius::ROW)
}

/// The answer that was chosen.
pub fn choice_on(theme: &Theme, status: Status) -> Style {
    let tokens = Tokens::of(theme);
    let mut style = rounded(tonal(theme, status), radius::ROW);
    style.border.width = 2.0;
    style.border.color = tokens.primary;
    style
}

/// A card that opens something.
pub fn card(theme: &Theme, status: Status) -> Style {
    let tokens = Tokens::of(theme);
    let outline = match status {
        Status::Active | Status::Disabled => tokens.line,
        Status::Hovered | Status::Pressed => tokens.control,
    };

    rounded(outlined(tokens.surface, outline, tokens.ink), radius::CARD)
}

/// A row of a list that opens something.
pub fn row(theme: &Theme, status: Status) -> Style {
    let tokens = Tokens::of(theme);
    let fill = match status {
        Status::Active | Status::Disabled => Color::TRANSPARENT,
        Status::Hovered => tokens.sunken,
        Status::Pressed => tokens.line,
    };

    filled(fill, tokens.ink)
}

/// A tab above a page.
pub fn tab(theme: &Theme, status: Status) -> Style {
    let tokens = Tokens::of(theme);
    let ink = match status {
        Status::Active | Status::Disabled => tokens.ink_soft,
        Status::Hovered | Status::Pressed => tokens.ink,
    };

    filled(Color::TRANSPARENT, ink)
}

/// The tab that is open.
pub fn tab_on(theme: &Theme, _status: Status) -> Style {
    filled(Color::TRANSPARENT, Tokens::of(theme).primary)
}

/// A place in the sidebar.
pub fn place(theme: &Theme, status: Status) -> Style {
    let tokens = Tokens::of(theme);
    let fill = match status {
        Status::Active | Status::Disabled => Color::TRANSPARENT,
        Status::Hovered => mix(tokens.sidebar, tokens.surface, 0.5),
        Status::Pressed => tokens.surface,
    };

    filled(fill, tokens.ink_soft)
}

/// The place in the sidebar that is open.
pub fn place_on(theme: &Theme, _status: Status) -> Style {
    let tokens = Tokens::of(theme);

    filled(tokens.surface, tokens.primary)
}

/// A section in the list of a page.
pub fn section(theme: &Theme, status: Status) -> Style {
    let tokens = Tokens::of(theme);
    let fill = match status {
        Status::Active | Status::Disabled => Color::TRANSPARENT,
        Status::Hovered => tokens.sunken,
        Status::Pressed => tokens.line,
    };

    filled(fill, tokens.ink_soft)
}

/// A line of a card that leads somewhere.
pub fn line(theme: &Theme, status: Status) -> Style {
    let tokens = Tokens::of(theme);
    let fill = match status {
        Status::Active | Status::Disabled => Color::TRANSPARENT,
        Status::Hovered => tokens.sunken,
        Status::Pressed => tokens.line,
    };

    rounded(filled(fill, tokens.ink), radius::SMALL)
}

/// The section that is open.
pub fn section_on(theme: &Theme, _status: Status) -> Style {
    let tokens = Tokens::of(theme);
    let spruce = tokens.hue(Tone::Spruce);

    filled(spruce.soft, spruce.on_soft)
}

/// An option of a segmented choice that is not chosen.
pub fn segment(theme: &Theme, status: Status) -> Style {
    let tokens = Tokens::of(theme);
    let ink = match status {
        Status::Hovered | Status::Pressed => tokens.ink,
        Status::Active => tokens.ink_soft,
        Status::Disabled => tokens.ink_faint,
    };

    rounded(filled(Color::TRANSPARENT, ink), radius::SMALL)
}

/// The option of a segmented choice that is chosen.
pub fn segment_on(theme: &Theme, _status: Status) -> Style {
    let tokens = Tokens::of(theme);

    rounded(
        outlined(tokens.raised, tokens.control, tokens.ink),
        radius::SMALL,
    )
}

/// The track of a switch that is off.
pub fn toggle(theme: &Theme, status: Status) -> Style {
    let tokens = Tokens::of(theme);
    let fill = match status {
        Status::Active => tokens.control,
        Status::Hovered | Status::Pressed => tokens.ink_faint,
        Status::Disabled => tokens.line,
    };

    rounded(filled(fill, tokens.surface), radius::FULL)
}

/// The track of a switch that is on.
pub fn toggle_on(theme: &Theme, status: Status) -> Style {
    rounded(primary(theme, status), radius::FULL)
}

/// A score on the pain scale that is not chosen.
pub fn score(tone: Tone) -> impl Fn(&Theme, Status) -> Style + Copy {
    move |theme, status| {
        let hue = Tokens::of(theme).hue(tone);

        filled(
            mix(hue.soft, hue.text, depth(status).unwrap_or(0.0)),
            hue.on_soft,
        )
    }
}

/// The score that was chosen.
pub fn score_on(tone: Tone) -> impl Fn(&Theme, Status) -> Style + Copy {
    move |theme, _status| {
        let tokens = Tokens::of(theme);

        filled(tokens.hue(tone).text, tokens.surface)
    }
}

/// The action of a toast.
pub fn on_toast(theme: &Theme, status: Status) -> Style {
    let tokens = Tokens::of(theme);
    let share = match status {
        Status::Active | Status::Disabled => 0.0,
        Status::Hovered => 0.16,
        Status::Pressed => 0.26,
    };

    let fill = mix(tokens.ink, tokens.surface, share);
    outlined(fill, tokens.surface, tokens.surface)
}

/// Any of these with other corners.
pub fn rounded(mut style: Style, radius: impl Into<border::Radius>) -> Style {
    style.border.radius = radius.into();
    style
}

/// How far a soft fill goes towards its own ink under the pointer; nothing when switched off.
fn depth(status: Status) -> Option<f32> {
    match status {
        Status::Active => Some(0.0),
        Status::Hovered => Some(0.08),
        Status::Pressed => Some(0.16),
        Status::Disabled => None,
    }
}

fn filled(fill: Color, ink: Color) -> Style {
    Style {
        background: Some(Background::Color(fill)),
        text_color: ink,
        border: border::rounded(radius::CONTROL),
        ..Style::default()
    }
}

fn outlined(fill: Color, outline: Color, ink: Color) -> Style {
    Style {
        border: Border {
            color: outline,
            width: 1.0,
            radius: radius::CONTROL.into(),
        },
        ..filled(fill, ink)
    }
}

fn off(tokens: &Tokens) -> Style {
    outlined(tokens.sunken, tokens.line, tokens.ink_faint)
}

#[cfg(test)]
mod tests {
    use super::super::{dark, light};
    use super::*;

    /// What a button looks like must tell whether it can be pressed.
    #[test]
    fn a_button_that_is_off_differs_from_one_that_is_not() {
        let styles: [(&str, StyleFn); 6] = [
            ("primary", primary),
            ("secondary", secondary),
            ("tonal", tonal),
            ("quiet", quiet),
            ("danger", danger),
            ("on hero", on_hero),
        ];

        for theme in [light(), dark()] {
            for (name, style) in styles {
                let on = style(&theme, Status::Active);
                let off = style(&theme, Status::Disabled);

                assert_ne!(on.text_color, off.text_color, "{name}");
            }
        }
    }

    #[test]
    fn text_stays_readable_under_the_pointer() {
        let styles: [(&str, StyleFn); 11] = [
            ("primary", primary),
            ("secondary", secondary),
            ("tonal", tonal),
            ("danger", danger),
            ("on hero", on_hero),
            ("player", player),
            ("chip", chip),
            ("chip on", chip_on),
            ("choice", choice),
            ("choice on", choice_on),
            ("toast", on_toast),
        ];

        for theme in [light(), dark()] {
            for (name, style) in styles {
                for status in [Status::Active, Status::Hovered, Status::Pressed] {
                    let style = style(&theme, status);
                    let Some(Background::Color(fill)) = style.background else {
                        unreachable!("{name} has a plain fill");
                    };
                    let contrast = style.text_color.relative_contrast(fill);

                    assert!(contrast >= 4.5, "{name} {status:?}: {contrast}");
                }
            }
        }
    }

    #[test]
    fn scores_stay_readable_under_the_pointer() {
        for theme in [light(), dark()] {
            for tone in [Tone::Spruce, Tone::Sun, Tone::Ember] {
                for status in [Status::Active, Status::Hovered, Status::Pressed] {
                    for style in [score(tone)(&theme, status), score_on(tone)(&theme, status)] {
                        let Some(Background::Color(fill)) = style.background else {
                            unreachable!("scores have a plain fill");
                        };
                        let contrast = style.text_color.relative_contrast(fill);

                        assert!(contrast >= 4.5, "{tone:?} {status:?}: {contrast}");
                    }
                }
            }
        }
    }
}
