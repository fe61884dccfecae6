//! Where the cards lie: which of them are in sight, and which is beside which.

use std::ops::Range;

use super::card;
use crate::app::screen::Viewport;
use crate::app::shortcut::Stroke;
use crate::app::widget::WindowSize;

/// Between cards, in logical pixels.
pub(super) const GAP: f32 = 16.0;
/// Around all cards: room for the ring around one.
pub(super) const EDGE: f32 = 4.0;

/// Cards in rows of equal height.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Grid {
    columns: usize,
    count: usize,
    pitch: f32,
}

impl Grid {
    pub fn new(viewport: &Viewport, count: usize) -> Self {
        let columns = match viewport.size() {
            WindowSize::Small => 2,
            WindowSize::Medium => 3,
            WindowSize::Large => 4,
        };
        Self {
            columns,
            count,
            pitch: card::height(viewport.look) + GAP,
        }
    }

    pub fn columns(&self) -> usize {
        self.columns
    }

    pub fn rows(&self) -> usize {
        self.count.div_ceil(self.columns)
    }

    /// From one row to the next.
    pub fn pitch(&self) -> f32 {
        self.pitch
    }

    /// How high so many rows are.
    pub fn room(&self, rows: usize) -> f32 {
        rows as f32 * self.pitch
    }

    /// The rows of which something can be seen, and one more above and below, so that a short way brings nothing new.
    pub fn in_sight(&self, offset: f32, height: f32) -> Range<usize> {
        let row = |y: f32| (y / self.pitch).max(0.0) as usize;
        let end = (row(offset + height) + 2).min(self.rows());
        let start = row(offset - EDGE).saturating_sub(1);
        // Further down than there is anything one sees the end.
        start.min(end.saturating_sub(1))..end
    }

    /// The first card that can be seen whole.
    pub fn first_in_sight(&self, offset: f32) -> usize {
        let row = ((offset - EDGE) / self.pitch).max(0.0).ceil() as usize;
        (row * self.columns).min(self.count.saturating_sub(1))
    }

    /// The card beside another.
    pub fn step(&self, from: usize, stroke: Stroke) -> usize {
        let last = self.count.saturating_sub(1);
        match stroke {
            Stroke::Left => from.saturating_sub(1),
            Stroke::Right => (from + 1).min(last),
            Stroke::Up => from.checked_sub(self.columns).unwrap_or(from),
            // From above a gap in the last row to the last card.
            Stroke::Down if from / self.columns < last / self.columns => {
                (from + self.columns).min(last)
            }
            _ => from,
        }
    }

    /// How far to scroll for a card to be seen whole; none where it is.
    pub fn reveal(&self, card: usize, offset: f32, height: f32) -> Option<f32> {
        let top = self.room(card / self.columns);
        let bottom = top + self.pitch - GAP + 2.0 * EDGE;
        if top < offset {
            Some(top)
        } else if bottom > offset + height {
            Some(bottom - height)
        } else {
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grid(columns: usize, count: usize) -> Grid {
        Grid {
            columns,
            count,
            pitch: 100.0,
        }
    }

    #[test]
    fn only_rows_in_sight_are_built() {
        let grid = grid(4, 10_000);
        assert_eq!(grid.rows(), 2_500);
        assert_eq!(grid.in_sight(0.0, 600.0), 0..8);
        assert_eq!(grid.in_sight(120_050.0, 600.0), 1_199..1_208);
        assert_eq!(grid.in_sight(249_400.0, 600.0), 2_492..2_500);
        assert_eq!(grid.in_sight(900_000.0, 600.0), 2_499..2_500);
    }

    #[test]
    fn an_empty_grid_has_no_rows() {
        assert_eq!(grid(3, 0).in_sight(500.0, 600.0), 0..0);
        assert_eq!(grid(3, 0).first_in_sight(500.0), 0);
    }

    #[test]
    fn arrows_go_where_they_point_and_stay_at_the_edge() {
        let grid = grid(3, 8);
        for (from, stroke, to) in [
            (0, Stroke::Right, 1),
            (2, Stroke::Right, 3),
            (7, Stroke::Right, 7),
            (0, Stroke::Left, 0),
            (3, Stroke::Left, 2),
            (1, Stroke::Up, 1),
            (4, Stroke::Up, 1),
            (4, Stroke::Down, 7),
            (5, Stroke::Down, 7),
            (7, Stroke::Down, 7),
        ] {
            assert_eq!(grid.step(from, stroke), to, "{from} {stroke:?}");
        }
    }

    #[test]
    fn a_card_comes_whole_into_sight_and_no_further() {
        let grid = grid(2, 20);
        assert_eq!(grid.reveal(2, 50.0, 300.0), None);
        assert_eq!(grid.reveal(0, 50.0, 300.0), Some(0.0));
        // 392 is where the fourth row of cards ends, with the ring.
        assert_eq!(grid.reveal(6, 50.0, 300.0), Some(92.0));
        assert_eq!(grid.first_in_sight(50.0), 2);
        assert_eq!(grid.first_in_sight(0.0), 0);
    }
}
