//! The window: what is open, what it shares, and who gets which message. Screens hold their own logic.

pub mod clock;
pub mod focus;
pub mod screen;
pub mod shortcut;
pub mod theme;
pub mod widget;

mod data;
mod diagnostics;
mod executor;
mod guard;
mod journal;
mod keyboard;
pub mod knee;
mod launch;
mod pages;
mod placement;
mod playback;
mod playing;
mod preferences;
mod progress;
mod routine_index;
mod shell;
mod sleep_detector;
mod sound;
#[cfg(test)]
mod test_support;
#[cfg(test)]
mod tests;
mod today;
mod user_routines;

pub use launch::{Launch, run};

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use iced::{Element, Size, Subscription, Task, Theme};

use crate::audio;
use crate::authoring::Problem;
use crate::content::Content;
use crate::desktop::Folders;
use crate::journal::{Events, Journal};
use crate::knee::{Knowledge, View};
use crate::library::LoadedRoutine;
use crate::routine::Routine;
use crate::settings::{self, Appearance, Motion, Settings};
use crate::side::Side;
use guard::Guard;
use journal::History;
use knee::{Knees, Then};
use placement::{WINDOW, WindowState};
use playback::Input;
use playing::Playing;
use preferences::SettingsFile;
use routine_index::{IndexState, Indexed};
use screen::Viewport;
use screen::condition::{self, ConditionPage};
use screen::conditions::{self, Conditions};
use screen::exercise::{self, ExercisePage};
use screen::finding::{self, FindingPage};
use screen::knee_map::{self, KneeMap};
use screen::pain_check::{self, PainCheck};
use screen::player;
use screen::progress::{self as progress_screen, Progress};
use screen::routine::{self, Detail};
use screen::routines::{self, Routines};
use screen::settings::{self as settings_screen, SettingsProblem, SettingsScreen};
use screen::today::{self as today_screen, Today};
use shortcut::Press;
use sound::Sound;
use theme::Presentation;
use user_routines::UserRoutines;

/// The state of the program.
#[derive(Debug)]
pub struct App {
    launch: Launch,
    shelf: Shelf,
    settings: Settings,
    settings_file: SettingsFile,
    screen: Screen,
    /// The screens one came from, the last one last: where Back and the end of a session lead.
    behind: Vec<Screen>,
    knees: Knees,
    user_routines: UserRoutines,
    history: History,
    desktop: data::Desktop,
    /// Keeps presses from a page that has just appeared.
    guard: Guard,
    /// The question before a routine, while it is asked.
    check: Option<Box<PainCheck>>,
    routine_index: IndexState,
    /// The place in the sidebar the keyboard is on, when it is not on the page.
    focused_place: Option<Tab>,
    /// The session that is on.
    playing: Option<Box<Playing>>,
    sound: Sound,
    window: Size,
    window_state: WindowState,
    /// What the desktop said last of light and dark; none while it has said nothing.
    system_mode: Option<iced::theme::Mode>,
}

/// What there is to play.
#[derive(Debug)]
enum Shelf {
    /// It is being read, behind the first frame.
    Reading,
    /// It is there.
    Read {
        content: Content,
        problems: Vec<Problem>,
    },
}

/// What is open.
#[derive(Debug)]
enum Screen {
    /// Nothing yet: the shelf is being read.
    Opening,
    Today(Box<Today>),
    Routines(Box<Routines>),
    Routine(Box<Detail>),
    Exercise(Box<ExercisePage>),
    KneeMap(Box<KneeMap>),
    Finding(Box<FindingPage>),
    Conditions(Box<Conditions>),
    Condition(Box<ConditionPage>),
    Progress(Box<Progress>),
    Settings(SettingsScreen),
    /// What is played; [`App::playing`] holds it.
    Player,
}

/// A place in the sidebar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tab {
    /// Today.
    Today,
    /// The shelf.
    Routines,
    /// The knee map.
    KneeMap,
    /// What was done, and how the knees took it.
    Progress,
    /// Settings.
    Settings,
}

/// Everything that can happen.
#[derive(Debug, Clone)]
#[allow(missing_docs)] // The names say it.
pub enum Message {
    ShelfRead(Box<(Content, Vec<Problem>)>),
    UserRoutines(user_routines::Message),
    SettingsRead(Box<(Settings, Vec<Problem>)>),
    SettingsWritten(Result<(), settings::Error>),
    Audio(audio::Event),
    Journal(crate::journal::Event),
    HideNotice,
    /// The guard that was to end at this instant ends.
    Unguard(Instant),
    /// Escape in the search field of a page.
    EmptySearch,
    /// It is another day than the one that is shown.
    NewDay,
    /// The window is to be closed.
    Close,
    Exit,
    Resized(Size),
    Placement(placement::Message),
    /// The desktop is light or dark now, or does not care.
    SystemMode(iced::theme::Mode),
    Key(Press),
    Pointer,
    Go(Tab),
    /// Why routines are locked.
    SeeWhy,
    Today(today_screen::Message),
    Indexed(Box<Indexed>),
    Routines(routines::Message),
    Routine(routine::Message),
    Exercise(exercise::Message),
    /// What is known about knees was read, for what waits for it.
    KnowledgeRead(Then, Box<(Knowledge, Vec<Problem>)>),
    KneeMap(knee_map::Message),
    Finding(finding::Message),
    /// A knee that was just marked as checked.
    Unlocked(knee::unlocked::Message),
    /// A picture of the knee was made.
    KneePicture(View, Side, Option<knee::Picture>),
    /// The window has the keyboard again: another one may have written meanwhile.
    Focused,
    Conditions(conditions::Message),
    Condition(condition::Message),
    Progress(progress_screen::Message),
    Settings(settings_screen::Message),
    /// Everything is to be written into this folder.
    ExportTo(PathBuf),
    /// This file is to be taken in.
    ImportFrom(PathBuf),
    /// A file was dropped on the window.
    Dropped(PathBuf),
    Player(player::Message),
    /// Time has passed for the session that is on.
    Tick,
    PainCheck(pain_check::Message),
}

impl App {
    fn new(
        launch: Launch,
        folders: Option<Folders>,
        (journal, said): (Journal, Events),
    ) -> (Self, Task<Message>) {
        let (sound, heard) = Sound::start();
        let app = Self {
            launch,
            shelf: Shelf::Reading,
            settings: Settings::default(),
            settings_file: SettingsFile {
                folders: folders.clone(),
                ..SettingsFile::default()
            },
            screen: Screen::Opening,
            behind: Vec::new(),
            knees: Knees::default(),
            user_routines: UserRoutines::new(folders.as_ref().map(Folders::routines)),
            history: History::new(journal),
            desktop: data::Desktop::default(),
            guard: Guard::default(),
            check: None,
            routine_index: IndexState::default(),
            focused_place: None,
            playing: None,
            sound,
            window: WINDOW,
            window_state: WindowState::default(),
            system_mode: None,
        };
        let read = Task::perform(
            async move {
                folders.map_or_else(Default::default, |folders| {
                    settings::read(&folders.settings())
                })
            },
            |read| Message::SettingsRead(Box::new(read)),
        );
        let heard = Task::run(heard, Message::Audio);
        let said = Task::run(said, Message::Journal);
        (app, Task::batch([read, heard, said]))
    }

    fn title(&self) -> String {
        match (&self.screen, &self.playing) {
            (Screen::Player, Some(playing)) => {
                let routine = &playing.playback.loaded().routine;
                format!("Kneewise: {}", routine.name)
            }
            _ => "Kneewise".to_owned(),
        }
    }

    /// The theme that was chosen; none follows the system.
    fn theme(&self) -> Option<Theme> {
        match self.settings.appearance {
            Appearance::System => self.system_theme(),
            Appearance::Light => Some(theme::light()),
            Appearance::Dark => Some(theme::dark()),
        }
    }

    /// The theme of the desktop, once that has said what it is. On Linux a desktop that goes back to having no preference is
    /// light again, which iced does not pass on to its windows; elsewhere iced follows by itself.
    fn system_theme(&self) -> Option<Theme> {
        match self.system_mode.filter(|_| cfg!(target_os = "linux"))? {
            iced::theme::Mode::Dark => Some(theme::dark()),
            iced::theme::Mode::Light | iced::theme::Mode::None => Some(theme::light()),
        }
    }

    fn viewport(&self) -> Viewport {
        Viewport {
            look: Presentation {
                reduced_motion: self.settings.motion == Motion::Reduced,
                ..Presentation::default()
            },
            window: self.window,
            withheld: self.findings().allow_routines().err(),
        }
    }

    /// Lets something happen, and guards the page that comes of it.
    fn update(&mut self, message: Message, real: Instant) -> Task<Message> {
        diagnostics::log_message(&message);
        let task = self.route(message, real);
        match self.guard_new_page(real) {
            Some(unguard) => Task::batch([task, unguard]),
            None => task,
        }
    }

    fn route(&mut self, message: Message, real: Instant) -> Task<Message> {
        match message {
            Message::ShelfRead(read) => {
                let (content, problems) = *read;
                self.shelf = Shelf::Read { content, problems };
                let today = self.open_today();
                let then = match self.launch.open.take() {
                    // One's own are read when a page asks for them.
                    Some(loaded) => self.play(loaded, real),
                    None => self.read_user_routines(),
                };
                Task::batch([today, then])
            }
            Message::UserRoutines(message) => self.update_user_routines(message, real),
            Message::SettingsRead(read) => {
                let (settings, problems) = *read;
                self.settings_file.problem = problems
                    .first()
                    .map(|problem| SettingsProblem::NotRead(problem.to_string()));
                self.knees.remembered = (&settings).into();
                self.settings = settings;
                self.sound.follow(&self.settings);
                // Only now, so that whatever is opened first knows the settings.
                Task::perform(async { Content::read() }, |read| {
                    Message::ShelfRead(Box::new(read))
                })
            }
            Message::SettingsWritten(result) => {
                self.settings_written(result.map_err(|error| error.to_string()))
            }
            Message::Audio(event) => {
                self.sound.heard(&event);
                Task::none()
            }
            Message::Journal(event) => self.on_journal_event(event, real),
            Message::HideNotice => {
                self.history.notices.clear();
                Task::none()
            }
            Message::Unguard(until) => {
                self.guard.end(until);
                Task::none()
            }
            Message::EmptySearch => self.empty_search(real),
            Message::NewDay => self.new_day(),
            Message::Close => self.measure_and_close(real),
            Message::Exit => self.exit(),
            Message::Resized(window) => {
                self.resized(window, real);
                Task::none()
            }
            Message::Placement(message) => self.update_placement(message, real),
            Message::SystemMode(mode) => {
                self.system_mode = Some(mode);
                Task::none()
            }
            Message::Pointer => {
                self.hide_focus();
                if let Screen::Player = self.screen {
                    return self.update_player(player::Message::Pointer, real);
                }
                Task::none()
            }
            Message::Key(press) => self.key(press, real),
            Message::SeeWhy => self.see_why(),
            Message::Go(Tab::KneeMap) => self.open_knee_map(knee_map::Origin::Page),
            Message::Go(Tab::Today) => self.open_today(),
            Message::Go(Tab::Routines) => self.open_routines(),
            Message::Go(Tab::Progress) => self.open_progress(),
            Message::Go(place) => {
                self.go(place);
                Task::none()
            }
            Message::KnowledgeRead(then, read) => self.know(then, *read, real),
            Message::KneeMap(message) => self.update_knee_map(message, real),
            Message::Finding(message) => self.update_finding(message, real),
            Message::Unlocked(message) => self.update_unlocked(message, real),
            Message::KneePicture(view, leg, picture) => {
                self.knees.pictures.keep(view, leg, picture);
                Task::none()
            }
            Message::Focused => {
                // Another window may have written, or erased.
                self.history.look();
                self.look_back();
                self.ask_for_unknown_screen()
            }
            Message::Condition(message) => self.update_condition(message, real),
            Message::Conditions(message) => self.update_conditions(message),
            Message::Today(message) => self.update_today(message, real),
            Message::Indexed(indexed) => {
                self.indexed(*indexed);
                Task::none()
            }
            Message::Routines(message) => self.update_routines(message, real),
            Message::Routine(message) => self.update_routine(message, real),
            Message::Exercise(message) => self.update_exercise(message, real),
            Message::Progress(message) => self.update_progress(message, real),
            Message::Settings(message) => self.update_settings(message, real),
            Message::ExportTo(folder) => {
                self.history.journal.export(folder);
                Task::none()
            }
            Message::ImportFrom(file) => {
                self.history.journal.import(file);
                Task::none()
            }
            Message::Dropped(file) => {
                let doing = settings_screen::Doing::Dropped(file);
                self.update_settings(settings_screen::Message::Data(doing), real)
            }
            Message::Player(message) => self.update_player(message, real),
            Message::Tick => self.update_playback(Input::Tick, real),
            Message::PainCheck(message) => self.update_pain_check(message, real),
        }
    }

    // Places.

    fn go(&mut self, place: Tab) {
        if matches!(self.shelf, Shelf::Reading) {
            return;
        }
        self.leave_place();
        let Shelf::Read { content, .. } = &self.shelf else {
            return;
        };
        self.screen = match place {
            // The knee map is opened by itself: what it knows may have to be read first.
            Tab::Today | Tab::KneeMap => Screen::Today(Box::new(Today::new(content))),
            Tab::Routines => Screen::Routines(Box::new(self.shelf_page())),
            Tab::Progress => Screen::Progress(Box::new(Progress::new(content, self.today()))),
            Tab::Settings => {
                // Its "Try it" makes a sound.
                self.sound.open();
                Screen::Settings(SettingsScreen::default())
            }
        };
        if place != Tab::Settings {
            self.sound.release();
        }
    }

    fn show(&mut self, routine: Arc<Routine>) -> Task<Message> {
        self.show_loaded(LoadedRoutine {
            routine,
            folder: None,
        })
    }

    /// Opens a screen from which one comes back to the one that is open.
    fn open(&mut self, screen: Screen) {
        self.focused_place = None;
        let before = std::mem::replace(&mut self.screen, screen);
        self.behind.push(before);
    }

    /// Goes back to the screen one came from.
    fn go_back(&mut self) -> Task<Message> {
        match self.behind.pop() {
            Some(behind) => self.screen = behind,
            None => self.go(Tab::Today),
        }
        self.scroll_back()
    }

    // Screens.

    /// Asks for the theme's system side, the size of the window, keys, and time where something moves.
    fn subscription(&self) -> Subscription<Message> {
        let mut wanted = vec![
            iced::event::listen_with(shell::window_event),
            iced::system::theme_changes().map(Message::SystemMode),
        ];
        let viewport = self.viewport();
        // A session goes on below the knee map too.
        let playing = self.playing.as_ref();
        let frame = playing.and_then(|playing| playing.player.frame(&playing.playback, &viewport));
        let pointer = match (&self.screen, playing) {
            (Screen::Player, Some(playing)) => playing.player.watches_pointer(),
            _ => self.is_focus_shown(),
        };
        wanted.extend(self.watch_user_routines());
        wanted.extend(self.rest_of_window());
        wanted.extend(self.end_of_toast());
        wanted.extend(self.end_of_unlocked());
        wanted.extend(self.end_of_day());
        if let Some(frame) = frame {
            wanted.push(iced::time::every(frame).map(|_| Message::Tick));
        }
        if pointer {
            wanted.push(iced::event::listen_with(shell::pointer_event));
        }
        Subscription::batch(wanted)
    }

    fn view(&self) -> Element<'_, Message> {
        shell::view(self)
    }
}
