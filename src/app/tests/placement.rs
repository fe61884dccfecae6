//! The window: no larger than its screen, remembered, and light or dark as the desktop says.

use super::*;
use crate::app::placement::Message as Window;
use crate::settings::Placement;
use iced::theme::Mode;
use iced::window;
use iced_test::runtime::window::Action as Asked;

impl Desk {
    /// Lets something happen to the window and says what is asked of the window system.
    fn asks(&mut self, message: Message) -> Vec<Action<Message>> {
        let task = self.app.update(message, self.now());
        let Some(stream) = task::into_stream(task) else {
            return Vec::new();
        };
        // An answer never comes, so the task is not waited for.
        let mut stream = stream;
        let mut asked = Vec::new();
        while let Some(Some(action)) =
            iced_test::futures::futures::FutureExt::now_or_never(stream.next())
        {
            asked.push(action);
        }
        asked
    }

    fn measured(&mut self, is_maximized: bool, corner: Option<(f32, f32)>) {
        let corner = corner.map(iced::Point::from);
        let mode = window::Mode::Windowed;
        self.send(Message::Placement(Window::Measured {
            is_maximized,
            mode,
            corner,
        }));
    }

    fn on_disk(&self) -> Option<Placement> {
        let (settings, problems) = settings::read(&self.home.path().join("settings.ron"));
        assert!(problems.is_empty(), "{problems:?}");
        settings.window
    }
}

fn resized_to(asked: &[Action<Message>]) -> Option<Size> {
    asked.iter().find_map(|action| match action {
        Action::Window(Asked::Resize(_, size)) => Some(*size),
        _ => None,
    })
}

fn is_asked_for_screen(asked: &[Action<Message>]) -> bool {
    let is_it =
        |action: &Action<Message>| matches!(action, Action::Window(Asked::GetMonitorSize(..)));
    asked.iter().any(is_it)
}

#[test]
fn a_window_too_large_for_its_screen_gets_smaller_once_that_is_known() {
    let small = Size::new(1280.0, 720.0);
    for (screen, expected) in [
        (small, Some(Size::new(1180.0, 624.0))),
        (Size::new(1920.0, 1080.0), None),
    ] {
        let mut desk = Desk::open();
        let opened = Window::Opened(window::Id::unique(), Size::new(1180.0, 780.0));
        assert!(is_asked_for_screen(&desk.asks(Message::Placement(opened))));
        // On Wayland it is on no screen yet.
        assert_eq!(
            resized_to(&desk.asks(Message::Placement(Window::Screen(None)))),
            None
        );
        assert!(is_asked_for_screen(&desk.asks(Message::Focused)));
        let asked = desk.asks(Message::Placement(Window::Screen(Some(screen))));
        assert_eq!(resized_to(&asked), expected, "{screen:?}");
        assert!(
            !is_asked_for_screen(&desk.asks(Message::Focused)),
            "it is known"
        );
    }
}

/// At 200 % the toolkit tells and is told half as many pixels.
#[test]
fn larger_text_makes_no_window_smaller() {
    for (screen, expected) in [
        (Size::new(1400.0, 900.0), None),
        (Size::new(1280.0, 720.0), Some(Size::new(1180.0, 624.0))),
    ] {
        let mut desk = Desk::open();
        desk.app.preferences.settings.text_size = settings::TextSize::ALL[5];
        let opened = Window::Opened(window::Id::unique(), Size::new(1180.0, 780.0) / 2.0);
        let _ = desk.asks(Message::Placement(opened));
        assert_eq!(desk.app.window, Size::new(1180.0, 780.0));
        let screen = Window::Screen(Some(screen / 2.0));
        let asked = desk.asks(Message::Placement(screen));
        assert_eq!(resized_to(&asked), expected.map(|size| size / 2.0));
    }
}

#[test]
fn a_window_that_was_as_large_as_the_screen_is_so_again() {
    for maximized in [false, true] {
        let mut desk = Desk::open();
        desk.app.window_state.remembered = Some(Placement {
            width: 900,
            height: 640,
            corner: None,
            maximized,
        });
        let opened = Window::Opened(window::Id::unique(), Size::new(900.0, 640.0));
        let asked = desk.asks(Message::Placement(opened));
        let is_maximized = asked
            .iter()
            .any(|action| matches!(action, Action::Window(Asked::Maximize(_, true))));
        assert_eq!(is_maximized, maximized);
    }
}

#[test]
fn a_window_whose_screen_is_gone_comes_to_the_middle_of_another_once() {
    let size = Size::new(900.0, 640.0);
    for (corner, moved) in [
        // A screen to the right was unplugged: an edge was left on this one.
        ((1_276.0, 60.0), true),
        // A panel was in the way.
        ((5_000.0, 90.0), false),
    ] {
        let mut desk = Desk::open();
        desk.app.window_state.remembered = Some(Placement {
            width: 900,
            height: 640,
            corner: Some((5_000, 60)),
            maximized: false,
        });
        let id = window::Id::unique();
        let _ = desk.asks(Message::Placement(Window::Opened(id, size)));
        let screen = Window::Screen(Some(Size::new(1366.0, 768.0)));
        let _ = desk.asks(Message::Placement(screen));
        let measured = Message::Placement(Window::Measured {
            is_maximized: false,
            mode: window::Mode::Windowed,
            corner: Some(iced::Point::from(corner)),
        });
        let to = |asked: &[Action<Message>]| {
            asked.iter().find_map(|action| match action {
                Action::Window(Asked::Move(_, to)) => Some(*to),
                _ => None,
            })
        };
        let expected = moved.then_some(iced::Point::new(233.0, 64.0));
        assert_eq!(to(&desk.asks(measured.clone())), expected, "{corner:?}");
        assert_eq!(
            to(&desk.asks(measured)),
            None,
            "where it is put now is its person's affair"
        );
    }
}

#[test]
fn how_the_window_was_left_is_remembered() {
    let mut desk = Desk::open();
    let id = window::Id::unique();
    let _ = desk.asks(Message::Placement(Window::Opened(
        id,
        Size::new(1180.0, 780.0),
    )));
    desk.measured(false, Some((90.0, 30.0)));
    assert_eq!(desk.on_disk(), None, "nobody has changed it");

    desk.resize(Size::new(900.0, 640.4));
    desk.measured(false, Some((90.0, 30.0)));
    let left = Placement {
        width: 900,
        height: 640,
        corner: Some((90, 30)),
        maximized: false,
    };
    assert_eq!(desk.on_disk(), Some(left));

    desk.measured(false, Some((-7.6, 12.0)));
    let moved = Placement {
        corner: Some((-8, 12)),
        ..left
    };
    assert_eq!(desk.on_disk(), Some(moved));

    // As large as the screen: its own size is what it goes back to.
    desk.resize(Size::new(1366.0, 740.0));
    desk.measured(true, Some((0.0, 0.0)));
    let maximized = Placement {
        maximized: true,
        ..moved
    };
    assert_eq!(desk.on_disk(), Some(maximized));
    assert_eq!(desk.app.preferences.settings.window, Some(maximized));

    // A session in full screen says nothing of the window.
    desk.resize(Size::new(1366.0, 768.0));
    desk.send(Message::Placement(Window::Measured {
        is_maximized: false,
        mode: window::Mode::Fullscreen,
        corner: None,
    }));
    assert_eq!(desk.on_disk(), Some(maximized));
}

#[test]
fn a_settings_file_with_faults_is_not_replaced_because_a_window_was_moved() {
    let text = "(muted: true, volume: 300)";
    let mut desk = Desk::launch(None, text);
    desk.measured(false, None);
    desk.resize(Size::new(900.0, 640.0));
    desk.measured(false, None);
    let file = desk.home.path().join("settings.ron");
    assert_eq!(std::fs::read_to_string(file).unwrap(), text);
}

#[test]
fn settings_that_are_not_read_yet_are_not_replaced() {
    let (mut desk, _unread) = Desk::before_reading(None, "(muted: true, volume: 30)", 1.0);
    desk.measured(false, None);
    desk.resize(Size::new(900.0, 640.0));
    desk.measured(false, None);
    let (settings, _) = settings::read(&desk.home.path().join("settings.ron"));
    assert_eq!((settings.volume.percent(), settings.window), (30, None));
}

#[test]
fn a_window_is_measured_when_it_is_at_rest() {
    let mut desk = Desk::open();
    let is_measured =
        |asked: &[Action<Message>]| matches!(asked, [Action::Window(Asked::GetMaximized(..))]);
    let id = window::Id::unique();
    let _ = desk.asks(Message::Placement(Window::Opened(
        id,
        Size::new(1180.0, 780.0),
    )));
    assert!(desk.app.rest_of_window().is_some());
    desk.at += Duration::from_millis(300);
    desk.resize(Size::new(1000.0, 700.0));
    desk.at += Duration::from_millis(300);
    assert!(
        !is_measured(&desk.asks(Message::Placement(Window::Rest))),
        "it has just changed"
    );
    desk.at += Duration::from_millis(300);
    assert!(is_measured(&desk.asks(Message::Placement(Window::Rest))));
    assert!(
        desk.app.rest_of_window().is_none(),
        "nothing ticks any more"
    );
}

#[test]
fn a_window_that_is_closed_is_measured_first_and_whoever_closes_it_twice_does_not_wait() {
    let mut desk = Desk::open();
    let size = Size::new(1180.0, 780.0);
    let _ = desk.asks(Message::Placement(Window::Opened(
        window::Id::unique(),
        size,
    )));
    desk.measured(false, None);
    desk.app.window = Size::new(640.0, 500.0);
    let asked = desk.asks(Message::Close);
    assert!(
        matches!(asked[..], [Action::Window(Asked::GetMaximized(..))]),
        "{asked:?}"
    );
    let now = desk.now();
    let measured = Message::Placement(Window::Measured {
        is_maximized: false,
        mode: window::Mode::Windowed,
        corner: None,
    });
    let said = messages(desk.app.update(measured.clone(), now));
    assert!(
        matches!(
            said[..],
            [
                Message::Preferences(crate::app::preferences::Message::Written(Ok(()))),
                Message::Close
            ]
        ),
        "{said:?}"
    );
    assert_eq!(desk.on_disk().map(|left| left.width), Some(640));
    // A second answer closes nothing a second time.
    assert!(messages(desk.app.update(measured, now)).is_empty());

    let mut desk = Desk::open();
    let _ = desk.asks(Message::Placement(Window::Opened(
        window::Id::unique(),
        size,
    )));
    let _ = desk.asks(Message::Close);
    let second = desk.app.update(Message::Close, desk.now());
    assert!(second.units() > 0, "the journal has its time to write");
    desk.measured(false, None);
}

#[test]
fn a_desktop_without_a_preference_is_light() {
    let mut desk = Desk::open();
    assert!(desk.app.theme().is_none(), "nothing was said yet");
    for (mode, dark) in [
        (Mode::Dark, true),
        (Mode::None, false),
        (Mode::Dark, true),
        (Mode::Light, false),
    ] {
        desk.send(Message::SystemMode(mode));
        let theme = desk.app.theme();
        if cfg!(target_os = "linux") {
            let expected = if dark { theme::dark() } else { theme::light() };
            assert_eq!(theme, Some(expected), "{mode:?}");
        } else {
            assert_eq!(theme, None, "iced follows by itself");
        }
    }
    // What was chosen stays chosen.
    desk.app.preferences.settings.appearance = Appearance::Dark;
    desk.send(Message::SystemMode(Mode::None));
    assert_eq!(desk.app.theme(), Some(theme::dark()));
}
