//! A routine of one's own that is changed while one looks at it.

use super::Detail;
use crate::library::LoadedRoutine;
use crate::settings::Settings;

impl Detail {
    /// Shows the routine as it is now. The list stays where it is.
    pub fn follow(&mut self, loaded: LoadedRoutine, settings: &Settings) {
        let now = Self::new(loaded, self.catalogue.clone(), settings, self.back.clone());
        let before = std::mem::replace(self, now);
        self.scrolled = before.scrolled;
    }
}
