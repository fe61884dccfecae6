//! The four views of the knee: which place a point belongs to, and where the places are.
//!
//! All lengths are in view-box units: every view is 600 wide and 800 high, about 2.25 units to the millimetre. The
//! pictures show a right leg. A left leg is the mirror image, and its places have the same ids.

mod outline;
mod walk;

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::side::Side;

use super::area::{AreaId, AreaInView};
use crate::authoring::problem::{self, knee as words};
use crate::authoring::{Faults, Format, Path, Problem, Source};

use outline::Shape;
pub use walk::Direction;

/// The width of every view.
pub const WIDTH: f32 = 600.0;
/// The height of every view.
pub const HEIGHT: f32 = 800.0;

/// A side from which the knee is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
pub enum View {
    /// From the front.
    Front,
    /// From the outer side.
    Lateral,
    /// From the inner side.
    Medial,
    /// From behind.
    Back,
}

impl View {
    /// All of them, in the order of their keys 1 to 4.
    pub const ALL: [Self; 4] = [Self::Front, Self::Lateral, Self::Medial, Self::Back];

    /// The name its picture goes by, without an ending.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Front => "front",
            Self::Lateral => "lateral",
            Self::Medial => "medial",
            Self::Back => "back",
        }
    }
}

/// A point in view-box units, from the top left corner.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f32,
    /// Downward.
    pub y: f32,
}

impl Point {
    /// The same point on this leg, seen on the right one; and back again.
    pub fn mirrored_for(self, leg: Side) -> Self {
        match leg {
            Side::Right => self,
            Side::Left => Self {
                x: WIDTH - self.x,
                y: self.y,
            },
        }
    }
}

/// One stroke of an outline, each from where the one before it ended.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Stroke {
    /// Lift the pen and begin here.
    MoveTo(Point),
    /// A straight line to here.
    LineTo(Point),
    /// A cubic curve past two control points to here.
    CurveTo(Point, Point, Point),
    /// A straight line back to where this part began.
    Close,
}

/// A place as one view shows it.
#[derive(Debug, Clone)]
struct Area {
    in_view: AreaInView,
    shape: Shape,
}

/// The outlines' file.
#[derive(Deserialize)]
#[serde(rename = "Outlines", deny_unknown_fields)]
struct Draft {
    #[serde(rename = "format")]
    _format: Format,
    front: Vec<DraftOutline>,
    lateral: Vec<DraftOutline>,
    medial: Vec<DraftOutline>,
    back: Vec<DraftOutline>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DraftOutline {
    place: String,
    path: String,
}

/// The four views.
#[derive(Debug, Clone, Default)]
pub struct Diagram {
    /// The areas of each view, in the order of their priority.
    views: [Vec<Area>; 4],
}

impl Diagram {
    /// The place a point lies in; or else the nearest one if it is within `snap` of the point.
    pub fn hit(&self, view: View, leg: Side, point: Point, snap: f32) -> Option<AreaId> {
        let point = point.mirrored_for(leg);
        if !point.x.is_finite() || !point.y.is_finite() {
            return None;
        }
        let areas = self.areas(view);
        if let Some(area) = areas.iter().find(|area| area.shape.contains(point)) {
            return Some(area.in_view.place);
        }
        areas
            .iter()
            .filter_map(|area| Some((area.shape.distance_within(point, snap)?, area)))
            .min_by(|a, b| a.0.total_cmp(&b.0))
            .map(|(_, area)| area.in_view.place)
    }

    /// The places a view shows, in the order of their priority.
    pub fn places(&self, view: View) -> impl Iterator<Item = AreaId> {
        self.areas(view).iter().map(|area| area.in_view.place)
    }

    /// The views that show a place, the front first.
    pub fn views_of(&self, place: AreaId) -> impl Iterator<Item = View> {
        View::ALL
            .into_iter()
            .filter(move |view| self.area(*view, place).is_some())
    }

    /// A place's outline on the right leg, ready to draw; empty where the view does not show it. It runs on a little
    /// past the upper and the lower edge of the view. For the left leg, mirror what is drawn.
    pub fn outline(&self, view: View, place: AreaId) -> &[Stroke] {
        self.area(view, place)
            .map_or(&[], |area| area.shape.strokes())
    }

    /// Where a pin, a label or a leader line for a place goes on this leg.
    pub fn anchor(&self, view: View, leg: Side, place: AreaId) -> Option<Point> {
        let area = self.area(view, place)?;
        Some(area.in_view.anchor.mirrored_for(leg))
    }

    /// The places that touch this one in a view.
    pub fn neighbours(&self, view: View, place: AreaId) -> &[AreaId] {
        self.area(view, place)
            .map_or(&[], |area| &area.in_view.neighbours)
    }

    /// Puts the areas of all views together from the places' outlines.
    pub(super) fn read(
        outlines: Source<'_>,
        sights: &[(View, AreaInView)],
        problems: &mut Vec<Problem>,
    ) -> Self {
        let mut diagram = Self::default();
        let draft: Draft = match outlines.read() {
            Ok(draft) => draft,
            Err(problem) => {
                problems.push(problem);
                return diagram;
            }
        };
        let mut faults = Faults::of(outlines);
        let views = [draft.front, draft.lateral, draft.medial, draft.back];
        for (view, outlines) in View::ALL.into_iter().zip(views) {
            let list = Path::Whole.field(view.id());
            let mut shapes = shapes(&outlines, &list, &mut faults);
            let mut areas = Vec::new();
            for (_, in_view) in sights.iter().filter(|(of, _)| *of == view) {
                match shapes.remove(in_view.place.id()) {
                    Some((_, shape)) => areas.push(Area {
                        in_view: in_view.clone(),
                        shape,
                    }),
                    None => faults.add(&list, words::no_outline(in_view.place.id())),
                }
            }
            for (id, (index, _)) in shapes {
                let entry = list.entry(index);
                faults.add(&entry.field("place"), words::outline_of_nothing(id));
            }
            areas.sort_by_key(|area| area.in_view.priority);
            *diagram.areas_mut(view) = areas;
        }
        problems.extend(faults.into_problems());
        diagram
    }

    fn areas(&self, view: View) -> &[Area] {
        let [front, lateral, medial, back] = &self.views;
        match view {
            View::Front => front,
            View::Lateral => lateral,
            View::Medial => medial,
            View::Back => back,
        }
    }

    fn areas_mut(&mut self, view: View) -> &mut Vec<Area> {
        let [front, lateral, medial, back] = &mut self.views;
        match view {
            View::Front => front,
            View::Lateral => lateral,
            View::Medial => medial,
            View::Back => back,
        }
    }

    fn area(&self, view: View, place: AreaId) -> Option<&Area> {
        self.areas(view)
            .iter()
            .find(|area| area.in_view.place == place)
    }
}

/// The outlines of a view by the ids of their places, each with its number in the file.
fn shapes<'a>(
    outlines: &'a [DraftOutline],
    list: &Path<'_>,
    faults: &mut Faults<'_>,
) -> BTreeMap<&'a str, (usize, Shape)> {
    let mut shapes = BTreeMap::new();
    for (index, outline) in outlines.iter().enumerate() {
        let at = list.entry(index);
        let id = outline.place.as_str();
        let Some(shape) = Shape::read(&outline.path) else {
            faults.add(&at.field("path"), words::outline_unreadable(id));
            continue;
        };
        if shapes.insert(id, (index, shape)).is_some() {
            faults.add(&at.field("place"), problem::repeated_id(id));
        }
    }
    shapes
}
