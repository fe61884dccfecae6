//! The typefaces inside the binary: Inter for words, Lucide for icons.
use iced::Font;
use iced::advanced::graphics::text::cosmic_text::fontdb::{self, FaceInfo, Source};
use iced::advanced::graphics::text::font_system;
use iced::font::{Family, Weight};
use std::sync::{Arc, Once, PoisonError};

/// Body text.
pub const REGULAR: Font = inter(Weight::Normal);
/// Labels and cues.
pub const MEDIUM: Font = inter(Weight::Medium);
/// Titles and buttons.
pub const SEMIBOLD: Font = inter(Weight::Semibold);
/// The countdown.
pub const BOLD: Font = inter(Weight::Bold);
/// Icons, one character each.
pub const ICONS: Font = Font::with_name("lucide");

/// What Inter calls itself.
const FAMILY: &str = "Inter V";
/// The weight classes in use, as OpenType numbers them.
const WEIGHT_CLASSES: [u16; 4] = [400, 500, 600, 700];

const fn inter(weight: Weight) -> Font {
    Font {
        family: Family::Name(FAMILY),
        weight,
        ..Font::DEFAULT
    }
}

/// Gives all of it to the text shaper. It has to be there before the first text is laid out; a second time changes
/// nothing.
///
/// Inter is one variable file. The text shaper finds a face by its weight class and only then sets the weight axis, so
/// the file is entered once for each class. The bytes stay where they are in the program: handed to iced as fonts, every
/// one of them would be copied.
pub fn load() {
    static LOADED: Once = Once::new();

    LOADED.call_once(|| {
        let mut system = font_system()
            .write()
            .unwrap_or_else(PoisonError::into_inner);
        let faces = system.raw().db_mut();
        let shared = |bytes: &'static [u8]| Source::Binary(Arc::new(bytes));

        let _lucide = faces.load_font_source(shared(lucide_icons::LUCIDE_FONT_BYTES));
        for id in faces.load_font_source(shared(ttf_inter::REGULAR)) {
            let Some(inter) = faces.face(id).cloned() else {
                continue;
            };
            for weight in WEIGHT_CLASSES.map(fontdb::Weight) {
                if weight != inter.weight {
                    let _face = faces.push_face_info(FaceInfo {
                        weight,
                        ..inter.clone()
                    });
                }
            }
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_weight_in_use_has_a_face_of_its_own() {
        load();
        load();
        let mut system = font_system()
            .write()
            .unwrap_or_else(PoisonError::into_inner);
        let mut weights: Vec<u16> = system
            .raw()
            .db()
            .faces()
            .filter(|face| face.families.iter().any(|(name, _)| name == FAMILY))
            .map(|face| face.weight.0)
            .collect();
        weights.sort_unstable();
        assert_eq!(weights, WEIGHT_CLASSES);
    }
}
