//! What keeps a page that has just appeared from being pressed.
use super::wrapper::{as_content, draws_as_content};
use iced::advanced::layout::Layout;
use iced::advanced::widget::Tree;
use iced::advanced::{Clipboard, Shell, Widget, mouse};
use iced::keyboard::{self, Key, key::Named};
use iced::{Element, Event, Rectangle, Renderer, Theme, touch};

/// Keeps presses of the pointer, of fingers and of keys from what is in it, while the guard `is_up`. It cannot be seen: what is in it
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
        // What moves about is no press.
        if self.is_up && is_press_of_key(event) {
            return;
        }
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

/// Whether a key is pressed that could press something.
fn is_press_of_key(event: &Event) -> bool {
    let Event::Keyboard(keyboard::Event::KeyPressed { key, .. }) = event else {
        return false;
    };
    matches!(
        key.as_ref(),
        Key::Named(Named::Enter | Named::Space | Named::Backspace | Named::Delete)
            | Key::Character(_)
    )
}
