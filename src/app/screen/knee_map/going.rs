//! Going through it: about the person, the checks, the questions, and what comes of it; and back.

use super::{Action, Conclusion, KneeMap, MOST_QUESTIONS, Message, Stage, Step, index_of};
use crate::knee::red_flag::{ends_checks, raised, screening};
use crate::knee::{Answer, AnswerSheet, Assessment, Key, Level, assess, next_question};
use crate::side::Side;

/// How much of a page of statements stays in sight when it scrolls, in logical pixels.
const KEPT_IN_SIGHT: f32 = 64.0;

impl KneeMap {
    /// Marks a leg.
    pub(super) fn mark(&mut self, leg: Side) {
        self.stage = Stage::Marking;
        self.show_marks_of(leg);
    }

    pub(super) fn ask_about(&mut self, leg: Side) {
        self.stage = Stage::Asking(leg, Step::About);
        self.show_marks_of(leg);
    }

    /// Turns the diagram to this leg, and to a view in which its first mark is seen.
    fn show_marks_of(&mut self, leg: Side) {
        let diagram = self.knowledge.diagram();
        let marks = &self.stories[index_of(leg)].marks;
        if let Some(first) = marks.first()
            && !diagram.views_of(*first).any(|view| view == self.view)
        {
            self.view = diagram.views_of(*first).next().unwrap_or(self.view);
        }
        self.leg = leg;
        self.pointed = None;
    }

    pub(super) fn next(&mut self) -> Action {
        let Stage::Asking(leg, step) = self.stage else {
            return Action::None;
        };
        match step {
            Step::About => {
                if !self.is_about_said(leg) {
                    return Action::None;
                }
                let groups = screening(&self.knowledge, &self.sheet(leg));
                let is_empty = groups.is_empty();
                self.story_of(leg).set_groups(groups);
                if is_empty {
                    return self.ask_next(leg);
                }
                self.turn_to(leg, Step::Check(0));
                Action::None
            }
            Step::Check(page) if !self.story_of(leg).is_seen(page) => self.more_below(),
            Step::Check(page) => {
                let story = &self.stories[index_of(leg)];
                if story.to_be_told_apart(&self.knowledge, page).is_empty()
                    || self.is_emergency_without_parts(leg, page)
                {
                    self.pass(leg, page)
                } else {
                    self.turn_to(leg, Step::Parts(page));
                    Action::None
                }
            }
            Step::Parts(page) => self.pass(leg, page),
            Step::Question(key) => match self.stories[index_of(leg)].said(key) {
                Some(answer) => self.answer(leg, key, answer),
                None => Action::None,
            },
        }
    }

    fn turn_to(&mut self, leg: Side, step: Step) {
        self.stage = Stage::Asking(leg, step);
        self.room = None;
        if let Step::Question(key) = step {
            self.turn_to_place_of(key);
        }
    }

    /// Whether a page says enough for an emergency, whichever parts of its statements are meant.
    fn is_emergency_without_parts(&self, leg: Side, page: usize) -> bool {
        let story = &self.stories[index_of(leg)];
        let to_be_told_apart = story.to_be_told_apart(&self.knowledge, page);
        let mut told = story.clone();
        told.pass(page);
        for statement in to_be_told_apart {
            told.tick(statement);
        }
        let age = self.remembered.age.map(crate::knee::Age::Band);
        let sheet = told.sheet(&self.knowledge, age);
        raised(&self.knowledge, &sheet)
            .iter()
            .any(|flag| flag.level == Level::Emergency)
    }

    /// Goes past a page of statements. What cannot wait ends it at once; what can wait for days may become more urgent on a
    /// later page.
    fn pass(&mut self, leg: Side, page: usize) -> Action {
        let story = self.story_of(leg);
        story.pass(page);
        let is_last = page + 1 >= story.groups.len();
        let sheet = self.sheet(leg);
        if ends_checks(&self.knowledge, &sheet) || is_last {
            let assessment = assess(&self.knowledge, &sheet);
            return self.ask_or_conclude(leg, sheet, assessment);
        }
        self.turn_to(leg, Step::Check(page + 1));
        Action::None
    }

    pub(super) fn answer(&mut self, leg: Side, key: Key, answer: Answer) -> Action {
        self.story_of(leg).answer(key, answer);
        self.ask_next(leg)
    }

    fn ask_next(&mut self, leg: Side) -> Action {
        let sheet = self.sheet(leg);
        let assessment = assess(&self.knowledge, &sheet);
        self.ask_or_conclude(leg, sheet, assessment)
    }

    /// Asks the next question, or says what comes of it.
    fn ask_or_conclude(&mut self, leg: Side, sheet: AnswerSheet, assessment: Assessment) -> Action {
        // A statement that was passed over may be asked again, alone: the core does not count it among the questions.
        let has_room = self.stories[index_of(leg)].asked.len() < MOST_QUESTIONS;
        if assessment.red_flags.is_empty()
            && has_room
            && let Some(key) = next_question(&self.knowledge, &sheet)
        {
            self.turn_to(leg, Step::Question(key));
            return Action::None;
        }
        self.conclude(leg, sheet, assessment)
    }

    fn conclude(&mut self, leg: Side, sheet: AnswerSheet, assessment: Assessment) -> Action {
        self.story_of(leg).is_concluded = true;
        let next = [Side::Left, Side::Right].into_iter().find(|leg| {
            let story = &self.stories[index_of(*leg)];
            (self.is_both || story.is_marked()) && !story.is_concluded
        });
        Action::Concluded(Box::new(Conclusion {
            leg,
            sheet,
            assessment,
            next,
        }))
    }

    /// Shows more of the statements.
    pub(super) fn more_below(&mut self) -> Action {
        match (self.stage, self.room) {
            (Stage::Asking(_, Step::Check(_)), Some(room)) => {
                Action::Scroll((room.height - KEPT_IN_SIGHT).max(KEPT_IN_SIGHT))
            }
            _ => Action::None,
        }
    }

    pub(super) fn step_back(&mut self) {
        match self.stage {
            Stage::Which => {}
            Stage::Marking => {
                let _none = self.update(Message::ChangeKnee);
            }
            Stage::Asking(leg, Step::About) => self.mark(leg),
            Stage::Asking(leg, Step::Check(0)) => self.turn_to(leg, Step::About),
            Stage::Asking(leg, Step::Check(page)) => self.turn_to(leg, Step::Check(page - 1)),
            Stage::Asking(leg, Step::Parts(page)) => self.turn_to(leg, Step::Check(page)),
            Stage::Asking(leg, Step::Question(_)) => {
                let story = self.story_of(leg);
                let last = story.groups.len().saturating_sub(1);
                let step = match story.asked.pop() {
                    Some(key) => Step::Question(key),
                    None => Step::Check(last),
                };
                self.turn_to(leg, step);
            }
        }
    }
}
