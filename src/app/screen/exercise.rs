//! One exercise: its figure from every side, how it is done, and which routines use it.

mod view;

use std::borrow::Cow;
use std::path::PathBuf;
use std::sync::Arc;

use iced::widget::Id;

use super::{Page, dose, name};
use crate::app::navigation::Tab;
use crate::app::widget::{Mannequin, Photo, refusal};
use crate::exercise::{Exercise, Sidedness, Version};
use crate::figure::Movement;
use crate::library::picture::{self, Picture};
use crate::library::{LoadedRoutine, RoutineFile, RoutineRef};
use crate::routine::{ExerciseItem, Routine};
use crate::side::Side;
use crate::words::{catalog as said, exercise as words, grammar, time};

/// What scrolls.
pub const DETAILS: Id = Id::new("details of an exercise");

/// One press of an arrow key turns the figure by this many degrees.
const ARROW: f32 = 15.0;
/// The most routines that are listed.
const MOST_ROUTINES: usize = 12;

/// The state of the page.
#[derive(Debug)]
pub struct ExercisePage {
    exercise: Arc<Exercise>,
    /// The routine one came from, which may have exercises of its own.
    near: Option<LoadedRoutine>,
    side: Side,
    /// The figure as it is seen at first.
    straight: Option<Mannequin>,
    /// The same figure, turned.
    turned: Option<Mannequin>,
    /// By how much, in degrees from 0 to 360.
    turn: f32,
    targets: String,
    kit: String,
    easier: Option<Link>,
    harder: Option<Link>,
    /// The picture that shows it, where it has no figure.
    picture: Option<Shown>,
    /// The routines it is part of.
    part_of: Vec<Part>,
    /// How many more there are.
    more: usize,
    /// The name of what one came from.
    back: Cow<'static, str>,
}

/// The picture of an exercise.
#[derive(Debug)]
enum Shown {
    /// It is being read.
    Coming,
    /// It is there.
    There(Photo),
    /// It cannot be shown; this says why.
    Refused(String),
}

/// A routine that an exercise is part of.
#[derive(Debug)]
struct Part {
    chosen: RoutineRef,
    name: String,
    /// What it asks for or, where the whole of it was not read, whose it is and how long.
    line: String,
}

/// An easier or harder version.
#[derive(Debug)]
enum Link {
    /// Another exercise.
    Exercise(Arc<Exercise>),
    /// A change to this one, in words.
    Text(String),
}

/// What a person does here.
#[derive(Debug, Clone, PartialEq)]
pub enum Message {
    /// Back to where one came from.
    Back,
    /// Turn the figure by some degrees: what is nearest goes to the right.
    Turn(f32),
    /// Turn it back to where it was at first.
    TurnBack,
    /// Show this side at work.
    Side(Side),
    /// Show the easier exercise.
    Easier,
    /// Show the harder one.
    Harder,
    /// Show a routine it is part of.
    Routine(usize),
    /// The picture of the exercise was read, or could not be.
    Picture(PathBuf, Result<Arc<Picture>, picture::Error>),
}

/// What the page wants from its parent.
#[derive(Debug, Clone)]
pub enum Action {
    /// Nothing.
    None,
    /// Show what was there before.
    Back,
    /// Show another exercise.
    Open(Arc<Exercise>),
    /// Show a routine.
    Routine(RoutineRef),
}

/// What an exercise's page is made from.
#[derive(Debug)]
pub struct Collection<'a> {
    /// Finds an exercise by its id.
    pub catalogue: &'a crate::exercise::Catalogue,
    /// The routines that ship with the program.
    pub routines: &'a [Arc<Routine>],
    /// One's own.
    pub own: &'a [RoutineFile],
}

impl ExercisePage {
    /// The page of an exercise for someone who comes from a page of this name. `near` is the routine it was reached by.
    pub fn new(
        exercise: Arc<Exercise>,
        near: Option<LoadedRoutine>,
        collection: &Collection<'_>,
        back: Cow<'static, str>,
    ) -> Self {
        let link = |version: &Option<Version>| match version.as_ref()? {
            Version::Text(text) => Some(Link::Text(text.clone())),
            Version::Exercise(id) => near
                .as_ref()
                .and_then(|near| own(&near.routine, id))
                .or_else(|| collection.catalogue.get(id).cloned())
                .map(Link::Exercise),
        };
        let (easier, harder) = (link(&exercise.easier), link(&exercise.harder));
        let mut part_of = part_of(&exercise, near.as_ref(), collection);
        let more = part_of.len().saturating_sub(MOST_ROUTINES);
        part_of.truncate(MOST_ROUTINES);
        let targets: Vec<_> = exercise
            .targets
            .iter()
            .map(|target| words::target(*target))
            .collect();
        let mut page = Self {
            targets: grammar::upper_first(&grammar::list(targets)),
            kit: name::kit(&exercise.kit),
            side: Side::Right,
            straight: None,
            turned: None,
            turn: 0.0,
            easier,
            harder,
            picture: exercise.picture.as_ref().map(|_| Shown::Coming),
            part_of,
            more,
            back,
            near,
            exercise,
        };
        page.show(Side::Right);
        page
    }

    /// The routine it was reached by.
    pub fn near(&self) -> Option<&LoadedRoutine> {
        self.near.as_ref()
    }

    fn movement(&self) -> Option<&Movement> {
        self.exercise.figure.as_ref()
    }

    /// Where the picture of the exercise is, if it has one.
    pub fn picture_file(&self) -> Option<PathBuf> {
        let folder = self.near.as_ref()?.folder.as_ref()?;
        Some(folder.join(self.exercise.picture.as_ref()?))
    }

    /// Whether the sides work one after the other, so that either can be shown.
    fn has_sides(&self) -> bool {
        let turns_by_itself = self.movement().is_none_or(Movement::alternates);
        match self.exercise.sides {
            Sidedness::Both => false,
            Sidedness::Each => self.movement().is_some(),
            Sidedness::Alternating => !turns_by_itself,
        }
    }

    fn show(&mut self, side: Side) {
        self.side = side;
        let has_sides = self.has_sides();
        self.straight = self.movement().map(|movement| {
            let side = if has_sides {
                side
            } else {
                movement.drawn_side()
            };
            Mannequin::new(movement, side)
        });
        self.turn_to(self.turn);
    }

    fn turn_to(&mut self, degrees: f32) {
        self.turn = degrees.rem_euclid(360.0);
        self.turned = self
            .straight
            .as_ref()
            .filter(|_| self.is_turned())
            .map(|straight| straight.turned(self.turn));
    }

    fn is_turned(&self) -> bool {
        self.turn != 0.0
    }

    fn mannequin(&self) -> Option<&Mannequin> {
        self.turned.as_ref().or(self.straight.as_ref())
    }

    /// Lets something happen.
    pub fn update(&mut self, message: Message) -> Action {
        let open = |link: &Option<Link>| match link {
            Some(Link::Exercise(exercise)) => Action::Open(Arc::clone(exercise)),
            Some(Link::Text(_)) | None => Action::None,
        };
        match message {
            // One that was read for another page by now says nothing here.
            Message::Picture(file, _) if self.picture_file() != Some(file.clone()) => Action::None,
            Message::Picture(_, picture) => {
                let name = || self.exercise.picture.clone().unwrap_or_default();
                self.picture = Some(match picture {
                    Ok(picture) => Shown::There(Photo::from(&*picture)),
                    Err(error) => Shown::Refused(refusal(&name(), &error)),
                });
                Action::None
            }
            Message::Back => Action::Back,
            Message::Turn(degrees) => {
                self.turn_to(self.turn + degrees);
                Action::None
            }
            Message::TurnBack => {
                self.turn_to(0.0);
                Action::None
            }
            Message::Side(side) => {
                self.show(side);
                Action::None
            }
            Message::Easier => open(&self.easier),
            Message::Harder => open(&self.harder),
            Message::Routine(index) => match self.part_of.get(index) {
                Some(part) => Action::Routine(part.chosen.clone()),
                None => Action::None,
            },
        }
    }

    /// An arrow key: to the right, or to the left.
    pub fn arrow(&mut self, is_right: bool) {
        let degrees = if is_right { ARROW } else { -ARROW };
        self.turn_to(self.turn + degrees);
    }

    /// By how much the figure is turned, in degrees.
    #[cfg(test)]
    pub fn turn(&self) -> f32 {
        self.turn
    }
}

impl Page for ExercisePage {
    fn name(&self) -> Cow<'_, str> {
        self.exercise.name.as_str().into()
    }

    fn tab(&self) -> Tab {
        Tab::Routines
    }
}

/// An exercise that a routine does, by its id.
fn own(routine: &Routine, id: &str) -> Option<Arc<Exercise>> {
    each_item(routine)
        .into_iter()
        .find(|item| &*item.exercise.id == id)
        .map(|item| Arc::clone(&item.exercise))
}

fn each_item(routine: &Routine) -> Vec<&ExerciseItem> {
    let mut all = Vec::new();
    for item in &routine.items {
        item.each_exercise(&mut |item| all.push(item));
    }
    all
}

/// The routines that do an exercise, the one it was reached by first, each with what it asks for.
fn part_of(
    exercise: &Exercise,
    near: Option<&LoadedRoutine>,
    collection: &Collection<'_>,
) -> Vec<Part> {
    let is_other = |id: &str| near.is_none_or(|near| *near.routine.id != *id);
    let bundled = collection.routines.iter().map(|routine| LoadedRoutine {
        routine: Arc::clone(routine),
        folder: None,
    });
    let whole = bundled.filter(|loaded| is_other(&loaded.routine.id));
    let whole = near.cloned().into_iter().chain(whole).filter_map(|loaded| {
        let line = each_item(&loaded.routine)
            .into_iter()
            .find(|item| item.exercise.id == exercise.id)
            .map(dose::of_item)?;
        Some(Part {
            name: loaded.routine.name.clone(),
            chosen: RoutineRef::Loaded(loaded),
            line,
        })
    });
    let own = collection.own.iter().filter(|routine_file| {
        let summary = &routine_file.summary;
        is_other(&summary.id) && summary.has(exercise)
    });
    let own = own.map(|routine_file| Part {
        chosen: RoutineRef::File(routine_file.clone()),
        name: routine_file.summary.name.to_string(),
        line: said::mine(&time::minutes(routine_file.summary.length)),
    });
    whole.chain(own).collect()
}
