//! The mark of the product: two strips of tape around a kneecap.
use super::canvas::KeyedCache;
use super::damage::apart;
use crate::app::theme::Tokens;
use iced::advanced::mouse;
use iced::widget::canvas::{self, Canvas, Geometry, LineCap, Path, Stroke};
use iced::{Element, Point, Rectangle, Renderer, Size, Theme};

/// The grid the mark was drawn on.
const GRID: f32 = 32.0;

/// The mark, as a square with sides of `size` logical pixels.
pub fn mark<'a, Message: 'a>(size: f32) -> Element<'a, Message> {
    apart(Canvas::new(Mark).width(size).height(size))
}

struct Mark;

impl<Message> canvas::Program<Message> for Mark {
    type State = KeyedCache<bool>;

    fn draw(
        &self,
        state: &Self::State,
        renderer: &Renderer,
        theme: &Theme,
        bounds: Rectangle,
        _cursor: mouse::Cursor,
    ) -> Vec<Geometry> {
        let is_dark = theme.extended_palette().is_dark;

        vec![state.draw(renderer, bounds.size(), is_dark, |frame| {
            let tokens = Tokens::of(theme);
            let tape = Stroke::default()
                .with_color(tokens.mark_tape)
                .with_width(4.0 * frame.width() / GRID)
                .with_line_cap(LineCap::Round);

            frame.scale(frame.width() / GRID);
            frame.fill(
                &Path::rounded_rectangle(Point::ORIGIN, Size::new(GRID, GRID), 9.0.into()),
                tokens.hero_start,
            );
            frame.fill(
                &Path::circle(Point::new(16.0, 16.0), 3.7),
                tokens.mark_kneecap,
            );
            for (near, far) in [(11.0, 6.6), (21.0, 25.4)] {
                let strip = Path::new(|path| {
                    path.move_to(Point::new(near, 4.5));
                    path.bezier_curve_to(
                        Point::new(far, 10.0),
                        Point::new(far, 22.0),
                        Point::new(near, 27.5),
                    );
                });

                frame.stroke(&strip, tape);
            }
        })]
    }
}
