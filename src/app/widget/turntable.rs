//! A figure on a turntable: it repeats its movement for as long as it can be seen, and is turned by dragging.
//!
//! It asks for its frames itself. Nothing but the figure changes from one to the next, so no message is sent, and none
//! is asked for while it is scrolled out of sight or the window draws nothing.

use std::time::{Duration, Instant};

use iced::advanced::layout::{self, Layout};
use iced::advanced::widget::{Tree, Widget, tree};
use iced::advanced::{Clipboard, Shell, mouse, renderer};
use iced::{Element, Event, Length, Rectangle, Renderer, Size, Theme, touch, window};

use super::figure::{self, Backdrop, Mannequin, Sheet};
use crate::figure::Beat;

/// How often the picture is looked at while the figure moves.
const FRAME: Duration = Duration::from_millis(33);
/// How often while it stays where it is, to see when it goes on.
const PAUSE: Duration = Duration::from_millis(100);
/// Degrees for each logical pixel of dragging: half a turn across a usual stage.
const DEGREES_TO_A_PIXEL: f32 = 0.5;

/// How a figure repeats its movement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Motion {
    /// As a body moves.
    Smooth,
    /// From key posture to key posture.
    Stepped,
}

/// Shows a figure as large as there is room. `on_turn` takes the degrees by which it is dragged: positive when what is
/// nearest goes to the right.
pub fn turntable<'a, Message: 'a>(
    mannequin: &'a Mannequin,
    motion: Motion,
    backdrop: Backdrop,
    on_turn: impl Fn(f32) -> Message + 'a,
) -> Element<'a, Message> {
    Element::new(Turntable {
        mannequin,
        motion,
        backdrop,
        on_turn: Box::new(on_turn),
    })
}

struct Turntable<'a, Message> {
    mannequin: &'a Mannequin,
    motion: Motion,
    backdrop: Backdrop,
    on_turn: Box<dyn Fn(f32) -> Message + 'a>,
}

struct State {
    figure: figure::State,
    /// When the movement began.
    begun: Option<Instant>,
    beat: Beat,
    /// Where it is being held, from the left of the window.
    held: Option<f32>,
}

impl<Message> Turntable<'_, Message> {
    /// What to show at this time, and when to look again.
    fn show(&self, elapsed: Duration) -> (Beat, Duration) {
        let beat = self.mannequin.looping(elapsed.as_secs_f32());
        if self.motion == Motion::Smooth && self.mannequin.is_moving(&beat) {
            (beat, FRAME)
        } else {
            (self.mannequin.stepped(&beat), PAUSE)
        }
    }
}

impl<Message> Widget<Message, Theme, Renderer> for Turntable<'_, Message> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State {
            figure: figure::State::default(),
            begun: None,
            beat: Beat::Start,
            held: None,
        })
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
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        _renderer: &Renderer,
        _clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, Message>,
        viewport: &Rectangle,
    ) {
        let state: &mut State = tree.state.downcast_mut();
        let bounds = layout.bounds();
        match event {
            Event::Window(window::Event::RedrawRequested(now)) if bounds.intersects(viewport) => {
                let begun = *state.begun.get_or_insert(*now);
                let (beat, wait) = self.show(now.saturating_duration_since(begun));
                state.beat = beat;
                shell.request_redraw_at(*now + wait);
            }
            Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Left))
            | Event::Touch(touch::Event::FingerPressed { .. }) => {
                if let Some(point) = cursor.position_over(bounds) {
                    state.held = Some(point.x);
                    shell.capture_event();
                }
            }
            Event::Mouse(mouse::Event::CursorMoved { position })
            | Event::Touch(touch::Event::FingerMoved { position, .. }) => {
                if let Some(held) = state.held {
                    state.held = Some(position.x);
                    let dragged = position.x - held;
                    if dragged != 0.0 {
                        shell.publish((self.on_turn)(dragged * DEGREES_TO_A_PIXEL));
                    }
                    shell.capture_event();
                }
            }
            Event::Mouse(mouse::Event::ButtonReleased(mouse::Button::Left))
            | Event::Touch(touch::Event::FingerLifted { .. } | touch::Event::FingerLost { .. }) => {
                state.held = None;
            }
            _ => {}
        }
    }

    fn mouse_interaction(
        &self,
        tree: &Tree,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        _viewport: &Rectangle,
        _renderer: &Renderer,
    ) -> mouse::Interaction {
        let state: &State = tree.state.downcast_ref();
        if state.held.is_some() {
            mouse::Interaction::Grabbing
        } else if cursor.is_over(layout.bounds()) {
            mouse::Interaction::Grab
        } else {
            mouse::Interaction::None
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
            beat: state.beat,
            backdrop: self.backdrop,
        };
        sheet.paint(&state.figure, renderer, theme, layout.bounds());
    }
}
