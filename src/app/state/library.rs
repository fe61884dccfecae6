//! The library: the routines that ship with the program and those of one's own, and what there is to choose from.

mod index;
mod user_routines;
mod watch;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use iced::{Subscription, Task};

use crate::app::executor::spawn_blocking;
use crate::authoring::Problem;
use crate::content::{self, Content};
use crate::exercise::Id;
use crate::knee::{Findings, Knowledge};
use crate::library::{LoadedRoutine, RoutineFile, RoutineRef};
pub use index::RoutineIndex;
pub use user_routines::{Reading, UserRoutines};
#[cfg(test)]
pub use watch::Watch;

/// What there is to play.
#[derive(Debug)]
pub struct Library {
    /// What ships with the program.
    pub content: Content,
    /// What could not be read of it, or of one's own.
    pub problems: Vec<Problem>,
    /// The routines of one's own.
    pub user: UserRoutines,
    /// All of them in order, once somebody has asked.
    pub index: Option<Arc<RoutineIndex>>,
    /// Changes whenever they are put in order anew, so that an earlier answer does not replace a later one.
    asked: u32,
}

/// What happens to the library.
#[derive(Debug, Clone)]
pub enum Message {
    /// Something in the person's folder is not as it was.
    Changed,
    /// The folder was read.
    Read(Arc<Reading>),
    /// The whole of a routine was read, because someone wants it; none if that is not possible any more.
    Opened(Wanted, Option<LoadedRoutine>),
    /// Everything was put in order.
    Indexed(Box<Indexed>),
}

/// What someone wants of a routine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// To look at it.
    Page,
    /// To do it.
    Session,
}

/// Everything in order, and the knowledge that was read for it.
#[derive(Debug, Clone)]
pub struct Indexed {
    asked: u32,
    index: Arc<RoutineIndex>,
    read: Option<(Arc<Knowledge>, Vec<Problem>)>,
}

/// What has come of it.
#[derive(Debug)]
pub enum Event {
    /// The folder is to be read again.
    Stale,
    /// The routines of one's own are others now, or their problems.
    Read(Arc<Reading>),
    /// The whole of a routine that someone wants is there.
    Opened(Wanted, LoadedRoutine),
    /// Everything is in order.
    Indexed(Arc<RoutineIndex>),
    /// What is known about knees was read for that.
    Known(Arc<Knowledge>, Vec<Problem>),
}

impl Library {
    /// What ships with the program, and nothing read yet in the folder of one's own.
    pub fn new(content: Content, problems: Vec<Problem>, folder: Option<PathBuf>) -> Self {
        Self {
            content,
            problems,
            user: UserRoutines::new(folder),
            index: None,
            asked: 0,
        }
    }

    /// Lets something happen.
    pub fn update(&mut self, message: Message) -> Vec<Event> {
        match message {
            // A file that cannot be opened has changed: reading it again says how.
            Message::Changed | Message::Opened(_, None) => vec![Event::Stale],
            Message::Opened(wanted, Some(loaded)) => vec![Event::Opened(wanted, loaded)],
            Message::Read(reading) => {
                let was_empty = self.has_nothing_own();
                self.take(&reading);
                if was_empty && self.has_nothing_own() {
                    Vec::new()
                } else {
                    vec![Event::Read(reading)]
                }
            }
            Message::Indexed(indexed) => {
                let Indexed { asked, index, read } = *indexed;
                let known = read.map(|(knowledge, problems)| Event::Known(knowledge, problems));
                let indexed = (asked == self.asked).then(|| {
                    self.index = Some(Arc::clone(&index));
                    Event::Indexed(index)
                });
                known.into_iter().chain(indexed).collect()
            }
        }
    }

    /// Reads the folder of one's own, where that is not being done already, with the whole of those that are in use.
    pub fn read(&mut self, used: Vec<Id>) -> Task<Message> {
        let Some(folder) = self.user.begin_reading() else {
            return Task::none();
        };
        let content = self.content.clone();
        let before = Arc::clone(&self.user.read);
        spawn_blocking(move || Reading::of(&folder, &content, &before, used))
            .map(|reading| Message::Read(Arc::new(reading)))
    }

    /// Reads the whole of a routine of one's own that someone wants.
    pub fn open(&self, file: RoutineFile, wanted: Wanted) -> Task<Message> {
        let read = Arc::clone(&self.user.read);
        spawn_blocking(move || read.open(&file).ok()).map(move |read| Message::Opened(wanted, read))
    }

    /// The whole of a routine that ships with the program, or of one of one's own that is in use.
    pub fn whole(&self, id: &str) -> Option<LoadedRoutine> {
        let bundled = self.content.routine(id).map(|routine| LoadedRoutine {
            routine: Arc::clone(routine),
            folder: None,
        });
        let own = || {
            let mut whole = self.user.whole.iter();
            whole.find(|own| &*own.routine.id == id).cloned()
        };
        bundled.or_else(own)
    }

    /// Puts everything in order, behind the drawing. To be done again whenever there is something else.
    pub fn put_in_order(
        &mut self,
        known: Option<Arc<Knowledge>>,
        findings: Findings,
    ) -> Task<Message> {
        self.asked = self.asked.wrapping_add(1);
        let asked = self.asked;
        let routines = self.all();
        let rest = self.content.seated_rest.clone();
        let index = move || {
            let (knowledge, read) = match known {
                Some(knowledge) => (knowledge, None),
                None => {
                    let (knowledge, problems) = content::knowledge();
                    let knowledge = Arc::new(knowledge);
                    (Arc::clone(&knowledge), Some((knowledge, problems)))
                }
            };
            let index = Arc::new(RoutineIndex::new(routines, &knowledge, &findings, rest));
            Message::Indexed(Box::new(Indexed { asked, index, read }))
        };
        spawn_blocking(index)
    }

    /// Whether somebody has asked for everything in order.
    pub fn is_indexed(&self) -> bool {
        self.asked > 0
    }

    /// Everything there is to choose from, in the order in which it is suggested. What has a folder is the person's own.
    fn all(&self) -> Vec<RoutineRef> {
        let bundled = self.content.routines.iter().map(|routine| {
            RoutineRef::Loaded(LoadedRoutine {
                routine: Arc::clone(routine),
                folder: None,
            })
        });
        let own = self.user.routines().iter().cloned();
        bundled.chain(own.map(RoutineRef::File)).collect()
    }

    /// Puts what was read in the place of what was there.
    fn take(&mut self, reading: &Reading) {
        self.user.take(reading);
        if let Some(folder) = self.user.folder.as_deref() {
            self.problems.retain(|problem| !is_in(folder, problem));
            self.problems.extend(reading.read.problems.iter().cloned());
        }
    }

    /// Whether there is neither a routine nor a problem of one's own.
    fn has_nothing_own(&self) -> bool {
        let folder = self.user.folder.as_deref();
        let is_own = |problem: &Problem| folder.is_some_and(|folder| is_in(folder, problem));
        self.user.routines().is_empty() && !self.problems.iter().any(is_own)
    }

    /// Where routines of one's own are, if anywhere.
    pub fn folder(&self) -> Option<&Path> {
        self.user.folder.as_deref()
    }

    /// Watches the folder of one's own.
    pub fn watch(&self) -> Option<Subscription<Message>> {
        let watch = self.user.watch()?;
        Some(Subscription::run_with(watch, watch::Watch::changed))
    }
}

/// Whether a problem is of a file in this folder, or of the folder itself.
fn is_in(folder: &Path, problem: &Problem) -> bool {
    // A problem has the name as it is shown, which is not the name itself where that is no text.
    Path::new(&*problem.file).starts_with(&*folder.to_string_lossy())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    fn library(folder: &Path) -> Library {
        let (content, problems) = Content::read();
        Library::new(content, problems, Some(folder.to_path_buf()))
    }

    fn reading(library: &Library, folder: &Path) -> Message {
        let before = library::RoutineFolder::default();
        let reading = Reading::of(folder, &library.content, &before, Vec::new());
        Message::Read(Arc::new(reading))
    }

    use crate::library;

    #[test]
    fn a_file_with_faults_is_named_until_it_is_gone() {
        let folder = tempfile::tempdir().unwrap();
        let mut library = library(folder.path());
        let before = library.problems.len();
        let nothing = reading(&library, folder.path());
        assert!(library.update(nothing).is_empty(), "there is nothing new");

        let file = folder.path().join("mine.ron");
        std::fs::write(&file, "Routine(").unwrap();
        let faulty = reading(&library, folder.path());
        assert!(matches!(
            library.update(faulty).as_slice(),
            [Event::Read(_)]
        ));
        assert!(library.problems.len() > before);

        std::fs::remove_file(file).unwrap();
        let gone = reading(&library, folder.path());
        assert!(matches!(library.update(gone).as_slice(), [Event::Read(_)]));
        assert_eq!(library.problems.len(), before);
    }

    #[test]
    fn an_answer_to_an_earlier_question_does_not_replace_a_later_one() {
        let folder = tempfile::tempdir().unwrap();
        let mut library = library(folder.path());
        let knowledge = Arc::new(content::knowledge().0);
        let answer = |library: &Library| {
            let findings = Findings::default();
            let index = RoutineIndex::new(library.all(), &knowledge, &findings, None);
            Message::Indexed(Box::new(Indexed {
                asked: library.asked,
                index: Arc::new(index),
                read: None,
            }))
        };
        let _asked = library.put_in_order(Some(Arc::clone(&knowledge)), Findings::default());
        let early = answer(&library);
        let _asked = library.put_in_order(Some(Arc::clone(&knowledge)), Findings::default());
        assert!(library.update(early).is_empty());
        let late = answer(&library);
        assert!(matches!(
            library.update(late).as_slice(),
            [Event::Indexed(_)]
        ));
    }
}
