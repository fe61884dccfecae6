//! How the page of a routine is drawn.

mod list;

use std::time::Duration;

use iced::widget::{Scrollable, column, container, row, space};
use iced::{Center, Element, Fill};

use super::{ASIDE, Detail, LIST, LONGEST_GET_READY, Message};
use crate::app::screen::routines::{kind_icon, kind_tone};
use crate::app::screen::{Viewport, name, reading};
use crate::app::theme::size::{gap, line, picture, width};
use crate::app::theme::{self, Tone, type_role};
use crate::app::widget::page::Frame;
use crate::app::widget::{
    Backdrop, Icon, Solid, WindowSize, button, card, divider, figure, icon_button, segmented,
    stepper, tag, toggle,
};
use crate::figure::Beat;
use crate::knee::Withheld;
use crate::settings::Settings;
use crate::side::Side;
use crate::words::{catalog, exercise, page as words, time};

impl Detail {
    /// Draws the screen.
    pub fn view<'a>(
        &'a self,
        settings: &'a Settings,
        viewport: &Viewport,
        withheld: Option<Withheld>,
    ) -> Element<'a, Message> {
        let size = viewport.size();
        let back = button(self.back.as_ref())
            .quiet()
            .icon(Icon::ArrowLeft)
            .on_press(Message::Back);
        let id = &self.loaded.routine.id;
        let is_starred = settings.favourites.iter().any(|starred| **starred == **id);
        let star = if is_starred {
            catalog::unstar()
        } else {
            catalog::star()
        };
        let star = icon_button(Icon::Star, star)
            .on(is_starred)
            .on_press(Message::Star);
        let back = row![back, space::horizontal(), star].align_y(Center);

        let frame = Frame::of(size);
        let head = self.head(viewport);
        let start = self.start_card(settings, withheld);
        let leave = self.leave_it();
        let steps = self.steps_card();
        let expectations = self.expectations();
        let content: Element<'a, Message> = if size == WindowSize::Small {
            let all = column![head, start, steps, leave, expectations].spacing(frame.gap);
            self.list(frame.scroll(all))
        } else {
            let main = column![head, steps, expectations].spacing(frame.gap);
            let aside = column![start, leave].spacing(frame.gap);
            frame.columns(
                self.list(frame.main(main)),
                frame.aside(aside).id(ASIDE),
                width::ASIDE,
            )
        };
        frame.page(back, content)
    }

    /// What scrolls with the steps in it, and remembers how far.
    fn list<'a>(&self, list: Scrollable<'a, Message>) -> Element<'a, Message> {
        list.id(LIST)
            .on_scroll(|seen| Message::Scrolled(seen.absolute_offset().y))
            .height(Fill)
            .into()
    }

    fn head<'a>(&'a self, viewport: &Viewport) -> Element<'a, Message> {
        let routine = &self.loaded.routine;
        let tone = kind_tone(routine.kind);
        let fact = |icon, label: String| tag(Tone::Slate, icon, label);
        let tags = row![
            tag(
                tone,
                Some(kind_icon(routine.kind)),
                words::kind(routine.kind)
            ),
            fact(Some(Icon::Clock), time::minutes(self.total)),
            fact(Some(Icon::List), words::steps(self.steps)),
            fact(None, name::effort(routine.effort).to_owned()),
            fact(None, self.kit.clone()),
        ]
        .spacing(gap::XS)
        .wrap();
        let title = if viewport.size() == WindowSize::Small {
            type_role::TITLE_1.with_size(26.0)
        } else {
            type_role::TITLE_1
        };
        let picture = container(
            self.cover
                .as_ref()
                .map(|mannequin| figure(mannequin, Beat::Key, Backdrop::Soft(tone))),
        )
        .width(picture::COVER.0)
        .height(picture::COVER.1)
        .padding(gap::XXS)
        .style(theme::container::soft(tone, 20.0));

        row![
            picture,
            column![
                title.text(routine.name.as_str()),
                type_role::body(routine.purpose.as_str()).style(theme::text::soft),
                tags,
            ]
            .spacing(gap::XS)
            .width(Fill),
        ]
        .spacing(gap::L)
        .into()
    }

    fn start_card<'a>(
        &'a self,
        settings: &'a Settings,
        withheld: Option<Withheld>,
    ) -> Element<'a, Message> {
        let start = match withheld {
            None => button(words::start_now()).primary().icon(Solid::Play),
            Some(_) => button(words::locked()).icon(Icon::Lock),
        };
        let setting = |label, control: Element<'a, Message>| {
            row![type_role::body(label).width(Fill), control]
                .align_y(Center)
                .height(line::SETTING)
        };
        let seconds = self.get_ready;
        let sides = [Side::Left, Side::Right];

        card(
            column![
                start.large().wide().initial().on_press(Message::Start),
                type_role::caption(words::altogether(&time::spoken(self.total)))
                    .style(theme::text::soft)
                    .width(Fill)
                    .align_x(Center),
                self.has_standing.then(|| {
                    button(words::standing_version())
                        .wide()
                        .on_press(Message::Standing)
                }),
                divider(),
                setting(
                    words::get_ready_time(),
                    stepper(
                        words::get_ready_time(),
                        time::spoken(Duration::from_secs(u64::from(seconds))),
                        (seconds > 0).then_some(Message::LessTime),
                        (seconds < LONGEST_GET_READY).then_some(Message::MoreTime),
                    )
                ),
                setting(
                    words::start_with(),
                    segmented(
                        words::start_with(),
                        sides.map(|side| (side, name::side(side))),
                        Some(settings.first_side),
                        Message::FirstSide,
                    )
                ),
                setting(
                    words::countdown_beeps(),
                    toggle(
                        settings.countdown,
                        words::countdown_beeps(),
                        Message::Countdown,
                    )
                ),
            ]
            .spacing(gap::S),
        )
        .width(Fill)
        .into()
    }

    fn leave_it<'a>(&'a self) -> Option<Element<'a, Message>> {
        let map = button(exercise::check_on_map())
            .small()
            .quiet_on(Tone::Sun)
            .on_press(Message::KneeMap);
        reading::leave_it(&self.loaded.routine.leave_if, Some(map.into()))
    }

    fn expectations<'a>(&'a self) -> Element<'a, Message> {
        let routine = &self.loaded.routine;
        let part = |title, text: &'a str| {
            column![
                type_role::strong(title),
                type_role::small(text).style(theme::text::soft),
            ]
            .spacing(gap::XXXS)
        };
        let serves = (!self.serves.is_empty()).then(|| {
            let conditions = self.serves.iter().map(|(condition, name)| {
                let message = Message::Condition(*condition);
                button(name.as_str()).small().on_press(message).into()
            });
            column![
                type_role::strong(exercise::serves()),
                row(conditions).spacing(gap::XS).wrap(),
            ]
            .spacing(gap::XS)
        });
        card(
            column![
                serves,
                routine
                    .honest
                    .as_deref()
                    .map(|text| part(words::honest(), text)),
                routine
                    .how_often
                    .as_deref()
                    .map(|text| part(words::how_often(), text)),
                reading::sources(&routine.sources),
                type_role::caption(words::not_a_diagnosis()).style(theme::text::faint),
            ]
            .spacing(gap::S),
        )
        .width(Fill)
        .into()
    }
}
