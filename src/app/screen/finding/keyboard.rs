//! The keyboard on the page: what it reaches, in which order, and what keys do here that they do nowhere else.

use super::checked::Checking;
use super::summary::Summing;
use super::{Dialog, FindingPage, Message};
use crate::app::shortcut::Stroke;
use crate::knee::Level;

impl FindingPage {
    /// The messages of what the keyboard can reach, in order.
    pub fn stops(&self) -> Vec<Message> {
        match &self.dialog {
            Some(Dialog::Check(check)) => check.stops(),
            Some(Dialog::Summary(summary)) => summary.stops(),
            None if self.is_flag() => self.flag_stops(),
            None => self.result_stops(),
        }
    }

    fn flag_stops(&self) -> Vec<Message> {
        let mut stops = Vec::new();
        let checked = self.can_be_checked().then_some(Message::ItWasChecked);
        let is_emergency = self.level() == Level::Emergency;
        if !is_emergency {
            stops.extend(checked.clone());
            stops.extend(self.other.map(|_| Message::Other));
        }
        if self.is_in_session() {
            stops.push(Message::BackToSession);
        }
        stops.push(Message::Change);
        stops.extend(self.next.map(|_| Message::Next));
        if is_emergency {
            stops.extend(self.other.map(|_| Message::Other));
            stops.extend(checked);
        }
        stops.push(Message::Summarise);
        stops
    }

    fn result_stops(&self) -> Vec<Message> {
        let mut stops = self.header_stops();
        if let Some(first) = self.assessment.shown().next() {
            stops.push(Message::Read(first.condition));
        }
        if self.is_in_session() {
            // Routines have to wait for the session that waits.
        } else if let Some(first) = self.offered.first(0) {
            stops.insert(0, Message::Start(first));
        } else if self.offered.locked().is_some() && self.offered.see_first().is_none() {
            stops.push(Message::SeeWhy);
        }
        if !self.offered.others().is_empty() && !self.is_in_session() {
            stops.push(Message::More);
            if self.is_list_open {
                let others = self.offered.others().iter();
                stops.extend(others.map(|index| Message::Start(*index)));
            }
        }
        for (index, candidate) in self.assessment.shown().enumerate().skip(1) {
            stops.push(Message::Open(index));
            if self.open == Some(index) {
                stops.push(Message::Read(candidate.condition));
                let first = self.offered.first(index).filter(|_| !self.is_in_session());
                stops.extend(first.map(Message::Start));
            }
        }
        stops.dedup();
        stops
    }

    /// What stands at the right of the header.
    pub(super) fn header_stops(&self) -> Vec<Message> {
        let mut stops = vec![Message::Summarise];
        stops.extend(self.other.map(|_| Message::Other));
        if self.can_be_checked() {
            stops.push(Message::ItWasChecked);
        }
        if self.is_in_session() {
            stops.push(Message::BackToSession);
        }
        if self.can_change() {
            stops.push(Message::Change);
        }
        if self.showing == super::Showing::Again {
            stops.push(Message::StartAgain);
        }
        stops.extend(self.next.map(|_| Message::Next));
        stops
    }

    /// Where the keyboard is when the page appears: on the way on, and never on what unlocks.
    pub(super) fn first_stop(&self) -> Option<Message> {
        if self.is_flag() {
            return Some(Message::Summarise);
        }
        if self.is_in_session() {
            return Some(Message::BackToSession);
        }
        match (self.next, self.offered.first(0)) {
            (_, Some(first)) => Some(Message::Start(first)),
            (Some(_), None) => Some(Message::Next),
            (None, None) => Some(Message::Summarise),
        }
    }

    /// What a key does here that it does nowhere else. None: it means what it means on every page.
    pub fn key(&mut self, stroke: Stroke) -> Option<Message> {
        match (&self.dialog, stroke) {
            (Some(Dialog::Check(_)), Stroke::Enter) => {
                // Enter keeps them locked, except where the keyboard was taken to the other button.
                let open = Message::Checking(Checking::Open);
                let is_on_open = self.focus.current(&self.stops()) == Some(open);
                (!is_on_open).then_some(Message::Checking(Checking::Keep))
            }
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
