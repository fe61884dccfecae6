//! The green panel at the top of Today.
use super::canvas::KeyedCache;
use crate::app::theme::size::{gap, radius};
use crate::app::theme::{self, Tokens};
use iced::advanced::mouse;
use iced::widget::canvas::path::Builder;
use iced::widget::canvas::{self, Canvas, Geometry, Path, Stroke};
use iced::widget::{Space, container, stack};
use iced::{Element, Fill, Padding, Point, Rectangle, Renderer, Theme};

/// Words, a figure and buttons, and strips of tape behind them. It is as large as it is allowed to be, and stands on
/// the window's own colour.
pub fn hero<'a, Message: 'a>(content: impl Into<Element<'a, Message>>) -> Element<'a, Message> {
    stack![
        container(Space::new())
            .width(Fill)
            .height(Fill)
            .style(theme::container::hero),
        Canvas::new(Tape).width(Fill).height(Fill),
        container(content)
            .width(Fill)
            .height(Fill)
            .padding(Padding::from(gap::XL).left(gap::XXL))
            .style(|theme: &Theme| container::Style {
                text_color: Some(Tokens::of(theme).on_hero),
                ..container::Style::default()
            }),
    ]
    .width(Fill)
    .height(Fill)
    .into()
}

struct Tape;

impl<Message> canvas::Program<Message> for Tape {
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
            /// The size the arcs were drawn for.
            const HEIGHT: f32 = 340.0;
            const WIDTH: f32 = 600.0;

            let tokens = Tokens::of(theme);
            // As high as the hero, with the right edges together.
            let scale = (frame.height() / HEIGHT).max(frame.width() / (2.0 * WIDTH));
            let middle = frame.height() / 2.0;
            let right = frame.width();
            let place = |x: f32, y: f32| {
                Point::new(
                    right - (WIDTH - x) * scale,
                    middle + (y - HEIGHT / 2.0) * scale,
                )
            };
            let tape = Stroke::default()
                .with_color(tokens.hero_line.scale_alpha(0.38))
                .with_width(24.0 * scale);

            frame.stroke(&Path::circle(place(452.0, 178.0), 92.0 * scale), tape);
            for (edge, bend) in [(330.0, 262.0), (574.0, 642.0)] {
                let strip = Path::new(|path| {
                    path.move_to(place(edge, -30.0));
                    path.bezier_curve_to(place(bend, 90.0), place(bend, 266.0), place(edge, 386.0));
                });

                frame.stroke(&strip, tape);
            }

            // A canvas is clipped to a rectangle: where a strip would cover the rounded corners of the panel,
            // the window is painted back over it.
            frame.fill(&corners(frame.width(), frame.height()), tokens.background);
        })]
    }
}

/// What a rectangle has outside its rounded right corners, and a little beyond its edges: where an edge falls
/// between two pixels, both belong to it.
fn corners(right: f32, bottom: f32) -> Path {
    const BEYOND: f32 = 2.0;

    let corner = |path: &mut Builder, edge: f32, inward: f32| {
        let outside = edge - inward * BEYOND;
        let left = right - radius::PANEL;

        path.move_to(Point::new(right + BEYOND, outside));
        path.line_to(Point::new(left, outside));
        path.line_to(Point::new(left, edge));
        path.arc_to(
            Point::new(right, edge),
            Point::new(right, edge + inward * radius::PANEL),
            radius::PANEL,
        );
        path.line_to(Point::new(right + BEYOND, edge + inward * radius::PANEL));
        path.close();
    };

    Path::new(|path| {
        corner(path, 0.0, 1.0);
        corner(path, bottom, -1.0);
    })
}
