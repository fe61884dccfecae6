//! The picture of the knee in just the size it is shown in. It takes some tens of milliseconds: not for the thread
//! that draws.

use std::io::Cursor;

use iced::widget::image::Handle;
use png::{BitDepth, ColorType, Decoder, Transformations};

use super::{Drawing, Layer, Wanted};
use crate::content;
use crate::knee::diagram::{HEIGHT, WIDTH};
use crate::side::Side;

/// The largest side of a picture, in pixels. The picture itself has no more.
const LARGEST: f32 = 1600.0;

/// What to prepare for a drawing of this many logical pixels where each is `density` pixels on the screen.
pub fn wanted(drawing: Drawing, size: iced::Size, density: f32) -> Wanted {
    let scale = (size.width / WIDTH).min(size.height / HEIGHT) * density;
    let scale = scale.clamp(1.0 / WIDTH, LARGEST / HEIGHT);
    Wanted {
        view: drawing.view,
        leg: drawing.leg,
        layer: drawing.layer,
        width: (WIDTH * scale).round() as u32,
        height: (HEIGHT * scale).round() as u32,
    }
}

/// The picture, mirrored for the left leg. None if it cannot be decoded: a knee without a picture still has its
/// places.
pub fn prepare(wanted: Wanted) -> Option<Handle> {
    let png = match wanted.layer {
        Layer::Inside => content::knee_picture(wanted.view),
        Layer::Skin => content::skin_picture(wanted.view),
    };
    let pixels = shrunk(png, wanted)?;
    Some(Handle::from_rgba(wanted.width, wanted.height, pixels))
}

/// Decodes row by row and averages what falls into each pixel, so that the large picture is never in memory as a
/// whole.
fn shrunk(png: &[u8], wanted: Wanted) -> Option<Vec<u8>> {
    let mut decoder = Decoder::new(Cursor::new(png));
    // The pictures have a palette, which makes them a third as large.
    decoder.set_transformations(Transformations::EXPAND);
    let mut reader = decoder.read_info().ok()?;
    if reader.output_color_type() != (ColorType::Rgba, BitDepth::Eight) {
        return None;
    }
    let info = reader.info();
    let across = wanted.width as f32 / info.width as f32;
    let down = wanted.height as f32 / info.height as f32;
    let length = wanted.width as usize;

    let mut pixels = Vec::with_capacity(length * wanted.height as usize * 4);
    // Colour times opacity, and opacity, of the row that is being filled, and how much of it is filled.
    let mut sums = vec![[0.0_f32; 4]; length];
    let mut filled = 0.0_f32;
    let mut line = sums.clone();
    while let Ok(Some(row)) = reader.next_row() {
        line.fill([0.0; 4]);
        for (x, pixel) in row.data().chunks_exact(4).enumerate() {
            let opacity = f32::from(pixel[3]);
            let seen = [0, 1, 2].map(|part| f32::from(pixel[part]) * opacity / 255.0);
            let (from, to) = (x as f32 * across, (x + 1) as f32 * across);
            let first = from as usize;
            // No pixel falls into more than two, as none grows.
            let edge = ((first + 1) as f32).min(to);
            for (index, share) in [(first, edge - from), (first + 1, to - edge)] {
                if let (Some(sum), true) = (line.get_mut(index), share > 0.0) {
                    for (sum, seen) in sum.iter_mut().zip([seen[0], seen[1], seen[2], opacity]) {
                        *sum += seen * share;
                    }
                }
            }
        }
        let mut left = down;
        while left > 0.0 {
            let share = left.min(1.0 - filled);
            for (sum, line) in sums.iter_mut().zip(&line) {
                for (sum, line) in sum.iter_mut().zip(line) {
                    *sum += line * share;
                }
            }
            filled += share;
            left -= share;
            if filled > 0.9995 {
                take_row(&mut sums, &mut pixels, wanted.leg);
                filled = 0.0;
            }
            if share <= 0.0 {
                break;
            }
        }
    }
    // Rounding may leave the last row just short of full.
    if pixels.len() < pixels.capacity() && filled > 0.0 {
        take_row(&mut sums, &mut pixels, wanted.leg);
    }
    (pixels.len() == length * wanted.height as usize * 4).then_some(pixels)
}

/// Adds a row of pixels and empties it.
fn take_row(sums: &mut [[f32; 4]], pixels: &mut Vec<u8>, leg: Side) {
    let mut add = |[red, green, blue, opacity]: [f32; 4]| {
        let plain = |part: f32| {
            if opacity > 0.0 {
                (part * 255.0 / opacity).round() as u8
            } else {
                0
            }
        };
        pixels.extend([plain(red), plain(green), plain(blue), opacity.round() as u8]);
    };
    match leg {
        Side::Right => sums.iter().copied().for_each(&mut add),
        Side::Left => sums.iter().rev().copied().for_each(&mut add),
    }
    sums.fill([0.0; 4]);
}

#[cfg(test)]
mod tests {
    #![allow(clippy::panic)]

    use super::*;
    use crate::knee::View;

    const INSIDE: Drawing = Drawing {
        view: View::Front,
        leg: Side::Right,
        layer: Layer::Inside,
    };

    #[test]
    fn the_picture_fills_the_room_it_has_and_is_no_larger_than_drawn() {
        let room = iced::Size::new(300.0, 900.0);
        let picture = wanted(INSIDE, room, 2.0);
        assert_eq!((picture.width, picture.height), (600, 800));
        let huge = wanted(INSIDE, iced::Size::new(5000.0, 5000.0), 2.0);
        assert_eq!((huge.width, huge.height), (1200, 1600));
    }

    #[test]
    fn every_view_has_a_picture_of_both_layers_and_the_left_leg_is_its_mirror() {
        for view in View::ALL {
            let picture = |leg, layer| {
                let drawing = Drawing { view, leg, layer };
                let handle = prepare(wanted(drawing, iced::Size::new(60.0, 80.0), 1.0));
                match handle {
                    Some(Handle::Rgba { pixels, .. }) => pixels,
                    other => panic!("{view:?}: {other:?}"),
                }
            };
            for layer in [Layer::Inside, Layer::Skin] {
                let (left, right) = (picture(Side::Left, layer), picture(Side::Right, layer));
                assert_ne!(left, right);
                for (left, right) in left.chunks(240).zip(right.chunks(240)) {
                    assert!(left.chunks(4).eq(right.chunks(4).rev()));
                }
            }
            assert_ne!(
                picture(Side::Left, Layer::Inside),
                picture(Side::Left, Layer::Skin)
            );
        }
    }

    #[test]
    fn a_smaller_picture_shows_the_same() {
        let picture = |room: iced::Size| {
            let wanted = wanted(INSIDE, room, 1.0);
            shrunk(content::knee_picture(View::Front), wanted).map(|pixels| (wanted, pixels))
        };
        let mean = |(_, pixels): (Wanted, Vec<u8>)| {
            let sum: u64 = pixels.chunks(4).map(|pixel| u64::from(pixel[3])).sum();
            sum as f64 / (pixels.len() / 4) as f64
        };
        let whole = picture(iced::Size::new(1200.0, 1600.0)).map(mean);
        for room in [iced::Size::new(431.0, 575.0), iced::Size::new(90.0, 120.0)] {
            let small = picture(room).map(mean);
            let (Some(whole), Some(small)) = (whole, small) else {
                panic!("no picture for {room:?}");
            };
            assert!((whole - small).abs() < 1.0, "{whole} {small}");
        }
    }
}
