//! How the page of an exercise is drawn.

use iced::widget::{Column, button as press, column, container, row, space};
use iced::{Center, Element, Fill, Length, Padding};

use super::{DETAILS, ExercisePage, Link, Message, Shown};
use crate::app::control::{Kind, control};
use crate::app::screen::{Viewport, name, reading};
use crate::app::theme::size::{gap, line, radius};
use crate::app::theme::{self, Tone, type_role};
use crate::app::widget::page::Frame;
use crate::app::widget::{
    Backdrop, Icon, WindowSize, button, card, icon, photo, segmented, turntable,
};
use crate::settings::Motion;
use crate::side::Side;
use crate::words::{exercise as words, page as page_words, player};

/// The colour of the stage.
const TONE: Tone = Tone::Spruce;
/// How high the stage is where the page scrolls, in logical pixels.
const LOW_STAGE: f32 = 320.0;

impl ExercisePage {
    /// Draws the page.
    pub fn view<'a>(&'a self, viewport: &Viewport) -> Element<'a, Message> {
        let size = viewport.size();
        let back = button(self.back.as_ref())
            .quiet()
            .icon(Icon::ArrowLeft)
            .on_press(Message::Back);
        let frame = Frame::of(size);
        let head = self.head(viewport);
        let controls = self.controls();
        let details = self.details();
        let content: Element<'a, Message> = if size == WindowSize::Small {
            let stage = self.stage(viewport.motion, Length::Fixed(LOW_STAGE));
            let all = column![head, stage, controls, details].spacing(frame.gap);
            frame.scroll(all).id(DETAILS).into()
        } else {
            let width = if size == WindowSize::Large {
                440.0
            } else {
                372.0
            };
            let main =
                column![head, self.stage(viewport.motion, Fill), controls].spacing(frame.gap);
            frame.columns(
                frame.still_main(main),
                frame.aside(details).id(DETAILS),
                width,
            )
        };
        frame.page(back, content)
    }

    fn head<'a>(&'a self, viewport: &Viewport) -> Element<'a, Message> {
        let title = if viewport.size() == WindowSize::Small {
            type_role::TITLE_1.with_size(26.0)
        } else {
            type_role::TITLE_1
        };
        title.text(self.exercise.name.as_str()).into()
    }

    /// The figure, large and moving.
    fn stage<'a>(&'a self, motion: Motion, height: Length) -> Element<'a, Message> {
        let figure: Element<'a, Message> = match self.mannequin() {
            Some(mannequin) => turntable(mannequin, motion, Backdrop::Soft(TONE), Message::Turn),
            None => self.still(),
        };
        container(figure)
            .width(Fill)
            .height(height)
            // What a small part of the body stands on fills its picture: its corners stay inside the round ones.
            .padding(Padding::from([gap::S, gap::XXS]))
            .style(theme::container::soft(TONE, radius::PANEL))
            .into()
    }

    /// What stands on the stage where there is no figure.
    fn still<'a>(&'a self) -> Element<'a, Message> {
        let said = match &self.picture {
            Some(Shown::There(picture)) => {
                let line = picture.moves().then_some(player::picture_moves());
                let line = line.map(type_role::small);
                let shown = column![photo(picture), line];
                return shown.spacing(gap::XS).align_x(Center).into();
            }
            Some(Shown::Coming) => String::new(),
            Some(Shown::Refused(why)) => why.clone(),
            None => words::no_figure().to_owned(),
        };
        container(type_role::body(said)).center(Fill).into()
    }

    /// The side at work, and the way back from turning.
    fn controls<'a>(&'a self) -> Option<Element<'a, Message>> {
        let _ = self.mannequin()?;
        let sides = self.has_sides().then(|| {
            let sides = [Side::Left, Side::Right];
            row![
                type_role::small(words::working_side()).style(theme::text::soft),
                segmented(
                    words::working_side(),
                    sides.map(|side| (side, name::side(side))),
                    Some(self.side),
                    Message::Side,
                ),
            ]
            .spacing(gap::S)
            .align_y(Center)
        });
        let strut = space::vertical().height(line::CONTROL);
        let row = if self.is_turned() {
            let back = button(words::turn_back())
                .icon(Icon::RotateCcw)
                .on_press(Message::TurnBack);
            row![container(sides).width(Fill), back, strut]
        } else {
            let how = type_role::caption(words::turn_it()).style(theme::text::soft);
            row![sides, container(how).align_right(Fill), strut]
        };
        Some(row.spacing(gap::M).align_y(Center).into())
    }

    fn details<'a>(&'a self) -> Column<'a, Message> {
        let exercise = &*self.exercise;
        column![
            how(exercise),
            self.facts(),
            self.versions(),
            reading::leave_it(&exercise.leave_if, None),
            self.routines(),
            reading::sources(&exercise.sources),
            type_role::caption(page_words::not_a_diagnosis()).style(theme::text::faint),
        ]
        .spacing(gap::M)
    }

    fn facts<'a>(&'a self) -> Element<'a, Message> {
        let fact = |heading, text: &'a str| {
            column![
                type_role::strong(heading),
                type_role::small(text).style(theme::text::soft),
            ]
            .spacing(gap::XXXS)
            .width(Fill)
        };
        let targets =
            (!self.targets.is_empty()).then(|| fact(words::works_on(), self.targets.as_str()));
        card(row![targets, fact(words::you_need(), self.kit.as_str())].spacing(gap::M))
            .width(Fill)
            .into()
    }

    fn versions<'a>(&'a self) -> Option<Element<'a, Message>> {
        let version = |heading, link: &'a Option<Link>, message: Message| {
            let what: Element<'a, Message> = match link.as_ref()? {
                Link::Exercise(exercise) => self.way(exercise.name.as_str(), None, message),
                Link::Text(text) => type_role::small(text.as_str())
                    .style(theme::text::soft)
                    .into(),
            };
            Some(column![type_role::strong(heading), what].spacing(gap::XXXS))
        };
        let easier = version(words::easier(), &self.easier, Message::Easier);
        let harder = version(words::harder(), &self.harder, Message::Harder);
        if easier.is_none() && harder.is_none() {
            return None;
        }
        Some(
            card(column![easier, harder].spacing(gap::S))
                .width(Fill)
                .into(),
        )
    }

    fn routines<'a>(&'a self) -> Element<'a, Message> {
        let routines = self.part_of.iter().enumerate().map(|(index, part)| {
            let message = Message::Routine(index);
            self.way(part.name.as_str(), Some(&part.line), message)
        });
        let note = if self.part_of.is_empty() {
            Some(words::part_of_none().to_owned())
        } else {
            (self.more > 0).then(|| words::and_more(self.more))
        };
        card(
            column![
                type_role::strong(words::part_of()),
                column(routines).spacing(gap::XXXS),
                note.map(|note| type_role::small(note).style(theme::text::soft)),
            ]
            .spacing(gap::XS),
        )
        .width(Fill)
        .into()
    }

    /// A row that leads to another page.
    fn way<'a>(
        &'a self,
        name: &'a str,
        line: Option<&'a str>,
        message: Message,
    ) -> Element<'a, Message> {
        let line = line.map(|line| type_role::small(line).style(theme::text::soft));
        let face = press(
            row![
                column![type_role::label(name), line].width(Fill),
                icon(Icon::ChevronRight, 18.0).style(theme::text::soft),
            ]
            .spacing(gap::XS)
            .align_y(Center),
        )
        .width(Fill)
        .padding(Padding::from([gap::XS, gap::XS]))
        .style(|theme, status| {
            theme::button::rounded(theme::button::row(theme, status), radius::CONTROL)
        })
        .on_press(message);
        control(Kind::Button, face).radius(radius::CONTROL).into()
    }
}

/// How to take up the position, and what to think of.
fn how<'a>(exercise: &'a crate::exercise::Exercise) -> Option<Element<'a, Message>> {
    if exercise.setup.is_empty() && exercise.cues.is_empty() {
        return None;
    }
    let setup = (!exercise.setup.is_empty()).then(|| {
        column![
            type_role::strong(words::to_begin()),
            type_role::body(exercise.setup.as_str()).style(theme::text::soft),
        ]
        .spacing(gap::XXXS)
    });
    let cues = (!exercise.cues.is_empty()).then(|| {
        let lines = exercise.cues.iter().map(|cue| {
            row![
                icon(Icon::Check, 18.0).style(theme::text::primary),
                type_role::body(cue.as_str()).width(Fill),
            ]
            .spacing(gap::XS)
            .into()
        });
        column![
            type_role::strong(words::while_you_move()),
            column(lines).spacing(gap::XS)
        ]
        .spacing(gap::XXS)
    });
    Some(
        card(column![setup, cues].spacing(gap::S))
            .width(Fill)
            .into(),
    )
}
