//! The shelf of routines: searched, narrowed, sorted, and shown as cards of which only those in sight are built.

mod card;
mod filters;
mod grid;
mod notes;
mod stock;

use std::cell::OnceCell;
use std::sync::Arc;

use iced::widget::{Id, column, container, keyed_column, row, space};
use iced::{Element, Fill, Padding};

use super::Surroundings;
use crate::app::focus::{Direction, Focus};
use crate::app::shortcut::Stroke;
use crate::app::theme::type_role;
use crate::app::widget::page::{page, page_header, scroll};
use crate::app::widget::{Icon, Mannequin, WindowSize, input};
use crate::authoring::Problem;
use crate::exercise::{Kit, Side};
use crate::knee::ConditionId;
use crate::library::Shelved;
use crate::routine::Kind;
use crate::shelf::{Having, Length, Order, Owner, Wish};
use crate::words::{page as words, shelf as said};

pub(super) use card::{kind_icon, kind_tone};
use filters::Tray;
use grid::Grid;
use notes::Problems;
pub use stock::Stock;

/// The search field.
pub const SEARCH: Id = Id::new("search");
/// The cards that scroll.
pub const LIST: Id = Id::new("routines");

/// The state of the shelf.
#[derive(Debug)]
pub struct Routines {
    /// None while it is being put on the shelf, behind the first frame of this page.
    stock: Option<Arc<Stock>>,
    wish: Wish,
    /// What meets the wish, in order.
    shown: Vec<usize>,
    /// The choice that is open.
    tray: Option<Tray>,
    /// Whether the choices are there at all in a small window.
    has_panel: bool,
    problems: Problems,
    scrolled: Scrolled,
    /// The figures of the stock's covers, made when they come into sight.
    figures: Vec<OnceCell<Mannequin>>,
    /// The figure that is shown when nothing is found.
    rest: OnceCell<Mannequin>,
    /// The control the keyboard is on.
    pub focus: Focus<Message>,
}

/// How far the cards are scrolled, in logical pixels.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Scrolled {
    /// What lies above the first line one sees.
    offset: f32,
    /// What one sees, once that is known.
    height: Option<f32>,
}

impl Scrolled {
    /// So far down, with so much in sight.
    pub fn to(offset: f32, height: f32) -> Self {
        let height = Some(height);
        Self { offset, height }
    }
}

/// What a person does on the shelf. Routines go by their place on it, whatever is shown.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)] // The names say it.
pub enum Message {
    /// Write in the search field.
    Search,
    Typed(String),
    EmptySearch,
    /// From the search field to what it found.
    ToCards,
    Kind(Option<Kind>),
    MineOnly,
    Panel,
    Tray(Tray),
    Length(Option<Length>),
    Having(Having),
    Thing(Kit),
    Condition(Option<ConditionId>),
    Order(Order),
    ClearFilters,
    EarlierProblems,
    LaterProblems,
    HideProblem,
    Scrolled(Scrolled),
    Open(usize),
    Start(usize),
}

/// What the shelf wants from its parent.
#[derive(Debug, Clone)]
pub enum Action {
    /// Nothing.
    None,
    /// Show a routine.
    Open(Shelved),
    /// Play a routine.
    Start(Shelved),
    /// Put the cursor into the search field.
    Write,
    /// Take the cursor out of it.
    StopWriting,
    /// Scroll the cards to the top.
    ToTop,
}

impl Routines {
    /// The shelf, where that is there already, and what could not be put on it.
    pub fn new(stock: Option<Arc<Stock>>, problems: &[Problem]) -> Self {
        let mut routines = Self {
            stock: None,
            wish: Wish::default(),
            shown: Vec::new(),
            tray: None,
            has_panel: false,
            problems: Problems::of(problems),
            scrolled: Scrolled::default(),
            figures: Vec::new(),
            rest: OnceCell::new(),
            focus: Focus::default(),
        };
        if let Some(stock) = stock {
            routines.restock(stock, problems);
        }
        if let Some(first) = routines.shown.first() {
            routines.focus = Focus::on(Message::Open(*first));
        }
        routines
    }

    /// The shelf was put in order, for the first time or anew. What was wished for stays.
    pub fn restock(&mut self, stock: Arc<Stock>, problems: &[Problem]) {
        let is_first = self.stock.is_none();
        self.figures = vec![OnceCell::new(); stock.covers()];
        self.stock = Some(stock);
        if !self.problems.are(problems) {
            self.problems = Problems::of(problems);
        }
        self.choose();
        if let (true, Some(first)) = (is_first, self.shown.first()) {
            self.focus.rest_on(Message::Open(*first));
        }
    }

    fn choose(&mut self) {
        self.shown = self
            .stock
            .as_ref()
            .map(|stock| stock.shelf().choose(&self.wish))
            .unwrap_or_default();
    }

    /// Lets something happen.
    pub fn update(&mut self, message: Message) -> Action {
        match &message {
            Message::Scrolled(_) => {}
            Message::Typed(_) | Message::EmptySearch => self.focus.rest_on(Message::Search),
            Message::Start(place) => self.focus.rest_on(Message::Open(*place)),
            other => self.focus.rest_on(other.clone()),
        }
        let is_way_out = message == Message::ClearFilters;
        match message {
            Message::Search => return Action::Write,
            Message::Typed(query) => self.wish.query = query,
            Message::EmptySearch => self.wish.query.clear(),
            Message::ToCards => return self.to_cards(),
            Message::Kind(kind) => self.wish.kind = kind,
            Message::MineOnly => {
                self.wish.owner = match self.wish.owner {
                    Some(Owner::Mine) => None,
                    _ => Some(Owner::Mine),
                };
            }
            Message::Panel => {
                self.has_panel = !self.has_panel;
                self.tray = None;
                return Action::None;
            }
            Message::Tray(tray) => {
                self.tray = (self.tray != Some(tray)).then_some(tray);
                return Action::None;
            }
            Message::Length(length) => {
                self.wish.length = length;
                self.close(Tray::Length);
            }
            Message::Having(having) => self.wish.having = having,
            Message::Thing(thing) => self.wish.having = self.wish.having.toggled(thing),
            Message::Condition(condition) => {
                self.wish.condition = condition;
                self.close(Tray::Condition);
            }
            Message::Order(order) => {
                self.wish.order = order;
                self.close(Tray::Order);
            }
            Message::ClearFilters => {
                self.wish = Wish {
                    query: std::mem::take(&mut self.wish.query),
                    order: self.wish.order,
                    ..Wish::default()
                };
                self.tray = None;
            }
            Message::EarlierProblems => {
                self.problems.turn(Direction::Back);
                return Action::None;
            }
            Message::LaterProblems => {
                self.problems.turn(Direction::Forward);
                return Action::None;
            }
            Message::HideProblem => {
                self.problems.hide();
                return Action::None;
            }
            Message::Scrolled(scrolled) => {
                self.scrolled = scrolled;
                self.forget_figures();
                return Action::None;
            }
            Message::Open(place) => return self.shelved(place).map_or(Action::None, Action::Open),
            Message::Start(place) => {
                return self.shelved(place).map_or(Action::None, Action::Start);
            }
        }
        self.choose();
        self.scrolled.offset = 0.0;
        // What was pressed may not be there any more.
        if is_way_out && let Some(first) = self.shown.first() {
            self.focus.rest_on(Message::Open(*first));
        }
        Action::ToTop
    }

    fn close(&mut self, tray: Tray) {
        self.tray = None;
        self.focus.rest_on(Message::Tray(tray));
    }

    fn to_cards(&mut self) -> Action {
        match self.shown.first() {
            Some(first) => {
                self.focus
                    .enter(&[Message::Open(*first)], Direction::Forward);
                Action::StopWriting
            }
            None => Action::None,
        }
    }

    fn shelved(&self, place: usize) -> Option<Shelved> {
        self.stock.as_ref()?.shelved(place)
    }

    /// Keeps no more figures than a person scrolls to and fro between.
    fn forget_figures(&mut self) {
        const MOST: usize = 128;

        let made = self.figures.iter().filter(|figure| figure.get().is_some());
        if made.count() > MOST {
            self.figures.fill(OnceCell::new());
        }
    }

    /// The figure of a routine, made where it was not made yet.
    fn figure(&self, place: usize) -> Option<&Mannequin> {
        let stock = self.stock.as_ref()?;
        let cover = stock.cover(place)?;
        let movement = stock.movement(cover)?;
        let figure = self.figures.get(cover)?;
        Some(figure.get_or_init(|| Mannequin::new(movement, Side::Right)))
    }

    /// The messages of what the keyboard can reach, in order.
    pub fn stops(&self, size: WindowSize) -> Vec<Message> {
        let mut stops = vec![Message::Search];
        stops.extend(self.filter_stops(size));
        stops.extend(self.problems.stops());
        if self.shown.is_empty() {
            stops.extend(self.clear_stops());
        }
        stops.extend(self.shown.iter().copied().map(Message::Open));
        stops
    }

    /// The message that starts the routine the keyboard is on.
    pub fn start(&self, size: WindowSize) -> Option<Message> {
        match self.focus.current(&self.stops(size))? {
            Message::Open(place) => Some(Message::Start(place)),
            _ => None,
        }
    }

    /// What Escape means, from the top layer down; none leaves the page.
    pub fn escape(&self) -> Option<Message> {
        match self.tray {
            Some(tray) => Some(Message::Tray(tray)),
            None => (!self.wish.query.is_empty()).then_some(Message::EmptySearch),
        }
    }

    /// Whether the keyboard is on the search field, so that it is to be written in.
    pub fn is_on_search(&self) -> bool {
        self.focus.is_on(&Message::Search)
    }

    /// Goes from card to card.
    pub fn arrow(&mut self, stroke: Stroke, surroundings: &Surroundings) {
        let on = |message: Message| match message {
            Message::Open(place) => self.shown.iter().position(|shown| *shown == place),
            _ => None,
        };
        let here = self.focus.current(&self.stops(surroundings.size()));
        let here = here.and_then(on);
        let grid = self.grid(surroundings);
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
    pub fn reveal(&mut self, surroundings: &Surroundings) -> Option<f32> {
        let card = (0..self.shown.len())
            .find(|card| self.focus.is_on(&Message::Open(self.shown[*card])))?;
        let height = self.height(surroundings);
        let offset = self
            .grid(surroundings)
            .reveal(card, self.scrolled.offset, height)?;
        self.scrolled.offset = offset;
        Some(offset)
    }

    /// How far down the cards were when one left.
    pub fn offset(&self) -> f32 {
        self.scrolled.offset
    }

    fn grid(&self, surroundings: &Surroundings) -> Grid {
        Grid::new(surroundings, self.shown.len())
    }

    /// How much of the cards is in sight; at first no more than the window.
    fn height(&self, surroundings: &Surroundings) -> f32 {
        self.scrolled.height.unwrap_or(surroundings.window.height)
    }

    /// Draws the shelf.
    pub fn view<'a>(&'a self, surroundings: &Surroundings) -> Element<'a, Message> {
        let look = surroundings.look;
        let size = surroundings.size();
        let (hint, width) = match size {
            WindowSize::Small => (said::SEARCH_SHORT, 236.0),
            WindowSize::Medium | WindowSize::Large => (said::SEARCH, 286.0),
        };
        let field = input(
            look,
            hint,
            &self.wish.query,
            Some(Icon::Search),
            None,
            Message::Typed,
        )
        .id(SEARCH)
        .width(width)
        .on_submit(Message::ToCards);
        let below: Element<'a, Message> = match &self.stock {
            None => container(type_role::body(look, words::READING))
                .center(Fill)
                .into(),
            Some(stock) if self.shown.is_empty() => self.nothing_found(stock, surroundings),
            Some(stock) => self.cards(stock, surroundings),
        };
        let filters = self
            .stock
            .as_ref()
            .map(|stock| self.filters(stock, look, size));
        page(
            size,
            column![
                page_header(look, size, words::ROUTINES, None, Some(field.into())),
                filters,
                self.problems.view(&self.focus, look),
                below,
            ]
            .spacing(18),
        )
    }

    /// The cards in sight, and the room of those above and below.
    fn cards<'a>(&'a self, stock: &'a Stock, surroundings: &Surroundings) -> Element<'a, Message> {
        const ABOVE: usize = usize::MAX;
        const BELOW: usize = usize::MAX - 1;

        let grid = self.grid(surroundings);
        let rows = grid.in_sight(self.scrolled.offset, self.height(surroundings));
        let above = grid.room(rows.start);
        let below = grid.room(grid.rows() - rows.end);
        let in_sight = rows.map(|index| {
            let places = self.shown.iter().skip(index * grid.columns());
            let cards = places
                .take(grid.columns())
                .map(|place| self.card(*place, stock, surroundings));
            let mut cards: Vec<Element<'a, Message>> = cards.collect();
            cards.resize_with(grid.columns(), || space::horizontal().into());
            let line = row(cards).spacing(grid::GAP).height(grid.pitch());
            (index, line.into())
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
