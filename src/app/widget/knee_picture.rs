//! The knee to look at: a part of the real drawing with places lit or numbered, in any size.

mod badge;

use std::cell::{Cell, RefCell};

use iced::advanced::graphics::geometry::Renderer as _;
use iced::advanced::image::Renderer as _;
use iced::advanced::layout::{self, Layout};
use iced::advanced::widget::{Tree, Widget, tree};
use iced::advanced::{Renderer as _, image as drawn, mouse, renderer};
use iced::widget::canvas::gradient::Linear;
use iced::widget::canvas::{Fill, Frame, Gradient, LineJoin, Path, Stroke, path};
use iced::widget::image;
use iced::{Color, Element, Length, Point, Rectangle, Renderer, Size, Theme, Vector};

use super::canvas::KeyedCache;
use crate::app::theme::Tokens;
use crate::app::theme::size::radius;
use crate::knee::{AreaId, Diagram, View, diagram};
use crate::side::Side;

/// How much of the height a cut end takes to fade.
const FADE: f32 = 0.1;
/// The part of its shorter side by which a small picture is rounded.
const ROUNDED: f32 = 0.2;

/// The part of the drawing that is shown at least. Where there is more room, more of the drawing is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Crop {
    /// The joint, with a hand's breadth above and below it.
    Joint,
    /// The joint alone, for small pictures.
    Thumbnail,
    /// Nearly everything.
    Whole,
}

impl Crop {
    /// The part, in view-box units, on the right leg.
    const fn part(self) -> Rectangle {
        let (x, y, width, height) = match self {
            Self::Joint => (120.0, 190.0, 360.0, 420.0),
            Self::Thumbnail => (150.0, 230.0, 300.0, 340.0),
            Self::Whole => (60.0, 60.0, 480.0, 680.0),
        };
        Rectangle {
            x,
            y,
            width,
            height,
        }
    }

    /// The closest of them in which these places lie clear of the ends that fade.
    pub fn around(diagram: &Diagram, view: View, places: &[AreaId]) -> Self {
        let shows = |crop: &Self| {
            let part = crop.part();
            let part = part.shrink([FADE * part.height, 0.0]);
            places
                .iter()
                .filter_map(|place| diagram.anchor(view, Side::Right, *place))
                .all(|anchor| part.contains(Point::new(anchor.x, anchor.y)))
        };
        [Self::Thumbnail, Self::Joint]
            .into_iter()
            .find(shows)
            .unwrap_or(Self::Whole)
    }
}

/// What the picture shows.
pub struct KneePicture<'a> {
    /// The places.
    pub diagram: &'a Diagram,
    /// From where.
    pub view: View,
    /// Whose knee.
    pub leg: Side,
    /// The drawing, if it is ready.
    pub picture: Option<&'a image::Handle>,
    /// Which part of it.
    pub crop: Crop,
    /// The places that are lit.
    pub lit: &'a [AreaId],
    /// Whether they have numbers, in their order.
    pub is_numbered: bool,
}

/// Shows the knee in a well, as large as there is room.
pub fn knee_picture<'a, Message: 'a>(knee: KneePicture<'a>) -> Element<'a, Message> {
    knee_picture_on(knee, |tokens| tokens.sunken)
}

/// Shows the knee on a ground of this colour, into which its cut ends fade.
pub fn knee_picture_on<'a, Message: 'a>(
    knee: KneePicture<'a>,
    ground: fn(&Tokens) -> Color,
) -> Element<'a, Message> {
    Element::new(Picture { knee, ground })
}

/// How the drawing lies in the room it has.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Fit {
    /// Logical pixels for each unit of the view box.
    scale: f32,
    /// Where the view box begins, in logical pixels.
    origin: Vector,
}

impl Fit {
    /// The part as large as it fits, in the middle.
    fn of(crop: Crop, leg: Side, room: Size) -> Self {
        let part = crop.part();
        let scale = (room.width / part.width).min(room.height / part.height);
        let middle = diagram::Point {
            x: part.center_x(),
            y: part.center_y(),
        };
        let middle = middle.mirrored_for(leg);
        Self {
            scale,
            origin: Vector::new(
                room.width / 2.0 - middle.x * scale,
                room.height / 2.0 - middle.y * scale,
            ),
        }
    }

    /// Where a point of the view box lies in the room.
    fn place(&self, point: diagram::Point) -> Point {
        Point::new(
            self.origin.x + point.x * self.scale,
            self.origin.y + point.y * self.scale,
        )
    }

    /// Where the whole drawing lies.
    fn drawing(&self) -> Rectangle {
        let size = Size::new(diagram::WIDTH * self.scale, diagram::HEIGHT * self.scale);
        Rectangle::new(Point::ORIGIN + self.origin, size)
    }
}

struct Picture<'a> {
    knee: KneePicture<'a>,
    ground: fn(&Tokens) -> Color,
}

#[derive(Default)]
struct State {
    cache: KeyedCache<u64>,
    /// What the kept drawing shows.
    shown: RefCell<Option<Shown>>,
    turn: Cell<u64>,
}

/// What a drawing depends on.
#[derive(PartialEq)]
struct Shown {
    view: View,
    leg: Side,
    crop: Crop,
    lit: Vec<AreaId>,
    is_numbered: bool,
    ground: Color,
    is_dark: bool,
    size: Size,
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
        let bounds = layout.bounds();
        let Some(seen) = bounds.intersection(viewport) else {
            return;
        };
        if bounds.width < 1.0 || bounds.height < 1.0 {
            return;
        }
        let knee = &self.knee;
        let fit = Fit::of(knee.crop, knee.leg, bounds.size());
        // Each in a layer of its own: in one layer, pictures lie above drawings.
        if let Some(picture) = knee.picture {
            let picture = drawn::Image {
                border_radius: rounding(bounds.size()).into(),
                ..drawn::Image::new(picture)
            };
            let lies = fit.drawing() + Vector::new(bounds.x, bounds.y);
            // The software renderer does not round pictures.
            let clear_of_corners = bounds.shrink([hidden(bounds.size()), 0.0]);
            if let Some(seen) = clear_of_corners.intersection(&seen) {
                renderer.with_layer(seen, |renderer| renderer.draw_image(picture, lies, bounds));
            }
        }
        let sheet = self.sheet(tree.state.downcast_ref(), renderer, theme, bounds.size());
        renderer.with_layer(seen, |renderer| {
            renderer.with_translation(Vector::new(bounds.x, bounds.y), |renderer| {
                renderer.draw_geometry(sheet);
            });
        });
    }
}

/// The radius of the corners of a picture. A ground that is rounded more has a margin.
fn rounding(size: Size) -> f32 {
    (size.width.min(size.height) * ROUNDED).min(radius::CARD)
}

/// How much of each cut end is hidden wholly: the height of its rounded corners, where they are steep.
fn hidden(size: Size) -> f32 {
    rounding(size) * 0.3
}

impl Picture<'_> {
    /// What lies on the drawing, kept until it changes.
    fn sheet(
        &self,
        state: &State,
        renderer: &Renderer,
        theme: &Theme,
        size: Size,
    ) -> iced::widget::canvas::Geometry {
        let knee = &self.knee;
        let tokens = Tokens::of(theme);
        let ground = (self.ground)(tokens);
        let shown = Shown {
            view: knee.view,
            leg: knee.leg,
            crop: knee.crop,
            lit: knee.lit.to_vec(),
            is_numbered: knee.is_numbered,
            ground,
            is_dark: theme.extended_palette().is_dark,
            size,
        };
        let mut last = state.shown.borrow_mut();
        if last.as_ref() != Some(&shown) {
            *last = Some(shown);
            state.turn.set(state.turn.get() + 1);
        }
        state.cache.draw(renderer, size, state.turn.get(), |frame| {
            knee.draw(frame, tokens, ground);
        })
    }
}

impl KneePicture<'_> {
    fn draw(&self, frame: &mut Frame, tokens: &Tokens, ground: Color) {
        let fit = Fit::of(self.crop, self.leg, frame.size());
        for place in self.lit {
            self.light(frame, &fit, *place, tokens.mark);
        }
        fade(frame, ground);
        if self.is_numbered {
            badge::draw(self, frame, &fit, tokens);
        }
    }

    /// A place in the accent, with a line and a halo.
    fn light(&self, frame: &mut Frame, fit: &Fit, place: AreaId, accent: Color) {
        let at = |point: diagram::Point| fit.place(point.mirrored_for(self.leg));
        let strokes = self.diagram.outline(self.view, place);
        if strokes.is_empty() {
            return;
        }
        let outline = Path::new(|path| trace(path, strokes, at));
        let fill = Color { a: 0.5, ..accent };
        frame.fill(&outline, Fill::from(fill));
        let white = Color {
            a: 0.9,
            ..Color::WHITE
        };
        // Lines keep some weight where the knee is drawn small.
        let scale = fit.scale.max(0.25);
        frame.stroke(&outline, line_of(white, 6.0 * scale));
        frame.stroke(&outline, line_of(accent, 3.0 * scale));
    }
}

fn trace(
    path: &mut path::Builder,
    strokes: &[diagram::Stroke],
    at: impl Fn(diagram::Point) -> Point,
) {
    for stroke in strokes {
        match *stroke {
            diagram::Stroke::MoveTo(to) => path.move_to(at(to)),
            diagram::Stroke::LineTo(to) => path.line_to(at(to)),
            diagram::Stroke::CurveTo(first, second, to) => {
                path.bezier_curve_to(at(first), at(second), at(to));
            }
            diagram::Stroke::Close => path.close(),
        }
    }
}

fn line_of(colour: Color, width: f32) -> Stroke<'static> {
    Stroke::default()
        .with_color(colour)
        .with_width(width)
        .with_line_join(LineJoin::Round)
}

/// The ground above both cut ends, less and less of it towards the middle.
fn fade(frame: &mut Frame, ground: Color) {
    let Size { width, height } = frame.size();
    let deep = FADE * height;
    let corner = rounding(frame.size());
    let hidden = hidden(frame.size());
    let clear = Color { a: 0.0, ..ground };
    let strip = Size::new(width, deep.max(corner));
    for (outer, inner, top, corners) in [
        (hidden, deep, 0.0, [corner, corner, 0.0, 0.0]),
        (
            height - hidden,
            height - deep,
            height - strip.height,
            [0.0, 0.0, corner, corner],
        ),
    ] {
        let gradient = Linear::new(Point::new(0.0, outer), Point::new(0.0, inner))
            .add_stop(0.0, ground)
            .add_stop(1.0, clear);
        let [top_left, top_right, bottom_right, bottom_left] = corners;
        let path = Path::rounded_rectangle(
            Point::new(0.0, top),
            strip,
            iced::border::Radius {
                top_left,
                top_right,
                bottom_right,
                bottom_left,
            },
        );
        frame.fill(&path, Gradient::from(gradient));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(fit: Fit, x: f32, y: f32) -> Point {
        fit.place(diagram::Point { x, y })
    }

    #[test]
    fn a_part_fills_the_height_and_is_never_stretched() {
        for (crop, top, bottom) in [
            (Crop::Joint, 190.0, 610.0),
            (Crop::Thumbnail, 230.0, 570.0),
            (Crop::Whole, 60.0, 740.0),
        ] {
            let fit = Fit::of(crop, Side::Right, Size::new(900.0, 340.0));
            assert!((at(fit, 300.0, top).y).abs() < 0.01, "{crop:?}");
            assert!((at(fit, 300.0, bottom).y - 340.0).abs() < 0.01, "{crop:?}");
            assert!((at(fit, 300.0, 400.0).x - 450.0).abs() < 0.01, "{crop:?}");
            let drawing = fit.drawing();
            assert!((drawing.width / drawing.height - 0.75).abs() < 0.001);
        }
    }

    #[test]
    fn a_narrow_room_shows_the_whole_breadth_of_the_part() {
        let fit = Fit::of(Crop::Joint, Side::Right, Size::new(90.0, 400.0));
        assert_eq!(fit.scale, 0.25);
        assert!(at(fit, 120.0, 400.0).x.abs() < 0.01);
        assert!((at(fit, 480.0, 400.0).x - 90.0).abs() < 0.01);
    }

    #[test]
    fn the_left_leg_is_the_mirror_of_the_right() {
        let room = Size::new(264.0, 300.0);
        for crop in [Crop::Joint, Crop::Thumbnail, Crop::Whole] {
            let [right, left] = [Side::Right, Side::Left].map(|leg| Fit::of(crop, leg, room));
            for (x, y) in [(120.0, 190.0), (222.0, 348.0), (430.0, 600.0)] {
                let point = diagram::Point { x, y };
                let seen = right.place(point);
                let mirrored = left.place(point.mirrored_for(Side::Left));
                assert!((seen.x + mirrored.x - room.width).abs() < 0.01);
                assert_eq!(seen.y, mirrored.y);
            }
        }
    }

    #[test]
    fn a_part_is_as_close_as_what_is_lit_allows() {
        let (knowledge, _) = crate::content::knowledge();
        let around = |ids: &[&str]| {
            let places: Vec<_> = ids.iter().filter_map(|id| AreaId::with_id(id)).collect();
            assert_eq!(places.len(), ids.len());
            Crop::around(knowledge.diagram(), View::Front, &places)
        };
        assert_eq!(around(&["patella"]), Crop::Thumbnail);
        assert_eq!(around(&["patella", "pes-anserine"]), Crop::Joint);
        assert_eq!(around(&["patella", "gastrocnemius-medial"]), Crop::Whole);
        assert_eq!(around(&[]), Crop::Thumbnail);
    }
}
