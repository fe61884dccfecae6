//! The parts screens are made of look and behave as designed, drawn without a window.
//!
//! `KNEEWISE_GALLERY=folder cargo test --test widget_gallery` keeps the pictures.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "widget_gallery/sheet.rs"]
mod sheet;
#[path = "widget_gallery/shot.rs"]
mod shot;

use iced::Size;
use kneewise::app::theme::{self, token};

#[test]
fn the_component_sheet_wears_the_tokens_of_its_theme() {
    for (name, theme, tokens) in [
        ("components-light", theme::light(), &token::LIGHT),
        ("components-dark", theme::dark(), &token::DARK),
    ] {
        let shot = shot::shot(Size::new(1240.0, 1780.0), &theme, sheet::components());
        shot.keep(name);

        assert_eq!(
            shot.at([4.0, 4.0]),
            shot::bytes(tokens.background),
            "{name}"
        );
        assert_eq!(
            shot.at([60.0, 120.0]),
            shot::bytes(tokens.surface),
            "{name}"
        );
    }
}
