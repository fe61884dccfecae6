//! Charts. Each is kept as it was drawn until what it shows, the theme or its size changes, and tells day and value of
//! what the pointer is on. A sentence beside each says the same in words; the parent writes that.
mod bars;
mod heat;
mod label;
mod pain_line;
mod sparkline;
mod swatch;

pub use bars::Bars;
pub use heat::Heat;
pub use pain_line::PainLine;
pub use sparkline::Sparkline;
pub use swatch::{Swatch, swatch};

use std::hash::{DefaultHasher, Hash, Hasher};

use iced::advanced::mouse;
use iced::widget::canvas::{self, Canvas, Frame, Geometry};
use iced::widget::stack;
use iced::{Element, Fill, Length, Point, Rectangle, Renderer, Size, Theme};
use jiff::civil::Date;

use super::canvas::KeyedCache;
use crate::app::theme::Tokens;
use crate::app::widget::damage::apart;

/// Pain after sessions as a line over the bands of the scale, the mornings after as a dotted one.
pub fn pain_line<'a, Message: 'a>(line: &'a PainLine, height: f32) -> Element<'a, Message> {
    chart(line, Fill, height, |_| None)
}

/// Strength days a week as bars over the band one aims for.
pub fn bars<'a, Message: 'a>(bars: &'a Bars, height: impl Into<Length>) -> Element<'a, Message> {
    chart(bars, Fill, height, |_| None)
}

/// A year of days, a column for each week, as many as there is room for. `pitch` is how far apart days are, in logical
/// pixels; [`Heat::height`] is how high that gets. A press on a day on which something was done publishes `on_open`.
pub fn heat<'a, Message: 'a>(
    heat: &'a Heat,
    pitch: f32,
    on_open: impl Fn(Date) -> Message + 'a,
) -> Element<'a, Message> {
    let drawn = heat.at_pitch(pitch);
    let height = Heat::height(pitch);
    chart(drawn, Fill, height, move |index| {
        heat.open(index).map(&on_open)
    })
}

/// Pain over some weeks, small.
pub fn sparkline<'a, Message: 'a>(sparkline: &'a Sparkline, height: f32) -> Element<'a, Message> {
    chart(sparkline, Fill, height, |_| None)
}

/// What can be drawn as a chart.
trait Drawn {
    /// Changes when what is shown does.
    fn key(&self) -> u64;

    /// What lies at a point, by its index.
    fn hit(&self, at: Point, size: Size) -> Option<usize>;

    /// Draws everything.
    fn draw(&self, tokens: &Tokens, frame: &mut Frame);

    /// Draws what is added while the pointer is on one thing.
    fn point_out(&self, tokens: &Tokens, frame: &mut Frame, index: usize);
}

fn chart<'a, Message: 'a, D: Drawn + Copy + 'a>(
    drawn: D,
    width: impl Into<Length>,
    height: impl Into<Length>,
    on_press: impl Fn(usize) -> Option<Message> + 'a,
) -> Element<'a, Message> {
    let still = apart(Canvas::new(Still { drawn }).width(Fill).height(Fill));
    let over = Canvas::new(Over { drawn, on_press });
    // In a layer of its own: within one, the software renderer puts all words over everything that is drawn.
    stack![still, over.width(Fill).height(Fill)]
        .width(width)
        .height(height)
        .into()
}

/// What a drawing was made for: whether it is dark, and what it shows.
type Key = (bool, u64);

fn key(theme: &Theme, drawn: &impl Drawn) -> Key {
    let is_dark = theme.extended_palette().is_dark;
    (is_dark, drawn.key())
}

/// The chart itself.
struct Still<D> {
    drawn: D,
}

impl<D: Drawn, Message> canvas::Program<Message> for Still<D> {
    type State = KeyedCache<Key>;

    fn draw(
        &self,
        state: &Self::State,
        renderer: &Renderer,
        theme: &Theme,
        bounds: Rectangle,
        _cursor: mouse::Cursor,
    ) -> Vec<Geometry> {
        let key = key(theme, &self.drawn);
        vec![state.draw(renderer, bounds.size(), key, |frame| {
            self.drawn.draw(Tokens::of(theme), frame);
        })]
    }
}

/// What is added while the pointer is on the chart.
struct Over<D, F> {
    drawn: D,
    on_press: F,
}

#[derive(Default)]
struct State {
    drawing: KeyedCache<(Key, usize)>,
    hovered: Option<usize>,
}

impl<D: Drawn, F: Fn(usize) -> Option<Message>, Message> canvas::Program<Message> for Over<D, F> {
    type State = State;

    fn update(
        &self,
        state: &mut State,
        event: &canvas::Event,
        bounds: Rectangle,
        cursor: mouse::Cursor,
    ) -> Option<canvas::Action<Message>> {
        let canvas::Event::Mouse(event) = event else {
            return None;
        };
        let hit = cursor
            .position_in(bounds)
            .and_then(|at| self.drawn.hit(at, bounds.size()));
        if let mouse::Event::ButtonPressed(mouse::Button::Left) = event
            && let Some(message) = hit.and_then(&self.on_press)
        {
            return Some(canvas::Action::publish(message).and_capture());
        }
        if state.hovered == hit {
            return None;
        }
        state.hovered = hit;
        Some(canvas::Action::request_redraw())
    }

    fn draw(
        &self,
        state: &State,
        renderer: &Renderer,
        theme: &Theme,
        bounds: Rectangle,
        _cursor: mouse::Cursor,
    ) -> Vec<Geometry> {
        let Some(index) = state.hovered else {
            return Vec::new();
        };
        let key = (key(theme, &self.drawn), index);
        vec![state.drawing.draw(renderer, bounds.size(), key, |frame| {
            self.drawn.point_out(Tokens::of(theme), frame, index);
        })]
    }

    fn mouse_interaction(
        &self,
        state: &State,
        bounds: Rectangle,
        cursor: mouse::Cursor,
    ) -> mouse::Interaction {
        let can_press = state
            .hovered
            .is_some_and(|index| (self.on_press)(index).is_some());
        if can_press && cursor.is_over(bounds) {
            mouse::Interaction::Pointer
        } else {
            mouse::Interaction::None
        }
    }
}

/// A key for what a chart shows.
fn key_of(data: impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    data.hash(&mut hasher);
    hasher.finish()
}

/// A label on the axis of time.
#[derive(Debug, Clone, PartialEq)]
struct Tick {
    /// Where it begins, from 0 (the first day) to 1.
    at: f32,
    text: String,
}

/// The nearest of several places to a point, both along the axis of time.
fn nearest(places: impl Iterator<Item = f32>, at: f32) -> Option<usize> {
    places
        .map(|place| (place - at).abs())
        .enumerate()
        .min_by(|(_, one), (_, other)| one.total_cmp(other))
        .map(|(index, _)| index)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_place_is_pointed_at() {
        let places = [0.0, 10.0, 30.0];
        for (at, index) in [
            (-5.0, 0),
            (4.0, 0),
            (6.0, 1),
            (19.0, 1),
            (21.0, 2),
            (99.0, 2),
        ] {
            assert_eq!(nearest(places.into_iter(), at), Some(index), "{at}");
        }
        assert_eq!(nearest(std::iter::empty(), 4.0), None);
    }
}
