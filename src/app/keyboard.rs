//! The keyboard in the window: what a key means that no control has taken.

use std::mem::discriminant;
use std::time::Instant;

use iced::Task;

use super::navigation::{Screen, Tab};
use super::playing::turn_full_screen;
use super::screen::{Page, key_of, knee_map, player, routine, today};
use super::shortcut::{Press, Stroke};
use super::{Message, Ready, adding, control};
use crate::settings::{Settings, TextSize};

/// What the window knows of the keyboard; where it is, the controls know themselves.
#[derive(Debug, Default)]
pub(super) struct Keys {
    /// How often one left the places of the sidebar: a page that is opened anew is another one.
    pub(super) visits: u64,
    /// Whether it is shown what keys do.
    pub(super) is_help_open: bool,
}

impl Ready {
    /// What a key means: in the player it is the player's own, elsewhere it moves about.
    pub(super) fn key(&mut self, press: Press, real: Instant) -> Task<Message> {
        if self.is_kept_from(press, real) {
            return Task::none();
        }
        if self.keys.is_help_open {
            let closes = matches!(press.stroke, Stroke::Escape | Stroke::Character('?'));
            self.keys.is_help_open = !closes;
            return Task::none();
        }
        if self.adding.is_some() {
            return match press.stroke {
                Stroke::Escape => self.update_adding(adding::Message::Close, real),
                _ => Task::none(),
            };
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
            let size = self.preferences.settings.text_size;
            let resized = match press.stroke {
                Stroke::Character('+' | '=') => Some(size.larger()),
                Stroke::Character('-' | '_') => Some(size.smaller()),
                Stroke::Character('0') => Some(TextSize::default()),
                _ => None,
            };
            if let Some(text_size) = resized {
                return self.change_settings(Settings {
                    text_size,
                    ..self.preferences.settings.clone()
                });
            }
            if press.stroke == Stroke::Character('z') {
                return self.undo(real);
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

    /// Takes back what the window offers to undo, if anything: on a page that is what U does.
    fn undo(&mut self, real: Instant) -> Task<Message> {
        let jumped = self.playing.as_ref();
        let jumped = jumped.is_some_and(|playing| playing.playback.undo().is_some());
        match &self.screens.open {
            Screen::Player if jumped => self.update_player(player::Message::Undo, real),
            Screen::Player => Task::none(),
            _ if self.knees.unlocked.is_some() => self.undo_check(),
            _ => self
                .key_of_page(Stroke::Character('u'), real)
                .unwrap_or_else(Task::none),
        }
    }

    /// What a key means on a page.
    pub(super) fn key_on_page(&mut self, press: Press, real: Instant) -> Task<Message> {
        if let Some(obeyed) = self.key_of_page(press.stroke, real) {
            return obeyed;
        }
        let pressed = match press.stroke {
            Stroke::Escape => return self.escape(real),
            Stroke::Character('?') if !self.has_dialog() => Some(Message::Keys(true)),
            Stroke::Character('s') => match &self.screens.open {
                Screen::Today(_) => Some(Message::Today(today::Message::Start)),
                Screen::Routine(_) => Some(Message::Routine(routine::Message::Start)),
                _ => None,
            },
            Stroke::Character('/') => self.search(),
            Stroke::Left | Stroke::Right => {
                if let Screen::Exercise(page) = &mut self.screens.open {
                    page.arrow(press.stroke == Stroke::Right);
                }
                None
            }
            _ => None,
        };
        pressed.map_or_else(Task::none, |message| self.update(message, real))
    }

    /// What a key does on one page that it does nowhere else.
    fn key_of_page(&mut self, stroke: Stroke, real: Instant) -> Option<Task<Message>> {
        match &mut self.screens.open {
            Screen::Today(today) => {
                let action = today.key(stroke, real)?;
                Some(self.apply_today(action, real))
            }
            Screen::KneeMap(map) => {
                let action = map.key(stroke)?;
                let obeyed = self.apply_knee_map(action, real);
                Some(match stroke {
                    // A digit answers; Enter goes on.
                    Stroke::Character('0'..='9') => {
                        Task::batch([obeyed, control::focus(knee_map::WAY)])
                    }
                    _ => obeyed,
                })
            }
            Screen::Finding(page) => {
                let message = page.key(stroke)?;
                Some(self.update_finding(message, real))
            }
            Screen::Progress(_) => self.key_on_progress(stroke, real),
            _ => None,
        }
    }

    /// Escape closes what is open, and then goes back.
    fn escape(&mut self, real: Instant) -> Task<Message> {
        let message = match &self.screens.open {
            Screen::KneeMap(map) => map.escape().map(Message::KneeMap),
            Screen::Finding(page) => match page.escape() {
                Some(message) => Some(Message::Finding(message)),
                // Back to the list it was opened from.
                None if !self.screens.behind.is_empty() => return self.go_back(),
                None => None,
            },
            Screen::Conditions(list) => Some(Message::Conditions(list.escape())),
            Screen::Routines(routines) => routines.escape().map(Message::Routines),
            Screen::Progress(progress) => progress.escape().map(Message::Progress),
            Screen::Settings(settings) => settings.escape().map(Message::Settings),
            Screen::Today(_) | Screen::Player => return Task::none(),
            Screen::Routine(_) | Screen::Exercise(_) | Screen::Condition(_) => {
                return self.go_back();
            }
        };
        self.update(message.unwrap_or(Message::Go(Tab::Today)), real)
    }

    /// Goes back as Escape does. A session is not ended by it.
    pub(super) fn back(&mut self, real: Instant) -> Task<Message> {
        let is_playing = match (&self.screens.open, &self.playing) {
            (Screen::Player, Some(playing)) => playing.player.has_nothing_above(&playing.playback),
            _ => false,
        };
        if is_playing {
            return Task::none();
        }
        let escape = Press {
            stroke: Stroke::Escape,
            command: false,
        };
        self.key(escape, real)
    }

    /// Lets the window fill the screen, or stop doing so.
    pub(super) fn turn_full_screen(&mut self, real: Instant) -> Task<Message> {
        match self.playing {
            Some(_) => self.update_player(player::Message::FullScreen, real),
            None => turn_full_screen(),
        }
    }

    /// Which page the keyboard is on. Another number is another page, where it begins anew.
    pub(super) fn visit(&self) -> u64 {
        key_of((
            self.keys.visits,
            self.screens.behind.len(),
            discriminant(&self.screens.open),
            self.page().map(Page::visit),
        ))
    }
}
