//! One routine: what it is for, its steps with their times, whom it serves, and Start.

mod follow;
mod steps;
mod view;

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use iced::widget::Id;

use super::{Page, name};
use crate::app::navigation::Tab;
use crate::app::playback::Beginning;
use crate::app::widget::Mannequin;
use crate::exercise::{Catalogue, Exercise};
use crate::knee::{ConditionId, Knowledge};
use crate::library::LoadedRoutine;
use crate::routine::item::Easier;
use crate::routine::timeline::{Start, Timeline};
use crate::settings::Settings;
use crate::side::Side;
use steps::{Doing, Harder, Known, Row, Section, sections};

/// What scrolls: the steps, and everything with them in a small window.
pub const LIST: Id = Id::new("steps of a routine");
/// What scrolls beside the steps.
pub const ASIDE: Id = Id::new("beside the steps");

/// The most seconds one can ask for to get ready.
const LONGEST_GET_READY: u32 = 60;

/// The state of the screen.
#[derive(Debug)]
pub struct Detail {
    loaded: LoadedRoutine,
    catalogue: Catalogue,
    cover: Option<Mannequin>,
    sections: Vec<Section>,
    /// The entries that are done in their easier version this time.
    easier: BTreeSet<usize>,
    /// The entries whose versions are shown.
    unfolded: BTreeSet<usize>,
    /// The conditions it serves, once their names are known.
    serves: Vec<(ConditionId, String)>,
    start: Start,
    total: Duration,
    steps: usize,
    kit: String,
    /// Whether there is a version without a mat.
    has_standing: bool,
    /// The seconds to get ready.
    get_ready: u32,
    /// The name of what one came from.
    back: Cow<'static, str>,
    /// How far the list of steps is scrolled, in logical pixels.
    scrolled: f32,
}

/// What a person does here. Rows are counted from 0 through all blocks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Message {
    /// Back to where one came from.
    Back,
    /// Play it.
    Start,
    /// Look at the version without a mat.
    Standing,
    /// Play it from this row on.
    StartFrom(usize),
    /// A second less to get ready.
    LessTime,
    /// A second more.
    MoreTime,
    /// The side to begin with.
    FirstSide(Side),
    /// Countdown beeps on or off.
    Countdown,
    /// Show the exercise of this row.
    Exercise(usize),
    /// Show or hide the versions of this row.
    Unfold(usize),
    /// The easier version of this row this time, or not.
    Easier(usize),
    /// Show the easier exercise of this row.
    ShowEasier(usize),
    /// Show the harder exercise of this row.
    ShowHarder(usize),
    /// Read about a condition.
    Condition(ConditionId),
    /// Open the knee map.
    KneeMap,
    /// Star it, or take the star away.
    Star,
    /// The list was scrolled to here.
    Scrolled(f32),
}

/// What the screen wants from its parent.
#[derive(Debug, Clone)]
pub enum Action {
    /// Nothing.
    None,
    /// Show what was there before.
    Back,
    /// Show the version without a mat.
    Standing,
    /// Play this routine.
    Start(LoadedRoutine, Beginning),
    /// Remember another time to get ready, in seconds.
    SetGetReady(u32),
    /// Remember another first side.
    SetFirstSide(Side),
    /// Remember countdown beeps the other way.
    ToggleCountdown,
    /// Show an exercise.
    Exercise(Arc<Exercise>),
    /// Show a condition.
    Condition(ConditionId),
    /// Open the knee map.
    KneeMap,
    /// Remember the star, or its absence.
    Star(String),
}

impl Detail {
    /// Prepares a routine to be looked at by someone who comes from a page of this name.
    pub fn new(
        loaded: LoadedRoutine,
        catalogue: Catalogue,
        settings: &Settings,
        back: Cow<'static, str>,
    ) -> Self {
        let mut detail = Self {
            cover: loaded
                .routine
                .cover
                .as_ref()
                .and_then(|exercise| exercise.figure.as_ref())
                .map(|movement| Mannequin::new(movement, Side::Right)),
            catalogue,
            sections: Vec::new(),
            easier: BTreeSet::new(),
            unfolded: BTreeSet::new(),
            serves: Vec::new(),
            start: Start::from(settings),
            total: Duration::ZERO,
            steps: 0,
            kit: name::kit(&loaded.routine.kit()),
            has_standing: false,
            get_ready: 0,
            back,
            scrolled: 0.0,
            loaded,
        };
        detail.settings_changed(settings);
        detail
    }

    /// There is a version of it without a mat.
    #[must_use]
    pub fn with_standing(self) -> Self {
        Self {
            has_standing: true,
            ..self
        }
    }

    /// The routine.
    pub fn loaded(&self) -> &LoadedRoutine {
        &self.loaded
    }

    /// How far the list of steps is scrolled, in logical pixels.
    pub fn scrolled(&self) -> f32 {
        self.scrolled
    }

    /// The names of conditions are known now.
    pub fn set_knowledge(&mut self, knowledge: &Knowledge) {
        self.serves = ConditionId::named()
            .filter(|condition| {
                let mut serves = self.loaded.routine.serves.iter();
                serves.any(|id| id == condition.id())
            })
            .map(|condition| (condition, knowledge.condition(condition).name.clone()))
            .collect();
    }

    /// The times and sides depend on the settings.
    pub fn settings_changed(&mut self, settings: &Settings) {
        self.start = Start::from(settings);
        self.get_ready = settings.get_ready_seconds.unwrap_or_else(|| {
            let own = self.loaded.routine.get_ready.seconds.duration().as_secs();
            u32::try_from(own).unwrap_or(LONGEST_GET_READY)
        });
        self.lay_out();
    }

    /// Writes the steps out as they would be played now.
    fn lay_out(&mut self) {
        let mut timeline = Timeline::of(&self.loaded.routine, self.start);
        for entry in &self.easier {
            let _ = timeline.ease(0, *entry);
        }
        let known = Known {
            routine: &self.loaded.routine,
            catalogue: &self.catalogue,
        };
        self.total = timeline.total();
        self.steps = timeline.numbered_steps();
        self.sections = sections(&timeline, self.start.first, &known);
    }

    /// Lets something happen.
    pub fn update(&mut self, message: Message) -> Action {
        if let Message::Scrolled(scrolled) = message {
            self.scrolled = scrolled;
            return Action::None;
        }
        match message {
            Message::Back => Action::Back,
            Message::Start => self.begin(0),
            Message::Standing => Action::Standing,
            Message::StartFrom(row) => match self.row(row) {
                Some(row) => self.begin(row.step),
                None => Action::None,
            },
            Message::LessTime => Action::SetGetReady(self.get_ready.saturating_sub(1)),
            Message::MoreTime => {
                Action::SetGetReady((self.get_ready + 1).min(LONGEST_GET_READY.max(self.get_ready)))
            }
            Message::FirstSide(side) => Action::SetFirstSide(side),
            Message::Countdown => Action::ToggleCountdown,
            Message::Exercise(row) => self.page_of(row, |doing| Some(Arc::clone(&doing.exercise))),
            Message::ShowEasier(row) => self.page_of(row, |doing| match &doing.easier {
                Some(Easier::Exercise(easier)) => Some(Arc::clone(easier)),
                Some(Easier::Text(_)) | None => None,
            }),
            Message::ShowHarder(row) => self.page_of(row, |doing| match &doing.harder {
                Some(Harder::Exercise(harder)) => Some(Arc::clone(harder)),
                Some(Harder::Text(_)) | None => None,
            }),
            Message::Unfold(row) => {
                if let Some(entry) = self.doing(row).map(|doing| doing.entry) {
                    turn(&mut self.unfolded, entry);
                }
                Action::None
            }
            Message::Easier(row) => {
                if let Some(entry) = self.doing(row).map(|doing| doing.entry) {
                    turn(&mut self.easier, entry);
                    self.lay_out();
                }
                Action::None
            }
            Message::Condition(condition) => Action::Condition(condition),
            Message::KneeMap => Action::KneeMap,
            Message::Star => Action::Star(self.loaded.routine.id.to_string()),
            Message::Scrolled(_) => Action::None,
        }
    }

    fn begin(&self, step: usize) -> Action {
        let easier = self.easier.iter().copied().collect();
        Action::Start(self.loaded.clone(), Beginning { step, easier })
    }

    fn page_of(&self, row: usize, which: impl Fn(&Doing) -> Option<Arc<Exercise>>) -> Action {
        match self.doing(row).and_then(which) {
            Some(exercise) => Action::Exercise(exercise),
            None => Action::None,
        }
    }

    fn rows(&self) -> impl Iterator<Item = &Row> {
        self.sections.iter().flat_map(|section| &section.rows)
    }

    fn row(&self, index: usize) -> Option<&Row> {
        self.rows().nth(index)
    }

    fn doing(&self, row: usize) -> Option<&Doing> {
        self.row(row)?.exercise.as_ref()
    }

    fn is_unfolded(&self, doing: &Doing) -> bool {
        self.unfolded.contains(&doing.entry)
    }

    /// How many figures of the list were prepared, and how many there are.
    #[cfg(test)]
    pub fn figures(&self) -> (usize, usize) {
        let figures: Vec<_> = self
            .rows()
            .filter_map(|row| Some(row.exercise.as_ref()?.figure.is_made()))
            .collect();
        let made = figures.iter().filter(|is_made| **is_made).count();
        (made, figures.len())
    }
}

impl Page for Detail {
    fn name(&self) -> Cow<'_, str> {
        self.loaded.routine.name.as_str().into()
    }

    fn tab(&self) -> Tab {
        Tab::Routines
    }
}

/// Puts a number in, or takes it out.
fn turn(set: &mut BTreeSet<usize>, number: usize) {
    if !set.remove(&number) {
        let _ = set.insert(number);
    }
}
