//! The window as a whole: where one gets to, what is remembered, and what a person sees and clicks.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod choosing;
mod clicks;
mod data;
mod exercise_pages;
mod knee;
mod layout;
mod own;
mod pages;
mod places;
mod progress;
mod remembering;
mod today;

use std::time::Duration;

use iced_test::Simulator;
use iced_test::futures::futures::StreamExt;
use iced_test::futures::futures::executor::block_on;
use iced_test::runtime::{Action, task};
use tempfile::TempDir;

use super::trial::{self, OWN_PACE, SHORT, SIZES, Words, shelved};
use super::widget::PlayerScale;
use super::*;
use crate::app::focus::Direction;
use crate::app::shortcut::Stroke;

/// The window with a clock and a folder of its own. Its settings are silent, so that tests are.
struct Desk {
    app: App,
    start: Instant,
    at: Duration,
    home: TempDir,
}

impl Desk {
    /// Opens the window and lets it read everything.
    fn open() -> Self {
        Self::launch(None, "(muted: true)")
    }

    /// Opens the window straight into a routine.
    fn playing(text: &str) -> Self {
        Self::launch(Some(shelved(text)), "(muted: true)")
    }

    /// Opens the window with a settings file and lets it read everything.
    fn launch(open: Option<Shelved>, settings: &str) -> Self {
        let (mut desk, read) = Self::before_reading(open, settings, 1.0);
        desk.send(read);
        desk
    }

    /// Opens the window, with the message in which its settings come.
    fn before_reading(open: Option<Shelved>, settings: &str, speed: f64) -> (Self, Message) {
        let home = tempfile::tempdir().unwrap();
        let folders = Folders {
            config: home.path().to_path_buf(),
            data: home.path().to_path_buf(),
        };
        std::fs::write(folders.settings(), settings).unwrap();
        let start = Instant::now();
        let (mut app, task) = App::new(Launch { open, speed }, Some(folders), start);
        app.own.show = |_| Ok(());
        let desk = Self {
            app,
            start,
            at: Duration::ZERO,
            home,
        };
        // What the speaker has to say never ends, so only the first message is waited for.
        let first = block_on(task::into_stream(task).unwrap().next()).unwrap();
        let Action::Output(read) = first else {
            panic!("nothing is read but {first:?}");
        };
        (desk, read)
    }

    fn now(&self) -> Instant {
        self.start + self.at
    }

    /// Lets something happen, and everything that follows from it.
    fn send(&mut self, message: Message) {
        let task = self.app.update(message, self.now());
        for message in messages(task) {
            self.send(message);
        }
    }

    fn press(&mut self, stroke: Stroke) {
        let command = false;
        self.send(Message::Key(Press { stroke, command }));
    }

    fn type_in(&mut self, character: char) {
        self.press(Stroke::Character(character));
    }

    fn press_with_control(&mut self, character: char) {
        let stroke = Stroke::Character(character);
        let command = true;
        self.send(Message::Key(Press { stroke, command }));
    }

    fn tab(&mut self, times: usize) {
        for _ in 0..times {
            self.press(Stroke::Tab(Direction::Forward));
        }
    }

    /// Lets seconds pass in the player.
    fn play(&mut self, seconds: u64) {
        for _ in 0..seconds * 10 {
            self.at += Duration::from_millis(100);
            self.send(Message::Player(player::Message::Tick));
        }
    }

    fn resize(&mut self, window: Size) {
        self.send(Message::Resized(window));
    }

    /// The window as it is now.
    fn window(&self) -> Simulator<'_, Message> {
        trial::window(self.app.window, self.app.view())
    }

    /// Every text of the window.
    fn words(&self) -> Vec<Words> {
        trial::words(&mut self.window())
    }

    /// Whether the window says this, word for word.
    fn says(&self, text: &str) -> bool {
        self.words().iter().any(|words| words.content == text)
    }

    /// Clicks a text, as a person would.
    fn click(&mut self, text: &str) {
        let said: Vec<Message> = {
            let mut window = self.window();
            let _ = window
                .click(text)
                .unwrap_or_else(|error| panic!("{text}: {error} in {:?}", self.words()));
            window.into_messages().collect()
        };
        assert!(!said.is_empty(), "a click on {text} does nothing");
        for message in said {
            self.send(message);
        }
    }

    /// Clicks a point, as a person would.
    fn click_at(&mut self, point: iced::Point) {
        let said: Vec<Message> = {
            let mut window = self.window();
            window.point_at(point);
            let _ = window.simulate(iced_test::simulator::click());
            window.into_messages().collect()
        };
        assert!(!said.is_empty(), "a click at {point} does nothing");
        for message in said {
            self.send(message);
        }
    }

    /// The middle of the transport's buttons: previous, pause, next.
    fn transport(&self) -> [iced::Point; 3] {
        let more = self
            .window()
            .find(crate::words::player::MORE)
            .expect("the transport")
            .bounds()
            .center();
        let scale = PlayerScale::of_window(self.app.window);
        let (side, main, gap) = (scale.control(60.0), scale.control(104.0), scale.px(10.0));
        let next = more.x - side - gap;
        let pause = next - side / 2.0 - gap - main / 2.0;
        let previous = pause - main / 2.0 - gap - side / 2.0;
        [previous, pause, next].map(|x| iced::Point::new(x, more.y))
    }

    fn player(&self) -> &Player {
        match &self.app.screen {
            Screen::Player(player) => player,
            other => panic!("not the player but {other:?}"),
        }
    }
}

/// What comes of a task.
fn messages(task: Task<Message>) -> Vec<Message> {
    let Some(stream) = task::into_stream(task) else {
        return Vec::new();
    };
    let done = stream.filter_map(|action| async move {
        match action {
            Action::Output(message) => Some(message),
            // Wishes to the window system.
            _ => None,
        }
    });
    block_on(done.collect())
}
