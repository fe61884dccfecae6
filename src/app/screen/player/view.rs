//! Drawing the player while a session is on.

use std::borrow::Cow;
use std::time::Duration;

use iced::alignment::Horizontal;
use iced::widget::text::Wrapping;
use iced::widget::{Space, column, container, image, row, space, stack, svg};
use iced::{Center, ContentFit, Element, Fill, Padding};

use super::showing::{Canvas, Sight, next_work};
use super::{Layer, Message, Outside, Player, overlay};
use crate::app::screen::name;
use crate::app::theme::size::radius;
use crate::app::theme::{self, Look, Tone, type_role};
use crate::app::widget::layer::{Toast, with_toast};
use crate::app::widget::{
    Backdrop, Beat, Count, Icon, PlayerScale, Ring, Solid, WindowSize, button, countdown,
    countdown_ring, figure, icon, icon_button, player_control, side_switch, stage, step_bar,
    tempo_bar,
};
use crate::exercise::Side;
use crate::figure::Beat as Pose;
use crate::routine::item::Easier;
use crate::routine::timeline::{Pace, SegmentKind, Version, Work, WorkSide};
use crate::session::{Position, Repetition};
use crate::words::{player as words, time};

/// The three last seconds in which the ring beats.
const LAST_SECONDS: Duration = Duration::from_secs(3);
/// How long one beat of the ring lasts, in seconds.
const BEAT: f32 = 0.35;

pub(super) fn view<'a>(player: &'a Player, outside: &Outside) -> Element<'a, Message> {
    let drawing = Drawing {
        player,
        position: player.position(),
        scale: PlayerScale::of_window(outside.surroundings.window),
        size: outside.surroundings.size(),
        look: outside.surroundings.look,
        outside: *outside,
    };
    let screen = drawing.screen();

    match player.layer {
        Layer::None => {
            let toast = player
                .undo
                .map(|undo| Toast::new(words::jumped(undo.to)).action(words::UNDO, Message::Undo));
            with_toast(drawing.look, screen, toast)
        }
        Layer::Hurts => overlay::hurts(player, drawing.look, screen),
        Layer::Keys => overlay::keys(player, drawing.look, screen),
        Layer::End => overlay::end(player, drawing.look, screen),
    }
}

/// What every part of the screen is drawn from.
struct Drawing<'a> {
    player: &'a Player,
    position: Position,
    scale: PlayerScale,
    size: WindowSize,
    look: Look,
    outside: Outside,
}

impl<'a> Drawing<'a> {
    fn screen(&self) -> Element<'a, Message> {
        let side = self.scale.px(24.0);
        container(column![
            self.top(),
            container(self.progress()).padding(Padding::ZERO.horizontal(side)),
            row![self.stage(), self.right()]
                .spacing(side)
                .height(Fill)
                .padding(Padding::from([self.scale.px(18.0), side]).top(self.scale.px(12.0))),
            self.foot(),
        ])
        .width(Fill)
        .height(Fill)
        .into()
    }

    /// Whether the window is too narrow for extras.
    fn is_small(&self) -> bool {
        self.size == WindowSize::Small
    }

    /// The hue of the state.
    fn tone(&self) -> Tone {
        if !self.player.session.is_running() {
            return Tone::Slate;
        }
        match self.player.session.segment().kind {
            SegmentKind::GetReady { .. }
            | SegmentKind::Switch { .. }
            | SegmentKind::Move { .. } => Tone::Sun,
            SegmentKind::Work(_) | SegmentKind::Finish { .. } => Tone::Spruce,
            SegmentKind::Rest => Tone::Sky,
        }
    }

    // The line at the top.

    fn top(&self) -> Element<'a, Message> {
        let scale = self.scale;
        let session = &self.player.session;
        let timeline = session.timeline();
        let steps = timeline.numbered_steps();
        let step = session.step_index() + 1;
        let which = if step <= steps {
            words::step_of(step, steps)
        } else {
            words::FINISH.to_owned()
        };
        let times = scale.px(16.0).max(14.0);

        row![
            column![
                type_role::STRONG
                    .with_line(1.25)
                    .exact(scale.px(16.0).max(15.0), self.player.title()),
                type_role::SMALL
                    .with_line(1.3)
                    .exact(scale.px(14.0).max(13.0), which)
                    .style(theme::text::soft),
            ]
            .width(Fill),
            row![
                type_role::BODY
                    .exact(times, words::done(&time::clock(self.position.elapsed)))
                    .style(theme::text::soft)
                    .wrapping(Wrapping::None),
                type_role::STRONG
                    .exact(
                        times,
                        words::left(&time::clock_left(self.position.remaining))
                    )
                    .wrapping(Wrapping::None),
            ]
            .spacing(scale.px(18.0)),
            (!self.player.is_idle()).then(|| self.tools()),
        ]
        .spacing(scale.px(16.0))
        .align_y(Center)
        // The bar of steps below reaches six pixels up, to be easier to hit.
        .height(scale.px(64.0).max(52.0) - 6.0)
        .padding(Padding::ZERO.horizontal(scale.px(24.0)))
        .into()
    }

    fn tools(&self) -> Element<'a, Message> {
        let look = self.look;
        let size = 22.0 * self.scale.factor().min(1.3);
        let tool = |icon, name, message: Message| {
            icon_button(look, icon, name)
                .icon_size(size)
                .focused(self.player.focus.is_on(&message))
                .on_press(message)
        };
        let mute = if self.outside.is_muted {
            tool(Icon::VolumeX, words::UNMUTE, Message::Mute).on(true)
        } else {
            tool(Icon::Volume2, words::MUTE, Message::Mute)
        };
        let screen = if self.player.is_full_screen {
            tool(
                Icon::Minimize,
                words::LEAVE_FULL_SCREEN,
                Message::FullScreen,
            )
        } else {
            tool(Icon::Maximize, words::FULL_SCREEN, Message::FullScreen)
        };
        let keys = (!self.is_small()).then(|| tool(Icon::Keyboard, words::KEYS, Message::Keys));
        row![mute, screen, keys].spacing(4).into()
    }

    fn progress(&self) -> Element<'a, Message> {
        let session = &self.player.session;
        let timeline = session.timeline();
        let strips = &self.player.strips;
        let step = session.step_index();
        let current = strips
            .iter()
            .rposition(|strip| strip.step <= step)
            .unwrap_or(0);
        let first = strips.get(current).map_or(0, |strip| strip.step);
        let start = timeline.steps()[first].segments.start;
        let begun = timeline.segments()[start].start;
        let length = strips
            .get(current)
            .map_or(1.0, |strip| strip.seconds.max(0.001));
        // Whole seconds: the bar need not be painted more often than the countdown.
        let spent = self.position.elapsed.saturating_sub(begun).as_secs();
        let fraction = spent as f32 / length;

        step_bar(
            self.scale,
            strips,
            current,
            fraction,
            self.tone(),
            Message::JumpTo,
        )
    }

    // The stage.

    fn stage(&self) -> Element<'a, Message> {
        let (icon, word) = self.state();
        let (cue, index, count) = self.cue();
        let stage = stage(self.scale, self.tone(), icon, word, self.sight())
            .cue(cue, index, count)
            .flashing(self.player.flash_until.is_some() && self.is_silent());
        let note = self.outside.is_silent.then(|| self.silence());
        stack![stage, note].clip(true).into()
    }

    /// Says why nothing is heard, in the corner of the stage for as long as that is so.
    fn silence(&self) -> Element<'a, Message> {
        let scale = self.scale;
        let note = container(
            row![
                icon(Icon::VolumeX, scale.px(18.0).max(16.0)),
                type_role::SMALL.exact(scale.text(14.0), words::NO_SOUND),
            ]
            .spacing(8)
            .align_y(Center),
        )
        .padding(Padding::from([scale.px(8.0), scale.px(14.0)]))
        .max_width(scale.px(330.0).max(240.0))
        .style(theme::container::state_label(Tone::Slate));
        container(note)
            .align_right(Fill)
            .padding(scale.px(20.0))
            .into()
    }

    /// Whether signals have to be seen because they cannot be heard.
    fn is_silent(&self) -> bool {
        self.outside.is_muted || self.outside.is_silent
    }

    fn state(&self) -> (Icon, Cow<'a, str>) {
        let session = &self.player.session;
        if !session.is_running() {
            return (Icon::Pause, words::PAUSED.into());
        }
        match &session.segment().kind {
            SegmentKind::GetReady { .. } | SegmentKind::Move { .. } => {
                (Icon::Timer, words::GET_READY.into())
            }
            SegmentKind::Switch { .. } => (Icon::ArrowLeftRight, words::SWITCH.into()),
            SegmentKind::Rest => (Icon::Wind, words::REST.into()),
            SegmentKind::Finish { .. } => (Icon::Leaf, words::FINISH.into()),
            SegmentKind::Work(work) => {
                let (icon, word) = match work.pace {
                    Pace::Hold => (Icon::WavesHorizontal, words::STRETCH),
                    Pace::Time | Pace::Reps { .. } | Pace::OwnPace { .. } => {
                        (Icon::Dumbbell, words::WORK)
                    }
                };
                let index = session.segment_index();
                let block = session
                    .timeline()
                    .groups()
                    .iter()
                    .find(|group| group.segments.contains(&index))
                    .and_then(|group| group.name.as_deref());
                (icon, block.unwrap_or(word).into())
            }
        }
    }

    fn sight(&self) -> Element<'a, Message> {
        match self.player.showing.stage() {
            Some(Sight::Figure(mannequin)) => {
                let beat = self.player.showing.beat(
                    mannequin,
                    &self.player.session,
                    self.position,
                    self.look.reduced_motion,
                );
                figure(mannequin, beat, Backdrop::Soft(self.tone()))
            }
            Some(Sight::Picture(file)) => match self.player.showing.picture(file) {
                Some(Ok(canvas)) => picture(canvas),
                Some(Err(_)) => column![
                    self.player.showing.standing().map(|mannequin| figure(
                        mannequin,
                        Pose::Key,
                        Backdrop::Soft(self.tone())
                    )),
                    type_role::SMALL
                        .exact(self.scale.text(14.0), words::picture_missing(file))
                        .style(theme::text::on_soft(self.tone())),
                ]
                .align_x(Center)
                .into(),
                None => space().into(),
            },
            None => space().into(),
        }
    }

    /// What to think of now, and which of how many it is.
    fn cue(&self) -> (Cow<'a, str>, usize, usize) {
        let session = &self.player.session;
        if !session.is_running() {
            return (words::TAKE_YOUR_TIME.into(), 0, 1);
        }
        match &session.segment().kind {
            SegmentKind::Rest => (words::BREATHE.into(), 0, 1),
            SegmentKind::GetReady { text }
            | SegmentKind::Move { text }
            | SegmentKind::Switch { text }
            | SegmentKind::Finish { text } => {
                let setup = session.work().map(|work| work.exercise.setup.as_str());
                let text = match (text.is_empty(), setup) {
                    (true, Some(setup)) => setup,
                    _ => text,
                };
                (text.into(), 0, 1)
            }
            SegmentKind::Work(work) => {
                let cues: Vec<&str> = cues(work).collect();
                match cues.len() {
                    0 => ("".into(), 0, 1),
                    count => {
                        let index = self.player.cue.index % count;
                        (cues[index].into(), index, count)
                    }
                }
            }
        }
    }

    // The column at the right.

    fn right(&self) -> Element<'a, Message> {
        let scale = self.scale;
        let head = column![self.sides(), self.name(), self.subtitle()]
            .spacing(scale.px(12.0))
            .align_x(Center)
            .width(Fill);

        column![
            container(head).height(scale.px(150.0)),
            space::vertical(),
            self.ring(),
            space::vertical(),
            container(self.below_ring())
                .center_x(Fill)
                .center_y(scale.px(62.0).max(50.0)),
        ]
        .width(scale.px(396.0))
        .align_x(Center)
        .into()
    }

    /// The work being done or led to, unless there is none or it is being rested from.
    fn work(&self) -> Option<&'a Work> {
        match self.player.session.segment().kind {
            SegmentKind::Rest | SegmentKind::Finish { .. } => None,
            _ => self.player.session.work(),
        }
    }

    fn sides(&self) -> Option<Element<'a, Message>> {
        let work = self.work()?;
        let repetition = match self.position.repetition {
            Some(Repetition::Timed { number, .. }) => number,
            Some(Repetition::OwnPace { done, .. }) => done,
            None => match work.pace {
                // Held alternating work changes sides at half time.
                Pace::Hold if self.player.session.segment().work().is_some() => {
                    u32::from(self.position.within >= self.position.left)
                }
                _ => 0,
            },
        };
        let working = work.side_at(repetition)?;
        Some(side_switch(
            self.scale,
            self.tone(),
            [Side::Left, Side::Right]
                .map(|side| (name::side_capitals(side).into(), side == working)),
        ))
    }

    fn name(&self) -> Element<'a, Message> {
        let name: &str = match self.work() {
            Some(work) => &work.exercise.name,
            None => match self.player.session.segment().kind {
                SegmentKind::Rest => words::REST,
                _ => words::STAND_EASY,
            },
        };
        type_role::STEP_NAME
            .exact(self.scale.px(type_role::STEP_NAME.size), name)
            .align_x(Horizontal::Center)
            .width(Fill)
            .into()
    }

    /// What follows a rest, or which set this is.
    fn subtitle(&self) -> Option<Element<'a, Message>> {
        let line = match self.work() {
            Some(work) if work.sets > 1 => words::set_of(work.set, work.sets),
            Some(_) => return None,
            None => {
                let next = next_work(&self.player.session)?;
                let name = match next.side {
                    WorkSide::One(side) => {
                        format!("{}, {}", next.exercise.name, name::side_capitals(side))
                    }
                    WorkSide::Both | WorkSide::Alternating(_) => next.exercise.name.clone(),
                };
                words::then_exercise(&name)
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
            type_role::COUNTDOWN_NOTE
                .exact(scale.text(type_role::COUNTDOWN_NOTE.size), note)
                .style(theme::text::soft),
        ]
        .spacing(scale.px(14.0))
        .align_x(Center);
        let beat = if self.look.reduced_motion {
            0.0
        } else {
            self.beat()
        };
        countdown_ring(Ring::player(scale, self.tone(), self.count(), beat), middle)
    }

    /// The large number, and the line below it.
    fn numbers(&self) -> (String, String) {
        let segment = self.player.session.segment();
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
                fraction: if self.look.reduced_motion {
                    0.0
                } else {
                    fraction(within, each)
                },
            },
            Some(Repetition::OwnPace { done, count, .. }) => Count::Reps {
                count,
                current: done,
                fraction: 0.0,
            },
            None => {
                let left = if self.look.reduced_motion {
                    Duration::from_secs(time::seconds_left(self.position.left))
                } else {
                    self.position.left
                };
                Count::Timed {
                    fraction_left: fraction(left, self.player.session.segment().length).min(1.0),
                }
            }
        }
    }

    /// How strongly the ring beats: on each of the last three seconds, then fading.
    fn beat(&self) -> f32 {
        let left = self.position.left;
        let is_running = self.player.session.is_running();
        if !is_running || left.is_zero() || left > LAST_SECONDS {
            return 0.0;
        }
        let since = 1.0 - left.as_secs_f32().fract();
        let since = if since >= 1.0 { 0.0 } else { since };
        (1.0 - since / BEAT).max(0.0)
    }

    fn below_ring(&self) -> Element<'a, Message> {
        let look = self.look;
        let quiet = |label, icon, message: Message| {
            button(look, label)
                .quiet()
                .icon(icon)
                .focused(self.player.focus.is_on(&message))
                .on_press(message)
        };
        if !self.player.session.is_running() {
            let easier = self
                .player
                .has_easier()
                .then(|| quiet(words::EASIER, Icon::Feather, Message::Easier));
            return row![
                quiet(words::RESTART, Icon::RotateCcw, Message::Restart),
                easier
            ]
            .spacing(8)
            .into();
        }
        match self.position.repetition {
            Some(Repetition::OwnPace { .. }) => button(look, words::DONE)
                .primary()
                .large()
                .icon(Icon::Check)
                .focused(self.player.focus.is_on(&Message::Done))
                .on_press(Message::Done)
                .into(),
            Some(
                repetition @ Repetition::Timed {
                    parts: Some(parts), ..
                },
            ) => {
                let phases = self
                    .work()
                    .map_or(words::PHASES, |work| work.exercise.phase_words());
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
            Some(Repetition::Timed { parts: None, .. }) | None => Space::new().into(),
        }
    }

    // The line at the foot.

    fn foot(&self) -> Element<'a, Message> {
        let scale = self.scale;
        let height = scale.px(112.0);
        let next = container(self.next()).width(Fill).align_y(Center);
        if self.player.is_idle() {
            return container(next)
                .height(height)
                .center_y(height)
                .padding(Padding::ZERO.horizontal(scale.px(24.0)))
                .into();
        }
        let line = container(Space::new())
            .width(Fill)
            .height(1)
            .style(theme::container::line);

        column![
            line,
            row![
                next,
                self.transport(),
                container(self.ways_out())
                    .width(Fill)
                    .align_x(Horizontal::Right)
            ]
            .spacing(12)
            .align_y(Center)
            .height(height - 1.0)
            .padding(Padding::ZERO.horizontal(scale.px(24.0))),
        ]
        .into()
    }

    fn next(&self) -> Element<'a, Message> {
        let scale = self.scale;
        let (small, strong) = (scale.text(13.0), scale.px(15.0).max(14.0));
        let caption = |size, text: Cow<'a, str>| {
            type_role::CAPTION
                .with_line(1.35)
                .exact(size, text)
                .style(theme::text::soft)
        };
        let Some(work) = next_work(&self.player.session) else {
            let finish = &self.player.session.segment().kind;
            let (head, line) = match finish {
                SegmentKind::Finish { .. } => (words::LAST_STEP, words::NEARLY_THERE),
                _ => (words::NEXT, words::STAND_EASY),
            };
            return column![
                caption(small, head.into()),
                type_role::STRONG.with_line(1.3).exact(strong, line),
            ]
            .into();
        };
        let detail = match work.side {
            WorkSide::One(side) => format!("{}, {}", name::side(side), quantity(work)),
            WorkSide::Both | WorkSide::Alternating(_) => quantity(work),
        };
        let picture = (!self.is_small()).then(|| {
            let (width, height) = (scale.px(76.0), scale.px(64.0));
            let sight: Element<'a, Message> = match self.player.showing.next() {
                Some(Sight::Figure(mannequin)) => {
                    figure(mannequin, Pose::Key, Backdrop::Soft(Tone::Sky))
                }
                Some(Sight::Picture(file)) => match self.player.showing.picture(file) {
                    Some(Ok(canvas)) => picture(canvas),
                    Some(Err(_)) | None => space().into(),
                },
                None => space().into(),
            };
            container(sight)
                .width(width)
                .height(height)
                .padding(4)
                .style(theme::container::soft(Tone::Sky, radius::ROW))
        });

        row![
            picture,
            column![
                caption(small, words::NEXT.into()),
                type_role::STRONG
                    .with_line(1.3)
                    .exact(strong, work.exercise.name.as_str()),
                caption(small, detail.into()),
            ],
        ]
        .spacing(14)
        .align_y(Center)
        .into()
    }

    fn transport(&self) -> Element<'a, Message> {
        let scale = self.scale;
        let hints = !self.is_small();
        let control = |face: crate::app::widget::button::Face<'a>, name, key, message: Message| {
            let control = player_control(scale, face, name)
                .focused(self.player.focus.is_on(&message))
                .on_press(message);
            if hints { control.hint(key) } else { control }
        };
        let (face, name) = if self.player.session.is_running() {
            (Solid::Pause, words::PAUSE)
        } else {
            (Solid::Play, words::RESUME)
        };

        row![
            control(
                Solid::Previous.into(),
                words::PREVIOUS_STEP,
                "P",
                Message::Previous
            ),
            control(face.into(), name, words::SPACE_KEY, Message::PauseOrResume).main(),
            control(Solid::Next.into(), words::NEXT_STEP, "N", Message::Next),
            control(words::MORE.into(), words::MORE_TIME, "+", Message::More),
        ]
        .spacing(scale.px(10.0))
        .align_y(Center)
        .into()
    }

    fn ways_out(&self) -> Element<'a, Message> {
        let look = self.look;
        let focus = &self.player.focus;
        let is_large = self.scale.factor() > 1.2;
        let sized = |button: crate::app::widget::Button<'a, Message>| {
            if is_large { button.large() } else { button }
        };
        let hurts = sized(
            button(look, words::HURTS)
                .danger()
                .icon(Icon::Hand)
                .focused(focus.is_on(&Message::Hurts))
                .on_press(Message::Hurts),
        );
        let end: Element<'a, Message> = if self.is_small() {
            icon_button(look, Icon::Square, words::END)
                .outlined()
                .focused(focus.is_on(&Message::End))
                .on_press(Message::End)
                .into()
        } else {
            sized(
                button(look, words::END)
                    .icon(Icon::Square)
                    .focused(focus.is_on(&Message::End))
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

/// The cues of a set. The easier version says first what to change.
fn cues(work: &Work) -> impl Iterator<Item = &str> {
    let easier = match (&work.version, &work.easier) {
        (Version::Easier, Some(Easier::Text(text))) => Some(text.as_str()),
        _ => None,
    };
    easier
        .into_iter()
        .chain(work.exercise.cues.iter().map(String::as_str))
}

/// How much is to be done: "25 s", "10 reps".
fn quantity(work: &Work) -> String {
    match work.pace {
        Pace::Reps { count, .. } | Pace::OwnPace { count } => words::repetitions(count),
        Pace::Hold | Pace::Time => time::spoken(work.length),
    }
}

fn fraction(part: Duration, whole: Duration) -> f32 {
    if whole.is_zero() {
        0.0
    } else {
        part.as_secs_f32() / whole.as_secs_f32()
    }
}

fn picture<'a>(canvas: &'a Canvas) -> Element<'a, Message> {
    match canvas {
        Canvas::Pixels(handle) => image(handle)
            .width(Fill)
            .height(Fill)
            .content_fit(ContentFit::Contain)
            .border_radius(radius::CARD)
            .into(),
        Canvas::Drawing(handle) => svg(handle.clone())
            .width(Fill)
            .height(Fill)
            .content_fit(ContentFit::Contain)
            .into(),
    }
}
