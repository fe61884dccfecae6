//! A figure on a turntable: it repeats its movement for as long as it can be seen, and is turned by dragging.
//!
//! It asks for its frames itself. Nothing but the figure changes from one to the next, so no message is sent, and none
//! is asked for while it is scrolled out of sight or the window draws nothing.

use std::time::{Duration, Instant};

use iced::advanced::layout::{self, Layout};
use iced::advanced::widget::{Tree, Widget, tree};
use iced::advanced::{Clipboard, Shell, mouse, renderer};
use iced::{Element, Event, Length, Rectangle, Renderer, Size, Theme, touch, window};

use super::damage::apart;
use super::figure::{self, Backdrop, FRAME, Mannequin, Sheet};
use crate::figure::Beat;
use crate::settings::Motion;

/// How often while it stays where it is, to see when it goes on.
const PAUSE: Duration = Duration::from_millis(100);
/// Degrees for each logical pixel of dragging: half a turn across a usual stage.
const DEGREES_TO_A_PIXEL: f32 = 0.5;

/// Shows a figure as large as there is room. `on_turn` takes the degrees by which it is dragged: positive when what is
/// nearest goes to the right.
pub fn turntable<'a, Message: 'a>(
    mannequin: &'a Mannequin,
    motion: Motion,
    backdrop: Backdrop,
    on_turn: impl Fn(f32) -> Message + 'a,
) -> Element<'a, Message> {
    apart(Element::new(Turntable {
        mannequin,
        motion,
        backdrop,
        on_turn: Box::new(on_turn),
    }))
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

/// What a figure shows some time after it began, and when to look again. With less movement it goes from key posture to
/// key posture.
fn shown(motion: Motion, mannequin: &Mannequin, elapsed: Duration) -> (Beat, Duration) {
    let beat = mannequin.looping(elapsed.as_secs_f32());
    if motion == Motion::Full && mannequin.is_moving(&beat) {
        (beat, FRAME)
    } else {
        (mannequin.stepped(&beat), PAUSE)
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
                let elapsed = now.saturating_duration_since(begun);
                let (beat, wait) = shown(self.motion, self.mannequin, elapsed);
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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::content::Content;
    use crate::side::Side;

    #[test]
    fn frames_are_asked_for_while_the_figure_moves_and_key_postures_are_still() {
        let (content, _) = Content::read();
        let squat = content.catalogue.get("mini-squat").unwrap();
        let mannequin = Mannequin::new(squat.figure.as_ref().unwrap(), Side::Right);
        let times = || (0..200).map(|tenth| Duration::from_millis(tenth * 100));

        let smooth: Vec<_> = times()
            .map(|time| shown(Motion::Full, &mannequin, time))
            .collect();
        assert!(smooth.iter().any(|(_, wait)| *wait == FRAME));
        assert!(smooth.iter().any(|(_, wait)| *wait == PAUSE));
        for (beat, wait) in smooth {
            assert_eq!(mannequin.is_moving(&beat), wait == FRAME, "{beat:?}");
        }

        let stepped: Vec<_> = times()
            .map(|time| shown(Motion::Reduced, &mannequin, time))
            .collect();
        let is_still =
            |(beat, wait): &(Beat, Duration)| matches!(beat, Beat::Still { .. }) && *wait == PAUSE;
        assert!(stepped.iter().all(is_still));
        assert!(stepped.iter().any(|(beat, _)| *beat != stepped[0].0));
    }
}
