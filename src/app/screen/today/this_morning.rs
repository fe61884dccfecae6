//! The question of the morning after a session: above the hero, or beside it on a day of rest.

use iced::widget::{Id, column, row, space};
use iced::{Center, Element, Fill};

use super::{Message, Morning, Today};
use crate::app::screen::rating;
use crate::app::theme::size::gap;
use crate::app::theme::{self, Tone, type_role};
use crate::app::widget::{button, card};
use crate::training::pain::{Response, Taken};
use crate::words::{knee_map, pain};

/// What takes the morning's answer back.
pub const UNDO: Id = Id::new("undo the score");

/// The question on the morning after, or what its answer says.
pub(super) fn above<'a>(today: &'a Today) -> Option<Element<'a, Message>> {
    match &today.morning {
        Morning::Quiet => None,
        Morning::Asked(question, asked) => {
            let scale = asked.view(pain::this_morning()).map(Message::Rate);
            let line = pain::this_morning_line(&question.routine);
            let foot = row![
                type_role::small(line).style(theme::text::soft).width(Fill),
                button(pain::not_now()).quiet().on_press(Message::NotNow),
            ]
            .spacing(gap::S)
            .align_y(Center);
            Some(
                card(column![scale, foot].spacing(gap::S))
                    .width(Fill)
                    .into(),
            )
        }
        Morning::Answered { taken, .. } => {
            let Taken {
                knee,
                score,
                response,
                ..
            } = *taken;
            let (tone, line) = meaning(response);
            let close = button(crate::words::page::hide())
                .small()
                .quiet_on(tone)
                .on_press(Message::NotNow);
            let map = (response == Response::Rest).then(|| {
                button(knee_map::open())
                    .small()
                    .on_press(Message::ShowWhere)
            });
            let undo = button(pain::undo())
                .small()
                .quiet_on(tone)
                .id(UNDO)
                .on_press(Message::Undo);
            let answer = rating::answer(knee, score, line, tone);
            Some(
                answer
                    .actions(row![map, undo, close].spacing(gap::XS))
                    .into(),
            )
        }
    }
}

/// The same as a card beside the hero. None where both knees are asked about: two scales have no room there.
pub(super) fn beside<'a>(today: &'a Today) -> Option<Element<'a, Message>> {
    let content = match &today.morning {
        Morning::Quiet => return None,
        Morning::Asked(question, asked) => {
            let knee = question.knees.only()?;
            column![
                type_role::title_3(pain::how_is(knee)),
                type_role::small(pain::one_tap()).style(theme::text::soft),
                asked.grid().map(Message::Rate),
                space::vertical(),
                row![
                    type_role::caption(pain::ends_of_scale())
                        .style(theme::text::soft)
                        .width(Fill),
                    button(pain::not_now())
                        .small()
                        .quiet()
                        .on_press(Message::NotNow),
                ]
                .align_y(Center),
            ]
        }
        Morning::Answered {
            question, taken, ..
        } => {
            let _one_knee = question.knees.only()?;
            let (tone, line) = meaning(taken.response);
            let map = (taken.response == Response::Rest)
                .then(|| button(knee_map::open()).wide().on_press(Message::ShowWhere));
            let undo = button(pain::undo()).wide().id(UNDO).on_press(Message::Undo);
            let hide = button(crate::words::page::hide()).quiet().wide();
            let hide = hide.on_press(Message::NotNow);
            column![
                type_role::title_3(pain::scored_knee(taken.knee, taken.score.get()))
                    .style(theme::text::tone(tone)),
                type_role::small(line).style(theme::text::soft),
                space::vertical(),
                map,
                row![undo, hide].spacing(gap::XS),
            ]
        }
    };
    Some(
        card(content.spacing(gap::S))
            .width(Fill)
            .height(Fill)
            .into(),
    )
}

/// What an answer says, and in which hue.
fn meaning(response: Response) -> (Tone, String) {
    match response {
        Response::Fine => (Tone::Spruce, pain::morning_fine().to_owned()),
        Response::Careful => (Tone::Sun, pain::morning_careful().to_owned()),
        Response::Worse { before } => (Tone::Sun, pain::morning_worse(before.get())),
        Response::Rest => (Tone::Ember, pain::morning_rest().to_owned()),
    }
}
