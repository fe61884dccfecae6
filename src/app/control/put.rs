//! Moving the keyboard in the live widgets.

use std::any::Any;

use iced::advanced::widget::operation::{Focusable, Operation, Outcome, Scrollable, scrollable};
use iced::advanced::widget::{self, Id};
use iced::{Rectangle, Task, Vector};

use super::look::Presentation;
use super::walk::{Passed, Probe, Scope};

/// Puts the keyboard on one stop, takes it from all others, and shows the ring or hides it.
pub struct Put {
    target: Option<usize>,
    ring: Option<bool>,
    at: usize,
    moves: Vec<(usize, Vector)>,
}

impl Put {
    /// On the stop with this index of a [`Map`] just drawn.
    pub fn on(target: Option<usize>, ring: bool) -> Self {
        Self {
            target,
            ring: Some(ring),
            at: 0,
            moves: Vec::new(),
        }
    }

    fn is_next(&mut self) -> bool {
        self.at += 1;
        self.target == Some(self.at - 1)
    }
}

impl<T: Send + 'static> Operation<T> for Put {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation<T>)) {
        operate(self);
    }

    fn focusable(&mut self, _id: Option<&Id>, _bounds: Rectangle, state: &mut dyn Focusable) {
        match (self.is_next(), state.is_focused()) {
            // A field that is focused again moves its cursor.
            (true, false) => state.focus(),
            (false, true) => state.unfocus(),
            _ => {}
        }
    }

    fn custom(&mut self, _id: Option<&Id>, _bounds: Rectangle, state: &mut dyn Any) {
        if let Some(probe) = state.downcast_mut::<Probe>() {
            probe.ring = self.ring;
        } else if let Some(passed) = state.downcast_mut::<Passed>() {
            passed.set = Some(self.is_next());
        } else if let Some(scope) = state.downcast_mut::<Scope>() {
            scope.is_new = false;
        }
    }

    fn finish(&self) -> Outcome<T> {
        if self.moves.is_empty() {
            Outcome::None
        } else {
            Outcome::Chain(Box::new(Bring::by(self.moves.clone())))
        }
    }
}

/// As a task: puts the keyboard on what has this name in the code, a member of a group too, and scrolls to it. The ring
/// is shown if it was.
pub fn focus<T: Send + 'static>(id: impl Into<Id>) -> Task<T> {
    find(id.into(), How::Quietly)
}

/// The same, and the ring is shown.
pub fn show<T: Send + 'static>(id: impl Into<Id>) -> Task<T> {
    find(id.into(), How::WithRing)
}

/// The same unless a ring shows where the keyboard is: whoever uses the pointer goes on from here with Enter.
pub fn rest<T: Send + 'static>(id: impl Into<Id>) -> Task<T> {
    find(id.into(), How::UnlessRinged)
}

fn find<T: Send + 'static>(id: Id, how: How) -> Task<T> {
    let operation: Box<dyn Operation<()>> = Box::new(Find::new(id, how));
    widget::operate(operation).discard()
}

/// What happens to the ring.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum How {
    Quietly,
    WithRing,
    UnlessRinged,
}

/// Finds a stop, to put the keyboard on it and scroll to it.
pub(super) struct Find {
    id: Id,
    how: How,
    look: Presentation,
}

impl Find {
    pub fn new(id: impl Into<Id>, how: How) -> Self {
        Self {
            id: id.into(),
            how,
            look: Presentation::default(),
        }
    }
}

impl<T: Send + 'static> Operation<T> for Find {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation<T>)) {
        self.look.enter();
        operate(self);
        self.look.leave();
    }

    fn container(&mut self, id: Option<&Id>, bounds: Rectangle) {
        Operation::<T>::container(&mut self.look, id, bounds);
    }

    fn scrollable(
        &mut self,
        id: Option<&Id>,
        bounds: Rectangle,
        content: Rectangle,
        scrolled: Vector,
        state: &mut dyn Scrollable,
    ) {
        Operation::<T>::scrollable(&mut self.look, id, bounds, content, scrolled, state);
    }

    fn focusable(&mut self, id: Option<&Id>, bounds: Rectangle, state: &mut dyn Focusable) {
        Operation::<T>::focusable(&mut self.look, id, bounds, state);
    }

    fn custom(&mut self, id: Option<&Id>, bounds: Rectangle, state: &mut dyn Any) {
        Operation::<T>::custom(&mut self.look, id, bounds, state);
    }

    fn finish(&self) -> Outcome<T> {
        let map = self.look.seen();
        let is_free = self.how != How::UnlessRinged || !map.stops.iter().any(|stop| stop.is_ringed);
        match map.find(&self.id).filter(|_| is_free) {
            Some(index) => Outcome::Chain(Box::new(Put {
                target: Some(index),
                ring: (self.how == How::WithRing).then_some(true),
                at: 0,
                moves: map.bring(index),
            })),
            None => Outcome::None,
        }
    }
}

/// Scrolls.
pub struct Bring {
    moves: Vec<(usize, Vector)>,
    at: usize,
}

impl Bring {
    /// These scrollables of a [`Map`] just drawn, by so much.
    pub fn by(moves: Vec<(usize, Vector)>) -> Self {
        Self { moves, at: 0 }
    }
}

impl<T: Send> Operation<T> for Bring {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation<T>)) {
        operate(self);
    }

    fn scrollable(
        &mut self,
        _id: Option<&Id>,
        bounds: Rectangle,
        content: Rectangle,
        _scrolled: Vector,
        state: &mut dyn Scrollable,
    ) {
        if let Some((_, by)) = self.moves.iter().find(|(pane, _)| *pane == self.at) {
            let by = scrollable::AbsoluteOffset { x: by.x, y: by.y };
            state.scroll_by(by, bounds, content);
        }
        self.at += 1;
    }
}
