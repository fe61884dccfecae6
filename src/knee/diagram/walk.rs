//! Walking over the diagram with the arrow keys.

use super::{Diagram, Point, View};
use crate::knee::area::AreaId;
use crate::side::Side;

/// How much more a step to the side counts than a step ahead.
const SIDEWAYS: f32 = 2.0;

/// Where an arrow key points on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs)] // The names say it.
pub enum Direction {
    Up,
    Down,
    Left,
    Right,
}

impl Direction {
    /// How far `to` lies ahead of `from`, and how far beside that line.
    fn ahead_and_beside(self, from: Point, to: Point) -> (f32, f32) {
        let (right, down) = (to.x - from.x, to.y - from.y);
        match self {
            Self::Up => (-down, right.abs()),
            Self::Down => (down, right.abs()),
            Self::Left => (-right, down.abs()),
            Self::Right => (right, down.abs()),
        }
    }
}

impl Diagram {
    /// The places a view shows in reading order on this leg: from the top down, and from left to right within a row.
    pub fn reading_order(&self, view: View, leg: Side) -> Vec<AreaId> {
        /// What lies within this height of each other stands in one row, in view-box units.
        const ROW: f32 = 40.0;
        let mut order: Vec<_> = self
            .places(view)
            .filter_map(|place| Some((self.anchor(view, leg, place)?, place)))
            .collect();
        order.sort_by(|(a, _), (b, _)| {
            let row = |point: &Point| (point.y / ROW).floor();
            row(a).total_cmp(&row(b)).then(a.x.total_cmp(&b.x))
        });
        order.into_iter().map(|(_, place)| place).collect()
    }

    /// The place an arrow key leads to from this one: the nearest neighbour that lies that way, or else the nearest of
    /// all places that do. None at the edge. Both legs go by what is seen on the screen.
    pub fn step(
        &self,
        view: View,
        leg: Side,
        from: AreaId,
        direction: Direction,
    ) -> Option<AreaId> {
        let start = self.anchor(view, leg, from)?;
        let way_to = |place: AreaId| {
            let to = self.anchor(view, leg, place)?;
            let (ahead, beside) = direction.ahead_and_beside(start, to);
            // Within 45 degrees of the arrow, or it is another arrow's business.
            (ahead > 0.0 && beside <= ahead).then_some((ahead + SIDEWAYS * beside, place))
        };
        let nearest = |ways: &mut dyn Iterator<Item = (f32, AreaId)>| {
            ways.min_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)))
                .map(|(_, place)| place)
        };
        let neighbours = self.neighbours(view, from).iter().copied();
        nearest(&mut neighbours.filter_map(way_to))
            .or_else(|| nearest(&mut self.places(view).filter_map(way_to)))
    }
}
