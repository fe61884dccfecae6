//! Marking: the list beside the diagram, the names over it, and the ways on.

use iced::widget::{Id, Space, button as press, column, container, pin, row, space, stack, text};
use iced::{Center, Element, Fill, Padding, Size, Theme};

use super::{KneeMap, Message};
use crate::app::screen::Surroundings;
use crate::app::theme::size::radius;
use crate::app::theme::{self, Look, Tokens, Tone, type_role};
use crate::app::widget::page::scroll;
use crate::app::widget::{
    Fit, Icon, Pointed, WindowSize, banner, button, card, choice_row, focus_ring,
};
use crate::knee::{Leg, PlaceId, View};
use crate::words::knee_map as words;

/// The list that scrolls.
pub const LIST: Id = Id::new("places");

/// How wide the name over a place is at most, in logical pixels.
const TIP_WIDTH: f32 = 230.0;
/// How high it is with two lines of anatomy.
const TIP_HEIGHT: f32 = 84.0;

impl KneeMap {
    pub(super) fn marking<'a>(&'a self, surroundings: &Surroundings) -> Element<'a, Message> {
        let look = surroundings.look;
        let is_small = surroundings.size() == WindowSize::Small;
        let rows = self
            .places()
            .into_iter()
            .map(|place| self.place_row(look, place));
        let list = column(rows).spacing(2);
        let list: Element<'a, Message> = if is_small {
            list.into()
        } else {
            scroll(list.padding(Padding::ZERO.right(10)))
                .id(LIST)
                .height(Fill)
                .into()
        };
        let everywhere = choice_row(look, words::WHOLE_KNEE)
            .check_box()
            .on(self.story().is_everywhere)
            .focused(self.focus.is_on(&Message::Everywhere))
            .on_press(Message::Everywhere);

        let panel = card(
            column![
                column![
                    type_role::title_3(look, words::CLICK_EVERY_SPOT),
                    type_role::small(look, words::OR_CHOOSE).style(theme::text::soft),
                ]
                .spacing(4)
                .padding(Padding::ZERO.horizontal(8)),
                list,
                everywhere,
            ]
            .spacing(12),
        )
        .padding(Padding::from([18, 16]))
        .width(Fill);
        let panel = if is_small { panel } else { panel.height(Fill) };

        let browse = button(look, words::BROWSE)
            .quiet()
            .small()
            .icon(Icon::BookOpen)
            .focused(self.focus.is_on(&Message::Browse))
            .on_press(Message::Browse);

        let go = (!is_small).then(|| self.go(look));
        column![panel, self.note(look), go, container(browse).center_x(Fill)]
            .spacing(12)
            .into()
    }

    /// The way on, which says what is missing.
    pub(super) fn go<'a>(&'a self, look: Look) -> Element<'a, Message> {
        let spots = self.spots();
        let label = if spots == 0 {
            words::MARK_ONE.to_owned()
        } else {
            words::continue_with(spots)
        };
        let go = button(look, label)
            .primary()
            .large()
            .wide()
            .icon_after(Icon::ArrowRight)
            .focused(self.focus.is_on(&Message::Continue))
            .on_press_maybe((spots > 0).then_some(Message::Continue));
        container(go).padding(Padding::ZERO.horizontal(3)).into()
    }

    /// The places of this view in reading order, those of the knee first.
    pub(super) fn places(&self) -> Vec<PlaceId> {
        let mut places = self.knowledge.diagram().reading_order(self.view, self.leg);
        places.sort_by_key(|place| !self.knowledge.place(*place).is_of_the_knee());
        places
    }

    /// How far down the list the keyboard is, from 0 to 1.
    pub fn reach(&self) -> Option<f32> {
        let places = self.places();
        let place = match self.focus.current(&self.stops()) {
            Some(Message::Toggle(place)) if self.focus.is_shown() => place,
            _ => self.pointed.filter(|pointed| pointed.by_key)?.place,
        };
        let index = places.iter().position(|known| *known == place)?;
        Some(index as f32 / places.len().saturating_sub(1).max(1) as f32)
    }

    /// That a knee should be looked at first, and the way to say that it was.
    pub(super) fn waiting_note<'a>(&'a self, look: Look) -> Option<Element<'a, Message>> {
        if self.waiting.is_empty() {
            return None;
        }
        let checked = button(look, words::IT_WAS_CHECKED)
            .small()
            .focused(self.focus.is_on(&Message::Checked))
            .on_press(Message::Checked);
        let note = banner(look, Tone::Ember, Icon::OctagonAlert, words::CHECKED_FIRST)
            .line(words::WAITING_LINE)
            .actions(checked);
        Some(note.into())
    }

    /// Where the map ends, or that what matters most is asked first.
    fn note<'a>(&'a self, look: Look) -> Element<'a, Message> {
        let place = |id: &PlaceId| self.knowledge.place(*id);
        let outside = self
            .story()
            .marks
            .iter()
            .rev()
            .find(|id| !place(id).is_of_the_knee());
        let Some(outside) = outside else {
            return banner(
                look,
                Tone::Sun,
                Icon::TriangleAlert,
                words::SOMETHING_HAPPENED,
            )
            .into();
        };
        let title = if matches!(
            *outside,
            PlaceId::ShinAnterior | PlaceId::ShinMedial | PlaceId::ShinLateral
        ) {
            words::MAP_ENDS_AT_SHIN
        } else {
            words::MAP_ENDS_AT_THIGH
        };
        let mut note = banner(look, Tone::Sky, Icon::Info, title);
        if let Some(nearest) = place(outside).nearest_of_the_knee() {
            note = note.line(words::nearest(&place(&nearest).name));
            if !self.story().marks.contains(&nearest) {
                let mark = Message::Toggle(nearest);
                note = note.actions(
                    button(look, words::MARK_NEAREST)
                        .small()
                        .focused(self.focus.is_on(&mark))
                        .on_press(mark),
                );
            }
        }
        note.into()
    }

    fn place_row<'a>(&'a self, look: Look, id: PlaceId) -> Element<'a, Message> {
        let place = self.knowledge.place(id);
        let number = self.story().marks.iter().position(|mark| *mark == id);
        let is_pointed = self.pointed.is_some_and(|pointed| pointed.place == id);
        let lead = match number {
            Some(index) => container(
                type_role::STRONG
                    .with_size(14.0)
                    .text(look, (index + 1).to_string()),
            )
            .center(24)
            .style(|theme: &Theme| {
                container::Style::default()
                    .background(Tokens::of(theme).knee_accent)
                    .color(iced::Color::WHITE)
                    .border(iced::border::rounded(radius::FULL))
            }),
            None => container(Space::new()).center(24).style(|theme: &Theme| {
                container::Style::default().border(iced::Border {
                    color: Tokens::of(theme).control,
                    width: 2.0,
                    radius: radius::FULL.into(),
                })
            }),
        };
        let role = if number.is_some() || is_pointed {
            type_role::STRONG
        } else {
            type_role::LABEL
        };
        let names = column![
            role.text(look, place.name.as_str()),
            type_role::caption(look, place.anatomical.as_str()).style(theme::text::soft),
        ];
        let style = move |theme: &Theme, status: press::Status| {
            let tokens = Tokens::of(theme);
            let mut style = theme::button::row(theme, status);
            let tone = match (number, is_pointed) {
                (Some(_), _) => Some(Tone::Sky),
                (None, true) => Some(Tone::Spruce),
                (None, false) => None,
            };
            if let Some(tone) = tone {
                style.background = Some(tokens.hue(tone).soft.into());
                style.text_color = tokens.hue(tone).on_soft;
            }
            theme::button::rounded(style, radius::ROW)
        };
        let toggle = Message::Toggle(id);
        focus_ring(
            self.focus.is_on(&toggle),
            radius::ROW,
            press(row![lead, names].spacing(12).align_y(Center))
                .width(Fill)
                .padding(Padding::from([7, 12]))
                .style(style)
                .on_press(toggle),
        )
    }

    /// The name of a place beside it: in plain words, and as anatomists call it.
    pub(super) fn tip<'a>(
        &'a self,
        surroundings: &Surroundings,
        pointed: Pointed,
        room: Size,
    ) -> Element<'a, Message> {
        let place = self.knowledge.place(pointed.place);
        let fit = Fit::within(room);
        let anchor = self
            .knowledge
            .diagram()
            .anchor(self.view, self.leg, pointed.place)
            .map_or(iced::Point::ORIGIN, |anchor| fit.place(anchor));
        let look = surroundings.look;
        let words = column![
            type_role::strong(look, place.name.as_str()),
            type_role::caption(look, place.anatomical.as_str()),
        ]
        .spacing(2);
        let tip = container(words)
            .padding(Padding::from([9, 14]))
            .max_width(TIP_WIDTH)
            .style(theme::container::tooltip);
        // Beside the place, on the side with more room, and never over it.
        let beside = 26.0;
        let x = if anchor.x + beside + TIP_WIDTH <= room.width {
            anchor.x + beside
        } else {
            (anchor.x - beside - TIP_WIDTH).max(0.0)
        };
        let below = anchor.y + beside;
        let y = if below + TIP_HEIGHT <= room.height {
            below
        } else {
            anchor.y - TIP_HEIGHT
        };
        pin(tip).x(x).y(y.max(0.0)).into()
    }
}

/// The diagram with what lies on either side of it, as the person sees it.
pub(super) fn labelled<'a>(
    look: Look,
    view: View,
    leg: Leg,
    diagram: Element<'a, Message>,
) -> Element<'a, Message> {
    let (right_leg_left, right_leg_right) = match view {
        View::Front => (words::OUTER, words::INNER),
        View::Back => (words::INNER, words::OUTER),
        View::Lateral => (words::BACK_VIEW, words::FRONT),
        View::Medial => (words::FRONT, words::BACK_VIEW),
    };
    let (left, right) = match leg {
        Leg::Right => (right_leg_left, right_leg_right),
        Leg::Left => (right_leg_right, right_leg_left),
    };
    let side = |label: &'static str| -> text::Text<'a, Theme, iced::Renderer> {
        type_role::small(look, label).style(theme::text::soft)
    };
    stack![
        container(row![side(left), space::horizontal(), side(right)])
            .width(Fill)
            .center_y(Fill),
        diagram,
    ]
    .into()
}
