//! The typefaces inside the binary: Inter for words, Lucide for icons.
use iced::Font;
use iced::font::{Family, Weight};
use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;

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

/// The weight classes in use, as OpenType numbers them.
const WEIGHT_CLASSES: [u16; 4] = [400, 500, 600, 700];

const fn inter(weight: Weight) -> Font {
    Font {
        family: Family::Name("Inter V"),
        weight,
        ..Font::DEFAULT
    }
}

/// Everything the application has to load before it draws its first text.
///
/// Inter is one variable file. The text shaper finds a face by the weight class written in the file and
/// only then sets the weight axis, so the file goes in once for each class, with that class written in.
///
/// The same bytes come out every time, so that iced notices when it is handed a font again.
pub fn fonts() -> impl Iterator<Item = &'static [u8]> {
    static INTER: LazyLock<[Cow<'static, [u8]>; WEIGHT_CLASSES.len()]> =
        LazyLock::new(|| WEIGHT_CLASSES.map(|class| with_weight_class(ttf_inter::REGULAR, class)));

    INTER
        .iter()
        .map(AsRef::as_ref)
        .chain([lucide_icons::LUCIDE_FONT_BYTES])
}

/// A copy of an OpenType file that says it has another weight class, or the file itself where it has no
/// such field or says so already.
fn with_weight_class(font: &'static [u8], class: u16) -> Cow<'static, [u8]> {
    match weight_class_field(font) {
        Some(field) if font[field.clone()] != class.to_be_bytes() => {
            let mut font = font.to_vec();
            font[field].copy_from_slice(&class.to_be_bytes());
            Cow::Owned(font)
        }
        _ => Cow::Borrowed(font),
    }
}

/// Where `usWeightClass` stands: two bytes, four into the `OS/2` table. The table directory follows the
/// 12 bytes of the header with 16 bytes for each table: tag, checksum, offset, length.
fn weight_class_field(font: &[u8]) -> Option<Range<usize>> {
    const HEADER: usize = 12;
    const RECORD: usize = 16;
    const WEIGHT_CLASS: usize = 4;

    let record = font
        .get(HEADER..)?
        .chunks_exact(RECORD)
        .take(usize::from(u16::from_be_bytes([
            *font.get(4)?,
            *font.get(5)?,
        ])))
        .find(|record| record.starts_with(b"OS/2"))?;
    let offset = u32::from_be_bytes([record[8], record[9], record[10], record[11]]);
    let start = usize::try_from(offset).ok()?.checked_add(WEIGHT_CLASS)?;
    let field = start..start.checked_add(2)?;

    font.get(field.clone()).map(|_| field)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn each_copy_of_inter_carries_its_own_weight_class() {
        let classes: Vec<u16> = fonts()
            .take(WEIGHT_CLASSES.len())
            .map(|font| {
                let field = weight_class_field(font).unwrap();

                u16::from_be_bytes([font[field.start], font[field.start + 1]])
            })
            .collect();

        assert_eq!(classes, WEIGHT_CLASSES);
    }

    #[test]
    fn what_is_not_a_font_is_left_alone() {
        assert_eq!(weight_class_field(b"not a font"), None);
        assert_eq!(
            with_weight_class(b"not a font", 700).as_ref(),
            b"not a font"
        );
    }
}
