//! Progress from the keyboard.

use super::{Action, Message, Progress};
use crate::app::shortcut::Stroke;

impl Progress {
    /// Whether a dialog is open, which keeps the keyboard.
    pub fn has_dialog(&self) -> bool {
        self.editing.is_some()
    }

    /// What Escape means, from the top layer down; none leaves the page.
    pub fn escape(&self) -> Option<Message> {
        self.editing.is_some().then_some(Message::Cancel)
    }

    /// What a key does here that it does nowhere else. None: it means what it means on every page.
    pub fn key(&mut self, stroke: Stroke) -> Option<Action> {
        let is_undo = stroke == Stroke::Character('u') && !self.has_dialog();
        (is_undo && self.is_undo_offered()).then(|| self.update(Message::Undo))
    }
}
