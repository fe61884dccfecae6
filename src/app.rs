//! The window: what is open, what it shares, and who gets which message. Screens hold their own logic.

pub mod adding;
pub mod clock;
pub mod control;
pub mod screen;
pub mod shortcut;
pub mod theme;
pub mod widget;

mod chooser;
mod data;
mod diagnostics;
mod executor;
mod guard;
mod journal;
mod keyboard;
mod knee;
mod launch;
mod loading;
mod navigation;
mod pages;
mod placement;
mod playback;
mod playing;
mod progress;
mod routines;
mod settings;
mod shell;
mod sleep_detector;
mod sound;
pub mod state;
#[cfg(test)]
mod test_support;
#[cfg(test)]
mod tests;
mod today;

pub use launch::{Launch, run};

use std::path::PathBuf;
use std::time::Instant;

use iced::{Element, Size, Subscription, Task, Theme};

use crate::audio;
use crate::authoring::Problem;
use crate::content::Content;
use crate::library::LoadedRoutine;
use crate::words::page;
use adding::Adding;
use guard::Guard;
use keyboard::Keys;
use loading::Loading;
use navigation::{Screens, Tab};
use placement::WindowState;
use playback::{Beginning, Input};
use playing::Playing;
use screen::pain_check::PainCheck;
use screen::settings::Section;
use screen::{
    condition, conditions, exercise, finding, knee_map, pain_check, player,
    progress as progress_screen, routine, routines as routines_screen, settings as settings_screen,
    today as today_screen,
};
use shortcut::Press;
use sound::Sound;
use state::knees::unlocked;
use state::{History, Knees, Library, Preferences, knees, library, preferences};

/// The program.
#[derive(Debug)]
pub enum App {
    /// The routines are being read, behind the first frame.
    Loading(Box<Loading>),
    /// Everything is there.
    Ready(Box<Ready>),
}

/// The program, once everything was read: services that own their state, and what is open.
#[derive(Debug)]
pub struct Ready {
    /// How fast sessions run: 1 is real time.
    speed: f64,
    library: Library,
    history: History,
    preferences: Preferences,
    knees: Knees,
    screens: Screens,
    /// The session that is on.
    playing: Option<Box<Playing>>,
    /// A routine that is to be played once it is known whether it may be.
    pending: Option<Box<(LoadedRoutine, Beginning)>>,
    /// The question before a routine, while it is asked.
    check: Option<Box<PainCheck>>,
    /// A file that was dropped on the window, while it is offered to be added.
    adding: Option<Box<Adding>>,
    /// Keeps presses from a page that has just appeared.
    guard: Guard,
    keys: Keys,
    sound: Sound,
    desktop: data::Desktop,
    /// The window, in logical pixels as the desktop has them.
    window: Size,
    /// The section of the settings that was open last.
    section: Section,
    window_state: WindowState,
    /// What the desktop said last of light and dark; none while it has said nothing.
    system_mode: Option<iced::theme::Mode>,
    /// Whether the window is to be closed.
    closing: bool,
    /// Whether a dialog of the desktop asks for a folder or a file.
    is_choosing: bool,
}

/// Everything that can happen.
#[derive(Debug, Clone)]
#[allow(missing_docs)] // The names say it.
pub enum Message {
    /// What ships with the program was read.
    Loaded(Box<(Content, Vec<Problem>)>),

    // To the services.
    Library(library::Message),
    Journal(crate::journal::Event),
    Preferences(preferences::Message),
    Knees(knees::Message),
    Unlocked(unlocked::Message),
    Audio(audio::Event),
    Desktop(data::Message),

    // To the window.
    Key(Press),
    Pointer,
    Resized(Size),
    Placement(placement::Message),
    /// The desktop is light or dark now, or does not care.
    SystemMode(iced::theme::Mode),
    /// The window has the keyboard again: another one may have written meanwhile.
    Focused,
    /// A file was dropped on the window.
    Adding(adding::Message),
    Dropped(PathBuf),
    /// The window is to be closed.
    Close,
    Exit,
    /// It is another day than the one that is shown.
    NewDay,
    HideNotice,
    /// The guard that was to end at this instant ends.
    Unguard(Instant),
    /// Escape in the search field of a page.
    EmptySearch,
    Go(Tab),
    /// Back to where one came from.
    Back,
    /// Let the window fill the screen, or stop doing so.
    FullScreen,
    /// Show what keys do, or no longer.
    Keys(bool),
    /// Why routines are locked.
    SeeWhy,

    // To the session that is on.
    /// Time has passed for it.
    Tick,
    Player(player::Message),
    PainCheck(pain_check::Message),

    // To the screen that is open.
    Today(today_screen::Message),
    Routines(routines_screen::Message),
    Routine(routine::Message),
    Exercise(exercise::Message),
    KneeMap(knee_map::Message),
    Finding(finding::Message),
    Conditions(conditions::Message),
    Condition(condition::Message),
    Progress(progress_screen::Message),
    Settings(settings_screen::Message),
}

impl App {
    /// Lets something happen. What happens before everything was read waits for that, but for the end.
    fn update(&mut self, message: Message, real: Instant) -> Task<Message> {
        diagnostics::log_message(&message);
        match self {
            Self::Ready(ready) => ready.update(message, real),
            Self::Loading(loading) => match message {
                Message::Loaded(read) => {
                    let (ready, task) = loading.finish(*read, real);
                    *self = Self::Ready(Box::new(ready));
                    task
                }
                Message::Close | Message::Exit => iced::exit(),
                Message::SystemMode(mode) => {
                    loading.system_mode = Some(mode);
                    Task::none()
                }
                // Meant for a page that is not there yet.
                Message::Key(_) | Message::Pointer => Task::none(),
                message => {
                    loading.wait(message, real);
                    Task::none()
                }
            },
        }
    }

    fn title(&self) -> String {
        match self {
            Self::Ready(ready) => ready.title(),
            Self::Loading(_) => page::name().to_owned(),
        }
    }

    /// How much larger than designed everything is drawn.
    fn zoom(&self) -> f32 {
        match self {
            Self::Ready(ready) => ready.zoom(),
            Self::Loading(loading) => loading.preferences.settings.text_size.factor(),
        }
    }

    /// The theme that was chosen; none follows the system.
    fn theme(&self) -> Option<Theme> {
        let (preferences, system) = match self {
            Self::Loading(loading) => (&loading.preferences, loading.system_mode),
            Self::Ready(ready) => (&ready.preferences, ready.system_mode),
        };
        theme::chosen(preferences.settings.appearance, system)
    }

    fn subscription(&self) -> Subscription<Message> {
        let always = [
            iced::event::listen_with(shell::window_event),
            iced::system::theme_changes().map(Message::SystemMode),
        ];
        let wanted = match self {
            Self::Loading(_) => Vec::new(),
            Self::Ready(ready) => ready.subscriptions(),
        };
        Subscription::batch(always.into_iter().chain(wanted))
    }

    fn view(&self) -> Element<'_, Message> {
        match self {
            Self::Loading(loading) => shell::view_of_loading(loading),
            Self::Ready(ready) => shell::view(ready),
        }
    }
}

impl Ready {
    /// Lets something happen, and guards the page that comes of it.
    fn update(&mut self, message: Message, real: Instant) -> Task<Message> {
        let task = self.route(message, real);
        match self.guard_new_page(real) {
            Some(unguard) => Task::batch([task, unguard]),
            None => task,
        }
    }

    fn route(&mut self, message: Message, real: Instant) -> Task<Message> {
        match message {
            Message::Loaded(_) => Task::none(),
            Message::Library(message) => self.update_library(message, real),
            Message::Journal(event) => self.on_journal_event(event, real),
            Message::Preferences(message) => {
                self.preferences.update(message).map(Message::Preferences)
            }
            Message::Knees(message) => self.update_knees(message, real),
            Message::Unlocked(message) => self.update_unlocked(message, real),
            Message::Audio(event) => {
                self.sound.heard(&event);
                Task::none()
            }
            Message::Desktop(message) => self.update_desktop(message),
            Message::Key(press) => self.key(press, real),
            Message::Pointer => self.on_pointer(real),
            Message::Resized(window) => {
                self.resized(window, real);
                Task::none()
            }
            Message::Placement(message) => self.update_placement(message, real),
            Message::SystemMode(mode) => {
                self.system_mode = Some(mode);
                Task::none()
            }
            Message::Focused => self.on_focus(),
            Message::Dropped(file) => match self.screens.open {
                // There a folder or a list is the export of a history.
                navigation::Screen::Settings(_) if data::may_be_an_export(&file) => {
                    self.take_in(file, real)
                }
                _ => self.offer(file),
            },
            Message::Adding(message) => self.update_adding(message, real),
            Message::Close => self.measure_and_close(real),
            Message::Exit => self.exit(),
            Message::NewDay => self.new_day(),
            Message::HideNotice => {
                self.history.notices.clear();
                Task::none()
            }
            Message::Unguard(until) => {
                self.guard.end(until);
                Task::none()
            }
            Message::EmptySearch => self.empty_search(real),
            Message::Go(tab) => self.go(tab),
            Message::Back => self.back(real),
            Message::FullScreen => self.turn_full_screen(real),
            Message::Keys(is_open) => {
                self.keys.is_help_open = is_open;
                Task::none()
            }
            Message::SeeWhy => self.see_why(),
            Message::Tick => self.update_playback(Input::Tick, real),
            Message::Player(message) => self.update_player(message, real),
            Message::PainCheck(message) => self.update_pain_check(message, real),
            Message::Today(message) => self.update_today(message, real),
            Message::Routines(message) => self.update_routines(message, real),
            Message::Routine(message) => self.update_routine(message, real),
            Message::Exercise(message) => self.update_exercise(message, real),
            Message::KneeMap(message) => self.update_knee_map(message, real),
            Message::Finding(message) => self.update_finding(message, real),
            Message::Conditions(message) => self.update_conditions(message),
            Message::Condition(message) => self.update_condition(message, real),
            Message::Progress(message) => self.update_progress(message, real),
            Message::Settings(message) => self.update_settings(message, real),
        }
    }
}
