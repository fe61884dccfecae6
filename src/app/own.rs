//! Routines of one's own in the window: read behind the drawing, and read again when something changes in their folder.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use iced::futures::{Stream, stream};
use iced::widget::container;
use iced::{Element, Padding, Subscription, Task};

use super::executor::aside;
use super::screen::settings::SettingsProblem;
use super::theme::Tone;
use super::widget::{Icon, banner};
use super::{App, Screen, Shelf};
use crate::authoring::Problem;
use crate::content::Content;
use crate::desktop;
use crate::library::{self, Glance, Shelved};
use crate::words::own_shelf as words;

/// How long after one look at the folder the next one comes. With [`SETTLING`] and the reading it is less than a second.
const PAUSE: Duration = Duration::from_millis(600);
/// How long nothing may change before the folder is read: whoever writes a file may not be done yet.
const SETTLING: Duration = Duration::from_millis(120);
/// A folder that is never at rest is read nevertheless, after this many looks.
const MOST_LOOKS: usize = 8;

/// The routines of one's own.
#[derive(Debug)]
pub(super) struct Own {
    /// Where they are; none when the person has no home.
    pub(super) folder: Option<PathBuf>,
    /// Those that could be read, in order of file name. What is wrong with the other files is among the problems of
    /// [`Shelf::Read`].
    pub(super) routines: Vec<Shelved>,
    state: State,
    /// How often the folder was read.
    readings: u32,
    /// What opens the folder. Tests do not want to see it.
    pub(super) show: fn(&Path) -> io::Result<()>,
}

impl Own {
    /// Nothing of a folder was read yet.
    pub(super) fn new(folder: Option<PathBuf>) -> Self {
        Self {
            folder,
            routines: Vec::new(),
            state: State::Unread,
            readings: 0,
            show: desktop::show,
        }
    }
}

#[derive(Debug, Clone, Copy)]
enum State {
    Unread,
    /// A change meanwhile is seen afterwards.
    Reading,
    /// It was read when it looked like this.
    Read(Glance),
}

/// What happens to routines of one's own.
#[derive(Debug, Clone)]
pub enum Message {
    /// Something in their folder is not as it was.
    Changed,
    /// They were read.
    Read(Arc<Reading>),
    /// The folder was opened in the file manager, or not and why.
    Shown(Result<(), String>),
}

/// A folder as it was read.
#[derive(Debug)]
pub struct Reading {
    /// How it looked just before.
    glance: Glance,
    shelf: library::Shelf,
}

impl Reading {
    fn of(folder: &Path, content: &Content) -> Self {
        let is_bundled = |id: &str| content.routine(id).is_some();
        Self {
            glance: Glance::at(folder),
            shelf: library::Shelf::read(folder, &content.catalogue, is_bundled),
        }
    }
}

impl App {
    /// Lets something happen to routines of one's own.
    pub(super) fn update_own(&mut self, message: Message) -> Task<super::Message> {
        match message {
            Message::Changed => self.read_own(),
            Message::Shown(Ok(())) => Task::none(),
            Message::Shown(Err(error)) => {
                self.settings_file.problem = Some(SettingsProblem::FolderNotOpened(error));
                Task::none()
            }
            Message::Read(reading) => {
                let Reading { glance, shelf } =
                    Arc::try_unwrap(reading).unwrap_or_else(|shared| Reading {
                        glance: shared.glance,
                        shelf: shared.shelf.clone(),
                    });
                let was_empty = self.has_nothing_own();
                self.take_own(glance, shelf);
                if was_empty && self.has_nothing_own() {
                    return Task::none();
                }
                self.restock()
            }
        }
    }

    /// Opens the folder in the file manager.
    pub(super) fn show_own_folder(&self) -> Task<super::Message> {
        let Some(folder) = self.own.folder.clone() else {
            return Task::none();
        };
        let show = self.own.show;
        aside(move || show(&folder).map_err(|_| words::not_opened(&folder)))
            .map(|shown| super::Message::Own(Message::Shown(shown)))
    }

    /// Reads the folder, where that is not being done already.
    pub(super) fn read_own(&mut self) -> Task<super::Message> {
        let (Some(folder), Shelf::Read { content, .. }) = (self.own.folder.clone(), &self.shelf)
        else {
            return Task::none();
        };
        if matches!(self.own.state, State::Reading) {
            return Task::none();
        }
        self.own.state = State::Reading;
        let content = content.clone();
        aside(move || Reading::of(&folder, &content))
            .map(|reading| super::Message::Own(Message::Read(Arc::new(reading))))
    }

    /// Puts what was read in the place of what was there. A session that plays keeps the routine it has.
    fn take_own(&mut self, glance: Glance, read: library::Shelf) {
        let folder = self.own.folder.clone();
        self.own.state = State::Read(glance);
        self.own.readings = self.own.readings.wrapping_add(1);
        self.own.routines = read.routines;
        if let (Shelf::Read { problems, .. }, Some(folder)) = (&mut self.shelf, &folder) {
            problems.retain(|problem| !is_in(folder, problem));
            problems.extend(read.problems);
        }
        for screen in self.behind.iter_mut().chain([&mut self.screen]) {
            if let Screen::Routine(detail) = screen
                && detail.shelved().folder == folder
                && let Some(now) = same(&self.own.routines, detail.shelved())
                // What was chosen on the page stays while other files change.
                && now.routine != detail.shelved().routine
            {
                detail.follow(now.clone(), &self.settings);
                if let Some(knowledge) = self.knees.knowledge() {
                    detail.know(knowledge);
                }
            }
        }
    }

    /// Whether there is neither a routine nor a problem of one's own.
    fn has_nothing_own(&self) -> bool {
        let folder = self.own.folder.as_deref();
        let is_own = |problem: &Problem| folder.is_some_and(|folder| is_in(folder, problem));
        self.own.routines.is_empty() && !self.problems().iter().any(is_own)
    }

    /// Watches the folder while a page is open that shows what is in it. The player has better things to do.
    pub(super) fn watch_own(&self) -> Option<Subscription<super::Message>> {
        if !matches!(
            self.screen,
            Screen::Routines(_) | Screen::Routine(_) | Screen::Exercise(_)
        ) {
            return None;
        }
        let known = match self.own.state {
            State::Unread => None,
            State::Reading => return None,
            State::Read(glance) => Some(glance),
        };
        let watch = Watch {
            folder: self.own.folder.clone()?,
            known,
            readings: self.own.readings,
        };
        Some(Subscription::run_with(watch, Watch::changed))
    }

    /// Says above a routine of one's own that it cannot be read from the folder any more.
    pub(super) fn gone(&self) -> Option<Element<'_, super::Message>> {
        let Screen::Routine(detail) = &self.screen else {
            return None;
        };
        let shown = detail.shelved();
        let is_own = shown.folder.is_some() && shown.folder == self.own.folder;
        if !is_own || same(&self.own.routines, shown).is_some() {
            return None;
        }
        let look = self.surroundings().look;
        let note = banner(look, Tone::Sun, Icon::FileWarning, words::GONE).line(words::GONE_LINE);
        let padding = Padding::new(20.0).bottom(0.0);
        Some(container(note).padding(padding).into())
    }
}

/// Whether a problem is of a file in this folder, or of the folder itself.
fn is_in(folder: &Path, problem: &Problem) -> bool {
    Path::new(&*problem.file).starts_with(folder)
}

/// The routine with the same id, as it is now.
fn same<'a>(routines: &'a [Shelved], shown: &Shelved) -> Option<&'a Shelved> {
    routines
        .iter()
        .find(|shelved| shelved.routine.id == shown.routine.id)
}

/// A folder that is watched until it looks otherwise.
#[derive(Debug, Clone, Hash)]
pub(super) struct Watch {
    folder: PathBuf,
    /// How it looked when it was read.
    known: Option<Glance>,
    /// Begins a new watch after each reading, even where the folder looks as it did before.
    readings: u32,
}

impl Watch {
    /// Says once that the folder has changed.
    fn changed(&self) -> impl Stream<Item = super::Message> + use<> {
        let watch = self.clone();
        stream::once(async move {
            watch.until_changed().await;
            super::Message::Own(Message::Changed)
        })
    }

    /// A watch over a folder that was read just now.
    #[cfg(test)]
    pub(super) fn of_read(folder: &Path) -> Self {
        Self {
            folder: folder.to_path_buf(),
            known: Some(Glance::at(folder)),
            readings: 1,
        }
    }

    pub(super) async fn until_changed(self) {
        let mut before = None;
        let mut looks = 0;
        loop {
            let now = self.look().await;
            if now == self.known {
                looks = 0;
                tokio::time::sleep(PAUSE).await;
            } else if now == before || looks == MOST_LOOKS {
                return;
            } else {
                looks += 1;
                tokio::time::sleep(SETTLING).await;
            }
            before = now;
        }
    }

    /// Looks at the folder beside everything else: a disk that is asleep or far away may take its time.
    async fn look(&self) -> Option<Glance> {
        let folder = self.folder.clone();
        tokio::task::spawn_blocking(move || Glance::at(&folder))
            .await
            .ok()
    }
}
