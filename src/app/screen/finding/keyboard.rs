//! The keyboard on the page: where it begins, and what keys do here that they do nowhere else.

use super::checked::Checking;
use super::summary::Summing;
use super::{Dialog, FindingPage, Message};
use crate::app::shortcut::Stroke;

impl FindingPage {
    /// What stands at the right of the header.
    pub(super) fn header_actions(&self) -> Vec<Message> {
        let mut actions = vec![Message::Summarise];
        actions.extend(self.other.map(|_| Message::Other));
        if self.can_be_checked() {
            actions.push(Message::ItWasChecked);
        }
        if self.is_in_session() {
            actions.push(Message::BackToSession);
        }
        if self.can_change() {
            actions.push(Message::Change);
        }
        if self.showing == super::Showing::Again {
            actions.push(Message::StartAgain);
        }
        actions.extend(self.next.map(|_| Message::Next));
        actions
    }

    /// Where the keyboard is when the page appears: on the way on, and never on what unlocks.
    pub(super) fn begins_on(&self, message: &Message) -> bool {
        let first = if self.is_flag() {
            Message::Summarise
        } else if self.is_in_session() {
            Message::BackToSession
        } else {
            match (self.next, self.offered.first(0)) {
                (_, Some(first)) => Message::Start(first),
                (Some(_), None) => Message::Next,
                (None, None) => Message::Summarise,
            }
        };
        *message == first
    }

    /// What a key does here that it does nowhere else. None: it means what it means on every page.
    pub fn key(&mut self, stroke: Stroke) -> Option<Message> {
        match (&self.dialog, stroke) {
            (Some(Dialog::Check(_)), Stroke::Character(digit)) => {
                Checking::of_key(digit).map(Message::Checking)
            }
            (Some(Dialog::Summary(_)), _) => None,
            (None, Stroke::Character('s')) => Some(Message::Summarise),
            (None, Stroke::Character(digit @ '1'..='3')) if !self.is_flag() => {
                let index = digit as usize - '1' as usize;
                let count = self.assessment.shown().count();
                match index {
                    // The best fit is always open: what lies beside it closes.
                    0 => self.open.map(Message::Open),
                    _ => (index < count).then_some(Message::Open(index)),
                }
            }
            _ => None,
        }
    }

    /// What Escape leads to: out of a dialog, or away from here. A session does not end by it.
    pub fn escape(&self) -> Option<Message> {
        match &self.dialog {
            Some(Dialog::Check(_)) => Some(Message::Checking(Checking::Keep)),
            Some(Dialog::Summary(_)) => Some(Message::Summing(Summing::Close)),
            None if self.is_in_session() && self.is_flag() => Some(Message::Stay),
            None if self.is_in_session() => Some(Message::BackToSession),
            None => None,
        }
    }
}
