//! The end of a session: what was done, and how the knees are.

use iced::widget::{column, container, row, scrollable, space};
use iced::{Center, Element, Fill, Padding};

use super::{Message, Player};
use crate::app::screen::Surroundings;
use crate::app::theme::size::radius;
use crate::app::theme::{self, Tone, type_role};
use crate::app::widget::pain_scale::{pain_scale, pain_tone};
use crate::app::widget::{
    Count, Icon, Ring, WindowSize, banner, button, countdown_ring, icon, icon_button, stat,
};
use crate::session::Ending;
use crate::words::{pain, player as words, time};

/// The messages of what the keyboard can reach, in order.
pub(super) fn stops() -> Vec<Message> {
    (0..=10)
        .map(Message::Score)
        .chain([Message::Again, Message::Leave])
        .collect()
}

pub(super) fn view<'a>(
    player: &'a Player,
    ending: Ending,
    surroundings: &Surroundings,
) -> Element<'a, Message> {
    let look = surroundings.look;
    let close = row![
        space::horizontal(),
        icon_button(look, Icon::X, words::CLOSE_SCREEN).on_press(Message::Leave),
    ]
    .padding(Padding::from([10, 24]));

    let summary = summary(player, ending, surroundings);
    let knees = knees(player, surroundings);
    let content: Element<'a, Message> = match surroundings.size() {
        WindowSize::Small => scrollable(
            column![summary, knees]
                .spacing(16)
                .padding(Padding::from([0, 32]).bottom(16)),
        )
        .style(theme::control::scroll)
        .height(Fill)
        .into(),
        WindowSize::Medium | WindowSize::Large => container(
            row![
                container(summary).width(380),
                container(knees).width(Fill).max_width(720)
            ]
            .spacing(56)
            .align_y(Center),
        )
        .center(Fill)
        .padding(Padding::from([0, 56]).bottom(48))
        .into(),
    };

    container(column![close, content])
        .width(Fill)
        .height(Fill)
        .into()
}

fn summary<'a>(
    player: &'a Player,
    ending: Ending,
    surroundings: &Surroundings,
) -> Element<'a, Message> {
    let look = surroundings.look;
    let steps = player.session.timeline().numbered_steps();
    let done = player.session.steps_done();
    let is_whole = ending == Ending::Completed && done == steps;
    let (title, line) = if is_whole {
        (words::all_done(steps), words::ALL_DONE_LINE)
    } else if done == 0 {
        (words::NOTHING_DONE.to_owned(), words::NOTHING_DONE_LINE)
    } else {
        (words::some_done(done, steps), words::SOME_DONE_LINE)
    };
    let share = if steps == 0 {
        1.0
    } else {
        done as f32 / steps as f32
    };
    // All of the end has to fit a small window, the button that leaves it too.
    let is_small = surroundings.size() == WindowSize::Small;
    let (diameter, stroke, check) = if is_small {
        (92.0, 9.0, 40.0)
    } else {
        (148.0, 12.0, 64.0)
    };
    let ring = Ring {
        count: Count::Timed {
            fraction_left: share,
        },
        tone: Tone::Spruce,
        diameter,
        stroke,
        gap: 0.0,
    };
    let mark = countdown_ring(
        ring,
        icon(Icon::Check, check).style(theme::text::tone(Tone::Spruce)),
    );
    let title = if is_small {
        type_role::TITLE_1.text(look, title)
    } else {
        type_role::finish(look, title)
    };
    let said = column![
        title,
        type_role::BODY
            .with_size(if is_small { 15.0 } else { 17.0 })
            .text(look, line)
            .style(theme::text::soft),
    ];
    let stats = row![
        stat(
            look,
            words::MOVING,
            time::clock(player.session.worked()),
            None,
            None
        ),
        stat(
            look,
            words::STEPS,
            done.to_string(),
            Some(words::of_steps(steps).into()),
            None
        ),
    ]
    .spacing(36);

    if is_small {
        row![mark, said.spacing(4).width(Fill), stats]
            .spacing(24)
            .align_y(Center)
            .into()
    } else {
        column![mark, said.spacing(10), stats].spacing(24).into()
    }
}

fn knees<'a>(player: &'a Player, surroundings: &Surroundings) -> Element<'a, Message> {
    let look = surroundings.look;
    let is_small = surroundings.size() == WindowSize::Small;
    let focused = (0..=10).find(|&score| player.focus.is_on(&Message::Score(score)));
    let answer = player.score.map(|score| {
        let tone = pain_tone(score);
        let (icon, band) = match tone {
            Tone::Spruce => (Icon::Check, 0),
            Tone::Sun => (Icon::TriangleAlert, 1),
            _ => (Icon::Hand, 2),
        };
        let word = pain::SCORES
            .get(usize::from(score))
            .copied()
            .unwrap_or_default();
        banner(
            look,
            tone,
            icon,
            format!("{score}, {}", word.to_lowercase()),
        )
        .line(pain::ADVICE[band])
    });

    let content = column![
        type_role::title_2(look, words::KNEES_NOW),
        type_role::small(look, words::KNEES_NOW_LINE).style(theme::text::soft),
        pain_scale(
            look,
            player.score,
            focused,
            pain::BANDS.map(Into::into),
            Message::Score
        ),
        answer,
        row![
            space::horizontal(),
            button(look, words::AGAIN)
                .quiet()
                .focused(player.focus.is_on(&Message::Again))
                .on_press(Message::Again),
            button(look, words::FINISH_BUTTON)
                .primary()
                .large()
                .focused(player.focus.is_on(&Message::Leave))
                .on_press(Message::Leave),
        ]
        .spacing(12)
        .align_y(Center),
    ]
    .spacing(if is_small { 12 } else { 16 });

    container(content)
        .padding(if is_small { 20 } else { 28 })
        .width(Fill)
        .style(|theme| theme::container::rounded(theme::container::card(theme), radius::PANEL))
        .into()
}
