//! What stops the routines, and what Kneewise does not say.

use iced::Element;
use iced::widget::column;

use super::soft;
use crate::app::screen::settings::Message;
use crate::app::screen::settings::section::group;
use crate::app::theme::size::gap;
use crate::app::theme::type_role;
use crate::knee::{FlagId, Knowledge, Level, RedFlag};
use crate::words::{about as words, finding};

/// All that has to be seen by someone first, the most urgent above, and why.
pub(super) fn red_flags(knowledge: &Knowledge) -> Element<'_, Message> {
    let levels = [Level::Emergency, Level::SameDay, Level::WithinTwoWeeks];
    let groups = levels.map(|level| {
        let flags = FlagId::ALL.iter().filter(|id| id.gravest() == level);
        let flags = flags.map(|id| {
            let flag = knowledge.flag(RedFlag { id: *id, level });
            said(&flag.title, &flag.why)
        });
        group(Some(finding::title(level)), flags)
    });
    column(groups)
        .push(soft(words::red_flags_note()))
        .spacing(gap::L)
        .into()
}

/// What was left out, and why.
pub(super) fn left_out<'a>() -> Element<'a, Message> {
    let lines = words::left_out().into_iter();
    group(None, lines.map(|(title, line)| said(title, line)))
}

fn said<'a>(title: &'a str, line: &'a str) -> Element<'a, Message> {
    column![type_role::label(title), soft(line)]
        .spacing(gap::XXXS)
        .into()
}
