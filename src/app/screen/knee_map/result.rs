//! What it may be: the best fit open, up to two more, and the routines that serve it.

use iced::widget::{Space, column, container, row, space};
use iced::{Center, Element, Fill, Padding};

use super::asking::guide;
use super::drawing::{knee_name, seen_from};
use super::{KneeMap, Message, Outcome, index_of};
use crate::app::screen::Surroundings;
use crate::app::screen::reading::condition_card;
use crate::app::screen::serving::Offer;
use crate::app::theme::size::radius;
use crate::app::theme::{self, Look, Tone, type_role};
use crate::app::widget::page::scroll;
use crate::app::widget::{
    Icon, KneeDiagram, Solid, WindowSize, banner, button, card, divider, icon, knee_diagram,
    match_bar,
};
use crate::knee::{Answer, Candidate, Care, Fit, Key, Leg, Mark, Outcome as Verdict, RedFlag};
use crate::words::knee_map as words;

impl KneeMap {
    pub(super) fn result<'a>(
        &'a self,
        leg: Leg,
        outcome: &'a Outcome,
        surroundings: &Surroundings,
    ) -> Element<'a, Message> {
        let look = surroundings.look;
        let is_small = surroundings.size() == WindowSize::Small;
        let cards = self.cards(leg, outcome, surroundings);
        let advice = outcome
            .assessment
            .advice
            .iter()
            .map(|flag| self.advice(*flag, look));
        let beside =
            outcome
                .assessment
                .contributor
                .as_ref()
                .map(|contributor| -> Element<'a, Message> {
                    let signs: Vec<_> = contributor
                        .signs
                        .iter()
                        .map(|key| self.knowledge.question(*key).sign.as_str())
                        .collect();
                    let read = Message::Read(crate::knee::ConditionId::FootGaitLoad);
                    banner(look, Tone::Sky, Icon::Footprints, words::BESIDE)
                        .line(signs.join(". "))
                        .actions(
                            button(look, words::WHAT_YOU_CAN_DO)
                                .small()
                                .focused(self.focus.is_on(&read))
                                .on_press(read),
                        )
                        .into()
                });
        let other = self.leg_to_come().map(|leg| {
            button(look, words::now_the(knee_name(leg)))
                .primary()
                .icon_after(Icon::ArrowRight)
                .focused(self.focus.is_on(&Message::OtherLeg))
                .on_press(Message::OtherLeg)
        });
        let foot = row![container(guide(look)).width(Fill), other]
            .spacing(16)
            .align_y(Center);
        let body = column(advice.chain([cards]).chain(beside)).spacing(12);

        if is_small {
            scroll(
                column![body, self.told(leg, look, true), self.change(look), foot]
                    .spacing(16)
                    .padding(Padding::from(3).right(12)),
            )
            .height(Fill)
            .into()
        } else {
            row![
                column![self.told(leg, look, false), self.change(look)]
                    .spacing(16)
                    .width(252),
                column![
                    scroll(body.padding(Padding::from(3).right(12))).height(Fill),
                    foot,
                ]
                .spacing(12),
            ]
            .spacing(20)
            .height(Fill)
            .into()
        }
    }

    fn change<'a>(&'a self, look: Look) -> Element<'a, Message> {
        button(look, words::CHANGE_ANSWER)
            .icon(Icon::Pencil)
            .wide()
            .focused(self.focus.is_on(&Message::Change))
            .on_press(Message::Change)
            .into()
    }

    /// The knee with its marks, and what was told about it.
    fn told<'a>(&'a self, leg: Leg, look: Look, is_small: bool) -> Element<'a, Message> {
        let story = &self.stories[index_of(leg)];
        let knee = KneeDiagram {
            diagram: self.knowledge.diagram(),
            view: self.view,
            leg,
            picture: self.picture.as_ref().map(|(_, handle)| handle),
            marked: &story.marks,
            pointed: None,
        };
        let diagram = knee_diagram(knee, None::<fn(_) -> Message>);
        let diagram = iced::widget::sensor(diagram)
            .on_show(Message::Room)
            .on_resize(Message::Room);
        let places = story
            .marks
            .iter()
            .map(|mark| self.knowledge.place(*mark).name.as_str())
            .chain(story.is_everywhere.then_some(words::HURTS_ALL_OVER));
        let signs = story
            .answers
            .iter()
            .filter(|(_, answer)| *answer == Answer::Yes)
            .map(|(key, _)| self.knowledge.question(*key).sign.as_str());
        let lines = places.chain(signs).map(|line| tick(look, line));
        let lines = column![
            type_role::strong(look, words::YOUR_ANSWERS),
            column(lines).spacing(8)
        ]
        .spacing(10);
        let head = type_role::strong(look, words::caption(knee_name(leg), seen_from(self.view)));
        if is_small {
            return card(column![head, lines].spacing(12)).width(Fill).into();
        }
        card(
            column![
                head,
                container(diagram).height(Fill),
                divider(),
                container(scroll(lines.padding(Padding::ZERO.right(10)))).max_height(230),
            ]
            .spacing(12),
        )
        .padding(16)
        .height(Fill)
        .into()
    }

    fn cards<'a>(
        &'a self,
        leg: Leg,
        outcome: &'a Outcome,
        surroundings: &Surroundings,
    ) -> Element<'a, Message> {
        let look = surroundings.look;
        let (title, line) = match outcome.assessment.outcome {
            Verdict::Clear | Verdict::Ranked | Verdict::Stopped => {
                let cards = outcome
                    .assessment
                    .shown()
                    .enumerate()
                    .map(|(index, candidate)| {
                        if index == outcome.open {
                            self.open_card(leg, index, candidate, surroundings)
                        } else {
                            self.closed_card(index, candidate, look)
                        }
                    });
                return column(cards).spacing(12).into();
            }
            Verdict::NothingFits => (words::NOTHING_FITS, words::NOTHING_FITS_LINE),
            Verdict::OutsideTheKnee => (words::OUTSIDE, words::OUTSIDE_LINE),
        };
        let start = (!self.offered().is_empty()).then(|| {
            button(look, words::GENTLE_RESET)
                .primary()
                .icon(Solid::Play)
                .focused(self.focus.is_on(&Message::Start(0)))
                .on_press(Message::Start(0))
        });
        card(
            column![
                type_role::title_2(look, title),
                type_role::body(look, line),
                start,
            ]
            .spacing(14),
        )
        .padding(24)
        .width(Fill)
        .into()
    }

    fn open_card<'a>(
        &'a self,
        leg: Leg,
        index: usize,
        candidate: &'a Candidate,
        surroundings: &Surroundings,
    ) -> Element<'a, Message> {
        let look = surroundings.look;
        let is_small = surroundings.size() == WindowSize::Small;
        let condition = self.knowledge.condition(candidate.condition);
        let best =
            (index == 0).then(|| type_role::small(look, words::FITS_BEST).style(theme::text::soft));
        let head = row![
            column![
                best,
                type_role::title_2(look, condition.name.as_str()),
                type_role::small(look, condition.medical_name.as_str()).style(theme::text::soft),
            ]
            .spacing(2)
            .width(Fill),
            container(fit(candidate, look)).width(220),
        ]
        .spacing(16);

        let why = column![
            type_role::strong(look, words::WHY_WE_THINK_SO),
            self.reasons(leg, candidate, look),
        ]
        .spacing(10)
        .width(Fill);
        let cause = column![
            type_role::strong(look, words::WHY_IT_HAPPENS),
            type_role::body(look, condition.why.as_str()).style(theme::text::soft),
        ]
        .spacing(10)
        .width(Fill);
        let (to_do, to_leave) = match &condition.care {
            Care::SelfCare(care) => (
                titled(look, words::WHAT_YOU_CAN_DO, Icon::Check, &care.do_now),
                Some(column![
                    titled(look, words::LEAVE_FOR_NOW, Icon::Minus, &care.leave),
                    type_role::strong(look, words::USUAL_RECOVERY),
                    type_role::body(look, care.recovery.as_str()).style(theme::text::soft),
                    titled(look, words::SEE_SOMEONE_IF, Icon::Minus, &care.see_someone),
                ]),
            ),
            Care::GetHelp(help) => (
                titled(look, words::WHAT_TO_DO_NOW, Icon::Check, &help.what_to_do),
                None,
            ),
        };
        let to_leave = to_leave.map(|column| column.spacing(10).width(Fill));
        let halves = |left, right: Option<Element<'a, Message>>| -> Element<'a, Message> {
            if is_small {
                column![left, right].spacing(16).into()
            } else {
                row![left, right].spacing(24).into()
            }
        };
        let routines = self
            .offered()
            .into_iter()
            .enumerate()
            .map(|(index, offer)| self.routine(index, offer, look));
        let read = Message::Read(candidate.condition);
        let read = button(look, words::read_about(&condition.name))
            .quiet()
            .icon_after(Icon::ChevronRight)
            .focused(self.focus.is_on(&read))
            .on_press(read);

        card(
            column![
                head,
                halves(Element::from(why), Some(cause.into())),
                column(routines).spacing(8),
                divider(),
                halves(to_do, to_leave.map(Element::from)),
                row![space::horizontal(), read],
            ]
            .spacing(18),
        )
        .padding(24)
        .width(Fill)
        .into()
    }

    fn closed_card<'a>(
        &'a self,
        index: usize,
        candidate: &'a Candidate,
        look: Look,
    ) -> Element<'a, Message> {
        let condition = self.knowledge.condition(candidate.condition);
        let message = Message::Open(index);
        let said = row![
            column![
                type_role::title_3(look, condition.name.as_str()),
                type_role::small(look, condition.medical_name.as_str()).style(theme::text::soft),
            ]
            .width(Fill),
            container(fit(candidate, look)).width(200),
        ];
        let is_focused = self.focus.is_on(&message);
        condition_card(said, Icon::ChevronDown, is_focused, message)
    }

    /// What speaks for it and what against it, marks first.
    fn reasons<'a>(
        &'a self,
        leg: Leg,
        candidate: &'a Candidate,
        look: Look,
    ) -> Element<'a, Message> {
        let answers = &self.stories[index_of(leg)].answers;
        let sign = |key: &Key| {
            let question = self.knowledge.question(*key);
            if answers.contains(&(*key, Answer::Yes)) {
                question.sign.as_str()
            } else {
                question.no_sign.as_str()
            }
        };
        let marks = candidate.marks.iter().map(|mark| match mark {
            Mark::Place(place) => words::hurts_at(&self.knowledge.place(*place).name),
            Mark::Region(_) => words::HURTS_ALL_OVER.to_owned(),
        });
        let fitting = marks
            .chain(candidate.signs_for.iter().map(|key| sign(key).to_owned()))
            .map(|line| tick(look, line));
        let unfitting = candidate.signs_against.iter().map(|key| {
            row![
                icon(Icon::Minus, 18.0).style(theme::text::soft),
                type_role::body(look, words::less_typical(sign(key)))
                    .style(theme::text::soft)
                    .width(Fill),
            ]
            .spacing(10)
            .into()
        });
        column(fitting.chain(unfitting)).spacing(8).into()
    }

    fn routine<'a>(&'a self, index: usize, offer: &'a Offer, look: Look) -> Element<'a, Message> {
        let start = Message::Start(index);
        let is_focused = self.focus.is_on(&start);
        container(offer.row(look, start, is_focused))
            .padding(Padding::from([10, 16]))
            .width(Fill)
            .style(|theme| theme::container::rounded(theme::container::well(theme), radius::ROW))
            .into()
    }

    fn advice<'a>(&'a self, flag: RedFlag, look: Look) -> Element<'a, Message> {
        let text = self.knowledge.flag(flag);
        banner(look, Tone::Sun, Icon::Info, text.title.as_str())
            .line(text.what_to_do.as_str())
            .into()
    }
}

/// How well it fits, in words, and how many of its signs.
fn fit<'a>(candidate: &Candidate, look: Look) -> Element<'a, Message> {
    let (tone, word) = match candidate.fit {
        Fit::Well => (Tone::Spruce, words::FITS_WELL),
        Fit::Partly => (Tone::Sun, words::FITS_PARTLY),
        Fit::Little => (Tone::Slate, words::FITS_LITTLE),
    };
    let (fitting, all) = candidate.signs();
    let count = if all == 0 {
        words::BY_PLACE.to_owned()
    } else {
        words::signs(fitting, all)
    };
    column![
        row![
            type_role::LABEL
                .with_font(theme::font::SEMIBOLD)
                .text(look, word)
                .style(theme::text::tone(tone)),
            space::horizontal(),
            type_role::small(look, count).style(theme::text::soft),
        ]
        .align_y(Center),
        if all == 0 {
            Element::from(Space::new())
        } else {
            match_bar(fitting, all, tone)
        },
    ]
    .spacing(6)
    .into()
}

fn tick<'a>(look: Look, line: impl iced::widget::text::IntoFragment<'a>) -> Element<'a, Message> {
    row![
        icon(Icon::Check, 18.0).style(theme::text::tone(Tone::Spruce)),
        type_role::body(look, line).width(Fill),
    ]
    .spacing(10)
    .into()
}

fn titled<'a>(look: Look, title: &'a str, mark: Icon, lines: &'a [String]) -> Element<'a, Message> {
    let lines = lines.iter().map(|line| {
        row![
            icon(mark, 18.0).style(theme::text::primary),
            type_role::body(look, line.as_str())
                .style(theme::text::soft)
                .width(Fill),
        ]
        .spacing(8)
        .into()
    });
    column![
        type_role::strong(look, title),
        column(lines).spacing(6).width(Fill)
    ]
    .spacing(10)
    .width(Fill)
    .into()
}
