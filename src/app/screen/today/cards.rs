//! The cards of Today: what was left, the morning's question, the knee, and the numbers.

use iced::widget::{column, container, row};
use iced::{Center, Element, Fill, Padding};

use super::facts::{Facts, Finding, Left, Match, Quiet};
use super::view::layout;
use super::{Message, RoutineRow, Today};
use crate::app::screen::Viewport;
use crate::app::screen::routines::kind_tone;
use crate::app::state::knees::pictures::Pictures;
use crate::app::theme::size::{gap, picture, radius, target};
use crate::app::theme::{self, Tone, type_role};
use crate::app::widget::{
    Backdrop, Button, Crop, Icon, KneePicture, Solid, WindowSize, button, card,
    figure as figure_of, knee_picture, thumbnail,
};
use crate::figure::Beat;
use crate::knee::{Knowledge, View};
use crate::side::Side;
use crate::words::{knee_map, page, today as said};

/// How wide the card of the knee is beside the hero, in logical pixels.
const KNEE: f32 = 298.0;
const KNEE_LARGE: f32 = 400.0;
/// Around what is on it, between its parts, and between its sentences.
const KNEE_PADDING: f32 = 20.0;
const KNEE_GAP: f32 = 16.0;
const KNEE_SPACING: f32 = 8.0;
/// How high the picture on it is at least.
const LOWEST_PICTURE: f32 = 150.0;
/// Between its buttons.
const BUTTON_GAP: f32 = 8.0;

/// The session that was left. Nothing asks one to go on with it while a knee waits or rests.
pub(super) fn left<'a>(today: &Today, left: &'a Left) -> Element<'a, Message> {
    let (title, line, put_off) = match today.facts.as_ref().and_then(Facts::quiet) {
        None => {
            let put_off = button(said::not_today()).quiet();
            let put_off = put_off.on_press(Message::NotToday);
            (&left.title, left.line.as_str(), Some(put_off))
        }
        Some(Quiet::Rests) => (&left.place, said::kept_for_days(), None),
        Some(Quiet::Waits) => (&left.place, left.line.as_str(), None),
    };
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
                type_role::STRONG.text(title.as_str()),
                type_role::small(line).style(theme::text::soft),
            ]
            .spacing(gap::XXXS)
            .width(Fill),
            put_off,
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
        type_role::small(said::after_run_line(&routine_row.minutes)).style(theme::text::soft),
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

/// How wide what stands beside the hero is, in logical pixels.
pub(super) fn beside(size: WindowSize) -> f32 {
    match size {
        WindowSize::Small | WindowSize::Medium => KNEE,
        WindowSize::Large => KNEE_LARGE,
    }
}

/// How high the card of the knee becomes beside the hero, in logical pixels.
pub(super) fn knee_height(today: &Today, size: WindowSize) -> f32 {
    let Some(finding) = today.finding() else {
        return 0.0;
    };
    let width = beside(size) - 2.0 * KNEE_PADDING;
    let (title, line) = said_of(finding);
    let words = type_role::TITLE_3.height_within(title, width)
        + KNEE_SPACING
        + type_role::SMALL.height_within(line, width);
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
        None => (said::where_it_hurts(), said::where_line()),
    };
    let words = column![
        type_role::title_3(title),
        type_role::small(line).style(theme::text::soft),
    ]
    .spacing(KNEE_SPACING)
    .width(Fill);
    let open = match finding {
        Some(_) => button(said::open_result())
            .icon_after(Icon::ChevronRight)
            .on_press(Message::OpenResult),
        None => button(knee_map::open())
            .icon(Icon::Crosshair)
            .on_press(Message::ShowWhere),
    };
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
    let width = beside(layout(viewport)) - 2.0 * KNEE_PADDING;
    let buttons = match better {
        // Long names stand below each other.
        Some(better) if open.width() + BUTTON_GAP + better.width() > width => {
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

/// What it may be, and how well that fits; or which knee, where nothing fitted.
fn said_of(finding: &Finding) -> (&str, &str) {
    match &finding.matched {
        Some(Match { condition, fits }) => (condition, fits),
        None => (
            said::your_knee(finding.knee == Side::Left),
            said::nothing_fitted(),
        ),
    }
}
