//! Progress: what was done and how the knees took it. Numbers and charts on one tab, every session on the other.

mod editing;
mod keyboard;
mod list;
mod overview;
mod sessions;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::sync::Arc;

use iced::widget::{Id, Space, column, container, row};
use iced::{Center, Element, Fill, Padding};
use jiff::ToSpan;
use jiff::civil::Date;
use uuid::Uuid;

use super::{Page, Viewport, key_of};
use crate::app::control::{self, control, roving};
use crate::app::navigation;
use crate::app::theme::size::{gap, line, picture, radius, width};
use crate::app::theme::{self, Tone, type_role};
use crate::app::widget::layer::{Toast, with_toast};
use crate::app::widget::page::{Frame, page_header};
use crate::app::widget::{Backdrop, Icon, Mannequin, Solid, button, figure, segmented};
use crate::content::Content;
use crate::figure::Beat;
use crate::knee::Knowledge;
use crate::side::Side;
use crate::training::pain::Knees;
use crate::training::range::Range;
use crate::training::record::{Assessment, Entry, Log, Table};
use crate::words::{page as words, progress as said};

use editing::Editing;
pub use editing::{Field, NOTE};
use list::List;
pub use list::Shown;
use overview::Charts;
use sessions::edit_id;

/// The sessions that scroll.
pub const LIST: Id = Id::new("sessions");
/// The charts that scroll.
pub const CHARTS: Id = Id::new("charts");

/// The state of Progress.
#[derive(Debug)]
pub struct Progress {
    /// The person's day.
    today: Date,
    /// None while it is being looked up.
    log: Option<Arc<Log>>,
    /// What names the conditions, once it was read.
    knowledge: Option<Arc<Knowledge>>,
    tab: Tab,
    range: Range,
    knees: Knees,
    /// How many years before this one the calendar shows.
    years_back: u32,
    /// What is drawn; none while there is nothing to draw.
    charts: Option<Charts>,
    list: List,
    /// What the list shows of it all.
    shown: Shown,
    /// How far down the sessions are scrolled and how much of them one sees, in logical pixels.
    scrolled: (f32, Option<f32>),
    editing: Option<Editing>,
    /// What was deleted and may be wanted back.
    deleted: Option<Deleted>,
    /// How many times something was deleted, so that an earlier toast does not end a later one.
    deletions: u32,
    /// The one who stands there while there is nothing.
    standing: Option<Mannequin>,
}

/// What one looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[allow(missing_docs)] // The names say it.
pub enum Tab {
    #[default]
    Overview,
    Sessions,
}

/// A session that was deleted.
#[derive(Debug, Clone, PartialEq)]
struct Deleted {
    session: Uuid,
    /// The records that went with it, the session first.
    gone: Vec<(Uuid, Table)>,
    /// Whether the journal knows, so that it may be said.
    is_done: bool,
}

/// What a person does here.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)] // The names say it.
pub enum Message {
    Tab(Tab),
    Range(Range),
    Knees(Knees),
    EarlierDays,
    LaterDays,
    OpenDay(Date),
    /// Show only this in the list.
    Show(Shown),
    StartReset,
    /// The sessions were scrolled: so far down, with so much in sight.
    Scrolled(f32, f32),
    Edit(Uuid),
    Delete(Uuid),
    /// Open a result of the knee map.
    OpenResult(Uuid),
    Undo,
    /// Time to take the toast away that was shown after so many deletions.
    ToastOver(u32),
    Less(Field),
    More(Field),
    Note(String),
    Save,
    Cancel,
}

/// What Progress wants from its parent.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// Nothing.
    None,
    /// Play the reset.
    StartReset,
    /// Write these down.
    Write(Vec<Entry>),
    /// Show a result of the knee map.
    OpenResult(Box<Assessment>),
    /// Scroll the sessions this far down.
    ScrollTo(f32),
    /// Write these deletions down, and put the keyboard here.
    Delete(Vec<Entry>, Option<Id>),
}

impl Progress {
    /// Progress as seen from a day. What it shows has to be looked up and handed to [`know`](Self::know).
    pub fn new(content: &Content, today: Date) -> Self {
        Self {
            today,
            log: None,
            knowledge: None,
            tab: Tab::default(),
            range: Range::default(),
            knees: Knees::Both,
            years_back: 0,
            charts: None,
            list: List::default(),
            shown: Shown::All,
            scrolled: (0.0, None),
            editing: None,
            deleted: None,
            deletions: 0,
            standing: content
                .standing
                .as_ref()
                .map(|movement| Mannequin::new(movement, Side::Right)),
        }
    }

    /// Takes in everything that was written down, as seen from this day.
    pub fn know(&mut self, log: Arc<Log>, today: Date) {
        self.today = today;
        if self.log.is_none() && is_short(&log, today) {
            self.range = Range::FourWeeks;
        }
        self.log = Some(log);
        self.fill();
        self.draw();
        // What was deleted is said when it is so.
        if let Some(deleted) = &mut self.deleted
            && !deleted.is_done
            && !self.list.has(deleted.session)
        {
            deleted.is_done = true;
            self.deletions = self.deletions.wrapping_add(1);
        }
    }

    /// The names of conditions are known now.
    pub fn name_conditions(&mut self, knowledge: Arc<Knowledge>) {
        self.knowledge = Some(knowledge);
    }

    /// The person's day, as of which everything is shown.
    pub fn day(&self) -> Date {
        self.today
    }

    /// Makes what is drawn from what is known.
    fn draw(&mut self) {
        self.charts = self.log.as_ref().map(|log| {
            let until = self
                .today
                .saturating_sub(i64::from(self.years_back).saturating_mul(53).weeks());
            Charts::of(log, self.range, self.knees, self.today, until)
        });
    }

    /// Whether there is nothing to show yet.
    fn is_empty(&self) -> bool {
        self.log.is_some()
            && self.shown == Shown::All
            && self.list.first().is_none()
            && self.charts.as_ref().is_none_or(Charts::is_empty)
    }

    /// Puts what is wanted into the list.
    fn fill(&mut self) {
        if let Some(log) = &self.log {
            self.list = List::of(log, self.today, self.shown);
        }
    }

    /// Lets something happen.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Tab(tab) => {
                self.tab = tab;
                if tab == Tab::Sessions {
                    return Action::ScrollTo(self.scrolled.0);
                }
            }
            Message::Range(range) => {
                self.range = range;
                self.draw();
            }
            Message::Knees(knees) => {
                self.knees = knees;
                self.draw();
            }
            Message::EarlierDays => {
                self.years_back += 1;
                self.draw();
            }
            Message::LaterDays => {
                self.years_back = self.years_back.saturating_sub(1);
                self.draw();
            }
            Message::Show(shown) => {
                self.shown = shown;
                self.fill();
                self.scrolled.0 = 0.0;
                return Action::ScrollTo(0.0);
            }
            Message::OpenDay(day) => {
                self.shown = Shown::All;
                self.fill();
                self.tab = Tab::Sessions;
                let top = self.list.top_of(day).unwrap_or_default();
                self.scrolled.0 = top;
                return Action::ScrollTo(top);
            }
            Message::StartReset => return Action::StartReset,
            Message::Scrolled(offset, height) => self.scrolled = (offset, Some(height)),
            Message::Edit(session) => self.edit(session),
            Message::OpenResult(id) => {
                let mut results = self.log.iter().flat_map(|log| &log.results);
                return match results.find(|result| result.id == id) {
                    Some(result) => Action::OpenResult(Box::new(result.clone())),
                    None => Action::None,
                };
            }
            Message::Delete(session) => return self.delete(session),
            Message::Undo => return self.undo(),
            Message::ToastOver(deletion) => {
                if deletion == self.deletions {
                    self.deleted = None;
                }
            }
            Message::Less(field) => self.with_editing(|editing| editing.less(field)),
            Message::More(field) => self.with_editing(|editing| editing.more(field)),
            Message::Note(note) => self.with_editing(|editing| editing.write(note)),
            Message::Save => {
                let entries = self.editing.take().map(Editing::entries);
                return match entries {
                    Some(entries) if !entries.is_empty() => Action::Write(entries),
                    _ => Action::None,
                };
            }
            Message::Cancel => {
                self.editing = None;
            }
        }
        Action::None
    }

    fn with_editing(&mut self, change: impl FnOnce(&mut Editing)) {
        if let Some(editing) = &mut self.editing {
            change(editing);
        }
    }

    fn edit(&mut self, session: Uuid) {
        let editing = self
            .log
            .as_ref()
            .and_then(|log| Editing::of(log, session, self.today));
        if editing.is_some() {
            self.editing = editing;
        }
    }

    fn delete(&mut self, session: Uuid) -> Action {
        let Some(log) = &self.log else {
            return Action::None;
        };
        let scores = log.pain.iter().filter(|pain| pain.session == Some(session));
        let gone: Vec<_> = std::iter::once((session, Table::Session))
            .chain(scores.map(|pain| (pain.id, Table::Pain)))
            .collect();
        let entries = gone
            .iter()
            .map(|&(id, table)| Entry::Gone { id, table })
            .collect();
        self.deleted = Some(Deleted {
            session,
            gone,
            is_done: false,
        });
        // The keyboard goes on to the session below.
        let next = self.list.beside(session).map(edit_id);
        Action::Delete(entries, next)
    }

    fn undo(&mut self) -> Action {
        let Some(deleted) = self.deleted.take() else {
            return Action::None;
        };
        let back = |(id, table)| Entry::Back { id, table };
        Action::Write(deleted.gone.into_iter().map(back).collect())
    }

    /// The deletion that may be undone now.
    fn is_undo_offered(&self) -> bool {
        self.deleted.as_ref().is_some_and(|deleted| deleted.is_done)
    }

    /// After how many deletions a toast is shown, while there is one: five seconds later it is to be over.
    pub fn toast(&self) -> Option<u32> {
        self.is_undo_offered().then_some(self.deletions)
    }

    /// Draws Progress.
    pub fn view<'a>(&'a self, viewport: &Viewport) -> Element<'a, Message> {
        let size = viewport.size();
        let frame = Frame::of(size);
        if self.is_empty() {
            let header = page_header(size, said::name(), None, None);
            return self.with_toast(frame.page(header, frame.still(self.nothing(viewport))));
        }
        let ranges = (self.tab == Tab::Overview).then(|| self.ranges());
        let below: Element<'a, Message> = match (&self.charts, self.tab) {
            (None, _) => frame.still(container(type_role::body(words::reading())).center(Fill)),
            (Some(charts), Tab::Overview) => self.overview(charts, viewport),
            (Some(_), Tab::Sessions) => self.sessions(viewport),
        };
        let header = page_header(size, said::name(), None, ranges);
        let narrowing = (self.tab == Tab::Sessions).then(|| self.narrowing());
        let header = column![header, self.tabs(), narrowing].spacing(frame.gap);
        let screen = frame.page(header, below);
        self.with_toast(screen)
    }

    /// The dialog above the window, while it is open, and what closes it.
    pub fn dialog(&self) -> (Option<Element<'_, Message>>, Message) {
        let dialog = self.editing.as_ref().map(|editing| editing.view());
        (dialog, Message::Cancel)
    }

    fn with_toast<'a>(&'a self, screen: Element<'a, Message>) -> Element<'a, Message> {
        let toast = self
            .is_undo_offered()
            .then(|| Toast::new(said::deleted()).action(said::undo(), Message::Undo));
        with_toast(screen, 0.0, toast)
    }

    fn ranges(&self) -> Element<'_, Message> {
        segmented(
            said::range(),
            Range::ALL.map(|range| (range, name_of(range))),
            Some(self.range),
            Message::Range,
        )
    }

    fn tabs(&self) -> Element<'_, Message> {
        let tab = |tab: Tab, label| {
            let is_on = self.tab == tab;
            let role = if is_on {
                type_role::STRONG
            } else {
                type_role::LABEL
            };
            let bar = container(Space::new()).width(Fill).height(line::UNDER);
            let bar = if is_on {
                bar.style(theme::container::solid(Tone::Spruce, 2.0))
            } else {
                bar
            };
            let label = container(role.text(label)).padding(Padding::from([gap::XS, gap::XXXS]));
            let message = Message::Tab(tab);
            let face = iced::widget::button(column![label, bar].width(iced::Shrink))
                .padding(0)
                .style(if is_on {
                    theme::button::tab_on
                } else {
                    theme::button::tab
                })
                .on_press(message);
            control(control::Kind::Tab(is_on), face)
                .radius(radius::TAG)
                .initial(true)
        };
        column![
            roving(
                control::Kind::Choices,
                said::name(),
                row![
                    tab(Tab::Overview, said::overview()),
                    tab(Tab::Sessions, said::sessions())
                ]
                .spacing(gap::XL),
            ),
            crate::app::widget::divider(),
        ]
        .into()
    }

    fn nothing(&self, viewport: &Viewport) -> Element<'_, Message> {
        /// From this height of the window on there is room for a figure.
        const HIGH: f32 = 560.0;
        let standing = self
            .standing
            .as_ref()
            .filter(|_| viewport.window.height >= HIGH);
        let standing = standing.map(|mannequin| {
            container(figure(mannequin, Beat::Key, Backdrop::Soft(Tone::Spruce)))
                .padding([gap::S, gap::L])
                .width(picture::STANDING.0)
                .height(picture::STANDING.1)
                .style(theme::container::soft(Tone::Spruce, radius::PANEL))
        });
        let start = match viewport.withheld {
            None => button(said::start_reset()).primary().icon(Solid::Play),
            Some(_) => button(words::locked()).icon(Icon::Lock),
        };
        container(
            column![
                standing,
                type_role::QUESTION.text(said::nothing()).align_x(Center),
                container(
                    type_role::body(said::nothing_line())
                        .style(theme::text::soft)
                        .align_x(Center),
                )
                .max_width(width::SENTENCES),
                start.large().initial().on_press(Message::StartReset),
            ]
            .spacing(gap::M)
            .align_x(Center),
        )
        .center(Fill)
        .into()
    }
}

impl Page for Progress {
    fn name(&self) -> Cow<'_, str> {
        said::name().into()
    }

    fn tab(&self) -> navigation::Tab {
        navigation::Tab::Progress
    }

    /// With a deletion the sessions below move up.
    fn face(&self) -> u64 {
        let editing = self.editing.as_ref().map(Editing::session);
        key_of((self.tab, editing, self.is_empty(), self.deletions))
    }

    fn has_dialog(&self) -> bool {
        self.editing.is_some()
    }
}

/// Whether everything lies within the last four weeks.
fn is_short(log: &Log, today: Date) -> bool {
    let sessions = log.sessions.iter().map(|session| session.began.day());
    let first = sessions
        .chain(log.pain.iter().map(|pain| pain.at.day()))
        .min();
    let span = Range::FourWeeks.span(today, None);
    first.is_none_or(|first| span.from <= first)
}

/// What a range is called.
fn name_of(range: Range) -> &'static str {
    match range {
        Range::FourWeeks => said::four_weeks(),
        Range::ThreeMonths => said::three_months(),
        Range::Year => said::one_year(),
        Range::All => said::everything(),
    }
}
