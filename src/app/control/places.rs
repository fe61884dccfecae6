//! One widget that is several controls: places on a picture.

use iced::advanced::layout::{self, Layout};
use iced::advanced::overlay;
use iced::advanced::widget::operation::Focusable;
use iced::advanced::widget::{Id, Operation, Tree, tree};
use iced::advanced::{Clipboard, Shell, Widget, mouse};
use iced::widget::text::Fragment;
use iced::{Element, Event, Point, Rectangle, Renderer, Size, Theme, Vector};

use super::about::{About, Kind, Request};
use super::around::around_content;
use super::ring::{Ground, Ring};
use super::walk::{Passed, Probe, Report};
use super::wrap::{Arrow, Hands, arrow, presses};

/// One place.
pub struct Place<'a> {
    /// What it is in the code.
    pub id: Id,
    /// What it is called.
    pub name: Fragment<'a>,
    /// Whether it is marked.
    pub is_on: bool,
    /// Where its ring goes, within the widget.
    pub bounds: Rectangle,
    /// Where a press means it, within the widget.
    pub at: Point,
}

/// Where an arrow key leads from a place.
type Step<'a> = Box<dyn Fn(usize, Arrow) -> Option<usize> + 'a>;

/// What is said when the keyboard comes to a place, or leaves them.
type Told<'a, Message> = Box<dyn Fn(Option<usize>) -> Message + 'a>;

/// Makes controls of these places of `content`, one stop of Tab: `step` says where an arrow leads from a place. Enter
/// and Space press the content where the place is. `lay_out` says where the places are in a widget of this size, and
/// `on_point` is told where the keyboard is while its ring is shown.
pub fn places<'a, Message: 'a>(
    name: impl Into<Fragment<'a>>,
    content: impl Into<Element<'a, Message>>,
    lay_out: impl Fn(Size) -> Vec<Place<'a>> + 'a,
    step: impl Fn(usize, Arrow) -> Option<usize> + 'a,
    on_point: impl Fn(Option<usize>) -> Message + 'a,
) -> Element<'a, Message> {
    Element::new(Places {
        name: name.into(),
        content: content.into(),
        lay_out: Box::new(lay_out),
        places: Vec::new(),
        step: Box::new(step),
        on_point: Box::new(on_point),
    })
}

struct Places<'a, Message> {
    name: Fragment<'a>,
    content: Element<'a, Message>,
    lay_out: Box<dyn Fn(Size) -> Vec<Place<'a>> + 'a>,
    places: Vec<Place<'a>>,
    step: Step<'a>,
    on_point: Told<'a, Message>,
}

struct State {
    current: usize,
    is_focused: bool,
    ring: bool,
    asked: Option<usize>,
    /// Where the keyboard is with its ring, as it was said last.
    told: Option<usize>,
}

/// The focus of one of them.
struct Handle<'a> {
    state: &'a mut State,
    index: usize,
}

impl Focusable for Handle<'_> {
    fn is_focused(&self) -> bool {
        self.state.is_focused && self.state.current == self.index
    }

    fn focus(&mut self) {
        self.state.current = self.index;
        self.state.is_focused = true;
    }

    fn unfocus(&mut self) {
        if self.state.current == self.index {
            self.state.is_focused = false;
        }
    }
}

impl<Message> Widget<Message, Theme, Renderer> for Places<'_, Message> {
    around_content!();

    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State {
            current: 0,
            is_focused: false,
            ring: false,
            asked: None,
            told: None,
        })
    }

    fn diff(&self, tree: &mut Tree) {
        tree.diff_children(std::slice::from_ref(&self.content));
    }

    fn layout(
        &mut self,
        tree: &mut Tree,
        renderer: &Renderer,
        limits: &layout::Limits,
    ) -> layout::Node {
        let node = self
            .content
            .as_widget_mut()
            .layout(&mut tree.children[0], renderer, limits);
        self.places = (self.lay_out)(node.size());
        let state = tree.state.downcast_mut::<State>();
        state.current = state.current.min(self.places.len().saturating_sub(1));
        node
    }

    fn operate(
        &mut self,
        tree: &mut Tree,
        layout: Layout<'_>,
        _renderer: &Renderer,
        operation: &mut dyn Operation,
    ) {
        let state = tree.state.downcast_mut::<State>();
        let origin = layout.position() - Point::ORIGIN;
        let mut probe = Probe::new(Kind::Group, false, false);
        operation.custom(None, layout.bounds(), &mut probe);
        if probe.wants_words {
            let about = About {
                kind: Kind::Group,
                name: Some(self.name.to_string()),
                value: None,
                is_focused: false,
                is_off: false,
            };
            operation.custom(None, layout.bounds(), &mut Report { about });
        }
        operation.traverse(&mut |operation| {
            // Which one Tab reaches is settled before anything moves.
            let current = state.current;
            for (index, place) in self.places.iter().enumerate() {
                let bounds = place.bounds + origin;
                let id = Some(&place.id);
                let kind = Kind::Toggle(place.is_on);
                let mut probe = Probe::new(kind, false, false);
                probe.is_ringed = state.ring && state.is_focused && index == state.current;
                operation.custom(id, bounds, &mut probe);
                state.ring = probe.ring.unwrap_or(state.ring);
                if probe.asked == Some(Request::Press) {
                    state.asked = Some(index);
                }
                let mut handle = Handle { state, index };
                if probe.wants_words {
                    let about = About {
                        kind,
                        name: Some(place.name.to_string()),
                        value: None,
                        is_focused: handle.is_focused(),
                        is_off: false,
                    };
                    operation.custom(id, bounds, &mut Report { about });
                }
                if index == current {
                    operation.focusable(id, bounds, &mut handle);
                } else {
                    let mut passed = Passed {
                        is_focused: handle.is_focused(),
                        set: None,
                    };
                    operation.custom(id, bounds, &mut passed);
                    match passed.set {
                        Some(true) => handle.focus(),
                        Some(false) => handle.unfocus(),
                        None => {}
                    }
                }
            }
        });
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
        let inner = &mut children[0];
        let origin = layout.position() - Point::ORIGIN;
        let content = &mut self.content;
        if let Some(place) = state.asked.take().and_then(|asked| self.places.get(asked)) {
            let at = place.at + origin;
            let mut hands = Hands {
                layout,
                renderer,
                clipboard,
                shell,
                viewport,
            };
            hands.press(content, inner, at);
        }
        content.as_widget_mut().update(
            inner, event, layout, cursor, renderer, clipboard, shell, viewport,
        );
        let here = (state.is_focused && state.ring).then_some(state.current);
        if here != state.told {
            state.told = here;
            shell.publish((self.on_point)(here));
        }
        if !state.is_focused || shell.is_event_captured() {
            return;
        }
        if let Some(is_held) = presses(event, state.ring) {
            if let Some(place) = self.places.get(state.current).filter(|_| !is_held) {
                let at = place.at + origin;
                let mut hands = Hands {
                    layout,
                    renderer,
                    clipboard,
                    shell,
                    viewport,
                };
                hands.press(content, inner, at);
            }
            shell.capture_event();
        } else if let Some(arrow) = arrow(event) {
            if let Some(next) = (self.step)(state.current, arrow) {
                state.current = next.min(self.places.len().saturating_sub(1));
                shell.request_redraw();
            }
            shell.capture_event();
        }
    }

    fn overlay<'b>(
        &'b mut self,
        tree: &'b mut Tree,
        layout: Layout<'b>,
        _renderer: &Renderer,
        viewport: &Rectangle,
        translation: Vector,
    ) -> Option<overlay::Element<'b, Message, Theme, Renderer>> {
        let state = tree.state.downcast_ref::<State>();
        let place = self
            .places
            .get(state.current)
            .filter(|_| state.is_focused && state.ring)?;
        let origin = layout.position() - Point::ORIGIN;
        Ring {
            around: place.bounds + origin + translation,
            radius: f32::MAX,
            clip: *viewport,
            ground: Ground::Page,
        }
        .with(None)
    }
}
