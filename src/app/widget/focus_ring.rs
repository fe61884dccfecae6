//! The ring around the control that has the keyboard.
use super::wrapper::{as_content, updates_as_content};
use crate::app::theme::Tokens;
use iced::advanced::layout::Layout;
use iced::advanced::renderer::{Quad, Renderer as _};
use iced::advanced::widget::Tree;
use iced::advanced::{Widget, mouse, renderer};
use iced::border::Border;
use iced::{Color, Element, Rectangle, Renderer, Theme};

/// How wide the ring is, in logical pixels.
pub const WIDTH: f32 = 3.0;
/// How far it stays away from the control.
pub const GAP: f32 = 2.0;

/// Puts a ring around a control while it is `focused`. The ring is painted outside the control's own
/// bounds and takes no room, so nothing moves. `radius` is the corner radius of the control.
pub fn focus_ring<'a, Message: 'a>(
    focused: bool,
    radius: f32,
    content: impl Into<Element<'a, Message>>,
) -> Element<'a, Message> {
    Element::new(FocusRing {
        focused,
        radius,
        content: content.into(),
    })
}

struct FocusRing<'a, Message> {
    focused: bool,
    radius: f32,
    content: Element<'a, Message>,
}

impl<Message> Widget<Message, Theme, Renderer> for FocusRing<'_, Message> {
    as_content!();
    updates_as_content!();

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
        self.content
            .as_widget()
            .draw(tree, renderer, theme, style, layout, cursor, viewport);

        if self.focused {
            let reach = GAP + WIDTH;
            let bounds = layout.bounds().expand(reach);
            let corner = self.radius.min(layout.bounds().height / 2.0) + reach;

            renderer.fill_quad(
                Quad {
                    bounds,
                    border: Border {
                        color: Tokens::of(theme).focus,
                        width: WIDTH,
                        radius: corner.into(),
                    },
                    ..Quad::default()
                },
                Color::TRANSPARENT,
            );
        }
    }
}
