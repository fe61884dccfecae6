//! Drawing Today.

use iced::widget::{column, container, responsive, row, space};
use iced::{Center, Element, Fill, Padding, Size};

use super::facts::whole;
use super::{Lead, Message, RoutineRow, Today, cards, stats, this_morning, waiting};
use crate::app::screen::Viewport;
use crate::app::screen::routines::kind_icon;
use crate::app::state::knees::pictures::Pictures;
use crate::app::theme::size::{gap, radius};
use crate::app::theme::{self, Tone, type_role};
use crate::app::widget::hero::hero;
use crate::app::widget::page::{Frame, page_header};
use crate::app::widget::{Backdrop, Icon, Solid, WindowSize, button, figure, icon};
use crate::figure::Beat;
use crate::knee::Knowledge;
use crate::training::rest::Rest;
use crate::words::{page as words, today as said};

/// What scrolls.
pub const PAGE: iced::widget::Id = iced::widget::Id::new("today");
/// The least room for the hero, in logical pixels, also where it stands beside the knee.
const LOWEST_HERO: f32 = 240.0;
const LOWEST_BESIDE: f32 = 300.0;
/// The least room for what a knee waits for.
const LOWEST_PANEL: f32 = 290.0;
/// About how high a row below the hero is, in logical pixels, and the line below everything.
const ROW: f32 = 76.0;
const FOOT: f32 = 20.0;
/// About how high the question of the morning is, in logical pixels.
const MORNING: f32 = 272.0;
/// In a hero of this height, in logical pixels, a large figure stands below the words.
const HIGH_HERO: f32 = 420.0;
/// In a narrower window, in logical pixels, the hero has no figure.
const NARROWEST_FIGURE: f32 = 560.0;
/// How wide the figure is beside the words, in logical pixels.
const FIGURE_BESIDE: f32 = 250.0;
/// How wide the figure that rests is in a large window, in logical pixels.
const RESTING_LARGE: f32 = 420.0;
/// In a narrower window, in logical pixels, its figure is small.
const NARROW_FIGURE: f32 = 640.0;
/// In a narrower window, in logical pixels, the knee stands below the hero: beside it there would be no room for what
/// starts the routine.
const NARROWEST_BESIDE: f32 = 1180.0;

/// How the cards are laid out: as in a small window where they would stand too close.
pub(super) fn layout(viewport: &Viewport) -> WindowSize {
    if viewport.window.width < NARROWEST_BESIDE {
        WindowSize::Small
    } else {
        viewport.size()
    }
}

pub(super) fn view<'a>(
    today: &'a Today,
    viewport: &Viewport,
    knee: Option<(&'a Knowledge, &'a Pictures)>,
) -> Element<'a, Message> {
    if let Some(welcome) = &today.welcome {
        return welcome.view(viewport, knee);
    }
    let size = viewport.size();
    let (title, line) = match today.facts.as_ref() {
        Some(facts) if !facts.is_first || today.lead.is_some() => {
            (words::today(), facts.date.as_str())
        }
        Some(_) => (words::welcome(), words::welcome_line()),
        None => (words::today(), ""),
    };
    let header = page_header(size, title, Some(line.into()), None);
    let viewport = *viewport;
    let below = responsive(move |room| below(today, &viewport, knee, room));
    Frame::of(size).page(header, below)
}

/// Everything below the title: it fills the room there is, and scrolls where that is not enough.
fn below<'a>(
    today: &'a Today,
    viewport: &Viewport,
    knee: Option<(&'a Knowledge, &'a Pictures)>,
    room: Size,
) -> Element<'a, Message> {
    let size = layout(viewport);
    let frame = Frame::of(viewport.size());
    let facts = today.facts.as_ref();
    let waits = today.waiting();
    let rest = today.rests();
    let is_beside = size != WindowSize::Small;

    // The question of the morning stands beside the hero of a day of rest, where there is room for its one scale.
    let quiet_morning = rest.filter(|_| is_beside && waits.is_none());
    let quiet_morning = quiet_morning.and_then(|_| this_morning::beside(today));
    let morning = match quiet_morning {
        Some(_) => None,
        None => this_morning::above(today),
    };
    let left = facts.and_then(|facts| facts.left.as_ref());
    let left = left.map(|left| cards::left(today, left));
    // What comes first takes the place of the reset, which then stands below it.
    let reset_row = today.reset.as_ref().and_then(|row| match (waits, rest) {
        (Some(waiting), _) => Some(waiting::locked_reset(row, waiting)),
        (None, None) if today.lead.is_some() => Some(cards::after_run(row)),
        _ => None,
    });
    let rows = u8::from(left.is_some()) + u8::from(reset_row.is_some());
    // The rows need its room; results and pages of conditions say it as well.
    let foot =
        (rows == 0).then(|| type_role::caption(words::not_a_diagnosis()).style(theme::text::faint));
    let inside = (room.width - 2.0 * frame.gutter).min(WindowSize::CONTENT);
    let numbers = facts.map_or(0.0, |facts| stats::height(facts, inside) + frame.gap);
    let lowest = match waits {
        Some(_) => LOWEST_PANEL,
        None => cards::knee_height(today, size).max(LOWEST_BESIDE),
    };
    let question = morning.as_ref().map_or(0.0, |_| MORNING + frame.gap);
    let rows = f32::from(rows) * (ROW + frame.gap);
    let needed = lowest + question + rows + numbers + FOOT + frame.around();
    let scrolls = !is_beside || room.height < needed;
    let height = if scrolls {
        lowest
    } else {
        lowest + room.height - needed
    };
    let is_high = size == WindowSize::Large && height >= HIGH_HERO;

    let first = match waits {
        Some(waiting) => {
            let panel = container(waiting::panel(waiting, knee, viewport));
            let height = if scrolls { LOWEST_PANEL.into() } else { Fill };
            column![panel.height(height)]
        }
        None => {
            let hero = match (rest, &today.lead, &today.reset) {
                (Some(rest), _, _) => Some(resting(today, rest, viewport)),
                (None, Some(lead), _) => Some(leading(lead, viewport, is_high)),
                (None, None, Some(row)) => Some(reset(row, viewport, is_high)),
                (None, None, None) => None,
            };
            let card = quiet_morning.unwrap_or_else(|| cards::knee(today, knee, viewport));
            if is_beside {
                let card = container(card).width(cards::beside(size));
                let height = if scrolls { lowest.into() } else { Fill };
                column![row![hero, card].spacing(frame.gap).height(height)]
            } else {
                let hero = hero.map(|hero| container(hero).height(LOWEST_HERO));
                column![hero, card].spacing(frame.gap)
            }
        }
    };
    let numbers = facts.map(|facts| stats::stats(facts, viewport));
    let all = column![morning, first, left, reset_row, numbers, foot].spacing(frame.gap);
    if scrolls {
        frame.scroll(all).id(PAGE).into()
    } else {
        frame.still(all)
    }
}

/// The size of the title of the hero: what is longer is smaller, so that it has two lines at most.
fn title_of(title: &str, is_small: bool) -> type_role::Role {
    let width = if is_small { 240.0 } else { 276.0 };
    let sizes: &[f32] = if is_small {
        &[30.0, 26.0, 22.0]
    } else {
        &[36.0, 30.0, 26.0]
    };
    let mut roles = sizes.iter().map(|size| type_role::HERO.with_size(*size));
    let fits = |role: &type_role::Role| {
        role.height_within(title, width) < 2.5 * role.measure(title).height
    };
    let last = type_role::HERO.with_size(22.0);
    roles.find(fits).unwrap_or(last)
}

fn reset<'a>(
    routine_row: &'a RoutineRow,
    viewport: &Viewport,
    is_high: bool,
) -> Element<'a, Message> {
    offer(
        routine_row,
        (Icon::Footprints, words::after_your_run()),
        words::hero_title(),
        words::hero_line(),
        viewport,
        is_high,
    )
}

/// The routine that comes before the reset.
fn leading<'a>(lead: &'a Lead, viewport: &Viewport, is_high: bool) -> Element<'a, Message> {
    let routine = &lead.row.routine;
    let above = match lead.knee {
        Some(knee) => (Icon::Crosshair, said::for_your_knee(knee)),
        None => (kind_icon(routine.kind), words::kind(routine.kind)),
    };
    offer(
        &lead.row,
        above,
        &routine.name,
        first_sentence(&routine.purpose),
        viewport,
        is_high,
    )
}

/// A text up to the end of its first sentence.
fn first_sentence(text: &str) -> &str {
    text.find(". ")
        .and_then(|end| text.get(..=end))
        .unwrap_or(text)
}

/// A routine that can be started at once.
fn offer<'a>(
    routine_row: &'a RoutineRow,
    (symbol, above): (Icon, &'a str),
    title: &'a str,
    line: &'a str,
    viewport: &Viewport,
    is_high: bool,
) -> Element<'a, Message> {
    let size = layout(viewport);
    let is_small = size == WindowSize::Small;
    let is_low = viewport.window.height < 680.0;
    let line = (!is_small && !is_low).then(|| {
        type_role::body(line)
            .style(theme::text::on_hero_soft)
            .width(if size == WindowSize::Large { 420 } else { 280 })
    });
    let start = button(words::start(&routine_row.minutes))
        .icon(Solid::Play)
        .large()
        .initial()
        .on_press(Message::Start);
    let buttons = row![
        start.on_hero(),
        button(words::see_steps())
            .hero_outline()
            .large()
            .on_press(Message::SeeSteps),
    ];
    let words = column![
        row![
            icon(symbol, 18.0).style(theme::text::on_hero_soft),
            type_role::label(above).style(theme::text::on_hero_soft),
        ]
        .spacing(gap::XS)
        .align_y(Center),
        title_of(title, is_small).text(title),
        line,
    ]
    .spacing(gap::XS)
    .width(Fill);
    let picture = routine_row
        .figure
        .as_ref()
        .map(|mannequin| figure(mannequin, Beat::Key, Backdrop::Hero));
    let picture = container(picture)
        .width(match layout(viewport) {
            WindowSize::Large if !is_high => FIGURE_BESIDE,
            _ => figure_width(viewport),
        })
        .height(Fill);
    // The figure stands above the line of the buttons, and below the words where there is room for both.
    let above: Element<'a, Message> = if is_high {
        let picture = container(picture).align_right(Fill).height(Fill);
        column![words, picture].spacing(gap::M).into()
    } else {
        row![words, picture].spacing(gap::XS).into()
    };
    hero(
        column![container(above).height(Fill), buttons.spacing(gap::S)]
            .spacing(gap::S)
            .height(Fill),
    )
}

/// Rest, and why.
fn resting<'a>(today: &'a Today, rest: Rest, viewport: &Viewport) -> Element<'a, Message> {
    let size = layout(viewport);
    let is_small = size == WindowSize::Small;
    let map = button(said::check_knee_map())
        .primary()
        .large()
        .icon(Icon::Crosshair)
        .initial()
        .on_press(Message::ShowWhere);
    let title = if is_small {
        type_role::HERO.with_size(30.0)
    } else {
        type_role::HERO
    };
    let line = said::rest_line(rest.knee, rest.score.get(), rest.from.map(whole));
    let words = column![
        row![icon(Icon::Moon, 18.0), type_role::label(said::quiet_day()),]
            .spacing(gap::XS)
            .align_y(Center),
        title.text(said::rest_today()),
        type_role::body(line),
        space::vertical(),
        map,
    ]
    .spacing(gap::XS)
    .width(Fill)
    .height(Fill);
    let picture = today
        .resting
        .as_ref()
        .map(|mannequin| figure(mannequin, Beat::Key, Backdrop::Soft(Tone::Sky)));
    let width = match size {
        WindowSize::Large => RESTING_LARGE,
        _ => figure_width(viewport),
    };
    let picture = container(picture).width(width).height(Fill);
    container(row![words, picture].spacing(gap::M))
        .padding(Padding::from([gap::XL, gap::L]).left(gap::XXL))
        .width(Fill)
        .height(Fill)
        .style(theme::container::soft(Tone::Sky, radius::PANEL))
        .into()
}

/// How wide the figure is beside the words. In a narrow window the buttons need its room.
fn figure_width(viewport: &Viewport) -> f32 {
    match layout(viewport) {
        _ if viewport.window.width < NARROWEST_FIGURE => 0.0,
        _ if viewport.window.width < NARROW_FIGURE => 110.0,
        WindowSize::Small => 230.0,
        WindowSize::Medium => FIGURE_BESIDE,
        WindowSize::Large => 540.0,
    }
}
