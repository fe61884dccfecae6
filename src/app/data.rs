//! A person's data in the window: written out, taken in, erased, and shown where it is.

use std::io;
use std::path::{Path, PathBuf};
use std::time::Instant;

use iced::Task;

use super::Ready;
use super::chooser::{self, Choose};
use super::executor::spawn_blocking;
use super::navigation::Screen;
use super::screen::settings as settings_screen;
use super::screen::settings::{Request, Told};
use super::state::preferences::Problem;
use crate::desktop::{self, Folders, region::Region};
use crate::journal::Event;
use crate::settings::Settings;
use crate::words::{data as words, finding as finding_words, user_routines as user_words};

/// What the desktop knows of a person's folders and of where they are.
#[derive(Debug, Clone, Copy)]
pub(super) struct Desktop {
    /// The folder of documents. Tests have one of their own.
    pub(super) documents: fn() -> Option<PathBuf>,
    /// What opens a folder. Tests do not want to see it.
    pub(super) show: fn(&Path) -> io::Result<()>,
    /// What opens a file or an address.
    pub(super) open: fn(&Path) -> io::Result<()>,
    /// What asks where to save and what to open. Tests have nobody to ask.
    pub(super) choose: fn(Choose) -> Task<Option<PathBuf>>,
    /// The region the computer is set up for, read once at the start. Tests are nowhere.
    pub(super) region: Option<Region>,
}

/// What comes of asking the desktop for something.
#[derive(Debug, Clone, PartialEq)]
pub enum Message {
    /// A folder was opened in the file manager, or not and why.
    Shown(Result<(), String>),
    /// Nothing opens a file of a routine, and what one can do.
    FileNotOpened(String),
    /// A folder or a file was chosen for this, or none.
    Chosen(Purpose, Option<PathBuf>),
    /// Everything is to be written into this folder.
    ExportTo(PathBuf),
    /// This file is to be taken in.
    ImportFrom(PathBuf),
}

/// What a folder or a file is chosen for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Purpose {
    /// To write everything into it.
    Export,
    /// To take it in.
    Import,
    /// To save this summary as it.
    Summary(String),
}

/// Whether a file is taken for an export, and not for a routine or a picture: a list, or a folder.
pub(super) fn may_be_an_export(file: &Path) -> bool {
    let ending = file.extension();
    ending.is_none_or(|ending| ending.eq_ignore_ascii_case("json"))
}

impl Default for Desktop {
    fn default() -> Self {
        Self {
            documents: desktop::documents,
            show: desktop::show,
            open: |file| open::that(file),
            choose: chooser::choose,
            region: None,
        }
    }
}

impl Ready {
    /// Does what is wished for with the data.
    pub(super) fn apply_data(&mut self, wish: Request) -> Task<super::Message> {
        match wish {
            Request::ShowFolder => match self.data_folder() {
                Some(folder) => self.show_folder(folder),
                None => Task::none(),
            },
            Request::Show(folder) => self.show_folder(folder),
            Request::Export => self.choose(Purpose::Export),
            Request::ChooseImport => self.choose(Purpose::Import),
            Request::ExportToDocuments => {
                let (documents, data) = (self.desktop.documents, self.data_folder());
                // Where documents are stands in a file.
                spawn_blocking(move || documents().or(data)).then(|folder| match folder {
                    Some(folder) => Task::done(super::Message::Desktop(Message::ExportTo(folder))),
                    None => Task::none(),
                })
            }
            Request::Import(path) => import(path),
            Request::ShowLog => match self.preferences.folders.as_ref().map(Folders::log) {
                Some(folder) => self.show_folder(folder),
                None => Task::none(),
            },
            Request::Erase => {
                self.history.journal.erase();
                Task::none()
            }
        }
    }

    /// Asks for a folder or a file. While something is asked, nothing else is.
    pub(super) fn choose(&mut self, purpose: Purpose) -> Task<super::Message> {
        if std::mem::replace(&mut self.is_choosing, true) {
            return Task::none();
        }
        let what = match &purpose {
            Purpose::Export => Choose::Folder(words::export_title()),
            Purpose::Import => Choose::File(words::import_title()),
            Purpose::Summary(_) => {
                let name = super::knee::summary_file(self.history.today());
                Choose::NewFile(finding_words::save_as_file(), name)
            }
        };
        (self.desktop.choose)(what)
            .map(move |chosen| super::Message::Desktop(Message::Chosen(purpose.clone(), chosen)))
    }

    /// A folder or a file was chosen for this, or none.
    fn on_chosen(&mut self, purpose: Purpose, chosen: Option<PathBuf>) -> Task<super::Message> {
        self.is_choosing = false;
        match (purpose, chosen) {
            (Purpose::Export, Some(folder)) => {
                self.history.journal.export(folder);
                Task::none()
            }
            (Purpose::Import, Some(file)) if may_be_an_export(&file) => import(file),
            (Purpose::Import, Some(file)) => self.offer(file),
            (Purpose::Summary(text), Some(file)) => super::knee::write_summary(file, text),
            (Purpose::Summary(_), None) => {
                super::knee::tell_summary(Task::done(super::screen::finding::Told::NotChosen))
            }
            (Purpose::Export | Purpose::Import, None) => {
                self.tell_settings(&Told::NotChosen);
                Task::none()
            }
        }
    }

    fn tell_settings(&mut self, told: &Told) {
        for screen in self.screens.all_mut() {
            if let Screen::Settings(settings) = screen {
                settings.tell(told.clone());
            }
        }
    }

    /// Something came of it.
    pub(super) fn on_data_event(&mut self, event: Event) -> Task<super::Message> {
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
        self.tell_settings(&told);
        if erased {
            self.forget_knees()
        } else {
            Task::none()
        }
    }

    /// What was said on the knee map is erased with the journal, a map that is half done as well.
    pub(super) fn forget_knees(&mut self) -> Task<super::Message> {
        self.knees.forget();
        self.change_settings(Settings {
            age: None,
            knees_of_version_1: None,
            ..self.preferences.settings.clone()
        })
    }

    pub(super) fn data_folder(&self) -> Option<PathBuf> {
        self.preferences.data_folder().map(Path::to_path_buf)
    }

    /// Opens a folder in the file manager.
    pub(super) fn show_folder(&self, folder: PathBuf) -> Task<super::Message> {
        let show = self.desktop.show;
        spawn_blocking(move || show(&folder).map_err(|_| user_words::not_opened(&folder)))
            .map(|shown| super::Message::Desktop(Message::Shown(shown)))
    }

    /// Opens the folder with routines of one's own in the file manager.
    pub(super) fn show_user_folder(&self) -> Task<super::Message> {
        match self.library.user.folder.clone() {
            Some(folder) => self.show_folder(folder),
            None => Task::none(),
        }
    }

    /// Opens a file in whatever opens such files.
    pub(super) fn open_file(&self, file: PathBuf) -> Task<super::Message> {
        let open = self.desktop.open;
        spawn_blocking(move || open(&file).err().map(|_| user_words::not_opened(&file))).then(
            |sentence| match sentence {
                Some(sentence) => {
                    Task::done(super::Message::Desktop(Message::FileNotOpened(sentence)))
                }
                None => Task::none(),
            },
        )
    }

    /// Something came of asking the desktop.
    pub(super) fn update_desktop(&mut self, message: Message) -> Task<super::Message> {
        match message {
            Message::Shown(Ok(())) => {}
            Message::Shown(Err(error)) => {
                self.preferences.problem = Some(Problem::FolderNotOpened(error));
            }
            Message::FileNotOpened(sentence) => {
                if let Screen::Routines(routines) = &mut self.screens.open {
                    routines.not_opened(sentence);
                }
            }
            Message::Chosen(purpose, chosen) => return self.on_chosen(purpose, chosen),
            Message::ExportTo(folder) => self.history.journal.export(folder),
            Message::ImportFrom(file) => self.history.journal.import(file),
        }
        Task::none()
    }

    /// A file was dropped on the window.
    pub(super) fn take_in(&mut self, file: PathBuf, real: Instant) -> Task<super::Message> {
        let doing = settings_screen::Doing::Dropped(file);
        self.update_settings(settings_screen::Message::Data(doing), real)
    }
}

fn import(path: PathBuf) -> Task<super::Message> {
    spawn_blocking(move || desktop::exported_at(&path))
        .map(|file| super::Message::Desktop(Message::ImportFrom(file)))
}
