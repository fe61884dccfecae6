//! The parts screens are made of look and behave as designed, drawn without a window.
//!
//! `KNEEWISE_GALLERY=folder cargo test --test widget_gallery` keeps the pictures.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "widget_gallery/behaviour.rs"]
mod behaviour;
#[path = "widget_gallery/drawing.rs"]
mod drawing;
#[path = "widget_gallery/screens.rs"]
mod screens;
#[path = "widget_gallery/sheet.rs"]
mod sheet;
#[path = "widget_gallery/shot.rs"]
mod shot;

use iced::Size;
use kneewise::app::theme::{self, token};

#[test]
fn the_component_sheet_wears_the_tokens_of_its_theme() {
    let strips = sheet::strips();

    for (name, theme, tokens) in [
        ("components-light", theme::light(), &token::LIGHT),
        ("components-dark", theme::dark(), &token::DARK),
    ] {
        let shot = shot::shot(
            Size::new(1240.0, 1300.0),
            &theme,
            sheet::components(&strips),
        );
        shot.keep(name);

        assert_eq!(
            shot.at([4.0, 4.0]),
            shot::bytes(tokens.background),
            "{name}"
        );
        assert_eq!(
            shot.at([40.0, 300.0]),
            shot::bytes(tokens.surface),
            "{name}"
        );
    }
}

#[test]
fn screens_made_of_the_parts_wear_the_tokens_too() {
    let strips = sheet::strips();

    for (name, theme, tokens) in [
        ("light", theme::light(), &token::LIGHT),
        ("dark", theme::dark(), &token::DARK),
    ] {
        for (size, is_flashing) in [
            (Size::new(1180.0, 780.0), false),
            (Size::new(800.0, 600.0), false),
            (Size::new(1920.0, 1080.0), true),
        ] {
            let shot = shot::shot(size, &theme, screens::player(&strips, size, is_flashing));
            shot.keep(&format!("player-{}-{name}", size.width));

            assert_eq!(shot.at([2.0, 2.0]), shot::bytes(tokens.surface), "{name}");
        }

        for width in [800.0, 1180.0] {
            let shot = shot::shot(Size::new(width, 780.0), &theme, screens::today(width));
            shot.keep(&format!("today-{width}-{name}"));

            assert_eq!(shot.at([2.0, 400.0]), shot::bytes(tokens.sidebar), "{name}");
        }

        let shot = shot::shot(Size::new(1180.0, 780.0), &theme, screens::dialog());
        shot.keep(&format!("dialog-{name}"));

        // Inside the dialog its own colour, outside the screen under the scrim.
        assert_eq!(
            shot.at([310.0, 540.0]),
            shot::bytes(tokens.raised),
            "{name}"
        );
        assert_ne!(shot.at([2.0, 400.0]), shot::bytes(tokens.sidebar), "{name}");
    }
}
