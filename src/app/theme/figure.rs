//! The colours of the moving figure and its props.
use super::token::hex;
use iced::{Color, Theme};

/// How light or dark the figure's skin is. The accent on muscles follows, so that it stays visible.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SkinTone {
    /// Light.
    Light,
    /// In between, and what the figure wears unless told otherwise.
    #[default]
    Medium,
    /// Tan.
    Tan,
    /// Deep.
    Deep,
}

/// What the figure is painted with. Mix towards [`far`](Self::far) for limbs on the far side.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FigureColours {
    /// The backdrop when the figure stands on its own; on the stage the panel's own colour shows.
    pub background: Color,
    /// The pool of floor under the figure.
    pub floor: Color,
    /// A wall, face on.
    pub wall: Color,
    /// The edge of a wall.
    pub wall_edge: Color,
    /// The top of the mat.
    pub mat: Color,
    /// The edge of the mat.
    pub mat_edge: Color,
    /// Skin.
    pub skin: Color,
    /// Hair.
    pub hair: Color,
    /// The shirt.
    pub shirt: Color,
    /// The shorts.
    pub shorts: Color,
    /// What far limbs fade towards.
    pub far: Color,
    /// The largest share of `far` in a limb, 0 to 1.
    pub far_share: f32,
    /// The upper of the shoe.
    pub shoe: Color,
    /// Laces and heel of the shoe.
    pub shoe_trim: Color,
    /// The sole seen from the side.
    pub sole: Color,
    /// The sole seen from below.
    pub tread: Color,
    /// The sock.
    pub sock: Color,
    /// The lit top of a box, chair or step.
    pub prop_top: Color,
    /// The face of a prop towards the viewer.
    pub prop_face: Color,
    /// The side of a prop away from the light.
    pub prop_side: Color,
    /// Bands.
    pub band: Color,
    /// Foam rollers.
    pub roller: Color,
    /// Towels.
    pub towel: Color,
    /// The folds and edge of a towel.
    pub towel_edge: Color,
    /// The muscles an exercise is for, and nothing else.
    pub accent: Color,
    /// Shade on the side away from the light, with its alpha.
    pub shade: Color,
    /// The shadow on the ground, opaque; the layers bring their own alpha.
    pub shadow: Color,
    /// Eyes, mouth and seams.
    pub line: Color,
}

impl FigureColours {
    /// The figure's colours in a theme, with the usual skin.
    pub fn of(theme: &Theme) -> &'static Self {
        if theme.extended_palette().is_dark {
            &DARK
        } else {
            &LIGHT
        }
    }

    /// The same with another skin.
    #[must_use]
    pub fn with_skin(mut self, tone: SkinTone) -> Self {
        let skin = match tone {
            SkinTone::Light => hex(0xEBC4A8),
            SkinTone::Medium => return self,
            SkinTone::Tan => hex(0xC08A62),
            SkinTone::Deep => hex(0x8C5A3E),
        };

        if tone == SkinTone::Deep {
            self.accent = hex(0xFF6F57);
        }
        self.skin = skin;
        self
    }
}

/// For bright surroundings.
pub static LIGHT: FigureColours = FigureColours {
    background: hex(0xF5F2EC),
    floor: hex(0xE9E3D8),
    wall: hex(0xE3DCCF),
    wall_edge: hex(0xCFC6B6),
    mat: hex(0xA9C3B8),
    mat_edge: hex(0x8DAA9E),
    skin: hex(0xD9A98A),
    hair: hex(0x4A3B38),
    shirt: hex(0x3F7C85),
    shorts: hex(0x33415A),
    far: hex(0x5C5566),
    far_share: 0.30,
    shoe: hex(0x62728F),
    shoe_trim: hex(0x4C5A75),
    sole: hex(0xFBFAF7),
    tread: hex(0xC3CAD3),
    sock: hex(0xFFFFFF),
    prop_top: hex(0xCDBBA3),
    prop_face: hex(0xB9A58C),
    prop_side: hex(0xA18D74),
    band: hex(0x7A5BA6),
    roller: hex(0x6C7F94),
    towel: hex(0xDCE4EC),
    towel_edge: hex(0xB9C6D3),
    accent: hex(0xFF5A43),
    shade: Color::from_rgba8(0x2B, 0x21, 0x40, 0.17),
    shadow: hex(0x3A3350),
    line: hex(0x2B2140),
};

/// For dark surroundings.
pub static DARK: FigureColours = FigureColours {
    background: hex(0x141A21),
    floor: hex(0x1C242D),
    wall: hex(0x222C37),
    wall_edge: hex(0x33404E),
    mat: hex(0x35564F),
    mat_edge: hex(0x284640),
    skin: hex(0xD3A283),
    hair: hex(0x5E4B46),
    shirt: hex(0x4C97A0),
    shorts: hex(0x5A6C8E),
    far: hex(0x131822),
    far_share: 0.34,
    shoe: hex(0x7C8DAE),
    shoe_trim: hex(0x64759A),
    sole: hex(0xEDEFF2),
    tread: hex(0xAEB8C4),
    sock: hex(0xE6E9EC),
    prop_top: hex(0x94826B),
    prop_face: hex(0x7D6D58),
    prop_side: hex(0x655744),
    band: hex(0xA98BD6),
    roller: hex(0x8296AC),
    towel: hex(0xA9B7C6),
    towel_edge: hex(0x8595A8),
    accent: hex(0xFF6A52),
    shade: Color::from_rgba8(0x0B, 0x0A, 0x1E, 0.24),
    shadow: hex(0x000000),
    line: hex(0x0B0A1E),
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn deep_skin_brings_its_own_accent() {
        let deep = LIGHT.with_skin(SkinTone::Deep);

        assert_ne!(deep.accent, LIGHT.accent);
        assert_eq!(LIGHT.with_skin(SkinTone::Tan).accent, LIGHT.accent);
        assert_eq!(LIGHT.with_skin(SkinTone::Medium), LIGHT);
    }

    #[test]
    fn skin_runs_from_light_to_deep() {
        let luminance = |tone| LIGHT.with_skin(tone).skin.relative_luminance();

        assert!(luminance(SkinTone::Light) > luminance(SkinTone::Medium));
        assert!(luminance(SkinTone::Medium) > luminance(SkinTone::Tan));
        assert!(luminance(SkinTone::Tan) > luminance(SkinTone::Deep));
    }
}
