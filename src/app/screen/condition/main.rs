//! What a condition is like, what to do about it, and why.

use iced::widget::{Column, column, container, row};
use iced::{Center, Element, Fill, Padding};

use super::advice::advice;
use super::{ConditionPage, Message};
use crate::app::screen::name;
use crate::app::screen::routine_row::RoutineRow;
use crate::app::screen::routines::kind_tone;
use crate::app::theme::size::{gap, icon as icon_size, radius};
use crate::app::theme::{self, Tone, type_role};
use crate::app::widget::{
    Backdrop, Icon, Solid, WindowSize, banner, button, card, chip, icon, thumbnail,
};
use crate::knee::Care;
use crate::library::{LoadedRoutine, RoutineRef};
use crate::words::knee_map::guide_not_diagnosis;
use crate::words::{
    catalog, conditions as words, conditions_shared as shared, exercise, finding, grammar, time,
};

/// The size of the picture of a routine, in logical pixels.
const PICTURE: (f32, f32) = (116.0, 76.0);

impl ConditionPage {
    pub(super) fn head(&self, size: WindowSize) -> Element<'_, Message> {
        let role = match size {
            WindowSize::Small => type_role::TITLE_1.with_size(26.0),
            WindowSize::Medium | WindowSize::Large => type_role::TITLE_1,
        };
        let condition = self.condition();
        column![
            role.text(condition.name.as_str()),
            type_role::body(condition.medical_name.as_str()).style(theme::text::soft),
        ]
        .spacing(gap::XXXS)
        .into()
    }

    pub(super) fn main(&self) -> Column<'_, Message> {
        let condition = self.condition();
        let soon = condition.care.how_soon().map(|level| {
            banner(Tone::Ember, Icon::OctagonAlert, words::how_soon(level)).line(words::whom(level))
        });
        let (to_do, recovery) = match &condition.care {
            Care::SelfCare(care) => (
                advice(words::what_you_can_do(), &care.do_now, &care.leave),
                Some(care.recovery.as_str()),
            ),
            Care::SeeFirst(care) => (
                advice(words::what_to_do(), &care.what_to_do, &care.leave),
                Some(care.recovery.as_str()),
            ),
            Care::GetHelp(help) => (advice(words::what_to_do(), &help.what_to_do, &[]), None),
        };
        let worse = section(words::worse_with(), words::list(&condition.worse_with));
        let recovery = recovery.map(|text| section(words::usual_recovery(), text.to_owned()));
        let guide = row![
            icon(Icon::Info, icon_size::META).style(theme::text::soft),
            type_role::caption(guide_not_diagnosis())
                .style(theme::text::soft)
                .width(Fill),
        ]
        .spacing(gap::XS);
        column![
            soon,
            section(words::what_it_feels_like(), condition.feels.clone()),
            to_do,
            self.routines(),
            section(words::why_it_happens(), condition.why.clone()),
            worse,
            section(words::how_it_begins(), condition.onset.clone()),
            recovery,
            self.shared(),
            self.sources(),
            guide,
            self.close(),
        ]
        .spacing(gap::M)
    }

    /// What every page about something one looks after oneself says as well: the way back to running, and painkillers.
    fn shared<'a>(&'a self) -> Option<Element<'a, Message>> {
        let Care::SelfCare(_) = self.condition().care else {
            return None;
        };
        let steps = shared::back_to_running().into_iter().enumerate();
        let steps = steps.map(|(index, step)| {
            row![
                type_role::body(format!("{}.", index + 1)).style(theme::text::soft),
                type_role::body(step).style(theme::text::soft).width(Fill),
            ]
            .spacing(gap::S)
            .into()
        });
        let cites = shared::back_to_running_sources().map(|(cite, _)| cite);
        let source = |cite: String| type_role::caption(cite).style(theme::text::faint);
        let back = column![
            type_role::title_3(words::back_to_running()),
            column(steps).spacing(gap::XS),
            source(grammar::clauses(cites)),
        ]
        .spacing(gap::XS);
        let (cite, _) = shared::painkillers_source();
        let pills = column![
            section(words::painkillers(), shared::painkillers().to_owned()),
            source(cite.to_owned()),
        ]
        .spacing(gap::XS);
        Some(column![back, pills].spacing(gap::M).into())
    }

    /// Routines, or why there are none.
    fn routines(&self) -> Option<Element<'_, Message>> {
        if self.is_locked() {
            return Some(self.locked());
        }
        let note = match &self.condition().care {
            Care::SelfCare(care) => care.routines.note.as_deref(),
            Care::SeeFirst(care) if self.routines.is_ok() => care.routines.note.as_deref(),
            Care::SeeFirst(_) => Some(words::routines_wait_for_this()),
            Care::GetHelp(_) => Some(words::no_routines()),
        };
        let note = note.map(|note| type_role::small(note).style(theme::text::soft));
        let Some((first, rest)) = self.routine_rows().split_first() else {
            return note.map(Into::into);
        };
        let mut routines = column![self.first(first)].spacing(gap::XS);
        if self.has_all_routines {
            let rest = rest.iter().enumerate();
            routines = routines.extend(rest.map(|(index, routine_row)| {
                let start = Message::Start(index + 1);
                card(routine_row.row(start))
                    .padding(Padding::from([gap::S, gap::M]))
                    .width(Fill)
                    .into()
            }));
            let more = (self.more > 0).then(|| {
                let more = catalog::and_more_of_your_own(self.more);
                type_role::small(more).style(theme::text::soft)
            });
            routines = routines.push(more);
        } else if let Some(later) = rest.first() {
            routines = routines.push(self.later(later, rest.len() - 1));
        }
        Some(routines.push(note).into())
    }

    /// The one routine to start with.
    fn first<'a>(&'a self, routine_row: &'a RoutineRow) -> Element<'a, Message> {
        let tone = kind_tone(routine_row.summary.kind);
        let (width, height) = PICTURE;
        let picture = self.cover.as_ref().map(|cover| {
            container(thumbnail(cover, Backdrop::Soft(tone)))
                .width(width)
                .height(height)
                .padding(gap::XXS)
                .style(theme::container::soft(tone, radius::CONTROL))
        });
        let start = button(words::start(&time::minutes(routine_row.summary.length)))
            .primary()
            .icon(Solid::Play)
            .on_press(Message::Start(0));
        let content = row![
            picture,
            column![
                type_role::caption(words::start_with_this()).style(theme::text::soft),
                type_role::title_3(routine_row.name()),
                type_role::small(what_it_takes(routine_row)).style(theme::text::soft),
            ]
            .width(Fill),
            start,
        ]
        .spacing(gap::M)
        .align_y(Center);
        container(content)
            .padding(Padding::from(gap::S).right(gap::M))
            .width(Fill)
            .style(theme::container::card_on)
            .into()
    }

    /// The one that comes after it, and how many more there are.
    fn later<'a>(&'a self, routine_row: &'a RoutineRow, more: usize) -> Element<'a, Message> {
        let label = if more == 0 {
            catalog::show().to_owned()
        } else {
            finding::more_routines(more)
        };
        let open = button(label)
            .quiet()
            .small()
            .icon_after(Icon::ChevronRight)
            .on_press(Message::MoreRoutines);
        row![
            type_role::small(words::later(routine_row.name(), routine_row.line()))
                .style(theme::text::soft)
                .width(Fill),
            open,
        ]
        .spacing(gap::S)
        .align_y(Center)
        .into()
    }

    /// Routines wait because a knee does.
    fn locked(&self) -> Element<'_, Message> {
        let see_why = button(words::locked())
            .icon(Icon::Lock)
            .on_press(Message::SeeWhy);
        let content = row![
            type_role::body(words::routines_wait())
                .style(theme::text::soft)
                .width(Fill),
            see_why,
        ]
        .spacing(gap::M)
        .align_y(Center);
        card(content).width(Fill).into()
    }

    /// Other conditions of this part of the knee.
    fn close(&self) -> Option<Element<'_, Message>> {
        if self.close.is_empty() {
            return None;
        }
        let chips = self.close.iter().map(|id| {
            let message = Message::Read(*id);
            let name = self.knowledge.condition(*id).name.as_str();
            chip(name).on_press(message).into()
        });
        let close = column![
            type_role::title_3(words::close_to_this()),
            row(chips).spacing(gap::XS).wrap(),
        ];
        Some(close.spacing(gap::XS).into())
    }
}

fn section<'a>(title: &'a str, text: String) -> Element<'a, Message> {
    column![
        type_role::title_3(title),
        type_role::body(text).style(theme::text::soft),
    ]
    .spacing(gap::XXS)
    .into()
}

/// How hard a routine is, how often it is done, and what one needs.
fn what_it_takes(routine_row: &RoutineRow) -> String {
    let often = match &routine_row.chosen {
        RoutineRef::Loaded(LoadedRoutine { routine, .. }) => routine.how_often.as_deref(),
        RoutineRef::File(_) => None,
    };
    let kit: Vec<_> = routine_row.summary.kit.iter().map(exercise::kit).collect();
    let kit = if kit.is_empty() {
        catalog::no_kit().to_owned()
    } else {
        grammar::upper_first(&grammar::list(kit))
    };
    words::what_it_takes(name::effort(routine_row.summary.effort), often, &kit)
}
