//! A page or a dialog: its name, and where the keyboard begins.

use iced::advanced::layout::Layout;
use iced::advanced::widget::{Operation, Tree, tree};
use iced::advanced::{Clipboard, Shell, Widget, mouse};
use iced::widget::text::{Fragment, IntoFragment};
use iced::{Element, Event, Rectangle, Renderer, Theme};

use super::about::{About, Kind};
use super::around::{around_content, laid_out_as_content, overlaid_as_content};
use super::walk::{self, Probe, Report};

/// A page or a dialog. Another `key` is another page: nothing of the widgets' state goes over to it.
pub fn scope<'a, Message: 'a>(
    kind: Kind,
    key: u64,
    name: impl IntoFragment<'a>,
    content: impl Into<Element<'a, Message>>,
) -> Element<'a, Message> {
    Element::new(Scope {
        kind,
        key,
        name: name.into_fragment(),
        content: content.into(),
    })
}

struct Scope<'a, Message> {
    kind: Kind,
    key: u64,
    name: Fragment<'a>,
    content: Element<'a, Message>,
}

struct State {
    key: u64,
    is_new: bool,
}

impl<Message> Widget<Message, Theme, Renderer> for Scope<'_, Message> {
    around_content!();
    laid_out_as_content!();
    overlaid_as_content!();

    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State {
            key: self.key,
            is_new: true,
        })
    }

    fn diff(&self, tree: &mut Tree) {
        if tree.state.downcast_ref::<State>().key == self.key {
            tree.diff_children(std::slice::from_ref(&self.content));
        } else {
            tree.state = self.state();
            tree.children = self.children();
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
        let mut probe = Probe::new(self.kind, false, false);
        operation.custom(None, bounds, &mut probe);
        let mut scope = walk::Scope {
            key: state.key,
            is_new: state.is_new,
            remembers: self.kind != Kind::Dialog,
        };
        operation.custom(None, bounds, &mut scope);
        state.is_new = scope.is_new;
        if probe.wants_words {
            let about = About {
                kind: self.kind,
                name: Some(self.name.to_string()),
                value: None,
                is_focused: false,
                is_off: false,
            };
            operation.custom(None, bounds, &mut Report { about });
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
        self.content.as_widget_mut().update(
            &mut tree.children[0],
            event,
            layout,
            cursor,
            renderer,
            clipboard,
            shell,
            viewport,
        );
    }
}
