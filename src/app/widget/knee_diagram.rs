//! The knee with its places: the picture, what is marked, and what the pointer or the keyboard is on.

mod fit;
mod paint;
mod placing;
mod rings;
mod shapes;

use iced::advanced::mouse;
use iced::widget::canvas::{self, Action, Canvas, Event, Geometry};
use iced::widget::{Space, image, stack};
use iced::{Element, Rectangle, Renderer, Size, Theme, touch};

use super::canvas::KeyedCache;
use crate::app::theme::Tokens;
use crate::knee::{AreaId, Diagram, View};
use crate::side::Side;

use fit::Fit;
pub use fit::Section;
pub use placing::{Badge, Label};
pub use shapes::Shapes;

/// How far beside a place a press still means it, in logical pixels.
const SNAP: f32 = 14.0;

/// What the pointer or the keyboard is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pointed {
    /// The place.
    pub place: AreaId,
    /// Whether the keyboard brought one there.
    pub by_key: bool,
}

/// When the places have outlines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outlines {
    /// As long as nobody knows that they can be clicked.
    Always,
    /// While the pointer is over the drawing, or the keyboard moves in it.
    WhileUsed,
    /// Where they can only be looked at.
    Never,
}

/// What the diagram shows.
pub struct KneeDiagram<'a> {
    /// The places.
    pub diagram: &'a Diagram,
    /// The measures of their outlines.
    pub shapes: &'a Shapes,
    /// From where.
    pub view: View,
    /// Whose knee.
    pub leg: Side,
    /// The picture, if it is ready.
    pub picture: Option<&'a image::Handle>,
    /// Which part of it.
    pub section: Section,
    /// Whether the section fills its room and ends with it; otherwise it fades out above and below.
    pub fills_room: bool,
    /// When places have outlines.
    pub outlines: Outlines,
    /// What is marked, in the order of its numbers.
    pub marked: &'a [AreaId],
    /// The place a question is about.
    pub lit: Option<AreaId>,
    /// Whether the rings around that place stand still from the start.
    pub is_still: bool,
    /// What the pointer or the keyboard is on.
    pub pointed: Option<Pointed>,
}

/// What a person does with the diagram.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gesture {
    /// The pointer is over a place now, or over none.
    Point(Option<AreaId>),
    /// A place was pressed.
    Press(AreaId),
}

/// Draws a section of the knee. Without `on_gesture` it can only be looked at.
pub fn knee_diagram<'a, Message: 'a>(
    knee: KneeDiagram<'a>,
    on_gesture: Option<impl Fn(Gesture) -> Message + 'a>,
) -> Element<'a, Message> {
    let picture = paint::Picture {
        handle: knee.picture.cloned(),
        framing: knee.framing(),
    };
    let rings = rings::Rings::of(&knee);
    let sheet = Sheet {
        knee,
        on_gesture: on_gesture.map(|on| Box::new(on) as Box<dyn Fn(Gesture) -> Message + 'a>),
    };
    // Only what lies above the base of a stack is cut where it ends. The picture has its layer whether it is there or not,
    // so that what the canvas remembers stays.
    stack![
        Space::new().width(iced::Fill).height(iced::Fill),
        Canvas::new(picture).width(iced::Fill).height(iced::Fill),
        Canvas::new(sheet).width(iced::Fill).height(iced::Fill),
        rings.map(|rings| Canvas::new(rings).width(iced::Fill).height(iced::Fill)),
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
    /// Whether the pointer is over the drawing.
    is_over: bool,
}

/// What a drawing depends on.
#[derive(PartialEq)]
struct Shown {
    view: View,
    leg: Side,
    section: Section,
    marked: Vec<AreaId>,
    lit: Option<AreaId>,
    pointed: Option<Pointed>,
    has_outlines: bool,
    is_dark: bool,
    size: Size,
}

impl<Message> Sheet<'_, Message> {
    fn hit(&self, bounds: Rectangle, cursor: mouse::Cursor) -> Option<AreaId> {
        let fit = self.knee.fit(bounds.size());
        let point = fit.point_at(cursor.position_in(bounds)?);
        let KneeDiagram {
            diagram,
            view,
            leg,
            section,
            ..
        } = self.knee;
        let is_shown = (section.top..=section.top + section.height).contains(&point.y);
        is_shown
            .then(|| diagram.hit(view, leg, point, SNAP / fit.scale))
            .flatten()
    }
}

impl<Message> canvas::Program<Message> for Sheet<'_, Message> {
    type State = State;

    fn update(
        &self,
        state: &mut State,
        event: &Event,
        bounds: Rectangle,
        cursor: mouse::Cursor,
    ) -> Option<Action<Message>> {
        let on = self.on_gesture.as_ref()?;
        match event {
            Event::Mouse(mouse::Event::CursorMoved { .. } | mouse::Event::CursorLeft) => {
                let is_over = cursor.is_over(bounds);
                let is_other = std::mem::replace(&mut state.is_over, is_over) != is_over;
                let hit = self.hit(bounds, cursor);
                let pointed = self
                    .knee
                    .pointed
                    .filter(|pointed| !pointed.by_key)
                    .map(|pointed| pointed.place);
                // The keyboard keeps its place until the pointer finds another.
                let is_news = hit != pointed && (hit.is_some() || pointed.is_some());
                if is_news {
                    Some(Action::publish(on(Gesture::Point(hit))))
                } else {
                    is_other.then(Action::request_redraw)
                }
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
        let has_outlines = match knee.outlines {
            Outlines::Always => true,
            Outlines::WhileUsed => {
                state.is_over || knee.pointed.is_some_and(|pointed| pointed.by_key)
            }
            Outlines::Never => false,
        };
        let shown = Shown {
            view: knee.view,
            leg: knee.leg,
            section: knee.section,
            marked: knee.marked.to_vec(),
            lit: knee.lit,
            pointed: knee.pointed,
            has_outlines,
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
                knee.draw(frame, Tokens::of(theme), has_outlines);
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
