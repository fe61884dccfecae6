//! Going through it: about the person, the checks, the questions, and what comes of it; and back.

use super::{Action, KneeMap, Message, Outcome, Stage, Step, index_of};
use crate::app::focus::Focus;
use crate::knee::red_flag::screening;
use crate::knee::{Answer, AnswerSheet, Assessment, Group, Key, Leg, assess, next_question};

impl KneeMap {
    pub(super) fn ask_about(&mut self, leg: Leg) -> Action {
        self.stage = Stage::Asking(leg, Step::About);
        self.rest_on(Message::Next);
        self.show_marks_of(leg)
    }

    /// What was said about a knee and what came of it, while that is being read.
    pub fn finding(&self) -> Option<(Leg, AnswerSheet, &Assessment)> {
        match &self.stage {
            Stage::Done(leg, outcome) => Some((*leg, self.sheet(*leg), &outcome.assessment)),
            Stage::Marking | Stage::Asking(..) => None,
        }
    }

    /// Turns the diagram to this leg, and to a view in which its first mark is seen.
    pub(super) fn show_marks_of(&mut self, leg: Leg) -> Action {
        let diagram = self.knowledge.diagram();
        let marks = &self.stories[index_of(leg)].marks;
        if let Some(first) = marks.first()
            && !diagram.views_of(*first).any(|view| view == self.view)
        {
            self.view = diagram.views_of(*first).next().unwrap_or(self.view);
        }
        self.leg = leg;
        self.pointed = None;
        self.want_picture()
    }

    pub(super) fn next(&mut self) -> Action {
        let Stage::Asking(leg, step) = self.stage.clone() else {
            return Action::None;
        };
        match step {
            Step::About => {
                let groups = screening(&self.knowledge, &self.sheet(leg));
                if !self.is_about_said(leg) {
                    return Action::None;
                }
                self.stage = Stage::Asking(
                    leg,
                    Step::Check {
                        chosen: self.chosen_in(leg, groups.first()),
                        groups,
                        index: 0,
                    },
                );
                self.rest_on_way();
                self.past_the_last_check(leg)
            }
            Step::Check {
                groups,
                index,
                chosen,
            } => {
                let story = &mut self.stories[index_of(leg)];
                for key in groups.get(index).into_iter().flat_map(|group| &group.keys) {
                    let answer = if chosen.contains(key) {
                        Answer::Yes
                    } else {
                        Answer::No
                    };
                    story.answer(*key, answer);
                }
                let index = index + 1;
                self.stage = Stage::Asking(
                    leg,
                    Step::Check {
                        chosen: self.chosen_in(leg, groups.get(index)),
                        groups,
                        index,
                    },
                );
                self.rest_on_way();
                if self.assess(leg).red_flags.is_empty() {
                    self.past_the_last_check(leg)
                } else {
                    self.finish(leg)
                }
            }
            Step::Question(_) => Action::None,
        }
    }

    /// What was said before to a group of checks.
    pub(super) fn chosen_in(&self, leg: Leg, group: Option<&Group>) -> Vec<Key> {
        let story = &self.stories[index_of(leg)];
        group
            .into_iter()
            .flat_map(|group| &group.keys)
            .copied()
            .filter(|key| story.answers.contains(&(*key, Answer::Yes)))
            .collect()
    }

    pub(super) fn past_the_last_check(&mut self, leg: Leg) -> Action {
        match &self.stage {
            Stage::Asking(_, Step::Check { groups, index, .. }) if *index >= groups.len() => {
                self.go_on(leg)
            }
            _ => Action::None,
        }
    }

    /// Asks the next question, or says what comes of it.
    pub(super) fn go_on(&mut self, leg: Leg) -> Action {
        let sheet = self.sheet(leg);
        if assess(&self.knowledge, &sheet).red_flags.is_empty()
            && let Some(key) = next_question(&self.knowledge, &sheet)
        {
            self.stage = Stage::Asking(leg, Step::Question(key));
            self.focus = Focus::on(Message::Answer(Answer::Yes));
            return Action::None;
        }
        self.finish(leg)
    }

    pub(super) fn finish(&mut self, leg: Leg) -> Action {
        let assessment = self.assess(leg);
        // Only what stopped this story is taken back by answers put right. What was said another day stays until the
        // person says that somebody has looked at it.
        let is_stopped = !assessment.routines_allowed();
        let was_stopped =
            std::mem::replace(&mut self.stories[index_of(leg)].is_stopped, is_stopped);
        let action = match (was_stopped, is_stopped) {
            (_, true) => Action::SeeSomeone(leg),
            (true, false) => Action::Checked(leg),
            (false, false) => Action::None,
        };
        self.rest_on(Message::Change);
        self.stage = Stage::Done(
            leg,
            Box::new(Outcome {
                assessment,
                open: 0,
            }),
        );
        action
    }

    pub(super) fn step_back(&mut self) {
        let Stage::Asking(leg, step) = self.stage.clone() else {
            if let Stage::Done(leg, _) = self.stage {
                self.stage = Stage::Asking(leg, Step::About);
                self.rest_on(Message::Next);
            }
            return;
        };
        self.stage = match step {
            Step::About => Stage::Marking,
            Step::Check { index: 0, .. } => Stage::Asking(leg, Step::About),
            Step::Check { groups, index, .. } => {
                let index = index - 1;
                Stage::Asking(
                    leg,
                    Step::Check {
                        chosen: self.chosen_in(leg, groups.get(index)),
                        groups,
                        index,
                    },
                )
            }
            Step::Question(_) => {
                let groups = screening(&self.knowledge, &self.sheet(leg));
                let is_check = |key: Key| groups.iter().any(|group| group.keys.contains(&key));
                let story = &mut self.stories[index_of(leg)];
                match story.answers.pop_if(|(key, _)| !is_check(*key)) {
                    Some((key, _)) => Stage::Asking(leg, Step::Question(key)),
                    None => {
                        let index = groups.len().saturating_sub(1);
                        Stage::Asking(
                            leg,
                            Step::Check {
                                chosen: self.chosen_in(leg, groups.get(index)),
                                groups,
                                index,
                            },
                        )
                    }
                }
            }
        };
        let rest = match &self.stage {
            Stage::Asking(_, Step::Question(_)) => Message::Answer(Answer::Yes),
            Stage::Asking(_, Step::Check { .. }) => return self.rest_on_way(),
            Stage::Asking(_, Step::About) => Message::Next,
            Stage::Marking | Stage::Done(..) => Message::Continue,
        };
        self.rest_on(rest);
    }
}
