//! Where the cards lie, and which of them are in sight.

use std::ops::Range;

use super::card;
use crate::app::screen::Viewport;
use crate::app::widget::page::Frame;
use crate::app::widget::{WindowSize, sidebar};

/// How wide a card is at least, in logical pixels, and how many lie beside each other at most.
const NARROWEST: f32 = 280.0;
const MOST: usize = 4;
/// Between cards, in logical pixels.
pub(super) const GAP: f32 = 16.0;

/// Cards in rows of equal height.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Grid {
    columns: usize,
    count: usize,
    pitch: f32,
    is_one_line: bool,
}

impl Grid {
    pub fn new(viewport: &Viewport, count: usize) -> Self {
        let size = viewport.size();
        let beside = sidebar::width(size) + 2.0 * Frame::of(size).gutter;
        let room = (viewport.window.width - beside).min(WindowSize::CONTENT);
        let columns = ((room + GAP) / (NARROWEST + GAP)) as usize;
        let columns = columns.clamp(1, MOST);
        let is_one_line = card::is_one_line();
        Self {
            columns,
            count,
            pitch: card::height(is_one_line) + GAP,
            is_one_line,
        }
    }

    /// Whether the facts on the cards have one line.
    pub fn is_one_line(&self) -> bool {
        self.is_one_line
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
        let start = row(offset - GAP).saturating_sub(1);
        // Further down than there is anything one sees the end.
        start.min(end.saturating_sub(1))..end
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
            is_one_line: true,
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
    }
}
