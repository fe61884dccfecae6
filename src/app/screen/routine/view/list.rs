//! The list of steps, row by row, with what each can be changed to.

use iced::widget::text::Wrapping;
use iced::widget::{button as press, column, container, row, space};
use iced::{Center, Element, Fill, Padding};

use super::Detail;
use crate::app::control::{Kind, control};
use crate::app::screen::routine::Message;
use crate::app::screen::routine::steps::{Doing, Harder, Row};
use crate::app::theme::size::{gap, radius, target};
use crate::app::theme::{self, Tone, type_role};
use crate::app::widget::{Backdrop, Icon, Solid, button, card, icon_button, thumbnail, toggle};
use crate::routine::item::Easier;
use crate::words::exercise as words;

/// The colour of the figures in the list.
const TONE: Tone = Tone::Sky;
/// The figure of a row, in logical pixels.
const PICTURE: (f32, f32) = (60.0, 48.0);

impl Detail {
    pub(super) fn steps_card<'a>(&'a self) -> Element<'a, Message> {
        let mut index = 0;
        let sections = self.sections.iter().map(|section| {
            let head = section.name.as_ref().map(|name| {
                row![
                    type_role::strong(name.as_str()).width(Fill),
                    type_role::small(section.length.as_str()).style(theme::text::soft),
                ]
                .padding(Padding::ZERO.top(gap::XXS))
            });
            let rows: Vec<_> = section
                .rows
                .iter()
                .map(|entry| {
                    let drawn = self.step_row(index, entry);
                    index += 1;
                    drawn
                })
                .collect();
            column![head, column(rows).spacing(gap::XS)]
                .spacing(gap::XS)
                .into()
        });
        let sections: Vec<_> = sections.collect();
        card(column(sections).spacing(gap::XS)).width(Fill).into()
    }

    fn step_row<'a>(&'a self, index: usize, entry: &'a Row) -> Element<'a, Message> {
        let detail = (!entry.detail.is_empty())
            .then(|| type_role::small(entry.detail.as_str()).style(theme::text::soft));
        let words = column![type_role::label(entry.name.as_str()), detail].width(Fill);
        let figure = entry
            .exercise
            .as_ref()
            .map(|doing| thumbnail(&doing.figure, Backdrop::Soft(TONE)));
        let picture = container(figure)
            .width(PICTURE.0)
            .height(PICTURE.1)
            .padding(gap::XXS)
            .style(theme::container::soft(TONE, 10.0));
        let what = row![picture, words].spacing(gap::S).align_y(Center);
        let what: Element<'a, Message> = if entry.exercise.is_some() {
            let message = Message::Exercise(index);
            let face = press(what)
                .width(Fill)
                .padding(gap::XXS)
                .style(|theme, status| {
                    theme::button::rounded(theme::button::row(theme, status), radius::CONTROL)
                })
                .on_press(message);
            control(Kind::Button, face).radius(radius::CONTROL).into()
        } else {
            container(what).width(Fill).padding(gap::XXS).into()
        };

        let start = Message::StartFrom(index);
        let start = icon_button(Solid::Play, words::start_from())
            .small()
            .icon_size(14.0)
            .on_press(start);
        let versions = entry.exercise.as_ref().filter(|doing| doing.has_versions());
        let unfold: Element<'a, Message> = match versions {
            Some(doing) => {
                let message = Message::Unfold(index);
                let mark = if self.is_unfolded(doing) {
                    Icon::ChevronUp
                } else {
                    Icon::ChevronDown
                };
                icon_button(mark, words::versions())
                    .small()
                    .on_press(message)
                    .into()
            }
            None => space().width(target::SMALL).into(),
        };
        let line = row![
            what,
            type_role::label(entry.time.as_str()).wrapping(Wrapping::None),
            row![start, unfold],
        ]
        .spacing(gap::XS)
        .align_y(Center);
        let below = versions
            .filter(|doing| self.is_unfolded(doing))
            .map(|doing| self.versions(index, doing));
        column![line, below].spacing(gap::XXXS).into()
    }

    /// What a step can be changed to: the easier version as a choice for this time, the harder one to read about.
    fn versions<'a>(&'a self, index: usize, doing: &'a Doing) -> Element<'a, Message> {
        let page = |name: &'a str, message: Message| -> Element<'a, Message> {
            button(name)
                .small()
                .quiet()
                .icon_after(Icon::ChevronRight)
                .on_press(message)
                .into()
        };
        let text = |text: &'a str| -> Element<'a, Message> {
            container(type_role::small(text))
                .padding(Padding::from([gap::XS, gap::S]))
                .into()
        };
        let easier = doing.easier.as_ref().map(|easier| {
            let what = match easier {
                Easier::Exercise(exercise) => {
                    page(exercise.name.as_str(), Message::ShowEasier(index))
                }
                Easier::Text(change) => text(change),
            };
            let choice = Message::Easier(index);
            let choice = toggle(doing.is_easier, words::easier_today(), choice);
            let choice = row![
                type_role::small(words::easier_today()).style(theme::text::soft),
                choice
            ]
            .spacing(gap::XS)
            .align_y(Center);
            column![
                version(words::easier(), what),
                container(choice).padding(Padding::ZERO.left(HEADING + gap::S)),
            ]
            .spacing(gap::XXS)
        });
        let harder = doing.harder.as_ref().map(|harder| {
            let what = match harder {
                Harder::Exercise(exercise) => {
                    page(exercise.name.as_str(), Message::ShowHarder(index))
                }
                Harder::Text(change) => text(change),
            };
            version(words::harder(), what)
        });
        column![easier, harder]
            .spacing(gap::XS)
            .padding(Padding::ZERO.left(PICTURE.0 + gap::M).bottom(gap::XS))
            .into()
    }
}

/// The room for "Easier" and "Harder", in logical pixels.
const HEADING: f32 = 56.0;

fn version<'a>(heading: &'a str, what: Element<'a, Message>) -> Element<'a, Message> {
    row![
        container(type_role::small(heading).style(theme::text::soft))
            .width(HEADING)
            .padding(Padding::from([gap::XS, 0.0])),
        container(what).width(Fill),
    ]
    .into()
}
