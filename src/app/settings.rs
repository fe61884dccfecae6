//! Settings in the window: what is changed is heeded at once, wherever it is changed.

use std::time::Instant;

use iced::Task;
use iced::widget::operation::{self, RelativeOffset};

use super::navigation::Screen;
use super::screen::settings::{self, Counts, SettingsScreen};
use super::{Message, Ready};
use crate::settings::Settings;

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
            settings::Action::Knowledge => self.learn_names(),
            settings::Action::Section(section) => {
                self.section = section;
                operation::snap_to(settings::LIST, RelativeOffset::START)
            }
            settings::Action::HideProblem => {
                self.preferences.problem = None;
                Task::none()
            }
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

    /// How much the knee map knows, for the page that says so.
    pub(super) fn counts(&self, screen: &SettingsScreen) -> Option<Counts> {
        let knowledge = self.knees.knowledge()?;
        screen.shows_reasoning().then(|| Counts::of(knowledge))
    }
}
