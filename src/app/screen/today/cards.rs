//! The cards of Today: what was left, the morning's question, the knee, and the numbers.

use iced::widget::{Id, Space, column, container, row, space};
use iced::{Bottom, Center, Element, Fill, FillPortion, Length, Padding};

use super::facts::{Facts, Finding, Left};
use super::view::layout;
use super::{Message, Morning, Stat, Today};
use crate::app::control::{self, control};
use crate::app::screen::routines::kind_tone;
use crate::app::screen::{Viewport, rating};
use crate::app::state::knees::pictures::Pictures;
use crate::app::theme::size::radius;
use crate::app::theme::{self, Presentation, Tone, type_role};
use crate::app::widget::chart::sparkline;
use crate::app::widget::{
    Backdrop, Button, Crop, Icon, KneePicture, Solid, WindowSize, button, card, goal_strips, icon,
    knee_picture, thumbnail,
};
use crate::knee::{Knowledge, View};
use crate::routine::Kind;
use crate::side::Side;
use crate::training::pain::Response;
use crate::words::{grammar, knee_map, page, pain, today as said};

/// What keeps the morning's answer.
pub const SAVE: Id = Id::new("save the score");

/// The height of a number's card, in logical pixels.
const STAT: f32 = 196.0;

/// The session that was left.
pub(super) fn left<'a>(today: &Today, left: &'a Left, look: Presentation) -> Element<'a, Message> {
    let tone = left.kind.map_or(Tone::Slate, kind_tone);
    let picture = container(
        left.figure
            .as_ref()
            .map(|figure| thumbnail(figure, Backdrop::Soft(tone))),
    )
    .width(76)
    .height(56)
    .padding(4)
    .style(theme::container::soft(tone, radius::CONTROL));
    container(
        row![
            picture,
            column![
                type_role::STRONG.text(look, left.title.as_str()),
                type_role::small(look, left.line.as_str()).style(theme::text::soft),
            ]
            .spacing(2)
            .width(Fill),
            button(look, said::not_today())
                .quiet()
                .on_press(Message::NotToday),
            resume(today, look).on_press(Message::Resume),
        ]
        .spacing(16)
        .align_y(Center),
    )
    .padding(Padding::from(12).right(16))
    .style(theme::container::card)
    .into()
}

/// What goes on with the session, or says why it cannot.
fn resume<'a>(today: &Today, look: Presentation) -> Button<'a, Message> {
    if today.waiting().is_some() {
        button(look, crate::words::page::locked()).icon(Icon::Lock)
    } else {
        button(look, said::resume()).tonal().icon(Solid::Play)
    }
}

/// The question on the morning after, or what its answer says.
pub(super) fn morning<'a>(today: &'a Today, look: Presentation) -> Option<Element<'a, Message>> {
    match &today.morning {
        Morning::Quiet => None,
        Morning::Asked(question, asked) => {
            let scale = asked.view(look, pain::this_morning()).map(Message::Rate);
            let line = pain::this_morning_line(&question.routine);
            let save = asked.told().map(|_| {
                button(look, pain::save())
                    .tonal()
                    .id(SAVE)
                    .on_press(Message::SaveRating)
            });
            let foot = row![
                type_role::small(look, line)
                    .style(theme::text::soft)
                    .width(Fill),
                button(look, pain::not_now())
                    .quiet()
                    .on_press(Message::NotNow),
                save,
            ]
            .spacing(12)
            .align_y(Center);
            Some(card(column![scale, foot].spacing(12)).width(Fill).into())
        }
        Morning::Answered(told, response) => {
            let (tone, line) = match response {
                Response::Fine => (Tone::Spruce, pain::morning_fine().to_owned()),
                Response::Careful => (Tone::Sun, pain::morning_careful().to_owned()),
                Response::Worse { before } => (Tone::Sun, pain::morning_worse(before.get())),
                Response::Rest => (Tone::Ember, pain::morning_rest().to_owned()),
            };
            let close = button(look, crate::words::page::hide())
                .small()
                .quiet_on(tone)
                .on_press(Message::NotNow);
            let map = (*response == Response::Rest).then(|| {
                button(look, knee_map::open())
                    .small()
                    .on_press(Message::ShowWhere)
            });
            let answer = rating::answer(look, told.score, line, tone);
            Some(answer.actions(row![map, close].spacing(8)).into())
        }
    }
}

/// Where it hurts, or what the knee map found.
pub(super) fn knee<'a>(
    today: &'a Today,
    knee: Option<(&'a Knowledge, &'a Pictures)>,
    viewport: &Viewport,
) -> Element<'a, Message> {
    let look = viewport.look;
    let is_small = layout(viewport) == WindowSize::Small;
    let finding = today.finding();
    let words = match finding {
        Some(finding) => found(finding, look),
        None => column![
            type_role::title_2(look, said::where_it_hurts()),
            type_role::small(look, said::where_line()).style(theme::text::soft),
        ]
        .spacing(8)
        .into(),
    };
    let open = if finding.is_none() {
        button(look, knee_map::open())
            .icon(Icon::Crosshair)
            .primary()
    } else {
        button(look, said::open_result())
    };
    let open = open.on_press(Message::ShowWhere);
    let serving = finding.and_then(|finding| {
        let (_, minutes) = finding.routine.as_ref()?;
        Some(
            button(look, crate::words::page::start(minutes))
                .tonal()
                .icon(Solid::Play)
                .on_press(Message::StartServing),
        )
    });
    let better = finding.map(|_| {
        button(look, said::better())
            .quiet()
            .on_press(Message::Better)
    });
    if is_small {
        let buttons = column![serving, row![better, open].spacing(8).align_y(Center)]
            .spacing(8)
            .align_x(iced::Right);
        return card(
            row![container(words).width(Fill), buttons]
                .spacing(16)
                .align_y(Center),
        )
        .width(Fill)
        .into();
    }
    let picture = container(picture(finding, knee))
        .width(116)
        .height(Fill)
        .clip(true)
        .style(|theme| theme::container::rounded(theme::container::well(theme), radius::CARD));
    let buttons: Element<'a, Message> = if finding.is_some() {
        column![
            serving.map(Button::wide),
            row![open.wide(), better].spacing(8)
        ]
        .spacing(8)
        .into()
    } else {
        open.wide().into()
    };
    card(
        column![
            row![container(words).width(Fill), picture]
                .spacing(16)
                .height(Fill),
            buttons,
        ]
        .spacing(16),
    )
    .width(Fill)
    .height(Fill)
    .into()
}

/// The knee with what was marked on it.
fn picture<'a>(
    finding: Option<&'a Finding>,
    knee: Option<(&'a Knowledge, &'a Pictures)>,
) -> Option<Element<'a, Message>> {
    let (knowledge, pictures) = knee?;
    let (leg, view, marks) = match finding {
        Some(finding) => (finding.knee, finding.view, finding.marks.as_slice()),
        None => (Side::Left, View::Front, &[][..]),
    };
    Some(knee_picture(KneePicture {
        diagram: knowledge.diagram(),
        view,
        leg,
        picture: pictures.of(view, leg),
        crop: Crop::Joint,
        lit: marks,
        is_numbered: true,
    }))
}

fn found<'a>(finding: &'a Finding, look: Presentation) -> Element<'a, Message> {
    let line = match &finding.condition {
        Some(condition) => said::may_be(condition),
        None => said::nothing_fitted().to_owned(),
    };
    // The name may be long, so it never stands in a button.
    let routine = finding.routine.as_ref().map(|(routine, _)| {
        type_role::small(look, said::start_with(&routine.name)).style(theme::text::soft)
    });
    column![
        type_role::title_2(look, said::your_knee(finding.knee == Side::Left)),
        type_role::small(look, line).style(theme::text::soft),
        routine,
    ]
    .spacing(8)
    .into()
}

/// The four numbers.
pub(super) fn stats<'a>(facts: &'a Facts, viewport: &Viewport) -> Element<'a, Message> {
    let look = viewport.look;
    let strength = facts.week.strength_days();
    let filled = usize::try_from(strength).unwrap_or(usize::MAX);
    let strips = goal_strips(filled.min(3), 3, Tone::Plum);
    let strength = stat(
        look,
        Stat::Strength,
        (Icon::Dumbbell, said::strength_title()),
        (strength.to_string(), said::of_two_to_three()),
        strips,
        said::strength(strength).to_owned(),
    );
    let pain = match &facts.pain {
        Some((last, line)) => stat(
            look,
            Stat::Pain,
            (Icon::Activity, said::pain()),
            (last.to_string(), said::out_of_ten()),
            sparkline(look, line, 44.0),
            facts.pain_line.clone(),
        ),
        None => stat(
            look,
            Stat::Pain,
            (Icon::Activity, said::pain()),
            (String::new(), ""),
            space().into(),
            said::no_pain_yet().to_owned(),
        ),
    };
    let minutes = facts.minutes();
    let moving_line = if facts.last_week > 0 {
        said::last_week(facts.last_week)
    } else if minutes == 0 {
        said::not_moved_yet().to_owned()
    } else {
        String::new()
    };
    let moving = stat(
        look,
        Stat::Moving,
        (Icon::Timer, said::moving()),
        (minutes.to_string(), said::minutes()),
        space().into(),
        moving_line,
    );
    let sessions = facts.week.sessions();
    let week = stat(
        look,
        Stat::Week,
        (Icon::CalendarDays, said::this_week()),
        (
            sessions.to_string(),
            crate::words::player::sessions(sessions),
        ),
        dots(facts, look),
        said::days_moved(facts.days_moved()),
    );
    if layout(viewport) == WindowSize::Small {
        column![
            row![strength, pain].spacing(16),
            row![moving, week].spacing(16)
        ]
        .spacing(16)
        .into()
    } else {
        row![strength, pain, moving, week].spacing(16).into()
    }
}

/// One number: what it is, how much, a drawing, and what it means.
fn stat<'a>(
    look: Presentation,
    which: Stat,
    (symbol, label): (Icon, &'a str),
    (number, unit): (String, &'a str),
    drawing: Element<'a, Message>,
    line: String,
) -> Element<'a, Message> {
    let content = column![
        row![
            icon(symbol, 16.0).style(theme::text::soft),
            type_role::label(look, label).style(theme::text::soft),
        ]
        .spacing(8)
        .align_y(Center),
        // Where there is no number yet, its room is for the words.
        (!number.is_empty()).then(|| {
            row![
                type_role::number(look, number),
                type_role::label(look, unit).style(theme::text::soft),
            ]
            .spacing(8)
            .align_y(Bottom)
        }),
        container(drawing).height(44).align_y(Center),
        space::vertical(),
        type_role::caption(look, line).style(theme::text::soft),
    ]
    .spacing(6)
    .height(Fill);
    let face = iced::widget::button(content)
        .padding(20)
        .width(Fill)
        .height(STAT * look.text.factor())
        .style(theme::button::card)
        .on_press(Message::OpenStat(which));
    control(control::Kind::Button, face)
        .radius(radius::CARD)
        .into()
}

/// Seven days with their letters, those on which something was done filled.
fn dots<'a>(facts: &Facts, look: Presentation) -> Element<'a, Message> {
    let days = facts.week.days.iter().zip(grammar::weekday_letters());
    row(days.map(|(day, letter)| {
        let is_done = day.sessions > 0;
        let is_today = day.date == facts.today;
        let mark = container(is_done.then(|| icon(Icon::Check, 12.0)))
            .center(20)
            .style(if is_done {
                theme::container::solid(Tone::Spruce, radius::FULL)
            } else {
                theme::container::solid(Tone::Slate, radius::FULL)
            });
        let mark: Element<'a, Message> = if is_done {
            mark.into()
        } else {
            container(Space::new())
                .width(20)
                .height(20)
                .style(theme::container::segments)
                .into()
        };
        let letter = type_role::caption(look, letter);
        column![
            mark,
            if is_today {
                letter.style(theme::text::primary)
            } else {
                letter.style(theme::text::faint)
            },
        ]
        .spacing(2)
        .align_x(Center)
        .into()
    }))
    .spacing(4)
    .into()
}

/// What was done on each day of this week.
pub(super) fn week<'a>(facts: &'a Facts, look: Presentation) -> Element<'a, Message> {
    let days = facts.week.days.iter().zip(grammar::short_weekdays());
    let days = row(days.map(|(day, name)| {
        let kind = day.kinds.first().and_then(|id| Kind::with_id(id));
        let is_today = day.date == facts.today;
        let label = type_role::label(look, name);
        let cell = match kind {
            Some(kind) => container(
                column![
                    type_role::STRONG
                        .with_size(13.0)
                        .text(look, page::kind(kind)),
                    row![
                        icon(Icon::Check, 14.0),
                        type_role::caption(look, said::done())
                    ]
                    .spacing(6)
                    .align_y(Center),
                ]
                .spacing(4),
            )
            .style(theme::container::soft(kind_tone(kind), radius::CONTROL)),
            None => container(column![
                type_role::caption(
                    look,
                    if day.date < facts.today {
                        said::rest()
                    } else {
                        ""
                    }
                )
                .style(theme::text::faint)
            ])
            .style(|theme| {
                theme::container::rounded(theme::container::card(theme), radius::CONTROL)
            }),
        };
        column![
            container(if is_today {
                label.style(theme::text::primary)
            } else {
                label.style(theme::text::soft)
            })
            .padding(Padding::ZERO.left(10)),
            cell.width(Fill)
                .height(Length::Fixed(60.0 * look.text.factor()))
                .padding([9, 10]),
        ]
        .spacing(6)
        .width(FillPortion(1))
        .into()
    }))
    .spacing(12);
    card(column![type_role::title_3(look, said::this_week()), days].spacing(10))
        .width(Fill)
        .into()
}
