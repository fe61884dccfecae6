//! The cards of Today: what was left, the morning's question, the knee, and the numbers.

use iced::widget::{Id, Space, column, container, responsive, row, space};
use iced::{Bottom, Center, Element, Fill, FillPortion, Length, Padding, Shrink};

use super::facts::{Facts, Finding, Left};
use super::view::layout;
use super::{Message, Morning, RoutineRow, Stat, Today};
use crate::app::control::{self, control};
use crate::app::screen::routines::kind_tone;
use crate::app::screen::{Viewport, rating};
use crate::app::state::knees::pictures::Pictures;
use crate::app::theme::size::{gap, icon as icon_size, picture, radius, target};
use crate::app::theme::{self, Tone, type_role};
use crate::app::widget::chart::sparkline;
use crate::app::widget::{
    Backdrop, Button, Crop, Icon, KneePicture, Solid, WindowSize, button, card,
    figure as figure_of, goal_strips, icon, knee_picture, thumbnail,
};
use crate::figure::Beat;
use crate::knee::{Knowledge, View};
use crate::routine::Kind;
use crate::side::Side;
use crate::training::pain::{Response, Taken};
use crate::words::{grammar, knee_map, page, pain, today as said};

/// What takes the morning's answer back.
pub const UNDO: Id = Id::new("undo the score");

/// How wide the card of the knee is beside the hero, in logical pixels.
pub(super) const KNEE: f32 = 298.0;
/// Around what is on it, between its parts, and between its sentences.
const KNEE_PADDING: f32 = 20.0;
const KNEE_GAP: f32 = 16.0;
const KNEE_SPACING: f32 = 8.0;
/// How high the picture on it is at least.
const LOWEST_PICTURE: f32 = 150.0;
/// Between its buttons.
const BUTTON_GAP: f32 = 8.0;
/// In less room, in logical pixels, the numbers stand below each other.
const NARROWEST_PAIR: f32 = 400.0;
/// The height of a number's card, in logical pixels.
const STAT: f32 = 196.0;

/// The session that was left.
pub(super) fn left<'a>(today: &Today, left: &'a Left) -> Element<'a, Message> {
    let tone = left.kind.map_or(Tone::Slate, kind_tone);
    let picture = container(
        left.figure
            .as_ref()
            .map(|figure| thumbnail(figure, Backdrop::Soft(tone))),
    )
    .width(picture::SMALL.0)
    .height(picture::SMALL.1)
    .padding(gap::XXS)
    .style(theme::container::soft(tone, radius::CONTROL));
    container(
        row![
            picture,
            column![
                type_role::STRONG.text(left.title.as_str()),
                type_role::small(left.line.as_str()).style(theme::text::soft),
            ]
            .spacing(gap::XXXS)
            .width(Fill),
            button(said::not_today())
                .quiet()
                .on_press(Message::NotToday),
            resume(today).on_press(Message::Resume),
        ]
        .spacing(gap::M)
        .align_y(Center),
    )
    .padding(Padding::from(gap::S).right(gap::M))
    .style(theme::container::card)
    .into()
}

/// What goes on with the session, or says why it cannot.
fn resume<'a>(today: &Today) -> Button<'a, Message> {
    if today.waiting().is_some() {
        button(crate::words::page::locked()).icon(Icon::Lock)
    } else if today.rests().is_some() {
        button(said::resume_anyway())
    } else {
        button(said::resume()).tonal().icon(Solid::Play)
    }
}

/// The question on the morning after, or what its answer says.
pub(super) fn morning<'a>(today: &'a Today) -> Option<Element<'a, Message>> {
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
            let (tone, line) = match response {
                Response::Fine => (Tone::Spruce, pain::morning_fine().to_owned()),
                Response::Careful => (Tone::Sun, pain::morning_careful().to_owned()),
                Response::Worse { before } => (Tone::Sun, pain::morning_worse(before.get())),
                Response::Rest => (Tone::Ember, pain::morning_rest().to_owned()),
            };
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

/// The reset, where something else comes first.
pub(super) fn after_run<'a>(routine_row: &'a RoutineRow) -> Element<'a, Message> {
    let figure = routine_row.figure.as_ref();
    let picture = container(
        figure.map(|mannequin| figure_of(mannequin, Beat::Key, Backdrop::Soft(Tone::Spruce))),
    )
    .width(picture::SMALL.0)
    .height(picture::SMALL.1)
    .padding(gap::XXS)
    .style(theme::container::soft(Tone::Spruce, radius::CONTROL));
    let words = column![
        type_role::strong(said::after_run(&routine_row.routine.name)),
        type_role::small(said::after_run_line()).style(theme::text::soft),
    ]
    .spacing(gap::XXXS)
    .width(Fill);
    let start = button(page::start(&routine_row.minutes))
        .tonal()
        .icon(Solid::Play)
        .on_press(Message::StartReset);
    container(row![picture, words, start].spacing(gap::M).align_y(Center))
        .padding(Padding::from(gap::XS).right(gap::S))
        .style(theme::container::card)
        .into()
}

/// How high the card of the knee becomes beside the hero, in logical pixels.
pub(super) fn knee_height(today: &Today) -> f32 {
    let Some(finding) = today.finding() else {
        return 0.0;
    };
    let width = KNEE - 2.0 * KNEE_PADDING;
    let (title, line) = said_of(finding);
    let words = type_role::TITLE_3.height_within(title, width)
        + KNEE_SPACING
        + type_role::SMALL.height_within(&line, width);
    2.0 * KNEE_PADDING + LOWEST_PICTURE + words + 2.0 * KNEE_GAP + target::NORMAL
}

/// Where it hurts, or what the knee map found.
pub(super) fn knee<'a>(
    today: &'a Today,
    knee: Option<(&'a Knowledge, &'a Pictures)>,
    viewport: &Viewport,
) -> Element<'a, Message> {
    let is_small = layout(viewport) == WindowSize::Small;
    let finding = today.finding();
    let (title, line) = match finding {
        Some(finding) => said_of(finding),
        None => (said::where_it_hurts(), said::where_line().to_owned()),
    };
    let words = column![
        type_role::title_3(title),
        type_role::small(line).style(theme::text::soft),
    ]
    .spacing(KNEE_SPACING)
    .width(Fill);
    let open = match finding {
        Some(_) => button(said::open_result()),
        None => button(knee_map::open()).icon(Icon::Crosshair),
    };
    let open = open.on_press(Message::ShowWhere);
    let better = finding.map(|_| button(said::better()).quiet().on_press(Message::Better));
    if is_small {
        let buttons = row![better, open].spacing(BUTTON_GAP).align_y(Center);
        return card(row![words, buttons].spacing(gap::M).align_y(Center))
            .width(Fill)
            .into();
    }
    let drawing = match (finding, knee) {
        (Some(finding), Some((knowledge, pictures))) => Some(knee_picture(KneePicture {
            diagram: knowledge.diagram(),
            view: finding.view,
            leg: finding.knee,
            picture: pictures.of(finding.view, finding.knee),
            crop: Crop::Joint,
            lit: &finding.marks,
            is_numbered: true,
        })),
        _ => picture_of(today.leg, knee),
    };
    let drawing = container(drawing)
        .width(Fill)
        .height(Fill)
        .clip(true)
        .style(|theme| theme::container::rounded(theme::container::well(theme), radius::CARD));
    let buttons = match better {
        // Long names stand below each other.
        Some(better) if open.width() + BUTTON_GAP + better.width() > KNEE - 2.0 * KNEE_PADDING => {
            Element::from(column![open.wide(), better.wide()].spacing(BUTTON_GAP))
        }
        Some(better) => row![open.wide(), better].spacing(BUTTON_GAP).into(),
        None => open.wide().into(),
    };
    card(column![drawing, words, buttons].spacing(KNEE_GAP))
        .width(Fill)
        .height(Fill)
        .into()
}

/// A leg without marks.
pub(super) fn picture_of<'a>(
    leg: Side,
    knee: Option<(&'a Knowledge, &'a Pictures)>,
) -> Option<Element<'a, Message>> {
    let (knowledge, pictures) = knee?;
    Some(knee_picture(KneePicture {
        diagram: knowledge.diagram(),
        view: View::Front,
        leg,
        picture: pictures.of(View::Front, leg),
        crop: Crop::Joint,
        lit: &[],
        is_numbered: true,
    }))
}

/// Which knee, and what it may be.
fn said_of(finding: &Finding) -> (&'static str, String) {
    let line = match &finding.condition {
        Some(condition) => said::may_be(condition),
        None => said::nothing_fitted().to_owned(),
    };
    (said::your_knee(finding.knee == Side::Left), line)
}

/// The four numbers.
pub(super) fn stats<'a>(facts: &'a Facts, viewport: &Viewport) -> Element<'a, Message> {
    let is_small = layout(viewport) == WindowSize::Small;
    responsive(move |room| stats_within(facts, is_small, room.width))
        .height(Shrink)
        .into()
}

fn stats_within<'a>(facts: &'a Facts, is_small: bool, width: f32) -> Element<'a, Message> {
    const GAP: f32 = 16.0;

    let stats = all_stats(facts);
    let columns = match is_small {
        true if width < NARROWEST_PAIR => 1,
        true => 2,
        false => 4,
    };
    let card_width = (width + GAP) / columns as f32 - GAP;
    let heights = stats.iter().map(|stat| stat.height(card_width));
    let height = heights.fold(STAT, f32::max);
    let mut cards = stats.into_iter().map(|stat| stat.view(height));
    let mut rows = column![].spacing(GAP);
    while cards.len() > 0 {
        rows = rows.push(row(cards.by_ref().take(columns)).spacing(GAP));
    }
    rows.into()
}

fn all_stats<'a>(facts: &'a Facts) -> [Number<'a>; 4] {
    let strength = facts.week.strength_days();
    let filled = usize::try_from(strength).unwrap_or(usize::MAX);
    let strength = Number {
        which: Stat::Strength,
        symbol: Icon::Dumbbell,
        label: said::strength_title(),
        number: strength.to_string(),
        unit: said::of_two_to_three(),
        drawing: goal_strips(filled.min(3), 3, Tone::Plum),
        line: if facts.rest.is_some() {
            said::strength_rests().to_owned()
        } else {
            said::strength(strength).to_owned()
        },
    };
    let (number, unit, drawing, line) = match &facts.pain {
        Some((last, line)) => (
            last.to_string(),
            said::out_of_ten(),
            sparkline(line, 44.0),
            facts.pain_line.clone(),
        ),
        None => (
            String::new(),
            "",
            space().into(),
            said::no_pain_yet().to_owned(),
        ),
    };
    let pain = Number {
        which: Stat::Pain,
        symbol: Icon::Activity,
        label: said::pain(),
        number,
        unit,
        drawing,
        line,
    };
    let minutes = facts.minutes();
    let moving_line = if facts.last_week > 0 {
        said::last_week(facts.last_week)
    } else if minutes == 0 {
        said::not_moved_yet().to_owned()
    } else {
        String::new()
    };
    let moving = Number {
        which: Stat::Moving,
        symbol: Icon::Timer,
        label: said::moving(),
        number: minutes.to_string(),
        unit: said::minutes(),
        drawing: space().into(),
        line: moving_line,
    };
    let sessions = facts.week.sessions();
    let week = Number {
        which: Stat::Week,
        symbol: Icon::CalendarDays,
        label: said::this_week(),
        number: sessions.to_string(),
        unit: crate::words::player::sessions(sessions),
        drawing: dots(facts),
        line: said::days_moved(facts.days_moved()),
    };
    [strength, pain, moving, week]
}

/// One number: what it is, how much, a drawing, and what it means.
struct Number<'a> {
    which: Stat,
    symbol: Icon,
    label: &'a str,
    number: String,
    unit: &'a str,
    drawing: Element<'a, Message>,
    line: String,
}

impl<'a> Number<'a> {
    const PADDING: f32 = 20.0;
    const SPACING: f32 = 6.0;
    const SYMBOL: f32 = 16.0;
    const BESIDE_SYMBOL: f32 = 8.0;
    const DRAWING: f32 = 44.0;

    /// How high a card becomes that has so much width.
    fn height(&self, width: f32) -> f32 {
        let inside = width - 2.0 * Self::PADDING;
        let beside_symbol = inside - Self::SYMBOL - Self::BESIDE_SYMBOL;
        let label = type_role::LABEL.height_within(self.label, beside_symbol);
        let number = if self.number.is_empty() {
            0.0
        } else {
            type_role::NUMBER.measure(&self.number).height + Self::SPACING
        };
        let line = type_role::CAPTION.height_within(&self.line, inside);
        2.0 * Self::PADDING + label + number + Self::DRAWING + line + 3.0 * Self::SPACING
    }

    fn view(self, height: f32) -> Element<'a, Message> {
        let content = column![
            row![
                icon(self.symbol, Self::SYMBOL).style(theme::text::soft),
                type_role::label(self.label).style(theme::text::soft),
            ]
            .spacing(Self::BESIDE_SYMBOL)
            .align_y(Center),
            // Where there is no number yet, its room is for the words.
            (!self.number.is_empty()).then(|| {
                row![
                    type_role::number(self.number),
                    type_role::label(self.unit).style(theme::text::soft),
                ]
                .spacing(gap::XS)
                .align_y(Bottom)
            }),
            container(self.drawing)
                .height(Self::DRAWING)
                .align_y(Center),
            space::vertical(),
            type_role::caption(self.line).style(theme::text::soft),
        ]
        .spacing(Self::SPACING)
        .height(Fill);
        let face = iced::widget::button(content)
            .padding(Self::PADDING)
            .width(Fill)
            .height(height)
            .style(theme::button::card)
            .on_press(Message::OpenStat(self.which));
        control(control::Kind::Button, face)
            .radius(radius::CARD)
            .into()
    }
}

/// Seven days with their letters, those on which something was done filled.
fn dots<'a>(facts: &Facts) -> Element<'a, Message> {
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
                .width(icon_size::NORMAL)
                .height(icon_size::NORMAL)
                .style(theme::container::segments)
                .into()
        };
        let letter = type_role::caption(letter);
        column![
            mark,
            if is_today {
                letter.style(theme::text::primary)
            } else {
                letter.style(theme::text::faint)
            },
        ]
        .spacing(gap::XXXS)
        .align_x(Center)
        .into()
    }))
    .spacing(gap::XXS)
    .into()
}

/// What was done on each day of this week.
pub(super) fn week<'a>(facts: &'a Facts) -> Element<'a, Message> {
    let days = facts.week.days.iter().zip(grammar::short_weekdays());
    let days = row(days.map(|(day, name)| {
        let kind = day.kinds.first().and_then(|id| Kind::with_id(id));
        let is_today = day.date == facts.today;
        let label = type_role::label(name);
        let cell = match kind {
            Some(kind) => container(
                column![
                    type_role::STRONG.with_size(13.0).text(page::kind(kind)),
                    row![icon(Icon::Check, 14.0), type_role::caption(said::done())]
                        .spacing(gap::XS)
                        .align_y(Center),
                ]
                .spacing(gap::XXS),
            )
            .style(theme::container::soft(kind_tone(kind), radius::CONTROL)),
            None => container(column![
                type_role::caption(if day.date < facts.today {
                    said::rest()
                } else {
                    ""
                })
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
            .padding(Padding::ZERO.left(gap::XS)),
            cell.width(Fill)
                .height(Length::Fixed(60.0))
                .padding([gap::XS, gap::XS]),
        ]
        .spacing(gap::XS)
        .width(FillPortion(1))
        .into()
    }))
    .spacing(gap::S);
    card(column![type_role::title_3(said::this_week()), days].spacing(gap::XS))
        .width(Fill)
        .into()
}
