//! What the stage shows: the figure of the exercise, its picture, or a figure at ease.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use super::AtEase;
use crate::app::screen::name;
use crate::app::widget::{Mannequin, Photo, Strip};
use crate::exercise::Exercise;
use crate::figure::{Beat, Movement};
use crate::library::LoadedRoutine;
use crate::library::picture::{self, Picture};
use crate::routine::timeline::{Pace, Segment, SegmentKind, Step, Timeline, Work, WorkSide};
use crate::session::{Position, Repetition, Session};
use crate::side::Side;
use crate::words::{grammar, player, time};

/// The seconds one repetition is shown in while a set has no length of its own.
const OWN_PACE: f32 = 3.0;

/// Everything the stage and the strip below can show now.
#[derive(Debug)]
pub struct Showing {
    at_ease: AtEase,
    /// Stands in for a picture that is missing.
    standing: Option<Mannequin>,
    pictures: Pictures,
    stage: Option<Shown>,
    next: Option<Shown>,
}

/// Something to look at, prepared once.
#[derive(Debug)]
pub struct Shown {
    key: Key,
    /// What it is.
    pub sight: Sight,
}

/// What there is to look at.
#[derive(Debug)]
pub enum Sight {
    /// A figure.
    Figure(Box<Mannequin>),
    /// A picture beside the routine's file.
    Picture(String),
}

#[derive(Debug, Clone, PartialEq)]
enum Key {
    Exercise(Arc<Exercise>, Side),
    Seated,
    Standing,
}

/// Pictures by file name: on their way, there, or not to be had. There are at most three, because each may take ten
/// megabytes: the one on the stage, the next, and the one before.
#[derive(Debug, Default)]
pub struct Pictures {
    files: HashMap<String, Option<Result<Photo, picture::Error>>>,
    /// The last one on the stage, and the one before that.
    last: [Option<String>; 2],
}

impl Pictures {
    /// Lets go of all but the next and the last two on the stage. While a figure is there, as in a rest, these stay.
    fn keep(&mut self, stage: Option<&str>, next: Option<&str>) {
        let [last, before] = &mut self.last;
        if let Some(stage) = stage
            && last.as_deref() != Some(stage)
        {
            *before = last.replace(stage.to_owned());
        }
        let kept = [last.as_deref(), before.as_deref(), next];
        self.files.retain(|file, _| kept.contains(&Some(file)));
    }
}

impl Showing {
    /// Nothing yet.
    pub fn new(at_ease: AtEase) -> Self {
        let standing = at_ease
            .standing
            .as_deref()
            .map(|movement| Mannequin::new(movement, Side::Right));
        Self {
            at_ease,
            standing,
            pictures: Pictures::default(),
            stage: None,
            next: None,
        }
    }

    /// Prepares what this moment needs. Says which picture has to be loaded, if one has.
    pub fn prepare(
        &mut self,
        session: &Session,
        position: Position,
        loaded: &LoadedRoutine,
    ) -> Option<(PathBuf, String)> {
        let stage = stage_key(session, position);
        if self.stage.as_ref().is_none_or(|shown| shown.key != stage) {
            self.stage = self.show(stage);
        }
        let next = next_work(session)
            .map(|work| Key::Exercise(Arc::clone(&work.exercise), side(work, None)));
        if self.next.as_ref().map(|shown| &shown.key) != next.as_ref() {
            self.next = next.and_then(|key| self.show(key));
        }

        let file = |shown: &Option<Shown>| match &shown.as_ref()?.sight {
            Sight::Picture(file) => Some(file.clone()),
            Sight::Figure(_) => None,
        };
        let (stage, next) = (file(&self.stage), file(&self.next));
        self.pictures.keep(stage.as_deref(), next.as_deref());
        let files = &mut self.pictures.files;
        let wanted = [stage, next]
            .into_iter()
            .flatten()
            .find(|file| !files.contains_key(file))?;
        let _ = files.insert(wanted.clone(), None);
        let folder = loaded.folder.as_ref()?;
        Some((folder.join(&wanted), wanted))
    }

    fn show(&self, key: Key) -> Option<Shown> {
        let sight = match &key {
            Key::Exercise(exercise, side) => match (&exercise.figure, &exercise.picture) {
                (Some(movement), _) => Sight::Figure(Box::new(Mannequin::new(movement, *side))),
                (None, Some(file)) => Sight::Picture(file.clone()),
                (None, None) => self.figure(self.at_ease.standing.as_deref())?,
            },
            Key::Seated => self.figure(self.at_ease.seated.as_deref())?,
            Key::Standing => self.figure(self.at_ease.standing.as_deref())?,
        };
        Some(Shown { key, sight })
    }

    fn figure(&self, movement: Option<&Movement>) -> Option<Sight> {
        Some(Sight::Figure(Box::new(Mannequin::new(
            movement?,
            Side::Right,
        ))))
    }

    /// Takes in a picture that was loaded, or could not be. One that was let go of meanwhile is not.
    pub fn picture_loaded(&mut self, file: &str, picture: Result<Arc<Picture>, picture::Error>) {
        if let Some(place) = self.pictures.files.get_mut(file) {
            *place = Some(picture.map(|picture| Photo::from(&*picture)));
        }
    }

    /// What is on the stage.
    pub fn stage(&self) -> Option<&Sight> {
        self.stage.as_ref().map(|shown| &shown.sight)
    }

    /// What comes next.
    pub fn next(&self) -> Option<&Sight> {
        self.next.as_ref().map(|shown| &shown.sight)
    }

    /// The figure that stands in for a missing picture.
    pub fn standing(&self) -> Option<&Mannequin> {
        self.standing.as_ref()
    }

    /// A picture by its file name, once it is there.
    pub fn picture(&self, file: &str) -> Option<Result<&Photo, &picture::Error>> {
        self.pictures.files.get(file)?.as_ref().map(Result::as_ref)
    }
}

/// What the stage shows at this moment.
fn stage_key(session: &Session, position: Position) -> Key {
    match &session.segment().kind {
        _ if session.ending().is_some() => Key::Seated,
        SegmentKind::Rest => Key::Seated,
        SegmentKind::Finish { .. } => Key::Standing,
        SegmentKind::GetReady { .. }
        | SegmentKind::Move { .. }
        | SegmentKind::Switch { .. }
        | SegmentKind::Work(_) => match session.work() {
            Some(work) => {
                let repetition = match position.repetition {
                    Some(Repetition::Timed { number, .. }) => Some(number),
                    Some(Repetition::OwnPace { .. }) | None => None,
                };
                Key::Exercise(Arc::clone(&work.exercise), side(work, repetition))
            }
            None => Key::Standing,
        },
    }
}

/// The side to draw. A movement that alternates by itself needs only its first side.
fn side(work: &Work, repetition: Option<u32>) -> Side {
    let alternates = work
        .exercise
        .figure
        .as_ref()
        .is_some_and(Movement::alternates);
    let repetition = if alternates {
        0
    } else {
        repetition.unwrap_or(0)
    };
    work.side_at(repetition).unwrap_or(Side::Right)
}

/// Whether the left and the right side are lit at this moment. None where the sides work together.
///
/// Nobody counts the repetitions of work that alternates by time: no side is lit then, rather than one for all of it.
pub fn lit_sides(session: &Session, work: &Work, position: Position) -> Option<[bool; 2]> {
    let repetition = match (position.repetition, work.pace, work.side) {
        (Some(Repetition::Timed { number, .. }), ..) => number,
        (Some(Repetition::OwnPace { done, .. }), ..) => done,
        (None, Pace::Time, WorkSide::Alternating(_)) => return Some([false; 2]),
        // Held alternating work changes sides at half time.
        (None, Pace::Hold, _) if session.segment().work().is_some() => {
            u32::from(position.within >= position.left)
        }
        (None, ..) => 0,
    };
    let working = work.side_at(repetition)?;
    Some([Side::Left, Side::Right].map(|side| side == working))
}

/// The work after the step that is being done.
pub fn next_work(session: &Session) -> Option<&Work> {
    let step = &session.timeline().steps()[session.step_index()];
    session.timeline().work_from(step.segments.end)
}

/// What comes next by its name, with its side.
pub fn named(work: &Work) -> String {
    match work.side {
        WorkSide::One(side) => grammar::list([&*work.exercise.name, name::side_capitals(side)]),
        WorkSide::Both | WorkSide::Alternating(_) => work.exercise.name.clone(),
    }
}

/// The next exercise that is not the one being done, for whoever skips it.
pub fn next_exercise(session: &Session) -> Option<&Work> {
    let entry = session.work()?.entry;
    session.timeline().segments()[session.segment_index()..]
        .iter()
        .filter_map(Segment::work)
        .find(|work| work.entry != entry)
}

/// What the figure does at this moment.
pub fn beat(session: &Session, position: Position) -> Beat {
    let Some(work) = session.segment().work() else {
        return match session.segment().kind {
            SegmentKind::Rest | SegmentKind::Finish { .. } => Beat::Key,
            _ => Beat::Start,
        };
    };
    let within = position.within.as_secs_f32();
    match (position.repetition, work.pace) {
        (
            Some(Repetition::Timed {
                number,
                within,
                each,
                parts,
                ..
            }),
            _,
        ) => Beat::Rep {
            number,
            elapsed: within.as_secs_f32(),
            length: each.as_secs_f32(),
            tempo: parts.map(|parts| parts.map(|part| part.as_secs_f32())),
        },
        (Some(Repetition::OwnPace { within, .. }), _) => looping(within, OWN_PACE),
        (None, Pace::Time) => {
            let length = work
                .exercise
                .figure
                .as_ref()
                .map_or(OWN_PACE, Movement::loop_seconds);
            looping(position.within, length)
        }
        (None, _) => Beat::Hold { elapsed: within },
    }
}

/// Repetitions of one length, one after another without end.
fn looping(within: Duration, length: f32) -> Beat {
    let elapsed = within.as_secs_f32();
    let number = (elapsed / length) as u32;
    Beat::Rep {
        number,
        elapsed: elapsed - number as f32 * length,
        length,
        tempo: None,
    }
}

/// One strip for each step; above forty, one for each exercise.
pub fn strips(timeline: &Timeline) -> Vec<Strip> {
    const MOST: usize = 40;
    let strip = |index: usize, step: &Step| {
        let length = timeline.step_length(step);
        Strip {
            name: step_name(timeline, step),
            time: time::clock(length),
            seconds: length.as_secs_f32(),
            step: index,
        }
    };
    let steps = timeline.steps();
    if steps.len() <= MOST {
        return steps
            .iter()
            .enumerate()
            .map(|(index, step)| strip(index, step))
            .collect();
    }

    let mut strips: Vec<Strip> = Vec::new();
    let mut last_entry = None;
    for (index, step) in steps.iter().enumerate() {
        // A rest counts with what comes after it.
        let entry = timeline
            .work_from(step.segments.end - 1)
            .map(|work| work.entry);
        match strips.last_mut() {
            Some(last) if entry.is_some() && entry == last_entry => {
                last.seconds += timeline.step_length(step).as_secs_f32();
                last.time = time::clock(Duration::from_secs_f32(last.seconds));
            }
            _ => {
                let exercise = timeline.work_from(step.segments.end - 1);
                strips.push(Strip {
                    name: exercise.map_or_else(
                        || step_name(timeline, step),
                        |work| work.exercise.name.clone(),
                    ),
                    ..strip(index, step)
                });
            }
        }
        last_entry = entry;
    }
    strips
}

fn step_name(timeline: &Timeline, step: &Step) -> String {
    match &timeline.aim(step).kind {
        SegmentKind::Work(work) => match work.side {
            WorkSide::One(side) => {
                let side = grammar::lower_first(name::side(side));
                grammar::list([&*work.exercise.name, &side])
            }
            WorkSide::Both | WorkSide::Alternating(_) => work.exercise.name.clone(),
        },
        SegmentKind::Rest => player::rest().to_owned(),
        _ => player::finish().to_owned(),
    }
}
