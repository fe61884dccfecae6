//! What stands in a chart's legend.
use crate::app::widget::damage::apart;
use iced::advanced::mouse;
use iced::widget::Canvas;
use iced::widget::canvas::{self, Geometry, LineCap, LineDash, Path, Stroke};
use iced::{Element, Point, Rectangle, Renderer, Size, Theme};

use super::heat::colours;
use crate::app::theme::Tokens;
use crate::app::widget::canvas::KeyedCache;
use crate::training::calendar::Step;

/// A sample of what a chart draws.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Swatch {
    /// The line of pain after sessions.
    After,
    /// The dotted line of the morning after.
    NextMorning,
    /// A day.
    Day(Step),
}

/// How high a sample is.
const HEIGHT: f32 = 16.0;

/// Shows a sample.
pub fn swatch<'a, Message: 'a>(swatch: Swatch) -> Element<'a, Message> {
    let width = match swatch {
        Swatch::After | Swatch::NextMorning => 22.0,
        Swatch::Day(_) => 16.0,
    };
    apart(Canvas::new(swatch).width(width).height(HEIGHT))
}

impl<Message> canvas::Program<Message> for Swatch {
    type State = KeyedCache<(bool, Swatch)>;

    fn draw(
        &self,
        state: &Self::State,
        renderer: &Renderer,
        theme: &Theme,
        bounds: Rectangle,
        _cursor: mouse::Cursor,
    ) -> Vec<Geometry> {
        let tokens = Tokens::of(theme);
        let key = (theme.extended_palette().is_dark, *self);
        vec![state.draw(renderer, bounds.size(), key, |frame| {
            let size = frame.size();
            let line = Path::line(
                Point::new(2.0, size.height / 2.0),
                Point::new(size.width - 2.0, size.height / 2.0),
            );
            let stroke = Stroke {
                line_cap: LineCap::Round,
                ..Stroke::default().with_width(3.0)
            };
            match self {
                Self::After => frame.stroke(&line, stroke.with_color(tokens.ember.text)),
                Self::NextMorning => frame.stroke(
                    &line,
                    Stroke {
                        line_dash: LineDash {
                            segments: &[0.5, 6.5],
                            offset: 0,
                        },
                        ..stroke.with_color(tokens.sky.text)
                    },
                ),
                Self::Day(step) => {
                    let day = Path::rounded_rectangle(
                        Point::new(1.5, 1.5),
                        Size::new(13.0, 13.0),
                        4.0.into(),
                    );
                    let (fill, edge) = colours(tokens, *step);
                    frame.fill(&day, fill);
                    if let Some(edge) = edge {
                        frame.stroke(&day, Stroke::default().with_color(edge));
                    }
                }
            }
        })]
    }
}
