//! Where one is: the screen that is open, those one came from, and the places of the sidebar.

use iced::Task;

use super::screen::Page;
use super::screen::condition::ConditionPage;
use super::screen::conditions::Conditions;
use super::screen::exercise::ExercisePage;
use super::screen::finding::FindingPage;
use super::screen::knee_map::{KneeMap, Origin};
use super::screen::progress::Progress;
use super::screen::routine::Detail;
use super::screen::routines::Routines;
use super::screen::settings::SettingsScreen;
use super::screen::today::Today;
use super::{Message, Ready};

/// What is open.
#[derive(Debug)]
pub(super) enum Screen {
    Today(Box<Today>),
    Routines(Box<Routines>),
    Routine(Box<Detail>),
    Exercise(Box<ExercisePage>),
    KneeMap(Box<KneeMap>),
    Finding(Box<FindingPage>),
    Conditions(Box<Conditions>),
    Condition(Box<ConditionPage>),
    Progress(Box<Progress>),
    Settings(Box<SettingsScreen>),
    /// What is played; [`Ready::playing`] holds it.
    Player,
}

/// A place in the sidebar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tab {
    /// Today.
    Today,
    /// The routines.
    Routines,
    /// The knee map.
    KneeMap,
    /// What was done, and how the knees took it.
    Progress,
    /// Settings.
    Settings,
}

/// The screen that is open, and those one came from.
#[derive(Debug)]
pub(super) struct Screens {
    pub(super) open: Screen,
    /// The last one last: where Back and the end of a session lead.
    pub(super) behind: Vec<Screen>,
}

impl Screens {
    /// One screen, with nothing behind it.
    pub(super) fn new(open: Screen) -> Self {
        Self {
            open,
            behind: Vec::new(),
        }
    }

    /// All of them, the open one last.
    pub(super) fn all(&self) -> impl Iterator<Item = &Screen> {
        self.behind.iter().chain([&self.open])
    }

    /// All of them, the open one last.
    pub(super) fn all_mut(&mut self) -> impl Iterator<Item = &mut Screen> {
        self.behind.iter_mut().chain([&mut self.open])
    }
}

impl Ready {
    /// The page that is open; none where a session is over that was on it.
    pub(super) fn page(&self) -> Option<&dyn Page> {
        Some(match &self.screens.open {
            Screen::Today(page) => &**page,
            Screen::Routines(page) => &**page,
            Screen::Routine(page) => &**page,
            Screen::Exercise(page) => &**page,
            Screen::KneeMap(page) => &**page,
            Screen::Finding(page) => &**page,
            Screen::Conditions(page) => &**page,
            Screen::Condition(page) => &**page,
            Screen::Progress(page) => &**page,
            Screen::Settings(page) => &**page,
            Screen::Player => self.playing.as_deref()?,
        })
    }

    /// Opens a screen from which one comes back to the one that is open.
    pub(super) fn open(&mut self, screen: Screen) {
        let before = std::mem::replace(&mut self.screens.open, screen);
        self.screens.behind.push(before);
    }

    /// Opens a screen in the place of the one that is open: one comes back to where one would have come back to. The knee
    /// map is kept as it is.
    pub(super) fn turn_to(&mut self, screen: Screen) {
        let before = std::mem::replace(&mut self.screens.open, screen);
        self.keep_map(before);
    }

    /// Leaves for a screen of another place in the sidebar, from which nothing leads back.
    pub(super) fn leave_for(&mut self, screen: Screen) {
        for behind in std::mem::take(&mut self.screens.behind) {
            self.keep_map(behind);
        }
        self.turn_to(screen);
        // A session that is left waits in the journal.
        self.playing = None;
        self.keys.visits += 1;
        if let Screen::Settings(_) = self.screens.open {
            // Its "Try it" makes a sound.
            self.sound.open();
        } else {
            self.sound.release();
        }
    }

    fn keep_map(&mut self, screen: Screen) {
        if let Screen::KneeMap(map) = screen
            && map.from() == Origin::Page
        {
            self.knees.kept = Some(map);
        }
    }

    /// Goes to a place in the sidebar.
    pub(super) fn go(&mut self, tab: Tab) -> Task<Message> {
        match tab {
            Tab::Today => self.open_today(),
            Tab::Routines => self.open_routines(),
            Tab::KneeMap => self.open_knee_map(Origin::Page),
            Tab::Progress => self.open_progress(),
            Tab::Settings => {
                self.leave_for(Screen::Settings(Box::new(SettingsScreen::at(self.section))));
                self.read_for(self.section)
            }
        }
    }

    /// Goes back to the screen one came from.
    pub(super) fn go_back(&mut self) -> Task<Message> {
        match self.screens.behind.pop() {
            Some(behind) => self.screens.open = behind,
            None => return self.open_today(),
        }
        self.scroll_back()
    }

    /// Opens Today, with what is known of the last weeks.
    pub(super) fn open_today(&mut self) -> Task<Message> {
        let today = Today::new(&self.library.content);
        self.leave_for(Screen::Today(Box::new(today)));
        self.history.look();
        self.inform_today()
    }
}
