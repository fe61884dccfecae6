//! One question, beside the place it is about.

use iced::widget::{Space, column, container, row, space};
use iced::{Center, Element, Fill, Padding, Size};

use super::about::{next_button, page_card};
use super::choice::{Choice, Lead, choice};
use super::drawing::{from_where, knee_name};
use super::keyboard::ANSWERS;
use super::seen::place_of;
use super::{Drawing, KneeMap, Message, index_of};
use crate::app::screen::Viewport;
use crate::app::theme::size::gap;
use crate::app::theme::{self, type_role};
use crate::app::widget::page::{Room, filling, scroll};
use crate::app::widget::{Gesture, Icon, KneeDiagram, Outlines, Section, WindowSize, card, icon};
use crate::knee::Key;
use crate::side::Side;
use crate::words::knee_map as words;

/// How wide the card with the drawing is, in logical pixels.
const SMALL: f32 = 300.0;
const MEDIUM: f32 = 468.0;
const LARGE: f32 = 620.0;
/// How wide the answers are at least beside it.
const ANSWERS_BESIDE: f32 = 300.0;
/// In less room, in logical pixels, the drawing stands below the answers and the page scrolls.
const LEAST: Size = Size::new(600.0, 380.0);
/// How high the drawing is then.
const PLACE_BELOW: f32 = 320.0;
/// The height of the joint, in view-box units.
const MIDDLE: f32 = 390.0;

impl KneeMap {
    pub(super) fn question<'a>(
        &'a self,
        leg: Side,
        key: Key,
        viewport: &Viewport,
    ) -> Element<'a, Message> {
        let viewport = *viewport;
        filling(LEAST, move |room| match room {
            Room::Enough(size) => {
                let width = match viewport.size() {
                    WindowSize::Small => SMALL,
                    WindowSize::Medium => MEDIUM,
                    WindowSize::Large => LARGE,
                };
                let width = width.min(size.width - gap::M - ANSWERS_BESIDE);
                row![
                    container(self.place_card(leg, key, &viewport)).width(width),
                    self.question_card(leg, key, &viewport, room),
                ]
                .spacing(gap::M)
                .into()
            }
            Room::Little(_) => column![
                self.question_card(leg, key, &viewport, room),
                container(self.place_card(leg, key, &viewport)).height(PLACE_BELOW),
            ]
            .spacing(gap::S)
            .into(),
        })
    }

    /// The drawing with the place of the question, or with the marks where it has none.
    fn place_card<'a>(&'a self, leg: Side, key: Key, viewport: &Viewport) -> Element<'a, Message> {
        let is_small = viewport.size() == WindowSize::Small;
        let lit = place_of(key).map(|(place, _)| place);
        let drawing = Drawing {
            view: self.view,
            leg,
            layer: self.layer(),
        };
        let place = lit.or_else(|| self.stories[index_of(leg)].marks.first().copied());
        let anchor = place.and_then(|place| {
            let diagram = self.knowledge.diagram();
            diagram.anchor(self.view, leg, place)
        });
        let mut knee = KneeDiagram {
            section: Section::around(anchor.map_or(MIDDLE, |anchor| anchor.y)),
            outlines: Outlines::Never,
            lit,
            ..self.knee(drawing, viewport)
        };
        if lit.is_some() {
            knee.marked = &[];
        }
        let picture = self.watched(knee, drawing, None::<fn(Gesture) -> Message>);
        let seen = words::caption(knee_name(leg), from_where(self.view));
        let above = row![
            container(type_role::SMALL.with_font(theme::font::MEDIUM).text(seen)).width(Fill),
            (!is_small).then(|| self.layers()),
        ]
        .align_y(Center);
        let below = lit.map(|place| {
            let place = self.knowledge.place(place);
            container(
                column![
                    type_role::SMALL
                        .with_font(theme::font::SEMIBOLD)
                        .with_line(1.3)
                        .text(place.name.as_str()),
                    type_role::CAPTION.with_line(1.3).text(place.hint.as_str()),
                ]
                .spacing(gap::XXXS),
            )
            .padding([gap::XS, gap::S])
            .style(theme::container::tooltip)
        });
        let marks = lit
            .is_none()
            .then(|| type_role::caption(self.marked_names(leg)).style(theme::text::soft));
        card(column![above, container(picture).height(Fill), below, marks].spacing(gap::XS))
            .style(theme::container::panel)
            .padding(gap::M)
            .width(Fill)
            .height(Fill)
            .into()
    }

    fn question_card<'a>(
        &'a self,
        leg: Side,
        key: Key,
        viewport: &Viewport,
        room: Room,
    ) -> Element<'a, Message> {
        let is_small = viewport.size() == WindowSize::Small;
        let question = self.knowledge.question(key);
        let said = self.stories[index_of(leg)].said(key);
        let size = if is_small { 22.0 } else { 28.0 };
        let why = if is_small {
            type_role::SMALL
        } else {
            type_role::BODY
        };
        let answers = ANSWERS
            .into_iter()
            .zip([words::yes(), words::no(), words::not_sure()])
            .enumerate()
            .map(|(index, (answer, title))| {
                let message = Message::Answer(answer);
                choice(Choice {
                    lead: Lead::Circle,
                    title,
                    line: None,
                    key: Some((index + 1).to_string()),
                    is_on: said == Some(answer),
                    is_large: !is_small,
                    message,
                })
            });
        let how = question.how.as_ref().map(|how| {
            container(
                row![
                    icon(Icon::Hand, 20.0).style(theme::text::primary),
                    type_role::small(how.as_str()).width(Fill),
                ]
                .spacing(gap::S),
            )
            .padding([gap::S, gap::S])
            .style(theme::container::well)
        });
        let below = |height: f32| Space::new().height(height);
        let body = column![
            type_role::QUESTION
                .with_size(size)
                .with_line(1.2)
                .text(question.ask.as_str()),
            below(8.0),
            why.text(question.why.as_str()).style(theme::text::soft),
            how.map(|how| column![below(if is_small { 10.0 } else { 16.0 }), how]),
            below(if is_small { 10.0 } else { 18.0 }),
            column(answers).spacing(gap::XS),
        ]
        .padding(Padding::from([gap::XXS, gap::XXS]));
        let next = next_button(words::next(), is_small).on_press_maybe(said.map(|_| Message::Next));
        let foot = row![self.back(), space::horizontal(), next]
            .align_y(Center)
            .padding(Padding::ZERO.horizontal(gap::XXS));
        match room {
            Room::Enough(_) => page_card(
                column![scroll(body).width(Fill).height(Fill), foot].spacing(gap::XS),
                is_small,
            ),
            Room::Little(_) => page_card(column![body, foot].spacing(gap::XS), is_small),
        }
    }
}
