//! Text can be read and controls can be seen, in both themes: the contrast table of the design, computed from
//! the colours the application really uses.

use iced::Color;
use kneewise::app::theme::Tokens;
use kneewise::app::theme::token::{DARK, Hue, LIGHT};

/// What lies on what, the contrast it needs, and the contrast it was designed with in light and dark.
/// 4.5 is for text, 3 for outlines of controls, the focus ring and marks in charts, 1.2 for decoration.
const TABLE: &str = "
ink background 4.5 15.35 16.09
ink surface 4.5 16.85 14.49
ink sunken 4.5 14.75 15.56
ink sidebar 4.5 14.19 16.81
ink raised 4.5 16.85 12.55
ink_soft background 4.5 7.77 10.56
ink_soft surface 4.5 8.53 9.51
ink_soft sunken 4.5 7.47 10.21
ink_soft sidebar 4.5 7.19 11.03
ink_soft raised 4.5 8.53 8.24
ink_faint background 4.5 5.53 7.44
ink_faint surface 4.5 6.07 6.70
ink_faint sunken 4.5 5.31 7.19
ink_faint sidebar 4.5 5.11 7.77
ink_faint raised 4.5 6.07 5.80
primary surface 4.5 7.10 8.83
primary background 4.5 6.47 9.81
primary sunken 4.5 6.21 9.48
primary primary_soft 4.5 5.73 6.78
on_primary primary 4.5 7.10 8.92
on_primary primary_hover 4.5 9.01 10.36
on_primary primary_press 4.5 11.56 6.88
on_primary_soft primary_soft 4.5 8.25 9.39
on_hero hero_start 4.5 9.13 11.18
on_hero hero_end 4.5 6.00 7.87
on_hero_soft hero_start 4.5 7.23 7.94
on_hero_soft hero_end 4.5 4.75 5.59
spruce surface 4.5 7.10 8.83
spruce background 4.5 6.47 9.81
spruce spruce_soft 4.5 5.73 6.78
on_spruce_soft spruce_soft 4.5 8.25 9.39
ink spruce_soft 4.5 13.61 11.13
ink_soft spruce_soft 4.5 6.89 7.31
sun surface 4.5 6.40 10.08
sun background 4.5 5.83 11.20
sun sun_soft 4.5 5.44 8.13
on_sun_soft sun_soft 4.5 7.88 9.79
ink sun_soft 4.5 14.31 11.69
ink_soft sun_soft 4.5 7.25 7.67
sky surface 4.5 7.09 8.91
sky background 4.5 6.46 9.90
sky sky_soft 4.5 5.77 7.51
on_sky_soft sky_soft 4.5 8.12 9.67
ink sky_soft 4.5 13.72 12.21
ink_soft sky_soft 4.5 6.94 8.01
ember surface 4.5 6.48 8.27
ember background 4.5 5.91 9.19
ember ember_soft 4.5 5.26 7.02
on_ember_soft ember_soft 4.5 7.53 9.58
ink ember_soft 4.5 13.66 12.30
ink_soft ember_soft 4.5 6.92 8.07
plum surface 4.5 8.28 8.53
plum background 4.5 7.55 9.47
plum plum_soft 4.5 6.68 7.46
on_plum_soft plum_soft 4.5 8.88 9.75
ink plum_soft 4.5 13.59 12.68
ink_soft plum_soft 4.5 6.88 8.32
slate surface 4.5 8.53 9.51
slate background 4.5 7.77 10.56
slate slate_soft 4.5 6.98 8.13
on_slate_soft slate_soft 4.5 8.80 9.80
ink slate_soft 4.5 13.78 12.38
ink_soft slate_soft 4.5 6.98 8.13
on_primary_soft surface 4.5 10.22 12.23
hero_line hero_start 1.2 2.17 2.10
control surface 3 3.65 3.83
control background 3 3.33 4.25
control sunken 3 3.20 4.11
on_alarm alarm 4.5 6.48 5.78
on_alarm_soft alarm 4.5 5.33 4.75
alarm background 3 5.91 3.20
on_mark mark 4.5 5.17 5.17
on_mark_soft mark_soft 4.5 7.48 9.26
mark_ring mark_soft 3 4.16 6.32
mark surface 3 5.17 3.22
focus surface 3 6.70 8.04
focus background 3 6.11 8.93
focus spruce_soft 3 5.41 6.18
focus sidebar 3 5.64 9.33
surface spruce 4.5 7.10 8.83
surface sun 4.5 6.40 10.08
surface sky 4.5 7.09 8.91
surface slate 4.5 8.53 9.51
surface ember 4.5 6.48 8.27
sun_fill surface 3 3.12 8.03
spruce_fill surface 3 3.86 6.43
sky_fill surface 3 3.63 5.80
ember_fill surface 3 3.89 5.53
plum_fill surface 3 4.32 5.44
slate_fill surface 3 3.50 4.76
";

#[test]
fn every_pair_has_the_contrast_it_was_designed_with() {
    let mut pairs = 0;

    for line in TABLE.lines().filter(|line| !line.is_empty()) {
        let [mark, ground, needed, light, dark] =
            line.split(' ').collect::<Vec<_>>().try_into().expect(line);
        let number = |text: &str| text.parse::<f64>().expect(line);

        for (theme, tokens, designed) in [("light", &LIGHT, light), ("dark", &DARK, dark)] {
            let contrast = contrast(colour(tokens, mark), colour(tokens, ground));

            assert!(
                contrast >= number(needed),
                "{line}: {theme} has {contrast:.2}"
            );
            assert!(
                (contrast - number(designed)).abs() < 0.01,
                "{line}: {theme} has {contrast:.3}"
            );
            pairs += 1;
        }
    }

    assert_eq!(pairs, 180);
}

fn colour(tokens: &Tokens, name: &str) -> Color {
    let hue = |hue: &str| -> Option<Hue> {
        Some(match hue {
            "spruce" => tokens.spruce,
            "sun" => tokens.sun,
            "sky" => tokens.sky,
            "ember" => tokens.ember,
            "plum" => tokens.plum,
            "slate" => tokens.slate,
            _ => return None,
        })
    };

    match name {
        "background" => tokens.background,
        "sidebar" => tokens.sidebar,
        "surface" => tokens.surface,
        "sunken" => tokens.sunken,
        "raised" => tokens.raised,
        "control" => tokens.control,
        "ink" => tokens.ink,
        "ink_soft" => tokens.ink_soft,
        "ink_faint" => tokens.ink_faint,
        "primary" => tokens.primary,
        "primary_hover" => tokens.primary_hover,
        "primary_press" => tokens.primary_press,
        "on_primary" => tokens.on_primary,
        "primary_soft" => tokens.primary_soft,
        "on_primary_soft" => tokens.on_primary_soft,
        "focus" => tokens.focus,
        "hero_start" => tokens.hero_start,
        "hero_end" => tokens.hero_end,
        "on_hero" => tokens.on_hero,
        "on_hero_soft" => tokens.on_hero_soft,
        "hero_line" => tokens.hero_line,
        "mark" => tokens.mark,
        "on_mark" => tokens.on_mark,
        "mark_soft" => tokens.mark_soft,
        "on_mark_soft" => tokens.on_mark_soft,
        "mark_ring" => tokens.mark_ring,
        "alarm" => tokens.alarm,
        "on_alarm" => tokens.on_alarm,
        "on_alarm_soft" => tokens.on_alarm_soft,
        _ => {
            let (name, part): (&str, fn(Hue) -> Color) =
                if let Some(name) = name.strip_prefix("on_") {
                    (name.strip_suffix("_soft").unwrap(), |hue| hue.on_soft)
                } else if let Some(name) = name.strip_suffix("_soft") {
                    (name, |hue| hue.soft)
                } else if let Some(name) = name.strip_suffix("_fill") {
                    (name, |hue| hue.fill)
                } else {
                    (name, |hue| hue.text)
                };

            part(hue(name).unwrap_or_else(|| panic!("no colour is called {name}")))
        }
    }
}

/// The contrast ratio of WCAG 2.2.
fn contrast(one: Color, other: Color) -> f64 {
    let (one, other) = (luminance(one), luminance(other));

    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// The relative luminance of WCAG 2.2.
fn luminance(colour: Color) -> f64 {
    let linear = |part: f32| {
        let part = f64::from(part);

        if part <= 0.040_45 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    };

    0.2126 * linear(colour.r) + 0.7152 * linear(colour.g) + 0.0722 * linear(colour.b)
}
