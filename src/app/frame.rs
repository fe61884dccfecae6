//! The frame around the pages: sidebar, keyboard focus, and the events of the window.

use std::time::Instant;

use iced::widget::{container, row, space};
use iced::{Element, Event, Fill, Task, event, mouse, window};

use super::focus::{Direction, Focus};
use super::shortcut::{Press, Stroke};
use super::widget::Icon;
use super::widget::sidebar::{Entry, Here, sidebar};
use super::{App, Message, Place, Screen, screen};
use crate::app::screen::{player, routine, routines, today};
use crate::words::page as words;

/// The places of the sidebar, from top to bottom.
const PLACES: [Place; 3] = [Place::Today, Place::Routines, Place::Settings];

/// How the keyboard moves on a page.
#[derive(Debug, Clone, Copy)]
enum Step {
    /// From one control to the next.
    On(Direction),
    /// From the sidebar to the first control or the last.
    In(Direction),
}

impl Step {
    /// Moves. Says whether it left the page.
    fn take<M: PartialEq + Clone>(self, focus: &mut Focus<M>, stops: &[M]) -> bool {
        match self {
            Self::On(direction) => focus.step_out(stops, direction),
            Self::In(direction) => {
                focus.enter(stops, direction);
                false
            }
        }
    }
}

/// What the window says.
#[expect(
    clippy::needless_pass_by_value,
    reason = "iced hands events out by value"
)]
pub(super) fn window_event(event: Event, _: event::Status, _: window::Id) -> Option<Message> {
    match event {
        Event::Window(window::Event::Opened { size, .. } | window::Event::Resized(size)) => {
            Some(Message::Resized(size))
        }
        _ => None,
    }
}

/// What the pointer does.
#[expect(
    clippy::needless_pass_by_value,
    reason = "iced hands events out by value"
)]
pub(super) fn pointer_event(event: Event, _: event::Status, _: window::Id) -> Option<Message> {
    match event {
        Event::Mouse(mouse::Event::CursorMoved { .. } | mouse::Event::ButtonPressed(_))
        | Event::Touch(_) => Some(Message::Pointer),
        _ => None,
    }
}

/// Draws the window.
pub(super) fn view(app: &App) -> Element<'_, Message> {
    let surroundings = app.surroundings();
    let page: Element<'_, Message> = match &app.screen {
        Screen::Player(player) => {
            return player
                .view(&player::Outside {
                    surroundings,
                    is_muted: app.settings.muted,
                    is_silent: app.sound.is_silent(),
                })
                .map(Message::Player);
        }
        Screen::Opening => space().into(),
        Screen::Today(today) => today.view(&surroundings).map(Message::Today),
        Screen::Routines(routines) => routines.view(&surroundings).map(Message::Routines),
        Screen::Routine(detail) => detail
            .view(&app.settings, &surroundings)
            .map(Message::Routine),
        Screen::Settings(settings) => settings
            .view(screen::settings::Outside {
                settings: &app.settings,
                folder: app
                    .settings_file
                    .folders
                    .as_ref()
                    .map(|folders| folders.config.as_path()),
                problem: app.settings_file.problem.as_ref(),
                is_silent: app.sound.is_silent(),
                surroundings,
            })
            .map(Message::Settings),
    };

    let here = Here {
        open: app.place(),
        focused: app.focused_place,
    };
    let entry = |place, icon, label| Entry { place, icon, label };
    row![
        sidebar(
            surroundings.look,
            surroundings.size(),
            words::NAME,
            &[
                entry(Place::Today, Icon::House, words::TODAY),
                entry(Place::Routines, Icon::Layers, words::ROUTINES),
            ],
            &[entry(Place::Settings, Icon::Settings, words::SETTINGS)],
            here,
            Message::Go,
        ),
        container(page).width(Fill).height(Fill),
    ]
    .into()
}

impl App {
    /// The place in the sidebar one is at.
    pub(super) fn place(&self) -> Place {
        match self.screen {
            Screen::Opening | Screen::Today(_) | Screen::Player(_) => Place::Today,
            Screen::Routines(_) | Screen::Routine(_) => Place::Routines,
            Screen::Settings(_) => Place::Settings,
        }
    }

    /// Whether a page shows where the keyboard is.
    pub(super) fn is_focus_shown(&self) -> bool {
        self.focused_place.is_some()
            || match &self.screen {
                Screen::Opening | Screen::Player(_) => false,
                Screen::Today(today) => today.focus.is_shown(),
                Screen::Routines(routines) => routines.focus.is_shown(),
                Screen::Routine(detail) => detail.focus.is_shown(),
                Screen::Settings(settings) => settings.focus.is_shown(),
            }
    }

    /// Takes the ring away: the pointer is being used.
    pub(super) fn hide_focus(&mut self) {
        self.focused_place = None;
        match &mut self.screen {
            Screen::Opening | Screen::Player(_) => {}
            Screen::Today(today) => today.focus.hide(),
            Screen::Routines(routines) => routines.focus.hide(),
            Screen::Routine(detail) => detail.focus.hide(),
            Screen::Settings(settings) => settings.focus.hide(),
        }
    }

    /// What a key means on a page: Tab goes on, Enter and Space press, Escape goes back.
    pub(super) fn key_on_page(&mut self, press: Press, real: Instant) -> Task<Message> {
        let pressed = match press.stroke {
            Stroke::Tab(direction) => {
                self.tab(direction);
                None
            }
            Stroke::Enter | Stroke::Space => self.focused(),
            Stroke::Escape => match self.screen {
                Screen::Routine(_) => Some(Message::Routine(routine::Message::Back)),
                Screen::Routines(_) | Screen::Settings(_) => Some(Message::Go(Place::Today)),
                _ => None,
            },
            Stroke::Character('s') => match &self.screen {
                Screen::Today(_) => Some(Message::Today(today::Message::StartReset)),
                Screen::Routine(_) => Some(Message::Routine(routine::Message::Start)),
                Screen::Routines(routines) => routines.start().map(Message::Routines),
                _ => None,
            },
            Stroke::Left | Stroke::Right | Stroke::Up | Stroke::Down => {
                self.arrow(press.stroke);
                None
            }
            _ => None,
        };
        match pressed {
            Some(message) => self.update(message, real),
            None => Task::none(),
        }
    }

    /// Tab goes through the page and then through the sidebar, round and round.
    fn tab(&mut self, direction: Direction) {
        let place = self
            .focused_place
            .and_then(|place| PLACES.iter().position(|known| *known == place));
        let next = match (place, direction) {
            (Some(place), Direction::Forward) => PLACES.get(place + 1),
            (Some(place), Direction::Back) => {
                place.checked_sub(1).and_then(|place| PLACES.get(place))
            }
            (None, _) if !self.step_on_page(Step::On(direction)) => return,
            (None, Direction::Forward) => PLACES.first(),
            (None, Direction::Back) => PLACES.last(),
        };
        self.focused_place = next.copied();
        if place.is_some() && next.is_none() {
            let _ = self.step_on_page(Step::In(direction));
        }
    }

    /// Moves the keyboard on the page. Says whether it left the page.
    fn step_on_page(&mut self, step: Step) -> bool {
        match &mut self.screen {
            Screen::Today(today) => {
                let stops = today.stops();
                step.take(&mut today.focus, &stops)
            }
            Screen::Routines(routines) => {
                let stops = routines.stops();
                step.take(&mut routines.focus, &stops)
            }
            Screen::Routine(detail) => {
                let stops = detail.stops();
                step.take(&mut detail.focus, &stops)
            }
            Screen::Settings(settings) => {
                let stops = settings.stops(self.settings_file.problem.is_some());
                step.take(&mut settings.focus, &stops)
            }
            Screen::Opening | Screen::Player(_) => false,
        }
    }

    /// The message of the control the keyboard is on.
    fn focused(&self) -> Option<Message> {
        if let Some(place) = self.focused_place {
            return Some(Message::Go(place));
        }
        match &self.screen {
            Screen::Today(today) => today.focus.current(&today.stops()).map(Message::Today),
            Screen::Routines(routines) => routines
                .focus
                .current(&routines.stops())
                .map(Message::Routines),
            Screen::Routine(detail) => detail.focus.current(&detail.stops()).map(Message::Routine),
            Screen::Settings(settings) => settings
                .focus
                .current(&settings.stops(self.settings_file.problem.is_some()))
                .map(Message::Settings),
            Screen::Opening | Screen::Player(_) => None,
        }
    }

    /// Arrows go from card to card.
    fn arrow(&mut self, stroke: Stroke) {
        let Screen::Routines(routines) = &mut self.screen else {
            return;
        };
        self.focused_place = None;
        let direction = match stroke {
            Stroke::Left | Stroke::Up => Direction::Back,
            _ => Direction::Forward,
        };
        let stops: Vec<routines::Message> = routines.stops();
        routines.focus.step(&stops, direction);
    }
}
