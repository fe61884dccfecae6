//! Numbers and charts, each chart with a sentence that says the same.

use iced::widget::{Container, column, container, responsive, row};
use iced::{Center, Element, Fill, FillPortion, Length, Shrink};
use jiff::civil::Date;

use super::{CHARTS, Message, Progress};
use crate::app::screen::Viewport;
use crate::app::theme::size::gap;
use crate::app::theme::{self, type_role};
use crate::app::widget::chart::{self, Bars, Heat, PainLine, Swatch, swatch};
use crate::app::widget::page::Frame;
use crate::app::widget::{Icon, WindowSize, card, icon_button, segmented, stat, stat_height};
use crate::side::Side;
use crate::training::calendar::{Calendar, Step};
use crate::training::overview::{self, Overview};
use crate::training::pain::Knees;
use crate::training::range::Range;
use crate::training::record::Log;
use crate::words::{grammar, pain, progress as said, time};

/// How high a chart is, in logical pixels.
const HEIGHT: f32 = 210.0;
/// How high a number's card is at least: a row of cards that are all to be as high as the row would have no height.
const STAT: f32 = 116.0;

/// What is drawn of a log.
#[derive(Debug)]
pub(super) struct Charts {
    pain: PainLine,
    strength: Bars,
    days: Heat,
    /// The first and the last day the calendar shows.
    shown: (Date, Date),
    /// Whether there are days before those.
    has_earlier: bool,
    /// Whether either knee was spoken of by itself, so that one may be chosen.
    has_both_knees: bool,
    sentences: Sentences,
    is_empty: bool,
}

#[derive(Debug)]
struct Sentences {
    time: (String, String),
    strength: (String, &'static str, String),
    pain: (String, &'static str, String),
    row: (String, &'static str),
    pain_line: String,
    bars: String,
    days: String,
}

impl Charts {
    /// The charts of a log as seen from a day. The calendar ends with the week of `until`.
    pub fn of(log: &Log, range: Range, knees: Knees, today: Date, until: Date) -> Self {
        let calendar = Calendar::of(log);
        let overview = Overview::of(log, &calendar, range, knees, today);
        let weeks = overview::heat(&calendar, until);
        let first = weeks.first().map_or(until, |week| week[0].date);
        let last = weeks.last().map_or(until, |week| week[6].date);
        let has = |knee| log.pain.iter().any(|pain| pain.knee == knee);
        Self {
            pain: PainLine::of(&overview),
            strength: Bars::of(&overview),
            days: Heat::of(&weeks, today),
            shown: (first, last.min(today)),
            has_earlier: calendar.first().is_some_and(|day| day < first),
            has_both_knees: has(Side::Left) && has(Side::Right),
            sentences: Sentences::of(&overview),
            is_empty: log.pain.is_empty() && calendar.first().is_none(),
        }
    }

    /// Whether there is something before the days that are shown.
    #[cfg(test)]
    pub fn has_earlier(&self) -> bool {
        self.has_earlier
    }

    /// Whether nothing was done or said yet.
    pub fn is_empty(&self) -> bool {
        self.is_empty
    }
}

impl Sentences {
    fn of(overview: &Overview) -> Self {
        let months = overview.months;
        let before = grammar::short_month(months.month_before);
        let compared = if months.is_first {
            said::first_month().to_owned()
        } else if overview.is_early {
            said::first_weeks().to_owned()
        } else if months.now > months.before {
            said::more_than(months.now - months.before, before)
        } else {
            said::in_that_month(months.before, before)
        };
        let strength = match overview.strength.average {
            Some(average) => (grammar::number(average), said::a_week()),
            None => (overview.strength.this_week.to_string(), said::this_week()),
        };
        let pain = match overview.pain.average {
            Some(average) => (grammar::number(average), said::of_ten()),
            None => (said::no_score().to_owned(), ""),
        };
        let was = match overview.pain.average {
            Some(_) => said::was_sentence(overview).unwrap_or_else(|| said::average().to_owned()),
            None => said::no_scores_yet().to_owned(),
        };
        Self {
            time: (time::hours(months.now), compared),
            strength: (strength.0, strength.1, said::goal_is().to_owned()),
            pain: (pain.0, pain.1, was),
            row: (overview.weeks_in_a_row.to_string(), said::row_line()),
            pain_line: said::pain_sentence(overview),
            bars: said::strength_sentence(overview),
            days: said::moved_sentence(overview),
        }
    }
}

impl Progress {
    /// Everything, one below the other.
    pub(super) fn overview<'a>(
        &'a self,
        charts: &'a Charts,
        viewport: &Viewport,
    ) -> Element<'a, Message> {
        let size = viewport.size();
        let height = match size {
            WindowSize::Small | WindowSize::Medium => HEIGHT,
            WindowSize::Large => HEIGHT * 1.3,
        };
        let pain = self.pain(charts, height);
        let two: Element<'a, Message> = if size == WindowSize::Small {
            column![pain, strength(charts, height.into())]
                .spacing(gap::M)
                .into()
        } else {
            // The bars are as high as what stands beside them leaves room for.
            row![
                pain.width(FillPortion(31)),
                strength(charts, Fill).width(FillPortion(20)).height(Fill),
            ]
            .spacing(gap::M)
            .height(Shrink)
            .into()
        };
        let content =
            column![stats(charts, size), two, self.calendar(charts, size)].spacing(gap::M);
        Frame::of(size).scroll(content).id(CHARTS).into()
    }

    fn pain<'a>(&'a self, charts: &'a Charts, height: f32) -> Container<'a, Message> {
        let legend = |sample, text| {
            row![
                swatch(sample),
                type_role::small(text).style(theme::text::soft)
            ]
            .spacing(gap::XS)
            .align_y(Center)
        };
        let title = row![
            type_role::title_3(said::pain()).width(Fill),
            legend(Swatch::After, said::after_sessions()),
            legend(Swatch::NextMorning, said::next_morning_title()),
        ]
        .spacing(gap::M)
        .align_y(Center);
        let knees = charts.has_both_knees.then(|| {
            segmented(
                pain::which_knees(),
                Knees::ALL.map(|knees| (knees, name_of(knees))),
                Some(self.knees),
                Message::Knees,
            )
        });
        card(
            column![
                title,
                knees,
                chart::pain_line(&charts.pain, height),
                sentence(&charts.sentences.pain_line),
            ]
            .spacing(gap::XS),
        )
        .width(Fill)
    }

    fn calendar<'a>(&'a self, charts: &'a Charts, size: WindowSize) -> Element<'a, Message> {
        let pitch = match size {
            WindowSize::Small => 15.0,
            WindowSize::Medium => 16.0,
            WindowSize::Large => 21.0,
        };
        let caption = |text| type_role::small(text).style(theme::text::soft);
        let steps = [Step::None, Step::Little, Step::Some, Step::Much]
            .map(|step| swatch(Swatch::Day(step)));
        let legend = row![
            caption(said::none()),
            row(steps).spacing(gap::XS),
            caption(said::half_an_hour())
        ]
        .spacing(gap::XS)
        .align_y(Center);
        let turn = |icon, name, message: Message, is_possible: bool| {
            icon_button(icon, name).on_press_maybe(is_possible.then_some(message))
        };
        let has_pages = charts.has_earlier || self.years_back > 0;
        let pages = has_pages.then(|| {
            row![
                turn(
                    Icon::ChevronLeft,
                    said::earlier_days(),
                    Message::EarlierDays,
                    charts.has_earlier
                ),
                turn(
                    Icon::ChevronRight,
                    said::later_days(),
                    Message::LaterDays,
                    self.years_back > 0
                ),
            ]
        });
        // Another year than the last one says which it is.
        let years = (self.years_back > 0)
            .then(|| caption_of(grammar::from_to(charts.shown.0, charts.shown.1)));
        let title = row![
            type_role::title_3(said::days_moved()),
            years,
            container(legend).width(Fill).align_right(Fill),
            pages,
        ]
        .spacing(gap::S)
        .align_y(Center);
        card(
            column![
                title,
                chart::heat(&charts.days, pitch, Message::OpenDay),
                sentence(&charts.sentences.days),
            ]
            .spacing(gap::XS),
        )
        .width(Fill)
        .into()
    }
}

fn strength<'a>(charts: &'a Charts, height: Length) -> Container<'a, Message> {
    card(
        column![
            type_role::title_3(said::strength_days_title()),
            chart::bars(&charts.strength, height),
            sentence(&charts.sentences.bars),
        ]
        .spacing(gap::XS),
    )
    .width(Fill)
}

fn stats<'a>(charts: &'a Charts, size: WindowSize) -> Element<'a, Message> {
    responsive(move |room| stats_within(charts, size, room.width))
        .height(Shrink)
        .into()
}

fn stats_within<'a>(charts: &'a Charts, size: WindowSize, width: f32) -> Element<'a, Message> {
    const GAP: f32 = 16.0;

    let told = &charts.sentences;
    let stats = [
        (said::moving_time(), &told.time.0, "", told.time.1.as_str()),
        (
            said::strength(),
            &told.strength.0,
            told.strength.1,
            &told.strength.2,
        ),
        (said::pain_after(), &told.pain.0, told.pain.1, &told.pain.2),
        (said::weeks_in_a_row(), &told.row.0, "", told.row.1),
    ];
    let columns = if size == WindowSize::Small { 2 } else { 4 };
    let card_width = (width + GAP) / columns as f32 - GAP;
    let heights =
        stats.map(|(label, number, _, line)| stat_height(label, number, line, card_width));
    let height = heights.into_iter().fold(STAT, f32::max);
    let mut cards = stats.into_iter().map(|(label, number, unit, line)| {
        let unit = (!unit.is_empty()).then(|| unit.into());
        card(stat(label, number.as_str(), unit, Some(line.into())))
            .width(Fill)
            .height(height)
            .into()
    });
    let mut rows = column![].spacing(GAP);
    while cards.len() > 0 {
        rows = rows.push(row(cards.by_ref().take(columns)).spacing(GAP));
    }
    rows.into()
}

fn sentence<'a>(text: &'a str) -> Element<'a, Message> {
    type_role::small(text).style(theme::text::soft).into()
}

fn caption_of<'a>(text: String) -> Element<'a, Message> {
    type_role::small(text).style(theme::text::faint).into()
}

fn name_of(knees: Knees) -> &'static str {
    match knees {
        Knees::Left => said::left(),
        Knees::Right => said::right(),
        Knees::Both => said::worse_knee(),
    }
}
