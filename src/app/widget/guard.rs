//! What keeps a page that has just appeared from being pressed.
use super::wrapper::{as_content, draws_as_content};
use iced::advanced::layout::Layout;
use iced::advanced::widget::Tree;
use iced::advanced::{Clipboard, Shell, Widget, mouse};
use iced::{Element, Event, Rectangle, Renderer, Theme, touch};

/// Keeps presses of the pointer and of fingers from what is in it, while the guard `is_up`. It cannot be seen: what is in it
/// follows the pointer and scrolls as ever, and keeps its state when the guard goes.
pub fn guarded<'a, Message: 'a>(
    is_up: bool,
    content: impl Into<Element<'a, Message>>,
) -> Element<'a, Message> {
    Element::new(Guard {
        is_up,
        content: content.into(),
    })
}

struct Guard<'a, Message> {
    is_up: bool,
    content: Element<'a, Message>,
}

impl<Message> Widget<Message, Theme, Renderer> for Guard<'_, Message> {
    as_content!();
    draws_as_content!();

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
        let cursor = match event {
            Event::Mouse(mouse::Event::ButtonPressed(_))
            | Event::Touch(touch::Event::FingerPressed { .. })
                if self.is_up && cursor.is_over(layout.bounds()) =>
            {
                shell.capture_event();
                return;
            }
            // What was pressed before the page came is let go of, and does nothing.
            Event::Mouse(mouse::Event::ButtonReleased(_))
            | Event::Touch(touch::Event::FingerLifted { .. })
                if self.is_up =>
            {
                mouse::Cursor::Unavailable
            }
            _ => cursor,
        };
        self.content.as_widget_mut().update(
            tree, event, layout, cursor, renderer, clipboard, shell, viewport,
        );
    }
}
