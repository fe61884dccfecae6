//! A file that was dropped on the window: what it is, and whether it is to be added.

use std::path::PathBuf;
use std::time::Instant;

use iced::widget::column;
use iced::{Element, Task};

use super::executor::spawn_blocking;
use super::navigation::{Screen, Tab};
use super::screen::routines::Message as Choice;
use super::theme::size::gap;
use super::theme::{self, type_role};
use super::widget::{Icon, button, dialog, dialog_foot};
use super::{Message as Parent, Ready};
use crate::library::add::{self, Addition, Refusal};
use crate::words::adding as words;

/// How wide the dialog is, in logical pixels.
const WIDTH: f32 = 480.0;

/// A file that is offered to be added, or why it cannot be.
#[derive(Debug)]
pub(super) struct Adding {
    file: PathBuf,
    offer: Offer,
}

#[derive(Debug)]
enum Offer {
    Add(Addition),
    /// It cannot be added. Says why.
    Refused(String),
    /// It is there now, under this name.
    Added(String),
}

/// What happens to it.
#[derive(Debug, Clone)]
pub enum Message {
    /// It was looked at.
    Looked(PathBuf, Result<Addition, Refusal>),
    /// Add it.
    Add,
    /// Leave it where it is.
    Close,
    /// It was added, or could not be. Says why.
    Added(Result<PathBuf, String>),
}

impl Adding {
    pub(super) fn view(&self) -> Element<'_, Message> {
        let name = self.file.file_name().unwrap_or_default();
        let name = name.display().to_string();
        let (title, line, add) = match &self.offer {
            Offer::Add(Addition::Routine(routine)) => (
                words::add_routine(routine),
                words::copied().to_owned(),
                true,
            ),
            Offer::Add(Addition::Picture) => (
                words::add_picture(&name),
                words::picture_line().to_owned(),
                true,
            ),
            Offer::Refused(why) => (words::not_added(&name), why.clone(), false),
            Offer::Added(copy) => (words::added().to_owned(), words::is_there(copy), false),
        };
        let close = |label| button(label).on_press(Message::Close);
        let (close, add) = if add {
            let add = button(words::add())
                .primary()
                .icon(Icon::Plus)
                .initial()
                .on_press(Message::Add);
            (close(words::leave_it()).quiet(), Some(add))
        } else {
            (close(words::close()).primary().initial(), None)
        };
        let content = column![
            type_role::title_2(title),
            type_role::body(line).style(theme::text::soft),
            dialog_foot([Some(close), add].into_iter().flatten().map(Into::into)),
        ]
        .spacing(gap::M);
        dialog(words::dropped(), WIDTH, content)
    }
}

impl Ready {
    /// A routine or a picture was dropped on the window. While a session is on, or something is asked, it stays where it is.
    pub(super) fn offer(&mut self, file: PathBuf) -> Task<Parent> {
        if self.has_session() || self.has_dialog() || self.check.is_some() {
            return Task::none();
        }
        let bundled = self.library.content.catalogue.clone();
        spawn_blocking(move || {
            let looked = add::look(&file, &bundled);
            (file, looked)
        })
        .map(|(file, looked)| Parent::Adding(Message::Looked(file, looked)))
    }

    pub(super) fn update_adding(&mut self, message: Message, real: Instant) -> Task<Parent> {
        match message {
            Message::Looked(file, looked) => {
                let offer = match looked {
                    Ok(addition) => Offer::Add(addition),
                    Err(refusal) => Offer::Refused(match refusal {
                        Refusal::Neither => words::neither().to_owned(),
                        Refusal::NoPicture => words::no_picture().to_owned(),
                        Refusal::ShowsPictures => words::shows_pictures().to_owned(),
                        Refusal::Faults(said) => said,
                    }),
                };
                self.adding = Some(Box::new(Adding { file, offer }));
                Task::none()
            }
            Message::Close => {
                self.adding = None;
                Task::none()
            }
            Message::Add => {
                let folder = self.library.folder().map(std::path::Path::to_path_buf);
                let Some(adding) = &mut self.adding else {
                    return Task::none();
                };
                let Some(folder) = folder else {
                    adding.offer = Offer::Refused(words::no_folder().to_owned());
                    return Task::none();
                };
                let file = adding.file.clone();
                spawn_blocking(move || add::add(&file, &folder).map_err(|error| error.to_string()))
                    .map(|added| Parent::Adding(Message::Added(added)))
            }
            Message::Added(Ok(copy)) => match &mut self.adding {
                Some(adding) if matches!(adding.offer, Offer::Add(Addition::Picture)) => {
                    let name = copy.file_name().unwrap_or_default();
                    adding.offer = Offer::Added(name.display().to_string());
                    Task::none()
                }
                // The routines show it.
                _ => {
                    self.adding = None;
                    self.show_own(real)
                }
            },
            Message::Added(Err(why)) => {
                if let Some(adding) = &mut self.adding {
                    adding.offer = Offer::Refused(words::not_copied(&why));
                }
                Task::none()
            }
        }
    }

    /// Opens the routines, with one's own alone.
    fn show_own(&mut self, real: Instant) -> Task<Parent> {
        let opened = self.update(Parent::Go(Tab::Routines), real);
        if let Screen::Routines(routines) = &mut self.screens.open {
            let _ = routines.update(Choice::MineOnly);
        }
        opened
    }
}
