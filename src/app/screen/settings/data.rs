//! "Your data": where the journal is, and taking it out, in, and away for good.

use std::path::{Path, PathBuf};

use iced::widget::{Id, column, row};
use iced::{Center, Element, Fill};

use super::section::{group, setting};
use super::{Action, Context, Message, Section, SettingsScreen};
use crate::app::theme::size::gap;
use crate::app::theme::{self, Tone, type_role};
use crate::app::widget::{Button, Icon, banner, button, dialog, dialog_foot, input};
use crate::desktop;
use crate::words::{data as words, user_routines};

/// The field with the path of what is to be taken in.
pub const PATH: Id = Id::new("path");

/// The state of the section.
#[derive(Debug, Default)]
pub(super) struct Data {
    path: String,
    /// Whether the path is written, because nothing was chosen in a dialog of the desktop.
    writes_path: bool,
    told: Option<Told>,
    /// What that is about.
    asked: Asked,
    pub(super) erasing: Option<Erasing>,
}

/// What was asked for last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Asked {
    Export,
    Import,
    #[default]
    Other,
}

/// What came of what was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Told {
    /// No file or folder was chosen, or nothing on this desktop can ask for one.
    NotChosen,
    /// It was done. Says so in a sentence, and which folder can be looked into now.
    Done(String, Option<PathBuf>),
    /// It could not be done. Says why.
    Failed(String),
}

/// How far one is on the way to erasing everything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Erasing {
    /// The dialog asks.
    Asked,
    /// It was pressed once in the dialog.
    PressedOnce,
}

/// What a person does with their data.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)] // The names say it.
pub enum Doing {
    OpenFolder,
    /// Write everything out, where the desktop asks for.
    Export,
    /// Write it into the folder of documents.
    ExportToDocuments,
    /// Look at what was exported.
    OpenExport,
    /// Take in a file for which the desktop asks.
    Choose,
    Path(String),
    /// Take in what the path leads to.
    Import,
    /// A file was dropped on the window.
    Dropped(PathBuf),
    Erase,
    Keep,
    /// Erase, in the dialog.
    EraseAll,
}

/// What is wanted from the parent for it.
#[derive(Debug, Clone, PartialEq)]
pub enum Request {
    /// Show the folder of the journal.
    ShowFolder,
    /// Ask for a folder, and write everything into it.
    Export,
    /// Write everything into the folder of documents.
    ExportToDocuments,
    /// Ask for a file, and take it in.
    ChooseImport,
    /// Show this folder.
    Show(PathBuf),
    /// Take in this file.
    Import(PathBuf),
    /// Show the folder of the log.
    ShowLog,
    /// Erase the journal.
    Erase,
}

impl SettingsScreen {
    /// Something came of what was asked for.
    pub fn tell(&mut self, told: Told) {
        self.data.writes_path |= self.data.asked == Asked::Import && told == Told::NotChosen;
        self.data.told = Some(told);
    }

    /// What Escape means while the dialog is open.
    pub(super) fn escape_data(&self) -> Option<Message> {
        self.data.erasing.map(|_| Message::Data(Doing::Keep))
    }

    pub(super) fn update_data(&mut self, doing: Doing) -> Action {
        let data = &mut self.data;
        match doing {
            Doing::Export | Doing::ExportToDocuments => data.asked = Asked::Export,
            Doing::Choose | Doing::Import | Doing::Dropped(_) => data.asked = Asked::Import,
            Doing::OpenFolder | Doing::EraseAll => data.asked = Asked::Other,
            _ => {}
        }
        let wish = match doing {
            Doing::OpenFolder => Request::ShowFolder,
            Doing::Export => {
                data.told = None;
                Request::Export
            }
            Doing::ExportToDocuments => Request::ExportToDocuments,
            Doing::Choose => {
                data.told = None;
                Request::ChooseImport
            }
            Doing::OpenExport => match &data.told {
                Some(Told::Done(_, Some(folder))) => Request::Show(folder.clone()),
                _ => return Action::None,
            },
            Doing::Path(path) => {
                data.path = path;
                return Action::None;
            }
            Doing::Dropped(path) => {
                self.section = Section::Data;
                data.path = path.display().to_string();
                data.told = None;
                Request::Import(path)
            }
            Doing::Import => match given(&data.path) {
                Some(path) => {
                    data.told = None;
                    Request::Import(path)
                }
                None => {
                    data.told = Some(Told::Failed(words::no_path().to_owned()));
                    return Action::None;
                }
            },
            Doing::Erase => {
                data.erasing = Some(Erasing::Asked);
                return Action::None;
            }
            Doing::Keep => {
                data.erasing = None;
                return Action::None;
            }
            Doing::EraseAll => match data.erasing {
                None => return Action::None,
                Some(Erasing::Asked) => {
                    data.erasing = Some(Erasing::PressedOnce);
                    return Action::None;
                }
                Some(Erasing::PressedOnce) => {
                    data.erasing = None;
                    data.told = None;
                    Request::Erase
                }
            },
        };
        Action::Data(wish)
    }

    fn action<'a>(&self, label: &'a str, doing: Doing) -> Button<'a, Message> {
        button(label).on_press(Message::Data(doing))
    }

    /// Where everything is kept, and how it is taken out and in.
    pub(super) fn your_data<'a>(&'a self, context: &Context<'a>) -> Element<'a, Message> {
        let act = |label, doing, icon| self.action(label, doing).small().icon(icon);
        let said = |sentence: &str| Some(sentence.to_owned());

        let journal = context.data.map(|kept| {
            let open = act(words::open_folder(), Doing::OpenFolder, Icon::FolderOpen);
            setting(words::kept(), Some(place(kept)), open)
        });
        let routines = context.own.map(|_| {
            let open = button(user_routines::open_folder())
                .small()
                .icon(Icon::FolderOpen)
                .on_press(Message::OpenFolder);
            setting(
                user_routines::your_routines(),
                said(words::own_routines_line()),
                open,
            )
        });
        let places = group(
            Some(words::where_it_is()),
            [journal, routines].into_iter().flatten(),
        );

        let export = setting(
            words::export_title(),
            said(words::export_line()),
            act(words::export(), Doing::Export, Icon::Download),
        );
        let import = setting(
            words::import_title(),
            said(words::import_line()),
            act(words::choose_file(), Doing::Choose, Icon::Upload),
        );
        let path = self.data.writes_path.then(|| self.path());
        let export = with(export, [self.told(Asked::Export)]);
        let import = with(import, [path, self.told(Asked::Import)]);
        let copies = group(Some(words::copies()), [export, import]);

        let erase = self.action(words::erase(), Doing::Erase).small().danger();
        let erase = setting(words::erase_title(), said(words::erase_line()), erase);
        let rest = group(None, [with(erase, [self.told(Asked::Other)])]);
        column![places, copies, rest].spacing(gap::L).into()
    }

    /// The field for the path of a file, where nothing can ask for it.
    fn path(&self) -> Element<'_, Message> {
        let path = input(
            words::import_title(),
            words::path_hint(),
            &self.data.path,
            None,
            None,
            |path| Message::Data(Doing::Path(path)),
        )
        .id(PATH)
        .on_submit(Message::Data(Doing::Import));
        let import = self.action(words::import(), Doing::Import);
        row![path, import].spacing(gap::S).align_y(Center).into()
    }

    /// What came of what was asked for, where it was asked.
    fn told(&self, of: Asked) -> Option<Element<'_, Message>> {
        let told = self.data.told.as_ref().filter(|_| self.data.asked == of)?;
        Some(match told {
            Told::NotChosen => {
                let another = (of == Asked::Export).then(|| {
                    let save = words::save_in_documents();
                    self.action(save, Doing::ExportToDocuments).small().quiet()
                });
                row![
                    type_role::small(words::not_chosen())
                        .style(theme::text::soft)
                        .width(Fill),
                    another
                ]
                .spacing(gap::S)
                .align_y(Center)
                .into()
            }
            Told::Done(sentence, folder) => {
                let note = banner(Tone::Spruce, Icon::CircleCheck, sentence.as_str());
                match folder {
                    Some(_) => note
                        .actions(self.action(words::open_folder(), Doing::OpenExport).small())
                        .into(),
                    None => note.into(),
                }
            }
            Told::Failed(sentence) => {
                banner(Tone::Sun, Icon::FileWarning, sentence.as_str()).into()
            }
        })
    }

    /// The dialog that asks before everything is erased.
    pub(super) fn erase_dialog(&self) -> Option<Element<'_, Message>> {
        let erasing = self.data.erasing?;
        let label = match erasing {
            Erasing::Asked => words::erase(),
            Erasing::PressedOnce => words::erase_now(),
        };
        let keep = self.action(words::keep(), Doing::Keep).primary().initial();
        let erase = self.action(label, Doing::EraseAll).danger();
        let content = column![
            type_role::title_2(words::erase_ask()),
            type_role::body(words::erase_ask_line()).style(theme::text::soft),
            dialog_foot([erase.into(), keep.into()]),
        ]
        .spacing(gap::M);
        Some(dialog(words::erase_ask(), 520.0, content))
    }
}

/// A setting, with what belongs to it below.
fn with<'a, const MOST: usize>(
    setting: Element<'a, Message>,
    below: [Option<Element<'a, Message>>; MOST],
) -> Element<'a, Message> {
    let below = below.into_iter().flatten();
    column![setting].extend(below).spacing(gap::XS).into()
}

/// A folder, said so that the person finds it.
pub(super) fn place(folder: &Path) -> String {
    let below = desktop::home().and_then(|home| folder.strip_prefix(home).ok());
    match below {
        Some(below) => words::below_home(&below.display().to_string()),
        None => folder.display().to_string(),
    }
}

/// The path that was typed or pasted; none where there is nothing in the field.
fn given(typed: &str) -> Option<PathBuf> {
    let plain = typed.trim().trim_matches(['"', '\'']);
    (!plain.is_empty()).then(|| PathBuf::from(plain))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::expect_used)]

    use super::*;
    use crate::settings::Settings;

    fn doing(screen: &mut SettingsScreen, doing: Doing) -> Action {
        screen.update(Message::Data(doing), &Settings::default())
    }

    #[test]
    fn everything_is_erased_only_after_three_presses() {
        let mut screen = SettingsScreen::default();
        assert_eq!(doing(&mut screen, Doing::EraseAll), Action::None);
        assert_eq!(doing(&mut screen, Doing::Erase), Action::None);
        assert_eq!(doing(&mut screen, Doing::EraseAll), Action::None);
        assert_eq!(
            doing(&mut screen, Doing::EraseAll),
            Action::Data(Request::Erase)
        );
        assert!(screen.escape().is_none());
    }

    #[test]
    fn whoever_keeps_it_is_asked_from_the_start_again() {
        let mut screen = SettingsScreen::default();
        let _ = doing(&mut screen, Doing::Erase);
        let _ = doing(&mut screen, Doing::EraseAll);
        let keep = screen.escape().expect("a way out");
        let _ = screen.update(keep, &Settings::default());
        let _ = doing(&mut screen, Doing::Erase);
        assert_eq!(doing(&mut screen, Doing::EraseAll), Action::None);
    }

    #[test]
    fn what_was_exported_can_be_looked_at() {
        let mut screen = SettingsScreen::default();
        assert_eq!(doing(&mut screen, Doing::OpenExport), Action::None);
        let folder = PathBuf::from("/home/ada/Documents/Kneewise");
        screen.tell(Told::Done(String::new(), Some(folder.clone())));
        assert_eq!(
            doing(&mut screen, Doing::OpenExport),
            Action::Data(Request::Show(folder))
        );
    }

    #[test]
    fn a_path_is_taken_as_it_is_pasted() {
        let mut screen = SettingsScreen::default();
        assert_eq!(doing(&mut screen, Doing::Import), Action::None);
        assert_eq!(
            screen.data.told,
            Some(Told::Failed(words::no_path().to_owned()))
        );
        let path = " \"/home/ada/my export/kneewise-journal.json\" ";
        let _ = doing(&mut screen, Doing::Path(path.to_owned()));
        assert_eq!(
            doing(&mut screen, Doing::Import),
            Action::Data(Request::Import(PathBuf::from(
                "/home/ada/my export/kneewise-journal.json"
            )))
        );
    }
}
