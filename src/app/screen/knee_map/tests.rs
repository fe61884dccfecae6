//! What a person meets on the knee map, message by message and key by key.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod pages;
mod way;

use std::sync::{Arc, LazyLock};
use std::time::Instant;

use iced::{Event, Point, Size, window};

use super::*;
use crate::app::test_support::{self, SIZES, Words};
use crate::app::widget::WindowSize;
use crate::content;

static KNOWLEDGE: LazyLock<Arc<Knowledge>> = LazyLock::new(|| Arc::new(content::knowledge().0));

fn map() -> KneeMap {
    KneeMap::new(Arc::clone(&KNOWLEDGE), Origin::Page, Remembered::default())
}

/// Someone at the knee map, in a window of this size.
struct Visit {
    map: KneeMap,
    window: Size,
    actions: Vec<Action>,
}

impl Visit {
    fn of(map: KneeMap, window: Size) -> Self {
        let mut visit = Self {
            map,
            window,
            actions: Vec::new(),
        };
        visit.draw();
        visit
    }

    fn send(&mut self, message: Message) -> &Action {
        let action = self.map.update(message);
        self.actions.push(action);
        self.actions.last().unwrap()
    }

    fn view(&self) -> iced_test::Simulator<'_, Message> {
        let viewport = test_support::viewport(self.window);
        let sidebar = match viewport.size() {
            WindowSize::Small => 86.0,
            WindowSize::Medium | WindowSize::Large => 204.0,
        };
        let room = Size::new(self.window.width - sidebar, self.window.height);
        test_support::window(room, self.map.view(&viewport))
    }

    /// Draws the window, and lets happen what drawing it says.
    fn draw(&mut self) {
        for _ in 0..2 {
            let said: Vec<Message> = {
                let mut view = self.view();
                let redraw = window::Event::RedrawRequested(Instant::now());
                let _ = view.simulate([Event::Window(redraw)]);
                view.into_messages().collect()
            };
            for message in said {
                let _ = self.send(message);
            }
        }
    }

    /// Clicks a text, draws, and says what came of it.
    fn click(&mut self, text: &str) -> &Action {
        let said: Vec<Message> = {
            let mut view = self.view();
            let _ = view
                .click(text)
                .unwrap_or_else(|error| panic!("{text}: {error} in {:?}", self.words()));
            view.into_messages().collect()
        };
        self.take(text, said)
    }

    fn take(&mut self, what: &str, said: Vec<Message>) -> &Action {
        assert!(!said.is_empty(), "a click on {what} does nothing");
        let before = self.actions.len();
        for message in said {
            let _ = self.send(message);
        }
        let came = self.actions.len() - 1;
        assert!(came >= before);
        self.draw();
        &self.actions[came]
    }

    fn words(&self) -> Vec<Words> {
        test_support::words(&mut self.view())
    }

    fn says(&self, text: &str) -> bool {
        self.words().iter().any(|words| words.content == text)
    }

    fn bounds(&self, text: &str) -> iced::Rectangle {
        let words = self.words();
        let found = words.iter().find(|words| words.content == text);
        found
            .unwrap_or_else(|| panic!("no {text} in {words:?}"))
            .bounds
    }
}

/// Marks, says who one is, and stands before the first check.
fn before_the_checks(marks: &[AreaId], age: AgeBand, onset: Onset) -> KneeMap {
    let mut map = map();
    let _ = map.update(Message::Side(Side::Left));
    for mark in marks {
        let _ = map.update(Message::Gesture(Gesture::Press(*mark)));
    }
    let _ = map.update(Message::Continue);
    say_about(&mut map, age, onset);
    map
}

fn say_about(map: &mut KneeMap, age: AgeBand, onset: Onset) {
    let _ = map.update(Message::Age(age));
    let _ = map.update(Message::Lasting(Duration::From2));
    let _ = map.update(Message::Onset(onset));
    let _ = map.update(Message::Recent(false));
    let _ = map.update(Message::Next);
}

/// Ticks nothing on any page of statements, having seen each to its end. Says what came of the last.
fn pass_the_checks(map: &mut KneeMap) -> Action {
    let mut action = Action::None;
    while let Stage::Asking(_, Step::Check(page)) = map.stage {
        let _ = map.update(Message::SeenLast(page));
        action = map.update(Message::None);
        if matches!(action, Action::Concluded(_)) {
            break;
        }
    }
    action
}

/// Says no to every question until there is a result.
fn say_no(map: &mut KneeMap) -> Conclusion {
    let mut action = Action::None;
    while let Stage::Asking(_, Step::Question(_)) = map.stage {
        action = map.update(Message::Answer(Answer::No));
        if matches!(action, Action::Concluded(_)) {
            break;
        }
    }
    concluded(action)
}

fn concluded(action: Action) -> Conclusion {
    match action {
        Action::Concluded(conclusion) => *conclusion,
        other => panic!("no conclusion but {other:?}"),
    }
}
