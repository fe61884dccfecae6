//! "About": what Kneewise is, that no clinician has reviewed it yet, and how it reasons.

use std::collections::BTreeSet;

use iced::widget::{Id, column, container, row};
use iced::{Center, Element, Fill, Top};

use super::section::group;
use super::{Context, Message, SettingsScreen};
use crate::app::screen::Viewport;
use crate::app::screen::knee_map::MOST_QUESTIONS;
use crate::app::theme::size::gap;
use crate::app::theme::{self, Tone, type_role};
use crate::app::widget::page::{Frame, page_header};
use crate::app::widget::{Icon, WindowSize, button, card, choice_row, tag, tag_width};
use crate::knee::{FlagId, Key, Knowledge};
use crate::words::{about as words, page as shared};

/// What scrolls on the page about reasoning.
pub const REASONING: Id = Id::new("reasoning");

/// The width of the second column, in logical pixels.
const ASIDE: f32 = 300.0;
/// The width of a step's number, in logical pixels.
const NUMBER: f32 = 32.0;
/// The least width of the marks of numbers, in logical pixels.
const MARK: f32 = 96.0;

/// How much the knee map knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counts {
    conditions: usize,
    questions: usize,
    red_flags: usize,
    sources: usize,
}

impl Counts {
    /// Counts what is there.
    pub fn of(knowledge: &Knowledge) -> Self {
        let sources: BTreeSet<&str> = knowledge
            .conditions()
            .flat_map(|condition| &condition.sources)
            .map(|source| source.cite.as_str())
            .collect();
        Self {
            conditions: knowledge.conditions().count(),
            questions: Key::ALL.len(),
            red_flags: FlagId::ALL.len(),
            sources: sources.len(),
        }
    }
}

impl SettingsScreen {
    /// Whether the page about reasoning is open.
    pub fn shows_reasoning(&self) -> bool {
        self.reasoning
    }

    /// What Kneewise is, how it reasons, and whose work is in it.
    pub(super) fn about<'a>(&'a self, context: &Context<'a>) -> Element<'a, Message> {
        let paragraph = |title, text| {
            column![type_role::label(title), soft(text)]
                .spacing(gap::XXXS)
                .into()
        };
        let reasoning = choice_row(words::reasoning())
            .icon(Icon::Info)
            .text(words::reasoning_row())
            .on_press(Message::Reasoning);
        let reasoning = column![
            group(
                Some(words::reasoning_title()),
                [
                    paragraph(words::not_reviewed(), words::not_reviewed_line()),
                    paragraph(words::how_to_review(), words::how_to_review_line()),
                    paragraph(words::what_changed(), words::what_changed_line()),
                ],
            ),
            reasoning,
        ]
        .spacing(gap::S);
        let kept = context.folder.map(|folder| {
            let folder = shared::kept_in(&folder.display().to_string());
            type_role::small(folder).style(theme::text::soft).into()
        });
        let program = [
            soft(shared::version(env!("CARGO_PKG_VERSION"))).into(),
            soft(shared::credits()).into(),
        ];
        let program = group(Some(words::program()), program.into_iter().chain(kept));
        column![reasoning, program, soft(shared::not_a_diagnosis())]
            .spacing(gap::L)
            .into()
    }

    /// Draws the page about reasoning.
    pub(super) fn reasoning<'a>(
        &'a self,
        counts: Option<Counts>,
        viewport: Viewport,
    ) -> Element<'a, Message> {
        let size = viewport.size();
        let back = button(words::back())
            .quiet()
            .icon(Icon::ArrowLeft)
            .on_press(Message::About);
        let content = if size == WindowSize::Small {
            column![steps(), aside(counts)].spacing(gap::S)
        } else {
            column![
                row![steps(), aside(counts).width(ASIDE)]
                    .spacing(gap::XL)
                    .align_y(Top)
            ]
        };
        let subtitle = Some(words::reasoning_line().into());
        let frame = Frame::of(size);
        let header = page_header(size, words::reasoning(), subtitle, None);
        let header = column![back, header].spacing(gap::XS);
        frame.page(header, frame.scroll(content).id(REASONING))
    }
}

fn steps<'a>() -> Element<'a, Message> {
    let steps = words::steps(MOST_QUESTIONS).into_iter().enumerate();
    let steps = steps.map(|(index, (title, text))| {
        row![
            container(tag(Tone::Spruce, None, (index + 1).to_string())).width(NUMBER),
            column![type_role::strong(title), soft(text)]
                .spacing(gap::XXXS)
                .width(Fill),
        ]
        .spacing(gap::M)
        .align_y(Top)
        .into()
    });
    let steps = card(column(steps).spacing(gap::M)).width(Fill);
    let check = note(words::to_check(), words::to_check_line().to_owned());
    column![steps, check].spacing(gap::S).width(Fill).into()
}

fn aside<'a>(counts: Option<Counts>) -> iced::widget::Column<'a, Message> {
    let tones = [Tone::Spruce, Tone::Sun, Tone::Slate];
    let widths = words::sure().map(|(mark, _)| tag_width(mark));
    let beside = widths.into_iter().fold(MARK, f32::max);
    let marks = words::sure().into_iter().zip(tones).map(|(sure, tone)| {
        let (mark, meaning) = sure;
        row![
            container(tag(tone, None, mark)).width(beside),
            soft(meaning).width(Fill),
        ]
        .spacing(gap::S)
        .align_y(Center)
        .into()
    });
    let sure = column![type_role::strong(words::how_sure())]
        .extend(marks)
        .spacing(gap::XS);
    let counts = counts.map(|counts| {
        let Counts {
            conditions,
            questions,
            red_flags,
            sources,
        } = counts;
        let line = words::counts(conditions, questions, red_flags, sources);
        note(words::what_it_knows(), line)
    });
    column![
        card(sure).width(Fill),
        counts,
        note(
            words::not_reviewed(),
            words::not_reviewed_short().to_owned()
        ),
        soft(shared::not_a_diagnosis()),
    ]
    .spacing(gap::S)
}

fn note<'a>(title: &'a str, text: String) -> Element<'a, Message> {
    card(column![type_role::strong(title), soft(text)].spacing(gap::XXS))
        .width(Fill)
        .into()
}

fn soft<'a>(text: impl iced::widget::text::IntoFragment<'a>) -> iced::widget::Text<'a> {
    type_role::small(text).style(theme::text::soft)
}
