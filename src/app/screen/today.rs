//! Today: what to do now. The reset first.

use std::sync::Arc;

use iced::widget::{column, container, row, space};
use iced::{Center, Element, Fill, FillPortion};

use super::Surroundings;
use crate::app::focus::Focus;
use crate::app::theme::{self, Tone, type_role};
use crate::app::widget::hero::hero;
use crate::app::widget::page::{page, page_header, scroll};
use crate::app::widget::{
    Backdrop, Icon, Mannequin, Solid, WindowSize, button, card, figure, icon,
};
use crate::content::{Content, RESET, STANDING_RESET};
use crate::exercise::Side;
use crate::figure::Beat;
use crate::routine::Routine;
use crate::routine::timeline::Timeline;
use crate::words::{knee_map, page as words, time};

/// The state of Today.
#[derive(Debug)]
pub struct Today {
    reset: Option<Offer>,
    standing: Option<Offer>,
    /// The control the keyboard is on.
    pub focus: Focus<Message>,
}

/// A routine to start from here.
#[derive(Debug)]
struct Offer {
    routine: Arc<Routine>,
    minutes: String,
    figure: Option<Mannequin>,
}

/// What a person does on Today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Message {
    /// Start the reset.
    StartReset,
    /// Look at its steps.
    SeeSteps,
    /// Start the standing reset.
    StartStanding,
    /// Show where it hurts.
    ShowWhere,
}

/// What Today wants from its parent.
#[derive(Debug, Clone)]
pub enum Action {
    /// Nothing.
    None,
    /// Play a routine.
    Start(Arc<Routine>),
    /// Show a routine.
    Open(Arc<Routine>),
    /// Open the knee map.
    KneeMap,
}

impl Today {
    /// What is offered today.
    pub fn new(content: &Content) -> Self {
        let offer = |id| {
            content.routine(id).map(|routine| Offer {
                minutes: time::minutes(Timeline::of(routine, Side::Left.into()).total()),
                figure: routine
                    .cover
                    .as_ref()
                    .and_then(|exercise| exercise.figure.as_ref())
                    .map(|movement| Mannequin::new(movement, Side::Right)),
                routine: Arc::clone(routine),
            })
        };
        Self {
            reset: offer(RESET),
            standing: offer(STANDING_RESET),
            focus: Focus::on(Message::StartReset),
        }
    }

    /// Lets something happen.
    pub fn update(&mut self, message: Message) -> Action {
        let started = |offer: &Option<Offer>| match offer {
            Some(offer) => Action::Start(Arc::clone(&offer.routine)),
            None => Action::None,
        };
        match message {
            Message::StartReset => started(&self.reset),
            Message::StartStanding => started(&self.standing),
            Message::ShowWhere => Action::KneeMap,
            Message::SeeSteps => match &self.reset {
                Some(offer) => Action::Open(Arc::clone(&offer.routine)),
                None => Action::None,
            },
        }
    }

    /// The messages of what the keyboard can reach, in order.
    pub fn stops(&self) -> Vec<Message> {
        vec![
            Message::StartReset,
            Message::SeeSteps,
            Message::StartStanding,
            Message::ShowWhere,
        ]
    }

    /// Draws Today.
    pub fn view<'a>(&'a self, surroundings: &Surroundings) -> Element<'a, Message> {
        let look = surroundings.look;
        let size = surroundings.size();
        let show_where = button(look, knee_map::SHOW_WHERE)
            .icon(Icon::Crosshair)
            .focused(self.focus.is_on(&Message::ShowWhere))
            .on_press(Message::ShowWhere);
        let header = page_header(
            look,
            size,
            words::WELCOME,
            Some(words::WELCOME_LINE.into()),
            Some(show_where.into()),
        );
        let is_small = size == WindowSize::Small;
        let hero = self
            .reset
            .as_ref()
            .map(|offer| self.hero(offer, surroundings));
        let standing = self
            .standing
            .as_ref()
            .map(|offer| self.standing_card(offer, surroundings));
        let notes = [
            (Icon::Activity, words::PAIN_RULE, words::PAIN_RULE_LINE),
            (Icon::Sprout, words::WHY, words::WHY_LINE),
        ]
        .map(|(icon, title, line)| note(surroundings, icon, title, line));
        let foot = type_role::caption(look, words::NOT_A_DIAGNOSIS).style(theme::text::faint);

        let content: Element<'a, Message> = if is_small {
            let [pain, why] = notes;
            scroll(
                column![
                    header,
                    hero.map(|hero| container(hero).height(240)),
                    standing,
                    pain,
                    why,
                    foot
                ]
                .spacing(16)
                .padding(iced::Padding::ZERO.right(10)),
            )
            .into()
        } else {
            let [pain, why] = notes;
            column![
                header,
                hero,
                row![
                    standing.map(|card| container(card).width(FillPortion(5))),
                    container(pain).width(FillPortion(4)),
                    container(why).width(FillPortion(4)),
                ]
                .spacing(16)
                .height(196),
                foot,
            ]
            .spacing(18)
            .into()
        };
        page(size, content)
    }

    fn hero<'a>(&'a self, offer: &'a Offer, surroundings: &Surroundings) -> Element<'a, Message> {
        let look = surroundings.look;
        let size = surroundings.size();
        let is_small = size == WindowSize::Small;
        let is_low = surroundings.window.height < 680.0;
        let title = if is_small {
            type_role::HERO.with_size(30.0)
        } else {
            type_role::HERO
        };
        let line = (!is_small && !is_low).then(|| {
            type_role::body(look, words::HERO_LINE)
                .style(theme::text::on_hero_soft)
                .width(if size == WindowSize::Large { 320 } else { 280 })
        });
        let words = column![
            row![
                icon(Icon::Footprints, 18.0).style(theme::text::on_hero_soft),
                type_role::label(look, words::AFTER_YOUR_RUN).style(theme::text::on_hero_soft),
            ]
            .spacing(8)
            .align_y(Center),
            title.text(look, words::HERO_TITLE),
            line,
            space::vertical(),
            row![
                button(look, words::start(&offer.minutes))
                    .on_hero()
                    .large()
                    .icon(Solid::Play)
                    .focused(self.focus.is_on(&Message::StartReset))
                    .on_press(Message::StartReset),
                button(look, words::SEE_STEPS)
                    .hero_outline()
                    .large()
                    .focused(self.focus.is_on(&Message::SeeSteps))
                    .on_press(Message::SeeSteps),
            ]
            .spacing(12),
        ]
        .spacing(10)
        .height(Fill);
        let width = match size {
            WindowSize::Small => 230.0,
            WindowSize::Medium => 400.0,
            WindowSize::Large => 520.0,
        };
        let picture = container(
            offer
                .figure
                .as_ref()
                .map(|mannequin| figure(mannequin, Beat::Key, Backdrop::Hero)),
        )
        .width(width)
        .height(Fill);
        hero(words, picture)
    }

    fn standing_card<'a>(
        &'a self,
        offer: &'a Offer,
        surroundings: &Surroundings,
    ) -> Element<'a, Message> {
        let look = surroundings.look;
        let picture = container(
            offer
                .figure
                .as_ref()
                .map(|mannequin| figure(mannequin, Beat::Key, Backdrop::Soft(Tone::Spruce))),
        )
        .width(132)
        .height(Fill)
        .padding(6)
        .style(theme::container::soft(Tone::Spruce, 14.0));

        let words = column![
            type_role::title_3(look, words::NO_FLOOR),
            type_role::small(look, offer.routine.name.as_str()).style(theme::text::soft),
            space::vertical(),
            button(look, words::start(&offer.minutes))
                .tonal()
                .icon(Solid::Play)
                .focused(self.focus.is_on(&Message::StartStanding))
                .on_press(Message::StartStanding),
        ]
        .spacing(4)
        .height(Fill);
        let height = if surroundings.size() == WindowSize::Small {
            iced::Length::Fixed(168.0)
        } else {
            Fill
        };
        card(row![words.width(Fill), picture].spacing(16))
            .width(Fill)
            .height(height)
            .into()
    }
}

fn note<'a>(
    surroundings: &Surroundings,
    symbol: Icon,
    title: &'a str,
    line: &'a str,
) -> Element<'a, Message> {
    let look = surroundings.look;
    let height = if surroundings.size() == WindowSize::Small {
        iced::Shrink
    } else {
        Fill
    };
    card(
        column![
            row![
                icon(symbol, 18.0).style(theme::text::soft),
                type_role::label(look, title).style(theme::text::soft),
            ]
            .spacing(8)
            .align_y(Center),
            type_role::small(look, line).style(theme::text::soft),
        ]
        .spacing(8),
    )
    .width(Fill)
    .height(height)
    .into()
}
