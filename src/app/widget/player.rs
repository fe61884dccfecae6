//! The parts of the player that are neither drawn nor pressed: tempo, sides and the stage.
use super::PlayerScale;
use super::damage;
use super::icon::Glyph;
use super::label::{cue_dots, state_label};
use super::layer::over;
use crate::app::theme::size::gap;
use crate::app::theme::size::radius;
use crate::app::theme::type_role::Role;
use crate::app::theme::{self, Tokens, Tone, type_role};
use iced::border::Border;
use iced::widget::text::{Fragment, IntoFragment, Wrapping};
use iced::widget::{Space, column, container, row, stack};
use iced::{Center, Element, Fill, Padding, Theme};

/// One part of a repetition.
#[derive(Debug, Clone)]
pub struct Beat<'a> {
    /// What to do, such as "Lower".
    pub word: Fragment<'a>,
    /// For how long, as it is shown.
    pub time: Fragment<'a>,
    /// For how long, in seconds.
    pub seconds: f32,
}

/// The parts of a repetition, as wide as they are long; the one that is running is filled.
pub fn tempo_bar<'a, Message: 'a>(
    scale: PlayerScale,
    tone: Tone,
    beats: impl IntoIterator<Item = Beat<'a>>,
    running: Option<usize>,
) -> Element<'a, Message> {
    /// A beat of less than this gets the room of one this long, so that its word fits.
    const SHORTEST: f32 = 1.4;

    row(beats.into_iter().enumerate().map(|(index, beat)| {
        let is_running = running == Some(index);
        let portion = (beat.seconds.max(SHORTEST) * 10.0).round() as u16;

        container(
            column![
                type_role::STRONG
                    .with_line(1.25)
                    .exact(scale.px(17.0).max(15.0), beat.word)
                    .wrapping(Wrapping::None),
                type_role::CAPTION
                    .with_font(theme::font::MEDIUM)
                    .with_line(1.25)
                    .exact(scale.text(13.0), beat.time)
                    .wrapping(Wrapping::None),
            ]
            .align_x(Center),
        )
        .width(iced::Length::FillPortion(portion))
        .padding(Padding::ZERO.vertical(scale.px(8.0)))
        .align_x(Center)
        .style(move |theme: &Theme| {
            if is_running {
                theme::container::solid(tone, radius::CONTROL)(theme)
            } else {
                resting(theme, radius::CONTROL)
            }
        })
        .into()
    }))
    .spacing(gap::XS)
    .into()
}

/// LEFT and RIGHT, or a single side, with the one in use filled.
pub fn side_switch<'a, Message: 'a>(
    scale: PlayerScale,
    tone: Tone,
    role: Role,
    sides: impl IntoIterator<Item = (Fragment<'a>, bool)>,
) -> Element<'a, Message> {
    // What was designed: 42 high letters in a pill of 58.
    let height = role.size + 16.0;

    row(sides.into_iter().map(|(side, is_on)| {
        container(
            role.exact(scale.px(role.size), side)
                .wrapping(Wrapping::None),
        )
        .height(scale.px(height))
        .padding(Padding::ZERO.horizontal(scale.px(17.0)))
        .align_y(Center)
        .style(move |theme: &Theme| {
            let corner = scale.px(16.0);

            if is_on {
                theme::container::solid(tone, corner)(theme)
            } else {
                let mut style = resting(theme, corner);
                style.background = None;
                style.border.width = 1.5;
                style
            }
        })
        .into()
    }))
    .spacing(gap::XS)
    .into()
}

/// What comes next, to be read from three metres. Nothing where there is nothing to say.
fn far_label<'a, Message: 'a>(
    scale: PlayerScale,
    tone: Tone,
    words: Fragment<'a>,
) -> Element<'a, Message> {
    if words.is_empty() {
        return Space::new().into();
    }
    let role = type_role::FAR_TAG;
    container(
        role.exact(scale.px(role.size), words)
            .wrapping(Wrapping::None),
    )
    .padding(Padding::from([scale.px(10.0), scale.px(24.0)]))
    .style(move |theme: &Theme| {
        let tokens = Tokens::of(theme);
        container::Style::default()
            .background(tokens.surface)
            .color(tokens.hue(tone).on_soft)
            .border(iced::border::rounded(radius::FULL))
    })
    .into()
}

/// What is not running: a well with a line around it.
fn resting(theme: &Theme, corner: f32) -> container::Style {
    let tokens = Tokens::of(theme);

    container::Style::default()
        .background(tokens.sunken)
        .color(tokens.ink_faint)
        .border(Border {
            color: tokens.line,
            width: 1.0,
            radius: corner.into(),
        })
}

/// The stage: the state at the upper left, the figure, and what to watch for below it.
pub fn stage<'a, Message>(
    scale: PlayerScale,
    tone: Tone,
    icon: impl Into<Glyph>,
    state: impl IntoFragment<'a>,
    figure: impl Into<Element<'a, Message>>,
) -> Stage<'a, Message> {
    Stage {
        scale,
        tone,
        icon: icon.into(),
        state: state.into_fragment(),
        figure: figure.into(),
        note: None,
        cue: None,
        cues: (1, 0),
        is_flashing: false,
        is_far: false,
        text: 1.0,
    }
}

/// See [`stage()`].
#[must_use]
pub struct Stage<'a, Message> {
    scale: PlayerScale,
    tone: Tone,
    icon: Glyph,
    state: Fragment<'a>,
    figure: Element<'a, Message>,
    note: Option<Element<'a, Message>>,
    cue: Option<Fragment<'a>>,
    cues: (usize, usize),
    is_flashing: bool,
    is_far: bool,
    text: f32,
}

impl<'a, Message> Stage<'a, Message> {
    /// What to watch for, and which of how many cues it is, counted from 0.
    pub fn cue(mut self, cue: impl IntoFragment<'a>, index: usize, count: usize) -> Self {
        self.cue = Some(cue.into_fragment());
        self.cues = (count, index);
        self
    }

    /// What is said below the cue for as long as it is so.
    pub fn note(mut self, note: Option<Element<'a, Message>>) -> Self {
        self.note = note;
        self
    }

    /// Whether it is looked at from three metres: what stands on it is larger, and what only names a kind is not there.
    pub fn far(mut self, is_far: bool) -> Self {
        self.is_far = is_far;
        self
    }

    /// How much larger than designed the cue is.
    pub fn text(mut self, text: f32) -> Self {
        self.text = text;
        self
    }

    /// Whether the edge is lit: a beep for those who hear none.
    pub fn flashing(mut self, is_flashing: bool) -> Self {
        self.is_flashing = is_flashing;
        self
    }
}

impl<'a, Message: 'a> From<Stage<'a, Message>> for Element<'a, Message> {
    fn from(stage: Stage<'a, Message>) -> Self {
        let Stage {
            scale,
            tone,
            icon,
            state,
            figure,
            note,
            cue,
            cues: (count, index),
            is_flashing,
            is_far,
            text,
        } = stage;
        let cue_role = if is_far {
            type_role::FAR_CUE
        } else {
            type_role::CUE
        };
        let cue_role = cue_role.with_size(text * cue_role.size);
        let cue = cue.map(|cue| {
            row![
                cue_role.exact(scale.text(cue_role.size), cue).width(Fill),
                (count > 1).then(|| cue_dots(tone, count, index)),
            ]
            .spacing(gap::M)
            .align_y(Center)
        });

        // The cue's two lines fit the room below the figure, and the note's one: it keeps its size when they change. Small
        // text shrinks less than the window does.
        let apart = scale.px(6.0);
        let grown = 2.0 * cue_role.line_height * cue_role.size * (1.0 - 1.0 / text);
        let foot = scale.px(if is_far { 112.0 } else { 88.0 } + grown)
            + if note.is_some() {
                apart + scale.text(14.0) * 1.5
            } else {
                0.0
            };
        let edge = scale.px(20.0);
        // The figure keeps clear of the corners.
        let figure = container(figure)
            .center(Fill)
            .padding(Padding::from([scale.px(16.0), scale.px(20.0)]).bottom(scale.px(8.0)));
        // A layer above the figure and its walls, no larger than the words: it costs where it meets what moves.
        let (label, widest) = if is_far {
            (far_label(scale, tone, state), 680.0)
        } else {
            (state_label(scale, tone, icon, state), 300.0)
        };
        let words = container(label)
            .padding(Padding::ZERO.top(edge).left(edge))
            .max_width(scale.px(widest));
        // Its label fits this room.
        let height = scale.px(if is_far { 124.0 } else { 88.0 });
        let words = container(stack![words].push_under(Space::new()).clip(true)).height(height);
        let below = column![cue, note]
            .spacing(apart)
            .padding(Padding::from([scale.px(14.0), scale.px(24.0)]));

        let stage = container(column![
            over(height, words, figure).height(Fill),
            // A strut keeps one line of cue where the middle of two would be.
            row![below, Space::new().height(foot)]
                .align_y(Center)
                .width(Fill),
        ])
        .width(Fill)
        .height(Fill)
        .style(move |theme: &Theme| {
            let style = if is_flashing {
                theme::container::flash(tone, scale.px(6.0))(theme)
            } else {
                container::Style::default()
            };
            style.color(Tokens::of(theme).hue(tone).on_soft)
        });
        let soft = move |theme: &Theme| Tokens::of(theme).hue(tone).soft;
        damage::ground(soft, radius::PANEL, stage)
    }
}
