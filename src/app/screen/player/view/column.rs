//! The column at the right of the player: the side, the name, the ring, and what is below it.

use std::time::Duration;

use iced::alignment::Horizontal;
use iced::mouse::Interaction;
use iced::widget::{Space, column, container, mouse_area, row, space};
use iced::{Center, Element, Fill};

use super::{Drawing, quantity};
use crate::app::screen::name;
use crate::app::screen::player::showing::{lit_sides, named, next_work};
use crate::app::screen::player::{Message, RING_FRAME};
use crate::app::theme::size::gap;
use crate::app::theme::{self, type_role};
use crate::app::widget::{
    Beat, Count, Icon, Ring, button, countdown, countdown_ring, side_switch, tempo_bar,
};
use crate::routine::timeline::{SegmentKind, Work};
use crate::session::Repetition;
use crate::side::Side;
use crate::words::{exercise, player as words, time};

/// The three last seconds in which the ring beats.
const LAST_SECONDS: Duration = Duration::from_secs(3);
/// How wide the ring is as designed, and where it is read from afar.
const RING: f32 = 318.0;
const FAR_RING: f32 = 346.0;
/// How long one beat of the ring lasts, in seconds.
const BEAT: f32 = 0.35;

impl<'a> Drawing<'a> {
    pub(super) fn right(&self) -> Element<'a, Message> {
        let scale = self.scale;
        let head = column![self.sides(), self.name(), self.subtitle()]
            .spacing(scale.px(12.0))
            .align_x(Center)
            .width(Fill);

        column![
            // A strut keeps the ring in its place, whether the head has two lines or four.
            row![head, space().height(scale.px(150.0))],
            space::vertical(),
            self.ring(),
            space::vertical(),
            container(self.below_ring())
                .center_x(Fill)
                .center_y(scale.px(62.0).max(50.0)),
        ]
        .width(scale.px(if self.is_tile() { 320.0 } else { 396.0 }))
        .align_x(Center)
        .into()
    }

    /// The work being done or led to, unless there is none or it is being rested from.
    pub(super) fn work(&self) -> Option<&'a Work> {
        match self.playback.current().segment().kind {
            SegmentKind::Rest | SegmentKind::Finish { .. } => None,
            _ => self.playback.current().work(),
        }
    }

    fn sides(&self) -> Option<Element<'a, Message>> {
        let lit = lit_sides(self.playback.current(), self.work()?, self.position)?;
        let sides = [Side::Left, Side::Right].map(|side| name::side_capitals(side).into());
        let role = if self.is_far() {
            type_role::FAR_SIDE
        } else {
            type_role::SIDE
        };
        Some(side_switch(
            self.scale,
            self.tone(),
            role,
            sides.into_iter().zip(lit),
        ))
    }

    fn name(&self) -> Element<'a, Message> {
        let name: &str = match self.work() {
            Some(work) => &work.exercise.name,
            None => match self.playback.current().segment().kind {
                SegmentKind::Rest => words::rest(),
                _ => words::stand_easy(),
            },
        };
        // Letters get smaller before lines get many.
        let far = type_role::FAR_NAME.size;
        let size = match name.chars().count() {
            0..=12 if self.is_far() => far * self.context.text,
            13..=18 if self.is_far() => far,
            // What would need a second line does not grow with the text.
            0..=16 => type_role::STEP_NAME.size * self.context.text,
            17..=22 => type_role::STEP_NAME.size,
            23..=40 => 31.0,
            41..=80 => 24.0,
            _ => 18.5,
        };
        type_role::STEP_NAME
            .exact(self.scale.text(size), name)
            .align_x(Horizontal::Center)
            .width(Fill)
            .into()
    }

    /// What follows a rest, or which set this is.
    fn subtitle(&self) -> Option<Element<'a, Message>> {
        // From afar the set stands above, and the stage says what follows.
        if self.is_far() && !self.is_counting() {
            return None;
        }
        let line = match self.work() {
            Some(work) => {
                let set = (work.sets > 1).then(|| words::set_of(work.set, work.sets));
                words::set_and_hint(set, self.is_counting())?
            }
            None => {
                let next = next_work(self.playback.current())?;
                words::then_exercise(&named(next))
            }
        };
        Some(
            type_role::BODY
                .with_line(1.25)
                .exact(self.scale.text(22.0), line)
                .style(theme::text::soft)
                .align_x(Horizontal::Center)
                .width(Fill)
                .into(),
        )
    }

    fn ring(&self) -> Element<'a, Message> {
        let scale = self.scale;
        let (number, note) = self.numbers();
        let middle = column![
            countdown(scale, number),
            self.tempo_word(),
            type_role::COUNTDOWN_NOTE
                .exact(scale.text(type_role::COUNTDOWN_NOTE.size), note)
                .style(theme::text::soft),
        ]
        .spacing(scale.px(if self.is_far() { 6.0 } else { 14.0 }))
        .align_x(Center);
        let beat = if self.is_still() { 0.0 } else { self.beat() };
        let ring = countdown_ring(
            Ring {
                diameter: scale.px(if self.is_far() { FAR_RING } else { RING }),
                ..Ring::player(scale, self.tone(), self.count(), beat)
            },
            middle,
        );
        if self.is_counting() {
            mouse_area(ring)
                .on_press(Message::CountRepetition)
                .interaction(Interaction::Pointer)
                .into()
        } else {
            ring
        }
    }

    /// The part of a repetition that runs, in the ring, where it is read from afar.
    fn tempo_word(&self) -> Option<Element<'a, Message>> {
        let repetition = self.position.repetition.filter(|_| self.is_far())?;
        let part = repetition.part()?;
        let phases = self.phases();
        let word = phases.get(part).copied()?;
        let role = type_role::FAR_TEMPO;
        Some(
            role.exact(self.scale.px(role.size), word)
                .style(theme::text::tone(self.tone()))
                .into(),
        )
    }

    /// The words for the parts of a repetition.
    fn phases(&self) -> [&'a str; 3] {
        self.work().map_or(exercise::tempo_parts(), |work| {
            exercise::phases(&work.exercise)
        })
    }

    /// Whether repetitions are being counted at one's own pace.
    pub(super) fn is_counting(&self) -> bool {
        self.playback.current().is_running()
            && matches!(self.position.repetition, Some(Repetition::OwnPace { .. }))
    }

    /// The large number, and the line below it.
    fn numbers(&self) -> (String, String) {
        let segment = self.playback.current().segment();
        let left = {
            let seconds = time::seconds_left(self.position.left);
            if seconds >= 60 {
                time::clock_left(self.position.left)
            } else {
                seconds.to_string()
            }
        };
        match (&segment.kind, self.position.repetition) {
            (_, Some(Repetition::Timed { number, count, .. })) => {
                ((number + 1).to_string(), words::of(&count.to_string()))
            }
            (_, Some(Repetition::OwnPace { done, count, .. })) => {
                (done.to_string(), words::of(&count.to_string()))
            }
            (
                SegmentKind::GetReady { .. }
                | SegmentKind::Move { .. }
                | SegmentKind::Switch { .. },
                None,
            ) => {
                let what = self.work().map(quantity);
                (
                    left,
                    what.map(|what| words::then(&what)).unwrap_or_default(),
                )
            }
            _ => (left, words::of(&time::spoken(segment.length))),
        }
    }

    fn count(&self) -> Count {
        match self.position.repetition {
            Some(Repetition::Timed {
                number,
                count,
                within,
                each,
                ..
            }) => Count::Reps {
                count,
                current: number,
                fraction: if self.is_still() {
                    0.0
                } else {
                    fraction(stepped(within), each)
                },
            },
            Some(Repetition::OwnPace { done, count, .. }) => Count::Reps {
                count,
                current: done,
                fraction: 0.0,
            },
            None => {
                let left = if self.is_still() {
                    Duration::from_secs(time::seconds_left(self.position.left))
                } else {
                    stepped(self.position.left)
                };
                Count::Timed {
                    fraction_left: fraction(left, self.playback.current().segment().length)
                        .min(1.0),
                }
            }
        }
    }

    /// How strongly the ring beats: on each of the last three seconds, then fading.
    fn beat(&self) -> f32 {
        let left = stepped(self.position.left);
        let is_running = self.playback.current().is_running();
        if !is_running || left.is_zero() || left > LAST_SECONDS {
            return 0.0;
        }
        let since = 1.0 - left.as_secs_f32().fract();
        let since = if since >= 1.0 { 0.0 } else { since };
        (1.0 - since / BEAT).max(0.0)
    }

    fn below_ring(&self) -> Element<'a, Message> {
        let quiet = |label, icon, message: Message| {
            let button = button(label).quiet().on_press(message);
            // Two of them do not fit beside each other in a small window with their icons.
            if self.is_small() {
                button
            } else {
                button.icon(icon)
            }
        };
        if !self.playback.current().is_running() {
            let easier = self
                .playback
                .has_easier()
                .then(|| quiet(words::easier(), Icon::Feather, Message::Easier));
            return row![
                quiet(words::restart(), Icon::RotateCcw, Message::Restart),
                easier
            ]
            .spacing(gap::XS)
            .wrap()
            .into();
        }
        match self.position.repetition {
            Some(Repetition::OwnPace { .. }) => button(words::step_done())
                .primary()
                .large()
                .icon(Icon::Check)
                .on_press(Message::Done)
                .into(),
            Some(
                repetition @ Repetition::Timed {
                    parts: Some(parts), ..
                },
            ) if !self.is_far() => {
                let phases = self.phases();
                let beats = phases
                    .into_iter()
                    .zip(parts)
                    .filter(|(_, part)| !part.is_zero())
                    .map(|(word, part)| Beat {
                        word: word.into(),
                        time: time::part(part).into(),
                        seconds: part.as_secs_f32(),
                    });
                // A part of no length has no cell.
                let running = repetition.part().map(|running| {
                    parts[..running]
                        .iter()
                        .filter(|part| !part.is_zero())
                        .count()
                });
                tempo_bar(self.scale, self.tone(), beats, running)
            }
            Some(Repetition::Timed { .. }) | None => Space::new().into(),
        }
    }
}

/// The ring moves ten times a second, even while the figure needs more.
fn stepped(time: Duration) -> Duration {
    const STEP: u128 = RING_FRAME.as_nanos();
    let steps = (time.as_nanos() / STEP) as u32;
    RING_FRAME * steps
}

fn fraction(part: Duration, whole: Duration) -> f32 {
    if whole.is_zero() {
        0.0
    } else {
        part.as_secs_f32() / whole.as_secs_f32()
    }
}
