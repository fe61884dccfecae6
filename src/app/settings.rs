//! Settings in the window: what is changed is heeded at once, wherever it is changed.

use std::path::Path;
use std::time::Instant;

use iced::widget::operation::{self, RelativeOffset};
use iced::{Task, clipboard};

use super::executor::spawn_blocking;
use super::navigation::Screen;
use super::screen::settings::{self, Section};
use super::{Message, Ready};
use crate::settings::Settings;
use crate::words::conditions as words;

impl Ready {
    pub(super) fn update_settings(
        &mut self,
        message: settings::Message,
        real: Instant,
    ) -> Task<Message> {
        let Screen::Settings(screen) = &mut self.screens.open else {
            return Task::none();
        };
        match screen.update(message, &self.preferences.settings) {
            settings::Action::None => Task::none(),
            settings::Action::Data(request) => self.apply_data(request),
            settings::Action::Change(changed) => self.change_settings(changed),
            settings::Action::Try => {
                self.sound.try_out(real);
                Task::none()
            }
            settings::Action::OpenFolder => self.show_user_folder(),
            settings::Action::Chapter => {
                operation::snap_to(settings::CHAPTER, RelativeOffset::START)
            }
            settings::Action::Section(section) => {
                self.section = section;
                let to_top = operation::snap_to(settings::LIST, RelativeOffset::START);
                Task::batch([self.read_for(section), to_top])
            }
            settings::Action::Copy(text) => clipboard::write(text),
            settings::Action::OpenAddress(address) => {
                let open = self.desktop.open;
                spawn_blocking(move || open(Path::new(&address)).err().map(|_| address)).then(
                    |not_opened| match not_opened {
                        Some(address) => {
                            let said = settings::Message::NotOpened(words::not_opened(&address));
                            Task::done(Message::Settings(said))
                        }
                        None => Task::none(),
                    },
                )
            }
            settings::Action::HideProblem => {
                self.preferences.problem = None;
                Task::none()
            }
        }
    }

    /// About says what is known about knees.
    pub(super) fn read_for(&self, section: Section) -> Task<Message> {
        match section {
            Section::About => self.learn_names(),
            _ => Task::none(),
        }
    }

    /// From now on this is wished for.
    pub(super) fn change_settings(&mut self, changed: Settings) -> Task<Message> {
        match self.preferences.change(changed) {
            Some(written) => {
                self.sound.follow(&self.preferences.settings);
                self.inform_routines();
                written.map(Message::Preferences)
            }
            None => Task::none(),
        }
    }
}
