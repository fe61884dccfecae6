//! A routine of one's own that is changed while one looks at it.

use super::Detail;
use crate::library::Shelved;
use crate::settings::Settings;

impl Detail {
    /// The routine that is shown.
    pub fn shelved(&self) -> &Shelved {
        &self.shelved
    }

    /// Shows the routine as it is now. The keyboard stays where it is.
    pub fn follow(&mut self, shelved: Shelved, settings: &Settings) {
        let now = Self::new(shelved, settings, self.from);
        let before = std::mem::replace(self, now);
        self.focus = before.focus;
    }
}
