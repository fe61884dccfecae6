//! What lies on top of the player: the choices after "It hurts", the keys, and the question whether to end.

use iced::widget::{column, container, row, space};
use iced::{Center, Element, Fill};

use super::showing::next_exercise;
use super::{Message, Player};
use crate::app::control::beside_each_other;
use crate::app::playback::Playback;
use crate::app::shortcut::PLAYER;
use crate::app::theme::size::{gap, line};
use crate::app::theme::{self, type_role};
use crate::app::widget::layer::{dialog, dialog_foot};
use crate::app::widget::{Icon, Solid, button, choice_row, icon_button, key_line};
use crate::exercise::Kind;
use crate::routine::item::Easier;
use crate::routine::timeline::{Pace, Version, WorkSide};
use crate::{
    routine,
    words::{knee_map, player as words},
};

pub(super) fn hurts<'a>(playback: &Playback) -> Element<'a, Message> {
    let choices = Player::hurts_choices();
    let gentlest = Player::gentlest(playback);
    let rows = choices.into_iter().enumerate().map(|(index, message)| {
        let (icon, title, line) = match &message {
            Message::Easier => {
                let (title, line) = easier_words(playback);
                (Icon::Feather, title, line)
            }
            Message::SkipExercise => {
                let (title, line) = skip_words(playback);
                (Icon::SkipForward, title, line)
            }
            Message::ShowWhere => (
                Icon::Crosshair,
                knee_map::show_where(),
                knee_map::show_where_line().to_owned(),
            ),
            _ => (
                Icon::Square,
                words::stop_here(),
                words::stop_line().to_owned(),
            ),
        };
        let row = choice_row(title)
            .icon(icon)
            .text(line)
            .key((index + 1).to_string());
        if Player::can_choose(&message, playback) {
            let is_gentlest = message == gentlest;
            row.initial_if(is_gentlest).on_press(message).into()
        } else {
            row.into()
        }
    });

    let content = column![
        type_role::title_2(words::hurts_title()),
        type_role::body(what_it_may_feel_like(kind(playback))).style(theme::text::soft),
        beside_each_other(column(rows).spacing(gap::XS)),
        row![
            type_role::small(words::hurts_foot())
                .style(theme::text::soft)
                .width(Fill),
            button(words::it_is_fine())
                .quiet()
                .on_press(Message::PauseOrResume),
        ]
        .align_y(Center),
    ]
    .spacing(gap::M);
    dialog(words::hurts_title(), 600.0, content)
}

/// The sort of exercise that hurts, or else the sort of the routine.
fn kind(playback: &Playback) -> Kind {
    let work = playback.current().work();
    let known = work.and_then(|work| work.exercise.kind);
    known.unwrap_or_else(|| match playback.loaded().routine.kind {
        routine::Kind::Strength => Kind::Strength,
        _ if work.is_some_and(|work| work.pace == Pace::Hold) => Kind::Stretch,
        _ => Kind::Mobility,
    })
}

fn what_it_may_feel_like(kind: Kind) -> &'static str {
    match kind {
        Kind::Stretch => words::hurts_stretch(),
        Kind::Strength => words::hurts_strength(),
        Kind::Mobility => words::hurts_mobility(),
        Kind::Balance => words::hurts_balance(),
    }
}

fn easier_words(playback: &Playback) -> (&'static str, String) {
    let Some(work) = playback.current().work() else {
        return (words::no_easier(), words::no_exercise_line().to_owned());
    };
    match (&work.easier, work.version) {
        (_, Version::Easier) => (words::easier_already(), words::no_easier_line().to_owned()),
        (None, _) => (words::no_easier(), words::no_easier_line().to_owned()),
        (Some(Easier::Exercise(exercise)), _) => {
            (words::make_easier(), words::instead(&exercise.name))
        }
        (Some(Easier::Text(text)), _) => (words::make_easier(), text.clone()),
    }
}

fn skip_words(playback: &Playback) -> (&'static str, String) {
    let Some(work) = playback.current().work() else {
        return (
            words::nothing_to_skip(),
            words::no_exercise_line().to_owned(),
        );
    };
    let both_sides = matches!(work.side, WorkSide::One(_));
    let next = next_exercise(playback.current()).map(|work| work.exercise.name.as_str());
    (words::skip_exercise(), words::skip_line(both_sides, next))
}

pub(super) fn keys<'a>() -> Element<'a, Message> {
    let line = |index: usize| {
        let shortcut = &PLAYER[index];
        container(key_line(shortcut.caps, (shortcut.words)()))
            .center_y(line::KEY)
            .into()
    };
    let half = PLAYER.len().div_ceil(2);

    let content = column![
        row![
            type_role::title_2(words::keys_title()),
            space::horizontal(),
            icon_button(Icon::X, words::close()).on_press(Message::CloseLayer),
        ]
        .align_y(Center),
        row![
            column((0..half).map(line)).width(Fill),
            column((half..PLAYER.len()).map(line)).width(Fill),
        ]
        .spacing(gap::XXL),
    ]
    .spacing(gap::S);
    dialog(words::keys_title(), 640.0, content)
}

pub(super) fn end<'a>(playback: &Playback, hurts: bool) -> Element<'a, Message> {
    let steps = playback.current().timeline().numbered_steps();
    let done = playback.current().steps_done();
    let end = if done == 0 {
        words::end_at_once()
    } else {
        words::end_session()
    };
    // Whoever is hurt is not sent on with the session, but back to what else there is.
    let (stay, label) = if hurts {
        (Message::CloseLayer, words::other_choices())
    } else {
        (Message::PauseOrResume, words::carry_on())
    };
    let safe = button(label).primary();
    let safe = if hurts { safe } else { safe.icon(Solid::Play) };
    let content = column![
        type_role::title_2(words::end_title()),
        type_role::body(words::end_line(done, steps)).style(theme::text::soft),
        dialog_foot([
            button(end).on_press(Message::Stop).into(),
            safe.initial().on_press(stay).into(),
        ]),
    ]
    .spacing(gap::M);
    dialog(words::end_title(), 520.0, content)
}
