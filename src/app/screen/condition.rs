//! One condition: where, what it feels like, why, what to do, and when to see someone.

use std::sync::Arc;

use iced::widget::{Column, column, container, row};
use iced::{Center, Element, Fill, Padding};

use super::Surroundings;
use super::serving::{Offer, serving};
use crate::app::focus::Focus;
use crate::app::theme::size::radius;
use crate::app::theme::{self, Look, Tone, type_role};
use crate::app::widget::page::{page, scroll};
use crate::app::widget::{Icon, WindowSize, banner, button, card, divider, icon};
use crate::content::Content;
use crate::knee::{Care, Condition, ConditionId, Knowledge, Level};
use crate::library::{Chosen, Filed};
use crate::words::{knee_map as words, shelf as said};

/// The most routines of one's own that are listed.
const MOST_OWN: usize = 6;

/// The state of the page.
#[derive(Debug)]
pub struct ConditionPage {
    knowledge: Arc<Knowledge>,
    id: ConditionId,
    routines: Vec<Offer>,
    /// How many more of one's own there are.
    more: usize,
    /// What is written on the way back.
    back: &'static str,
    /// The control the keyboard is on.
    pub focus: Focus<Message>,
}

/// What a person does here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Message {
    /// Back to where one came from.
    Back,
    /// Play one of its routines.
    Start(usize),
}

/// What the page wants from its parent.
#[derive(Debug, Clone)]
pub enum Action {
    /// Nothing.
    None,
    /// Back to where one came from.
    Back,
    /// Play a routine.
    Start(Chosen),
}

impl ConditionPage {
    /// The page of a condition for someone who comes from a page of this name.
    pub fn new(
        knowledge: Arc<Knowledge>,
        id: ConditionId,
        content: &Content,
        own: &[Filed],
        back: &'static str,
    ) -> Self {
        let condition = knowledge.condition(id);
        let bundled: Vec<_> = content.routines.iter().map(Offer::bundled).collect();
        let bundled = serving(&bundled, condition).into_iter().cloned();
        let serves = |filed: &&Filed| {
            matches!(condition.care, Care::SelfCare(_)) && filed.summary.serves.contains(&id)
        };
        let own = own.iter().filter(serves);
        let more = own.clone().count().saturating_sub(MOST_OWN);
        let routines = bundled.chain(own.take(MOST_OWN).map(Offer::own)).collect();
        Self {
            knowledge,
            id,
            routines,
            more,
            back,
            focus: Focus::on(Message::Back),
        }
    }

    /// Lets something happen.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Back => Action::Back,
            Message::Start(index) => match self.routines.get(index) {
                Some(offer) => Action::Start(offer.chosen.clone()),
                None => Action::None,
            },
        }
    }

    /// The messages of what the keyboard can reach, in order.
    pub fn stops(&self) -> Vec<Message> {
        let routines = (0..self.routines.len()).map(Message::Start);
        routines.chain([Message::Back]).collect()
    }

    /// Draws the page.
    pub fn view<'a>(&'a self, surroundings: &Surroundings) -> Element<'a, Message> {
        let look = surroundings.look;
        let size = surroundings.size();
        let condition = self.knowledge.condition(self.id);
        let back = button(look, self.back)
            .quiet()
            .icon(Icon::ArrowLeft)
            .focused(self.focus.is_on(&Message::Back))
            .on_press(Message::Back);
        let head = column![
            type_role::title_1(look, condition.name.as_str()),
            type_role::body(look, condition.medical_name.as_str()).style(theme::text::soft),
        ]
        .spacing(4);
        let content: Element<'a, Message> = if size == WindowSize::Small {
            scroll(
                column![head, self.main(condition, look), side(condition, look)]
                    .spacing(18)
                    .padding(Padding::from(3).right(12)),
            )
            .height(Fill)
            .into()
        } else {
            row![
                scroll(
                    column![head, self.main(condition, look)]
                        .spacing(18)
                        .padding(Padding::from(3).right(14))
                )
                .width(Fill)
                .height(Fill),
                scroll(side(condition, look).padding(3))
                    .width(308)
                    .height(Fill),
            ]
            .spacing(22)
            .into()
        };
        page(size, column![back, content].spacing(12))
    }

    fn main<'a>(&'a self, condition: &'a Condition, look: Look) -> Column<'a, Message> {
        let mut main = column![
            section(look, words::WHAT_IT_FEELS_LIKE, &condition.feels),
            list(look, words::WORSE_WITH, Icon::Dot, &condition.worse_with),
            section(look, words::HOW_IT_BEGINS, &condition.onset),
            section(look, words::WHY_IT_HAPPENS, &condition.why),
        ]
        .spacing(18);
        match &condition.care {
            Care::SelfCare(care) => {
                main = main
                    .push(list(
                        look,
                        words::WHAT_YOU_CAN_DO,
                        Icon::Check,
                        &care.do_now,
                    ))
                    .push(list(look, words::LEAVE_FOR_NOW, Icon::Minus, &care.leave))
                    .push(section(look, words::USUAL_RECOVERY, &care.recovery));
                if !self.routines.is_empty() {
                    let cards = self.routines.iter().enumerate();
                    let cards = cards.map(|(index, offer)| self.routine(index, offer, look));
                    let more = (self.more > 0).then(|| {
                        let more = said::and_more_of_your_own(self.more);
                        type_role::small(look, more).style(theme::text::soft)
                    });
                    main = main.push(
                        column![
                            type_role::title_3(look, words::ROUTINES_TO_START_WITH),
                            column(cards).spacing(10),
                            more,
                        ]
                        .spacing(10),
                    );
                }
                if let Some(note) = &care.routines.note {
                    main =
                        main.push(type_role::small(look, note.as_str()).style(theme::text::soft));
                }
            }
            Care::GetHelp(help) => {
                main = main.push(list(
                    look,
                    words::WHAT_TO_DO_NOW,
                    Icon::Check,
                    &help.what_to_do,
                ));
            }
        }
        let sources = condition.sources.iter().map(|source| {
            type_role::caption(look, source.as_str())
                .style(theme::text::soft)
                .into()
        });
        main.push(divider()).push(
            column![
                type_role::strong(look, words::SOURCES),
                column(sources).spacing(2)
            ]
            .spacing(6),
        )
    }

    fn routine<'a>(&'a self, index: usize, offer: &'a Offer, look: Look) -> Element<'a, Message> {
        let start = Message::Start(index);
        card(offer.row(look, start, self.focus.is_on(&start)))
            .padding(Padding::from([12, 18]))
            .width(Fill)
            .into()
    }
}

fn section<'a>(look: Look, title: &'a str, text: &'a str) -> Element<'a, Message> {
    column![
        type_role::title_3(look, title),
        type_role::body(look, text).style(theme::text::soft),
    ]
    .spacing(6)
    .into()
}

fn list<'a>(look: Look, title: &'a str, mark: Icon, lines: &'a [String]) -> Element<'a, Message> {
    let lines = lines.iter().map(|line| {
        row![
            icon(mark, 18.0).style(theme::text::primary),
            type_role::body(look, line.as_str()).width(Fill),
        ]
        .spacing(10)
        .into()
    });
    column![type_role::title_3(look, title), column(lines).spacing(6)]
        .spacing(8)
        .into()
}

/// What stands beside: where, how sore is all right, and when to see someone.
fn side<'a>(condition: &'a Condition, look: Look) -> Column<'a, Message> {
    let place = card(
        row![
            icon(Icon::Crosshair, 24.0).style(theme::text::primary),
            column![
                type_role::strong(look, words::WHERE),
                type_role::body(look, condition.place.as_str()).style(theme::text::soft),
            ]
            .spacing(2)
            .width(Fill),
        ]
        .spacing(14),
    )
    .width(Fill);
    let guide = row![
        icon(Icon::Info, 18.0).style(theme::text::soft),
        type_role::small(look, words::GUIDE_NOT_DIAGNOSIS)
            .style(theme::text::soft)
            .width(Fill),
    ]
    .spacing(10);
    match &condition.care {
        Care::SelfCare(care) => {
            let scores = [
                (Tone::Spruce, words::FINE),
                (Tone::Sun, words::CAREFUL),
                (Tone::Ember, words::EASE_OFF),
            ]
            .map(|(tone, (score, word))| {
                row![
                    container(
                        type_role::LABEL
                            .with_font(theme::font::SEMIBOLD)
                            .text(look, score)
                    )
                    .center_x(84)
                    .padding(Padding::ZERO.vertical(5))
                    .style(theme::container::soft(tone, radius::TAG)),
                    type_role::body(look, word).width(Fill),
                ]
                .spacing(12)
                .align_y(Center)
                .into()
            });
            let sore = card(
                column![
                    type_role::strong(look, words::HOW_SORE),
                    column(scores).spacing(10),
                    type_role::small(look, words::BY_MORNING).style(theme::text::soft),
                ]
                .spacing(12),
            )
            .width(Fill);
            let see = banner(look, Tone::Ember, Icon::OctagonAlert, words::SEE_SOMEONE_IF)
                .line(sentence(&care.see_someone));
            column![place, sore, see, guide].spacing(16)
        }
        Care::GetHelp(help) => {
            let soon = match help.how_soon {
                Level::Emergency => words::EMERGENCY,
                Level::SameDay => words::SAME_DAY,
                Level::WithinTwoWeeks => words::WITHIN_TWO_WEEKS,
                Level::Advice => words::WITH_CARE,
            };
            let see =
                banner(look, Tone::Ember, Icon::OctagonAlert, words::CHECKED_FIRST).line(soon);
            column![see, place, guide].spacing(16)
        }
    }
}

/// Clauses as one sentence: "it swells, it locks, or it gives way."
fn sentence(clauses: &[String]) -> String {
    match clauses {
        [] => String::new(),
        [only] => format!("{only}."),
        [first @ .., last] => words::any_of(&first.join("; "), last),
    }
}
