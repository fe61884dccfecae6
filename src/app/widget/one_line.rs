//! What keeps the gaps between the lines of a pasted text.
use super::wrapper::{as_content, draws_as_content};
use iced::advanced::clipboard::Kind;
use iced::advanced::layout::Layout;
use iced::advanced::widget::Tree;
use iced::advanced::{Clipboard, Shell, Widget, mouse};
use iced::{Element, Event, Rectangle, Renderer, Theme};

/// Gives a text field of one line what is pasted in one line. By itself it leaves line breaks out, and words run together.
pub fn one_line<'a, Message: 'a>(content: impl Into<Element<'a, Message>>) -> Element<'a, Message> {
    Element::new(OneLine {
        content: content.into(),
    })
}

struct OneLine<'a, Message> {
    content: Element<'a, Message>,
}

/// A clipboard whose lines stand one behind the other.
struct Joined<'a>(&'a mut dyn Clipboard);

impl Clipboard for Joined<'_> {
    fn read(&self, kind: Kind) -> Option<String> {
        let text = self.0.read(kind)?;
        if !text.contains(char::is_control) {
            return Some(text);
        }
        let parts = text.split(char::is_control).map(str::trim);
        let parts: Vec<_> = parts.filter(|part| !part.is_empty()).collect();
        Some(parts.join(" "))
    }

    fn write(&mut self, kind: Kind, contents: String) {
        self.0.write(kind, contents);
    }
}

impl<Message> Widget<Message, Theme, Renderer> for OneLine<'_, Message> {
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
        let clipboard = &mut Joined(clipboard);
        self.content.as_widget_mut().update(
            tree, event, layout, cursor, renderer, clipboard, shell, viewport,
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Holding(&'static str);

    impl Clipboard for Holding {
        fn read(&self, _: Kind) -> Option<String> {
            Some(self.0.to_owned())
        }

        fn write(&mut self, _: Kind, _: String) {}
    }

    #[test]
    fn lines_that_are_pasted_keep_a_gap_between_them() {
        for (copied, pasted) in [
            ("Line one\nLine two", "Line one Line two"),
            ("Line one\r\n\r\n  Line two\n", "Line one Line two"),
            ("One\ttwo", "One two"),
            (" as it is ", " as it is "),
            ("\n", ""),
        ] {
            let read = Joined(&mut Holding(copied)).read(Kind::Standard);
            assert_eq!(read.as_deref(), Some(pasted), "{copied:?}");
        }
    }
}
