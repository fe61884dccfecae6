//! Marking: the drawing, what was marked, the list beside it, and the way on.

use iced::widget::{Id, column, container, pin, responsive, row, space, stack};
use iced::{Center, Element, Fill, Point, Rectangle, Size};

use super::choice::{Choice, Lead, choice};
use super::drawing::{knee_name, seen_from, view_name};
use super::{Drawing, KneeMap, Message, WAY};
use crate::app::control::{Arrow, Kind, Place, control, places};
use crate::app::screen::Viewport;
use crate::app::shortcut::Stroke;
use crate::app::theme::size::{gap, target};
use crate::app::theme::{self, type_role};
use crate::app::widget::page::{Room, filling};
use crate::app::widget::{Icon, KneeDiagram, Section, WindowSize, button, card, picker, segmented};
use crate::knee::{AreaId, Direction, View};
use crate::side::Side;
use crate::words::knee_map as words;

/// The list that scrolls.
pub const LIST: Id = Id::new("places");

/// In less room, in logical pixels, the list stands below the drawing and the page scrolls.
const LEAST: Size = Size::new(560.0, 400.0);
/// How wide the card with the drawing is, in logical pixels.
const SMALL: f32 = 330.0;
const MEDIUM: f32 = 500.0;
const LARGE: f32 = 620.0;
/// How wide the list is at least beside it.
const LIST_SMALL: f32 = 240.0;
const LIST_BESIDE: f32 = 340.0;
/// How high the drawing is above the list, and how high the list is then.
const DRAWING_ABOVE: f32 = 360.0;
const LIST_BELOW: f32 = 340.0;

/// How far the ring around a place is from its middle, in logical pixels.
const SPOT: f32 = 18.0;

/// What a place on the drawing is in the code.
pub(super) fn spot_id(place: AreaId) -> Id {
    Id::from(format!("spot {}", place.id()))
}

/// A view by its name, to pick.
#[derive(Clone, Copy, PartialEq)]
struct NamedView(View);

impl std::fmt::Display for NamedView {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(view_name(self.0))
    }
}

const NAMED_VIEWS: [NamedView; 4] = [
    NamedView(View::Front),
    NamedView(View::Lateral),
    NamedView(View::Medial),
    NamedView(View::Back),
];

impl KneeMap {
    pub(super) fn marking<'a>(&'a self, viewport: &Viewport) -> Element<'a, Message> {
        let viewport = *viewport;
        filling(LEAST, move |room| match room {
            Room::Enough(room) => self.marking_beside(&viewport, room),
            Room::Little(_) => column![
                container(self.drawing_card(&viewport, true)).height(DRAWING_ABOVE),
                container(self.list_card(&viewport)).height(LIST_BELOW),
                self.whole_knee(true),
                self.go(true),
            ]
            .spacing(gap::S)
            .into(),
        })
    }

    /// The list beside the drawing, which gives it the room that it needs.
    fn marking_beside<'a>(&'a self, viewport: &Viewport, room: Size) -> Element<'a, Message> {
        let size = viewport.size();
        let (wide, list, spacing) = match size {
            WindowSize::Small => (SMALL, LIST_SMALL, gap::S),
            WindowSize::Medium => (MEDIUM, LIST_BESIDE, gap::M),
            WindowSize::Large => (LARGE, LIST_BESIDE, gap::M),
        };
        let wide = wide.min(room.width - spacing - list);
        let is_small = size == WindowSize::Small || wide < MEDIUM;
        let panel = column![
            self.list_card(viewport),
            self.whole_knee(is_small),
            self.go(is_small),
        ]
        .spacing(gap::S);
        row![
            container(self.drawing_card(viewport, is_small)).width(wide),
            panel
        ]
        .spacing(spacing)
        .into()
    }

    fn drawing_card<'a>(&'a self, viewport: &Viewport, is_small: bool) -> Element<'a, Message> {
        let padding = if is_small { 12 } else { 16 };
        let controls =
            row![self.views(is_small), space::horizontal(), self.layers(),].align_y(Center);
        let viewport = *viewport;
        let drawing = responsive(move |room| self.marked_drawing(&viewport, room));
        card(column![controls, drawing, self.drawing_foot(is_small)].spacing(gap::XS))
            .style(theme::container::panel)
            .padding(padding)
            .width(Fill)
            .height(Fill)
            .into()
    }

    fn views<'a>(&'a self, is_small: bool) -> Element<'a, Message> {
        if is_small {
            let picked = picker(&NAMED_VIEWS, Some(NamedView(self.view)), |named| {
                Message::View(named.0)
            });
            // Its menu is for the pointer: arrows go on to the next view.
            let here = View::ALL.iter().position(|view| *view == self.view);
            let beside = |by: usize| {
                let place = (here.unwrap_or_default() + by) % View::ALL.len();
                Message::View(View::ALL[place])
            };
            let (before, after) = (beside(View::ALL.len() - 1), beside(1));
            return control(Kind::Slider, picked)
                .name(words::view())
                .value(view_name(self.view))
                .radius(theme::size::radius::CONTROL)
                .key(Stroke::Left, before.clone())
                .key(Stroke::Up, before)
                .key(Stroke::Right, after.clone())
                .key(Stroke::Down, after)
                .into();
        }
        let views = View::ALL.map(|view| (view, view_name(view)));
        segmented(words::view(), views, Some(self.view), Message::View)
    }

    /// The drawing to mark, in a room of this size, with the name of what is pointed at beside the leg, or else below.
    fn marked_drawing<'a>(&'a self, viewport: &Viewport, room: Size) -> Element<'a, Message> {
        /// The height of the words below the drawing, in logical pixels.
        const WORDS: f32 = 22.0;
        let is_small = viewport.size() == WindowSize::Small;
        let below = WORDS;
        let drawing = Drawing {
            view: self.view,
            leg: self.leg,
            layer: self.layer(),
        };
        let knee = KneeDiagram {
            section: match (is_small, self.is_whole_leg) {
                (_, true) => Section::LEG,
                (true, false) => Section::JOINT,
                (false, false) => Section::KNEE,
            },
            pointed: self.pointed,
            ..self.knee(drawing, viewport)
        };
        let room = Size::new(room.width, room.height - below);
        let name = self
            .pointed
            .map(|pointed| self.knowledge.place(pointed.place).name.as_str());
        let label = self
            .pointed
            .and_then(|pointed| knee.label(room, pointed.place));
        let beside = label.zip(name).map(|(label, name)| {
            let words = container(
                type_role::SMALL
                    .with_font(theme::font::SEMIBOLD)
                    .with_line(1.3)
                    .text(name),
            )
            .padding([gap::XS, gap::S])
            .style(theme::container::tooltip);
            let words = container(words)
                .width(label.bounds.width)
                .height(label.bounds.height)
                .center_y(label.bounds.height);
            let words = if label.is_right {
                words
            } else {
                words.align_right(label.bounds.width)
            };
            pin(words).x(label.bounds.x).y(label.bounds.y)
        });
        let spots = self.spots(&knee);
        let watched = self.watched(knee, drawing, Some(Message::Gesture));
        let knee = self.reached(watched, spots);
        let [left, right] = sides(self.view, self.leg);
        let faint = |words| type_role::caption(words).style(theme::text::faint);
        let below_name = name.filter(|_| label.is_none()).map(|name| {
            type_role::CAPTION
                .with_font(theme::font::SEMIBOLD)
                .text(name)
        });
        column![
            stack![knee, beside].width(Fill).height(Fill),
            row![
                faint(left),
                container(below_name).center_x(Fill),
                faint(right)
            ]
            .height(below),
        ]
        .into()
    }

    /// The places of a drawing as controls: arrows lead from place to place as they lie.
    fn reached<'a>(
        &'a self,
        knee: Element<'a, Message>,
        spots: impl Fn(Size) -> Vec<(AreaId, Point)> + Clone + 'a,
    ) -> Element<'a, Message> {
        let in_order = spots(Size::new(1.0, 1.0)).into_iter();
        let in_order: Vec<_> = in_order.map(|(place, _)| place).collect();
        let told = in_order.clone();
        let lay_out = move |room: Size| {
            let spots = spots(room).into_iter();
            let place = |(place, at): (AreaId, Point)| Place {
                id: spot_id(place),
                name: self.knowledge.place(place).name.as_str().into(),
                is_on: self.story().marks.contains(&place),
                bounds: Rectangle::new(at, Size::ZERO).expand(SPOT),
                at,
            };
            spots.map(place).collect()
        };
        let step = move |from: usize, arrow: Arrow| {
            let direction = match arrow {
                Arrow::Left => Direction::Left,
                Arrow::Right => Direction::Right,
                Arrow::Up => Direction::Up,
                Arrow::Down => Direction::Down,
            };
            let diagram = self.knowledge.diagram();
            let next = diagram.step(self.view, self.leg, *in_order.get(from)?, direction)?;
            in_order.iter().position(|place| *place == next)
        };
        let on_point = move |place: Option<usize>| {
            Message::Walk(place.and_then(|place| told.get(place).copied()))
        };
        places(knee_name(self.leg), knee, lay_out, step, on_point)
    }

    /// Where the places of a drawing are seen in a room, those of a row from left to right.
    fn spots<'a>(
        &'a self,
        knee: &KneeDiagram<'a>,
    ) -> impl Fn(Size) -> Vec<(AreaId, Point)> + Clone + use<'a> {
        let order = self.knowledge.diagram().reading_order(self.view, self.leg);
        let place_of = knee.places_in();
        move |room| {
            let order = order.iter();
            order
                .filter_map(|place| Some((*place, place_of(room, *place)?)))
                .collect()
        }
    }

    fn drawing_foot<'a>(&'a self, is_small: bool) -> Element<'a, Message> {
        let caption = (!is_small).then(|| {
            let caption = words::caption(knee_name(self.leg), seen_from(self.view));
            type_role::small(caption).style(theme::text::soft)
        });
        let quiet = |label: &'static str, icon: Option<Icon>| {
            let mut quiet = button(label).quiet().small();
            if let (Some(icon), false) = (icon, is_small) {
                quiet = quiet.icon(icon);
            }
            quiet
        };
        let whole = if self.is_whole_leg {
            words::joint_only()
        } else {
            words::whole_leg()
        };
        let whole = is_small.then(|| quiet(whole, None).on_press(Message::WholeLeg));
        let undo = quiet(words::undo(), Some(Icon::Undo2))
            .on_press_maybe(self.story().is_marked().then_some(Message::Undo));
        row![
            container(caption).width(Fill),
            quiet(words::change_knee(), None).on_press(Message::ChangeKnee),
            whole,
            undo,
        ]
        .align_y(Center)
        .height(target::SMALL)
        .into()
    }

    fn whole_knee<'a>(&'a self, is_small: bool) -> Element<'a, Message> {
        choice(Choice {
            lead: Lead::Square,
            title: if is_small {
                words::whole_knee_short()
            } else {
                words::whole_knee()
            },
            line: None,
            key: Some("0".to_owned()),
            is_on: self.story().is_everywhere,
            is_large: false,
            message: Message::Everywhere,
        })
    }

    /// The way on, which says what is missing.
    fn go<'a>(&'a self, is_small: bool) -> Element<'a, Message> {
        let spots = self.story().spots();
        let label = match (spots, is_small) {
            (0, _) => words::mark_one().to_owned(),
            (_, true) => words::go_on().to_owned(),
            (_, false) => words::continue_with(spots),
        };
        button(label)
            .primary()
            .large()
            .wide()
            .icon_after(Icon::ArrowRight)
            .id(WAY)
            .initial()
            .on_press_maybe((spots > 0).then_some(Message::Continue))
            .into()
    }

    /// The places of this view from top to bottom, those of the knee first.
    pub(super) fn places(&self) -> Vec<AreaId> {
        let mut places = self.knowledge.diagram().reading_order(self.view, self.leg);
        places.sort_by_key(|place| !self.knowledge.place(*place).is_of_the_knee());
        places
    }

    /// How far down the list the newest mark is, from 0 to 1, where there is one.
    pub fn reach(&self) -> Option<f32> {
        if self.stage != super::Stage::Marking {
            return None;
        }
        let places = self.places();
        let place = self.newest?;
        if !self.knowledge.place(place).is_of_the_knee() {
            // What is said about it stands at the end.
            return Some(1.0);
        }
        let index = places.iter().position(|known| *known == place)?;
        Some(index as f32 / places.len().saturating_sub(1).max(1) as f32)
    }
}

/// What lies to the left and to the right of the drawing, as the person sees it.
fn sides(view: View, leg: Side) -> [&'static str; 2] {
    let [left, right] = match view {
        View::Front => [words::outer(), words::inner()],
        View::Back => [words::inner(), words::outer()],
        View::Lateral => [words::back_view(), words::front()],
        View::Medial => [words::front(), words::back_view()],
    };
    match leg {
        Side::Right => [left, right],
        Side::Left => [right, left],
    }
}
