//! Where does it hurt: from a mark on the knee to what it may be.

mod about;
mod checks;
mod choice;
mod drawing;
mod going;
mod keyboard;
mod list;
pub mod marking;
pub mod picture;
mod question;
mod seen;
mod story;
#[cfg(test)]
mod tests;
mod which;

use std::borrow::Cow;
use std::sync::Arc;

use iced::Size;
use iced::widget::{Id, image};

use super::{Page, key_of};
use crate::app::navigation::Tab;
use crate::app::widget::{Gesture, Pointed, Shapes};
use crate::knee::red_flag::StatementId;
use crate::knee::{
    Age, AgeBand, Answer, AnswerSheet, AreaId, Assessment, Duration, Key, Knowledge, Onset, View,
};
use crate::side::Side;
use crate::words::knee_map as words;
use story::Story;

/// The most questions that are asked after the first checks.
pub const MOST_QUESTIONS: usize = 8;

/// How many marks it takes until everybody knows that places can be clicked.
const MARKS_TO_LEARN: u32 = 3;

/// How many pictures are kept at once.
const PICTURES_KEPT: usize = 4;

/// The state of the knee map.
#[derive(Debug)]
pub struct KneeMap {
    knowledge: Arc<Knowledge>,
    shapes: Shapes,
    from: Origin,
    remembered: Remembered,
    view: View,
    leg: Side,
    /// Whether both knees are to be looked at, one after the other.
    is_both: bool,
    /// Whether all of the drawing is shown where there is little room.
    is_whole_leg: bool,
    /// One for each leg, left first.
    stories: [Story; 2],
    stage: Stage,
    pointed: Option<Pointed>,
    /// The newest mark, until something else happens: the list scrolls to it.
    newest: Option<AreaId>,
    /// The room of the statements that scroll, once it is known.
    room: Option<Size>,
    /// The pictures that were made, the newest last.
    pictures: Vec<(Wanted, image::Handle)>,
}

/// What is remembered from one time to the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Remembered {
    /// How old the person is.
    pub age: Option<AgeBand>,
    /// How many marks were ever made, as far as it matters.
    pub marks_made: u32,
    /// Whether the knee is shown with its skin.
    pub is_skin: bool,
}

/// Where one came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// The sidebar, or another page.
    Page,
    /// A session that waits.
    Session,
}

/// How far one is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Stage {
    /// Saying which knee hurts.
    Which,
    /// Marking where it hurts.
    Marking,
    /// Saying something about a knee.
    Asking(Side, Step),
}

/// A page of questions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Step {
    /// Age, duration and beginning.
    About,
    /// Statements to tick: the page with this index.
    Check(usize),
    /// Which part of the ticked statements of that page it is.
    Parts(usize),
    /// One question.
    Question(Key),
}

/// What of the knee a picture shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs)] // The names say it.
pub enum Layer {
    Inside,
    Skin,
}

/// A picture of this view and leg, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)] // The names say it.
pub struct Wanted {
    pub view: View,
    pub leg: Side,
    pub layer: Layer,
    pub width: u32,
    pub height: u32,
}

/// A drawing on a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)] // The names say it.
pub struct Drawing {
    pub view: View,
    pub leg: Side,
    pub layer: Layer,
}

/// What a person does on the knee map.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)] // The names say it.
pub enum Message {
    /// This knee hurts.
    Side(Side),
    BothKnees,
    ChangeKnee,
    View(View),
    Layer(Layer),
    WholeLeg,
    Gesture(Gesture),
    /// The keyboard is on a place now, or on none.
    Walk(Option<AreaId>),
    Toggle(AreaId),
    Everywhere,
    Undo,
    Continue,
    Browse,
    Age(AgeBand),
    Lasting(Duration),
    Onset(Onset),
    /// Whether the injury was within the last 7 days.
    Recent(bool),
    Tick(StatementId),
    Part(Key),
    Next,
    None,
    /// Scrolls the statements by a page.
    MoreBelow,
    Answer(Answer),
    Back,
    BackToSession,
    /// This drawing is as large as this, whole.
    Drawn(Drawing, Size),
    Picture(Wanted, Option<image::Handle>),
    /// The statements have this much room.
    Room(Size),
    /// The last statement of this page was seen.
    SeenLast(usize),
}

/// What the knee map wants from its parent.
#[derive(Debug, Clone)]
pub enum Action {
    /// Nothing.
    None,
    /// Prepare a picture that is this large in logical pixels, and send it back.
    Picture(Drawing, Size),
    /// Remember this for the next time.
    Remember(Remembered),
    /// Scroll [`checks::STATEMENTS`] down by this many logical pixels.
    Scroll(f32),
    /// Put the keyboard on this place of the drawing.
    Walk(Id),
    /// Show all conditions.
    Browse,
    /// Everything was said about a knee.
    Concluded(Box<Conclusion>),
    /// Go back to the session that waits.
    BackToSession,
}

pub use checks::STATEMENTS;

/// The way on of a page.
pub const WAY: Id = Id::new("way on");

/// What was said about a knee, and what comes of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Conclusion {
    /// Which leg.
    pub leg: Side,
    /// Everything that was said.
    pub sheet: AnswerSheet,
    /// What it comes to.
    pub assessment: Assessment,
    /// The leg that is marked too and comes next.
    pub next: Option<Side>,
}

impl KneeMap {
    /// An unmarked knee.
    pub fn new(knowledge: Arc<Knowledge>, from: Origin, remembered: Remembered) -> Self {
        Self {
            shapes: Shapes::of(knowledge.diagram()),
            knowledge,
            from,
            remembered,
            view: View::Front,
            leg: Side::Left,
            is_both: false,
            is_whole_leg: false,
            stories: [Story::default(), Story::default()],
            stage: Stage::Which,
            pointed: None,
            newest: None,
            room: None,
            pictures: Vec::new(),
        }
    }

    /// Where one came from.
    pub fn from(&self) -> Origin {
        self.from
    }

    /// The map with everything that was said about a knee, to change some of it: on the page of the first statement that
    /// was ticked, or else at the first question.
    pub fn change(
        knowledge: Arc<Knowledge>,
        leg: Side,
        sheet: &AnswerSheet,
        from: Origin,
        remembered: Remembered,
    ) -> Self {
        let mut map = Self::new(knowledge, from, remembered);
        map.remembered.age = match sheet.age {
            Some(Age::Band(band)) => Some(band),
            Some(Age::Years(years)) => AgeBand::ALL.into_iter().find(|band| {
                let (youngest, oldest) = band.years();
                (youngest..=oldest).contains(&years)
            }),
            None => remembered.age,
        };
        let story = Story::of(&map.knowledge, sheet);
        let ticked = story.first_ticked_page();
        *map.story_of(leg) = story;
        map.ask_about(leg);
        if let (Some(page), true) = (ticked, map.is_about_said(leg)) {
            map.stage = Stage::Asking(leg, Step::Check(page));
        }
        map
    }

    /// Whether this is a choice after which one goes on.
    pub fn is_choice(message: &Message) -> bool {
        matches!(
            message,
            Message::Age(_)
                | Message::Lasting(_)
                | Message::Onset(_)
                | Message::Recent(_)
                | Message::Tick(_)
                | Message::Part(_)
                | Message::Gesture(Gesture::Press(_))
                | Message::Toggle(_)
                | Message::Everywhere
                | Message::View(_)
                | Message::Layer(_)
        )
    }

    /// Goes on with the other leg: with what was not marked yet, or else with the questions.
    pub fn go_on_with(&mut self, leg: Side) -> Action {
        if self.stories[index_of(leg)].is_marked() {
            self.ask_about(leg);
        } else {
            self.mark(leg);
        }
        Action::None
    }

    /// Lets something happen.
    pub fn update(&mut self, message: Message) -> Action {
        self.newest = None;
        match message {
            Message::Side(_) | Message::BothKnees | Message::ChangeKnee => {
                self.choose_knee(&message);
            }
            Message::Drawn(..) | Message::Picture(..) => return self.update_picture(message),
            Message::View(view) => {
                self.view = view;
                self.pointed = None;
            }
            Message::Layer(layer) => {
                self.remembered.is_skin = layer == Layer::Skin;
                return Action::Remember(self.remembered);
            }
            Message::WholeLeg => self.is_whole_leg = !self.is_whole_leg,
            Message::Walk(place) => self.walk(place),
            Message::Gesture(_) | Message::Toggle(_) | Message::Everywhere | Message::Undo => {
                return self.update_marks(&message);
            }
            Message::Continue => {
                if self.stage == Stage::Marking && self.story().is_marked() {
                    self.ask_about(self.leg);
                }
            }
            Message::Browse => return Action::Browse,
            Message::Age(_) | Message::Lasting(_) | Message::Onset(_) | Message::Recent(_) => {
                return self.update_about(&message);
            }
            Message::Tick(statement) => {
                if let Stage::Asking(leg, Step::Check(_)) = self.stage {
                    self.story_of(leg).tick(statement);
                }
            }
            Message::Part(key) => {
                if let Stage::Asking(leg, Step::Parts(_)) = self.stage {
                    self.story_of(leg).choose_part(key);
                }
            }
            Message::Next | Message::None => return self.next(),
            Message::MoreBelow => return self.more_below(),
            Message::Answer(answer) => {
                if let Stage::Asking(leg, Step::Question(key)) = self.stage {
                    return self.answer(leg, key, answer);
                }
            }
            Message::Back => self.step_back(),
            Message::BackToSession => return Action::BackToSession,
            Message::Room(room) => self.room = Some(room),
            Message::SeenLast(page) => {
                if let Stage::Asking(leg, Step::Check(index)) = self.stage
                    && page == index
                {
                    self.story_of(leg).see(index);
                }
            }
        }
        Action::None
    }

    fn walk(&mut self, place: Option<AreaId>) {
        match place {
            Some(place) => {
                self.pointed = Some(Pointed {
                    place,
                    by_key: true,
                });
            }
            None if self.pointed.is_some_and(|pointed| pointed.by_key) => self.pointed = None,
            None => {}
        }
    }

    fn choose_knee(&mut self, message: &Message) {
        match message {
            Message::Side(leg) => {
                self.is_both = false;
                self.mark(*leg);
            }
            Message::BothKnees => {
                self.is_both = true;
                self.mark(Side::Left);
            }
            _ => {
                self.stage = Stage::Which;
                self.pointed = None;
            }
        }
    }

    fn update_marks(&mut self, message: &Message) -> Action {
        let is_marking = self.stage == Stage::Marking;
        match message {
            Message::Gesture(Gesture::Point(place)) => {
                self.pointed = place.map(|place| Pointed {
                    place,
                    by_key: false,
                });
            }
            Message::Gesture(Gesture::Press(place)) if is_marking => {
                self.newest = Some(*place);
                return self.toggle(*place);
            }
            Message::Toggle(place) if is_marking => {
                // A row that was clicked stays where it is; one that was reached on the drawing is looked for.
                self.newest = self.pointed.map(|pointed| pointed.place);
                return self.toggle(*place);
            }
            Message::Everywhere if is_marking => {
                let story = self.story_mut();
                story.is_everywhere = !story.is_everywhere;
            }
            Message::Undo if is_marking => self.story_mut().undo(),
            _ => {}
        }
        Action::None
    }

    fn toggle(&mut self, place: AreaId) -> Action {
        let is_new = self.story_mut().toggle(place);
        if !is_new {
            self.newest = None;
        }
        if is_new && self.remembered.marks_made < MARKS_TO_LEARN {
            self.remembered.marks_made += 1;
            return Action::Remember(self.remembered);
        }
        Action::None
    }

    fn update_about(&mut self, message: &Message) -> Action {
        let Stage::Asking(leg, Step::About) = self.stage else {
            return Action::None;
        };
        match *message {
            Message::Age(age) => {
                self.remembered.age = Some(age);
                return Action::Remember(self.remembered);
            }
            Message::Lasting(duration) => self.story_of(leg).duration = Some(duration),
            Message::Onset(onset) => self.story_of(leg).onset = Some(onset),
            Message::Recent(is_recent) => self.story_of(leg).is_recent = Some(is_recent),
            _ => {}
        }
        Action::None
    }

    fn update_picture(&mut self, message: Message) -> Action {
        match message {
            Message::Drawn(drawing, size) => Action::Picture(drawing, size),
            Message::Picture(wanted, Some(handle)) => {
                self.pictures
                    .retain(|(known, _)| known.drawing() != wanted.drawing());
                self.pictures.push((wanted, handle));
                if self.pictures.len() > PICTURES_KEPT {
                    let _oldest = self.pictures.remove(0);
                }
                Action::None
            }
            _ => Action::None,
        }
    }

    // What is known.

    fn layer(&self) -> Layer {
        if self.remembered.is_skin {
            Layer::Skin
        } else {
            Layer::Inside
        }
    }

    fn story(&self) -> &Story {
        &self.stories[index_of(self.leg)]
    }

    fn story_mut(&mut self) -> &mut Story {
        self.story_of(self.leg)
    }

    fn story_of(&mut self, leg: Side) -> &mut Story {
        &mut self.stories[index_of(leg)]
    }

    /// How many answers are missing before the checks.
    fn about_missing(&self, leg: Side) -> usize {
        usize::from(self.remembered.age.is_none()) + self.stories[index_of(leg)].missing()
    }

    fn is_about_said(&self, leg: Side) -> bool {
        self.about_missing(leg) == 0
    }

    fn sheet(&self, leg: Side) -> AnswerSheet {
        let age = self.remembered.age.map(Age::Band);
        self.stories[index_of(leg)].sheet(&self.knowledge, age)
    }
}

impl Page for KneeMap {
    fn name(&self) -> Cow<'_, str> {
        words::name().into()
    }

    fn tab(&self) -> Tab {
        Tab::KneeMap
    }

    /// Another one on every page of the way, and where "More below" gives way to what answers the page.
    fn face(&self) -> u64 {
        let is_seen = match self.stage {
            Stage::Asking(leg, Step::Check(page)) => self.stories[index_of(leg)].is_seen(page),
            _ => true,
        };
        key_of((self.stage, self.leg, is_seen))
    }

    /// "More below" and what answers the page are one place.
    fn visit(&self) -> u64 {
        key_of((self.stage, self.leg))
    }
}

impl Wanted {
    /// Which drawing it is a picture of.
    pub fn drawing(&self) -> Drawing {
        Drawing {
            view: self.view,
            leg: self.leg,
            layer: self.layer,
        }
    }
}

const fn index_of(leg: Side) -> usize {
    match leg {
        Side::Left => 0,
        Side::Right => 1,
    }
}
