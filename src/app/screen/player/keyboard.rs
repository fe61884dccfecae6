//! What keys do in the player, and what the keyboard can reach.

use super::{Action, Layer, Message, Now, Player, finished};
use crate::app::focus::Direction;
use crate::app::shortcut::{PlayerKey, Press, Stroke, player_key};
use crate::session::Command;

impl Player {
    /// What a key means here.
    pub fn key(&mut self, press: Press, now: Now) -> Action {
        self.last_input = now.real;
        if let Stroke::Tab(direction) = press.stroke {
            self.now = now;
            let stops = self.stops();
            self.focus.step(&stops, direction);
            return Action::None;
        }
        if self.session.ending().is_some() {
            return self.key_when_finished(press, now);
        }
        match self.layer {
            Layer::None => self.key_when_playing(press, now),
            Layer::Hurts | Layer::Keys | Layer::End { .. } => self.key_in_layer(press, now),
        }
    }

    fn key_when_playing(&mut self, press: Press, now: Now) -> Action {
        let focused = self.focus.current(&self.stops());
        let is_at_rest = focused
            .as_ref()
            .is_none_or(|message| *message == Message::PauseOrResume);
        match (press.stroke, focused) {
            (Stroke::Enter, Some(message)) => return self.update(message, now),
            (Stroke::Space, Some(message)) if self.focus.is_shown() && !is_at_rest => {
                return self.update(message, now);
            }
            // Where nothing else has the keyboard, Space counts. Enter pauses.
            (Stroke::Space, _) if self.is_own_pace() && self.session.is_running() => {
                return self.update(Message::CountRepetition, now);
            }
            _ => {}
        }
        let Some(key) = player_key(press) else {
            return Action::None;
        };
        let message = match key {
            PlayerKey::PauseOrResume => Message::PauseOrResume,
            PlayerKey::Next => Message::Next,
            PlayerKey::Previous => Message::Previous,
            PlayerKey::More => Message::More,
            PlayerKey::Less => {
                self.now = now;
                return self.command(Command::Less);
            }
            PlayerKey::NextCue => {
                self.now = now;
                self.turn_cue();
                self.rest();
                return Action::None;
            }
            PlayerKey::Done => Message::Done,
            PlayerKey::Mute => Message::Mute,
            PlayerKey::FullScreen => Message::FullScreen,
            PlayerKey::Hurts => Message::Hurts,
            PlayerKey::Restart => Message::Restart,
            PlayerKey::JumpTo(step) if step < self.session.timeline().numbered_steps() => {
                Message::JumpTo(step)
            }
            PlayerKey::JumpTo(_) => return Action::None,
            PlayerKey::LeaveOrEnd if self.is_full_screen => Message::FullScreen,
            PlayerKey::LeaveOrEnd => Message::End,
            PlayerKey::Keys => Message::Keys,
        };
        self.update(message, now)
    }

    fn key_in_layer(&mut self, press: Press, now: Now) -> Action {
        let stops = self.stops();
        match press.stroke {
            Stroke::Escape => self.update(Message::CloseLayer, now),
            Stroke::Enter | Stroke::Space => match self.focus.current(&stops) {
                Some(message) => self.update(message, now),
                None => Action::None,
            },
            Stroke::Up | Stroke::Down => {
                let direction = if press.stroke == Stroke::Up {
                    Direction::Back
                } else {
                    Direction::Forward
                };
                self.focus.step(&stops, direction);
                Action::None
            }
            Stroke::Character('?') if self.layer == Layer::Keys => {
                self.update(Message::CloseLayer, now)
            }
            Stroke::Character(digit @ '1'..='9') if self.layer == Layer::Hurts => {
                let index = digit as usize - '1' as usize;
                match self.hurts_choices().get(index).cloned() {
                    Some(message) => self.update(message, now),
                    None => Action::None,
                }
            }
            Stroke::Character('m') => self.update(Message::Mute, now),
            _ => Action::None,
        }
    }

    fn key_when_finished(&mut self, press: Press, now: Now) -> Action {
        self.now = now;
        if self.rating.key(press.stroke, now.real).is_some() {
            self.focus.rest_on(self.way_out());
            return Action::None;
        }
        match press.stroke {
            Stroke::Escape => self.update(Message::Save, now),
            Stroke::Enter | Stroke::Space => match self.focus.current(&self.stops()) {
                Some(message) => self.update(message, now),
                None => Action::None,
            },
            Stroke::Character('f') => self.update(Message::FullScreen, now),
            _ => Action::None,
        }
    }

    /// The messages of what the keyboard can reach, in order.
    pub(super) fn stops(&self) -> Vec<Message> {
        if self.session.ending().is_some() {
            return finished::stops(self);
        }
        match self.layer {
            Layer::None => {
                let mut stops = vec![Message::PauseOrResume, Message::Next, Message::More];
                if self.is_own_pace() {
                    stops.push(Message::Done);
                }
                if !self.session.is_running() {
                    stops.push(Message::Restart);
                    if self.has_easier() {
                        stops.push(Message::Easier);
                    }
                }
                if self.undo.is_some() {
                    stops.push(Message::Undo);
                }
                stops.extend([
                    Message::Hurts,
                    Message::End,
                    Message::Mute,
                    Message::FullScreen,
                    Message::Keys,
                    Message::Previous,
                ]);
                stops
            }
            Layer::Hurts => {
                let mut stops = self.hurts_choices();
                stops.push(Message::PauseOrResume);
                stops
            }
            Layer::Keys => vec![Message::CloseLayer],
            Layer::End { .. } => vec![Message::PauseOrResume, Message::Stop],
        }
    }

    /// What one can choose after "It hurts".
    pub(super) fn hurts_choices(&self) -> Vec<Message> {
        let mut choices = Vec::new();
        if self.has_easier() {
            choices.push(Message::Easier);
        }
        choices.extend([Message::SkipExercise, Message::ShowWhere, Message::Stop]);
        choices
    }
}
