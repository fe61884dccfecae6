//! The shelf in the window: put in order behind the drawing when it is first asked for, and kept.

use std::sync::Arc;
use std::time::Instant;

use iced::Task;
use iced::widget::Id;
use iced::widget::operation::{self, AbsoluteOffset, RelativeOffset};

use super::executor::spawn_blocking;
use super::screen::conditions;
use super::screen::routines::{self, LIST, RoutineIndex, Routines, SEARCH, TRAY};
use super::user_routines::Wanted;
use super::{App, Message, Screen, Shelf, Tab};
use crate::authoring::Problem;
use crate::content;
use crate::knee::Knowledge;
use crate::library::{LoadedRoutine, RoutineRef};

/// Nothing goes by this name: what had the cursor loses it.
pub(super) const NOWHERE: Id = Id::new("nowhere");

/// What stands on the shelf.
#[derive(Debug, Default)]
pub(super) struct IndexState {
    index: Option<Arc<RoutineIndex>>,
    /// Changes whenever the shelf is put in order anew, so that an earlier answer does not replace a later one.
    asked: u32,
}

/// The shelf in order, and the knowledge that was read for it.
#[derive(Debug, Clone)]
pub struct Indexed {
    asked: u32,
    index: Arc<RoutineIndex>,
    read: Option<(Arc<Knowledge>, Vec<Problem>)>,
}

impl App {
    /// Everything there is to choose from, in the order in which it is suggested. What has a folder is the person's own.
    fn all_routines(&self) -> Vec<RoutineRef> {
        let Shelf::Read { content, .. } = &self.shelf else {
            return Vec::new();
        };
        let bundled = content.routines.iter().map(|routine| {
            RoutineRef::Here(LoadedRoutine {
                routine: Arc::clone(routine),
                folder: None,
            })
        });
        let own = self
            .user_routines
            .routines()
            .iter()
            .cloned()
            .map(RoutineRef::RoutineFile);
        bundled.chain(own).collect()
    }

    /// Opens the shelf. It is put in order first where that was not done yet.
    pub(super) fn open_routines(&mut self) -> Task<Message> {
        if matches!(self.shelf, Shelf::Reading) {
            return Task::none();
        }
        self.go(Tab::Routines);
        match self.routine_index.index {
            Some(_) => Task::none(),
            None => self.index_routines(),
        }
    }

    /// The shelf as a page of its own.
    pub(super) fn shelf_page(&self) -> Routines {
        Routines::new(self.routine_index.index.clone(), self.problems())
    }

    pub(super) fn problems(&self) -> &[Problem] {
        match &self.shelf {
            Shelf::Read { problems, .. } => problems,
            Shelf::Reading => &[],
        }
    }

    /// Puts the shelf in order, behind the drawing. To be done again whenever there is something else on it.
    pub(super) fn index_routines(&mut self) -> Task<Message> {
        self.routine_index.asked = self.routine_index.asked.wrapping_add(1);
        let asked = self.routine_index.asked;
        let chosen = self.all_routines();
        let known = self.knees.knowledge().cloned();
        let findings = self.findings();
        let rest = match &self.shelf {
            Shelf::Read { content, .. } => content.seated_rest.clone(),
            Shelf::Reading => None,
        };
        let index = move || {
            let (knowledge, read) = match known {
                Some(knowledge) => (knowledge, None),
                None => {
                    let (knowledge, problems) = content::knowledge();
                    let knowledge = Arc::new(knowledge);
                    (Arc::clone(&knowledge), Some((knowledge, problems)))
                }
            };
            let index = Arc::new(RoutineIndex::new(chosen, &knowledge, &findings, rest));
            Box::new(Indexed { asked, index, read })
        };
        spawn_blocking(index).map(Message::Indexed)
    }

    /// Puts the shelf in order anew, if anybody has asked for it yet.
    pub(super) fn restock(&mut self) -> Task<Message> {
        if self.routine_index.asked == 0 {
            return Task::none();
        }
        self.index_routines()
    }

    /// The shelf is in order. Whatever page shows it, or lies behind another, shows it as it is now.
    pub(super) fn indexed(&mut self, indexed: Indexed) {
        let Indexed { asked, index, read } = indexed;
        if let Some((knowledge, problems)) = read {
            self.set_knowledge(knowledge, problems);
        }
        if asked != self.routine_index.asked {
            return;
        }
        self.routine_index.index = Some(Arc::clone(&index));
        let problems = match &self.shelf {
            Shelf::Read { problems, .. } => problems.as_slice(),
            Shelf::Reading => &[],
        };
        for screen in self.behind.iter_mut().chain([&mut self.screen]) {
            if let Screen::Routines(routines) = screen {
                routines.restock(Arc::clone(&index), problems);
            }
        }
    }

    pub(super) fn update_routines(
        &mut self,
        message: routines::Message,
        real: Instant,
    ) -> Task<Message> {
        let Screen::Routines(routines) = &mut self.screen else {
            return Task::none();
        };
        match routines.update(message) {
            routines::Action::None => Task::none(),
            routines::Action::Open(chosen) => self.take(chosen, Wanted::Page, real),
            routines::Action::Start(chosen) => self.take(chosen, Wanted::Session, real),
            routines::Action::OpenFile(file) => self.open_file(file),
            routines::Action::Write => {
                Task::batch([operation::focus(SEARCH), operation::select_all(SEARCH)])
            }
            routines::Action::StopWriting => operation::focus(NOWHERE),
            routines::Action::ToTop => scroll_to(LIST, 0.0),
        }
    }

    /// What puts the cursor into the search field of the page.
    pub(super) fn search(&self) -> Option<Message> {
        match &self.screen {
            Screen::Routines(_) => Some(Message::Routines(routines::Message::Search)),
            Screen::Conditions(_) => Some(Message::Conditions(conditions::Message::Search)),
            _ => None,
        }
    }

    /// Empties the search field that is written in.
    pub(super) fn empty_search(&mut self, real: Instant) -> Task<Message> {
        let empty = match &self.screen {
            Screen::Routines(_) => Message::Routines(routines::Message::EmptySearch),
            Screen::Conditions(_) => Message::Conditions(conditions::Message::EmptySearch),
            _ => return Task::none(),
        };
        self.update(empty, real)
    }

    /// After a key on the shelf: the cursor is where the keyboard is, and its card is in sight.
    pub(super) fn follow_on_shelf(&mut self) -> Task<Message> {
        let viewport = self.viewport();
        let Screen::Routines(routines) = &mut self.screen else {
            return Task::none();
        };
        let field = if routines.is_on_search() {
            SEARCH
        } else {
            NOWHERE
        };
        let mut wanted = vec![operation::focus(field)];
        wanted.extend(routines.reveal(&viewport).map(|y| scroll_to(LIST, y)));
        if let Some(y) = routines.reach_in_tray() {
            wanted.push(operation::snap_to(TRAY, RelativeOffset { x: 0.0, y }));
        }
        Task::batch(wanted)
    }
}

/// Scrolls a list so far down.
pub(super) fn scroll_to(list: Id, y: f32) -> Task<Message> {
    operation::scroll_to(list, AbsoluteOffset { x: 0.0, y })
}
