//! The catalog of routines: searched, narrowed, sorted, and shown as cards of which only those in sight are built.

mod card;
mod filters;
mod grid;
mod listing;
mod notes;

use std::borrow::Cow;
use std::cell::OnceCell;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use iced::widget::{Id, column, container, stack};
use iced::{Element, Fill};

use super::{Page, Viewport};
use crate::app::navigation::Tab;
use crate::app::theme::type_role;
use crate::app::widget::page::{Frame, page_header};
use crate::app::widget::{Icon, Mannequin, WindowSize, input};
use crate::authoring::Problem;
use crate::catalog::{Filter, KitFilter, KitSet, Length, Order, Owner};
use crate::exercise::Kit;
use crate::knee::ConditionId;
use crate::library::RoutineRef;
use crate::routine::Kind;
use crate::side::Side;
use crate::words::{catalog as said, page as words};

use crate::app::state::library::RoutineIndex;
pub(super) use card::kind_icon;
pub use card::kind_tone;
pub use filters::Tray;
use notes::Problems;

/// The search field.
pub const SEARCH: Id = Id::new("search");
/// The cards that scroll.
pub const LIST: Id = Id::new("routines");
/// The choices of the tray that scroll.
pub const TRAY: Id = Id::new("tray");

/// The state of the page.
#[derive(Debug)]
pub struct Routines {
    /// None while it is being put in the catalog, behind the first frame of this page.
    index: Option<Arc<RoutineIndex>>,
    filter: Filter,
    /// What is the person's own doing.
    mine: Mine,
    /// What is shown of that alone.
    shelf: Option<Shelf>,
    /// How many of each kind meet the rest of the wish.
    counts: Vec<(Option<Kind>, usize)>,
    /// What meets the wish, in order.
    shown: Vec<usize>,
    /// The routine whose card offers what can be done with it.
    menu: Option<usize>,
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
}

/// What a person has starred, done and at home.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mine {
    /// The ids of the routines that were starred.
    pub favourites: Vec<String>,
    /// The ids of the routines that were done in the last weeks, the last one first.
    pub recent: Vec<String>,
    /// What there is at home.
    pub at_home: Option<KitSet>,
}

/// A part of the catalog that a person has made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)] // The names say it.
pub enum Shelf {
    Favourites,
    Recent,
}

impl Mine {
    /// The ids on a shelf, in order.
    fn on(&self, shelf: Shelf) -> &[String] {
        match shelf {
            Shelf::Favourites => &self.favourites,
            Shelf::Recent => &self.recent,
        }
    }
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

/// What a person does in the catalog. Routines go by their place in it, whatever is shown.
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
    Shelf(Shelf),
    Panel,
    Tray(Tray),
    Length(Option<Length>),
    KitFilter(KitFilter),
    Thing(Kit),
    Condition(Option<ConditionId>),
    Order(Order),
    ClearFilters,
    EarlierProblems,
    LaterProblems,
    /// Open the first file among the problems that are shown.
    OpenFile,
    HideProblem,
    Scrolled(Scrolled),
    Open(usize),
    Start(usize),
    /// Offer on its card what can be done with a routine, or no more.
    Menu(usize),
    /// Star it, or take the star away.
    Star(usize),
}

/// What the page wants from its parent.
#[derive(Debug, Clone)]
pub enum Action {
    /// Nothing.
    None,
    /// Show a routine.
    Open(RoutineRef),
    /// Play a routine.
    Start(RoutineRef),
    /// Open a file in whatever opens such files.
    OpenFile(PathBuf),
    /// Star the routine with this id, or take the star away.
    Star(String),
    /// Put the cursor into the search field.
    Write,
    /// Put the keyboard on the first card.
    ToFirst,
    /// Scroll the cards to the top.
    ToTop,
    /// The same, and put the keyboard on what opened the choices.
    ToTray(Id),
}

impl Routines {
    /// The catalog, where that is there already, and what could not be put into it.
    pub fn new(index: Option<Arc<RoutineIndex>>, problems: &[Problem], mine: Mine) -> Self {
        let mut routines = Self {
            index: None,
            filter: Filter {
                at_home: mine.at_home,
                ..Filter::default()
            },
            mine,
            shelf: None,
            counts: Vec::new(),
            shown: Vec::new(),
            menu: None,
            tray: None,
            has_panel: false,
            problems: Problems::of(problems),
            scrolled: Scrolled::default(),
            figures: Vec::new(),
            rest: OnceCell::new(),
        };
        if let Some(index) = index {
            routines.restock(index, problems);
        }
        routines
    }

    /// The catalog was put in order, for the first time or anew. What was wished for stays.
    pub fn restock(&mut self, index: Arc<RoutineIndex>, problems: &[Problem]) {
        self.figures = vec![OnceCell::new(); index.covers()];
        self.index = Some(index);
        if !self.problems.are(problems) {
            self.problems = Problems::of(problems);
        }
        self.choose();
    }

    /// Something was starred, done or said about what is at home.
    pub fn know(&mut self, mine: Mine) {
        if self.mine != mine {
            self.filter.at_home = mine.at_home;
            self.mine = mine;
            self.choose();
        }
    }

    fn choose(&mut self) {
        self.menu = None;
        let Some(index) = &self.index else {
            self.shown.clear();
            return;
        };
        let catalog = index.catalog();
        let mut shown = catalog.choose(&self.filter);
        if let Some(shelf) = self.shelf {
            let ids = self.mine.on(shelf);
            let rank = |place: &usize| {
                let entry = catalog.entries().get(*place)?;
                ids.iter().position(|id| **id == *entry.routine.id)
            };
            shown.retain(|place| rank(place).is_some());
            if shelf == Shelf::Recent && self.filter.order == Order::Suggested {
                shown.sort_by_key(rank);
            }
        }
        self.counts = catalog.counts(&self.filter);
        self.shown = shown;
    }

    /// Lets something happen.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Search => return Action::Write,
            Message::Typed(query) => self.filter.query = query,
            Message::EmptySearch => self.filter.query.clear(),
            Message::ToCards => return self.go_to_cards(),
            Message::Kind(kind) => self.filter.kind = kind,
            Message::MineOnly => {
                self.filter.owner = match self.filter.owner {
                    Some(Owner::Mine) => None,
                    _ => Some(Owner::Mine),
                };
            }
            Message::Shelf(shelf) => {
                self.shelf = (self.shelf != Some(shelf)).then_some(shelf);
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
                self.filter.length = length;
                return self.chosen_in(Tray::Length);
            }
            Message::KitFilter(having) => self.filter.having = having,
            Message::Thing(thing) => self.filter.having = self.filter.having.toggled(thing),
            Message::Condition(condition) => {
                self.filter.condition = condition;
                return self.chosen_in(Tray::Condition);
            }
            Message::Order(order) => {
                self.filter.order = order;
                return self.chosen_in(Tray::Order);
            }
            Message::ClearFilters => {
                self.shelf = None;
                self.filter = Filter {
                    query: std::mem::take(&mut self.filter.query),
                    order: self.filter.order,
                    at_home: self.filter.at_home,
                    ..Filter::default()
                };
                self.tray = None;
            }
            Message::EarlierProblems => {
                self.problems.turn(true);
                return Action::None;
            }
            Message::LaterProblems => {
                self.problems.turn(false);
                return Action::None;
            }
            Message::OpenFile => {
                let file = self.problems.file().map(Path::to_path_buf);
                return file.map_or(Action::None, Action::OpenFile);
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
            Message::Menu(place) => {
                self.menu = (self.menu != Some(place)).then_some(place);
                return Action::None;
            }
            Message::Star(place) => {
                self.menu = None;
                let entry = self.index.as_ref().and_then(|index| {
                    let entry = index.catalog().entries().get(place)?;
                    Some(entry.routine.id.to_string())
                });
                return entry.map_or(Action::None, Action::Star);
            }
            Message::Open(place) => return self.at(place).map_or(Action::None, Action::Open),
            Message::Start(place) => {
                return self.at(place).map_or(Action::None, Action::Start);
            }
        }
        self.choose();
        self.scrolled.offset = 0.0;
        Action::ToTop
    }

    /// Closes a tray in which something was chosen.
    fn chosen_in(&mut self, tray: Tray) -> Action {
        self.tray = None;
        self.choose();
        self.scrolled.offset = 0.0;
        Action::ToTray(tray.id())
    }

    /// Nothing opens the file of a problem.
    pub fn not_opened(&mut self, sentence: String) {
        self.problems.not_opened(sentence);
    }

    fn go_to_cards(&mut self) -> Action {
        match self.shown.first() {
            Some(_) => Action::ToFirst,
            None => Action::None,
        }
    }

    fn at(&self, place: usize) -> Option<RoutineRef> {
        self.index.as_ref()?.chosen(place).cloned()
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
        let index = self.index.as_ref()?;
        let cover = index.cover(place)?;
        let movement = index.movement(cover)?;
        let figure = self.figures.get(cover)?;
        Some(figure.get_or_init(|| Mannequin::new(movement, Side::Right)))
    }

    /// What Escape means, from the top layer down; none leaves the page.
    pub fn escape(&self) -> Option<Message> {
        if let Some(place) = self.menu {
            return Some(Message::Menu(place));
        }
        match self.tray {
            Some(tray) => Some(Message::Tray(tray)),
            None => (!self.filter.query.is_empty()).then_some(Message::EmptySearch),
        }
    }

    /// Draws the page.
    pub fn view<'a>(&'a self, viewport: &Viewport) -> Element<'a, Message> {
        let size = viewport.size();
        let (hint, width) = match size {
            WindowSize::Small => (said::search_short(), 236.0),
            WindowSize::Medium | WindowSize::Large => (said::search(), 286.0),
        };
        let field = input(
            said::search(),
            hint,
            &self.filter.query,
            Some(Icon::Search),
            None,
            Message::Typed,
        )
        .id(SEARCH)
        .width(width)
        .on_submit(Message::ToCards);
        let frame = Frame::of(size);
        let below: Element<'a, Message> = match &self.index {
            None => frame.still(container(type_role::body(words::reading())).center(Fill)),
            Some(index) if self.shown.is_empty() => frame.still(self.nothing_found(index)),
            Some(index) => self.cards(index, viewport),
        };
        let filters = self.index.as_ref().map(|index| self.filters(index, size));
        let header = column![
            page_header(size, words::routines(), None, Some(field.into())),
            filters,
            self.problems.view(),
        ];
        let tray = self
            .index
            .as_ref()
            .and_then(|index| self.open_tray(index, size));
        frame.page(header.spacing(frame.gap), stack![below].push(tray))
    }
}

impl Page for Routines {
    fn name(&self) -> Cow<'_, str> {
        words::routines().into()
    }

    fn tab(&self) -> Tab {
        Tab::Routines
    }
}
