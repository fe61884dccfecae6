//! The four numbers of Today.

use iced::widget::{Space, column, container, responsive, row, space};
use iced::{Bottom, Center, Element, Fill, Shrink};

use super::facts::{Facts, Quiet};
use super::view::layout;
use super::{Message, Stat};
use crate::app::control::{self, control};
use crate::app::screen::Viewport;
use crate::app::theme::size::{gap, icon as icon_size, radius};
use crate::app::theme::{self, Tone, type_role};
use crate::app::widget::chart::sparkline;
use crate::app::widget::{Icon, WindowSize, goal_strips, icon, share_bar};
use crate::words::{grammar, today as said};

/// In less room, in logical pixels, the numbers stand below each other.
const NARROWEST_PAIR: f32 = 400.0;
/// The height of a number's card, in logical pixels.
const STAT: f32 = 172.0;

/// The four numbers.
pub(super) fn stats<'a>(facts: &'a Facts, viewport: &Viewport) -> Element<'a, Message> {
    let is_small = layout(viewport) == WindowSize::Small;
    responsive(move |room| stats_within(facts, is_small, room.width))
        .height(Shrink)
        .into()
}

fn stats_within<'a>(facts: &'a Facts, is_small: bool, width: f32) -> Element<'a, Message> {
    let stats = all_stats(facts);
    let (columns, height) = laid_out(&stats, is_small, width);
    let mut cards = stats.into_iter().map(|stat| stat.view(height));
    let mut rows = column![].spacing(gap::M);
    while cards.len() > 0 {
        rows = rows.push(row(cards.by_ref().take(columns)).spacing(gap::M));
    }
    rows.into()
}

/// How high the numbers are side by side in so much width, in logical pixels.
pub(super) fn height(facts: &Facts, width: f32) -> f32 {
    laid_out(&all_stats(facts), false, width).1
}

/// How many stand beside each other, and how high each is.
fn laid_out(stats: &[Number<'_>], is_small: bool, width: f32) -> (usize, f32) {
    let columns = match is_small {
        true if width < NARROWEST_PAIR => 1,
        true => 2,
        false => 4,
    };
    let card = (width + gap::M) / columns as f32 - gap::M;
    let heights = stats.iter().map(|stat| stat.height(card));
    (columns, heights.fold(STAT, f32::max))
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
        drawing: goal_strips(filled.min(3), (2, 1), Tone::Plum),
        line: match facts.quiet() {
            Some(Quiet::Waits) => said::strength_waits().to_owned(),
            Some(Quiet::Rests) => said::strength_rests().to_owned(),
            None => said::strength(strength).to_owned(),
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
            said::no_number().to_owned(),
            "",
            share_bar(0.0, Tone::Ember),
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
    let moving_line = match (facts.last_week, minutes, facts.quiet()) {
        (0, 0, None) => said::not_moved_yet().to_owned(),
        // Nothing asks for more while a knee waits or rests.
        (0, 0, Some(_)) => said::not_moved_quietly().to_owned(),
        (last_week, ..) => said::last_week(last_week),
    };
    let against = facts.last_week.max(minutes).max(1) as f32;
    let moving = Number {
        which: Stat::Moving,
        symbol: Icon::Timer,
        label: said::moving(),
        number: minutes.to_string(),
        unit: said::minutes(),
        drawing: share_bar(minutes as f32 / against, Tone::Spruce),
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
    const PADDING: [f32; 2] = [16.0, 18.0];
    const SPACING: f32 = 6.0;
    const SYMBOL: f32 = 16.0;
    const BESIDE_SYMBOL: f32 = 8.0;
    const DRAWING: f32 = 44.0;

    /// How high a card becomes that has so much width.
    fn height(&self, width: f32) -> f32 {
        let [above, beside] = Self::PADDING;
        let inside = width - 2.0 * beside;
        let beside_symbol = inside - Self::SYMBOL - Self::BESIDE_SYMBOL;
        let label = type_role::LABEL.height_within(self.label, beside_symbol);
        let number = type_role::NUMBER.measure(&self.number).height;
        let line = type_role::CAPTION.height_within(&self.line, inside);
        2.0 * above + label + number + Self::DRAWING + line + 4.0 * Self::SPACING
    }

    fn view(self, height: f32) -> Element<'a, Message> {
        let content = column![
            row![
                icon(self.symbol, Self::SYMBOL).style(theme::text::soft),
                type_role::label(self.label).style(theme::text::soft),
            ]
            .spacing(Self::BESIDE_SYMBOL)
            .align_y(Center),
            row![
                type_role::number(self.number),
                type_role::label(self.unit).style(theme::text::soft),
            ]
            .spacing(gap::XS)
            .align_y(Bottom),
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
