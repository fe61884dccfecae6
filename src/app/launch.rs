//! Opening the window.

use iced::window;
use log::{error, info, warn};

use super::executor::OneWorker;
use super::loading::Loading;
use super::state::Preferences;
use super::{App, placement, theme};
use crate::audio::Speaker;
use crate::desktop::{self, Folders};
use crate::journal::Journal;
use crate::library::LoadedRoutine;
use crate::logging::{self, Running};
use crate::settings::Placement;

/// What desktops know the program by.
const APPLICATION_ID: &str = "io.github.kneewise.Kneewise";

/// What to do at the start.
#[derive(Debug, Clone)]
pub struct Launch {
    /// A routine to play at once.
    pub open: Option<LoadedRoutine>,
    /// How fast sessions run: 1 is real time.
    pub speed: f64,
}

/// Opens the window and stays until it is closed.
///
/// # Errors
///
/// When no window can be opened.
pub fn run(launch: Launch) -> iced::Result {
    let folders = desktop::folders();
    let _log = start_log(folders.as_ref());
    theme::load_fonts();
    let region = desktop::region::region();
    // Before there is a window, so nothing waits for the disk but its first frame.
    let preferences = Preferences::read(folders.clone());
    if preferences.problem.is_some() {
        warn!("settings: faults in the file");
    }
    let remembered = preferences.settings.window;
    let zoom = preferences.settings.text_size.factor();
    let result = iced::application::timed(
        move || {
            let data = folders.as_ref().map(|folders| folders.data.clone());
            let journal = Journal::start(data);
            let preferences = preferences.clone();
            let speaker = Speaker::start();
            let (loading, read) =
                Loading::new(launch.clone(), preferences, region, journal, speaker);
            (App::Loading(Box::new(loading)), read)
        },
        App::update,
        App::subscription,
        App::view,
    )
    .executor::<OneWorker>()
    .title(App::title)
    .theme(App::theme)
    .scale_factor(App::zoom)
    .style(|_, theme| theme::window(theme))
    .settings(iced::Settings {
        id: Some(APPLICATION_ID.to_owned()),
        default_font: theme::DEFAULT_FONT,
        default_text_size: theme::DEFAULT_TEXT_SIZE.into(),
        ..iced::Settings::default()
    })
    .window(window_settings(remembered, zoom))
    .run();
    match &result {
        Ok(()) => info!("the end"),
        Err(error) => error!("no window: {error}"),
    }
    result
}

/// Starts the log, and says in it what starts where. Without a home, or without a thread, there is none.
fn start_log(folders: Option<&Folders>) -> Option<Running> {
    let running = logging::start(folders?.log()).ok()?;
    let version = env!("CARGO_PKG_VERSION");
    info!("Kneewise {version} starts on {}", logging::system());
    Some(running)
}

/// Sizes are in units of what is drawn: larger things, fewer of them.
fn window_settings(remembered: Option<Placement>, zoom: f32) -> window::Settings {
    window::Settings {
        // Everything is written first.
        exit_on_close_request: false,
        icon: icon(),
        #[cfg(target_os = "linux")]
        platform_specific: window::settings::PlatformSpecific {
            application_id: APPLICATION_ID.to_owned(),
            ..window::settings::PlatformSpecific::default()
        },
        ..placement::settings(remembered, zoom)
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
    use iced::Size;

    use super::*;

    #[test]
    fn the_window_has_an_icon() {
        let icon = icon().map(iced::window::Icon::into_raw);

        assert!(icon.is_some_and(|(pixels, size)| {
            size == Size::new(64, 64) && pixels.iter().any(|byte| *byte != 0)
        }));
    }
}
