//! Playing: a session is started or carried on, followed, and left.

use std::sync::Arc;
use std::time::{Duration, Instant};

use iced::widget::operation;
use iced::{Task, window};

use super::executor::aside;
use super::screen::knee_map;
use super::screen::pain_check::{self, PainCheck};
use super::screen::player::{self, AtEase, Beginning, Now, Player};
use super::{App, Message, Screen, Shelf};
use crate::journal::recorder::Recorder;
use crate::library::{Shelved, picture};
use crate::routine::timeline::Start;
use crate::training::pain::Told;
use crate::training::unfinished;

/// How long after Start a routine's time begins: the device that plays the first signal takes 5 to 60 ms to open, and a
/// signal that comes late by that much would put all others early. Where nothing is to be heard it begins at once.
const LEAD: Duration = Duration::from_millis(200);

pub(super) fn set_full_screen(is_full: bool) -> Task<Message> {
    let mode = if is_full {
        window::Mode::Fullscreen
    } else {
        window::Mode::Windowed
    };
    window::latest().and_then(move |id| window::set_mode(id, mode))
}

impl App {
    pub(super) fn now(&self, real: Instant) -> Now {
        Now {
            real,
            session: self.clock.session(real),
            moment: (self.kept.clock)(),
        }
    }

    /// Plays a routine, begun like this, after a question about the knees where one wants it. While a knee has to be seen,
    /// none is played.
    pub(super) fn play_from(
        &mut self,
        shelved: Shelved,
        beginning: Beginning,
        real: Instant,
    ) -> Task<Message> {
        if self.settings.ask_about_pain && self.settings.knees_to_be_seen.is_empty() {
            let check = PainCheck::new(shelved, beginning, self.last_knees());
            self.check = Some(Box::new(check));
            return Task::none();
        }
        self.begin(shelved, &beginning, None, real)
    }

    pub(super) fn update_pain_check(
        &mut self,
        message: pain_check::Message,
        real: Instant,
    ) -> Task<Message> {
        let Some(check) = &mut self.check else {
            return Task::none();
        };
        let action = check.update(message);
        self.obey_pain_check(action, real)
    }

    pub(super) fn obey_pain_check(
        &mut self,
        action: pain_check::Action,
        real: Instant,
    ) -> Task<Message> {
        match action {
            pain_check::Action::None => Task::none(),
            pain_check::Action::Start(shelved, beginning, told) => {
                self.check = None;
                self.begin(shelved, &beginning, told, real)
            }
            pain_check::Action::KneeMap => {
                self.check = None;
                self.open_knee_map(knee_map::From::Page)
            }
            pain_check::Action::Close => {
                self.check = None;
                Task::none()
            }
        }
    }

    fn begin(
        &mut self,
        shelved: Shelved,
        beginning: &Beginning,
        told: Option<Told>,
        real: Instant,
    ) -> Task<Message> {
        if !self.settings.knees_to_be_seen.is_empty() {
            return self.open_knee_map(knee_map::From::Page);
        }
        let start = Start::from(&self.settings);
        let timeline = beginning.timeline(&shelved.routine, start);
        let at_ease = self.at_ease();
        self.sound.open();
        let lead = if self.settings.muted {
            Duration::ZERO
        } else {
            LEAD
        };
        let now = self.now(real);
        let begin = self.clock.session(real + lead);
        let begun = beginning.begun(start);
        let (player, mut action) = Player::new(shelved, timeline, begun, at_ease, now, begin);
        let mut player = player.about(self.last_knees());
        if let Some(told) = told {
            player.told_before(told);
        }
        if beginning.step > 0 {
            let then = Now {
                session: begin,
                ..now
            };
            action = player.begin(beginning.step, then);
        }
        match &mut self.screen {
            // Once more: one came from where one came from the first time.
            Screen::Player(before) => {
                **before = player.in_full_screen(before.is_full_screen());
            }
            _ => self.open(Screen::Player(Box::new(player))),
        }
        self.obey_player(action, real)
    }

    /// Opens the session that was left, where it was left and paused.
    pub(super) fn carry_on(&mut self, real: Instant) -> Task<Message> {
        if !self.settings.knees_to_be_seen.is_empty() {
            return self.open_knee_map(knee_map::From::Page);
        }
        let Some((shelved, session, row)) = self.left() else {
            return Task::none();
        };
        let Some(recorder) = Recorder::carry_on(row) else {
            return Task::none();
        };
        self.sound.open();
        let player = Player::carry_on(shelved, session, recorder, self.at_ease(), self.now(real));
        let player = player.about(self.last_knees());
        self.open(Screen::Player(Box::new(player)));
        self.update_player(player::Message::LookAhead, real)
    }

    /// The session that was left and is offered today, with its routine as it is on the shelf.
    pub(super) fn left(
        &self,
    ) -> Option<(
        Shelved,
        crate::session::Session,
        crate::training::record::Session,
    )> {
        let row = self.kept.recent.as_ref()?.open.clone()?;
        if !unfinished::is_offered(&row, (self.kept.clock)().day()) {
            return None;
        }
        let shelved = self.whole(&row.routine)?;
        let session = unfinished::carry_on(&shelved.routine, &row)?;
        Some((shelved, session, row))
    }

    fn at_ease(&self) -> AtEase {
        match &self.shelf {
            Shelf::Read { content, .. } => AtEase {
                standing: content.standing.clone(),
                seated: content.seated_rest.clone(),
            },
            Shelf::Reading => AtEase::default(),
        }
    }

    fn leave_player(&mut self) -> Task<Message> {
        let was_full = matches!(&self.screen, Screen::Player(player) if player.is_full_screen());
        self.sound.release();
        let back = self.go_back();
        self.kept.look();
        let back = Task::batch([back, self.inform_today()]);
        if was_full {
            Task::batch([back, set_full_screen(false)])
        } else {
            back
        }
    }

    pub(super) fn update_player(
        &mut self,
        message: player::Message,
        real: Instant,
    ) -> Task<Message> {
        let now = self.now(real);
        let Screen::Player(player) = &mut self.screen else {
            return Task::none();
        };
        let slept = self.wakefulness.slept(real);
        if player.is_running()
            && message == player::Message::Tick
            && let Some(awake) = slept
        {
            let session = self.clock.session(awake);
            let action = player.update(player::Message::Slept, Now { session, ..now });
            return self.obey_player(action, real);
        }
        let action = player.update(message, now);
        self.obey_player(action, real)
    }

    pub(super) fn obey_player(&mut self, action: player::Action, real: Instant) -> Task<Message> {
        self.write_player();
        match action {
            player::Action::None => Task::none(),
            player::Action::Sound(order) => {
                self.sound.order(order, &self.clock, &self.settings);
                // A new segment may also need a picture.
                self.update_player(player::Message::LookAhead, real)
            }
            player::Action::ToggleMute => {
                let mut changed = self.settings.clone();
                changed.muted = !changed.muted;
                self.change_settings(changed)
            }
            player::Action::SetFullScreen(is_full) => set_full_screen(is_full),
            player::Action::Load(path, file) => aside(move || picture::read(&path).map(Arc::new))
                .map(move |picture| {
                    Message::Player(player::Message::PictureLoaded(file.clone(), picture))
                }),
            player::Action::Again => match &self.screen {
                Screen::Player(player) => {
                    let (shelved, again) = (player.routine().clone(), player.again());
                    self.begin(shelved, &again, None, real)
                }
                _ => Task::none(),
            },
            player::Action::Leave => self.leave_player(),
            player::Action::LeaveToMap => {
                let left = self.leave_player();
                Task::batch([left, self.open_knee_map(knee_map::From::Page)])
            }
            player::Action::WriteNote => operation::focus(player::finished::NOTE),
            player::Action::ShowWhere => self.open_knee_map(knee_map::From::Session),
        }
    }

    /// Gives the journal what has happened in the session.
    pub(super) fn write_player(&mut self) {
        if let Screen::Player(player) = &mut self.screen {
            let mut entries = player.take_entries();
            if !entries.is_empty() {
                entries.extend(self.kept.made_up_for(player.written()));
            }
            self.kept.journal.write(entries);
        }
    }
}
