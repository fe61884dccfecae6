//! Whether a JPEG is whole. What decodes one fills up with grey what is missing, and says nothing.

/// Whether a JPEG goes on to the mark of its end. Anything may follow that.
pub(super) fn is_whole(bytes: &[u8]) -> bool {
    goes_on_to_its_end(bytes).is_some()
}

/// Walks from mark to mark: FF and what it is for. Most have a length and so many bytes; between them lie the pixels, in
/// which an FF is followed by a zero or by one of eight marks to start again from.
fn goes_on_to_its_end(bytes: &[u8]) -> Option<()> {
    const START: u8 = 0xD8;
    const END: u8 = 0xD9;
    let mut at = 0;
    loop {
        at += bytes.get(at..)?.iter().position(|byte| *byte == 0xFF)?;
        let mark = *bytes.get(at + 1)?;
        match mark {
            END => return Some(()),
            // One FF may be written as several.
            0xFF => at += 1,
            0x00 | 0x01 | START | 0xD0..=0xD7 => at += 2,
            _ => {
                let length = [*bytes.get(at + 2)?, *bytes.get(at + 3)?];
                at += 2 + usize::from(u16::from_be_bytes(length)).max(2);
            }
        }
    }
}
