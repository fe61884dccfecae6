//! The player in sequences of messages and keys with made-up instants.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod finished;
mod keys;
mod layers;
mod pictures;
mod sound;
mod steps;
mod time;

use super::*;
use crate::app::control::About;
use crate::app::screen::rating;
use crate::app::shortcut::{Press, Stroke};
use crate::app::test_support::{OWN_PACE, SHORT, Trial, times};
use crate::library::LoadedRoutine;
use crate::routine::timeline::Version;
use crate::session::{Ending, Repetition};
use crate::words::{knee_map, player as words};

impl Trial {
    /// The running segment and the whole milliseconds spent in it.
    fn spot(&self) -> (usize, u128) {
        let position = self.playback.current().position(self.now());
        (position.segment, position.within.as_millis())
    }

    /// The step being done, from 0.
    fn step(&self) -> usize {
        self.playback.current().step_index()
    }

    fn is_running(&self) -> bool {
        self.playback.current().is_running()
    }

    /// What the controls in the window do, in order.
    fn stops(&mut self) -> Vec<Message> {
        let heard = self.hear();
        let stops = heard
            .iter()
            .filter(|about| about.kind.holds_focus() && !about.is_off);
        stops.filter_map(message_of).collect()
    }

    /// The control the keyboard is on.
    fn focused(&mut self) -> Option<Message> {
        let heard = self.hear();
        heard
            .iter()
            .find(|about| about.is_focused)
            .and_then(message_of)
    }

    /// Tabs until the keyboard is on this control.
    fn tab_to(&mut self, message: &Message) {
        for _ in 0..30 {
            self.tab(false);
            if self.focused().as_ref() == Some(message) {
                return;
            }
        }
        panic!("{message:?} cannot be reached among {:?}", self.stops());
    }
}

/// What a control does, by its name.
fn message_of(about: &About) -> Option<Message> {
    let name = about.name.as_deref()?;
    // A row of choices has its line and its key in its name.
    if name == words::it_is_fine() {
        return Some(Message::PauseOrResume);
    }
    let first = name.split(", ").next()?;
    let known = [
        (words::pause(), Message::PauseOrResume),
        (words::resume(), Message::PauseOrResume),
        (words::carry_on(), Message::PauseOrResume),
        (words::next_step(), Message::Next),
        (words::previous_step(), Message::Previous),
        (words::more_time(), Message::More),
        (words::hurts(), Message::Hurts),
        (words::end(), Message::End),
        (words::mute(), Message::Mute),
        (words::full_screen(), Message::FullScreen),
        (words::leave_full_screen(), Message::FullScreen),
        (words::keys(), Message::Keys),
        (words::restart(), Message::Restart),
        (words::easier(), Message::Easier),
        (words::make_easier(), Message::Easier),
        (words::skip_exercise(), Message::SkipExercise),
        (knee_map::show_where(), Message::ShowWhere),
        (words::stop_here(), Message::StopHere),
        (words::close(), Message::CloseLayer),
        (words::other_choices(), Message::CloseLayer),
        (words::end_at_once(), Message::Stop),
        (words::end_session(), Message::Stop),
        (words::finish_button(), Message::Leave),
        (words::skip_rating(), Message::Leave),
        (words::save_button(), Message::Save),
        (words::again(), Message::Again),
        (words::step_done(), Message::Done),
        (words::undo(), Message::Undo),
    ];
    let found = known.into_iter().find(|(name, _)| *name == first);
    match found {
        Some((_, message)) => Some(message),
        None => Some(Message::Rate(rating::Message::Score(
            Side::Left,
            first.parse().ok()?,
        ))),
    }
}
