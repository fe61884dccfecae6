//! What controls hand over to those who walk through the live widgets, and hearing them all.

use std::any::Any;

use iced::advanced::widget::Id;
use iced::advanced::widget::operation::{Focusable, Operation, Outcome, Scrollable};
use iced::{Rectangle, Vector};

use super::about::{About, Kind, Request};

/// Handed to [`Operation::custom`] by each control, before it says that it is focusable. Nothing in it is allocated.
pub struct Probe {
    /// What it is.
    pub kind: Kind,
    /// Whether the keyboard begins here when its page appears.
    pub is_initial: bool,
    /// Whether it does nothing at the moment.
    pub is_off: bool,
    /// Set by an operation that wants a [`Report`] too.
    pub wants_words: bool,
    /// Whether it has the keyboard and the ring is shown.
    pub is_ringed: bool,
    /// Set by an operation that shows or hides the ring.
    pub ring: Option<bool>,
    /// Set by an operation that asks something. The control does it at its next event.
    pub asked: Option<Request>,
}

impl Probe {
    /// Nothing is asked yet.
    pub fn new(kind: Kind, is_initial: bool, is_off: bool) -> Self {
        Self {
            kind,
            is_initial,
            is_off,
            wants_words: false,
            is_ringed: false,
            ring: None,
            asked: None,
        }
    }
}

/// Handed to [`Operation::custom`] by each control, where the [`Probe`] asked for it.
pub struct Report {
    /// What it says.
    pub about: About,
}

/// Handed to [`Operation::custom`] in place of a focusable that Tab passes by: all of a group but its current one.
pub struct Passed {
    /// Whether the keyboard is on it.
    pub is_focused: bool,
    /// Set by an operation that moves the focus.
    pub set: Option<bool>,
}

/// Handed to [`Operation::custom`] by pages and dialogs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scope {
    /// Which one.
    pub key: u64,
    /// Whether it has just appeared. An operation that has put the keyboard into it sets this to false.
    pub is_new: bool,
    /// Whether the keyboard goes back to where it was when it comes again.
    pub remembers: bool,
}

/// What is heard of one control: how deep it is in others, what it says, and where.
pub type Heard = (usize, About, Rectangle);

/// What a reader hears: each control, how deep it is in others, and where.
#[derive(Default)]
pub struct Hear {
    /// What was heard.
    pub heard: Vec<Heard>,
    within: Vec<usize>,
    last: Option<usize>,
    /// Whether each of them says itself what it is called.
    are_named: Vec<bool>,
    press: Option<Id>,
}

impl Hear {
    /// Presses the control with this name at its next event.
    pub fn press(id: impl Into<Id>) -> Self {
        Self {
            press: Some(id.into()),
            ..Self::default()
        }
    }
}

impl Operation<Vec<Heard>> for Hear {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation<Vec<Heard>>)) {
        match self.last.take() {
            None => operate(self),
            Some(index) => {
                self.within.push(index);
                operate(self);
                let _ = self.within.pop();
                self.last = None;
            }
        }
    }

    fn container(&mut self, _id: Option<&Id>, _bounds: Rectangle) {
        self.last = None;
    }

    fn scrollable(
        &mut self,
        _id: Option<&Id>,
        _bounds: Rectangle,
        _content: Rectangle,
        _scrolled: Vector,
        _state: &mut dyn Scrollable,
    ) {
        self.last = None;
    }

    fn text(&mut self, _id: Option<&Id>, _bounds: Rectangle, words: &str) {
        // Icons are letters of the area for private use.
        let is_icon = |letter: char| ('\u{e000}'..='\u{f8ff}').contains(&letter);
        if words.chars().all(is_icon) {
            return;
        }
        if let Some(&inside) = self.within.last()
            && !self.are_named[inside]
            && self.heard[inside].1.kind.holds_focus()
            && self.heard[inside].1.kind != Kind::Slider
        {
            let name = &mut self.heard[inside].1.name;
            *name = Some(match name.take() {
                None => words.to_owned(),
                Some(name) => format!("{name}, {words}"),
            });
        }
    }

    fn focusable(&mut self, _id: Option<&Id>, _bounds: Rectangle, state: &mut dyn Focusable) {
        // A field of iced is told of by the control around it.
        if self.last.is_none()
            && let Some(&inside) = self.within.last()
            && self.heard[inside].1.kind == Kind::Input
        {
            self.heard[inside].1.is_focused = state.is_focused();
        }
    }

    fn custom(&mut self, id: Option<&Id>, bounds: Rectangle, state: &mut dyn Any) {
        if let Some(probe) = state.downcast_mut::<Probe>() {
            probe.wants_words = true;
            if self.press.is_some() && self.press.as_ref() == id {
                probe.asked = Some(Request::Press);
            }
        } else if let Some(report) = state.downcast_ref::<Report>() {
            self.are_named.push(report.about.name.is_some());
            self.heard
                .push((self.within.len(), report.about.clone(), bounds));
            self.last = Some(self.heard.len() - 1);
        }
    }

    fn finish(&self) -> Outcome<Vec<Heard>> {
        Outcome::Some(self.heard.clone())
    }
}
