//! Progress from the keyboard.

use super::{Action, Message, Page, Progress};
use crate::app::shortcut::Stroke;

impl Progress {
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
