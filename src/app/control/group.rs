//! Controls among which the arrow keys move.

use std::any::Any;

use iced::advanced::layout::Layout;
use iced::advanced::widget::operation::{Focusable, Operation, Scrollable, TextInput};
use iced::advanced::widget::{Id, Tree};
use iced::advanced::{Clipboard, Shell, Widget, mouse};
use iced::keyboard::{self, key::Named};
use iced::widget::text::{Fragment, IntoFragment};
use iced::{Element, Event, Rectangle, Renderer, Theme, Vector};

use super::about::{About, Kind, Request};
use super::around::{around_content, laid_out_as_content, overlaid_as_content};
use super::walk::{Passed, Probe, Report};
use super::wrap::{Arrow, arrow};

/// Makes the controls inside `content` one stop of Tab: the one the keyboard is on, or the chosen one, or the first.
/// Arrows, Home and End choose another.
pub fn roving<'a, Message: 'a>(
    kind: Kind,
    name: impl IntoFragment<'a>,
    content: impl Into<Element<'a, Message>>,
) -> Element<'a, Message> {
    Element::new(Group {
        choices: Some((kind, name.into_fragment())),
        content: content.into(),
    })
}

/// Lets arrows move among the controls inside `content`, which stay stops of Tab each: to the next and the one before,
/// and to the one above and below.
pub fn beside_each_other<'a, Message: 'a>(
    content: impl Into<Element<'a, Message>>,
) -> Element<'a, Message> {
    Element::new(Group {
        choices: None,
        content: content.into(),
    })
}

struct Group<'a, Message> {
    /// What they are together, where one of them is chosen and they are one stop.
    choices: Option<(Kind, Fragment<'a>)>,
    content: Element<'a, Message>,
}

/// What is known of each member.
#[derive(Default)]
struct Members {
    members: Vec<Member>,
    probe: Option<(bool, bool, bool)>,
}

struct Member {
    bounds: Rectangle,
    is_focused: bool,
    is_ringed: bool,
    is_chosen: bool,
    is_off: bool,
}

impl Members {
    fn stop(&self) -> Option<usize> {
        let find = |is: fn(&Member) -> bool| self.members.iter().position(is);
        find(|member| member.is_focused)
            .or_else(|| find(|member| member.is_chosen && !member.is_off))
            .or_else(|| find(|member| !member.is_off))
    }

    fn is_on(&self, index: usize) -> bool {
        self.members.get(index).is_some_and(|member| !member.is_off)
    }

    fn are_in_a_row(&self) -> bool {
        let mut middles = self.members.iter().map(|member| member.bounds.center_y());
        let first = middles.next();
        first.is_none_or(|first| middles.all(|middle| (middle - first).abs() < 1.0))
    }

    /// Along the row.
    fn along(&self, here: usize, way: Way) -> Option<usize> {
        let is_on = |index: &usize| self.is_on(*index);
        let (mut before, mut after) = (0..here, here + 1..self.members.len());
        match way {
            Way::Before => before.rfind(is_on),
            Way::First => before.find(is_on),
            Way::After => after.find(is_on),
            Way::Last => after.rfind(is_on),
        }
    }

    /// The one that lies there: in the nearest line, as straight as can be.
    fn towards(&self, here: usize, arrow: Arrow) -> Option<usize> {
        let is_down = match arrow {
            Arrow::Left => return self.along(here, Way::Before),
            Arrow::Right => return self.along(here, Way::After),
            Arrow::Up => false,
            Arrow::Down => true,
        };
        let from = self.members.get(here)?.bounds;
        let distance = |to: &Rectangle| {
            let down = if is_down {
                to.y - (from.y + from.height)
            } else {
                from.y - (to.y + to.height)
            };
            // Lines may lie over one another by the outline of a card.
            (down > -1.0).then(|| (down.round(), (to.center_x() - from.center_x()).abs()))
        };
        let others = self.members.iter().enumerate();
        others
            .filter(|(_, member)| !member.is_off)
            .filter_map(|(index, member)| Some((distance(&member.bounds)?, index)))
            .min_by(|(one, _), (other, _)| {
                one.0.total_cmp(&other.0).then(one.1.total_cmp(&other.1))
            })
            .map(|(_, index)| index)
    }

    /// The first one that is seen whole.
    fn first_in(&self, viewport: &Rectangle) -> Option<usize> {
        let on = || (0..self.members.len()).filter(|index| self.is_on(*index));
        let is_whole = |index: &usize| self.members[*index].bounds.is_within(viewport);
        on().find(is_whole).or_else(|| on().next())
    }
}

impl Operation for Members {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation)) {
        operate(self);
    }

    fn custom(&mut self, _id: Option<&Id>, _bounds: Rectangle, state: &mut dyn Any) {
        if let Some(probe) = state.downcast_ref::<Probe>() {
            self.probe = Some((probe.kind.is_chosen(), probe.is_off, probe.is_ringed));
        }
    }

    fn focusable(&mut self, _id: Option<&Id>, bounds: Rectangle, state: &mut dyn Focusable) {
        let (is_chosen, is_off, is_ringed) = self.probe.take().unwrap_or_default();
        self.members.push(Member {
            bounds,
            is_focused: state.is_focused(),
            is_ringed,
            is_chosen,
            is_off,
        });
    }
}

/// Moves the focus to one member.
struct Move {
    target: usize,
    is_pressed: bool,
    at: usize,
}

impl Operation for Move {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation)) {
        operate(self);
    }

    fn custom(&mut self, _id: Option<&Id>, _bounds: Rectangle, state: &mut dyn Any) {
        if let Some(probe) = state.downcast_mut::<Probe>()
            && self.is_pressed
            && self.at == self.target
            && probe.kind.holds_focus()
        {
            probe.asked = Some(Request::Press);
        }
    }

    fn focusable(&mut self, _id: Option<&Id>, _bounds: Rectangle, state: &mut dyn Focusable) {
        if self.at == self.target {
            state.focus();
        } else {
            state.unfocus();
        }
        self.at += 1;
    }
}

/// Shows an operation one focusable of all there are.
struct Filter<'a> {
    operation: &'a mut dyn Operation,
    stop: Option<usize>,
    at: &'a mut usize,
}

impl Operation for Filter<'_> {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation)) {
        let Self {
            operation,
            stop,
            at,
        } = self;
        operation.traverse(&mut |operation| {
            operate(&mut Filter {
                operation,
                stop: *stop,
                at,
            });
        });
    }

    fn focusable(&mut self, id: Option<&Id>, bounds: Rectangle, state: &mut dyn Focusable) {
        let at = *self.at;
        *self.at += 1;
        if Some(at) == self.stop {
            return self.operation.focusable(id, bounds, state);
        }
        let mut passed = Passed {
            is_focused: state.is_focused(),
            set: None,
        };
        self.operation.custom(id, bounds, &mut passed);
        match passed.set {
            Some(true) => state.focus(),
            Some(false) => state.unfocus(),
            None => {}
        }
    }

    fn container(&mut self, id: Option<&Id>, bounds: Rectangle) {
        self.operation.container(id, bounds);
    }

    fn scrollable(
        &mut self,
        id: Option<&Id>,
        bounds: Rectangle,
        content: Rectangle,
        translation: Vector,
        state: &mut dyn Scrollable,
    ) {
        self.operation
            .scrollable(id, bounds, content, translation, state);
    }

    fn text_input(&mut self, id: Option<&Id>, bounds: Rectangle, state: &mut dyn TextInput) {
        self.operation.text_input(id, bounds, state);
    }

    fn text(&mut self, id: Option<&Id>, bounds: Rectangle, text: &str) {
        self.operation.text(id, bounds, text);
    }

    fn custom(&mut self, id: Option<&Id>, bounds: Rectangle, state: &mut dyn Any) {
        self.operation.custom(id, bounds, state);
    }
}

/// Where a key leads along a row.
#[derive(Debug, Clone, Copy)]
enum Way {
    Before,
    After,
    First,
    Last,
}

fn way(event: &Event) -> Option<Way> {
    if let Some(arrow) = arrow(event) {
        return Some(match arrow {
            Arrow::Left | Arrow::Up => Way::Before,
            Arrow::Right | Arrow::Down => Way::After,
        });
    }
    match event {
        Event::Keyboard(keyboard::Event::KeyPressed { key, modifiers, .. })
            if modifiers.is_empty() =>
        {
            match key.as_ref() {
                keyboard::Key::Named(Named::Home) => Some(Way::First),
                keyboard::Key::Named(Named::End) => Some(Way::Last),
                _ => None,
            }
        }
        _ => None,
    }
}

impl<Message> Group<'_, Message> {
    fn members(&mut self, tree: &mut Tree, layout: Layout<'_>, renderer: &Renderer) -> Members {
        let mut members = Members::default();
        self.content
            .as_widget_mut()
            .operate(tree, layout, renderer, &mut members);
        members
    }
}

impl<Message> Widget<Message, Theme, Renderer> for Group<'_, Message> {
    around_content!();
    laid_out_as_content!();
    overlaid_as_content!();

    fn tag(&self) -> iced::advanced::widget::tree::Tag {
        iced::advanced::widget::tree::Tag::of::<Members>()
    }

    fn diff(&self, tree: &mut Tree) {
        tree.diff_children(std::slice::from_ref(&self.content));
    }

    fn operate(
        &mut self,
        tree: &mut Tree,
        layout: Layout<'_>,
        renderer: &Renderer,
        operation: &mut dyn Operation,
    ) {
        let tree = &mut tree.children[0];
        let Some((kind, name)) = &self.choices else {
            let content = self.content.as_widget_mut();
            return content.operate(tree, layout, renderer, operation);
        };
        let mut probe = Probe::new(*kind, false, false);
        operation.custom(None, layout.bounds(), &mut probe);
        if probe.wants_words {
            let about = About {
                kind: *kind,
                name: Some(name.to_string()),
                value: None,
                is_focused: false,
                is_off: false,
            };
            operation.custom(None, layout.bounds(), &mut Report { about });
        }
        let stop = self.members(tree, layout, renderer).stop();
        let content = self.content.as_widget_mut();
        let mut at = 0;
        operation.traverse(&mut |operation| {
            let mut filter = Filter {
                operation,
                stop,
                at: &mut at,
            };
            content.operate(tree, layout, renderer, &mut filter);
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
        let tree = &mut tree.children[0];
        self.content.as_widget_mut().update(
            tree, event, layout, cursor, renderer, clipboard, shell, viewport,
        );
        if shell.is_event_captured() || way(event).is_none() {
            return;
        }
        let members = self.members(tree, layout, renderer);
        let here = members.members.iter().position(|member| member.is_focused);
        let is_choice = self.choices.is_some();
        // In a row, up and down are the page's.
        if is_choice
            && members.are_in_a_row()
            && matches!(arrow(event), Some(Arrow::Up | Arrow::Down))
        {
            return;
        }
        let target = match (here, is_choice) {
            (None, true) => return,
            (None, false) => arrow(event).and_then(|_| members.first_in(viewport)),
            (Some(here), true) => way(event).and_then(|way| members.along(here, way)),
            // The first press only shows where one is.
            (Some(here), false) if !members.members[here].is_ringed => None,
            (Some(here), false) => arrow(event).and_then(|arrow| members.towards(here, arrow)),
        };
        if here.is_none() && target.is_none() {
            return;
        }
        // At the ends too: the arrow was meant for this group.
        shell.capture_event();
        if let Some(target) = target {
            let mut to = Move {
                target,
                is_pressed: is_choice,
                at: 0,
            };
            self.content
                .as_widget_mut()
                .operate(tree, layout, renderer, &mut to);
            shell.request_redraw();
        }
    }
}
