//! Opening the window.

use std::time::Instant;

use iced::{Size, window};

use super::executor::OneWorker;
use super::{App, theme};
use crate::desktop;
use crate::library::Shelved;

/// The size of the window at the start, in logical pixels.
pub(super) const WINDOW: Size = Size::new(1180.0, 780.0);
/// The smallest window, in logical pixels.
const SMALLEST_WINDOW: Size = Size::new(800.0, 600.0);
/// What desktops know the program by.
const APPLICATION_ID: &str = "io.github.kneewise.Kneewise";

/// What to do at the start.
#[derive(Debug, Clone)]
pub struct Launch {
    /// A routine to play at once.
    pub open: Option<Shelved>,
    /// How fast sessions run: 1 is real time.
    pub speed: f64,
}

/// Opens the window and stays until it is closed.
///
/// # Errors
///
/// When no window can be opened.
pub fn run(launch: Launch) -> iced::Result {
    let started = Instant::now();
    theme::load_fonts();
    iced::application::timed(
        move || App::new(launch.clone(), desktop::folders(), started),
        App::update,
        App::subscription,
        App::view,
    )
    .executor::<OneWorker>()
    .title(App::title)
    .theme(App::theme)
    .style(App::style)
    .settings(iced::Settings {
        id: Some(APPLICATION_ID.to_owned()),
        default_font: theme::DEFAULT_FONT,
        default_text_size: theme::DEFAULT_TEXT_SIZE.into(),
        ..iced::Settings::default()
    })
    .window(window_settings())
    .run()
}

fn window_settings() -> window::Settings {
    window::Settings {
        size: WINDOW,
        min_size: Some(SMALLEST_WINDOW),
        // Everything is written first.
        exit_on_close_request: false,
        icon: icon(),
        #[cfg(target_os = "linux")]
        platform_specific: window::settings::PlatformSpecific {
            application_id: APPLICATION_ID.to_owned(),
            ..window::settings::PlatformSpecific::default()
        },
        ..window::Settings::default()
    }
}

/// The mark of the product, for desktops that show it beside the title. Small enough to be read before the first frame.
fn icon() -> Option<window::Icon> {
    const PNG: &[u8] = include_bytes!("../../assets/icon/kneewise-64.png");

    let picture = image::load_from_memory_with_format(PNG, image::ImageFormat::Png).ok()?;
    let (width, height) = (picture.width(), picture.height());
    window::icon::from_rgba(picture.into_rgba8().into_raw(), width, height).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_has_an_icon() {
        let icon = icon().map(iced::window::Icon::into_raw);

        assert!(icon.is_some_and(|(pixels, size)| {
            size == Size::new(64, 64) && pixels.iter().any(|byte| *byte != 0)
        }));
    }
}
