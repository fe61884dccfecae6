//! The end of a session: what was done, and how the knees are.

use iced::widget::{column, container, row, scrollable, space};
use iced::{Center, Element, Fill, Padding};

use super::{Context, Message, OUT, Player};
use crate::app::playback::Playback;
use crate::app::screen::Viewport;
use crate::app::screen::rating;
use crate::app::theme::size::{gap, radius, width};
use crate::app::theme::{self, Presentation, Tone, type_role};
use crate::app::widget::panel::Banner;
use crate::app::widget::{
    Count, Icon, Ring, WindowSize, button, countdown_ring, icon, icon_button, input, stat,
};
use crate::journal::is_full;
use crate::session::Ending;
use crate::training::pain::Response;
use crate::words::{journal, knee_map, pain, player as words, time};

/// The room that is kept for what a score says, in logical pixels: a title with a line below it in a small window, where
/// the card is wide, and with two lines in others.
const ANSWER: [f32; 2] = [76.0, 98.0];

impl Player {
    /// How the knees took the session, once that was said.
    fn response(&self, playback: &Playback) -> Option<Response> {
        let told = self.rating.told()?;
        Some(
            told.score
                .against(playback.told_before().map(|before| before.score)),
        )
    }
}

pub(super) fn view<'a>(
    player: &'a Player,
    playback: &'a Playback,
    ending: Ending,
    context: &Context,
) -> Element<'a, Message> {
    let viewport = &context.viewport;
    let look = viewport.look;
    let close = row![
        space::horizontal(),
        icon_button(look, Icon::X, words::close_screen()).on_press(Message::Save),
    ]
    .padding(Padding::from([gap::XS, gap::XL]));

    let summary = summary(playback, ending, context);
    let knees = knees(player, playback, viewport);
    let content: Element<'a, Message> = match viewport.size() {
        // The ways out stay where they are, however long what is above them becomes.
        WindowSize::Small => column![
            scrollable(
                column![summary, knees]
                    .spacing(gap::M)
                    .padding(Padding::from([0.0, gap::XXL])),
            )
            .style(theme::control::scroll)
            .height(Fill),
            container(ways_out(player, look))
                .padding(Padding::from([gap::S, gap::PART]).bottom(gap::M)),
        ]
        .into(),
        WindowSize::Medium | WindowSize::Large => container(
            row![
                container(summary).width(width::SUMMARY),
                container(knees).width(Fill).max_width(width::READING)
            ]
            .spacing(gap::PART)
            .align_y(Center),
        )
        .center(Fill)
        .padding(Padding::from([0.0, gap::PART]).bottom(gap::SECTION))
        .into(),
    };

    container(column![close, content])
        .width(Fill)
        .height(Fill)
        .into()
}

fn summary<'a>(playback: &'a Playback, ending: Ending, context: &Context) -> Element<'a, Message> {
    let viewport = &context.viewport;
    let look = viewport.look;
    let steps = playback.current().timeline().numbered_steps();
    let done = playback.current().steps_done();
    let is_whole = ending == Ending::Completed && done == steps;
    let (title, line) = if is_whole {
        (words::all_done(steps), words::all_done_line())
    } else if done == 0 {
        (words::nothing_done().to_owned(), words::nothing_done_line())
    } else {
        (words::some_done(done, steps), words::some_done_line())
    };
    let share = if steps == 0 {
        1.0
    } else {
        done as f32 / steps as f32
    };
    // All of the end has to fit a small window, the button that leaves it too.
    let is_small = viewport.size() == WindowSize::Small;
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
            words::moving(),
            time::clock(playback.current().worked()),
            None,
            None
        ),
        stat(
            look,
            words::steps(),
            done.to_string(),
            Some(words::of_steps(steps).into()),
            None
        ),
        context.sessions_this_week.map(|sessions| stat(
            look,
            words::this_week(),
            sessions.to_string(),
            Some(words::sessions(sessions).into()),
            None
        )),
    ]
    .spacing(gap::XXL);

    if is_small {
        row![mark, said.spacing(gap::XXS).width(Fill), stats]
            .spacing(gap::XL)
            .align_y(Center)
            .into()
    } else {
        column![mark, said.spacing(gap::XS), stats]
            .spacing(gap::XL)
            .into()
    }
}

fn knees<'a>(player: &'a Player, playback: &Playback, viewport: &Viewport) -> Element<'a, Message> {
    let look = viewport.look;
    let is_small = viewport.size() == WindowSize::Small;
    let rating = player
        .rating
        .view(look, words::knees_now())
        .map(Message::Rate);
    let answered = answer(player, playback, look).map_or_else(
        || {
            type_role::small(look, words::knees_now_line())
                .style(theme::text::soft)
                .into()
        },
        Element::from,
    );
    let note = column![
        type_role::label(look, words::note()),
        input(
            look,
            words::note(),
            words::note_example(),
            &player.note,
            None,
            is_full(&player.note).then(|| journal::note_is_full().into()),
            Message::Note
        )
        .on_submit(Message::Save),
    ]
    .spacing(gap::XS);

    let content = column![
        rating,
        // Room for the answer from the start: whoever is about to click on the note finds it where it was.
        row![
            space::vertical().height(ANSWER[usize::from(!is_small)]),
            answered
        ],
        note,
        (!is_small).then(|| ways_out(player, look)),
    ]
    .spacing(if is_small { 12 } else { 16 });

    container(content)
        .padding(if is_small { 20 } else { 28 })
        .width(Fill)
        .style(|theme| theme::container::rounded(theme::container::card(theme), radius::PANEL))
        .into()
}

/// What the score says, beside the one before.
fn answer<'a>(
    player: &'a Player,
    playback: &Playback,
    look: Presentation,
) -> Option<Banner<'a, Message>> {
    let score = player.rating.told()?.score;
    let before = playback.told_before().map(|before| before.score.get());
    let said = |line: &str| match before {
        Some(before) => format!("{} {line}", pain::said_before(before)),
        None => line.to_owned(),
    };
    let (tone, line) = match player.response(playback)? {
        Response::Fine => (Tone::Spruce, said(pain::advice()[0])),
        Response::Careful => (Tone::Sun, said(pain::advice()[1])),
        Response::Worse { before } => (Tone::Sun, pain::up_from(before.get())),
        Response::Rest => (Tone::Ember, said(pain::advice()[2])),
    };
    let banner = rating::answer(look, score, line, tone);
    Some(if tone == Tone::Ember {
        banner.actions(
            button(look, knee_map::open())
                .small()
                .on_press(Message::LeaveToMap),
        )
    } else {
        banner
    })
}

fn ways_out(player: &Player, look: Presentation) -> Element<'_, Message> {
    let again = button(look, words::again())
        .quiet()
        .on_press(Message::Again);
    let leave = |label| button(look, label).on_press(Message::Leave);
    let ways = row![again, space::horizontal()]
        .spacing(gap::S)
        .align_y(Center);
    if player.has_rating() {
        ways.push(leave(words::skip_rating()).quiet())
            .push(
                button(look, words::save_button())
                    .primary()
                    .large()
                    .id(OUT)
                    .initial()
                    .on_press(Message::Save),
            )
            .into()
    } else {
        ways.push(
            leave(words::finish_button())
                .primary()
                .large()
                .id(OUT)
                .initial(),
        )
        .into()
    }
}
