//! The end of a session: what was done, how the knees are, and what comes next.

use std::sync::Arc;

use iced::widget::{column, container, row, scrollable, space, stack};
use iced::{Center, Element, Fill, Padding};

use super::showing::Sight;
use super::{Context, Message, OUT, Player};
use crate::app::playback::Playback;
use crate::app::screen::Viewport;
use crate::app::screen::rating;
use crate::app::theme::size::{gap, icon as icon_size, picture, radius, width};
use crate::app::theme::{self, Tone, type_role};
use crate::app::widget::panel::Banner;
use crate::app::widget::{
    Backdrop, Icon, Thumbnail, WindowSize, button, card, figure, icon, icon_button, input, stat,
    thumbnail,
};
use crate::figure::Beat;
use crate::journal::is_full;
use crate::routine::Routine;
use crate::session::Ending;
use crate::training::pain::{Response, Taken};
use crate::words::{journal, knee_map, page, pain, player as words, time};

/// The room that is kept for what a score says, in logical pixels: a title with a line below it in a small window, where
/// the card is wide, and with two lines in others.
const ANSWER: [f32; 2] = [76.0, 98.0];

/// What comes after this session.
#[derive(Debug)]
pub struct Next {
    /// The routine.
    pub routine: Arc<Routine>,
    /// The figure of its first exercise.
    pub figure: Option<Thumbnail>,
    /// When.
    pub when: String,
    /// Its name and how long it takes.
    pub title: String,
    /// Its hue.
    pub tone: Tone,
    /// Whether the knees are asked about on the morning after.
    pub asks: bool,
}

impl Player {
    /// How the knees took the session, once that was said.
    fn taken(&self, playback: &Playback) -> Option<Taken> {
        let before = playback.told_before();
        let told = self.rating.told()?;
        Some(told.worse(|knee| before.and_then(|before| before.knee(knee))))
    }
}

pub(super) fn view<'a>(
    player: &'a Player,
    playback: &'a Playback,
    ending: Ending,
    context: &Context<'a>,
) -> Element<'a, Message> {
    let viewport = &context.viewport;
    let close = row![
        space::horizontal(),
        icon_button(Icon::X, words::close_screen()).on_press(Message::Save),
    ]
    .padding(Padding::from([gap::XS, gap::XL]));

    let rests = player
        .taken(playback)
        .is_some_and(|taken| taken.response == Response::Rest);
    let summary = summary(player, playback, ending, context);
    let questions = column![
        knees(player, playback, viewport),
        context.next.map(|next| coming(next, rests)),
    ]
    .spacing(gap::M);
    let content: Element<'a, Message> = match viewport.size() {
        // The ways out stay where they are, however long what is above them becomes.
        WindowSize::Small => column![
            scrollable(
                column![summary, questions]
                    .spacing(gap::M)
                    .padding(Padding::from([0.0, gap::XXL])),
            )
            .style(theme::control::scroll)
            .height(Fill),
            container(ways_out(player)).padding(Padding::from([gap::S, gap::PART]).bottom(gap::M)),
        ]
        .into(),
        WindowSize::Medium | WindowSize::Large => container(
            container(
                row![
                    container(summary).width(width::SUMMARY),
                    container(questions).width(Fill)
                ]
                .spacing(gap::PART)
                .align_y(Center),
            )
            .max_width(width::END),
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

fn summary<'a>(
    player: &'a Player,
    playback: &'a Playback,
    ending: Ending,
    context: &Context<'a>,
) -> Element<'a, Message> {
    let viewport = &context.viewport;
    let exercises = playback.current().timeline().exercises().len();
    let done = playback.current().exercises_done();
    let is_whole = ending == Ending::Completed && playback.current().is_whole();
    let (title, line) = if is_whole {
        (words::all_done(exercises), words::all_done_line())
    } else if done == 0 {
        (words::nothing_done().to_owned(), words::nothing_done_line())
    } else if done == exercises {
        (words::most_done().to_owned(), words::some_done_line())
    } else {
        (words::some_done(done, exercises), words::some_done_line())
    };
    // All of the end has to fit a small window, the button that leaves it too.
    let is_small = viewport.size() == WindowSize::Small;
    let at_ease = match player.showing.stage() {
        Some(Sight::Figure(mannequin)) => {
            Some(figure(mannequin, Beat::Key, Backdrop::Soft(Tone::Spruce)))
        }
        Some(Sight::Picture(_)) | None => None,
    };
    let (wide, high) = if is_small {
        picture::COVER_SMALL
    } else {
        picture::COVER_LARGE
    };
    let scene = container(at_ease)
        .width(wide)
        .height(high)
        .padding(if is_small { gap::XS } else { gap::L })
        .style(theme::container::soft(Tone::Spruce, radius::PANEL));
    let check = (done > 0).then(|| {
        let (size, check) = if is_small { (26.0, 16.0) } else { (44.0, 26.0) };
        container(
            container(icon(Icon::Check, check))
                .center(size)
                .style(theme::container::solid(Tone::Spruce, radius::FULL)),
        )
        .align_right(wide)
        .padding(if is_small { gap::XS } else { gap::M })
    });
    let scene = stack![scene, check];
    let title = if is_small {
        type_role::TITLE_1.text(title)
    } else {
        type_role::finish(title)
    };
    let said = column![
        title,
        type_role::BODY
            .with_size(if is_small { 15.0 } else { 17.0 })
            .text(line)
            .style(theme::text::soft),
    ];
    let stats = row![
        stat(
            words::moving(),
            time::clock(playback.current().worked()),
            None,
            None
        ),
        stat(
            words::exercises(),
            done.to_string(),
            Some(words::of_steps(exercises).into()),
            None
        ),
        context.sessions_this_week.map(|sessions| stat(
            words::this_week(),
            sessions.to_string(),
            Some(words::sessions(sessions).into()),
            None
        )),
    ]
    .spacing(gap::XXL);

    if is_small {
        row![scene, said.spacing(gap::XXS).width(Fill), stats]
            .spacing(gap::XL)
            .align_y(Center)
            .into()
    } else {
        column![scene, said.spacing(gap::XS), stats]
            .spacing(gap::XL)
            .into()
    }
}

/// What comes next, and that the knees are asked about tomorrow. After a high score nothing asks for more.
fn coming<'a>(next: &'a Next, rests: bool) -> Element<'a, Message> {
    let soft = |line: &'a str| type_role::small(line).style(theme::text::soft);
    let (tone, when, open) = if rests {
        (Tone::Sky, None, None)
    } else {
        let open = button(page::open_routine())
            .quiet()
            .icon_after(Icon::ChevronRight)
            .on_press(Message::LeaveToNext);
        (next.tone, Some(soft(&next.when)), Some(open))
    };
    let title = if rests {
        words::next_rest()
    } else {
        next.title.as_str()
    };
    let figure = next.figure.as_ref().filter(|_| !rests);
    let picture = container(match figure {
        Some(figure) => thumbnail(figure, Backdrop::Soft(tone)),
        None => container(icon(Icon::Moon, icon_size::NORMAL))
            .center(Fill)
            .into(),
    })
    .width(picture::SMALL.0)
    .height(picture::SMALL.1)
    .padding(gap::XXS)
    .style(theme::container::soft(tone, radius::CONTROL));
    card(
        row![
            picture,
            column![
                when,
                type_role::strong(title),
                next.asks.then(|| soft(words::asked_tomorrow())),
            ]
            .spacing(gap::XXXS)
            .width(Fill),
            open,
        ]
        .spacing(gap::M)
        .align_y(Center),
    )
    .padding(gap::S)
    .width(Fill)
    .into()
}

fn knees<'a>(player: &'a Player, playback: &Playback, viewport: &Viewport) -> Element<'a, Message> {
    let is_small = viewport.size() == WindowSize::Small;
    let rating = player.rating.view(words::knees_now()).map(Message::Rate);
    let answered = answer(player, playback).map_or_else(
        || {
            type_role::small(words::knees_now_line())
                .style(theme::text::soft)
                .into()
        },
        Element::from,
    );
    let note = column![
        type_role::label(words::note()),
        input(
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
        (!is_small).then(|| ways_out(player)),
    ]
    .spacing(if is_small { 12 } else { 16 });

    container(content)
        .padding(if is_small { 20 } else { 28 })
        .width(Fill)
        .style(|theme| theme::container::rounded(theme::container::card(theme), radius::PANEL))
        .into()
}

/// What the score says of the knee that took it worse, beside the one before.
fn answer<'a>(player: &'a Player, playback: &Playback) -> Option<Banner<'a, Message>> {
    let Taken {
        knee,
        score,
        before,
        response,
    } = player.taken(playback)?;
    let said = |line: &str| match before {
        Some(before) => format!("{} {line}", pain::said_before(before.get())),
        None => line.to_owned(),
    };
    let (tone, line) = match response {
        Response::Fine => (Tone::Spruce, said(pain::advice()[0])),
        Response::Careful => (Tone::Sun, said(pain::advice()[1])),
        Response::Worse { before } => (Tone::Sun, pain::up_from(before.get())),
        Response::Rest => (Tone::Ember, said(pain::advice()[2])),
    };
    let banner = rating::answer(knee, score, line, tone);
    Some(if tone == Tone::Ember {
        banner.actions(
            button(knee_map::open())
                .small()
                .on_press(Message::LeaveToMap),
        )
    } else {
        banner
    })
}

fn ways_out(player: &Player) -> Element<'_, Message> {
    let again = button(words::again()).quiet().on_press(Message::Again);
    let leave = |label| button(label).on_press(Message::Leave);
    let ways = row![again, space::horizontal()]
        .spacing(gap::S)
        .align_y(Center);
    if player.has_rating() {
        ways.push(leave(words::skip_rating()).quiet())
            .push(
                button(words::save_button())
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
