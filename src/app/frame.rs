//! The frame around the pages: sidebar, keyboard focus, and the events of the window.

use std::time::Instant;

use iced::widget::operation::AbsoluteOffset;
use iced::widget::scrollable::RelativeOffset;
use iced::widget::{column, container, operation, row, space};
use iced::{Element, Event, Fill, Padding, Task, event, keyboard, mouse, window};

use super::choosing::NOWHERE;
use super::focus::{Direction, Focus};
use super::shortcut::{self, Press, Stroke};
use super::theme::Tone;
use super::widget::sidebar::{Entry, Here, sidebar};
use super::widget::{Icon, banner, button, modal, modal_maybe};
use super::{App, Message, Place, Screen, screen};
use crate::app::screen::settings::{self as settings_screen, PATH};
use crate::app::screen::{
    condition, conditions, exercise, knee_map as knee_map_screen, pain_check, player, routine,
    routines, today,
};
use crate::settings::Knee;
use crate::words::{knee_map, page as words, progress};

/// The places of the sidebar, from top to bottom.
const PLACES: [Place; 5] = [
    Place::Today,
    Place::Routines,
    Place::KneeMap,
    Place::Progress,
    Place::Settings,
];

/// How the keyboard moves on a page.
#[derive(Debug, Clone, Copy)]
enum Step {
    /// From one control to the next.
    On(Direction),
    /// From the sidebar to the first control or the last.
    In(Direction),
}

impl Step {
    /// Moves within a dialog, round and round.
    fn stay<M: PartialEq + Clone>(self, focus: &mut Focus<M>, stops: &[M]) -> bool {
        let (Self::On(direction) | Self::In(direction)) = self;
        focus.step(stops, direction);
        false
    }

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

/// What the window says, and which keys are pressed. All of it goes through here: everybody who listens is told of
/// every frame.
pub(super) fn window_event(event: Event, status: event::Status, _: window::Id) -> Option<Message> {
    match event {
        Event::Window(window::Event::Opened { size, .. } | window::Event::Resized(size)) => {
            Some(Message::Resized(size))
        }
        Event::Window(window::Event::CloseRequested) => Some(Message::Close),
        Event::Window(window::Event::FileDropped(file)) => Some(Message::Dropped(file)),
        // A field that is written in keeps Escape to itself and only loses its cursor.
        Event::Keyboard(keyboard::Event::KeyPressed {
            key: keyboard::Key::Named(keyboard::key::Named::Escape),
            ..
        }) if status == event::Status::Captured => {
            Some(Message::Routines(routines::Message::EmptySearch))
        }
        Event::Keyboard(event) if status == event::Status::Ignored => {
            shortcut::press(event).map(Message::Key)
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
    match &app.check {
        Some(check) => {
            let question = check.view(&app.surroundings()).map(Message::PainCheck);
            let close = Message::PainCheck(pain_check::Message::Close);
            modal(window(app), question, Some(close))
        }
        None => window(app),
    }
}

/// Draws everything but what lies above it.
fn window(app: &App) -> Element<'_, Message> {
    let surroundings = app.surroundings();
    let note = app.note();
    let page: Element<'_, Message> = match &app.screen {
        Screen::Player(player) => {
            return player
                .view(&player::Outside {
                    surroundings,
                    clock: app.clock,
                    is_muted: app.settings.muted,
                    is_silent: app.sound.is_silent(),
                    sessions_this_week: app.sessions_this_week(),
                })
                .map(Message::Player);
        }
        Screen::Opening => space().into(),
        Screen::Today(today) => today
            .view(&surroundings, note.is_some())
            .map(Message::Today),
        Screen::Routines(routines) => routines.view(&surroundings).map(Message::Routines),
        Screen::Routine(detail) => detail
            .view(&app.settings, &surroundings)
            .map(Message::Routine),
        Screen::Exercise(page) => page.view(&surroundings).map(Message::Exercise),
        Screen::KneeMap(map) => map.view(&surroundings).map(Message::KneeMap),
        Screen::Conditions(list) => list.view(&surroundings).map(Message::Conditions),
        Screen::Condition(condition) => condition.view(&surroundings).map(Message::Condition),
        Screen::Progress(progress) => progress.view(&surroundings).map(Message::Progress),
        Screen::Settings(settings) => settings
            .view(screen::settings::Outside {
                settings: &app.settings,
                folder: app
                    .settings_file
                    .folders
                    .as_ref()
                    .map(|folders| folders.config.as_path()),
                data: app
                    .settings_file
                    .folders
                    .as_ref()
                    .map(|folders| folders.data.as_path()),
                own: app.own.folder.as_deref(),
                problem: app.settings_file.problem.as_ref(),
                is_silent: app.sound.is_silent(),
                surroundings,
            })
            .map(Message::Settings),
    };

    // While a session waits, there is only the way back to it.
    if app.has_session() {
        return page;
    }
    let here = Here {
        open: app.place(),
        focused: app.focused_place,
    };
    let entry = |place, icon, label| Entry { place, icon, label };
    let window = row![
        sidebar(
            surroundings.look,
            surroundings.size(),
            words::NAME,
            &[
                entry(Place::Today, Icon::House, words::TODAY),
                entry(Place::Routines, Icon::Layers, words::ROUTINES),
                entry(Place::KneeMap, Icon::Crosshair, knee_map::NAME),
                entry(Place::Progress, Icon::ChartNoAxesColumn, progress::NAME),
            ],
            &[entry(Place::Settings, Icon::Settings, words::SETTINGS)],
            here,
            Message::Go,
        ),
        container(column![note, page]).width(Fill).height(Fill),
    ];
    // Above the sidebar too: what is being changed is not left by a stray click.
    let look = surroundings.look;
    match &app.screen {
        Screen::Progress(progress) => {
            let (dialog, close) = progress.dialog(look);
            let dialog = dialog.map(|dialog| dialog.map(Message::Progress));
            modal_maybe(window, dialog, Some(Message::Progress(close)))
        }
        Screen::Settings(settings) => {
            let (dialog, close) = settings.dialog(look);
            let dialog = dialog.map(|dialog| dialog.map(Message::Settings));
            modal_maybe(window, dialog, Some(Message::Settings(close)))
        }
        _ => window.into(),
    }
}

impl App {
    /// Whether a session is on or waits.
    pub(super) fn has_session(&self) -> bool {
        let is_player = |screen: &Screen| matches!(screen, Screen::Player(_));
        is_player(&self.screen) || self.behind.iter().any(is_player)
    }

    /// Whether a dialog lies above the page.
    fn has_dialog(&self) -> bool {
        match &self.screen {
            Screen::Progress(progress) => progress.has_dialog(),
            Screen::Settings(settings) => settings.has_dialog(),
            _ => false,
        }
    }

    /// The most important thing there is to say above a page.
    fn note(&self) -> Option<Element<'_, Message>> {
        self.waiting()
            .or_else(|| self.journal_note())
            .or_else(|| self.gone())
    }

    /// Says on every page that a knee should be looked at first. The knee map says it in its own way.
    fn waiting(&self) -> Option<Element<'_, Message>> {
        let knees = match self.settings.knees_to_be_seen.as_slice() {
            [] => return None,
            [Knee::Left] => knee_map::LEFT_KNEE_LOW,
            [Knee::Right] => knee_map::RIGHT_KNEE_LOW,
            _ => knee_map::BOTH_KNEES_LOW,
        };
        if matches!(self.screen, Screen::KneeMap(_)) {
            return None;
        }
        let look = self.surroundings().look;
        let note = banner(
            look,
            Tone::Ember,
            Icon::OctagonAlert,
            knee_map::waiting(knees),
        )
        .line(knee_map::WAITING_LINE)
        .actions(
            button(look, knee_map::SEE_WHY)
                .small()
                .on_press(Message::Go(Place::KneeMap)),
        );
        Some(
            container(note)
                .padding(Padding::new(20.0).bottom(0.0))
                .into(),
        )
    }

    /// The place in the sidebar one is at.
    pub(super) fn place(&self) -> Place {
        match self.screen {
            Screen::Opening | Screen::Today(_) | Screen::Player(_) => Place::Today,
            Screen::Routines(_) | Screen::Routine(_) | Screen::Exercise(_) => Place::Routines,
            Screen::KneeMap(_) | Screen::Conditions(_) | Screen::Condition(_) => Place::KneeMap,
            Screen::Progress(_) => Place::Progress,
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
                Screen::Exercise(page) => page.focus.is_shown(),
                Screen::KneeMap(map) => map.focus.is_shown(),
                Screen::Conditions(list) => list.focus.is_shown(),
                Screen::Condition(condition) => condition.focus.is_shown(),
                Screen::Progress(progress) => progress.focus.is_shown(),
                Screen::Settings(settings) => settings.focus.is_shown(),
            }
    }

    /// Takes the ring away: the pointer is being used.
    pub(super) fn hide_focus(&mut self) {
        self.focused_place = None;
        if let Some(check) = &mut self.check {
            check.hide_focus();
        }
        match &mut self.screen {
            Screen::Opening | Screen::Player(_) => {}
            Screen::Today(today) => today.focus.hide(),
            Screen::Routines(routines) => routines.focus.hide(),
            Screen::Routine(detail) => detail.focus.hide(),
            Screen::Exercise(page) => page.focus.hide(),
            Screen::KneeMap(map) => map.focus.hide(),
            Screen::Conditions(list) => list.focus.hide(),
            Screen::Condition(condition) => condition.focus.hide(),
            Screen::Progress(progress) => progress.focus.hide(),
            Screen::Settings(settings) => settings.focus.hide(),
        }
    }

    /// What a key means: in the player it is the player's own, elsewhere it moves about.
    pub(super) fn key(&mut self, press: Press, real: Instant) -> Task<Message> {
        if let Some(check) = &mut self.check {
            let action = check.key(press, real);
            return self.obey_pain_check(action, real);
        }
        if press.command {
            let place = match press.stroke {
                Stroke::Character('1') => Some(Place::Today),
                Stroke::Character('2') => Some(Place::Routines),
                Stroke::Character('3') => Some(Place::KneeMap),
                Stroke::Character('5') => Some(Place::Progress),
                Stroke::Character(',') => Some(Place::Settings),
                _ => None,
            };
            if press.stroke == Stroke::Character('f') && matches!(self.screen, Screen::Routines(_))
            {
                return self.update(Message::Routines(routines::Message::Search), real);
            }
            // Neither a session nor a dialog is left by a stray key.
            return match place {
                Some(place) if !self.has_session() && !self.has_dialog() => {
                    self.update(Message::Go(place), real)
                }
                _ => Task::none(),
            };
        }
        let now = self.now(real);
        match &mut self.screen {
            Screen::Opening => Task::none(),
            Screen::Player(player) => {
                let action = player.key(press, now);
                self.obey_player(action, real)
            }
            _ => self.key_on_page(press, real),
        }
    }

    /// What a key means on a page: Tab goes on, Enter and Space press, Escape goes back.
    pub(super) fn key_on_page(&mut self, press: Press, real: Instant) -> Task<Message> {
        if let Screen::Today(today) = &mut self.screen
            && self.focused_place.is_none()
            && today.key(press.stroke, real)
        {
            return Task::none();
        }
        if let Screen::KneeMap(map) = &mut self.screen
            && self.focused_place.is_none()
            && let Some(action) = map.key(press.stroke)
        {
            let obeyed = self.obey_knee_map(action, real);
            return Task::batch([obeyed, self.scroll_to_focus()]);
        }
        if let Some(obeyed) = self.key_on_progress(press.stroke, real) {
            return obeyed;
        }
        let pressed = match press.stroke {
            Stroke::Tab(direction) => {
                self.tab(direction);
                None
            }
            Stroke::Enter | Stroke::Space => self.focused(),
            Stroke::Escape => match &self.screen {
                Screen::KneeMap(map) => match map.escape() {
                    Some(message) => Some(Message::KneeMap(message)),
                    None => Some(Message::Go(Place::Today)),
                },
                Screen::Conditions(_) => Some(Message::Conditions(conditions::Message::Back)),
                Screen::Condition(_) => Some(Message::Condition(condition::Message::Back)),
                Screen::Routine(_) => Some(Message::Routine(routine::Message::Back)),
                Screen::Exercise(_) => Some(Message::Exercise(exercise::Message::Back)),
                Screen::Routines(routines) => match routines.escape() {
                    Some(message) => Some(Message::Routines(message)),
                    None => Some(Message::Go(Place::Today)),
                },
                Screen::Progress(progress) => match progress.escape() {
                    Some(message) => Some(Message::Progress(message)),
                    None => Some(Message::Go(Place::Today)),
                },
                Screen::Settings(settings) => match settings.escape() {
                    Some(message) => Some(Message::Settings(message)),
                    None => Some(Message::Go(Place::Today)),
                },
                _ => None,
            },
            Stroke::Character('s') => match &self.screen {
                Screen::Today(_) => Some(Message::Today(today::Message::StartReset)),
                Screen::Routine(_) => Some(Message::Routine(routine::Message::Start)),
                Screen::Routines(routines) => routines
                    .start(self.surroundings().size())
                    .map(Message::Routines),
                _ => None,
            },
            Stroke::Character('/') => match &self.screen {
                Screen::Routines(_) => Some(Message::Routines(routines::Message::Search)),
                _ => None,
            },
            Stroke::Left | Stroke::Right | Stroke::Up | Stroke::Down => {
                self.arrow(press.stroke);
                if let Screen::Exercise(_) = self.screen {
                    return Task::none();
                }
                None
            }
            _ => None,
        };
        match pressed {
            Some(message) => self.update(message, real),
            None if matches!(self.screen, Screen::Routines(_)) => self.follow_on_shelf(),
            None if matches!(self.screen, Screen::Progress(_)) => self.follow_on_progress(),
            None => self.scroll_to_focus(),
        }
    }

    /// Brings the control the keyboard is on into sight where a long list scrolls.
    fn scroll_to_focus(&self) -> Task<Message> {
        let (list, reach) = match &self.screen {
            Screen::Today(today) => (today::PAGE, today.reach()),
            Screen::KneeMap(map) => (knee_map_screen::marking::LIST, map.reach()),
            Screen::Conditions(list) => (conditions::LIST, list.reach()),
            Screen::Exercise(page) => (exercise::DETAILS, page.reach()),
            Screen::Routine(detail) => {
                let reach = detail.reach(self.surroundings().size());
                return reach.map_or_else(Task::none, |y| {
                    operation::scroll_to(routine::LIST, AbsoluteOffset { x: 0.0, y })
                });
            }
            Screen::Settings(settings) => {
                let stops = settings.stops(
                    self.settings_file.problem.is_some(),
                    self.settings_file.folders.is_some(),
                );
                let field = if settings.is_on_path() { PATH } else { NOWHERE };
                let cursor = operation::focus(field);
                let scrolled = settings.reach(&stops).map_or_else(Task::none, |y| {
                    operation::snap_to(settings_screen::LIST, RelativeOffset { x: 0.0, y })
                });
                return Task::batch([cursor, scrolled]);
            }
            _ => return Task::none(),
        };
        match reach {
            Some(y) => operation::snap_to(list, RelativeOffset { x: 0.0, y }),
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
        let size = self.surroundings().size();
        match &mut self.screen {
            Screen::Today(today) => {
                let stops = today.stops();
                step.take(&mut today.focus, &stops)
            }
            Screen::Routines(routines) => {
                let stops = routines.stops(size);
                step.take(&mut routines.focus, &stops)
            }
            Screen::Routine(detail) => {
                let stops = detail.stops();
                step.take(&mut detail.focus, &stops)
            }
            Screen::Exercise(page) => {
                let stops = page.stops();
                step.take(&mut page.focus, &stops)
            }
            Screen::KneeMap(map) => {
                let stops = map.stops();
                step.take(&mut map.focus, &stops)
            }
            Screen::Conditions(list) => {
                let stops = list.stops();
                step.take(&mut list.focus, &stops)
            }
            Screen::Condition(condition) => {
                let stops = condition.stops();
                step.take(&mut condition.focus, &stops)
            }
            Screen::Progress(progress) => {
                let stops = progress.stops();
                if progress.has_dialog() {
                    return step.stay(&mut progress.focus, &stops);
                }
                step.take(&mut progress.focus, &stops)
            }
            Screen::Settings(settings) => {
                let stops = settings.stops(
                    self.settings_file.problem.is_some(),
                    self.settings_file.folders.is_some(),
                );
                if settings.has_dialog() {
                    return step.stay(&mut settings.focus, &stops);
                }
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
                .current(&routines.stops(self.surroundings().size()))
                .map(Message::Routines),
            Screen::Routine(detail) => detail.focus.current(&detail.stops()).map(Message::Routine),
            Screen::Exercise(page) => page.focus.current(&page.stops()).map(Message::Exercise),
            Screen::KneeMap(map) => map.focus.current(&map.stops()).map(Message::KneeMap),
            Screen::Conditions(list) => list.focus.current(&list.stops()).map(Message::Conditions),
            Screen::Condition(condition) => condition
                .focus
                .current(&condition.stops())
                .map(Message::Condition),
            Screen::Progress(progress) => progress
                .focus
                .current(&progress.stops())
                .map(Message::Progress),
            Screen::Settings(settings) => settings
                .focus
                .current(&settings.stops(
                    self.settings_file.problem.is_some(),
                    self.settings_file.folders.is_some(),
                ))
                .map(Message::Settings),
            Screen::Opening | Screen::Player(_) => None,
        }
    }

    /// Arrows go from card to card, and turn a figure.
    fn arrow(&mut self, stroke: Stroke) {
        let surroundings = self.surroundings();
        if let Screen::Exercise(page) = &mut self.screen {
            match stroke {
                Stroke::Left => page.arrow(false),
                Stroke::Right => page.arrow(true),
                _ => {}
            }
            return;
        }
        let Screen::Routines(routines) = &mut self.screen else {
            return;
        };
        self.focused_place = None;
        routines.arrow(stroke, &surroundings);
    }
}
