//! Settings in the window: changed, heeded at once, and written behind the drawing.

use std::time::Instant;

use iced::Task;
use iced::widget::operation::{self, RelativeOffset};

use super::executor::spawn_blocking;
use super::knee::{Then, read_knowledge};
use super::screen::settings::{self as settings_screen, Counts, SettingsProblem, SettingsScreen};
use super::{App, Message, Screen};
use crate::desktop::Folders;
use crate::settings::{self, Settings};

/// The file the settings are kept in.
#[derive(Debug, Default)]
pub(super) struct SettingsFile {
    /// None when the person has no home.
    pub(super) folders: Option<Folders>,
    pub(super) problem: Option<SettingsProblem>,
    pub(super) writing: Writing,
}

/// Settings are written one after another, so that the last change is what stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Writing {
    /// What is on the disk is what is wished for.
    #[default]
    Idle,
    /// It is being written.
    Busy,
    /// It is being written and has changed since.
    Outdated,
}

impl SettingsFile {
    /// Takes in how writing went. What could not be read stays said; what could not be saved, until it is.
    fn written(&mut self, result: Result<(), String>) {
        match result {
            Err(error) => self.problem = Some(SettingsProblem::NotSaved(error)),
            Ok(()) => {
                let _saved = self
                    .problem
                    .take_if(|problem| matches!(problem, SettingsProblem::NotSaved(_)));
            }
        }
    }
}

impl App {
    /// The settings were written, or not. What has changed meanwhile is written next.
    pub(super) fn settings_written(&mut self, result: Result<(), String>) -> Task<Message> {
        self.settings_file.written(result);
        match std::mem::take(&mut self.settings_file.writing) {
            Writing::Outdated => self.write_settings(),
            Writing::Idle | Writing::Busy => Task::none(),
        }
    }

    pub(super) fn update_settings(
        &mut self,
        message: settings_screen::Message,
        real: Instant,
    ) -> Task<Message> {
        let Screen::Settings(screen) = &mut self.screen else {
            return Task::none();
        };
        match screen.update(message, &self.settings) {
            settings_screen::Action::None => Task::none(),
            settings_screen::Action::Data(wish) => self.apply_data(wish),
            settings_screen::Action::Change(changed) => self.change_settings(changed),
            settings_screen::Action::Try => {
                self.sound.try_out(real);
                Task::none()
            }
            settings_screen::Action::OpenFolder => self.show_own_folder(),
            settings_screen::Action::Knowledge if self.knees.knowledge().is_none() => {
                read_knowledge(Then::Nothing)
            }
            settings_screen::Action::Knowledge => Task::none(),
            settings_screen::Action::ToAbout => {
                operation::snap_to(settings_screen::LIST, RelativeOffset::END)
            }
            settings_screen::Action::HideProblem => {
                self.settings_file.problem = None;
                Task::none()
            }
        }
    }

    /// How much the knee map knows, for the page that says so.
    pub(super) fn counts(&self, screen: &SettingsScreen) -> Option<Counts> {
        let knowledge = self.knees.knowledge()?;
        screen.shows_reasoning().then(|| Counts::of(knowledge))
    }

    pub(super) fn change_settings(&mut self, changed: Settings) -> Task<Message> {
        if changed == self.settings {
            return Task::none();
        }
        self.settings = changed;
        self.sound.follow(&self.settings);
        self.write_settings()
    }

    fn write_settings(&mut self) -> Task<Message> {
        if self.settings_file.writing != Writing::Idle {
            self.settings_file.writing = Writing::Outdated;
            return Task::none();
        }
        let Some(folders) = self.settings_file.folders.clone() else {
            return Task::none();
        };
        self.settings_file.writing = Writing::Busy;
        let settings = self.settings.clone();
        spawn_blocking(move || settings::write(&folders.settings(), &settings))
            .map(Message::SettingsWritten)
    }
}
