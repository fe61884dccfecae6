//! The sections of Settings: the list of them, and what stands in those that are only choices.

use std::time::Duration;

use iced::widget::text::IntoFragment;
use iced::widget::{Column, Space, column, container, row};
use iced::{Center, Element, Fill, Padding};

use super::{Context, Message, SettingsScreen};
use crate::app::control::{Kind, control};
use crate::app::screen::name;
use crate::app::screen::today::questions;
use crate::app::shortcut::{KNEE_MAP, KeyLine, PAGES, PLACES, PLAYER};
use crate::app::theme::size::{gap, icon as icon_size, line, radius, target, width};
use crate::app::theme::{self, font, type_role};
use crate::app::widget::{
    Icon, WindowSize, button, card, chip, divider, icon, key_line, segmented, slider, stepper,
    toggle,
};
use crate::settings::Volume;
use crate::side::Side;
use crate::words::{keys, knee_map, page as words, player, settings as said, time, today};

/// A section.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[allow(missing_docs)] // The names say it.
pub enum Section {
    #[default]
    Player,
    Sound,
    Look,
    Reminders,
    Data,
    Keys,
    About,
}

impl Section {
    /// All of them, in their order.
    pub const ALL: [Self; 7] = [
        Self::Player,
        Self::Sound,
        Self::Look,
        Self::Reminders,
        Self::Data,
        Self::Keys,
        Self::About,
    ];

    const fn icon(self) -> Icon {
        match self {
            Self::Player => Icon::Play,
            Self::Sound => Icon::Volume2,
            Self::Look => Icon::Type,
            Self::Reminders => Icon::Bell,
            Self::Data => Icon::Folder,
            Self::Keys => Icon::Keyboard,
            Self::About => Icon::Info,
        }
    }

    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::Player => said::player(),
            Self::Sound => words::sound(),
            Self::Look => said::look(),
            Self::Reminders => said::reminders(),
            Self::Data => crate::words::data::your_data(),
            Self::Keys => keys::title(),
            Self::About => words::about(),
        }
    }
}

/// The list of sections beside what they hold, or above it where there is little room.
pub(super) fn list<'a>(open: Section, size: WindowSize) -> Element<'a, Message> {
    if size == WindowSize::Small {
        let chips = Section::ALL.map(|section| {
            chip(section.name())
                .on(section == open)
                .on_press(Message::Section(section))
                .into()
        });
        return row(chips).spacing(gap::XS).wrap().into();
    }
    let ways = Section::ALL.map(|section| way(section, section == open));
    column(ways).spacing(gap::XXS).width(width::SECTIONS).into()
}

fn way<'a>(section: Section, is_open: bool) -> Element<'a, Message> {
    let font = if is_open {
        font::SEMIBOLD
    } else {
        font::MEDIUM
    };
    let label = type_role::BODY.with_font(font).text(section.name());
    let content = row![icon(section.icon(), icon_size::NORMAL), label]
        .spacing(gap::S)
        .align_y(Center);
    let face = iced::widget::button(container(content).width(Fill).height(Fill).align_y(Center))
        .width(Fill)
        .height(target::NORMAL)
        .padding(Padding::ZERO.horizontal(gap::S))
        .style(if is_open {
            theme::button::section_on
        } else {
            theme::button::section
        })
        .on_press(Message::Section(section));
    control(Kind::Tab(is_open), face)
        .name(section.name())
        .radius(radius::CONTROL)
        .into()
}

/// Settings that belong together, below their name where they have one.
pub(super) fn group<'a>(
    title: Option<&'a str>,
    rows: impl IntoIterator<Item = Element<'a, Message>>,
) -> Element<'a, Message> {
    let mut content = Column::new().spacing(gap::XS);
    for (index, row) in rows.into_iter().enumerate() {
        content = content.push((index > 0).then(divider)).push(row);
    }
    let title = title.map(type_role::title_3);
    column![title, card(content).width(Fill)]
        .spacing(gap::XS)
        .into()
}

/// A setting: what it is called, what it means, and what changes it.
pub(super) fn setting<'a>(
    title: &'a str,
    meaning: Option<String>,
    change: impl Into<Element<'a, Message>>,
) -> Element<'a, Message> {
    // A strut keeps rows without a meaning as high as those with a control.
    let strut = Space::new().height(line::CONTROL);
    let said = column![type_role::label(title), meaning.map(soft),].spacing(gap::XXXS);
    row![row![strut, said].align_y(Center).width(Fill), change.into()]
        .spacing(gap::M)
        .align_y(Center)
        .into()
}

pub(super) fn switch<'a>(
    title: &'a str,
    meaning: Option<&str>,
    is_on: bool,
    message: Message,
) -> Element<'a, Message> {
    let meaning = meaning.map(str::to_owned);
    setting(title, meaning, toggle(is_on, title, message))
}

/// Small text in a soft colour.
pub(super) fn soft<'a>(text: impl IntoFragment<'a>) -> Element<'a, Message> {
    type_role::small(text).style(theme::text::soft).into()
}

impl SettingsScreen {
    /// How routines begin, and what is asked about them.
    pub(super) fn player<'a>(&'a self, context: &Context<'a>) -> Element<'a, Message> {
        let settings = context.settings;
        let ready = settings.get_ready_seconds;
        let ready = stepper(
            said::get_ready(),
            match ready {
                Some(seconds) => time::part(Duration::from_secs(seconds.into())),
                None => said::as_written().to_owned(),
            },
            ready.map(|_| Message::GetReadyLess),
            ready
                .is_none_or(|seconds| seconds < super::MOST_GET_READY)
                .then_some(Message::GetReadyMore),
        );
        let sides = segmented(
            words::start_with(),
            [Side::Left, Side::Right].map(|side| (side, name::side(side))),
            Some(settings.first_side),
            Message::FirstSide,
        );
        let about_me = settings.welcome.told().cloned().unwrap_or_default();
        let questions = questions(&about_me)
            .map(|question| container(question.map(Message::AboutMe)).padding([gap::XS, 0.0]));
        let about_me = group(Some(today::about_you()), questions.map(Element::from));
        let sessions = group(
            Some(said::sessions()),
            [
                setting(
                    said::get_ready(),
                    Some(said::get_ready_line().to_owned()),
                    ready,
                ),
                setting(
                    words::start_with(),
                    Some(said::start_with_line().to_owned()),
                    sides,
                ),
                switch(
                    words::ask_about_pain(),
                    Some(said::ask_about_pain_line()),
                    settings.ask_about_pain,
                    Message::AskAboutPain,
                ),
            ],
        );
        column![sessions, about_me].spacing(gap::L).into()
    }

    /// How loud it is, and what is heard.
    pub(super) fn sound<'a>(&'a self, context: &Context<'a>) -> Element<'a, Message> {
        let settings = context.settings;
        let volume = settings.volume.percent();
        let is_small = context.viewport.size() == WindowSize::Small;
        let slide = (!is_small).then(|| {
            slider(0.0..=100.0, f32::from(volume), |volume| {
                Message::Volume(volume.round() as u8)
            })
            .width(width::SLIDER)
        });
        let volume = row![
            slide,
            stepper(
                words::volume(),
                said::percent(volume),
                (volume > 0).then_some(Message::Quieter),
                (volume < Volume::LOUDEST).then_some(Message::Louder),
            ),
            button(words::try_it()).on_press(Message::Try),
        ]
        .spacing(gap::S)
        .align_y(Center);
        group(
            None,
            [
                setting(words::volume(), None, volume),
                switch(words::muted(), None, settings.muted, Message::Muted),
                switch(
                    words::countdown_beeps(),
                    Some(said::countdown_line()),
                    settings.countdown,
                    Message::Countdown,
                ),
                switch(
                    words::rep_beats(),
                    None,
                    settings.rep_beats,
                    Message::RepBeats,
                ),
            ],
        )
    }

    /// What Kneewise asks by itself.
    pub(super) fn reminders<'a>(&'a self, context: &Context<'a>) -> Element<'a, Message> {
        let asks = context.settings.ask_in_the_morning;
        let group = group(
            None,
            [switch(
                said::ask_in_the_morning(),
                Some(said::ask_in_the_morning_line()),
                asks,
                Message::AskInTheMorning,
            )],
        );
        column![group, soft(said::no_count())]
            .spacing(gap::XS)
            .into()
    }

    /// What keys do, here and there.
    pub(super) fn keys<'a>(&'a self, context: &Context<'a>) -> Element<'a, Message> {
        let is_small = context.viewport.size() == WindowSize::Small;
        let lines = |all: &'static [KeyLine]| all.iter().map(|(caps, does)| key_line(caps, does()));
        let playing = PLAYER
            .iter()
            .map(|shortcut| key_line(shortcut.caps, (shortcut.words)()));
        let playing = group(Some(said::player()), playing);
        let everywhere = group(
            Some(said::everywhere()),
            lines(&PAGES).chain(lines(&PLACES)),
        );
        let knee_map = group(Some(knee_map::name()), lines(&KNEE_MAP));
        if is_small {
            column![everywhere, playing, knee_map]
                .spacing(gap::M)
                .into()
        } else {
            let left = column![playing, knee_map].spacing(gap::M);
            row![left.width(Fill), container(everywhere).width(Fill)]
                .spacing(gap::M)
                .into()
        }
    }

    /// Says that there is no device to hear something from.
    pub(super) fn silence<'a>(&self, context: &Context<'a>) -> Option<Element<'a, Message>> {
        context.is_silent.then(|| {
            crate::app::widget::banner(theme::Tone::Sun, Icon::VolumeX, player::no_sound()).into()
        })
    }
}
