//! The window as a whole: where one gets to, what is remembered, and what a person sees and clicks.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod clicks;
mod condition_pages;
mod controls;
mod data;
mod exercise_pages;
mod finding;
mod first_day;
mod frame;
mod guard;
mod knee;
mod language;
mod layout;
mod pages;
mod placement;
mod preferences;
mod progress;
mod repaint;
mod routine_index;
mod tabs;
mod today;
mod user_routines;

use std::sync::Arc;
use std::time::Duration;

use iced::keyboard::Modifiers;
use iced_test::Simulator;
use iced_test::futures::futures::StreamExt;
use iced_test::futures::futures::executor::block_on;
use iced_test::runtime::{Action, task};
use tempfile::TempDir;

use super::control::About;
use super::control::live::{self, Live};
use super::test_support::{self, OWN_PACE, SHORT, SIZES, Words, key_of, loaded, tab_key};
use super::widget::PlayerScale;
use super::*;
use crate::app::navigation::Screen;
use crate::app::playback::Playback;
use crate::app::screen::condition::ConditionPage;
use crate::app::screen::exercise::ExercisePage;
use crate::app::screen::knee_map::KneeMap;
use crate::app::screen::player::Player;
use crate::app::screen::routine::Detail;
use crate::app::screen::routines::Routines;
use crate::app::screen::today::Today;
use crate::app::shortcut::Stroke;
use crate::audio::Speaker;
use crate::desktop::Folders;
use crate::journal::Journal;
use crate::library::LoadedRoutine;
use crate::routine::Routine;
use crate::settings::{self, Appearance, Settings};
use crate::side::Side;

/// What most tests look at: the program once everything was read.
impl std::ops::Deref for App {
    type Target = Ready;

    fn deref(&self) -> &Ready {
        match self {
            Self::Ready(ready) => ready,
            Self::Loading(_) => panic!("nothing was read yet"),
        }
    }
}

impl std::ops::DerefMut for App {
    fn deref_mut(&mut self) -> &mut Ready {
        match self {
            Self::Ready(ready) => ready,
            Self::Loading(_) => panic!("nothing was read yet"),
        }
    }
}

/// The window with a clock and a folder of its own. Its settings are silent, so that tests are.
struct Desk {
    app: App,
    /// What the widgets of the window remember.
    live: Live,
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
        Self::launch(Some(loaded(text)), "(muted: true)")
    }

    /// Opens the window with a settings file and lets it read everything.
    fn launch(open: Option<LoadedRoutine>, settings: &str) -> Self {
        let (mut desk, read) = Self::before_reading(open, settings, 1.0);
        desk.send(read);
        desk
    }

    /// Opens the window, with the message in which its settings come. Its journal has nothing in it.
    fn before_reading(open: Option<LoadedRoutine>, settings: &str, speed: f64) -> (Self, Message) {
        let (mut desk, read) = Self::before_the_journal(open, settings, speed);
        let nothing = Arc::default();
        desk.send(Message::Journal(crate::journal::Event::Today(nothing)));
        (desk, read)
    }

    /// The same before the journal has answered.
    fn before_the_journal(
        open: Option<LoadedRoutine>,
        settings: &str,
        speed: f64,
    ) -> (Self, Message) {
        let home = tempfile::tempdir().unwrap();
        let folders = Folders {
            config: home.path().to_path_buf(),
            data: home.path().to_path_buf(),
        };
        std::fs::write(folders.settings(), settings).unwrap();
        let start = Instant::now();
        let launch = Launch { open, speed };
        let preferences = Preferences::read(Some(folders));
        let (mut loading, task) = Loading::new(
            launch,
            preferences,
            None,
            Journal::silent(),
            Speaker::silent(),
        );
        loading.desktop.show = |_| Ok(());
        loading.desktop.choose = |_| Task::done(None);
        // Time passes as the test says.
        loading.guard.wait = |_| Task::none();
        let desk = Self {
            app: App::Loading(Box::new(loading)),
            live: Live::new(crate::app::placement::WINDOW),
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

    /// The folders of the person.
    fn folders(&self) -> Folders {
        Folders {
            config: self.home.path().to_path_buf(),
            data: self.home.path().to_path_buf(),
        }
    }

    fn now(&self) -> Instant {
        self.start + self.at
    }

    /// The journal says that the left knee waits to be seen: it is hot, and there is a fever.
    fn find_red_flag(&mut self) {
        let sheet = crate::knee::AnswerSheet {
            marks: vec![crate::knee::Mark::Area(crate::knee::AreaId::Patella)],
            answers: [crate::knee::Key::HotKnee, crate::knee::Key::Fever]
                .map(|key| (key, crate::knee::Answer::Yes))
                .into(),
            ..crate::knee::AnswerSheet::default()
        };
        let (knowledge, _) = crate::content::knowledge();
        let assessment = crate::knee::assess(&knowledge, &sheet);
        let leg = crate::side::Side::Left;
        let id = uuid::Uuid::from_u128(7);
        let found =
            crate::training::finding::finding(id, test_support::MOMENT, leg, &sheet, &assessment);
        let recent = crate::journal::Recent {
            assessments: vec![found],
            ..crate::journal::Recent::default()
        };
        self.send(Message::Journal(crate::journal::Event::Today(Arc::new(
            recent,
        ))));
    }

    /// Lets something happen, and everything that follows from it.
    fn send(&mut self, message: Message) {
        let task = self.app.update(message, self.now());
        let Some(mut stream) = task::into_stream(task) else {
            return;
        };
        // One after the other: a task may wait for what comes of an operation.
        while let Some(action) = block_on(stream.next()) {
            match action {
                Action::Output(message) => self.send(message),
                Action::Widget(operation) => self.live.operate(self.app.view(), operation),
                // Wishes to the window system.
                _ => {}
            }
        }
    }

    /// Presses a key as a person would: a control takes it, or else the window is told.
    fn press_key(&mut self, event: iced::Event) {
        self.redraw();
        let said = self.live.event(self.app.view(), &event);
        let status = match self.live.was_captured {
            true => iced::event::Status::Captured,
            false => iced::event::Status::Ignored,
        };
        for message in said {
            self.send(message);
        }
        let window = iced::window::Id::unique();
        if let Some(message) = shell::window_event(event, status, window) {
            self.send(message);
        }
        self.redraw();
    }

    /// How large the window is.
    fn window_size(&self) -> Size {
        match &self.app {
            App::Ready(ready) => ready.window,
            App::Loading(loading) => loading.window,
        }
    }

    /// Draws the window, and lets happen what its widgets say of themselves.
    fn redraw(&mut self) {
        self.live.size = self.window_size();
        for _ in 0..4 {
            let said = self.live.event(self.app.view(), &live::redraw());
            let said: Vec<_> = said.into_iter().filter(|said| !is_drawn(said)).collect();
            if said.is_empty() {
                return;
            }
            for message in said {
                self.send(message);
            }
        }
    }

    fn press(&mut self, stroke: Stroke) {
        self.look_first();
        self.press_at_once(stroke);
    }

    /// Presses a key without a look at the page first.
    fn press_at_once(&mut self, stroke: Stroke) {
        self.press_key(key_of(stroke, Modifiers::empty()));
    }

    fn type_in(&mut self, character: char) {
        self.press(Stroke::Character(character));
    }

    fn press_with_control(&mut self, character: char) {
        self.look_first();
        self.press_key(key_of(Stroke::Character(character), Modifiers::COMMAND));
    }

    fn tab(&mut self, times: usize) {
        for _ in 0..times {
            self.look_first();
            self.press_key(tab_key(false));
        }
    }

    fn tab_back(&mut self) {
        self.look_first();
        self.press_key(tab_key(true));
    }

    /// What can be heard of the window, in order.
    fn hear(&mut self) -> Vec<About> {
        self.redraw();
        let heard = self.live.hear(self.app.view());
        heard.into_iter().map(|(_, about, _)| about).collect()
    }

    /// The control the keyboard is on.
    fn focused(&mut self) -> Option<About> {
        self.hear().into_iter().find(|about| about.is_focused)
    }

    /// What the control is called that the keyboard is on.
    fn focused_name(&mut self) -> String {
        let focused = self.focused().and_then(|about| about.name);
        focused.unwrap_or_else(|| "nothing".to_owned())
    }

    /// Whether a ring shows where the keyboard is.
    fn is_ringed(&mut self) -> bool {
        self.redraw();
        let stop = self.live.focused(self.app.view());
        stop.is_some_and(|stop| stop.is_ringed)
    }

    /// What Tab stops at, from the first control of the page round to it again. What is off is not among it.
    fn stops(&mut self) -> Vec<String> {
        let mut stops = Vec::new();
        self.tab(1);
        for _ in 0..500 {
            self.tab(1);
            let place = (self.focused_place(), self.focused_name());
            if stops.first() == Some(&place) {
                return stops.into_iter().map(|(_, name)| name).collect();
            }
            stops.push(place);
        }
        panic!("Tab does not come round: {stops:?}");
    }

    /// Where in the window the control lies that the keyboard is on.
    fn focused_place(&mut self) -> Option<[i32; 2]> {
        let map = self.live.map(self.app.view());
        let here = map.focused()?;
        let at = map.stops[here].bounds;
        Some([here as i32, at.x as i32])
    }

    /// Tabs until the keyboard is on what is called like this.
    fn tab_to(&mut self, name: &str) {
        for _ in 0..300 {
            self.tab(1);
            if self.focused_name() == name {
                return;
            }
        }
        panic!("{name} cannot be reached among {:?}", self.hear());
    }

    /// Lets seconds pass in the player.
    fn play(&mut self, seconds: u64) {
        for _ in 0..seconds * 10 {
            self.wait(Duration::from_millis(100));
            self.send(Message::Tick);
        }
    }

    fn resize(&mut self, window: Size) {
        self.send(Message::Resized(window));
    }

    /// The window as it is now.
    fn window(&self) -> Simulator<'_, Message> {
        test_support::window(self.window_size(), self.app.view())
    }

    /// Every text of the window.
    fn words(&self) -> Vec<Words> {
        test_support::words(&mut self.window())
    }

    /// Whether the window says this, word for word.
    fn says(&self, text: &str) -> bool {
        self.words().iter().any(|words| words.content == text)
    }

    /// The person looks at a page that has just appeared before they press anything: its guard is over.
    fn look_first(&mut self) {
        if let Some(until) = self.guard() {
            self.send(Message::Unguard(until));
        }
    }

    /// Until when the page is guarded.
    fn guard(&self) -> Option<Instant> {
        match &self.app {
            App::Ready(ready) => ready.guard.until(),
            App::Loading(_) => None,
        }
    }

    /// Lets time pass, and a guard end whose time comes.
    fn wait(&mut self, time: Duration) {
        self.at += time;
        if let Some(until) = self.guard()
            && until <= self.now()
        {
            self.send(Message::Unguard(until));
        }
    }

    /// Draws the window, and lets happen what drawing it says, such as what has come into sight.
    fn draw(&mut self) {
        let said: Vec<Message> = {
            let mut window = self.window();
            let redraw = iced::window::Event::RedrawRequested(self.now());
            let _ = window.simulate([iced::Event::Window(redraw)]);
            window.into_messages().collect()
        };
        for message in said {
            if !is_drawn(&message) {
                self.send(message);
            }
        }
    }

    /// Clicks a text, as a person would.
    fn click(&mut self, text: &str) {
        if matches!(self.app.screens.open, Screen::KneeMap(_)) {
            self.draw();
        }
        self.look_first();
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
        if matches!(self.app.screens.open, Screen::KneeMap(_)) {
            self.draw();
        }
        self.look_first();
        let said: Vec<Message> = {
            let mut window = self.window();
            window.point_at(point);
            let _ = window.simulate(iced_test::simulator::click());
            window.into_messages().collect()
        };
        assert!(
            !said.is_empty(),
            "a click at {point} does nothing in {:?}",
            self.words()
        );
        for message in said {
            self.send(message);
        }
    }

    /// What a click at a point asks for as the window is now.
    fn messages_of_click(&self, point: iced::Point) -> Vec<Message> {
        let mut window = self.window();
        window.point_at(point);
        let _ = window.simulate(iced_test::simulator::click());
        window.into_messages().collect()
    }

    /// The same in words, without what the window says by itself when it is drawn.
    fn said_by_click(&self, point: iced::Point) -> Vec<String> {
        let mut window = self.window();
        window.point_at(point);
        let _ = window.simulate([iced::Event::Window(iced::window::Event::Focused)]);
        let by_itself: Vec<_> = window.into_messages().map(|it| format!("{it:?}")).collect();
        let said = self.messages_of_click(point).into_iter();
        said.map(|message| format!("{message:?}"))
            .filter(|message| !by_itself.contains(message))
            .collect()
    }

    /// The middle of the transport's buttons: previous, pause, next.
    fn transport(&self) -> [iced::Point; 3] {
        let more = self
            .window()
            .find(crate::words::player::more())
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
        match &self.app.screens.open {
            Screen::Player => &self.app.playing.as_ref().expect("a session").player,
            other => panic!("not the player but {other:?}"),
        }
    }

    fn playback(&self) -> &Playback {
        &self.app.playing.as_ref().expect("a session").playback
    }
}

/// Pictures take long, and no test looks at them.
fn is_drawn(message: &Message) -> bool {
    matches!(
        message,
        Message::KneeMap(crate::app::screen::knee_map::Message::Drawn(..))
    )
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
