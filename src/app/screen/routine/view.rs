//! How the page of a routine is drawn.

use std::time::Duration;

use iced::widget::text::Wrapping;
use iced::widget::{column, container, row};
use iced::{Center, Element, Fill, Padding};

use super::steps::Row;
use super::{Detail, LONGEST_GET_READY, Message};
use crate::app::Place;
use crate::app::screen::routines::{kind_icon, kind_tone};
use crate::app::screen::{Surroundings, name};
use crate::app::theme::{self, Tone, type_role};
use crate::app::widget::page::{page, scroll};
use crate::app::widget::{
    Backdrop, Icon, Solid, WindowSize, button, card, divider, figure, icon, segmented, stepper,
    tag, toggle,
};
use crate::exercise::Side;
use crate::figure::Beat;
use crate::settings::Settings;
use crate::words::{page as words, time};

impl Detail {
    /// Draws the screen.
    pub fn view<'a>(
        &'a self,
        settings: &'a Settings,
        surroundings: &Surroundings,
    ) -> Element<'a, Message> {
        let look = surroundings.look;
        let size = surroundings.size();
        let back = match self.from {
            Place::Today => words::TODAY,
            Place::Routines | Place::KneeMap | Place::Settings => words::ROUTINES,
        };
        let back = button(look, back)
            .quiet()
            .icon(Icon::ArrowLeft)
            .focused(self.focus.is_on(&Message::Back))
            .on_press(Message::Back);

        let content: Element<'a, Message> = if size == WindowSize::Small {
            scroll(
                column![
                    self.head(surroundings),
                    self.start_card(settings, surroundings),
                    self.steps_card(surroundings),
                    self.leave_it(surroundings),
                    self.expectations(surroundings),
                ]
                .spacing(16)
                .padding(Padding::from(4).right(12)),
            )
            .height(Fill)
            .into()
        } else {
            row![
                column![
                    self.head(surroundings),
                    scroll(
                        column![
                            self.steps_card(surroundings),
                            self.expectations(surroundings),
                        ]
                        .spacing(16)
                        .padding(Padding::ZERO.right(12).bottom(4))
                    )
                    .height(Fill),
                ]
                .spacing(16)
                .width(Fill),
                scroll(
                    column![
                        self.start_card(settings, surroundings),
                        self.leave_it(surroundings),
                    ]
                    .spacing(16)
                    .padding(4)
                )
                .height(Fill)
                .width(324),
            ]
            .spacing(20)
            .height(Fill)
            .into()
        };
        page(size, column![back, content].spacing(8))
    }

    fn head<'a>(&'a self, surroundings: &Surroundings) -> Element<'a, Message> {
        let look = surroundings.look;
        let routine = &self.shelved.routine;
        let tone = kind_tone(routine.kind);
        let fact = |icon, label: String| tag(look, Tone::Slate, icon, label);
        let tags = row![
            tag(
                look,
                tone,
                Some(kind_icon(routine.kind)),
                routine.kind.word()
            ),
            fact(Some(Icon::Clock), time::minutes(self.total)),
            fact(Some(Icon::List), words::steps(self.steps)),
            fact(None, name::effort(routine.effort).to_owned()),
            fact(None, self.kit.clone()),
        ]
        .spacing(8)
        .wrap();
        let title = if surroundings.size() == WindowSize::Small {
            type_role::TITLE_1.with_size(26.0)
        } else {
            type_role::TITLE_1
        };
        let picture = container(
            self.cover
                .as_ref()
                .map(|mannequin| figure(mannequin, Beat::Key, Backdrop::Soft(tone))),
        )
        .width(150)
        .height(140)
        .padding(6)
        .style(theme::container::soft(tone, 20.0));

        row![
            picture,
            column![
                title.text(look, routine.name.as_str()),
                type_role::body(look, routine.purpose.as_str()).style(theme::text::soft),
                tags,
            ]
            .spacing(8)
            .width(Fill),
        ]
        .spacing(20)
        .into()
    }

    fn steps_card<'a>(&'a self, surroundings: &Surroundings) -> Element<'a, Message> {
        let look = surroundings.look;
        let sections = self.sections.iter().map(|section| {
            let head = section.name.as_ref().map(|name| {
                row![
                    type_role::strong(look, name.as_str()).width(Fill),
                    type_role::small(look, section.length.as_str()).style(theme::text::soft),
                ]
                .padding(Padding::ZERO.top(6))
            });
            let rows = section
                .rows
                .iter()
                .map(|entry| step_row(entry, surroundings));
            column![head, column(rows).spacing(12)].spacing(8).into()
        });
        card(column(sections).spacing(10)).width(Fill).into()
    }

    fn start_card<'a>(
        &'a self,
        settings: &'a Settings,
        surroundings: &Surroundings,
    ) -> Element<'a, Message> {
        let look = surroundings.look;
        let setting = |label, control: Element<'a, Message>| {
            row![type_role::body(look, label).width(Fill), control]
                .align_y(Center)
                .height(48)
        };
        let seconds = self.get_ready;
        let is_stepping =
            self.focus.is_on(&Message::LessTime) || self.focus.is_on(&Message::MoreTime);
        let sides = [Side::Left, Side::Right];
        let focused = sides
            .iter()
            .position(|side| self.focus.is_on(&Message::FirstSide(*side)));

        card(
            column![
                button(look, words::START)
                    .primary()
                    .large()
                    .wide()
                    .icon(Solid::Play)
                    .focused(self.focus.is_on(&Message::Start))
                    .on_press(Message::Start),
                type_role::caption(look, words::altogether(&time::spoken(self.total)))
                    .style(theme::text::soft)
                    .width(Fill)
                    .align_x(Center),
                divider(),
                setting(
                    words::GET_READY_TIME,
                    stepper(
                        look,
                        time::spoken(Duration::from_secs(u64::from(seconds))),
                        is_stepping,
                        (seconds > 0).then_some(Message::LessTime),
                        (seconds < LONGEST_GET_READY).then_some(Message::MoreTime),
                    )
                ),
                setting(
                    words::START_WITH,
                    segmented(
                        look,
                        sides.map(|side| (side, name::side(side))),
                        Some(settings.first_side.into()),
                        focused,
                        Message::FirstSide,
                    )
                ),
                setting(
                    words::COUNTDOWN_BEEPS,
                    toggle(
                        settings.countdown,
                        self.focus.is_on(&Message::Countdown),
                        Message::Countdown,
                    )
                ),
            ]
            .spacing(12),
        )
        .width(Fill)
        .into()
    }

    fn leave_it<'a>(&'a self, surroundings: &Surroundings) -> Option<Element<'a, Message>> {
        let look = surroundings.look;
        let reasons = &self.shelved.routine.leave_if;
        if reasons.is_empty() {
            return None;
        }
        let lines = reasons.iter().map(|reason| {
            row![
                type_role::small(look, "•"),
                type_role::small(look, reason.as_str()).width(Fill),
            ]
            .spacing(8)
            .into()
        });
        let content = column![
            row![
                icon(Icon::Hand, 22.0),
                type_role::strong(look, words::LEAVE_IT_IF)
            ]
            .spacing(12)
            .align_y(Center),
            column(lines).spacing(5),
        ]
        .spacing(10);
        Some(
            container(content)
                .padding(Padding::from([16, 18]))
                .width(Fill)
                .style(theme::container::banner(Tone::Sun))
                .into(),
        )
    }

    fn expectations<'a>(&'a self, surroundings: &Surroundings) -> Element<'a, Message> {
        let look = surroundings.look;
        let routine = &self.shelved.routine;
        let part = |title, text: &'a str| {
            column![
                type_role::strong(look, title),
                type_role::small(look, text).style(theme::text::soft),
            ]
            .spacing(2)
        };
        let sources = (!routine.sources.is_empty()).then(|| {
            let lines = routine.sources.iter().map(|source| {
                type_role::caption(look, source.as_str())
                    .style(theme::text::faint)
                    .into()
            });
            column![
                type_role::strong(look, words::SOURCES),
                column(lines).spacing(2),
            ]
            .spacing(2)
        });
        card(
            column![
                routine
                    .honest
                    .as_deref()
                    .map(|text| part(words::HONEST, text)),
                routine
                    .how_often
                    .as_deref()
                    .map(|text| part(words::HOW_OFTEN, text)),
                sources,
                type_role::caption(look, words::NOT_A_DIAGNOSIS).style(theme::text::faint),
            ]
            .spacing(12),
        )
        .width(Fill)
        .into()
    }
}

fn step_row<'a>(entry: &'a Row, surroundings: &Surroundings) -> Element<'a, Message> {
    let look = surroundings.look;
    let tone = Tone::Sky;
    let picture = container(
        entry
            .figure
            .as_ref()
            .map(|mannequin| figure(mannequin, Beat::Key, Backdrop::Soft(tone))),
    )
    .width(60)
    .height(48)
    .padding(3)
    .style(theme::container::soft(tone, 10.0));

    row![
        picture,
        column![
            type_role::label(look, entry.name.as_str()),
            type_role::small(look, entry.detail.as_str()).style(theme::text::soft),
        ]
        .width(Fill),
        type_role::label(look, entry.time.as_str()).wrapping(Wrapping::None),
    ]
    .spacing(14)
    .align_y(Center)
    .into()
}
