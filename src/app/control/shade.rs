//! What lies behind a dialog.

use iced::advanced::layout::{self, Layout};
use iced::advanced::overlay;
use iced::advanced::widget::{Operation, Tree, tree};
use iced::advanced::{Clipboard, Shell, Widget, mouse, renderer};
use iced::{Element, Event, Length, Rectangle, Renderer, Size, Theme, Vector, keyboard};

/// While `is_shaded`, `base` is drawn and laid out but neither walked through nor reached by keys and presses. Where
/// the keyboard was in it stays in its widgets, and is there again afterwards.
pub fn shade<'a, Message: 'a>(
    is_shaded: bool,
    base: impl Into<Element<'a, Message>>,
) -> Element<'a, Message> {
    Element::new(Shade {
        is_shaded,
        base: base.into(),
    })
}

struct Shade<'a, Message> {
    is_shaded: bool,
    base: Element<'a, Message>,
}

struct Marker;

impl<Message> Widget<Message, Theme, Renderer> for Shade<'_, Message> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<Marker>()
    }

    fn children(&self) -> Vec<Tree> {
        vec![Tree::new(&self.base)]
    }

    fn diff(&self, tree: &mut Tree) {
        tree.diff_children(std::slice::from_ref(&self.base));
    }

    fn size(&self) -> Size<Length> {
        self.base.as_widget().size()
    }

    fn size_hint(&self) -> Size<Length> {
        self.base.as_widget().size_hint()
    }

    fn layout(
        &mut self,
        tree: &mut Tree,
        renderer: &Renderer,
        limits: &layout::Limits,
    ) -> layout::Node {
        self.base
            .as_widget_mut()
            .layout(&mut tree.children[0], renderer, limits)
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut Renderer,
        theme: &Theme,
        style: &renderer::Style,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        let cursor = if self.is_shaded {
            mouse::Cursor::Unavailable
        } else {
            cursor
        };
        let tree = &tree.children[0];
        self.base
            .as_widget()
            .draw(tree, renderer, theme, style, layout, cursor, viewport);
    }

    fn operate(
        &mut self,
        tree: &mut Tree,
        layout: Layout<'_>,
        renderer: &Renderer,
        operation: &mut dyn Operation,
    ) {
        if !self.is_shaded {
            let tree = &mut tree.children[0];
            let base = self.base.as_widget_mut();
            operation.traverse(&mut |operation| base.operate(tree, layout, renderer, operation));
        }
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
        let base = self.base.as_widget_mut();
        if !self.is_shaded {
            return base.update(
                tree, event, layout, cursor, renderer, clipboard, shell, viewport,
            );
        }
        // Time goes on, and what was held down is let go; nothing else is heard.
        let is_let_through = matches!(
            event,
            Event::Window(_)
                | Event::Mouse(mouse::Event::ButtonReleased(_))
                | Event::Keyboard(
                    keyboard::Event::KeyReleased { .. } | keyboard::Event::ModifiersChanged(_)
                )
        );
        if !is_let_through {
            return;
        }
        // A field behind a dialog asks for no input method, and takes no event from the dialog.
        let mut messages = Vec::new();
        let mut own = Shell::new(&mut messages);
        base.update(
            tree,
            event,
            layout,
            mouse::Cursor::Unavailable,
            renderer,
            clipboard,
            &mut own,
            viewport,
        );
        shell.request_redraw_at(own.redraw_request());
        if own.is_layout_invalid() {
            shell.invalidate_layout();
        }
        if own.are_widgets_invalid() {
            shell.invalidate_widgets();
        }
        for message in messages {
            shell.publish(message);
        }
    }

    fn mouse_interaction(
        &self,
        tree: &Tree,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
        renderer: &Renderer,
    ) -> mouse::Interaction {
        if self.is_shaded {
            return mouse::Interaction::None;
        }
        let tree = &tree.children[0];
        self.base
            .as_widget()
            .mouse_interaction(tree, layout, cursor, viewport, renderer)
    }

    fn overlay<'b>(
        &'b mut self,
        tree: &'b mut Tree,
        layout: Layout<'b>,
        renderer: &Renderer,
        viewport: &Rectangle,
        translation: Vector,
    ) -> Option<overlay::Element<'b, Message, Theme, Renderer>> {
        if self.is_shaded {
            return None;
        }
        self.base.as_widget_mut().overlay(
            &mut tree.children[0],
            layout,
            renderer,
            viewport,
            translation,
        )
    }
}
