//! The cards as a list that scrolls: going about in it, and drawing what is in sight.

use iced::widget::{container, keyed_column, row, space};
use iced::{Element, Fill, Padding};

use super::grid::{self, Grid};
use super::{LIST, Message, RoutineIndex, Routines, Scrolled};
use crate::app::focus::Direction;
use crate::app::screen::Viewport;
use crate::app::shortcut::Stroke;
use crate::app::widget::page::scroll;

impl Routines {
    /// Goes from card to card.
    pub fn arrow(&mut self, stroke: Stroke, viewport: &Viewport) {
        let on = |message: Message| match message {
            Message::Open(place) => self.shown.iter().position(|shown| *shown == place),
            _ => None,
        };
        let here = self.focus.current(&self.stops(viewport.size()));
        let here = here.and_then(on);
        let grid = self.grid(viewport);
        let next = match here {
            // The first press only shows where one is.
            Some(here) if !self.focus.is_shown() => here,
            Some(here) => grid.step(here, stroke),
            None => grid.first_in_sight(self.scrolled.offset),
        };
        if let Some(place) = self.shown.get(next) {
            self.focus
                .enter(&[Message::Open(*place)], Direction::Forward);
        }
    }

    /// Where to scroll to so that the card the keyboard is on comes into sight. Takes it that this is done.
    pub fn reveal(&mut self, viewport: &Viewport) -> Option<f32> {
        let card = (0..self.shown.len())
            .find(|card| self.focus.is_on(&Message::Open(self.shown[*card])))?;
        let height = self.height(viewport);
        let offset = self
            .grid(viewport)
            .reveal(card, self.scrolled.offset, height)?;
        self.scrolled.offset = offset;
        Some(offset)
    }

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
                .map(|place| self.card(*place, index, viewport));
            let mut cards: Vec<Element<'a, Message>> = cards.collect();
            cards.resize_with(grid.columns(), || space::horizontal().into());
            let line = row(cards).spacing(grid::GAP).height(grid.pitch());
            (row_index, line.into())
        });
        let all = std::iter::once((ABOVE, space().height(above).into()))
            .chain(in_sight)
            .chain([(BELOW, space().height(below).into())]);
        let list = container(keyed_column(all)).padding(Padding::from(grid::EDGE).right(12));
        scroll(list)
            .id(LIST)
            .on_scroll(|viewport| {
                let offset = viewport.absolute_offset().y;
                Message::Scrolled(Scrolled::to(offset, viewport.bounds().height))
            })
            .width(Fill)
            .height(Fill)
            .into()
    }
}
