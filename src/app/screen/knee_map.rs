//! Where does it hurt: from a mark on the knee to what it may be.

mod asking;
mod drawing;
mod going;
mod keyboard;
pub mod marking;
pub mod picture;
mod result;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use iced::Size;
use iced::widget::image;

use super::serving::{Offer, serving};
use crate::app::focus::Focus;
use crate::app::widget::{Gesture, Pointed};
use crate::content::Content;
use crate::knee::red_flag::screening;
use crate::knee::{
    Age, AgeBand, Answer, AnswerSheet, Assessment, ConditionId, Group, Key, Knowledge, Leg, Mark,
    Onset, PlaceId, View, assess,
};
use crate::library::Chosen;
use crate::settings::Knee;

/// The most questions that are asked after the first checks.
pub const MOST_QUESTIONS: usize = 8;

/// The state of the knee map.
#[derive(Debug)]
pub struct KneeMap {
    knowledge: Arc<Knowledge>,
    routines: Vec<Offer>,
    from: From,
    /// The knees that someone should look at first, as far as is known from before.
    waiting: Vec<Knee>,
    view: View,
    leg: Leg,
    age: Option<AgeBand>,
    /// One for each leg, left first.
    stories: [Story; 2],
    stage: Stage,
    pointed: Option<Pointed>,
    /// The room of the diagram, once it is known.
    room: Option<Size>,
    picture: Option<(Wanted, image::Handle)>,
    /// The control the keyboard is on.
    pub focus: Focus<Message>,
}

/// Where one came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum From {
    /// The sidebar, or another page.
    Page,
    /// A session that waits.
    Session,
}

/// What is said about one knee.
#[derive(Debug, Clone, Default)]
struct Story {
    /// In the order of their numbers.
    marks: Vec<PlaceId>,
    is_everywhere: bool,
    /// Whether what was said stopped everything.
    is_stopped: bool,
    onset: Option<Onset>,
    /// What was answered, the earliest first.
    answers: Vec<(Key, Answer)>,
}

/// How far one is.
#[derive(Debug, Clone, PartialEq)]
enum Stage {
    /// Marking where it hurts.
    Marking,
    /// Saying something about a knee.
    Asking(Leg, Step),
    /// Reading what comes of it.
    Done(Leg, Box<Outcome>),
}

/// A page of questions.
#[derive(Debug, Clone, PartialEq)]
enum Step {
    /// Age and beginning.
    About,
    /// What must not be missed, one group after the other.
    Check {
        groups: Vec<Group>,
        index: usize,
        chosen: Vec<Key>,
    },
    /// One question.
    Question(Key),
}

/// What comes of it, and which of the conditions is open.
#[derive(Debug, Clone, PartialEq)]
struct Outcome {
    assessment: Assessment,
    open: usize,
}

/// A picture of this view and leg, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)] // The names say it.
pub struct Wanted {
    pub view: View,
    pub leg: Leg,
    pub width: u32,
    pub height: u32,
}

/// What a person does on the knee map.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)] // The names say it.
pub enum Message {
    View(View),
    Leg(Leg),
    Gesture(Gesture),
    Toggle(PlaceId),
    Everywhere,
    Undo,
    Clear,
    Continue,
    Browse,
    Age(AgeBand),
    Onset(Onset),
    Choose(Key),
    Next,
    None,
    Answer(Answer),
    Back,
    Change,
    Checked,
    Open(usize),
    Read(ConditionId),
    Start(usize),
    OtherLeg,
    BackToSession,
    /// The diagram has this much room.
    Room(Size),
    Picture(Wanted, Option<image::Handle>),
}

/// What the knee map wants from its parent.
#[derive(Debug, Clone)]
pub enum Action {
    /// Nothing.
    None,
    /// Prepare a picture for a room of this size in logical pixels, and send it back.
    Picture(View, Leg, Size),
    /// Show all conditions.
    Browse,
    /// Show a condition.
    Read(ConditionId),
    /// Play a routine.
    Start(Chosen),
    /// This knee has to be looked at before anything else.
    SeeSomeone(Leg),
    /// Somebody has looked at it, or the answers were changed so that nothing has to be seen first.
    Checked(Leg),
    /// Somebody has looked at every knee that was waiting.
    AllChecked,
    /// Go back to the session that waits.
    BackToSession,
}

impl KneeMap {
    /// An unmarked knee.
    pub fn new(knowledge: Arc<Knowledge>, content: &Content, from: From) -> Self {
        Self {
            knowledge,
            routines: content.routines.iter().map(Offer::bundled).collect(),
            from,
            waiting: Vec::new(),
            view: View::Front,
            leg: Leg::Left,
            age: None,
            stories: [Story::default(), Story::default()],
            stage: Stage::Marking,
            pointed: None,
            room: None,
            picture: None,
            focus: Focus::on(Message::Continue),
        }
    }

    /// Where one came from.
    pub fn from(&self) -> From {
        self.from
    }

    /// These knees are to be looked at before there are routines again.
    pub fn waiting(&mut self, knees: &[Knee]) {
        knees.clone_into(&mut self.waiting);
    }

    /// Lets something happen.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::View(view) => {
                self.view = view;
                self.pointed = None;
                return self.want_picture();
            }
            Message::Leg(leg) => {
                self.leg = leg;
                self.pointed = None;
                return self.want_picture();
            }
            Message::Gesture(Gesture::Point(place)) => {
                self.pointed = place.map(|place| Pointed {
                    place,
                    by_key: false,
                });
            }
            Message::Gesture(Gesture::Press(place)) | Message::Toggle(place) => {
                if self.stage == Stage::Marking {
                    self.story_mut().toggle(place);
                }
            }
            Message::Everywhere => {
                let story = self.story_mut();
                story.is_everywhere = !story.is_everywhere;
            }
            Message::Undo => {
                let story = self.story_mut();
                if story.is_everywhere {
                    story.is_everywhere = false;
                } else {
                    let _last = story.marks.pop();
                }
            }
            Message::Clear => {
                let story = self.story_mut();
                story.marks.clear();
                story.is_everywhere = false;
            }
            Message::Continue => {
                let first = self.marked_legs().next();
                if let Some(leg) = first {
                    return self.ask_about(leg);
                }
            }
            Message::Browse => return Action::Browse,
            Message::Age(age) => self.age = Some(age),
            Message::Onset(onset) => {
                if let Stage::Asking(leg, _) = self.stage {
                    let story = &mut self.stories[index_of(leg)];
                    // Another beginning is another story.
                    if story.onset.replace(onset) != Some(onset) {
                        story.answers.clear();
                    }
                }
            }
            Message::Choose(key) => {
                if let Stage::Asking(_, Step::Check { chosen, .. }) = &mut self.stage {
                    match chosen.iter().position(|known| *known == key) {
                        Some(index) => drop(chosen.remove(index)),
                        None => chosen.push(key),
                    }
                    if !self.focus.is_on(&Message::Choose(key)) {
                        self.rest_on_way();
                    }
                }
            }
            Message::None => {
                if let Stage::Asking(_, Step::Check { chosen, .. }) = &mut self.stage {
                    chosen.clear();
                }
                return self.next();
            }
            Message::Next => return self.next(),
            Message::Answer(answer) => {
                if let Stage::Asking(leg, Step::Question(key)) = self.stage {
                    self.stories[index_of(leg)].answer(key, answer);
                    return self.go_on(leg);
                }
            }
            Message::Back => self.step_back(),
            Message::Change => {
                if let Stage::Done(leg, _) = self.stage {
                    return self.ask_about(leg);
                }
            }
            Message::Checked => {
                if let Stage::Done(leg, _) = self.stage {
                    self.stories[index_of(leg)] = Story::default();
                    self.stage = Stage::Marking;
                    self.rest_on(Message::Continue);
                    return Action::Checked(leg);
                }
                return Action::AllChecked;
            }
            Message::Open(index) => {
                if let Stage::Done(_, outcome) = &mut self.stage {
                    outcome.open = index;
                }
            }
            Message::Read(condition) => return Action::Read(condition),
            Message::Start(index) => {
                if let Some(offer) = self.offered().get(index) {
                    return Action::Start(offer.chosen.clone());
                }
            }
            Message::OtherLeg => {
                if let Some(leg) = self.leg_to_come() {
                    return self.ask_about(leg);
                }
            }
            Message::BackToSession => return Action::BackToSession,
            Message::Room(room) => {
                self.room = Some(room);
                return self.want_picture();
            }
            Message::Picture(wanted, handle) => {
                if wanted.view == self.view && wanted.leg == self.leg {
                    self.picture = handle.map(|handle| (wanted, handle));
                }
            }
        }
        Action::None
    }

    fn want_picture(&mut self) -> Action {
        let is_stale = self
            .picture
            .as_ref()
            .is_some_and(|(shown, _)| shown.view != self.view || shown.leg != self.leg);
        if is_stale {
            self.picture = None;
        }
        match self.room {
            Some(room) => Action::Picture(self.view, self.leg, room),
            None => Action::None,
        }
    }

    // What is known.

    fn story(&self) -> &Story {
        &self.stories[index_of(self.leg)]
    }

    fn story_mut(&mut self) -> &mut Story {
        &mut self.stories[index_of(self.leg)]
    }

    fn marked_legs(&self) -> impl Iterator<Item = Leg> {
        [Leg::Left, Leg::Right]
            .into_iter()
            .filter(|leg| self.stories[index_of(*leg)].is_marked())
    }

    /// The other leg, if it is marked and nothing was said about it yet.
    fn leg_to_come(&self) -> Option<Leg> {
        let Stage::Done(done, _) = self.stage else {
            return None;
        };
        self.marked_legs()
            .find(|leg| *leg != done && self.stories[index_of(*leg)].onset.is_none())
    }

    fn spots(&self) -> usize {
        self.stories.iter().map(Story::spots).sum()
    }

    fn is_about_said(&self, leg: Leg) -> bool {
        self.age.is_some() && self.stories[index_of(leg)].onset.is_some()
    }

    /// How many questions were asked after the checks.
    fn questions_asked(&self, leg: Leg) -> usize {
        let groups = screening(&self.knowledge, &self.sheet(leg));
        self.stories[index_of(leg)]
            .answers
            .iter()
            .filter(|(key, _)| !groups.iter().any(|group| group.keys.contains(key)))
            .count()
    }

    fn sheet(&self, leg: Leg) -> AnswerSheet {
        let story = &self.stories[index_of(leg)];
        let mut marks: Vec<_> = story.marks.iter().copied().map(Mark::Place).collect();
        if story.is_everywhere {
            marks.push(Mark::WHOLE_KNEE);
        }
        AnswerSheet {
            marks,
            age: self.age.map(Age::Band),
            onset: story.onset,
            answers: story.answers.iter().copied().collect(),
        }
    }

    fn assess(&self, leg: Leg) -> Assessment {
        assess(&self.knowledge, &self.sheet(leg))
    }

    /// The routines of the condition that is open.
    fn offered(&self) -> Vec<&Offer> {
        let Stage::Done(_, outcome) = &self.stage else {
            return Vec::new();
        };
        let best = outcome.assessment.shown().next();
        // Where the best fit is one to be seen by someone, the others' routines have to wait as well.
        let is_to_be_seen = best.is_some_and(|best| {
            let condition = self.knowledge.condition(best.condition);
            condition.id == ConditionId::BoneStressInjury
                || matches!(condition.care, crate::knee::Care::GetHelp(_))
        });
        let waits = !self.waiting.is_empty();
        if waits || is_to_be_seen || !outcome.assessment.routines_allowed() {
            return Vec::new();
        }
        match outcome.assessment.shown().nth(outcome.open) {
            Some(candidate) => serving(
                &self.routines,
                self.knowledge.condition(candidate.condition),
            ),
            None if outcome.assessment.outcome == crate::knee::Outcome::NothingFits => self
                .routines
                .iter()
                .filter(|offer| &*offer.summary.id == crate::content::RESET)
                .collect(),
            None => Vec::new(),
        }
    }
}

impl Story {
    fn is_marked(&self) -> bool {
        self.is_everywhere || !self.marks.is_empty()
    }

    fn spots(&self) -> usize {
        self.marks.len() + usize::from(self.is_everywhere)
    }

    fn toggle(&mut self, place: PlaceId) {
        match self.marks.iter().position(|marked| *marked == place) {
            Some(index) => drop(self.marks.remove(index)),
            None => self.marks.push(place),
        }
    }

    /// The last answer to a question counts, in the place of the first.
    fn answer(&mut self, key: Key, answer: Answer) {
        match self.answers.iter_mut().find(|(known, _)| *known == key) {
            Some((_, known)) => *known = answer,
            None => self.answers.push((key, answer)),
        }
    }
}

const fn index_of(leg: Leg) -> usize {
    match leg {
        Leg::Left => 0,
        Leg::Right => 1,
    }
}
