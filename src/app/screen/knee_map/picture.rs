//! The picture of the knee in just the size it is shown in. It takes some tens of milliseconds: not for the thread
//! that draws.

use iced::widget::image::Handle;
use image::imageops::FilterType;
use image::{ImageFormat, load_from_memory_with_format};

use super::Wanted;
use crate::content;
use crate::knee::diagram::{HEIGHT, WIDTH};
use crate::knee::{Leg, View};

/// The largest side of a picture, in pixels. The picture itself has no more.
const LARGEST: f32 = 1600.0;

/// What to prepare for a room of this many logical pixels where each is `density` pixels on the screen.
pub fn wanted(view: View, leg: Leg, room: iced::Size, density: f32) -> Wanted {
    let scale = (room.width / WIDTH).min(room.height / HEIGHT) * density;
    let scale = scale.clamp(1.0 / WIDTH, LARGEST / HEIGHT);
    Wanted {
        view,
        leg,
        width: (WIDTH * scale).round() as u32,
        height: (HEIGHT * scale).round() as u32,
    }
}

/// The picture, mirrored for the left leg. None if it cannot be decoded: a knee without a picture still has its
/// places.
pub fn prepare(wanted: Wanted) -> Option<Handle> {
    let png = content::knee_picture(wanted.view);
    let picture = load_from_memory_with_format(png, ImageFormat::Png).ok()?;
    let picture = picture.resize_exact(wanted.width, wanted.height, FilterType::CatmullRom);
    let picture = match wanted.leg {
        Leg::Left => picture.fliph(),
        Leg::Right => picture,
    };
    Some(Handle::from_rgba(
        wanted.width,
        wanted.height,
        picture.into_rgba8().into_raw(),
    ))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::panic)]

    use super::*;

    #[test]
    fn the_picture_fills_the_room_it_has_and_is_no_larger_than_drawn() {
        let room = iced::Size::new(300.0, 900.0);
        let picture = wanted(View::Front, Leg::Left, room, 2.0);
        assert_eq!((picture.width, picture.height), (600, 800));
        let huge = wanted(View::Back, Leg::Right, iced::Size::new(5000.0, 5000.0), 2.0);
        assert_eq!((huge.width, huge.height), (1200, 1600));
    }

    #[test]
    fn every_view_has_a_picture_and_the_left_leg_is_its_mirror() {
        for view in View::ALL {
            let picture = |leg| {
                let handle = prepare(wanted(view, leg, iced::Size::new(60.0, 80.0), 1.0));
                match handle {
                    Some(Handle::Rgba { pixels, .. }) => pixels,
                    other => panic!("{view:?}: {other:?}"),
                }
            };
            let (left, right) = (picture(Leg::Left), picture(Leg::Right));
            assert_ne!(left, right);
            for (left, right) in left.chunks(240).zip(right.chunks(240)) {
                assert!(left.chunks(4).eq(right.chunks(4).rev()));
            }
        }
    }
}
