//! The questions: about the person, what must not be missed, and then one after the other. And the page that stops.

use iced::widget::{Column, column, container, row, space};
use iced::{Center, Element, Fill, Padding};

use super::drawing::knee_name;
use super::{KneeMap, MOST_QUESTIONS, Message, Step, index_of};
use crate::app::screen::Surroundings;
use crate::app::theme::{self, Look, Tone, type_role};
use crate::app::widget::page::scroll;
use crate::app::widget::{Icon, banner, button, card, chip, choice_row, icon, progress_strips};
use crate::knee::{AgeBand, Answer, Assessment, Group, Key, Leg, Level, Onset, RedFlag};
use crate::words::knee_map as words;

impl KneeMap {
    pub(super) fn asking<'a>(
        &'a self,
        leg: Leg,
        step: &'a Step,
        surroundings: &Surroundings,
    ) -> Element<'a, Message> {
        let look = surroundings.look;
        let (body, ways_on) = match step {
            Step::About => (self.about(leg, look), self.about_ways(leg, look)),
            Step::Check {
                groups,
                index,
                chosen,
            } => (
                self.check(groups, *index, chosen, look),
                self.check_ways(chosen, look),
            ),
            Step::Question(key) => (self.question(leg, *key, look), row![]),
        };
        let back = button(look, words::BACK)
            .quiet()
            .icon(Icon::ArrowLeft)
            .focused(self.focus.is_on(&Message::Back))
            .on_press(Message::Back);
        let body = scroll(body.padding(Padding::from(6).right(14))).height(Fill);
        let panel = card(
            column![
                body,
                row![back, space::horizontal(), ways_on].align_y(Center),
            ]
            .spacing(14),
        )
        .padding(Padding::from([22, 22]))
        .width(Fill);
        panel.height(Fill).into()
    }

    // About the person.

    fn about<'a>(&'a self, leg: Leg, look: Look) -> Column<'a, Message> {
        let ages = AgeBand::ALL
            .into_iter()
            .zip(words::AGES)
            .map(|(band, label)| {
                let message = Message::Age(band);
                chip(look, label)
                    .on(self.age == Some(band))
                    .focused(self.focus.is_on(&message))
                    .on_press(message)
                    .into()
            });
        let onset = self.stories[index_of(leg)].onset;
        let beginnings = [
            (Onset::Gradual, words::GRADUAL),
            (Onset::Sudden, words::SUDDEN),
            (Onset::Injury, words::INJURY),
        ]
        .into_iter()
        .enumerate()
        .map(|(index, (beginning, label))| {
            let message = Message::Onset(beginning);
            choice_row(look, label)
                .check_box()
                .on(onset == Some(beginning))
                .key((index + 1).to_string())
                .focused(self.focus.is_on(&message))
                .on_press(message)
                .into()
        });
        column![
            type_role::small(look, knee_name(leg)).style(theme::text::soft),
            type_role::title_2(look, words::ABOUT_YOU),
            type_role::small(look, words::ABOUT_YOU_WHY).style(theme::text::soft),
            type_role::strong(look, words::HOW_OLD),
            iced::widget::Row::with_children(ages).spacing(8).wrap(),
            type_role::strong(look, words::HOW_IT_BEGAN),
            column(beginnings).spacing(8),
        ]
        .spacing(12)
    }

    fn about_ways<'a>(&'a self, leg: Leg, look: Look) -> iced::widget::Row<'a, Message> {
        let is_said = self.is_about_said(leg);
        let label = if is_said {
            words::NEXT
        } else {
            words::CHOOSE_BOTH
        };
        row![
            button(look, label)
                .primary()
                .icon_after(Icon::ArrowRight)
                .focused(self.focus.is_on(&Message::Next))
                .on_press_maybe(is_said.then_some(Message::Next))
        ]
    }

    // What must not be missed.

    fn check<'a>(
        &'a self,
        groups: &'a [Group],
        index: usize,
        chosen: &[Key],
        look: Look,
    ) -> Column<'a, Message> {
        let Some(group) = groups.get(index) else {
            return column![];
        };
        let rows = group.keys.iter().enumerate().map(|(index, key)| {
            let question = self.knowledge.question(*key);
            let is_on = chosen.contains(key);
            let message = Message::Choose(*key);
            let mut row = choice_row(look, question.sign.as_str())
                .check_box()
                .compact()
                .on(is_on);
            // What is said beside it may matter more than the box: it is shown with the choice.
            if let (true, Some(how)) = (is_on, &question.how) {
                row = row.text(how.as_str());
            }
            if index < 9 {
                row = row.key((index + 1).to_string());
            }
            row.focused(self.focus.is_on(&message))
                .on_press(message)
                .into()
        });
        column![
            progress_strips(index + 1, groups.len()),
            type_role::small(look, words::check_of(index + 1, groups.len()))
                .style(theme::text::soft),
            type_role::title_2(look, group.topic.title()),
            type_role::small(look, words::CHOOSE_ALL).style(theme::text::soft),
            column(rows).spacing(6),
        ]
        .spacing(10)
    }

    fn check_ways<'a>(&'a self, chosen: &[Key], look: Look) -> iced::widget::Row<'a, Message> {
        if chosen.is_empty() {
            row![
                button(look, words::NONE_OF_THESE)
                    .primary()
                    .icon_after(Icon::ArrowRight)
                    .focused(self.focus.is_on(&Message::None))
                    .on_press(Message::None)
            ]
        } else {
            row![
                button(look, words::NEXT)
                    .primary()
                    .icon_after(Icon::ArrowRight)
                    .focused(self.focus.is_on(&Message::Next) || self.focus.is_on(&Message::None))
                    .on_press(Message::Next)
            ]
        }
    }

    // One question.

    fn question<'a>(&'a self, leg: Leg, key: Key, look: Look) -> Column<'a, Message> {
        let question = self.knowledge.question(key);
        let asked = self.questions_asked(leg);
        let answers = [
            (Answer::Yes, words::YES, "1"),
            (Answer::No, words::NO, "2"),
            (Answer::NotSure, words::NOT_SURE, "0"),
        ]
        .map(|(answer, label, key)| {
            let message = Message::Answer(answer);
            choice_row(look, label)
                .key(key)
                .focused(self.focus.is_on(&message))
                .on_press(message)
                .into()
        });
        column![
            progress_strips(asked + 1, MOST_QUESTIONS),
            type_role::small(look, words::question_of(asked + 1, MOST_QUESTIONS))
                .style(theme::text::soft),
            type_role::title_2(look, question.ask.as_str()),
            question
                .how
                .as_ref()
                .map(|how| type_role::body(look, how.as_str())),
            column(answers).spacing(8),
            row![
                icon(Icon::Info, 18.0).style(theme::text::soft),
                type_role::small(look, question.why.as_str()).style(theme::text::soft),
            ]
            .spacing(10),
        ]
        .spacing(12)
    }

    // Something has to be seen first.

    pub(super) fn stopped<'a>(
        &'a self,
        leg: Leg,
        assessment: &'a Assessment,
        surroundings: &Surroundings,
    ) -> Element<'a, Message> {
        let look = surroundings.look;
        let soonest = assessment
            .red_flags
            .iter()
            .map(|flag| flag.level)
            .min()
            .unwrap_or(Level::WithinTwoWeeks);
        let head = banner(look, Tone::Ember, Icon::OctagonAlert, words::CHECKED_FIRST)
            .line(words::ROUTINES_WAIT);
        let flags = assessment
            .red_flags
            .iter()
            .map(|flag| self.flag(*flag, look));
        let what = column![
            type_role::title_3(look, words::WHAT_TO_DO_NOW),
            row![
                icon(Icon::Phone, 22.0).style(theme::text::tone(Tone::Ember)),
                type_role::strong(look, how_soon(soonest)),
            ]
            .spacing(14),
            column(flags).spacing(14),
        ]
        .spacing(14);
        let what = scroll(what.padding(Padding::ZERO.right(12))).height(Fill);
        let ways = row![
            button(look, words::CHANGE_ANSWER)
                .quiet()
                .icon(Icon::ArrowLeft)
                .focused(self.focus.is_on(&Message::Change))
                .on_press(Message::Change),
            space::horizontal(),
            button(look, words::IT_WAS_CHECKED)
                .focused(self.focus.is_on(&Message::Checked))
                .on_press(Message::Checked),
        ]
        .align_y(Center);
        let panel = card(column![what, guide(look), ways].spacing(14))
            .padding(22)
            .width(Fill);
        let panel = panel.height(Fill);
        column![
            type_role::small(look, knee_name(leg)).style(theme::text::soft),
            head,
            panel,
        ]
        .spacing(12)
        .into()
    }

    fn flag<'a>(&'a self, flag: RedFlag, look: Look) -> Element<'a, Message> {
        let text = self.knowledge.flag(flag);
        row![
            icon(Icon::Siren, 22.0).style(theme::text::tone(Tone::Ember)),
            column![
                type_role::strong(look, text.title.as_str()),
                type_role::body(look, text.what_to_do.as_str()),
                type_role::small(look, text.why.as_str()).style(theme::text::soft),
            ]
            .spacing(2)
            .width(Fill),
        ]
        .spacing(14)
        .into()
    }
}

/// That this is a guide and no diagnosis.
pub(super) fn guide<'a>(look: Look) -> Element<'a, Message> {
    container(
        row![
            icon(Icon::Info, 18.0).style(theme::text::soft),
            type_role::small(look, words::GUIDE_NOT_DIAGNOSIS)
                .style(theme::text::soft)
                .width(Fill),
        ]
        .spacing(10),
    )
    .into()
}

fn how_soon(level: Level) -> &'static str {
    match level {
        Level::Emergency => words::EMERGENCY,
        Level::SameDay => words::SAME_DAY,
        Level::WithinTwoWeeks => words::WITHIN_TWO_WEEKS,
        Level::Advice => words::WITH_CARE,
    }
}
