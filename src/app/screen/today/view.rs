//! Drawing Today.

use iced::widget::{column, container, row, space};
use iced::{Center, Element, Fill};

use super::{Message, RoutineRow, Today, cards, waiting};
use crate::app::screen::Viewport;
use crate::app::state::knees::pictures::Pictures;
use crate::app::theme::size::gap;
use crate::app::theme::{self, type_role};
use crate::app::widget::hero::hero;
use crate::app::widget::page::{Frame, page_header};
use crate::app::widget::{Backdrop, Icon, Solid, WindowSize, button, figure, icon};
use crate::figure::Beat;
use crate::knee::Knowledge;
use crate::words::{knee_map, page as words, today as said};

/// What scrolls.
pub const PAGE: iced::widget::Id = iced::widget::Id::new("today");
/// The least room for the hero, in logical pixels.
const LOWEST_HERO: f32 = 240.0;
/// The least room for what a knee waits for.
const LOWEST_PANEL: f32 = 290.0;
/// In a lower window, in logical pixels, a card of the knee with long sentences makes the page scroll.
const HIGH: f32 = 1000.0;
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
    is_under_note: bool,
) -> Element<'a, Message> {
    let look = viewport.look;
    let size = viewport.size();
    let is_small = layout(viewport) == WindowSize::Small;
    let facts = today.facts.as_ref();
    let (title, line) = match facts {
        Some(facts) if !facts.is_first => (words::today(), facts.date.as_str()),
        Some(_) => (words::welcome(), words::welcome_line()),
        None => (words::today(), ""),
    };
    let waits = today.waiting();
    let standing = today.standing.as_ref().filter(|_| waits.is_none());
    let standing = standing.map(|routine_row| {
        button(look, said::standing(&routine_row.minutes))
            .icon(Icon::PersonStanding)
            .on_press(Message::StartStanding)
            .into()
    });
    let header = page_header(look, size, title, Some(line.into()), standing);
    let left = facts
        .and_then(|facts| facts.left.as_ref())
        .map(|left| cards::left(today, left, look));
    let morning = cards::morning(today, look);
    let lowest = cards::knee_height(today, look).max(LOWEST_HERO + 60.0);
    let is_high = lowest > LOWEST_HERO + 60.0 && viewport.window.height < HIGH;
    let has_more = morning.is_some()
        || is_under_note
        || is_high
        || (left.is_some() && viewport.window.height < 760.0);
    let hero = today
        .reset
        .as_ref()
        .map(|routine_row| reset(today, routine_row, viewport));
    let foot = type_role::caption(look, words::not_a_diagnosis()).style(theme::text::faint);
    let stats = facts.map(|facts| cards::stats(facts, viewport));
    let week = facts
        .filter(|_| size == WindowSize::Large)
        .map(|facts| cards::week(facts, look));

    let locked = waits.map(|waiting| {
        let reset = today
            .reset
            .as_ref()
            .map(|routine_row| waiting::locked_reset(routine_row, waiting, look));
        (waiting::panel(waiting, knee, viewport), reset)
    });
    let frame = Frame::of(size);
    let content: Element<'a, Message> = if let Some((panel, reset)) = locked {
        let is_low = has_more || is_small || viewport.window.height < 720.0;
        let panel = container(panel).height(if is_low { LOWEST_PANEL.into() } else { Fill });
        let column = column![left, morning, panel, reset, stats, week].spacing(frame.gap);
        if is_low {
            frame.scroll(column).id(PAGE).into()
        } else {
            frame.still(column)
        }
    } else if is_small {
        let hero = hero.map(|hero| container(hero).height(LOWEST_HERO));
        let knee = cards::knee(today, knee, viewport);
        let column = column![left, morning, hero, knee, stats, foot].spacing(frame.gap);
        frame.scroll(column).id(PAGE).into()
    } else {
        let knee = container(cards::knee(today, knee, viewport)).width(cards::KNEE);
        let middle = row![hero, knee].spacing(frame.gap);
        if has_more {
            let middle = middle.height(lowest);
            let column = column![left, morning, middle, stats, week, foot].spacing(frame.gap);
            frame.scroll(column).id(PAGE).into()
        } else {
            let middle = middle.height(Fill);
            frame.still(column![left, middle, stats, week, foot].spacing(frame.gap))
        }
    };
    frame.page(header, content)
}

fn reset<'a>(
    today: &'a Today,
    routine_row: &'a RoutineRow,
    viewport: &Viewport,
) -> Element<'a, Message> {
    let look = viewport.look;
    let size = layout(viewport);
    let is_small = size == WindowSize::Small;
    let is_low = viewport.window.height < 680.0;
    let rest = today.rests();
    let title = if is_small {
        type_role::HERO.with_size(30.0)
    } else {
        type_role::HERO
    };
    let line = (!is_small && !is_low || rest.is_some()).then(|| {
        let line = match rest {
            Some(score) => said::rest_line(score).into(),
            None => iced::widget::text::Fragment::from(words::hero_line()),
        };
        type_role::body(look, line)
            .style(theme::text::on_hero_soft)
            .width(if size == WindowSize::Large { 320 } else { 280 })
    });
    let (symbol, above, title_words) = match rest {
        Some(_) => (Icon::Hand, knee_map::name(), said::rest_today()),
        None => (
            Icon::Footprints,
            words::after_your_run(),
            words::hero_title(),
        ),
    };
    let start = button(look, words::start(&routine_row.minutes))
        .icon(Solid::Play)
        .large()
        .initial()
        .on_press(Message::StartReset);
    let buttons = if rest.is_some() {
        row![
            button(look, knee_map::open())
                .on_hero()
                .large()
                .icon(Icon::Crosshair)
                .on_press(Message::ShowWhere),
            start.hero_outline(),
        ]
    } else {
        row![
            start.on_hero(),
            button(look, words::see_steps())
                .hero_outline()
                .large()
                .on_press(Message::SeeSteps),
        ]
    };
    let words = column![
        row![
            icon(symbol, 18.0).style(theme::text::on_hero_soft),
            type_role::label(look, above).style(theme::text::on_hero_soft),
        ]
        .spacing(gap::XS)
        .align_y(Center),
        title.text(look, title_words),
        line,
        space::vertical(),
        buttons.spacing(gap::S),
    ]
    .spacing(gap::XS)
    .height(Fill);
    let width = match size {
        // The two buttons are wider then.
        WindowSize::Small | WindowSize::Medium if rest.is_some() => 110.0,
        WindowSize::Small => 230.0,
        WindowSize::Medium => 206.0,
        WindowSize::Large => 420.0,
    };
    let picture = container(
        routine_row
            .figure
            .as_ref()
            .map(|mannequin| figure(mannequin, Beat::Key, Backdrop::Hero)),
    )
    .width(width)
    .height(Fill);
    hero(words, picture)
}
