//! Today: what to do now. What was left, the reset, where it hurts, and how it goes.

mod cards;
mod facts;
mod stats;
mod this_morning;
mod view;
mod waiting;
mod welcome;

use std::borrow::Cow;
use std::sync::Arc;
use std::time::Instant;

use iced::Element;

use super::rating::{self, Rating};
use super::{Page, Viewport, key_of};
use crate::app::navigation::Tab;
use crate::app::shortcut::Stroke;
use crate::app::state::knees::pictures::Pictures;
use crate::app::widget::Mannequin;
use crate::catalog::about_me;
use crate::content::{Content, RESET, REST_DAY};
use crate::journal::Recent;
use crate::knee::Knowledge;
use crate::routine::Routine;
use crate::routine::timeline::Timeline;
use crate::side::Side;
use crate::training::morning;
use crate::training::pain::{Taken, Told};
use crate::training::rest::Rest;
use crate::words::{page, time};
use facts::Facts;
pub use facts::{Finding, Left, Match};
pub use this_morning::UNDO;
pub use view::PAGE;
pub use waiting::Waiting;
use welcome::Welcome;
pub use welcome::{Message as Welcoming, questions};

/// The state of Today.
#[derive(Debug)]
pub struct Today {
    reset: Option<RoutineRow>,
    /// What comes before the reset.
    lead: Option<Lead>,
    /// Somebody who rests.
    resting: Option<Mannequin>,
    /// The questions of the first day, while they are asked.
    welcome: Option<Welcome>,
    /// The leg that is drawn while nothing was found.
    leg: Side,
    facts: Option<Facts>,
    morning: Morning,
}

/// A routine to start from here.
#[derive(Debug)]
struct RoutineRow {
    routine: Arc<Routine>,
    minutes: String,
    figure: Option<Mannequin>,
}

/// A routine that comes before the reset, and the knee that it is for, where it is for one.
#[derive(Debug)]
struct Lead {
    row: RoutineRow,
    knee: Option<Side>,
}

impl RoutineRow {
    fn new(routine: &Arc<Routine>) -> Self {
        let cover = routine.cover.as_deref();
        let movement = cover.and_then(|cover| cover.figure.as_ref());
        Self {
            minutes: time::minutes(Timeline::of(routine, Side::Left.into()).total()),
            figure: movement.map(|movement| Mannequin::new(movement, Side::Right)),
            routine: Arc::clone(routine),
        }
    }
}

/// What Today is told.
#[derive(Debug)]
pub struct Known<'a> {
    /// What the journal has of the last weeks.
    pub recent: &'a Recent,
    /// The session that was left.
    pub left: Option<Left>,
    /// What the knee map found.
    pub findings: Vec<Finding>,
    /// The knee that waits to be seen.
    pub waiting: Option<Waiting>,
    /// Which day it is.
    pub today: jiff::civil::Date,
    /// The routine for what a person wants.
    pub aimed: Option<&'a Arc<Routine>>,
    /// Whether the morning's question may be asked.
    pub asks_in_the_morning: bool,
    /// Whether the questions of the first day may be asked.
    pub asks_first: bool,
    /// The leg that is drawn while nothing was found.
    pub leg: Side,
}

/// The question on the morning after.
#[derive(Debug)]
enum Morning {
    /// There is nothing to ask, or it is not known yet.
    Quiet,
    /// It is asked. What was said is written down at once.
    Asked(morning::Question, Rating),
    /// It was answered.
    Answered {
        /// What was asked.
        question: morning::Question,
        /// What was said.
        rating: Rating,
        /// What that says of the knee that took it worse.
        taken: Taken,
    },
}

/// What a person does on Today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Message {
    /// Go on with the session that was left.
    Resume,
    /// Do not offer it again today.
    NotToday,
    /// How the knees are this morning.
    Rate(rating::Message),
    /// Take that back.
    Undo,
    /// Do not ask again today.
    NotNow,
    /// Start what comes first.
    Start,
    /// Look at its steps.
    SeeSteps,
    /// Start the reset.
    StartReset,
    /// A question of the first day is answered.
    Welcome(welcome::Message),
    /// Show where it hurts.
    ShowWhere,
    /// Open what the knee map found.
    OpenResult,
    /// The knee is better.
    Better,
    /// Look at a number more closely.
    OpenStat(Stat),
    /// Say why routines wait, and what to do.
    SeeWhy,
    /// The same, from the reset that waits.
    LockedReset,
    /// What a doctor should know about the knee that waits.
    Summary,
}

/// The numbers on Today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)] // The names say it.
pub enum Stat {
    Strength,
    Pain,
    Moving,
    Week,
}

/// What Today wants from its parent.
#[derive(Debug, Clone)]
pub enum Action {
    /// Nothing.
    None,
    /// Play a routine.
    Start(Arc<Routine>),
    /// Show a routine.
    Open(Arc<Routine>),
    /// Open the knee map.
    KneeMap,
    /// Open this result of it.
    Result(uuid::Uuid),
    /// Go on with the session that was left.
    Resume,
    /// Put it off until tomorrow.
    PutOff,
    /// The questions of the first day were answered, or passed over.
    Welcomed(about_me::Welcome),
    /// Write down how the knees are on the morning after.
    Rated(morning::Question, Told),
    /// Take it back, for it is asked again.
    AskAgain(morning::Question),
    /// Ask nothing more this morning.
    NotNow,
    /// The finding of the knee map no longer holds.
    Better(uuid::Uuid),
    /// Open Progress.
    Progress,
    /// Say why routines wait.
    SeeWhy,
    /// Show what a doctor should know about the knee that waits.
    Summary,
}

impl Today {
    /// What is offered today.
    pub fn new(content: &Content) -> Self {
        let routine_row = |id| content.routine(id).map(RoutineRow::new);
        let resting = content.routine(REST_DAY).and_then(|it| it.cover.as_deref());
        let resting = resting.and_then(|exercise| exercise.figure.as_ref());
        Self {
            reset: routine_row(RESET),
            lead: None,
            resting: resting.map(|movement| Mannequin::new(movement, Side::Right)),
            welcome: None,
            leg: Side::Left,
            facts: None,
            morning: Morning::Quiet,
        }
    }

    /// Takes in what is known.
    pub fn know(&mut self, known: Known<'_>) {
        let Known {
            recent,
            left,
            findings,
            waiting,
            today,
            aimed,
            asks_in_the_morning,
            asks_first,
            leg,
        } = known;
        self.leg = leg;
        // What was asked or answered yesterday was about another morning.
        if self.day().is_some_and(|shown| shown != today) {
            self.morning = Morning::Quiet;
        }
        match (&self.morning, morning::question(&recent.log, today)) {
            (Morning::Quiet, Some(question)) if asks_in_the_morning => {
                let rating = Rating::of(question.knees, morning::first_knee(&recent.log));
                self.morning = Morning::Asked(question, rating);
            }
            (Morning::Asked(_, rating), None) if rating.told().is_none() => {
                self.morning = Morning::Quiet;
            }
            _ => {}
        }
        let asks_first = asks_first && recent.is_empty;
        self.welcome = asks_first.then(|| self.welcome.take().unwrap_or_default());
        let serving = findings
            .first()
            .and_then(|finding| Some((finding.routine.as_ref()?, Some(finding.knee))));
        let lead = serving.or_else(|| Some((aimed?, None)));
        self.lead = lead.map(|(routine, knee)| Lead {
            row: RoutineRow::new(routine),
            knee,
        });
        self.facts = Some(Facts::new(recent, left, findings, waiting, today));
    }

    /// The day that is shown, once anything is known.
    pub fn day(&self) -> Option<jiff::civil::Date> {
        Some(self.facts.as_ref()?.today)
    }

    /// What the answer of this morning says, once each knee has one.
    pub fn answered(&mut self, taken: Taken) {
        let (Morning::Asked(question, rating)
        | Morning::Answered {
            question, rating, ..
        }) = &self.morning
        else {
            return;
        };
        if rating.is_whole() {
            self.morning = Morning::Answered {
                question: question.clone(),
                rating: rating.clone(),
                taken,
            };
        }
    }

    /// What was said this morning, to be written down.
    fn rated(&self) -> Action {
        match &self.morning {
            Morning::Asked(question, rating)
            | Morning::Answered {
                question, rating, ..
            } => match rating.told() {
                Some(told) => Action::Rated(question.clone(), told),
                None => Action::None,
            },
            Morning::Quiet => Action::None,
        }
    }

    /// Takes back what was said this morning.
    fn undo(&mut self) -> Action {
        let (Morning::Asked(question, rating)
        | Morning::Answered {
            question, rating, ..
        }) = &self.morning
        else {
            return Action::None;
        };
        let question = question.clone();
        let rating = rating.cleared();
        self.morning = Morning::Asked(question.clone(), rating);
        Action::AskAgain(question)
    }

    /// Lets something happen.
    pub fn update(&mut self, message: Message) -> Action {
        let started = |routine_row: &Option<RoutineRow>| match routine_row {
            Some(routine_row) => Action::Start(Arc::clone(&routine_row.routine)),
            None => Action::None,
        };
        match message {
            Message::Start => match &self.lead {
                // Nothing asks for more while a knee rests.
                _ if self.rests().is_some() => Action::None,
                Some(lead) => Action::Start(Arc::clone(&lead.row.routine)),
                None => started(&self.reset),
            },
            Message::StartReset => started(&self.reset),
            Message::Welcome(message) => self.answer(message),
            Message::ShowWhere => Action::KneeMap,
            Message::OpenResult => match self.finding() {
                Some(finding) => Action::Result(finding.id),
                None => Action::KneeMap,
            },
            Message::SeeSteps => {
                let lead = self.lead.as_ref().map(|lead| &lead.row);
                match lead.or(self.reset.as_ref()) {
                    Some(routine_row) => Action::Open(Arc::clone(&routine_row.routine)),
                    None => Action::None,
                }
            }
            Message::Resume => Action::Resume,
            Message::NotToday => Action::PutOff,
            Message::Rate(rated) => {
                if let Morning::Asked(_, rating) = &mut self.morning {
                    rating.update(rated);
                }
                self.rated()
            }
            Message::Undo => self.undo(),
            Message::NotNow => {
                self.morning = Morning::Quiet;
                Action::NotNow
            }
            Message::Better => match self.finding() {
                Some(finding) => Action::Better(finding.id),
                None => Action::None,
            },
            Message::OpenStat(_) => Action::Progress,
            Message::SeeWhy | Message::LockedReset => Action::SeeWhy,
            Message::Summary => Action::Summary,
        }
    }

    /// A digit answers the morning's question, and U takes that back. None: the key means what it means on every page.
    pub fn key(&mut self, stroke: Stroke, real: Instant) -> Option<Action> {
        let is_digit = matches!(stroke, Stroke::Character('0'..='9' | 'l' | 'r'));
        match &mut self.morning {
            Morning::Asked(_, rating) if is_digit => {
                let chosen = rating.key(stroke, real)?;
                Some(match chosen {
                    rating::Message::Score(..) => self.rated(),
                    rating::Message::Knee(_) => Action::None,
                })
            }
            // The 0 of a 10 comes when the 1 was taken for the answer.
            Morning::Answered { .. } if stroke == Stroke::Character('u') => Some(self.undo()),
            Morning::Answered { rating, .. } => {
                let is_ten = rating.completes_ten(stroke, real);
                is_ten.then(|| self.rated())
            }
            Morning::Asked(..) | Morning::Quiet => None,
        }
    }

    /// What the knee map found, where that still holds.
    fn finding(&self) -> Option<&Finding> {
        self.facts.as_ref()?.findings.first()
    }

    /// The knee that waits to be seen, if one does.
    fn waiting(&self) -> Option<&Waiting> {
        self.facts.as_ref()?.waiting.as_ref()
    }

    fn answer(&mut self, message: welcome::Message) -> Action {
        let Some(welcome) = &mut self.welcome else {
            return Action::None;
        };
        match message {
            welcome::Message::Answer(answer) => {
                welcome.about_me.answer(answer);
                Action::None
            }
            welcome::Message::Skip => Action::Welcomed(about_me::Welcome::Skipped),
            welcome::Message::Done => {
                Action::Welcomed(about_me::Welcome::Told(welcome.about_me.clone()))
            }
        }
    }

    /// The knee that asks for rest, if one does.
    fn rests(&self) -> Option<Rest> {
        self.facts.as_ref()?.rest
    }

    /// Draws Today.
    pub fn view<'a>(
        &'a self,
        viewport: &Viewport,
        knee: Option<(&'a Knowledge, &'a Pictures)>,
    ) -> Element<'a, Message> {
        view::view(self, viewport, knee)
    }
}

impl Page for Today {
    fn name(&self) -> Cow<'_, str> {
        page::today().into()
    }

    fn tab(&self) -> Tab {
        Tab::Today
    }

    /// What stands on it, without what comes and goes while a question is answered.
    fn face(&self) -> u64 {
        let facts = self.facts.as_ref();
        key_of((
            facts.is_some_and(|facts| facts.left.is_some()),
            matches!(self.morning, Morning::Quiet),
            self.waiting().is_some(),
            self.rests().is_some(),
            self.finding().map(|finding| finding.routine.is_some()),
            self.welcome.is_some(),
        ))
    }

    /// Another one while a knee waits to be seen.
    fn visit(&self) -> u64 {
        key_of(self.waiting().is_some())
    }
}
