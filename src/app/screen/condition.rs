//! One condition: where, what it feels like, what to do, why, and when to see someone.

mod advice;
mod main;
mod side;
mod sources;
mod spot;
mod text;

use std::borrow::Cow;
use std::sync::Arc;

use iced::widget::{Id, column, row};
use iced::{Element, Fill};

use super::routine_row::{RoutineRow, serving};
use super::{Page, Viewport, key_of};
use crate::app::navigation::Tab;
use crate::app::state::knees::pictures::Pictures;
use crate::app::theme::{self, type_role};
use crate::app::widget::page::Frame;
use crate::app::widget::{Icon, Thumbnail, WindowSize, button, icon_button};
use crate::content::Content;
use crate::knee::{Care, Condition, ConditionId, Findings, Knowledge, Reference, View, Withheld};
use crate::library::{RoutineFile, RoutineRef};
use crate::side::Side;
use crate::words::conditions as words;

pub use spot::Spot;

/// What scrolls.
pub const PAGE: Id = Id::new("condition");

/// The most routines of one's own that are listed.
const MOST_OWN: usize = 6;
/// How many sources are shown at first.
const FEW_SOURCES: usize = 6;
/// How many conditions close to this one are named.
const CLOSE: usize = 3;
/// The width of what stands beside, in logical pixels.
const SIDE: f32 = 300.0;

/// The state of the page.
#[derive(Debug)]
pub struct ConditionPage {
    knowledge: Arc<Knowledge>,
    id: ConditionId,
    /// Whose knee the pictures show.
    leg: Side,
    spot: Spot,
    /// From where the knee is seen.
    view: View,
    /// The routines that may be offered, the first one first; or why none may be.
    routines: Result<Vec<RoutineRow>, Withheld>,
    /// How many more of one's own there are.
    more: usize,
    /// The figure of the first routine.
    cover: Option<Thumbnail>,
    /// Whether all routines are shown.
    has_all_routines: bool,
    /// Whether all sources are shown.
    has_all_sources: bool,
    /// What was copied last.
    copied: Option<Copied>,
    /// Why something could not be opened.
    problem: Option<String>,
    close: Vec<ConditionId>,
    /// What is written on the way back.
    back: &'static str,
}

/// What can be copied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Copied {
    Page,
    Source(usize),
    Sources,
}

/// What a person does here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Message {
    /// Back to where one came from.
    Back,
    /// Copy the page as text.
    Copy,
    /// Open the page as text in whatever opens texts.
    OpenText,
    /// Play one of its routines.
    Start(usize),
    /// Say why its routines are locked.
    SeeWhy,
    /// Show all routines.
    MoreRoutines,
    /// Look at the knee from another side.
    View(View),
    /// Copy a source.
    CopySource(usize),
    /// Open a source in the browser.
    OpenSource(usize),
    /// Copy all sources.
    CopySources,
    /// Show all sources.
    MoreSources,
    /// Read about another condition.
    Read(ConditionId),
    /// Something could not be opened.
    NotOpened(String),
}

/// What the page wants from its parent.
#[derive(Debug, Clone)]
pub enum Action {
    /// Nothing.
    None,
    /// Back to where one came from.
    Back,
    /// Play a routine.
    Start(RoutineRef),
    /// Say why routines are locked.
    SeeWhy,
    /// Put this on the clipboard.
    Copy(String),
    /// Open a text with a name.
    OpenText {
        /// What it is about.
        name: String,
        /// The text.
        text: String,
    },
    /// Open an address in the browser.
    OpenAddress(String),
    /// Show another condition in place of this one.
    Read(ConditionId),
}

impl ConditionPage {
    /// The page of a condition with pictures of this leg, for someone who comes from a page of this name.
    pub fn new(
        knowledge: Arc<Knowledge>,
        id: ConditionId,
        content: &Content,
        own: &[RoutineFile],
        findings: &Findings,
        leg: Side,
        back: &'static str,
    ) -> Self {
        let condition = knowledge.condition(id);
        let bundled: Vec<_> = content.routines.iter().map(RoutineRow::bundled).collect();
        let own = own
            .iter()
            .filter(|routine_file| routine_file.summary.serves.contains(&id));
        let more = own.clone().count().saturating_sub(MOST_OWN);
        let routines = serving(&bundled, condition, findings).map(|bundled| {
            let bundled = bundled.into_iter().cloned();
            let own = own.take(MOST_OWN).map(RoutineRow::own);
            bundled.chain(own).collect::<Vec<_>>()
        });
        let first = routines.as_ref().ok().and_then(|routines| routines.first());
        let cover = first.and_then(|first| first.summary.cover.clone());
        let spot = Spot::of(&knowledge, condition);
        Self {
            id,
            leg,
            view: spot.view(),
            spot,
            routines,
            more,
            cover: cover.map(Thumbnail::new),
            has_all_routines: false,
            has_all_sources: false,
            copied: None,
            problem: None,
            close: close_to(&knowledge, condition),
            back,
            knowledge,
        }
    }

    /// The pictures that are shown.
    pub fn wants(&self) -> Vec<(View, Side)> {
        let views = self.spot.views().iter();
        views.map(|view| (*view, self.leg)).collect()
    }

    /// What is written on the way back.
    pub fn back(&self) -> &'static str {
        self.back
    }

    /// The conditions close to this one.
    #[cfg(test)]
    pub fn close_by(&self) -> &[ConditionId] {
        &self.close
    }

    /// How many routines can be started on the page.
    #[cfg(test)]
    pub fn rows(&self) -> usize {
        match self.routine_rows().len() {
            count if self.has_all_routines => count,
            count => count.min(1),
        }
    }

    /// Which condition it is.
    pub fn id(&self) -> ConditionId {
        self.id
    }

    fn condition(&self) -> &Condition {
        self.knowledge.condition(self.id)
    }

    /// Lets something happen.
    pub fn update(&mut self, message: Message) -> Action {
        if !matches!(message, Message::NotOpened(_)) {
            self.problem = None;
        }
        match message {
            Message::Back => return Action::Back,
            Message::Copy => {
                self.copied = Some(Copied::Page);
                return Action::Copy(text::plain(self.condition(), self.routine_rows()));
            }
            Message::OpenText => {
                let condition = self.condition();
                return Action::OpenText {
                    name: condition.name.clone(),
                    text: text::plain(condition, self.routine_rows()),
                };
            }
            Message::Start(index) => {
                let routine_row = self.routine_rows().get(index);
                return routine_row.map_or(Action::None, |routine_row| {
                    Action::Start(routine_row.chosen.clone())
                });
            }
            Message::SeeWhy => return Action::SeeWhy,
            Message::Read(condition) => return Action::Read(condition),
            Message::CopySource(index) => {
                if let Some(source) = self.condition().sources.get(index) {
                    let line = text::source(source);
                    self.copied = Some(Copied::Source(index));
                    return Action::Copy(line);
                }
            }
            Message::CopySources => {
                self.copied = Some(Copied::Sources);
                return Action::Copy(text::sources(&self.condition().sources));
            }
            Message::OpenSource(index) => {
                let source = self.condition().sources.get(index);
                let address = source.and_then(Reference::web_address);
                return address.map_or(Action::None, |address| {
                    Action::OpenAddress(address.to_owned())
                });
            }
            Message::MoreRoutines => self.has_all_routines = true,
            Message::MoreSources => self.has_all_sources = true,
            Message::View(view) => self.view = view,
            Message::NotOpened(problem) => self.problem = Some(problem),
        }
        Action::None
    }

    /// The routines that may be offered.
    fn routine_rows(&self) -> &[RoutineRow] {
        self.routines.as_deref().unwrap_or_default()
    }

    /// Whether routines wait only until a knee was looked at.
    fn is_locked(&self) -> bool {
        matches!(self.routines, Err(Withheld::Finding(_)))
            && matches!(self.condition().care, Care::SelfCare(_))
            && self.condition().named_routines().next().is_some()
    }

    /// Draws the page.
    pub fn view<'a>(&'a self, viewport: &Viewport, pictures: &'a Pictures) -> Element<'a, Message> {
        let size = viewport.size();
        let frame = Frame::of(size);
        let side = self.side(pictures);
        let main = column![self.head(size), self.main()].spacing(frame.gap);
        let content: Element<'a, Message> = if size == WindowSize::Small {
            frame.scroll(main.push(side)).id(PAGE).into()
        } else {
            frame.columns(frame.main(main).id(PAGE), frame.aside(side), SIDE)
        };
        frame.page(self.top(), content)
    }

    /// The way back, and the two things to do with the whole page.
    fn top(&self) -> Element<'_, Message> {
        let copy = match self.copied {
            Some(Copied::Page) => icon_button(Icon::Check, words::copied()),
            _ => icon_button(Icon::Copy, words::copy()),
        };
        let problem = self
            .problem
            .as_deref()
            .map(|problem| type_role::small(problem).style(theme::text::tone(theme::Tone::Ember)));
        row![
            button(self.back)
                .quiet()
                .icon(Icon::ArrowLeft)
                .on_press(Message::Back),
            iced::widget::container(problem)
                .width(Fill)
                .align_x(iced::Right),
            copy.on_press(Message::Copy),
            icon_button(Icon::Printer, words::open_to_print()).on_press(Message::OpenText),
        ]
        .align_y(iced::Center)
        .into()
    }
}

impl Page for ConditionPage {
    fn name(&self) -> Cow<'_, str> {
        self.condition().name.as_str().into()
    }

    fn tab(&self) -> Tab {
        Tab::KneeMap
    }

    fn visit(&self) -> u64 {
        key_of(self.id())
    }
}

/// The conditions next to one in its part of the knee, those just before and after it in rank.
fn close_to(knowledge: &Knowledge, condition: &Condition) -> Vec<ConditionId> {
    let place = |other: &Condition| (other.rank, other.name.to_lowercase());
    let mut others: Vec<_> = knowledge
        .conditions()
        .filter(|other| other.area == condition.area && other.id != condition.id)
        .collect();
    others.sort_by_cached_key(|other| place(other));
    let here = others.partition_point(|other| place(other) < place(condition));
    let start = here
        .saturating_sub(1)
        .min(others.len().saturating_sub(CLOSE));
    let close = others.into_iter().skip(start).take(CLOSE);
    close.map(|other| other.id).collect()
}
