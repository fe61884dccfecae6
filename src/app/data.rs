//! A person's data in the window: written out, taken in, erased, and shown where it is.

use std::path::PathBuf;

use iced::Task;
use iced::widget::operation;

use super::executor::spawn_blocking;
use super::screen::settings::{PATH, Request, Told};
use super::user_routines;
use super::{App, Message, Screen};
use crate::desktop::{self, Folders, region::Region};
use crate::journal::Event;
use crate::settings::Settings;
use crate::words::{data as words, user_routines as user_words};

/// What the desktop knows of a person's folders and of where they are.
#[derive(Debug, Clone, Copy)]
pub(super) struct Desktop {
    /// The folder of documents. Tests have one of their own.
    pub(super) documents: fn() -> Option<PathBuf>,
    /// The region the computer is set up for, read once at the start. Tests are nowhere.
    pub(super) region: Option<Region>,
}

impl Default for Desktop {
    fn default() -> Self {
        Self {
            documents: desktop::documents,
            region: None,
        }
    }
}

impl App {
    /// Does what is wished for with the data.
    pub(super) fn apply_data(&mut self, wish: Request) -> Task<Message> {
        match wish {
            Request::ShowFolder => match self.data_folder() {
                Some(folder) => self.show_folder(folder),
                None => Task::none(),
            },
            Request::Show(folder) => self.show_folder(folder),
            Request::WritePath => operation::focus(PATH),
            Request::Export => {
                let (documents, data) = (self.desktop.documents, self.data_folder());
                // Where documents are stands in a file.
                spawn_blocking(move || documents().or(data)).then(|folder| match folder {
                    Some(folder) => Task::done(Message::ExportTo(folder)),
                    None => Task::none(),
                })
            }
            Request::Import(path) => {
                spawn_blocking(move || desktop::exported_at(&path)).map(Message::ImportFrom)
            }
            Request::ShowLog => match self.settings_file.folders.as_ref().map(Folders::log) {
                Some(folder) => self.show_folder(folder),
                None => Task::none(),
            },
            Request::Erase => {
                self.history.journal.erase();
                Task::none()
            }
        }
    }

    /// Something came of it.
    pub(super) fn on_data_event(&mut self, event: Event) -> Task<Message> {
        let mut erased = false;
        let told = match event {
            Event::Exported(Ok(folder)) => {
                Told::Done(words::exported(&folder.display().to_string()), Some(folder))
            }
            Event::Imported(Ok(added)) => {
                Told::Done(words::imported(added.sessions, added.scores), None)
            }
            Event::Erased(Ok(())) => {
                erased = true;
                Told::Done(words::erased().to_owned(), None)
            }
            Event::Exported(Err(error))
            | Event::Imported(Err(error))
            | Event::Erased(Err(error)) => Told::Failed(error.sentence()),
            _ => return Task::none(),
        };
        for screen in self.behind.iter_mut().chain([&mut self.screen]) {
            if let Screen::Settings(settings) = screen {
                settings.tell(told.clone());
            }
        }
        if erased {
            self.forget_knees()
        } else {
            Task::none()
        }
    }

    /// What was said on the knee map is erased with the journal, a map that is half done as well.
    pub(super) fn forget_knees(&mut self) -> Task<Message> {
        self.knees.forget();
        self.change_settings(Settings {
            age: None,
            knees_of_version_1: None,
            ..self.settings.clone()
        })
    }

    pub(super) fn data_folder(&self) -> Option<PathBuf> {
        let folders = self.settings_file.folders.as_ref()?;
        Some(folders.data.clone())
    }

    pub(super) fn show_folder(&self, folder: PathBuf) -> Task<Message> {
        let show = self.user_routines.show;
        spawn_blocking(move || show(&folder).map_err(|_| user_words::not_opened(&folder)))
            .map(|shown| Message::UserRoutines(user_routines::Message::Shown(shown)))
    }
}
