//! Looking at the live widgets: where the keyboard can go, and where it is.

use std::any::Any;

use iced::advanced::widget::Id;
use iced::advanced::widget::operation::{Focusable, Operation, Scrollable};
use iced::{Point, Rectangle, Vector};

use super::walk::{Passed, Probe, Scope};

/// How much is kept free around what is scrolled to, in logical pixels.
const MARGIN: f32 = 16.0;

/// A place the keyboard can go to.
#[derive(Debug, Clone, PartialEq)]
pub struct Stop {
    /// Its name in the code, if it has one.
    pub id: Option<Id>,
    /// Where the window shows it.
    pub bounds: Rectangle,
    /// What of it is seen, if anything.
    pub seen: Option<Rectangle>,
    /// Whether the keyboard is on it.
    pub is_focused: bool,
    /// Whether Tab passes it by.
    pub is_passed: bool,
    /// Whether it does nothing at the moment.
    pub is_off: bool,
    /// Whether the keyboard begins here.
    pub is_initial: bool,
    /// Whether the ring is shown around it.
    pub is_ringed: bool,
    /// Whether it is a control of ours; otherwise a field of iced.
    pub is_control: bool,
    /// The page or dialog it is in: an index of [`Map::scopes`].
    pub scope: Option<usize>,
    panes: Vec<usize>,
}

#[derive(Debug, Clone, PartialEq)]
struct Pane {
    bounds: Rectangle,
    room: Vector,
    scrolled: Vector,
}

/// Where the keyboard can go.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Map {
    /// In the order of the widgets.
    pub stops: Vec<Stop>,
    /// Pages and dialogs.
    pub scopes: Vec<Scope>,
    panes: Vec<Pane>,
}

impl Map {
    /// Where it is.
    pub fn focused(&self) -> Option<usize> {
        self.stops.iter().position(|stop| stop.is_focused)
    }

    /// Where it is; where it was only if it is nowhere else. Something that moves it cannot reach all there is.
    pub(super) fn focused_but(&self, was: Option<usize>) -> Option<usize> {
        let focused = |(index, stop): (usize, &Stop)| stop.is_focused.then_some(index);
        let mut all = self.stops.iter().enumerate().filter_map(focused);
        let first = all.next()?;
        if Some(first) == was {
            Some(all.next().unwrap_or(first))
        } else {
            Some(first)
        }
    }

    /// The stop with this name.
    pub fn find(&self, id: &Id) -> Option<usize> {
        self.stops
            .iter()
            .position(|stop| stop.id.as_ref() == Some(id))
    }

    /// The next stop for Tab, round and round.
    pub fn next(&self, from: Option<usize>, is_back: bool) -> Option<usize> {
        let count = self.stops.len();
        let is_stop = |index: &usize| {
            let stop = &self.stops[*index];
            !stop.is_passed && !stop.is_off
        };
        match (from, is_back) {
            (None, false) => (0..count).find(is_stop),
            (None, true) => (0..count).rev().find(is_stop),
            (Some(from), false) => (1..=count).map(|by| (from + by) % count).find(is_stop),
            (Some(from), true) => (1..=count)
                .map(|by| (from + 2 * count - by) % count)
                .find(is_stop),
        }
    }

    /// The stop with this name, or what is in this place now.
    pub fn back_to(&self, id: Option<&Id>, index: usize) -> Option<usize> {
        id.and_then(|id| self.find(id)).or_else(|| self.near(index))
    }

    /// What is in this place now, or what comes before it.
    pub fn near(&self, index: usize) -> Option<usize> {
        let index = index.min(self.stops.len().checked_sub(1)?);
        let stop = &self.stops[index];
        if stop.is_passed || stop.is_off {
            self.next(Some(index), true)
        } else {
            Some(index)
        }
    }

    /// Where the keyboard begins in this page or dialog.
    pub fn initial(&self, scope: usize) -> Option<usize> {
        let within = |stop: &&Stop| stop.scope == Some(scope) && !stop.is_passed;
        let stops = || self.stops.iter().filter(within);
        let begin = stops()
            .find(|stop| stop.is_initial)
            .or_else(|| stops().find(|stop| !stop.is_off))?;
        self.stops.iter().position(|stop| std::ptr::eq(stop, begin))
    }

    /// The control at this point of the window.
    pub fn at(&self, point: Point) -> Option<usize> {
        self.stops.iter().rposition(|stop| {
            stop.is_control && !stop.is_off && stop.seen.is_some_and(|seen| seen.contains(point))
        })
    }

    /// How far each scrollable has to scroll so that this stop is seen, the innermost first.
    pub fn bring(&self, index: usize) -> Vec<(usize, Vector)> {
        let stop = &self.stops[index];
        let mut target = stop.bounds.expand(MARGIN);
        let mut moves = Vec::new();
        for &pane in stop.panes.iter().rev() {
            let Pane {
                bounds,
                room,
                scrolled,
            } = &self.panes[pane];
            let by = Vector::new(
                shift(
                    (target.x, target.width),
                    (bounds.x, bounds.width),
                    scrolled.x,
                    room.x,
                ),
                shift(
                    (target.y, target.height),
                    (bounds.y, bounds.height),
                    scrolled.y,
                    room.y,
                ),
            );
            if by != Vector::ZERO {
                moves.push((pane, by));
                target = target - by;
            }
        }
        moves
    }
}

fn shift(target: (f32, f32), view: (f32, f32), scrolled: f32, room: f32) -> f32 {
    let before = target.0 - view.0;
    let after = target.0 + target.1 - view.0 - view.1;
    // What is taller than the view shows its beginning.
    let by = if before < 0.0 {
        before
    } else if after > 0.0 {
        after.min(before)
    } else {
        0.0
    };
    by.clamp(-scrolled, (room - scrolled).max(-scrolled))
}

/// Draws the [`Map`].
#[derive(Default)]
pub struct Presentation {
    map: Map,
    /// Layout is nothing one would tell of.
    within: Vec<Option<Within>>,
    last: Option<Within>,
    offset: Vector,
}

#[derive(Clone, Copy)]
enum Within {
    Pane(usize, Vector),
    Scope(usize),
    Control {
        is_initial: bool,
        is_off: bool,
        is_ringed: bool,
    },
}

impl Presentation {
    /// What was seen.
    pub fn map(self) -> Map {
        self.map
    }

    /// What was seen so far.
    pub(super) fn seen(&self) -> &Map {
        &self.map
    }

    /// Goes into what was told of last, if that holds anything.
    pub(super) fn enter(&mut self) {
        let within = self.last.take();
        if let Some(Within::Pane(_, scrolled)) = within {
            self.offset += scrolled;
        }
        self.within.push(within);
    }

    pub(super) fn leave(&mut self) {
        if let Some(Some(Within::Pane(_, scrolled))) = self.within.pop() {
            self.offset -= scrolled;
        }
        self.last = None;
    }

    fn add(&mut self, id: Option<&Id>, bounds: Rectangle, is_focused: bool, is_passed: bool) {
        let bounds = bounds - self.offset;
        let mut panes = Vec::new();
        let mut scope = None;
        let mut seen = Some(bounds);
        for within in self.within.iter().flatten() {
            match within {
                Within::Pane(pane, _) => {
                    panes.push(*pane);
                    seen = seen.and_then(|seen| seen.intersection(&self.map.panes[*pane].bounds));
                }
                Within::Scope(index) => scope = Some(*index),
                Within::Control { .. } => {}
            }
        }
        // A control says what it is just before; around a field of iced it is one level up.
        let own = self
            .last
            .or_else(|| self.within.iter().rev().flatten().next().copied());
        let (is_initial, is_off, is_ringed) = match own {
            Some(Within::Control {
                is_initial,
                is_off,
                is_ringed,
            }) => (is_initial, is_off, is_ringed),
            _ => (false, false, false),
        };
        self.map.stops.push(Stop {
            id: id.cloned(),
            bounds,
            seen,
            is_focused,
            is_passed,
            is_off,
            is_initial,
            is_ringed,
            is_control: self.last.is_some(),
            scope,
            panes,
        });
    }
}

impl<T: Send> Operation<T> for Presentation {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation<T>)) {
        self.enter();
        operate(self);
        self.leave();
    }

    fn container(&mut self, _id: Option<&Id>, _bounds: Rectangle) {
        self.last = None;
    }

    fn scrollable(
        &mut self,
        _id: Option<&Id>,
        bounds: Rectangle,
        content: Rectangle,
        scrolled: Vector,
        _state: &mut dyn Scrollable,
    ) {
        let room = Vector::new(
            (content.width - bounds.width).max(0.0),
            (content.height - bounds.height).max(0.0),
        );
        self.map.panes.push(Pane {
            bounds: bounds - self.offset,
            room,
            scrolled,
        });
        self.last = Some(Within::Pane(self.map.panes.len() - 1, scrolled));
    }

    fn focusable(&mut self, id: Option<&Id>, bounds: Rectangle, state: &mut dyn Focusable) {
        self.add(id, bounds, state.is_focused(), false);
    }

    fn custom(&mut self, id: Option<&Id>, bounds: Rectangle, state: &mut dyn Any) {
        if let Some(probe) = state.downcast_ref::<Probe>() {
            self.last = Some(Within::Control {
                is_initial: probe.is_initial,
                is_off: probe.is_off,
                is_ringed: probe.is_ringed,
            });
        } else if let Some(passed) = state.downcast_ref::<Passed>() {
            self.add(id, bounds, passed.is_focused, true);
        } else if let Some(scope) = state.downcast_ref::<Scope>() {
            self.map.scopes.push(*scope);
            self.last = Some(Within::Scope(self.map.scopes.len() - 1));
        }
    }
}
