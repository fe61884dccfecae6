//! Drawing Today.

use iced::widget::{column, container, row, space};
use iced::{Center, Element, Fill, Padding};

use super::facts::whole;
use super::{Lead, Message, RoutineRow, Today, cards, waiting};
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
/// The least room for the hero, in logical pixels.
const LOWEST_HERO: f32 = 240.0;
/// The least room for what a knee waits for.
const LOWEST_PANEL: f32 = 290.0;
/// In a lower window, in logical pixels, a card of the knee with long sentences makes the page scroll.
const HIGH: f32 = 1000.0;
/// From this height of the window on, in logical pixels, there is room for a row between the hero and the numbers, and
/// for each such row it has to be higher.
const HIGH_ENOUGH: f32 = 665.0;
const HIGH_OF_ROW: f32 = 95.0;
/// In a narrower window, in logical pixels, the title stands alone.
const NARROWEST_HEADER: f32 = 640.0;
/// In a narrower window, in logical pixels, the hero has no figure.
const NARROWEST_FIGURE: f32 = 560.0;
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
    if let Some(welcome) = &today.welcome {
        return welcome.view(viewport, knee);
    }
    let size = viewport.size();
    let is_small = layout(viewport) == WindowSize::Small;
    let facts = today.facts.as_ref();
    let (title, line) = match facts {
        Some(facts) if !facts.is_first || today.lead.is_some() => {
            (words::today(), facts.date.as_str())
        }
        Some(_) => (words::welcome(), words::welcome_line()),
        None => (words::today(), ""),
    };
    let waits = today.waiting();
    let rest = today.rests();
    let is_quiet = waits.is_some() || rest.is_some();
    let standing = today.standing.as_ref().filter(|_| !is_quiet);
    let standing = standing.map(|routine_row| {
        button(said::standing(&routine_row.minutes))
            .icon(Icon::PersonStanding)
            .on_press(Message::StartStanding)
            .into()
    });
    // Beside the title it would leave that no room.
    let (beside, below) = if viewport.window.width < NARROWEST_HEADER {
        (None, standing)
    } else {
        (standing, None)
    };
    let header = page_header(size, title, Some(line.into()), beside);
    let left = facts
        .and_then(|facts| facts.left.as_ref())
        .map(|left| cards::left(today, left));
    let morning = cards::morning(today);
    // What comes first takes the place of the reset, which then stands below it.
    let after_run = today
        .reset
        .as_ref()
        .filter(|_| today.lead.is_some() && !is_quiet)
        .map(|routine_row| cards::after_run(routine_row));
    let lowest = cards::knee_height(today).max(LOWEST_HERO + 60.0);
    let is_high = lowest > LOWEST_HERO + 60.0 && viewport.window.height < HIGH;
    let rows = f32::from(u8::from(left.is_some()) + u8::from(after_run.is_some()));
    let has_more = morning.is_some()
        || is_under_note
        || is_high
        || (rows > 0.0 && viewport.window.height < HIGH_ENOUGH + rows * HIGH_OF_ROW);
    // The row of the reset needs its room; results and pages of conditions say it as well.
    let foot = after_run
        .is_none()
        .then(|| type_role::caption(words::not_a_diagnosis()).style(theme::text::faint));
    let stats = facts.map(|facts| cards::stats(facts, viewport));
    let week = facts
        .filter(|_| size == WindowSize::Large)
        .map(|facts| cards::week(facts));

    let locked = waits.map(|waiting| {
        let reset = today
            .reset
            .as_ref()
            .map(|routine_row| waiting::locked_reset(routine_row, waiting));
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
    } else {
        let hero = match (rest, &today.lead, &today.reset) {
            (Some(rest), _, _) => Some(resting(today, rest, viewport)),
            (None, Some(lead), _) => Some(leading(lead, viewport)),
            (None, None, Some(row)) => Some(reset(row, viewport)),
            (None, None, None) => None,
        };
        let card = cards::knee(today, knee, viewport);
        if is_small {
            let hero = hero.map(|hero| container(hero).height(LOWEST_HERO));
            let column = column![left, morning, hero, below, card, after_run, stats, foot]
                .spacing(frame.gap);
            frame.scroll(column).id(PAGE).into()
        } else {
            let card = container(card).width(cards::KNEE);
            let middle = row![hero, card].spacing(frame.gap);
            if has_more {
                let middle = middle.height(lowest);
                let column =
                    column![left, morning, middle, after_run, stats, week, foot].spacing(frame.gap);
                frame.scroll(column).id(PAGE).into()
            } else {
                let middle = middle.height(Fill);
                let column = column![left, middle, after_run, stats, week, foot];
                frame.still(column.spacing(frame.gap))
            }
        }
    };
    frame.page(header, content)
}

/// The size of the title of the hero: what is longer is smaller, so that it has two lines at most.
fn title_of(title: &str, is_small: bool) -> type_role::Role {
    let width = if is_small { 240.0 } else { 300.0 };
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

fn reset<'a>(routine_row: &'a RoutineRow, viewport: &Viewport) -> Element<'a, Message> {
    offer(
        routine_row,
        (Icon::Footprints, words::after_your_run()),
        words::hero_title(),
        words::hero_line(),
        viewport,
    )
}

/// The routine that comes before the reset.
fn leading<'a>(lead: &'a Lead, viewport: &Viewport) -> Element<'a, Message> {
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
) -> Element<'a, Message> {
    let size = layout(viewport);
    let is_small = size == WindowSize::Small;
    let is_low = viewport.window.height < 680.0;
    let line = (!is_small && !is_low).then(|| {
        type_role::body(line)
            .style(theme::text::on_hero_soft)
            .width(if size == WindowSize::Large { 320 } else { 280 })
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
        space::vertical(),
        buttons.spacing(gap::S),
    ]
    .spacing(gap::XS)
    .height(Fill);
    let picture = routine_row
        .figure
        .as_ref()
        .map(|mannequin| figure(mannequin, Beat::Key, Backdrop::Hero));
    hero(
        words,
        container(picture)
            .width(figure_width(viewport))
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
    let picture = container(picture)
        .width(figure_width(viewport))
        .height(Fill);
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
        _ if viewport.window.width < NARROWEST_HEADER => 110.0,
        WindowSize::Small => 230.0,
        WindowSize::Medium => 206.0,
        WindowSize::Large => 420.0,
    }
}
