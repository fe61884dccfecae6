//! What keys do in the player that no control takes.

use std::time::Instant;

use super::{Effect, Layer, Message, OUT, Player};
use crate::app::playback::Playback;
use crate::app::shortcut::{PlayerKey, Press, Stroke, player_key};

impl Player {
    /// What a key means here.
    pub fn key(&mut self, press: Press, playback: &Playback, real: Instant) -> Vec<Effect> {
        self.last_input = real;
        if playback.ending().is_some() {
            return self.key_when_finished(press, playback, real);
        }
        match self.layer {
            Layer::None => self.key_when_playing(press, playback, real),
            Layer::Hurts | Layer::Keys | Layer::End { .. } => {
                self.key_in_layer(press, playback, real)
            }
        }
    }

    fn key_when_playing(
        &mut self,
        press: Press,
        playback: &Playback,
        real: Instant,
    ) -> Vec<Effect> {
        match press.stroke {
            // Where no control takes them, Enter pauses, and Space counts.
            Stroke::Enter => return self.update(Message::PauseOrResume, playback, real),
            Stroke::Space if playback.is_own_pace() && playback.is_running() => {
                return self.update(Message::CountRepetition, playback, real);
            }
            _ => {}
        }
        let Some(key) = player_key(press) else {
            return Vec::new();
        };
        let message = match key {
            PlayerKey::PauseOrResume => Message::PauseOrResume,
            PlayerKey::Next => Message::Next,
            PlayerKey::Previous => Message::Previous,
            PlayerKey::More => Message::More,
            PlayerKey::Less => Message::Less,
            PlayerKey::NextCue => Message::NextCue,
            PlayerKey::Done => Message::Done,
            PlayerKey::Mute => Message::Mute,
            PlayerKey::FullScreen => Message::FullScreen,
            PlayerKey::Hurts => Message::Hurts,
            PlayerKey::Restart => Message::Restart,
            PlayerKey::JumpTo(step) if step < playback.current().timeline().numbered_steps() => {
                Message::JumpTo(step)
            }
            PlayerKey::JumpTo(_) => return Vec::new(),
            PlayerKey::LeaveOrEnd if self.is_full_screen => Message::FullScreen,
            PlayerKey::LeaveOrEnd => Message::End,
            PlayerKey::Keys => Message::Keys,
        };
        self.update(message, playback, real)
    }

    fn key_in_layer(&mut self, press: Press, playback: &Playback, real: Instant) -> Vec<Effect> {
        match press.stroke {
            Stroke::Escape => self.update(Message::CloseLayer, playback, real),
            Stroke::Character('?') | Stroke::Space if self.layer == Layer::Keys => {
                self.update(Message::CloseLayer, playback, real)
            }
            Stroke::Character(digit @ '1'..='4') if self.layer == Layer::Hurts => {
                let index = digit as usize - '1' as usize;
                let choice = Self::hurts_choices().into_iter().nth(index);
                match choice.filter(|choice| Self::can_choose(choice, playback)) {
                    Some(message) => self.update(message, playback, real),
                    None => Vec::new(),
                }
            }
            Stroke::Character('m') => self.update(Message::Mute, playback, real),
            _ => Vec::new(),
        }
    }

    fn key_when_finished(
        &mut self,
        press: Press,
        playback: &Playback,
        real: Instant,
    ) -> Vec<Effect> {
        if self.rating.key(press.stroke, real).is_some() {
            return vec![Effect::Focus(OUT)];
        }
        match press.stroke {
            Stroke::Escape => self.update(Message::Save, playback, real),
            Stroke::Enter | Stroke::Space => self.update(self.way_out(), playback, real),
            Stroke::Character('f') => self.update(Message::FullScreen, playback, real),
            _ => Vec::new(),
        }
    }

    /// The choices after "It hurts". Their numbers mean the same whatever can be chosen.
    pub(super) fn hurts_choices() -> [Message; 4] {
        [
            Message::Easier,
            Message::SkipExercise,
            Message::ShowWhere,
            Message::StopHere,
        ]
    }

    /// Whether one of these choices is there at this moment.
    pub(super) fn can_choose(choice: &Message, playback: &Playback) -> bool {
        match choice {
            Message::Easier => playback.has_easier(),
            Message::SkipExercise => playback.current().work().is_some(),
            _ => true,
        }
    }

    /// The first choice that is there.
    pub(super) fn gentlest(playback: &Playback) -> Message {
        let mut choices = Self::hurts_choices().into_iter();
        choices
            .find(|choice| Self::can_choose(choice, playback))
            .unwrap_or(Message::PauseOrResume)
    }
}
