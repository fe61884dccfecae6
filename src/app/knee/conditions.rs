//! The pages about conditions in the window: the list of all of them, and each one's own.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use iced::widget::operation;
use iced::{Task, clipboard};

use super::Origin;
use crate::app::control;
use crate::app::executor::spawn_blocking;
use crate::app::navigation::Screen;
use crate::app::routines::scroll_to;
use crate::app::screen::condition::{self, ConditionPage};
use crate::app::screen::conditions::{self, Conditions};
use crate::app::state::library::Wanted;
use crate::app::{Message, Ready};
use crate::knee::ConditionId;
use crate::side::Side;
use crate::words::conditions as words;
use crate::words::knee_map::name as knee_map;

impl Ready {
    /// Opens the list of all conditions.
    pub(in crate::app) fn browse(&mut self) -> Task<Message> {
        let Some(knowledge) = self.knees.knowledge().cloned() else {
            return Task::none();
        };
        // While a session waits there is no sidebar to leave by.
        let back = self.has_session().then_some(knee_map());
        let list = Conditions::new(knowledge, self.leg_to_show(), back);
        let wanted = list.wants();
        self.open(Screen::Conditions(Box::new(list)));
        self.want_knee_pictures(wanted)
    }

    /// Opens the page of a condition.
    pub(in crate::app) fn read_about(
        &mut self,
        condition: ConditionId,
        back: &'static str,
    ) -> Task<Message> {
        let Some(page) = self.condition_page(condition, back) else {
            return Task::none();
        };
        let wanted = page.wants();
        self.open(Screen::Condition(Box::new(page)));
        self.want_knee_pictures(wanted)
    }

    fn condition_page(&self, condition: ConditionId, back: &'static str) -> Option<ConditionPage> {
        let knowledge = self.knees.knowledge()?;
        Some(ConditionPage::new(
            Arc::clone(knowledge),
            condition,
            &self.library.content,
            self.library.user.routines(),
            &self.findings(),
            self.leg_to_show(),
            back,
        ))
    }

    /// The leg that pictures of the knee show: the one that is open, or else the one that was looked at last.
    fn leg_to_show(&self) -> Side {
        if let Screen::Finding(page) = &self.screens.open {
            return page.said().0;
        }
        let results = self.history.results().iter();
        let last = results.max_by_key(|result| result.at.utc_ms);
        last.map_or(Side::Left, |result| result.knee)
    }

    /// Makes pictures of the knee, where no page has asked for them yet.
    fn want_knee_pictures(&mut self, wanted: Vec<(crate::knee::View, Side)>) -> Task<Message> {
        let wanted = wanted.into_iter();
        Task::batch(wanted.map(|(view, leg)| self.want_knee_picture(view, leg)))
    }

    pub(in crate::app) fn update_conditions(
        &mut self,
        message: conditions::Message,
    ) -> Task<Message> {
        let Screen::Conditions(list) = &mut self.screens.open else {
            return Task::none();
        };
        match list.update(message) {
            conditions::Action::None => Task::none(),
            conditions::Action::Back => self.go_back(),
            conditions::Action::Read(condition) => self.read_about(condition, words::name()),
            conditions::Action::Map => match self.screens.behind.last() {
                Some(Screen::KneeMap(_)) => self.go_back(),
                _ => self.open_knee_map(Origin::Page),
            },
            conditions::Action::Write => Task::batch([
                operation::focus(conditions::SEARCH),
                operation::select_all(conditions::SEARCH),
            ]),
            conditions::Action::ToFirst => control::show(conditions::FIRST),
            conditions::Action::ToTop => scroll_to(conditions::LIST, 0.0),
        }
    }

    pub(in crate::app) fn update_condition(
        &mut self,
        message: condition::Message,
        real: Instant,
    ) -> Task<Message> {
        let Screen::Condition(page) = &mut self.screens.open else {
            return Task::none();
        };
        let back = page.back();
        match page.update(message) {
            condition::Action::None => Task::none(),
            condition::Action::Back => self.go_back(),
            condition::Action::Start(chosen) => self.take(chosen, Wanted::Session, real),
            condition::Action::SeeWhy => self.see_why(),
            condition::Action::Copy(text) => clipboard::write(text),
            condition::Action::OpenText { name, text } => {
                let open = self.desktop.open;
                let said = words::not_opened(&name);
                told(
                    spawn_blocking(move || {
                        let file = text_file(&name, &text)?;
                        open(&file)
                    }),
                    said,
                )
            }
            condition::Action::OpenAddress(address) => {
                let open = self.desktop.open;
                let said = words::not_opened(&address);
                told(spawn_blocking(move || open(Path::new(&address))), said)
            }
            // In place of the page, so that the way back stays short.
            condition::Action::Read(condition) => {
                let Some(page) = self.condition_page(condition, back) else {
                    return Task::none();
                };
                let wanted = page.wants();
                self.screens.open = Screen::Condition(Box::new(page));
                let to_top = scroll_to(condition::PAGE, 0.0);
                Task::batch([self.want_knee_pictures(wanted), to_top])
            }
        }
    }
}

/// Says on the page what could not be opened.
fn told(opened: Task<io::Result<()>>, sentence: String) -> Task<Message> {
    opened.then(move |opened| match opened {
        Ok(()) => Task::none(),
        Err(_) => {
            let said = condition::Message::NotOpened(sentence.clone());
            Task::done(Message::Condition(said))
        }
    })
}

/// Writes a text into a folder of its own among those that the system clears, as what opens it may take its time.
fn text_file(name: &str, text: &str) -> io::Result<PathBuf> {
    let folder = tempfile::Builder::new().prefix("kneewise-").tempdir()?;
    let file = folder.path().join(format!("{}.txt", file_name(name)));
    std::fs::File::create(&file)?.write_all(text.as_bytes())?;
    let _folder = folder.keep();
    Ok(file)
}

/// A name as it can stand in every file system: "runners-knee".
fn file_name(name: &str) -> String {
    let plain = name.to_lowercase().replace(['\'', '\u{2019}'], "");
    let words = plain.split(|letter: char| !letter.is_alphanumeric());
    let words: Vec<_> = words.filter(|word| !word.is_empty()).collect();
    words.join("-")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn a_text_is_written_under_a_name_that_any_system_takes() {
        let file = text_file("Runner’s knee, left / right?", "It aches.\n").unwrap();
        assert!(file.ends_with("runners-knee-left-right.txt"), "{file:?}");
        assert_eq!(std::fs::read_to_string(&file).unwrap(), "It aches.\n");
        std::fs::remove_dir_all(file.parent().unwrap()).unwrap();
    }
}
