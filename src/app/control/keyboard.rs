//! The root of the window: Tab, the pointer's focus, where a page begins, and what is focused stays in sight.

use std::time::{Duration, Instant};

use iced::advanced::layout::Layout;
use iced::advanced::widget::operation::black_box;
use iced::advanced::widget::{Id, Operation, Tree, tree};
use iced::advanced::{Clipboard, Shell, Widget, mouse};
use iced::keyboard::{self as keys, key::Named};
use iced::{Element, Event, Rectangle, Renderer, Theme, touch};

use super::around::{around_content, laid_out_as_content, overlaid_as_content};
use super::look::{Map, Presentation};
use super::put::{Bring, Put};
use super::wrap::arrow;

/// Of how many pages and dialogs it is known where the keyboard was.
const REMEMBERED: usize = 16;
/// What is gone this soon after a key went because of it.
const AFTER_KEY: Duration = Duration::from_secs(2);

/// Moves the keyboard among the controls inside, while it `is_on`.
pub fn keyboard<'a, Message: 'a>(
    is_on: bool,
    content: impl Into<Element<'a, Message>>,
) -> Element<'a, Message> {
    Element::new(Keyboard {
        is_on,
        content: content.into(),
    })
}

struct Keyboard<'a, Message> {
    is_on: bool,
    content: Element<'a, Message>,
}

/// The live widgets.
struct Live<'l> {
    tree: &'l mut Tree,
    layout: Layout<'l>,
    renderer: &'l Renderer,
}

/// Where the keyboard is put, whether with a ring, and whether that scrolls into sight.
#[derive(Clone, Copy)]
struct To {
    target: Option<usize>,
    ring: bool,
    is_brought: bool,
}

/// Whether Tab was pressed, and whether back.
fn tab(event: &Event) -> Option<bool> {
    let Event::Keyboard(keys::Event::KeyPressed { key, modifiers, .. }) = event else {
        return None;
    };
    let is_plain = !modifiers.control() && !modifiers.alt() && !modifiers.logo();
    let is_tab = key.as_ref() == keys::Key::Named(Named::Tab);
    (is_tab && is_plain).then_some(modifiers.shift())
}

struct State {
    /// Whether the ring is shown: the keyboard was used last.
    ring: bool,
    /// When a key was pressed last, if nothing else was used since: what is lost right after it was erased or filtered
    /// away, and not scrolled away.
    keyed: Option<Instant>,
    /// Whether the view was made anew since the last event.
    is_new_view: bool,
    /// Where the keyboard was after the last event.
    last: Option<Last>,
    /// Where Tab goes on from while the keyboard is nowhere.
    from: Option<usize>,
    /// Where it was in each page and dialog, the latest at the end.
    remembered: Vec<Last>,
}

#[derive(Clone, PartialEq)]
struct Last {
    index: usize,
    id: Option<Id>,
    scope: Option<u64>,
}

impl Last {
    fn at(map: &Map, index: usize) -> Self {
        let stop = &map.stops[index];
        Self {
            index,
            id: stop.id.clone(),
            scope: stop.scope.map(|scope| map.scopes[scope].key),
        }
    }
}

impl<Message> Keyboard<'_, Message> {
    fn walk(
        &mut self,
        tree: &mut Tree,
        layout: Layout<'_>,
        renderer: &Renderer,
        operation: &mut dyn Operation,
    ) {
        self.content
            .as_widget_mut()
            .operate(tree, layout, renderer, operation);
    }

    fn look(&mut self, tree: &mut Tree, layout: Layout<'_>, renderer: &Renderer) -> Map {
        let mut look = Presentation::default();
        let operation: &mut dyn Operation = &mut look;
        self.walk(tree, layout, renderer, &mut black_box::<(), ()>(operation));
        look.map()
    }

    /// Puts the keyboard somewhere, and into sight if that is wanted.
    fn put(&mut self, window: Live<'_>, map: &mut Map, to: To) {
        let To {
            target,
            ring,
            is_brought,
        } = to;
        let Live {
            tree,
            layout,
            renderer,
        } = window;
        self.walk(tree, layout, renderer, &mut Put::on(target, ring));
        if let Some(target) = target.filter(|_| is_brought) {
            let moves = map.bring(target);
            if !moves.is_empty() {
                self.walk(tree, layout, renderer, &mut Bring::by(moves));
            }
        }
        for (index, stop) in map.stops.iter_mut().enumerate() {
            stop.is_focused = target == Some(index);
        }
    }

    /// The pointer takes the ring away, and moves the keyboard to the control under it.
    fn follow_pointer(&mut self, window: Live<'_>, state: &mut State, cursor: mouse::Cursor) {
        let mut map = self.look(window.tree, window.layout, window.renderer);
        let under = cursor.position().and_then(|point| map.at(point));
        // A field of iced has taken the focus or left it by itself.
        let field = map
            .stops
            .iter()
            .rposition(|stop| stop.is_focused && !stop.is_control);
        let to = To {
            target: field.or(under).or(map.focused()),
            ring: false,
            is_brought: false,
        };
        state.ring = false;
        state.keyed = None;
        self.put(window, &mut map, to);
        state.record(&map);
    }

    /// Tab moves the keyboard; an arrow may have moved it among some.
    fn follow_key(
        &mut self,
        window: Live<'_>,
        state: &mut State,
        event: &Event,
        shell: &mut Shell<'_, Message>,
    ) {
        state.keyed = Some(Instant::now());
        let is_captured = shell.is_event_captured();
        let mut map = self.look(window.tree, window.layout, window.renderer);
        let last = state.last.as_ref().map(|last| last.index);
        let here = map.focused_but(last);
        let is_control = here.is_some_and(|here| map.stops[here].is_control);
        let target = if let Some(is_back) = tab(event).filter(|_| !is_captured) {
            // The first Tab only shows where one is, unless a caret has shown it.
            if !state.ring && is_control {
                here
            } else {
                let from = here.or(state.from.filter(|from| *from < map.stops.len()));
                map.next(from, is_back)
            }
        } else if is_control && is_captured && arrow(event).is_some() || here != last {
            here
        } else {
            return state.record(&map);
        };
        state.ring |= target.is_some();
        let to = To {
            target,
            ring: state.ring,
            is_brought: true,
        };
        self.put(window, &mut map, to);
        if tab(event).is_some() {
            shell.capture_event();
        }
        shell.request_redraw();
        state.record(&map);
    }

    /// After a view was made anew: where a page begins, or where the keyboard was.
    fn settle(&mut self, window: Live<'_>, state: &mut State, shell: &mut Shell<'_, Message>) {
        let Live {
            tree,
            layout,
            renderer,
        } = window;
        let mut map = self.look(tree, layout, renderer);
        let here = map.focused_but(state.last.as_ref().map(|last| last.index));
        // Something may have shown it from outside.
        state.ring |= here.is_some_and(|here| map.stops[here].is_ringed);
        let new = map.scopes.iter().rposition(|scope| scope.is_new);
        // A page without anything to press is waited for.
        let new = new.filter(|new| map.initial(*new).is_some());
        let Some(target) = state.target(&map, here, new) else {
            return;
        };
        let has_moved = Some(Last::at(&map, target)) != state.last;
        let to = To {
            target: Some(target),
            ring: state.ring,
            // Against the wheel nothing is scrolled.
            is_brought: has_moved && (state.keyed.is_some() || new.is_some()),
        };
        let window = Live {
            tree,
            layout,
            renderer,
        };
        self.put(window, &mut map, to);
        // The overlays of this frame were made before this event: without a new layout the ring would not be drawn, or
        // where another was.
        if state.ring && has_moved {
            shell.invalidate_layout();
        }
        state.record(&map);
    }
}

impl State {
    /// Where the keyboard belongs in a new view: `here` is where it is, and `new` a page that has just appeared.
    fn target(&self, map: &Map, here: Option<usize>, new: Option<usize>) -> Option<usize> {
        let is_within = |here: &usize| new.is_none_or(|new| map.stops[*here].scope == Some(new));
        // Where it was, or where something has put it meanwhile.
        if let Some(here) = here.filter(is_within) {
            return Some(here);
        }
        if let Some(new) = new {
            let back = self
                .remembered(map, new)
                .filter(|_| map.scopes[new].remembers);
            return back
                .and_then(|last| match &last.id {
                    Some(id) => map.find(id),
                    None => map
                        .near(last.index)
                        .filter(|index| map.stops[*index].scope == Some(new)),
                })
                .or_else(|| map.initial(new));
        }
        let last = self.last.as_ref()?;
        let is_there = |key: u64| map.scopes.iter().any(|scope| scope.key == key);
        if last.scope.is_none_or(is_there) {
            let same = last.id.as_ref().and_then(|id| map.find(id));
            // What was scrolled away where only what is in sight is built may come back. What is gone after a key was
            // erased or filtered away: what is in its place now, or what comes before.
            return same.or_else(|| map.near(last.index).filter(|_| self.has_just_typed()));
        }
        // A dialog has gone, and what it was opened from with it.
        let top = map.scopes.len().checked_sub(1)?;
        self.remembered(map, top)
            .and_then(|last| map.back_to(last.id.as_ref(), last.index))
            .or_else(|| map.initial(top))
    }

    fn has_just_typed(&self) -> bool {
        self.keyed.is_some_and(|at| at.elapsed() < AFTER_KEY)
    }

    fn remembered(&self, map: &Map, scope: usize) -> Option<&Last> {
        let key = map.scopes[scope].key;
        self.remembered.iter().rfind(|last| last.scope == Some(key))
    }

    fn record(&mut self, map: &Map) {
        self.last = map.focused().map(|index| Last::at(map, index));
        if let Some(last) = &self.last {
            self.from = Some(last.index);
            self.remembered.retain(|other| other.scope != last.scope);
            self.remembered.push(last.clone());
            if self.remembered.len() > REMEMBERED {
                let _ = self.remembered.remove(0);
            }
        }
    }
}

impl<Message> Widget<Message, Theme, Renderer> for Keyboard<'_, Message> {
    around_content!();
    laid_out_as_content!();
    overlaid_as_content!();

    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State {
            ring: false,
            keyed: None,
            is_new_view: true,
            last: None,
            from: None,
            remembered: Vec::new(),
        })
    }

    fn diff(&self, tree: &mut Tree) {
        tree.state.downcast_mut::<State>().is_new_view = true;
        tree.diff_children(std::slice::from_ref(&self.content));
    }

    fn operate(
        &mut self,
        tree: &mut Tree,
        layout: Layout<'_>,
        renderer: &Renderer,
        operation: &mut dyn Operation,
    ) {
        // What is moved from outside is looked after at the next event.
        tree.state.downcast_mut::<State>().is_new_view = true;
        self.walk(&mut tree.children[0], layout, renderer, operation);
    }

    fn update(
        &mut self,
        tree: &mut Tree,
        event: &Event,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        renderer: &Renderer,
        clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, Message>,
        viewport: &Rectangle,
    ) {
        let Tree {
            state, children, ..
        } = tree;
        let state = state.downcast_mut::<State>();
        let tree = &mut children[0];
        if self.is_on && std::mem::take(&mut state.is_new_view) {
            let window = Live {
                tree,
                layout,
                renderer,
            };
            self.settle(window, state, shell);
        }
        self.content.as_widget_mut().update(
            tree, event, layout, cursor, renderer, clipboard, shell, viewport,
        );
        if !self.is_on {
            return;
        }
        let window = Live {
            tree,
            layout,
            renderer,
        };
        match event {
            Event::Mouse(mouse::Event::WheelScrolled { .. }) => state.keyed = None,
            Event::Mouse(mouse::Event::ButtonPressed(_))
            | Event::Touch(touch::Event::FingerPressed { .. }) => {
                self.follow_pointer(window, state, cursor);
                shell.request_redraw();
            }
            Event::Keyboard(keys::Event::KeyPressed { .. }) => {
                self.follow_key(window, state, event, shell);
            }
            _ => {}
        }
    }
}
