//! Routines of one's own in the window: read behind the drawing, and read again when something changes in their folder.

mod watch;

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use iced::{Element, Subscription, Task};

use super::executor::spawn_blocking;
use super::screen::settings::SettingsProblem;
use super::theme::Tone;
use super::widget::{Icon, banner};
use super::{App, Screen, Shelf};
use crate::authoring::Problem;
use crate::content::Content;
use crate::desktop;
use crate::exercise::Id;
use crate::library::{self, Fingerprint, LoadedRoutine, RoutineFile, RoutineRef};
use crate::words::user_routines as words;
pub(super) use watch::Watch;

/// The routines of one's own.
#[derive(Debug)]
pub(super) struct UserRoutines {
    /// Where they are; none when the person has no home.
    pub(super) folder: Option<PathBuf>,
    /// What could be read there. What is wrong with the other files is also among the problems of [`Shelf::Read`].
    shelf: Arc<library::Shelf>,
    /// The whole of those that are in use: with a page of their own, or left in the middle of a session.
    whole: Vec<LoadedRoutine>,
    state: State,
    /// How often the folder was read.
    readings: u32,
    /// What opens the folder. Tests do not want to see it.
    pub(super) show: fn(&Path) -> io::Result<()>,
    /// What opens a file.
    pub(super) open: fn(&Path) -> io::Result<()>,
}

impl UserRoutines {
    /// Nothing of a folder was read yet.
    pub(super) fn new(folder: Option<PathBuf>) -> Self {
        Self {
            folder,
            shelf: Arc::default(),
            whole: Vec::new(),
            state: State::Unread,
            readings: 0,
            show: desktop::show,
            open: |file| open::that(file),
        }
    }

    /// Those that could be read, in order of file name.
    pub(super) fn routines(&self) -> &[RoutineFile] {
        &self.shelf.routines
    }

    /// The one with this id.
    fn routine(&self, id: &str) -> Option<&RoutineFile> {
        let mut routines = self.routines().iter();
        routines.find(|routine_file| &*routine_file.summary.id == id)
    }
}

#[derive(Debug, Clone, Copy)]
enum State {
    Unread,
    /// A change meanwhile is seen afterwards.
    Reading,
    /// It was read when it looked like this.
    Read(Fingerprint),
}

/// What happens to routines of one's own.
#[derive(Debug, Clone)]
pub enum Message {
    /// Something in their folder is not as it was.
    Changed,
    /// They were read.
    Read(Arc<Reading>),
    /// The whole of one was read, because someone wants it; none if that is not possible any more.
    Opened(Wanted, Option<LoadedRoutine>),
    /// The folder was opened in the file manager, or not and why.
    Shown(Result<(), String>),
    /// Nothing opens a file, and what one can do.
    FileNotOpened(String),
}

/// What someone wants of a routine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// To look at it.
    Page,
    /// To do it.
    Session,
}

/// A folder as it was read.
#[derive(Debug)]
pub struct Reading {
    /// How it looked just before.
    glance: Fingerprint,
    shelf: Arc<library::Shelf>,
    /// The ids of routines that are in use.
    used: Vec<Id>,
    /// The whole of those among them that are there.
    whole: Vec<LoadedRoutine>,
}

impl Reading {
    /// How many routines there are, and how many faults in their files.
    pub(super) fn counts(&self) -> (usize, usize) {
        (self.shelf.routines.len(), self.shelf.problems.len())
    }

    fn of(folder: &Path, content: &Content, before: &library::Shelf, used: Vec<Id>) -> Self {
        let is_bundled = |id: &str| content.routine(id).is_some();
        let glance = Fingerprint::at(folder);
        let shelf = before.read_again(folder, &content.catalogue, is_bundled);
        let whole = shelf
            .routines
            .iter()
            .filter(|routine_file| used.contains(&routine_file.summary.id))
            .filter_map(|routine_file| shelf.open(routine_file).ok())
            .collect();
        Self {
            glance,
            shelf: Arc::new(shelf),
            used,
            whole,
        }
    }
}

impl App {
    /// Lets something happen to routines of one's own.
    pub(super) fn update_user_routines(
        &mut self,
        message: Message,
        real: Instant,
    ) -> Task<super::Message> {
        match message {
            Message::Changed => self.read_user_routines(),
            // Whoever is at something else by now has not waited for it.
            Message::Opened(..) if !self.has_choice() => Task::none(),
            Message::Opened(wanted, Some(loaded)) => self.give(loaded, wanted, real),
            // Its file has changed: the shelf will say how.
            Message::Opened(_, None) => self.read_user_routines(),
            Message::FileNotOpened(sentence) => {
                if let Screen::Routines(routines) = &mut self.screen {
                    routines.not_opened(sentence);
                }
                Task::none()
            }
            Message::Shown(Ok(())) => Task::none(),
            Message::Shown(Err(error)) => {
                self.settings_file.problem = Some(SettingsProblem::FolderNotOpened(error));
                Task::none()
            }
            Message::Read(reading) => {
                let was_empty = self.has_nothing_own();
                self.take_user_routines(&reading);
                if was_empty && self.has_nothing_own() {
                    return Task::none();
                }
                // A session that was left may have become known while the folder was being read.
                let left = match self.left_routine() {
                    Some(id) if !reading.used.contains(&id) => self.read_left(),
                    _ => Task::none(),
                };
                Task::batch([self.restock(), self.inform_today(), left])
            }
        }
    }

    /// Gives someone the routine they chose, once the whole of it was read.
    pub(super) fn take(
        &mut self,
        chosen: RoutineRef,
        wanted: Wanted,
        real: Instant,
    ) -> Task<super::Message> {
        match chosen {
            RoutineRef::Here(loaded) => self.give(loaded, wanted, real),
            RoutineRef::RoutineFile(routine_file) => {
                let shelf = Arc::clone(&self.user_routines.shelf);
                spawn_blocking(move || shelf.open(&routine_file).ok())
                    .map(move |read| super::Message::UserRoutines(Message::Opened(wanted, read)))
            }
        }
    }

    /// Whether a page is open on which routines are chosen.
    fn has_choice(&self) -> bool {
        matches!(
            self.screen,
            Screen::Routines(_) | Screen::Exercise(_) | Screen::Condition(_)
        )
    }

    fn give(
        &mut self,
        loaded: LoadedRoutine,
        wanted: Wanted,
        real: Instant,
    ) -> Task<super::Message> {
        match wanted {
            Wanted::Page => self.show_loaded(loaded),
            Wanted::Session => self.play(loaded, real),
        }
    }

    /// Opens the folder in the file manager.
    pub(super) fn show_own_folder(&self) -> Task<super::Message> {
        let Some(folder) = self.user_routines.folder.clone() else {
            return Task::none();
        };
        let show = self.user_routines.show;
        spawn_blocking(move || show(&folder).map_err(|_| words::not_opened(&folder)))
            .map(|shown| super::Message::UserRoutines(Message::Shown(shown)))
    }

    /// Opens a file in whatever opens such files.
    pub(super) fn open_file(&self, file: PathBuf) -> Task<super::Message> {
        let open = self.user_routines.open;
        spawn_blocking(move || open(&file).err().map(|_| words::not_opened(&file))).then(
            |problem| {
                problem.map_or_else(Task::none, |sentence| {
                    Task::done(super::Message::UserRoutines(Message::FileNotOpened(
                        sentence,
                    )))
                })
            },
        )
    }

    /// Reads the folder, where that is not being done already.
    pub(super) fn read_user_routines(&mut self) -> Task<super::Message> {
        let (Some(folder), Shelf::Read { content, .. }) =
            (self.user_routines.folder.clone(), &self.shelf)
        else {
            return Task::none();
        };
        if matches!(self.user_routines.state, State::Reading) {
            return Task::none();
        }
        self.user_routines.state = State::Reading;
        let content = content.clone();
        let before = Arc::clone(&self.user_routines.shelf);
        let used = self.used();
        spawn_blocking(move || Reading::of(&folder, &content, &before, used))
            .map(|reading| super::Message::UserRoutines(Message::Read(Arc::new(reading))))
    }

    /// The ids of the routines that are in use, one's own or not.
    fn used(&self) -> Vec<Id> {
        let pages = self.behind.iter().chain([&self.screen]);
        let pages = pages.filter_map(|screen| match screen {
            Screen::Routine(detail) => Some(Arc::clone(&detail.loaded().routine.id)),
            _ => None,
        });
        pages.chain(self.left_routine()).collect()
    }

    /// The id of the routine that was left in the middle of a session.
    fn left_routine(&self) -> Option<Id> {
        let recent = self.history.recent.as_ref()?;
        Some(recent.open.as_ref()?.routine.as_str().into())
    }

    /// The whole of a routine that is in use, bundled or one's own.
    pub(super) fn whole(&self, id: &str) -> Option<LoadedRoutine> {
        let Shelf::Read { content, .. } = &self.shelf else {
            return None;
        };
        let bundled = content.routine(id).map(|routine| LoadedRoutine {
            routine: Arc::clone(routine),
            folder: None,
        });
        let own = || {
            self.user_routines
                .whole
                .iter()
                .find(|own| &*own.routine.id == id)
        };
        bundled.or_else(|| own().cloned())
    }

    /// Reads the whole of the routine that was left in the middle of a session, where it is one's own.
    pub(super) fn read_left(&mut self) -> Task<super::Message> {
        match self.left_routine() {
            Some(id) if self.whole(&id).is_none() && self.user_routines.routine(&id).is_some() => {
                self.read_user_routines()
            }
            _ => Task::none(),
        }
    }

    /// Puts what was read in the place of what was there. A session that plays keeps the routine it has.
    fn take_user_routines(&mut self, reading: &Reading) {
        let folder = self.user_routines.folder.clone();
        self.user_routines.state = State::Read(reading.glance);
        self.user_routines.readings = self.user_routines.readings.wrapping_add(1);
        self.user_routines.shelf = Arc::clone(&reading.shelf);
        self.user_routines.whole.clone_from(&reading.whole);
        if let (Shelf::Read { problems, .. }, Some(folder)) = (&mut self.shelf, &folder) {
            problems.retain(|problem| !is_in(folder, problem));
            problems.extend(reading.shelf.problems.iter().cloned());
        }
        for screen in self.behind.iter_mut().chain([&mut self.screen]) {
            if let Screen::Routine(detail) = screen
                && detail.loaded().folder == folder
                && let Some(now) = same(&reading.whole, detail.loaded())
                // What was chosen on the page stays while other files change.
                && now.routine != detail.loaded().routine
            {
                detail.follow(now.clone(), &self.settings);
                if let Some(knowledge) = self.knees.knowledge() {
                    detail.set_knowledge(knowledge);
                }
            }
        }
    }

    /// Whether there is neither a routine nor a problem of one's own.
    fn has_nothing_own(&self) -> bool {
        let folder = self.user_routines.folder.as_deref();
        let is_own = |problem: &Problem| folder.is_some_and(|folder| is_in(folder, problem));
        self.user_routines.routines().is_empty() && !self.problems().iter().any(is_own)
    }

    /// Watches the folder while a page is open that shows what is in it. The player has better things to do.
    pub(super) fn watch_user_routines(&self) -> Option<Subscription<super::Message>> {
        if !matches!(
            self.screen,
            Screen::Routines(_) | Screen::Routine(_) | Screen::Exercise(_)
        ) {
            return None;
        }
        let known = match self.user_routines.state {
            State::Unread => None,
            State::Reading => return None,
            State::Read(glance) => Some(glance),
        };
        let watch = Watch {
            folder: self.user_routines.folder.clone()?,
            known,
            readings: self.user_routines.readings,
        };
        Some(Subscription::run_with(watch, Watch::changed))
    }

    /// Says above a routine of one's own that it cannot be read from the folder any more.
    pub(super) fn gone(&self) -> Option<Element<'_, super::Message>> {
        let Screen::Routine(detail) = &self.screen else {
            return None;
        };
        let shown = detail.loaded();
        let is_own = shown.folder.is_some() && shown.folder == self.user_routines.folder;
        if !is_own || self.user_routines.routine(&shown.routine.id).is_some() {
            return None;
        }
        let look = self.viewport().look;
        let note =
            banner(look, Tone::Sun, Icon::FileWarning, words::gone()).line(words::gone_line());
        Some(self.above_page(note))
    }
}

/// Whether a problem is of a file in this folder, or of the folder itself.
fn is_in(folder: &Path, problem: &Problem) -> bool {
    // A problem has the name as it is shown, which is not the name itself where that is no text.
    Path::new(&*problem.file).starts_with(&*folder.to_string_lossy())
}

/// The routine with the same id, as it is now.
fn same<'a>(routines: &'a [LoadedRoutine], shown: &LoadedRoutine) -> Option<&'a LoadedRoutine> {
    routines
        .iter()
        .find(|loaded| loaded.routine.id == shown.routine.id)
}
