//! What came of the knee map, as the journal has it: a red flag with what to do, or what it may be. The page is the same
//! right after the last answer and on any later day.

mod alternatives;
mod beside;
mod checked;
mod emergency;
mod flag;
mod keyboard;
mod match_card;
mod offered;
mod places;
mod raised;
mod recommended;
mod result;
mod summary;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::mem::discriminant;
use std::path::PathBuf;
use std::sync::Arc;

use iced::Element;
use iced::widget::Id;
use jiff::civil::Date;

use super::knee_map::Origin;
use super::{Page, Viewport, key_of};
use crate::app::navigation::Tab;
use crate::app::state::knees::pictures::Pictures;
use crate::content::Content;
use crate::knee::{
    AnswerSheet, Assessment, ConditionId, Findings, Knowledge, Level, View, Withheld, assess,
};
use crate::library::{RoutineFile, RoutineRef};
use crate::side::Side;
use crate::training::record::{self, Examiner, Log, Standing};
use crate::words::finding::{Line, summary as summary_of};
use crate::words::{emergency as emergency_numbers, knee_map as map_words};
use checked::Check;
use offered::Offered;
use places::Places;
use raised::Raised;
use summary::Summary;

pub use checked::Checking;
pub use summary::{Summing, Told};

/// The content that scrolls.
pub const BODY: Id = Id::new("finding");

/// The state of the page.
#[derive(Debug)]
pub struct FindingPage {
    knowledge: Arc<Knowledge>,
    /// As the journal has it.
    record: record::Assessment,
    /// What its answers come to.
    assessment: Assessment,
    /// What was ticked and what to do; none where nothing has to be seen first.
    raised: Option<Raised>,
    /// What may be played.
    offered: Offered,
    showing: Showing,
    from: Origin,
    /// The person's day.
    today: Date,
    /// The leg that is marked too and comes next.
    next: Option<Side>,
    /// The other leg, where it has a result.
    other: Option<Side>,
    /// The person's marks.
    marks: Places,
    /// Where each condition beside the best fit is.
    places: Vec<Places>,
    /// The emergency numbers where the computer is.
    numbers: String,
    /// The lines of the summary.
    lines: Vec<Line>,
    /// Which of those beside the best fit is open, from 1.
    open: Option<usize>,
    /// Whether the list of all routines is open.
    is_list_open: bool,
    dialog: Option<Dialog>,
}

/// What lies above the page.
#[derive(Debug)]
enum Dialog {
    /// Whether someone has looked.
    Check(Check),
    /// The summary.
    Summary(Summary),
}

/// On which occasion the page is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Showing {
    /// Right after the last answer. Nothing on the page unlocks.
    First,
    /// Later, from Today, the knee map, or where a routine is locked.
    Again,
}

/// What the page is made from beside its record.
#[derive(Debug, Clone)]
pub struct Known<'a> {
    /// What is known about knees.
    pub knowledge: &'a Arc<Knowledge>,
    /// What is on record about both knees.
    pub findings: Findings,
    /// The routines that ship with the program.
    pub content: &'a Content,
    /// The person's own routines.
    pub own: &'a [RoutineFile],
    /// The last weeks, for the summary.
    pub log: &'a Log,
    /// The person's day.
    pub today: Date,
    /// The region the computer is set up for, in two letters.
    pub region: Option<&'a str>,
    /// The leg that is marked too and comes next.
    pub next: Option<Side>,
    /// The other leg, where it has a result.
    pub other: Option<Side>,
}

/// What a person does here.
#[derive(Debug, Clone, PartialEq)]
pub enum Message {
    /// Back to the knee map, with what was said.
    Change,
    /// The knee map, empty.
    StartAgain,
    /// The other leg, which is marked too.
    Next,
    /// The other leg's result.
    Other,
    /// About a condition.
    Read(ConditionId),
    /// Play the routine at this place of those on offer.
    Start(usize),
    /// Open the list of all routines, or close it.
    More,
    /// Open one of those beside the best fit, or close it.
    Open(usize),
    /// Why the routines are locked.
    SeeWhy,
    /// Back to the session that waits, or its end.
    BackToSession,
    /// Open the summary.
    Summarise,
    /// Something in the summary.
    Summing(Summing),
    /// Someone has looked at the knee.
    ItWasChecked,
    /// Something in the dialog about who looked.
    Checking(Checking),
    /// Nothing: a key that leads away elsewhere does not here.
    Stay,
}

/// What the page wants from its parent.
#[derive(Debug, Clone)]
pub enum Action {
    /// Nothing.
    None,
    /// The knee map with everything that was said, to change some of it.
    Change,
    /// The knee map, empty.
    StartAgain,
    /// The other leg.
    Next(Side),
    /// The result of the other leg.
    Other(Side),
    /// Show a condition.
    Read(ConditionId),
    /// Play a routine.
    Start(RoutineRef),
    /// Say why routines are locked.
    Explain(Withheld),
    /// Someone has looked at the knee and said that exercise is fine.
    Checked(Examiner),
    /// Back to the session that waits.
    BackToSession,
    /// Put this text where it can be pasted from.
    Copy(String),
    /// Save this text as a file, and ask where.
    Save(String),
    /// Save it in the folder of documents.
    SaveInDocuments(String),
    /// Open this text for printing.
    Print(String),
    /// Show this folder.
    ShowFolder(PathBuf),
}

/// The statements that raised the flags of a result, those of the most urgent first.
pub fn ticked(knowledge: &Knowledge, record: &record::Assessment) -> Vec<String> {
    Raised::of(knowledge, record).ticked
}

impl FindingPage {
    /// The page of what the journal has. What its answers come to is worked out here unless it is known already.
    pub fn new(
        record: record::Assessment,
        assessment: Option<Assessment>,
        showing: Showing,
        from: Origin,
        known: &Known<'_>,
    ) -> Self {
        let knowledge = Arc::clone(known.knowledge);
        let assessment = assessment.unwrap_or_else(|| assess(&knowledge, &record.sheet()));
        let raised = record.level().map(|_| Raised::of(&knowledge, &record));
        let lines = summary_of(&knowledge, &record, &assessment, known.log);
        let offered = Offered::new(&assessment, known);
        let beside = assessment.shown().skip(1);
        let places = beside
            .map(|candidate| Places::of_condition(&knowledge, candidate.condition))
            .collect();
        Self {
            marks: Places::marked(&knowledge, &record.sheet()),
            places,
            knowledge,
            record,
            assessment,
            raised,
            offered,
            showing,
            from,
            today: known.today,
            numbers: emergency_numbers::line(known.region),
            next: known.next,
            other: known.other,
            lines,
            open: None,
            is_list_open: false,
            dialog: None,
        }
    }

    /// Where one came from.
    pub fn from(&self) -> Origin {
        self.from
    }

    /// What the journal has.
    pub fn record(&self) -> &record::Assessment {
        &self.record
    }

    /// Which leg it is about, and what was said.
    pub fn said(&self) -> (Side, AnswerSheet) {
        (self.leg(), self.record.sheet())
    }

    /// Whether it is about a red flag, one that someone has looked at since as well.
    pub fn is_flag(&self) -> bool {
        self.raised.is_some()
    }

    /// Whether the knee waits to be seen because of it.
    fn waits(&self) -> bool {
        self.record.open().is_some()
    }

    /// The pictures of the knee that the page shows.
    pub fn pictures(&self) -> Vec<(View, Side)> {
        let beside = self.places.iter().map(|places| places.view);
        let mut views: Vec<_> = [self.marks.view].into_iter().chain(beside).collect();
        views.sort_unstable();
        views.dedup();
        views.into_iter().map(|view| (view, self.leg())).collect()
    }

    /// Opens the summary above the page.
    pub fn open_summary(&mut self) {
        self.dialog = Some(Dialog::Summary(Summary::default()));
    }

    fn leg(&self) -> Side {
        self.record.knee
    }

    fn level(&self) -> Level {
        self.record.level().unwrap_or(Level::Advice)
    }

    /// The day the answers were given.
    fn day(&self) -> Date {
        self.record.at.day()
    }

    /// Whether the person may say here that someone has looked: never on a page that has just appeared.
    fn can_be_checked(&self) -> bool {
        self.showing == Showing::Again
            && self.record.standing == Standing::Current
            && (self.waits() || self.offered.see_first().is_some())
    }

    /// Whether a session waits behind this page.
    fn is_in_session(&self) -> bool {
        self.from == Origin::Session
    }

    /// Whether the answers can be changed: at once, and on the same day where nothing has to be seen first.
    pub fn can_change(&self) -> bool {
        let is_current = self.record.standing == Standing::Current;
        self.waits() || self.showing == Showing::First || is_current && self.day() == self.today
    }

    /// Lets something happen.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Change => return Action::Change,
            Message::StartAgain => return Action::StartAgain,
            Message::Next => return self.next.map_or(Action::None, Action::Next),
            Message::Other => return self.other.map_or(Action::None, Action::Other),
            Message::Read(condition) => return Action::Read(condition),
            Message::Start(index) => {
                let chosen = self.offered.chosen(index).filter(|_| !self.is_in_session());
                return chosen.map_or(Action::None, Action::Start);
            }
            Message::SeeWhy => {
                return self.offered.locked().map_or(Action::None, Action::Explain);
            }
            Message::BackToSession => return Action::BackToSession,
            Message::More => self.is_list_open = !self.is_list_open,
            Message::Open(index) => {
                self.open = (self.open != Some(index)).then_some(index);
            }
            Message::Summarise => self.open_summary(),
            Message::Summing(summing) => return self.update_summary(summing),
            Message::ItWasChecked if self.can_be_checked() => {
                self.dialog = Some(Dialog::Check(Check::default()));
            }
            Message::Checking(checking) => return self.update_check(checking),
            Message::ItWasChecked | Message::Stay => {}
        }
        Action::None
    }

    /// The dialog above the page, and what closes it.
    pub fn dialog<'a>(&'a self, viewport: &Viewport) -> (Option<Element<'a, Message>>, Message) {
        match &self.dialog {
            None => (None, Message::Stay),
            Some(Dialog::Check(check)) => (
                Some(self.check_dialog(check)),
                Message::Checking(Checking::Keep),
            ),
            Some(Dialog::Summary(summary)) => (
                Some(self.summary_dialog(summary, viewport)),
                Message::Summing(Summing::Close),
            ),
        }
    }

    /// Draws the page.
    pub fn view<'a>(&'a self, viewport: &Viewport, pictures: &'a Pictures) -> Element<'a, Message> {
        match &self.raised {
            Some(raised) if self.waits() && self.level() == Level::Emergency => {
                self.emergency(raised, viewport)
            }
            Some(raised) => self.flag(raised, viewport, pictures),
            None => self.result(viewport, pictures),
        }
    }
}

impl Page for FindingPage {
    fn name(&self) -> Cow<'_, str> {
        map_words::name().into()
    }

    fn tab(&self) -> Tab {
        Tab::KneeMap
    }

    fn face(&self) -> u64 {
        let dialog = self.dialog.as_ref().map(discriminant);
        key_of((self.record.id, dialog, self.is_flag(), self.showing))
    }

    fn visit(&self) -> u64 {
        key_of(self.record.id)
    }

    fn has_dialog(&self) -> bool {
        self.dialog.is_some()
    }
}
