//! Playing: a session is started or carried on, followed, and left.

use std::borrow::Cow;
use std::sync::Arc;
use std::time::{Duration, Instant};

use iced::{Task, window};
use jiff::ToSpan;

use super::clock::Clock;
use super::control;
use super::executor::spawn_blocking;
use super::navigation::{Screen, Tab};
use super::playback::{self, Beginning, Input, Playback};
use super::screen::knee_map;
use super::screen::pain_check::{self, PainCheck};
use super::screen::player::finished::Next;
use super::screen::player::{self, AtEase, Player};
use super::screen::routines::kind_tone;

use super::screen::{Page, key_of};
use super::shortcut::Press;
use super::state::knees::Then;
use super::widget::Thumbnail;
use super::{Message, Ready};
use crate::content::RESET;
use crate::journal::recorder::Recorder;
use crate::library::{LoadedRoutine, picture};
use crate::routine::timeline::{Start, Timeline};
use crate::routine::{Kind, Routine};
use crate::side::Side;
use crate::training::pain::Told;
use crate::training::unfinished;
use crate::words::{grammar, page, player as words, time};

/// How long after Start a routine's time begins: the device that plays the first signal takes 5 to 60 ms to open, and a
/// signal that comes late by that much would put all others early. Where nothing is to be heard it begins at once.
const LEAD: Duration = Duration::from_millis(200);

/// From a day of strength to the next: one lies between, as handbooks have it by custom.
const DAYS_BETWEEN: i32 = 2;

pub(super) fn set_full_screen(is_full: bool) -> Task<Message> {
    let mode = if is_full {
        window::Mode::Fullscreen
    } else {
        window::Mode::Windowed
    };
    window::latest().and_then(move |id| window::set_mode(id, mode))
}

/// Lets the window fill the screen, or stop doing so.
pub(super) fn turn_full_screen() -> Task<Message> {
    window::latest().and_then(|id| {
        window::mode(id).then(move |mode| {
            let other = match mode {
                window::Mode::Fullscreen => window::Mode::Windowed,
                window::Mode::Windowed | window::Mode::Hidden => window::Mode::Fullscreen,
            };
            window::set_mode(id, other)
        })
    })
}

/// What is played, and how it is shown.
#[derive(Debug)]
pub(super) struct Playing {
    pub(super) playback: Playback,
    pub(super) player: Player,
    /// What comes after it.
    pub(super) next: Option<Next>,
}

impl Page for Playing {
    fn name(&self) -> Cow<'_, str> {
        page::title(&self.playback.loaded().routine.name).into()
    }

    fn tab(&self) -> Tab {
        Tab::Today
    }

    /// The session, what lies above it, or its end.
    fn face(&self) -> u64 {
        key_of((self.player.face(), self.playback.ending().is_some()))
    }

    /// The session, or its end.
    fn visit(&self) -> u64 {
        key_of(self.playback.ending().is_some())
    }
}

impl Ready {
    /// Plays a routine, begun like this, after a question about the knees where one wants it. Where it may not be played,
    /// says why.
    pub(super) fn play_from(
        &mut self,
        loaded: LoadedRoutine,
        beginning: Beginning,
        real: Instant,
    ) -> Task<Message> {
        if !self.history.has_answered() {
            self.pending = Some(Box::new((loaded, beginning)));
            self.history.look();
            return Task::none();
        }
        if !loaded.routine.serves.is_empty() && self.knees.knowledge().is_none() {
            return self.read_knowledge(Then::Play(Box::new((loaded, beginning))));
        }
        if let Err(withheld) = self.may_play(&loaded.routine) {
            return self.explain(withheld);
        }
        if self.preferences.settings.ask_about_pain {
            let check = PainCheck::new(loaded, beginning, self.first_knee());
            self.check = Some(Box::new(check));
            return Task::none();
        }
        self.begin(loaded, &beginning, None, real)
    }

    /// Plays what was to be played once the journal has answered.
    pub(super) fn play_pending(&mut self, real: Instant) -> Task<Message> {
        if !self.history.has_answered() {
            return Task::none();
        }
        match self.pending.take() {
            Some(pending) => {
                let (loaded, beginning) = *pending;
                self.play_from(loaded, beginning, real)
            }
            None => Task::none(),
        }
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
        self.apply_pain_check(action, real)
    }

    pub(super) fn apply_pain_check(
        &mut self,
        action: pain_check::Action,
        real: Instant,
    ) -> Task<Message> {
        match action {
            pain_check::Action::None => Task::none(),
            pain_check::Action::Rated => control::focus(pain_check::BEST),
            pain_check::Action::ScoreChosen => control::rest(pain_check::BEST),
            pain_check::Action::Start(loaded, beginning, told) => {
                self.check = None;
                self.begin(loaded, &beginning, told, real)
            }
            pain_check::Action::KneeMap => {
                self.check = None;
                self.open_knee_map(knee_map::Origin::Page)
            }
            pain_check::Action::Close => {
                self.check = None;
                Task::none()
            }
        }
    }

    fn begin(
        &mut self,
        loaded: LoadedRoutine,
        beginning: &Beginning,
        told: Option<Told>,
        real: Instant,
    ) -> Task<Message> {
        if let Err(withheld) = self.may_play(&loaded.routine) {
            return self.explain(withheld);
        }
        self.sound.open();
        let lead = if self.preferences.settings.muted {
            Duration::ZERO
        } else {
            LEAD
        };
        let (playback, effects) = Playback::start(
            loaded,
            beginning,
            Start::from(&self.preferences.settings),
            told,
            Clock::new(real, self.speed),
            (real, (self.history.clock)()),
            lead,
        );
        // Once more: in the window as it is, and one came from where one came from the first time.
        let was_full = self.is_full_screen();
        let player = Player::of(&playback, self.at_ease(), self.first_knee());
        let player = player.in_full_screen(was_full);
        self.show_player(playback, player);
        self.apply_playback(effects, real)
    }

    fn show_player(&mut self, playback: Playback, player: Player) {
        let next = self.next_after(&playback.loaded().routine);
        self.playing = Some(Box::new(Playing {
            playback,
            player,
            next,
        }));
        if !matches!(self.screens.open, Screen::Player) {
            self.open(Screen::Player);
        }
    }

    /// Opens the session that was left, where it was left and paused.
    pub(super) fn carry_on(&mut self, real: Instant) -> Task<Message> {
        let Some((loaded, session, row)) = self.left() else {
            return Task::none();
        };
        if let Err(withheld) = self.may_play(&loaded.routine) {
            return self.explain(withheld);
        }
        let Some(recorder) = Recorder::carry_on(row) else {
            return Task::none();
        };
        self.sound.open();
        let clock = Clock::new(real, self.speed);
        let moment = (self.history.clock)();
        let playback = Playback::carry_on(loaded, session, recorder, clock, (real, moment));
        let player = Player::of(&playback, self.at_ease(), self.first_knee());
        self.show_player(playback, player);
        self.update_playback(Input::Tick, real)
    }

    /// The session that was left and is offered today, with its routine as it is in the catalog.
    pub(super) fn left(
        &self,
    ) -> Option<(
        LoadedRoutine,
        crate::session::Session,
        crate::training::record::Session,
    )> {
        let row = self.history.recent.as_ref()?.open.clone()?;
        if !unfinished::is_offered(&row, self.history.today()) {
            return None;
        }
        let loaded = self.library.whole(&row.routine)?;
        let session = unfinished::carry_on(&loaded.routine, &row)?;
        Some((loaded, session, row))
    }

    fn at_ease(&self) -> AtEase {
        AtEase {
            standing: self.library.content.standing.clone(),
            seated: self.library.content.seated_rest.clone(),
        }
    }

    /// What to do after this routine: what is for the knee, and else the reset.
    fn next_after(&self, done: &Routine) -> Option<Next> {
        if !self.findings().open().is_empty() {
            return None;
        }
        let recent = self.history.recent.as_ref();
        let mut found = recent.into_iter().flat_map(|recent| &recent.assessments);
        let serving = found.find_map(|found| self.serving(found));
        let (routine, when) = match serving {
            Some(routine) if routine.kind == Kind::Strength && done.kind == Kind::Strength => {
                let day = self.history.today().saturating_add(DAYS_BETWEEN.days());
                let when = words::next_on(grammar::weekday(day));
                (routine, when)
            }
            Some(routine) => (routine, words::next_any_day().to_owned()),
            None => {
                let reset = self.library.content.routine(RESET)?;
                (Arc::clone(reset), words::next_after_run().to_owned())
            }
        };
        let length = Timeline::of(&routine, Side::Left.into()).total();
        Some(Next {
            when,
            title: words::routine_and_length(&routine.name, &time::minutes(length)),
            figure: routine.cover.clone().map(Thumbnail::new),
            tone: kind_tone(routine.kind),
            asks: self.preferences.settings.ask_in_the_morning,
            routine,
        })
    }

    fn leave_player(&mut self) -> Task<Message> {
        let was_full = self.is_full_screen();
        self.playing = None;
        self.sound.release();
        let back = self.go_back();
        self.history.look();
        let back = Task::batch([back, self.inform_today()]);
        if was_full {
            Task::batch([back, set_full_screen(false)])
        } else {
            back
        }
    }

    fn is_full_screen(&self) -> bool {
        let playing = self.playing.as_ref();
        playing.is_some_and(|playing| playing.player.is_full_screen())
    }

    /// Gives playback something, and does what it wants for it. The player follows it, whether it is shown or not.
    pub(super) fn update_playback(&mut self, input: Input, real: Instant) -> Task<Message> {
        let moment = (self.history.clock)();
        let Some(playing) = &mut self.playing else {
            return Task::none();
        };
        let effects = playing.playback.update(input, real, moment);
        self.apply_playback(effects, real)
    }

    fn apply_playback(&mut self, effects: Vec<playback::Effect>, real: Instant) -> Task<Message> {
        let mut tasks = Vec::new();
        for effect in effects {
            let Some(playing) = &mut self.playing else {
                break;
            };
            let clock = playing.playback.clock();
            match effect {
                playback::Effect::Schedule(signals) => {
                    self.sound
                        .schedule(signals, clock, &self.preferences.settings);
                }
                playback::Effect::Cut(signals) => {
                    self.sound.cut();
                    self.sound
                        .schedule(signals, clock, &self.preferences.settings);
                }
                playback::Effect::Write(mut entries) => {
                    entries.extend(self.history.supersedes(playing.playback.written()));
                    self.history.journal.write(entries);
                }
                playback::Effect::Happened(events) => {
                    let wanted = playing.player.follow(&events, &playing.playback);
                    tasks.extend(wanted.map(|effect| self.apply_player(effect, real)));
                }
            }
        }
        Task::batch(tasks)
    }

    /// Something is done in the player.
    pub(super) fn update_player(
        &mut self,
        message: player::Message,
        real: Instant,
    ) -> Task<Message> {
        let is_press = !matches!(message, player::Message::PictureLoaded(..));
        self.in_player(is_press, real, |playing| {
            playing.player.update(message, &playing.playback, real)
        })
    }

    /// A key is pressed in the player.
    pub(super) fn key_in_player(&mut self, press: Press, real: Instant) -> Task<Message> {
        self.in_player(true, real, |playing| {
            playing.player.key(press, &playing.playback, real)
        })
    }

    /// Lets something happen in the player, once what is played has come up to this instant.
    ///
    /// A press that wakes the computer does nothing else: it was meant for what was on the screen before.
    fn in_player(
        &mut self,
        is_press: bool,
        real: Instant,
        happen: impl FnOnce(&mut Playing) -> Vec<player::Effect>,
    ) -> Task<Message> {
        let slept = |app: &Self| {
            app.playing
                .as_ref()
                .is_some_and(|playing| playing.playback.slept())
        };
        let had_slept = slept(self);
        let mut tasks = vec![self.update_playback(Input::Tick, real)];
        let woke = slept(self) && !had_slept;
        if let Some(playing) = &mut self.playing
            && !(is_press && woke)
        {
            let wanted = happen(playing);
            tasks.extend(
                wanted
                    .into_iter()
                    .map(|effect| self.apply_player(effect, real)),
            );
        }
        Task::batch(tasks)
    }

    fn apply_player(&mut self, effect: player::Effect, real: Instant) -> Task<Message> {
        match effect {
            player::Effect::Command(command) => self.update_playback(Input::Command(command), real),
            player::Effect::ToggleMute => {
                let mut changed = self.preferences.settings.clone();
                changed.muted = !changed.muted;
                self.change_settings(changed)
            }
            player::Effect::SetFullScreen(is_full) => set_full_screen(is_full),
            player::Effect::Load(path, file) => {
                spawn_blocking(move || picture::read(&path).map(Arc::new)).map(move |picture| {
                    Message::Player(player::Message::PictureLoaded(file.clone(), picture))
                })
            }
            player::Effect::Again => match &self.playing {
                Some(playing) => {
                    let playback = &playing.playback;
                    let (loaded, again) = (playback.loaded().clone(), playback.again());
                    self.begin(loaded, &again, None, real)
                }
                None => Task::none(),
            },
            player::Effect::Leave => {
                // What was done shows on Today; who did nothing goes back to where they came from.
                let playing = self.playing.as_ref();
                let counts = playing.is_some_and(|playing| playing.playback.written().counts());
                let left = self.leave_player();
                if counts {
                    Task::batch([left, self.open_today()])
                } else {
                    left
                }
            }
            player::Effect::LeaveToNext => {
                let playing = self.playing.as_mut();
                let next = playing.and_then(|playing| playing.next.take());
                let left = self.leave_player();
                let shown = next.map(|next| self.show(next.routine));
                Task::batch([Some(left), shown].into_iter().flatten())
            }
            player::Effect::LeaveToMap => {
                let left = self.leave_player();
                Task::batch([left, self.open_knee_map(knee_map::Origin::Page)])
            }
            player::Effect::Focus(id) => control::focus(id),
            player::Effect::Rest(id) => control::rest(id),
            player::Effect::ShowWhere => self.open_knee_map(knee_map::Origin::Session),
        }
    }
}
