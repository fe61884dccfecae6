//! The control: a wrapper around any widget.

use iced::advanced::layout::Layout;
use iced::advanced::overlay;
use iced::advanced::widget::operation::Focusable;
use iced::advanced::widget::{Id, Operation, Tree, tree};
use iced::advanced::{Clipboard, Shell, Widget, mouse};
use iced::keyboard::{self, key::Named};
use iced::widget::text::{Fragment, IntoFragment};
use iced::{Element, Event, Point, Rectangle, Renderer, Theme, Vector};

use super::about::{About, Kind, Request};
use super::around::{around_content, laid_out_as_content};
use super::ring::{Ground, Ring};
use super::walk::{Probe, Report};
use crate::app::shortcut::{self, Stroke};

/// Makes a control of `content`: the keyboard reaches it, and Enter and Space press it in its middle.
pub fn control<'a, Message: 'a>(
    kind: Kind,
    content: impl Into<Element<'a, Message>>,
) -> Control<'a, Message> {
    Control {
        kind,
        id: None,
        name: None,
        value: None,
        radius: 8.0,
        ground: Ground::Page,
        is_off: false,
        is_initial: false,
        leaves_space: false,
        steps: None,
        keys: Vec::new(),
        content: content.into(),
    }
}

/// See [`control()`].
#[must_use]
pub struct Control<'a, Message> {
    kind: Kind,
    id: Option<Id>,
    name: Option<Fragment<'a>>,
    value: Option<Fragment<'a>>,
    radius: f32,
    ground: Ground,
    is_off: bool,
    is_initial: bool,
    leaves_space: bool,
    /// How far from its left and right edge it is pressed for less and for more.
    steps: Option<f32>,
    keys: Vec<(Stroke, Message)>,
    content: Element<'a, Message>,
}

impl<'a, Message> Control<'a, Message> {
    /// What it is in the code. Needed where the order of things changes, and to be sent to.
    pub fn id(mut self, id: impl Into<Id>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// The same, if it is anything.
    pub fn id_maybe(mut self, id: Option<Id>) -> Self {
        self.id = id;
        self
    }

    /// What it is called, where the words inside do not say it.
    pub fn name(mut self, name: impl IntoFragment<'a>) -> Self {
        self.name = Some(name.into_fragment());
        self
    }

    /// What it is set to.
    pub fn value(mut self, value: impl IntoFragment<'a>) -> Self {
        self.value = Some(value.into_fragment());
        self
    }

    /// The corner radius of the content.
    pub fn radius(mut self, radius: f32) -> Self {
        self.radius = radius;
        self
    }

    /// What it stands on, where the usual ring would not be seen.
    pub fn on(mut self, ground: Ground) -> Self {
        self.ground = ground;
        self
    }

    /// Whether it does nothing at the moment. Tab passes it by; it keeps the keyboard while it has it.
    pub fn off(mut self, is_off: bool) -> Self {
        self.is_off = is_off;
        self
    }

    /// Whether the keyboard begins here when the page appears.
    pub fn initial(mut self, is_initial: bool) -> Self {
        self.is_initial = is_initial;
        self
    }

    /// Space stays the page's even while the ring is shown here.
    pub fn leaves_space(mut self, leaves_space: bool) -> Self {
        self.leaves_space = leaves_space;
        self
    }

    /// Arrows press it this far from its edges: Left and Down for less, Right and Up for more.
    pub fn steps(mut self, from_edge: f32) -> Self {
        self.steps = Some(from_edge);
        self
    }

    /// What another key does while the keyboard is here.
    pub fn key(mut self, stroke: Stroke, message: Message) -> Self {
        self.keys.push((stroke, message));
        self
    }

    fn about(&self, state: &State) -> About {
        About {
            kind: self.kind,
            name: self.name.as_deref().map(str::to_owned),
            value: self.value.as_deref().map(str::to_owned),
            is_focused: state.is_focused,
            is_off: self.is_off,
        }
    }

    /// Where a key presses it, if it does: in its middle, or for less and more.
    fn pressed_by(&self, event: &Event, ring: bool, bounds: Rectangle) -> Option<Pressed> {
        let Some(from_edge) = self.steps else {
            if self.kind == Kind::Slider {
                return None;
            }
            let is_held = presses(event, ring && !self.leaves_space)?;
            return Some(Pressed {
                at: bounds.center(),
                is_on: !is_held,
            });
        };
        let x = match arrow(event)? {
            Arrow::Left | Arrow::Down => bounds.x + from_edge,
            Arrow::Right | Arrow::Up => bounds.x + bounds.width - from_edge,
        };
        Some(Pressed {
            at: Point::new(x, bounds.center_y()),
            is_on: true,
        })
    }
}

/// A press by a key: where, and whether it does anything.
struct Pressed {
    at: Point,
    is_on: bool,
}

/// An arrow key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)] // The names are those of the keys.
pub enum Arrow {
    Left,
    Right,
    Up,
    Down,
}

/// Which arrow key was pressed, if one was and nothing with it.
pub(super) fn arrow(event: &Event) -> Option<Arrow> {
    let Event::Keyboard(keyboard::Event::KeyPressed { key, modifiers, .. }) = event else {
        return None;
    };
    match key.as_ref() {
        _ if !modifiers.is_empty() => None,
        keyboard::Key::Named(Named::ArrowLeft) => Some(Arrow::Left),
        keyboard::Key::Named(Named::ArrowRight) => Some(Arrow::Right),
        keyboard::Key::Named(Named::ArrowUp) => Some(Arrow::Up),
        keyboard::Key::Named(Named::ArrowDown) => Some(Arrow::Down),
        _ => None,
    }
}

/// What a control remembers from one view to the next.
struct State {
    id: Option<Id>,
    is_focused: bool,
    /// Whether the ring is shown while it is focused. The root says so, through the probe.
    ring: bool,
    asked: Option<Request>,
}

impl Focusable for State {
    fn is_focused(&self) -> bool {
        self.is_focused
    }

    fn focus(&mut self) {
        self.is_focused = true;
    }

    fn unfocus(&mut self) {
        self.is_focused = false;
    }
}

/// The surroundings of an event.
pub(super) struct Hands<'h, 's, Message> {
    pub layout: Layout<'h>,
    pub renderer: &'h Renderer,
    pub clipboard: &'h mut dyn Clipboard,
    pub shell: &'h mut Shell<'s, Message>,
    pub viewport: &'h Rectangle,
}

impl<Message> Hands<'_, '_, Message> {
    /// Presses a widget at a point, and nothing but this widget.
    pub fn press(&mut self, content: &mut Element<'_, Message>, tree: &mut Tree, at: Point) {
        for event in [
            mouse::Event::ButtonPressed(mouse::Button::Left),
            mouse::Event::ButtonReleased(mouse::Button::Left),
        ] {
            let mut messages = Vec::new();
            let mut own = Shell::new(&mut messages);
            content.as_widget_mut().update(
                tree,
                &Event::Mouse(event),
                self.layout,
                mouse::Cursor::Available(at),
                self.renderer,
                self.clipboard,
                &mut own,
                self.viewport,
            );
            let is_layout_invalid = own.is_layout_invalid();
            let are_widgets_invalid = own.are_widgets_invalid();
            // That these events were captured says nothing about the event that is under way.
            for message in messages {
                self.shell.publish(message);
            }
            if is_layout_invalid {
                self.shell.invalidate_layout();
            }
            if are_widgets_invalid {
                self.shell.invalidate_widgets();
            }
        }
        self.shell.request_redraw();
    }
}

/// Whether this key presses the focused control. Space does only while the ring is shown: before that it belongs to
/// the page. None: it is another key. Otherwise whether the key is held down.
pub(super) fn presses(event: &Event, ring: bool) -> Option<bool> {
    let Event::Keyboard(keyboard::Event::KeyPressed {
        key,
        modifiers,
        repeat,
        ..
    }) = event
    else {
        return None;
    };
    if modifiers.command() || modifiers.alt() || modifiers.logo() {
        return None;
    }
    match key.as_ref() {
        keyboard::Key::Named(Named::Enter) => Some(*repeat),
        keyboard::Key::Named(Named::Space) | keyboard::Key::Character(" ") if ring => Some(*repeat),
        _ => None,
    }
}

impl<Message: Clone> Widget<Message, Theme, Renderer> for Control<'_, Message> {
    around_content!();
    laid_out_as_content!();

    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State {
            id: self.id.clone(),
            is_focused: false,
            ring: false,
            asked: None,
        })
    }

    // Another id is another thing: neither the keyboard nor a press half done goes over to what stands in the place of
    // something else. A `keyed_column` hands over trees of other widgets too, without looking.
    fn diff(&self, tree: &mut Tree) {
        if tree.tag == self.tag() && tree.state.downcast_ref::<State>().id == self.id {
            tree.diff_children(std::slice::from_ref(&self.content));
        } else {
            *tree = Tree {
                tag: self.tag(),
                state: self.state(),
                children: self.children(),
            };
        }
    }

    fn operate(
        &mut self,
        tree: &mut Tree,
        layout: Layout<'_>,
        renderer: &Renderer,
        operation: &mut dyn Operation,
    ) {
        let state = tree.state.downcast_mut::<State>();
        let bounds = layout.bounds();
        let id = self.id.as_ref();

        let mut probe = Probe::new(self.kind, self.is_initial, self.is_off);
        probe.is_ringed = state.is_focused && state.ring;
        operation.custom(id, bounds, &mut probe);
        state.ring = probe.ring.unwrap_or(state.ring);
        state.asked = probe.asked.or(state.asked.take());
        if probe.wants_words {
            let about = self.about(state);
            operation.custom(id, bounds, &mut Report { about });
        }
        // Where a page begins the keyboard may rest on what does nothing yet.
        if self.kind.holds_focus() && (!self.is_off || state.is_focused || self.is_initial) {
            operation.focusable(id, bounds, state);
        }
        operation.traverse(&mut |operation| {
            self.content.as_widget_mut().operate(
                &mut tree.children[0],
                layout,
                renderer,
                operation,
            );
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
        let (asked, is_focused, ring) = {
            let state = tree.state.downcast_mut::<State>();
            (state.asked.take(), state.is_focused, state.ring)
        };
        let tree = &mut tree.children[0];
        let bounds = layout.bounds();
        if asked == Some(Request::Press) && !self.is_off {
            let mut hands = Hands {
                layout,
                renderer,
                clipboard,
                shell,
                viewport,
            };
            hands.press(&mut self.content, tree, bounds.center());
        }
        self.content.as_widget_mut().update(
            tree, event, layout, cursor, renderer, clipboard, shell, viewport,
        );
        // Rows and columns pass on what a sibling has captured.
        if !self.kind.holds_focus() || !is_focused || shell.is_event_captured() {
            return;
        }
        if let Some(pressed) = self.pressed_by(event, ring, bounds) {
            if pressed.is_on && !self.is_off {
                let mut hands = Hands {
                    layout,
                    renderer,
                    clipboard,
                    shell,
                    viewport,
                };
                hands.press(&mut self.content, tree, pressed.at);
            }
            shell.capture_event();
        } else if !self.keys.is_empty()
            && let Event::Keyboard(event) = event
            && let Some(press) = shortcut::press(event.clone()).filter(|press| !press.command)
            && let Some((_, message)) = self.keys.iter().find(|(key, _)| *key == press.stroke)
        {
            shell.publish(message.clone());
            shell.capture_event();
        }
    }

    fn overlay<'b>(
        &'b mut self,
        tree: &'b mut Tree,
        layout: Layout<'b>,
        renderer: &Renderer,
        viewport: &Rectangle,
        translation: Vector,
    ) -> Option<overlay::Element<'b, Message, Theme, Renderer>> {
        let state = tree.state.downcast_ref::<State>();
        let is_shown = state.is_focused && state.ring;
        let ring = is_shown.then(|| Ring {
            around: layout.bounds() + translation,
            radius: self.radius,
            clip: *viewport,
            ground: self.ground,
        });
        let inner = self.content.as_widget_mut().overlay(
            &mut tree.children[0],
            layout,
            renderer,
            viewport,
            translation,
        );
        match ring {
            Some(ring) => ring.with(inner),
            None => inner,
        }
    }
}

impl<'a, Message: Clone + 'a> From<Control<'a, Message>> for Element<'a, Message> {
    fn from(control: Control<'a, Message>) -> Self {
        Element::new(control)
    }
}
