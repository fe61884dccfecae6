//! How large the window is and where: never larger than its screen, and next time as it was left.

use std::sync::OnceLock;
use std::time::{Duration, Instant};

use iced::{Point, Size, Subscription, Task, window};

use super::Ready;
use super::state::preferences::Problem;
use crate::settings::{Placement, Settings};

/// The size of the window at the first start, in logical pixels.
pub(super) const WINDOW: Size = Size::new(1180.0, 780.0);
/// The smallest window, in logical pixels: half of a small screen.
pub(super) const SMALLEST_WINDOW: Size = Size::new(480.0, 480.0);
/// What a title bar, borders and the bars of a desktop take of a screen, in logical pixels.
const BARS: Size = Size::new(16.0, 96.0);
/// How much of the title bar has to be on the screen to be taken hold of, in logical pixels.
const HOLD: Size = Size::new(120.0, 40.0);
/// A window that has not changed for so long is at rest.
const REST: Duration = Duration::from_millis(400);

/// What is known of the window.
#[derive(Debug, Clone, Default)]
pub(super) struct WindowState {
    /// How it was left the last time, as it was opened.
    pub(super) remembered: Option<Placement>,
    id: Option<window::Id>,
    /// How large its screen is, once that is known.
    screen: Option<Size>,
    /// When its size changed last, until it is at rest.
    changed: Option<Instant>,
    /// How it was when it came to rest the last time.
    rested: Option<Placement>,
    closing: Closing,
}

impl WindowState {
    /// A window that was left like this the last time.
    pub(super) fn new(remembered: Option<Placement>) -> Self {
        Self {
            remembered,
            ..Self::default()
        }
    }
}

/// How far the window is on the way to being closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Closing {
    /// It stays open.
    #[default]
    No,
    /// It is closed once it was measured.
    Measuring,
    /// It was measured, or whoever closes it did not wait for that.
    Measured,
}

/// What happens to the window.
#[derive(Debug, Clone, Copy, PartialEq)]
#[allow(missing_docs)] // The names say it.
pub enum Message {
    Opened(window::Id, Size),
    /// How large its screen is; none where the system does not say yet.
    Screen(Option<Size>),
    /// Some time has passed since its size changed.
    Rest,
    Measured {
        is_maximized: bool,
        mode: window::Mode,
        /// Its upper left corner, where the system tells.
        corner: Option<Point>,
    },
}

impl Ready {
    /// Lets something happen to the window.
    pub(super) fn update_placement(
        &mut self,
        message: Message,
        real: Instant,
    ) -> Task<super::Message> {
        match message {
            Message::Opened(id, size) => {
                self.window_state.id = Some(id);
                self.resized(size, real);
                let remembered = self.window_state.remembered;
                if remembered.is_some_and(|left| left.maximized) {
                    // X11 does not heed what a window that is not shown yet wishes for.
                    Task::batch([window::maximize(id, true), ask_for_screen(id)])
                } else {
                    ask_for_screen(id)
                }
            }
            Message::Screen(None) => Task::none(),
            Message::Screen(Some(screen)) => {
                // It is told in pixels as large as everything is drawn, as the size of the window is.
                let screen = screen * self.zoom();
                self.window_state.screen = Some(screen);
                let was_left_so = self.window_state.remembered.is_some();
                let size = fitted(self.window, screen, was_left_so);
                match self.window_state.id {
                    Some(id) if size != self.window => window::resize(id, size / self.zoom()),
                    _ => Task::none(),
                }
            }
            Message::Rest => {
                let since = self.window_state.changed;
                let is_at_rest = |since| real.saturating_duration_since(since) >= REST;
                match (self.window_state.id, since) {
                    (Some(id), Some(since)) if is_at_rest(since) => {
                        self.window_state.changed = None;
                        measure(id)
                    }
                    _ => Task::none(),
                }
            }
            Message::Measured {
                is_maximized,
                mode,
                corner,
            } => {
                if mode != window::Mode::Windowed {
                    return self.close_if_measured(Task::none());
                }
                let was_moved_away = !is_maximized && self.was_moved_away(corner);
                let remembered = self.remember(is_maximized, corner);
                if was_moved_away {
                    self.centre()
                } else {
                    self.close_if_measured(remembered)
                }
            }
        }
    }

    /// Closes the window after this task, if it was only measured for that.
    fn close_if_measured(&mut self, before: Task<super::Message>) -> Task<super::Message> {
        if self.window_state.closing != Closing::Measuring {
            return before;
        }
        self.window_state.closing = Closing::Measured;
        before.chain(Task::done(super::Message::Close))
    }

    /// Whether the window manager had to bring the window back from a place that no screen shows any more. It leaves an edge
    /// of it on the screen.
    fn was_moved_away(&self, corner: Option<Point>) -> bool {
        /// What window managers move a window by for panels.
        const PANEL: f32 = 100.0;
        let state = &self.window_state;
        let (Some(wanted), Some(corner)) = (self::corner(state.remembered), corner) else {
            return false;
        };
        let is_first = state.rested.is_none() && state.closing == Closing::No;
        is_first && ((wanted.x - corner.x).abs() > PANEL || (wanted.y - corner.y).abs() > PANEL)
    }

    fn centre(&self) -> Task<super::Message> {
        match (self.window_state.id, self.window_state.screen) {
            (Some(id), Some(screen)) => window::move_to(id, centred(self.window, screen)),
            _ => Task::none(),
        }
    }

    /// The window has this size now.
    pub(super) fn resized(&mut self, size: Size, real: Instant) {
        self.window = size * self.zoom();
        self.window_state.changed = Some(real);
    }

    /// The window came to the front. On Wayland it has a screen only now.
    pub(super) fn ask_for_unknown_screen(&self) -> Task<super::Message> {
        match self.window_state.id {
            Some(id) if self.window_state.screen.is_none() => ask_for_screen(id),
            _ => Task::none(),
        }
    }

    /// The window is to be closed: where it is comes first. Who closes it twice does not wait for that.
    pub(super) fn measure_and_close(&mut self, real: Instant) -> Task<super::Message> {
        match self.window_state.id {
            Some(id) if self.window_state.closing == Closing::No => {
                self.window_state.closing = Closing::Measuring;
                measure(id)
            }
            _ => {
                self.window_state.closing = Closing::Measured;
                self.close(real)
            }
        }
    }

    /// Keeps how the window is, if that is not how it came.
    fn remember(&mut self, is_maximized: bool, corner: Option<Point>) -> Task<super::Message> {
        let state = &mut self.window_state;
        let before = state.rested.or(state.remembered);
        let now = match before {
            // A window that fills the screen says nothing of how large it is otherwise.
            _ if is_maximized => Placement {
                maximized: true,
                ..before.unwrap_or_else(|| placement(WINDOW, None))
            },
            _ => placement(self.window, corner),
        };
        let is_new = state.rested.is_some_and(|rested| rested != now);
        state.rested = Some(now);
        // Settings that have faults are not replaced for this.
        let is_whole = !matches!(self.preferences.problem, Some(Problem::NotRead(_)));
        if is_new && is_whole {
            self.change_settings(Settings {
                window: Some(now),
                ..self.preferences.settings.clone()
            })
        } else {
            Task::none()
        }
    }

    /// Asks for the moment at which the window is at rest, while it is not.
    pub(super) fn rest_of_window(&self) -> Option<Subscription<super::Message>> {
        let _since = self.window_state.changed?;
        Some(iced::time::every(REST).map(|_| super::Message::Placement(Message::Rest)))
    }
}

fn ask_for_screen(id: window::Id) -> Task<super::Message> {
    window::monitor_size(id).map(|screen| super::Message::Placement(Message::Screen(screen)))
}

fn measure(id: window::Id) -> Task<super::Message> {
    window::is_maximized(id).then(move |is_maximized| {
        window::mode(id).then(move |mode| {
            window::position(id).map(move |corner| {
                super::Message::Placement(Message::Measured {
                    is_maximized,
                    mode,
                    corner,
                })
            })
        })
    })
}

fn placement(size: Size, corner: Option<Point>) -> Placement {
    Placement {
        width: size.width.round().max(1.0) as u32,
        height: size.height.round().max(1.0) as u32,
        corner: corner.map(|corner| (corner.x.round() as i32, corner.y.round() as i32)),
        maximized: false,
    }
}

/// The size a window gets on a screen: what it has if that fits, else what the desktop's bars leave. One that was left so
/// may cover the bars.
fn fitted(window: Size, screen: Size, was_left_so: bool) -> Size {
    let fits = |room: Size| window.width <= room.width && window.height <= room.height;
    let room = Size::new(
        (screen.width - BARS.width).max(1.0),
        (screen.height - BARS.height).max(1.0),
    );
    if fits(room) || was_left_so && fits(screen) {
        window
    } else {
        Size::new(
            window.width.min(room.width).floor(),
            window.height.min(room.height).floor(),
        )
    }
}

/// How the window is opened: as it was left, or in its first size where the desktop puts it. The `zoom` is how much larger
/// than designed everything is drawn: sizes are given in pixels that are so much larger.
pub(super) fn settings(remembered: Option<Placement>, zoom: f32) -> window::Settings {
    window::Settings {
        size: remembered.map_or(WINDOW, size) / zoom,
        maximized: remembered.is_some_and(|placement| placement.maximized),
        position: position(remembered),
        min_size: Some(SMALLEST_WINDOW),
        ..window::Settings::default()
    }
}

/// The size that was remembered. One that cannot be is the smallest.
pub(super) fn size(placement: Placement) -> Size {
    Size::new(placement.width as f32, placement.height as f32).max(SMALLEST_WINDOW)
}

/// Where the window is put. Under X11 that is where it was: a window manager brings a window back that no screen shows, and
/// only it knows all screens. Elsewhere a window stays where it is put, and the first screen is the one that is known before
/// it opens: a place on another is not gone back to, as that may have been unplugged.
fn position(remembered: Option<Placement>) -> window::Position {
    match corner(remembered) {
        None => window::Position::Default,
        Some(corner) if cfg!(target_os = "linux") => window::Position::Specific(corner),
        Some(corner) => {
            let _ = CORNER.set(corner);
            window::Position::SpecificWith(on_first_screen)
        }
    }
}

/// For a function that is given the sizes of window and screen, and nothing else.
static CORNER: OnceLock<Point> = OnceLock::new();

fn on_first_screen(window: Size, screen: Size) -> Point {
    match CORNER.get() {
        Some(corner) if is_in_reach(*corner, window, screen) => *corner,
        _ => centred(window, screen),
    }
}

fn corner(remembered: Option<Placement>) -> Option<Point> {
    let (x, y) = remembered?.corner?;
    Some(Point::new(x as f32, y as f32))
}

/// Whether enough of the title bar is on the screen to be taken hold of.
fn is_in_reach(corner: Point, window: Size, screen: Size) -> bool {
    let across = corner.x + window.width >= HOLD.width && corner.x <= screen.width - HOLD.width;
    // Borders that cannot be seen lie outside.
    let down = corner.y >= -HOLD.height / 4.0 && corner.y <= screen.height - HOLD.height;
    across && down
}

fn centred(window: Size, screen: Size) -> Point {
    Point::new(
        ((screen.width - window.width) / 2.0).max(0.0),
        ((screen.height - window.height) / 2.0).max(0.0),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_is_never_larger_than_its_screen() {
        for (screen, expected) in [
            // 1366x768, 1280x720, and 3840x2160 at scale 3, which is 1280x720 as well.
            (Size::new(1366.0, 768.0), Size::new(1180.0, 672.0)),
            (Size::new(1280.0, 720.0), Size::new(1180.0, 624.0)),
            (Size::new(1024.0, 600.0), Size::new(1008.0, 504.0)),
            (Size::new(1280.0, 900.0), WINDOW),
            (Size::new(3840.0, 2160.0), WINDOW),
        ] {
            assert_eq!(fitted(WINDOW, screen, false), expected, "{screen:?}");
            for was_left_so in [false, true] {
                for window in [WINDOW, Size::new(480.0, 4_000.0), Size::new(9_000.0, 90.0)] {
                    let fitted = fitted(window, screen, was_left_so);
                    assert!(
                        fitted.width <= screen.width && fitted.height <= screen.height,
                        "{window:?} on {screen:?}: {fitted:?}"
                    );
                }
            }
        }
    }

    #[test]
    fn a_window_that_was_left_as_high_as_the_screen_stays_so() {
        let screen = Size::new(1366.0, 768.0);
        let left = Size::new(1200.0, 740.0);
        assert_eq!(fitted(left, screen, true), left);
        assert_eq!(fitted(left, screen, false), Size::new(1200.0, 672.0));
        let larger = Size::new(1200.0, 769.0);
        assert_eq!(fitted(larger, screen, true), Size::new(1200.0, 672.0));
    }

    #[test]
    fn a_title_bar_out_of_reach_is_not_gone_back_to() {
        let screen = Size::new(1366.0, 768.0);
        for (x, y, in_reach) in [
            (0.0, 0.0, true),
            (-8.0, -8.0, true),
            (-900.0, 20.0, true),
            (-1_100.0, 20.0, false),
            (1_200.0, 20.0, true),
            (1_300.0, 20.0, false),
            (2_000.0, 20.0, false),
            (100.0, 700.0, true),
            (100.0, 760.0, false),
            (100.0, -60.0, false),
        ] {
            let corner = Point::new(x, y);
            assert_eq!(is_in_reach(corner, WINDOW, screen), in_reach, "{corner}");
        }
        let middle = centred(WINDOW, screen);
        assert!(is_in_reach(middle, WINDOW, screen), "{middle}");
    }
}
