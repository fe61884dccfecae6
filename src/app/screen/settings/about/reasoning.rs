//! How Kneewise reasons, step by step.

use iced::widget::{column, container, row};
use iced::{Center, Element, Fill, Top};

use super::{note, numbered, soft};
use crate::app::screen::knee_map::MOST_QUESTIONS;
use crate::app::screen::settings::Message;
use crate::app::theme::size::gap;
use crate::app::theme::{self, Tone, type_role};
use crate::app::widget::{WindowSize, card, tag, tag_width};
use crate::knee::{FlagId, Key, Knowledge};
use crate::words::{about as words, page as shared};

/// The width of the second column, in logical pixels.
const ASIDE: f32 = 300.0;
/// The least width of the marks of numbers, in logical pixels.
const MARK: f32 = 96.0;

/// How much the knee map knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Counts {
    conditions: usize,
    questions: usize,
    red_flags: usize,
    sources: usize,
}

impl Counts {
    /// Counts what is there.
    fn of(knowledge: &Knowledge, sources: usize) -> Self {
        Self {
            conditions: knowledge.conditions().count(),
            questions: Key::ALL.len(),
            red_flags: FlagId::ALL.len(),
            sources,
        }
    }
}

/// Draws it. How much is known is said once it was read: the knowledge, and the number of sources.
pub(super) fn reasoning<'a>(
    known: Option<(&'a Knowledge, usize)>,
    size: WindowSize,
) -> Element<'a, Message> {
    let counts = known.map(|(knowledge, sources)| Counts::of(knowledge, sources));
    if size == WindowSize::Small {
        column![steps(), aside(counts)].spacing(gap::S).into()
    } else {
        row![steps(), aside(counts).width(ASIDE)]
            .spacing(gap::XL)
            .align_y(Top)
            .into()
    }
}

fn steps<'a>() -> Element<'a, Message> {
    let steps = words::steps(MOST_QUESTIONS).into_iter().enumerate();
    let steps = steps.map(|(index, (title, text))| {
        row![
            numbered(index + 1),
            column![type_role::strong(title), soft(text)]
                .spacing(gap::XXXS)
                .width(Fill),
        ]
        .spacing(gap::M)
        .align_y(Top)
        .into()
    });
    let steps = container(column(steps).spacing(gap::M))
        .padding([gap::XL, gap::XL])
        .width(Fill)
        .style(theme::container::panel);
    let notes = [
        (words::not_reviewed(), words::not_reviewed_line()),
        (words::how_to_review(), words::how_to_review_line()),
        (words::what_changed(), words::what_changed_line()),
    ];
    let notes = notes.map(|(title, line)| note(title, line.to_owned()));
    let check = note(words::to_check(), words::to_check_line().to_owned());
    column![steps]
        .extend(notes)
        .push(check)
        .spacing(gap::S)
        .width(Fill)
        .into()
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
        soft(shared::not_a_diagnosis()),
    ]
    .spacing(gap::S)
}
