//! The keyboard in the window: what a key means, and which control it is on.

use std::time::Instant;

use iced::Task;
use iced::widget::operation::{self, AbsoluteOffset, RelativeOffset};

use super::focus::{Direction, Focus};
use super::navigation::{Screen, Tab};
use super::routines::NOWHERE;
use super::screen::settings::{self as settings_screen, PATH};
use super::screen::{condition, exercise, knee_map as knee_map_screen, routine, today};
use super::shortcut::{Press, Stroke};
use super::{Message, Ready};

/// The places of the sidebar, from top to bottom.
const PLACES: [Tab; 5] = [
    Tab::Today,
    Tab::Routines,
    Tab::KneeMap,
    Tab::Progress,
    Tab::Settings,
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

impl Ready {
    /// What a key means: in the player it is the player's own, elsewhere it moves about.
    pub(super) fn key(&mut self, press: Press, real: Instant) -> Task<Message> {
        if self.is_kept_from(press, real) {
            return Task::none();
        }
        if let Some(check) = &mut self.check {
            let action = check.key(press, real);
            return self.apply_pain_check(action, real);
        }
        if press.command {
            let place = match press.stroke {
                Stroke::Character('1') => Some(Tab::Today),
                Stroke::Character('2') => Some(Tab::Routines),
                Stroke::Character('3') => Some(Tab::KneeMap),
                Stroke::Character('5') => Some(Tab::Progress),
                Stroke::Character(',') => Some(Tab::Settings),
                _ => None,
            };
            if press.stroke == Stroke::Character('f')
                && let Some(search) = self.search()
            {
                return self.update(search, real);
            }
            if press.stroke == Stroke::Character('z') && !self.has_session() {
                return self.undo_check();
            }
            // Neither a session nor a dialog is left by a stray key.
            return match place {
                Some(place) if !self.has_session() && !self.has_dialog() => {
                    self.update(Message::Go(place), real)
                }
                _ => Task::none(),
            };
        }
        match &mut self.screens.open {
            Screen::Player => self.key_in_player(press, real),
            _ => self.key_on_page(press, real),
        }
    }

    /// What a key means on a page: Tab goes on, Enter and Space press, Escape goes back.
    pub(super) fn key_on_page(&mut self, press: Press, real: Instant) -> Task<Message> {
        if let Screen::Today(today) = &mut self.screens.open
            && self.focused_place.is_none()
            && today.key(press.stroke, real)
        {
            return Task::none();
        }
        if let Screen::KneeMap(map) = &mut self.screens.open
            && self.focused_place.is_none()
            && let Some(action) = map.key(press.stroke)
        {
            let obeyed = self.apply_knee_map(action, real);
            return Task::batch([obeyed, self.scroll_to_focus()]);
        }
        if let Screen::Finding(page) = &mut self.screens.open
            && self.focused_place.is_none()
            && let Some(message) = page.key(press.stroke)
        {
            return self.update_finding(message, real);
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
            Stroke::Escape => match &self.screens.open {
                Screen::KneeMap(map) => match map.escape() {
                    Some(message) => Some(Message::KneeMap(message)),
                    None => Some(Message::Go(Tab::Today)),
                },
                Screen::Finding(finding) => match finding.escape() {
                    Some(message) => Some(Message::Finding(message)),
                    // Back to the list it was opened from.
                    None if !self.screens.behind.is_empty() => return self.go_back(),
                    None => Some(Message::Go(Tab::Today)),
                },
                Screen::Conditions(list) => Some(Message::Conditions(list.escape())),
                Screen::Condition(_) => Some(Message::Condition(condition::Message::Back)),
                Screen::Routine(_) => Some(Message::Routine(routine::Message::Back)),
                Screen::Exercise(_) => Some(Message::Exercise(exercise::Message::Back)),
                Screen::Routines(routines) => match routines.escape() {
                    Some(message) => Some(Message::Routines(message)),
                    None => Some(Message::Go(Tab::Today)),
                },
                Screen::Progress(progress) => match progress.escape() {
                    Some(message) => Some(Message::Progress(message)),
                    None => Some(Message::Go(Tab::Today)),
                },
                Screen::Settings(settings) => match settings.escape() {
                    Some(message) => Some(Message::Settings(message)),
                    None => Some(Message::Go(Tab::Today)),
                },
                _ => None,
            },
            Stroke::Character('s') => match &self.screens.open {
                Screen::Today(_) => Some(Message::Today(today::Message::StartReset)),
                Screen::Routine(_) => Some(Message::Routine(routine::Message::Start)),
                Screen::Routines(routines) => routines
                    .start(self.viewport().size())
                    .map(Message::Routines),
                _ => None,
            },
            Stroke::Character('/') => self.search(),
            Stroke::Left | Stroke::Right | Stroke::Up | Stroke::Down => {
                self.arrow(press.stroke);
                if let Screen::Exercise(_) = self.screens.open {
                    return Task::none();
                }
                None
            }
            _ => None,
        };
        match pressed {
            Some(message) => self.update(message, real),
            None if matches!(self.screens.open, Screen::Routines(_)) => self.follow_on_shelf(),
            None if matches!(self.screens.open, Screen::Progress(_)) => self.follow_on_progress(),
            None if matches!(
                self.screens.open,
                Screen::Conditions(_) | Screen::Condition(_)
            ) =>
            {
                self.follow_on_conditions()
            }
            None => self.scroll_to_focus(),
        }
    }

    /// Brings the control the keyboard is on into sight where a long list scrolls.
    pub(super) fn scroll_to_focus(&self) -> Task<Message> {
        let (list, reach) = match &self.screens.open {
            Screen::Today(today) => (today::PAGE, today.reach()),
            Screen::KneeMap(map) => (knee_map_screen::marking::LIST, map.reach()),
            Screen::Exercise(page) => (exercise::DETAILS, page.reach()),
            Screen::Routine(detail) => {
                let reach = detail.reach(self.viewport().size());
                return reach.map_or_else(Task::none, |y| {
                    operation::scroll_to(routine::LIST, AbsoluteOffset { x: 0.0, y })
                });
            }
            Screen::Settings(settings) => {
                let stops = settings.stops(
                    self.preferences.problem.is_some(),
                    self.preferences.folders.is_some(),
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
        let size = self.viewport().size();
        match &mut self.screens.open {
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
            Screen::Finding(finding) => {
                let stops = finding.stops();
                if finding.has_dialog() {
                    return step.stay(&mut finding.focus, &stops);
                }
                step.take(&mut finding.focus, &stops)
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
                    self.preferences.problem.is_some(),
                    self.preferences.folders.is_some(),
                );
                if settings.has_dialog() {
                    return step.stay(&mut settings.focus, &stops);
                }
                step.take(&mut settings.focus, &stops)
            }
            Screen::Player => false,
        }
    }

    /// The message of the control the keyboard is on.
    fn focused(&self) -> Option<Message> {
        if let Some(place) = self.focused_place {
            return Some(Message::Go(place));
        }
        match &self.screens.open {
            Screen::Today(today) => today.focus.current(&today.stops()).map(Message::Today),
            Screen::Routines(routines) => routines
                .focus
                .current(&routines.stops(self.viewport().size()))
                .map(Message::Routines),
            Screen::Routine(detail) => detail.focus.current(&detail.stops()).map(Message::Routine),
            Screen::Exercise(page) => page.focus.current(&page.stops()).map(Message::Exercise),
            Screen::KneeMap(map) => map.focus.current(&map.stops()).map(Message::KneeMap),
            Screen::Finding(finding) => finding
                .focus
                .current(&finding.stops())
                .map(Message::Finding),
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
                    self.preferences.problem.is_some(),
                    self.preferences.folders.is_some(),
                ))
                .map(Message::Settings),
            Screen::Player => None,
        }
    }

    /// Arrows go from card to card, and turn a figure.
    fn arrow(&mut self, stroke: Stroke) {
        let viewport = self.viewport();
        if let Screen::Exercise(page) = &mut self.screens.open {
            match stroke {
                Stroke::Left => page.arrow(false),
                Stroke::Right => page.arrow(true),
                _ => {}
            }
            return;
        }
        let Screen::Routines(routines) = &mut self.screens.open else {
            return;
        };
        self.focused_place = None;
        routines.arrow(stroke, &viewport);
    }
}
