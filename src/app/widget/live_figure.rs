//! A figure that follows a clock. It asks in every frame what to do, so that no message has to be sent, and nothing but
//! the figure is looked at anew, for each of them.

use std::time::Instant;

use iced::advanced::layout::{self, Layout};
use iced::advanced::widget::{Tree, Widget, tree};
use iced::advanced::{Clipboard, Shell, mouse, renderer};
use iced::{Element, Event, Length, Rectangle, Renderer, Size, Theme, window};

use super::figure::{self, Backdrop, Mannequin, Sheet};
use crate::figure::Beat;

/// What is to happen next with a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// Nothing, until the window is drawn for something else.
    Wait,
    /// It is to be looked at again at this instant.
    Look(Instant),
    /// More than the figure changes: the application has to be told the time before anything is drawn.
    Tell,
}

/// Shows a figure as large as there is room. `follow` says what it does at an instant, `since` at the earliest, and
/// what is to happen next; `tell` is sent when that says so.
pub fn live_figure<'a, Message: Clone + 'a>(
    mannequin: &'a Mannequin,
    backdrop: Backdrop,
    since: Instant,
    tell: Message,
    follow: impl Fn(Instant) -> (Beat, Next) + 'a,
) -> Element<'a, Message> {
    Element::new(LiveFigure {
        mannequin,
        backdrop,
        since,
        tell,
        follow: Box::new(follow),
    })
}

struct LiveFigure<'a, Message> {
    mannequin: &'a Mannequin,
    backdrop: Backdrop,
    since: Instant,
    tell: Message,
    follow: Box<dyn Fn(Instant) -> (Beat, Next) + 'a>,
}

#[derive(Default)]
struct State {
    figure: figure::State,
    /// The instant that is being drawn.
    now: Option<Instant>,
}

impl<Message> LiveFigure<'_, Message> {
    fn look(&self, state: &State) -> (Beat, Next) {
        let now = state.now.unwrap_or(self.since);
        (self.follow)(now.max(self.since))
    }
}

impl<Message: Clone> Widget<Message, Theme, Renderer> for LiveFigure<'_, Message> {
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

    fn update(
        &mut self,
        tree: &mut Tree,
        event: &Event,
        _layout: Layout<'_>,
        _cursor: mouse::Cursor,
        _renderer: &Renderer,
        _clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, Message>,
        _viewport: &Rectangle,
    ) {
        let Event::Window(window::Event::RedrawRequested(now)) = event else {
            return;
        };
        let state: &mut State = tree.state.downcast_mut();
        state.now = Some(*now);
        match self.look(state).1 {
            Next::Wait => {}
            Next::Look(at) => shell.request_redraw_at(at),
            Next::Tell => shell.publish(self.tell.clone()),
        }
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut Renderer,
        theme: &Theme,
        _style: &renderer::Style,
        layout: Layout<'_>,
        _cursor: mouse::Cursor,
        _viewport: &Rectangle,
    ) {
        let state: &State = tree.state.downcast_ref();
        let sheet = Sheet {
            mannequin: self.mannequin,
            beat: self.look(state).0,
            backdrop: self.backdrop,
        };
        sheet.paint(&state.figure, renderer, theme, layout.bounds());
    }
}
