//! An emergency: one panel over the whole page, with the number to call and nothing beside it.

use iced::widget::{Space, column, container, row, space};
use iced::{Center, Element, Fill, Padding, Size};

use super::raised::Raised;
use super::{FindingPage, Message, Showing};
use crate::app::screen::Viewport;
use crate::app::screen::advice_icon::icon_of;
use crate::app::theme::size::{gap, line};
use crate::app::theme::{self, type_role};
use crate::app::widget::page::{Frame, Room, filling};
use crate::app::widget::{Button, Icon, WindowSize, button, icon};
use crate::knee::Advice;
use crate::words::finding as words;

/// The most lines of what to do, and of what not to do.
const LINES: usize = 2;
/// In less room, in logical pixels, the panel scrolls.
const LEAST: Size = Size::new(760.0, 580.0);
const LEAST_SMALL: Size = Size::new(560.0, 480.0);

impl FindingPage {
    pub(super) fn emergency<'a>(
        &'a self,
        raised: &'a Raised,
        viewport: &Viewport,
    ) -> Element<'a, Message> {
        let is_small = viewport.size() == WindowSize::Small;
        let least = if is_small { LEAST_SMALL } else { LEAST };
        let content = filling(least, move |room| {
            self.emergency_content(raised, is_small, matches!(room, Room::Little(_)))
        });
        let padding = if is_small {
            Padding::from([gap::L, gap::XL]).bottom(gap::M)
        } else {
            Padding::from([gap::XXL, gap::SECTION]).bottom(gap::XL)
        };
        let panel = container(content)
            .padding(padding)
            .width(Fill)
            .height(Fill)
            .style(theme::container::alarm);
        Frame::of(viewport.size()).fixed(panel)
    }

    fn emergency_content<'a>(
        &'a self,
        raised: &'a Raised,
        is_small: bool,
        scrolls: bool,
    ) -> Element<'a, Message> {
        let (head, title, number, between) = if is_small {
            (15.0, 34.0, 15.0, 12.0)
        } else {
            (17.0, 56.0, 19.0, 26.0)
        };
        let said = match self.showing {
            Showing::First => words::cannot_wait().to_owned(),
            Showing::Again => words::you_answered_on(self.day(), self.today),
        };
        let head = row![
            icon(Icon::Siren, if is_small { 22.0 } else { 26.0 }),
            type_role::STRONG.with_size(head).text(said),
        ]
        .spacing(gap::S)
        .align_y(Center);
        let title = type_role::HERO
            .with_font(theme::font::BOLD)
            .with_size(title)
            .with_line(1.06)
            .text(words::emergency_lines());
        let number = type_role::LABEL
            .with_size(number)
            .text(self.numbers.as_str());
        let line = container(Space::new())
            .width(Fill)
            .height(line::HAIR)
            .style(theme::container::alarm_line);
        column![
            head,
            Space::new().height(if is_small { 10 } else { 16 }),
            title,
            Space::new().height(if is_small { 8 } else { 12 }),
            number,
            Space::new().height(between),
            line,
            Space::new().height(between),
            ticked(raised, is_small),
            Space::new().height(if is_small { 16 } else { 34 }),
            lines(raised, is_small),
            if scrolls {
                Space::new().height(gap::L)
            } else {
                space::vertical()
            },
            self.emergency_ways(is_small, scrolls),
        ]
        .into()
    }

    fn emergency_ways<'a>(&'a self, is_small: bool, scrolls: bool) -> Element<'a, Message> {
        let quiet = |label, message: Message| self.on_alarm(label, message, true);
        let mistake = quiet(words::by_mistake().to_owned(), Message::Change).icon(Icon::ArrowLeft);
        let next = self
            .next
            .map(|leg| quiet(words::now_the(leg), Message::Next).icon_after(Icon::ArrowRight));
        let other = self
            .other
            .map(|leg| quiet(words::result_of_the(leg), Message::Other));
        let end = self
            .is_in_session()
            .then(|| quiet(words::end_session().to_owned(), Message::BackToSession));
        let checked = self
            .can_be_checked()
            .then(|| quiet(words::it_was_checked().to_owned(), Message::ItWasChecked));
        let summary = self
            .on_alarm(words::save_summary().to_owned(), Message::Summarise, false)
            .icon(Icon::FileText);
        if scrolls {
            let ways = row![summary, checked, other, mistake, end, next];
            return ways.spacing(gap::XS).wrap().into();
        }
        let left = row![mistake, end, next].spacing(gap::XXS).align_y(Center);
        let right = row![other, checked, summary]
            .spacing(if is_small { 4 } else { 12 })
            .align_y(Center)
            .wrap();
        row![left, space::horizontal(), right]
            .align_y(Center)
            .into()
    }

    /// A button on the panel.
    fn on_alarm<'a>(&self, label: String, message: Message, is_quiet: bool) -> Button<'a, Message> {
        let button = button(label)
            .ringed_on_alarm()
            .initial_if(self.begins_on(&message))
            .on_press(message);
        if is_quiet {
            button.quiet().style(theme::button::alarm_quiet)
        } else {
            button.style(theme::button::alarm_outline)
        }
    }
}

/// What was ticked, and why it matters.
fn ticked<'a>(raised: &'a Raised, is_small: bool) -> Element<'a, Message> {
    let role = type_role::BODY.with_size(if is_small { 14.0 } else { 17.0 });
    let said = (!raised.ticked.is_empty()).then(|| {
        row![
            role.with_font(theme::font::BOLD).text(words::you_ticked()),
            role.text(words::ticked_first(&raised.ticked)).width(Fill),
        ]
        .spacing(gap::XS)
    });
    column![
        said,
        role.text(raised.why.as_str())
            .style(theme::text::on_alarm_soft),
    ]
    .into()
}

/// Two things to do at the left, two not to do at the right.
fn lines<'a>(raised: &'a Raised, is_small: bool) -> Element<'a, Message> {
    let column_of = |lines: &'a [Advice]| {
        let lines = lines.iter().take(LINES);
        column(lines.map(|line| alarm_line(line, is_small)))
            .spacing(if is_small { 10 } else { 24 })
            .width(Fill)
    };
    row![column_of(&raised.to_do), column_of(&raised.not_to_do)]
        .spacing(if is_small { 20 } else { 32 })
        .into()
}

fn alarm_line<'a>(line: &'a Advice, is_small: bool) -> Element<'a, Message> {
    let what = type_role::LABEL
        .with_size(if is_small { 15.0 } else { 19.0 })
        .text(line.what.as_str())
        .width(Fill);
    let mark = icon_of(line.kind);
    if is_small {
        return row![icon(mark, 20.0), what]
            .spacing(gap::S)
            .height(iced::Shrink)
            .align_y(Center)
            .into();
    }
    let ring = container(icon(mark, 22.0))
        .center(44)
        .style(theme::container::alarm_ring);
    row![ring, what].spacing(gap::M).align_y(Center).into()
}
