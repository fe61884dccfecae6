//! Three rings around the place of a question. They pulse twice, and then stand still.

use std::time::{Duration, Instant};

use iced::advanced::mouse;
use iced::widget::canvas::{self, Action, Event, Frame, Geometry, Path};
use iced::{Color, Rectangle, Renderer, Theme, window};

use super::KneeDiagram;
use super::fit::Framing;
use super::paint::{faint, line_of};
use crate::app::theme::Tokens;
use crate::knee::{AreaId, View, diagram};
use crate::side::Side;

/// The radii of the rings at rest, in view-box units.
const RADII: [f32; 3] = [66.0, 92.0, 118.0];
/// How long one beat takes.
const BEAT: Duration = Duration::from_millis(1600);
/// How many beats there are.
const BEATS: u32 = 2;

/// The rings around a place.
pub(super) struct Rings {
    framing: Framing,
    anchor: diagram::Point,
    about: About,
    is_still: bool,
}

/// What the rings are about: for anything else they begin anew.
type About = (AreaId, View, Side);

#[derive(Default)]
pub(super) struct State {
    about: Option<About>,
    begun: Option<Instant>,
    now: Option<Instant>,
}

impl Rings {
    /// The rings of a drawing, where a place is lit in it.
    pub fn of(knee: &KneeDiagram<'_>) -> Option<Self> {
        let place = knee.lit?;
        Some(Self {
            framing: knee.framing(),
            anchor: knee.diagram.anchor(knee.view, knee.leg, place)?,
            about: (place, knee.view, knee.leg),
            is_still: knee.is_still,
        })
    }

    /// How far the rings are in their beat, from 0 to 1; 1 is at rest.
    fn beat(&self, state: &State) -> f32 {
        let (Some(begun), Some(now), false) = (state.begun, state.now, self.is_still) else {
            return 1.0;
        };
        let since = now.saturating_duration_since(begun);
        if since >= BEAT * BEATS {
            return 1.0;
        }
        since.as_secs_f32() % BEAT.as_secs_f32() / BEAT.as_secs_f32()
    }
}

/// How large a ring is in a beat, as a share of its size at rest: each begins a little after the one inside it.
fn grown(beat: f32, ring: usize) -> f32 {
    let late = 0.15 * ring as f32;
    let own = ((beat - late) / (1.0 - 0.3)).clamp(0.0, 1.0);
    1.0 - (1.0 - own) * (1.0 - own)
}

impl<Message> canvas::Program<Message> for Rings {
    type State = State;

    fn update(
        &self,
        state: &mut State,
        event: &Event,
        _bounds: Rectangle,
        _cursor: mouse::Cursor,
    ) -> Option<Action<Message>> {
        let Event::Window(window::Event::RedrawRequested(now)) = event else {
            return None;
        };
        if state.about.replace(self.about) != Some(self.about) {
            state.begun = Some(*now);
        }
        state.now = Some(*now);
        (self.beat(state) < 1.0).then(Action::request_redraw)
    }

    fn draw(
        &self,
        state: &State,
        renderer: &Renderer,
        theme: &Theme,
        bounds: Rectangle,
        _cursor: mouse::Cursor,
    ) -> Vec<Geometry> {
        let mut frame = Frame::new(renderer, bounds.size());
        let fit = self.framing.fit(bounds.size());
        let (middle, scale) = (fit.place(self.anchor), fit.scale);
        let accent = Tokens::of(theme).mark;
        let beat = self.beat(state);
        for (index, radius) in RADII.into_iter().enumerate() {
            let grown = grown(beat, index);
            let ring = Path::circle(middle, radius * scale * (0.5 + 0.5 * grown));
            let nth = index as f32 + 1.0;
            let halo = faint(Color::WHITE, (0.8 - 0.2 * nth) * grown);
            frame.stroke(&ring, line_of(halo, (8.0 - 1.4 * nth) * scale));
            let line = faint(accent, (1.0 - 0.24 * nth) * grown);
            frame.stroke(&ring, line_of(line, (4.6 - nth) * scale));
        }
        vec![frame.into_geometry()]
    }
}

#[cfg(test)]
mod tests {
    use iced::Size;

    use super::super::Section;
    use super::*;

    fn rings(is_still: bool) -> Rings {
        Rings {
            framing: Framing {
                section: Section::KNEE,
                middle: 300.0,
                fills_room: false,
            },
            anchor: diagram::Point { x: 300.0, y: 350.0 },
            about: (AreaId::Patella, View::Front, Side::Left),
            is_still,
        }
    }

    #[test]
    fn rings_pulse_twice_and_then_ask_for_no_more_frames() {
        let begun = Instant::now();
        let frame = |rings: &Rings, state: &mut State, after: u64| {
            let now = begun + Duration::from_millis(after);
            let event = Event::Window(window::Event::RedrawRequested(now));
            let bounds = Rectangle::with_size(Size::new(100.0, 100.0));
            let cursor = mouse::Cursor::Unavailable;
            canvas::Program::<()>::update(rings, state, &event, bounds, cursor).is_some()
        };
        let (moving, mut state) = (rings(false), State::default());
        for after in [0, 800, 1_600, 3_100] {
            assert!(frame(&moving, &mut state, after), "{after}");
        }
        assert!(!frame(&moving, &mut state, 3_200));
        assert!(!frame(&rings(true), &mut State::default(), 0));
    }

    #[test]
    fn at_rest_every_ring_has_its_full_size() {
        for ring in 0..3 {
            assert!((grown(1.0, ring) - 1.0).abs() < 1e-6);
            assert!(grown(0.0, ring) < 1e-6);
        }
    }
}
