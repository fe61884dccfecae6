//! What lies on top of the player: the choices after "It hurts", the keys, and the question whether to end.

use iced::widget::{column, row, space};
use iced::{Center, Element, Fill};

use super::showing::next_exercise;
use super::{Message, Player};
use crate::app::shortcut::PLAYER;
use crate::app::theme::{self, Look, type_role};
use crate::app::widget::layer::{dialog, modal};
use crate::app::widget::{Icon, Solid, button, choice_row, icon_button, key_cap};
use crate::routine::item::Easier;
use crate::routine::timeline::WorkSide;
use crate::words::{knee_map, player as words};

pub(super) fn hurts<'a>(
    player: &'a Player,
    look: Look,
    screen: Element<'a, Message>,
) -> Element<'a, Message> {
    let choices = player.hurts_choices();
    let rows = choices.into_iter().enumerate().map(|(index, message)| {
        let (icon, title, line) = match &message {
            Message::Easier => (Icon::Feather, words::MAKE_EASIER, easier_line(player)),
            Message::SkipExercise => (Icon::SkipForward, words::SKIP_EXERCISE, skip_line(player)),
            Message::ShowWhere => (
                Icon::Crosshair,
                knee_map::SHOW_WHERE,
                knee_map::SHOW_WHERE_LINE.to_owned(),
            ),
            _ => (Icon::Square, words::STOP_HERE, words::STOP_LINE.to_owned()),
        };
        choice_row(look, title)
            .icon(icon)
            .text(line)
            .key((index + 1).to_string())
            .focused(player.focus.is_on(&message))
            .on_press(message)
            .into()
    });

    let content = column![
        type_role::title_2(look, words::HURTS_TITLE),
        type_role::body(look, words::HURTS_LINE).style(theme::text::soft),
        column(rows).spacing(8),
        row![
            type_role::small(look, words::HURTS_FOOT)
                .style(theme::text::soft)
                .width(Fill),
            button(look, words::IT_IS_FINE)
                .quiet()
                .focused(player.focus.is_on(&Message::PauseOrResume))
                .on_press(Message::PauseOrResume),
        ]
        .align_y(Center),
    ]
    .spacing(16);
    modal(screen, dialog(600.0, content), Some(Message::CloseLayer))
}

fn easier_line(player: &Player) -> String {
    match player.session.work().and_then(|work| work.easier.as_ref()) {
        Some(Easier::Exercise(exercise)) => words::instead(&exercise.name),
        Some(Easier::Text(text)) => text.clone(),
        None => String::new(),
    }
}

fn skip_line(player: &Player) -> String {
    let both_sides = player
        .session
        .work()
        .is_some_and(|work| matches!(work.side, WorkSide::One(_)));
    let next = next_exercise(&player.session).map(|work| work.exercise.name.as_str());
    words::skip_line(both_sides, next)
}

pub(super) fn keys<'a>(
    player: &'a Player,
    look: Look,
    screen: Element<'a, Message>,
) -> Element<'a, Message> {
    let line = |index: usize| {
        let shortcut = &PLAYER[index];
        row![
            type_role::body(look, shortcut.words).width(Fill),
            row(shortcut.caps.iter().map(|cap| key_cap(look, *cap))).spacing(4),
        ]
        .height(42)
        .align_y(Center)
        .into()
    };
    let half = PLAYER.len().div_ceil(2);

    let content = column![
        row![
            type_role::title_2(look, words::KEYS_TITLE),
            space::horizontal(),
            icon_button(look, Icon::X, words::CLOSE)
                .focused(player.focus.is_on(&Message::CloseLayer))
                .on_press(Message::CloseLayer),
        ]
        .align_y(Center),
        row![
            column((0..half).map(line)).width(Fill),
            column((half..PLAYER.len()).map(line)).width(Fill),
        ]
        .spacing(36),
    ]
    .spacing(12);
    modal(screen, dialog(640.0, content), Some(Message::CloseLayer))
}

pub(super) fn end<'a>(
    player: &'a Player,
    look: Look,
    screen: Element<'a, Message>,
) -> Element<'a, Message> {
    let steps = player.session.timeline().numbered_steps();
    let done = player.session.steps_done();
    let end = if done == 0 {
        words::END_AT_ONCE
    } else {
        words::END_SESSION
    };
    let content = column![
        type_role::title_2(look, words::END_TITLE),
        type_role::body(look, words::end_line(done, steps)).style(theme::text::soft),
        row![
            space::horizontal(),
            button(look, end)
                .focused(player.focus.is_on(&Message::Stop))
                .on_press(Message::Stop),
            button(look, words::CARRY_ON)
                .primary()
                .icon(Solid::Play)
                .focused(player.focus.is_on(&Message::PauseOrResume))
                .on_press(Message::PauseOrResume),
        ]
        .spacing(12),
    ]
    .spacing(12);
    modal(screen, dialog(520.0, content), Some(Message::CloseLayer))
}
