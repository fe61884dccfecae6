//! A knee that waits to be seen: what was said, and what to do, in the place of what would start a routine.

use iced::widget::{column, container, row, space};
use iced::{Center, Element, Fill, Padding, Theme};

use super::view::layout;
use super::{Message, RoutineRow};
use crate::app::screen::Viewport;
use crate::app::state::knees::pictures::Pictures;
use crate::app::theme::size::{gap, picture, radius, width};
use crate::app::theme::{self, Tone, type_role};
use crate::app::widget::{
    Backdrop, Crop, Icon, KneePicture, WindowSize, button, figure, icon, knee_picture_on,
};
use crate::figure::Beat;
use crate::knee::{AreaId, Knowledge, Level, View};
use crate::side::Side;
use crate::words::{page, today as said};

/// What Today says about the knee that is most urgent.
#[derive(Debug)]
pub struct Waiting {
    /// Which leg.
    pub leg: Side,
    /// How soon someone should see it.
    pub level: Level,
    /// What was ticked and when, and how soon to have it seen.
    pub line: String,
    /// Where it hurts.
    pub marks: Vec<AreaId>,
    /// The side from which the first mark is seen.
    pub view: View,
}

/// The panel in the place of the hero.
pub(super) fn panel<'a>(
    waiting: &'a Waiting,
    knee: Option<(&'a Knowledge, &'a Pictures)>,
    viewport: &Viewport,
) -> Element<'a, Message> {
    let is_small = layout(viewport) == WindowSize::Small;
    let is_alarm = waiting.level == Level::Emergency;
    let title = if is_small {
        type_role::HERO.with_size(28.0)
    } else {
        type_role::HERO
    };
    let width = match viewport.size() {
        WindowSize::Large => 640,
        WindowSize::Small | WindowSize::Medium => 420,
    };
    let words = column![
        row![
            icon(
                if is_alarm {
                    Icon::Siren
                } else {
                    Icon::OctagonAlert
                },
                20.0
            ),
            type_role::label(said::routines_wait()),
        ]
        .spacing(gap::XS)
        .align_y(Center),
        container(title.text(said::waits_title(waiting.leg, waiting.level))).max_width(width),
        type_role::body(waiting.line.as_str()).width(Fill),
        space::vertical(),
        buttons(is_alarm),
    ]
    .spacing(gap::XS)
    .width(Fill)
    .height(Fill);
    let picture = knee
        .filter(|_| !is_small && !is_alarm)
        .map(|(knowledge, pictures)| {
            let shown = KneePicture {
                diagram: knowledge.diagram(),
                view: waiting.view,
                leg: waiting.leg,
                picture: pictures.of(waiting.view, waiting.leg),
                crop: Crop::Joint,
                lit: &waiting.marks,
                is_numbered: true,
            };
            container(knee_picture_on(shown, |tokens| tokens.surface))
                .width(width::KNEE)
                .height(Fill)
                .clip(true)
                .style(|theme| {
                    theme::container::rounded(theme::container::card(theme), radius::CARD)
                })
        });
    container(row![words, picture].spacing(gap::XL))
        .padding(if is_small {
            Padding::from(gap::L)
        } else {
            Padding::from([gap::S, gap::S])
                .left(gap::XXL)
                .top(gap::XL)
                .bottom(gap::XL)
        })
        .width(Fill)
        .height(Fill)
        .style(move |theme: &Theme| {
            if is_alarm {
                theme::container::alarm(theme)
            } else {
                theme::container::soft(Tone::Ember, radius::PANEL)(theme)
            }
        })
        .into()
}

fn buttons<'a>(is_alarm: bool) -> Element<'a, Message> {
    let what = button(said::what_to_do())
        .large()
        .icon_after(Icon::ArrowRight)
        .initial()
        .on_press(Message::SeeWhy);
    let summary = button(said::save_a_summary())
        .large()
        .icon(Icon::FileText)
        .on_press(Message::Summary);
    let (what, summary) = if is_alarm {
        (
            what.style(theme::button::on_alarm).ringed_on_alarm(),
            summary
                .style(theme::button::alarm_outline)
                .ringed_on_alarm(),
        )
    } else {
        (what.primary(), summary)
    };
    row![what, summary].spacing(gap::S).wrap().into()
}

/// The reset, which waits as well.
pub(super) fn locked_reset<'a>(
    routine_row: &'a RoutineRow,
    waiting: &'a Waiting,
) -> Element<'a, Message> {
    let picture = container(
        routine_row
            .figure
            .as_ref()
            .map(|mannequin| figure(mannequin, Beat::Key, Backdrop::Soft(Tone::Slate))),
    )
    .width(picture::SMALL.0)
    .height(picture::SMALL.1)
    .padding(gap::XXS)
    .style(theme::container::soft(Tone::Slate, radius::CONTROL));
    container(
        row![
            picture,
            column![
                type_role::strong(routine_row.routine.name.as_str()),
                type_role::small(said::locked_line(&routine_row.minutes, waiting.leg))
                    .style(theme::text::soft),
            ]
            .spacing(gap::XXXS)
            .width(Fill),
            button(page::locked())
                .icon(Icon::Lock)
                .on_press(Message::LockedReset),
        ]
        .spacing(gap::M)
        .align_y(Center),
    )
    .padding(Padding::from(gap::XS).right(gap::S))
    .style(theme::container::card)
    .into()
}
