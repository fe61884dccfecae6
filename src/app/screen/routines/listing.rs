//! The cards as a list that scrolls: going about in it, and drawing what is in sight.

use iced::Element;
use iced::widget::{container, keyed_column, row, space};

use super::grid::{self, Grid};
use super::{LIST, Message, RoutineIndex, Routines, Scrolled};
use crate::app::control::beside_each_other;
use crate::app::screen::Viewport;
use crate::app::widget::page::Frame;

impl Routines {
    /// How far down the cards were when one left.
    pub fn offset(&self) -> f32 {
        self.scrolled.offset
    }

    fn grid(&self, viewport: &Viewport) -> Grid {
        Grid::new(viewport, self.shown.len())
    }

    /// How much of the cards is in sight; at first no more than the window.
    fn height(&self, viewport: &Viewport) -> f32 {
        self.scrolled.height.unwrap_or(viewport.window.height)
    }

    /// The cards in sight, and the room of those above and below.
    pub(super) fn cards<'a>(
        &'a self,
        index: &'a RoutineIndex,
        viewport: &Viewport,
    ) -> Element<'a, Message> {
        const ABOVE: usize = usize::MAX;
        const BELOW: usize = usize::MAX - 1;

        let grid = self.grid(viewport);
        let rows = grid.in_sight(self.scrolled.offset, self.height(viewport));
        let above = grid.room(rows.start);
        let below = grid.room(grid.rows() - rows.end);
        let in_sight = rows.map(|row_index| {
            let places = self.shown.iter().skip(row_index * grid.columns());
            let cards = places
                .take(grid.columns())
                .map(|place| self.card(*place, index, viewport, grid.is_one_line()));
            let mut cards: Vec<Element<'a, Message>> = cards.collect();
            cards.resize_with(grid.columns(), || space::horizontal().into());
            let line = row(cards).spacing(grid::GAP).height(grid.pitch());
            (row_index, line.into())
        });
        let all = std::iter::once((ABOVE, space().height(above).into()))
            .chain(in_sight)
            .chain([(BELOW, space().height(below).into())]);
        Frame::of(viewport.size())
            .scroll(beside_each_other(container(keyed_column(all))))
            .id(LIST)
            .on_scroll(|viewport| {
                let offset = viewport.absolute_offset().y;
                Message::Scrolled(Scrolled::to(offset, viewport.bounds().height))
            })
            .into()
    }
}
