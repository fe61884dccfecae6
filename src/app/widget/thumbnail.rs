//! Small figures in long lists: each is prepared when it is first seen, and kept.

use std::cell::OnceCell;
use std::sync::Arc;

use iced::advanced::layout::{self, Layout};
use iced::advanced::widget::{Tree, Widget, tree};
use iced::advanced::{mouse, renderer};
use iced::{Element, Length, Rectangle, Renderer, Size, Theme};

use super::damage::apart;
use super::figure::{Backdrop, Mannequin, Sheet, State};
use crate::exercise::Exercise;
use crate::figure::Beat;
use crate::side::Side;

/// The figure of an exercise in a list.
#[derive(Debug)]
pub struct Thumbnail {
    exercise: Arc<Exercise>,
    made: OnceCell<Option<Mannequin>>,
}

impl Thumbnail {
    /// The figure of this exercise, once somebody sees it.
    pub fn new(exercise: Arc<Exercise>) -> Self {
        Self {
            exercise,
            made: OnceCell::new(),
        }
    }

    /// Whether it was seen and prepared.
    #[cfg(test)]
    pub fn is_made(&self) -> bool {
        self.made.get().is_some()
    }

    fn mannequin(&self) -> Option<&Mannequin> {
        let make = || {
            let movement = self.exercise.figure.as_ref()?;
            Some(Mannequin::new(movement, Side::Right))
        };
        self.made.get_or_init(make).as_ref()
    }
}

/// Shows a figure of a list in its key posture.
pub fn thumbnail<'a, Message: 'a>(
    thumbnail: &'a Thumbnail,
    backdrop: Backdrop,
) -> Element<'a, Message> {
    apart(Element::new(Picture {
        thumbnail,
        backdrop,
    }))
}

struct Picture<'a> {
    thumbnail: &'a Thumbnail,
    backdrop: Backdrop,
}

impl<Message> Widget<Message, Theme, Renderer> for Picture<'_> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State::default())
    }

    fn size(&self) -> Size<Length> {
        Size::new(Length::Fill, Length::Fill)
    }

    fn layout(
        &mut self,
        _tree: &mut Tree,
        _renderer: &Renderer,
        limits: &layout::Limits,
    ) -> layout::Node {
        layout::atomic(limits, Length::Fill, Length::Fill)
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut Renderer,
        theme: &Theme,
        _style: &renderer::Style,
        layout: Layout<'_>,
        _cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        if !layout.bounds().intersects(viewport) {
            return;
        }
        let Some(mannequin) = self.thumbnail.mannequin() else {
            return;
        };
        let sheet = Sheet {
            mannequin,
            beat: Beat::Key,
            backdrop: self.backdrop,
        };
        sheet.paint(tree.state.downcast_ref(), renderer, theme, layout.bounds());
    }
}
