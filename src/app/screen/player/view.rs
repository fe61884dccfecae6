//! Drawing the player while a session is on: the line at the top, the bar of steps and the stage.

mod column;
mod foot;

use std::borrow::Cow;
use std::time::Duration;

use iced::widget::text::{IntoFragment, Wrapping};
use iced::widget::{column, container, mouse_area, row, space};
use iced::{Center, Element, Fill, Padding};

use super::showing::{Sight, named, next_work};
use super::{Context, Layer, Message, Player, overlay};
use crate::app::control::{Kind, control};
use crate::app::playback::Playback;
use crate::app::shortcut::Stroke;
use crate::app::theme::size::gap;
use crate::app::theme::{self, Tone, type_role};
use crate::app::widget::layer::{Toast, faded, modal_maybe, with_toast};
use crate::app::widget::{
    Backdrop, Icon, PlayerScale, WindowSize, figure, icon, icon_button, live_figure, photo,
    refusal, stage, step_bar,
};
use crate::figure::Beat as Pose;
use crate::routine::item::Easier;
use crate::routine::timeline::{Pace, SegmentKind, Version, Work};
use crate::session::{Outcome, Position, Session};
use crate::settings::Motion;
use crate::words::grammar::lower_first;
use crate::words::{exercise, grammar, player as words, time};

/// For how long it is said in words that nothing can be heard.
const SAYING: Duration = Duration::from_secs(10);

pub(super) fn view<'a>(
    player: &'a Player,
    playback: &'a Playback,
    context: &Context<'a>,
) -> Element<'a, Message> {
    let drawing = Drawing {
        player,
        playback,
        position: playback.position(),
        scale: PlayerScale::of_window(context.viewport.window),
        size: context.viewport.size(),
        context: *context,
    };
    let toast = playback.undo().filter(|_| player.layer == Layer::None);
    let toast = toast.map(|undo| {
        let numbered = playback.current().timeline().numbered_steps();
        let step = (undo.to < numbered).then_some(undo.to + 1);
        Toast::new(words::jumped(step)).action(words::undo(), Message::Undo)
    });
    let screen = with_toast(drawing.screen(), drawing.foot_height(), toast);
    let dialog = match player.layer {
        Layer::None => None,
        Layer::Hurts => Some(overlay::hurts(playback)),
        Layer::Keys => Some(overlay::keys()),
        Layer::End { hurts, .. } => Some(overlay::end(playback, hurts)),
    };
    modal_maybe(screen, dialog, Some(Message::CloseLayer))
}

/// The hue of a session's state.
pub(super) fn tone(session: &Session) -> Tone {
    if !session.is_running() {
        return Tone::Slate;
    }
    match session.segment().kind {
        SegmentKind::GetReady { .. } | SegmentKind::Switch { .. } | SegmentKind::Move { .. } => {
            Tone::Sun
        }
        SegmentKind::Work(_) | SegmentKind::Finish { .. } => Tone::Spruce,
        SegmentKind::Rest => Tone::Sky,
    }
}

/// What every part of the screen is drawn from.
struct Drawing<'a> {
    player: &'a Player,
    playback: &'a Playback,
    position: Position,
    scale: PlayerScale,
    size: WindowSize,

    context: Context<'a>,
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

    /// Whether the window is a part of a screen, as tiling desktops make it.
    fn is_tile(&self) -> bool {
        /// The transport and the ways out, with as much again as the ways out take for what comes next.
        const NARROWEST: f32 = 640.0;
        self.context.viewport.window.width < NARROWEST
    }

    /// Whether it fills the screen, to be read from three metres.
    fn is_far(&self) -> bool {
        self.player.is_full_screen && !self.is_small()
    }

    fn tone(&self) -> Tone {
        tone(self.playback.current())
    }

    /// How far the controls have gone away, from 0 to 1.
    fn gone(&self) -> f32 {
        self.player.gone(self.playback, self.is_still())
    }

    // The line at the top.

    fn top(&self) -> Element<'a, Message> {
        let scale = self.scale;
        let session = self.playback.current();
        let timeline = session.timeline();
        let exercises = timeline.exercises();
        // A rest belongs to the exercise that it leads to.
        let work = session
            .work()
            .or_else(|| timeline.work_from(session.segment_index()));
        let which = work.and_then(|work| {
            let index = exercises.iter().position(|entry| *entry == work.entry)?;
            Some(words::exercise_of(index + 1, exercises.len()))
        });
        let which = which.unwrap_or_else(|| words::finish().to_owned());
        let set = self.work().filter(|work| self.is_far() && work.sets > 1);
        let which = match set {
            Some(work) => grammar::list([
                which,
                lower_first(&words::set_of(work.set, work.sets)).into_owned(),
            ]),
            None => which,
        };
        let title = shortened(self.playback.loaded().routine.name.as_str(), LONGEST_TITLE);
        let done = session.done(self.position.elapsed);

        row![
            self.where_one_is(title, which),
            self.times(done),
            (self.gone() < 1.0).then(|| faded(self.tools(), self.gone())),
        ]
        .spacing(scale.px(16.0))
        .align_y(Center)
        // The bar of steps below reaches six pixels up, to be easier to hit.
        .height(scale.px(64.0).max(52.0) - 6.0)
        .padding(Padding::ZERO.horizontal(scale.px(24.0)))
        .into()
    }

    /// The routine, and where in it one is: beside each other where it is read from afar.
    fn where_one_is(&self, title: impl IntoFragment<'a>, which: String) -> Element<'a, Message> {
        let scale = self.scale;
        if self.is_far() {
            let size = scale.px(18.0);
            return row![
                type_role::STRONG.exact(size, title),
                type_role::BODY.exact(size, which).style(theme::text::soft),
            ]
            .spacing(scale.px(18.0))
            .align_y(Center)
            .width(Fill)
            .into();
        }
        column![
            type_role::STRONG
                .with_line(1.2)
                .exact(scale.px(16.0).max(15.0), title),
            type_role::SMALL
                .with_line(1.25)
                .exact(scale.px(14.0).max(13.0), which)
                .style(theme::text::soft),
        ]
        .width(Fill)
        .into()
    }

    /// What is done, and what is left: only that where it is read from afar.
    fn times(&self, done: Duration) -> Element<'a, Message> {
        let scale = self.scale;
        let left = words::left(&time::clock_left(self.position.remaining));
        if self.is_far() {
            let role = type_role::FAR_TIME;
            return role
                .exact(scale.px(role.size), left)
                .wrapping(Wrapping::None)
                .into();
        }
        let size = scale.px(16.0).max(14.0);
        row![
            type_role::BODY
                .exact(size, words::done(&time::clock(done)))
                .style(theme::text::soft)
                .wrapping(Wrapping::None),
            type_role::STRONG.exact(size, left).wrapping(Wrapping::None),
        ]
        .spacing(scale.px(18.0))
        .into()
    }

    fn tools(&self) -> Element<'a, Message> {
        let size = 22.0 * self.scale.factor().min(1.3);
        let tool = |icon, name, message: Message| {
            icon_button(icon, name).icon_size(size).on_press(message)
        };
        let mute = if self.context.is_silent && !self.says_silence() {
            tool(Icon::VolumeOff, words::no_sound(), Message::Mute).on(true)
        } else if self.context.is_muted {
            tool(Icon::VolumeX, words::unmute(), Message::Mute).on(true)
        } else {
            tool(Icon::Volume2, words::mute(), Message::Mute)
        };
        let screen = if self.player.is_full_screen {
            tool(
                Icon::Minimize,
                words::leave_full_screen(),
                Message::FullScreen,
            )
        } else {
            tool(Icon::Maximize, words::full_screen(), Message::FullScreen)
        };
        let keys = (!self.is_small()).then(|| tool(Icon::Keyboard, words::keys(), Message::Keys));
        row![mute, screen, keys].spacing(gap::XXS).into()
    }

    fn progress(&self) -> Element<'a, Message> {
        let session = self.playback.current();
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

        let ends = strips.iter().skip(1).map(|strip| strip.step);
        let done = strips.iter().zip(ends.chain([timeline.steps().len()]));
        let done = done.map(|(strip, end)| {
            let outcomes = session.outcomes().get(strip.step..end);
            outcomes.is_some_and(|outcomes| outcomes.contains(&Outcome::Done))
        });
        let bar = step_bar(
            self.scale,
            strips,
            done.collect(),
            current,
            fraction,
            self.tone(),
            Message::JumpTo,
        );
        let steps = timeline.numbered_steps();
        control(Kind::Slider, bar)
            .name(words::steps())
            .value(words::step_of((step + 1).min(steps), steps))
            .key(Stroke::Left, Message::Previous)
            .key(Stroke::Right, Message::Next)
            .into()
    }

    // The stage.

    fn stage(&self) -> Element<'a, Message> {
        let (icon, word) = self.state();
        // From afar work speaks for itself, and a rest says what comes after it.
        let session = self.playback.current();
        let word = match &session.segment().kind {
            _ if !self.is_far() || !session.is_running() => word,
            SegmentKind::Work(_) | SegmentKind::Finish { .. } => Cow::default(),
            SegmentKind::Rest => self.coming().map_or(word, Cow::from),
            SegmentKind::GetReady { .. }
            | SegmentKind::Move { .. }
            | SegmentKind::Switch { .. } => word,
        };
        let (cue, index, count) = self.cue();
        // In a tile the words need the room of the dots.
        let count = if self.is_tile() { 1 } else { count };
        let stage = stage(self.scale, self.tone(), icon, word, self.sight())
            .note(self.says_silence().then(|| self.silence()))
            .cue(cue, index, count)
            .far(self.is_far())
            .text(self.context.text)
            .flashing(self.player.flash_until.is_some() && self.is_silent());
        // The first press of a double click pauses, and the second goes on.
        mouse_area(stage)
            .on_press(Message::PauseOrResume)
            .on_double_click(Message::FullScreen)
            .into()
    }

    /// Whether it is said in words that nothing can be heard. Afterwards an icon says it.
    fn says_silence(&self) -> bool {
        let shown = self.playback.now().real;
        self.context.is_silent && shown.saturating_duration_since(self.player.opened) < SAYING
    }

    /// Says why nothing is heard.
    fn silence(&self) -> Element<'a, Message> {
        let scale = self.scale;
        row![
            icon(Icon::VolumeX, scale.px(18.0).max(16.0)),
            type_role::SMALL
                .exact(scale.text(14.0), words::no_sound())
                .width(Fill),
        ]
        .spacing(gap::XS)
        .align_y(Center)
        .into()
    }

    /// Whether signals have to be seen because they cannot be heard.
    fn is_silent(&self) -> bool {
        self.context.is_muted || self.context.is_silent
    }

    fn state(&self) -> (Icon, Cow<'a, str>) {
        let session = self.playback.current();
        if !session.is_running() {
            return (Icon::Pause, words::paused().into());
        }
        match &session.segment().kind {
            SegmentKind::GetReady { .. } | SegmentKind::Move { .. } => {
                (Icon::Timer, words::get_ready().into())
            }
            SegmentKind::Switch { .. } => (Icon::ArrowLeftRight, words::switch().into()),
            SegmentKind::Rest => (Icon::Wind, words::rest().into()),
            SegmentKind::Finish { .. } => (Icon::Leaf, words::finish().into()),
            SegmentKind::Work(work) => {
                let (icon, word) = match work.pace {
                    Pace::Hold => (Icon::WavesHorizontal, words::stretch()),
                    Pace::Time | Pace::Reps { .. } | Pace::OwnPace { .. } => {
                        (Icon::Dumbbell, words::work())
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

    /// What comes after the rest that one is in, with its side.
    fn coming(&self) -> Option<String> {
        let session = self.playback.current();
        if !matches!(session.segment().kind, SegmentKind::Rest) {
            return None;
        }
        Some(words::next_is(&named(next_work(session)?)))
    }

    fn is_still(&self) -> bool {
        self.context.viewport.motion == Motion::Reduced
    }

    fn sight(&self) -> Element<'a, Message> {
        // From afar a rest shows what comes after it.
        let next = self.coming().filter(|_| self.is_far());
        if let (Some(_), Some(Sight::Figure(mannequin))) = (next, self.player.showing.next()) {
            return figure(mannequin, Pose::Key, Backdrop::Soft(self.tone()));
        }
        match self.player.showing.stage() {
            Some(Sight::Figure(mannequin)) => {
                let (player, playback, is_still) = (self.player, self.playback, self.is_still());
                live_figure(
                    mannequin,
                    Backdrop::Soft(self.tone()),
                    playback.now().real,
                    Message::Tick,
                    move |real| player.act(playback, mannequin, real, is_still),
                )
            }
            Some(Sight::Picture(file)) => match self.player.showing.picture(file) {
                Some(Ok(picture)) => photo(picture),
                Some(Err(error)) => column![
                    self.player.showing.standing().map(|mannequin| figure(
                        mannequin,
                        Pose::Key,
                        Backdrop::Soft(self.tone())
                    )),
                    type_role::SMALL
                        .exact(self.scale.text(14.0), refusal(file, error))
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
        let session = self.playback.current();
        if !session.is_running() {
            let line = if self.playback.slept() {
                words::slept()
            } else {
                words::take_your_time()
            };
            return (line.into(), 0, 1);
        }
        match &session.segment().kind {
            SegmentKind::Rest => {
                let next = next_work(session).filter(|_| self.is_far());
                let setup = next.map(|work| work.exercise.setup.as_str());
                let setup = setup.filter(|setup| !setup.is_empty());
                (setup.unwrap_or(words::breathe()).into(), 0, 1)
            }
            kind @ (SegmentKind::GetReady { .. }
            | SegmentKind::Move { .. }
            | SegmentKind::Switch { .. }
            | SegmentKind::Finish { .. }) => {
                let text = words::said(kind);
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

/// The longest title that fits one line beside the times, in characters.
const LONGEST_TITLE: usize = 56;

/// A text that has room for so many characters only. Names of exercises fit; this is for what nobody foresaw.
fn shortened(text: &str, most: usize) -> Cow<'_, str> {
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()).into(),
        None => text.into(),
    }
}

/// How much is to be done: "25 s", "10 reps".
fn quantity(work: &Work) -> String {
    match work.pace {
        Pace::Reps { count, .. } | Pace::OwnPace { count } => {
            exercise::repetitions(&work.exercise, count)
        }
        Pace::Hold | Pace::Time => time::spoken(work.length),
    }
}
