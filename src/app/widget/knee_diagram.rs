//! The knee with its places: the picture, what is marked, and what the pointer or the keyboard is on.

use iced::advanced::mouse;
use iced::alignment::Vertical;
use iced::widget::canvas::{self, Action, Canvas, Event, Fill, Geometry, LineJoin, Path, Text};
use iced::widget::canvas::{LineDash, Stroke};
use iced::widget::{container, image, stack};
use iced::{Color, Element, Point, Rectangle, Renderer, Size, Theme, Vector, touch};

use super::canvas::KeyedCache;
use crate::app::theme::{Tokens, font};
use crate::knee::{Diagram, Leg, PlaceId, View, diagram};

/// How far beside a place a press still means it, in logical pixels.
const SNAP: f32 = 14.0;
/// The diameter of a numbered pin, in logical pixels.
const PIN: f32 = 26.0;

/// How the diagram lies in the room it has.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fit {
    /// Logical pixels for each unit of the view box.
    pub scale: f32,
    /// Where the view box begins, in logical pixels.
    pub origin: Vector,
}

impl Fit {
    /// As large as it can be, in the middle.
    pub fn within(room: Size) -> Self {
        let scale = (room.width / diagram::WIDTH).min(room.height / diagram::HEIGHT);
        Self {
            scale,
            origin: Vector::new(
                (room.width - diagram::WIDTH * scale) / 2.0,
                (room.height - diagram::HEIGHT * scale) / 2.0,
            ),
        }
    }

    /// The size of the picture, in logical pixels.
    pub fn size(&self) -> Size {
        Size::new(diagram::WIDTH * self.scale, diagram::HEIGHT * self.scale)
    }

    /// Where a point of the view box lies in the room.
    pub fn place(&self, point: diagram::Point) -> Point {
        Point::new(
            self.origin.x + point.x * self.scale,
            self.origin.y + point.y * self.scale,
        )
    }

    fn point_at(&self, place: Point) -> diagram::Point {
        diagram::Point {
            x: (place.x - self.origin.x) / self.scale,
            y: (place.y - self.origin.y) / self.scale,
        }
    }
}

/// What the pointer or the keyboard is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pointed {
    /// The place.
    pub place: PlaceId,
    /// Whether the keyboard brought one there.
    pub by_key: bool,
}

/// What the diagram shows.
pub struct KneeDiagram<'a> {
    /// The places.
    pub diagram: &'a Diagram,
    /// From where.
    pub view: View,
    /// Whose knee.
    pub leg: Leg,
    /// The picture, if it is ready.
    pub picture: Option<&'a image::Handle>,
    /// What is marked, in the order of its numbers.
    pub marked: &'a [PlaceId],
    /// What the pointer or the keyboard is on.
    pub pointed: Option<Pointed>,
}

/// What a person does with the diagram.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gesture {
    /// The pointer is over a place now, or over none.
    Point(Option<PlaceId>),
    /// A place was pressed.
    Press(PlaceId),
}

/// Draws the knee as large as there is room. Without `on_gesture` it can only be looked at.
pub fn knee_diagram<'a, Message: 'a>(
    knee: KneeDiagram<'a>,
    on_gesture: Option<impl Fn(Gesture) -> Message + 'a>,
) -> Element<'a, Message> {
    let picture = knee.picture.map(|handle| {
        container(
            image(handle)
                .width(iced::Fill)
                .height(iced::Fill)
                .content_fit(iced::ContentFit::Contain),
        )
        .width(iced::Fill)
        .height(iced::Fill)
    });
    let sheet = Canvas::new(Sheet {
        knee,
        on_gesture: on_gesture.map(|on| Box::new(on) as Box<dyn Fn(Gesture) -> Message + 'a>),
    })
    .width(iced::Fill)
    .height(iced::Fill);

    // The picture lies in the base of the stack whether it is there or not, so that what the canvas remembers stays.
    stack![
        container(picture).width(iced::Fill).height(iced::Fill),
        sheet
    ]
    .clip(true)
    .into()
}

struct Sheet<'a, Message> {
    knee: KneeDiagram<'a>,
    on_gesture: Option<Box<dyn Fn(Gesture) -> Message + 'a>>,
}

#[derive(Default)]
struct State {
    cache: KeyedCache<u64>,
    /// What the kept drawing shows.
    shown: std::cell::RefCell<Option<Shown>>,
    turn: std::cell::Cell<u64>,
}

/// What a drawing depends on.
#[derive(PartialEq)]
struct Shown {
    view: View,
    leg: Leg,
    marked: Vec<PlaceId>,
    pointed: Option<Pointed>,
    is_dark: bool,
    size: Size,
}

impl<Message> Sheet<'_, Message> {
    fn hit(&self, bounds: Rectangle, cursor: mouse::Cursor) -> Option<PlaceId> {
        let fit = Fit::within(bounds.size());
        let point = fit.point_at(cursor.position_in(bounds)?);
        let KneeDiagram {
            diagram, view, leg, ..
        } = self.knee;
        diagram.hit(view, leg, point, SNAP / fit.scale)
    }
}

impl<Message> canvas::Program<Message> for Sheet<'_, Message> {
    type State = State;

    fn update(
        &self,
        _state: &mut State,
        event: &Event,
        bounds: Rectangle,
        cursor: mouse::Cursor,
    ) -> Option<Action<Message>> {
        let on = self.on_gesture.as_ref()?;
        match event {
            Event::Mouse(mouse::Event::CursorMoved { .. } | mouse::Event::CursorLeft) => {
                let hit = self.hit(bounds, cursor);
                let pointed = self
                    .knee
                    .pointed
                    .filter(|pointed| !pointed.by_key)
                    .map(|pointed| pointed.place);
                // The keyboard keeps its place until the pointer finds another.
                let is_news = hit != pointed && (hit.is_some() || pointed.is_some());
                is_news.then(|| Action::publish(on(Gesture::Point(hit))))
            }
            Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Left))
            | Event::Touch(touch::Event::FingerPressed { .. }) => {
                let hit = self.hit(bounds, cursor)?;
                Some(Action::publish(on(Gesture::Press(hit))).and_capture())
            }
            _ => None,
        }
    }

    fn draw(
        &self,
        state: &State,
        renderer: &Renderer,
        theme: &Theme,
        bounds: Rectangle,
        _cursor: mouse::Cursor,
    ) -> Vec<Geometry> {
        let knee = &self.knee;
        let shown = Shown {
            view: knee.view,
            leg: knee.leg,
            marked: knee.marked.to_vec(),
            pointed: knee.pointed,
            is_dark: theme.extended_palette().is_dark,
            size: bounds.size(),
        };
        let mut last = state.shown.borrow_mut();
        if last.as_ref() != Some(&shown) {
            *last = Some(shown);
            state.turn.set(state.turn.get() + 1);
        }
        let geometry = state
            .cache
            .draw(renderer, bounds.size(), state.turn.get(), |frame| {
                knee.draw(frame, Tokens::of(theme));
            });
        vec![geometry]
    }

    fn mouse_interaction(
        &self,
        _state: &State,
        bounds: Rectangle,
        cursor: mouse::Cursor,
    ) -> mouse::Interaction {
        if self.on_gesture.is_some() && self.hit(bounds, cursor).is_some() {
            mouse::Interaction::Pointer
        } else {
            mouse::Interaction::None
        }
    }
}

impl KneeDiagram<'_> {
    fn draw(&self, frame: &mut canvas::Frame, tokens: &Tokens) {
        let fit = Fit::within(frame.size());
        let accent = tokens.knee_accent;
        for place in self.marked {
            self.highlight(frame, &fit, *place, (accent, 0.50), 3.0, 6.0);
        }
        if let Some(pointed) = self.pointed {
            let (fill, line, halo) = match (pointed.by_key, self.marked.contains(&pointed.place)) {
                (_, true) => (0.12, 3.0, 6.0),
                (true, false) => (0.26, 3.0, 6.0),
                (false, false) => (0.26, 1.8, 4.2),
            };
            self.highlight(frame, &fit, pointed.place, (accent, fill), line, halo);
            if pointed.by_key {
                self.outline(frame, &fit, pointed.place, |frame, path| {
                    let dashes = Stroke {
                        line_dash: LineDash {
                            segments: &[6.0, 4.0],
                            offset: 0,
                        },
                        ..line_of(Color::WHITE, 3.0 * fit.scale.max(0.5))
                    };
                    frame.stroke(path, dashes);
                });
            }
        }
        for (index, place) in self.marked.iter().enumerate() {
            if let Some(anchor) = self.diagram.anchor(self.view, self.leg, *place) {
                let number = (index + 1).to_string();
                pin(frame, fit.place(anchor), number, accent);
            }
        }
    }

    /// A place in the accent: filled this strongly, with a line and a halo of these widths in view-box units.
    fn highlight(
        &self,
        frame: &mut canvas::Frame,
        fit: &Fit,
        place: PlaceId,
        (accent, strength): (Color, f32),
        line: f32,
        halo: f32,
    ) {
        self.outline(frame, fit, place, |frame, path| {
            let fill = Color {
                a: strength,
                ..accent
            };
            frame.fill(path, Fill::from(fill));
            let white = Color {
                a: 0.9,
                ..Color::WHITE
            };
            // Lines keep their weight where the knee is drawn small.
            let scale = fit.scale.max(0.6);
            frame.stroke(path, line_of(white, halo * scale));
            frame.stroke(path, line_of(accent, line * scale));
        });
    }

    fn outline(
        &self,
        frame: &mut canvas::Frame,
        fit: &Fit,
        place: PlaceId,
        draw: impl FnOnce(&mut canvas::Frame, &Path),
    ) {
        let at = |point: diagram::Point| fit.place(point.mirrored_for(self.leg));
        let strokes = self.diagram.outline(self.view, place);
        if strokes.is_empty() {
            return;
        }
        let path = Path::new(|path| {
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
        });
        draw(frame, &path);
    }
}

fn line_of(colour: Color, width: f32) -> Stroke<'static> {
    Stroke::default()
        .with_color(colour)
        .with_width(width)
        .with_line_join(LineJoin::Round)
}

fn pin(frame: &mut canvas::Frame, at: Point, number: String, accent: Color) {
    frame.fill(&Path::circle(at, PIN / 2.0 + 2.5), Color::WHITE);
    frame.fill(&Path::circle(at, PIN / 2.0), accent);
    frame.fill_text(Text {
        content: number,
        position: at,
        color: Color::WHITE,
        size: 15.0.into(),
        font: font::SEMIBOLD,
        align_x: iced::widget::text::Alignment::Center,
        align_y: Vertical::Center,
        ..Text::default()
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_knee_is_as_large_as_it_fits_and_in_the_middle() {
        let fit = Fit::within(Size::new(400.0, 400.0));
        assert_eq!(fit.size(), Size::new(300.0, 400.0));
        assert_eq!(fit.origin, Vector::new(50.0, 0.0));
        let middle = diagram::Point { x: 300.0, y: 400.0 };
        assert_eq!(fit.place(middle), Point::new(200.0, 200.0));
        assert_eq!(fit.point_at(Point::new(200.0, 200.0)), middle);
    }
}
