//! Progress from the keyboard.

use super::{Action, Message, Progress, Tab};
use crate::app::focus::Direction;
use crate::app::screen::Viewport;
use crate::app::shortcut::Stroke;
use crate::training::pain::Knees;
use crate::training::range::Range;

impl Progress {
    /// Where the charts are to be scrolled so that what the keyboard is on is seen, from 0 to 1.
    pub fn reach(&self) -> Option<f32> {
        match self.focus.current(&self.stops())? {
            Message::Knees(_) => Some(0.3),
            Message::EarlierDays | Message::LaterDays => Some(1.0),
            _ => None,
        }
    }

    /// The messages of what the keyboard can reach, in order.
    pub fn stops(&self) -> Vec<Message> {
        if let Some(editing) = &self.editing {
            return editing.stops();
        }
        let mut stops = Vec::new();
        if self.is_empty() {
            stops.push(Message::StartReset);
        } else {
            stops.extend([Tab::Overview, Tab::Sessions].map(Message::Tab));
            match (self.tab, &self.charts) {
                (Tab::Overview, Some(charts)) => {
                    stops.extend(Range::ALL.map(Message::Range));
                    stops.extend(charts.stops(self.years_back));
                }
                (Tab::Sessions, _) => stops.extend(self.list.stops()),
                (Tab::Overview, None) => {}
            }
        }
        if self.is_undo_offered() {
            stops.push(Message::Undo);
        }
        stops
    }

    /// Whether a dialog is open, which keeps the keyboard.
    pub fn has_dialog(&self) -> bool {
        self.editing.is_some()
    }

    /// What Escape means, from the top layer down; none leaves the page.
    pub fn escape(&self) -> Option<Message> {
        self.editing.is_some().then_some(Message::Cancel)
    }

    /// Whether the keyboard is on the note, so that it is to be written in.
    pub fn is_on_note(&self) -> bool {
        self.editing.is_some() && self.focus.is_on(&Message::WriteNote)
    }

    /// What a key does here beside moving about: arrows go from session to session and through the ranges, Delete
    /// deletes. Says whether it was for this page, and what to do.
    pub fn key(&mut self, stroke: Stroke, viewport: &Viewport) -> Option<Action> {
        if self.editing.is_some() || self.is_empty() {
            return None;
        }
        let here = self.focus.current(&self.stops());
        match (self.tab, stroke, here) {
            (_, Stroke::Character('u'), _) if self.is_undo_offered() => {
                Some(self.update(Message::Undo))
            }
            (
                Tab::Sessions,
                Stroke::Delete | Stroke::Backspace,
                Some(Message::Edit(session) | Message::Delete(session)),
            ) => Some(self.update(Message::Delete(session))),
            (Tab::Sessions, Stroke::Up | Stroke::Down, here) => {
                let next = match here {
                    Some(Message::Edit(here) | Message::Delete(here)) if self.focus.is_shown() => {
                        self.list.step(here, stroke == Stroke::Down)
                    }
                    Some(Message::Edit(here) | Message::Delete(here)) => Some(here),
                    _ => self.list.first_in_sight(self.scrolled.0, viewport.look),
                }?;
                self.focus.enter(&[Message::Edit(next)], Direction::Forward);
                Some(Action::None)
            }
            (_, Stroke::Left | Stroke::Right, here) => {
                let is_on = stroke == Stroke::Right;
                let next = match here? {
                    Message::Tab(_) if is_on => Message::Tab(Tab::Sessions),
                    Message::Tab(_) => Message::Tab(Tab::Overview),
                    Message::Range(range) => Message::Range(beside(&Range::ALL, range, is_on)?),
                    Message::Knees(knees) => Message::Knees(beside(&Knees::ALL, knees, is_on)?),
                    Message::Edit(session) if is_on => {
                        self.focus
                            .enter(&[Message::Delete(session)], Direction::Forward);
                        return Some(Action::None);
                    }
                    Message::Delete(session) if !is_on => {
                        self.focus
                            .enter(&[Message::Edit(session)], Direction::Forward);
                        return Some(Action::None);
                    }
                    _ => return None,
                };
                let done = self.update(next.clone());
                self.focus.enter(&[next], Direction::Forward);
                Some(done)
            }
            _ => None,
        }
    }

    /// Where to scroll the sessions so that the one the keyboard is on comes into sight. Takes it that this is done.
    pub fn reveal(&mut self, viewport: &Viewport) -> Option<f32> {
        let (Message::Edit(session) | Message::Delete(session)) =
            self.focus.current(&self.stops())?
        else {
            return None;
        };
        let height = self.scrolled.1.unwrap_or(viewport.window.height);
        let offset = self
            .list
            .reveal(session, self.scrolled.0, height, viewport.look)?;
        self.scrolled.0 = offset;
        Some(offset)
    }
}

/// The choice beside another; none at the end.
fn beside<T: Copy + PartialEq>(all: &[T], chosen: T, is_on: bool) -> Option<T> {
    let here = all.iter().position(|choice| *choice == chosen)?;
    let next = if is_on {
        here + 1
    } else {
        here.checked_sub(1)?
    };
    all.get(next).copied()
}
