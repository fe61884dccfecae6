//! Where the badges and the label go, so that they hide nothing that can be marked.

use iced::{Point, Rectangle, Size, Vector};

use super::fit::Framing;
use super::{Fit, KneeDiagram, Section};
use crate::knee::{AreaId, diagram};

/// The diameter of a badge, in logical pixels.
pub(super) const BADGE: f32 = 25.0;
/// The radius inside a place from which a badge lies on it, in view-box units.
const ROOMY: f32 = 30.0;
/// How far beside its place a badge lies at least, in view-box units.
const OUTWARD: f32 = 58.0;
/// How far a badge stays away from the leg, in view-box units.
const CLEAR: f32 = 24.0;
/// How much lower than its place a badge beside the leg lies, in view-box units.
const LOWER: f32 = 12.0;
/// How far apart the middles of two badges are at least, in logical pixels.
const APART: f32 = BADGE + 8.0;

/// The label of the place that is pointed at.
const LABEL: Size = Size::new(126.0, 72.0);
/// How far the label stays away from the leg and from badges, in logical pixels.
const LABEL_CLEAR: f32 = 6.0;
/// How far above or below its place the label stands at most, in steps of 8 logical pixels.
const LABEL_STEPS: u8 = 14;
/// What stands in the lower corners of the drawing, in logical pixels.
const CORNERS: f32 = 26.0;

/// Where a badge lies.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Badge {
    /// Its middle, in the room of the drawing.
    pub at: Point,
    /// The place it belongs to, where it does not lie on it.
    pub leader: Option<Point>,
}

/// Where the label stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Label {
    /// The room it has. Its text stands in the middle of the height, at the side of the leg.
    pub bounds: Rectangle,
    /// Whether it stands to the right of the leg.
    pub is_right: bool,
    /// The dot on the place.
    pub dot: Point,
}

impl<'a> KneeDiagram<'a> {
    pub(super) fn framing(&self) -> Framing {
        Framing {
            section: self.section,
            middle: self.shapes.middle(self.view, self.leg, self.section),
            fills_room: self.fills_room,
        }
    }

    pub(super) fn fit(&self, room: Size) -> Fit {
        self.framing().fit(room)
    }

    /// The size that the whole drawing has in a room: what to make its picture for.
    pub fn drawn_size(&self) -> impl Fn(Size) -> Size + Copy + use<> {
        let framing = self.framing();
        move |room| framing.fit(room).size()
    }

    /// Where the middle of a place is in a room of this size, if the section shows it.
    pub fn places_in(&self) -> impl Fn(Size, AreaId) -> Option<Point> + Clone + use<'a> {
        let framing = self.framing();
        let (diagram, view, leg) = (self.diagram, self.view, self.leg);
        move |room, place| {
            let anchor = diagram.anchor(view, leg, place)?;
            let Section { top, height, .. } = framing.section;
            (top..=top + height)
                .contains(&anchor.y)
                .then(|| framing.fit(room).place(anchor))
        }
    }

    /// How far the leg reaches between two heights of the room.
    fn leg_between(&self, fit: &Fit, top: f32, bottom: f32) -> Option<(f32, f32)> {
        let height = |y| fit.point_at(Point::new(0.0, y)).y;
        let (left, right) = self
            .shapes
            .reach(self.view, self.leg, height(top), height(bottom))?;
        let x = |x| fit.place(diagram::Point { x, y: 0.0 }).x;
        Some((x(left), x(right)))
    }

    /// Whether a place lies to the right of the middle of the leg, as it is drawn.
    fn is_right(&self, place: diagram::Point) -> bool {
        let reach = (self.shapes).reach(self.view, self.leg, place.y - 10.0, place.y + 10.0);
        reach.is_none_or(|(left, right)| place.x >= (left + right) / 2.0)
    }

    /// Where the badges of the marks lie that this view shows, with their indices.
    pub fn badges(&self, room: Size) -> Vec<(usize, Badge)> {
        let fit = self.fit(room);
        let mut badges: Vec<(usize, Badge)> = Vec::new();
        for (index, place) in self.marked.iter().enumerate() {
            let Some(anchor) = self.diagram.anchor(self.view, self.leg, *place) else {
                continue;
            };
            let on = fit.place(anchor);
            let is_roomy = self.shapes.inner_radius(self.view, *place) >= ROOMY;
            let badge = if is_roomy {
                Badge {
                    at: on,
                    leader: None,
                }
            } else {
                let taken = |at: Point| {
                    badges
                        .iter()
                        .any(|(_, badge)| badge.at.distance(at) < APART)
                };
                let mut at = self.beside(&fit, room, anchor);
                while taken(at) {
                    at.y += APART / 2.0;
                }
                Badge {
                    at,
                    leader: Some(on),
                }
            };
            badges.push((index, badge));
        }
        badges
    }

    /// Beside the leg, or below the place where there is no room beside it.
    fn beside(&self, fit: &Fit, room: Size, anchor: diagram::Point) -> Point {
        let on = fit.place(anchor);
        let y = on.y + LOWER * fit.scale;
        let outward = if self.is_right(anchor) { 1.0 } else { -1.0 };
        let half = BADGE / 2.0;
        let edge = self
            .leg_between(fit, y - half, y + half)
            .map_or(0.0, |(left, right)| {
                if outward > 0.0 {
                    right - on.x
                } else {
                    on.x - left
                }
            });
        let distance = (edge + CLEAR * fit.scale).max(edge + half + 4.0);
        let distance = distance.max(OUTWARD * fit.scale);
        let at = Point::new(on.x + outward * distance, y);
        if (half..=room.width - half).contains(&at.x) {
            at
        } else {
            on + Vector::new(6.0 * outward, 46.0 * fit.scale.max(0.6))
        }
    }

    /// Where the label of a place stands: in the free room beside the leg, at the height of the place or as near to it
    /// as it can, and never over the knee. None where there is no such room.
    pub fn label(&self, room: Size, place: AreaId) -> Option<Label> {
        let fit = self.fit(room);
        let anchor = self.diagram.anchor(self.view, self.leg, place)?;
        let dot = fit.place(anchor);
        let is_right = self.is_right(anchor);
        let size = LABEL;
        let x = if is_right {
            room.width - size.width
        } else {
            0.0
        };
        let badges = self.badges(room);
        let is_free = |bounds: &Rectangle| {
            let leg = self.leg_between(&fit, bounds.y, bounds.y + bounds.height);
            let is_beside = leg.is_none_or(|(left, right)| {
                if is_right {
                    right + LABEL_CLEAR <= bounds.x
                } else {
                    bounds.x + bounds.width + LABEL_CLEAR <= left
                }
            });
            let badge = Size::new(BADGE + LABEL_CLEAR, BADGE + LABEL_CLEAR);
            is_beside
                && badges.iter().all(|(_, taken)| {
                    let corner = taken.at - Vector::new(badge.width / 2.0, badge.height / 2.0);
                    !Rectangle::new(corner, badge).intersects(bounds)
                })
        };
        let lowest = room.height - CORNERS - size.height;
        let wanted = (dot.y - size.height / 2.0).clamp(0.0, lowest.max(0.0));
        (0..=LABEL_STEPS)
            .flat_map(|step| {
                let away = f32::from(step) * 8.0;
                [wanted - away, wanted + away]
            })
            .filter(|y| (0.0..=lowest).contains(y))
            .map(|y| Rectangle::new(Point::new(x, y), size))
            .find(is_free)
            .map(|bounds| Label {
                bounds,
                is_right,
                dot,
            })
    }
}
