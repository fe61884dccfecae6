//! Which knee hurts: the first page, every time.

use iced::widget::{button as press, column, container, row, space};
use iced::{Center, Element, Fill, Padding, Theme};

use super::drawing::{knee_name, link};
use super::{Drawing, KneeMap, Message};
use crate::app::control::{Kind, control};
use crate::app::screen::Viewport;
use crate::app::theme::size::{gap, radius};
use crate::app::theme::{self, Tokens, type_role};
use crate::app::widget::{
    Gesture, Icon, KneeDiagram, Outlines, Section, WindowSize, icon, key_cap,
};
use crate::knee::View;
use crate::side::Side;
use crate::words::knee_map as words;

impl KneeMap {
    pub(super) fn which<'a>(&'a self, viewport: &Viewport) -> Element<'a, Message> {
        let is_small = viewport.size() == WindowSize::Small;
        let both = row![
            icon(Icon::Layers2, 20.0),
            column![
                type_role::label(words::both_knees()),
                type_role::caption(words::both_knees_line()).style(theme::text::soft),
            ]
            .width(Fill),
            key_cap(words::both_key()),
        ]
        .spacing(gap::S)
        .align_y(Center);
        let both = press(both)
            .width(Fill)
            .padding([gap::XS, gap::M])
            .style(theme::button::choice)
            .on_press(Message::BothKnees);
        let both = control(Kind::Button, both)
            .name(words::both_knees())
            .radius(radius::ROW);
        let own = if is_small {
            words::your_own_sides()
        } else {
            words::your_own_sides_and_keys()
        };
        column![
            row![
                self.leg_card(Side::Left, viewport),
                self.leg_card(Side::Right, viewport),
            ]
            .spacing(if is_small { 12 } else { 16 })
            .height(Fill),
            both,
            row![
                type_role::small(own).style(theme::text::soft),
                space::horizontal(),
                link(words::browse(), Message::Browse),
            ]
            .align_y(Center),
        ]
        .spacing(gap::S)
        .into()
    }

    /// A card is one leg, so that nobody has to think about mirrors.
    fn leg_card<'a>(&'a self, leg: Side, viewport: &Viewport) -> Element<'a, Message> {
        let drawing = Drawing {
            view: View::Front,
            leg,
            layer: self.layer(),
        };
        let knee = KneeDiagram {
            section: Section::CARD,
            fills_room: true,
            outlines: Outlines::Never,
            marked: &[],
            ..self.knee(drawing, viewport)
        };
        let picture = self.watched(knee, drawing, None::<fn(Gesture) -> Message>);
        let well = container(picture).height(Fill).style(|theme: &Theme| {
            container::Style::default()
                .background(Tokens::of(theme).sunken)
                .border(iced::border::rounded(radius::CARD))
        });
        let key = match leg {
            Side::Left => words::left_key(),
            Side::Right => words::right_key(),
        };
        let name = row![
            type_role::title_2(knee_name(leg)),
            space::horizontal(),
            key_cap(key),
        ]
        .align_y(Center);
        let message = Message::Side(leg);
        let face = press(column![well, name].spacing(gap::S))
            .width(Fill)
            .height(Fill)
            .padding(Padding::from(gap::M))
            .style(|theme, status| {
                theme::button::rounded(theme::button::card(theme, status), radius::PANEL)
            })
            .on_press(message);
        control(Kind::Button, face)
            .name(knee_name(leg))
            .radius(radius::PANEL)
            .into()
    }
}
