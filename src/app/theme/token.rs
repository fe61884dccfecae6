//! The colours of the product, named for their use, once for light and once for dark surroundings.
use iced::{Color, Theme};

/// A hue with a meaning. Recovery and work are spruce, strength is plum, mobility and rest are sky,
/// warm-up and getting ready are sun, pain and stopping are ember, paused is slate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tone {
    /// Green: work, recovery, good news.
    Spruce,
    /// Amber: getting ready, warm-up, being careful.
    Sun,
    /// Blue: rest, mobility, information.
    Sky,
    /// Red: pain, stopping, problems.
    Ember,
    /// Purple: strength.
    Plum,
    /// Grey: paused, plain facts.
    Slate,
}

impl Tone {
    /// Every tone, in the order the design lists them.
    pub const ALL: [Self; 6] = [
        Self::Spruce,
        Self::Sun,
        Self::Sky,
        Self::Ember,
        Self::Plum,
        Self::Slate,
    ];
}

/// The four colours one [`Tone`] is made of.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Hue {
    /// Text and icons in this hue, on the window, a surface or `soft`.
    pub text: Color,
    /// Marks in charts, bars and the flash of the stage; at least 3:1 on a surface.
    pub fill: Color,
    /// A quiet background.
    pub soft: Color,
    /// Text on `soft`.
    pub on_soft: Color,
}

/// The colours of the leg in the knee map.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LegColours {
    /// Lit skin.
    pub skin: Color,
    /// Skin in the shade.
    pub shade: Color,
    /// The outline of the leg.
    pub outline: Color,
    /// The kneecap.
    pub kneecap: Color,
    /// The light on the kneecap.
    pub shine: Color,
}

/// Every colour of the interface. Contrast of the pairs that carry text is held by `tests/app/contrast.rs`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tokens {
    /// The window.
    pub background: Color,
    /// The sidebar.
    pub sidebar: Color,
    /// Cards and the player.
    pub surface: Color,
    /// Wells and controls that are off.
    pub sunken: Color,
    /// Dialogs and dragged rows.
    pub raised: Color,
    /// Dividers and tracks. Decoration only: nothing may depend on seeing it.
    pub line: Color,
    /// Outlines of controls; at least 3:1 on what they sit on.
    pub control: Color,
    /// Text.
    pub ink: Color,
    /// Supporting text.
    pub ink_soft: Color,
    /// Captions.
    pub ink_faint: Color,
    /// The main action and links.
    pub primary: Color,
    /// The main action under the pointer.
    pub primary_hover: Color,
    /// The main action while pressed.
    pub primary_press: Color,
    /// Text on the main action.
    pub on_primary: Color,
    /// Tonal buttons and what is selected.
    pub primary_soft: Color,
    /// Text on `primary_soft`.
    pub on_primary_soft: Color,
    /// The ring around the control that has the keyboard.
    pub focus: Color,
    /// Where the gradient of the hero starts.
    pub hero_start: Color,
    /// Where it ends.
    pub hero_end: Color,
    /// Text on the hero.
    pub on_hero: Color,
    /// Small text on the hero.
    pub on_hero_soft: Color,
    /// The strips of tape behind the hero. Decoration only.
    pub hero_line: Color,
    /// The strips of tape in the mark.
    pub mark_tape: Color,
    /// The kneecap in the mark.
    pub mark_kneecap: Color,
    /// What covers the screen behind a dialog.
    pub scrim: Color,
    /// See [`Tone::Spruce`].
    pub spruce: Hue,
    /// See [`Tone::Sun`].
    pub sun: Hue,
    /// See [`Tone::Sky`].
    pub sky: Hue,
    /// See [`Tone::Ember`].
    pub ember: Hue,
    /// See [`Tone::Plum`].
    pub plum: Hue,
    /// See [`Tone::Slate`].
    pub slate: Hue,
    /// Marks on the knee, and their badges: of several hues this one stays distinct over muscle, bone and skin, on light
    /// and on dark.
    pub mark: Color,
    /// The number on a badge.
    pub on_mark: Color,
    /// What is marked, in lists.
    pub mark_soft: Color,
    /// Text on `mark_soft`.
    pub on_mark_soft: Color,
    /// The ring of a badge on `mark_soft`.
    pub mark_ring: Color,
    /// An emergency, and nothing else.
    pub alarm: Color,
    /// Text on `alarm`.
    pub on_alarm: Color,
    /// Supporting text and outlines on `alarm`.
    pub on_alarm_soft: Color,
    /// Dividers on `alarm`. Decoration only.
    pub alarm_line: Color,
    /// The leg of the knee map.
    pub leg: LegColours,
}

impl Tokens {
    /// The tokens that belong to a theme. Told by how dark its background is, so that the stock themes
    /// iced hands out while it follows the system work as well as ours.
    pub fn of(theme: &Theme) -> &'static Self {
        if theme.extended_palette().is_dark {
            &DARK
        } else {
            &LIGHT
        }
    }

    /// The colours of a tone.
    pub fn hue(&self, tone: Tone) -> Hue {
        match tone {
            Tone::Spruce => self.spruce,
            Tone::Sun => self.sun,
            Tone::Sky => self.sky,
            Tone::Ember => self.ember,
            Tone::Plum => self.plum,
            Tone::Slate => self.slate,
        }
    }
}

/// Mixes two colours in sRGB: `share` 0 gives `from`, 1 gives `to`.
pub fn mix(from: Color, to: Color, share: f32) -> Color {
    let share = share.clamp(0.0, 1.0);
    let between = |from: f32, to: f32| from + (to - from) * share;

    Color {
        r: between(from.r, to.r),
        g: between(from.g, to.g),
        b: between(from.b, to.b),
        a: between(from.a, to.a),
    }
}

/// A colour from its six hexadecimal digits.
pub(super) const fn hex(rgb: u32) -> Color {
    let [_, red, green, blue] = rgb.to_be_bytes();

    Color::from_rgb8(red, green, blue)
}

const fn hue(text: u32, fill: u32, soft: u32, on_soft: u32) -> Hue {
    Hue {
        text: hex(text),
        fill: hex(fill),
        soft: hex(soft),
        on_soft: hex(on_soft),
    }
}

/// For bright surroundings.
pub static LIGHT: Tokens = Tokens {
    background: hex(0xF2F5F3),
    sidebar: hex(0xE7EDE9),
    surface: hex(0xFFFFFF),
    sunken: hex(0xECF1EE),
    raised: hex(0xFFFFFF),
    line: hex(0xDBE3DE),
    control: hex(0x788A81),
    ink: hex(0x11201B),
    ink_soft: hex(0x405049),
    ink_faint: hex(0x56665F),
    primary: hex(0x0F6450),
    primary_hover: hex(0x0B5342),
    primary_press: hex(0x084134),
    on_primary: hex(0xFFFFFF),
    primary_soft: hex(0xD6ECE3),
    on_primary_soft: hex(0x0A4A3B),
    focus: hex(0x1D4ED8),
    hero_start: hex(0x0C5241),
    hero_end: hex(0x15705A),
    on_hero: hex(0xFFFFFF),
    on_hero_soft: hex(0xCFEBE0),
    hero_line: hex(0x2F8A72),
    mark_tape: hex(0x7FD6BC),
    mark_kneecap: hex(0xF7C653),
    scrim: Color::from_rgba8(0x08, 0x12, 0x0E, 0.55),
    spruce: hue(0x0F6450, 0x1F9277, 0xD6ECE3, 0x0A4A3B),
    sun: hue(0x845500, 0xC5850C, 0xFCEBC6, 0x634000),
    sky: hue(0x1B5C8D, 0x3C8CC9, 0xDAEAF7, 0x144668),
    ember: hue(0xAE301B, 0xDD5439, 0xFCE2DA, 0x86230F),
    plum: hue(0x673B84, 0x9467B4, 0xEEE3F5, 0x512B6B),
    slate: hue(0x405049, 0x7C8D85, 0xE3EAE6, 0x32413A),
    mark: hex(0x2563EB),
    on_mark: hex(0xFFFFFF),
    mark_soft: hex(0xDCE7FE),
    on_mark_soft: hex(0x1E3F9E),
    mark_ring: hex(0x2563EB),
    alarm: hex(0xAE301B),
    on_alarm: hex(0xFFFFFF),
    on_alarm_soft: hex(0xFFE3DB),
    alarm_line: hex(0xD9785F),
    leg: LegColours {
        skin: hex(0xE5D3C6),
        shade: hex(0xD6BEAE),
        outline: hex(0xA88A77),
        kneecap: hex(0xF4EAE2),
        shine: hex(0xFFFFFF),
    },
};

/// For dark surroundings.
pub static DARK: Tokens = Tokens {
    background: hex(0x0E1513),
    sidebar: hex(0x0A0F0D),
    surface: hex(0x17201D),
    sunken: hex(0x111916),
    raised: hex(0x212C28),
    line: hex(0x2B3733),
    control: hex(0x6C7D75),
    ink: hex(0xE9F1ED),
    ink_soft: hex(0xB9C7C0),
    ink_faint: hex(0x98A8A0),
    primary: hex(0x5FD0B0),
    primary_hover: hex(0x7ADDC1),
    primary_press: hex(0x48B899),
    on_primary: hex(0x04221A),
    primary_soft: hex(0x17382E),
    on_primary_soft: hex(0xA9EAD5),
    focus: hex(0x8FB4FF),
    hero_start: hex(0x0F3F33),
    hero_end: hex(0x175848),
    on_hero: hex(0xF1FBF7),
    on_hero_soft: hex(0xB2DDCE),
    hero_line: hex(0x2B7361),
    mark_tape: hex(0x6CCBAF),
    mark_kneecap: hex(0xF4BE45),
    scrim: Color::from_rgba8(0x08, 0x12, 0x0E, 0.55),
    spruce: hue(0x5FD0B0, 0x42B394, 0x17382E, 0xA9EAD5),
    sun: hue(0xF1C35F, 0xE4AA3F, 0x3A2D11, 0xF7D994),
    sky: hue(0x8AC4F0, 0x559FD6, 0x142E41, 0xB7DBF6),
    ember: hue(0xFF9D88, 0xEC6F55, 0x45211A, 0xFFC8BB),
    plum: hue(0xD2ABEA, 0xAE82CC, 0x33223F, 0xE4CAF4),
    slate: hue(0xB9C7C0, 0x7C8D85, 0x222D29, 0xCDD9D3),
    mark: hex(0x2563EB),
    on_mark: hex(0xFFFFFF),
    mark_soft: hex(0x1B2D55),
    on_mark_soft: hex(0xC3D6FF),
    mark_ring: hex(0x8FB0FF),
    alarm: hex(0xB93721),
    on_alarm: hex(0xFFFFFF),
    on_alarm_soft: hex(0xFFE3DB),
    alarm_line: hex(0xDE8068),
    leg: LegColours {
        skin: hex(0x4A4039),
        shade: hex(0x3B332D),
        outline: hex(0x8D7A6D),
        kneecap: hex(0x625549),
        shine: hex(0x85766A),
    },
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stock_themes_find_their_tokens() {
        assert_eq!(Tokens::of(&Theme::Light), &LIGHT);
        assert_eq!(Tokens::of(&Theme::Dark), &DARK);
        assert_eq!(Tokens::of(&super::super::light()), &LIGHT);
        assert_eq!(Tokens::of(&super::super::dark()), &DARK);
    }

    #[test]
    fn mixing_reaches_both_ends() {
        assert_eq!(mix(LIGHT.ink, LIGHT.surface, 0.0), LIGHT.ink);
        assert_eq!(mix(LIGHT.ink, LIGHT.surface, 1.0), LIGHT.surface);
        assert_eq!(mix(Color::BLACK, Color::WHITE, 0.25).g, 0.25);
    }
}
