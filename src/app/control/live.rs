//! A window without a window, for tests: views are made anew after every message, and the state of the widgets goes on.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::time::Instant;

use iced::advanced::renderer::Headless;
use iced::advanced::widget::Id;
use iced::advanced::widget::operation::{Operation, Outcome, black_box};
use iced::advanced::{clipboard, mouse};
use iced::keyboard::{self, Modifiers, key::Named};
use iced::{Color, Element, Event, Pixels, Point, Rectangle, Renderer, Size, Theme, window};
use iced_test::runtime::UserInterface;
use iced_test::runtime::user_interface::Cache;

use super::put::{Find, How};
use super::{Hear, Heard, Map, Presentation, Stop};
use crate::app::theme;

/// The live widgets of a window.
pub struct Live {
    cache: Cache,
    renderer: Renderer,
    /// Where the pointer is.
    pub cursor: mouse::Cursor,
    /// The window, in logical pixels.
    pub size: Size,
    /// Whether the last event was taken by a widget.
    pub was_captured: bool,
}

impl Live {
    /// A window of this size in which nothing was shown yet.
    pub fn new(size: Size) -> Self {
        theme::load_fonts();
        Self {
            cache: Cache::new(),
            renderer: Renderer::new(theme::DEFAULT_FONT, Pixels(theme::DEFAULT_TEXT_SIZE)),
            cursor: mouse::Cursor::Unavailable,
            size,
            was_captured: false,
        }
    }

    fn with<M, T>(
        &mut self,
        view: Element<'_, M>,
        act: impl FnOnce(&mut UserInterface<'_, M, Theme, Renderer>, &mut Renderer) -> T,
    ) -> T {
        let cache = std::mem::take(&mut self.cache);
        let mut ui = UserInterface::build(view, self.size, cache, &mut self.renderer);
        let done = act(&mut ui, &mut self.renderer);
        self.cache = ui.into_cache();
        done
    }

    /// What the widgets say to an event.
    pub fn event<M>(&mut self, view: Element<'_, M>, event: &Event) -> Vec<M> {
        let cursor = self.cursor;
        let (messages, status) = self.with(view, |ui, renderer| {
            let mut messages = Vec::new();
            let events = [event.clone()];
            let clipboard = &mut clipboard::Null;
            let (_, statuses) = ui.update(&events, cursor, renderer, clipboard, &mut messages);
            // Drawn once, with the overlays as the update has left them: what a window does.
            if messages.is_empty() && is_redraw(event) {
                let style = iced::advanced::renderer::Style {
                    text_color: Color::BLACK,
                };
                ui.draw(renderer, &theme::light(), &style, cursor);
            }
            (messages, statuses[0])
        });
        self.was_captured = status == iced::event::Status::Captured;
        messages
    }

    /// Runs an operation, as a task does.
    pub fn operate<M>(&mut self, view: Element<'_, M>, mut operation: Box<dyn Operation>) {
        self.with(view, |ui, renderer| {
            loop {
                ui.operate(renderer, operation.as_mut());
                match operation.finish() {
                    Outcome::Chain(next) => operation = next,
                    _ => break,
                }
            }
        });
    }

    fn walk<M, T: 'static>(&mut self, view: Element<'_, M>, operation: &mut dyn Operation<T>) {
        self.with(view, |ui, renderer| {
            ui.operate(renderer, &mut black_box::<T, ()>(operation));
        });
    }

    /// Where the keyboard can go.
    pub fn map<M>(&mut self, view: Element<'_, M>) -> Map {
        let mut look = Presentation::default();
        self.walk::<M, ()>(view, &mut look);
        look.map()
    }

    /// What has the keyboard. Two that have it are a fault.
    pub fn focused<M>(&mut self, view: Element<'_, M>) -> Option<Stop> {
        let map = self.map(view);
        let mut focused = map.stops.into_iter().filter(|stop| stop.is_focused);
        let first = focused.next();
        if let (Some(one), Some(other)) = (&first, focused.next()) {
            panic!("two have the keyboard: {one:?} {other:?}");
        }
        first
    }

    /// Puts the keyboard on what has this name, or only if no ring shows where it is.
    pub fn focus<M>(&mut self, view: Element<'_, M>, id: Id, only_unless_ringed: bool) {
        let how = match only_unless_ringed {
            true => How::UnlessRinged,
            false => How::Quietly,
        };
        self.operate(view, Box::new(Find::new(id, how)));
    }

    /// What a reader hears.
    pub fn hear<M>(&mut self, view: Element<'_, M>) -> Vec<Heard> {
        let mut hear = Hear::default();
        self.walk(view, &mut hear);
        hear.heard
    }

    /// A reader asks a control to be pressed, which it is at the next event.
    pub fn ask_press<M>(&mut self, view: Element<'_, M>, id: impl Into<Id>) {
        self.walk(view, &mut Hear::press(id));
    }

    /// Where pixels of a colour are in what was drawn last.
    pub fn coloured(&mut self, colour: Color) -> Option<Rectangle> {
        let size = Size::new(self.size.width as u32, self.size.height as u32);
        let picture = self.renderer.screenshot(size, 1.0, Color::WHITE);
        let [red, green, blue, _] = colour.into_rgba8();
        let mut found: Option<(u32, u32, u32, u32)> = None;
        for (at, pixel) in picture.chunks(4).enumerate() {
            if pixel[..3] == [red, green, blue] {
                let (x, y) = (at as u32 % size.width, at as u32 / size.width);
                let (left, top, right, bottom) = found.unwrap_or((x, y, x, y));
                found = Some((left.min(x), top.min(y), right.max(x), bottom.max(y)));
            }
        }
        found.map(|(left, top, right, bottom)| {
            let size = Size::new((right - left + 1) as f32, (bottom - top + 1) as f32);
            Rectangle::new(Point::new(left as f32, top as f32), size)
        })
    }
}

fn is_redraw(event: &Event) -> bool {
    matches!(event, Event::Window(window::Event::RedrawRequested(_)))
}

/// The window is to be drawn.
pub fn redraw() -> Event {
    Event::Window(window::Event::RedrawRequested(Instant::now()))
}

/// A key is pressed.
pub fn key_pressed(key: keyboard::Key, modifiers: Modifiers, repeat: bool) -> Event {
    let text = match &key {
        keyboard::Key::Named(Named::Space) => Some(" ".into()),
        keyboard::Key::Named(Named::Tab) => Some("\t".into()),
        keyboard::Key::Named(Named::Enter) => Some("\r".into()),
        keyboard::Key::Character(text) => Some(text.clone()),
        _ => None,
    };
    Event::Keyboard(keyboard::Event::KeyPressed {
        key: key.clone(),
        modified_key: key,
        physical_key: keyboard::key::Physical::Unidentified(
            keyboard::key::NativeCode::Unidentified,
        ),
        location: keyboard::Location::Standard,
        modifiers,
        repeat,
        text,
    })
}
