//! The window of the tests, with its state.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use iced::advanced::mouse;
use iced::advanced::widget::Operation;
use iced::keyboard::{self, Modifiers, key::Named};
use iced::{Event, Point, Rectangle, Size};

use super::demo::{Demo, Message};
use crate::app::control::live::{Live, key_pressed, redraw};
use crate::app::control::{Heard, Map, Stop};
use crate::app::theme::token::LIGHT;

pub struct Trial {
    pub demo: Demo,
    live: Live,
    /// Whether the last event was taken by a widget.
    pub was_captured: bool,
}

impl Trial {
    pub fn new() -> Self {
        let mut trial = Self {
            demo: Demo::default(),
            live: Live::new(Size::new(900.0, 640.0)),
            was_captured: false,
        };
        let _ = trial.redraw();
        trial
    }

    /// What a window does with an event: messages, a new view, and a redraw of it.
    pub fn event(&mut self, event: &Event) -> Vec<Message> {
        let is_of_window = matches!(event, Event::Window(_));
        let mut messages = self.live.event(self.demo.view(), event);
        self.was_captured = self.live.was_captured;
        for message in messages.clone() {
            self.demo.update(message);
        }
        if !is_of_window || !messages.is_empty() {
            let was_captured = self.was_captured;
            messages.extend(self.redraw());
            self.was_captured = was_captured;
        }
        // Where the keyboard is on the picture is told as it comes there.
        messages.retain(|message| !matches!(message, Message::Pointed(_)));
        messages
    }

    /// For a test that changes the state by itself.
    pub fn redraw(&mut self) -> Vec<Message> {
        self.event(&redraw())
    }

    /// A key. Escape, where nothing takes it, closes the dialog or leads back.
    pub fn press(&mut self, key: Named) -> Vec<Message> {
        let mut messages = self.key(keyboard::Key::Named(key), Modifiers::empty(), false);
        if key == Named::Escape && !self.was_captured {
            let message = match self.demo.dialog {
                Some(_) => Message::Keep,
                None => Message::Back,
            };
            self.demo.update(message.clone());
            let _ = self.redraw();
            messages.push(message);
        }
        messages
    }

    pub fn tab(&mut self) -> Option<String> {
        let _ = self.press(Named::Tab);
        self.focus()
    }

    pub fn back_tab(&mut self) -> Option<String> {
        let _ = self.key(keyboard::Key::Named(Named::Tab), Modifiers::SHIFT, false);
        self.focus()
    }

    pub fn key(&mut self, key: keyboard::Key, modifiers: Modifiers, repeat: bool) -> Vec<Message> {
        self.event(&key_pressed(key, modifiers, repeat))
    }

    pub fn point(&mut self, at: Point) {
        self.live.cursor = mouse::Cursor::Available(at);
    }

    pub fn click(&mut self, at: Point) -> Vec<Message> {
        self.point(at);
        let button = mouse::Button::Left;
        let mut messages = self.event(&Event::Mouse(mouse::Event::ButtonPressed(button)));
        messages.extend(self.event(&Event::Mouse(mouse::Event::ButtonReleased(button))));
        messages
    }

    /// Clicks in the middle of what has this name in the code.
    pub fn click_on(&mut self, id: &str) -> Vec<Message> {
        let at = self.stop(id).seen.expect("it is seen").center();
        self.click(at)
    }

    /// Runs any operation, as a task would.
    pub fn operate(&mut self, operation: Box<dyn Operation>) {
        self.live.operate(self.demo.view(), operation);
    }

    pub fn map(&mut self) -> Map {
        self.live.map(self.demo.view())
    }

    pub fn hear(&mut self) -> Vec<Heard> {
        self.live.hear(self.demo.view())
    }

    /// What a reader asks for, and the event after it.
    pub fn ask_press(&mut self, id: &'static str) -> Vec<Message> {
        self.live.ask_press(self.demo.view(), id);
        self.redraw()
    }

    pub fn stop(&mut self, id: &str) -> Stop {
        let map = self.map();
        let wanted = iced::advanced::widget::Id::from(id.to_owned());
        let index = map.find(&wanted).unwrap_or_else(|| panic!("no {id}"));
        map.stops[index].clone()
    }

    /// The name in the code of what has the keyboard.
    pub fn focus(&mut self) -> Option<String> {
        let stop = self.live.focused(self.demo.view())?;
        let id = format!("{:?}", stop.id);
        Some(id.split('"').nth(1).unwrap_or("?").to_owned())
    }

    /// Where pixels of the ring's colour are.
    pub fn ring(&mut self) -> Option<Rectangle> {
        self.live.coloured(LIGHT.focus)
    }
}
