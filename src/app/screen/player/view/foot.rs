//! The line at the foot of the player: what comes next, the transport, and the ways out.

use std::borrow::Cow;

use iced::alignment::Horizontal;
use iced::widget::{Space, column, container, row, space};
use iced::{Center, Element, Fill, Padding};

use super::{Drawing, quantity, shortened};
use crate::app::screen::name;
use crate::app::screen::player::showing::{Sight, next_work};
use crate::app::screen::player::{Message, PAUSE};
use crate::app::theme::size::{gap, line, radius};
use crate::app::theme::{self, Tone, type_role};
use crate::app::widget::button::{Button, Face};
use crate::app::widget::layer::faded;
use crate::app::widget::{
    Backdrop, Icon, Solid, button, figure, icon_button, photo, player_control,
};
use crate::figure::Beat as Pose;
use crate::routine::timeline::{SegmentKind, WorkSide};
use crate::words::{grammar, player as words};

/// A name of more characters than this takes the room of the line below it.
const LONG_NAME: usize = 36;
/// The longest name there is room for, in characters.
const LONGEST_NAME: usize = 54;

impl<'a> Drawing<'a> {
    pub(super) fn foot(&self) -> Element<'a, Message> {
        let scale = self.scale;
        let height = self.foot_height();
        let next = container(self.next()).width(Fill).align_y(Center);
        let gone = self.gone();
        if gone >= 1.0 {
            return container(next)
                .height(height)
                .center_y(height)
                .padding(Padding::ZERO.horizontal(scale.px(24.0)))
                .into();
        }
        // In a tile only what can be pressed has room.
        let next = (!self.is_tile()).then_some(next);
        let out = container(faded(self.ways_out(), gone)).align_x(Horizontal::Right);
        let line = container(Space::new())
            .width(Fill)
            .height(line::HAIR)
            .style(theme::container::line);

        column![
            line,
            row![next, faded(self.transport(), gone), out.width(Fill),]
                .spacing(gap::S)
                .align_y(Center)
                .height(height - 1.0)
                .padding(Padding::ZERO.horizontal(scale.px(24.0))),
        ]
        .into()
    }

    /// How high the foot is, in logical pixels.
    pub(super) fn foot_height(&self) -> f32 {
        self.scale.px(112.0)
    }

    fn next(&self) -> Element<'a, Message> {
        let scale = self.scale;
        let (small, strong) = if self.is_far() {
            (scale.px(18.0), scale.px(type_role::FAR_NEXT.size))
        } else {
            (scale.text(13.0), scale.px(15.0).max(14.0))
        };
        let caption = |size, text: Cow<'a, str>| {
            type_role::CAPTION
                .with_line(1.35)
                .exact(size, text)
                .style(theme::text::soft)
        };
        let Some(work) = next_work(self.playback.current()) else {
            let finish = &self.playback.current().segment().kind;
            let (head, line) = match finish {
                SegmentKind::Finish { .. } => (words::last_step(), words::nearly_there()),
                _ => (words::next(), words::stand_easy()),
            };
            return column![
                caption(small, head.into()),
                type_role::STRONG.with_line(1.3).exact(strong, line),
            ]
            .into();
        };
        let detail = match work.side {
            WorkSide::One(side) => grammar::list([name::side(side), &*quantity(work)]),
            WorkSide::Both | WorkSide::Alternating(_) => quantity(work),
        };
        let name = work.exercise.name.as_str();
        let is_long = name.chars().count() > LONG_NAME;
        let picture = (!self.is_small()).then(|| {
            let (width, height) = (scale.px(76.0), scale.px(64.0));
            let sight: Element<'a, Message> = match self.player.showing.next() {
                Some(Sight::Figure(mannequin)) => {
                    figure(mannequin, Pose::Key, Backdrop::Soft(Tone::Sky))
                }
                Some(Sight::Picture(file)) => match self.player.showing.picture(file) {
                    Some(Ok(picture)) => photo(picture),
                    Some(Err(_)) | None => space().into(),
                },
                None => space().into(),
            };
            container(sight)
                .width(width)
                .height(height)
                .padding(gap::XXS)
                .style(theme::container::soft(Tone::Sky, radius::ROW))
        });

        row![
            picture,
            column![
                caption(small, words::next().into()),
                type_role::STRONG
                    .with_line(1.3)
                    .exact(strong, shortened(name, LONGEST_NAME)),
                (!is_long).then(|| caption(small, detail.into())),
            ],
        ]
        .spacing(gap::S)
        .align_y(Center)
        .into()
    }

    fn transport(&self) -> Element<'a, Message> {
        let scale = self.scale;
        let hints = !self.is_small();
        let control = |face: Face<'a>, name, key, message: Message| {
            let control = player_control(scale, face, name).on_press(message);
            if hints { control.hint(key) } else { control }
        };
        let key = if self.is_counting() {
            words::enter_key()
        } else {
            words::space_key()
        };
        let (face, name) = if self.playback.current().is_running() {
            (Solid::Pause, words::pause())
        } else {
            (Solid::Play, words::resume())
        };

        row![
            control(
                Solid::Previous.into(),
                words::previous_step(),
                "P",
                Message::Previous
            ),
            control(face.into(), name, key, Message::PauseOrResume)
                .main()
                .id(PAUSE)
                .initial(),
            control(Solid::Next.into(), words::next_step(), "N", Message::Next),
            control(words::more().into(), words::more_time(), "+", Message::More),
        ]
        .spacing(scale.px(10.0))
        .align_y(Center)
        .into()
    }

    fn ways_out(&self) -> Element<'a, Message> {
        let (is_far, factor) = (self.is_far(), self.scale.factor());
        let sized = |button: Button<'a, Message>| match factor {
            _ if is_far => button.large().scaled(factor.max(1.0)),
            factor if factor > 1.2 => button.large(),
            _ => button,
        };
        let hurts = sized(
            button(words::hurts())
                .danger()
                .icon(Icon::Hand)
                .on_press(Message::Hurts),
        );
        let end: Element<'a, Message> = if self.is_small() {
            icon_button(Icon::Square, words::end())
                .outlined()
                .on_press(Message::End)
                .into()
        } else {
            sized(
                button(words::end())
                    .icon(Icon::Square)
                    .on_press(Message::End),
            )
            .into()
        };
        row![hurts, end]
            .spacing(self.scale.px(10.0))
            .align_y(Center)
            .into()
    }
}
