//! A leg from the front, to click on where it hurts.
use super::canvas::KeyedCache;
use crate::app::theme::Tokens;
use crate::app::theme::size::radius;
use iced::advanced::mouse;
use iced::widget::canvas::{self, Canvas, Geometry, Path, Stroke};
use iced::widget::container;
use iced::{Element, Fill, Point, Rectangle, Renderer, Theme};

/// The size the leg was drawn for.
const WIDTH: f32 = 116.0;
/// See above.
const HEIGHT: f32 = 228.0;
/// The kneecap.
const KNEECAP: Point = Point::new(58.0, 112.0);

/// A leg that fills its room. `hurts` puts a spot on it.
pub fn leg<'a, Message: 'a>(hurts: bool) -> Element<'a, Message> {
    container(Canvas::new(Leg { hurts }).width(Fill).height(Fill))
        .padding([1, 6])
        .style(|theme: &Theme| {
            container::Style::default()
                .background(Tokens::of(theme).sunken)
                .border(iced::border::rounded(radius::CARD))
        })
        .width(Fill)
        .height(Fill)
        .clip(true)
        .into()
}

struct Leg {
    hurts: bool,
}

impl<Message> canvas::Program<Message> for Leg {
    type State = KeyedCache<(bool, bool)>;

    fn draw(
        &self,
        state: &Self::State,
        renderer: &Renderer,
        theme: &Theme,
        bounds: Rectangle,
        _cursor: mouse::Cursor,
    ) -> Vec<Geometry> {
        let is_dark = theme.extended_palette().is_dark;
        let drawing = state.draw(renderer, bounds.size(), (is_dark, self.hurts), |frame| {
            let tokens = Tokens::of(theme);
            let scale = (frame.width() / WIDTH).max(frame.height() / HEIGHT);
            frame.translate(iced::Vector::new(
                (frame.width() - WIDTH * scale) / 2.0,
                (frame.height() - HEIGHT * scale) / 2.0,
            ));
            frame.scale(scale);

            let outline = Stroke::default()
                .with_color(tokens.leg.outline)
                .with_width(1.2);
            let leg = outline_of(
                [8.0, 20.0, 26.0, 22.0, 30.0, 22.0, 24.0],
                [108.0, 96.0, 90.0, 94.0, 88.0, 92.0, 86.0],
            );
            frame.fill(&leg, tokens.leg.skin);
            let shade = outline_of(
                [8.0, 20.0, 26.0, 22.0, 30.0, 22.0, 24.0],
                [26.0, 34.0, 40.0, 34.0, 44.0, 36.0, 38.0],
            );
            frame.fill(&shade, tokens.leg.shade);
            frame.stroke(&leg, outline);
            // The thigh's muscles above the kneecap, the tendon below it.
            for (x, towards) in [(38.0, 50.0), (78.0, 66.0)] {
                let muscle = Path::new(|path| {
                    path.move_to(Point::new(x, -4.0));
                    path.quadratic_curve_to(Point::new(x, 52.0), Point::new(towards, 84.0));
                });
                frame.stroke(&muscle, outline.with_width(0.8));
            }
            let tendon = Path::line(Point::new(58.0, 142.0), Point::new(57.0, 200.0));
            frame.stroke(&tendon, outline.with_width(0.8));
            frame.fill(&Path::circle(KNEECAP, 27.0), tokens.leg.kneecap);
            let shine = Path::new(|path| {
                path.arc(canvas::path::Arc {
                    center: KNEECAP,
                    radius: 20.0,
                    start_angle: iced::Radians(3.4),
                    end_angle: iced::Radians(4.4),
                });
            });
            frame.stroke(
                &shine,
                Stroke::default()
                    .with_color(tokens.leg.shine)
                    .with_width(4.0)
                    .with_line_cap(canvas::LineCap::Round),
            );
            if self.hurts {
                let spot = Point::new(KNEECAP.x + 9.0, KNEECAP.y - 9.0);
                frame.fill(&Path::circle(spot, 11.0), tokens.surface.scale_alpha(0.7));
                frame.fill(&Path::circle(spot, 6.0), tokens.ember.fill);
            }
        });
        vec![drawing]
    }
}

/// A leg between a left and a right edge, each given at seven heights.
fn outline_of(left: [f32; 7], right: [f32; 7]) -> Path {
    const HEIGHTS: [f32; 7] = [-8.0, 40.0, 80.0, 112.0, 146.0, 196.0, 240.0];

    let point = |xs: &[f32; 7], index: usize| Point::new(xs[index], HEIGHTS[index]);
    // Between two heights the edge leaves and arrives upright.
    let curve = |path: &mut canvas::path::Builder, from: Point, to: Point| {
        let middle = (from.y + to.y) / 2.0;
        path.bezier_curve_to(Point::new(from.x, middle), Point::new(to.x, middle), to);
    };
    Path::new(|path| {
        path.move_to(point(&left, 0));
        for index in 1..7 {
            curve(path, point(&left, index - 1), point(&left, index));
        }
        path.line_to(point(&right, 6));
        for index in (0..6).rev() {
            curve(path, point(&right, index + 1), point(&right, index));
        }
        path.close();
    })
}
